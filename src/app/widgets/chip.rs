//! A short word in a rounded edge: to click, or only to read.

use eframe::egui::{
    Color32, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::app::theme::{Text, Tokens, radius, space};

use super::{focus_ring, icon::paint_icon, tally_bar::Stance};

/// What a chip is about; stances bring their sign and hue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChipKind {
    #[default]
    Plain,
    Stance(Stance),
    Warning,
}

impl ChipKind {
    fn colors(self, tokens: &Tokens) -> [Color32; 3] {
        match self {
            Self::Plain => [tokens.raised, tokens.line, tokens.text],
            Self::Stance(Stance::Undeclared) => [tokens.panel, tokens.undeclared, tokens.text_weak],
            Self::Stance(stance) => {
                [stance.fill(tokens), stance.color(tokens), stance.color(tokens)]
            }
            Self::Warning => [tokens.warning_fill, tokens.warning, tokens.warning],
        }
    }
}

const HEIGHT: f32 = 26.0;

/// A chip to click.
pub fn chip(ui: &mut Ui, tokens: &Tokens, text: &str, kind: ChipKind) -> Response {
    let response = draw(ui, tokens, text, kind, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), text));
    focus_ring(ui, tokens, &response, HEIGHT as u8 / 2);
    response
}

/// A chip to read.
pub fn tag(ui: &mut Ui, tokens: &Tokens, text: &str, kind: ChipKind) -> Response {
    let response = draw(ui, tokens, text, kind, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), text));
    response
}

/// How wide a chip is that is not cut.
pub fn chip_width(ui: &Ui, text: &str, kind: ChipKind) -> f32 {
    let text = text.to_owned();
    let galley =
        ui.fonts_mut(|fonts| fonts.layout_no_wrap(text, Text::Small.font(), Color32::PLACEHOLDER));
    galley.size().x + before(kind) + 2.0 * space::M
}

/// Room for the sign before the words.
fn before(kind: ChipKind) -> f32 {
    match kind {
        ChipKind::Stance(stance) if stance.sign().is_some() => 16.0,
        _ => 0.0,
    }
}

fn draw(ui: &mut Ui, tokens: &Tokens, text: &str, kind: ChipKind, sense: Sense) -> Response {
    let [fill, edge, ink] = kind.colors(tokens);
    let sign = if let ChipKind::Stance(stance) = kind { stance.sign() } else { None };
    let before = before(kind);
    let room = (ui.available_width() - before - 2.0 * space::M).max(60.0);
    let mut job =
        eframe::egui::text::LayoutJob::simple(text.to_owned(), Text::Small.font(), ink, room);
    job.wrap.max_rows = 1;
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let size = vec2(galley.size().x + before + 2.0 * space::M, HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, sense);
    let fill = if sense.senses_click() && response.hovered() { tokens.hover } else { fill };
    let painter = ui.painter();
    painter.rect(rect, radius::ROUND, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
    if let Some(sign) = sign {
        let square = Rect::from_center_size(
            pos2(rect.left() + space::M + 4.0, rect.center().y),
            vec2(12.0, 12.0),
        );
        paint_icon(painter, square, sign, ink);
    }
    let at = pos2(rect.left() + space::M + before, rect.center().y - galley.size().y / 2.0);
    painter.galley(at, galley, ink);
    response
}
