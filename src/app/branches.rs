//! Branches as a person makes, leaves and compares them.

use crate::session::BranchId;

use super::App;
use super::command::{BranchCommand, Command, PauseAt, Screen};
use super::shell::{Message, Severity};

impl App {
    /// Carries out what is done with branches.
    pub(super) fn branch(&mut self, command: BranchCommand) {
        let Some(session) = &mut self.session else { return };
        match command {
            BranchCommand::Make(change) => match session.what_if(change) {
                Ok(_) => {
                    let text = format!("A branch was made: {}.", session.current().name());
                    self.shell.toasts.tell(Message {
                        severity: Severity::Done,
                        text,
                        actions: vec![
                            ("Compare", Command::Branch(BranchCommand::Compare)),
                            ("Undo", Command::Branch(BranchCommand::Undo)),
                        ],
                    });
                }
                Err(refused) => {
                    let text = format!("The rules do not admit this here: {refused}.");
                    self.shell.say(Severity::Warning, text);
                }
            },
            BranchCommand::Select(branch) => {
                session.select(branch);
            }
            BranchCommand::LookAt(branch, turns) => {
                session.select(branch);
                session.seek(turns);
                self.screens.show(Screen::Chamber);
            }
            BranchCommand::Undo => self.take_back(),
            BranchCommand::Redo => {
                session.redo();
                self.shell.toasts.forget_information();
            }
            BranchCommand::Compare => self.set_beside(),
        }
    }

    fn take_back(&mut self) {
        let Some(session) = &mut self.session else { return };
        let Some(name) = session.can_undo().map(str::to_owned) else { return };
        session.undo();
        self.shell.toasts.forget_information();
        self.shell.toasts.tell(Message {
            severity: Severity::Information,
            text: format!("Taken back: {name}."),
            actions: vec![("Redo", Command::Branch(BranchCommand::Redo))],
        });
        if session_is_alone(self.session.as_ref()) && self.screens.current() == Screen::Compare {
            self.screens.show(Screen::Chamber);
        }
    }

    /// The branch that is looked at beside the one it left; of the first, the one made last.
    fn set_beside(&mut self) {
        let Some(session) = &self.session else { return };
        let current = session.current();
        let pair = match current.fork() {
            Some(fork) if session.branch(fork.parent).is_some() => (fork.parent, current.id()),
            Some(_) => (BranchId::FIRST, current.id()),
            None => match session.branches().last() {
                Some(last) if last.id() != current.id() => (current.id(), last.id()),
                _ => return,
            },
        };
        self.shell.toasts.forget_information();
        self.screens.compare(pair);
    }

    /// Stops at such turns by itself, or no longer.
    pub(super) fn switch_pause(&mut self, at: PauseAt) {
        let pauses = &mut self.settings.pauses;
        let set = match at {
            PauseAt::Votes => &mut pauses.votes,
            PauseAt::Injects => &mut pauses.injects,
            PauseAt::Swings => &mut pauses.swings,
        };
        *set = !*set;
        if let Some(session) = &mut self.session {
            session.auto_pause = self.settings.pauses.into();
        }
    }
}

fn session_is_alone(session: Option<&crate::session::Session>) -> bool {
    session.is_none_or(|session| session.branches().len() < 2)
}
