//! `Scenario`: checked, indexed and immutable; all that the engine accepts.

use std::sync::Arc;

use crate::math;
use crate::stream::Seed;
use crate::unit::UnitInterval;

use crate::council::{
    AdoptionRule, ArgumentId, ByDelegation, ByIssue, ByOutcome, Delegation, DelegationId,
    FormRules, Grid, Group, Inject, InjectId, Issue, IssueId, MeetingFormat, Membership, Names,
    Outcome, OutcomeForm, OutcomeId, Prescribed, RedLine, SourceId, Stage, Stance, Style, Table,
    Text, Thresholds,
};

use super::happened::RealRecord;

/// A debate that can be held: every name resolved, every number in its range.
///
/// Dense identifiers follow the sorted identifiers of the file, so that no sum and no draw
/// depends on its order; the order of the file is kept beside them for people to read.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub digest: String,
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
    /// What really happened, where the file tells it. Only the debrief and the hindcast read it:
    /// no step of a debate and no forecast does.
    pub record: Option<RealRecord>,
    /// The order of the file, for display.
    pub order: FileOrder,
    /// The seed by which uncertain positions were drawn anew; `None` as the file is written.
    pub variation: Option<Seed>,
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

/// Tables computed once from a checked scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Derived {
    /// The identifiers of the file, for records.
    pub names: Arc<Names>,
    /// The voting members, by identifier.
    pub voting: Vec<DelegationId>,
    /// Affinity r of the row toward the column, in -1..1.
    pub affinity: Grid<DelegationId, DelegationId, f64>,
    /// Trust T = (1 + r) / 2 of the column toward the row, in 0..1.
    pub trusted: Grid<DelegationId, DelegationId, f64>,
    /// Those that have a stance on an issue, by identifier.
    pub holders: ByIssue<Vec<DelegationId>>,
    /// The arguments of a delegation on an issue, in the order of the file.
    pub arguments_on: Grid<DelegationId, IssueId, Vec<ArgumentId>>,
    /// Whom a delegation may commend, with its affinity toward each, by identifier.
    pub friends: ByDelegation<Vec<(DelegationId, f64)>>,
    /// Whose position a delegation may criticize, by identifier.
    pub criticized: ByDelegation<Vec<DelegationId>>,
    /// The weight of the row's word for the column: trust times influence of a voting member other
    /// than the column, as a share of the sum over all of them.
    pub word: Grid<DelegationId, DelegationId, f64>,
    /// The mean affinity of a delegation toward the sponsors of an outcome, in -1..1; a sponsor's
    /// toward itself is 1.
    pub sponsorship: Grid<OutcomeId, DelegationId, f64>,
    /// What a rule prescribes to each delegation on each outcome.
    pub prescribed: Grid<OutcomeId, DelegationId, Prescribed>,
    /// The thresholds of each delegation on each form, in the order of `OutcomeForm::ALL`.
    pub thresholds: ByDelegation<[Thresholds; OutcomeForm::ALL.len()]>,
    /// The status quo q of each issue, in 0..1.
    pub status_quo: ByIssue<f64>,
    /// The numbers of the stances, dense; salience 0 where there is no stance.
    pub instructions: Grid<DelegationId, IssueId, Instructions>,
    /// Salience s at the start, in 0..1: that of the instructions.
    pub salience: Grid<DelegationId, IssueId, f64>,
    /// Influence c at the start, in 0..1.
    pub influence: ByDelegation<f64>,
    /// The texts as first tabled.
    pub texts: ByOutcome<Text>,
    /// What each text is worth to its penholder as first tabled; 0 without one.
    pub first_gain: ByOutcome<f64>,
    /// How many texts decided by members each delegation holds the pen of.
    pub penned: ByDelegation<u32>,
    /// The voting members in English alphabetical order of their names, as they sit.
    pub seating: Vec<DelegationId>,
    /// Whether an outcome that members decide on touches an issue.
    pub touches: Grid<OutcomeId, IssueId, bool>,
    /// When the meeting starts, in minutes after midnight.
    pub starts: f64,
    /// Whether a guiding question raises the issue.
    pub prompted: ByIssue<bool>,
}

impl Derived {
    /// Writes into `word` the weight of each word where delegations have this influence.
    pub fn weigh_words(
        &self,
        influence: &ByDelegation<f64>,
        word: &mut Grid<DelegationId, DelegationId, f64>,
    ) {
        for who in influence.ids() {
            let weight = |other: DelegationId| self.trust(who, other) * influence[other];
            let others = || self.voting.iter().copied().filter(|&other| other != who);
            let total: f64 = others().map(weight).sum();
            for other in others() {
                word[(other, who)] = if total > 0.0 { weight(other) / total } else { 0.0 };
            }
        }
    }

    /// Trust T = (1 + r) / 2 of `who` toward `other`, in 0..1.
    pub fn trust(&self, who: DelegationId, other: DelegationId) -> f64 {
        f64::midpoint(1.0, self.affinity[(who, other)])
    }
}

/// What a full veto reluctance adds to the threshold of a vote against.
const VETO_RELUCTANCE_SCALE: f64 = 0.20;

/// The thresholds of each delegation on each form.
pub(super) fn thresholds(
    members: &ByDelegation<Delegation>,
    rules: &FormRules,
    dynamics: &Dynamics,
) -> ByDelegation<[Thresholds; OutcomeForm::ALL.len()]> {
    let Dynamics { noise, threshold_yes: yes, threshold_no, .. } = *dynamics;
    let of = |member: &Delegation, form: OutcomeForm| {
        let (yes, no) = match rules.of(form) {
            AdoptionRule::Signature => (dynamics.threshold_sign, f64::INFINITY),
            AdoptionRule::Consensus => (yes, dynamics.threshold_object),
            rule if rule.has_veto() && member.membership == Membership::Permanent => {
                (yes, threshold_no + member.veto_reluctance.get() * VETO_RELUCTANCE_SCALE)
            }
            _ => (yes, threshold_no),
        };
        Thresholds { yes, no, ratio: math::exp((yes + no) / noise) }
    };
    Table::new(members.iter().map(|member| OutcomeForm::ALL.map(|form| of(member, form))).collect())
}

/// The gain of the penholder from its text as first tabled, by its instructions.
pub(super) fn first_gain(
    outcome: &Outcome,
    issues: &ByIssue<Issue>,
    stances: &Grid<DelegationId, IssueId, Option<Stance>>,
) -> f64 {
    let Some(&pen) = outcome.sponsors.first() else { return 0.0 };
    let (mut gain, mut total) = (0.0, 0.0);
    for aim in &outcome.aims {
        total += aim.weight.get();
        if let Some(stance) = &stances[(pen, aim.issue)] {
            let (x, q) = (stance.position.get(), issues[aim.issue].status_quo.get());
            let nearer = (x - q).abs() - (x - aim.position.get()).abs();
            gain += stance.salience.get() * aim.weight.get() * nearer;
        }
    }
    if total > 0.0 { gain / total } else { 0.0 }
}

/// The numbers of a stance, as the engine reads them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Instructions {
    /// Whether there is a stance at all.
    pub given: bool,
    /// Instructions from capital, a, in 0..1.
    pub position: f64,
    /// Salience s, in 0..1.
    pub salience: f64,
    /// Flexibility λ, in 0..1.
    pub flexibility: f64,
    /// The acceptable interval; all of the scale where no red line is written.
    pub red_line: RedLine,
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

    /// The outcome with this identifier.
    pub fn outcome(&self, identifier: &str) -> Option<OutcomeId> {
        self.outcomes.pairs().find(|(_, o)| o.identifier == identifier).map(|(id, _)| id)
    }

    /// The voting members in English alphabetical order of their names, as they sit.
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
