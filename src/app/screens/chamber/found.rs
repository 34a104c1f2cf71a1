//! What of the record is shown: narrowed by who spoke, on what, and by words searched for.

use std::ops::Range;

use crate::council::{DelegationId, IssueId, OutcomeId, StatementPurpose};
use crate::debate::{Book, Event, EventKind};
use crate::scenario::Scenario;
use crate::session::Session;
use crate::text::{Entry, EntryKind};

use super::why::Moment;

/// What an entry tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Statement,
    Vote,
    Procedure,
}

impl Kind {
    pub(super) const ALL: [Self; 3] = [Self::Statement, Self::Vote, Self::Procedure];

    pub(super) const fn label(self) -> &'static str {
        match self {
            Self::Statement => "Statements",
            Self::Vote => "Votes",
            Self::Procedure => "Procedure",
        }
    }
}

/// To what the record is narrowed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Narrow {
    pub(super) search: String,
    pub(super) delegation: Option<DelegationId>,
    pub(super) issue: Option<IssueId>,
    pub(super) outcome: Option<OutcomeId>,
    pub(super) kind: Option<Kind>,
}

impl Narrow {
    /// Whether anything is left out, or may be.
    pub(super) fn is_narrow(&self) -> bool {
        *self != Self::default()
    }

    fn admits(&self, session: &Session, entry: &Entry) -> bool {
        let Some(event) = session.event(entry.event) else { return false };
        self.delegation.is_none_or(|who| speaker(entry) == Some(who))
            && self.kind.is_none_or(|kind| kind_of(entry, event) == kind)
            && self.issue.is_none_or(|issue| is_on_issue(event, issue))
            && self.outcome.is_none_or(|outcome| is_on_outcome(event, outcome))
    }
}

/// The entries found, and where the words searched for stand in them.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// What was looked for, and at which moment.
    of: Option<(Moment, Narrow)>,
    /// Places among the entries of the session.
    pub(super) entries: Vec<usize>,
    /// For each match the place in `entries`, and the bytes of its text.
    pub(super) hits: Vec<(usize, Range<usize>)>,
}

impl Found {
    /// Looks again where the moment or what is looked for is another. Returns whether it did.
    pub(super) fn look(&mut self, session: &Session, narrow: &Narrow) -> bool {
        let moment = Moment::of(session);
        if self.of.as_ref().is_some_and(|(at, of)| *at == moment && of == narrow) {
            return false;
        }
        *self = Self { of: Some((moment, narrow.clone())), ..Self::default() };
        let search = narrow.search.trim().to_lowercase();
        for (at, entry) in session.entries().iter().enumerate() {
            if entry.book != Book::Record || !narrow.admits(session, entry) {
                continue;
            }
            let hits = matches(&entry.text, &search);
            if search.is_empty() || !hits.is_empty() || is_by(session.scenario(), entry, &search) {
                let place = self.entries.len();
                self.entries.push(at);
                self.hits.extend(hits.into_iter().map(|hit| (place, hit)));
            }
        }
        // A heading over nothing that was asked for says nothing.
        if narrow.is_narrow() && self.hits.is_empty() {
            let entries = session.entries();
            self.entries.retain(|&at| entries[at].kind != EntryKind::Heading);
        }
        true
    }
}

/// Who speaks in an entry.
pub(super) const fn speaker(entry: &Entry) -> Option<DelegationId> {
    match entry.kind {
        EntryKind::Statement { speaker, .. } => Some(speaker),
        _ => None,
    }
}

fn is_by(scenario: &Scenario, entry: &Entry, search: &str) -> bool {
    speaker(entry)
        .is_some_and(|who| scenario.members[who].name.short.to_lowercase().contains(search))
}

/// Where `search`, in small letters, stands in a text, as ranges of its bytes.
fn matches(text: &str, search: &str) -> Vec<Range<usize>> {
    if search.is_empty() {
        return Vec::new();
    }
    // Small letters may take other room than capitals: each byte is traced back to its letter.
    let mut small = String::with_capacity(text.len());
    let mut from = Vec::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        for lower in letter.to_lowercase() {
            small.push(lower);
            from.resize(small.len(), at);
        }
    }
    let end = |at: usize| from.get(at).copied().unwrap_or(text.len());
    small.match_indices(search).map(|(at, hit)| from[at]..end(at + hit.len())).collect()
}

const fn kind_of(entry: &Entry, event: &Event) -> Kind {
    match (&entry.kind, &event.kind) {
        (EntryKind::Statement { .. }, EventKind::StatementDelivered(_)) => Kind::Statement,
        (
            _,
            EventKind::BallotsCast { .. }
            | EventKind::DecisionTaken { .. }
            | EventKind::AmendmentDecided { .. }
            | EventKind::PartDecided { .. }
            | EventKind::QuestionDecided { .. }
            | EventKind::SponsorsJoined { .. },
        ) => Kind::Vote,
        _ => Kind::Procedure,
    }
}

fn is_on_issue(event: &Event, wanted: IssueId) -> bool {
    match &event.kind {
        EventKind::StatementDelivered(said) => {
            said.points.iter().any(|point| point.issue == wanted)
        }
        EventKind::AmendmentDecided { issue, .. }
        | EventKind::PartDecided { issue, .. }
        | EventKind::FloorRequested { issue, .. } => *issue == wanted,
        _ => false,
    }
}

fn is_on_outcome(event: &Event, wanted: OutcomeId) -> bool {
    match &event.kind {
        EventKind::StatementDelivered(said) => {
            let declares = said.declarations.iter().any(|it| it.outcome == wanted);
            declares
                || match said.purpose {
                    StatementPurpose::ExplanationBefore(outcome)
                    | StatementPurpose::ExplanationAfter(outcome)
                    | StatementPurpose::Dissociation(outcome) => outcome == wanted,
                    StatementPurpose::Debate | StatementPurpose::Further => false,
                }
        }
        EventKind::SponsorsJoined { outcome, .. }
        | EventKind::AmendmentDecided { outcome, .. }
        | EventKind::PartDecided { outcome, .. }
        | EventKind::BallotsCast { outcome, .. }
        | EventKind::DecisionTaken { outcome, .. }
        | EventKind::AssemblyDebateDue { outcome } => *outcome == wanted,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn matches_are_found_whatever_the_case_and_point_into_the_text_as_it_is() {
        let text = "Türkiye spoke. TÜRKİYE, türkiye.";
        let found = matches(text, "türkiye");
        assert!(found.len() >= 2);
        assert_eq!(&text[found[0].clone()], "Türkiye");
        assert!(found.iter().all(|hit| text.get(hit.clone()).is_some()));
        assert!(matches(text, "").is_empty());
        assert_eq!(matches("norms and Norms", "norms"), [0..5, 10..15]);
    }
}
