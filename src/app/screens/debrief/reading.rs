//! What has been worked out of a debate for its debrief: a little in each frame, and kept.

use crate::analysis::turning_point::{Prospects, TurningPoint};
use crate::council::OutcomeId;
use crate::debate::Intervention;
use crate::session::Session;
use crate::stream::Seed;
use crate::text::enough_sentence;

use super::turning;

/// How many judgements of members are asked for in one frame.
const JUDGEMENTS: usize = 40_000;
/// How many times over members are asked for what would have been enough, in one frame.
const PATHS: usize = 60;

/// Which debate it is: scenario, seed and what people did settle all the rest.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Key {
    digest: String,
    variation: Option<Seed>,
    seed: Seed,
    people: Vec<Intervention>,
    events: usize,
}

/// What has been worked out of one debate.
#[derive(Debug)]
pub(super) struct Reading {
    key: Key,
    prospects: Prospects,
    /// What holds for the turns shown, and for how many that is.
    moment: Option<Moment>,
}

/// What holds for the turns that have been shown.
#[derive(Debug)]
struct Moment {
    cursor: usize,
    turning: Vec<turning::Row>,
    surprises: Vec<turning::Row>,
    /// What would have been enough for texts that were not adopted.
    enough: Vec<(OutcomeId, String)>,
    /// The outcomes of which that is still to be worked out.
    left: Vec<OutcomeId>,
}

impl Reading {
    /// Of this debate, nothing yet.
    pub(super) fn new(session: &Session) -> Self {
        let prospects = Prospects::new(session.scenario());
        Self { key: key(session), prospects, moment: None }
    }

    /// Which debate it is of.
    pub(super) const fn key(&self) -> &Key {
        &self.key
    }

    /// Whether it is of this debate.
    pub(super) fn is_of(&self, session: &Session) -> bool {
        self.key == key(session)
    }

    /// Goes on for one frame; whether all is worked out that is to be shown now.
    pub(super) fn go_on(&mut self, session: &Session) -> bool {
        let scenario = session.scenario();
        let voting = scenario.derived.voting.len().max(1);
        let many = (JUDGEMENTS / (voting * scenario.outcomes.len().max(1))).max(1);
        // What has not been shown is not looked at either.
        let due = session.turns()[..session.cursor()].iter().skip(self.prospects.len());
        for turn in due.take(many) {
            self.prospects.advance(session.record(), turn.events.clone());
        }
        if self.prospects.len() < session.cursor() {
            self.moment = None;
            return false;
        }
        if self.moment.as_ref().is_none_or(|moment| moment.cursor != session.cursor()) {
            self.moment = Some(Moment::of(session, &self.prospects));
        }
        let Some(moment) = &mut self.moment else { return false };
        moment.go_on(session, (PATHS / voting).max(1));
        moment.left.is_empty()
    }

    /// The turning points of the turns shown; none before they are worked out.
    pub(super) fn turning(&self) -> Option<&[turning::Row]> {
        self.moment.as_ref().map(|moment| &moment.turning[..])
    }

    /// The decisions against the odds.
    pub(super) fn surprises(&self) -> &[turning::Row] {
        self.moment.as_ref().map_or(&[], |moment| &moment.surprises)
    }

    /// What would have been enough for an outcome, once that is worked out.
    pub(super) fn enough(&self, outcome: OutcomeId) -> Option<&str> {
        let enough = &self.moment.as_ref()?.enough;
        enough.iter().find(|(of, _)| *of == outcome).map(|(_, words)| words.as_str())
    }
}

impl Moment {
    fn of(session: &Session, prospects: &Prospects) -> Self {
        let (scenario, cursor) = (session.scenario(), session.cursor());
        let told = |points: Vec<TurningPoint>| -> Vec<turning::Row> {
            let points = points.iter().take(turning::MOST);
            points.map(|point| turning::row(session, prospects, point)).collect()
        };
        Self {
            cursor,
            turning: told(prospects.turning_points(scenario, cursor)),
            surprises: told(prospects.against_the_odds(scenario, cursor)),
            enough: Vec::new(),
            left: super::outcomes::failed(session),
        }
    }

    fn go_on(&mut self, session: &Session, most: usize) {
        let scenario = session.scenario();
        let room = session.state().room(scenario);
        let from = self.left.len().saturating_sub(most);
        for outcome in self.left.drain(from..).rev() {
            let words = enough_sentence(room, outcome);
            self.enough.extend(words.map(|words| (outcome, words)));
        }
    }
}

fn key(session: &Session) -> Key {
    let record = session.record();
    Key {
        digest: session.scenario().digest.clone(),
        variation: session.scenario().variation,
        seed: session.seed(),
        people: record.interventions(),
        events: record.events.len(),
    }
}
