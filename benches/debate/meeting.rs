//! The open document in a meeting of two hundred speakers, 193 of them members.

use std::cell::Cell;
use std::fmt::Write as _;
use std::sync::Arc;

use divan::{Bencher, black_box};
use horseshoe::Seed;
use horseshoe::scenario::Scenario;
use horseshoe::session::{Change, Session, TurnKind};

use super::{listed, load};

const MEMBERS: usize = 193;
const SPEAKERS: usize = 200;
const ISSUES: usize = 10;

/// 193 members and seven invited participants on ten issues, with a vote of two thirds, one by
/// weights, and a text that needs consensus.
fn assembly() -> Arc<Scenario> {
    let mut members = String::new();
    for i in 0..SPEAKERS {
        let seat = match i {
            0..5 => "Permanent",
            5..MEMBERS => "Elected",
            _ => "Rule37",
        };
        let mut stances = String::new();
        for k in 0..ISSUES {
            let position = (i * 37 + k * 53) % 101;
            write!(stances, "\"k{k}\": Stance(position: {position}, salience: 50),")
                .expect("writing to a string succeeds");
        }
        let heads = 1 + (i * 29) % 97;
        write!(
            members,
            "\"M{i:03}\": Member(name: \"State {i}\", seat: {seat}, stances: {{ {stances} }}, \
             weights: {{ \"heads\": {heads} }}),"
        )
        .expect("writing to a string succeeds");
    }
    let issues = listed(ISSUES, |k| {
        format!("\"k{k}\": Issue(name: \"Issue {k}\", low: \"Less\", high: \"More\"),")
    });
    load(&format!(
        "Scenario(format: 1, title: \"Assembly\", date: \"2024-01-31\", body: \"An assembly\",
         issues: {{ {issues} }}, members: {{ {members} }}, president: \"M005\",
         outcomes: {{
            \"res\": Outcome(title: \"R\", form: Resolution, sponsors: [\"M005\"], aims: {{ \"k0\": Aim(position: 60), \"k1\": Aim(position: 55) }}, action: ToShowTheVote),
            \"proc\": Outcome(title: \"P\", form: ProceduralDecision, sponsors: [\"M006\"], aims: {{ \"k2\": Aim(position: 60) }}, action: ToShowTheVote),
            \"prst\": Outcome(title: \"S\", form: PresidentialStatement, sponsors: [\"M007\"], aims: {{ \"k3\": Aim(position: 50) }}),
         }},
         rules: Rules(forms: {{
            Resolution: Vote(threshold: AtLeast(2, 3), base: PresentAndVoting),
            ProceduralDecision: Weighted(tests: [WeightTest(weight: \"heads\", threshold: MoreThan(1, 2))]),
            PresidentialStatement: Consensus }}))"
    ))
}

fn session() -> Session {
    let session = Session::new(assembly(), Seed(1));
    let spoke = |kind: TurnKind| matches!(kind, TurnKind::Statement(_));
    let speakers = session.turns().iter().filter(|turn| spoke(turn.kind)).count();
    assert!(speakers >= SPEAKERS, "{speakers} speak");
    session
}

/// Far from where it is each time, with all that a frame shows of it, once chances are known.
#[divan::bench]
fn seek_anywhere_in_a_meeting_of_200_speakers(bencher: Bencher<'_, '_>) {
    let mut session = session();
    let turns = session.moments().len() - 1;
    let at = Cell::new(0);
    bencher.bench_local(|| {
        at.set((at.get() + 89) % (turns + 1));
        session.seek(at.get());
        black_box((session.results().len(), session.chances().len()))
    });
}

/// The same where nothing has been worked out before.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn seek_for_the_first_time_in_a_meeting_of_200_speakers(bencher: Bencher<'_, '_>) {
    let at = Cell::new(0);
    bencher.with_inputs(session).bench_local_values(|mut session| {
        at.set((at.get() + 89) % (session.turns().len() + 1));
        session.seek(at.get());
        black_box(session.chances().len());
        session
    });
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn open_a_meeting_of_200_speakers(bencher: Bencher<'_, '_>) {
    let scenario = assembly();
    bencher.bench_local(|| black_box(Session::new(Arc::clone(&scenario), Seed(1))));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn what_if_in_a_meeting_of_200_speakers(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(session).bench_local_values(|mut session| {
        let turns = session.turns().iter().enumerate();
        let mut spoke = turns.filter_map(|(at, turn)| match turn.kind {
            TurnKind::Statement(by) => Some((at, by)),
            _ => None,
        });
        let (at, by) = spoke.nth(SPEAKERS / 2).expect("it speaks");
        session.seek(at + 1);
        session.what_if(Change::NoStatement { by }).expect("it has the floor");
        session
    });
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn swings_of_a_meeting_of_200_speakers(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(session).bench_local_values(|session| {
        black_box(session.swings().len());
        session
    });
}
