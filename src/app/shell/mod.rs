//! What stands around every screen: the bar, notices, keys and their help.

mod help;
mod shortcuts;

use eframe::egui::{Context, Frame, Margin, Panel, Ui};

use crate::session::Session;
use crate::text::long_date;

use super::command::{Command, Screen};
use super::context::ViewCtx;
use super::views::{TopBarClick, TopBarView, top_bar};
use super::widgets::{Notice, NoticeClick, notice};

pub(super) use super::widgets::Severity;
pub(super) use help::key_name;

/// Something to tell, until it is dismissed or there is something newer.
#[derive(Clone, Debug)]
pub(super) struct Message {
    pub(super) severity: Severity,
    pub(super) text: String,
    /// What can be done about it.
    pub(super) actions: Vec<(&'static str, Command)>,
}

/// The shell and its residue.
#[derive(Debug, Default)]
pub(super) struct Shell {
    pub(super) message: Option<Message>,
    /// What became of the open file on the disk: it stays until the disk or a person settles it.
    pub(super) on_disk: Option<Message>,
    pub(super) help: bool,
}

impl Shell {
    /// Tells something about which nothing can be done by a click.
    pub(super) fn say(&mut self, severity: Severity, text: String) {
        self.message = Some(Message { severity, text, actions: Vec::new() });
    }

    /// Takes away what was only for information; a warning stays until it is dismissed.
    pub(super) fn forget_information(&mut self) {
        if self.message.as_ref().is_some_and(|it| it.severity != Severity::Warning) {
            self.message = None;
        }
    }

    /// The commands that the keys of this frame stand for.
    pub(super) fn commands(
        &self,
        ctx: &Context,
        screen: Screen,
        session: Option<&Session>,
    ) -> Vec<Command> {
        if self.help {
            return shortcuts::closing(ctx);
        }
        shortcuts::pressed(ctx, screen, session)
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
            about: screen == Screen::About,
        };
        let shown =
            Panel::top("bar").frame(Frame::new()).show(ui, |ui| top_bar(ui, ctx.tokens, &view));
        match shown.inner {
            Some(TopBarClick::Tab(tab)) => ctx.send(Command::Show(Screen::TABS[tab])),
            Some(TopBarClick::About) => ctx.send(Command::Show(Screen::About)),
            Some(TopBarClick::Keys) => ctx.send(Command::ToggleHelp),
            Some(TopBarClick::SwitchTheme) => ctx.send(Command::SwitchTheme),
            None => {}
        }
    }

    /// The notices below the bar, if there is something to tell.
    pub(super) fn notices(&self, ctx: ViewCtx<'_>, ui: &mut Ui) {
        if let Some(message) = &self.on_disk {
            match strip(ctx, message, ("on disk", message.actions.is_empty()), ui) {
                Some(NoticeClick::Action(at)) => ctx.send(message.actions[at].1.clone()),
                Some(NoticeClick::Dismiss) => ctx.send(Command::KeepOpen),
                None => {}
            }
        }
        if let Some(message) = &self.message {
            let click = strip(ctx, message, ("notice", true), ui);
            if click.is_some() {
                ctx.send(Command::DismissNotice);
            }
            if let Some(NoticeClick::Action(at)) = click {
                ctx.send(message.actions[at].1.clone());
            }
        }
    }

    /// What lies over the screen: the help.
    pub(super) fn overlay(&self, ctx: ViewCtx<'_>, screen: Screen, ui: &Ui) {
        if self.help {
            help::help(ctx, screen, ui);
        }
    }
}

/// One notice over the whole width.
fn strip(
    ctx: ViewCtx<'_>,
    message: &Message,
    (id, closes): (&'static str, bool),
    ui: &mut Ui,
) -> Option<NoticeClick> {
    let frame = Frame::new().fill(ctx.tokens.panel).inner_margin(Margin::symmetric(12, 8));
    let actions: Vec<&str> = message.actions.iter().map(|(words, _)| *words).collect();
    let it = Notice { severity: message.severity, text: &message.text, actions: &actions, closes };
    Panel::top(id).frame(frame).show(ui, |ui| notice(ui, ctx.tokens, &it)).inner
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
