//! A group of delegations.

use crate::unit::Bipolar;

use super::DelegationId;

/// A regional or political group, named as its members name it.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The identifier in the scenario file.
    pub identifier: String,
    /// The name.
    pub name: String,
    /// The members, in the order of the file.
    pub members: Vec<DelegationId>,
    /// The affinity of each member toward each other, where no relation is written.
    pub cohesion: Bipolar,
    /// The member that speaks for all of them, if the group speaks jointly.
    pub joint_statement: Option<DelegationId>,
}
