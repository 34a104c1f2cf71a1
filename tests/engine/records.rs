//! A saved record is whole, or is refused with the place.

use std::sync::Arc;

use horseshoe::Seed;
use horseshoe::debate::{ENGINE_VERSION, Record, ReplayFault, open, replay};
use horseshoe::scenario::library;
use proptest::prelude::*;

use super::council::cyber;

fn saved(seed: u64) -> String {
    let source = library::bundled("unsc-cyber-2024").expect("it is bundled").text;
    let record = Record::of(cyber(), Seed(seed));
    let lines = record.lines(source, |_, fields| {
        fields.insert("headline".to_owned(), "words are no part of the verification".into());
    });
    lines.join("\n") + "\n"
}

#[test]
fn a_saved_record_verifies_against_the_debate_held_again() {
    for seed in [0, 1, u64::MAX] {
        let replayed = replay(&saved(seed)).expect("it is as it was saved");
        assert_eq!(replayed.record.seed, Seed(seed));
        let again = Record::of(Arc::clone(&replayed.record.scenario), Seed(seed));
        assert_eq!(replayed.record.events, again.events);
    }
}

#[test]
fn a_record_cut_after_any_line_is_refused() {
    let whole = saved(1);
    let lines: Vec<&str> = whole.lines().collect();
    for kept in 1..lines.len() {
        let cut = lines[..kept].join("\n");
        let fault = replay(&cut).expect_err("the end is missing");
        assert_eq!(fault, ReplayFault::Cut { whole: kept - 1 });
    }
}

#[test]
fn what_is_added_to_a_record_or_missing_from_its_last_line_is_seen() {
    let whole = saved(1);
    let events = whole.lines().count() - 2;
    assert_eq!(
        replay(whole.trim_end()).expect_err("the last line is not whole"),
        ReplayFault::Cut { whole: events }
    );
    for tail in ["\n", " ", "{}", "x\n"] {
        let added = format!("{whole}{tail}");
        let fault = replay(&added).expect_err("something stands after the end");
        assert_eq!(fault, ReplayFault::Altered { line: events + 3, whole: events });
    }
}

#[test]
fn a_damaged_record_opens_up_to_its_last_whole_event() {
    let whole = saved(1);
    let lines: Vec<&str> = whole.lines().collect();
    let record = Record::of(cyber(), Seed(1));
    for kept in [1, 2, 30, lines.len() - 1] {
        // Cut in the middle of a line.
        let mut cut = lines[..kept].join("\n");
        cut.push('\n');
        cut.push_str(&lines[kept][..lines[kept].len() / 2]);
        let opened = open(&cut).expect("the header is whole");
        assert!(opened.damage.is_some());
        assert_eq!(opened.record.events.len(), kept - 1);
        assert!(opened.record.events[..] == record.events[..kept - 1]);
    }
    let mut altered = lines.clone();
    let other = altered[40].replacen("\"n\":40", "\"n\":41", 1);
    altered[40] = &other;
    let opened = open(&altered.join("\n")).expect("the header is whole");
    assert_eq!(opened.damage, Some(ReplayFault::Altered { line: 41, whole: 39 }));
    assert_eq!(opened.record.events.len(), 39);
}

#[test]
fn a_record_opens_as_it_was_written_and_goes_on_from_there() {
    for seed in [1, 9] {
        let opened = open(&saved(seed)).expect("it is whole");
        assert!(opened.damage.is_none());
        assert_eq!(u64::from(ENGINE_VERSION), opened.recorded_by);
        let again = Record::of(cyber(), Seed(seed));
        assert!(opened.record.events == again.events && opened.record.steps == again.steps);
        let mut branch = opened.record.branch(60);
        branch.finish();
        assert!(branch.events == again.events);
    }
}

#[test]
fn a_record_of_a_newer_format_and_other_text_are_refused() {
    let newer = saved(1).replacen("\"format\":1", "\"format\":2", 1);
    assert_eq!(replay(&newer).expect_err("it is newer"), ReplayFault::NewerFormat(2));
    for text in ["", "{}", "not a record", "\n\n", "[1,2"] {
        assert_eq!(replay(text).expect_err("it is none"), ReplayFault::NotARecord);
    }
}

/// A record whose digests fit, but whose seed is another.
#[test]
fn a_record_that_is_whole_but_took_another_course_names_the_first_event_that_differs() {
    let record = Record::of(cyber(), Seed(5));
    let source = library::bundled("unsc-cyber-2024").expect("it is bundled").text;
    let forged = Record { seed: Seed(6), ..record };
    let text = forged.lines(source, |_, _| {}).join("\n") + "\n";
    match replay(&text).expect_err("seed 6 takes another course") {
        ReplayFault::Differs { event, .. } => assert!(event > 0),
        other => panic!("{other}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_record_altered_in_one_byte_is_refused(at in any::<prop::sample::Index>(), by in 1..128_u8) {
        let whole = saved(1);
        let mut bytes = whole.into_bytes();
        let place = at.index(bytes.len() - 1);
        if bytes[place].is_ascii() && bytes[place] != b'\n' {
            let altered = (bytes[place] ^ by) & 0x7f;
            prop_assume!(altered != bytes[place]);
            bytes[place] = altered;
            let text = String::from_utf8(bytes).expect("ASCII was replaced by ASCII");
            prop_assert!(replay(&text).is_err());
        }
    }
}
