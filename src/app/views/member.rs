//! The page of a delegation: where it stands and stood, what it said, to whom it is near.

use eframe::egui::{Align, Label, Layout, Margin, ScrollArea, Ui, vec2};

use crate::app::{
    theme::{Text, Tokens, rich, space},
    widgets::{
        ChipKind, Icon, SmallScale, Stance, figure, heading, icon_button, link, small_scale, tag,
        title,
    },
};

/// How much of a delegation may be seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sight {
    /// Private figures as well: for those who watch.
    #[default]
    All,
    /// Only what was said in public: for a seat that is played.
    Public,
}

/// Where it stands on an issue.
#[derive(Clone, Debug)]
pub struct PositionRow {
    pub issue: String,
    pub scale: SmallScale,
    /// The ends of the scale.
    pub ends: [String; 2],
    /// "Now nearest to …; at the start nearest to …".
    pub words: String,
    /// How much it cares, its red line, its reason: where one may see them.
    pub notes: Vec<String>,
}

/// How it stands on an outcome.
#[derive(Clone, Debug)]
pub struct StandingRow {
    pub title: String,
    pub stance: Stance,
    /// What would be expected of it now, where one may see that.
    pub expected: String,
}

/// A statement that it made.
#[derive(Clone, Debug)]
pub struct SaidRow {
    /// "Turn 12".
    pub turn: String,
    pub headline: String,
}

/// The page.
#[derive(Clone, Copy, Debug)]
pub struct MemberView<'a> {
    pub name: &'a str,
    /// "permanent member, speaks in a measured tone".
    pub role: &'a str,
    pub sight: Sight,
    pub positions: &'a [PositionRow],
    pub outcomes: &'a [StandingRow],
    pub said: &'a [SaidRow],
    /// Towards whom it is nearest and farthest: a sentence each.
    pub relations: &'a [String],
    /// Titles, and where each can be read.
    pub sources: &'a [(String, Option<String>)],
}

/// What was clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberClick {
    Back,
    /// Explain the position on an issue, by its row.
    Position(usize),
    /// Explain the stance on an outcome, by its row.
    Outcome(usize),
    /// Go to where something was said, by its row.
    Said(usize),
}

/// From here on positions stand beside the rest.
const ROOM_FOR_TWO: f32 = 900.0;

/// Draws the page over all the room there is.
pub fn member(ui: &mut Ui, tokens: &Tokens, view: &MemberView<'_>) -> Option<MemberClick> {
    let margin = Margin { left: 24, right: 20, top: 14, bottom: 0 };
    eframe::egui::Frame::new()
        .inner_margin(margin)
        .show(ui, |ui| {
            let mut click = head(ui, tokens, view);
            ui.add_space(space::S);
            let scroll = ScrollArea::vertical().id_salt("member").auto_shrink([false, false]);
            scroll.show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::XS;
                let wide = ui.available_width() > ROOM_FOR_TWO;
                if wide {
                    let half = (ui.available_width() - space::M) / 2.0 - space::XL;
                    ui.horizontal_top(|ui| {
                        ui.spacing_mut().item_spacing.x = 2.0 * space::XL;
                        click = column(ui, half, |ui| positions(ui, tokens, view)).or(click);
                        click = column(ui, half, |ui| others(ui, tokens, view)).or(click);
                    });
                } else {
                    ui.set_max_width(ui.available_width() - space::M);
                    click = positions(ui, tokens, view).or(click);
                    click = others(ui, tokens, view).or(click);
                }
                ui.add_space(space::XL);
            });
            click
        })
        .inner
}

fn column<T>(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui) -> T) -> T {
    let shown = ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        ui.set_width(width);
        contents(ui)
    });
    shown.inner
}

fn head(ui: &mut Ui, tokens: &Tokens, view: &MemberView<'_>) -> Option<MemberClick> {
    let mut click = None;
    ui.horizontal(|ui| {
        heading(ui, tokens, view.name);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let close = icon_button(ui, tokens, Icon::Close, "Close the page");
            if close.clicked() || link(ui, tokens, "Back to the table").clicked() {
                click = Some(MemberClick::Back);
            }
        });
    });
    let private = match view.sight {
        Sight::All => "positions are private to the delegation; shown to those who watch",
        Sight::Public => "only what was said in public",
    };
    weak(ui, tokens, &format!("{} · {private} · simulated", view.role));
    click
}

fn positions(ui: &mut Ui, tokens: &Tokens, view: &MemberView<'_>) -> Option<MemberClick> {
    let mut click = None;
    part(ui, tokens, "Positions");
    if view.positions.is_empty() {
        weak(ui, tokens, "It has no position on the issues of this debate.");
        return None;
    }
    weak(
        ui,
        tokens,
        "Ring: at the start. Dot: now. Tick above the line: today’s situation. Band: within its red line.",
    );
    for (at, row) in view.positions.iter().enumerate() {
        ui.add_space(space::S);
        let name = format!("Why this position: {}", row.issue);
        if figure(ui, tokens, &row.issue, (Text::BodyStrong, tokens.text), &name).clicked() {
            click = Some(MemberClick::Position(at));
        }
        small_scale(ui, tokens, &row.scale);
        ends(ui, tokens, &row.ends);
        ui.add(Label::new(rich(&row.words, Text::Body, tokens.text)).wrap());
        for note in &row.notes {
            weak(ui, tokens, note);
        }
    }
    click
}

/// What the ends of a scale mean, below them.
fn ends(ui: &mut Ui, tokens: &Tokens, [low, high]: &[String; 2]) {
    let half = ui.available_width() / 2.0 - space::S;
    ui.horizontal_top(|ui| {
        for (end, align) in [(low, Align::Min), (high, Align::Max)] {
            let layout = Layout::top_down(align);
            ui.allocate_ui_with_layout(vec2(half, 16.0), layout, |ui| {
                ui.set_width(half);
                let text = rich(end, Text::Small, tokens.text_weak);
                ui.add(Label::new(text).wrap().halign(align));
            });
        }
    });
}

fn others(ui: &mut Ui, tokens: &Tokens, view: &MemberView<'_>) -> Option<MemberClick> {
    let mut click = outcomes(ui, tokens, view);
    part(ui, tokens, "Said so far");
    if view.said.is_empty() {
        weak(ui, tokens, "It has not spoken yet.");
    }
    for (at, row) in view.said.iter().enumerate() {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().interact_size.y = 20.0;
            let place = Layout::left_to_right(Align::Min);
            ui.allocate_ui_with_layout(vec2(64.0, 20.0), place, |ui| {
                ui.set_width(64.0);
                let name = format!("Go to {}", row.turn.to_lowercase());
                let words = (Text::Small, tokens.accent);
                if figure(ui, tokens, &row.turn, words, &name).clicked() {
                    click = Some(MemberClick::Said(at));
                }
            });
            ui.add(Label::new(rich(&row.headline, Text::Body, tokens.text)).wrap());
        });
    }
    if !view.relations.is_empty() {
        part(ui, tokens, "Relations");
        for sentence in view.relations {
            ui.add(Label::new(rich(sentence, Text::Body, tokens.text)).wrap());
        }
        weak(
            ui,
            tokens,
            "Affinity is voting similarity unless the scenario says otherwise, from −100 to +100.",
        );
    }
    if !view.sources.is_empty() {
        part(ui, tokens, "Sources");
        for (title, url) in view.sources {
            match url {
                Some(url) => {
                    let words = (Text::Body, tokens.accent);
                    if figure(ui, tokens, title, words, &format!("Source: {title}")).clicked() {
                        ui.ctx().open_url(eframe::egui::OpenUrl::new_tab(url));
                    }
                }
                None => weak(ui, tokens, title),
            }
        }
    }
    click
}

fn outcomes(ui: &mut Ui, tokens: &Tokens, view: &MemberView<'_>) -> Option<MemberClick> {
    let mut click = None;
    part(ui, tokens, "On the proposed outcomes");
    for (at, row) in view.outcomes.iter().enumerate() {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().interact_size.y = 26.0;
            let place = Layout::left_to_right(Align::Center);
            ui.allocate_ui_with_layout(vec2(148.0, 26.0), place, |ui| {
                ui.set_width(148.0);
                tag(ui, tokens, row.stance.words(), ChipKind::Stance(row.stance));
            });
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space(3.0);
                let name = format!("Why: {}, {}", row.stance.words(), row.title);
                let words = (Text::Body, tokens.text);
                if figure(ui, tokens, &row.title, words, &name).clicked() {
                    click = Some(MemberClick::Outcome(at));
                }
                if !row.expected.is_empty() {
                    weak(ui, tokens, &row.expected);
                }
            });
        });
    }
    click
}

fn part(ui: &mut Ui, tokens: &Tokens, words: &str) {
    ui.add_space(space::M);
    title(ui, tokens, words);
}

fn weak(ui: &mut Ui, tokens: &Tokens, words: &str) {
    ui.add(Label::new(rich(words, Text::Small, tokens.text_weak)).wrap());
}
