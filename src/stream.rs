//! Keyed chance: a draw is named by what it is for, never by when it happens.

use rand::Rng as _;
use rand_pcg::Pcg64Mcg;

use crate::math;

/// The seed of a debate. Run `r` of an ensemble from seed `s` is the debate of seed `s + r`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seed(pub u64);

/// What a draw is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u64)]
pub enum Purpose {
    /// The place drawn in the speakers' list.
    Lot = 1,
    /// Which issues a statement addresses.
    Selection = 2,
    /// A vote, or an objection to a text that needs consensus.
    Ballot = 3,
    /// A signature under a joint statement.
    Signature = 4,
    /// Which of several fitting arguments is used.
    Argument = 5,
    /// The choice among phrases of equal meaning.
    Words = 6,
    /// How long a statement takes.
    Length = 7,
    /// Whether an inject happens.
    Inject = 8,
    /// What is understood in a sounding.
    Sounding = 9,
    /// A vote on a question of procedure.
    Procedure = 10,
    /// What capital really instructs, within the author's uncertainty.
    Instructions = 11,
    /// Which drafts a resample of a hindcast holds.
    Resample = 21,
    /// Where a search for coefficients starts.
    Start = 40,
    /// Which drafts are drawn again to see how sure a score is.
    Resampling = 41,
}

/// The name of a draw. The same name gives the same luck in every branch of a debate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StreamKey {
    /// What the draw is for.
    pub purpose: Purpose,
    /// The stage: its name and how often it has occurred, never its index in the programme.
    pub stage: u64,
    /// The key of the delegation's identifier.
    pub who: u64,
    /// The key of the identifier of the object: an issue, an outcome.
    pub object: u64,
    /// How often this delegation has done this before.
    pub occasion: u32,
}

impl Seed {
    /// The generator of the draw named by `key`.
    pub fn stream(self, key: StreamKey) -> Stream {
        self.draws(key.purpose, key.stage, key.who).stream(key.object, key.occasion)
    }

    /// The draws of one delegation for one purpose in one stage: what their names have in common.
    pub(crate) fn draws(self, purpose: Purpose, stage: u64, who: u64) -> Draws {
        Draws([purpose as u64, stage, who].into_iter().fold(mix(self.0), name))
    }
}

/// The beginning of the name of several draws.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Draws(u64);

impl Draws {
    /// The generator of the draw whose name goes on like this.
    #[inline]
    pub(crate) fn stream(self, object: u64, occasion: u32) -> Stream {
        let hash = name(name(self.0, object), u64::from(occasion));
        let state = u128::from(hash) | u128::from(mix(hash ^ 0xd1b5_4a32_d192_ed03)) << 64;
        Stream(Pcg64Mcg::new(state))
    }
}

/// The hash of a name after one more word.
const fn name(hash: u64, word: u64) -> u64 {
    mix(hash.rotate_left(23) ^ word.wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// The finaliser of `SplitMix64` (Steele, Lea & Flood 2014): every bit of the result depends on
/// every bit of the argument.
const fn mix(word: u64) -> u64 {
    let mut z = word.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// The key of an identifier: FNV-1a over its bytes, so that it depends on nothing else in a file.
pub const fn key_of(identifier: &str) -> u64 {
    let bytes = identifier.as_bytes();
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut i = 0;
    while i < bytes.len() {
        hash = (hash ^ bytes[i] as u64).wrapping_mul(0x0000_0100_0000_01b3);
        i += 1;
    }
    mix(hash)
}

const fn square(x: f64) -> f64 {
    x * x
}

/// Below this width in standard deviations (the square root of 2π) a uniform proposal is accepted
/// more often than a normal one.
const NARROW: f64 = 2.506_628_274_631_000_7;
/// After so many proposals the rest of the density is out of reach of any ensemble.
const MOST_PROPOSALS: usize = 1_000;

/// The draws behind one key.
#[derive(Debug)]
pub struct Stream(Pcg64Mcg);

impl Stream {
    /// The next number, uniform in the open interval 0..1.
    pub fn uniform(&mut self) -> f64 {
        // 53 random bits, moved half a step from the ends so that a logarithm stays finite.
        ((self.0.next_u64() >> 11) as f64 + 0.5) * (1.0 / 9_007_199_254_740_992.0)
    }

    /// A draw from the standard logistic distribution.
    pub fn logistic(&mut self) -> f64 {
        math::ln(self.odds())
    }

    fn odds(&mut self) -> f64 {
        let u = self.uniform();
        u / (1.0 - u)
    }

    /// A draw from the standard normal distribution (Box & Muller 1958).
    pub fn normal(&mut self) -> f64 {
        let radius = (-2.0 * math::ln(self.uniform())).sqrt();
        radius * math::cos(std::f64::consts::TAU * self.uniform())
    }

    /// A draw from the normal distribution of this mean and standard deviation, given that it
    /// lies in `low..=high` (rejection from the better of two proposals: Robert 1995).
    ///
    /// `spread` must be above 0 and `low` at most `high`.
    pub fn truncated_normal(&mut self, mean: f64, spread: f64, (low, high): (f64, f64)) -> f64 {
        // Where the density is highest within the interval, and how high the exponent is there.
        let summit = mean.clamp(low, high);
        let height = square((summit - mean) / spread) / 2.0;
        let is_narrow = high - low < spread * NARROW || (summit - mean).abs() > 0.0;
        for _ in 0..MOST_PROPOSALS {
            if is_narrow {
                let x = low + (high - low) * self.uniform();
                let depth = square((x - mean) / spread) / 2.0 - height;
                if self.uniform() <= math::exp(-depth) {
                    return x;
                }
            } else {
                let x = mean + spread * self.normal();
                if (low..=high).contains(&x) {
                    return x;
                }
            }
        }
        // Nearly all the density stands at one point: the summit is what is drawn.
        summit
    }

    /// A whole number below `bound`, which must not be 0.
    pub fn below(&mut self, bound: usize) -> usize {
        ((self.uniform() * bound as f64) as usize).min(bound.saturating_sub(1))
    }
}

/// Tells `of` each of these items, in order, with the first draw from the standard Gumbel
/// distribution of the stream that comes with it.
pub(crate) fn each_gumbel<T>(items: impl IntoIterator<Item = (Stream, T)>, of: impl FnMut(T, f64)) {
    let uniform = items.into_iter().map(|(mut stream, item)| (stream.uniform(), item));
    let negative_ln = |numbers: &mut [f64; math::AT_ONCE]| {
        math::ln_each(numbers);
        for x in numbers {
            *x = -*x;
        }
    };
    let gumbel = |numbers: &mut [f64; math::AT_ONCE]| {
        negative_ln(numbers);
        negative_ln(numbers);
    };
    math::in_lanes(uniform, gumbel, of);
}

/// Tells `of` each of these items, in order, with the first draw from the standard logistic
/// distribution of the stream that comes with it.
pub(crate) fn each_logistic<T>(
    items: impl IntoIterator<Item = (Stream, T)>,
    of: impl FnMut(T, f64),
) {
    let odds = items.into_iter().map(|(mut stream, item)| (stream.odds(), item));
    math::in_lanes(odds, math::ln_each, of);
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: StreamKey =
        StreamKey { purpose: Purpose::Lot, stage: 1, who: 2, object: 3, occasion: 0 };

    #[test]
    fn the_first_draws_never_change() {
        // Value stability is a promise: a saved record of this engine version depends on it.
        let first = Seed(1).stream(KEY).uniform();
        let other = Seed(2).stream(KEY).uniform();
        assert_eq!(format!("{first:.6} {other:.6}"), "0.350408 0.405395");
    }

    #[test]
    fn each_part_of_a_key_changes_the_draw() {
        let base = Seed(1).stream(KEY).uniform();
        let others = [
            StreamKey { purpose: Purpose::Ballot, ..KEY },
            StreamKey { stage: 9, ..KEY },
            StreamKey { who: 9, ..KEY },
            StreamKey { object: 9, ..KEY },
            StreamKey { occasion: 9, ..KEY },
        ];
        for key in others {
            assert!((Seed(1).stream(key).uniform() - base).abs() > 1e-9);
        }
    }

    #[test]
    fn a_truncated_normal_has_the_moments_of_its_density() {
        // Means by quadrature of the density over the interval.
        for (mean, spread, low, high) in [
            (0.5, 0.1, 0.0, 1.0),
            (0.05, 0.1, 0.0, 1.0),
            (0.5, 0.3, 0.45, 0.6),
            (0.2, 0.1, 0.4, 1.0),
        ] {
            let steps = 20_000;
            let at = |i: usize| low + (high - low) * (i as f64 + 0.5) / steps as f64;
            let density = |x: f64| math::exp(-square((x - mean) / spread) / 2.0);
            let total: f64 = (0..steps).map(|i| density(at(i))).sum();
            let expected: f64 = (0..steps).map(|i| at(i) * density(at(i))).sum::<f64>() / total;
            let n = 20_000;
            let mut drawn = 0.0;
            for seed in 0..n {
                let x = Seed(seed).stream(KEY).truncated_normal(mean, spread, (low, high));
                assert!((low..=high).contains(&x));
                drawn += x / n as f64;
            }
            assert!(
                (drawn - expected).abs() < 4.0 * spread / (n as f64).sqrt(),
                "{drawn} {expected}"
            );
        }
    }

    #[test]
    fn neighbouring_seeds_share_no_luck() {
        let n = 20_000;
        let draws: Vec<f64> = (0..n).map(|s| Seed(s).stream(KEY).uniform()).collect();
        let mean = draws.iter().sum::<f64>() / n as f64;
        assert!((mean - 0.5).abs() < 0.01, "mean {mean}");
        let product: f64 =
            draws.windows(2).map(|w| (w[0] - 0.5) * (w[1] - 0.5)).sum::<f64>() / n as f64;
        assert!(product.abs() < 0.002, "covariance of neighbours {product}");
    }
}
