//! How much better an outcome seems to a delegation than today's situation.
//!
//! docs/model.md, section 1: spatial voting with linear loss (Black 1958; Enelow & Hinich 1984).

use crate::council::{
    AdoptionRule, ByOutcome, Columns, Declared, DelegationId, Grid, Id as _, IssueId, Judgement,
    OutcomeId, Text,
};
use crate::scenario::Scenario;

/// What a delegation looks at when it judges an outcome.
#[derive(Debug, Clone, Copy)]
pub struct Room<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Private positions x, in 0..1.
    pub positions: &'a Columns<DelegationId, IssueId, f64>,
    /// Salience s, in 0..1.
    pub salience: &'a Grid<DelegationId, IssueId, f64>,
    /// The texts as they stand.
    pub texts: &'a ByOutcome<Text>,
    /// What has been declared so far; `None` before anyone has spoken.
    pub heard: Option<Heard<'a>>,
}

/// What has been declared so far.
#[derive(Debug, Clone, Copy)]
pub struct Heard<'a> {
    /// By each delegation on each outcome.
    pub declared: &'a Grid<OutcomeId, DelegationId, Declared>,
    /// What each delegation hears from the other voting members: their declared stances, weighted
    /// by trust and influence, in -1..1.
    pub voice: &'a Grid<OutcomeId, DelegationId, f64>,
}

impl<'a> Room<'a> {
    /// The room before anyone has spoken, at these positions.
    pub const fn opening(
        scenario: &'a Scenario,
        positions: &'a Columns<DelegationId, IssueId, f64>,
    ) -> Self {
        let derived = &scenario.derived;
        Self {
            scenario,
            positions,
            salience: &derived.salience,
            texts: &derived.texts,
            heard: None,
        }
    }

    /// The adoption rule of an outcome in its present form.
    pub fn rule(&self, outcome: OutcomeId) -> &'a AdoptionRule {
        self.scenario.rules.of(self.texts[outcome].form)
    }
}

/// The judgement of `who` on `outcome`: g of docs/model.md, with its parts.
#[expect(clippy::inline_always, reason = "written where it is kept, and not copied from elsewhere")]
#[inline(always)]
pub fn judge(room: Room<'_>, who: DelegationId, outcome: OutcomeId) -> Judgement {
    judgement(&room, who, outcome)
}

/// The same of a room that is looked at often.
#[expect(clippy::inline_always, reason = "asked hundreds of times in each debate")]
#[inline(always)]
pub(super) fn judgement(room: &Room<'_>, who: DelegationId, outcome: OutcomeId) -> Judgement {
    let dynamics = &room.scenario.dynamics;
    let Measured { gain, salience, red_line } = measure(room, who, outcome);
    let (bandwagon, consistency) = room.heard.map_or((0.0, 0.0), |heard| {
        let openness = dynamics.bandwagon * (1.0 - salience);
        let own = heard.declared[(outcome, who)].sign();
        (openness * heard.voice[(outcome, who)], dynamics.consistency * own)
    });
    let sponsors = dynamics.sponsor_effect * room.scenario.derived.sponsorship[(outcome, who)];
    Judgement { gain, bandwagon, consistency, sponsors, red_line, salience }
}

/// The gain of docs/model.md, section 1, alone: in -1..1, whatever red lines say.
pub fn gain(room: Room<'_>, who: DelegationId, outcome: OutcomeId) -> f64 {
    measure(&room, who, outcome).gain
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

/// The parts of the judgement that do not depend on others.
struct Measured {
    gain: f64,
    salience: f64,
    red_line: Option<IssueId>,
}

#[expect(clippy::inline_always, reason = "asked hundreds of times in each debate")]
#[inline(always)]
fn measure(room: &Room<'_>, who: DelegationId, outcome: OutcomeId) -> Measured {
    let derived = &room.scenario.derived;
    let saliences = room.salience.row(who);
    let instructions = derived.instructions.row(who);
    let mut red_line = None;
    let (mut gain, mut salience, mut total) = (0.0, 0.0, 0.0);
    for aim in &room.texts[outcome].aims {
        let at = aim.issue.index();
        let w = aim.weight.get();
        let y = aim.position.get();
        let q = derived.status_quo[aim.issue];
        let (x, cares) = (room.positions[(who, aim.issue)], saliences[at] * w);
        gain += cares * ((x - q).abs() - (x - y).abs());
        salience += cares;
        total += w;
        // A text that improves on a status quo one already rejects is not rejected.
        let crossed = cares > 0.0 && instructions[at].red_line.is_crossed(y, q);
        if crossed && red_line.is_none() {
            red_line = Some(aim.issue);
        }
    }
    // An outcome without aims is worth nothing to anyone.
    let share = if total > 0.0 { 1.0 / total } else { 0.0 };
    Measured { gain: gain * share, salience: salience * share, red_line }
}
