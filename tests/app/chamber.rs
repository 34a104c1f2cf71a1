//! The chamber: every figure has its reasons, every delegation its page, the record can be searched.

use eframe::egui::{
    Event, Key, Modifiers, OutputCommand, PointerButton, Pos2,
    accesskit::{Live, Role},
    vec2,
};
use egui_kittest::{
    Harness, Node,
    kittest::{By, NodeT as _, Queryable as _},
};
use horseshoe::app::theme::Motion;
use horseshoe::app::{App, Command, PlaybackCommand, Screen, Source};
use horseshoe::session::TurnKind;
use horseshoe::text::EntryKind;

use super::{chamber, click, press, says, session, settle, sized};

type Window = Harness<'static, App>;

/// Shows the first turn that is like this.
fn show(harness: &mut Window, wanted: impl Fn(TurnKind) -> bool) {
    let turn = session(harness).turns().iter().position(|turn| wanted(turn.kind));
    let turn = turn.expect("there is such a turn");
    harness.state().send(Command::Playback(PlaybackCommand::Seek(turn + 1)));
    harness.run();
}

fn statement(harness: &mut Window) {
    show(harness, |kind| matches!(kind, TurnKind::Statement(_)));
    // Briefers come first, and declare nothing.
    while harness.query_all_by_label_contains("supports ").count() == 0 {
        press(harness, Key::ArrowRight);
    }
}

/// The whole name of the first thing whose name contains these words, with this role.
fn named<'a>(harness: &'a Window, role: Role, words: &'a str) -> Node<'a> {
    let all = harness.query_all(By::new().role(role).label_contains(words));
    all.into_iter().next().unwrap_or_else(|| panic!("nothing is named {words}"))
}

fn explains(harness: &Window) -> bool {
    harness.query_by_label("Close the explanation").is_some()
}

#[test]
fn chips_figures_and_ballots_open_their_reasons_and_escape_closes_them() {
    let mut harness = chamber();
    statement(&mut harness);
    named(&harness, Role::Button, "supports ").click();
    harness.run();
    assert!(explains(&harness) && says(&harness, "declared itself in favour on"));
    press(&mut harness, Key::Escape);
    assert!(!explains(&harness));
    for figure in ["Why: Chance of adoption", "Why: Expected if put now"] {
        named(&harness, Role::Link, figure).click();
        harness.run();
        assert!(explains(&harness) && says(&harness, "would be adopted now"), "{figure}");
        click(&mut harness, "Back to the tally");
        assert!(!explains(&harness));
    }
    show(&mut harness, |kind| matches!(kind, TurnKind::Decision(_)));
    named(&harness, Role::Link, ": why in favour").click();
    harness.run();
    assert!(says(&harness, "Voted in favour of it"));
    named(&harness, Role::Link, "Turn ").click();
    harness.run();
    assert!(explains(&harness), "who goes to another turn still sees the question");
}

#[test]
fn reasons_open_and_close_by_keyboard_and_never_tell_what_is_to_come() {
    let mut harness = chamber();
    statement(&mut harness);
    let shown = session(&harness).turn().expect("a turn is shown").events.end;
    named(&harness, Role::Link, "Why: Chance of adoption").click();
    harness.run();
    let closed = "Each member votes by itself";
    let node = named(&harness, Role::Button, closed);
    let was = node.accesskit_node().data().is_expanded();
    node.focus();
    harness.run();
    press(&mut harness, Key::Enter);
    let is = named(&harness, Role::Button, closed).accesskit_node().data().is_expanded();
    assert_ne!(was, is);
    for node in harness.query_all(By::new().role(Role::Link).label_contains(", event ")) {
        let label = node.accesskit_node().label().expect("it has a name");
        let event: usize = label.rsplit(' ').next().unwrap().parse().unwrap();
        assert!(event <= shown, "{label}");
    }
}

#[test]
fn a_placard_opens_the_page_of_its_delegation_by_keyboard_and_the_page_its_reasons() {
    let mut harness = chamber();
    statement(&mut harness);
    named(&harness, Role::Button, "Japan, ").focus();
    harness.run();
    press(&mut harness, Key::Enter);
    harness.get_by_label("Open page: Japan");
    press(&mut harness, Key::Enter);
    harness.get_by_label("Close the page");
    for part in ["Positions", "On the proposed outcomes", "Said so far", "Relations"] {
        harness.get_by_role_and_label(Role::Heading, part);
    }
    named(&harness, Role::Link, "Why this position: ").click();
    harness.run();
    assert!(explains(&harness) && says(&harness, "Instructions from capital"));
    press(&mut harness, Key::Escape);
    assert!(!explains(&harness));
    harness.get_by_label("Close the page");
    press(&mut harness, Key::Escape);
    assert!(harness.query_by_label("Close the page").is_none());
    harness.get_by_label("This turn");
}

#[test]
fn a_double_click_on_a_placard_or_on_the_list_opens_the_page() {
    // Two clicks of a hand follow one another faster than frames of other tests.
    let mut harness = Harness::builder()
        .with_size([1280.0, 800.0])
        .with_max_steps(24)
        .with_step_dt(0.05)
        .build_eframe(|creation| App::new(&creation.egui_ctx, Motion::Reduced));
    harness.run();
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::Enter);
    let double = |harness: &mut Window, at: Pos2| {
        harness.event(Event::PointerMoved(at));
        for pressed in [true, false, true, false] {
            let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
            harness.event(Event::PointerButton { pos: at, button, pressed, modifiers });
        }
        harness.run();
    };
    let at = named(&harness, Role::Button, "Malta, not declared").rect().center();
    double(&mut harness, at);
    harness.get_by_label("Close the page");
    click(&mut harness, "Back to the table");
    let at = named(&harness, Role::ListItem, ". Slovenia").rect().center();
    double(&mut harness, at);
    harness.get_by_role_and_label(Role::Heading, "Slovenia");
}

#[test]
fn the_record_is_searched_from_match_to_match() {
    let mut harness = chamber();
    press(&mut harness, Key::End);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run();
    let field = harness.get_by_label("Search the record");
    assert!(field.accesskit_node().is_focused());
    field.type_text("norms");
    harness.run();
    let first = named(&harness, Role::Label, "1 of ").accesskit_node().value().unwrap();
    let count: usize = first.split(' ').nth(2).unwrap().parse().unwrap();
    assert!(count > 3, "{first}");
    click(&mut harness, "Next match");
    harness.get_by_label(&format!("2 of {count}"));
    click(&mut harness, "Previous match");
    click(&mut harness, "Previous match");
    harness.get_by_label(&format!("{count} of {count}"));
    press(&mut harness, Key::Escape);
    click(&mut harness, "Show the whole record");
    assert!(!says(&harness, &format!(" of {count}")));
}

#[test]
fn the_record_is_narrowed_by_kind_member_issue_and_outcome() {
    let mut harness = chamber();
    press(&mut harness, Key::End);
    click(&mut harness, "Record");
    let entries = |harness: &Window| {
        let node = named(harness, Role::Label, " entr");
        let words = node.accesskit_node().value().unwrap();
        words.split(' ').next().and_then(|count| count.parse::<usize>().ok()).unwrap()
    };
    let all = entries(&harness);
    let title = {
        let scenario = session(&harness).scenario();
        scenario.outcomes[scenario.order.outcomes[0]].title.clone()
    };
    let issue = {
        let scenario = session(&harness).scenario();
        scenario.issues[scenario.order.issues[0]].name.clone()
    };
    for (filter, option) in
        [("kind", "Statements"), ("member", "Japan"), ("issue", &issue), ("outcome", &title)]
    {
        click(&mut harness, &format!("Filter: {filter}"));
        let options = harness.query_all(By::new().role(Role::Button).label(option));
        options.into_iter().last().expect("it can be chosen").click_accesskit();
        harness.run();
        let found = entries(&harness);
        assert!(found > 0 && found < all, "{filter}: {found} of {all}");
        click(&mut harness, "Show the whole record");
        assert_eq!(entries(&harness), all);
    }
}

#[test]
fn what_is_copied_carries_its_mark() {
    let mut harness = chamber();
    statement(&mut harness);
    click(&mut harness, "Record");
    let copies = harness.query_all_by_label("Copy the entry");
    copies.into_iter().last().expect("the record has entries").click();
    let copied = copied(&mut harness).expect("something was copied");
    assert!(copied.contains("Simulated; not a statement by"), "{copied}");
}

#[test]
fn words_that_are_chosen_by_hand_are_copied_with_their_mark_too() {
    let mut harness = chamber();
    statement(&mut harness);
    let text = session(&harness).entries().iter().rev().find_map(|entry| match entry.kind {
        EntryKind::Statement { .. } => Some(entry.text.clone()),
        _ => None,
    });
    let place = harness.get_by_label(&text.expect("a statement was made")).rect();
    let (from, to) = (place.min + vec2(2.0, 8.0), place.min + vec2(400.0, 8.0));
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    let moved = Event::PointerMoved;
    for event in [moved(from), button(from, true), moved(to), button(to, false), Event::Copy] {
        harness.event(event);
    }
    let copied = copied(&mut harness).expect("something was copied");
    assert!(copied.contains("\n\nSimulated; not a statement by"), "{copied}");
    assert!(copied.len() < 200, "{copied}");
}

/// What is copied in the next frames.
fn copied(harness: &mut Window) -> Option<String> {
    (0..8).find_map(|_| {
        harness.step();
        harness.output().platform_output.commands.iter().find_map(|it| match it {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
    })
}

#[test]
fn each_turn_is_announced() {
    let mut harness = chamber();
    let announced = |harness: &Window| {
        let live = harness
            .query_all(By::new())
            .filter(|node| node.accesskit_node().data().live() == Some(Live::Polite));
        let words: Vec<String> = live.filter_map(|node| node.accesskit_node().value()).collect();
        assert_eq!(words.len(), 1, "{words:?}");
        words[0].clone()
    };
    assert_eq!(announced(&harness), "The debate has not begun.");
    let mut before = String::new();
    for _ in 0..8 {
        press(&mut harness, Key::ArrowRight);
        let now = announced(&harness);
        assert!(now.contains(", simulated: ") && now != before, "{now}");
        before = now;
    }
}

#[test]
fn both_books_stand_side_by_side_where_there_is_room() {
    let mut harness = sized([1920.0, 1080.0]);
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::End);
    click(&mut harness, "Record");
    assert!(says(&harness, "Not in the record of the meeting"));
    let mut harness = chamber();
    click(&mut harness, "Record");
    assert!(!says(&harness, "Not in the record of the meeting"));
}

/// A scenario with so many members, whose names are as long as names of States are.
fn council(members: usize) -> String {
    const ENDS: [&str; 4] = ["", " Islands", " and the Outer Rocks", " (United Republic of)"];
    let letter = |at: usize| char::from(b'a' + u8::try_from(at % 26).unwrap_or_default());
    let mut all = Vec::new();
    for at in 0..members {
        let first = letter(at / 8).to_ascii_uppercase();
        let (second, third, end) = (letter(at * 5), letter(at * 11 + 3), ENDS[at % ENDS.len()]);
        let (position, salience) = (at * 37 % 101, 20 + at * 13 % 80);
        all.push(format!(
            "\"M{at:03}\": Member(name: \"{first}{second}{third}elin{end}\", seat: Elected, \
             stances: {{ \"light\": Stance(position: {position}, salience: {salience}) }}),\n"
        ));
    }
    let all = all.concat();
    format!(
        "Scenario(format: 1, title: \"A large hall\", summary: \"Invented.\", date: \"2035-05-07\",
        body: \"Hall\", issues: {{ \"light\": Issue(name: \"Safety at night\", low: \"A dark coast\",
        high: \"A lighthouse\", status_quo: 15) }},
        members: {{ {all} }}, president: \"M003\",
        outcomes: {{ \"house\": Outcome(title: \"A lighthouse\", form: Resolution, sponsors: [\"M001\"],
        aims: {{ \"light\": Aim(position: 60) }}) }},
        rules: Rules(forms: {{ Resolution: Vote(threshold: MoreThan(1, 2), base: Members, veto: false) }}),
        program: [Opening, MembersStatements(order: Alphabet, president: Last), Closing, Action])"
    )
}

#[test]
fn placards_never_overlap_from_five_to_nearly_two_hundred_members() {
    let folder = std::env::temp_dir().join(format!("horseshoe-large-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for members in [5, 15, 30, 40, 193] {
        let path = folder.join(format!("of-{members}.ron"));
        std::fs::write(&path, council(members)).unwrap();
        for size in [[1280.0, 800.0], [1920.0, 1080.0], [3840.0, 2160.0]] {
            let mut harness = sized(size);
            harness.state().send(Command::Open(Source::Path(path.clone())));
            settle(&mut harness);
            harness.state().send(Command::Show(Screen::Chamber));
            harness.state().send(Command::Playback(PlaybackCommand::Seek(6)));
            harness.run();
            let seats: Vec<_> = harness
                .query_all(By::new().role(Role::Button).label_contains("elin"))
                .map(|node| node.rect())
                .collect();
            assert_eq!(seats.len(), members, "{size:?}");
            for (at, seat) in seats.iter().enumerate() {
                let meets = seats[at + 1..].iter().any(|other| other.intersects(*seat));
                assert!(!meets, "seat {at} of {members} at {size:?}");
            }
        }
    }
    std::fs::remove_dir_all(folder).unwrap();
}
