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

#[test]
fn what_a_statement_says_has_its_reasons_and_nothing_later_is_told() {
    let record = Record::of(cyber(), Seed(1));
    let (mut points, mut declared, mut answers) = (0, 0, 0);
    for (at, event) in record.events.iter().enumerate() {
        let EventKind::StatementDelivered(said) = &event.kind else { continue };
        let n = at + 1;
        let ledger = Ledger::up_to(&record, n);
        let mut told = Vec::new();
        for point in &said.points {
            told.extend(ledger.point(n, point.issue));
            points += 1;
        }
        for it in &said.declarations {
            told.extend(ledger.declaration_at(n, it.outcome));
            declared += 1;
        }
        told.extend(ledger.commendation(n));
        told.extend(ledger.criticism(n));
        let answered =
            usize::from(said.commends.is_some()) + usize::from(said.criticizes.is_some());
        answers += answered;
        assert_eq!(told.len(), said.points.len() + said.declarations.len() + answered);
        for reason in &told {
            assert!(!reason.because.is_empty(), "{}", reason.says);
            each(reason, &mut |it| assert!(it.event.is_none_or(|event| event <= n), "{}", it.says));
        }
        assert!(Ledger::up_to(&record, at).point(n, said.points[0].issue).is_none());
    }
    assert!(points > 50 && declared > 20 && answers > 5, "{points}, {declared}, {answers}");
}

#[test]
fn a_chance_is_told_with_the_chances_of_the_members_it_consists_of() {
    let record = Record::of(cyber(), Seed(1));
    let scenario = &record.scenario;
    for outcome in scenario.outcomes.ids() {
        let ledger = Ledger::up_to(&record, record.events.len() / 2);
        let mut named = 0;
        each(&ledger.chance(outcome), &mut |it| {
            named += usize::from(it.says.contains(": in favour"));
        });
        let state = record.state_at(record.events.len() / 2);
        let asked = state.room(scenario).rule(outcome).is_decided_by_members();
        assert_eq!(named, if asked { scenario.derived.voting.len() } else { 0 });
        let support = ledger.support(outcome);
        let stances = ["in favour", "with reservations", "opposed", "not declared"];
        for stance in stances {
            assert!(support.because.iter().any(|it| it.says.starts_with(stance)), "{stance}");
        }
    }
}
