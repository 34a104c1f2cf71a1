//! The simulated record of a meeting, in the manner of the Council's own, and what happened
//! outside the chamber.

mod asking;
mod decision;
mod floor;
mod opening;
mod outside;
mod procedure;
mod selection;
mod silence;
mod texts;
mod voting;

use crate::council::{
    Capacity, DelegationId, IssueId, OutcomeForm, OutcomeId, StageName, Statement,
};
use crate::debate::{Book, Event, EventKind, Knowledge, Motion, Question, Selection, State};
use crate::scenario::Scenario;
use crate::stream::Seed;
use crate::vote::BallotRow;

pub use outside::sounding_words;
pub use texts::change_words;

use super::grammar::upper_first;
use super::happened::Happened;
use super::phrasebook::Phrasebook;
use super::quoted;
use super::realize::{Scene, Spoken, speak};

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
        /// The passages of the plan that the words carry out, such as `claim: norms`.
        plan: Vec<String>,
    },
}

/// Tells the events of a debate, one after the other.
#[derive(Debug)]
pub struct Verbatim<'a> {
    scenario: &'a Scenario,
    seed: Seed,
    book: &'a Phrasebook,
    state: State,
    told: usize,
    entries: Vec<Entry>,
    memory: Memory,
    /// Who hears it, where that is not everybody who watches.
    ears: Option<Knowledge<'a>>,
}

/// What has been said, as far as later words depend on it.
#[derive(Debug, Default)]
struct Memory {
    /// The meeting was adjourned, and has not been called to order again.
    adjourned: bool,
    /// The President has spoken in its national capacity, and not yet as President again.
    national: bool,
    /// The agenda was adopted in this stage, and the consideration of the item has not begun.
    begins: Option<StageName>,
    /// The briefer that the President has not thanked yet.
    briefer: Option<DelegationId>,
    /// The floor was given, at this event; how that is said depends on what is said next.
    floor: Option<(usize, StageName, DelegationId, Capacity)>,
    /// Minutes after midnight at which the meeting was suspended.
    suspended: Option<f64>,
    /// The adoption of the agenda was put to the vote.
    agenda_voted: bool,
    /// Questions of procedure that were raised, and by whom.
    questions: Vec<(DelegationId, Question)>,
    /// The motion that was carried at the event before.
    carried: Option<Motion>,
    /// The text of which it was said that it is before the Council.
    before_the_council: Option<OutcomeId>,
    /// The text before whose vote explanations were announced.
    explained_before: Option<OutcomeId>,
    /// The text after whose decision statements were announced.
    explained_after: Option<OutcomeId>,
    /// What was said and done in the meeting.
    so_far: Happened,
    /// What was settled about each text when texts were selected.
    selected: Vec<Selection>,
    /// The ballots in the meeting whose count is announced with the decision that follows.
    cast: Vec<BallotRow>,
    /// The summary that the President has undertaken to issue at the close of the meeting.
    summary_due: Option<OutcomeId>,
    /// Who sounded out somebody on which text at the event before.
    sounded: Option<(DelegationId, OutcomeId)>,
    /// The issues that briefers have raised.
    briefed: Vec<IssueId>,
    /// The texts that have been shown, each in a form and version.
    shown: Vec<(OutcomeId, OutcomeForm, u32)>,
    /// The heading under which things outside the chamber are told.
    outside_heading: Option<(StageName, &'static str)>,
}

impl<'a> Verbatim<'a> {
    /// The record before the meeting opens.
    pub fn new(scenario: &'a Scenario, seed: Seed) -> Self {
        Self::in_phrases(scenario, seed, Phrasebook::english())
    }

    /// The same, in the phrases of a phrasebook.
    pub fn in_phrases(scenario: &'a Scenario, seed: Seed, book: &'a Phrasebook) -> Self {
        let state = State::new(scenario);
        let (entries, memory) = (Vec::new(), Memory::default());
        Self { scenario, seed, book, state, told: 0, entries, memory, ears: None }
    }

    /// The same, as those hear it who know so much: what they are not told is not in it.
    #[must_use]
    pub fn heard_by(self, ears: Knowledge<'a>) -> Self {
        Self { ears: Some(ears), ..self }
    }

    /// All entries of a debate.
    pub fn of(scenario: &'a Scenario, seed: Seed, events: &[Event]) -> Vec<Entry> {
        Self::new(scenario, seed).all(events)
    }

    /// Tells these events and gives all entries.
    pub fn all(mut self, events: &[Event]) -> Vec<Entry> {
        for event in events {
            self.tell(event);
        }
        // A meeting that does not rise ends with its record.
        if let Some(last) = events.last() {
            self.close(last);
        }
        self.entries
    }

    /// The words of a statement that is about to be applied.
    pub fn spoken(&self, statement: &Statement) -> Spoken {
        let so_far = &self.memory.so_far;
        let (scenario, seed, state, book) = (self.scenario, self.seed, &self.state, self.book);
        speak(Scene { scenario, seed, state, so_far, book }, statement)
    }

    /// Tells the next event.
    pub fn tell(&mut self, event: &Event) {
        let heard = match &self.ears {
            None => None,
            Some(ears) => match ears.event(event) {
                // What one is told of a statement, and of a choice, is in other words.
                Some(heard) if matches!(heard.kind, EventKind::AmendmentsWeighed { .. }) => {
                    Some(heard)
                }
                Some(_) => None,
                None => {
                    self.told += 1;
                    self.state.apply(self.scenario, event);
                    return;
                }
            },
        };
        self.tell_heard(heard.as_ref().unwrap_or(event), event);
    }

    /// Tells an event as it is heard, and applies it as it happened.
    fn tell_heard(&mut self, event: &Event, happened: &Event) {
        self.begin(event);
        self.give_floor(event);
        self.told += 1;
        let carried = self.memory.carried.take();
        if !matches!(event.kind, EventKind::SoundingTaken(_)) {
            self.memory.sounded = None;
        }
        self.reconvene(event);
        self.listen(event);
        match &event.kind {
            EventKind::MeetingCalledToOrder
            | EventKind::AgendaAdopted
            | EventKind::ParticipantsInvited { .. }
            | EventKind::ChairCeded { .. }
            | EventKind::TimeLimitRecalled { .. }
            | EventKind::MeetingSuspended { .. }
            | EventKind::MeetingResumed { .. }
            | EventKind::MeetingAdjourned => self.tell_sitting(event, carried),
            EventKind::FloorGiven { .. }
            | EventKind::StatementDelivered(_)
            | EventKind::FloorPassed { .. }
            | EventKind::FloorRequested { .. }
            | EventKind::PlacesExchanged { .. } => self.tell_floor(event),
            EventKind::QuestionRaised { .. }
            | EventKind::RulingGiven { .. }
            | EventKind::QuestionDecided { .. } => self.tell_procedure(event),
            EventKind::SponsorsJoined { .. }
            | EventKind::AmendmentDecided { .. }
            | EventKind::PartDecided { .. }
            | EventKind::BallotsCast { .. }
            | EventKind::DecisionTaken { .. }
            | EventKind::AssemblyDebateDue { .. } => self.tell_vote(event),
            EventKind::InjectFired { .. }
            | EventKind::InstructionsGiven { .. }
            | EventKind::SoundingTaken(_)
            | EventKind::RoundOpened { .. }
            | EventKind::AmendmentsWeighed { .. }
            | EventKind::AmendmentOffered { .. }
            | EventKind::TextAmended { .. }
            | EventKind::SilenceOpened { .. }
            | EventKind::SilenceHeld { .. }
            | EventKind::SilenceBroken { .. }
            | EventKind::SteppedDown { .. }
            | EventKind::LeftAsSupport { .. }
            | EventKind::PutInBlue { .. }
            | EventKind::TextsSelected { .. } => self.tell_outside(event),
            // Stages, lists and the end of a round show in what is told around them; positions are
            // private, who plays is no part of the meeting, a settled ballot is not shown before all are cast, and what does not happen
            // is not told.
            EventKind::StageOpened
            | EventKind::SeatTaken { .. }
            | EventKind::SeatLeft { .. }
            | EventKind::ChairTaken { .. }
            | EventKind::ChairLeft { .. }
            | EventKind::InjectHeld { .. }
            | EventKind::SpeakersListed { .. }
            | EventKind::PositionsShifted { .. }
            | EventKind::RoundClosed { .. }
            | EventKind::BallotLocked { .. }
            | EventKind::ExplanationPrepared { .. } => {}
        }
        self.state.apply(self.scenario, happened);
    }

    /// What briefers speak about is remembered: they voice no position that would stand anywhere.
    fn listen(&mut self, event: &Event) {
        if let EventKind::StatementDelivered(statement) = &event.kind
            && statement.capacity == Capacity::Briefer
        {
            self.memory.briefed.extend(statement.points.iter().map(|point| point.issue));
        }
    }

    fn add(&mut self, event: &Event, kind: EntryKind, text: String) {
        self.enter(self.told, (event.stage, event.book), kind, text);
    }

    fn enter(
        &mut self,
        event: usize,
        (stage, book): (StageName, Book),
        kind: EntryKind,
        text: String,
    ) {
        self.entries.push(Entry { event, stage, book, kind, text });
    }

    fn proceedings(&mut self, event: &Event, text: impl Into<String>) {
        self.add(event, EntryKind::Proceedings, text.into());
    }

    fn heading(&mut self, event: &Event, text: impl Into<String>) {
        self.add(event, EntryKind::Heading, text.into());
    }

    /// Words of the President, who resumes its functions after a statement of its own and thanks
    /// a briefer.
    fn president(&mut self, event: &Event, text: impl Into<String>) {
        let text = self.as_president(text.into());
        self.add(event, EntryKind::President, text);
    }

    fn as_president(&mut self, text: String) -> String {
        if std::mem::take(&mut self.memory.national) {
            return format!("I now resume my functions as President of the Council. {text}");
        }
        match self.memory.briefer.take().map(|who| self.name(who)) {
            Some(who) => format!("I thank the representative of {who} for the briefing. {text}"),
            None => text,
        }
    }

    /// After the meeting has risen, action is taken at a later one.
    fn reconvene(&mut self, event: &Event) {
        let goes_on = event.book == Book::Record && event.kind != EventKind::MeetingAdjourned;
        if self.memory.adjourned && goes_on {
            self.memory.adjourned = false;
            self.heading(event, "Later meeting");
            self.proceedings(event, "The meeting was called to order on a later day.");
        }
    }

    /// The name of a delegation inside a sentence.
    fn name(&self, who: DelegationId) -> String {
        self.scenario.members[who].name.in_sentence()
    }

    /// The name of a delegation at the beginning of a sentence.
    fn name_first(&self, who: DelegationId) -> String {
        upper_first(&self.name(who))
    }

    /// The title of a text.
    fn title(&self, outcome: OutcomeId) -> String {
        quoted(&self.scenario.outcomes[outcome])
    }

    /// Whether the estimate of its penholder is kept from those to whom the debate is told.
    fn hides_estimate(&self, outcome: OutcomeId) -> bool {
        self.ears.as_ref().is_some_and(|ears| !ears.holds_pen(outcome))
    }

    /// The name of the delegation that holds the pen of a text.
    fn pen(&self, outcome: OutcomeId) -> Option<String> {
        self.scenario.outcomes[outcome].sponsors.first().map(|&pen| self.name(pen))
    }
}
