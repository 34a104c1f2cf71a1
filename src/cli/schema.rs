//! `horseshoe schema`: what a scenario file may hold, for editors and other programs.

use std::io;

use crate::scenario;

use super::{Console, Status};

pub(super) fn schema(console: &mut Console<'_>) -> io::Result<Status> {
    writeln!(console.out, "{:#}", scenario::schema())?;
    Ok(Status::Done)
}
