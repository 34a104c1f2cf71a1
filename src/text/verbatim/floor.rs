//! The floor: how it is given, what is said, who asks for it again.

use crate::council::{Capacity, DelegationId, OutcomeId, Statement, StatementPurpose};
use crate::debate::{Book, Event, EventKind};

use super::super::grammar::issue_name;
use super::super::realize::Spoken;
use super::super::verdict::draft_entitled;
use super::{EntryKind, Verbatim};

impl Verbatim<'_> {
    /// Tells who has the floor, who lets it pass, and who asks for it again.
    pub(super) fn tell_floor(&mut self, event: &Event) {
        match &event.kind {
            EventKind::FloorGiven { to, capacity } => {
                self.memory.floor = Some((self.told, event.stage, *to, *capacity));
            }
            EventKind::StatementDelivered(statement) => self.statement(event, statement),
            EventKind::FloorPassed { by } => {
                let who = self.name_first(*by);
                self.proceedings(event, format!("{who} did not take the floor."));
            }
            EventKind::FloorRequested { by, issue } => {
                let issue = issue_name(self.scenario, &self.scenario.issues[*issue]);
                let text = format!(
                    "{} asked for the floor again, for a further statement on {issue}.",
                    self.name_first(*by)
                );
                self.proceedings(event, text);
            }
            _ => {}
        }
    }

    /// The President gives the floor as soon as it is known to what end: at the next event.
    pub(super) fn give_floor(&mut self, next: &Event) {
        let Some((event, stage, to, capacity)) = self.memory.floor.take() else { return };
        let purpose = match &next.kind {
            EventKind::StatementDelivered(statement) => statement.purpose,
            _ => StatementPurpose::Debate,
        };
        let leads = self.lead(purpose);
        let call = self.call(to, (capacity, purpose), leads.is_some());
        let text = self.as_president([leads, Some(call)].into_iter().flatten().collect());
        self.enter(event, (stage, Book::Record), EntryKind::President, text);
    }

    /// What the President says before the first of several statements around a decision.
    fn lead(&mut self, purpose: StatementPurpose) -> Option<String> {
        match purpose {
            StatementPurpose::Debate | StatementPurpose::Further => None,
            StatementPurpose::ExplanationBefore(outcome) => {
                let first = self.memory.explained_before.replace(outcome) != Some(outcome);
                first.then(|| {
                    format!(
                        "{}I shall first give the floor to those members of the Council who wish \
                         to make statements before the voting. ",
                        self.lay_before(outcome)
                    )
                })
            }
            StatementPurpose::ExplanationAfter(outcome) => {
                let first = self.memory.explained_after.replace(outcome) != Some(outcome);
                first.then(|| {
                    "I shall now give the floor to those members of the Council who wish to make \
                     statements after the voting. "
                        .to_owned()
                })
            }
            StatementPurpose::Dissociation(outcome) => {
                let first = self.memory.explained_after.replace(outcome) != Some(outcome);
                first.then(|| {
                    "I shall now give the floor to those members of the Council who wish to make \
                     statements after the adoption. "
                        .to_owned()
                })
            }
        }
    }

    /// "The Council has before it the draft resolution entitled …", once for each text.
    pub(super) fn lay_before(&mut self, outcome: OutcomeId) -> String {
        if self.memory.before_the_council.replace(outcome) == Some(outcome) {
            return String::new();
        }
        let draft = draft_entitled(self.scenario, outcome, self.state.texts[outcome].form);
        format!("The Council has before it the {draft}. ")
    }

    fn call(
        &self,
        to: DelegationId,
        (capacity, purpose): (Capacity, StatementPurpose),
        led: bool,
    ) -> String {
        let who = self.name(to);
        let now = if led { "I give" } else { "I now give" };
        match capacity {
            _ if to == self.state.president => {
                format!("I shall now make a statement in my national capacity, for {who}.")
            }
            _ if purpose == StatementPurpose::Further => format!(
                "The representative of {who} has asked for the floor to make a further statement. \
                 I give the floor to the representative of {who}."
            ),
            Capacity::Briefer => format!("I give the floor to the representative of {who}."),
            Capacity::National => format!("{now} the floor to the representative of {who}."),
            Capacity::OnBehalfOf(group) => format!(
                "{now} the floor to the representative of {who}, to speak on behalf of {}.",
                self.scenario.groups[group].name
            ),
        }
    }

    fn statement(&mut self, event: &Event, statement: &Statement) {
        let spoken = self.spoken(statement);
        self.memory.so_far.remember(statement, &spoken);
        let Spoken { headline, text, marks, .. } = spoken;
        let kind = EntryKind::Statement { speaker: statement.speaker, headline, marks };
        self.add(event, kind, text);
        self.memory.national = statement.speaker == self.state.president;
    }
}
