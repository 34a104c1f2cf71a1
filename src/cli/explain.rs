//! `horseshoe explain CODE`: the long story of a diagnostic.

use std::io;

use crate::scenario::Code;

use super::{Console, Status};

pub(super) fn explain(code: &str, console: &mut Console<'_>) -> io::Result<Status> {
    let Some(found) = Code::parse(code) else {
        writeln!(
            console.err,
            "error: there is no diagnostic `{code}`; codes look like S012 and stand in brackets \
             in the output of `horseshoe check`"
        )?;
        return Ok(Status::Failed);
    };
    writeln!(console.out, "{found}: {}\n\n{}", found.title(), found.story())?;
    Ok(Status::Done)
}
