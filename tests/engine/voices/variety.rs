//! Variety: openings of sentences, and first and last sentences of statements, over many debates.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use horseshoe::council::StatementPurpose;

use super::corpus::{Meeting, in_each};
use super::sentences::sentences;
use crate::council::cyber;

const RUNS: u64 = 100;
/// So many words are an opening.
const WORDS: usize = 5;
/// No opening may begin more than this share of all sentences.
const MOST: f64 = 0.03;
/// So many openings are told.
const TOLD: usize = 5;

/// How often sentences open so, in words and small letters.
fn openings(meeting: &Meeting) -> BTreeMap<String, usize> {
    let mut openings = BTreeMap::new();
    for sentence in meeting.said.iter().flat_map(|said| sentences(&said.text)) {
        let words: Vec<&str> = sentence.split_whitespace().take(WORDS).collect();
        if words.len() == WORDS {
            *openings.entry(words.join(" ").to_lowercase()).or_default() += 1;
        }
    }
    openings
}

/// First and last sentences of the debate that an earlier speaker used in the same place.
fn alike(meeting: &Meeting) -> Vec<String> {
    let mut used: BTreeMap<(&str, String), String> = BTreeMap::new();
    let mut found = Vec::new();
    for said in meeting.said.iter().filter(|said| said.purpose == StatementPurpose::Debate) {
        let parts = sentences(&said.text);
        let who = meeting.name(said.speaker);
        for (place, sentence) in ["opens", "closes"].into_iter().zip([parts.first(), parts.last()])
        {
            let key = (place, sentence.map_or_else(String::new, |text| (*text).to_owned()));
            if let Some(first) = used.get(&key) {
                found.push(format!("[{}] {who} {place} as {first}: {}", meeting.seed, key.1));
            }
            used.insert(key, who.clone());
        }
    }
    found
}

fn meetings() -> Vec<(&'static str, std::sync::Arc<horseshoe::scenario::Scenario>, u64)> {
    let scenario = cyber();
    (1..=RUNS).map(|seed| ("unsc-cyber-2024", scenario.clone(), seed)).collect()
}

#[test]
fn no_opening_of_a_sentence_is_worn_out() {
    let mut all: BTreeMap<String, usize> = BTreeMap::new();
    for (opening, count) in in_each(&meetings(), openings).into_iter().flatten() {
        *all.entry(opening).or_default() += count;
    }
    let sum: usize = all.values().sum();
    assert!(sum > 10_000, "{sum}");
    let mut most: Vec<(String, usize)> = all.into_iter().collect();
    most.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let share = |count: usize| count as f64 / sum as f64;
    let mut told = String::new();
    for (opening, count) in most.iter().take(TOLD) {
        let percent = share(*count) * 100.0;
        writeln!(told, "{percent:.1} % of {sum}: {opening} …").expect("a string takes it");
    }
    assert!(share(most[0].1) <= MOST, "{told}");
}

#[test]
fn no_two_delegations_open_or_close_alike_in_a_debate() {
    let found: Vec<String> = in_each(&meetings(), alike).into_iter().flatten().collect();
    let shown = found.iter().take(TOLD).cloned().collect::<Vec<_>>().join("\n");
    assert!(found.is_empty(), "{} sentences, such as\n{shown}", found.len());
}
