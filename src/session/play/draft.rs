//! What a person has written and not yet said.

use serde::{Deserialize, Serialize};

use crate::debate::Intended;

/// A statement as it is being written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// What it is to say; its words, where a person has changed those that were drafted.
    pub intended: Intended,
}
