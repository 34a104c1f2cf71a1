//! The President's summary, put together by a person, compared with the record: who was left out,
//! misattributed, overstated.

mod overview;
mod prose;
mod quantifier;
mod words;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::council::{Declared, DelegationId, Direction, IssueId, OutcomeId};
use crate::debate::Record;
use crate::scenario::Scenario;

use super::said::Said;

pub use overview::{heard, overview};
pub use prose::{document, sentence};
pub use quantifier::Quantifier;

/// An entry of the summary: some delegations said something.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// The delegations named.
    pub who: Vec<DelegationId>,
    /// How many are said to have said it; `None` where the names are all of them.
    pub quantifier: Option<Quantifier>,
    /// What they are said to have said.
    pub says: ClaimKind,
}

/// What delegations are said to have said.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum ClaimKind {
    /// They declared this stance on an outcome.
    Declared(OutcomeId, Declared),
    /// They voiced this on an issue.
    Voiced(IssueId, Side),
}

/// Where on an issue a position is said to lie.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Side {
    /// On this side of today's situation; at today's situation, either is right.
    Toward(Direction),
    /// Nearest to the mark that is nearest to this position, in 0..1.
    Near(f64),
}

/// What comparing a summary with the record found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The entry, from 0; `None` where no entry is about it.
    pub claim: Option<usize>,
    /// What was found.
    pub kind: FindingKind,
    /// The events that show it, by their numbers from 1; empty where nothing was said.
    pub events: Vec<usize>,
    /// The finding as a sentence.
    pub text: String,
}

/// A kind of finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FindingKind {
    /// The delegation said so.
    Right(DelegationId),
    /// It said otherwise.
    Misattributed(DelegationId),
    /// It said nothing of it.
    Silent(DelegationId),
    /// It said the same and is not named; without an entry: it spoke and stands nowhere.
    Omitted(DelegationId),
    /// So many said so: the word for their number is right.
    Counted(usize),
    /// Fewer said so than the word for their number stands for.
    Overstated(usize),
    /// More said so than the word for their number stands for.
    Understated(usize),
    /// The entry names nobody and no number.
    Empty,
}

impl FindingKind {
    /// Whether there is something to mend.
    pub const fn is_fault(self) -> bool {
        !matches!(self, Self::Right(_) | Self::Counted(_))
    }

    /// The kind in a word or two, which go before the sentence.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Right(_) => "Right",
            Self::Counted(_) => "Right number",
            Self::Misattributed(_) => "Misattributed",
            Self::Silent(_) => "Silent",
            Self::Omitted(_) => "Omitted",
            Self::Overstated(_) => "Overstated",
            Self::Understated(_) => "Understated",
            Self::Empty => "Empty",
        }
    }

    /// The delegation that it is about, where it is about one.
    pub const fn who(self) -> Option<DelegationId> {
        match self {
            Self::Right(who)
            | Self::Misattributed(who)
            | Self::Silent(who)
            | Self::Omitted(who) => Some(who),
            Self::Counted(_) | Self::Overstated(_) | Self::Understated(_) | Self::Empty => None,
        }
    }
}

impl ClaimKind {
    /// All that can be said on a text: a claim for each stance.
    pub const fn on_text(outcome: OutcomeId) -> [Self; 3] {
        [
            Self::Declared(outcome, Declared::InFavour),
            Self::Declared(outcome, Declared::Reservations),
            Self::Declared(outcome, Declared::Opposed),
        ]
    }

    /// All that can be said on an issue: a claim for each side, then for each place on its scale
    /// that has a label, from the low end to the high one.
    pub fn on_issue(scenario: &Scenario, issue: IssueId) -> Vec<Self> {
        let it = &scenario.issues[issue];
        let mut claims = vec![
            Self::Voiced(issue, Side::Toward(Direction::Low)),
            Self::Voiced(issue, Side::Toward(Direction::High)),
        ];
        let marks = it.marks.iter().map(|mark| mark.position.get());
        let mut labels: Vec<&str> = Vec::new();
        for position in std::iter::once(0.0).chain(marks).chain([1.0]) {
            let label = it.nearest_mark(position);
            if !labels.contains(&label) {
                labels.push(label);
                claims.push(Self::Voiced(issue, Side::Near(position)));
            }
        }
        claims
    }
}

/// Compares the entries of a summary with what was said in the first `until` events of `record`:
/// entry by entry, then those that spoke and stand in none of them.
pub fn check(record: &Record, until: usize, claims: &[Claim]) -> Vec<Finding> {
    let check = Check { scenario: &record.scenario, said: Said::up_to(record, until) };
    let mut findings = Vec::new();
    let mut covered = BTreeSet::new();
    for (at, claim) in claims.iter().enumerate() {
        check.names((at, claim), &mut findings);
        check.number((at, claim), &mut findings);
        covered.extend(claim.who.iter().copied());
        if claim.quantifier.is_some() {
            covered.extend(check.agreeing(claim.says).into_iter().map(|(who, _)| who));
        }
    }
    let speakers = check.said.speakers();
    for who in speakers.into_iter().filter(|who| !covered.contains(who)) {
        findings.push(Finding {
            claim: None,
            kind: FindingKind::Omitted(who),
            events: check.said.statements_of(who),
            text: words::stands_nowhere(check.scenario, who),
        });
    }
    findings
}

#[derive(Clone, Copy)]
struct Check<'a> {
    scenario: &'a Scenario,
    said: Said<'a>,
}

/// What a delegation did about a claim, and at which event.
enum Answer {
    Same(usize),
    Otherwise(usize, ClaimKind),
    Nothing,
}

impl Check<'_> {
    /// What is found of the delegations named in an entry, and of those it leaves out.
    fn names(self, (at, claim): (usize, &Claim), findings: &mut Vec<Finding>) {
        let mut add = |kind, events, text| {
            findings.push(Finding { claim: Some(at), kind, events, text });
        };
        let named: BTreeSet<DelegationId> = claim.who.iter().copied().collect();
        for &who in &named {
            match self.answer(who, claim.says) {
                Answer::Same(event) => {
                    let text = words::right(self.scenario, who, claim.says);
                    add(FindingKind::Right(who), vec![event], text);
                }
                Answer::Otherwise(event, other) => {
                    let text = words::otherwise(self.scenario, who, (claim.says, other));
                    add(FindingKind::Misattributed(who), vec![event], text);
                }
                Answer::Nothing => {
                    let text = words::nothing(self.scenario, who, claim.says);
                    add(FindingKind::Silent(who), Vec::new(), text);
                }
            }
        }
        if claim.quantifier.is_some() {
            return;
        }
        if named.is_empty() {
            add(FindingKind::Empty, Vec::new(), words::EMPTY.to_owned());
            return;
        }
        for (who, event) in self.agreeing(claim.says) {
            if !named.contains(&who) {
                let text = words::left_out(self.scenario, who, claim.says);
                add(FindingKind::Omitted(who), vec![event], text);
            }
        }
    }

    /// What is found of the number that an entry gives.
    fn number(self, (at, claim): (usize, &Claim), findings: &mut Vec<Finding>) {
        let Some(quantifier) = claim.quantifier else { return };
        let agreeing = self.agreeing(claim.says);
        let (count, of) = (agreeing.len(), self.said.speakers().len());
        let range = quantifier.range(of);
        let kind = if count < *range.start() {
            FindingKind::Overstated(count)
        } else if count > *range.end() {
            FindingKind::Understated(count)
        } else {
            FindingKind::Counted(count)
        };
        let text = words::number(self.scenario, (claim.says, quantifier), (count, of));
        let events = agreeing.into_iter().map(|(_, event)| event).collect();
        findings.push(Finding { claim: Some(at), kind, events, text });
    }

    /// Those that said so, and at which event.
    fn agreeing(self, says: ClaimKind) -> Vec<(DelegationId, usize)> {
        let speakers = self.scenario.order.members.iter().copied();
        speakers
            .filter_map(|who| match self.answer(who, says) {
                Answer::Same(event) => Some((who, event)),
                Answer::Otherwise(..) | Answer::Nothing => None,
            })
            .collect()
    }

    fn answer(self, who: DelegationId, says: ClaimKind) -> Answer {
        match says {
            ClaimKind::Declared(outcome, stance) => match self.said.declared(who, outcome) {
                None => Answer::Nothing,
                Some((event, said)) if said == stance => Answer::Same(event),
                Some((event, said)) => Answer::Otherwise(event, ClaimKind::Declared(outcome, said)),
            },
            ClaimKind::Voiced(issue, side) => match self.said.voiced(who, issue) {
                None => Answer::Nothing,
                Some((event, voiced)) if self.lies(issue, side, voiced) => Answer::Same(event),
                Some((event, voiced)) => {
                    Answer::Otherwise(event, ClaimKind::Voiced(issue, Side::Near(voiced)))
                }
            },
        }
    }

    /// Whether a position voiced lies where it is said to lie.
    fn lies(self, issue: IssueId, side: Side, voiced: f64) -> bool {
        let issue = &self.scenario.issues[issue];
        let q = issue.status_quo.get();
        match side {
            Side::Toward(Direction::High) => voiced >= q,
            Side::Toward(Direction::Low) => voiced <= q,
            Side::Near(position) => issue.nearest_mark(voiced) == issue.nearest_mark(position),
        }
    }
}
