//! What the differences do to the chances of adoption.

use crate::scenario::Scenario;
use crate::vote;

/// The chances of an outcome that both scenarios have.
pub(super) struct Effect {
    pub(super) identifier: String,
    pub(super) title: String,
    pub(super) before: f64,
    pub(super) after: f64,
}

impl Effect {
    pub(super) fn by(&self) -> f64 {
        self.after - self.before
    }
}

/// The exact chances of adoption from the opening positions of both, in the order of the second.
pub(super) fn effects(before: &Scenario, after: &Scenario) -> Vec<Effect> {
    let shared = after.order.outcomes.iter().filter_map(|&id| {
        let outcome = &after.outcomes[id];
        let earlier = before.outcome(&outcome.identifier)?;
        Some(Effect {
            identifier: outcome.identifier.clone(),
            title: outcome.title.clone(),
            before: vote::forecast(before, earlier).chances.adopted,
            after: vote::forecast(after, id).chances.adopted,
        })
    });
    shared.collect()
}
