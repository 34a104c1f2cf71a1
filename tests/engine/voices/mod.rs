//! What is said reads as the Council's own, whoever speaks.

mod by_name;
mod corpus;
mod fairness;
mod lint;
mod plan;
mod sentences;
mod strength;
mod variety;

use std::sync::Arc;

use horseshoe::Seed;
use horseshoe::council::StatementPurpose;
use horseshoe::debate::{EventKind, Record};
use horseshoe::text::Verbatim;

use super::council::cyber;
use corpus::Said;

/// All statements of a cyber debate.
fn all_said(seed: u64) -> Vec<Said> {
    corpus::all_said(&cyber(), seed)
}

/// The statements made in the debate itself.
fn said(seed: u64) -> Vec<Said> {
    let mut said = all_said(seed);
    said.retain(|said| said.purpose == StatementPurpose::Debate);
    said
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

#[test]
fn a_statement_has_120_to_220_words_and_a_headline_at_most_25() {
    for seed in 1..=60 {
        for Said { text, headline, .. } in said(seed) {
            assert!((120..=220).contains(&words(&text)), "seed {seed}: {} {text}", words(&text));
            assert!(words(&headline) <= 25, "{headline}");
        }
    }
}

#[test]
fn the_record_of_the_cyber_debate_has_at_least_4000_words() {
    let scenario = cyber();
    let record = Record::of(Arc::clone(&scenario), Seed(1));
    let entries = Verbatim::of(&scenario, Seed(1), &record.events);
    let total: usize = entries.iter().map(|entry| words(&entry.text)).sum();
    assert!(total >= 4000, "{total}");
}

#[test]
fn every_statement_carries_its_mark() {
    let scenario = cyber();
    for Said { speaker, marks, .. } in all_said(1) {
        let name = scenario.members[speaker].name.in_sentence();
        assert_eq!(marks[0], format!("Simulated; not a statement by {name}"));
    }
}

#[test]
fn what_a_statement_declares_is_said_by_its_title() {
    let scenario = cyber();
    let record = Record::of(Arc::clone(&scenario), Seed(2));
    let mut texts = all_said(2).into_iter();
    for event in &record.events {
        if let EventKind::StatementDelivered(statement) = &event.kind {
            let text = texts.next().expect("each statement is told").text;
            for declaration in &statement.declarations {
                let title = &scenario.outcomes[declaration.outcome].title;
                assert!(text.contains(title.as_str()), "{title} missing in {text}");
            }
        }
    }
}

#[test]
fn a_president_does_not_thank_itself() {
    let scenario = cyber();
    let president = &scenario.members[scenario.president].name;
    for seed in 1..=60 {
        for Said { speaker, text, .. } in said(seed) {
            let thanked = text.contains(&format!("thank {}", president.in_sentence()));
            assert!(speaker != scenario.president || !thanked, "seed {seed}: {text}");
        }
    }
}
