//! Four simple expectations that a model has to be better than.

use crate::council::{DelegationId, VoteChance};
use crate::scenario::Scenario;
use crate::vote::{self, Room};

use super::{Case, Draft, Expectation, Scale};

/// How many votes the habit of all members counts for beside a member's own, or a camp's own.
const SMOOTHING: f64 = 2.0;
/// An affinity toward the sponsors below which a member belongs to the far camp, in -1..1. In
/// the record of contested drafts of 1998-2021 two fifths of the members that are no sponsors lie
/// below it.
const FAR: f64 = -0.3;

/// Every voting member votes in favour, does not object, signs: with certainty.
pub(super) fn always(scenario: &Scenario, draft: &Draft) -> Expectation {
    expect(scenario, draft, |_| draft.scale.votes([1.0, 0.0, 0.0]))
}

/// Every member has the position and the salience of the compromise mean and the thresholds of
/// its own: what is left of the model when all stand at the mean of positions weighted by
/// influence and salience (Van den Bos 1991; Achen 2006).
pub(super) fn compromise(scenario: &Scenario, draft: &Draft) -> Expectation {
    let gain = gain_at_mean(scenario, draft);
    let positions = vote::opening_positions(scenario);
    let room = Room::opening(scenario, &positions);
    expect(scenario, draft, |who| vote::chance_of(room, who, draft.outcome, gain))
}

/// The gain of docs/model.md, section 1, of a member at the compromise mean, in -1..1.
fn gain_at_mean(scenario: &Scenario, draft: &Draft) -> f64 {
    let derived = &scenario.derived;
    let (mut gain, mut weights) = (0.0, 0.0);
    for aim in &derived.texts[draft.outcome].aims {
        let (mut pull, mut place, mut influences) = (0.0, 0.0, 0.0);
        for &who in &derived.voting {
            let stance = &derived.instructions[(who, aim.issue)];
            let influence = derived.influence[who];
            pull += influence * stance.salience;
            place += influence * stance.salience * stance.position;
            influences += influence;
        }
        weights += aim.weight.get();
        // Nobody cares: nothing is gained, and there is no mean.
        if pull > 0.0 {
            let (mean, salience) = (place / pull, pull / influences);
            let quo = scenario.issues[aim.issue].status_quo.get();
            let nearer = (mean - quo).abs() - (mean - aim.position.get()).abs();
            gain += aim.weight.get() * salience * nearer;
        }
    }
    if weights > 0.0 { gain / weights } else { 0.0 }
}

/// What everybody did, draft by draft, to be read without the draft that is expected.
pub(super) struct Table {
    votes: Vec<Vote>,
    scales: Vec<Scale>,
    outcomes: Vec<Draft>,
}

/// What one member did on one draft.
struct Vote {
    draft: usize,
    member: String,
    camp: Camp,
    cast: usize,
}

/// Where a member stands toward the sponsors of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Camp {
    /// A sponsor itself.
    Sponsor,
    /// With a mean affinity above 0.
    Near,
    /// With one between that of the far camp and 0.
    Between,
    /// With one below [`FAR`].
    Far,
}

impl Camp {
    fn of(scenario: &Scenario, draft: &Draft, who: DelegationId) -> Self {
        let affinity = scenario.derived.sponsorship[(draft.outcome, who)];
        if scenario.outcomes[draft.outcome].sponsors.contains(&who) {
            Self::Sponsor
        } else if affinity > 0.0 {
            Self::Near
        } else if affinity < FAR {
            Self::Far
        } else {
            Self::Between
        }
    }
}

impl Table {
    pub(super) fn of(cases: &[Case], drafts: &[Draft]) -> Self {
        let votes = drafts.iter().enumerate().flat_map(|(at, draft)| {
            let scenario = &cases[draft.case].scenario;
            draft.rows.iter().map(move |row| Vote {
                draft: at,
                member: scenario.members[row.who].identifier.clone(),
                camp: Camp::of(scenario, draft, row.who),
                cast: row.cast,
            })
        });
        Self {
            votes: votes.collect(),
            scales: drafts.iter().map(|draft| draft.scale).collect(),
            outcomes: drafts.to_vec(),
        }
    }

    /// The shares of each member's own votes on the other drafts of the same scale.
    pub(super) fn own_frequencies(&self, scenario: &Scenario, at: usize) -> Expectation {
        let draft = &self.outcomes[at];
        expect(scenario, draft, |who| {
            let member = &scenario.members[who].identifier;
            draft.scale.votes(self.shares(at, |vote| vote.member == *member))
        })
    }

    /// The shares of the votes of its camp on the other drafts of the same scale; sponsors help
    /// their own text with certainty.
    pub(super) fn camp(&self, scenario: &Scenario, at: usize) -> Expectation {
        let draft = &self.outcomes[at];
        expect(scenario, draft, |who| {
            let camp = Camp::of(scenario, draft, who);
            draft.scale.votes(match camp {
                Camp::Sponsor => [1.0, 0.0, 0.0],
                _ => self.shares(at, |vote| vote.camp == camp),
            })
        })
    }

    /// The shares of the classes among the votes that are `alike`, on other drafts of the same
    /// scale than `at`: smoothed by two votes spread as all votes on those drafts are, which are
    /// themselves smoothed by one vote for each class.
    fn shares(&self, at: usize, alike: impl Fn(&Vote) -> bool) -> [f64; 3] {
        let scale = self.scales[at];
        let classes = scale.classes();
        let (mut own, mut all) = ([0.0; 3], [0.0; 3]);
        for vote in self.votes.iter().filter(|vote| vote.draft != at) {
            if self.scales[vote.draft] == scale {
                all[vote.cast] += 1.0;
                own[vote.cast] += f64::from(u8::from(alike(vote)));
            }
        }
        let (of_all, of_own): (f64, f64) = (all.iter().sum(), own.iter().sum());
        std::array::from_fn(|class| {
            let habit = (all[class] + 1.0) / (of_all + classes as f64);
            let share = (own[class] + SMOOTHING * habit) / (of_own + SMOOTHING);
            if class < classes { share } else { 0.0 }
        })
    }
}

/// The expectation in which each voting member has these chances, independently of the others.
fn expect(
    scenario: &Scenario,
    draft: &Draft,
    chance: impl Fn(DelegationId) -> VoteChance,
) -> Expectation {
    let voting = scenario.derived.voting.iter();
    let members: Vec<_> = voting.map(|&who| (who, chance(who))).collect();
    let adopted = vote::decision_chances_given(scenario, draft.outcome, &members).adopted;
    Expectation { members, adopted }
}
