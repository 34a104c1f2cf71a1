//! A card to click: a small picture, a title, what goes with it, a summary, and at most one more thing to do.

use std::sync::Arc;

use eframe::egui::{
    Color32, CursorIcon, Galley, Id, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use crate::app::theme::{Text, Tokens, paragraph, radius, space};

use super::{
    council_picture::{Council, paint_council},
    focus_ring,
    icon::{Icon, paint_icon},
};

/// What stands on a card.
#[derive(Clone, Copy, Debug)]
pub struct Card<'a> {
    pub title: &'a str,
    /// One line below the other.
    pub meta: &'a str,
    /// As many of its sentences stand there as fit in a few rows; the Briefing has them all.
    pub summary: &'a str,
    pub selected: bool,
    pub picture: &'a CardPicture,
    /// What can be done besides opening it.
    pub action: Option<&'a str>,
}

/// What is at the top of a card.
#[derive(Clone, Debug, PartialEq)]
pub enum CardPicture {
    Nothing,
    /// A council and its issues.
    Council(Council),
    /// The sign that something is wrong.
    Warning,
}

/// The two things that can be clicked.
#[derive(Debug)]
pub struct CardClicks {
    pub card: Response,
    pub action: Option<Response>,
}

/// Height of a picture of a council.
const PICTURE: f32 = 84.0;
/// Width and height of the sign of a warning.
const SIGN: f32 = 40.0;
const PADDING: f32 = space::L;
/// Height of the action.
const LINK: f32 = 22.0;
/// Rows of a summary, where its sentences allow.
const SUMMARY_ROWS: usize = 4;

/// The words of a card, laid out.
struct Words {
    title: Arc<Galley>,
    meta: Arc<Galley>,
    summary: Option<Arc<Galley>>,
}

impl Words {
    fn of(ui: &Ui, tokens: &Tokens, it: &Card<'_>, width: f32) -> Self {
        let room = width - 2.0 * PADDING;
        Self {
            title: lay(ui, it.title, (Text::BodyStrong, tokens.text), room),
            meta: lay(ui, it.meta, (Text::Small, tokens.text_weak), room),
            summary: summary(ui, it.summary, tokens.text_weak, room),
        }
    }

    /// The height of the words, with what parts them.
    fn height(&self) -> f32 {
        let summary = self.summary.as_ref().map_or(0.0, |it| space::S + it.size().y);
        self.title.size().y + space::XS + self.meta.size().y + summary
    }
}

/// How high a card of this width must be.
pub fn card_height(ui: &Ui, tokens: &Tokens, it: &Card<'_>, width: f32) -> f32 {
    let picture = picture_height(it.picture);
    let action = if it.action.is_some() { space::S + LINK } else { 0.0 };
    picture + Words::of(ui, tokens, it, width).height() + action + 2.0 * PADDING
}

fn picture_height(it: &CardPicture) -> f32 {
    match it {
        CardPicture::Nothing => 0.0,
        CardPicture::Council(_) => PICTURE + space::M,
        CardPicture::Warning => SIGN + space::M,
    }
}

/// Draws a card of this size.
pub fn card(ui: &mut Ui, tokens: &Tokens, it: &Card<'_>, size: Vec2) -> CardClicks {
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let name = format!("{}. {}", it.title, it.meta.replace('\n', ". "));
    response
        .widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), it.selected, &name));
    // Of a long list, only what is in view is painted.
    if ui.is_rect_visible(rect) {
        paint(ui, tokens, it, (rect, &response));
    }
    focus_ring(ui, tokens, &response, radius::L);
    // After the card, so that it lies above it and is reached behind it.
    let action = it.action.map(|words| {
        let id = response.id.with("action");
        action(ui, tokens, (words, it.title), (rect, id))
    });
    CardClicks { card: response.on_hover_cursor(CursorIcon::PointingHand), action }
}

fn paint(ui: &Ui, tokens: &Tokens, it: &Card<'_>, (rect, response): (Rect, &Response)) {
    let painter = ui.painter();
    let (fill, edge) = match (it.selected, response.contains_pointer()) {
        (true, _) => (tokens.selection, tokens.accent),
        (false, true) => (tokens.panel, tokens.line_strong),
        (false, false) => (tokens.panel, tokens.line),
    };
    painter.rect(rect, radius::L, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
    picture(ui, tokens, it.picture, rect.shrink(PADDING));
    let mut at = rect.min + vec2(PADDING, PADDING + picture_height(it.picture));
    let words = Words::of(ui, tokens, it, rect.width());
    let title = words.title.size().y + space::XS;
    let meta = words.meta.size().y + space::S;
    painter.galley(at, words.title, tokens.text);
    at.y += title;
    painter.galley(at, words.meta, tokens.text);
    at.y += meta;
    if let Some(summary) = words.summary {
        painter.galley(at, summary, tokens.text);
    }
}

fn picture(ui: &Ui, tokens: &Tokens, it: &CardPicture, room: Rect) {
    match it {
        CardPicture::Nothing => {}
        CardPicture::Council(council) => {
            let rect = room.with_max_y(room.top() + PICTURE);
            paint_council(ui.painter(), tokens, rect, council);
        }
        CardPicture::Warning => {
            let center = room.min + vec2(SIGN / 2.0, SIGN / 2.0);
            ui.painter().circle_filled(center, SIGN / 2.0, tokens.warning_fill);
            let square = Rect::from_center_size(center, vec2(20.0, 20.0));
            paint_icon(ui.painter(), square, Icon::Warning, tokens.warning);
        }
    }
}

/// As many whole sentences as fit in a few rows; the first in any case.
fn summary(ui: &Ui, text: &str, color: Color32, width: f32) -> Option<Arc<Galley>> {
    if text.is_empty() {
        return None;
    }
    let lay = |text: &str| lay(ui, text, (Text::Body, color), width);
    let is_end = |(at, _): &(usize, &str)| text[..*at].ends_with(['.', '?', '!']);
    let mut ends: Vec<usize> = text.match_indices(' ').filter(is_end).map(|(at, _)| at).collect();
    ends.push(text.len());
    let first = ends.first().copied().unwrap_or(text.len());
    let fits = ends.iter().rev().map(|&end| lay(&text[..end]));
    let mut fits = fits.filter(|galley| galley.rows.len() <= SUMMARY_ROWS);
    Some(fits.next().unwrap_or_else(|| lay(&text[..first])))
}

/// The words at the lower left of a card; read out, they name the card as well.
fn action(
    ui: &Ui,
    tokens: &Tokens,
    (words, title): (&str, &str),
    (card, id): (Rect, Id),
) -> Response {
    let galley = lay(ui, words, (Text::Small, tokens.accent), card.width());
    let corner = card.left_bottom() + vec2(PADDING, 4.0 - PADDING - LINK);
    let rect = Rect::from_min_size(corner, vec2(galley.size().x, LINK));
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

fn lay(ui: &Ui, text: &str, (setting, color): (Text, Color32), width: f32) -> Arc<Galley> {
    let job = paragraph(text, setting, color, (width, usize::MAX));
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}
