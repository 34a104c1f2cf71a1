//! The simulated record of a meeting, in the manner of the Council's own.

use crate::council::{
    Capacity, DelegationId, Membership, OutcomeForm, OutcomeId, StageName, Statement,
};
use crate::debate::{Book, Event, EventKind, Selection, State};
use crate::scenario::Scenario;
use crate::stream::Seed;
use crate::vote::{Ballot, BallotRow, Decision};

use super::grammar::{clock, names_by_alphabet, percent, upper_first};
use super::phrasebook::quoted;
use super::realize::{Scene, Spoken, speak};
use super::verdict::decision_sentence;

/// One entry of the record, or of what happened outside the chamber.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The number of the event it tells, from 1.
    pub event: usize,
    /// The stage.
    pub stage: StageName,
    /// The book.
    pub book: Book,
    /// What kind of entry it is.
    pub kind: EntryKind,
    /// The words.
    pub text: String,
}

/// A kind of entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryKind {
    /// A heading.
    Heading,
    /// What happened, told.
    Proceedings,
    /// The President speaks as such.
    President,
    /// A statement.
    Statement {
        /// Who speaks.
        speaker: DelegationId,
        /// One sentence of at most 25 words.
        headline: String,
        /// What must stand beside the text wherever it goes.
        marks: Vec<String>,
    },
}

/// Tells the events of a debate, one after the other.
#[derive(Debug)]
pub struct Verbatim<'a> {
    scenario: &'a Scenario,
    seed: Seed,
    state: State,
    told: usize,
    adjourned: bool,
    entries: Vec<Entry>,
}

impl<'a> Verbatim<'a> {
    /// The record before the meeting opens.
    pub fn new(scenario: &'a Scenario, seed: Seed) -> Self {
        let state = State::new(scenario);
        Self { scenario, seed, state, told: 0, adjourned: false, entries: Vec::new() }
    }

    /// All entries of a debate.
    pub fn of(scenario: &'a Scenario, seed: Seed, events: &[Event]) -> Vec<Entry> {
        let mut verbatim = Self::new(scenario, seed);
        for event in events {
            verbatim.tell(event);
        }
        verbatim.entries
    }

    /// The words of a statement that is about to be applied.
    pub fn spoken(&self, statement: &Statement) -> Spoken {
        let scene = Scene {
            scenario: self.scenario,
            seed: self.seed,
            stage: self.state.stage_key(self.scenario),
            occasion: self.state.spoken[statement.speaker],
        };
        speak(scene, statement)
    }

    /// Tells the next event.
    pub fn tell(&mut self, event: &Event) {
        self.told += 1;
        match &event.kind {
            EventKind::MeetingCalledToOrder => {
                let time = clock(&self.scenario.starts);
                self.add(
                    event,
                    EntryKind::Proceedings,
                    format!("The meeting was called to order at {time}"),
                );
            }
            EventKind::AgendaAdopted => self.agenda(event),
            EventKind::ParticipantsInvited { rule, delegations } => {
                self.add(event, EntryKind::President, self.invitation(*rule, delegations));
            }
            EventKind::FloorGiven { to, capacity } => {
                self.add(event, EntryKind::President, self.floor(*to, *capacity));
            }
            EventKind::StatementDelivered(statement) => self.statement(event, statement),
            EventKind::FloorPassed { by } => {
                let who = upper_first(&self.scenario.members[*by].name.in_sentence());
                self.add(event, EntryKind::Proceedings, format!("{who} did not take the floor."));
            }
            EventKind::TextsSelected { rows } => self.selections(event, rows),
            EventKind::BallotsCast { outcome, rows } => self.ballots(event, *outcome, rows),
            EventKind::DecisionTaken { outcome, decision } => {
                self.decision(event, *outcome, *decision);
            }
            EventKind::MeetingAdjourned => {
                self.adjourned = true;
                let text = "There are no more names inscribed on the list of speakers.".to_owned();
                self.add(event, EntryKind::President, text);
                self.add(event, EntryKind::Proceedings, "The meeting rose.".to_owned());
            }
            _ => {}
        }
        self.state.apply(self.scenario, event);
    }

    fn add(&mut self, event: &Event, kind: EntryKind, text: String) {
        self.entries.push(Entry {
            event: self.told,
            stage: event.stage,
            book: event.book,
            kind,
            text,
        });
    }

    fn agenda(&mut self, event: &Event) {
        self.add(event, EntryKind::Heading, "Adoption of the agenda".to_owned());
        self.add(event, EntryKind::Proceedings, "The agenda was adopted.".to_owned());
        let item = &self.scenario.agenda_item;
        let heading = if item.is_empty() {
            self.scenario.title.clone()
        } else {
            format!("{item}: {}", self.scenario.title)
        };
        self.add(event, EntryKind::Heading, heading);
    }

    fn invitation(&self, rule: Membership, delegations: &[DelegationId]) -> String {
        let who = names_by_alphabet(self.scenario, delegations);
        if rule == Membership::Rule37 {
            let representatives =
                if delegations.len() == 1 { "the representative" } else { "the representatives" };
            format!(
                "In accordance with rule 37 of the provisional rules of procedure, I invite \
                 {representatives} of {who} to participate in this meeting. It is so decided."
            )
        } else {
            format!(
                "In accordance with rule 39 of the provisional rules of procedure, I invite {who} \
                 to participate in this meeting. It is so decided."
            )
        }
    }

    fn floor(&self, to: DelegationId, capacity: Capacity) -> String {
        let who = self.scenario.members[to].name.in_sentence();
        let presides = to == self.scenario.president;
        let resumes = self.state.floor.is_some_and(|(last, _)| last == self.scenario.president);
        let call = match capacity {
            _ if presides => {
                format!("I shall now make a statement in my national capacity, for {who}.")
            }
            Capacity::Briefer => format!("I give the floor to the representative of {who}."),
            Capacity::National => {
                format!("I now give the floor to the representative of {who}.")
            }
            Capacity::OnBehalfOf(group) => format!(
                "I now give the floor to the representative of {who}, to speak on behalf of {}.",
                self.scenario.groups[group].name
            ),
        };
        if resumes { format!("I resume my functions as President. {call}") } else { call }
    }

    fn statement(&mut self, event: &Event, statement: &Statement) {
        let Spoken { headline, text, marks } = self.spoken(statement);
        let kind = EntryKind::Statement { speaker: statement.speaker, headline, marks };
        self.add(event, kind, text);
    }

    fn selections(&mut self, event: &Event, rows: &[Selection]) {
        for row in rows {
            let outcome = &self.scenario.outcomes[row.outcome];
            let (Some(estimate), Some(&pen)) = (row.estimate, outcome.sponsors.first()) else {
                continue;
            };
            let put = if row.put { "will be put" } else { "was not put" };
            let instead =
                if row.gave_way { "; two more promising texts came before it" } else { "" };
            let text = format!(
                "{} {put} to a decision: {}, which holds the pen, put its chance of adoption at \
                 {}{instead}.",
                quoted(outcome),
                self.scenario.members[pen].name.in_sentence(),
                percent(estimate)
            );
            self.add(event, EntryKind::Proceedings, text);
        }
    }

    fn ballots(&mut self, event: &Event, outcome: OutcomeId, rows: &[BallotRow]) {
        let cast = |ballot: Ballot| -> Vec<DelegationId> {
            rows.iter().filter(|row| row.ballot == ballot).map(|row| row.delegation).collect()
        };
        let proposal = &self.scenario.outcomes[outcome];
        let title = quoted(proposal);
        if proposal.form == OutcomeForm::JointStatement {
            let (members, others): (Vec<_>, Vec<_>) = cast(Ballot::InFavour)
                .into_iter()
                .partition(|&id| self.scenario.members[id].votes());
            let mut signed = vec![names_by_alphabet(self.scenario, &members)];
            if !others.is_empty() {
                signed.push(format!("joined by {}", names_by_alphabet(self.scenario, &others)));
            }
            let signed = signed.join(", ");
            let text = format!("A joint statement entitled {title} was signed by {signed}.");
            self.add(event, EntryKind::Proceedings, text);
            return;
        }
        if event.book == Book::Outside {
            return;
        }
        if self.adjourned {
            self.adjourned = false;
            let text = "On a later day, the meeting was called to order to take action.".to_owned();
            self.add(event, EntryKind::Proceedings, text);
        }
        let recorded =
            matches!(proposal.form, OutcomeForm::Resolution | OutcomeForm::ProceduralDecision)
                || rows.iter().any(|row| row.ballot == Ballot::Against);
        if recorded {
            self.vote(event, outcome, &cast);
        }
    }

    fn vote(
        &mut self,
        event: &Event,
        outcome: OutcomeId,
        cast: &dyn Fn(Ballot) -> Vec<DelegationId>,
    ) {
        let proposal = &self.scenario.outcomes[outcome];
        let text = format!(
            "The Council has before it the {} entitled {}. I shall put it to the vote now.",
            draft_name(proposal.form),
            quoted(proposal)
        );
        self.add(event, EntryKind::President, text);
        self.add(event, EntryKind::Proceedings, "A vote was taken by show of hands.".to_owned());
        for ballot in [Ballot::InFavour, Ballot::Against, Ballot::Abstaining] {
            let mut voters = cast(ballot);
            voters.sort_by(|&a, &b| {
                let name = |id: DelegationId| &self.scenario.members[id].name.short;
                name(a).cmp(name(b))
            });
            let voters: Vec<&str> =
                voters.iter().map(|&id| self.scenario.members[id].name.short.as_str()).collect();
            let voters = if voters.is_empty() { "None".to_owned() } else { voters.join(", ") };
            let text = format!("{}: {voters}", ballot.label());
            self.add(event, EntryKind::Proceedings, text);
        }
        let (yes, no, abstaining) = (
            cast(Ballot::InFavour).len(),
            cast(Ballot::Against).len(),
            cast(Ballot::Abstaining).len(),
        );
        let text = format!(
            "The result of the voting is as follows: {} in favour, {no} against and {}.",
            count(yes, "vote", "votes"),
            count(abstaining, "abstention", "abstentions")
        );
        self.add(event, EntryKind::President, text);
    }

    fn decision(&mut self, event: &Event, outcome: OutcomeId, decision: Decision) {
        let objecting: Vec<DelegationId> = self
            .scenario
            .order
            .members
            .iter()
            .copied()
            .filter(|&id| self.state.ballots[(id, outcome)] == Some(Ballot::Against))
            .collect();
        let sentence = decision_sentence(self.scenario, outcome, decision, &objecting);
        let kind =
            if event.book == Book::Record { EntryKind::President } else { EntryKind::Proceedings };
        if !sentence.is_empty() {
            self.add(event, kind, sentence);
        }
    }
}

/// The draft of an outcome of this form, as the President names it.
pub(super) const fn draft_name(form: OutcomeForm) -> &'static str {
    match form {
        OutcomeForm::Resolution => "draft resolution",
        OutcomeForm::PresidentialStatement => "draft presidential statement",
        OutcomeForm::PressStatement => "draft press statement",
        OutcomeForm::PresidentsSummary => "summary by the President",
        OutcomeForm::JointStatement => "joint statement",
        OutcomeForm::ProceduralDecision => "procedural proposal",
    }
}

fn count(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}
