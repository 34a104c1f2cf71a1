//! The authors' tools: mends, layout, new scenarios, tables.

mod difference;
mod fmt;
mod mend;
mod naming;
mod new;
mod rename;
mod table;
mod written;

pub(super) use fmt::fmt;
pub(super) use mend::mend;
pub(super) use new::new;
pub(super) use rename::rename;
pub(super) use table::{export, import};
