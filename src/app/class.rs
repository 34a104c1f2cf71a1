//! What a class asks of the app: its pack on paper, its results, the teacher's override, and names
//! taken out again.

use std::sync::Arc;

use eframe::egui::Context;

use crate::debate::{Action, RuleViolation};
use crate::report::pack::{Choices, Naming, class_pack};
use crate::report::results::{Entered, results_csv, results_html};
use crate::session::{Papers, Session};

use super::App;
use super::command::{ClassPart, Command, Pupils, Screen, SeatCommand, Source, Steer};
use super::playing::go_on;
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

    /// Shows a part of the Class screen.
    pub(super) fn show_class(&mut self, part: ClassPart) {
        self.screens.show_class(part);
        self.show(Screen::Class);
    }

    /// Saves what the class entered under a new name, in the folder for exports: as a page and as a
    /// table.
    pub(super) fn save_class(&mut self, pupils: Pupils, ctx: &Context) {
        let Some(session) = self.session.as_ref() else { return };
        let Some(folder) = self.library.exports() else {
            let text = "There is no folder to save in: name one in HORSESHOE_DATA.".to_owned();
            return self.shell.say(Severity::Warning, text);
        };
        let open = self.library.open.as_ref().map(Source::short_name);
        let open = open.unwrap_or_else(|| "debate".to_owned());
        let seed = session.seed().0;
        let stem = format!("{}-seed-{seed}-class", open.trim_end_matches(".ron"));
        let mut papers = session.papers().clone();
        if pupils == Pupils::Numbered {
            papers.erase_names();
        }
        let (record, is_over) = (Arc::new(session.truth().clone()), session.is_over());
        let papers = Arc::new(papers);
        for extension in ["html", "csv"] {
            let (record, papers) = (Arc::clone(&record), Arc::clone(&papers));
            let make = move || {
                let people = papers.people();
                let entered = Entered {
                    record: &record,
                    is_over,
                    people: &people,
                    predictions: &papers.predictions,
                    late: &papers.late,
                    marks: &papers.marks,
                    answers: &papers.answers,
                    late_answers: &papers.late_answers,
                    hands: &papers.hands,
                };
                Ok(match extension {
                    "html" => results_html(&entered).into_bytes(),
                    _ => results_csv(&entered),
                })
            };
            self.jobs.save((folder.clone(), stem.clone(), extension), make, ctx);
        }
    }

    /// Does something for the teacher in a debate that is played, and says what was done.
    pub(super) fn steer(&mut self, deed: Steer) {
        let Some(session) = self.session.as_mut().filter(|it| !it.is_undone_here()) else { return };
        let words = steered(session, deed);
        let due = session.due().map(|due| (due.who, due.matter));
        if let Err(refused) = done(session, deed) {
            return self.refuse(refused);
        }
        if session.due().map(|due| (due.who, due.matter)) != due {
            go_on(session);
        }
        let back = match deed {
            Steer::Leave(who) => vec![("Give it back", Steer::TakeBack(who))],
            Steer::Finish | Steer::TakeBack(_) | Steer::Instruct { .. } | Steer::News(_) => vec![],
        };
        let back = back.into_iter().map(|(is, it)| (is, Command::Seat(SeatCommand::Steer(it))));
        self.shell.toasts.tell(Message {
            severity: Severity::Done,
            text: words,
            actions: back.collect(),
        });
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

/// Does it, here.
fn done(session: &mut Session, deed: Steer) -> Result<(), RuleViolation> {
    let action = match deed {
        Steer::Finish => {
            session.finish_matter();
            return Ok(());
        }
        Steer::Leave(who) => Action::LeaveSeat(who),
        Steer::TakeBack(who) => Action::TakeSeat(who),
        Steer::Instruct { to, issue, position } => Action::Instruct { to, issue, position },
        Steer::News(inject) => Action::FireInject(inject),
    };
    session.act(&action)
}

/// What is said of it, once it is done.
fn steered(session: &Session, deed: Steer) -> String {
    let scenario = &*session.truth().scenario;
    let name = |who| scenario.members[who].name.in_sentence();
    match deed {
        Steer::Finish => {
            let who =
                session.due().map_or_else(String::new, |due| format!(" for {}", name(due.who)));
            format!("What waited{who} is finished as the model would have it.")
        }
        Steer::Leave(who) => {
            format!("The model plays on for {}. What was done stays in the record.", name(who))
        }
        Steer::TakeBack(who) => format!("A person plays for {} again.", name(who)),
        Steer::Instruct { to, issue, .. } => {
            let issue = &scenario.issues[issue].name;
            format!("Other instructions on “{issue}” were sent to {}.", name(to))
        }
        Steer::News(inject) => {
            let title = scenario.injects[inject].title.trim_end_matches('.');
            format!("“{title}” happens now, in the debate that is played.")
        }
    }
}
