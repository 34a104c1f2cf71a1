//! The President's summary in the window: put together by keyboard while one presides, compared
//! with the record, kept; and as an exercise in the debrief.

use eframe::egui::Key;
use egui_kittest::{Harness, kittest::Queryable as _};
use horseshoe::analysis::summary_check::{Claim, ClaimKind, Quantifier, heard};
use horseshoe::app::{App, Command, Overlay, PlaybackCommand, Screen, SeatCommand};
use horseshoe::council::{Declared, DelegationId, OutcomeId};
use horseshoe::session::TurnKind;

use super::data::Data;
use super::play::{do_what_waits, key_on, matter, take_in};
use super::{choose, press, says, session, settle, window};

/// Presides until so many have spoken.
fn listen(harness: &mut Harness<'static, App>, statements: usize) {
    for _ in 0..200 {
        press(harness, Key::End);
        let turns = &session(harness).turns()[..session(harness).cursor()];
        let spoken = turns.iter().filter(|it| matches!(it.kind, TurnKind::Statement(_))).count();
        if spoken >= statements {
            return;
        }
        let waits = matter(harness).expect("it waits for a person");
        do_what_waits(harness, waits);
    }
    panic!("too few speak");
}

fn first_text(harness: &Harness<'static, App>) -> OutcomeId {
    session(harness).scenario().order.outcomes[0]
}

/// Those that have spoken so far, and whether they declared themselves in favour of the first text.
fn speakers(harness: &Harness<'static, App>) -> (Vec<DelegationId>, Vec<DelegationId>) {
    let session = session(harness);
    let spoke = heard(session.record(), session.events_shown());
    let declared = &session.state().declared;
    let text = first_text(harness);
    spoke.into_iter().partition(|who| declared[(text, *who)] == Declared::InFavour)
}

fn short(harness: &Harness<'static, App>, who: DelegationId) -> String {
    let name = &session(harness).scenario().members[who].name.short;
    let (first, rest) = name.split_at(1);
    format!("{}{rest}", first.to_uppercase())
}

fn claims<'a>(harness: &'a Harness<'static, App>) -> &'a [Claim] {
    &session(harness).papers().summary
}

#[test]
fn who_presides_puts_a_summary_together_by_keyboard_and_it_is_compared_and_kept() {
    let data = Data::new("summary");
    let mut harness = take_in(data.window(), &["The Republic of Korea"], true);
    listen(&mut harness, 14);
    let (for_it, others) = speakers(&harness);
    assert!(for_it.len() > 1 && !others.is_empty());
    press(&mut harness, Key::S);
    assert!(says(&harness, "Your summary"));
    assert!(says(&harness, "There is no entry yet."));
    // The first entry leaves one out and names one that did not say so.
    key_on(&mut harness, "Add an entry to the summary", Key::Enter);
    let named = for_it[1..].iter().chain(&others[..1]);
    let mut names: Vec<String> = named.map(|&who| short(&harness, who)).collect();
    names.sort_by_key(|name| name.to_lowercase());
    for name in names {
        key_on(&mut harness, &name, Key::Space);
    }
    key_on(&mut harness, "Done with entry 1", Key::Enter);
    // The second says by number what nobody, or hardly anybody, did.
    key_on(&mut harness, "Add an entry to the summary", Key::Enter);
    key_on(&mut harness, "Who", Key::Enter);
    key_on(&mut harness, "All delegations (all that spoke)", Key::Enter);
    key_on(&mut harness, "Done with entry 2", Key::Enter);
    let text = first_text(&harness);
    assert_eq!(claims(&harness).len(), 2);
    assert_eq!(claims(&harness)[0].says, ClaimKind::Declared(text, Declared::InFavour));
    assert_eq!(claims(&harness)[1].quantifier, Some(Quantifier::All));
    assert!(says(&harness, "all delegations expressed reservations."));
    // Nothing is told before it is asked.
    assert!(!says(&harness, "Omitted") && !says(&harness, "represented"));
    key_on(&mut harness, "Compare with the record", Key::Enter);
    for words in ["Right", "Omitted", "Overstated", "Spoke, and stand nowhere"] {
        assert!(says(&harness, words), "{words}");
    }
    assert!(says(&harness, "Misattributed") || says(&harness, "Silent"));
    assert!(says(&harness, "represented. No entry is right and whole"));
    let kept = claims(&harness).to_vec();
    drop(harness);
    let mut harness = data.window();
    choose(&mut harness, "Go on");
    settle(&mut harness);
    assert_eq!(claims(&harness), kept);
    press(&mut harness, Key::S);
    assert!(says(&harness, "all delegations expressed reservations."));
}

/// Somebody who presides and nothing else, after so many statements, with the summary out.
fn presiding(statements: usize) -> Harness<'static, App> {
    let mut harness = take_in(window(), &[], true);
    listen(&mut harness, statements);
    press(&mut harness, Key::S);
    harness
}

#[test]
fn entries_are_moved_taken_out_and_put_back() {
    let mut harness = presiding(3);
    for _ in 0..3 {
        choose(&mut harness, "Add an entry to the summary");
    }
    let before = claims(&harness).to_vec();
    choose(&mut harness, "Move entry 1 down");
    assert_eq!(claims(&harness)[1], before[0]);
    choose(&mut harness, "Move entry 2 up");
    assert_eq!(claims(&harness), before);
    choose(&mut harness, "Take out entry 2");
    assert_eq!(claims(&harness).len(), 2);
    assert!(says(&harness, "Entry 2 was taken out."));
    choose(&mut harness, "Put it back");
    assert_eq!(claims(&harness), before);
    // Enter takes no step of the meeting while one writes; Escape puts the summary away.
    let steps = session(&harness).record().steps.len();
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::S);
    press(&mut harness, Key::Enter);
    assert_eq!(session(&harness).record().steps.len(), steps);
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::Enter);
    assert!(session(&harness).record().steps.len() > steps);
}

#[test]
fn only_what_was_said_so_far_is_compared_and_a_finding_opens_its_turn() {
    let mut harness = presiding(9);
    choose(&mut harness, "Compare with the record");
    let (for_it, others) = speakers(&harness);
    let spoke = for_it.len() + others.len();
    assert!(says(&harness, &format!("None of the {spoke} delegations that spoke")));
    let turn = session(&harness).cursor();
    assert!(says(&harness, &format!("Compared with what was said up to turn {turn}.")));
    let who = others.first().or(for_it.first()).expect("somebody spoke");
    let of = session(&harness).turns().iter();
    let at = of.clone().position(|it| it.kind == TurnKind::Statement(*who)).expect("it spoke") + 1;
    let link = format!("Open turn {at}, {}", short(&harness, *who));
    choose(&mut harness, &link);
    assert_eq!(session(&harness).cursor(), at);
    assert!(!says(&harness, "Compare with the record"), "the room is seen");
}

#[test]
fn who_does_not_preside_finds_it_in_the_debrief() {
    let mut harness = window();
    press(&mut harness, Key::Enter);
    let seat = session(&harness).scenario().delegation("SVN").expect("it takes part");
    let sit = SeatCommand::Sit { seats: vec![seat], presides: false };
    harness.state().send(Command::Seat(sit));
    harness.run();
    press(&mut harness, Key::S);
    assert!(!says(&harness, "Your summary"));
    for _ in 0..200 {
        harness.state().send(Command::Playback(PlaybackCommand::ToEnd));
        harness.step();
        if session(&harness).is_over() {
            break;
        }
        harness.state().send(Command::Seat(SeatCommand::Finish));
        harness.step();
    }
    harness.state().send(Command::Show(Screen::Debrief));
    harness.run();
    assert!(says(&harness, "The President’s summary"));
    choose(&mut harness, "Add an entry to the summary");
    assert!(says(&harness, "… declared support."));
    choose(&mut harness, "Compare with the record");
    assert!(says(&harness, "The entry names no delegation and no number"));
    assert!(says(&harness, "Empty"));
    let link = harness.query_all_by_label_contains("Open turn ").next().expect("somebody spoke");
    link.click_accesskit();
    harness.run();
    assert_eq!(harness.state().screen(), Screen::Chamber);
}

#[test]
fn escape_and_enter_go_to_the_dialog_and_not_to_what_lies_under_it() {
    let mut harness = take_in(window(), &[], true);
    press(&mut harness, Key::End);
    press(&mut harness, Key::S);
    assert!(says(&harness, "Add an entry"));
    harness.state().send(Command::Overlay(Overlay::Report));
    harness.run();
    assert!(says(&harness, "Save a report"));
    press(&mut harness, Key::Escape);
    assert!(!says(&harness, "Save a report") && says(&harness, "Add an entry"));
    press(&mut harness, Key::Escape);
    assert!(!says(&harness, "Add an entry"));
    // Nor is a step of the meeting taken behind a dialog.
    let steps = session(&harness).record().steps.len();
    harness.state().send(Command::Overlay(Overlay::Help));
    harness.run();
    press(&mut harness, Key::Enter);
    assert_eq!(session(&harness).record().steps.len(), steps);
}
