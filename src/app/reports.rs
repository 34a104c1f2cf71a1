//! Reports of the debate that is open, as the command line writes them, into the folder for
//! exports.

use eframe::egui::Context;

use crate::report::document::{
    Made, Part, RUNS, Standings, Written, document_text, judged, scores, scores_csv,
};
use crate::session::{Eyes, Session};

use super::App;
use super::command::Source;
use super::library::Library;
use super::shell::Severity;

/// The simulated record as those may read it who look at the debate.
pub(in crate::app) fn record_part(session: &Session) -> Part {
    match session.eyes() {
        Eyes::All => Part::Record,
        Eyes::Seat(who) => Part::Heard(vec![who]),
        Eyes::Public => Part::Heard(Vec::new()),
    }
}

/// Whether those who look at the debate may have this of it now: the whole when it is over, of a
/// seat its own sheet, of the meeting what they heard.
pub(in crate::app) fn may_be_written(session: &Session, wanted: &Written) -> bool {
    match wanted.part() {
        None | Some(Part::Report) => session.sees_all() && session.has_ended(),
        Some(Part::Seat(who)) => {
            let is_theirs = session.sees_all() || session.eyes() == Eyes::Seat(*who);
            is_theirs && session.truth().seats().contains(who)
        }
        Some(part) => *part == record_part(session),
    }
}

impl Library {
    /// What files of the open debate are called, before what they are: "unsc-cyber-2024-seed-1".
    pub(in crate::app) fn stem(&self, session: &Session) -> String {
        let open = self.open.as_ref().map(Source::short_name);
        let open = open.unwrap_or_else(|| "debate".to_owned());
        format!("{}-seed-{}", open.trim_end_matches(".ron"), session.seed().0)
    }

    /// What such a file is called, without its extension: "unsc-cyber-2024-seed-1-report".
    pub(in crate::app) fn report_stem(&self, session: &Session, wanted: &Written) -> String {
        let stem = self.stem(session);
        match wanted.part() {
            None if *wanted == Written::Table => format!("{stem}-table"),
            None | Some(Part::Report) => format!("{stem}-report"),
            Some(Part::Seat(who)) => {
                let seat = session.scenario().members[*who].identifier.to_lowercase();
                format!("{stem}-sheet-{seat}")
            }
            Some(Part::Record | Part::Heard(_)) => format!("{stem}-simulated-record"),
        }
    }
}

impl App {
    /// Saves what is wanted of the branch that is looked at, as far as it has been shown, under a
    /// new name. Where people played, each seat stands beside many debates with the model in it.
    pub(super) fn save_report(&mut self, wanted: Written, ctx: &Context) {
        let Some(session) = self.session.as_ref().filter(|it| may_be_written(it, &wanted)) else {
            let text = "This is written when the debate is over.".to_owned();
            return self.shell.say(Severity::Warning, text);
        };
        let Some(folder) = self.library.exports() else {
            let text = "There is no folder to save in: name one in HORSESHOE_DATA.".to_owned();
            return self.shell.say(Severity::Warning, text);
        };
        let is_over = session.has_ended();
        let text = if is_over { session.record_text() } else { session.shown_text() };
        let stem = self.library.report_stem(session, &wanted);
        let name = format!("{}.record", self.library.stem(session));
        let holds_runs = is_over && !session.truth().seats().is_empty();
        let extension = wanted.extension();
        let papers = session.papers();
        let beside = Made {
            summary: papers.summary.clone(),
            cable: papers.cable.clone(),
            thoughts: papers.thoughts.clone(),
            ..Made::default()
        };
        let make = move || {
            if wanted == Written::Table {
                return Ok(scores_csv(&scores((&name, &text), &mut Standings::new(RUNS))));
            }
            let judged = judged(&text).map_err(|fault| fault.to_string())?;
            Ok(document_text(judged, &wanted, (RUNS, beside)).into_bytes())
        };
        self.jobs.save((folder, stem, extension), make, ctx);
        if holds_runs {
            let text = "The file is being written; each played seat is set beside 1,000 debates.";
            self.shell.say(Severity::Information, text.to_owned());
        }
    }
}
