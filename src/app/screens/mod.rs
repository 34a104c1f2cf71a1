//! The screens: one at a time, each with its own residue.

mod about;
mod analysis;
mod briefing;
mod chamber;
mod debrief;
mod library;

use eframe::egui::{CentralPanel, Frame, Margin, Ui};

use super::command::{Command, Screen};
use super::context::ViewCtx;
use super::widgets::{EmptyState, Icon, empty_state};

use about::about;
use analysis::Analysis;
use briefing::Briefing;
use chamber::Chamber;
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
    }

    /// Draws the screen.
    pub(super) fn ui(&mut self, ctx: ViewCtx<'_>, ui: &mut Ui) {
        match (self.current, ctx.session) {
            (Screen::Library, _) => self.library.ui(ctx, ui),
            (Screen::About, _) => about(ctx, ui),
            (Screen::Briefing, Some(session)) => self.briefing.ui(ctx, session, ui),
            (Screen::Chamber, Some(session)) => self.chamber.ui(ctx, session, ui),
            (Screen::Analysis, Some(session)) => self.analysis.ui(ctx, session, ui),
            (Screen::Debrief, Some(session)) => self.debrief.ui(ctx, session, ui),
            (Screen::Briefing | Screen::Chamber | Screen::Analysis | Screen::Debrief, None) => {
                nothing_open(ctx, ui);
            }
        }
    }
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
