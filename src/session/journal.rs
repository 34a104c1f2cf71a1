//! The journal of a session: lines from which it is found again as it was left.
//!
//! A debate is a pure function of its scenario, its seed and what people did; so a journal holds the
//! scenario once, and then what people did and where they looked.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use thiserror::Error;

use crate::council::{DelegationId, with_names};
use crate::debate::{ENGINE_VERSION, Seal};
use crate::scenario::{self, Naming, Scenario};
use crate::stream::Seed;

use super::Session;
use super::papers::Papers;
use super::play::Draft;
use super::tree::{Deed, Place};

/// The newest format of a journal.
pub const JOURNAL_FORMAT: u64 = 1;

/// A line after the header.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
enum Line {
    /// Something was done to the tree.
    Did {
        /// What.
        deed: Deed,
    },
    /// A person wrote something that is not said yet, or threw it away.
    Draft {
        /// For which seat.
        who: DelegationId,
        /// What.
        draft: Option<Draft>,
    },
    /// People wrote something beside the debate.
    Papers {
        /// All that they have written.
        papers: Box<Papers>,
    },
    /// States were named otherwise.
    Named {
        /// How.
        naming: Naming,
    },
    /// One looked elsewhere.
    Look {
        /// Where.
        at: Place,
    },
}

/// What of a session has been written in its journal.
#[derive(Debug, Clone, PartialEq)]
pub struct Notes {
    seal: Seal,
    deeds: usize,
    place: Place,
    drafts: Vec<(DelegationId, Draft)>,
    papers: Papers,
    naming: Naming,
}

impl Notes {
    /// The notes of a session, and the first lines of its journal. `name` is how the person knows
    /// the scenario: a path, or the name of a bundled one.
    pub fn begin(session: &Session, name: &str) -> (Self, String) {
        let mut header = json!({
            "kind": "Journal",
            "format": JOURNAL_FORMAT,
            "program": env!("CARGO_PKG_VERSION"),
            "engine_version": ENGINE_VERSION,
            "title": session.truth().scenario.title,
            "name": name,
        });
        if let Some((record, _)) = &session.opened {
            header["record"] = json!(**record);
        } else {
            header["seed"] = json!(session.seed().0);
            header["source"] = json!(&*session.truth().scenario.source);
            if let Some(Seed(seed)) = session.truth().scenario.variation {
                header["varied"] = json!(seed);
            }
        }
        let mut seal = Seal::default();
        let mut lines = seal.close(&header.to_string());
        lines.push('\n');
        let place = Place { cursor: 0, ..session.place() };
        let (drafts, papers) = (Vec::new(), Papers::default());
        // A session begins with names, or as the record has it from which it was opened.
        let naming = session.opened.as_ref().map_or(Naming::Names, |(_, naming)| *naming);
        let mut notes = Self { seal, deeds: 0, place, drafts, papers, naming };
        lines.extend(notes.news(session));
        (notes, lines)
    }

    /// The lines to add for what has happened since, if anything has.
    pub fn news(&mut self, session: &Session) -> Option<String> {
        let mut lines = String::new();
        for deed in &session.deeds()[self.deeds..] {
            self.line(&session.truth().scenario, &Line::Did { deed: deed.clone() }, &mut lines);
        }
        if session.naming() != self.naming {
            self.naming = session.naming();
            let line = Line::Named { naming: self.naming };
            self.line(&session.truth().scenario, &line, &mut lines);
        }
        self.note_drafts(session, &mut lines);
        if *session.papers() != self.papers {
            self.papers = session.papers().clone();
            let papers = Box::new(self.papers.clone());
            self.line(&session.truth().scenario, &Line::Papers { papers }, &mut lines);
        }
        let (deeds, place) = (session.deeds().len(), session.place());
        if deeds != self.deeds || place != self.place {
            self.line(&session.truth().scenario, &Line::Look { at: place }, &mut lines);
        }
        (self.deeds, self.place) = (deeds, place);
        (!lines.is_empty()).then_some(lines)
    }

    fn note_drafts(&mut self, session: &Session, lines: &mut String) {
        let drafts = session.drafts();
        if drafts == self.drafts {
            return;
        }
        let gone = self.drafts.iter().filter(|(who, _)| drafts.iter().all(|it| it.0 != *who));
        let gone: Vec<_> = gone.map(|(who, _)| (*who, None)).collect();
        let new = drafts.iter().filter(|draft| !self.drafts.contains(draft));
        let new = new.map(|(who, draft)| (*who, Some(draft.clone())));
        for (who, draft) in gone.into_iter().chain(new.collect::<Vec<_>>()) {
            self.line(&session.truth().scenario, &Line::Draft { who, draft }, lines);
        }
        self.drafts = drafts.to_vec();
    }

    fn line(&mut self, scenario: &Scenario, line: &Line, lines: &mut String) {
        let written = with_names(&scenario.derived.names, || serde_json::to_string(line));
        lines.push_str(&self.seal.close(&written.unwrap_or_default()));
        lines.push('\n');
    }
}

/// Why a journal cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum JournalFault {
    /// The first line is no header, or was altered.
    #[error("this is not a journal of Horseshoe")]
    NotAJournal,
    /// It was written by a newer program.
    #[error("the journal has format {0}, and this program reads up to {JOURNAL_FORMAT}: update it")]
    Newer(u64),
    /// The scenario or the record in it cannot be read by this program.
    #[error("the scenario in the journal cannot be read by this version of Horseshoe")]
    Scenario,
}

/// What stands in the first line of a journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The title of the scenario.
    pub title: String,
    /// How the person knew the scenario.
    pub name: String,
    /// The version of the program that wrote it.
    pub program: String,
}

/// Up to which turn a line of a journal says that one looked, if it does.
pub fn looked_at(line: &str) -> Option<usize> {
    let line: Value = serde_json::from_str(line).ok()?;
    let cursor = (line["kind"] == "Look").then(|| line["at"]["cursor"].as_u64())??;
    usize::try_from(cursor).ok()
}

/// A session as it was left.
#[derive(Debug)]
pub struct Recovered {
    /// The session.
    pub session: Session,
    /// What stands in the first line.
    pub heading: Heading,
    /// What has been written, to go on from there.
    pub notes: Notes,
    /// How many bytes of the journal were taken; what follows was torn or altered.
    pub whole: usize,
    /// What has to be said about it, if anything.
    pub warning: Option<String>,
}

/// The heading of the journal that begins with `line`.
///
/// # Errors
/// When it is none, or of a newer format.
pub fn heading(line: &str) -> Result<Heading, JournalFault> {
    header(line, &mut Seal::default()).map(|(heading, _)| heading)
}

fn header(line: &str, seal: &mut Seal) -> Result<(Heading, Value), JournalFault> {
    let fields = seal.open(line).ok_or(JournalFault::NotAJournal)?;
    let header: Value = serde_json::from_str(&format!("{fields}}}"))
        .ok()
        .filter(|header: &Value| header["kind"] == "Journal")
        .ok_or(JournalFault::NotAJournal)?;
    match header["format"].as_u64() {
        None => return Err(JournalFault::NotAJournal),
        Some(format) if format > JOURNAL_FORMAT => return Err(JournalFault::Newer(format)),
        Some(_) => {}
    }
    let own = |field: &str| header[field].as_str().unwrap_or_default().to_owned();
    let heading = Heading { title: own("title"), name: own("name"), program: own("program") };
    Ok((heading, header))
}

/// The session that stands in the text of a journal, up to its last whole line.
///
/// # Errors
/// When the text is no journal, is of a newer format, or what was open cannot be read any more.
pub fn recover(text: &str) -> Result<Recovered, JournalFault> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().and_then(whole_line).ok_or(JournalFault::NotAJournal)?;
    let mut seal = Seal::default();
    let (heading, header) = header(first, &mut seal)?;
    let mut session = begun(&header)?;
    let mut warning = None;
    let mut whole = first.len() + 1;
    for line in lines {
        let before = seal.clone();
        let sealed = whole_line(line).and_then(|line| seal.open(line));
        let Some(fields) = sealed else {
            // What was being written when the program ended is torn; more than that is a change.
            if line.ends_with('\n') {
                warning = Some("The journal was altered: what was done after that is left out.");
            }
            break;
        };
        if !take_up(&mut session, fields) {
            seal = before;
            warning = Some("Something in the journal is not admitted any more: it is left out.");
            break;
        }
        whole += line.len();
    }
    let (deeds, place) = (session.deeds().len(), session.place());
    let (drafts, papers) = (session.drafts().to_vec(), session.papers().clone());
    let naming = session.naming();
    let notes = Notes { seal, deeds, place, drafts, papers, naming };
    Ok(Recovered { session, heading, notes, whole, warning: warning.map(str::to_owned) })
}

fn whole_line(line: &str) -> Option<&str> {
    line.strip_suffix('\n')
}

/// The session of a header, in which nothing has been done yet.
fn begun(header: &Value) -> Result<Session, JournalFault> {
    if let Some(record) = header["record"].as_str() {
        let opened = Session::open_record(record).map_err(|_fault| JournalFault::Scenario)?;
        return Ok(opened.0);
    }
    let source = header["source"].as_str().ok_or(JournalFault::Scenario)?;
    let seed = header["seed"].as_u64().ok_or(JournalFault::Scenario)?;
    let scenario = scenario::load("journal", source.as_bytes()).scenario;
    let scenario = scenario.ok_or(JournalFault::Scenario)?;
    let scenario = match header["varied"].as_u64() {
        Some(seed) => Arc::new(scenario.varied(Seed(seed))),
        None => scenario,
    };
    Ok(Session::new(scenario, Seed(seed)))
}

/// Does again what a line says. `false` where it is not admitted.
fn take_up(session: &mut Session, fields: &str) -> bool {
    let names = Arc::clone(&session.truth().scenario.derived.names);
    let read = || serde_json::from_str::<Line>(&format!("{fields}}}"));
    match with_names(&names, read) {
        Ok(Line::Did { deed: Deed::WhatIf { at, change } }) => {
            session.look_at(at) && session.what_if(change).is_ok()
        }
        Ok(Line::Did { deed: Deed::Sit { seats, presides } }) => {
            session.sit(seats, presides).is_ok()
        }
        Ok(Line::Did { deed: Deed::Act { at, action } }) => {
            session.look_at(at) && session.act(&action).is_ok()
        }
        Ok(Line::Did { deed: Deed::Finish { at } }) => {
            session.look_at(at) && {
                session.finish_matter();
                true
            }
        }
        Ok(Line::Did { deed: Deed::TryAgain { at } }) => {
            session.look_at(at) && session.try_again().is_ok()
        }
        Ok(Line::Named { naming }) => {
            session.tell_by(naming);
            true
        }
        Ok(Line::Papers { papers }) => {
            session.keep_papers(*papers);
            true
        }
        Ok(Line::Draft { who, draft }) => {
            session.keep_draft(who, draft);
            true
        }
        Ok(Line::Did { deed: Deed::Undo }) => session.undo(),
        Ok(Line::Did { deed: Deed::Redo }) => session.redo(),
        Ok(Line::Look { at }) => session.look_at(at),
        Err(_) => false,
    }
}
