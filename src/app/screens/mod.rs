//! The screens: one at a time, each with its own residue.

mod about;
mod analysis;
mod briefing;
mod chamber;
mod class;
mod compare;
mod council;
mod debrief;
mod library;
mod projector;
mod summary;

use std::sync::Arc;

use eframe::egui::{CentralPanel, Frame, Margin, Ui};

use crate::council::OutcomeId;
use crate::report::charts::Chart;
use crate::report::figure::Figure;
use crate::session::BranchId;

use super::command::{ClassPart, Command, Neighbor, Screen};
use super::context::ViewCtx;
use super::widgets::{EmptyState, Icon, empty_state};

use about::about;
use analysis::Analysis;
use briefing::Briefing;
use chamber::Chamber;
use class::Class;
use compare::Compare;
use debrief::Debrief;
use library::LibraryScreen;

/// All screens.
#[derive(Debug, Default)]
pub(super) struct Screens {
    current: Screen,
    library: LibraryScreen,
    briefing: Briefing,
    chamber: Chamber,
    analysis: Analysis,
    debrief: Debrief,
    compare: Compare,
    class: Class,
}

impl Screens {
    /// The screen that is shown.
    pub(super) const fn current(&self) -> Screen {
        self.current
    }

    /// Shows a screen.
    pub(super) const fn show(&mut self, screen: Screen) {
        self.current = screen;
    }

    /// Shows two branches beside each other.
    pub(super) const fn compare(&mut self, pair: (BranchId, BranchId)) {
        self.compare.set(pair);
        self.current = Screen::Compare;
    }

    /// The book whose card stands beside that of the book `from` in the library.
    pub(super) fn card(&self, neighbor: Neighbor, from: usize) -> Option<usize> {
        self.library.card(neighbor, from)
    }

    /// Shows in the chamber why a text ended as it did.
    pub(super) fn explain(&mut self, outcome: OutcomeId, turns: usize) {
        self.chamber.explain(outcome, turns);
        self.current = Screen::Chamber;
    }

    /// Chooses the part of the Class screen that is shown.
    pub(super) const fn show_class(&mut self, part: ClassPart) {
        self.class.show(part);
    }

    /// Shows a figure of the analysis.
    pub(super) fn show_figure(&mut self, chart: Chart) {
        self.current = Screen::Analysis;
        self.analysis.show(chart);
    }

    /// The figure that the analysis shows.
    pub(super) fn figure(&self) -> Option<Arc<Figure>> {
        self.analysis.figure()
    }

    /// Brings out the summary in the chamber, or puts it away.
    pub(super) const fn switch_summary(&mut self) {
        self.chamber.switch_summary();
    }

    /// Shows the record in the chamber, ready to be searched.
    pub(super) fn find_in_record(&mut self) {
        self.chamber.find_in_record();
    }

    /// Forgets what belonged to the scenario before.
    pub(super) fn forget(&mut self) {
        self.briefing = Briefing::default();
        self.chamber = Chamber::default();
        self.analysis = Analysis::default();
        self.debrief = Debrief::default();
        self.compare = Compare::default();
        self.class = Class::default();
    }

    /// Forgets what was told in words: States have other names now.
    pub(super) fn retell(&mut self) {
        self.briefing = Briefing::default();
        self.chamber = Chamber::default();
        self.analysis.retell();
        self.debrief.retell();
        self.class.retell();
    }

    /// Draws the screen.
    pub(super) fn ui(&mut self, ctx: ViewCtx<'_>, ui: &mut Ui) {
        match (self.current, ctx.session) {
            (Screen::Library, _) => self.library.ui(ctx, ui),
            (Screen::About, _) => about(ctx, ui),
            (Screen::Briefing, Some(session)) => self.briefing.ui(ctx, session, ui),
            (Screen::Chamber, Some(session)) => self.chamber.ui(ctx, session, ui),
            (Screen::Analysis | Screen::Debrief | Screen::Compare, Some(session))
                if !session.sees_all() =>
            {
                closed(ctx, ui);
            }
            (Screen::Analysis, Some(session)) => self.analysis.ui(ctx, session, ui),
            (Screen::Debrief, Some(session)) => self.debrief.ui(ctx, session, ui),
            (Screen::Compare, Some(session)) => self.compare.ui(ctx, session, ui),
            (Screen::Class, Some(session)) => self.class.ui(ctx, session, ui),
            (Screen::Projector, Some(_)) => self.projector(ctx, ui),
            (_, None) => nothing_open(ctx, ui),
        }
    }
}

impl Screens {
    /// Draws the projector view, wherever it is shown.
    pub(super) fn projector(&self, ctx: ViewCtx<'_>, ui: &mut Ui) {
        match ctx.session {
            Some(session) => {
                projector::projector(ctx, session, self.chamber.focus(session), ui);
            }
            None => nothing_open(ctx, ui),
        }
    }
}

/// A screen of what is private, while a seat is played.
fn closed(ctx: ViewCtx<'_>, ui: &mut Ui) {
    let frame = Frame::new().fill(ctx.tokens.background).inner_margin(Margin::same(40));
    CentralPanel::default().frame(frame).show(ui, |ui| {
        let it = EmptyState {
            icon: Icon::Info,
            title: "Closed while the debate is played",
            text: "This screen shows private positions, chances and endings. It opens when the \
                   debate is over; a teacher can open it before, from the command palette.",
            action: Some("Back to the chamber"),
        };
        let asked = empty_state(ui, ctx.tokens, &it);
        if asked.is_some_and(|response| response.clicked()) {
            ctx.send(Command::Show(Screen::Chamber));
        }
    });
}

fn nothing_open(ctx: ViewCtx<'_>, ui: &mut Ui) {
    let frame = Frame::new().fill(ctx.tokens.background).inner_margin(Margin::same(40));
    CentralPanel::default().frame(frame).show(ui, |ui| {
        let it = EmptyState {
            icon: Icon::Folder,
            title: "No scenario is open",
            text: "Choose one in the library, or drop a .ron file on this window.",
            action: Some("Go to the library"),
        };
        let asked = empty_state(ui, ctx.tokens, &it);
        if asked.is_some_and(|response| response.clicked()) {
            ctx.send(Command::Show(Screen::Library));
        }
    });
}
