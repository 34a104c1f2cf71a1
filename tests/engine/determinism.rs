//! A debate is a pure function of scenario, seed and people's actions.

use std::sync::Arc;

use horseshoe::Seed;
use horseshoe::council::{DelegationId, StatementPurpose};
use horseshoe::debate::{Action, Debate, Event, EventKind, NoRecord, Record, State};
use horseshoe::vote::BallotRow;
use proptest::prelude::*;

use super::council::{cyber, five, read};

fn lines(record: &Record) -> Vec<String> {
    record.lines("", |_, _| {})
}

#[test]
fn the_same_seed_gives_the_same_record_and_another_seed_another() {
    let scenario = cyber();
    let first = lines(&Record::of(Arc::clone(&scenario), Seed(7)));
    assert_eq!(first, lines(&Record::of(Arc::clone(&scenario), Seed(7))));
    assert_ne!(first[1..], lines(&Record::of(scenario, Seed(8)))[1..]);
}

#[test]
fn a_change_in_any_line_changes_the_digest_of_the_record() {
    let record = Record::of(five().build(), Seed(1));
    let whole = lines(&record).last().cloned();
    for at in 0..record.events.len() {
        let mut altered = record.clone();
        altered.events.remove(at);
        assert_ne!(lines(&altered).last().cloned(), whole, "event {at} removed unnoticed");
    }
}

/// The draws of a debate by delegation: ballots, and the luck of the points of statements.
fn draws(scenario_events: &[Event], but: DelegationId) -> Vec<(DelegationId, String, f64)> {
    let mut draws = Vec::new();
    for event in scenario_events {
        match &event.kind {
            EventKind::StatementDelivered(statement)
                if statement.speaker != but && statement.purpose == StatementPurpose::Debate =>
            {
                for point in &statement.points {
                    draws.push((statement.speaker, format!("{:?}", point.issue), point.luck));
                }
            }
            EventKind::BallotsCast { outcome, rows } => {
                let others = rows.iter().filter(|row: &&BallotRow| row.delegation != but);
                draws.extend(others.map(|r| (r.delegation, format!("{outcome:?}"), r.draw)));
            }
            _ => {}
        }
    }
    draws
}

/// A debate in which `silenced` lets the floor pass.
fn with_one_silenced(
    scenario: &Arc<horseshoe::scenario::Scenario>,
    silenced: DelegationId,
) -> Vec<Event> {
    let mut debate = Debate::new(Arc::clone(scenario), Seed(3));
    let mut events = Vec::new();
    while let Some(proposed) = debate.propose() {
        let action = match proposed {
            Action::Deliver(who) if who == silenced => Action::Pass(who),
            other => other,
        };
        debate.commit(&action, &mut events).expect("passing is admitted");
    }
    events
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn one_delegation_silenced_leaves_every_other_draw_as_it_was(which in 0..15_usize) {
        let scenario = cyber();
        let silenced = scenario.derived.voting[which];
        let whole = Record::of(Arc::clone(&scenario), Seed(3));
        let before = draws(&whole.events, silenced);
        let after = draws(&with_one_silenced(&scenario, silenced), silenced);
        // Which issues and texts come up may change with the debate; their luck may not.
        let mut shared = 0;
        for (who, what, luck) in &after {
            if let Some((.., earlier)) = before.iter().find(|(w, x, _)| w == who && x == what) {
                prop_assert_eq!(luck.to_bits(), earlier.to_bits(), "{:?} {}", who, what);
                shared += 1;
            }
        }
        prop_assert!(shared > 50, "{}", shared);
    }

    #[test]
    fn members_permuted_in_the_file_give_the_same_record(seed in 0..1000_u64, swap in 0..120_usize) {
        let council = five();
        let mut order = vec![0, 1, 2, 3, 4];
        let mut rest = swap;
        for at in (1..5).rev() {
            order.swap(at, rest % (at + 1));
            rest /= at + 1;
        }
        let plain = Record::of(council.build(), Seed(seed));
        let permuted = Record::of(read(&council.text_in_order(&order)), Seed(seed));
        // The digest of the file differs, as the file does; the events may not.
        prop_assert_eq!(plain.events, permuted.events);
    }

    #[test]
    fn a_debate_without_a_record_ends_in_the_same_state(seed in any::<u64>()) {
        let scenario = cyber();
        let record = Record::of(Arc::clone(&scenario), Seed(seed));
        let mut debate = Debate::new(scenario, Seed(0));
        debate.run(&mut NoRecord);
        debate.restart(Seed(seed));
        debate.run(&mut NoRecord);
        prop_assert_eq!(debate.state(), &record.state_at(record.events.len()));
    }
}

#[test]
fn the_state_is_the_fold_of_the_events() {
    let scenario = cyber();
    let record = Record::of(Arc::clone(&scenario), Seed(5));
    let mut state = State::new(&scenario);
    for (n, event) in record.events.iter().enumerate() {
        assert_eq!(state, record.state_at(n));
        state.apply(&scenario, event);
    }
}

#[test]
fn deciding_changes_nothing() {
    let scenario = five().build();
    let mut debate = Debate::new(Arc::clone(&scenario), Seed(1));
    let mut queue = horseshoe::debate::EventQueue::new(&scenario);
    while let Some(action) = debate.propose() {
        let before = debate.state().clone();
        debate.decide(&action, &mut queue).expect("what is proposed is admitted");
        assert_eq!(&before, debate.state());
        debate.commit(&action, &mut NoRecord).expect("what is proposed is admitted");
    }
}
