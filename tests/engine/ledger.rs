//! From any figure back to the scenario: the chain of reasons holds.

use std::sync::Arc;

use horseshoe::Seed;
use horseshoe::analysis::ledger::{Ledger, Reason, Written};
use horseshoe::debate::{EventKind, Record};
use horseshoe::scenario::{self, library};

use super::council::cyber;

fn each(reason: &Reason, check: &mut impl FnMut(&Reason)) {
    check(reason);
    for behind in &reason.because {
        each(behind, check);
    }
}

#[test]
fn every_reason_names_an_event_that_exists_and_a_place_of_the_file_or_a_default() {
    let bundled = library::bundled("unsc-cyber-2024").expect("it is bundled");
    let tree = scenario::read(bundled.id, bundled.text.as_bytes()).tree.expect("it is RON");
    let record = Record::of(cyber(), Seed(2));
    let scenario = &record.scenario;
    let written = Written { scenario, tree: &tree };
    let ledger = Ledger::of(&record);
    let (mut places, mut defaults) = (0, 0);
    for who in scenario.members.ids().step_by(6) {
        for outcome in scenario.outcomes.ids() {
            let why = ledger.why(who, outcome);
            each(&why, &mut |reason| {
                assert!(!reason.says.is_empty() && !reason.says.contains("NaN"));
                if let Some(n) = reason.event {
                    assert!((1..=record.events.len()).contains(&n));
                }
                if let Some(path) = &reason.place {
                    let optional = ["dynamics.", "relations[", ".influence", "veto_reluctance"];
                    if written.line(path).is_some() {
                        places += 1;
                    } else {
                        defaults += 1;
                        let may = optional.iter().any(|part| path.contains(part))
                            || path.starts_with("program")
                            || path.contains("stances[");
                        assert!(may, "{path} is no place of the file");
                    }
                }
            });
            assert!(why.lines(written).len() > 3);
        }
    }
    assert!(places > defaults, "{places} places, {defaults} defaults");
}

#[test]
fn the_movements_of_a_position_add_up_to_it() {
    let record = Record::of(cyber(), Seed(3));
    let scenario = &record.scenario;
    for who in scenario.members.ids() {
        for issue in scenario.issues.ids() {
            if !scenario.derived.instructions[(who, issue)].given {
                continue;
            }
            let start = scenario.derived.instructions[(who, issue)].position;
            let moved: f64 = record
                .events
                .iter()
                .filter_map(|event| match &event.kind {
                    EventKind::PositionsShifted { rows } => Some(rows),
                    _ => None,
                })
                .flatten()
                .filter(|row| row.listener == who && row.issue == issue)
                .map(|row| row.to - row.from)
                .sum();
            let end = record.state_at(usize::MAX).positions[(who, issue)];
            assert!((start + moved - end).abs() < 1e-9);
        }
    }
}

#[test]
fn an_event_leads_back_to_the_programme() {
    let record = Record::of(cyber(), Seed(1));
    let ledger = Ledger::of(&record);
    for n in 1..=record.events.len() {
        let mut reason = ledger.event(n).expect("it happened");
        let mut last = n + 1;
        while let Some(cause) = reason.because.pop() {
            if let Some(event) = reason.event {
                assert!(event < last, "causes come before their effects");
                last = event;
            }
            reason = cause;
        }
        assert!(reason.says.starts_with("the programme"), "{}", reason.says);
    }
    assert!(ledger.event(0).is_none() && ledger.event(record.events.len() + 1).is_none());
}

#[test]
fn a_ballot_gives_its_parts_and_a_bound_ballot_its_rule() {
    let record = Record::of(cyber(), Seed(1));
    let scenario = Arc::clone(&record.scenario);
    let ledger = Ledger::of(&record);
    let outcome = scenario.outcome("annual-meeting").expect("it is there");
    let sponsor = scenario.outcomes[outcome].sponsors[0];
    let bound = ledger.ballot(sponsor, outcome);
    assert_eq!(bound.says, "voted in favour of it");
    assert!(bound.because[0].says.contains("sponsor"));
    let other = scenario.delegation("DZA").expect("it is there");
    let mut parts = 0;
    each(&ledger.ballot(other, outcome), &mut |reason| {
        parts += usize::from(reason.says.starts_with("gain") || reason.says.starts_with("luck"));
    });
    assert_eq!(parts, 2);
}
