//! A draft of the record as a scenario of one issue, so that the engine itself judges and votes.
//!
//! What the record gives: the ideal points of -3..3 become positions of 0..100; the text stands
//! where its sponsors stand on the mean; where the status quo stands has to be assumed
//! ([`StatusQuo`]); salience is 100 for all; affinity toward a sponsor falls with the distance from 100 at
//! the same point to -100 at opposite ends. Nobody has spoken, and there are no red lines.

use std::fmt::Write as _;
use std::sync::Arc;

use crate::council::{DelegationId, OutcomeId, VoteChance};
use crate::scenario::{self, Dynamics, Scenario};
use crate::unit::UnitInterval;
use crate::vote::{Room, chance, opening_positions};

use super::super::record::{Draft, VotingRecord};
use super::Values;

/// Ideal points beyond this count as this.
const FARTHEST: f64 = 3.0;

/// Where the status quo is assumed to stand: the record does not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusQuo {
    /// At the mean of the Council: a text moves things from where the Council stands.
    Mean,
    /// At 50, the default of scenarios, which is the mean of all States.
    Middle,
    /// At the member farthest from the text: to do nothing suits those who want least of it.
    Farthest,
}

/// A draft with the scenario made of it.
#[derive(Debug, Clone)]
pub(super) struct Mapped<'a> {
    pub(super) draft: &'a Draft,
    scenario: Scenario,
    /// The members in the order of the draft's votes.
    voters: Vec<DelegationId>,
    outcome: OutcomeId,
    /// Whether each voter stands nearer to the text than to the status quo.
    pub(super) camp: Vec<bool>,
    /// Whether the mean of the Council stands nearer to the text than to the status quo.
    pub(super) mean_is_near: bool,
}

/// The position on 0..100 of a State in the year of a draft; the middle where nothing is known.
fn position(record: &VotingRecord, code: &str, year: i32) -> f64 {
    let point = record.ideal_before(code, year).unwrap_or(0.0).clamp(-FARTHEST, FARTHEST);
    50.0 * (1.0 + point / FARTHEST)
}

/// Makes a scenario of `draft`; nothing, if no sponsor with an ideal point is known.
pub(super) fn map<'a>(
    record: &VotingRecord,
    draft: &'a Draft,
    status_quo: StatusQuo,
) -> Option<Mapped<'a>> {
    let year = draft.row.year;
    let mut sponsors: Vec<&str> = draft
        .row
        .sponsors
        .iter()
        .map(String::as_str)
        .filter(|code| record.ideal_before(code, year).is_some())
        .collect();
    sponsors.sort_unstable();
    sponsors.dedup();
    if sponsors.is_empty() {
        return None;
    }
    let mean = |codes: &[&str]| {
        codes.iter().map(|code| position(record, code, year)).sum::<f64>() / codes.len() as f64
    };
    let council: Vec<&str> = draft.votes.iter().map(|(code, _)| code.as_str()).collect();
    let text = mean(&sponsors);
    let status_quo = match status_quo {
        StatusQuo::Mean => mean(&council),
        StatusQuo::Middle => 50.0,
        StatusQuo::Farthest => council
            .iter()
            .map(|code| position(record, code, year))
            .fold(text, |far, x| if (x - text).abs() > (far - text).abs() { x } else { far }),
    };
    let file = file(record, draft, (&council, &sponsors), (text, status_quo));
    let scenario = Arc::unwrap_or_clone(scenario::load("record", file.as_bytes()).scenario?);
    let voters =
        council.iter().map(|code| scenario.delegation(code)).collect::<Option<Vec<_>>>()?;
    let outcome = scenario.outcomes.ids().next()?;
    let near = |x: f64, other: f64| (x - text).abs() <= (x - other).abs();
    let camp = council.iter().map(|code| near(position(record, code, year), status_quo)).collect();
    Some(Mapped {
        draft,
        scenario,
        voters,
        outcome,
        camp,
        mean_is_near: near(mean(&council), status_quo),
    })
}

/// The scenario file of a draft.
fn file(
    record: &VotingRecord,
    draft: &Draft,
    (council, sponsors): (&[&str], &[&str]),
    (text, status_quo): (f64, f64),
) -> String {
    let year = draft.row.year;
    let mut members = String::new();
    let invited = sponsors.iter().filter(|code| !council.contains(code));
    for code in council.iter().chain(invited) {
        let seat = match (council.contains(code), record.is_permanent(code)) {
            (true, true) => "Permanent",
            (true, false) => "Elected",
            (false, _) => "Rule37",
        };
        let x = position(record, code, year);
        let mut relations = String::new();
        for sponsor in sponsors.iter().filter(|sponsor| *sponsor != code) {
            let affinity = 100.0 - 2.0 * (x - position(record, sponsor, year)).abs();
            write!(relations, "\"{sponsor}\": {affinity:.3}, ").unwrap_or_default();
        }
        writeln!(
            members,
            "\"{code}\": Member(name: \"{code}\", seat: {seat}, relations: {{ {relations} }}, \
             stances: {{ \"scale\": Stance(position: {x:.4}, salience: 100) }}),"
        )
        .unwrap_or_default();
    }
    let form = if draft.row.procedural { "ProceduralDecision" } else { "Resolution" };
    let president = council.first().copied().unwrap_or_default();
    let sponsors = sponsors.iter().map(|code| format!("\"{code}\"")).collect::<Vec<_>>().join(", ");
    format!(
        "Scenario(format: 1, title: \"Draft\", date: \"{year}-01-01\", body: \"Council\",
        president: \"{president}\", members: {{ {members} }},
        issues: {{ \"scale\": Issue(name: \"Scale\", low: \"low\", high: \"high\", \
         status_quo: {status_quo:.4}) }},
        outcomes: {{ \"draft\": Outcome(title: \"Draft\", form: {form}, sponsors: [{sponsors}], \
         aims: {{ \"scale\": Aim(position: {text:.4}) }}) }})"
    )
}

impl Mapped<'_> {
    /// The values that the scenario has when its file names none: the engine's defaults.
    pub(super) fn defaults(&self) -> Values {
        let dynamics = &self.scenario.dynamics;
        let reluctance = self
            .voters
            .first()
            .map_or(UnitInterval::default(), |&who| self.scenario.members[who].veto_reluctance);
        Values {
            noise: 100.0 * dynamics.noise,
            threshold_yes: 100.0 * dynamics.threshold_yes,
            threshold_no: 100.0 * dynamics.threshold_no,
            sponsor_effect: 100.0 * dynamics.sponsor_effect,
            veto_reluctance: 100.0 * reluctance.get(),
        }
    }

    /// Gives the scenario these values.
    pub(super) fn set(&mut self, values: Values) {
        for &who in &self.voters {
            self.scenario.members[who].veto_reluctance =
                UnitInterval::clamped(values.veto_reluctance / 100.0);
        }
        // Last, because thresholds follow from the reluctance too.
        self.scenario.set_dynamics(Dynamics {
            noise: values.noise / 100.0,
            threshold_yes: values.threshold_yes / 100.0,
            threshold_no: values.threshold_no / 100.0,
            sponsor_effect: values.sponsor_effect / 100.0,
            ..self.scenario.dynamics
        });
    }

    /// The chances of the votes by the engine's own functions.
    pub(super) fn chances(&self) -> Vec<VoteChance> {
        let positions = opening_positions(&self.scenario);
        let room = Room::opening(&self.scenario, &positions);
        self.voters.iter().map(|&who| chance(room, who, self.outcome).1).collect()
    }
}
