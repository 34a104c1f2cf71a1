//! Which single number of a file, changed by how little, would make a miss a hit.

use crate::council::{DelegationId, IssueId};
use crate::scenario::{Dynamics, Scenario};
use crate::unit::UnitInterval;
use crate::vote::{self, Room};

use super::cause::points;
use super::draft::most_probable;
use super::{Draft, Observed};

/// A number of a scenario file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// The position of the member on an issue.
    Position(IssueId),
    /// Its salience there.
    Salience(IssueId),
    /// The low end of its red line there.
    RedLineLow(IssueId),
    /// The high end of its red line there.
    RedLineHigh(IssueId),
    /// Its relation toward a sponsor.
    Relation(DelegationId),
    /// The status quo of an issue.
    StatusQuo(IssueId),
    /// Where the text stands on an issue.
    Text(IssueId),
    /// The threshold of a vote in favour.
    ThresholdYes,
    /// The threshold of a vote against.
    ThresholdNo,
    /// The threshold of an objection.
    ThresholdObject,
    /// The threshold of a signature.
    ThresholdSign,
}

/// A change of one number, on the scale of the file.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// The number.
    pub number: Number,
    /// What it is.
    pub from: f64,
    /// The nearest whole point at which the vote would be a hit.
    pub to: f64,
}

impl Change {
    /// The smallest change, by whole points, of one number of the member that makes the vote of
    /// `observed` the most probable one; failing that, of the text or the status quo; failing
    /// that, of a threshold of the model.
    pub(super) fn smallest(
        scenario: &Scenario,
        draft: &Draft,
        observed: &Observed,
    ) -> Option<Self> {
        if observed.bound {
            return None;
        }
        let mut scratch = scenario.clone();
        candidates(scenario, draft, observed.who).into_iter().find_map(|numbers| {
            let changes = numbers.into_iter().filter_map(|number| {
                let from = number.value(scenario, draft, observed.who)?;
                let to = nearest_hit(&mut scratch, (draft, observed), number)?;
                Some(Self { number, from: from * 100.0, to })
            });
            // Of equal changes the first is kept.
            changes
                .reduce(|least, change| if change.size() < least.size() { change } else { least })
        })
    }

    fn size(&self) -> f64 {
        (self.to - self.from).abs()
    }

    /// The change in words: "position on “Monitoring”, 30: at 21 it would be a hit".
    pub fn words(&self, scenario: &Scenario) -> String {
        let what = self.number.words(scenario);
        format!("{what}, {}: at {:.0} it would be a hit", points(self.from / 100.0), self.to)
    }
}

impl Number {
    /// The place in the scenario file, as a path.
    pub fn path(self, scenario: &Scenario, draft: &Draft, who: DelegationId) -> String {
        let member = format!("members[{:?}]", scenario.members[who].identifier);
        let issue = |id: IssueId| &scenario.issues[id].identifier;
        let stance = |id, field| format!("{member}.stances[{:?}].{field}", issue(id));
        match self {
            Self::Position(id) => stance(id, "position"),
            Self::Salience(id) => stance(id, "salience"),
            Self::RedLineLow(id) | Self::RedLineHigh(id) => stance(id, "red_line"),
            Self::Relation(sponsor) => {
                format!("{member}.relations[{:?}]", scenario.members[sponsor].identifier)
            }
            Self::StatusQuo(id) => format!("issues[{:?}].status_quo", issue(id)),
            Self::Text(id) => {
                let outcome = &scenario.outcomes[draft.outcome].identifier;
                format!("outcomes[{outcome:?}].aims[{:?}].position", issue(id))
            }
            Self::ThresholdYes => "dynamics.threshold_yes".to_owned(),
            Self::ThresholdNo => "dynamics.threshold_no".to_owned(),
            Self::ThresholdObject => "dynamics.threshold_object".to_owned(),
            Self::ThresholdSign => "dynamics.threshold_sign".to_owned(),
        }
    }

    fn words(self, scenario: &Scenario) -> String {
        let on = |what: &str, id: IssueId| format!("{what} “{}”", scenario.issues[id].name);
        match self {
            Self::Position(id) => on("position on", id),
            Self::Salience(id) => on("salience of", id),
            Self::RedLineLow(id) => on("low end of the red line on", id),
            Self::RedLineHigh(id) => on("high end of the red line on", id),
            Self::Relation(sponsor) => {
                format!("relation toward {}", scenario.members[sponsor].name.in_sentence())
            }
            Self::StatusQuo(id) => on("status quo of", id),
            Self::Text(id) => on("the text on", id),
            Self::ThresholdYes => "threshold_yes".to_owned(),
            Self::ThresholdNo => "threshold_no".to_owned(),
            Self::ThresholdObject => "threshold_object".to_owned(),
            Self::ThresholdSign => "threshold_sign".to_owned(),
        }
    }

    /// The lowest and the highest value, in points.
    const fn range(self) -> (i32, i32) {
        match self {
            Self::Relation(_)
            | Self::ThresholdYes
            | Self::ThresholdNo
            | Self::ThresholdObject
            | Self::ThresholdSign => (-100, 100),
            _ => (0, 100),
        }
    }

    /// The value in the engine's scale; nothing where the scenario has no such number.
    fn value(self, scenario: &Scenario, draft: &Draft, who: DelegationId) -> Option<f64> {
        let stance = |id: IssueId| {
            Some(&scenario.derived.instructions[(who, id)]).filter(|stance| stance.given)
        };
        let line = |id: IssueId| {
            let written = scenario.stances[(who, id)].as_ref()?.red_line;
            written.map(|_| scenario.derived.instructions[(who, id)].red_line)
        };
        let dynamics = &scenario.dynamics;
        match self {
            Self::Position(id) => stance(id).map(|stance| stance.position),
            Self::Salience(id) => stance(id).map(|stance| stance.salience),
            Self::RedLineLow(id) => line(id).map(|line| line.low.get()),
            Self::RedLineHigh(id) => line(id).map(|line| line.high.get()),
            Self::Relation(sponsor) => Some(scenario.derived.affinity[(who, sponsor)]),
            Self::StatusQuo(id) => Some(scenario.issues[id].status_quo.get()),
            Self::Text(id) => {
                let aims = &scenario.derived.texts[draft.outcome].aims;
                aims.iter().find(|aim| aim.issue == id).map(|aim| aim.position.get())
            }
            Self::ThresholdYes => Some(dynamics.threshold_yes),
            Self::ThresholdNo => Some(dynamics.threshold_no),
            Self::ThresholdObject => Some(dynamics.threshold_object),
            Self::ThresholdSign => Some(dynamics.threshold_sign),
        }
    }

    /// Sets the number, in the engine's scale, where forecasts from the opening read it.
    fn set(self, scenario: &mut Scenario, (draft, who): (&Draft, DelegationId), value: f64) {
        let derived = &mut scenario.derived;
        let dynamics = scenario.dynamics;
        match self {
            Self::Position(id) => derived.instructions[(who, id)].position = value,
            Self::Salience(id) => derived.salience[(who, id)] = value,
            Self::RedLineLow(id) => {
                derived.instructions[(who, id)].red_line.low = UnitInterval::clamped(value);
            }
            Self::RedLineHigh(id) => {
                derived.instructions[(who, id)].red_line.high = UnitInterval::clamped(value);
            }
            Self::Relation(sponsor) => {
                let sponsors = scenario.outcomes[draft.outcome].sponsors.len().max(1) as f64;
                let change = value - derived.affinity[(who, sponsor)];
                derived.affinity[(who, sponsor)] = value;
                derived.sponsorship[(draft.outcome, who)] += change / sponsors;
            }
            Self::StatusQuo(id) => scenario.set_status_quo(id, UnitInterval::clamped(value)),
            Self::Text(id) => {
                for aim in &mut derived.texts[draft.outcome].aims {
                    if aim.issue == id {
                        aim.position = UnitInterval::clamped(value);
                    }
                }
            }
            Self::ThresholdYes => {
                scenario.set_dynamics(Dynamics { threshold_yes: value, ..dynamics });
            }
            Self::ThresholdNo => {
                scenario.set_dynamics(Dynamics { threshold_no: value, ..dynamics });
            }
            Self::ThresholdObject => {
                scenario.set_dynamics(Dynamics { threshold_object: value, ..dynamics });
            }
            Self::ThresholdSign => {
                scenario.set_dynamics(Dynamics { threshold_sign: value, ..dynamics });
            }
        }
    }
}

/// The chances of the classes of one member from the opening positions.
pub(super) fn at_opening(scenario: &Scenario, draft: &Draft, who: DelegationId) -> [f64; 3] {
    let positions = vote::opening_positions(scenario);
    let (_, chance) = vote::chance(Room::opening(scenario, &positions), who, draft.outcome);
    draft.scale.chances(chance)
}

/// The numbers that could be changed: those of the member, those of the text, those of the model.
fn candidates(scenario: &Scenario, draft: &Draft, who: DelegationId) -> [Vec<Number>; 3] {
    let outcome = &scenario.outcomes[draft.outcome];
    let issues = || outcome.aims.iter().map(|aim| aim.issue);
    let own = issues().flat_map(|id| {
        [
            Number::Position(id),
            Number::Salience(id),
            Number::RedLineLow(id),
            Number::RedLineHigh(id),
        ]
    });
    let others = outcome.sponsors.iter().filter(|&&sponsor| sponsor != who);
    [
        own.chain(others.map(|&sponsor| Number::Relation(sponsor))).collect(),
        issues().flat_map(|id| [Number::Text(id), Number::StatusQuo(id)]).collect(),
        vec![
            Number::ThresholdYes,
            Number::ThresholdNo,
            Number::ThresholdObject,
            Number::ThresholdSign,
        ],
    ]
}

/// Whether a file with these numbers would have no error: thresholds leave room for abstaining
/// (S039), and red lines are intervals.
fn is_sound(scratch: &Scenario, (draft, who): (&Draft, DelegationId)) -> bool {
    let Dynamics { threshold_yes, threshold_no, threshold_object, .. } = scratch.dynamics;
    let lines = scratch.outcomes[draft.outcome].aims.iter();
    threshold_no > -threshold_yes
        && threshold_object > -threshold_yes
        && lines
            .map(|aim| scratch.derived.instructions[(who, aim.issue)].red_line)
            .all(|line| line.low <= line.high)
}

/// The whole point nearest to the value of `number` at which `observed` would be a hit.
fn nearest_hit(
    scratch: &mut Scenario,
    (draft, observed): (&Draft, &Observed),
    number: Number,
) -> Option<f64> {
    let from = number.value(scratch, draft, observed.who)? * 100.0;
    let (low, high) = number.range();
    let (down, up) = ((from - 1e-9).ceil() as i32, (from + 1e-9).floor() as i32);
    let mut at = |to: i32| {
        number.set(scratch, (draft, observed.who), f64::from(to) / 100.0);
        is_sound(scratch, (draft, observed.who))
            && most_probable(&at_opening(scratch, draft, observed.who)) == observed.cast
    };
    let mut steps = (1..=high - low)
        .flat_map(|step| [down - step, up + step])
        .filter(|to| (low..=high).contains(to));
    let found = steps.find(|&to| at(to)).map(f64::from);
    number.set(scratch, (draft, observed.who), from / 100.0);
    found
}
