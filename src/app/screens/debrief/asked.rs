//! The turns that mattered most in a debate that was played: asked before they are told.

use std::collections::BTreeSet;

use eframe::egui::{Button, Role, TextEdit, Ui, WidgetInfo};

use crate::app::command::{Command, PlaybackCommand, SeatCommand};
use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, space};
use crate::app::widgets::{framed, named, ringed, section};
use crate::session::{BranchId, Session};

use super::reading::Reading;
use super::turning::{Row, surprising, told as told_rows};
use super::{body, weak};

/// How many turns are asked.
const ASKED: usize = 3;

/// The turns that have been told: in which branch, and the number of the first event.
pub(super) type Told = BTreeSet<(BranchId, usize)>;

/// Draws them; the others follow once these have been told.
pub(super) fn asked(
    ctx: ViewCtx<'_>,
    (session, reading): (&Session, &Reading),
    told: &mut Told,
    ui: &mut Ui,
) {
    let Some(rows) = reading.turning() else {
        return weak(ctx, "Being worked out…", ui);
    };
    if rows.is_empty() {
        let text = "No turn changed the chance of adoption of any text by 2 points or more.";
        weak(ctx, text, ui);
        return surprising(ctx, reading, ui);
    }
    let text = "These turns changed the chance that a text is adopted most, as the model reckons \
                it from private positions. Think first: what would you have done? Then let it be \
                told what each of them changed.";
    weak(ctx, text, ui);
    ui.add_space(space::XS);
    let (first, others) = rows.split_at(rows.len().min(ASKED));
    let branch = session.current().id();
    for row in first {
        ui.push_id(row.event, |ui| one(ctx, (session, row), told, ui));
    }
    if first.iter().any(|row| !told.contains(&(branch, row.event))) {
        return;
    }
    if !others.is_empty() {
        ui.add_space(space::M);
        section(ui, ctx.tokens, "Others that moved it", None);
        told_rows(ctx, others, ui);
    }
    surprising(ctx, reading, ui);
}

fn one(ctx: ViewCtx<'_>, (session, row): (&Session, &Row), told: &mut Told, ui: &mut Ui) {
    let key = (session.current().id(), row.event);
    framed(ui, ctx.tokens, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        let name = upper_first(&row.name);
        let head = ui.label(rich(&name, Text::BodyStrong, ctx.tokens.text));
        head.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &name));
        thought(ctx, (session, row), ui);
        let is_told = told.contains(&key);
        if is_told {
            body(ctx, &row.sentences.replace(" %", "\u{a0}%"), ui);
        }
        ui.horizontal(|ui| {
            if !is_told && act(ctx, "Tell me", &format!("what turn {} changed", row.turns), ui) {
                told.insert(key);
            }
            let again = format!("before turn {}", row.turns);
            if session.play_of().is_some() && act(ctx, "Try again from there,", &again, ui) {
                // Before the first turn nobody has taken a seat yet.
                let before = PlaybackCommand::Seek(row.turns.saturating_sub(1).max(1));
                ctx.send(Command::Playback(before));
                ctx.send(Command::Seat(SeatCommand::TryAgain));
            }
        });
    });
}

/// A button whose name goes on after what is written on it.
fn act(ctx: ViewCtx<'_>, words: &str, more: &str, ui: &mut Ui) -> bool {
    let shown = words.trim_end_matches(',');
    let button = ui.add(Button::new(rich(shown, Text::Body, ctx.tokens.text)));
    named(&button, &format!("{words} {more}"));
    ringed(ui, ctx.tokens, button).clicked()
}

/// What one would have done, kept as it is typed.
fn thought(ctx: ViewCtx<'_>, (session, row): (&Session, &Row), ui: &mut Ui) {
    ui.label(rich("What would you have done?", Text::Small, ctx.tokens.text_weak));
    let thoughts = &session.papers().thoughts;
    let before = thoughts.iter().find(|(event, _)| *event == row.event);
    let before = before.map_or("", |(_, words)| words.as_str());
    let mut words = before.to_owned();
    let edit = TextEdit::multiline(&mut words).desired_rows(2).desired_width(f32::INFINITY);
    let edit = ui.add(edit);
    named(&edit, &format!("What would you have done at turn {}?", row.turns));
    if words != before {
        let mut papers = session.papers().clone();
        papers.thoughts.retain(|(event, _)| *event != row.event);
        if !words.is_empty() {
            papers.thoughts.push((row.event, words));
        }
        ctx.send(Command::Seat(SeatCommand::Papers(Box::new(papers))));
    }
}
