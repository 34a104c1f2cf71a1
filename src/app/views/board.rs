//! A hall of more than thirty seats: delegations in columns, each with its sign and its name.

use eframe::egui::{
    Align2, Color32, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    text::LayoutJob, vec2,
};

use crate::app::{
    theme::{Text, Tokens, paragraph, radius, space},
    widgets::{
        Placard, Stance, focus_ring, paint_icon, shortened,
        table::{Board, SeatPos, board, paint_relation},
        turned,
    },
};

use super::table::{
    Pressed, TableClick, TableView, placard_of, pressed, relations_legend, summary,
};

/// Up to so many seats stand around a table.
pub(super) const SEATS_AT_A_TABLE: usize = 30;
/// In narrower cells each letter counts.
const NARROW: f32 = 90.0;
/// From these heights on a cell has names in larger type.
const BODY_FROM: f32 = 24.0;
const LARGE_FROM: f32 = 44.0;
/// From this height on there is room for larger words.
const ROOMY: f32 = 1200.0;
const HEAD: f32 = 42.0;

/// Draws the hall over all the room there is.
pub(super) fn hall(
    ui: &mut Ui,
    tokens: &Tokens,
    view: &TableView<'_>,
    (rect, tip): (Rect, &dyn Fn(Option<usize>) -> Vec<String>),
) -> Option<TableClick> {
    let ground = ui.interact(rect, ui.make_persistent_id("hall"), Sense::hover());
    ground.widget_info(|| WidgetInfo::labeled(Role::Label, true, summary(view)));
    let Board { cells, head, foot } = board(rect, view.seats.len(), HEAD);
    words(ui, tokens, view, head);
    legend(ui, tokens, foot);
    let mut click = None;
    for (index, (row, seat)) in view.seats.iter().zip(&cells).enumerate() {
        let it = placard_of(row, index == view.president);
        let response = cell(ui, tokens, (seat.rect, rect.height() > ROOMY), &it);
        click = pressed(tokens, &response, (row, &|| tip(Some(index))))
            .map(|it| match it {
                Pressed::Chosen => TableClick::Seat(index),
                Pressed::Opened => TableClick::Open(index),
            })
            .or(click);
    }
    let guest = view.guest.map(|row| {
        let size = vec2(280.0, 24.0);
        let place = Rect::from_center_size(pos2(rect.center().x, foot.center().y), size);
        let response = cell(ui, tokens, (place, false), &placard_of(row, false));
        click = pressed(tokens, &response, (row, &|| tip(None)))
            .map(|it| match it {
                Pressed::Chosen => TableClick::Guest,
                Pressed::Opened => TableClick::OpenGuest,
            })
            .or(click);
        SeatPos { rect: place, anchor: place.center_top() }
    });
    let lines = view.relations.iter().filter_map(|it| Some((cells.get(it.from)?, it.to, it.tone)));
    let of_guest = guest
        .iter()
        .flat_map(|from| view.guest_relations.iter().map(move |&(to, tone)| (from, to, tone)));
    for (from, to, tone) in lines.chain(of_guest) {
        if let Some(to) = cells.get(to) {
            paint_relation(ui.painter(), tokens, [from, to], rect.center(), tone);
        }
    }
    relations_legend(ui, tokens, view, foot.translate(vec2(-space::L, -space::S)));
    click
}

/// What is in focus, and what has been declared on it.
fn words(ui: &Ui, tokens: &Tokens, view: &TableView<'_>, head: Rect) {
    // At the right stands the button that opens a page.
    let width = head.width() - 120.0;
    let lay = |text: &str, setting: Text, color: Color32| {
        let job = paragraph(text, setting, color, (width, 1));
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let title = lay(view.title, Text::BodyStrong, tokens.text);
    let below = format!("{} · {}", view.rule, view.words.replace('\n', " · "));
    let below = lay(&below, Text::Small, tokens.text_weak);
    let y = head.top() + title.size().y + 2.0;
    ui.painter().galley(head.min, title, tokens.text);
    ui.painter().galley(pos2(head.left(), y), below, tokens.text_weak);
}

/// What the signs say, at the right of the foot.
fn legend(ui: &Ui, tokens: &Tokens, foot: Rect) {
    let mut right = foot.right();
    let painter = ui.painter();
    let all = [Stance::Abstaining, Stance::Opposed, Stance::WithReservations, Stance::InFavor];
    for stance in all {
        let words = match stance {
            Stance::Opposed => "opposed, against",
            other => other.words(),
        };
        let at = pos2(right, foot.center().y);
        let drawn =
            painter.text(at, Align2::RIGHT_CENTER, words, Text::Small.font(), tokens.text_weak);
        let center = pos2(drawn.left() - 12.0, foot.center().y);
        sign(ui, tokens, (Rect::from_center_size(center, vec2(12.0, 12.0)), stance), 1.0);
        right = center.x - 6.0 - space::M;
    }
}

fn sign(ui: &Ui, tokens: &Tokens, (square, stance): (Rect, Stance), grown: f32) {
    let Some(icon) = stance.sign() else {
        let edge = Stroke::new(1.0, tokens.undeclared);
        ui.painter().rect_stroke(square.shrink(1.0), radius::S, edge, StrokeKind::Inside);
        return;
    };
    let square = Rect::from_center_size(square.center(), square.size() * grown);
    ui.painter().rect_filled(square, radius::S, stance.color(tokens));
    paint_icon(ui.painter(), square.shrink(1.5), icon, tokens.on_stance);
}

/// One delegation.
fn cell(ui: &Ui, tokens: &Tokens, (rect, roomy): (Rect, bool), it: &Placard<'_>) -> Response {
    let id = ui.make_persistent_id(("placard", it.name));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(Role::Button, ui.is_enabled(), it.selected, it.words())
    });
    let painter = ui.painter();
    let (_, grown) = turned(ui, id.with("stance"), it.stance);
    let ground = if it.speaking {
        tokens.glow.gamma_multiply(0.45)
    } else if it.selected {
        tokens.selection
    } else if response.hovered() {
        tokens.hover
    } else {
        it.stance.fill(tokens)
    };
    painter.rect_filled(rect, radius::S, ground);
    if it.selected || it.speaking {
        painter.rect_stroke(rect, radius::S, Stroke::new(1.5, tokens.accent), StrokeKind::Inside);
    }
    let side = (rect.height() - 4.0).clamp(9.0, 22.0).min(if roomy { 22.0 } else { 16.0 });
    let square = Rect::from_center_size(
        pos2(rect.left() + 4.0 + side / 2.0, rect.center().y),
        vec2(side, side),
    );
    sign(ui, tokens, (square, it.stance), grown);
    let lit = it.speaking || it.president;
    let setting = match (rect.height(), lit) {
        _ if roomy && rect.height() > LARGE_FROM => Text::Display,
        (height, true) if height > BODY_FROM => Text::BodyStrong,
        (height, false) if height > BODY_FROM => Text::Body,
        (_, true) => Text::SmallStrong,
        (_, false) => Text::Small,
    };
    let room = rect.right() - square.right() - 8.0;
    let galley = name(ui, (it, setting), (tokens.text, room));
    let at = pos2(square.right() + 5.0, rect.center().y - galley.size().y / 2.0);
    painter.galley(at, galley, tokens.text);
    let ring = Response { rect: rect.shrink(1.0), ..response.clone() };
    focus_ring(ui, tokens, &ring, radius::S);
    response
}

/// The name in one row; long words are shortened before anything is cut.
fn name(
    ui: &Ui,
    (it, setting): (&Placard<'_>, Text),
    (color, room): (Color32, f32),
) -> std::sync::Arc<eframe::egui::Galley> {
    let lay = |name: String| {
        let mut job = LayoutJob::simple(name, setting.font(), color, room);
        job.wrap.max_rows = 1;
        job.wrap.break_anywhere = true;
        if room < NARROW {
            // A letter more says more than three dots.
            job.wrap.overflow_character = None;
        }
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let whole = if it.president && room > 180.0 {
        lay(format!("{} (President)", it.name))
    } else {
        lay(it.name.to_owned())
    };
    if whole.elided { lay(shortened(it.name)) } else { whole }
}
