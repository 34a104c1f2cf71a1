//! Values that cannot leave their interval.

/// A number in 0..1: a position, a salience, an influence.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct UnitInterval(f64);

impl UnitInterval {
    /// The lowest value.
    pub const ZERO: Self = Self(0.0);
    /// The highest value.
    pub const ONE: Self = Self(1.0);

    /// The value on the authors' scale of 0..100, brought to 0..1; anything outside, or not a
    /// number, is refused.
    pub fn from_percent(percent: f64) -> Option<Self> {
        (0.0..=100.0).contains(&percent).then_some(Self(percent / 100.0))
    }

    /// The value nearest to `value` in 0..1; 0 for what is not a number.
    pub fn clamped(value: f64) -> Self {
        Self(if value.is_nan() { 0.0 } else { value.clamp(0.0, 1.0) })
    }

    /// The value, in 0..1.
    pub const fn get(self) -> f64 {
        self.0
    }
}

/// A number in -1..1: an affinity.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Bipolar(f64);

impl Bipolar {
    /// The value on the authors' scale of -100..100, brought to -1..1; anything outside, or not
    /// a number, is refused.
    pub fn from_percent(percent: f64) -> Option<Self> {
        (-100.0..=100.0).contains(&percent).then_some(Self(percent / 100.0))
    }

    /// The value, in -1..1.
    pub const fn get(self) -> f64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_outside_the_scale_is_refused() {
        assert_eq!(UnitInterval::from_percent(100.5), None);
        assert_eq!(UnitInterval::from_percent(f64::NAN), None);
        assert_eq!(Bipolar::from_percent(-101.0), None);
        assert_eq!(UnitInterval::from_percent(40.0).map(UnitInterval::get), Some(0.4));
    }
}
