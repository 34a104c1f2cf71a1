//! The President's summary as a file of text.

use eframe::egui::Context;

use crate::analysis::summary_check::document;

use super::App;
use super::command::Source;
use super::shell::Severity;

impl App {
    /// Saves the summary as it reads, under a new name, in the folder for exports.
    pub(super) fn save_summary(&mut self, ctx: &Context) {
        let Some(session) = &self.session else { return };
        let Some(folder) = self.library.exports() else {
            let text = "There is no folder to save in: name one in HORSESHOE_DATA.".to_owned();
            return self.shell.say(Severity::Warning, text);
        };
        let open = self.library.open.as_ref().map(Source::short_name);
        let open = open.unwrap_or_else(|| "debate".to_owned());
        let stem = format!("{}-seed-{}-summary", open.trim_end_matches(".ron"), session.seed().0);
        let text = document(session.scenario(), session.state(), &session.papers().summary);
        self.jobs.save((folder, stem, "txt"), move || Ok(text.into_bytes()), ctx);
    }
}
