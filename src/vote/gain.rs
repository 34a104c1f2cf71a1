//! How much better an outcome seems to a delegation than today's situation.
//!
//! docs/model.md, section 1: spatial voting with linear loss (Black 1958; Enelow & Hinich 1984).

use crate::council::{Declared, DelegationId, Grid, IssueId, Judgement, OutcomeId};
use crate::scenario::Scenario;

/// What a delegation looks at when it judges an outcome.
#[derive(Debug, Clone, Copy)]
pub struct Room<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Private positions x, in 0..1.
    pub positions: &'a Grid<DelegationId, IssueId, f64>,
    /// What has been declared so far; `None` before anyone has spoken.
    pub declared: Option<&'a Grid<OutcomeId, DelegationId, Declared>>,
}

/// The judgement of `who` on `outcome`: g of docs/model.md, with its parts.
pub fn judge(room: Room<'_>, who: DelegationId, outcome: OutcomeId) -> Judgement {
    let dynamics = &room.scenario.dynamics;
    let own = own_judgement(room, who, outcome);
    let Some(declared) = room.declared else {
        return own;
    };
    let openness = dynamics.bandwagon * (1.0 - own.salience);
    Judgement {
        bandwagon: if openness > 0.0 {
            openness * voice_of_others(room, who, outcome)
        } else {
            0.0
        },
        consistency: dynamics.consistency * declared[(outcome, who)].sign(),
        ..own
    }
}

/// The parts of the judgement that do not depend on what others have said.
fn own_judgement(room: Room<'_>, who: DelegationId, outcome: OutcomeId) -> Judgement {
    let scenario = room.scenario;
    let derived = &scenario.derived;
    let proposal = &scenario.outcomes[outcome];
    let mut judgement = Judgement {
        gain: 0.0,
        bandwagon: 0.0,
        consistency: 0.0,
        sponsors: scenario.dynamics.sponsor_effect * derived.sponsorship[(outcome, who)],
        red_line: None,
        salience: 0.0,
    };
    let (mut gain, mut salience, mut total) = (0.0, 0.0, 0.0);
    for aim in &proposal.aims {
        let w = aim.weight.get();
        let y = aim.position.get();
        let q = scenario.issues[aim.issue].status_quo.get();
        let x = room.positions[(who, aim.issue)];
        let stance = &derived.instructions[(who, aim.issue)];
        gain += stance.salience * w * ((x - q).abs() - (x - y).abs());
        salience += stance.salience * w;
        total += w;
        let outside = stance.red_line.outside(y);
        // A text that improves on a status quo one already rejects is not rejected.
        if w > 0.0
            && stance.salience > 0.0
            && outside > 0.0
            && outside > stance.red_line.outside(q)
            && judgement.red_line.is_none()
        {
            judgement.red_line = Some(aim.issue);
        }
    }
    if total > 0.0 {
        judgement.gain = gain / total;
        judgement.salience = salience / total;
    }
    judgement
}

/// What the other voting members have declared, weighted by trust and influence, in -1..1.
fn voice_of_others(room: Room<'_>, who: DelegationId, outcome: OutcomeId) -> f64 {
    let Some(declared) = room.declared else { return 0.0 };
    let weights = room.scenario.derived.word.row(who);
    let stances = declared.row(outcome);
    weights.iter().zip(stances).map(|(weight, stance)| weight * stance.sign()).sum()
}
