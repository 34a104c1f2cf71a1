//! Adoption rules as data.

use super::OutcomeForm;

/// When a text is adopted.
#[derive(Debug, Clone, PartialEq)]
pub enum AdoptionRule {
    /// Votes in favour reach a threshold, and no veto holder votes against where there is a veto.
    Vote {
        /// How many votes in favour are needed.
        threshold: Threshold,
        /// Of whom.
        base: Base,
        /// Whether a negative vote of a permanent member prevents adoption.
        veto: bool,
    },
    /// Every test is met on its own weight.
    Weighted {
        /// The tests.
        tests: Vec<WeightTest>,
        /// A failed test is deemed met when fewer than this number of members did not vote in
        /// favour.
        blocking_minority: Option<u32>,
    },
    /// Nobody objects.
    Consensus,
    /// Every sponsor signs.
    Signature,
    /// The President issues it on its own authority.
    Authority,
}

impl AdoptionRule {
    /// Whether a permanent member's negative vote prevents adoption.
    pub const fn has_veto(&self) -> bool {
        matches!(self, Self::Vote { veto: true, .. })
    }

    /// Whether ballots are cast, or objections invited, when the text is put.
    pub const fn is_decided_by_members(&self) -> bool {
        matches!(self, Self::Vote { .. } | Self::Weighted { .. } | Self::Consensus)
    }
}

/// The adoption rule of each form in a body.
#[derive(Debug, Clone, PartialEq)]
pub struct FormRules {
    rules: [AdoptionRule; OutcomeForm::ALL.len()],
    known: [bool; OutcomeForm::ALL.len()],
}

impl FormRules {
    /// The rules that `of` gives, each with whether the body knows the form.
    pub fn new(of: impl Fn(OutcomeForm) -> (AdoptionRule, bool)) -> Self {
        let rules = OutcomeForm::ALL.map(&of);
        Self {
            known: rules.each_ref().map(|(_, known)| *known),
            rules: rules.map(|(rule, _)| rule),
        }
    }

    /// The rule by which a text of this form is adopted.
    pub const fn of(&self, form: OutcomeForm) -> &AdoptionRule {
        &self.rules[form as usize]
    }

    /// Whether the body knows this form: only then can a text step down to it.
    pub const fn knows(&self, form: OutcomeForm) -> bool {
        self.known[form as usize]
    }
}

/// How much is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Threshold {
    /// This number.
    Count(u32),
    /// At least this share: numerator and denominator.
    AtLeast(u32, u32),
    /// More than this share: numerator and denominator.
    MoreThan(u32, u32),
}

impl Threshold {
    /// Whether `amount` out of `total` reaches the threshold. Nothing out of nothing does not.
    pub fn is_reached(self, amount: f64, total: f64) -> bool {
        // The small slack keeps a sum of decimal weights from failing a share by one rounding.
        const SLACK: f64 = 1e-9;
        match self {
            Self::Count(n) => amount >= f64::from(n) - SLACK,
            Self::AtLeast(a, b) => {
                amount > 0.0 && amount * f64::from(b) >= total * f64::from(a) - SLACK * total
            }
            Self::MoreThan(a, b) => amount * f64::from(b) > total * f64::from(a) + SLACK * total,
        }
    }

    /// The smallest whole number of votes in favour that reaches the threshold out of `total`.
    pub fn votes_needed(self, total: usize) -> usize {
        (0..=total).find(|&n| self.is_reached(n as f64, total as f64)).unwrap_or(match self {
            Self::Count(n) => n as usize,
            Self::AtLeast(..) | Self::MoreThan(..) => total + 1,
        })
    }
}

/// Of whom a threshold is reckoned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Base {
    /// All voting members.
    #[default]
    Members,
    /// Those who vote in favour or against.
    PresentAndVoting,
}

/// One test of a weighted rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeightTest {
    /// The name of the weight; `members` counts each as 1.
    pub weight: String,
    /// How much of the total is needed in favour.
    pub threshold: Threshold,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_simple_majority_of_ten_is_six() {
        assert_eq!(Threshold::MoreThan(1, 2).votes_needed(10), 6);
        assert_eq!(Threshold::AtLeast(2, 3).votes_needed(15), 10);
        assert_eq!(Threshold::Count(9).votes_needed(15), 9);
    }

    #[test]
    fn nothing_out_of_nothing_reaches_no_share() {
        assert!(!Threshold::AtLeast(1, 2).is_reached(0.0, 0.0));
        assert!(!Threshold::MoreThan(1, 2).is_reached(0.0, 0.0));
    }
}
