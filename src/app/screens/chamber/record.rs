//! The record so far, and beside it what happened outside the chamber.

use eframe::egui::{Align2, Button, Frame, Margin, ScrollArea, TextEdit, Ui, vec2};

use crate::app::command::{Command, PlaybackCommand};
use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, radius, rich, size, space};
use crate::app::widgets::{link, prose};
use crate::council::DelegationId;
use crate::debate::Book;
use crate::scenario::Scenario;
use crate::session::Session;
use crate::text::{Entry, EntryKind};

/// What the record is narrowed to.
#[derive(Debug)]
pub(super) struct Filter<'a> {
    pub(super) search: &'a mut String,
    pub(super) delegation: &'a mut Option<DelegationId>,
}

/// Draws the verbatim record; the newest entry is in view when the debate has `turned`.
pub(super) fn record(
    ctx: ViewCtx<'_>,
    session: &Session,
    filter: Filter<'_>,
    turned: bool,
    ui: &mut Ui,
) {
    let scenario = session.scenario();
    let Filter { search, delegation } = filter;
    let count = {
        let shown = shown(session, Book::Record, search, *delegation);
        shown.iter().filter(|entry| entry.kind != EntryKind::Heading).count()
    };
    ui.horizontal(|ui| {
        let height = ui.spacing().interact_size.y;
        let field = TextEdit::singleline(search)
            .hint_text("Search the record")
            .align(Align2::LEFT_CENTER)
            .min_size(vec2(0.0, height));
        ui.add(field.desired_width(220.0)).accessible_name("Search the record");
        if let Some(who) = *delegation {
            let name = upper_first(&scenario.members[who].name.in_sentence());
            if ui.add(Button::new(format!("Only {name} ×"))).clicked() {
                *delegation = None;
            }
        }
        let words = if count == 1 { "1 entry".to_owned() } else { format!("{count} entries") };
        ui.label(rich(words, Text::Small, ctx.tokens.text_weak));
    });
    let entries = shown(session, Book::Record, search, *delegation);
    let filtered = !search.trim().is_empty() || delegation.is_some();
    let scroll = ScrollArea::vertical().id_salt("record").auto_shrink([false, false]);
    scroll.show(ui, |ui| {
        if entries.is_empty() {
            let text = if filtered {
                "Nothing in the record so far is like that."
            } else {
                "The record begins when the meeting is called to order."
            };
            ui.label(rich(text, Text::Body, ctx.tokens.text_weak));
        }
        let last = entries.len().saturating_sub(1);
        for (at, entry) in entries.into_iter().enumerate() {
            let top = ui.cursor().min;
            self::entry(ctx, session, entry, ui);
            if turned && !filtered && at == last {
                let rect = eframe::egui::Rect::from_min_size(top, vec2(1.0, 40.0));
                ui.scroll_to_rect(rect, Some(eframe::egui::Align::Min));
            }
            ui.add_space(space::XS);
        }
    });
}

/// Draws what happened outside the chamber, on a ground of its own.
pub(super) fn outside(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let text = "Not in the record of the meeting: drafts, signatures and consultations. Simulated.";
    ui.label(rich(text, Text::Small, ctx.tokens.text_weak));
    ground(ctx, ui, |ui| {
        let scroll = ScrollArea::vertical().id_salt("outside").auto_shrink([false, false]);
        scroll.stick_to_bottom(true).show(ui, |ui| {
            let entries = shown(session, Book::Outside, "", None);
            if entries.is_empty() {
                let text = "Nothing has happened outside the chamber so far.";
                ui.label(rich(text, Text::Body, ctx.tokens.text_weak));
            }
            for entry in entries {
                self::entry(ctx, session, entry, ui);
                ui.add_space(space::XS);
            }
        });
    });
}

/// The ground on which things outside the chamber stand, apart from the record.
pub(super) fn ground(ctx: ViewCtx<'_>, ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    Frame::new()
        .fill(ctx.tokens.reservations_fill)
        .corner_radius(radius::M)
        .inner_margin(Margin::symmetric(14, 10))
        .show(ui, contents);
}

fn shown<'a>(
    session: &'a Session,
    book: Book,
    search: &str,
    delegation: Option<DelegationId>,
) -> Vec<&'a Entry> {
    let scenario = session.scenario();
    let search = search.trim().to_lowercase();
    let fits = |entry: &&Entry| {
        let by = delegation.is_none_or(|who| speaker(entry) == Some(who));
        entry.book == book && by && contains(scenario, entry, &search)
    };
    session.entries().iter().filter(fits).collect()
}

const fn speaker(entry: &Entry) -> Option<DelegationId> {
    match entry.kind {
        EntryKind::Statement { speaker, .. } => Some(speaker),
        _ => None,
    }
}

fn contains(scenario: &Scenario, entry: &Entry, search: &str) -> bool {
    let name = speaker(entry).map(|who| scenario.members[who].name.short.to_lowercase());
    search.is_empty()
        || entry.text.to_lowercase().contains(search)
        || name.is_some_and(|name| name.contains(search))
}

fn entry(ctx: ViewCtx<'_>, session: &Session, entry: &Entry, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 2.0;
    let text = |ui: &mut Ui, color| {
        prose(ui, &entry.text, (Text::Body, color), size::MEASURE + 80.0);
    };
    match &entry.kind {
        EntryKind::Heading => {
            ui.add_space(space::XS);
            ui.label(rich(&entry.text, Text::SmallStrong, ctx.tokens.text_weak));
        }
        EntryKind::Proceedings => text(ui, ctx.tokens.text_weak),
        EntryKind::President => {
            let who = "The President (simulated)";
            ui.label(rich(who, Text::BodyStrong, ctx.tokens.text));
            text(ui, ctx.tokens.text);
        }
        EntryKind::Statement { speaker, marks, .. } => {
            let name = upper_first(&session.scenario().members[*speaker].name.short);
            if link(ui, ctx.tokens, &format!("{name} (simulated)")).clicked() {
                let event = entry.event - 1;
                let turn = session.turns().iter().position(|turn| turn.events.contains(&event));
                if let Some(turn) = turn {
                    ctx.send(Command::Playback(PlaybackCommand::Seek(turn + 1)));
                }
            }
            text(ui, ctx.tokens.text);
            ui.label(rich(marks.join(". "), Text::Small, ctx.tokens.text_weak));
        }
    }
}
