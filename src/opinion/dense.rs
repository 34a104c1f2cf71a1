//! The step of `listen` for all listeners at once, where nobody asks for each movement.
//!
//! The same expressions in the same order as in `update`, so that both give the same bits. The
//! arithmetic runs on as many listeners at once as the processor can (crate `pulp`, which finds out
//! when the program starts); no sum is reordered by it.

use crate::council::{ByDelegation, Columns, DelegationId, Id as _, IssueId, Point, Statement};
use crate::scenario::Scenario;

/// What does not change while delegations listen.
#[derive(Debug, Clone, PartialEq)]
pub struct Anchors {
    /// Instructions from capital, a, in 0..1.
    capital: Numbers,
    /// The ends of the red line, in 0..1. Where there is no stance, both are the place that is never
    /// left.
    low: Numbers,
    high: Numbers,
}

type Numbers = Columns<DelegationId, IssueId, f64>;

impl Anchors {
    /// The anchors of the delegations of `scenario`.
    pub fn new(scenario: &Scenario) -> Self {
        let nothing = Columns::filled(scenario.members.len(), scenario.issues.len(), 0.0);
        let mut anchors = Self { capital: nothing.clone(), low: nothing.clone(), high: nothing };
        anchors.reset(scenario);
        anchors
    }

    /// Takes over what capitals instruct in `scenario`, of the same shape.
    pub fn reset(&mut self, scenario: &Scenario) {
        for who in scenario.members.ids() {
            for place in scenario.issues.ids().map(|issue| (who, issue)) {
                let instructions = &scenario.derived.instructions[place];
                let (low, high) = if instructions.given {
                    (instructions.red_line.low.get(), instructions.red_line.high.get())
                } else {
                    (instructions.position, instructions.position)
                };
                self.capital[place] = instructions.position;
                self.low[place] = low;
                self.high[place] = high;
            }
        }
    }

    /// Moves all who listen to `statement`, as `listen` would say one by one.
    pub fn persuade(
        &self,
        scenario: &Scenario,
        (positions, flexibility): Minds<'_>,
        influence: &ByDelegation<f64>,
        statement: &Statement,
    ) {
        if statement.points.iter().any(|point| point.voiced.is_some()) {
            pulp::Arch::new().dispatch(Hearing {
                anchors: self,
                points: &statement.points,
                speaker: statement.speaker.index(),
                strength: (scenario.dynamics.persuasion, influence[statement.speaker]),
                trust: scenario.derived.trusted.lanes(statement.speaker),
                bound: scenario.dynamics.confidence_bound.unwrap_or(f64::INFINITY),
                flexibility,
                positions,
            });
        }
    }
}

/// Private positions, which are moved, and flexibility, of the same shape.
pub type Minds<'a> = (&'a mut Numbers, &'a Numbers);

/// All who listen to one statement.
struct Hearing<'a> {
    anchors: &'a Anchors,
    points: &'a [Point],
    speaker: usize,
    /// π and c, which with trust make the strength of the word.
    strength: (f64, f64),
    /// Trust of each delegation toward the speaker, filled up to whole lanes.
    trust: &'a [f64],
    bound: f64,
    flexibility: &'a Numbers,
    positions: &'a mut Numbers,
}

impl pulp::WithSimd for Hearing<'_> {
    type Output = ();

    #[expect(clippy::inline_always, reason = "it is compiled anew for each kind of processor")]
    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, simd: S) {
        let splat = |number: f64| simd.splat_f64s(number);
        let (persuasion, influence) = (splat(self.strength.0), splat(self.strength.1));
        let trust = S::as_simd_f64s(self.trust).0;
        let Anchors { capital, low, high } = self.anchors;
        for point in self.points {
            let Some(voiced) = point.voiced else { continue };
            let word = Word::<S> {
                voiced: splat(voiced),
                emphasis: splat(point.emphasis),
                bound: splat(self.bound),
            };
            let of = |numbers| column::<S>(numbers, point.issue);
            let minds = of(capital).iter().zip(of(low)).zip(of(high));
            let listeners = trust.iter().zip(of(self.flexibility)).zip(minds);
            // The speaker is not moved by its own word.
            let own = self.positions.lanes(point.issue)[self.speaker];
            let column = self.positions.lanes_mut(point.issue);
            for (x, ((trust, lambda), ((capital, low), high))) in
                S::as_mut_simd_f64s(column).0.iter_mut().zip(listeners)
            {
                let strength = simd.mul_f64s(simd.mul_f64s(persuasion, *trust), influence);
                *x = word.moves(simd, *x, (strength, *lambda, [*capital, *low, *high]));
            }
            column[self.speaker] = own;
        }
    }
}

/// The numbers of all delegations on one issue, in vectors.
#[expect(clippy::inline_always, reason = "it is compiled anew for each kind of processor")]
#[inline(always)]
fn column<S: pulp::Simd>(numbers: &Numbers, issue: IssueId) -> &[S::f64s] {
    S::as_simd_f64s(numbers.lanes(issue)).0
}

/// What is said on one issue, to as many listeners as fit into one vector.
struct Word<S: pulp::Simd> {
    voiced: S::f64s,
    emphasis: S::f64s,
    bound: S::f64s,
}

impl<S: pulp::Simd> Word<S> {
    /// Where listeners that stood at `from` stand afterwards: by π T c, their flexibility, and their
    /// minds.
    #[expect(clippy::inline_always, reason = "it is compiled anew for each kind of processor")]
    #[inline(always)]
    fn moves(
        &self,
        simd: S,
        from: S::f64s,
        (strength, lambda, [capital, low, high]): (S::f64s, S::f64s, [S::f64s; 3]),
    ) -> S::f64s {
        let (one, zero) = (simd.splat_f64s(1.0), simd.splat_f64s(0.0));
        let away = simd.sub_f64s(self.voiced, from);
        let is_far = simd.less_than_f64s(self.bound, simd.abs_f64s(away));
        let heard = simd.select_f64s(is_far, zero, self.emphasis);
        let drawn = simd.mul_f64s(simd.mul_f64s(strength, lambda), heard);
        let pull = simd.mul_f64s(drawn, away);
        let held = simd.mul_f64s(strength, simd.sub_f64s(one, lambda));
        let anchor = simd.mul_f64s(held, simd.sub_f64s(capital, from));
        let to = simd.add_f64s(simd.add_f64s(from, pull), anchor);
        simd.min_f64s(simd.max_f64s(to, low), high)
    }
}
