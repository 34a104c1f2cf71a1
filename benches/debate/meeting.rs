//! The open document in a meeting of two hundred speakers, 193 of them members.

use std::cell::Cell;
use std::sync::Arc;

use divan::{Bencher, black_box};
use horseshoe::Seed;
use horseshoe::session::{Change, Session, TurnKind};

use super::{assembly, load};

fn session() -> Session {
    let session = Session::new(load(&assembly::text()), Seed(1));
    let spoke = |kind: TurnKind| matches!(kind, TurnKind::Statement(_));
    let speakers = session.turns().iter().filter(|turn| spoke(turn.kind)).count();
    assert!(speakers >= assembly::SPEAKERS, "{speakers} speak");
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
    let scenario = load(&assembly::text());
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
        let (at, by) = spoke.nth(assembly::SPEAKERS / 2).expect("it speaks");
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
