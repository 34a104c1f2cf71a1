//! What the values of a decoded file mean together: one file per subject, in the order of `ALL`.
//!
//! Every check passes over what is faulty, as its fault has been reported. When no check finds
//! an error, every name of the file leads somewhere: resolving it cannot fail.

mod evidence;
mod groups;
mod header;
mod majority;
mod members;
mod names;
mod outcomes;
mod playing;
mod presence;
mod program;
mod record;
mod red_lines;
mod references;
mod rules;
mod usage;

use std::collections::{BTreeMap, BTreeSet};

use super::codes::Code;
use super::diagnostic::{Diagnostics, Severity};
use super::file::{AdoptionRule, Member, Name, OutcomeForm, Rules, ScenarioFile};
use super::nearest::shown;
use super::spanned::Entries;

/// A check: looks at a file and reports what it finds.
type Check = fn(&Context<'_>, &mut Diagnostics);

/// All checks: first those that find errors, as warnings must not crowd them out.
const ALL: &[Check] = &[
    header::check,
    presence::check,
    references::check,
    members::check,
    red_lines::check,
    groups::check,
    outcomes::check,
    rules::check,
    program::check,
    playing::check,
    record::check,
    majority::check,
    usage::check,
    evidence::check,
    names::check,
];

/// Runs all checks, and reports errors before warnings: only so many are kept.
pub(super) fn check(file: &ScenarioFile, problems: &mut Diagnostics) {
    let context = Context::of(file);
    let mut found = Diagnostics::collection();
    for check in ALL {
        check(&context, &mut found);
    }
    for severity in [Severity::Error, Severity::Warning] {
        for problem in found.iter().filter(|problem| problem.severity() == severity) {
            problems.add(problem.clone());
        }
    }
}

/// A file with its names at hand.
struct Context<'a> {
    file: &'a ScenarioFile,
    members: BTreeMap<&'a str, &'a Member>,
    issues: BTreeSet<&'a str>,
    outcomes: BTreeSet<&'a str>,
    sources: BTreeSet<&'a str>,
}

impl<'a> Context<'a> {
    fn of(file: &'a ScenarioFile) -> Self {
        fn keys<V>(entries: &Entries<String, V>) -> BTreeSet<&str> {
            entries.iter().map(|entry| entry.key.value.as_str()).collect()
        }
        let members = file.members.iter().rev();
        Self {
            file,
            members: members.map(|entry| (entry.key.value.as_str(), &entry.value)).collect(),
            issues: keys(&file.issues),
            outcomes: keys(&file.outcomes),
            sources: keys(&file.sources),
        }
    }

    /// The members whose seat lets them vote, with their identifiers.
    fn voting(&self) -> impl Iterator<Item = (&'a str, &'a Member)> {
        let members = self.members.iter().map(|(id, member)| (*id, *member));
        members.filter(|(_, member)| votes(member) == Some(true))
    }

    /// How many vote; `None` while a seat is unknown.
    fn body_size(&self) -> Option<usize> {
        let is_known =
            !self.file.members.faulty && self.members.values().all(|member| !member.seat.faulty);
        is_known.then(|| self.voting().count())
    }

    /// The rule by which a form is adopted; `None` where there is none, or a faulty one.
    fn rule(&self, form: OutcomeForm) -> Option<Rule<'a>> {
        match self.file.rules.as_ref().map(|rules| &rules.value) {
            _ if self.file.rules.as_ref().is_some_and(|rules| rules.faulty) => None,
            None | Some(Rules::SecurityCouncil) => Some(Rule::Council(form)),
            Some(Rules::Rules { forms }) => {
                let mut entries = forms.iter();
                let entry = entries.find(|entry| entry.key.sound() == Some(&form))?;
                entry.value.sound().map(Rule::Written)
            }
        }
    }
}

/// A rule of adoption: one of the Security Council's own, or one of the file.
#[derive(Clone, Copy)]
enum Rule<'a> {
    Council(OutcomeForm),
    Written(&'a AdoptionRule),
}

impl Rule<'_> {
    fn is_vote(self) -> bool {
        match self {
            Self::Council(form) => {
                matches!(form, OutcomeForm::Resolution | OutcomeForm::ProceduralDecision)
            }
            Self::Written(rule) => {
                matches!(rule, AdoptionRule::Vote { .. } | AdoptionRule::Weighted { .. })
            }
        }
    }

    fn is_signature(self) -> bool {
        match self {
            Self::Council(form) => form == OutcomeForm::JointStatement,
            Self::Written(rule) => matches!(rule, AdoptionRule::Signature),
        }
    }

    fn is_authority(self) -> bool {
        match self {
            Self::Council(form) => form == OutcomeForm::PresidentsSummary,
            Self::Written(rule) => matches!(rule, AdoptionRule::Authority),
        }
    }
}

/// Whether a member votes; `None` while its seat is unknown.
fn votes(member: &Member) -> Option<bool> {
    member.seat.sound().map(|seat| seat.votes())
}

/// Reports names that stand twice among `names`, which are the `what`.
fn named_twice<'a>(
    names: impl IntoIterator<Item = &'a Name>,
    what: &str,
    problems: &mut Diagnostics,
) {
    let mut seen = BTreeSet::new();
    for name in names {
        let Some(id) = name.sound() else { continue };
        if !seen.insert(id) {
            let message = format!("`{}` is named twice among the {what}", shown(id));
            problems.report(Code::NamedTwice, name.span, message, "remove one of the two");
        }
    }
}
