//! Names that lead to nothing.

use super::super::codes::Code;
use super::super::diagnostic::{Diagnostic, Diagnostics};
use super::super::document::{Edit, quoted};
use super::super::file::{ById, Member, Name};
use super::super::names::{self, Kind};
use super::super::nearest::{instead, nearest, only_near, shown};
use super::super::states::states;
use super::Context;

pub(super) fn check(context: &Context<'_>, problems: &mut Diagnostics) {
    names::named(context.file, &mut |kind, name| {
        if let Some(id) = name.sound() {
            context.look_up(kind, name, id, problems);
        }
    });
}

impl Context<'_> {
    fn look_up(&self, kind: Kind, name: &Name, id: &str, problems: &mut Diagnostics) {
        let file = self.file;
        let (is_known, is_incomplete) = match kind {
            Kind::Member => (self.members.contains_key(id), lacks(&file.members)),
            Kind::Issue => (self.issues.contains(id), lacks(&file.issues)),
            Kind::Outcome => (self.outcomes.contains(id), lacks(&file.outcomes)),
            Kind::Source => (self.sources.contains(id), file.sources.faulty),
        };
        // Where definitions could not be read, or are missing altogether, a name may be right.
        if is_known || is_incomplete {
            return;
        }
        let (code, what, hint) = match kind {
            Kind::Member => (Code::UnknownMember, "member", self.instead_of_member(id)),
            Kind::Issue => (Code::UnknownIssue, "issue", instead(id, self.issues.iter().copied())),
            Kind::Outcome => {
                (Code::UnknownOutcome, "outcome", instead(id, self.outcomes.iter().copied()))
            }
            Kind::Source if id == "authors" => {
                let add = "add `\"authors\": Source(title: \"Authors' judgement\")` to `sources`";
                (Code::UnknownSource, "source", add.to_owned())
            }
            Kind::Source => {
                let near = nearest(id, self.sources.iter().copied());
                let near = near.map(|near| format!("did you mean `{}`? if not, ", shown(near)));
                let hint = format!("{}add it to `sources`", near.unwrap_or_default());
                (Code::UnknownSource, "source", hint)
            }
        };
        let message = format!("unknown {what} `{}`", shown(id));
        let mend = self.only_near(kind, id).map(|near| Edit::replace(name.span, quoted(near)));
        problems.add(Diagnostic::new(code, name.span, message, hint).mended_by(mend));
    }

    /// The mend for an unknown member: the identifier of the one with that name, a near one, or
    /// the block in which it is missing.
    fn instead_of_member(&self, id: &str) -> String {
        let named = |member: &&Member| member.name.value.eq_ignore_ascii_case(id);
        if let Some((known, _)) = self.members.iter().find(|(_, member)| named(member)) {
            return format!("its identifier is `{}`: write \"{}\"", shown(known), shown(known));
        }
        let known = instead(id, self.members.keys().copied());
        match nearest(id, self.members.keys().copied()) {
            Some(_) => format!("{known} if not, add `{}` to `members`", shown(id)),
            None => format!("{known}, or add `{}` to `members`", shown(id)),
        }
    }

    /// The one identifier that a misspelt one must mean.
    fn only_near(&self, kind: Kind, id: &str) -> Option<&str> {
        match kind {
            // A code of some State may be that State, forgotten among the members.
            Kind::Member if states(id).next().is_some() => None,
            // Two letters are near any other two, and UN is not DUN.
            Kind::Member => only_near(id, self.members.keys().copied())
                .filter(|near| id.len() > 3 || (id.len() == 3 && near.len() == 3)),
            Kind::Issue => only_near(id, self.issues.iter().copied()),
            Kind::Outcome => only_near(id, self.outcomes.iter().copied()),
            Kind::Source => only_near(id, self.sources.iter().copied()),
        }
    }
}

/// Whether a required block has been reported as a whole.
fn lacks<V>(block: &ById<V>) -> bool {
    block.faulty || block.is_empty()
}
