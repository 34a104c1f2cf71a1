//! S206: issues on which the voting members all stand alike.

use crate::scenario::{Code, shown};

use super::figures::points;
use super::{Context, Remarks};

/// The spread, in 0..1, below which members count as agreed.
const AGREED: f64 = 0.05;
/// Fewer than these agree easily.
const FEWEST: usize = 3;

pub(super) fn check(context: &Context<'_>, remarks: &mut Remarks<'_>) {
    let scenario = context.scenario;
    for (issue, entry) in context.issues() {
        let stances: Vec<(f64, f64)> = scenario
            .derived
            .voting
            .iter()
            .map(|&who| &scenario.derived.instructions[(who, issue)])
            .filter(|stance| stance.given && stance.salience > 0.0)
            .map(|stance| (stance.position, stance.salience))
            .collect();
        let spread = spread(&stances);
        if stances.len() < FEWEST || spread >= AGREED {
            continue;
        }
        let low = stances.iter().map(|&(x, _)| x).fold(f64::INFINITY, f64::min);
        let high = stances.iter().map(|&(x, _)| x).fold(f64::NEG_INFINITY, f64::max);
        let message = format!(
            "all agree on `{}`: the positions of {} voting members lie from {} to {}, with a spread \
             of {} points (standard deviation, weighted by salience)",
            shown(&entry.key.value),
            stances.len(),
            points(low),
            points(high),
            points(spread)
        );
        let hint = "draw the scale finer, so that differences show, or remove the issue";
        remarks.add(Code::AgreedIssue, entry.key.span, message, hint);
    }
}

/// The standard deviation of positions, weighted by salience; 0 of nothing.
fn spread(stances: &[(f64, f64)]) -> f64 {
    let total: f64 = stances.iter().map(|&(_, s)| s).sum();
    if total <= 0.0 {
        return 0.0;
    }
    let mean = stances.iter().map(|&(x, s)| x * s).sum::<f64>() / total;
    let variance = stances.iter().map(|&(x, s)| s * (x - mean) * (x - mean)).sum::<f64>() / total;
    variance.sqrt()
}
