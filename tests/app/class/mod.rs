//! The class in the window: questions and their gain, note-takers and names.

mod predict;
mod teacher;

use std::fs;

use eframe::egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness, Node,
    kittest::{NodeT as _, Queryable as _},
};
use horseshoe::analysis::forecasters::foretold;
use horseshoe::app::{App, Command, PlaybackCommand, Screen, SeatCommand};
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

/// The texts of which something is foretold, in their order.
fn foretold_titles(harness: &Harness<'static, App>) -> Vec<String> {
    let scenario = session(harness).scenario();
    foretold(scenario).map(|outcome| scenario.outcomes[outcome].title.clone()).collect()
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
fn the_questions_lead_on_to_the_predictions_and_a_name_is_given_once() {
    let mut harness = class(window(), "Questions");
    let count = session(&harness).scenario().questions.len();
    press(&mut harness, Key::A);
    for _ in 1..count {
        assert!(harness.query_by_label("Go on to the predictions").is_none());
        choose(&mut harness, "Next question");
        assert!(harness.query_by_label("Previous question").is_some());
    }
    press(&mut harness, Key::A);
    press(&mut harness, Key::B);
    assert!(says(&harness, "Question 1 has 1: not all may have raised a hand"));
    assert!(harness.query_by_label("Next question").is_some(), "it stays where it was");
    choose(&mut harness, "Go on to the predictions");
    assert!(says(&harness, "What does the class expect"));
    add_pupil(&mut harness, "Amina K.");
    add_pupil(&mut harness, "amina k.");
    assert!(says(&harness, "There is already one called amina k."));
    assert_eq!(papers(&harness).people(), ["Amina K."]);
    // Each part has its own: hands are hands again.
    choose(&mut harness, "Questions");
    press(&mut harness, Key::A);
    assert!(papers(&harness).answers[0].before.is_empty());
    assert!(papers(&harness).late_answers.is_empty());
    send(&mut harness, Command::Playback(PlaybackCommand::Step));
    press(&mut harness, Key::A);
    assert_eq!(papers(&harness).late_answers, [ROOM]);
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
    harness.key_press_modifiers(Modifiers::SHIFT, other);
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
    // The texts of the grid on paper come first, with its numbers.
    let grid = foretold_titles(&harness);
    assert!(says(&harness, &format!("{}. {}", grid.len(), grid[grid.len() - 1])));
    // What is listened to stays in sight, and the projector view does not tell the answer.
    let speaker = harness.get_by_label_contains("The representative of").rect();
    assert!(speaker.max.y < 400.0, "{speaker:?}");
    send(&mut harness, Command::Show(Screen::Projector));
    let in_favor = |harness: &Harness<'static, App>| says(harness, ", in favour");
    let shown = in_favor(&harness);
    send(&mut harness, Command::Show(Screen::Class));
    choose(
        &mut harness,
        "Leave declared stances out of the projector view until the debate is over",
    );
    send(&mut harness, Command::Show(Screen::Projector));
    assert!(says(&harness, "Stances are left out while notes are taken."));
    assert!(!in_favor(&harness), "before: {shown}");
    send(&mut harness, Command::Show(Screen::Class));

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
