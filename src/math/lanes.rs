//! Exponentials and logarithms of several numbers at once, with the very bits of one at a time.
//!
//! The same expressions in the same order as in the `libm` crate, which follows FreeBSD's msun,
//! but without branches: the compiler turns each loop into vectors of whatever width the processor
//! has (crate `pulp`, which finds out when the program starts). One number waits for a chain of
//! twenty operations; sixteen wait for it together.

/// How many numbers are worked on at once.
pub(crate) const AT_ONCE: usize = 16;

/// Tells `of` each of these items, in order, with what `work` makes of the number that comes with
/// it; `work` is given so many numbers at once.
pub(crate) fn in_lanes<T>(
    items: impl IntoIterator<Item = (f64, T)>,
    work: impl Fn(&mut [f64; AT_ONCE]),
    mut of: impl FnMut(T, f64),
) {
    let mut items = items.into_iter();
    loop {
        // What fills up the lanes has a logarithm.
        let mut numbers = [0.5; AT_ONCE];
        let mut block = [const { None }; AT_ONCE];
        let mut count = 0;
        let lanes = numbers.iter_mut().zip(&mut block);
        for ((lane, place), (number, item)) in lanes.zip(items.by_ref()) {
            (*lane, *place) = (number, Some(item));
            count += 1;
        }
        if count > 0 {
            work(&mut numbers);
            block.into_iter().flatten().zip(numbers).for_each(|(item, result)| of(item, result));
        }
        if count < AT_ONCE {
            return;
        }
    }
}

/// Adds to each number of one list that of another, times a factor. Both are as long, and of whole
/// lanes.
pub(crate) fn add_scaled(to: &mut [f64], from: &[f64], factor: f64) {
    pulp::Arch::new().dispatch(Adding { to, from, factor });
}

struct Adding<'a> {
    to: &'a mut [f64],
    from: &'a [f64],
    factor: f64,
}

impl pulp::WithSimd for Adding<'_> {
    type Output = ();

    #[expect(clippy::inline_always, reason = "it is compiled anew for each kind of processor")]
    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, simd: S) {
        let factor = simd.splat_f64s(self.factor);
        let from = S::as_simd_f64s(self.from).0;
        for (to, from) in S::as_mut_simd_f64s(self.to).0.iter_mut().zip(from) {
            *to = simd.add_f64s(*to, simd.mul_f64s(*from, factor));
        }
    }
}

/// Turns each of however many numbers into its exponential.
pub(crate) fn exp_all(numbers: &mut [f64]) {
    let (blocks, rest) = numbers.as_chunks_mut();
    blocks.iter_mut().for_each(exp_each);
    if !rest.is_empty() {
        let mut lanes = [0.5; AT_ONCE];
        lanes[..rest.len()].copy_from_slice(rest);
        exp_each(&mut lanes);
        rest.copy_from_slice(&lanes[..rest.len()]);
    }
}

/// Turns each number into its exponential.
pub(crate) fn exp_each(numbers: &mut [f64; AT_ONCE]) {
    let mut powers = *numbers;
    let all_ordinary = pulp::Arch::new().dispatch(
        #[inline(always)]
        || {
            let mut all_ordinary = true;
            for x in &mut powers {
                // Beyond these, results leave the range of ordinary numbers.
                all_ordinary &= x.abs() < 708.0;
                *x = ordinary_exp(*x);
            }
            all_ordinary
        },
    );
    if all_ordinary {
        *numbers = powers;
    } else {
        for x in numbers {
            *x = super::exp(*x);
        }
    }
}

/// Turns each number into its natural logarithm.
pub(crate) fn ln_each(numbers: &mut [f64; AT_ONCE]) {
    let mut logarithms = *numbers;
    let all_ordinary = pulp::Arch::new().dispatch(
        #[inline(always)]
        || {
            let mut all_ordinary = true;
            for x in &mut logarithms {
                all_ordinary &= (f64::MIN_POSITIVE..=f64::MAX).contains(x);
                *x = ordinary_ln(*x);
            }
            all_ordinary
        },
    );
    if all_ordinary {
        *numbers = logarithms;
    } else {
        for x in numbers {
            *x = super::ln(*x);
        }
    }
}

/// The upper half of the bits of a number, of which `libm` tells magnitudes apart.
const fn upper(bits: u64) -> u64 {
    bits >> 32
}

/// A sum with this number holds a small whole number in its lowest bits: 3/2 of 2 to the 52nd.
const WHOLE: f64 = 6_755_399_441_055_744.0;
/// The bias of the exponent of a number, and where the exponent stands.
const BIAS: u64 = 1023;
const EXPONENT: u32 = 52;

const LN2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN2_LOW: f64 = 1.908_214_929_270_587_7e-10;

/// e to the `x`, for `x` between -708 and 708.
#[inline(always)]
fn ordinary_exp(x: f64) -> f64 {
    const P: [f64; 5] = [
        1.666_666_666_666_660_2e-1,
        -2.777_777_777_701_559_3e-3,
        6.613_756_321_437_934e-5,
        -1.653_390_220_546_525_2e-6,
        4.138_136_797_057_238_5e-8,
    ];
    let size = upper(x.abs().to_bits());
    // Half of ln 2 and less is not reduced.
    let turns = (x * std::f64::consts::LOG2_E + 0.5_f64.copysign(x)).trunc();
    let k = if size > 0x3fd6_2e42 { turns } else { 0.0 };
    let (high, low) = (x - k * LN2_HIGH, k * LN2_LOW);
    let r = high - low;
    let rr = r * r;
    let c = r - rr * (P[0] + rr * (P[1] + rr * (P[2] + rr * (P[3] + rr * P[4]))));
    let y = 1.0 + (r * c / (2.0 - c) - low + high);
    let power = f64::from_bits((k + WHOLE).to_bits().wrapping_add(BIAS) << EXPONENT);
    if size > 0x3e30_0000 { y * power } else { 1.0 + x }
}

/// The natural logarithm of `x`, which is above 0, finite and not subnormal.
#[inline(always)]
fn ordinary_ln(x: f64) -> f64 {
    const LG: [f64; 7] = [
        6.666_666_666_666_735e-1,
        3.999_999_999_940_942e-1,
        2.857_142_874_366_239e-1,
        2.222_219_843_214_978_4e-1,
        1.818_357_216_161_805e-1,
        1.531_383_769_920_937_3e-1,
        1.479_819_860_511_658_6e-1,
    ];
    /// The upper bits of 1 and of the square root of one half.
    const ONE: u64 = 0x3ff0_0000 << 32;
    const ROOT: u64 = 0x3fe6_a09e << 32;
    /// 2 to the 52nd: with an exponent in its lowest bits, a number that is greater by it.
    const POWER: f64 = 4_503_599_627_370_496.0;
    // x is 2 to the k times 1 + f, which lies about 1.
    let shifted = x.to_bits().wrapping_add(ONE - ROOT);
    let biased = f64::from_bits(shifted >> EXPONENT | POWER.to_bits());
    let k = biased - (POWER + BIAS as f64);
    let f = f64::from_bits((shifted & ((1 << EXPONENT) - 1)) + ROOT) - 1.0;
    let half_square = 0.5 * f * f;
    let s = f / (2.0 + f);
    let z = s * s;
    let w = z * z;
    let even = w * (LG[1] + w * (LG[3] + w * LG[5]));
    let odd = z * (LG[0] + w * (LG[2] + w * (LG[4] + w * LG[6])));
    let r = odd + even;
    s * (half_square + r) + k * LN2_LOW - half_square + f + k * LN2_HIGH
}

#[cfg(test)]
mod tests {
    use super::super::{exp, ln};
    use super::*;

    /// Numbers of all magnitudes, from a small generator, and the borders of each case.
    fn numbers(borders: &[f64]) -> Vec<f64> {
        let mut state = 1_u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            state
        };
        let mut numbers: Vec<f64> = borders
            .iter()
            .flat_map(|x| [x.next_down(), *x, x.next_up(), -x.next_down(), -x, -x.next_up()])
            .collect();
        for _ in 0..40_000 {
            let plain = (next() >> 11) as f64 / 9_007_199_254_740_992.0;
            numbers.extend([plain, plain * 2.0 - 1.0, plain * 1_400.0 - 700.0]);
            numbers.push(f64::from_bits(next()));
        }
        numbers
    }

    fn compare(numbers: &[f64], each: fn(&mut [f64; AT_ONCE]), one: fn(f64) -> f64) {
        for &x in numbers {
            // Among ordinary numbers, so that the others are not left to the slow way with it.
            let mut lanes = [0.5; AT_ONCE];
            lanes[0] = x;
            each(&mut lanes);
            for (x, lane) in [(x, lanes[0]), (0.5, lanes[AT_ONCE - 1])] {
                let expected = one(x);
                let same =
                    lane.to_bits() == expected.to_bits() || (lane.is_nan() && expected.is_nan());
                assert!(same, "{x:e}: {lane:e}, not {expected:e}");
            }
        }
    }

    #[test]
    fn exponentials_have_the_bits_of_one_at_a_time() {
        let half = std::f64::consts::LN_2 / 2.0;
        let borders = [
            0.0,
            1.0,
            half,
            3.0 * half,
            708.0,
            709.782_712_893_384,
            745.133_219_101_941,
            f64::from_bits(0x3e30_0000 << 32),
            f64::from_bits(0x3e30_0001 << 32),
            f64::from_bits(0x3fd6_2e42 << 32),
            f64::from_bits(0x3fd6_2e43 << 32),
            f64::from_bits(0x3ff0_a2b2 << 32),
            f64::INFINITY,
            f64::NAN,
        ];
        compare(&numbers(&borders), exp_each, exp);
    }

    #[test]
    fn logarithms_have_the_bits_of_one_at_a_time() {
        let borders = [
            0.0,
            1.0,
            2.0,
            std::f64::consts::FRAC_1_SQRT_2,
            std::f64::consts::SQRT_2,
            f64::from_bits(0x3fe6_a09e << 32),
            f64::from_bits(0x3fe6_a09f << 32),
            f64::MIN_POSITIVE,
            f64::MAX,
            f64::INFINITY,
            f64::NAN,
        ];
        compare(&numbers(&borders), ln_each, ln);
    }
}
