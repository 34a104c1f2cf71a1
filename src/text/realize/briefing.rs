//! Briefings: what a briefer observes, issue by issue, and no claim on the Council's decision.

use crate::council::Statement;

use super::super::length::{BRIEFING, Length, STANDS_BY, Sentence};
use super::super::phrasebook::{Line, Slot, Subject, When, Words};
use super::super::plan;
use super::Voice;

impl Voice<'_> {
    pub(super) fn briefing(&mut self, statement: &Statement) -> Length {
        let turn = When::in_turn(self.rank);
        let words = Words::default().with(Slot::Format, self.scenario.meeting.name());
        self.say("opening", Subject::BriefingOpening, (&words, turn));
        let issues = plan::briefing(statement);
        for (place, points) in issues.iter().enumerate() {
            let issue = points[0].issue;
            let subject = match place {
                0 => Subject::BriefingFirst,
                place if place + 1 == issues.len() && place > 1 => Subject::BriefingLast,
                _ => Subject::BriefingNext,
            };
            let tells = format!("briefing: {}", self.axis(issue).identifier);
            let words = Words::default().with(Slot::Issue, self.issue(issue));
            self.say(&tells, subject, (&words, turn));
            for point in points {
                self.argument(&tells, point, 0);
            }
            if let Some(text) = self.choose.say(Subject::BriefingLink, &Words::default(), turn) {
                let link = Sentence::kept(tells.as_str(), text);
                self.sentences.push(link.or(Line::default(), STANDS_BY));
            }
        }
        self.say("close", Subject::BriefingClosing, (&Words::default(), turn));
        BRIEFING
    }
}
