//! Identifiers in words: how dense identifiers stand in records and in JSON.
//!
//! A dense identifier means something only beside its scenario. While a record is written or
//! read, the names of its scenario are at hand for this thread, so that the types of a record
//! say once, where they are declared, how they are written.

use std::cell::RefCell;
use std::fmt;
use std::sync::Arc;

use serde::de::{Error as _, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{ArgumentId, Capacity, DelegationId, GroupId, Id as _, InjectId, IssueId, OutcomeId};

/// The identifiers of a scenario, each kind in the order of its dense identifiers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names {
    /// Delegations.
    pub members: Vec<String>,
    /// Issues.
    pub issues: Vec<String>,
    /// Outcomes.
    pub outcomes: Vec<String>,
    /// Groups.
    pub groups: Vec<String>,
}

thread_local! {
    static AT_HAND: RefCell<Arc<Names>> = RefCell::default();
}

/// Does `job` with these names at hand: inside it, identifiers are written and read by name.
pub fn with_names<T>(names: &Arc<Names>, job: impl FnOnce() -> T) -> T {
    /// Puts the names before back, also when the job panics.
    struct Before(Arc<Names>);
    impl Drop for Before {
        fn drop(&mut self) {
            AT_HAND.set(std::mem::take(&mut self.0));
        }
    }
    let _before = Before(AT_HAND.replace(Arc::clone(names)));
    job()
}

fn write<S: Serializer>(
    names: fn(&Names) -> &[String],
    id: usize,
    to: S,
) -> Result<S::Ok, S::Error> {
    AT_HAND.with_borrow(|at_hand| match names(at_hand).get(id) {
        Some(name) => to.serialize_str(name),
        None => Err(serde::ser::Error::custom("an identifier without a name at hand")),
    })
}

/// Reads a name and finds its place among those at hand.
struct ByName {
    names: fn(&Names) -> &[String],
    what: &'static str,
}

impl Visitor<'_> for ByName {
    type Value = usize;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "the identifier of {}", self.what)
    }

    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<usize, E> {
        AT_HAND
            .with_borrow(|at_hand| {
                let names = (self.names)(at_hand);
                names.binary_search_by(|known| known.as_str().cmp(name)).ok()
            })
            .ok_or_else(|| E::custom(format!("unknown {} `{name}`", self.what)))
    }
}

macro_rules! named {
    ($($id:ident: $field:ident, $what:literal;)*) => {
        $(
            impl Serialize for $id {
                fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                    write(|names| &names.$field, self.index(), to)
                }
            }

            impl<'de> Deserialize<'de> for $id {
                fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                    let by_name = ByName { names: |names| &names.$field, what: $what };
                    from.deserialize_str(by_name).map(Self::at)
                }
            }
        )*
    };
}

named! {
    DelegationId: members, "a delegation";
    IssueId: issues, "an issue";
    OutcomeId: outcomes, "an outcome";
    GroupId: groups, "a group";
}

macro_rules! numbered {
    ($($id:ident),*) => {
        $(
            impl Serialize for $id {
                fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                    // People count from 1.
                    to.serialize_u64(self.index() as u64 + 1)
                }
            }

            impl<'de> Deserialize<'de> for $id {
                fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                    let number = u16::deserialize(from)?;
                    let index = number.checked_sub(1);
                    index.map(|index| Self::at(usize::from(index))).ok_or_else(|| {
                        D::Error::custom("numbers are counted from 1")
                    })
                }
            }
        )*
    };
}

numbered! { ArgumentId, InjectId }

impl Serialize for Capacity {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::National => to.serialize_str("National"),
            Self::Briefer => to.serialize_str("Briefer"),
            Self::OnBehalfOf(group) => AT_HAND.with_borrow(|names| {
                let group = names.groups.get(group.index()).map_or("", String::as_str);
                to.serialize_str(&format!("OnBehalfOf({group})"))
            }),
        }
    }
}

impl<'de> Deserialize<'de> for Capacity {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let words = String::deserialize(from)?;
        let group = words.strip_prefix("OnBehalfOf(").and_then(|rest| rest.strip_suffix(')'));
        match (words.as_str(), group) {
            ("National", _) => Ok(Self::National),
            ("Briefer", _) => Ok(Self::Briefer),
            (_, Some(group)) => ByName { names: |names| &names.groups, what: "a group" }
                .visit_str(group)
                .map(|index| Self::OnBehalfOf(GroupId::at(index))),
            _ => Err(D::Error::custom(format!("unknown capacity `{words}`"))),
        }
    }
}
