//! Playing in the window: a seat by keyboard alone, the chair, several players at one machine, and
//! what a player must not see.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{Event, Key, Modifiers, accesskit::Role, pos2};
use egui_kittest::{
    Harness,
    kittest::{AccessKitNode, NodeT as _, Queryable as _},
};
use horseshoe::app::{App, Command, PlaybackCommand, Screen, SeatCommand, Source};
use horseshoe::council::Declared;
use horseshoe::debate::{Action, EventKind, Record};
use horseshoe::scenario::library::bundled;
use horseshoe::scenario::load;
use horseshoe::session::{Jotting, Matter, Session, TurnKind};
use horseshoe::text::{Phrasebook, record_text};

use super::data::Data;
use super::{press, says, session, settle, window};

/// The name of what has the keyboard.
fn focused(harness: &Harness<'static, App>) -> Option<String> {
    let found = |node: &AccessKitNode<'_>| node.role() != Role::Window && node.is_focused();
    let found = harness.query_all_by(found).next();
    found.and_then(|node| node.accesskit_node().label())
}

/// Goes by Tab to what has this name.
pub(super) fn tab_to(harness: &mut Harness<'static, App>, name: &str) {
    for _ in 0..300 {
        if focused(harness).is_some_and(|it| it == name) {
            return;
        }
        press(harness, Key::Tab);
    }
    panic!("`{name}` is not reached by Tab");
}

/// Presses a key on what has this name, found by Tab.
pub(super) fn key_on(harness: &mut Harness<'static, App>, name: &str, key: Key) {
    tab_to(harness, name);
    press(harness, key);
}

pub(super) fn matter(harness: &Harness<'static, App>) -> Option<Matter> {
    session(harness).due().map(|due| due.matter)
}

/// What has just happened is in sight; Enter goes to the desk.
fn to_the_desk(harness: &mut Harness<'static, App>) {
    if harness.query_by_label("To the desk").is_some() {
        press(harness, Key::Enter);
    }
}

/// Does what waits, as a person at the keyboard would.
pub(super) fn do_what_waits(harness: &mut Harness<'static, App>, matter: Matter) {
    to_the_desk(harness);
    match matter {
        Matter::Soundings => {
            key_on(harness, "Sound out", Key::Enter);
            key_on(harness, "Go to the meeting", Key::Enter);
        }
        Matter::Floor => {
            key_on(harness, "Start from a proposal", Key::Enter);
            key_on(harness, "Deliver the statement", Key::Enter);
        }
        Matter::Round(_) => key_on(harness, "Done with this round", Key::Enter),
        Matter::Answer { .. } => key_on(harness, "Let capital answer", Key::Enter),
        Matter::Conclusion { .. } => key_on(harness, "Take the next step", Key::Enter),
        Matter::Silence { .. } => key_on(harness, "Keep silence", Key::Enter),
        Matter::Vote(_) => {
            let ballots = ["In favour", "No objection", "Sign"];
            let asked = ballots.into_iter().find(|name| harness.query_by_label(name).is_some());
            key_on(harness, asked.expect("a ballot is asked for"), Key::Space);
            let lock = ["Lock the ballot", "Lock the answer"];
            let lock = lock.into_iter().find(|name| harness.query_by_label(name).is_some());
            key_on(harness, lock.expect("it is locked"), Key::Enter);
        }
        Matter::Chair => press(harness, Key::Enter),
    }
}

/// Plays to the end of the debate by keyboard.
pub(super) fn play_on(harness: &mut Harness<'static, App>) {
    for _ in 0..400 {
        press(harness, Key::End);
        match matter(harness) {
            Some(matter) => do_what_waits(harness, matter),
            None if session(harness).is_over() => return,
            None => {}
        }
    }
    panic!("the debate does not end: {:?}", matter(harness));
}

/// Takes seats through the dialog, by keyboard.
fn take(names: &[&str], presides: bool) -> Harness<'static, App> {
    take_in(window(), names, presides)
}

pub(super) fn take_in(
    mut harness: Harness<'static, App>,
    names: &[&str],
    presides: bool,
) -> Harness<'static, App> {
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().screen(), Screen::Briefing);
    press(&mut harness, Key::T);
    assert!(says(&harness, "The model plays the rest"));
    for name in names {
        key_on(&mut harness, name, Key::Space);
    }
    if presides {
        let name = "Preside over the meeting, as the President (the Republic of Korea)";
        key_on(&mut harness, name, Key::Space);
    }
    key_on(&mut harness, "Take the seat", Key::Enter);
    assert_eq!(harness.state().screen(), Screen::Chamber);
    harness
}

#[test]
fn a_whole_debate_is_played_as_slovenia_by_keyboard_alone_to_the_report() {
    let data = Data::new("report");
    let mut harness = take_in(data.window(), &["Slovenia"], false);
    assert!(says(&harness, "You speak for Slovenia"));
    assert!(says(&harness, "From capital."));
    play_on(&mut harness);
    let svn = session(&harness).scenario().delegation("SVN").expect("it takes part");
    let record = session(&harness).record();
    let said = record.steps.iter().filter(|step| {
        step.by_person && matches!(&step.action, Action::Say(said) if said.speaker == svn)
    });
    assert_eq!(said.count(), 1);
    let votes = record.steps.iter().filter(|step| matches!(step.action, Action::Lock { .. }));
    assert!(votes.count() >= 2);
    press(&mut harness, Key::Num5);
    assert_eq!(harness.state().screen(), Screen::Debrief);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    harness.event(Event::Text("save a report".to_owned()));
    harness.run();
    press(&mut harness, Key::Enter);
    key_on(&mut harness, "Save", Key::Enter);
    settle(&mut harness);
    let exports = std::fs::read_dir(data.0.join("exports")).expect("something was saved");
    let report = exports
        .map(|entry| entry.expect("it is there").path())
        .find(|path| path.extension().is_some_and(|extension| extension == "html"));
    let text = std::fs::read_to_string(report.expect("a report was saved")).expect("it is text");
    assert!(text.contains("Slovenia") && text.contains("Simulated"));
}

#[test]
fn a_meeting_is_presided_over_step_by_step() {
    let mut harness = take(&["The Republic of Korea"], true);
    assert!(says(&harness, "You speak for the Republic of Korea, and preside"));
    play_on(&mut harness);
    assert!(session(&harness).is_over());
    let spoken = session(&harness).turns().iter();
    assert!(spoken.filter(|turn| matches!(turn.kind, TurnKind::Statement(_))).count() > 15);
}

#[test]
fn the_next_step_of_the_chair_names_what_it_rests_on_and_others_stay_open() {
    let mut harness = take(&[], true);
    assert!(says(&harness, "You preside"));
    for _ in 0..14 {
        press(&mut harness, Key::End);
        press(&mut harness, Key::Enter);
    }
    press(&mut harness, Key::End);
    assert!(says(&harness, "provisional rules of procedure, rule 27"));
    key_on(&mut harness, "Other steps…", Key::Enter);
    assert!(says(&harness, "Propose to suspend the meeting."));
    key_on(&mut harness, "Propose to suspend the meeting.", Key::Enter);
    let moved = session(&harness)
        .record()
        .steps
        .iter()
        .any(|step| step.by_person && matches!(step.action, Action::Move { .. }));
    assert!(moved);
}

#[test]
fn three_players_take_turns_behind_a_curtain() {
    let mut harness = take(&["Slovenia", "Malta", "Mozambique"], false);
    let mut curtains = BTreeSet::new();
    for _ in 0..400 {
        press(&mut harness, Key::End);
        let Some(due) = session(&harness).due().cloned() else {
            if session(&harness).is_over() {
                break;
            }
            continue;
        };
        let name = session(&harness).scenario().members[due.who].name.in_sentence();
        to_the_desk(&mut harness);
        if says(&harness, &format!("Pass to {name}")) {
            // Nobody's papers are shown while the machine changes hands.
            assert!(!says(&harness, "From capital."));
            curtains.insert(name.clone());
            key_on(&mut harness, &format!("I speak for {name}"), Key::Enter);
        }
        assert!(says(&harness, "From capital."));
        do_what_waits(&mut harness, due.matter);
    }
    assert!(session(&harness).is_over());
    assert_eq!(curtains.len(), 3);
}

#[test]
fn what_is_private_is_closed_while_a_seat_is_played_and_a_teacher_can_open_it() {
    let mut harness = take(&["Slovenia"], false);
    for key in [Key::Num4, Key::Num5] {
        press(&mut harness, key);
        assert!(says(&harness, "Closed while the debate is played"));
    }
    harness.state().send(Command::Seat(SeatCommand::Open(true)));
    harness.run();
    assert!(!says(&harness, "Closed while the debate is played"));
    harness.state().send(Command::Seat(SeatCommand::Open(false)));
    harness.run();
    assert!(says(&harness, "Closed while the debate is played"));
}

#[test]
fn words_that_are_typed_are_kept_and_said_as_they_stand() {
    let mut harness = take(&["Slovenia"], false);
    key_on(&mut harness, "Go to the meeting", Key::Enter);
    while matter(&harness) != Some(Matter::Floor) {
        press(&mut harness, Key::End);
        match matter(&harness) {
            Some(Matter::Floor) | None => {}
            Some(other) => do_what_waits(&mut harness, other),
        }
    }
    to_the_desk(&mut harness);
    let field = harness.get_all_by_role(Role::MultilineTextInput).next().expect("words are typed");
    field.focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.event(Event::Text("Mr. President, Slovenia blocked nobody.".to_owned()));
    harness.run();
    assert!(says(&harness, "Your own words"));
    assert!(says(&harness, "Warning") || says(&harness, "Note"));
    press(&mut harness, Key::Escape);
    // Looking elsewhere loses nothing.
    harness.state().send(Command::Show(Screen::Briefing));
    harness.run();
    harness.state().send(Command::Show(Screen::Chamber));
    harness.run();
    key_on(&mut harness, "Deliver the statement", Key::Enter);
    let told =
        session(&harness).entries().iter().any(|entry| entry.text.contains("blocked nobody"));
    assert!(told);
}

#[test]
fn a_paragraph_is_offered_in_own_words_and_what_is_typed_is_kept() {
    let mut harness = take(&["Slovenia"], false);
    for _ in 0..40 {
        press(&mut harness, Key::End);
        match matter(&harness).expect("a round of consultations comes") {
            Matter::Round(_) => break,
            before => do_what_waits(&mut harness, before),
        }
    }
    to_the_desk(&mut harness);
    tab_to(&mut harness, "The paragraph");
    harness.event(Event::Text(", in good time".to_owned()));
    settle(&mut harness);
    let who = session(&harness).seats()[0];
    let kept = session(&harness).draft(who).expect("it is kept as it is typed");
    let (what, words) = kept.jottings[0].clone();
    assert!(matches!(what, Jotting::Paragraph(..)) && words.contains(", in good time"), "{kept:?}");
    assert!(says(&harness, "A change of words alone: taken where nothing else is."));
    key_on(&mut harness, "Offer it", Key::Enter);
    assert!(says(&harness, "Offered: on "));
    let events = &session(&harness).record().events;
    let offered = events.iter().rev().find_map(|event| match &event.kind {
        EventKind::AmendmentOffered { words, .. } => words.clone(),
        _ => None,
    });
    assert_eq!(offered.as_deref(), Some(words.as_str()));
}

#[test]
fn a_point_of_order_is_raised_from_the_strip_while_another_speaks() {
    let mut harness = take(&["Slovenia"], false);
    let speaks = |harness: &Harness<'static, App>| {
        session(harness).turn().is_some_and(|it| matches!(it.kind, TurnKind::Statement(_)))
    };
    for _ in 0..40 {
        match matter(&harness) {
            _ if speaks(&harness) => break,
            Some(before) => do_what_waits(&mut harness, before),
            None => press(&mut harness, Key::ArrowRight),
        }
    }
    key_on(&mut harness, "Ask…", Key::Enter);
    key_on(&mut harness, "Raise a point of order", Key::Enter);
    settle(&mut harness);
    let who = session(&harness).seats()[0];
    let raised = session(&harness)
        .record()
        .events
        .iter()
        .any(|event| matches!(event.kind, EventKind::QuestionRaised { by, .. } if by == who));
    assert!(raised);
}

/// The cyber debate with all that others than Slovenia have kept to themselves so far turned into
/// something else: what a delegation has voiced or declared, and why, the room has heard.
fn with_other_secrets(session: &Session, text: &str) -> String {
    let (scenario, state) = (session.scenario(), session.state());
    let mut inside = false;
    let mut member = None;
    let mut issue = None;
    let mut out = String::new();
    for line in text.lines() {
        if line.starts_with("    members:") {
            inside = true;
        } else if inside && line.starts_with("    }") {
            inside = false;
        }
        let named = || line.trim_start().trim_start_matches('"').split('"').next();
        if line.contains(": Member(") {
            member = named().and_then(|name| scenario.delegation(name));
        } else if line.contains(" Stance(") {
            let mut issues = scenario.issues.pairs();
            issue = issues.find(|(_, it)| Some(it.identifier.as_str()) == named()).map(|it| it.0);
        }
        let is_secret = inside
            && member.zip(issue).is_some_and(|(who, issue)| {
                let declared = scenario.outcomes.pairs().any(|(outcome, it)| {
                    state.declared[(outcome, who)] != Declared::Undeclared
                        && it.aims.iter().any(|aim| aim.issue == issue)
                });
                let is_own = scenario.members[who].identifier == "SVN";
                !is_own && !declared && state.voiced[(who, issue)].is_none()
            });
        out.push_str(&if is_secret { altered(line) } else { line.to_owned() });
        out.push('\n');
    }
    out
}

/// A line of a member with other numbers and reasons.
fn altered(line: &str) -> String {
    let mut line = line.to_owned();
    for (name, other) in [("position: ", "61"), ("salience: ", "37"), ("uncertainty: ", "13")] {
        let parts: Vec<&str> = line.split(name).collect();
        let rest = parts[1..].iter().map(|part| {
            let number = part.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(part.len());
            format!("{name}{other}{}", &part[number..])
        });
        line = std::iter::once(parts[0].to_owned()).chain(rest).collect();
    }
    let Some(at) = line.find("because: \"") else { return line };
    let from = at + "because: \"".len();
    let end = line[from..].find('"').map_or(line.len(), |end| from + end);
    format!("{}SECRET{}", &line[..from], &line[end..])
}

/// The words of everything on screen.
pub(super) fn words(harness: &Harness<'static, App>) -> Vec<String> {
    let nodes = harness.query_all_by(|_| true);
    let words = nodes.flat_map(|node| {
        let node = node.accesskit_node();
        [node.label(), node.value(), node.description()]
    });
    words.flatten().filter(|words| !words.is_empty()).collect()
}

/// The words of everything on screen, and what things tell under the pointer.
pub(super) fn everything(harness: &mut Harness<'static, App>) -> Vec<String> {
    let mut all = words(harness);
    let places: Vec<_> = harness
        .query_all_by(|_| true)
        .filter_map(|node| node.accesskit_node().bounding_box())
        .map(|bounds| {
            pos2(
                f64::midpoint(bounds.x0, bounds.x1) as f32,
                f64::midpoint(bounds.y0, bounds.y1) as f32,
            )
        })
        .collect();
    for place in places {
        harness.hover_at(place);
        harness.run_ok();
        let tips = harness.query_all_by(|node| node.role() == Role::Tooltip);
        let count = tips.count();
        if count > 0 {
            all.extend(words(harness));
        }
    }
    all
}

/// All that a player of Slovenia can read at the moment, wherever it looks.
fn read_everywhere(record: &str, folder: &Data) -> Vec<String> {
    std::fs::create_dir_all(&folder.0).expect("a folder can be made");
    let path = folder.0.join("played.record");
    std::fs::write(&path, record).expect("the folder is there");
    let mut harness = window();
    harness.state().send(Command::Open(Source::Path(path)));
    settle(&mut harness);
    harness.state().send(Command::Playback(PlaybackCommand::ToEnd));
    harness.run();
    assert!(session(&harness).due().is_some(), "it waits where it was saved");
    to_the_desk(&mut harness);
    let mut all = everything(&mut harness);
    for tab in ["Support", "Notebook"] {
        harness.get_by_label(tab).click();
        harness.run();
        all.extend(everything(&mut harness));
    }
    for screen in [Screen::Briefing, Screen::Analysis, Screen::Debrief, Screen::Projector] {
        harness.state().send(Command::Show(screen));
        harness.run();
        all.extend(words(&harness));
    }
    harness.state().send(Command::Show(Screen::Chamber));
    harness.run();
    super::click(&mut harness, "See the room");
    all.extend(everything(&mut harness));
    for tab in ["Record", "Outside the chamber", "Results"] {
        super::click(&mut harness, tab);
        all.extend(everything(&mut harness));
    }
    all
}

#[test]
fn no_word_on_any_screen_of_a_player_depends_on_what_others_keep_to_themselves() {
    let text = bundled("unsc-cyber-2024").expect("it is bundled").text;
    let scenario = load("cyber", text.as_bytes()).scenario.expect("it is sound");
    let mut session = Session::new(Arc::clone(&scenario), horseshoe::Seed(1));
    let svn = scenario.delegation("SVN").expect("it takes part");
    session.sit(vec![svn], false).expect("nothing was done");
    let folder = Data::new("secrets");
    let mut compared = 0;
    loop {
        session.seek(usize::MAX);
        let Some(due) = session.due() else { break };
        if matches!(due.matter, Matter::Soundings | Matter::Floor | Matter::Round(1)) {
            let other = with_other_secrets(&session, text);
            let other = load("cyber", other.as_bytes()).scenario.expect("it is sound");
            assert!(other.derived.salience != scenario.derived.salience);
            let truth = session.truth();
            let (events, steps) = (truth.events.clone(), truth.steps.clone());
            let altered = Record { scenario: Arc::clone(&other), seed: truth.seed, events, steps };
            let first = read_everywhere(&session.record_text(), &folder);
            let second = read_everywhere(&record_text(&altered, Phrasebook::english()), &folder);
            for (one, two) in first.iter().zip(&second) {
                assert_eq!(one, two, "at {:?}", due.matter);
            }
            assert!(first.iter().all(|words| !words.contains("SECRET")));
            compared += 1;
        }
        session.finish_matter();
    }
    assert!(compared >= 3);
}
