//! What takes some working out, done once for a moment of the debate.

use std::collections::BTreeMap;

use crate::app::views::ReasonRow;
use crate::app::widgets::Expected;
use crate::council::{AdoptionRule, OutcomeId};
use crate::session::Session;
use crate::text::blocking_sentences;
use crate::vote::{blocking, expectation};

use super::why::{Moment, Why};

/// In larger bodies the arithmetic takes too long to be shown unasked.
const ARITHMETIC_UP_TO: usize = 30;
/// A range leaves out so much at each end.
const TAIL: f64 = 0.05;

/// Figures and reasons of one moment.
#[derive(Debug, Default)]
pub(super) struct Worked {
    moment: Option<Moment>,
    expected: BTreeMap<OutcomeId, Option<Expected>>,
    arithmetic: BTreeMap<OutcomeId, Vec<String>>,
    answer: Option<(Why, Option<ReasonRow>)>,
}

impl Worked {
    /// Forgets what belonged to another moment.
    pub(super) fn look(&mut self, session: &Session) {
        let moment = Some(Moment::of(session));
        if self.moment != moment {
            *self = Self { moment, ..Self::default() };
        }
    }

    /// The votes expected for an outcome, where votes are counted.
    pub(super) fn expected(&mut self, session: &Session, outcome: OutcomeId) -> Option<Expected> {
        *self.expected.entry(outcome).or_insert_with(|| expected(session, outcome))
    }

    /// What stands in the way of an outcome.
    pub(super) fn arithmetic(&mut self, session: &Session, outcome: OutcomeId) -> Vec<String> {
        let found = self.arithmetic.entry(outcome).or_insert_with(|| arithmetic(session, outcome));
        found.clone()
    }

    /// The answer to a question.
    pub(super) fn answer(&mut self, session: &Session, why: Why) -> Option<&ReasonRow> {
        if self.answer.as_ref().is_none_or(|(of, _)| *of != why) {
            self.answer = Some((why, why.answer(session)));
        }
        self.answer.as_ref().and_then(|(_, answer)| answer.as_ref())
    }
}

fn expected(session: &Session, outcome: OutcomeId) -> Option<Expected> {
    let scenario = session.scenario();
    let room = session.state().room(scenario);
    if !matches!(room.rule(outcome), AdoptionRule::Vote { .. } | AdoptionRule::Weighted { .. }) {
        return None;
    }
    let forecast = expectation(room, outcome);
    let mean: f64 = forecast.members.iter().map(|(.., chance)| chance.in_favour).sum();
    let mut reached = 0.0;
    let (mut low, mut high) = (0, 0);
    for (votes, chance) in forecast.in_favour.iter().enumerate() {
        if reached < TAIL {
            low = votes;
        }
        if reached < 1.0 - TAIL {
            high = votes;
        }
        reached += chance;
    }
    Some(Expected { mean: mean as f32, low, high, members: forecast.members.len() })
}

fn arithmetic(session: &Session, outcome: OutcomeId) -> Vec<String> {
    let scenario = session.scenario();
    if scenario.derived.voting.len() > ARITHMETIC_UP_TO {
        return Vec::new();
    }
    let found = blocking(session.state().room(scenario), outcome);
    found.map_or_else(Vec::new, |found| blocking_sentences(scenario, None, &found))
}
