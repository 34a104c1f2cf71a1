//! A frame to click, with a title, what goes with it, a summary, a small picture, and at most one more thing to do.

use std::sync::Arc;

use eframe::egui::{
    Color32, CursorIcon, Galley, Id, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use crate::app::theme::{Text, Tokens, paragraph, radius, space};

use super::{
    council_picture::paint_council,
    focus_ring,
    icon::{Icon, paint_icon},
};

/// What stands on a card.
#[derive(Clone, Copy, Debug)]
pub struct Card<'a> {
    pub title: &'a str,
    pub meta: &'a str,
    pub summary: &'a str,
    pub selected: bool,
    pub picture: CardPicture,
    /// What can be done besides opening it.
    pub action: Option<&'a str>,
}

/// What is at the right of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardPicture {
    Nothing,
    /// A council of so many members.
    Council(usize),
    /// The sign that something is wrong.
    Warning,
}

/// The two things that can be clicked.
#[derive(Debug)]
pub struct CardClicks {
    pub card: Response,
    pub action: Option<Response>,
}

const PICTURE: Vec2 = vec2(84.0, 72.0);
/// Width of the sign of a warning.
const SIGN: f32 = 48.0;
/// Room for the words of the action, below the picture.
const ACTION: f32 = 136.0;
const PADDING: f32 = space::L;
/// Height of the action.
const LINK: f32 = 24.0;
/// A longer summary ends in an ellipsis; the Briefing has it all.
const SUMMARY_ROWS: usize = 3;

/// Draws a card over the whole width.
pub fn card(ui: &mut Ui, tokens: &Tokens, it: &Card<'_>) -> CardClicks {
    let width = ui.available_width();
    let side = match (it.picture, it.action) {
        (_, Some(_)) => ACTION + space::L,
        (CardPicture::Nothing, None) => 0.0,
        (_, None) => PICTURE.x + space::L,
    };
    let room = (width - 2.0 * PADDING - side).max(80.0);
    let title = lay(ui, it.title, (Text::BodyStrong, tokens.text), (room, 2));
    let meta = lay(ui, it.meta, (Text::Small, tokens.text_weak), (room, 2));
    let summary = lay(ui, it.summary, (Text::Body, tokens.text_weak), (room, SUMMARY_ROWS));
    let below = if it.summary.is_empty() { 0.0 } else { space::S + summary.size().y };
    let text = title.size().y + space::XS + meta.size().y + below;
    let least = match (it.picture, it.action) {
        (CardPicture::Nothing, _) => 0.0,
        (CardPicture::Warning, None) => SIGN,
        (_, None) => PICTURE.y,
        (_, Some(_)) => PICTURE.y + space::S + LINK,
    };
    let size = vec2(width, text.max(least) + 2.0 * PADDING);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let name = format!("{}. {}", it.title, it.meta);
    response
        .widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), it.selected, &name));
    let painter = ui.painter();
    let (fill, edge) = match (it.selected, response.contains_pointer()) {
        (true, _) => (tokens.selection, tokens.accent),
        (false, true) => (tokens.panel, tokens.line_strong),
        (false, false) => (tokens.panel, tokens.line),
    };
    painter.rect(rect, radius::L, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
    let corner = pos2(rect.right() - PADDING - PICTURE.x, rect.top() + PADDING);
    picture(ui, tokens, it.picture, Rect::from_min_size(corner, PICTURE));
    let mut y = rect.top() + PADDING;
    for (galley, after) in [(title, space::XS), (meta, space::S), (summary, 0.0)] {
        let height = galley.size().y;
        painter.galley(pos2(rect.left() + PADDING, y), galley, tokens.text);
        y += height + after;
    }
    focus_ring(ui, tokens, &response, radius::L);
    // After the card, so that it lies above it and is reached behind it.
    let action = it.action.map(|words| {
        let id = response.id.with("action");
        action(ui, tokens, (words, it.title), (rect, id))
    });
    CardClicks { card: response.on_hover_cursor(CursorIcon::PointingHand), action }
}

fn picture(ui: &Ui, tokens: &Tokens, it: CardPicture, rect: Rect) {
    match it {
        CardPicture::Nothing => {}
        CardPicture::Council(members) => paint_council(ui.painter(), tokens, rect, members),
        CardPicture::Warning => {
            let center = pos2(rect.right() - SIGN / 2.0, rect.top() + SIGN / 2.0);
            ui.painter().circle_filled(center, SIGN / 2.0, tokens.warning_fill);
            let square = Rect::from_center_size(center, vec2(22.0, 22.0));
            paint_icon(ui.painter(), square, Icon::Warning, tokens.warning);
        }
    }
}

/// The words at the lower right of a card; read out, they name the card as well.
fn action(
    ui: &Ui,
    tokens: &Tokens,
    (words, title): (&str, &str),
    (card, id): (Rect, Id),
) -> Response {
    let galley = lay(ui, words, (Text::Small, tokens.accent), (ACTION, 1));
    let corner = card.max - vec2(PADDING, PADDING - 4.0);
    let rect = Rect::from_min_max(corner - vec2(galley.size().x, LINK), corner);
    let response = ui.interact(rect, id, Sense::click());
    let name = format!("{words}: {title}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    let top = rect.center().y - galley.size().y / 2.0;
    if response.hovered() {
        let y = top + galley.size().y - 2.0;
        ui.painter().hline(rect.x_range(), y, Stroke::new(1.0, tokens.accent));
    }
    ui.painter().galley(pos2(rect.left(), top), galley, tokens.accent);
    focus_ring(ui, tokens, &response, radius::S);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

fn lay(
    ui: &Ui,
    text: &str,
    (setting, color): (Text, Color32),
    (width, rows): (f32, usize),
) -> Arc<Galley> {
    let job = paragraph(text, setting, color, (width, rows));
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}
