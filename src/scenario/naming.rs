//! How States are named: as the file names them, or by letters until it is told who was who.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::model::Scenario;

/// How the States of a scenario are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Naming {
    /// By their names.
    #[default]
    Names,
    /// By letters, State A and on.
    Letters,
    /// By their names, after letters had stood for them and it was told who was who.
    Revealed,
}

impl Naming {
    /// Whether letters stand for names.
    pub const fn is_by_letters(self) -> bool {
        matches!(self, Self::Letters)
    }
}

impl Scenario {
    /// The same scenario with its States named so. The debate is the same, event for event.
    #[must_use]
    pub fn named(self: &Arc<Self>, naming: Naming) -> Arc<Self> {
        if self.naming == naming {
            return Arc::clone(self);
        }
        let names = self.names.as_ref().unwrap_or(self);
        match naming {
            Naming::Letters => Arc::new(names.anonymous()),
            _ if names.naming == naming => Arc::clone(names),
            _ => Arc::new(Self { naming, ..Self::clone(names) }),
        }
    }
}
