//! Shares with their intervals.

use serde::Serialize;

/// The quantile of the standard normal distribution that leaves 95 % between it and its mirror.
pub const Z_95: f64 = 1.959_963_984_540_054;

/// How often something happened, and between which bounds its probability lies.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Share {
    /// How often.
    pub count: u64,
    /// As a share of all runs, in 0..1; 0 without runs.
    pub share: f64,
    /// The lower bound of the 95 % interval (Wilson 1927), in 0..1.
    pub low: f64,
    /// The upper bound, in 0..1.
    pub high: f64,
}

impl Share {
    /// The share of `count` out of `total`, with its 95 % interval.
    pub fn of(count: u64, total: u64) -> Self {
        Self::within(count, total, Z_95)
    }

    /// The same with the interval at `z` standard errors (Wilson 1927, without continuity
    /// correction).
    pub fn within(count: u64, total: u64, z: f64) -> Self {
        if total == 0 {
            return Self { count, share: 0.0, low: 0.0, high: 1.0 };
        }
        let (k, n) = (count as f64, total as f64);
        let share = k / n;
        let spread = z * z / n;
        let middle = (share + spread / 2.0) / (1.0 + spread);
        let half = z / (1.0 + spread) * (share * (1.0 - share) / n + spread / (4.0 * n)).sqrt();
        Self {
            count,
            share,
            // Never and always have a bound that is exact.
            low: if count == 0 { 0.0 } else { (middle - half).max(0.0) },
            high: if count == total { 1.0 } else { (middle + half).min(1.0) },
        }
    }

    /// Half the width of the interval.
    pub fn half_width(self) -> f64 {
        (self.high - self.low) / 2.0
    }
}

/// A difference of two shares that were counted on the same luck.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Difference {
    /// The second share less the first, in -1..1.
    pub difference: f64,
    /// The lower bound of the 95 % interval.
    pub low: f64,
    /// The upper bound.
    pub high: f64,
}

impl Difference {
    /// The difference where something happened in the first arm only `first` times and in the
    /// second only `second` times, out of `total` pairs. The interval is Wald's with half a pair
    /// added to each kind of disagreement (Agresti & Min 2005).
    pub fn of_pairs(first: u64, second: u64, total: u64) -> Self {
        let (first, second, n) = (first as f64, second as f64, total as f64);
        if total == 0 {
            return Self { difference: 0.0, low: -1.0, high: 1.0 };
        }
        let (b, c, m) = (first + 0.5, second + 0.5, n + 2.0);
        let middle = (c - b) / m;
        let half = Z_95 * ((b + c) - (c - b) * (c - b) / m).max(0.0).sqrt() / m;
        Self {
            difference: (second - first) / n,
            low: (middle - half).max(-1.0),
            high: (middle + half).min(1.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wilson_intervals_are_those_published() {
        // Newcombe 1998 (Statistics in Medicine 17, 857-872), Table I, method 3, without
        // continuity correction.
        for (count, total, low, high) in [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ] {
            let share = Share::of(count, total);
            assert!(
                (share.low - low).abs() < 5e-5 && (share.high - high).abs() < 5e-5,
                "{share:?}"
            );
        }
    }

    #[test]
    fn no_runs_say_nothing() {
        let share = Share::of(0, 0);
        assert_eq!(
            (share.low.to_bits(), share.high.to_bits()),
            (0.0_f64.to_bits(), 1.0_f64.to_bits())
        );
    }

    #[test]
    fn equal_arms_differ_by_nothing_and_the_interval_narrows() {
        let few = Difference::of_pairs(5, 5, 100);
        let many = Difference::of_pairs(500, 500, 10_000);
        assert!(few.difference.abs() < 1e-15 && few.low < 0.0 && few.high > 0.0);
        assert!(many.high - many.low < (few.high - few.low) / 5.0);
    }
}
