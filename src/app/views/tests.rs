//! The views say what was clicked, by pointer and by keyboard.

use eframe::egui::{Key, Role, Theme, Ui, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};

use crate::app::{
    raster::render,
    theme::{self, Motion},
    widgets::{
        ChipKind, Evidence, Stance, Tally, Timeline, Transport, TransportClick, table::Tone,
    },
};

use super::*;

/// Draws a view and keeps the last click.
fn harness<'a, Click: 'a>(
    mut draw: impl FnMut(&mut Ui) -> Option<Click> + 'a,
) -> Harness<'a, Option<Click>> {
    let mut harness = Harness::builder()
        .with_size([800.0, 600.0])
        .with_max_steps(16)
        .with_context_setup(|ctx| theme::apply(ctx, Motion::Reduced))
        .build_ui_state(
            move |ui, last: &mut Option<Click>| {
                if let Some(click) = draw(ui) {
                    *last = Some(click);
                }
            },
            None,
        );
    harness.run();
    harness
}

fn speaker(name: &str, note: &str, floor: Floor) -> SpeakerRow {
    SpeakerRow { name: name.to_owned(), note: note.to_owned(), floor }
}

fn seats() -> Vec<SeatRow> {
    ["China", "France", "Japan", "Malta", "Slovenia"]
        .iter()
        .map(|name| SeatRow {
            name: (*name).to_owned(),
            stance: if *name == "Japan" { Stance::InFavor } else { Stance::Undeclared },
            evidence: Evidence::Stated,
            speaking: *name == "Japan",
            selected: false,
        })
        .collect()
}

fn table_view<'a>(seats: &'a [SeatRow], relations: &'a [RelationRow]) -> TableView<'a> {
    TableView {
        seats,
        president: 3,
        relations,
        title: "Regular briefings",
        rule: "resolution",
        words: "1 in favour",
        guest: None,
        guest_relations: &[],
    }
}

#[test]
fn the_speakers_list_tells_who_has_the_floor() {
    let rows = vec![
        speaker("Republic of Korea", "President", Floor::HasSpoken),
        speaker("Japan", "", Floor::Speaking("speaking".to_owned())),
        speaker("Malta", "", Floor::Next),
        speaker("China", "", Floor::Waiting),
    ];
    let sections = [SpeakersSection { title: "Members".to_owned(), note: String::new(), rows }];
    let view =
        SpeakersView { sections: &sections, clock: "10:42 · 5 minutes each", follow: false };
    let mut harness = harness(|ui| speakers_list(ui, theme::tokens(ui), &view));
    harness.get_by_label("1. Republic of Korea, President, has spoken");
    harness.get_by_label("2. Japan, speaking");
    harness.get_by_label("4. China");
    harness.get_by_label("3. Malta, next").click();
    harness.run();
    assert_eq!(*harness.state(), Some(SpeakersClick { row: (0, 2), opens: false }));
}

#[test]
fn a_seat_at_the_table_is_chosen_by_click_and_by_key() {
    let seats = seats();
    let relations = [RelationRow { from: 2, to: 0, tone: Tone::Commends }];
    let mut harness = harness(|ui| {
        table(ui, theme::tokens(ui), &table_view(&seats, &relations), &|_| Vec::new())
    });
    harness.get_by_label("Malta, not declared, President").click();
    harness.run();
    assert_eq!(*harness.state(), Some(TableClick::Seat(3)));
    harness.get_by_label("Japan, in favour, speaking").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(*harness.state(), Some(TableClick::Seat(2)));
}

#[test]
fn an_outcome_comes_into_focus_by_click_and_by_key() {
    let row = |title: &str| OutcomeRow {
        title: title.to_owned(),
        form: "resolution".to_owned(),
        remark: Remark::Warning("veto risk 92 %".to_owned()),
        detail: String::new(),
        rule: "9 of 15, veto possible".to_owned(),
        tally: Some(Tally { in_favor: 5, undeclared: 10, needs: Some(9), ..Tally::default() }),
        expected: None,
        arithmetic: Vec::new(),
        in_focus: false,
    };
    let rows = [row("First"), row("Second")];
    let view =
        TallyView { outcomes: &rows, more: More::Hidden(5), follow: false, note: "Simulated." };
    let mut harness = harness(|ui| tally(ui, theme::tokens(ui), &view));
    harness.get_by_label_contains("Second, resolution").click();
    harness.run();
    assert_eq!(*harness.state(), Some(TallyClick::Focus(1)));
    harness.get_by_label_contains("First, resolution").focus();
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    assert_eq!(*harness.state(), Some(TallyClick::Focus(0)));
    harness.get_by_label("5 more outcomes").click();
    harness.run();
    assert_eq!(*harness.state(), Some(TallyClick::More));
}

#[test]
fn a_statement_says_that_it_is_simulated() {
    let chips =
        [ChipRow { text: "opposes it".to_owned(), kind: ChipKind::Stance(Stance::Opposed) }];
    let marks = ["Simulated; not a statement by Malta".to_owned()];
    let view = StatementView {
        speaker: "Malta",
        capacity: "the representative (simulated)",
        headline: "Cautioned against it.",
        text: "A longer text.",
        marks: &marks,
        expanded: false,
        chips: &chips,
    };
    let mut harness = harness(|ui| statement(ui, theme::tokens(ui), &view));
    harness.get_by_label("Simulated; not a statement by Malta");
    for (name, click) in [
        ("Copy the statement", StatementClick::Copy),
        ("Read the whole statement", StatementClick::ToggleText),
        ("opposes it", StatementClick::Chip(0)),
    ] {
        harness.get_by_label(name).click();
        harness.run();
        assert_eq!(*harness.state(), Some(click), "{name}");
    }
}

#[test]
fn a_delegation_without_a_seat_speaks_from_the_open_end_of_the_table() {
    let (seats, guest) = (seats(), SeatRow { name: "Estonia".to_owned(), ..seats()[2].clone() });
    let view = TableView {
        guest: Some(&guest),
        guest_relations: &[(0, Tone::Criticizes)],
        ..table_view(&seats, &[])
    };
    let mut harness = harness(|ui| table(ui, theme::tokens(ui), &view, &|_| Vec::new()));
    harness.get_by_label("Estonia, in favour, speaking").click();
    harness.run();
    assert_eq!(*harness.state(), Some(TableClick::Guest));
}

#[test]
fn playback_joins_buttons_and_axis() {
    let view = PlaybackView {
        transport: Transport { playing: false, can_go_back: true, can_go_on: true, speed: 1.0 },
        timeline: Timeline { turns: 10, position: 2, reached: 2, stages: &[], markers: &[] },
        seed: 7,
        is_watched: true,
        note: None,
    };
    let mut harness = harness(|ui| playback(ui, theme::tokens(ui), &view));
    harness.get_by_label("Step").click();
    harness.run();
    assert_eq!(*harness.state(), Some(PlaybackClick::Transport(TransportClick::Step)));
    harness.get_by_role(Role::Slider).click();
    harness.run();
    assert_eq!(*harness.state(), Some(PlaybackClick::Seek(5)));
    // Where there is little room, the rest of the row is left to the menu.
    assert!(harness.query_by_label("New luck").is_none());
    harness.set_size(vec2(1000.0, 600.0));
    harness.run();
    for (name, click) in
        [("New luck", PlaybackClick::NewLuck), ("Copy the seed", PlaybackClick::CopySeed)]
    {
        harness.get_by_label(name).click();
        harness.run();
        assert_eq!(*harness.state(), Some(click), "{name}");
    }
}

#[test]
fn the_bar_leads_to_screens_the_palette_and_the_other_theme() {
    let view = TopBarView {
        title: "A debate",
        meta: "seed 7",
        tabs: &["Library", "Chamber"],
        current: Some(1),
    };
    let mut harness = harness(|ui| top_bar(ui, theme::tokens(ui), &view).0);
    assert_eq!(harness.get_by_label("Chamber").accesskit_node().is_selected(), Some(true));
    for (name, click) in [
        ("Library", TopBarClick::Tab(0)),
        ("Do anything…", TopBarClick::Palette),
        ("Switch between light and dark", TopBarClick::SwitchTheme),
    ] {
        harness.get_by_label(name).click();
        harness.run();
        assert_eq!(*harness.state(), Some(click), "{name}");
    }
}

#[test]
fn a_picture_of_the_table_has_the_asked_size_and_the_same_pixels_each_time() {
    let seats = seats();
    let shoot = || {
        render(
            |ctx| theme::apply(ctx, Motion::Reduced),
            vec2(700.0, 400.0),
            2.0,
            Theme::Dark,
            |ui| {
                table(ui, theme::tokens(ui), &table_view(&seats, &[]), &|_| Vec::new());
            },
        )
    };
    let (first, second) = (shoot(), shoot());
    assert_eq!((first.width, first.height), (1400, 800));
    assert_eq!(first.pixels, second.pixels);
    assert_eq!(first.pixels[0], theme::DARK.background);
}
