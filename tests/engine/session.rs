//! The open document: branches, undo and redo, moving along the timeline, playing.

use std::sync::Arc;

use horseshoe::Seed;
use horseshoe::council::{DelegationId, StageName};
use horseshoe::debate::{Record, RuleViolation, replay};
use horseshoe::session::journal::{Notes, recover};
use horseshoe::session::{
    AutoPause, BranchId, Change, Likeness, Move, Session, Stop, Turn, TurnKind, Way,
};
use horseshoe::vote::Ballot;
use proptest::prelude::*;

use super::council::{Council, cyber};

fn session() -> Session {
    Session::new(cyber(), Seed(1))
}

/// Shows the turn of the statement of `who`.
fn show_statement(session: &mut Session, who: DelegationId) {
    let wanted = TurnKind::Statement(who);
    let at = session.turns().iter().position(|turn| turn.kind == wanted).expect("it speaks");
    session.seek(at + 1);
}

fn show(session: &mut Session, wanted: impl Fn(TurnKind) -> bool) -> TurnKind {
    let at =
        session.turns().iter().position(|turn| wanted(turn.kind)).expect("there is such a turn");
    session.seek(at + 1);
    session.turns()[at].kind
}

/// A council with an inject after the second statement and one that happens by hand.
fn with_injects() -> Session {
    let council = Council::new()
        .member("A", "Elected", 70, 80)
        .member("B", "Permanent", 55, 50)
        .member("C", "Permanent", 20, 90)
        .member("D", "Elected", 60, 30)
        .outcome_with(("o", "Resolution"), "A", 60, "action: ToShowTheVote,")
        .with(
            "rules: Rules(forms: { Resolution: Vote(threshold: Count(4)) }),
             injects: [
                Inject(title: \"A report is leaked\", when: AfterStatement(2), effects: [
                    Position(member: \"C\", issue: \"issue\", by: 40) ]),
                Inject(title: \"A letter arrives\", when: ByHand, effects: [
                    Heat(issue: \"issue\", by: 30) ]),
             ],",
        );
    Session::new(council.build(), Seed(1))
}

#[test]
fn a_debate_begins_with_one_branch_that_nobody_has_changed() {
    let session = session();
    assert_eq!(session.branches().len(), 1);
    assert_eq!(session.current().id(), BranchId::FIRST);
    assert_eq!(session.current().name(), "As it was");
    assert!(session.can_undo().is_none() && session.can_redo().is_none());
    assert!(session.current().fork().is_none() && session.current().change().is_none());
}

#[test]
fn a_statement_left_out_makes_a_branch_that_shows_the_floor_passing() {
    let mut session = session();
    let who = session.scenario().delegation("SVN").expect("it is there");
    show_statement(&mut session, who);
    let (cursor, whole) = (session.cursor(), session.current().record().events.clone());
    assert!(session.possible().statements.contains(&who));
    let id = session.what_if(Change::NoStatement { by: who }).expect("it has the floor");
    assert_eq!(session.current().id(), id);
    assert_eq!(session.current().name(), "Slovenia did not speak");
    assert_eq!(session.cursor(), cursor);
    assert_eq!(session.turn().map(|turn| turn.kind), Some(TurnKind::Pass(who)));
    let fork = session.current().fork().expect("it leaves the first");
    assert_eq!((fork.parent, fork.turns), (BranchId::FIRST, cursor - 1));
    let first = session.branch(BranchId::FIRST).expect("nothing is overwritten");
    assert!(first.record().events == whole);
    assert_eq!(first.turns()[..fork.turns], session.turns()[..fork.turns]);
}

#[test]
fn the_next_statement_can_be_left_out_before_it_is_made() {
    let mut session = session();
    let who = session.scenario().delegation("SVN").expect("it is there");
    show_statement(&mut session, who);
    session.back();
    session.what_if(Change::NoStatement { by: who }).expect("it is next");
    assert_eq!(session.turn().map(|turn| turn.kind), Some(TurnKind::Pass(who)));
}

#[test]
fn a_vote_can_fall_otherwise_on_the_text_that_is_decided() {
    let mut session = with_injects();
    let kind = show(&mut session, |kind| matches!(kind, TurnKind::Decision(_)));
    let TurnKind::Decision(outcome) = kind else { unreachable!("it was asked for") };
    let cursor = session.cursor();
    let possible = session.possible();
    let votes = &possible.votes[0];
    assert_eq!(votes.outcome, outcome);
    for &(by, cast) in &votes.rows {
        let cast = cast.expect("it has been shown");
        let ballot = votes.ballots.iter().copied().find(|&other| other != cast);
        let ballot = ballot.expect("there are others");
        session.what_if(Change::Vote { by, outcome, ballot }).expect("it has a choice");
        assert_eq!(session.cursor(), cursor);
        assert_eq!(session.state().ballots[(by, outcome)], Some(ballot));
        session.undo();
        assert_eq!(session.state().ballots[(by, outcome)], Some(cast));
    }
    let by = votes.rows[0].0;
    session.what_if(Change::Vote { by, outcome, ballot: Ballot::Against }).expect("it may");
    assert!(session.current().name().contains("voted against “Outcome o”"));
}

#[test]
fn two_delegations_exchange_places_and_nobody_else_is_moved() {
    let mut session = session();
    show(&mut session, |kind| matches!(kind, TurnKind::Statement(_)));
    let stage = StageName::MembersStatements;
    let at = session.turns().iter().position(|turn| turn.stage == stage).expect("it is held");
    session.seek(at);
    let waiting = session.possible().waiting;
    assert_eq!(waiting.len(), 15, "the list is known before the first of them speaks");
    let (first, second) = (waiting[2], waiting[9]);
    let before: Vec<_> = speakers(&session, stage);
    session.what_if(Change::Exchange { first, second }).expect("both are still to speak");
    assert_eq!(session.turn().map(|turn| turn.kind), Some(TurnKind::Exchange(first, second)));
    assert!(session.current().name().ends_with("exchanged places"));
    let mut after = speakers(&session, stage);
    assert_eq!((after[2], after[9]), (second, first));
    after.swap(2, 9);
    assert_eq!(after, before);
    let told = session.entries().last().map(|entry| entry.text.clone());
    assert!(told.is_some_and(|told| told.ends_with("exchanged places on the list of speakers.")));
    session.seek(usize::MAX);
    let refused = session.what_if(Change::Exchange { first, second });
    assert_eq!(refused, Err(RuleViolation::MeetingOver));
}

fn speakers(session: &Session, stage: StageName) -> Vec<DelegationId> {
    let turns = session.turns().iter().filter(|turn| turn.stage == stage);
    turns
        .filter_map(|turn| match turn.kind {
            TurnKind::Statement(who) => Some(who),
            _ => None,
        })
        .collect()
}

#[test]
fn other_instructions_hold_from_here_on() {
    let mut session = with_injects();
    let who = session.scenario().delegation("D").expect("it is there");
    let issue = session.scenario().issues.ids().next().expect("there is one");
    session.step();
    let change = Change::Instructions { to: who, issue, position: 0.1 };
    session.what_if(change).expect("it has a stance");
    assert_eq!(session.turn().map(|turn| turn.kind), Some(TurnKind::Instructions(who)));
    assert_eq!(session.current().name(), "State D had other instructions on “The issue”");
    assert!((session.state().positions[(who, issue)] - 0.1).abs() < 1e-12);
    session.seek(usize::MAX);
    // What holds a delegation is what its capital wants now, not what it wanted before.
    let (end, was) = (session.state().positions[(who, issue)], 0.6);
    assert!((end - 0.1).abs() < (end - was).abs() / 2.0, "{end}");
    let refused = session.what_if(Change::Instructions { to: who, issue, position: f64::NAN });
    assert!(refused.is_err());
}

#[test]
fn an_inject_happens_now_or_does_not_happen() {
    let mut session = with_injects();
    let kind = show(&mut session, |kind| matches!(kind, TurnKind::Inject(_)));
    let TurnKind::Inject(leak) = kind else { unreachable!("it was asked for") };
    let cursor = session.cursor();
    assert_eq!(session.possible().no_injects, [leak]);
    session.what_if(Change::NoInject(leak)).expect("it is shown");
    assert_eq!(session.current().name(), "“A report is leaked” did not happen");
    assert_eq!(session.cursor(), cursor - 1);
    let fires = |turn: &Turn| turn.kind == TurnKind::Inject(leak);
    assert!(!session.turns().iter().any(fires));
    // In that branch it can still happen at another moment.
    let later = session.possible().injects;
    assert_eq!(later.len(), 2);
    session.what_if(Change::Inject(leak)).expect("it has not happened");
    assert!(session.turn().is_some_and(fires));
    assert_eq!(session.current().name(), "“A report is leaked” happened");
    session.select(BranchId::FIRST);
    session.seek(1);
    assert_eq!(session.possible().no_injects, [leak], "it happens later");
    session.what_if(Change::NoInject(leak)).expect("it happens later");
    assert_eq!(session.current().name(), "“A report is leaked” did not happen (2)");
    assert_eq!(session.cursor(), 1);
    assert!(!session.turns().iter().any(fires));
}

#[test]
fn undo_takes_back_the_last_branch_and_redo_brings_it_again() {
    let mut session = session();
    let who = session.scenario().delegation("SVN").expect("it is there");
    show_statement(&mut session, who);
    let (place, state) = (session.place(), session.state().clone());
    let id = session.what_if(Change::NoStatement { by: who }).expect("it has the floor");
    let (after, events) = (session.place(), session.current().record().events.clone());
    assert_eq!(session.can_undo(), Some("Slovenia did not speak"));
    session.seek(3);
    assert!(session.undo());
    assert_eq!((session.place(), session.branches().len()), (place, 1));
    assert!(session.state() == &state);
    assert_eq!((session.can_undo(), session.can_redo()), (None, Some("Slovenia did not speak")));
    assert!(!session.undo());
    assert!(session.redo());
    assert_eq!((session.place(), session.current().id()), (after, id));
    assert!(session.current().record().events == events);
    session.undo();
    let other = session.what_if(Change::NoStatement { by: who }).expect("it has the floor");
    assert_ne!(other, id, "a number is never used twice");
    assert!(session.can_redo().is_none() && !session.redo());
}

#[test]
fn a_branch_of_a_branch_keeps_what_people_did_later_in_it() {
    let mut session = session();
    let stage = StageName::MembersStatements;
    let order = speakers(&session, stage);
    let (early, late) = (order[1], order[8]);
    show_statement(&mut session, late);
    session.what_if(Change::NoStatement { by: late }).expect("it has the floor");
    show_statement(&mut session, early);
    session.what_if(Change::NoStatement { by: early }).expect("it has the floor");
    let passes = |who| session.turns().iter().any(|turn| turn.kind == TurnKind::Pass(who));
    assert!(passes(early) && passes(late));
    assert_eq!(session.current().record().interventions().len(), 2);
}

#[test]
fn every_branch_is_held_again_from_what_people_did() {
    let mut session = session();
    let who = session.scenario().delegation("SVN").expect("it is there");
    let issue = session.scenario().issues.ids().next().expect("there are some");
    show_statement(&mut session, who);
    let changes =
        [Change::NoStatement { by: who }, Change::Instructions { to: who, issue, position: 0.9 }];
    for change in changes {
        session.what_if(change).expect("it may");
        let branch = session.current();
        let record = branch.record();
        let text = record.lines(&record.scenario.source, |_, _| {}).join("\n") + "\n";
        let again = replay(&text).expect("it is the same debate");
        assert!(again.record.events == record.events);
        let people = record.interventions();
        let with = Record::with(Arc::clone(&record.scenario), record.seed, &people);
        assert!(with.events == record.events && with.steps == record.steps);
    }
}

#[test]
fn turns_of_two_branches_stand_beside_each_other() {
    let mut session = session();
    let who = session.scenario().delegation("RUS").expect("it is there");
    show_statement(&mut session, who);
    let at = session.cursor() - 1;
    let id = session.what_if(Change::NoStatement { by: who }).expect("it has the floor");
    let compared = session.compare(BranchId::FIRST, id).expect("both are there");
    assert_eq!(compared.shared, at);
    let pair = compared.turns[at];
    assert_eq!((pair.first, pair.second), (Some(at), Some(at)));
    assert_eq!(pair.likeness, Likeness::Differs, "one speaks, the other lets the floor pass");
    let count = |side: fn(&horseshoe::session::TurnPair) -> Option<usize>| {
        compared.turns.iter().filter_map(side).collect::<Vec<_>>()
    };
    let all = |turns: usize| (0..turns).collect::<Vec<_>>();
    let first = session.branch(BranchId::FIRST).expect("it is there").turns().len();
    assert_eq!(count(|pair| pair.first), all(first));
    assert_eq!(count(|pair| pair.second), all(session.turns().len()));
    assert!(compared.turns.iter().filter(|it| it.likeness == Likeness::Same).count() > at);
    assert!(session.compare(BranchId::FIRST, BranchId::FIRST).is_some_and(|same| {
        same.turns.iter().all(|pair| pair.likeness == Likeness::Same) && same.outcomes.is_empty()
    }));
}

#[test]
fn one_moves_by_statement_stage_and_vote() {
    let mut session = session();
    let stage = |session: &Session| session.turn().map(|turn| turn.stage);
    session.go(Move::Vote, Way::On);
    assert!(session.turn().is_some_and(Turn::is_vote));
    session.seek(0);
    session.go(Move::Statement, Way::On);
    assert!(session.turn().is_some_and(Turn::is_statement));
    let first = session.cursor();
    session.go(Move::Statement, Way::On);
    session.go(Move::Statement, Way::Back);
    assert_eq!(session.cursor(), first);
    let before = stage(&session);
    session.go(Move::Stage, Way::On);
    assert_ne!(stage(&session), before);
    let begun = session.cursor();
    session.step();
    session.go(Move::Stage, Way::Back);
    assert_eq!(session.cursor(), begun, "first to where this stage begins");
    session.seek(usize::MAX);
    assert_eq!(session.target(Move::Vote, Way::On), session.cursor());
    session.seek(0);
    assert_eq!(session.target(Move::Turn, Way::Back), 0);
}

#[test]
fn playing_stops_at_what_a_person_wants_to_see() {
    let mut session = with_injects();
    session.auto_pause = AutoPause { votes: true, injects: true, swings: false };
    let mut stops = Vec::new();
    session.play();
    for _ in 0..1_000 {
        if session.advance(4.0).is_none() {
            match session.paused_by() {
                Some(stop) => stops.push(stop),
                None => break,
            }
            session.play();
        }
    }
    assert!(matches!(stops[0], Stop::Inject(_)), "{stops:?}");
    assert!(matches!(stops[1], Stop::Vote(_)), "{stops:?}");
    session.seek(0);
    assert!(session.paused_by().is_none());
}

#[test]
fn swings_are_the_turns_after_which_a_chance_is_another() {
    let mut session = with_injects();
    let swings = session.swings().to_vec();
    assert!(!swings.is_empty(), "the leak moves a member by 40 points");
    for swing in &swings {
        assert!(swing.by.abs() >= horseshoe::session::SWING);
        let outcomes = &session.scenario().order.outcomes;
        let at = outcomes.iter().position(|&id| id == swing.outcome).expect("it is one of them");
        session.seek(swing.turn);
        let before = session.chances()[at].adopted;
        session.step();
        assert!((session.chances()[at].adopted - before - swing.by).abs() < 1e-12);
    }
    session.seek(0);
    session.auto_pause = AutoPause { swings: true, ..AutoPause::default() };
    session.play();
    while session.advance(4.0).is_some() {}
    assert!(matches!(session.paused_by(), Some(Stop::Swing(found)) if found == swings[0]));
    assert_eq!(session.cursor(), swings[0].turn + 1);
}

#[test]
fn the_state_at_the_cursor_is_that_of_all_events_before_it() {
    let mut session = session();
    let record = session.current().record().clone();
    let all = session.turns().len();
    for turns in [all, 0, all / 2, all / 2 + 1, 3, all - 1, 1, all] {
        session.seek(turns);
        let events = session.turn().map_or(0, |turn| turn.events.end);
        assert!(session.state() == &record.state_at(events), "after {turns} turns");
    }
    assert!(!session.work_ahead(2), "more than two are left");
    assert!(session.work_ahead(usize::MAX));
    let moments = session.moments();
    assert_eq!(moments.len(), all + 1);
    assert_eq!(moments[all].chances, session.chances());
}

#[test]
fn a_branch_is_saved_and_opened_as_it_was() {
    let mut own = session();
    let (plain, warning) = Session::open_record(&own.record_text()).expect("it is whole");
    assert_eq!((plain.branches().len(), warning), (1, None));
    assert_eq!(plain.current().name(), "As it was");
    let who = own.scenario().delegation("SVN").expect("it is there");
    show_statement(&mut own, who);
    own.what_if(Change::NoStatement { by: who }).expect("it has the floor");
    let text = own.record_text();
    let replayed = replay(&text).expect("it is a record like any other");
    assert!(replayed.record.events == own.current().record().events);
    let (opened, warning) = Session::open_record(&text).expect("it is whole");
    assert_eq!(warning, None);
    assert_eq!(opened.branches().len(), 2);
    assert_eq!((opened.cursor(), opened.current().name()), (0, own.current().name()));
    assert_eq!(opened.current().fork(), own.current().fork());
    assert_eq!(opened.current().change(), own.current().change());
    assert!(opened.current().record().events == own.current().record().events);
    assert!(opened.can_undo().is_none(), "opening a file is nothing to undo");
}

#[test]
fn a_damaged_record_opens_up_to_its_last_whole_event_with_a_warning() {
    let text = session().record_text();
    let cut = &text[..text.len() / 2];
    let whole = cut.lines().count() - 2;
    let (opened, warning) = Session::open_record(cut).expect("its header is whole");
    assert_eq!(opened.current().record().events.len(), whole);
    assert_eq!(opened.current().name(), "As recorded");
    let warning = warning.expect("something is missing");
    assert!(warning.ends_with("What stands before is shown as it was recorded."), "{warning}");
    assert!(Session::open_record("no record").is_err());
}

/// What a person may do, by number.
fn act(session: &mut Session, (what, where_to): (u8, usize)) {
    let turns = session.turns().len();
    match what {
        0 => session.step(),
        1 => session.seek(where_to % (turns + 1)),
        2 | 3 => {
            let possible = session.possible();
            let statements = possible.statements.iter().map(|&by| Change::NoStatement { by });
            let injects = possible.injects.iter().map(|&it| Change::Inject(it));
            let no_injects = possible.no_injects.iter().map(|&it| Change::NoInject(it));
            let places = possible.waiting.windows(2);
            let places = places.map(|two| Change::Exchange { first: two[0], second: two[1] });
            let others = possible
                .instructions
                .iter()
                .map(|&(to, issue, at)| Change::Instructions { to, issue, position: 1.0 - at });
            let votes = possible.votes.iter().flat_map(|of| {
                let all =
                    of.rows.iter().flat_map(|row| of.ballots.iter().map(move |it| (row.0, *it)));
                all.map(|(by, ballot)| Change::Vote { by, outcome: of.outcome, ballot })
            });
            let mut all: Vec<Change> = statements.chain(injects).chain(no_injects).collect();
            all.extend(places.chain(others).chain(votes));
            assert_eq!(all.is_empty(), possible.is_empty());
            if !all.is_empty() {
                let change = all[where_to % all.len()];
                session.what_if(change).unwrap_or_else(|refused| panic!("{change:?}: {refused}"));
            }
        }
        4 => {
            let place = session.place();
            if session.undo() && session.redo() {
                session.undo();
            }
            assert!(session.branch(place.branch).is_some() || session.can_redo().is_some());
        }
        5 => {
            session.redo();
        }
        _ => {
            let id = session.branches()[where_to % session.branches().len()].id();
            assert!(session.select(id));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_a_person_does_nothing_is_overwritten(
        deeds in prop::collection::vec((0..7_u8, any::<usize>()), 1..12),
    ) {
        let mut session = with_injects();
        let (mut notes, mut lines) = Notes::begin(&session, "a test");
        for deed in deeds {
            let (place, made) = (session.place(), session.branches().len());
            act(&mut session, deed);
            if session.branches().len() > made && matches!(deed.0, 2 | 3) {
                // Undo returns exactly the view before.
                let after = session.place();
                prop_assert!(session.undo());
                prop_assert_eq!(session.place(), place);
                prop_assert!(session.redo());
                prop_assert_eq!(session.place(), after);
            }
            lines.extend(notes.news(&session));
        }
        for branch in session.branches() {
            let record = branch.record();
            let people = record.interventions();
            let again = Record::with(Arc::clone(&record.scenario), record.seed, &people);
            prop_assert!(again.events == record.events, "{} is held again", branch.name());
            if let Some(fork) = branch.fork() {
                let parent = session.branch(fork.parent).expect("a parent is not taken off first");
                prop_assert_eq!(&parent.turns()[..fork.turns], &branch.turns()[..fork.turns]);
                let shared = fork.turns.checked_sub(1).map_or(0, |it| branch.turns()[it].events.end);
                prop_assert!(parent.record().events[..shared] == record.events[..shared]);
            }
        }
        let events = session.turn().map_or(0, |turn| turn.events.end);
        prop_assert!(session.state() == &session.current().record().state_at(events));
        let found = recover(&lines).expect("it is whole");
        prop_assert_eq!(found.warning, None);
        prop_assert_eq!(found.session.place(), session.place());
        prop_assert_eq!(found.session.branches().len(), session.branches().len());
        prop_assert!(found.session.current().record().events == session.current().record().events);
    }
}
