//! The floor: how it is given, what is said, who asks for it again.

use crate::council::{Capacity, DelegationId, OutcomeId, Statement, StatementPurpose};
use crate::debate::{Book, Event, EventKind};

use super::super::grammar::{issue_name, names_by_alphabet, upper_first};
use super::super::realize::Spoken;
use super::{EntryKind, Verbatim};

/// What is said once members have a text before them.
pub(super) const READY: &str = "The Council is ready to proceed to the vote on it.";

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
            EventKind::PlacesExchanged { first, second } => {
                let both = upper_first(&names_by_alphabet(self.scenario, &[*first, *second]));
                let text = format!("{both} exchanged places on the list of speakers.");
                self.proceedings(event, text);
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

    /// "Members of the Council have before them the draft resolution entitled … The Council is
    /// ready …", once for each text.
    pub(super) fn lay_before(&mut self, outcome: OutcomeId) -> String {
        if self.memory.before_the_council.replace(outcome) == Some(outcome) {
            return String::new();
        }
        format!("{} {READY} ", self.before_members(outcome))
    }

    /// What members have before them, and who submitted it.
    pub(super) fn before_members(&self, outcome: OutcomeId) -> String {
        let by = names_by_alphabet(self.scenario, &self.scenario.outcomes[outcome].sponsors);
        let by = if by.is_empty() { by } else { format!(", submitted by {by}") };
        format!("Members of the Council have before them the {}{by}.", self.draft(outcome))
    }

    fn call(
        &self,
        to: DelegationId,
        (capacity, purpose): (Capacity, StatementPurpose),
        led: bool,
    ) -> String {
        let who = self.name(to);
        // "Now" is said once, and it has been where the President resumes its functions.
        let now = if led || self.memory.national { "I give" } else { "I now give" };
        let first = if self.memory.briefer.is_some() { now } else { "I give" };
        match capacity {
            _ if to == self.state.president => {
                let now = if led { "" } else { "now " };
                format!(
                    "I shall {now}make a statement in my capacity as the representative of {who}."
                )
            }
            _ if purpose == StatementPurpose::Further => format!(
                "The representative of {who} has asked for the floor to make a further statement. \
                 I give the floor to the representative of {who}."
            ),
            Capacity::Briefer => format!("{first} the floor to the representative of {who}."),
            Capacity::National => format!("{now} the floor to the representative of {who}."),
            Capacity::OnBehalfOf(group) => format!(
                "{now} the floor to the representative of {who}, to speak on behalf of {}.",
                self.scenario.groups[group].name
            ),
        }
    }

    fn statement(&mut self, event: &Event, statement: &Statement) {
        let spoken = self.spoken(statement);
        self.memory.so_far.remember(self.scenario, statement, &spoken);
        let Spoken { headline, text, plan, marks } = spoken;
        let kind = EntryKind::Statement { speaker: statement.speaker, headline, marks, plan };
        self.add(event, kind, text);
        self.memory.national = statement.speaker == self.state.president;
        let briefed = statement.capacity == Capacity::Briefer && !self.memory.national;
        self.memory.briefer = briefed.then_some(statement.speaker);
    }
}
