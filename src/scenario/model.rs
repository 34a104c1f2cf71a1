//! `Scenario`: checked, indexed and immutable; all that the engine accepts.

use std::sync::Arc;

use crate::stream::Seed;
use crate::unit::UnitInterval;

use crate::council::{
    AdoptionRule, ByDelegation, ByIssue, ByOutcome, Delegation, DelegationId, FormRules, Grid,
    Group, Inject, InjectId, Issue, IssueId, MeetingFormat, Outcome, OutcomeId, Seat, SourceId,
    Stage, Stance, Style, Table,
};

use super::derived::{Derived, thresholds};
use super::happened::RealRecord;
use super::naming::Naming;

/// A debate that can be held: every name resolved, every number in its range.
///
/// Dense identifiers follow the sorted identifiers of the file, so that no sum and no draw
/// depends on its order; the order of the file is kept beside them for people to read.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub digest: String,
    /// The text of the file.
    pub source: Arc<str>,
    /// Title.
    pub title: String,
    /// Two or three sentences.
    pub summary: String,
    /// The date of the meeting, ISO 8601.
    pub date: String,
    /// The body that meets.
    pub body: String,
    /// The agenda item.
    pub agenda_item: String,
    /// The format of the meeting.
    pub meeting: MeetingFormat,
    /// Local time at the opening, HH:MM.
    pub starts: String,
    /// Minutes for a statement.
    pub time_limit: f64,
    /// Background, in Markdown.
    pub background: String,
    /// The teaching note, in Markdown.
    pub teaching_note: String,
    /// The sources.
    pub sources: Table<SourceId, Source>,
    /// The concept note, where there is one.
    pub concept_note: Option<ConceptNote>,
    /// The issues.
    pub issues: ByIssue<Issue>,
    /// The delegations, voting and invited.
    pub members: ByDelegation<Delegation>,
    /// The stances.
    pub stances: Grid<DelegationId, IssueId, Option<Stance>>,
    /// The delegation that presides.
    pub president: DelegationId,
    /// The groups.
    pub groups: Table<crate::council::GroupId, Group>,
    /// The proposed outcomes.
    pub outcomes: ByOutcome<Outcome>,
    /// Whether the body decides by the rules of the Security Council.
    pub is_security_council: bool,
    /// The adoption rule of each form.
    pub rules: FormRules,
    /// The programme of the meeting.
    pub program: Vec<Stage>,
    /// The injects, in the order of the file.
    pub injects: Table<InjectId, Inject>,
    /// The parameters of the model.
    pub dynamics: Dynamics,
    /// The brief of each delegation for which the file has one.
    pub seats: ByDelegation<Option<Seat>>,
    /// The questions to the class, before and after.
    pub questions: Vec<Question>,
    /// What really happened, where the file tells it. Only the debrief and the hindcast read it:
    /// no step of a debate and no forecast does.
    pub record: Option<RealRecord>,
    /// The order of the file, for display; where letters stand for names, States by their letters.
    pub order: FileOrder,
    /// The seed by which uncertain positions were drawn anew; `None` as the file is written.
    pub variation: Option<Seed>,
    /// How States are named.
    pub naming: Naming,
    /// The same scenario with the names of its file, where letters stand for them here.
    pub names: Option<Arc<Self>>,
    /// Tables that follow from the rest.
    pub derived: Derived,
}

/// The order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileOrder {
    /// Delegations.
    pub members: Vec<DelegationId>,
    /// Issues.
    pub issues: Vec<IssueId>,
    /// Proposed outcomes.
    pub outcomes: Vec<OutcomeId>,
}

/// A source of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The identifier in the scenario file.
    pub identifier: String,
    /// The title.
    pub title: String,
    /// The publisher.
    pub publisher: Option<String>,
    /// The date, ISO 8601.
    pub date: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
}

/// The concept note.
#[derive(Debug, Clone, PartialEq)]
pub struct ConceptNote {
    /// The delegation that wrote it.
    pub author: DelegationId,
    /// Its objective.
    pub objective: String,
    /// Its guiding questions.
    pub guiding_questions: Vec<GuidingQuestion>,
}

/// A guiding question and the issues it raises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuidingQuestion {
    /// The question.
    pub text: String,
    /// The issues.
    pub issues: Vec<IssueId>,
}

/// A question to the class, asked before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub text: String,
    /// The answers to choose from.
    pub choices: Vec<String>,
    /// The place of the right one among the choices, from 0.
    pub answer: usize,
    /// Why it is right, as a clause; empty where the author says nothing.
    pub because: String,
}

/// The parameters of the model (docs/model.md, "Defaults"), brought from hundredths to 0..1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dynamics {
    /// Scale β of the logistic draw of a vote.
    pub noise: f64,
    /// θ for a vote in favour.
    pub threshold_yes: f64,
    /// θ for a recorded vote against.
    pub threshold_no: f64,
    /// θ for an objection to a text that needs consensus.
    pub threshold_object: f64,
    /// θ for a signature.
    pub threshold_sign: f64,
    /// κ: how much those who care little go with the room.
    pub bandwagon: f64,
    /// γ: how much one's own word binds.
    pub consistency: f64,
    /// σ: how much it matters who tables a text.
    pub sponsor_effect: f64,
    /// π: how far a statement moves its listeners.
    pub persuasion: f64,
    /// λ of elected members where none is written.
    pub flexibility: f64,
    /// λ of permanent members where none is written.
    pub flexibility_permanent: f64,
    /// How much a guiding question adds to attention.
    pub prompt: f64,
    /// ν: how much a raised issue adds to attention.
    pub heat: f64,
    /// H: after how many statements the heat of an issue has halved.
    pub heat_half_life: f64,
    /// τ: how freely speakers choose their issues.
    pub spontaneity: f64,
    /// How much being criticized by name hardens.
    pub backlash: f64,
    /// Beyond which distance a statement does not persuade.
    pub confidence_bound: Option<f64>,
    /// Which share of a draft's first gain its penholder keeps.
    pub floor: f64,
    /// How many issues a statement addresses.
    pub points: Points,
}

/// How many issues a statement addresses, by style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Points {
    /// For the candid.
    pub candid: u32,
    /// For the measured.
    pub measured: u32,
    /// For the guarded.
    pub guarded: u32,
}

impl Points {
    /// How many issues a delegation of this style addresses.
    pub const fn of(self, style: Style) -> u32 {
        match style {
            Style::Candid => self.candid,
            Style::Measured => self.measured,
            Style::Guarded => self.guarded,
        }
    }
}

impl Scenario {
    /// Sets parameters of the model, and what follows from them.
    pub fn set_dynamics(&mut self, dynamics: Dynamics) {
        self.dynamics = dynamics;
        self.derived.thresholds = thresholds(&self.members, &self.rules, &self.dynamics);
    }

    /// Sets the status quo of an issue, in 0..1.
    pub fn set_status_quo(&mut self, issue: IssueId, status_quo: UnitInterval) {
        self.issues[issue].status_quo = status_quo;
        self.derived.status_quo[issue] = status_quo.get();
    }

    /// The adoption rule of an outcome in the form in which it is tabled.
    pub fn rule(&self, outcome: OutcomeId) -> &AdoptionRule {
        self.rules.of(self.outcomes[outcome].form)
    }

    /// The delegation with this identifier.
    pub fn delegation(&self, identifier: &str) -> Option<DelegationId> {
        self.members.pairs().find(|(_, d)| d.identifier == identifier).map(|(id, _)| id)
    }

    /// Why a delegation stands where it does on an issue, as a clause, where the author says so.
    pub fn reason(&self, who: DelegationId, issue: IssueId) -> Option<&str> {
        self.stances[(who, issue)].as_ref().and_then(|stance| stance.because.as_deref())
    }

    /// The outcome with this identifier.
    pub fn outcome(&self, identifier: &str) -> Option<OutcomeId> {
        self.outcomes.pairs().find(|(_, o)| o.identifier == identifier).map(|(id, _)| id)
    }

    /// The voting members in English alphabetical order of the names by which they are shown, as
    /// they sit.
    pub fn seating(&self) -> &[DelegationId] {
        &self.derived.seating
    }

    /// The delegations that are not voting members, in the order of the file.
    pub fn invited(&self) -> impl Iterator<Item = DelegationId> {
        self.order.members.iter().copied().filter(|&id| !self.members[id].votes())
    }

    /// The briefers, in the order of the file.
    pub fn briefers(&self) -> impl Iterator<Item = DelegationId> {
        self.invited().filter(|&id| self.members[id].is_briefer())
    }
}
