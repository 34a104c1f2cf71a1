//! What holds of every debate: properties over random scenarios of 2 to 30 members.

use std::sync::Arc;

use horseshoe::Seed;
use horseshoe::council::{AdoptionRule, Membership, StageName};
use horseshoe::debate::{
    Action, Cause, Debate, Event, EventKind, NoRecord, Record, Standing, State, results,
};
use horseshoe::scenario::Scenario;
use horseshoe::vote::{Ballot, Decision};
use proptest::prelude::*;

use super::random::{Kind, scenario, shuffled};

fn record(of: u64, seed: u64) -> Record {
    Record::of(scenario(of, Kind::Whole), Seed(seed))
}

/// Calls `check` with the state before and each event.
fn walk(record: &Record, mut check: impl FnMut(&State, &Event)) {
    let mut state = State::new(&record.scenario);
    for event in &record.events {
        check(&state, event);
        state.apply(&record.scenario, event);
    }
}

fn within_red_lines(scenario: &Scenario, state: &State) {
    for who in scenario.members.ids() {
        for issue in scenario.issues.ids() {
            let x = state.positions[(who, issue)];
            let line = scenario.derived.instructions[(who, issue)].red_line;
            assert!((line.low.get()..=line.high.get()).contains(&x), "{x} outside {line:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn positions_stay_within_red_lines(of in any::<u64>(), seed in any::<u64>()) {
        let record = record(of, seed);
        within_red_lines(&record.scenario, &record.state_at(record.events.len()));
        walk(&record, |_, event| if let EventKind::PositionsShifted { rows } = &event.kind {
            for row in rows {
                let line = record.scenario.derived.instructions[(row.listener, row.issue)].red_line;
                assert!((line.low.get()..=line.high.get()).contains(&row.to));
            }
        });
    }

    #[test]
    fn there_are_as_many_ballots_as_members_entitled(of in any::<u64>(), seed in any::<u64>()) {
        let record = record(of, seed);
        let scenario = &record.scenario;
        let voting = scenario.derived.voting.len();
        let signing = scenario.members.iter().filter(|member| !member.is_briefer()).count();
        walk(&record, |state, event| match &event.kind {
            EventKind::BallotsCast { outcome, rows } => {
                let rule = state.room(scenario).rule(*outcome);
                let entitled = if *rule == AdoptionRule::Signature { signing } else { voting };
                assert_eq!(rows.len(), entitled);
                let mut who: Vec<_> = rows.iter().map(|row| row.delegation).collect();
                who.dedup();
                assert_eq!(who.len(), entitled, "nobody votes twice");
            }
            EventKind::SilenceBroken { rows, .. } => {
                assert!(rows.iter().all(|row| row.ballot == Ballot::Against));
                assert!(!rows.is_empty() && rows.len() <= voting);
            }
            _ => {}
        });
    }

    #[test]
    fn no_text_is_adopted_against_a_veto(of in any::<u64>(), seed in any::<u64>()) {
        let record = record(of, seed);
        let scenario = &record.scenario;
        let state = record.state_at(record.events.len());
        for result in results(scenario, &state) {
            let rule = scenario.rules.of(result.form);
            let vetoed = rule.has_veto() && result.against.iter().any(|&who| {
                scenario.members[who].membership == Membership::Permanent
            });
            prop_assert!(!vetoed || result.decision != Decision::Adopted);
            let is_objected = !result.objected_by.is_empty();
            prop_assert!(!is_objected || result.decision != Decision::Adopted);
        }
    }

    #[test]
    fn tallies_add_up(of in any::<u64>(), seed in any::<u64>()) {
        let record = record(of, seed);
        let scenario = &record.scenario;
        let voting = scenario.derived.voting.len();
        for result in results(scenario, &record.state_at(record.events.len())) {
            let declared = &result.declared;
            let count = declared.in_favour.len()
                + declared.reservations.len()
                + declared.opposed.len()
                + declared.undeclared.len();
            prop_assert_eq!(count, voting);
            let cast = result.in_favour.len()
                + result.against.len()
                + result.abstaining.len()
                + result.not_participating.len();
            prop_assert!(cast == 0 || cast == voting, "{}", cast);
        }
    }

    #[test]
    fn every_event_has_a_cause_that_exists(of in any::<u64>(), seed in any::<u64>()) {
        let record = record(of, seed);
        for (at, event) in record.events.iter().enumerate() {
            if let Cause::Event(n) = event.cause {
                prop_assert!(n >= 1 && (n as usize) <= at, "event {} names {n}", at + 1);
            }
            // Nobody but the model and the programme acted here.
            prop_assert_ne!(event.cause, Cause::Person);
            let needs_event = matches!(
                event.kind,
                EventKind::PositionsShifted { .. }
                    | EventKind::StatementDelivered(_)
                    | EventKind::TextAmended { .. }
                    | EventKind::SilenceBroken { .. }
                    | EventKind::FloorRequested { .. }
            );
            prop_assert!(!needs_event || matches!(event.cause, Cause::Event(_)));
        }
    }

    #[test]
    fn any_prefix_replayed_and_continued_equals_the_whole(
        of in any::<u64>(),
        seed in any::<u64>(),
        at in any::<prop::sample::Index>(),
    ) {
        let whole = record(of, seed);
        let mut branch = whole.branch(at.index(whole.events.len() + 1));
        branch.finish();
        prop_assert!(branch.events == whole.events && branch.steps == whole.steps);
    }

    #[test]
    fn the_order_of_map_keys_in_the_file_changes_nothing(
        of in any::<u64>(),
        seed in any::<u64>(),
        shuffle in any::<u64>(),
    ) {
        let written = record(of, seed);
        let other = Record::of(shuffled(of, shuffle), Seed(seed));
        let (a, b) = (written.state_at(usize::MAX), other.state_at(usize::MAX));
        // Texts are put to the vote in order of submission, which is that of the file (rule 32);
        // news that comes between two votes therefore meets another text.
        let news_at_action = |record: &Record| {
            let mut events = record.events.iter().filter(|event| event.stage == StageName::Action);
            events.any(|event| matches!(event.kind, EventKind::InjectFired { .. }))
        };
        if !news_at_action(&written) && !news_at_action(&other) {
            prop_assert!(a.positions == b.positions, "positions");
            prop_assert!(a.standing == b.standing, "standing");
            prop_assert!(a.ballots == b.ballots, "ballots");
            prop_assert!(a.declared == b.declared, "declared");
            prop_assert!(a.texts == b.texts, "texts");
        }
        let before_action = |record: &Record| -> Vec<Event> {
            let events = record.events.iter().cloned();
            events.take_while(|event| event.stage != StageName::Action).collect()
        };
        prop_assert!(before_action(&written) == before_action(&other), "the same until action");
    }

    #[test]
    fn no_penholder_ends_with_a_text_worth_less_to_it_than_none_or_under_its_floor(
        of in any::<u64>(),
        seed in any::<u64>(),
    ) {
        let record = record(of, seed);
        let scenario = &record.scenario;
        walk(&record, |state, event| if let EventKind::TextAmended { outcome, .. } = &event.kind {
            let pen = scenario.outcomes[*outcome].sponsors[0];
            let mut after = state.clone();
            after.apply(scenario, event);
            let before = horseshoe::vote::gain(state.room(scenario), pen, *outcome);
            let gain = horseshoe::vote::gain(after.room(scenario), pen, *outcome);
            let first = scenario.derived.first_gain[*outcome];
            let floor = scenario.dynamics.floor * first;
            // Several amendments may be taken in one breath: their sum is what counts.
            let last = state.bargaining.silence[*outcome] == horseshoe::debate::Silence::None;
            assert!(!last || (gain > 0.0 && gain >= floor - 1e-12), "{before} {gain} {floor}");
        });
    }

    #[test]
    fn a_debate_ends_with_every_text_put_decided(of in any::<u64>(), seed in any::<u64>()) {
        let record = record(of, seed);
        let state = record.state_at(record.events.len());
        prop_assert!(state.standing.iter().all(|standing| *standing != Standing::Put));
    }

    #[test]
    fn what_is_proposed_is_admitted(of in any::<u64>(), seed in any::<u64>()) {
        let mut debate = Debate::new(scenario(of, Kind::Whole), Seed(seed));
        let mut steps = 0;
        while let Some(action) = debate.propose() {
            let refused = debate.commit(&action, &mut NoRecord);
            prop_assert_eq!(refused, Ok(()), "{:?}", action);
            steps += 1;
            prop_assert!(steps < 10_000, "a debate ends");
        }
        let over = debate.commit(&Action::OpenNextStage, &mut NoRecord);
        prop_assert!(over.is_err());
    }
}

#[test]
fn a_branch_that_changes_nothing_changes_nothing() {
    let scenario = scenario(7, Kind::Whole);
    let whole = Record::of(Arc::clone(&scenario), Seed(7));
    for n in 0..=whole.events.len() {
        let mut branch = whole.branch(n);
        assert!(branch.events.len() <= n);
        assert_eq!(branch.events[..], whole.events[..branch.events.len()]);
        branch.finish();
        assert_eq!(branch.events, whole.events);
    }
}
