//! `horseshoe explain CODE` and `manual`: the long story of a diagnostic, and of the file.

use std::io;

use crate::scenario::{Code, MANUAL};

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

/// Every code with what it is about.
pub(super) fn list(console: &mut Console<'_>) -> io::Result<Status> {
    for code in Code::ALL {
        writeln!(console.out, "{code}  {}", code.title())?;
    }
    Ok(Status::Done)
}

/// The author's manual, as it stands in the folder of documents.
pub(super) fn manual(console: &mut Console<'_>) -> io::Result<Status> {
    console.out.write_all(MANUAL.as_bytes())?;
    Ok(Status::Done)
}
