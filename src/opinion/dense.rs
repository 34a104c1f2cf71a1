//! The step of `listen` for all listeners at once, where nobody asks for each movement.
//!
//! The same expressions in the same order as in `update`, so that both give the same bits. The
//! arithmetic runs on as many listeners at once as the processor can (crate `pulp`, which finds out
//! when the program starts); no sum is reordered by it.

use crate::council::{
    ByDelegation, Columns, DelegationId, Id as _, IssueId, LANES, Point, Statement,
};
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
    /// How strong the word of the speaker is to each listener.
    strength: Vec<f64>,
}

type Numbers = Columns<DelegationId, IssueId, f64>;

impl Anchors {
    /// The anchors of the delegations of `scenario`.
    pub fn new(scenario: &Scenario) -> Self {
        let nothing = Columns::filled(scenario.members.len(), scenario.issues.len(), 0.0);
        let strength = vec![0.0; scenario.members.len().next_multiple_of(LANES)];
        let (capital, low) = (nothing.clone(), nothing.clone());
        let mut anchors = Self { capital, low, high: nothing, strength };
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

    /// Instructions from capital as they stand, a, in 0..1.
    pub const fn capital(&self) -> &Columns<DelegationId, IssueId, f64> {
        &self.capital
    }

    /// A capital instructs another position, in 0..1 and within the red line.
    pub fn instruct(&mut self, place: (DelegationId, IssueId), position: f64) {
        self.capital[place] = position;
    }

    /// Moves all who listen to `statement`, as `listen` would say one by one.
    pub fn persuade(
        &mut self,
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
                persuasion: (scenario.dynamics.persuasion, influence[statement.speaker]),
                trust: scenario.derived.trusted.lanes(statement.speaker),
                bound: scenario.dynamics.confidence_bound.unwrap_or(f64::INFINITY),
                flexibility: flexibility.entries(),
                positions: positions.entries_mut(),
            });
            // Nothing stays behind for the next statement.
            self.strength.fill(0.0);
        }
    }
}

/// Private positions, which are moved, and flexibility, of the same shape.
pub type Minds<'a> = (&'a mut Numbers, &'a Numbers);

/// All who listen to one statement. Each list of numbers holds columns filled up to whole lanes.
struct Hearing<'a> {
    anchors: &'a mut Anchors,
    points: &'a [Point],
    speaker: usize,
    /// π and c, which with trust make the strength of the word.
    persuasion: (f64, f64),
    /// Trust of each delegation toward the speaker.
    trust: &'a [f64],
    bound: f64,
    flexibility: &'a [f64],
    positions: &'a mut [f64],
}

impl pulp::WithSimd for Hearing<'_> {
    type Output = ();

    #[expect(clippy::inline_always, reason = "it is compiled anew for each kind of processor")]
    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, simd: S) {
        let splat = |number: f64| simd.splat_f64s(number);
        let Anchors { capital, low, high, strength } = self.anchors;
        let strength = S::as_mut_simd_f64s(strength).0;
        let (persuasion, influence) = (splat(self.persuasion.0), splat(self.persuasion.1));
        for (strength, trust) in strength.iter_mut().zip(S::as_simd_f64s(self.trust).0) {
            *strength = simd.mul_f64s(simd.mul_f64s(persuasion, *trust), influence);
        }
        let all = |numbers| S::as_simd_f64s(numbers).0;
        let flexibility = all(self.flexibility);
        let (capital, low, high) =
            (all(capital.entries()), all(low.entries()), all(high.entries()));
        for point in self.points {
            let Some(voiced) = point.voiced else { continue };
            let word = Word::<S> {
                voiced: splat(voiced),
                emphasis: splat(point.emphasis),
                bound: splat(self.bound),
            };
            let (issue, width) = (point.issue.index(), strength.len());
            let column = width * issue..width * (issue + 1);
            let minds = capital[column.clone()].iter().zip(&low[column.clone()]);
            let minds = minds.zip(&high[column.clone()]).zip(&flexibility[column]);
            let lanes = self.trust.len();
            let positions = &mut self.positions[lanes * issue..][..lanes];
            // The speaker is not moved by its own word.
            let own = positions[self.speaker];
            let listeners = S::as_mut_simd_f64s(positions).0.iter_mut().zip(&*strength).zip(minds);
            for ((x, strength), (((capital, low), high), lambda)) in listeners {
                *x = word.moves(simd, *x, (*strength, *lambda, [*capital, *low, *high]));
            }
            positions[self.speaker] = own;
        }
    }
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
