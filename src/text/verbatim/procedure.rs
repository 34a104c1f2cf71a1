//! Questions of procedure: objections, points of order, motions, and the votes on them.

use crate::council::DelegationId;
use crate::debate::{Book, Event, EventKind, Motion, Question};
use crate::vote::{BallotRow, Decision, Failure};

use super::Verbatim;

/// The rules as the President names them.
pub(super) const RULES: &str = "of the provisional rules of procedure";

impl Verbatim<'_> {
    /// Tells what is raised, ruled on and decided.
    pub(super) fn tell_procedure(&mut self, event: &Event) {
        match &event.kind {
            EventKind::QuestionRaised { by, question } => {
                if event.book == Book::Record {
                    self.takes_the_floor(event, *by, *question);
                }
                if let Some(text) = self.raised(*by, *question) {
                    if event.book == Book::Record {
                        self.president(event, text);
                    } else {
                        self.proceedings(event, text);
                    }
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

    /// What the President says of a question once it has been raised; what is told of one that was
    /// raised outside the meeting. On a point of order, the ruling is what follows.
    fn raised(&self, by: DelegationId, question: Question) -> Option<String> {
        let who = self.name(by);
        let said = match question {
            Question::Agenda => format!(
                "{} informed the President that it objected to the provisional agenda.",
                self.name_first(by)
            ),
            Question::Invitation(of) => format!(
                "{} informed the President that it objected to the participation of {}.",
                self.name_first(by),
                self.name(of)
            ),
            Question::PointOfOrder => return None,
            Question::Ruling => format!(
                "The representative of {who} has challenged the ruling. In accordance with rule 30 \
                 {RULES}, I submit it to the Council for immediate decision, and it stands unless \
                 overruled."
            ),
            Question::Motion(motion) => {
                let debate =
                    if motion.is_without_debate() { " It is decided without debate." } else { "" };
                format!(
                    "The representative of {who} has moved {}. In accordance with rule 33 {RULES}, \
                     the motion has precedence over the proposals before the Council.{debate}",
                    self.motion(motion)
                )
            }
            Question::SeparateVote { .. } => format!(
                "As the mover does not object, that part of the text will be put to the vote \
                 separately, in accordance with rule 32 {RULES}."
            ),
        };
        Some(said)
    }

    /// A motion after "has moved" or "the motion".
    pub(super) fn motion(&self, motion: Motion) -> String {
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
            Motion::Amend { outcome, .. } => {
                format!("to introduce an amendment to the {}", self.draft(outcome))
            }
        }
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
        // What was made known before the meeting is said again in it.
        if let (Some(by), Question::Agenda | Question::Invitation(_)) = (by, question) {
            self.takes_the_floor(event, by, question);
        }
        let put = self.put_to_the_vote(by, question);
        self.president(event, put);
        let decision =
            if carried { Decision::Adopted } else { Decision::NotAdopted(Failure::Majority) };
        let (subject, done) = self.voted_on(question);
        self.show_of_hands(event, None, rows);
        let announced = self.announcement((&subject, done), (rows, decision));
        let follows = match question {
            Question::Ruling if carried => " The ruling is overruled.",
            Question::Ruling => " The ruling therefore stands.",
            _ => "",
        };
        self.president(event, announced + follows);
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
            Question::Motion(motion) => {
                format!("I shall now put to the vote the motion {}.", self.motion(motion))
            }
            Question::SeparateVote { .. } => {
                "I shall put the request for a separate vote to the vote.".to_owned()
            }
        }
    }

    /// What was voted on, and what becomes of it where it is carried.
    fn voted_on(&self, question: Question) -> (String, &'static str) {
        match question {
            Question::Agenda => ("the provisional agenda".to_owned(), "adopted"),
            Question::Invitation(who) => {
                (format!("the proposal to invite {}", self.name(who)), "adopted")
            }
            Question::Ruling | Question::PointOfOrder => {
                ("the proposal to overrule the ruling".to_owned(), "adopted")
            }
            Question::Motion(Motion::Amend { .. }) => ("the motion".to_owned(), "carried"),
            Question::Motion(motion) => (format!("the motion {}", self.motion(motion)), "carried"),
            Question::SeparateVote { .. } => ("the request".to_owned(), "granted"),
        }
    }
}
