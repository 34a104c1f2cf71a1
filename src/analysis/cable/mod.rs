//! The reporting cable as a form, checked against the record: who said what, with a quotation each.

mod quotation;
mod words;

use serde::{Deserialize, Serialize};

use crate::council::{Declared, DelegationId, OutcomeId};
use crate::debate::{Record, turns_so_far};
use crate::scenario::Scenario;
use crate::text::{EntryKind, Verbatim};

use super::said::Said;

pub use quotation::{Found, find};

/// A cable as a person wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Cable {
    /// What delegations said, an entry for each.
    pub entries: Vec<CableEntry>,
    /// A paragraph of assessment, which is never scored.
    pub assessment: String,
}

/// What one delegation said on one outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CableEntry {
    /// Who.
    pub who: DelegationId,
    /// The stance reported.
    pub stance: Declared,
    /// On which outcome.
    pub outcome: OutcomeId,
    /// Its own words, quoted.
    pub quotation: String,
}

/// A statement as it was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uttered {
    /// The number of its event, from 1.
    pub event: usize,
    /// Who spoke.
    pub speaker: DelegationId,
    /// The words.
    pub words: String,
}

/// The statements of the first `until` events of `record`, in the words of the phrasebook. Where
/// a person spoke other words, put those in their place.
pub fn uttered(record: &Record, until: usize) -> Vec<Uttered> {
    let events = &record.events[..until.min(record.events.len())];
    let entries = Verbatim::of(&record.scenario, record.seed, events).into_iter();
    entries
        .filter_map(|entry| match entry.kind {
            EntryKind::Statement { speaker, .. } => {
                Some(Uttered { event: entry.event, speaker, words: entry.text })
            }
            EntryKind::Heading | EntryKind::Proceedings | EntryKind::President => None,
        })
        .collect()
}

/// A cable beside the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// What was found of each entry, in order.
    pub entries: Vec<CheckedEntry>,
    /// Those that declared themselves and have no entry, in the order of the file.
    pub omitted: Vec<Omitted>,
}

/// What was found of one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedEntry {
    /// What was found of the stance.
    pub stance: StanceFound,
    /// What was found of the quotation.
    pub quotation: Found,
    /// Both in sentences: the stance, then the quotation.
    pub texts: [String; 2],
}

/// What was found of a stance reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StanceFound {
    /// It was declared last at this event.
    Right {
        /// The number of the event, from 1.
        event: usize,
    },
    /// Another stance was declared last.
    Wrong {
        /// The stance declared.
        declared: Declared,
        /// The number of the event, from 1.
        event: usize,
    },
    /// Nothing was declared, and a stance is reported.
    NothingDeclared,
    /// Nothing was declared, and the entry says so.
    RightlyUndeclared,
}

impl StanceFound {
    /// Whether the stance is right.
    pub const fn is_right(self) -> bool {
        matches!(self, Self::Right { .. } | Self::RightlyUndeclared)
    }
}

impl CheckedEntry {
    /// Whether stance and quotation are right.
    pub fn is_right(&self) -> bool {
        self.stance.is_right() && self.quotation.is_right()
    }
}

/// A delegation that declared itself and is not reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Omitted {
    /// Who.
    pub who: DelegationId,
    /// On which outcome, how, and at which event, in the order of the file.
    pub declared: Vec<(OutcomeId, Declared, usize)>,
    /// The omission as a sentence.
    pub text: String,
}

/// How many entries are right, out of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Score {
    /// Entries of which both the stance and the quotation are right.
    pub right: usize,
    /// Entries of which the stance is right.
    pub stances: usize,
    /// Entries of which the quotation is right.
    pub quotations: usize,
    /// All entries.
    pub of: usize,
}

impl Checked {
    /// The score: of the entries alone, whatever the assessment says and whoever is left out.
    pub fn score(&self) -> Score {
        let count = |right: fn(&CheckedEntry) -> bool| {
            self.entries.iter().filter(|entry| right(entry)).count()
        };
        Score {
            right: count(CheckedEntry::is_right),
            stances: count(|entry| entry.stance.is_right()),
            quotations: count(|entry| entry.quotation.is_right()),
            of: self.entries.len(),
        }
    }
}

/// Checks a cable against the first `until` events of `record`, and against what was `said` in
/// them.
pub fn check(record: &Record, until: usize, said: &[Uttered], cable: &Cable) -> Checked {
    let scenario = &*record.scenario;
    let ledger = Said::up_to(record, until);
    let turns = turns_so_far(record);
    let turn = |event: usize| turns.partition_point(|turn| turn.events.start < event).max(1);
    let checked = |entry: &CableEntry| {
        let stance = stance(ledger, entry);
        let quotation = find(said, entry.who, &entry.quotation);
        let texts = [
            words::stance(scenario, entry, (stance, &turn)),
            words::quotation(scenario, entry, (&quotation, &turn)),
        ];
        CheckedEntry { stance, quotation, texts }
    };
    Checked {
        entries: cable.entries.iter().map(checked).collect(),
        omitted: omitted(scenario, ledger, cable),
    }
}

fn stance(ledger: Said<'_>, entry: &CableEntry) -> StanceFound {
    match ledger.declared(entry.who, entry.outcome) {
        Some((event, declared)) if declared == entry.stance => StanceFound::Right { event },
        Some((event, declared)) => StanceFound::Wrong { declared, event },
        None if entry.stance == Declared::Undeclared => StanceFound::RightlyUndeclared,
        None => StanceFound::NothingDeclared,
    }
}

fn omitted(scenario: &Scenario, ledger: Said<'_>, cable: &Cable) -> Vec<Omitted> {
    let reported = |who| cable.entries.iter().any(|entry| entry.who == who);
    let others = scenario.order.members.iter().copied().filter(|&who| !reported(who));
    others
        .filter_map(|who| {
            let outcomes = scenario.order.outcomes.iter().copied();
            let declared: Vec<_> = outcomes
                .filter_map(|outcome| {
                    let (event, stance) = ledger.declared(who, outcome)?;
                    Some((outcome, stance, event))
                })
                .collect();
            let text = words::omitted(scenario, who, &declared);
            (!declared.is_empty()).then_some(Omitted { who, declared, text })
        })
        .collect()
}
