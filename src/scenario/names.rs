//! Which names a scenario file defines, and where it names them.

use super::file::{
    ById, Effect, Happened, Member, Name, Objective, Outcome, Paragraph, ScenarioFile, When,
};
use super::spanned::{List, Spanned};

/// What a name is the identifier of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A member.
    Member,
    /// An issue.
    Issue,
    /// An outcome.
    Outcome,
    /// A source.
    Source,
}

impl Kind {
    /// The block of the file in which such names are defined.
    pub const fn block(self) -> &'static str {
        match self {
            Self::Member => "members",
            Self::Issue => "issues",
            Self::Outcome => "outcomes",
            Self::Source => "sources",
        }
    }
}

/// Every name where it is defined, in the order of the blocks.
pub(super) fn defined(file: &ScenarioFile, look: &mut impl FnMut(Kind, &Name)) {
    fn keys<V>(kind: Kind, block: &ById<V>, look: &mut impl FnMut(Kind, &Name)) {
        for entry in block {
            look(kind, &entry.key);
        }
    }
    keys(Kind::Source, &file.sources, look);
    keys(Kind::Issue, &file.issues, look);
    keys(Kind::Member, &file.members, look);
    keys(Kind::Outcome, &file.outcomes, look);
}

/// Every name where it is used and not defined.
pub(super) fn named(file: &ScenarioFile, look: &mut impl FnMut(Kind, &Name)) {
    setting(file, look);
    for member in &file.members {
        of_member(&member.value, look);
    }
    for outcome in &file.outcomes {
        of_outcome(&outcome.value, look);
    }
    injects(file, look);
    seats(file, look);
    record(file, look);
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
