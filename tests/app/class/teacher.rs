//! What the teacher does: announcement, override, news, results, pack, and finding it all.

use std::fs;

use eframe::egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable as _};
use horseshoe::app::{App, ClassPart, Command, PlaybackCommand, Screen, SeatCommand, Source};
use horseshoe::debate::{Action, EventKind};

use super::{
    Data, add_pupil, choose, choose_of, class, foretold_titles, press, says, send, session, settle,
    type_into, window,
};

/// A scenario in which something may intervene from outside.
fn with_news() -> Harness<'static, App> {
    let mut harness = window();
    send(&mut harness, Command::Open(Source::Bundled("tutorial")));
    harness
}

#[test]
fn the_teacher_announces_on_the_projector_and_lets_news_happen() {
    let mut harness = class(window(), "For the teacher");
    type_into(&mut harness, Role::MultilineTextInput, "What is announced", "Five minutes left");
    choose(&mut harness, "Show it to the room");
    send(&mut harness, Command::Show(Screen::Projector));
    assert!(says(&harness, "Five minutes left"));
    send(&mut harness, Command::Show(Screen::Class));
    choose(&mut harness, "Take it away");
    send(&mut harness, Command::Show(Screen::Projector));
    assert!(!says(&harness, "Five minutes left"));

    let mut harness = with_news();
    send(&mut harness, Command::Playback(PlaybackCommand::Seek(4)));
    send(&mut harness, Command::Show(Screen::Class));
    choose(&mut harness, "For the teacher");
    let branches = session(&harness).branches().len();
    let title = session(&harness).scenario().injects.iter().next().expect("news").title.clone();
    choose_of(&mut harness, "Let it happen now", &title);
    assert_eq!(session(&harness).branches().len(), branches + 1);
}

#[test]
fn news_happens_in_the_debate_that_is_played_and_is_hidden_from_its_players() {
    let mut harness = with_news();
    let seat = session(&harness).scenario().derived.voting[0];
    send(&mut harness, Command::Seat(SeatCommand::Sit { seats: vec![seat], presides: false }));
    session_until(&mut harness, 4);
    send(&mut harness, Command::Show(Screen::Class));
    choose(&mut harness, "For the teacher");
    let title = session(&harness).scenario().injects.iter().next().expect("news").title.clone();
    assert!(!says(&harness, &title));
    assert!(says(&harness, "closed while a seat is played"));
    choose(&mut harness, "Show the news to come (teacher)");
    choose_of(&mut harness, "Let it happen now", &title);
    assert!(says(&harness, "happens now, in the debate that is played"));
    let fired = session(&harness).truth().events.iter();
    assert!(fired.filter(|it| matches!(it.kind, EventKind::InjectFired { .. })).count() >= 1);
    assert!(
        session(&harness)
            .truth()
            .steps
            .iter()
            .any(|step| { step.by_person && matches!(step.action, Action::FireInject(_)) })
    );
}

/// Leaves to the model what waits, until so many turns have been shown.
fn session_until(harness: &mut Harness<'static, App>, turns: usize) {
    for _ in 0..20 {
        send(harness, Command::Playback(PlaybackCommand::Seek(turns)));
        if session(harness).cursor() >= turns {
            return;
        }
        send(harness, Command::Seat(SeatCommand::Finish));
    }
    panic!("it does not come so far");
}

#[test]
fn the_teacher_overrides_what_waits_seats_and_instructions() {
    let mut harness = with_news();
    let seat = session(&harness).scenario().derived.voting[0];
    let name = session(&harness).scenario().members[seat].name.in_sentence();
    send(&mut harness, Command::Seat(SeatCommand::Sit { seats: vec![seat], presides: false }));
    send(&mut harness, Command::Playback(PlaybackCommand::ToEnd));
    send(&mut harness, Command::ShowClass(ClassPart::Teacher));
    choose(&mut harness, "Finish it for them");
    assert!(says(
        &harness,
        &format!("What waited for {name} is finished as the model would have it")
    ));
    send(&mut harness, Command::Playback(PlaybackCommand::ToEnd));
    choose(&mut harness, "Send the instructions");
    assert!(says(&harness, "Other instructions on"));
    let instructed = |harness: &Harness<'static, App>| {
        let steps = &session(harness).truth().steps;
        steps.iter().any(|it| it.by_person && matches!(it.action, Action::Instruct { .. }))
    };
    assert!(instructed(&harness));
    // An earlier turn is no place to act: what was done since would be undone.
    send(&mut harness, Command::Playback(PlaybackCommand::ToStart));
    assert!(says(&harness, "An earlier turn is shown"));
    assert!(harness.query_by_label("Let the model play on").is_none());
    choose(&mut harness, "Go to the latest turn");
    choose(&mut harness, "Let the model play on");
    assert!(says(&harness, &format!("The model plays on for {name}")));
    let truth = session(&harness).truth();
    assert!(!truth.state_at(truth.events.len()).played[seat]);
}

#[test]
fn what_the_class_entered_is_saved_as_a_page_and_a_table() {
    let data = Data::new("class-results");
    let mut harness = class(data.window(), "Predict and score");
    let title = foretold_titles(&harness)[0].clone();
    for name in ["Ana", "Boris"] {
        add_pupil(&mut harness, name);
        type_into(&mut harness, Role::TextInput, &title, "40");
    }
    send(&mut harness, Command::Playback(PlaybackCommand::ToEnd));
    choose(&mut harness, "For the teacher");
    for (button, is_named) in [("Save the class’s results", true), ("Save them by numbers", false)]
    {
        choose(&mut harness, button);
        settle(&mut harness);
        settle(&mut harness);
        let files = fs::read_dir(data.0.join("exports")).expect("it was made");
        let files: Vec<_> = files.map(|it| it.expect("a file").path()).collect();
        assert_eq!(files.len(), if is_named { 2 } else { 4 });
        let newest = files.iter().map(|it| fs::read_to_string(it).expect("it is text"));
        let named = newest.filter(|text| text.contains("Ana")).count();
        assert_eq!(named, 2, "the numbered ones name nobody");
        let texts = files.iter().map(|it| fs::read_to_string(it).expect("it is text"));
        assert!(texts.into_iter().all(|it| it.contains("Simulated") && it.contains("Brier score")));
    }
}

#[test]
fn the_palette_finds_the_parts_of_the_class_by_what_they_are_for() {
    let mut harness = class(window(), "Names");
    for (words, found) in [
        ("note", "Class: Note-taker"),
        ("names", "Class: Names of the class"),
        ("questions", "Class: Questions before and after"),
        ("predict", "Class: Predict and score"),
        ("score", "Class: Predict and score"),
        ("announce", "Class: Announce to the room (teacher)"),
        ("hands", "Class: Count a show of hands"),
        ("news", "Class: News from outside (teacher)"),
        ("override", "Class: Override (teacher)"),
        ("leave the seat", "Class: Override (teacher)"),
        ("report", "Class: Save the class’s results"),
    ] {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
        harness.run();
        harness.event(Event::Text(words.to_owned()));
        harness.run();
        assert!(harness.query_by_label(found).is_some(), "{words}");
        press(&mut harness, Key::Escape);
    }
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    assert!(says(&harness, "commands: type a word of what you want"));
    harness.event(Event::Text("note-taker".to_owned()));
    harness.run();
    press(&mut harness, Key::Enter);
    assert!(says(&harness, "Is each stance heard as it was declared?"));
}

#[test]
fn the_class_pack_is_saved_beside_the_exports() {
    let data = Data::new("class-pack");
    let mut harness = class(data.window(), "For the teacher");
    harness.get_by_label("Save it with letters").click_accesskit();
    settle(&mut harness);
    assert!(says(&harness, "Saved as"));
    let files = fs::read_dir(data.0.join("exports")).expect("it was made");
    let files: Vec<_> = files.map(|it| it.expect("a file").path()).collect();
    assert_eq!(files.len(), 1);
    let name = files[0].file_name().expect("a name").to_string_lossy().into_owned();
    assert!(name.ends_with("class-pack-letters.html"), "{name}");
    assert!(fs::read_to_string(&files[0]).expect("it is text").contains("State A"));
}
