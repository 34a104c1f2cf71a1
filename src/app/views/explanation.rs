//! Why something is as it is: a tree of reasons, each with the turn, the source and the place of the file it rests on.

use std::sync::Arc;

use eframe::egui::{
    CursorIcon, Galley, Id, Label, Margin, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2,
    vec2,
};

use crate::app::{
    theme::{Text, Tokens, paragraph, radius, rich, space},
    widgets::{Icon, focus_ring, icon_button, link, paint_icon, section},
};

/// A reason with what is behind it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReasonRow {
    pub says: String,
    /// The event that brought it about, by its number, and the turn that shows it.
    pub event: Option<(usize, usize)>,
    /// The place in the scenario file, as a path.
    pub place: Option<String>,
    /// The title of the source, and where it can be read.
    pub source: Option<(String, Option<String>)>,
    pub because: Vec<Self>,
}

/// The drawer.
#[derive(Clone, Copy, Debug)]
pub struct ExplanationView<'a> {
    /// None where there is nothing to explain at this moment.
    pub root: Option<&'a ReasonRow>,
    /// What lies behind the drawer: "tally".
    pub behind: &'a str,
}

/// What was clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExplanationClick {
    Back,
    /// Go to the moment after so many turns.
    Seek(usize),
}

/// So many first reasons are open at first; of more only the heads are shown.
const OPEN_AT_FIRST: usize = 4;
const INDENT: f32 = 14.0;
/// Room for the sign that opens and closes a reason.
const SIGN: f32 = 16.0;

/// Draws the drawer; its parent gives the room.
pub fn explanation(
    ui: &mut Ui,
    tokens: &Tokens,
    view: &ExplanationView<'_>,
) -> Option<ExplanationClick> {
    let mut click = None;
    ui.add_space(space::M);
    padded(ui, |ui| {
        ui.horizontal(|ui| {
            section(ui, tokens, "Why", None);
            let right = eframe::egui::Layout::right_to_left(eframe::egui::Align::Center);
            ui.with_layout(right, |ui| {
                let close = icon_button(ui, tokens, Icon::Close, "Close the explanation");
                if close.clicked()
                    || link(ui, tokens, &format!("Back to the {}", view.behind)).clicked()
                {
                    click = Some(ExplanationClick::Back);
                }
            });
        });
    });
    ScrollArea::vertical().id_salt("why").auto_shrink([false, false]).show(ui, |ui| {
        padded(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            let Some(root) = view.root else {
                let text = "At this turn there is nothing to explain here yet.";
                ui.label(rich(text, Text::Body, tokens.text_weak));
                return;
            };
            ui.add(Label::new(rich(&root.says, Text::BodyStrong, tokens.text)).wrap());
            click = beside(ui, tokens, root).or(click);
            ui.add_space(space::S);
            let id = ui.make_persistent_id(("reasons", &root.says));
            for (at, reason) in root.because.iter().enumerate() {
                click =
                    node(ui, tokens, (reason, root.because.len() <= OPEN_AT_FIRST), id.with(at))
                        .or(click);
                ui.add_space(space::XS);
            }
            ui.add_space(space::S);
            let note = "From the record and the scenario file. Positions and parts are in points \
                        of the author’s scale, 0 to 100. Simulated.";
            ui.add(Label::new(rich(note, Text::Small, tokens.text_weak)).wrap());
            ui.add_space(space::L);
        });
    });
    click
}

fn padded(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    eframe::egui::Frame::new().inner_margin(Margin::symmetric(20, 0)).show(ui, add);
}

/// A reason, and while it is open those behind it.
fn node(
    ui: &mut Ui,
    tokens: &Tokens,
    (row, opens): (&ReasonRow, bool),
    id: Id,
) -> Option<ExplanationClick> {
    let mut click = None;
    let is_open = if row.because.is_empty() {
        leaf(ui, tokens, row);
        false
    } else {
        branch(ui, tokens, (row, opens), id)
    };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(SIGN + 2.0);
        ui.vertical(|ui| click = beside(ui, tokens, row));
    });
    if is_open {
        let top = ui.cursor().top();
        let left = ui.cursor().left() + SIGN / 2.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(INDENT);
            ui.vertical(|ui| {
                for (at, reason) in row.because.iter().enumerate() {
                    click = node(ui, tokens, (reason, false), id.with(at)).or(click);
                }
            });
        });
        ui.painter().vline(left, top..=ui.cursor().top() - space::S, (1.0, tokens.line));
    }
    click
}

/// A reason with nothing behind it.
fn leaf(ui: &mut Ui, tokens: &Tokens, row: &ReasonRow) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let (dot, _) = ui.allocate_exact_size(vec2(SIGN + 2.0, 20.0), Sense::hover());
        let center = pos2(dot.left() + SIGN / 2.0, dot.center().y);
        ui.painter().circle_filled(center, 2.0, tokens.line_strong);
        let job = paragraph(&row.says, Text::Body, tokens.text, (room(ui), usize::MAX));
        ui.add(Label::new(job).wrap().selectable(true));
    });
}

/// A reason that can be opened; returns whether it is open.
fn branch(ui: &mut Ui, tokens: &Tokens, (row, opens): (&ReasonRow, bool), id: Id) -> bool {
    let stored = ui.data(|data| data.get_temp::<bool>(id));
    let mut is_open = stored.unwrap_or(opens);
    let width = ui.available_width() - space::S;
    let galley = lay(ui, tokens, row, width - SIGN - 2.0);
    let (rect, response) =
        ui.allocate_exact_size(vec2(width, galley.size().y.max(20.0)), Sense::click());
    if response.clicked() {
        is_open = !is_open;
        ui.data_mut(|data| data.insert_temp(id, is_open));
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &row.says));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(is_open));
    if response.hovered() {
        ui.painter().rect_filled(rect.expand(2.0), radius::S, tokens.hover);
    }
    let sign = if is_open { Icon::ChevronDown } else { Icon::ChevronRight };
    let square = Rect::from_min_size(rect.min + vec2(1.0, 3.0), vec2(14.0, 14.0));
    paint_icon(ui.painter(), square, sign, tokens.text_weak);
    ui.painter().galley(rect.min + vec2(SIGN + 2.0, 0.0), galley, tokens.text);
    focus_ring(ui, tokens, &response, radius::S);
    response.on_hover_cursor(CursorIcon::PointingHand);
    is_open
}

fn lay(ui: &Ui, tokens: &Tokens, row: &ReasonRow, width: f32) -> Arc<Galley> {
    let job = paragraph(&row.says, Text::Body, tokens.text, (width, usize::MAX));
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

fn room(ui: &Ui) -> f32 {
    (ui.available_width() - space::S).max(80.0)
}

/// Below a reason: its turn, its source, its place in the file.
fn beside(ui: &mut Ui, tokens: &Tokens, row: &ReasonRow) -> Option<ExplanationClick> {
    let mut click = None;
    if row.event.is_none() && row.source.is_none() && row.place.is_none() {
        return None;
    }
    ui.spacing_mut().item_spacing.y = 1.0;
    if let Some((event, turn)) = row.event
        && small_link(ui, tokens, &format!("Turn {turn}, event {event}"))
    {
        click = Some(ExplanationClick::Seek(turn));
    }
    if let Some((title, url)) = &row.source {
        let words = format!("Source: {title}");
        match url {
            Some(url) if small_link(ui, tokens, &words) => {
                ui.ctx().open_url(eframe::egui::OpenUrl::new_tab(url));
            }
            Some(_) => {}
            None => small(ui, tokens, &words),
        }
    }
    if let Some(place) = &row.place {
        // A long path may break where it has a joint.
        small(ui, tokens, &place.replace("].", "]\u{200b}.").replace('[', "\u{200b}["));
    }
    click
}

fn small(ui: &mut Ui, tokens: &Tokens, words: &str) {
    let job = paragraph(words, Text::Small, tokens.text_weak, (room(ui), usize::MAX));
    ui.add(Label::new(job).wrap().selectable(true));
}

/// A link that wraps.
fn small_link(ui: &mut Ui, tokens: &Tokens, words: &str) -> bool {
    let job = paragraph(words, Text::Small, tokens.accent, (room(ui), usize::MAX));
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), words));
    if response.hovered() {
        ui.painter().hline(rect.x_range(), rect.bottom() - 2.0, (1.0, tokens.accent));
    }
    ui.painter().galley(rect.min, galley, tokens.accent);
    focus_ring(ui, tokens, &response, radius::S);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
