//! The class pack: what a class needs on paper for one debate, as one HTML file to print.

mod ballots;
mod cable;
mod cards;
mod cover;
mod grid;
mod invited;
mod meeting;
mod parts;
mod prediction;
mod questions;
mod reveal;
mod rules;
mod run_sheet;
mod steps;
mod teacher;

use maud::{Markup, html};

use crate::scenario::Scenario;

pub use crate::scenario::Naming;

use super::figure::NOTE;
use super::html::{Page, page};

const STYLE: &str = include_str!("../../../assets/report/pack.css");
/// How many letters of a digest tell files apart.
const DIGEST: usize = 12;

/// What is asked of a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Choices {
    /// How States are named; where it is by letters, a sheet for the teacher tells who is who.
    pub naming: Naming,
}

/// A part of the pack.
struct Part {
    /// Its place in the document, for links.
    id: &'static str,
    /// What it is called.
    title: &'static str,
    /// How often it is printed, and for whom.
    copies: String,
    /// Its pages.
    body: Markup,
}

/// The pack of `scenario` as the text of an HTML file. A role card holds what is private to its
/// delegation; the rest of the pack holds nothing private, and no part what really happened.
pub fn class_pack(scenario: &Scenario, choices: Choices) -> String {
    let scenario = scenario.names.as_deref().unwrap_or(scenario);
    match choices.naming {
        Naming::Names | Naming::Revealed => whole(scenario, None),
        Naming::Letters => whole(&scenario.anonymous(), Some(scenario)),
    }
}

/// The pack of a scenario; `named` is the same with its States named, where they stand as letters.
fn whole(scenario: &Scenario, named: Option<&Scenario>) -> String {
    let parts = parts(scenario, named);
    let body = html! {
        (cover::cover(scenario, &parts, named.is_some()))
        @for part in &parts { (part.body) }
    };
    let digest: String = scenario.digest.chars().take(DIGEST).collect();
    let program = concat!("Horseshoe ", env!("CARGO_PKG_VERSION"));
    page(&Page {
        title: &format!("Class pack: {}", scenario.title),
        mark: NOTE,
        provenance: &format!("{} · digest\u{a0}{digest} · {program}", scenario.title),
        style: STYLE,
        body,
    })
}

fn parts(scenario: &Scenario, named: Option<&Scenario>) -> Vec<Part> {
    let each = |what: &str| what.to_owned();
    let seats = scenario.derived.voting.len();
    let mut parts = vec![
        part(("run-sheets", "Run sheets"), each("1 for the teacher"), run_sheet::sheets(scenario)),
        part(
            ("teaching-note", "Teaching note"),
            each("1 for the teacher"),
            teacher::note(scenario),
        ),
        part(("meeting", "The meeting"), each("1 for each pupil"), meeting::meeting(scenario)),
        part(("rules", "The rules on one page"), each("1 for each pupil"), rules::rules(scenario)),
        part(
            ("cards", "Role cards"),
            format!("1 set of {seats}: each card to its own delegation"),
            cards::cards(scenario, named.is_some()),
        ),
    ];
    if let Some(invited) = invited::cards(scenario) {
        parts.push(part(("invited", "Cards of the invited"), each("1 set, to be cut"), invited));
    }
    let ballots = format!("{seats} copies: 1 for each delegation, to be cut");
    parts.extend([
        part(("ballots", "Ballot slips"), ballots, ballots::slips(scenario)),
        part(("grid", "Note-taker's grid"), each("1 for each note-taker"), grid::grid(scenario)),
        part(
            ("prediction", "Prediction sheet"),
            each("1 for each pupil"),
            prediction::sheet(scenario),
        ),
        part(("cable", "Reporting cable"), each("1 for each delegation"), cable::form(scenario)),
    ]);
    if let Some(questions) = questions::sheet(scenario) {
        parts.push(part(
            ("questions", "Questions, before and after"),
            each("1 for each pupil"),
            questions,
        ));
        parts.push(part(
            ("answers", "Answers"),
            each("1 for the teacher"),
            questions::answers(scenario),
        ));
    }
    if let Some(named) = named {
        parts.push(part(
            ("reveal", "Who was who"),
            each("1 for the teacher, kept until the debrief"),
            reveal::sheet(scenario, named),
        ));
    }
    parts
}

const fn part((id, title): (&'static str, &'static str), copies: String, body: Markup) -> Part {
    Part { id, title, copies, body }
}
