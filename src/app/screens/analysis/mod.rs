//! The analysis: who stands where, what moved, and how sure that is.

mod choices;
mod delegation;
mod list;
mod many;
mod notes;
mod picture;
mod small;
mod table;

use eframe::egui::{Align, CentralPanel, Frame, Layout, Margin, Panel, Ui, vec2};

use crate::app::command::{Command, PlaybackCommand};
use crate::app::context::ViewCtx;
use crate::app::theme::{size, space};
use crate::app::widgets::heading;
use crate::report::charts::{Asks, Chart, Choice, least_certain};
use crate::report::figure::Target;
use crate::session::Session;

use picture::Cached;

/// In which form a figure is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Form {
    #[default]
    Picture,
    /// The figures behind the picture.
    Table,
    /// The delegation that is chosen: in a small window, which has no room for it beside a figure.
    Delegation,
}

impl Form {
    const ALL: [Self; 3] = [Self::Picture, Self::Table, Self::Delegation];

    const fn title(self) -> &'static str {
        match self {
            Self::Picture => "Picture",
            Self::Table => "Table",
            Self::Delegation => "Delegation",
        }
    }
}

/// The screen's residue.
#[derive(Debug)]
pub(super) struct Analysis {
    chart: Chart,
    choice: Choice,
    form: Form,
    /// Whether runs draw uncertain positions anew.
    varied: bool,
    /// Whether something has been chosen for a person who has not chosen anything yet.
    begun: bool,
    cached: Option<Cached>,
}

impl Default for Analysis {
    fn default() -> Self {
        Self {
            chart: Chart::default(),
            choice: Choice::default(),
            form: Form::default(),
            varied: true,
            begun: false,
            cached: None,
        }
    }
}

/// The lists beside the picture, on small screens and large.
const SIDES: [(f32, f32); 2] = [(196.0, 264.0), (220.0, 320.0)];

/// Room for "Picture" and "Table" beside the question.
const TABS: f32 = 128.0;

impl Analysis {
    /// Chooses a figure.
    pub(super) const fn show(&mut self, chart: Chart) {
        self.chart = chart;
    }

    /// Forgets the picture in whose words States have other names.
    pub(super) fn retell(&mut self) {
        self.cached = None;
    }

    /// Draws the screen.
    pub(super) fn ui(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        self.begin(session);
        if small::is_small(ui) {
            return self.small(ctx, session, ui);
        }
        let (left, right) = SIDES[usize::from(ui.available_width() > 1500.0)];
        let frame = Frame::new().fill(ctx.tokens.panel);
        Panel::left("figures").frame(frame).resizable(false).exact_size(left).show(ui, |ui| {
            self.list(ctx, session, ui);
        });
        Panel::right("delegation").frame(frame).resizable(false).exact_size(right).show(ui, |ui| {
            self.delegation(ctx, session, ui);
        });
        let ground = Frame::new().fill(ctx.tokens.background);
        let inner = |top, bottom| ground.inner_margin(Margin { left: 24, right: 24, top, bottom });
        Panel::top("question").frame(inner(18, 10)).show_separator_line(false).show(ui, |ui| {
            self.question(ctx, session, ui);
        });
        Panel::bottom("notes").frame(inner(0, 14)).show_separator_line(false).show(ui, |ui| {
            if let Some(figure) = self.figure() {
                notes::notes(ui, ctx.tokens, &figure);
            }
        });
        CentralPanel::default().frame(inner(6, 8)).show(ui, |ui| {
            if let Some(target) = self.picture(ctx, session, ui) {
                self.take(ctx, target);
            }
        });
    }

    /// Chooses what there is most to see of, for a start.
    fn begin(&mut self, session: &Session) {
        if !std::mem::replace(&mut self.begun, true) {
            let scenario = session.scenario();
            let president = scenario.president;
            self.choice.outcome = least_certain(scenario);
            self.choice.selected = Some(president).filter(|&it| scenario.members[it].has_stances);
        }
    }

    /// The question that the figure answers, and what can be chosen in it.
    fn question(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let title =
            self.figure().map_or_else(|| self.chart.name().to_owned(), |it| it.title.clone());
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let room = ui.available_width() - TABS;
            ui.vertical(|ui| {
                ui.set_width(room);
                heading(ui, ctx.tokens, &title);
            });
            let size = vec2(TABS, size::CONTROL);
            ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Min), |ui| {
                self.forms(ctx.tokens, &Form::ALL[..2], ui);
            });
        });
        if self.chart.asks() != Asks::Nothing {
            ui.add_space(space::XS);
            ui.horizontal(|ui| {
                self.choices(ctx.tokens, session, ui);
                if self.chart.needs_ensemble() {
                    self.many(ctx, ui);
                }
            });
        }
    }

    /// What a click on a mark does.
    fn take(&mut self, ctx: ViewCtx<'_>, target: Target) {
        match target {
            Target::Member(who) if self.choice.selected == Some(who) => self.choice.selected = None,
            Target::Member(who) => self.choice.selected = Some(who),
            Target::Outcome(outcome) => self.choice.outcome = Some(outcome),
            Target::Issue(issue) => self.choice.issue = Some(issue),
            Target::Turn(turn) => {
                ctx.send(Command::Playback(PlaybackCommand::Seek(turn)));
            }
        }
    }
}
