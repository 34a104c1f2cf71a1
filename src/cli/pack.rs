//! `horseshoe pack`: what a class needs on paper, as one file.

use std::io;

use crate::report::pack::{Choices, Naming, class_pack};
use crate::store;

use super::args::PackArgs;
use super::{Console, Status, source};

pub(super) fn pack(args: &PackArgs, console: &mut Console<'_>) -> io::Result<Status> {
    let Some(scenario) = source::load(&args.file, console)? else { return Ok(Status::Failed) };
    let naming = if args.anonymous { Naming::Letters } else { Naming::Names };
    let pack = class_pack(&scenario, Choices { naming });
    let Some(path) = &args.output else {
        console.out.write_all(pack.as_bytes())?;
        return Ok(Status::Done);
    };
    if let Err(message) = store::save(path, pack.as_bytes()) {
        writeln!(console.err, "error: {message}")?;
        return Ok(Status::Failed);
    }
    writeln!(console.out, "Class pack of “{}”: {}", scenario.title, path.display())?;
    Ok(Status::Done)
}
