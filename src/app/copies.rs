//! Copies in a person's own folder: how they are asked for, and what is said of them.

use std::path::PathBuf;

use eframe::egui::Context;

use super::App;
use super::command::{Command, Screen, Source};
use super::library::Shelf;
use super::shell::{Message, Severity};

impl App {
    /// Copies a scenario to the person's folder.
    pub(super) fn copy(&mut self, source: Source, ctx: &Context) {
        if let Some(yours) = &self.library.yours {
            self.jobs.copy(source, yours.path.clone(), ctx);
        }
    }

    /// Copies the chosen card, or in the briefing what is open.
    pub(super) fn copy_chosen(&mut self, ctx: &Context) {
        let source = match self.screens.current() {
            Screen::Briefing => self.library.open.clone(),
            _ => self.library.chosen().map(|book| book.source.clone()),
        };
        let Some(source) = source else { return };
        if self.library.can_be_copied(&source) {
            self.copy(source, ctx);
        } else if self.library.book(&source).is_some_and(|book| book.shelf == Shelf::Yours) {
            let text = format!("{} is one of your scenarios already.", source.short_name());
            self.shell.say(Severity::Information, text);
        }
    }

    /// Tells where a copy is.
    pub(super) fn copied(&mut self, copied: Result<PathBuf, String>) {
        match copied {
            Ok(path) => {
                self.disk.look_at_folder();
                self.shell.toasts.tell(Message {
                    severity: Severity::Done,
                    text: format!("Copied to {}", path.display()),
                    actions: vec![("Show", Command::ShowFile(path))],
                });
            }
            Err(why) => self.shell.say(Severity::Warning, format!("Nothing was copied: {why}.")),
        }
    }

    /// Has the desktop show the person's folder.
    pub(super) fn open_folder(&mut self, ctx: &Context) {
        if let Some(yours) = &self.library.yours {
            self.jobs.show_folder(yours.path.clone(), ctx);
        }
    }
}
