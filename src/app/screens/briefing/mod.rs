//! The briefing: what the debate is about, read before it starts.

mod facts;
mod issues;
mod members;
mod outcomes;
mod sections;

use eframe::egui::{
    Align, Button, CentralPanel, Frame, Layout, Margin, Panel, ScrollArea, Ui, UiBuilder, vec2,
};

use crate::app::command::{Command, Overlay, Screen};
use crate::app::context::ViewCtx;
use crate::app::screens::council::council;
use crate::app::theme::{Tokens, size, space};
use crate::app::views::{ContentsView, contents, contents_menu, has_room_beside};
use crate::app::widgets::{
    council_picture, heading, key_hint, page, primary_button, reading_width, ringed, title,
};
use crate::council::OutcomeId;
use crate::session::Session;

use members::Sort;

/// In a lower window the picture of the council is smaller.
const ROOM_FOR_PICTURE: f32 = 840.0;

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Background,
    ConceptNote,
    Issues,
    Members,
    Outcomes,
    Invited,
    Sources,
}

impl Part {
    const ALL: [Self; 7] = [
        Self::Background,
        Self::ConceptNote,
        Self::Issues,
        Self::Members,
        Self::Outcomes,
        Self::Invited,
        Self::Sources,
    ];

    const fn title(self) -> &'static str {
        match self {
            Self::Background => "Background",
            Self::ConceptNote => "The concept note",
            Self::Issues => "Issues",
            Self::Members => "Members of the Council",
            Self::Outcomes => "Proposed outcomes",
            Self::Invited => "Invited participants",
            Self::Sources => "Sources",
        }
    }

    fn is_in(self, session: &Session) -> bool {
        let scenario = session.scenario();
        match self {
            Self::Background => !scenario.background.trim().is_empty(),
            Self::ConceptNote => scenario.concept_note.is_some(),
            Self::Invited => scenario.invited().next().is_some(),
            Self::Sources => !scenario.sources.is_empty(),
            Self::Issues | Self::Members | Self::Outcomes => true,
        }
    }
}

/// The screen's residue.
#[derive(Debug, Default)]
pub(super) struct Briefing {
    /// The part to which the page is to scroll.
    jump: Option<Part>,
    /// The part that is being read.
    current: Option<Part>,
    /// The outcomes whose text is shown.
    unfolded: Vec<OutcomeId>,
    /// How the members are sorted.
    sort: Sort,
    /// Whether private positions are shown on the scales of the issues.
    shows_positions: bool,
}

/// In a narrower foot the key of the start is not told.
const ROOM_FOR_HINT: f32 = 190.0;
/// In a still narrower one there is no room for what can be reached by the menu.
const ROOM_FOR_CLASS: f32 = 110.0;
/// Width of the panel of facts, and of the contents where these have a panel of their own.
const SIDE: f32 = 320.0;
const CONTENTS: f32 = 248.0;
/// From this width of the window on, the contents stand at the left.
const WIDE: f32 = 1560.0;
/// Width of the page where there is room for it; prose stays narrower.
const PAGE: f32 = 900.0;
/// The part whose name is above this height of the page is being read.
const NEAR_THE_TOP: f32 = 120.0;

impl Briefing {
    /// Draws the screen.
    pub(super) fn ui(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let frame = Frame::new().fill(ctx.tokens.panel);
        let is_wide = ui.available_width() >= WIDE;
        if is_wide {
            Panel::left("briefing-contents")
                .frame(frame.inner_margin(Margin::symmetric(16, 24)))
                .exact_size(CONTENTS)
                .resizable(false)
                .show(ui, |ui| self.ways(ctx, session, contents, ui));
        }
        if has_room_beside(ui) {
            Panel::right("briefing-facts")
                .frame(frame)
                .exact_size(SIDE)
                .resizable(false)
                .show(ui, |ui| self.side(ctx, session, !is_wide, ui));
        } else {
            let frame = frame.inner_margin(Margin::symmetric(16, 8));
            Panel::bottom("briefing-start").frame(frame).show(ui, |ui| self.foot(ctx, session, ui));
        }
        CentralPanel::default().frame(Frame::new()).show(ui, |ui| {
            let top = ui.max_rect().top() + NEAR_THE_TOP;
            page(ui, ctx.tokens, "briefing", |ui| {
                let width = if is_wide { PAGE } else { size::MEASURE + 40.0 };
                reading_width(ui, width, |ui| {
                    ui.spacing_mut().item_spacing.y = space::S;
                    self.contents(ctx, session, top, ui);
                });
            });
        });
    }

    fn contents(&mut self, ctx: ViewCtx<'_>, session: &Session, top: f32, ui: &mut Ui) {
        let scenario = session.scenario();
        heading(ui, ctx.tokens, &scenario.title);
        sections::body(ctx, &scenario.summary, ui);
        sections::caution(ctx, ui);
        if !has_room_beside(ui) {
            ui.add_space(space::L);
            about(ctx, session, ui);
            copy(ctx, ui);
        }
        let mut current = None;
        for part in Part::ALL.into_iter().filter(|part| part.is_in(session)) {
            ui.add_space(space::XL);
            let title = title(ui, ctx.tokens, part.title());
            if self.jump == Some(part) {
                title.scroll_to_me(Some(Align::Min));
            }
            if current.is_none() || title.rect.top() <= top {
                current = Some(part);
            }
            // Each part spaces its rows in its own way.
            ui.scope(|ui| self.part(ctx, session, part, ui));
        }
        if self.current != current {
            self.current = current;
            ui.request_repaint();
        }
        self.jump = None;
        ui.add_space(space::XXL);
    }

    fn part(&mut self, ctx: ViewCtx<'_>, session: &Session, part: Part, ui: &mut Ui) {
        let scenario = session.scenario();
        match part {
            Part::Background => sections::background(ctx, scenario, ui),
            Part::ConceptNote => sections::concept_note(ctx, scenario, ui),
            Part::Issues => {
                issues::issues(ctx, scenario, &mut self.shows_positions, ui);
            }
            Part::Members => members::members(ctx, scenario, &mut self.sort, ui),
            Part::Outcomes => outcomes::outcomes(ctx, scenario, &mut self.unfolded, ui),
            Part::Invited => members::invited(ctx, scenario, ui),
            Part::Sources => sections::sources(ctx, scenario, ui),
        }
    }

    /// The facts of the meeting, the way through the page unless it has another place, and the
    /// start.
    fn side(&mut self, ctx: ViewCtx<'_>, session: &Session, has_ways: bool, ui: &mut Ui) {
        let foot = ui.available_rect_before_wrap();
        let foot = foot.with_min_y(foot.bottom() - 128.0).shrink2(vec2(space::XL, 0.0));
        let height = foot.top() - ui.next_widget_position().y;
        let upper = ScrollArea::vertical().id_salt("briefing-side").max_height(height);
        upper.auto_shrink([false, false]).show(ui, |ui| {
            Frame::new().inner_margin(Margin::symmetric(24, 24)).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::S;
                about(ctx, session, ui);
                if has_ways {
                    ui.add_space(space::M);
                    self.ways(ctx, session, contents, ui);
                }
                copy(ctx, ui);
            });
        });
        let bottom = Layout::bottom_up(Align::Center);
        ui.scope_builder(UiBuilder::new().max_rect(foot).layout(bottom), |ui| {
            ui.add_space(space::L);
            ui.horizontal(|ui| {
                key_hint(ui, ctx.tokens, "Enter", "goes to the chamber");
            });
            ui.horizontal(|ui| {
                // Two buttons of one width.
                let half = vec2((foot.width() - space::S) / 2.0, size::CONTROL);
                let seat = ui.add(Button::new("Take a seat…").min_size(half));
                if ringed(ui, ctx.tokens, seat).clicked() {
                    ctx.send(Command::Overlay(Overlay::Seats));
                }
                let class = ui.add(Button::new("The class").min_size(half));
                if ringed(ui, ctx.tokens, class).clicked() {
                    ctx.send(Command::Show(Screen::Class));
                }
            });
            let words = start(session);
            ui.spacing_mut().interact_size.y = 40.0;
            let clicked = ui
                .scope(|ui| {
                    ui.set_width(foot.width());
                    ui.vertical_centered_justified(|ui| primary_button(ui, ctx.tokens, words)).inner
                })
                .inner;
            if clicked.clicked() {
                ctx.send(Command::Show(Screen::Chamber));
            }
        });
    }

    /// Below a page that has all the width there is: the way through it, and the start.
    fn foot(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        ui.spacing_mut().interact_size.y = size::CONTROL + space::XS;
        ui.horizontal(|ui| {
            self.ways(ctx, session, contents_menu, ui);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if primary_button(ui, ctx.tokens, start(session)).clicked() {
                    ctx.send(Command::Show(Screen::Chamber));
                }
                ui.add_space(space::S);
                let seat = ui.add(Button::new("Take a seat…"));
                if ringed(ui, ctx.tokens, seat).clicked() {
                    ctx.send(Command::Overlay(Overlay::Seats));
                }
                // In a narrow window the menu has it.
                if ui.available_width() >= ROOM_FOR_CLASS {
                    let class = ui.add(Button::new("The class"));
                    if ringed(ui, ctx.tokens, class).clicked() {
                        ctx.send(Command::Show(Screen::Class));
                    }
                }
                if ui.available_width() >= ROOM_FOR_HINT {
                    key_hint(ui, ctx.tokens, "Enter", "goes to the chamber");
                }
            });
        });
    }

    /// The way through the page, as a list or behind a button.
    fn ways(
        &mut self,
        ctx: ViewCtx<'_>,
        session: &Session,
        list: fn(&mut Ui, &Tokens, &ContentsView<'_>) -> Option<usize>,
        ui: &mut Ui,
    ) {
        let parts: Vec<Part> = Part::ALL.into_iter().filter(|part| part.is_in(session)).collect();
        let titles: Vec<&str> = parts.iter().map(|part| part.title()).collect();
        let current = parts.iter().position(|part| Some(*part) == self.current);
        if let Some(asked) = list(ui, ctx.tokens, &ContentsView { parts: &titles, current }) {
            self.jump = parts.get(asked).copied();
        }
    }
}

/// What leads to the chamber.
const fn start(session: &Session) -> &'static str {
    if session.cursor() > 0 { "Back to the debate" } else { "Start" }
}

/// The council as a picture, and the facts of the meeting.
fn about(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    ui.vertical_centered(|ui| {
        // What can be clicked below comes first where there is little room.
        let share = if ui.ctx().content_rect().height() < ROOM_FOR_PICTURE { 0.6 } else { 1.0 };
        let size = vec2(168.0, 124.0) * share;
        council_picture(ui, ctx.tokens, &council(session.scenario()), size);
    });
    ui.add_space(space::S);
    facts::facts(ctx, session, ui);
}

/// The way to a copy, where one would be something new.
fn copy(ctx: ViewCtx<'_>, ui: &mut Ui) {
    let open = ctx.library.open.as_ref();
    if let Some(open) = open.filter(|open| ctx.library.can_be_copied(open)) {
        ui.add_space(space::M);
        let button = ui.add(Button::new("Copy to your scenarios"));
        if ringed(ui, ctx.tokens, button).clicked() {
            ctx.send(Command::Copy(open.clone()));
        }
    }
}
