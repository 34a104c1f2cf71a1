//! How much better an outcome seems to a delegation than today's situation.
//!
//! docs/model.md, section 1: spatial voting with linear loss (Black 1958; Enelow & Hinich 1984).

use crate::council::{
    AdoptionRule, ByOutcome, Declared, DelegationId, Grid, IssueId, Judgement, OutcomeId, Text,
};
use crate::scenario::Scenario;

/// What a delegation looks at when it judges an outcome.
#[derive(Debug, Clone, Copy)]
pub struct Room<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Private positions x, in 0..1.
    pub positions: &'a Grid<DelegationId, IssueId, f64>,
    /// Salience s, in 0..1.
    pub salience: &'a Grid<DelegationId, IssueId, f64>,
    /// The weight of the column's word for the row.
    pub word: &'a Grid<DelegationId, DelegationId, f64>,
    /// The texts as they stand.
    pub texts: &'a ByOutcome<Text>,
    /// What has been declared so far; `None` before anyone has spoken.
    pub declared: Option<&'a Grid<OutcomeId, DelegationId, Declared>>,
}

impl<'a> Room<'a> {
    /// The room before anyone has spoken, at these positions.
    pub const fn opening(
        scenario: &'a Scenario,
        positions: &'a Grid<DelegationId, IssueId, f64>,
    ) -> Self {
        let derived = &scenario.derived;
        Self {
            scenario,
            positions,
            salience: &derived.salience,
            word: &derived.word,
            texts: &derived.texts,
            declared: None,
        }
    }

    /// The adoption rule of an outcome in its present form.
    pub fn rule(&self, outcome: OutcomeId) -> &'a AdoptionRule {
        self.scenario.rules.of(self.texts[outcome].form)
    }
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

/// The gain of docs/model.md, section 1, alone: in -1..1, whatever red lines say.
pub fn gain(room: Room<'_>, who: DelegationId, outcome: OutcomeId) -> f64 {
    own_judgement(room, who, outcome).gain
}

/// What the part of an outcome that bears on one issue is worth to `who` by itself, in -1..1.
pub fn gain_on(room: Room<'_>, who: DelegationId, (outcome, issue): (OutcomeId, IssueId)) -> f64 {
    let q = room.scenario.issues[issue].status_quo.get();
    let x = room.positions[(who, issue)];
    let part = room.texts[outcome].aims.iter().find(|aim| aim.issue == issue);
    part.map_or(0.0, |aim| {
        room.salience[(who, issue)] * ((x - q).abs() - (x - aim.position.get()).abs())
    })
}

/// The parts of the judgement that do not depend on what others have said.
fn own_judgement(room: Room<'_>, who: DelegationId, outcome: OutcomeId) -> Judgement {
    let scenario = room.scenario;
    let derived = &scenario.derived;
    let mut judgement = Judgement {
        gain: 0.0,
        bandwagon: 0.0,
        consistency: 0.0,
        sponsors: scenario.dynamics.sponsor_effect * derived.sponsorship[(outcome, who)],
        red_line: None,
        salience: 0.0,
    };
    let (mut gain, mut salience, mut total) = (0.0, 0.0, 0.0);
    for aim in &room.texts[outcome].aims {
        let w = aim.weight.get();
        let y = aim.position.get();
        let q = scenario.issues[aim.issue].status_quo.get();
        let x = room.positions[(who, aim.issue)];
        let stance = &derived.instructions[(who, aim.issue)];
        let s = room.salience[(who, aim.issue)];
        gain += s * w * ((x - q).abs() - (x - y).abs());
        salience += s * w;
        total += w;
        let outside = stance.red_line.outside(y);
        // A text that improves on a status quo one already rejects is not rejected.
        if w > 0.0
            && s > 0.0
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
    let weights = room.word.row(who);
    let stances = declared.row(outcome);
    weights.iter().zip(stances).map(|(weight, stance)| weight * stance.sign()).sum()
}
