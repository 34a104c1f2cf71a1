//! The turns that changed the prospects of texts most, and what in them did so.

use horseshoe::Seed;
use horseshoe::analysis::actual::{Counts, compared};
use horseshoe::analysis::turning_point::{Drivers, LEAST, Prospects};
use horseshoe::debate::{Record, results};
use horseshoe::scenario::{self, library};
use horseshoe::session::Session;
use horseshoe::vote::{Decision, Workspace, decision_chances};

/// A debate, with the stretches that are its turns.
fn debate(id: &str, seed: u64) -> (Record, Prospects) {
    let bundled = library::bundled(id).expect("it is bundled");
    let scenario = scenario::load(id, bundled.text.as_bytes()).scenario.expect("no error");
    let session = Session::new(scenario, Seed(seed));
    let turns = session.turns().iter().map(|turn| turn.events.clone());
    let prospects = Prospects::of(session.record(), turns);
    (session.record().clone(), prospects)
}

#[test]
fn the_changes_add_up_from_the_chance_at_the_start_to_the_end() {
    for id in ["tutorial", "unsc-climate-2021", "unsc-cyber-2024"] {
        let (record, prospects) = debate(id, 3);
        let scenario = &record.scenario;
        let start = record.state_at(0);
        let end = results(scenario, &record.state_at(usize::MAX));
        for result in end {
            let outcome = result.outcome;
            let mut workspace = Workspace::default();
            let first = decision_chances(start.room(scenario), outcome, &mut workspace).adopted;
            let chance = |at| prospects.chance(at, outcome).expect("it was looked at");
            let changes: f64 = (0..prospects.len()).map(|at| chance(at + 1) - chance(at)).sum();
            let last = chance(prospects.len());
            assert!((first + changes - last).abs() < 1e-9, "{id}");
            match result.decision {
                Decision::Adopted => assert!(last > 0.999),
                Decision::NotAdopted(_) => assert!(last < 0.001),
                Decision::NotPut { .. } => assert!((0.0..=1.0).contains(&last)),
            }
        }
    }
}

#[test]
fn the_greatest_come_first_and_none_is_too_small_or_yet_to_come() {
    let (record, prospects) = debate("unsc-climate-2021", 1);
    let points = prospects.turning_points(&record.scenario, prospects.len());
    assert!(!points.is_empty());
    assert!(points.is_sorted_by(|a, b| a.size() >= b.size()));
    assert!(points.iter().flat_map(|point| &point.changes).all(|it| it.size() >= LEAST));
    let shown = prospects.turning_points(&record.scenario, 6);
    assert!(shown.iter().all(|point| point.stretch < 6));
    assert!(shown.iter().all(|point| points.contains(point)));
}

#[test]
fn what_moved_a_text_is_told_with_the_members_that_judge_it_otherwise() {
    for id in ["unsc-climate-2021", "unsc-cyber-2024", "invented-halcyon-strait"] {
        let (record, prospects) = debate(id, 1);
        let scenario = &record.scenario;
        for point in prospects.turning_points(scenario, usize::MAX) {
            let events = prospects.events(point.stretch).expect("it was looked at");
            let after = record.state_at(events.end);
            for change in point.changes.iter().filter(|change| change.size() > 0.1) {
                let up = change.after > change.before;
                let drivers = Drivers::of(&record, events.clone(), change.outcome).toward(up);
                assert!(drivers.members.iter().all(|driver| (driver.by > 0.0) == up));
                let words = drivers.words(scenario, change.outcome, &after);
                assert!(!words.is_empty(), "{id}, stretch {}", point.stretch);
            }
        }
    }
}

#[test]
fn what_is_decided_against_the_odds_was_less_likely_than_not() {
    for seed in 1..8 {
        let (record, prospects) = debate("unsc-climate-2021", seed);
        for point in prospects.against_the_odds(&record.scenario, usize::MAX) {
            let change = point.changes[0];
            let chance = if change.after > 0.5 { change.before } else { 1.0 - change.before };
            assert!(chance < 0.5);
        }
    }
}

#[test]
fn a_real_meeting_is_counted_beside_the_simulated_one() {
    let (record, _) = debate("unsc-climate-2021", 1);
    let scenario = &record.scenario;
    let results = results(scenario, &record.state_at(usize::MAX));
    let rows = compared(scenario, &results);
    assert_eq!(rows.len(), results.len());
    let counts = Counts::of(&rows);
    // Of one text the record tells the vote, and of none else how it ended.
    assert_eq!(counts.known, 1);
    assert!(counts.members <= 15 && counts.members_alike <= counts.members);
    let voted = rows.iter().find(|row| row.adopted.is_some()).expect("one was voted on");
    assert_eq!(voted.adopted, Some(false), "by the veto");
}
