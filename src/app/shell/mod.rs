//! What stands around every screen: the bar with menu and palette, hints, notices, toasts, help.

mod help;
mod hints;
mod letters;
mod menu;
mod palette;
mod report;
mod seats;
mod shortcuts;
mod toasts;
mod what_if;

use eframe::egui::{Context, Frame, Margin, Panel, Ui};

use crate::session::Session;
use crate::text::long_date;

use super::command::{Command, LookCommand, Overlay, Screen};
use super::context::ViewCtx;
use super::views::{TopBarClick, TopBarView, top_bar};
use super::widgets::{Notice, NoticeClick, notice};

pub(super) use super::widgets::Severity;
pub(super) use help::key_name;
pub(super) use letters::letters_switch;
pub(super) use toasts::{Message, Toasts};

use palette::Palette;
use report::Report;
use seats::Seats;
use what_if::WhatIf;

/// The shell and its residue.
#[derive(Debug, Default)]
pub(super) struct Shell {
    pub(super) toasts: Toasts,
    /// What became of the open file on the disk: it stays until the disk or a person settles it.
    pub(super) on_disk: Option<Message>,
    over: Option<Over>,
}

/// What lies over the screen.
#[derive(Debug)]
enum Over {
    Help,
    Palette(Palette),
    WhatIf(WhatIf),
    Seats(Seats),
    Report(Report),
}

impl Shell {
    /// Tells something about which nothing can be done by a click.
    pub(super) fn say(&mut self, severity: Severity, text: String) {
        self.toasts.tell(Message { severity, text, actions: Vec::new() });
    }

    /// Lays something over the screen; asked for again, it goes.
    pub(super) fn lay(&mut self, overlay: Overlay) {
        self.over = match (overlay, &self.over) {
            (Overlay::Help, Some(Over::Help)) | (Overlay::Palette, Some(Over::Palette(_))) => None,
            (Overlay::Help, _) => Some(Over::Help),
            (Overlay::Palette, _) => Some(Over::Palette(Palette::default())),
            (Overlay::WhatIf, _) => Some(Over::WhatIf(WhatIf::default())),
            (Overlay::Seats, _) => Some(Over::Seats(Seats::default())),
            (Overlay::Report, _) => Some(Over::Report(Report::default())),
        };
    }

    /// Takes away what lies over the screen.
    pub(super) fn close(&mut self) {
        self.over = None;
    }

    /// The commands that the keys of this frame stand for.
    pub(super) fn commands(
        &self,
        ctx: &Context,
        screen: Screen,
        session: Option<&Session>,
    ) -> Vec<Command> {
        match self.over {
            Some(Over::Help) => shortcuts::closing(ctx),
            // Its keys are its own; the one that opened it closes it.
            Some(Over::Palette(_)) => shortcuts::palette(ctx),
            Some(Over::WhatIf(_) | Over::Seats(_) | Over::Report(_)) => Vec::new(),
            None => shortcuts::pressed(ctx, screen, session),
        }
    }

    /// The bar at the top.
    pub(super) fn bar(ctx: ViewCtx<'_>, screen: Screen, ui: &mut Ui) {
        let (title, meta) = ctx.session.map_or_else(
            || ("Horseshoe".to_owned(), String::new()),
            |session| (session.scenario().title.clone(), meta(session)),
        );
        let view = TopBarView {
            title: &title,
            meta: &meta,
            tabs: &Screen::TABS.map(Screen::title),
            current: Screen::TABS.iter().position(|&tab| tab == screen),
        };
        let shown =
            Panel::top("bar").frame(Frame::new()).show(ui, |ui| top_bar(ui, ctx.tokens, &view));
        let (click, button) = shown.inner;
        menu::menu(ctx, screen, &button);
        match click {
            Some(TopBarClick::Tab(tab)) => ctx.send(Command::Show(Screen::TABS[tab])),
            Some(TopBarClick::Palette) => ctx.send(Command::Overlay(Overlay::Palette)),
            Some(TopBarClick::SwitchTheme) => ctx.send(Command::Look(LookCommand::SwitchTheme)),
            None => {}
        }
    }

    /// What stands below the bar: the hint of the screen, and what became of the open file.
    pub(super) fn notices(&self, ctx: ViewCtx<'_>, screen: Screen, ui: &mut Ui) {
        hints::hint(ctx, screen, ui);
        if let Some(message) = &self.on_disk {
            match strip(ctx, message, message.actions.is_empty(), ui) {
                Some(NoticeClick::Action(at)) => ctx.send(message.actions[at].1.clone()),
                Some(NoticeClick::Dismiss) => ctx.send(Command::KeepOpen),
                None => {}
            }
        }
    }

    /// What lies over the screen: toasts, and the help or the palette.
    pub(super) fn overlay(&mut self, ctx: ViewCtx<'_>, screen: Screen, ui: &Ui) {
        self.toasts.draw(ctx, ui.ctx());
        match &mut self.over {
            Some(Over::Help) => help::help(ctx, screen, ui),
            Some(Over::Palette(palette)) => palette.ui(ctx, screen, ui),
            Some(Over::WhatIf(what_if)) => what_if.ui(ctx, ui),
            Some(Over::Seats(seats)) => seats.ui(ctx, ui),
            Some(Over::Report(report)) => report.ui(ctx, ui),
            None => {}
        }
    }
}

/// The commands that the keys of the second window stand for.
pub(super) fn keys(ctx: &Context, session: Option<&Session>) -> Vec<Command> {
    shortcuts::pressed(ctx, Screen::Projector, session)
}

/// One notice over the whole width.
fn strip(ctx: ViewCtx<'_>, message: &Message, closes: bool, ui: &mut Ui) -> Option<NoticeClick> {
    let frame = Frame::new().fill(ctx.tokens.panel).inner_margin(Margin::symmetric(12, 8));
    let actions: Vec<&str> = message.actions.iter().map(|(words, _)| *words).collect();
    let it = Notice { severity: message.severity, text: &message.text, actions: &actions, closes };
    Panel::top("on disk").frame(frame).show(ui, |ui| notice(ui, ctx.tokens, &it)).inner
}

/// "Open debate · 20 June 2024".
fn meta(session: &Session) -> String {
    let scenario = session.scenario();
    let format = upper_first(scenario.meeting.label());
    format!("{format} · {}", long_date(&scenario.date))
}

/// With a capital first letter.
pub(super) fn upper_first(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
