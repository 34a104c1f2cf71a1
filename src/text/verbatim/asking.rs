//! The words of a delegation that raises a question of procedure, before the President speaks on it.

use crate::council::DelegationId;
use crate::debate::{Event, Motion, Question};

use super::super::grammar::{not_a_statement_by, words};
use super::procedure::RULES;
use super::{EntryKind, Verbatim};

/// The most words of a headline.
const MOST_CHARACTERS: usize = 25;

impl Verbatim<'_> {
    /// The President gives the floor to who raises a question, and it says what it asks: under
    /// which rule, and no more, since nothing else is known of it.
    pub(super) fn takes_the_floor(&mut self, event: &Event, by: DelegationId, question: Question) {
        let who = self.name(by);
        let presides = by == self.state.president;
        let call = match question {
            _ if presides => {
                format!("I shall now speak in my capacity as the representative of {who}.")
            }
            Question::PointOfOrder => {
                format!("I give the floor to the representative of {who} on a point of order.")
            }
            _ => format!(
                "The representative of {who} has asked for the floor. I give the floor to the \
                 representative of {who}."
            ),
        };
        self.president(event, call);
        let kind = EntryKind::Statement {
            speaker: by,
            headline: self.asks_in_short(by, question),
            marks: vec![not_a_statement_by(&who)],
            plan: Vec::new(),
        };
        let text = self.asks(question);
        self.add(event, kind, text);
        self.memory.national = presides;
    }

    fn asks(&self, question: Question) -> String {
        match question {
            Question::Agenda => "My delegation objects to the adoption of the provisional agenda. \
                                 We ask that it be put to the vote."
                .to_owned(),
            Question::Invitation(who) => format!(
                "My delegation objects to the proposal to invite {} to participate in this meeting. \
                 We ask that the proposal be put to the vote.",
                self.name(who)
            ),
            Question::PointOfOrder => format!(
                "I have asked for the floor on a point of order, which concerns the conduct of our \
                 business. In accordance with rule 30 {RULES}, my delegation asks the President to \
                 state a ruling immediately."
            ),
            Question::Ruling => format!(
                "My delegation does not agree with the ruling, and challenges it. In accordance \
                 with rule 30 {RULES}, we ask that it be submitted to the Council for immediate \
                 decision."
            ),
            Question::Motion(motion) => self.moves(motion),
            Question::SeparateVote { outcome, issue } => format!(
                "In accordance with rule 32 {RULES}, my delegation asks that {} of the {} be put to \
                 the vote separately.",
                self.part(outcome, issue),
                self.draft(outcome)
            ),
        }
    }

    fn moves(&self, motion: Motion) -> String {
        let moved = format!(
            "In accordance with rule 33 {RULES}, my delegation moves {}.",
            self.motion(motion)
        );
        match motion {
            Motion::Amend { outcome, issue, to } => {
                let stands = self.stands(outcome, issue);
                let change = self.amendment((outcome, issue), (stands, to));
                format!("{moved} We propose, {change}.")
            }
            Motion::Suspend | Motion::Adjourn => {
                format!("{moved} We ask that the motion be decided without debate.")
            }
            Motion::AdjournToNextDay | Motion::Refer(_) | Motion::Postpone(_) => {
                format!("{moved} We ask that the motion be put to the vote.")
            }
        }
    }

    /// The headline, without the title of a text where that would make it too long.
    fn asks_in_short(&self, by: DelegationId, question: Question) -> String {
        let (full, short) = match question {
            Question::Agenda => (
                "objected to the provisional agenda and asked for a vote on it".to_owned(),
                "objected to the provisional agenda",
            ),
            Question::Invitation(of) => (
                format!("objected to the participation of {} and asked for a vote", self.name(of)),
                "objected to an invitation and asked for a vote",
            ),
            Question::PointOfOrder => (
                "raised a point of order and asked the President for a ruling".to_owned(),
                "raised a point of order",
            ),
            Question::Ruling => (
                "challenged the ruling of the President and asked the Council to decide".to_owned(),
                "challenged the ruling",
            ),
            Question::Motion(motion) => {
                (format!("moved {}", self.motion(motion)), "made a motion under rule 33")
            }
            Question::SeparateVote { outcome, issue } => (
                format!(
                    "asked for a separate vote on {} of {}",
                    self.part(outcome, issue),
                    self.title(outcome)
                ),
                "asked for a separate vote on a part of the text",
            ),
        };
        let who = self.name_first(by);
        let full = format!("{who} {full}.");
        if words(&full) <= MOST_CHARACTERS { full } else { format!("{who} {short}.") }
    }
}
