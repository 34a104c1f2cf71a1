//! The Security Council's own rules, as values (Charter of the United Nations, Article 27).

use super::{AdoptionRule, Base, OutcomeForm, Threshold};

/// The rule by which the Security Council adopts a text of this form: nine votes of fifteen with
/// a veto for resolutions, nine without one for procedural decisions, consensus for statements.
pub const fn rule(form: OutcomeForm) -> AdoptionRule {
    let nine = Threshold::Count(9);
    match form {
        OutcomeForm::Resolution => {
            AdoptionRule::Vote { threshold: nine, base: Base::Members, veto: true }
        }
        OutcomeForm::ProceduralDecision => {
            AdoptionRule::Vote { threshold: nine, base: Base::Members, veto: false }
        }
        OutcomeForm::PresidentialStatement | OutcomeForm::PressStatement => AdoptionRule::Consensus,
        OutcomeForm::JointStatement => AdoptionRule::Signature,
        OutcomeForm::PresidentsSummary => AdoptionRule::Authority,
    }
}
