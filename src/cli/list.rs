//! `horseshoe list`: the bundled scenarios.

use std::io;

use crate::scenario::{self, library};
use crate::text::long_date;

use super::{Console, Status};

pub(super) fn list(console: &mut Console<'_>) -> io::Result<Status> {
    for bundled in library::BUNDLED {
        if let Some(scenario) = scenario::load(bundled.id, bundled.text.as_bytes()).scenario {
            writeln!(
                console.out,
                "{:<20}  {}, {}, {}",
                bundled.id,
                scenario.title,
                long_date(&scenario.date),
                scenario.body
            )?;
        }
    }
    Ok(Status::Done)
}
