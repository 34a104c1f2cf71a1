//! From what a report was made, and what it says of itself on every page.

use crate::debate::{ENGINE_VERSION, Record};
use crate::report::figure::{NOTE, Provenance};
use crate::text::{long_date, names_by_alphabet};

use super::{Block, Document, Made, Verified, part, remark};

/// The document of this kind and title, without blocks.
pub(super) fn document(record: &Record, kind: &'static str, title: String) -> Document {
    let scenario = &record.scenario;
    let about =
        format!("{}, {}, {}", scenario.body, scenario.meeting.label(), long_date(&scenario.date));
    Document {
        kind,
        title,
        about,
        mark: NOTE.to_owned(),
        provenance: line(record),
        blocks: Vec::new(),
    }
}

/// One line for every page, without the mark.
fn line(record: &Record) -> String {
    let fields = Provenance::of(record).fields();
    let told =
        fields.into_iter().filter(|(name, _)| *name != "note").map(|(name, value)| match name {
            "scenario" => value,
            "program" => format!("engine version {ENGINE_VERSION} · {value}"),
            _ => format!("{name} {value}"),
        });
    told.collect::<Vec<_>>().join(" · ")
}

/// What must be seen before anything else: that the record is not what it should be, or not over.
pub(super) fn notices(record: &Record, made: &Made) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Verified::No(why) = &made.verified {
        blocks.push(Block::Notice(format!("This record does not verify: {why}.")));
    }
    if !is_over(record) {
        let text = "The meeting was not over when this record was saved: this is how things stood.";
        blocks.push(Block::Notice(text.to_owned()));
    }
    blocks
}

/// Whether the meeting is over.
pub(super) fn is_over(record: &Record) -> bool {
    record.debate().propose().is_none()
}

/// From what the report was made, in full.
pub(super) fn origin(record: &Record, made: &Made) -> Vec<Block> {
    let scenario = &record.scenario;
    let mut facts = vec![
        ("Scenario", scenario.title.clone()),
        ("Scenario digest (SHA-256)", scenario.digest.clone()),
        ("Seed", record.seed.0.to_string()),
    ];
    if let Some(seed) = scenario.variation {
        facts.push(("Positions drawn anew with seed", seed.0.to_string()));
    }
    let played = match &record.seats()[..] {
        [] => "none: the model played all seats".to_owned(),
        seats => names_by_alphabet(scenario, seats),
    };
    facts.push(("Seats played by people", played));
    let chair = record.chair().map_or_else(
        || "followed the programme: no person took it".to_owned(),
        |who| format!("taken by a person, for {}", scenario.members[who].name.in_sentence()),
    );
    facts.push(("Chair", chair));
    let taken = record
        .steps
        .iter()
        .filter(|step| step.by_person && !step.action.is_about_who_plays())
        .count();
    facts.push(("Actions taken by people", taken.to_string()));
    facts.push(("Recorded by engine version", made.engine().to_string()));
    facts.push(("Written by", concat!("Horseshoe ", env!("CARGO_PKG_VERSION")).to_owned()));
    let verified = match &made.verified {
        Verified::Yes => "yes: every line matches its digest, and the debate held again from \
                          scenario, seed and choices takes the same course"
            .to_owned(),
        other => other.words(),
    };
    facts.push(("Record verified", verified));
    let facts = facts.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    vec![
        part("From what this was made"),
        Block::Facts(facts),
        remark(
            "Simulated. Statements are made up from the positions and phrases of a scenario; \
             nobody in reality said them.",
        ),
    ]
}
