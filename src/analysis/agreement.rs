//! Note-takers: what they heard beside what was declared, and beside each other.
//!
//! docs/model.md, "Class": the share of marks that agree, and Cohen's κ (1960), the share beyond
//! what chance alone would bring about.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::council::{Declared, OutcomeId};
use crate::debate::Record;
use crate::text::upper_first;

use super::said::{Said, stance};

/// What a note-taker marked.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Marks {
    /// Who, as the class calls that person.
    pub by: String,
    /// The marks; of two on the same statement and outcome, the later counts.
    pub heard: Vec<Mark>,
}

/// A stance heard in a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The number of the event of the statement, from 1.
    pub event: usize,
    /// On which outcome.
    pub outcome: OutcomeId,
    /// What was heard; `Undeclared`, where nothing was.
    pub stance: Declared,
}

/// How far two agree on what both have marked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreement {
    /// How many items both have marked.
    pub items: usize,
    /// On how many of them they agree.
    pub same: usize,
    /// Cohen's κ, from -1 to 1: 1 is full agreement, 0 what chance would bring about.
    pub kappa: Result<f64, NoKappa>,
}

/// Why there is no κ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NoKappa {
    /// There is no item that both have marked.
    #[error("there is nothing that both have marked")]
    NothingInCommon,
    /// Both gave all items the same mark.
    #[error("both gave every item the same mark, so that chance would agree as well")]
    NoVariance,
}

/// A mark that differs from what was declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misheard {
    /// The mark.
    pub mark: Mark,
    /// What the statement declared.
    pub declared: Declared,
    /// The difference as a sentence.
    pub text: String,
}

/// All note-takers beside the record and beside each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Each with the record, in their order.
    pub with_record: Vec<Agreement>,
    /// Each pair, by their places: the smaller first.
    pub pairs: Vec<((usize, usize), Agreement)>,
}

impl Agreement {
    /// The agreement of pairs of marks.
    pub fn of<T: Ord>(pairs: impl IntoIterator<Item = (T, T)>) -> Self {
        let (mut items, mut same) = (0_usize, 0_usize);
        let mut counts: BTreeMap<T, (usize, usize)> = BTreeMap::new();
        for (one, other) in pairs {
            items += 1;
            same += usize::from(one == other);
            counts.entry(one).or_default().0 += 1;
            counts.entry(other).or_default().1 += 1;
        }
        // Whole numbers, so that the undefined case is told exactly.
        let chance: usize = counts.values().map(|(one, other)| one * other).sum();
        let all = items * items;
        let kappa = if items == 0 {
            Err(NoKappa::NothingInCommon)
        } else if chance == all {
            Err(NoKappa::NoVariance)
        } else {
            let (observed, expected) = (items * same, chance);
            Ok((observed as f64 - expected as f64) / (all - expected) as f64)
        };
        Self { items, same, kappa }
    }

    /// The share of items on which they agree, in 0..1; `None` where there is none.
    pub fn share(&self) -> Option<f64> {
        (self.items > 0).then(|| self.same as f64 / self.items as f64)
    }
}

impl Marks {
    fn by_item(&self) -> BTreeMap<(usize, OutcomeId), Declared> {
        self.heard.iter().map(|mark| ((mark.event, mark.outcome), mark.stance)).collect()
    }
}

/// The agreement of two note-takers.
pub fn between(one: &Marks, other: &Marks) -> Agreement {
    let others = other.by_item();
    let both = one.by_item().into_iter();
    Agreement::of(both.filter_map(|(item, heard)| Some((heard, *others.get(&item)?))))
}

/// The agreement of a note-taker with what was declared. A mark on what is no statement is passed
/// over.
pub fn with_record(record: &Record, marks: &Marks) -> Agreement {
    Agreement::of(beside(record, marks).into_iter().map(|(mark, said)| (mark.stance, said)))
}

/// The marks that differ from what was declared, by statement and outcome.
pub fn misheard(record: &Record, marks: &Marks) -> Vec<Misheard> {
    let scenario = &*record.scenario;
    let said = Said::up_to(record, record.events.len());
    let differing = beside(record, marks).into_iter();
    differing
        .filter(|(mark, declared)| mark.stance != *declared)
        .filter_map(|(mark, declared)| {
            let who = said.statement(mark.event)?.speaker;
            let text = format!(
                "{} was {} “{}” in this statement, and “{}” is marked.",
                upper_first(&scenario.members[who].name.in_sentence()),
                stance(declared),
                scenario.outcomes[mark.outcome].title,
                label(mark.stance),
            );
            Some(Misheard { mark, declared, text })
        })
        .collect()
}

const fn label(declared: Declared) -> &'static str {
    match declared {
        Declared::InFavour => "in favour",
        Declared::Reservations => "with reservations",
        Declared::Opposed => "opposed",
        Declared::Undeclared => "nothing declared",
    }
}

/// Each mark on a statement, with what the statement declared.
fn beside(record: &Record, marks: &Marks) -> Vec<(Mark, Declared)> {
    let said = Said::up_to(record, record.events.len());
    let items = marks.by_item().into_iter();
    items
        .filter_map(|((event, outcome), stance)| {
            let statement = said.statement(event)?;
            let declared = statement.declarations.iter().find(|it| it.outcome == outcome);
            let declared = declared.map_or(Declared::Undeclared, |it| it.stance);
            Some((Mark { event, outcome, stance }, declared))
        })
        .collect()
}

/// All note-takers beside the record and beside each other.
pub fn table(record: &Record, all: &[Marks]) -> Table {
    let with_record = all.iter().map(|marks| with_record(record, marks)).collect();
    let mut pairs = Vec::new();
    for (first, one) in all.iter().enumerate() {
        for (second, other) in all.iter().enumerate().skip(first + 1) {
            pairs.push(((first, second), between(one, other)));
        }
    }
    Table { with_record, pairs }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pairs behind a table of counts: rows are one rater's marks, columns the other's.
    fn pairs(counts: &[&[usize]]) -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        for (row, counts) in counts.iter().enumerate() {
            for (column, &count) in counts.iter().enumerate() {
                pairs.extend(std::iter::repeat_n((row, column), count));
            }
        }
        pairs
    }

    /// Cohen 1968, "Weighted kappa", Table 1, after Cohen 1960: two hundred cases in three
    /// categories, κ = .492 without weights.
    #[test]
    fn kappa_is_that_of_the_published_table() {
        let found = Agreement::of(pairs(&[&[88, 14, 18], &[10, 40, 10], &[2, 6, 12]]));
        assert_eq!((found.items, found.same), (200, 140));
        assert!((found.kappa.unwrap() - 0.492).abs() < 5e-4);
    }

    /// The textbook table of fifty proposals and two readers: 0.70 observed, 0.50 by chance.
    #[test]
    fn kappa_of_two_readers_is_two_fifths() {
        let found = Agreement::of(pairs(&[&[20, 5], &[10, 15]]));
        assert_eq!(found.share(), Some(0.7));
        assert!((found.kappa.unwrap() - 0.4).abs() < 1e-12);
    }

    #[test]
    fn without_variance_or_items_there_is_no_kappa_and_it_says_why() {
        let none: [(u8, u8); 0] = [];
        assert_eq!(Agreement::of(none).kappa, Err(NoKappa::NothingInCommon));
        assert_eq!(Agreement::of(none).share(), None);
        assert_eq!(Agreement::of([(1, 1), (1, 1)]).kappa, Err(NoKappa::NoVariance));
        // One of the two varies: chance explains all of the agreement.
        assert_eq!(Agreement::of([(1, 1), (1, 2)]).kappa, Ok(0.0));
        assert_eq!(Agreement::of([(1, 2), (2, 1)]).kappa, Ok(-1.0));
    }
}
