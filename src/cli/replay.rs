//! `horseshoe replay`: whether a saved record is whole, and the same when held again.

use std::io;

use crate::debate::{ENGINE_VERSION, open, replay as verify};
use crate::store;

use super::{Console, Status};

pub(super) fn replay(record: &str, console: &mut Console<'_>) -> io::Result<Status> {
    let text = match store::open_text(record) {
        Ok(text) => text,
        Err(message) => {
            writeln!(console.err, "error: {message}")?;
            return Ok(Status::Failed);
        }
    };
    match verify(&text) {
        Ok(replayed) => {
            writeln!(
                console.out,
                "verified: {}, seed {}, {} events, engine version {ENGINE_VERSION}",
                replayed.record.scenario.title,
                replayed.record.seed.0,
                replayed.record.events.len()
            )?;
            Ok(Status::Done)
        }
        Err(fault) => {
            writeln!(console.err, "error: {record}: {fault}")?;
            if let Ok(opened) = open(&text)
                && opened.damage.is_some()
            {
                let whole = opened.record.events.len();
                writeln!(console.err, "the first {whole} events, before the damage, are whole")?;
            }
            Ok(Status::Failed)
        }
    }
}
