//! What a class asks of the app: its pack on paper, and names taken out again.

use std::sync::Arc;

use eframe::egui::Context;

use crate::report::pack::{Choices, Naming, class_pack};
use crate::session::Papers;

use super::App;
use super::command::{Command, SeatCommand, Source};
use super::shell::{Message, Severity};

impl App {
    /// Saves the class pack under a new name, in the folder for exports.
    pub(super) fn save_pack(&mut self, anonymous: bool, ctx: &Context) {
        let Some(session) = self.session.as_ref().filter(|it| it.sees_all()) else { return };
        let Some(folder) = self.library.exports() else {
            let text = "There is no folder to save in: name one in HORSESHOE_DATA.".to_owned();
            return self.shell.say(Severity::Warning, text);
        };
        let open = self.library.open.as_ref().map(Source::short_name);
        let open = open.unwrap_or_else(|| "debate".to_owned());
        let letters = if anonymous { "-letters" } else { "" };
        let stem = format!("{}-class-pack{letters}", open.trim_end_matches(".ron"));
        let scenario = Arc::clone(session.scenario());
        let naming = if anonymous { Naming::Letters } else { Naming::Names };
        let make = move || Ok(class_pack(&scenario, Choices { naming }).into_bytes());
        self.jobs.save((folder, stem, "html"), make, ctx);
    }

    /// Keeps papers from which something was taken, and offers the way back.
    pub(super) fn redact(&mut self, papers: Papers, words: String) {
        let Some(session) = &mut self.session else { return };
        let before = session.papers().clone();
        session.keep_papers(papers);
        self.begin_journal_anew();
        let back = Command::Seat(SeatCommand::Papers(Box::new(before)));
        self.shell.toasts.tell(Message {
            severity: Severity::Done,
            text: words,
            actions: vec![("Undo", back)],
        });
    }

    /// Takes what people wrote over from the debate that is open to another on the same scenario:
    /// names do not stay behind in the autosave of the first.
    pub(super) fn take_papers(&mut self) -> Papers {
        let Some(session) = &mut self.session else { return Papers::default() };
        let papers = session.papers().for_another_debate();
        if *session.papers() != Papers::default() {
            session.keep_papers(Papers::default());
            self.begin_journal_anew();
            self.note();
        }
        papers
    }

    /// A journal only grows: what was taken out is gone once another stands in its place.
    fn begin_journal_anew(&mut self) {
        let old = self.journal.take();
        self.begin_journal();
        if let Some(Err(why)) = old.map(crate::store::journal::Journal::finish) {
            let text = format!("What was taken out is still in an old autosave: {why}.");
            self.shell.say(Severity::Warning, text);
        }
    }
}
