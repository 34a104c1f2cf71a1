//! Declared support for each outcome, and what its rule asks for.

use eframe::egui::{
    Align, Color32, Label, Layout, Margin, Response, Role, ScrollArea, Sense, Stroke, StrokeKind,
    Ui, UiBuilder, WidgetInfo, vec2,
};

use crate::app::{
    theme::{Text, Tokens, radius, rich, space},
    widgets::{
        Expected, Icon, Stance, Tally, expected_bar, figure, focus_ring, link, paint_icon, section,
        tally_link,
    },
};

/// What the rule says of where an outcome stands now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Remark {
    #[default]
    None,
    /// "3 short of nine".
    Plain(String),
    /// "would lack consensus", "veto risk 92 %".
    Warning(String),
    /// "adopted", "not adopted (veto)".
    Settled(String),
}

/// One outcome.
#[derive(Clone, Debug)]
pub struct OutcomeRow {
    pub title: String,
    /// "resolution", "presidential statement".
    pub form: String,
    pub remark: Remark,
    /// More about where it stands: the chance of adoption, or why it ended as it did.
    pub detail: String,
    /// What its rule asks for: "9 of 15, no veto", "nobody objects".
    pub rule: String,
    /// What was declared; none where nobody is asked.
    pub tally: Option<Tally>,
    /// What is to be expected; none once it is settled, or where no votes are counted.
    pub expected: Option<Expected>,
    /// What stands in its way, in sentences: of the outcome in focus.
    pub arithmetic: Vec<String>,
    pub in_focus: bool,
}

/// The panel.
#[derive(Clone, Copy, Debug)]
pub struct TallyView<'a> {
    pub outcomes: &'a [OutcomeRow],
    pub more: More,
    /// Whether to bring the outcome in focus into view.
    pub follow: bool,
    /// Small print at the bottom of the panel.
    pub note: &'a str,
}

/// Outcomes beyond the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum More {
    None,
    /// So many are not shown until asked for.
    Hidden(usize),
    Shown,
}

/// What was clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TallyClick {
    Focus(usize),
    /// Explain a figure of a row.
    Why(usize, Figure),
    /// All outcomes, or only the first.
    More,
}

/// What of an outcome can be explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// What was declared.
    Declared,
    /// What the rule says of where it stands.
    Remark,
    /// What more is said: the chance, or why it ended as it did.
    Detail,
    /// The votes expected.
    Expected,
}

/// A panel of less height is low.
const LOW: f32 = 300.0;

/// Draws the panel; its parent gives the height.
pub fn tally(ui: &mut Ui, tokens: &Tokens, view: &TallyView<'_>) -> Option<TallyClick> {
    let mut click = None;
    ui.add_space(space::M);
    padded(ui, |ui| {
        section(ui, tokens, "Support for outcomes", Some("declared, expected"));
        legend(ui, tokens);
    });
    // A low panel has its small print close below.
    let foot = if ui.available_height() < LOW { 36.0 } else { 64.0 };
    let room = (ui.available_height() - foot).max(80.0);
    ScrollArea::vertical().id_salt("outcomes").max_height(room).auto_shrink([false, false]).show(
        ui,
        |ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            if view.outcomes.is_empty() {
                padded(ui, |ui| {
                    ui.label(rich(
                        "No outcome has been proposed yet.",
                        Text::Body,
                        tokens.text_weak,
                    ));
                });
            }
            for (index, row) in view.outcomes.iter().enumerate() {
                let (response, figure) = outcome(ui, tokens, index, row);
                click = figure.map(|figure| TallyClick::Why(index, figure)).or(click);
                if view.follow && row.in_focus {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    click = Some(TallyClick::Focus(index));
                }
            }
            if let Some(words) = more_words(view.more) {
                ui.add_space(space::S);
                padded(ui, |ui| {
                    if link(ui, tokens, &words).clicked() {
                        click = Some(TallyClick::More);
                    }
                });
                ui.add_space(space::M);
            }
        },
    );
    ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
        ui.add_space(space::M);
        padded(ui, |ui| {
            ui.label(rich(view.note, Text::Small, tokens.text_weak));
        });
    });
    click
}

fn more_words(more: More) -> Option<String> {
    match more {
        More::None => None,
        More::Hidden(1) => Some("1 more outcome".to_owned()),
        More::Hidden(count) => Some(format!("{count} more outcomes")),
        More::Shown => Some("Only the first outcomes".to_owned()),
    }
}

fn padded(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    eframe::egui::Frame::new().inner_margin(Margin::symmetric(20, 0)).show(ui, add);
}

fn legend(ui: &mut Ui, tokens: &Tokens) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        for stance in [Stance::InFavor, Stance::WithReservations, Stance::Opposed] {
            let (square, _) = ui.allocate_exact_size(vec2(12.0, 14.0), Sense::hover());
            let square = eframe::egui::Rect::from_center_size(square.center(), vec2(12.0, 12.0));
            ui.painter().rect_filled(square, radius::S, stance.color(tokens));
            if let Some(sign) = stance.sign() {
                paint_icon(ui.painter(), square.shrink(1.5), sign, tokens.on_stance);
            }
            let words = stance.words().trim_start_matches("with ");
            ui.label(rich(words, Text::Small, tokens.text_weak));
            ui.add_space(space::XS);
        }
    });
}

fn outcome(
    ui: &mut Ui,
    tokens: &Tokens,
    index: usize,
    row: &OutcomeRow,
) -> (Response, Option<Figure>) {
    let ground = ui.painter().add(eframe::egui::Shape::Noop);
    let builder = UiBuilder::new().id_salt(("outcome", index)).sense(Sense::click());
    let shown = ui.scope_builder(builder, |ui| {
        let margin = Margin::symmetric(20, 10);
        eframe::egui::Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, 5.0);
            ui.set_width(ui.available_width());
            ui.spacing_mut().interact_size.y = 14.0;
            ui.style_mut().interaction.selectable_labels = false;
            contents(ui, tokens, row)
        })
    });
    let figure = shown.inner.inner;
    let response = shown.response;
    let words = row.tally.as_ref().map_or_else(String::new, |it| format!(": {}", it.words()));
    let name = format!("{}, {}{words}", row.title, row.form);
    response
        .widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), row.in_focus, &name));
    let rect = response.rect.shrink2(vec2(space::S, 0.0));
    let (fill, edge) = match (row.in_focus, response.hovered()) {
        (true, _) => (tokens.raised, tokens.line_strong),
        (false, true) => (tokens.hover, Color32::TRANSPARENT),
        (false, false) => (Color32::TRANSPARENT, Color32::TRANSPARENT),
    };
    let body = eframe::epaint::RectShape::new(
        rect,
        radius::L,
        fill,
        Stroke::new(1.0, edge),
        StrokeKind::Inside,
    );
    ui.painter().set(ground, body);
    let ring = Response { rect: rect.shrink(2.0), ..response.clone() };
    focus_ring(ui, tokens, &ring, radius::L);
    (response, figure)
}

fn contents(ui: &mut Ui, tokens: &Tokens, row: &OutcomeRow) -> Option<Figure> {
    let setting = if row.in_focus { Text::BodyStrong } else { Text::Body };
    ui.label(rich(&row.title, setting, tokens.text));
    let (mut asked, mut declared) = (None, false);
    let mut why = |ui: &mut Ui, words: &str, set: (Text, Color32), what: Figure| {
        let name = format!("Why: {words}, {}", row.title);
        if figure(ui, tokens, words, set, &name).on_hover_text("Why?").clicked() {
            asked = Some(what);
        }
    };
    match &row.remark {
        Remark::None => {}
        Remark::Plain(text) => why(ui, text, (Text::Small, tokens.text), Figure::Remark),
        Remark::Settled(text) => why(ui, text, (Text::SmallStrong, tokens.text), Figure::Remark),
        Remark::Warning(text) => {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                let (square, _) = ui.allocate_exact_size(vec2(13.0, 15.0), Sense::hover());
                paint_icon(ui.painter(), square, Icon::Warning, tokens.warning);
                ui.vertical(|ui| why(ui, text, (Text::Small, tokens.warning), Figure::Remark));
            });
        }
    }
    if let Some(tally) = &row.tally {
        let bar = tally_link(ui, tokens, tally, &row.title);
        declared = bar.on_hover_text(tally.words()).clicked();
    }
    let weak = (Text::Small, tokens.text_weak);
    if let Some(expected) = &row.expected {
        expected_bar(ui, tokens, expected);
        why(ui, &expected.words(), weak, Figure::Expected);
    }
    if !row.detail.is_empty() {
        why(ui, &row.detail, weak, Figure::Detail);
    }
    let rule = format!("{} · {}", row.form, row.rule);
    ui.label(rich(rule, Text::Small, tokens.text_weak));
    if !row.arithmetic.is_empty() {
        ui.add_space(2.0);
        for sentence in &row.arithmetic {
            ui.add(Label::new(rich(sentence, Text::Small, tokens.text)).wrap());
        }
    }
    if declared { Some(Figure::Declared) } else { asked }
}
