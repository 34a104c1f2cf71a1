//! The briefing: what the debate is about, read before it starts.

mod members;
mod outcomes;
mod sections;

use eframe::egui::{
    Align, Button, CentralPanel, Frame, Layout, Margin, Panel, ScrollArea, Ui, UiBuilder, vec2,
};

use crate::app::command::{Command, Screen, Source};
use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, size, space};
use crate::app::widgets::{
    council_picture, heading, key_hint, link, page, primary_button, reading_width, title,
};
use crate::council::OutcomeId;
use crate::session::Session;
use crate::text::long_date;

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
    /// The outcomes whose text is shown.
    unfolded: Vec<OutcomeId>,
}

const SIDE: f32 = 320.0;

impl Briefing {
    /// Draws the screen.
    pub(super) fn ui(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let frame = Frame::new().fill(ctx.tokens.panel);
        Panel::right("briefing-facts")
            .frame(frame)
            .exact_size(SIDE)
            .resizable(false)
            .show(ui, |ui| self.side(ctx, session, ui));
        CentralPanel::default().frame(Frame::new()).show(ui, |ui| {
            page(ui, ctx.tokens, "briefing", |ui| {
                reading_width(ui, size::MEASURE + 40.0, |ui| {
                    ui.spacing_mut().item_spacing.y = space::S;
                    self.contents(ctx, session, ui);
                });
            });
        });
    }

    fn contents(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let scenario = session.scenario();
        heading(ui, ctx.tokens, &scenario.title);
        sections::body(ctx, &scenario.summary, ui);
        sections::caution(ctx, ui);
        for part in Part::ALL.into_iter().filter(|part| part.is_in(session)) {
            ui.add_space(space::XL);
            let title = title(ui, ctx.tokens, part.title());
            if self.jump == Some(part) {
                title.scroll_to_me(Some(Align::Min));
            }
            // Each part spaces its rows in its own way.
            ui.scope(|ui| self.part(ctx, session, part, ui));
        }
        self.jump = None;
        ui.add_space(space::XXL);
    }

    fn part(&mut self, ctx: ViewCtx<'_>, session: &Session, part: Part, ui: &mut Ui) {
        let scenario = session.scenario();
        match part {
            Part::Background => sections::background(ctx, scenario, ui),
            Part::ConceptNote => sections::concept_note(ctx, scenario, ui),
            Part::Issues => sections::issues(ctx, scenario, ui),
            Part::Members => members::members(ctx, scenario, ui),
            Part::Outcomes => outcomes::outcomes(ctx, scenario, &mut self.unfolded, ui),
            Part::Invited => members::invited(ctx, scenario, ui),
            Part::Sources => sections::sources(ctx, scenario, ui),
        }
    }

    /// The facts of the meeting, the way through the page, and the start.
    fn side(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let foot = ui.available_rect_before_wrap();
        let foot = foot.with_min_y(foot.bottom() - 92.0).shrink2(vec2(space::XL, 0.0));
        let height = foot.top() - ui.next_widget_position().y;
        let upper = ScrollArea::vertical().id_salt("briefing-side").max_height(height);
        upper.auto_shrink([false, false]).show(ui, |ui| {
            Frame::new().inner_margin(Margin::symmetric(24, 24)).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::S;
                self.ways(ctx, session, ui);
            });
        });
        let bottom = Layout::bottom_up(Align::Center);
        ui.scope_builder(UiBuilder::new().max_rect(foot).layout(bottom), |ui| {
            ui.add_space(space::L);
            ui.horizontal(|ui| {
                key_hint(ui, ctx.tokens, "Enter", "goes to the chamber");
            });
            let words = if session.cursor() > 0 { "Back to the debate" } else { "Start" };
            ui.spacing_mut().interact_size.y = 40.0;
            let start = ui
                .scope(|ui| {
                    ui.set_width(foot.width());
                    ui.vertical_centered_justified(|ui| primary_button(ui, ctx.tokens, words)).inner
                })
                .inner;
            if start.clicked() {
                ctx.send(Command::Show(Screen::Chamber));
            }
        });
    }

    /// The facts, the way through the page, and the copy.
    fn ways(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let members = session.scenario().derived.voting.len();
        ui.vertical_centered(|ui| {
            council_picture(ui, ctx.tokens, members, vec2(168.0, 124.0));
        });
        ui.add_space(space::S);
        facts(ctx, session, ui);
        ui.add_space(space::M);
        for part in Part::ALL.into_iter().filter(|part| part.is_in(session)) {
            if link(ui, ctx.tokens, part.title()).clicked() {
                self.jump = Some(part);
            }
        }
        let open = ctx.library.open.as_ref();
        if let Some(open) = open.filter(|open| ctx.library.can_be_copied(open)) {
            ui.add_space(space::M);
            if ui.add(Button::new("Copy to your scenarios")).clicked() {
                ctx.send(Command::Copy(open.clone()));
            }
        }
    }
}

fn facts(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let scenario = session.scenario();
    let president = &scenario.members[scenario.president].name.short;
    let format = upper_first(scenario.meeting.label());
    let starts = format!("{} at {}", long_date(&scenario.date), scenario.starts);
    let limit = format!("{} minutes each", scenario.time_limit);
    let seed = session.seed().0.to_string();
    let file = ctx.library.open.as_ref().filter(|source| source.path().is_some());
    let file = file.map(Source::short_name).unwrap_or_default();
    let facts = [
        ("Body", scenario.body.as_str()),
        ("Format", format.as_str()),
        ("Date", starts.as_str()),
        ("Agenda item", scenario.agenda_item.as_str()),
        ("President", president.as_str()),
        ("Statements", limit.as_str()),
        ("Seed", seed.as_str()),
        ("File", file.as_str()),
    ];
    for (name, value) in facts.into_iter().filter(|(_, value)| !value.is_empty()) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().interact_size.y = 0.0;
            let room = vec2(84.0, 16.0);
            ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Min), |ui| {
                ui.set_min_width(room.x);
                ui.label(rich(name, Text::Small, ctx.tokens.text_weak));
            });
            ui.vertical(|ui| {
                ui.label(rich(value, Text::Small, ctx.tokens.text));
            });
        });
    }
}
