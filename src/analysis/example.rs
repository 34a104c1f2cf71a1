//! A debate on which the readers of this module are tried.

use crate::debate::Record;
use crate::scenario::{self, library};
use crate::stream::Seed;

/// The debate of seed 1 of the scenario for learning.
pub(super) fn record() -> Record {
    let book = library::bundled("tutorial").expect("it is bundled");
    let loaded = scenario::load(book.id, book.text.as_bytes());
    Record::of(loaded.scenario.expect("it has no errors"), Seed(1))
}
