//! Records: the branch that is looked at as a file, and a session from such a file.

use std::sync::Arc;

use crate::council::DelegationId;
use crate::debate::{self, Chair, ENGINE_VERSION, Record, ReplayFault};
use crate::text::{Phrasebook, record_text, upper_first};

use super::branch::{Branch, BranchId, Origin, common_events};
use super::change::Change;
use super::play::{Play, carry_on};
use super::{AS_IT_WAS, AS_PLAYED, Session};

/// The name of a branch that is shown as it was recorded.
const AS_RECORDED: &str = "As recorded";

impl Session {
    /// The text of a record file of the branch that is looked at.
    pub fn record_text(&self) -> String {
        record_text(self.current().record(), Phrasebook::english())
    }

    /// The same of what has been shown of the branch, and no more.
    pub fn shown_text(&self) -> String {
        let branch = self.current();
        let shown = branch.record().branch(branch.begun_by(self.cursor));
        record_text(&shown, Phrasebook::english())
    }

    /// The debate in the text of a record file, as it was recorded, before the meeting opens; and
    /// what has to be said about the file, if anything. Where people acted in it, it is a branch
    /// of what the model would have done alone. A damaged file opens up to its last whole event.
    ///
    /// # Errors
    /// When the text is no record, is of a newer format, or its scenario cannot be read.
    pub fn open_record(text: &str) -> Result<(Self, Option<String>), ReplayFault> {
        let debate::Opened { record, damage, recorded_by } = debate::open(text)?;
        let is_of_today = recorded_by == u64::from(ENGINE_VERSION);
        let mut warnings: Vec<String> = Vec::new();
        warnings.extend(damage.as_ref().map(|fault| {
            format!(
                "{}. What stands before is shown as it was recorded.",
                upper_first(&fault.to_string())
            )
        }));
        if !is_of_today {
            warnings.push(format!(
                "It was recorded by engine version {recorded_by}, and this is {ENGINE_VERSION}: \
                 branches go on by the rules of today."
            ));
        }
        let mut session = Self::from_record(record, damage.is_none() && is_of_today);
        session.opened = Some((Arc::from(text), session.naming()));
        let warning = (!warnings.is_empty()).then(|| warnings.join(" "));
        Ok((session, warning))
    }

    /// The debate of a whole record that was saved while people played: it goes on where it was
    /// left. What was finished with is asked again.
    fn under_way(record: &Record, is_whole: bool) -> Option<Self> {
        let mut debate = record.debate();
        let played = |who: &DelegationId| debate.state().played[*who];
        let seats: Vec<DelegationId> = record.seats().into_iter().filter(played).collect();
        let (presides, president) =
            (debate.state().chair == Chair::Person, debate.state().president);
        if !is_whole || (seats.is_empty() && !presides) || debate.propose().is_none() {
            return None;
        }
        let mut record = record.clone();
        let play = Play::new(seats, presides);
        let due = carry_on(&mut record, &mut debate, &play);
        let mut session = Self::of(Record::new(Arc::clone(&record.scenario), record.seed), "");
        let branch = Branch::played(BranchId::FIRST, AS_PLAYED.to_owned(), record, None);
        session.eyes = play.first_eyes(president);
        session.branches = vec![branch.with_play(play, due)];
        session.seek_anew(0);
        Some(session)
    }

    /// `is_whole`: whether the model of today made all of it.
    fn from_record(record: Record, is_whole: bool) -> Self {
        if let Some(session) = Self::under_way(&record, is_whole) {
            return session;
        }
        let first_deed = record.steps.iter().find(|step| step.by_person);
        let Some(first) = first_deed else {
            return Self::of(record, if is_whole { AS_IT_WAS } else { AS_RECORDED });
        };
        let alone = Record::of(Arc::clone(&record.scenario), record.seed);
        if common_events(&alone, &record) < first.before {
            // The model of today takes another course from the start: nothing is shared.
            return Self::of(record, AS_RECORDED);
        }
        let change = Change::of(&first.action);
        let is_one = record.interventions().len() == 1;
        let words = change
            .filter(|_| is_one)
            .map(|change| change.words(&record.scenario, &record.state_at(first.before)));
        let mut session = Self::of(alone, AS_IT_WAS);
        let id = session.next_id;
        let origin = Origin { parent: session.current(), change };
        let name = words.unwrap_or_else(|| AS_RECORDED.to_owned());
        let branch = Branch::grown(id, name, record, Some(origin));
        session.next_id = id.next();
        session.branches.push(branch);
        session.select(id);
        session
    }
}
