//! The class in the window: predictions and their scores, questions and their gain, note-takers,
//! names, an announcement, and the pack on paper.

use std::fs;

use eframe::egui::{Event, Key, accesskit::Role};
use egui_kittest::{
    Harness, Node,
    kittest::{NodeT as _, Queryable as _},
};
use horseshoe::analysis::forecasters::foretold;
use horseshoe::app::{App, Command, PlaybackCommand, Screen, SeatCommand, Source};
use horseshoe::council::Declared;
use horseshoe::debate::EventKind;
use horseshoe::session::{Papers, ROOM};

use super::data::Data;
use super::{choose, press, says, session, settle, window};

/// The class of the first bundled scenario, with one part of its screen.
fn class(mut harness: Harness<'static, App>, part: &str) -> Harness<'static, App> {
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().screen(), Screen::Briefing);
    choose(&mut harness, "The class");
    assert_eq!(harness.state().screen(), Screen::Class);
    choose(&mut harness, part);
    harness
}

fn papers<'a>(harness: &'a Harness<'static, App>) -> &'a Papers {
    session(harness).papers()
}

fn send(harness: &mut Harness<'static, App>, command: Command) {
    harness.state().send(command);
    harness.run();
}

/// Types into the field of this name.
fn type_into(harness: &mut Harness<'static, App>, role: Role, name: &str, text: &str) {
    harness.get_by_role_and_label(role, name).focus();
    harness.run();
    harness.event(Event::Text(text.to_owned()));
    harness.run();
}

fn add_pupil(harness: &mut Harness<'static, App>, name: &str) {
    type_into(harness, Role::TextInput, "Another pupil", name);
    press(harness, Key::Enter);
    // Otherwise the next key is a letter of the next name.
    harness.get_by_label("Another pupil").focus();
    press(harness, Key::Tab);
}

/// The thing of this name that a screen reader tells apart by these words.
fn of<'a>(harness: &'a Harness<'static, App>, name: &'a str, words: &str) -> Node<'a> {
    let mut all = harness.query_all_by_label(name);
    let found = all.find(|node| node.accesskit_node().description().as_deref() == Some(words));
    found.unwrap_or_else(|| panic!("there is no `{name}` of `{words}`"))
}

fn choose_of(harness: &mut Harness<'static, App>, name: &str, words: &str) {
    of(harness, name, words).click_accesskit();
    harness.run();
}

#[test]
fn the_class_predicts_before_the_debate_and_is_scored_after_it() {
    let mut harness = class(window(), "Predict and score");
    let scenario = session(&harness).scenario();
    let outcome = foretold(scenario).next().expect("a text is put");
    let title = scenario.outcomes[outcome].title.clone();
    // The room says 50 %, a pupil 51 %.
    choose_of(&mut harness, "Give a chance", &title);
    add_pupil(&mut harness, "Ana");
    choose_of(&mut harness, "Give a chance", &title);
    let slider = harness.get_by_role_and_label(Role::Slider, &title);
    slider.focus();
    harness.run();
    press(&mut harness, Key::ArrowRight);
    let given = &papers(&harness).predictions;
    let chances: Vec<(&str, f64)> = given
        .iter()
        .map(|it| (it.by.as_str(), *it.adopted.values().next().expect("one is given")))
        .collect();
    assert_eq!(chances, [(ROOM, 0.5), ("Ana", 0.51)]);
    assert!(says(&harness, "They stand here when the debate is over"));
    assert!(!says(&harness, "The model:"), "its forecast would be copied");

    send(&mut harness, Command::Playback(PlaybackCommand::ToEnd));
    for words in
        ["The room: Brier score", "Ana: Brier score", "All predictions pooled", "The model:"]
    {
        assert!(says(&harness, words), "{words}");
    }
    assert!(papers(&harness).late.is_empty());
    // What is entered now is marked.
    choose_of(&mut harness, "Leave out", &title);
    choose_of(&mut harness, "Give a chance", &title);
    assert_eq!(papers(&harness).late, ["Ana"]);
    assert!(says(&harness, "Entered or changed after the debate had begun."));
}

#[test]
fn questions_asked_twice_give_a_gain_and_their_answers_stay_closed_until_then() {
    let mut harness = class(window(), "Questions");
    let questions = session(&harness).scenario().questions.clone();
    let (right, wrong) = (questions[0].answer, usize::from(questions[0].answer == 0));
    add_pupil(&mut harness, "Ana");
    choose_of(&mut harness, &questions[0].choices[wrong], "Question 1");
    assert_eq!(papers(&harness).answers[0].before[0], Some(wrong));
    assert!(harness.query_by_label("Show the answers and reasons").is_none());

    choose(&mut harness, "After the debate");
    assert!(harness.query_by_label("Show the answers and reasons").is_none());
    choose_of(&mut harness, &questions[0].choices[right], "Question 1");
    assert!(!says(&harness, &questions[0].because));
    choose(&mut harness, "Show the answers and reasons");
    assert!(says(&harness, &questions[0].because));
    assert!(says(&harness, "of what was left to learn was learned"));
}

#[test]
fn a_show_of_hands_is_counted_with_one_key_for_each_hand() {
    let mut harness = class(window(), "Questions");
    let answer = session(&harness).scenario().questions[0].answer;
    let keys = [Key::A, Key::B, Key::C];
    let other = keys[usize::from(answer == 0)];
    press(&mut harness, other);
    press(&mut harness, other);
    press(&mut harness, keys[answer]);
    harness.key_press_modifiers(eframe::egui::Modifiers::SHIFT, other);
    harness.run();
    assert_eq!(papers(&harness).hands.before[0].iter().sum::<u32>(), 2);
    choose_of(&mut harness, "One more", &format!("For {}", keys[answer].name()));
    choose(&mut harness, "After the debate");
    press(&mut harness, keys[answer]);
    choose(&mut harness, "Show the answers and reasons");
    assert!(says(&harness, "By show of hands: 67 % right before, 100 % after"));
}

#[test]
fn what_note_takers_heard_is_compared_with_the_record_and_with_each_other() {
    let mut harness = class(window(), "Note-taker");
    assert!(says(&harness, "No statement is made at the turn shown"));
    add_pupil(&mut harness, "Ana");
    for _ in 0..3 {
        choose(&mut harness, "Next statement");
    }
    let turn = session(&harness).turn().expect("one is shown").clone();
    let declared: Vec<(String, Declared)> = {
        let session = session(&harness);
        let made = session.events_of(&turn).iter().find_map(|event| match &event.kind {
            EventKind::StatementDelivered(it) => Some(it.clone()),
            _ => None,
        });
        let scenario = session.scenario();
        made.expect("a statement is shown")
            .declarations
            .iter()
            .map(|it| (scenario.outcomes[it.outcome].title.clone(), it.stance))
            .collect()
    };
    let words = |stance| match stance {
        Declared::InFavour => "In favour",
        Declared::Reservations => "With reservations",
        Declared::Opposed => "Opposed",
        Declared::Undeclared => "Nothing",
    };
    for (title, stance) in &declared {
        choose_of(&mut harness, words(*stance), title);
    }
    choose(&mut harness, "Nothing on the rest");
    add_pupil(&mut harness, "Boris");
    choose(&mut harness, "Nothing on the rest");
    assert!(!says(&harness, "Ana and the record"));

    send(&mut harness, Command::Playback(PlaybackCommand::ToEnd));
    let all = session(&harness).scenario().outcomes.len();
    assert!(says(&harness, &format!("Ana and the record: {all} of {all} marks are the same")));
    assert!(says(&harness, "Ana and Boris: "));
    assert!(says(&harness, "Heard otherwise by Boris"));
    assert_eq!(!declared.is_empty(), says(&harness, "“nothing declared” is marked"));
}

#[test]
fn names_stand_on_the_curtain_and_are_erased_and_brought_back() {
    let data = Data::new("class-names");
    let mut harness = class(data.window(), "Names");
    type_into(&mut harness, Role::TextInput, "Slovenia", "Ana");
    assert_eq!(papers(&harness).names.len(), 1);
    let scenario = session(&harness).scenario();
    let seats = ["SVN", "MLT"].map(|name| scenario.delegation(name).expect("it takes part"));
    let sit = SeatCommand::Sit { seats: seats.to_vec(), presides: false };
    send(&mut harness, Command::Seat(sit));
    send(&mut harness, Command::Playback(PlaybackCommand::ToEnd));
    assert!(says(&harness, "Pass to Slovenia (Ana)"));

    send(&mut harness, Command::Show(Screen::Class));
    choose(&mut harness, "Names");
    let is_kept = || {
        let journals = fs::read_dir(data.0.join("autosave")).expect("there is one");
        let texts = journals.map(|it| fs::read_to_string(it.expect("a file").path()));
        texts.into_iter().any(|text| text.expect("it is text").contains("\"Ana\""))
    };
    assert!(is_kept(), "what is typed is saved as it happens");
    choose(&mut harness, "Erase all names");
    assert!(papers(&harness).names.is_empty());
    assert!(!is_kept(), "what is erased is erased from the disk as well");
    choose(&mut harness, "Undo");
    assert_eq!(papers(&harness).names.len(), 1);
    // The debate goes on as it was.
    send(&mut harness, Command::Leave);
    assert!(says(&harness, "Pass to Slovenia (Ana)"));
}

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
    let fired = session(&harness).truth().events.iter();
    assert!(fired.filter(|it| matches!(it.kind, EventKind::InjectFired { .. })).count() >= 1);
    assert!(session(&harness).truth().steps.iter().any(|step| {
        step.by_person && matches!(step.action, horseshoe::debate::Action::FireInject(_))
    }));
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
