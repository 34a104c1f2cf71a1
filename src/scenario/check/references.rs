//! Names that lead to nothing.

use super::super::codes::Code;
use super::super::diagnostic::Diagnostics;
use super::super::file::{
    ById, Effect, Happened, Member, Name, Objective, Outcome, Paragraph, ScenarioFile, When,
};
use super::super::nearest::{instead, nearest, shown};
use super::super::spanned::{List, Spanned};
use super::Context;

/// What a name should be the identifier of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Member,
    Issue,
    Outcome,
    Source,
}

pub(super) fn check(context: &Context<'_>, problems: &mut Diagnostics) {
    let mut look = |kind: Kind, name: &Name| {
        if let Some(id) = name.sound() {
            context.look_up(kind, name, id, problems);
        }
    };
    let file = context.file;
    setting(file, &mut look);
    for member in &file.members {
        of_member(&member.value, &mut look);
    }
    for outcome in &file.outcomes {
        of_outcome(&outcome.value, &mut look);
    }
    injects(file, &mut look);
    seats(file, &mut look);
    record(file, &mut look);
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
            Kind::Member => {
                (Code::UnknownMember, "member", instead(id, self.members.keys().copied()))
            }
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
        problems.report(code, name.span, format!("unknown {what} `{}`", shown(id)), hint);
    }
}

/// Whether a required block has been reported as a whole.
fn lacks<V>(block: &ById<V>) -> bool {
    block.faulty || block.is_empty()
}

fn one(kind: Kind, name: Option<&Name>, look: &mut impl FnMut(Kind, &Name)) {
    if let Some(name) = name {
        look(kind, name);
    }
}

fn all(kind: Kind, names: &List<Name>, look: &mut impl FnMut(Kind, &Name)) {
    for name in names {
        look(kind, name);
    }
}

fn setting(file: &ScenarioFile, look: &mut impl FnMut(Kind, &Name)) {
    look(Kind::Member, &file.president);
    if let Some(note) = &file.concept_note {
        look(Kind::Member, &note.author);
        for question in &note.guiding_questions {
            all(Kind::Issue, &question.issues, look);
        }
    }
    for group in &file.groups {
        all(Kind::Member, &group.value.members, look);
        group.value.joint_statement.iter().for_each(|name| look(Kind::Member, name));
    }
}

fn of_member(member: &Member, look: &mut impl FnMut(Kind, &Name)) {
    for stance in &member.stances {
        look(Kind::Issue, &stance.key);
        stance.value.source.iter().for_each(|name| look(Kind::Source, name));
    }
    for relation in &member.relations {
        look(Kind::Member, &relation.key);
    }
    for argument in &member.arguments {
        look(Kind::Issue, &argument.issue);
        argument.source.iter().for_each(|name| look(Kind::Source, name));
    }
}

fn of_outcome(outcome: &Outcome, look: &mut impl FnMut(Kind, &Name)) {
    all(Kind::Member, &outcome.sponsors, look);
    all(Kind::Member, &outcome.parties, look);
    for aim in &outcome.aims {
        look(Kind::Issue, &aim.key);
    }
    for paragraph in outcome.text.iter().filter_map(Spanned::sound) {
        let (Paragraph::Preambular { issue, .. } | Paragraph::Operative { issue, .. }) = paragraph;
        one(Kind::Issue, issue.as_ref(), look);
    }
}

fn injects(file: &ScenarioFile, look: &mut impl FnMut(Kind, &Name)) {
    for inject in &file.injects {
        if let Some(When::OnResult { outcome, .. }) = inject.when.sound() {
            look(Kind::Outcome, outcome);
        }
        for effect in inject.effects.iter().filter_map(Spanned::sound) {
            match effect {
                Effect::Salience { issue, .. } | Effect::Heat { issue, .. } => {
                    look(Kind::Issue, issue);
                }
                Effect::Position { member, issue, .. } => {
                    look(Kind::Member, member);
                    look(Kind::Issue, issue);
                }
                Effect::Influence { member, .. }
                | Effect::PointOfOrder { member, .. }
                | Effect::ObjectionToAgenda { member } => look(Kind::Member, member),
            }
        }
    }
}

fn seats(file: &ScenarioFile, look: &mut impl FnMut(Kind, &Name)) {
    for seat in &file.seats {
        look(Kind::Member, &seat.key);
        for objective in seat.value.objectives.iter().filter_map(Spanned::sound) {
            match objective {
                Objective::Adopted { outcome, .. }
                | Objective::NotAdopted { outcome, .. }
                | Objective::Support { outcome, .. } => look(Kind::Outcome, outcome),
                Objective::Raise { issue, .. } => look(Kind::Issue, issue),
                Objective::KeepRedLines { .. } | Objective::NotIsolated { .. } => {}
            }
        }
    }
}

fn record(file: &ScenarioFile, look: &mut impl FnMut(Kind, &Name)) {
    let Some(record) = &file.record else { return };
    record.source.iter().for_each(|name| look(Kind::Source, name));
    for entry in &record.outcomes {
        look(Kind::Outcome, &entry.key);
        match entry.value.sound() {
            Some(Happened::Voted { in_favour, against, abstaining, not_participating }) => {
                for names in [in_favour, against, abstaining, not_participating] {
                    all(Kind::Member, names, look);
                }
            }
            Some(Happened::Signed { by, .. } | Happened::Objected { by }) => {
                all(Kind::Member, by, look);
            }
            _ => {}
        }
    }
}
