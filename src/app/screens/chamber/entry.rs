//! One entry of the record: its turn, who speaks, the words with what is searched for in them, its mark.

use std::ops::Range;

use eframe::egui::{Color32, Label, Rect, Ui, text::LayoutJob, vec2};

use crate::app::context::ViewCtx;
use crate::app::marks;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, paragraph, rich, size, space};
use crate::app::widgets::{Icon, described, figure, icon_button};
use crate::session::Session;
use crate::text::{Entry, EntryKind};

use super::found::Found;
use super::record;
use super::why::turn_of;

/// Room for the number of the turn.
const GUTTER: f32 = 44.0;
/// Room for the button that copies.
const BUTTON: f32 = 30.0;
/// The mean width of a letter, from which heights are estimated.
const LETTER: f32 = 6.8;

/// So many words tell an entry from others.
const WORDS: usize = 12;

/// Where words searched for stand in an entry.
#[derive(Debug, Default)]
pub(super) struct Marked {
    hits: Vec<Range<usize>>,
    /// The one that is looked at.
    current: Option<Range<usize>>,
}

impl Marked {
    /// Those in the entry at `place` of what was found.
    pub(super) fn of(found: &Found, place: usize, current: Option<&(usize, Range<usize>)>) -> Self {
        let from = found.hits.partition_point(|hit| hit.0 < place);
        let hits = found.hits[from..].iter().take_while(|hit| hit.0 == place);
        let current = current.filter(|hit| hit.0 == place).map(|hit| hit.1.clone());
        Self { hits: hits.map(|hit| hit.1.clone()).collect(), current }
    }
}

/// About how high an entry is that has not been drawn yet.
pub(super) fn estimate(entry: &Entry, width: f32) -> f32 {
    let room = words_width(width).max(80.0);
    let rows = (entry.text.chars().count() as f32 * LETTER / room).ceil().max(1.0);
    let around = match entry.kind {
        EntryKind::Heading => return 26.0,
        EntryKind::Proceedings => 8.0,
        EntryKind::President => 28.0,
        EntryKind::Statement { .. } => 48.0,
    };
    rows * Text::Body.line_height() + around
}

fn words_width(width: f32) -> f32 {
    (width - GUTTER - BUTTON - space::S).min(size::MEASURE + 80.0)
}

/// Draws the entry. Returns where the match stands that is looked at, if it is in this entry.
pub(super) fn entry(
    ctx: ViewCtx<'_>,
    session: &Session,
    (entry, marked): (&Entry, &Marked),
    ui: &mut Ui,
) -> Option<Rect> {
    ui.spacing_mut().item_spacing = vec2(0.0, 2.0);
    if entry.kind == EntryKind::Heading {
        ui.add_space(space::XS);
        ui.horizontal(|ui| {
            ui.spacing_mut().interact_size.y = 18.0;
            ui.add_space(GUTTER);
            ui.label(rich(&entry.text, Text::SmallStrong, ctx.tokens.text_weak));
        });
        return None;
    }
    marks::shows(ui.ctx(), &entry.text, &mark(entry));
    let width = words_width(ui.available_width());
    let mut at = None;
    ui.horizontal_top(|ui| {
        gutter(ctx, session, entry, ui);
        ui.vertical(|ui| {
            ui.set_width(width);
            at = words(ctx, session, (entry, marked), ui);
        });
        let copy = icon_button(ui, ctx.tokens, Icon::Copy, "Copy the entry");
        described(&copy, &beginning(entry));
        if copy.clicked() {
            ui.ctx().copy_text(copied(session, entry));
        }
    });
    ui.add_space(space::XS);
    at
}

/// The first words of an entry: enough to tell it from those beside it.
fn beginning(entry: &Entry) -> String {
    let words: Vec<&str> = entry.text.split_whitespace().collect();
    let first = words[..words.len().min(WORDS)].join(" ");
    if words.len() > WORDS { format!("{first} …") } else { first }
}

/// The number of the turn, to go there.
fn gutter(ctx: ViewCtx<'_>, session: &Session, entry: &Entry, ui: &mut Ui) {
    let Some(turn) = turn_of(session, entry.event) else {
        ui.add_space(GUTTER);
        return;
    };
    ui.scope(|ui| {
        ui.set_width(GUTTER);
        ui.vertical(|ui| {
            ui.add_space(2.0);
            let name = format!("Go to turn {turn}");
            let words = (Text::Small, ctx.tokens.accent);
            let number = figure(ui, ctx.tokens, &turn.to_string(), words, &name);
            described(&number, &beginning(entry));
            if number.clicked() {
                record::seek(ctx, session, entry);
            }
        });
    });
}

fn words(
    ctx: ViewCtx<'_>,
    session: &Session,
    (entry, marked): (&Entry, &Marked),
    ui: &mut Ui,
) -> Option<Rect> {
    let mut color = ctx.tokens.text;
    match &entry.kind {
        EntryKind::Proceedings | EntryKind::Heading => color = ctx.tokens.text_weak,
        EntryKind::President | EntryKind::Statement { .. } => {
            ui.label(rich(who(session, entry), Text::BodyStrong, color));
        }
    }
    let job = highlighted(ctx, &entry.text, (marked, color), ui.available_width());
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let response = ui.add(Label::new(galley.clone()).selectable(true));
    let at = marked.current.as_ref().map(|hit| {
        let before = entry.text[..hit.start].chars().count();
        let cursor = eframe::egui::text::CCursor::new(before);
        galley.pos_from_cursor(cursor).translate(response.rect.min.to_vec2())
    });
    if let EntryKind::Statement { marks, .. } = &entry.kind {
        let marks = rich(marks.join(". "), Text::Small, ctx.tokens.text_weak);
        ui.add(Label::new(marks).wrap());
    }
    at
}

/// "Japan (simulated)".
fn who(session: &Session, entry: &Entry) -> String {
    match entry.kind {
        EntryKind::Statement { speaker, .. } => {
            let name = &session.scenario().members[speaker].name.short;
            format!("{} (simulated)", upper_first(name))
        }
        EntryKind::President => "The President (simulated)".to_owned(),
        EntryKind::Proceedings | EntryKind::Heading => String::new(),
    }
}

/// The words with the matches on a ground of their own; the one looked at in the accent.
fn highlighted(
    ctx: ViewCtx<'_>,
    text: &str,
    (marked, color): (&Marked, Color32),
    width: f32,
) -> LayoutJob {
    let plain = paragraph(text, Text::Body, color, (width, usize::MAX));
    if marked.hits.is_empty() {
        return plain;
    }
    let format = plain.sections[0].format.clone();
    let mut job = LayoutJob { text: String::new(), sections: Vec::new(), ..plain };
    let mut told = 0;
    for hit in &marked.hits {
        job.append(&text[told..hit.start], 0.0, format.clone());
        let mut lit = format.clone();
        if marked.current.as_ref() == Some(hit) {
            lit.background = ctx.tokens.accent;
            lit.color = ctx.tokens.on_accent;
        } else {
            lit.background = ctx.tokens.selection;
        }
        job.append(&text[hit.clone()], 0.0, lit);
        told = hit.end;
    }
    job.append(&text[told..], 0.0, format);
    job
}

/// What must stand beside the text of an entry wherever it goes.
fn mark(entry: &Entry) -> String {
    match &entry.kind {
        EntryKind::Statement { marks, .. } => marks.join("\n"),
        _ => marks::SIMULATED_RECORD.to_owned(),
    }
}

/// The entry as it is copied, with its mark.
fn copied(session: &Session, entry: &Entry) -> String {
    let who = who(session, entry);
    let who = if who.is_empty() { who } else { format!("{who}: ") };
    format!("{who}{}\n\n{}", entry.text, mark(entry))
}
