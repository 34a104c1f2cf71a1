//! Figures as remarks write them.

use crate::ensemble::Share;

/// "99.5 % of 400 runs (95 % interval 98.2 to 99.9 %)".
pub(super) fn of_runs(count: u64, runs: u64) -> String {
    let Share { share, low, high, .. } = Share::of(count, runs);
    format!(
        "{} of {} (95 % interval {:.1} to {})",
        percent(share),
        counted(runs, "run"),
        low * 100.0,
        percent(high)
    )
}

/// "98.2 %".
pub(super) fn percent(share: f64) -> String {
    format!("{:.1} %", share * 100.0)
}

/// A position or a difference on the authors' scale, with no more digits than it needs.
pub(super) fn points(value: f64) -> String {
    let rounded = (value * 1000.0).round() / 10.0;
    // A small negative number must not be shown as "-0".
    format!("{}", rounded + 0.0)
}

/// "1 run", "400 runs".
pub(super) fn counted(count: u64, one: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_short_and_say_what_they_rest_on() {
        assert_eq!(of_runs(398, 400), "99.5 % of 400 runs (95 % interval 98.2 to 99.9 %)");
        assert_eq!(points(0.5504), "55");
        assert_eq!(points(-0.00001), "0");
        assert_eq!(counted(1, "run"), "1 run");
    }
}
