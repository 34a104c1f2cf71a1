//! The transcendental functions of the engine, from the `libm` crate: the same bits on every platform.

mod lanes;

pub(crate) use lanes::{AT_ONCE, add_scaled, exp_all, exp_each, in_lanes, ln_each};

/// The exponential of `x`.
pub(crate) fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// The natural logarithm of `x`.
pub(crate) fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// Two to the power `x`.
pub(crate) fn exp2(x: f64) -> f64 {
    libm::exp2(x)
}

/// `base` to the power `exponent`, for a base of 0 or more.
pub(crate) fn pow(base: f64, exponent: f64) -> f64 {
    libm::pow(base, exponent)
}

/// The cosine of `x`.
pub(crate) fn cos(x: f64) -> f64 {
    libm::cos(x)
}

/// The logistic function 1 / (1 + e^-x), in 0..1.
pub(crate) fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + exp(-x))
}

/// P(X < `x`) for a standard normal X, in 0..1.
pub(crate) fn normal_below(x: f64) -> f64 {
    libm::erfc(-x / std::f64::consts::SQRT_2) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logistic_function_is_symmetric_about_one_half() {
        for x in [0.0, 0.3, 2.0, 40.0] {
            assert!((logistic(x) + logistic(-x) - 1.0).abs() < 1e-15);
        }
        assert_eq!(logistic(-1e9).to_bits(), 0.0_f64.to_bits());
    }
}
