//! The bar above the record: words to search for, and what the record is narrowed to.

use eframe::egui::{Align2, ComboBox, Key, TextEdit, Ui, vec2};

use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, radius, rich, space};
use crate::app::widgets::{Icon, focus_ring, icon_button};
use crate::session::Session;

use super::found::{Kind, Narrow};
use super::record::{Reading, count};

const FIELD: f32 = 132.0;
const FILTER: f32 = 72.0;

/// Draws the bar.
pub(super) fn bar(ctx: ViewCtx<'_>, session: &Session, reading: &mut Reading, ui: &mut Ui) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
        ui.spacing_mut().button_padding.x = space::S;
        field(ctx, reading, ui);
        if reading.narrow.is_narrow()
            && icon_button(ui, ctx.tokens, Icon::Close, "Show the whole record").clicked()
        {
            reading.narrow = Narrow::default();
        }
        if !reading.narrow.search.trim().is_empty() {
            matches(ctx, session, reading, ui);
        }
        filters(session, reading, ui);
        if reading.narrow.search.trim().is_empty() {
            ui.label(rich(entries(session, reading), Text::Small, ctx.tokens.text_weak));
        }
    });
}

fn field(ctx: ViewCtx<'_>, reading: &mut Reading, ui: &mut Ui) {
    let height = ui.spacing().interact_size.y;
    let before = reading.narrow.search.clone();
    let field = TextEdit::singleline(&mut reading.narrow.search)
        .hint_text("Search")
        .align(Align2::LEFT_CENTER)
        .min_size(vec2(0.0, height))
        .desired_width(FIELD);
    let response = ui.add(field).accessible_name("Search the record");
    focus_ring(ui, ctx.tokens, &response, radius::M);
    if std::mem::take(&mut reading.wants_keyboard) {
        response.request_focus();
    }
    if reading.narrow.search != before {
        reading.look_at(0);
    }
    // Enter goes from match to match, and stays in the field.
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        let back = ui.input(|input| input.modifiers.shift);
        turn(reading, if back { Way::Previous } else { Way::Next });
        response.request_focus();
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Previous,
    Next,
}

/// To the next match, or the one before; after the last comes the first.
fn turn(reading: &mut Reading, way: Way) {
    let count = reading.found.hits.len();
    if count > 0 {
        let step = if way == Way::Next { 1 } else { count - 1 };
        reading.look_at((reading.hit + step) % count);
    }
}

/// "9 entries".
fn entries(session: &Session, reading: &mut Reading) -> String {
    reading.found.look(session, &reading.narrow);
    let count = count(session, &reading.found);
    if count == 1 { "1 entry".to_owned() } else { format!("{count} entries") }
}

fn matches(ctx: ViewCtx<'_>, session: &Session, reading: &mut Reading, ui: &mut Ui) {
    reading.found.look(session, &reading.narrow);
    reading.hit = reading.hit.min(reading.found.hits.len().saturating_sub(1));
    let words = match reading.found.hits.len() {
        0 => "no match".to_owned(),
        count => format!("{} of {count}", reading.hit + 1),
    };
    ui.label(rich(words, Text::Small, ctx.tokens.text));
    if icon_button(ui, ctx.tokens, Icon::ChevronUp, "Previous match").clicked() {
        turn(reading, Way::Previous);
    }
    if icon_button(ui, ctx.tokens, Icon::ChevronDown, "Next match").clicked() {
        turn(reading, Way::Next);
    }
}

fn filters(session: &Session, reading: &mut Reading, ui: &mut Ui) {
    let scenario = session.scenario();
    let narrow = &mut reading.narrow;
    let kinds = Kind::ALL.map(|kind| (kind, kind.label().to_owned()));
    choice(ui, ("Kind", "All kinds"), kinds.to_vec(), &mut narrow.kind);
    let name = |id| upper_first(&scenario.members[id].name.short);
    let members = scenario.seating().iter().copied().chain(scenario.invited());
    let members = members.map(|id| (id, name(id))).collect();
    choice(ui, ("Member", "All delegations"), members, &mut narrow.delegation);
    let issues = scenario.order.issues.iter();
    let issues = issues.map(|&id| (id, scenario.issues[id].name.clone())).collect();
    choice(ui, ("Issue", "All issues"), issues, &mut narrow.issue);
    let outcomes = scenario.order.outcomes.iter();
    let outcomes = outcomes.map(|&id| (id, scenario.outcomes[id].title.clone())).collect();
    choice(ui, ("Outcome", "All outcomes"), outcomes, &mut narrow.outcome);
}

/// A list from which one thing is chosen, or all.
fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    (name, all): (&str, &str),
    options: Vec<(T, String)>,
    chosen: &mut Option<T>,
) {
    let now = chosen.and_then(|it| options.iter().find(|option| option.0 == it));
    let words = now.map_or_else(|| name.to_owned(), |option| option.1.clone());
    let list = ComboBox::from_id_salt(name).width(FILTER).truncate().selected_text(words);
    let shown = list.show_ui(ui, |ui| {
        ui.selectable_value(chosen, None, all);
        for (value, words) in options {
            ui.selectable_value(chosen, Some(value), words);
        }
    });
    shown.response.accessible_name(format!("Filter: {}", name.to_lowercase()));
}
