//! Each widget is found by its name and works by pointer, keyboard and screen reader.

use eframe::egui::{Key, Rect, Role, Ui, pos2, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};

use crate::app::theme::{self, Motion, Text};

use super::*;

/// Draws with the theme, over a state to look at afterwards.
fn harness<'a, State: 'a>(
    draw: impl FnMut(&mut Ui, &mut State) + 'a,
    state: State,
) -> Harness<'a, State> {
    let mut harness = Harness::builder()
        .with_size([700.0, 400.0])
        .with_max_steps(16)
        .with_context_setup(|ctx| theme::apply(ctx, Motion::Reduced))
        .build_ui_state(draw, state);
    harness.run();
    harness
}

/// Moves the keyboard to the named widget and presses a key there.
fn press<State>(harness: &mut Harness<'_, State>, name: &str, key: Key) {
    harness.get_by_label(name).focus();
    harness.run();
    harness.key_press(key);
    harness.run();
}

/// Clicks the named widget, then presses Enter on it; counts what it reports.
fn works_by_click_and_key(name: &str, draw: impl Fn(&mut Ui) -> bool) {
    let mut harness = harness(|ui, count: &mut u32| *count += u32::from(draw(ui)), 0);
    harness.get_by_label(name).click();
    harness.run();
    assert_eq!(*harness.state(), 1, "{name} by click");
    press(&mut harness, name, Key::Enter);
    assert_eq!(*harness.state(), 2, "{name} by Enter");
    assert!(harness.get_by_label(name).is_focused());
}

fn council(members: usize) -> Council {
    Council { seats: vec![Seat::default(); members], spreads: vec![[0.1, 0.9, 0.4]] }
}

#[test]
fn buttons_links_chips_and_cards_work_by_click_and_key() {
    works_by_click_and_key("Copy", |ui| {
        icon_button(ui, theme::tokens(ui), Icon::Copy, "Copy").clicked()
    });
    works_by_click_and_key("Why?", |ui| link(ui, theme::tokens(ui), "Why?").clicked());
    works_by_click_and_key("Start", |ui| primary_button(ui, theme::tokens(ui), "Start").clicked());
    works_by_click_and_key("opposes it", |ui| {
        chip(ui, theme::tokens(ui), "opposes it", ChipKind::Stance(Stance::Opposed)).clicked()
    });
    let picture = CardPicture::Council(council(15));
    let it = Card {
        title: "A debate",
        meta: "15 members",
        summary: "Of what",
        selected: false,
        picture: &picture,
        action: Some("Copy it"),
    };
    works_by_click_and_key("A debate. 15 members", |ui| {
        card(ui, theme::tokens(ui), &it, vec2(360.0, 240.0)).card.clicked()
    });
    works_by_click_and_key("Copy it: A debate", |ui| {
        card(ui, theme::tokens(ui), &it, vec2(360.0, 240.0))
            .action
            .is_some_and(|action| action.clicked())
    });
}

#[test]
fn notices_and_empty_states_offer_their_action() {
    let it = Notice {
        severity: Severity::Warning,
        text: "A problem",
        actions: &["Show", "Leave it"],
        closes: true,
    };
    for (at, name) in it.actions.iter().enumerate() {
        works_by_click_and_key(name, |ui| {
            notice(ui, theme::tokens(ui), &it) == Some(NoticeClick::Action(at))
        });
    }
    works_by_click_and_key("Dismiss", |ui| {
        notice(ui, theme::tokens(ui), &it) == Some(NoticeClick::Dismiss)
    });
    let it =
        EmptyState { icon: Icon::Folder, title: "Nothing", text: "Yet.", action: Some("Open…") };
    works_by_click_and_key("Open…", |ui| {
        empty_state(ui, theme::tokens(ui), &it).is_some_and(|action| action.clicked())
    });
}

#[test]
fn a_placard_says_what_it_shows() {
    let it = Placard {
        name: "Malta",
        stance: Stance::InFavor,
        evidence: Evidence::Inferred,
        speaking: true,
        selected: true,
        president: true,
    };
    let face = Face { text: Text::Body, text_width: 120.0, rows: 1, padding: vec2(8.0, 4.0) };
    let rect = Rect::from_min_size(pos2(30.0, 30.0), vec2(100.0, 30.0));
    let name = "Malta, in favour, inferred, President, speaking";
    works_by_click_and_key(name, |ui| placard(ui, theme::tokens(ui), rect, face, &it).clicked());
}

#[test]
fn tabs_tell_which_is_current() {
    let tabs = ["Library", "Chamber"];
    let mut harness = harness(
        |ui, current: &mut usize| {
            if let Some(asked) = tab_bar(ui, theme::tokens(ui), &tabs, (*current, TabSize::Bar)) {
                *current = asked;
            }
        },
        0,
    );
    harness.get_by_role_and_label(Role::Tab, "Chamber").click();
    harness.run();
    assert_eq!(*harness.state(), 1);
    press(&mut harness, "Library", Key::Space);
    assert_eq!(*harness.state(), 0);
}

#[test]
fn the_transport_asks_for_what_its_buttons_say() {
    let it = Transport { playing: false, can_go_back: true, can_go_on: true, speed: 1.0 };
    for (name, asked) in [
        ("To the start", TransportClick::ToStart),
        ("Back", TransportClick::Back),
        ("Play", TransportClick::Play),
        ("Step", TransportClick::Step),
        ("To the end", TransportClick::ToEnd),
        ("Speed 1 times", TransportClick::NextSpeed),
    ] {
        works_by_click_and_key(name, |ui| transport(ui, theme::tokens(ui), &it) == Some(asked));
    }
}

#[test]
fn at_the_start_there_is_no_way_back() {
    let it = Transport { playing: true, can_go_back: false, can_go_on: true, speed: 1.0 };
    let harness = harness(|ui, asked| *asked = transport(ui, theme::tokens(ui), &it), None);
    assert!(harness.get_by_label("Back").accesskit_node().is_disabled());
    assert!(!harness.get_by_label("Pause").accesskit_node().is_disabled());
}

/// A timeline of 20 turns that follows what is asked of it.
fn timeline_at(position: usize) -> Harness<'static, usize> {
    harness(
        |ui, position: &mut usize| {
            let stages = [(0, "Opening"), (10, "Action")];
            let markers = [Marker { at: 3, kind: MarkerKind::Statement }];
            let it = Timeline {
                turns: 20,
                position: *position,
                reached: 20,
                stages: &stages,
                markers: &markers,
            };
            if let (_, Some(asked)) = timeline(ui, theme::tokens(ui), &it) {
                *position = asked;
            }
        },
        position,
    )
}

#[test]
fn a_click_on_the_timeline_seeks() {
    let mut harness = timeline_at(4);
    harness.get_by_role(Role::Slider).click();
    harness.run();
    assert_eq!(*harness.state(), 10);
}

#[test]
fn the_timeline_moves_by_keys_and_stays_within_its_ends() {
    let mut harness = timeline_at(4);
    harness.get_by_role(Role::Slider).focus();
    harness.run();
    for (key, expected) in [
        (Key::ArrowRight, 5),
        (Key::ArrowLeft, 4),
        (Key::ArrowLeft, 3),
        (Key::PageDown, 8),
        (Key::End, 20),
        (Key::ArrowRight, 20),
        (Key::Home, 0),
        (Key::ArrowLeft, 0),
    ] {
        harness.key_press(key);
        harness.run();
        assert_eq!(*harness.state(), expected, "{key:?}");
    }
}

#[test]
fn the_timeline_obeys_a_screen_reader() {
    let mut harness = timeline_at(4);
    harness.get_by_role(Role::Slider).set_value_accesskit(12.0);
    harness.run();
    harness.get_by_role(Role::Slider).increment_accesskit();
    harness.run();
    assert_eq!(*harness.state(), 13);
    assert_eq!(harness.get_by_role(Role::Slider).accesskit_node().numeric_value(), Some(13.0));
}

#[test]
fn what_is_only_shown_is_named_too() {
    let tally = Tally {
        in_favor: 4,
        reservations: 1,
        opposed: 1,
        undeclared: 9,
        needs: Some(9),
        cast: false,
    };
    let harness = harness(
        |ui, ()| {
            let tokens = theme::tokens(ui);
            heading(ui, tokens, "Which debate?");
            section(ui, tokens, "Support", Some("declared"));
            tally_bar(ui, tokens, &tally);
            council_picture(ui, tokens, &council(15), vec2(80.0, 60.0));
            key_hint(ui, tokens, "Space", "play");
            tag(ui, tokens, "veto risk", ChipKind::Warning);
            markdown(ui, tokens, "# Title\n- a **bold** [link](https://example.org)");
        },
        (),
    );
    harness.get_by_role_and_label(Role::Heading, "Which debate?");
    harness.get_by_role_and_label(Role::Meter, &tally.sentence());
    for name in
        ["A council of 15 members", "Space: play", "veto risk", "Support", "bold", "link", "Title"]
    {
        assert!(harness.query_by_label(name).is_some(), "{name}");
    }
}
