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
    /// Instructions from capital, a, in 0..1.
    capital: Grid<DelegationId, IssueId, f64>,
    /// The low end of the red line; where there is no stance, the place that is never left.
    low: Grid<DelegationId, IssueId, f64>,
    /// The high end of the red line; the same place, where there is no stance.
    high: Grid<DelegationId, IssueId, f64>,
    /// What is being said: a grid of three rows, the position voiced on each issue, the emphasis,
    /// and 1 for the issues addressed.
    said: Grid<DelegationId, IssueId, f64>,
}

impl Anchors {
    /// The anchors of the delegations of `scenario`.
    pub fn new(scenario: &Scenario) -> Self {
        let (members, issues) = (scenario.members.len(), scenario.issues.len());
        let empty = Grid::filled(members, issues, 0.0);
        let mut anchors = Self {
            capital: empty.clone(),
            low: empty.clone(),
            high: empty,
            said: Grid::filled(3, issues, 0.0),
        };
        anchors.reset(scenario);
        anchors
    }

    /// Takes over what capitals instruct in `scenario`, of the same shape.
    pub fn reset(&mut self, scenario: &Scenario) {
        for who in scenario.members.ids() {
            for issue in scenario.issues.ids() {
                let place = (who, issue);
                let instructions = &scenario.derived.instructions[place];
                let (low, high) = if instructions.given {
                    (instructions.red_line.low.get(), instructions.red_line.high.get())
                } else {
                    (instructions.position, instructions.position)
                };
                self.capital[place] = instructions.position;
                (self.low[place], self.high[place]) = (low, high);
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
        const VOICED: usize = 0;
        const EMPHASIS: usize = 1;
        const ADDRESSED: usize = 2;
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
        let mut said = self.said.filled_rows();
        let (Some(voiced), Some(emphasis), Some(addressed)) =
            (said.next(), said.next(), said.next())
        else {
            return;
        };
        pulp::Arch::new().dispatch(Hearing {
            said: Said {
                voiced,
                emphasis,
                addressed,
                bound: scenario.dynamics.confidence_bound.unwrap_or(f64::INFINITY),
            },
            speaker: statement.speaker.index(),
            strength: (scenario.dynamics.persuasion, influence[statement.speaker]),
            trust: scenario.derived.trusted.row(statement.speaker),
            anchors: (&self.capital, &self.low, &self.high),
            flexibility,
            positions,
        });
        // Nothing stays behind for the next statement.
        self.said.fill(0.0);
    }
}

/// Private positions, which are moved, and flexibility, of the same shape.
pub type Minds<'a> =
    (&'a mut Grid<DelegationId, IssueId, f64>, &'a Grid<DelegationId, IssueId, f64>);

/// What is said: on each issue the position voiced, the emphasis, and 1 where it is addressed.
struct Said<'a> {
    voiced: &'a [f64],
    emphasis: &'a [f64],
    addressed: &'a [f64],
    bound: f64,
}

/// All who listen to one statement.
struct Hearing<'a> {
    said: Said<'a>,
    speaker: usize,
    /// π and c, which with trust make the strength of the word.
    strength: (f64, f64),
    /// Trust of each delegation toward the speaker.
    trust: &'a [f64],
    /// Capital, low and high.
    anchors: (&'a Numbers, &'a Numbers, &'a Numbers),
    flexibility: &'a Numbers,
    positions: &'a mut Numbers,
}

type Numbers = Grid<DelegationId, IssueId, f64>;

impl pulp::WithSimd for Hearing<'_> {
    type Output = ();

    #[expect(clippy::inline_always, reason = "it is compiled anew for each kind of processor")]
    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, simd: S) {
        let (persuasion, influence) = self.strength;
        let (capital, low, high) = self.anchors;
        let ends = low.filled_rows().zip(high.filled_rows());
        let minds = self.flexibility.filled_rows().zip(capital.filled_rows()).zip(ends);
        let rows = self.positions.filled_rows_mut().zip(minds).zip(self.trust).enumerate();
        for (listener, ((row, ((flexibility, capital), (low, high))), trust)) in rows {
            if listener != self.speaker {
                let strength = persuasion * trust * influence;
                let mind = Mind { strength, flexibility, capital, low, high };
                mind.listen(simd, &self.said, row);
            }
        }
    }
}

/// What one listener brings, issue by issue.
struct Mind<'a> {
    /// π T c.
    strength: f64,
    flexibility: &'a [f64],
    capital: &'a [f64],
    low: &'a [f64],
    high: &'a [f64],
}

impl Mind<'_> {
    #[expect(clippy::inline_always, reason = "it is compiled anew for each kind of processor")]
    #[inline(always)]
    fn listen<S: pulp::Simd>(&self, simd: S, said: &Said<'_>, positions: &mut [f64]) {
        // Rows are filled up to whole lanes: no tail is left over.
        let (strength, one) = (simd.splat_f64s(self.strength), simd.splat_f64s(1.0));
        let (zero, bound) = (simd.splat_f64s(0.0), simd.splat_f64s(said.bound));
        let words = S::as_simd_f64s(said.voiced).0.iter();
        let words = words.zip(S::as_simd_f64s(said.emphasis).0);
        let words = words.zip(S::as_simd_f64s(said.addressed).0);
        let minds = S::as_simd_f64s(self.flexibility).0.iter();
        let minds = minds.zip(S::as_simd_f64s(self.capital).0);
        let ends = S::as_simd_f64s(self.low).0.iter().zip(S::as_simd_f64s(self.high).0);
        let minds = minds.zip(ends);
        for ((x, ((&voiced, &emphasis), &addressed)), ((&lambda, &capital), (&low, &high))) in
            S::as_mut_simd_f64s(positions).0.iter_mut().zip(words).zip(minds)
        {
            let from = *x;
            let away = simd.sub_f64s(voiced, from);
            let is_far = simd.less_than_f64s(bound, simd.abs_f64s(away));
            let heard = simd.select_f64s(is_far, zero, emphasis);
            let pull = simd.mul_f64s(simd.mul_f64s(simd.mul_f64s(strength, lambda), heard), away);
            let back = simd.sub_f64s(capital, from);
            let bound_by = simd.mul_f64s(strength, simd.sub_f64s(one, lambda));
            let anchor = simd.mul_f64s(bound_by, back);
            let to = simd.add_f64s(simd.add_f64s(from, pull), anchor);
            let to = simd.min_f64s(simd.max_f64s(to, low), high);
            *x = simd.select_f64s(simd.less_than_f64s(zero, addressed), to, from);
        }
    }
}
