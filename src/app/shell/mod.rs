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

/// Something to tell, until it is dismissed or there is something newer.
#[derive(Clone, Debug)]
pub(super) struct Message {
    pub(super) severity: Severity,
    pub(super) text: String,
    /// What can be done about it.
    pub(super) action: Option<(&'static str, Command)>,
}

/// The shell and its residue.
#[derive(Debug, Default)]
pub(super) struct Shell {
    pub(super) message: Option<Message>,
    pub(super) help: bool,
}

impl Shell {
    /// Tells something about which nothing can be done by a click.
    pub(super) fn say(&mut self, severity: Severity, text: String) {
        self.message = Some(Message { severity, text, action: None });
    }

    /// Takes away what was only for information; a warning stays until it is dismissed.
    pub(super) fn forget_information(&mut self) {
        if self.message.as_ref().is_some_and(|it| it.severity == Severity::Information) {
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

    /// The notice below the bar, if there is something to tell.
    pub(super) fn notice(&self, ctx: ViewCtx<'_>, ui: &mut Ui) {
        let Some(message) = &self.message else { return };
        let frame = Frame::new().fill(ctx.tokens.panel).inner_margin(Margin::symmetric(12, 8));
        let it = Notice {
            severity: message.severity,
            text: &message.text,
            action: message.action.as_ref().map(|(words, _)| *words),
        };
        let shown =
            Panel::top("notice").frame(frame).show(ui, |ui| notice(ui, ctx.tokens, &it)).inner;
        match (shown, &message.action) {
            (Some(NoticeClick::Action), Some((_, command))) => {
                ctx.send(Command::DismissNotice);
                ctx.send(command.clone());
            }
            (Some(NoticeClick::Dismiss), _) => ctx.send(Command::DismissNotice),
            _ => {}
        }
    }

    /// What lies over the screen: the help.
    pub(super) fn overlay(&self, ctx: ViewCtx<'_>, screen: Screen, ui: &Ui) {
        if self.help {
            help::help(ctx, screen, ui);
        }
    }
}

/// "Open debate · 20 June 2024".
fn meta(session: &Session) -> String {
    let scenario = session.scenario();
    let format = upper_first(scenario.meeting.name());
    format!("{format} · {}", long_date(&scenario.date))
}

/// With a capital first letter.
pub(super) fn upper_first(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
