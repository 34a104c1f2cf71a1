//! The step of `listen` for whole rows at once, where nobody asks for each movement.
//!
//! The same expressions in the same order as in `update`, so that both give the same bits. The
//! arithmetic runs on as many numbers at once as the processor can (crate `pulp`, which finds out
//! when the program starts); no sum is reordered by it.

use crate::council::{ByDelegation, DelegationId, Grid, Id as _, IssueId, Statement};
use crate::scenario::Scenario;

/// What does not change while delegations listen, in rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Anchors {
    /// Three rows for each delegation: instructions from capital, a; the low end of the red line
    /// and the high end, in 0..1. Where there is no stance, both ends are the place that is never
    /// left.
    minds: Numbers,
    /// Three rows: the position voiced on each issue, the emphasis, and 1 for issues addressed.
    said: Numbers,
}

type Numbers = Grid<DelegationId, IssueId, f64>;

/// The rows of a delegation in `minds`.
const CAPITAL: usize = 0;
const LOW: usize = 1;
const HIGH: usize = 2;
/// The rows of `said`.
const VOICED: usize = 0;
const EMPHASIS: usize = 1;
const ADDRESSED: usize = 2;
/// How many there are of each.
const ROWS: usize = 3;

impl Anchors {
    /// The anchors of the delegations of `scenario`.
    pub fn new(scenario: &Scenario) -> Self {
        let (members, issues) = (scenario.members.len(), scenario.issues.len());
        let mut anchors = Self {
            minds: Grid::filled(ROWS * members, issues, 0.0),
            said: Grid::filled(ROWS, issues, 0.0),
        };
        anchors.reset(scenario);
        anchors
    }

    /// Takes over what capitals instruct in `scenario`, of the same shape.
    pub fn reset(&mut self, scenario: &Scenario) {
        for who in scenario.members.ids() {
            let row = |at: usize| DelegationId::at(ROWS * who.index() + at);
            for issue in scenario.issues.ids() {
                let instructions = &scenario.derived.instructions[(who, issue)];
                let (low, high) = if instructions.given {
                    (instructions.red_line.low.get(), instructions.red_line.high.get())
                } else {
                    (instructions.position, instructions.position)
                };
                self.minds[(row(CAPITAL), issue)] = instructions.position;
                self.minds[(row(LOW), issue)] = low;
                self.minds[(row(HIGH), issue)] = high;
            }
        }
    }

    /// Moves all who listen to `statement`, as `listen` would say one by one.
    pub fn persuade(
        &mut self,
        scenario: &Scenario,
        (positions, flexibility): Minds<'_>,
        influence: &ByDelegation<f64>,
        statement: &Statement,
    ) {
        let row = DelegationId::at;
        let mut voices = false;
        for point in &statement.points {
            let Some(voiced) = point.voiced else { continue };
            self.said[(row(VOICED), point.issue)] = voiced;
            self.said[(row(EMPHASIS), point.issue)] = point.emphasis;
            self.said[(row(ADDRESSED), point.issue)] = 1.0;
            voices = true;
        }
        if !voices {
            return;
        }
        pulp::Arch::new().dispatch(Hearing {
            said: self.said.entries(),
            minds: self.minds.entries(),
            speaker: statement.speaker.index(),
            strength: (scenario.dynamics.persuasion, influence[statement.speaker]),
            trust: scenario.derived.trusted.row(statement.speaker),
            bound: scenario.dynamics.confidence_bound.unwrap_or(f64::INFINITY),
            flexibility: flexibility.entries(),
            positions: positions.entries_mut(),
        });
        // Nothing stays behind for the next statement.
        self.said.fill(0.0);
    }
}

/// Private positions, which are moved, and flexibility, of the same shape.
pub type Minds<'a> = (&'a mut Numbers, &'a Numbers);

/// All who listen to one statement; each list holds rows that are filled up to whole lanes.
struct Hearing<'a> {
    said: &'a [f64],
    minds: &'a [f64],
    speaker: usize,
    /// π and c, which with trust make the strength of the word.
    strength: (f64, f64),
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
        let (persuasion, influence) = self.strength;
        let said = S::as_simd_f64s(self.said).0;
        let mut minds = S::as_simd_f64s(self.minds).0;
        let mut flexibility = S::as_simd_f64s(self.flexibility).0;
        let mut positions = S::as_mut_simd_f64s(self.positions).0;
        let bound = simd.splat_f64s(self.bound);
        let speaker = self.speaker;
        let strength = |trust: &f64| simd.splat_f64s(persuasion * trust * influence);
        if let [voiced, emphasis, addressed] = *said {
            // Few issues: what is said stays at hand for all listeners.
            let point = Point { voiced, emphasis, addressed, bound };
            let minds = minds.as_chunks::<ROWS>().0.iter().zip(flexibility);
            let rows = positions.iter_mut().zip(minds).zip(self.trust).enumerate();
            for (_, ((x, (mind, lambda)), trust)) in rows.filter(|(at, _)| *at != speaker) {
                *x = point.moves(simd, *x, (strength(trust), *lambda, *mind));
            }
            return;
        }
        let width = said.len() / ROWS;
        for (listener, trust) in self.trust.iter().enumerate() {
            // Rows are split off one by one: to count them first would cost a division for each.
            let (row, rest) = positions.split_at_mut(width);
            let (lambda, others) = flexibility.split_at(width);
            let (mind, after) = minds.split_at(ROWS * width);
            (positions, flexibility, minds) = (rest, others, after);
            if listener == speaker {
                continue;
            }
            let strength = strength(trust);
            for (at, (x, &lambda)) in row.iter_mut().zip(lambda).enumerate() {
                let said = |row: usize| said[row * width + at];
                let mind = [CAPITAL, LOW, HIGH].map(|row| mind[row * width + at]);
                let (voiced, emphasis) = (said(VOICED), said(EMPHASIS));
                let point = Point { voiced, emphasis, addressed: said(ADDRESSED), bound };
                *x = point.moves(simd, *x, (strength, lambda, mind));
            }
        }
    }
}

/// What is said on as many issues as fit into one vector.
struct Point<S: pulp::Simd> {
    voiced: S::f64s,
    emphasis: S::f64s,
    addressed: S::f64s,
    bound: S::f64s,
}

impl<S: pulp::Simd> Point<S> {
    /// Where a listener that stood at `from` stands afterwards: by π T c, its flexibility, and its
    /// mind.
    #[expect(clippy::inline_always, reason = "it is compiled anew for each kind of processor")]
    #[inline(always)]
    fn moves(
        &self,
        simd: S,
        from: S::f64s,
        (strength, lambda, [capital, low, high]): (S::f64s, S::f64s, [S::f64s; ROWS]),
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
        let to = simd.min_f64s(simd.max_f64s(to, low), high);
        simd.select_f64s(simd.less_than_f64s(zero, self.addressed), to, from)
    }
}
