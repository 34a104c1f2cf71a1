//! Questions of procedure: objections, points of order, motions, and the votes on them.

use crate::council::DelegationId;
use crate::debate::{Book, Event, EventKind, Motion, Question};
use crate::vote::{Ballot, BallotRow};

use super::super::verdict::draft_entitled;
use super::Verbatim;

/// The rules as the President names them.
const RULES: &str = "of the provisional rules of procedure";

impl Verbatim<'_> {
    /// Tells what is raised, ruled on and decided.
    pub(super) fn tell_procedure(&mut self, event: &Event) {
        match &event.kind {
            EventKind::QuestionRaised { by, question } => {
                let text = self.raised(*by, *question);
                if event.book == Book::Record {
                    self.president(event, text);
                } else {
                    self.proceedings(event, text);
                }
                self.memory.questions.push((*by, *question));
            }
            EventKind::RulingGiven { to, upheld } => {
                let ruling = if *upheld { "is upheld" } else { "is not upheld" };
                let text = format!(
                    "In accordance with rule 30 {RULES}, I rule that the point of order raised by \
                     the representative of {} {ruling}. Unless it is challenged, the ruling stands.",
                    self.name(*to)
                );
                self.president(event, text);
                self.memory.questions.retain(|(_, asked)| *asked != Question::PointOfOrder);
            }
            EventKind::QuestionDecided { question, rows, carried } => {
                self.question_decided(event, *question, (rows, *carried));
            }
            _ => {}
        }
    }

    fn raised(&self, by: DelegationId, question: Question) -> String {
        let who = self.name(by);
        match question {
            Question::Agenda => format!(
                "{} let the President know that it objected to the provisional agenda.",
                self.name_first(by)
            ),
            Question::Invitation(of) => format!(
                "{} let the President know that it objected to the participation of {}.",
                self.name_first(by),
                self.name(of)
            ),
            Question::PointOfOrder => {
                format!("I give the floor to the representative of {who} on a point of order.")
            }
            Question::Ruling => format!(
                "The representative of {who} has challenged the ruling. In accordance with rule 30 \
                 {RULES}, I submit it to the Council for immediate decision, and it stands unless \
                 overruled."
            ),
            Question::Motion(motion) => {
                let debate =
                    if motion.is_without_debate() { " It is decided without debate." } else { "" };
                format!(
                    "In accordance with rule 33 {RULES}, the representative of {who} has moved \
                     {}.{debate}",
                    self.motion(motion)
                )
            }
            Question::SeparateVote { outcome, issue } => format!(
                "In accordance with rule 32 {RULES}, the representative of {who} has asked that \
                 {} of the {} be put to the vote separately. The mover does not object.",
                self.part(outcome, issue),
                self.draft(outcome)
            ),
        }
    }

    /// A motion after "has moved" or "the motion".
    fn motion(&self, motion: Motion) -> String {
        match motion {
            Motion::Suspend => "to suspend the meeting".to_owned(),
            Motion::Adjourn => "to adjourn the meeting".to_owned(),
            Motion::AdjournToNextDay => "to adjourn the meeting until the next day".to_owned(),
            Motion::Refer(outcome) => {
                format!("to refer the {} to a committee", self.draft(outcome))
            }
            Motion::Postpone(outcome) => {
                format!("to postpone the discussion of the {}", self.draft(outcome))
            }
            Motion::Amend { outcome, issue, to } => format!(
                "to introduce an amendment to the {}: {}",
                self.draft(outcome),
                self.change(issue, self.stands(outcome, issue), to)
            ),
        }
    }

    /// "draft resolution entitled …", in the form in which it stands.
    pub(super) fn draft(&self, outcome: crate::council::OutcomeId) -> String {
        draft_entitled(self.scenario, outcome, self.state.texts[outcome].form)
    }

    fn question_decided(
        &mut self,
        event: &Event,
        question: Question,
        (rows, carried): (&[BallotRow], bool),
    ) {
        let asked = self.memory.questions.iter().position(|(_, pending)| *pending == question);
        let by = asked.map(|at| self.memory.questions.remove(at).0);
        if question == Question::Agenda {
            self.memory.agenda_voted = true;
            self.heading(event, "Adoption of the agenda");
        }
        let put = self.put_to_the_vote(by, question);
        self.president(event, put);
        self.show_of_hands(event, rows);
        let result = self.decided(question, (rows, carried));
        self.president(event, result);
        if let Question::Motion(motion) = question
            && carried
        {
            self.memory.carried = Some(motion);
        }
    }

    fn put_to_the_vote(&self, by: Option<DelegationId>, question: Question) -> String {
        let of = by.map_or_else(
            || "a member".to_owned(),
            |by| format!("the representative of {}", self.name(by)),
        );
        match question {
            Question::Agenda => format!(
                "In view of the objection of {of}, I shall put the provisional agenda to the vote. \
                 The question is one of procedure."
            ),
            Question::Invitation(who) => format!(
                "In view of the objection of {of}, I shall put to the vote the proposal to invite \
                 {} to participate in this meeting. The question is one of procedure.",
                self.name(who)
            ),
            Question::Ruling | Question::PointOfOrder => {
                "I shall put to the vote the proposal to overrule the ruling.".to_owned()
            }
            Question::Motion(motion) => format!(
                "I shall now put to the vote, in accordance with rule 33 {RULES}, the motion {}.",
                self.motion(motion)
            ),
            Question::SeparateVote { .. } => {
                "I shall put the request for a separate vote to the vote.".to_owned()
            }
        }
    }

    fn decided(&self, question: Question, (rows, carried): (&[BallotRow], bool)) -> String {
        let not = if carried { "has been" } else { "has not been" };
        let decision = match question {
            Question::Agenda => format!("The provisional agenda {not} adopted."),
            Question::Invitation(who) => {
                format!("The proposal to invite {} {not} adopted.", self.name(who))
            }
            Question::Ruling | Question::PointOfOrder if carried => {
                "The ruling has been overruled.".to_owned()
            }
            Question::Ruling | Question::PointOfOrder => {
                "The ruling has not been overruled, and it stands.".to_owned()
            }
            Question::Motion(Motion::Amend { .. }) => format!("The motion {not} carried."),
            Question::Motion(motion) => {
                format!("The motion {} {not} carried.", self.motion(motion))
            }
            Question::SeparateVote { .. } => format!("The request {not} granted."),
        };
        format!("{} {decision}", super::voting::result(rows))
    }
}

/// Those who cast this ballot.
pub(super) fn cast(rows: &[BallotRow], ballot: Ballot) -> Vec<DelegationId> {
    rows.iter().filter(|row| row.ballot == ballot).map(|row| row.delegation).collect()
}
