//! What is on screen can be read: no text is cut at its sides, none ends in an ellipsis.

use eframe::egui::{
    Key, Rect, Shape,
    epaint::{TextShape, text::PlacedRow},
};
use egui_kittest::Harness;
use horseshoe::app::{App, Command, PlaybackCommand, Screen};

use super::{press, session, sized};

/// Every text on screen with the part of the screen it may be drawn on.
fn texts(harness: &Harness<'static, App>) -> Vec<(Rect, TextShape)> {
    fn collect(clip: Rect, shape: &Shape, found: &mut Vec<(Rect, TextShape)>) {
        match shape {
            Shape::Text(text) => found.push((clip, text.clone())),
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(clip, shape, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for clipped in &harness.output().shapes {
        collect(clipped.clip_rect, &clipped.shape, &mut found);
    }
    found
}

pub(super) fn assert_legible(harness: &Harness<'static, App>, place: &str) {
    for (clip, text) in texts(harness) {
        let rect = text.galley.rect.translate(text.pos.to_vec2());
        let words = text.galley.text();
        if !clip.intersects(rect) {
            continue;
        }
        let cut = rect.left() < clip.left() - 1.0 || rect.right() > clip.right() + 1.0;
        assert!(!cut, "cut at its side: {words:?} at {rect:?} within {clip:?}, {place}");
        assert!(!text.galley.elided, "ends in an ellipsis: {words:?}, {place}");
    }
}

/// The rows of a text, each from its first letter on: a row may begin behind another text.
fn rows(text: &TextShape) -> Vec<(Rect, String)> {
    let row = |row: &PlacedRow| {
        let first = row.glyphs.first().map_or(0.0, |glyph| glyph.pos.x);
        let rect = row.rect();
        let rect = rect.with_min_x(rect.left() + first).translate(text.pos.to_vec2());
        (rect, row.glyphs.iter().map(|glyph| glyph.chr).collect())
    };
    text.galley.rows.iter().map(row).collect()
}

/// No two texts lie on one another, as far as they are in view.
pub(super) fn assert_apart(harness: &Harness<'static, App>, place: &str) {
    let shown: Vec<(Rect, String)> = texts(harness)
        .into_iter()
        .flat_map(|(clip, text)| rows(&text).into_iter().map(move |row| (clip, row)))
        .map(|(clip, (rect, words))| (rect.intersect(clip), words))
        .filter(|(rect, words)| rect.is_positive() && !words.trim().is_empty())
        .collect();
    for (at, (rect, words)) in shown.iter().enumerate() {
        for (other, others) in &shown[at + 1..] {
            // Rows stand close: what counts is that letters do.
            let shared = rect.shrink(2.0).intersect(other.shrink(2.0));
            assert!(!shared.is_positive(), "{words:?} lies on {others:?}: {shared:?}, {place}");
        }
    }
}

#[test]
fn every_screen_is_legible_at_the_sizes_people_have() {
    for size in [[1180.0, 760.0], [1280.0, 800.0], [1920.0, 1080.0]] {
        let mut harness = sized(size);
        assert_legible(&harness, &format!("library at {size:?}"));
        press(&mut harness, Key::Enter);
        assert_legible(&harness, &format!("briefing at {size:?}"));
        for _ in 0..60 {
            press(&mut harness, Key::PageDown);
            assert_legible(&harness, &format!("briefing further down at {size:?}"));
        }
        harness.state().send(Command::Show(Screen::About));
        harness.run();
        assert_legible(&harness, &format!("about at {size:?}"));
    }
}

#[test]
fn every_turn_is_legible() {
    for size in [[1180.0, 760.0], [1280.0, 800.0], [1920.0, 1080.0]] {
        let mut harness = sized(size);
        press(&mut harness, Key::Enter);
        press(&mut harness, Key::Enter);
        for turn in 0..=session(&harness).turns().len() {
            harness.state().send(Command::Playback(PlaybackCommand::Seek(turn)));
            harness.run();
            assert_legible(&harness, &format!("turn {turn} at {size:?}"));
        }
        for tab in ["Record", "Outside the chamber", "Results"] {
            super::click(&mut harness, tab);
            assert_legible(&harness, &format!("{tab} at {size:?}"));
        }
    }
}

#[test]
fn the_panel_below_the_table_keeps_its_place_from_turn_to_turn() {
    use egui_kittest::kittest::Queryable as _;
    let mut harness = sized([1280.0, 800.0]);
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::Enter);
    let top = |harness: &Harness<'static, App>| harness.get_by_label("This turn").rect().top();
    let before = top(&harness);
    for turn in 0..=session(&harness).turns().len() {
        harness.state().send(Command::Playback(PlaybackCommand::Seek(turn)));
        harness.run();
        assert!((top(&harness) - before).abs() < 0.5, "turn {turn}: {}", top(&harness));
    }
}
