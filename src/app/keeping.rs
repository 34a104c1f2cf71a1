//! Keeping what a person does: records saved and opened, and sessions found again after the
//! program was killed.

use std::path::Path;
use std::time::Duration;

use eframe::egui::Context;

use crate::session::journal::Recovered;
use crate::session::{Papers, Session};
use crate::store::journal::{self, Journal, Recoverable};

use super::App;
use super::command::{Command, Screen, Source};
use super::shell::{Message, Severity};

/// The folder of journals within that of the program's data.
const FOLDER: &str = "autosave";
/// So many sessions are offered again; older ones wait for the next start.
const MOST_OFFERED: usize = 3;

/// A saved record, opened.
#[derive(Debug)]
pub(super) struct OpenedRecord {
    pub(super) session: Box<Session>,
    /// What has to be said about the file.
    pub(super) warning: Option<String>,
}

/// Reads the text of a saved record.
pub(super) fn opened(text: &str) -> Result<OpenedRecord, String> {
    let (session, warning) = Session::open_record(text).map_err(|fault| fault.to_string())?;
    Ok(OpenedRecord { session: Box::new(session), warning })
}

/// Whether a file of this beginning is a saved record: a line of JSON, which no scenario is.
pub(super) fn is_record(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().starts_with(b"{")
}

impl App {
    /// Saves the branch that is looked at as a record, under a new name.
    pub(super) fn save_record(&mut self, ctx: &Context) {
        let Some(session) = &self.session else { return };
        let Some(folder) = self.library.exports() else {
            let text = "There is no folder to save in: name one in HORSESHOE_DATA.".to_owned();
            return self.shell.say(Severity::Warning, text);
        };
        let stem = self.library.stem(session);
        let text = session.record_text();
        if session.naming().is_by_letters() {
            let words = "The record holds the scenario as it was written, with its names. Opened \
                         here, it shows letters until it is told who was who.";
            self.shell.say(Severity::Information, words.to_owned());
        }
        self.jobs.save((folder, stem, "record"), move || Ok(text.into_bytes()), ctx);
    }

    /// Opens a saved record, as it was recorded.
    pub(super) fn take_record(&mut self, source: &Source, read: Result<OpenedRecord, String>) {
        let name = source.short_name();
        let record = match read {
            Ok(record) => record,
            Err(why) => {
                let text = format!("{name} cannot be opened: {why}.");
                return self.shell.say(Severity::Warning, text);
            }
        };
        self.library.remember(source.clone(), &record.session.scenario().title);
        self.library.open = None;
        self.library.problems = None;
        let scenario = std::sync::Arc::clone(record.session.scenario());
        self.forget_runs(&scenario);
        self.seed = record.session.seed();
        self.sit(*record.session);
        self.shell.toasts.clear();
        self.shell.on_disk = None;
        self.screens.forget();
        self.screens.show(Screen::Chamber);
        let (severity, text) = match record.warning {
            Some(warning) => (Severity::Warning, format!("{name}: {warning}")),
            None => (Severity::Information, format!("{name} is open, as it was recorded.")),
        };
        self.shell.say(severity, text);
    }

    /// Begins the journal of the debate that has just been opened; that of the one before goes.
    pub(super) fn begin_journal(&mut self) {
        self.end_journal();
        let (Some(folder), Some(session)) = (&self.folder, &self.session) else { return };
        let name = self.library.open.as_ref().map(Source::name).unwrap_or_default();
        match Journal::begin(&folder.join(FOLDER), session, &name) {
            Ok(journal) => self.journal = Some(journal),
            Err(why) => self.shell.say(Severity::Warning, format!("From now on {why}.")),
        }
    }

    /// The journal of a debate in which nothing was done is not needed any more; one that was left
    /// in the middle is offered again.
    pub(super) fn end_journal(&mut self) {
        let Some(journal) = self.journal.take() else { return };
        if !self.is_unfinished
            && let Err(why) = journal.finish()
        {
            self.shell.say(Severity::Warning, format!("An old autosave stays behind: {why}."));
        }
    }

    /// Notes what has happened since the frame before.
    pub(super) fn note(&mut self) {
        let (Some(journal), Some(session)) = (&mut self.journal, &self.session) else { return };
        let in_the_middle = session.cursor() > 0 && !session.is_over();
        let has_papers = *session.papers() != Papers::default();
        self.is_unfinished = in_the_middle || has_papers || !session.deeds().is_empty();
        if let Err(why) = journal.note(session) {
            self.journal = None;
            self.shell.say(Severity::Warning, format!("From now on {why}."));
        }
    }

    /// Looks for sessions whose window is gone.
    pub(super) fn look_for_journals(&mut self, ctx: &Context) {
        if let Some(folder) = &self.folder {
            self.jobs.find_journals(folder.join(FOLDER), ctx);
        }
    }

    /// Offers the sessions that were interrupted.
    pub(super) fn offer(&mut self, found: Vec<Recoverable>) {
        for it in found.into_iter().take(MOST_OFFERED).rev() {
            let when = it.when.elapsed().map_or_else(|_| String::new(), ago);
            self.shell.toasts.tell(Message {
                severity: Severity::Warning,
                text: format!(
                    "“{}” was still open when Horseshoe ended{when}, at turn {}. It can go on where \
                     it was.",
                    it.heading.title, it.turns
                ),
                actions: vec![
                    ("Go on", Command::Recover(it.path.clone())),
                    ("Throw it away", Command::DiscardJournal(it.path)),
                ],
            });
        }
    }

    /// Goes on with a session that was interrupted.
    pub(super) fn recovered(&mut self, found: Result<(Box<Recovered>, Box<Journal>), String>) {
        let (recovered, journal) = match found {
            Ok(found) => found,
            Err(why) => {
                let text = format!("The session cannot be found again: {why}.");
                return self.shell.say(Severity::Warning, text);
            }
        };
        self.end_journal();
        let Recovered { session, heading, warning, .. } = *recovered;
        let scenario = std::sync::Arc::clone(session.scenario());
        self.forget_runs(&scenario);
        self.seed = session.seed();
        let known = Source::Named(heading.name);
        self.library.open = Some(self.library.known(known, &scenario));
        self.screens.forget();
        self.session = Some(session);
        self.set_playing();
        self.journal = Some(*journal);
        self.screens.show(Screen::Chamber);
        let text = warning.unwrap_or_else(|| "The debate is as it was left.".to_owned());
        self.shell.say(Severity::Information, text);
    }

    /// Throws an interrupted session away.
    pub(super) fn discard_journal(&mut self, path: &Path) {
        if let Err(why) = journal::discard(path) {
            self.shell.say(Severity::Warning, format!("It stays where it is: {why}."));
        }
    }
}

/// The sessions in a folder whose windows are gone.
pub(super) fn find(folder: &Path) -> Vec<Recoverable> {
    journal::recoverable(folder)
}

/// Takes over an interrupted session.
pub(super) fn recover(path: &Path) -> Result<(Box<Recovered>, Box<Journal>), String> {
    journal::recover(path).map(|(recovered, journal)| (Box::new(recovered), Box::new(journal)))
}

/// ", 5 minutes ago".
fn ago(passed: Duration) -> String {
    let minutes = passed.as_secs() / 60;
    let (count, unit) = match minutes {
        0 => return ", a moment ago".to_owned(),
        1..60 => (minutes, "minute"),
        60..2880 => (minutes / 60, "hour"),
        _ => (minutes / 1440, "day"),
    };
    let plural = if count == 1 { "" } else { "s" };
    format!(", {count} {unit}{plural} ago")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_long_ago_is_said_in_one_unit() {
        let said = |seconds| ago(Duration::from_secs(seconds));
        assert_eq!(said(0), ", a moment ago");
        assert_eq!(said(61), ", 1 minute ago");
        assert_eq!(said(7_300), ", 2 hours ago");
        assert_eq!(said(400_000), ", 4 days ago");
    }

    #[test]
    fn a_record_is_told_from_a_scenario_by_its_first_sign() {
        assert!(is_record(b"{\"format\":1}"));
        assert!(!is_record(b"// a comment\nScenario("));
    }
}
