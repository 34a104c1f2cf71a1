//! What people write beside the debate: answers, predictions, notes, a cable. It changes nothing
//! in the meeting, and is kept in the journal of the session alone.

use serde::{Deserialize, Serialize};

use crate::analysis::agreement::Marks;
use crate::analysis::cable::Cable;
use crate::analysis::forecasters::Forecasts;
pub use crate::analysis::forecasters::ROOM;
use crate::analysis::hands::{Expecting, Hands};
use crate::analysis::learning::Answers;
use crate::analysis::summary_check::Claim;
use crate::council::DelegationId;

use super::Session;

/// All that people have written beside the debate.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Papers {
    /// Who sits in which seat, by the names that pupils gave: kept on this machine, and erasable.
    pub names: Vec<(DelegationId, String)>,
    /// Answers to the questions to the class, before and after.
    pub answers: Vec<Answers>,
    /// What each thinks will be adopted, before the debate.
    pub predictions: Vec<Forecasts>,
    /// What note-takers heard.
    pub marks: Vec<Marks>,
    /// What one would have done at a turn that mattered, by the number of its event.
    pub thoughts: Vec<(usize, String)>,
    /// The reporting cable.
    pub cable: Cable,
    /// The President's summary, claim by claim.
    pub summary: Vec<Claim>,
    /// Answers to the questions to the class by show of hands.
    pub hands: Hands,
    /// What the room expects by show of hands.
    pub expecting: Expecting,
    /// Whose predictions were entered or changed after the debate had begun.
    pub late: Vec<String>,
    /// Whose answers before the debate were entered or changed after it had begun; the room's are
    /// those by show of hands.
    pub late_answers: Vec<String>,
    /// Whether stances that the program takes from statements are left out of the projector view,
    /// as long as the debate goes on: note-takers listen.
    pub hides_stances: bool,
    /// What the teacher announces to the room.
    pub announcement: String,
    /// Whether it stands on the projector view now.
    pub is_announced: bool,
}

impl Papers {
    /// The people of the class, in the order in which they were entered, the room left out.
    pub fn people(&self) -> Vec<String> {
        let answers = self.answers.iter().map(|it| &it.by);
        let predictions = self.predictions.iter().map(|it| &it.by);
        let marks = self.marks.iter().map(|it| &it.by);
        let mut people: Vec<String> = Vec::new();
        for by in answers.chain(predictions).chain(marks) {
            if by != ROOM && !people.contains(by) {
                people.push(by.clone());
            }
        }
        people
    }

    /// Takes a person of the class into the list. `false` where somebody is called so already,
    /// capital letters aside; nothing is changed then.
    pub fn enter(&mut self, by: &str) -> bool {
        let is_called_so = |it: &str| it.to_lowercase() == by.to_lowercase();
        let is_free = !is_called_so(ROOM) && !self.people().iter().any(|it| is_called_so(it));
        if is_free {
            self.answers.push(Answers { by: by.to_owned(), ..Answers::default() });
        }
        is_free
    }

    /// Takes out a person of the class, with all that this person entered.
    pub fn leave_out(&mut self, by: &str) {
        self.answers.retain(|it| it.by != by);
        self.predictions.retain(|it| it.by != by);
        self.marks.retain(|it| it.by != by);
        self.late.retain(|it| it != by);
        self.late_answers.retain(|it| it != by);
    }

    /// Who sits in a seat, if that has been said.
    pub fn name_of(&self, seat: DelegationId) -> Option<&str> {
        let named = self.names.iter().find(|(who, _)| *who == seat);
        named.map(|(_, name)| name.trim()).filter(|name| !name.is_empty())
    }

    /// What is announced to the room now.
    pub fn announced(&self) -> Option<&str> {
        Some(self.announcement.trim()).filter(|words| self.is_announced && !words.is_empty())
    }

    /// Takes all names out: nobody sits in a seat, and people are numbered in their order. What
    /// they entered stays.
    pub fn erase_names(&mut self) {
        let people = self.people();
        let number = |by: &mut String| {
            if let Some(at) = people.iter().position(|it| it == by) {
                *by = format!("Pupil {}", at + 1);
            }
        };
        self.names.clear();
        self.answers.iter_mut().for_each(|it| number(&mut it.by));
        self.predictions.iter_mut().for_each(|it| number(&mut it.by));
        self.marks.iter_mut().for_each(|it| number(&mut it.by));
        self.late.iter_mut().for_each(number);
        self.late_answers.iter_mut().for_each(number);
    }

    /// What of the papers is as good for another debate on the same scenario: what was heard or
    /// written of this one is not.
    #[must_use]
    pub fn for_another_debate(&self) -> Self {
        Self {
            names: self.names.clone(),
            answers: self.answers.clone(),
            predictions: self.predictions.clone(),
            hands: self.hands.clone(),
            expecting: self.expecting.clone(),
            late: self.late.clone(),
            late_answers: self.late_answers.clone(),
            announcement: self.announcement.clone(),
            ..Self::default()
        }
    }
}

impl Session {
    /// What people have written beside the debate.
    pub const fn papers(&self) -> &Papers {
        &self.papers
    }

    /// Keeps what people have written beside the debate.
    pub fn keep_papers(&mut self, papers: Papers) {
        self.papers = papers;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prediction(by: &str) -> Forecasts {
        Forecasts { by: by.to_owned(), ..Forecasts::default() }
    }

    #[test]
    fn without_names_people_are_numbered_in_their_order_and_the_room_stays() {
        let mut papers = Papers::default();
        assert!(papers.enter("Ana"));
        assert!(!papers.enter("ana") && !papers.enter(ROOM));
        papers.predictions = vec![prediction(ROOM), prediction("Boris"), prediction("Ana")];
        papers.late = vec!["Boris".to_owned()];
        assert_eq!(papers.people(), ["Ana", "Boris"]);
        papers.erase_names();
        let by: Vec<&str> = papers.predictions.iter().map(|it| it.by.as_str()).collect();
        assert_eq!(by, [ROOM, "Pupil 2", "Pupil 1"]);
        assert_eq!(papers.late, ["Pupil 2"]);
        papers.leave_out("Pupil 2");
        assert_eq!(papers.people(), ["Pupil 1"]);
        assert!(papers.late.is_empty());
    }
}
