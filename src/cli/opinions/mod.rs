//! `horseshoe opinions`: what other models make of the same positions.

mod json;
mod text;

use std::io;

use crate::opinions::{Bargain, OnIssue, second_opinions};

use super::args::{FileArgs, Format};
use super::{Console, Status, source};

pub(super) fn opinions(args: &FileArgs, console: &mut Console<'_>) -> io::Result<Status> {
    let Some(scenario) = source::load(&args.file, console)? else { return Ok(Status::Failed) };
    let opinions = second_opinions(&scenario);
    match args.format {
        Format::Json => writeln!(console.out, "{:#}", json::shape(&scenario, &opinions))?,
        Format::Text => text::print(&scenario, &opinions, console)?,
    }
    Ok(Status::Done)
}

/// A position on the scale of people, 0..100, without the dust of the change of scale.
fn on_scale(position: f64) -> f64 {
    (position * 1e12).round() / 1e10
}

/// The position of each model in 0..1 by its name in JSON, none where it says nothing. A bargain
/// that fails leaves the status quo.
fn positions(on: &OnIssue, status_quo: f64) -> [(&'static str, Option<f64>); 5] {
    let nash = on.nash.ok().map(|bargain| match bargain {
        Bargain::Agreement(position) => position,
        Bargain::NoAgreement { .. } => status_quo,
    });
    [
        ("median", on.median.ok()),
        ("compromise", on.compromise.ok()),
        ("nash", nash),
        ("challenge", on.challenge.ok().map(|challenge| challenge.median)),
        ("exchange", on.exchange.ok()),
    ]
}

/// Why a bargain failed; none where it did not.
fn no_agreement(on: &OnIssue) -> Option<String> {
    let Ok(Bargain::NoAgreement { below, content, above }) = on.nash else { return None };
    let sides = [
        (below, "want less than the status quo", "wants less than the status quo"),
        (content, "want the status quo", "wants the status quo"),
        (above, "want more", "wants more"),
    ];
    let told: Vec<String> = sides
        .iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, many, one)| format!("{count} {}", if *count == 1 { one } else { many }))
        .collect();
    Some(format!(
        "no agreement, as no change is a gain to all ({}); the status quo stays",
        told.join(", ")
    ))
}
