//! The ledger: from any figure back to the events, the numbers of the scenario and its sources.
//!
//! Nothing is judged anew here. Events carry their causes; the ledger puts them into order and
//! names the place in the scenario file from which each number comes.

mod ballot;
mod chance;
mod position;
mod reason;
mod statement;
mod text;

use crate::council::{DelegationId, Id as _, IssueId, OutcomeId};
use crate::debate::{Cause, Event, EventKind, Record, State, basis};
use crate::scenario::Scenario;
use crate::text::upper_first;

pub use reason::{Reason, Written};

/// The ledger of one record, or of its first events.
#[derive(Debug, Clone, Copy)]
pub struct Ledger<'a> {
    record: &'a Record,
    /// How many events it knows of.
    until: usize,
}

impl<'a> Ledger<'a> {
    /// The ledger of `record`.
    pub const fn of(record: &'a Record) -> Self {
        Self::up_to(record, record.events.len())
    }

    /// The ledger of the first `until` events of `record`: nothing that comes later is told.
    pub const fn up_to(record: &'a Record, until: usize) -> Self {
        Self { record, until }
    }

    fn events(self) -> &'a [Event] {
        &self.record.events[..self.until.min(self.record.events.len())]
    }

    /// The state after all events that it knows of.
    fn now(self) -> State {
        self.record.state_at(self.until)
    }

    fn scenario(self) -> &'a Scenario {
        &self.record.scenario
    }

    /// Why `who` ended as it did on `outcome`: its ballot, its declared stance, and the text.
    pub fn why(self, who: DelegationId, outcome: OutcomeId) -> Reason {
        let scenario = self.scenario();
        let title = &scenario.outcomes[outcome].title;
        let name = scenario.members[who].name.in_sentence();
        let mut root = Reason::new(format!("{} on “{title}” (simulated)", upper_first(&name)));
        root.because.push(self.ballot(who, outcome));
        root.because.push(self.declared(who, outcome));
        root.because.push(self.text(outcome));
        root.because.push(self.result(outcome));
        root
    }

    /// Why event number `n` (from 1) happened: what it rests on, and the events before it that
    /// brought it about, back to the programme or a person.
    pub fn event(self, n: usize) -> Option<Reason> {
        let event = self.events().get(n.checked_sub(1)?)?;
        let rests_on = basis(self.scenario(), event);
        let kind = kind_name(&event.kind);
        let mut reason =
            Reason::new(format!("{kind}, by {}: {}", rests_on.label(), rests_on.words()))
                .at_event(n);
        reason.because.push(match event.cause {
            Cause::Program => self.of_the_programme(n),
            Cause::Person => Reason::new("a person acted".to_owned()),
            Cause::Event(cause) => self.event(cause as usize)?,
        });
        Some(reason)
    }

    fn of_the_programme(self, n: usize) -> Reason {
        let scenario = self.scenario();
        let state = self.record.state_at(n.saturating_sub(1));
        let opened = state.stage(scenario).map_or("before the first stage", |s| s.name().label());
        let place = scenario.program.iter().position(|stage| Some(*stage) == state.stage(scenario));
        let reason = Reason::new(format!("the programme of the meeting: {opened}"));
        match place {
            Some(place) => reason.at(format!("program[{place}]")),
            None => reason,
        }
    }

    /// The state in which event number `n` (from 1) was decided.
    fn before(self, n: usize) -> State {
        self.record.state_at(n.saturating_sub(1))
    }

    /// The number of the last event that `wanted` holds of.
    fn last(self, wanted: impl Fn(&EventKind) -> bool) -> Option<usize> {
        self.events().iter().rposition(|event| wanted(&event.kind)).map(|at| at + 1)
    }

    fn member_path(self, who: DelegationId) -> String {
        format!("members[{:?}]", self.scenario().members[who].sign)
    }

    fn stance_path(self, who: DelegationId, issue: IssueId, field: &str) -> String {
        let issue = &self.scenario().issues[issue].identifier;
        format!("{}.stances[{issue:?}].{field}", self.member_path(who))
    }

    fn outcome_path(self, outcome: OutcomeId) -> String {
        format!("outcomes[{:?}]", self.scenario().outcomes[outcome].identifier)
    }

    fn issue_path(self, issue: IssueId, field: &str) -> String {
        format!("issues[{:?}].{field}", self.scenario().issues[issue].identifier)
    }

    fn name(self, who: DelegationId) -> String {
        self.scenario().members[who].name.in_sentence()
    }
}

/// A number of 0..1 on the authors' scale of 0..100.
fn points(value: f64) -> String {
    format!("{:.1}", value * 100.0)
}

/// A difference on the authors' scale, with its sign.
fn signed(value: f64) -> String {
    format!("{:+.1}", value * 100.0)
}

/// What an event is, in a word or two.
fn kind_name(kind: &EventKind) -> String {
    let debug = format!("{kind:?}");
    let end = debug.find([' ', '(', '{']).unwrap_or(debug.len());
    let mut words = String::new();
    for letter in debug[..end].chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(letter.to_lowercase());
    }
    words
}

/// The index of a shift among those of its event, with the event's number.
fn shifts_of(
    record: &Record,
    (who, issue): (DelegationId, IssueId),
    until: usize,
) -> impl Iterator<Item = (usize, &crate::opinion::Shift)> {
    record.events.iter().take(until).enumerate().flat_map(move |(at, event)| {
        let rows = match &event.kind {
            EventKind::PositionsShifted { rows } => &rows[..],
            _ => &[],
        };
        let own = rows.iter().filter(move |row| row.listener == who && row.issue == issue);
        own.map(move |row| (at + 1, row))
    })
}

/// The place of an argument among those of its delegation, as an author counts.
fn argument_path(member: &str, argument: crate::council::ArgumentId) -> String {
    format!("{member}.arguments[{}]", argument.index())
}
