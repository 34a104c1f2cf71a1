//! The speakers' lists of the meeting, stage by stage: who has spoken, who has the floor, who is next.

use std::sync::Arc;

use eframe::egui::{
    Align, Color32, Frame, Galley, Label, Margin, Rect, Response, Role, ScrollArea, Sense, Ui,
    WidgetInfo, pos2, text::LayoutJob, vec2,
};

use crate::app::{
    theme::{Text, Tokens, radius, rich, space},
    widgets::{Icon, focus_ring, paint_icon, section},
};

/// Where a speaker stands on the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Floor {
    HasSpoken,
    /// With what is said beneath the name: "speaking".
    Speaking(String),
    Next,
    Waiting,
}

/// One line of a list.
#[derive(Clone, Debug)]
pub struct SpeakerRow {
    pub name: String,
    /// "briefer", "President", "rule 39"; empty for a member in its turn.
    pub note: String,
    pub floor: Floor,
}

/// The list of one stage.
#[derive(Clone, Debug)]
pub struct SpeakersSection {
    pub title: String,
    /// What is to be known before the list is drawn; empty once it is.
    pub note: String,
    pub rows: Vec<SpeakerRow>,
}

/// All lists.
#[derive(Clone, Copy, Debug)]
pub struct SpeakersView<'a> {
    pub sections: &'a [SpeakersSection],
    /// "10:42 · 5 minutes each".
    pub clock: &'a str,
    /// Whether to bring the delegation that has the floor into view.
    pub follow: bool,
}

const ROW: f32 = 28.0;
const TEXT_LEFT: f32 = 28.0;

/// What was clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpeakersClick {
    /// Section and row.
    pub row: (usize, usize),
    /// Whether the page of the delegation is asked for.
    pub opens: bool,
}

/// Draws the lists.
pub fn speakers_list(
    ui: &mut Ui,
    tokens: &Tokens,
    view: &SpeakersView<'_>,
) -> Option<SpeakersClick> {
    let mut clicked = None;
    ui.add_space(space::M);
    Frame::new().inner_margin(Margin::symmetric(16, 0)).show(ui, |ui| {
        section(ui, tokens, "Speakers’ list", Some(view.clock));
    });
    ScrollArea::vertical().id_salt("speakers").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        if view.sections.is_empty() {
            small(ui, tokens, "No delegation will take the floor.");
        }
        for (at, stage) in view.sections.iter().enumerate() {
            head(ui, tokens, stage);
            for (index, row) in stage.rows.iter().enumerate() {
                let response = speaker(ui, tokens, index, row);
                if view.follow && matches!(row.floor, Floor::Speaking(_)) {
                    response.scroll_to_me(Some(Align::Center));
                }
                if response.clicked() {
                    clicked =
                        Some(SpeakersClick { row: (at, index), opens: response.double_clicked() });
                }
            }
            ui.add_space(space::M);
        }
        ui.add_space(space::S);
    });
    clicked
}

fn head(ui: &mut Ui, tokens: &Tokens, stage: &SpeakersSection) {
    ui.horizontal(|ui| {
        ui.add_space(space::L);
        ui.label(rich(&stage.title, Text::SmallStrong, tokens.text));
    });
    if !stage.note.is_empty() {
        small(ui, tokens, &stage.note);
    }
    ui.add_space(2.0);
}

fn small(ui: &mut Ui, tokens: &Tokens, text: &str) {
    ui.horizontal(|ui| {
        ui.add_space(space::L);
        let width = ui.available_width() - space::S;
        ui.vertical(|ui| {
            ui.set_max_width(width);
            ui.add(Label::new(rich(text, Text::Small, tokens.text_weak)).wrap());
        });
    });
}

fn speaker(ui: &mut Ui, tokens: &Tokens, index: usize, row: &SpeakerRow) -> Response {
    let speaking = matches!(row.floor, Floor::Speaking(_));
    let (icon, ink) = match row.floor {
        Floor::HasSpoken => (Some((Icon::Check, tokens.text_weak)), tokens.text_weak),
        Floor::Speaking(_) => (Some((Icon::Speaking, tokens.accent)), tokens.text),
        Floor::Next => (Some((Icon::ChevronRight, tokens.text_weak)), tokens.text),
        Floor::Waiting => (None, tokens.text),
    };
    let setting = if speaking { Text::BodyStrong } else { Text::Body };
    let room = ui.available_width() - 2.0 * space::S - TEXT_LEFT - space::S;
    let name = lay(ui, &row.name, (setting, ink), (room, 2));
    let detail = match &row.floor {
        Floor::Speaking(detail) => Some(lay(ui, detail, (Text::Small, tokens.accent), (room, 1))),
        _ => None,
    };
    let below = detail.as_ref().map_or(0.0, |detail| detail.size().y + 1.0);
    let height = (name.size().y + below + 11.0).max(ROW);
    let (full, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(Role::ListItem, ui.is_enabled(), speaking, words(index, row))
    });
    let rect = full.shrink2(vec2(space::S, 0.0));
    let painter = ui.painter();
    if speaking {
        painter.rect_filled(rect, radius::M, tokens.selection);
    } else if response.hovered() && row.floor == Floor::HasSpoken {
        painter.rect_filled(rect, radius::M, tokens.hover);
    }
    let top = rect.top() + (height - name.size().y - below) / 2.0;
    let center = top + name.rows.first().map_or(0.0, |row| row.height()) / 2.0;
    if let Some((icon, color)) = icon {
        let square = Rect::from_center_size(pos2(rect.left() + 14.0, center), vec2(14.0, 14.0));
        paint_icon(painter, square, icon, color);
    }
    let left = rect.left() + TEXT_LEFT;
    let right = rect.right() - space::S;
    let mut note = row.note.clone();
    if row.floor == Floor::Next {
        note = if note.is_empty() { "next".to_owned() } else { format!("{note}, next") };
    }
    let note = lay(ui, &note, (Text::Small, tokens.text_weak), (room, 1));
    // A name is never cut to make room for what goes with it.
    if left + name.size().x + space::S + note.size().x <= right {
        let at = pos2(right - note.size().x, center - note.size().y / 2.0);
        painter.galley(at, note, ink);
    }
    let cut = name.elided;
    let name_bottom = top + name.size().y;
    painter.galley(pos2(left, top), name, ink);
    if let Some(detail) = detail {
        painter.galley(pos2(left, name_bottom + 1.0), detail, ink);
    }
    let ring = Response { rect: rect.shrink(2.0), ..response.clone() };
    focus_ring(ui, tokens, &ring, radius::M);
    if cut { response.on_hover_text(&row.name) } else { response }
}

fn words(index: usize, row: &SpeakerRow) -> String {
    let note = if row.note.is_empty() { String::new() } else { format!(", {}", row.note) };
    let floor = match &row.floor {
        Floor::HasSpoken => ", has spoken",
        Floor::Speaking(detail) if detail.is_empty() => ", speaking",
        Floor::Speaking(detail) => return format!("{}. {}{note}, {detail}", index + 1, row.name),
        Floor::Next => ", next",
        Floor::Waiting => "",
    };
    format!("{}. {}{note}{floor}", index + 1, row.name)
}

fn lay(
    ui: &Ui,
    text: &str,
    (setting, color): (Text, Color32),
    (width, rows): (f32, usize),
) -> Arc<Galley> {
    let mut job = LayoutJob::simple(text.to_owned(), setting.font(), color, width);
    job.wrap.max_rows = rows;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}
