//! What is said reads as the Council's own, whoever speaks.

mod by_name;
mod corpus;
mod fairness;
mod lint;
mod sentences;
mod variety;

use std::sync::Arc;

use horseshoe::Seed;
use horseshoe::council::{Membership, StatementPurpose};
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
fn prose_has_no_open_slot_no_double_space_and_no_repeated_word() {
    for seed in 1..=60 {
        for Said { text, headline, .. } in all_said(seed) {
            for prose in [&text, &headline] {
                assert!(!prose.contains(['{', '}']), "{prose}");
                assert!(!prose.contains("  ") && !prose.contains(".."), "{prose}");
                let tokens: Vec<&str> = prose.split_whitespace().collect();
                assert!(tokens.windows(2).all(|pair| pair[0] != pair[1]), "{prose}");
                assert!(prose.chars().next().is_some_and(char::is_uppercase), "{prose}");
            }
            let longest = text.split(". ").map(words).max().unwrap_or(0);
            assert!(longest <= 60, "{longest}: {text}");
        }
    }
}

#[test]
fn nobody_is_he_or_she_and_no_word_is_loaded() {
    let banned = [
        "he",
        "she",
        "his",
        "her",
        "him",
        "regime",
        "rogue",
        "west",
        "like-minded",
        "blocked",
        "killed",
        "defied",
        "defiant",
        "provocative",
    ];
    for seed in 1..=60 {
        for Said { text, headline, .. } in all_said(seed) {
            let all = format!("{text} {headline}").to_lowercase();
            for word in all.split(|c: char| !c.is_alphanumeric() && c != '-') {
                assert!(!banned.contains(&word), "{word}: {all}");
            }
        }
    }
}

#[test]
fn a_state_is_named_only_in_thanks_in_commendation_or_through_a_sourced_argument() {
    let scenario = cyber();
    let states: Vec<&str> = scenario
        .members
        .iter()
        .filter(|member| member.membership != Membership::Rule39)
        .map(|member| member.name.short.as_str())
        .collect();
    for seed in 1..=40 {
        for Said { speaker, text, .. } in said(seed) {
            for sentence in text.split(". ") {
                let own = scenario.members[speaker].name.short.as_str();
                let presidency = scenario.members[scenario.president].name.short.as_str();
                let named = states.iter().find(|name| {
                    **name != own && **name != presidency && sentence.contains(**name)
                });
                if let Some(name) = named {
                    let answers = sentence.contains(&format!("the representative of {name}"))
                        || sentence.contains(&format!("the representative of the {name}"))
                        || sentence.contains(&format!("he representative of {name}"))
                        || sentence.contains(&format!("he representative of the {name}"));
                    let sourced = scenario.members[speaker].arguments.iter().any(|argument| {
                        argument.names.is_some()
                            && argument.text.contains(sentence.trim_end_matches('.'))
                    });
                    assert!(answers || sourced, "{own} on {name}: {sentence}");
                }
            }
        }
    }
}

#[test]
fn no_two_delegations_in_a_meeting_open_or_close_alike() {
    let scenario = cyber();
    for seed in 1..=40 {
        let mut openings: Vec<String> = Vec::new();
        for Said { speaker, text, .. } in said(seed) {
            let opening = text.split(". ").next().unwrap_or_default().to_owned();
            let short = opening.starts_with("I thank the Republic of Korea and the briefers");
            if !short && !scenario.members[speaker].is_briefer() {
                assert!(!openings.contains(&opening), "seed {seed}: {opening}");
                openings.push(opening);
            }
        }
    }
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
