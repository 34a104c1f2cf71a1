//! `horseshoe fmt`: files in the canonical layout, comments kept.

use std::io;

use crate::scenario;
use crate::store::{self, Opened};

use super::super::args::FmtArgs;
use super::super::{Console, Status, source};
use super::{difference, written};

pub(in crate::cli) fn fmt(args: &FmtArgs, console: &mut Console<'_>) -> io::Result<Status> {
    let mut status = Status::Done;
    for file in &args.files {
        let is_done = match source::open(file, console)? {
            Some(opened) => one(opened, args.check, console)?,
            None => false,
        };
        if !is_done {
            status = Status::Failed;
        }
    }
    Ok(status)
}

/// Lays out one file; whether it is as it should be afterwards.
fn one(opened: Opened, only_check: bool, console: &mut Console<'_>) -> io::Result<bool> {
    let Some(text) = source::text(&opened, console)? else { return Ok(false) };
    let laid_out = match scenario::formatted(&opened.name, text) {
        Ok(laid_out) => laid_out,
        Err(problems) => {
            write!(console.err, "{}", problems.render(console.color))?;
            return Ok(false);
        }
    };
    let is_same = laid_out == text;
    if only_check {
        if !is_same {
            difference::show(&opened.name, [text, &laid_out], "laid out", console)?;
        }
        return Ok(is_same);
    }
    if is_same && opened.name != store::STANDARD_INPUT {
        return Ok(true);
    }
    written::in_place(&Opened { name: opened.name, bytes: laid_out.into_bytes() }, console)
}
