//! What a step of the meeting rests on: a rule, practice, or the model.

use crate::council::{AdoptionRule, Membership, OutcomeForm, StageName, StatementPurpose};
use crate::scenario::Scenario;
use crate::vote::Decision;

use super::event::{Cause, Event, EventKind};
use super::procedure::Question;

/// What a step rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// An article of the Charter of the United Nations.
    Charter(&'static str),
    /// A rule of the Council's provisional rules of procedure (S/96/Rev.7).
    Rule(u8),
    /// A resolution of the General Assembly.
    Assembly(&'static str),
    /// The rules that the scenario writes for its body.
    OwnRules,
    /// Practice: what the Council does without a rule for it.
    Practice(&'static str),
    /// The teaching model: a section of docs/model.md.
    Model(&'static str),
    /// The scenario itself.
    Scenario,
}

impl Basis {
    /// Whether the step follows from a *rule*, from *practice*, or belongs to the *model*.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Charter(_) | Self::Rule(_) | Self::Assembly(_) | Self::OwnRules => "rule",
            Self::Practice(_) => "practice",
            Self::Model(_) | Self::Scenario => "model",
        }
    }

    /// What the step rests on, in words.
    pub fn words(self) -> String {
        match self {
            Self::Charter(article) => format!("Charter, Article {article}"),
            Self::Rule(number) => format!("provisional rules of procedure, rule {number}"),
            Self::Assembly(resolution) => format!("General Assembly resolution {resolution}"),
            Self::OwnRules => "rules of the body".to_owned(),
            Self::Practice(what) => what.to_owned(),
            Self::Model(section) => format!("model, section {section}"),
            Self::Scenario => "scenario".to_owned(),
        }
    }
}

/// What `event` rests on. Bodies other than the Security Council have rules of their own, and
/// its practice is the nearest there is.
pub fn basis(scenario: &Scenario, event: &Event) -> Basis {
    let basis = council_basis(scenario, event);
    match basis {
        Basis::Charter(_) | Basis::Rule(_) | Basis::Assembly(_)
            if !scenario.is_security_council =>
        {
            Basis::OwnRules
        }
        basis => basis,
    }
}

fn council_basis(scenario: &Scenario, event: &Event) -> Basis {
    match &event.kind {
        EventKind::MeetingCalledToOrder => Basis::Rule(19),
        EventKind::RulingGiven { .. } => Basis::Rule(30),
        EventKind::QuestionRaised { question, .. }
        | EventKind::QuestionDecided { question, .. } => of_question(*question),
        EventKind::AgendaAdopted => Basis::Charter("27 (2)"),
        EventKind::ParticipantsInvited { rule, .. } => {
            Basis::Rule(if *rule == Membership::Rule37 { 37 } else { 39 })
        }
        EventKind::ChairCeded { .. } => Basis::Rule(20),
        EventKind::SpeakersListed { .. } => of_list(event.stage),
        EventKind::FloorGiven { .. } => Basis::Rule(27),
        EventKind::PlacesExchanged { .. } => {
            Basis::Practice("delegations may exchange places on the list of speakers")
        }
        EventKind::StatementDelivered(statement) => of_statement(statement.purpose),
        EventKind::FloorPassed { .. } => Basis::Practice("nobody is bound to speak"),
        EventKind::FloorRequested { .. } => {
            Basis::Practice("a further statement; the rules know no right of reply")
        }
        EventKind::TimeLimitRecalled { .. } => {
            Basis::Practice("Note by the President S/2017/507 encourages short statements")
        }
        EventKind::MeetingSuspended { .. } | EventKind::MeetingResumed { .. } => {
            if event.cause == Cause::Person {
                Basis::Rule(33)
            } else {
                Basis::Practice("official hours: long meetings are suspended and resumed")
            }
        }
        EventKind::MeetingAdjourned => match event.stage {
            StageName::Closing => Basis::Practice("the list of speakers is exhausted"),
            StageName::Action => Basis::Practice("no text is left before the meeting"),
            StageName::Opening => Basis::Charter("27 (2)"),
            _ => Basis::Rule(33),
        },
        EventKind::StageOpened
        | EventKind::InjectFired { .. }
        | EventKind::SeatTaken { .. }
        | EventKind::SeatLeft { .. }
        | EventKind::ChairTaken { .. }
        | EventKind::ChairLeft { .. }
        | EventKind::InjectHeld { .. }
        | EventKind::InstructionsGiven { .. } => Basis::Scenario,
        EventKind::PositionsShifted { .. } => Basis::Model("4"),
        of_texts => of_text(scenario, of_texts),
    }
}

fn of_text(scenario: &Scenario, kind: &EventKind) -> Basis {
    match kind {
        EventKind::SoundingTaken(_) => Basis::Practice("soundings in confidence"),
        EventKind::RoundOpened { .. } | EventKind::RoundClosed { .. } => {
            Basis::Practice("informal consultations, of which no record is kept")
        }
        EventKind::AmendmentsWeighed { .. }
        | EventKind::AmendmentOffered { .. }
        | EventKind::TextAmended { .. } => Basis::Practice("the penholder revises the draft"),
        EventKind::SilenceOpened { .. }
        | EventKind::SilenceHeld { .. }
        | EventKind::SilenceBroken { .. } => Basis::Practice("silence procedure"),
        EventKind::SteppedDown { .. } | EventKind::LeftAsSupport { .. } => {
            Basis::Practice("a lighter form, or none, where a text finds no agreement")
        }
        EventKind::PutInBlue { .. } => Basis::Practice("the final text is printed in blue"),
        EventKind::TextsSelected { .. } | EventKind::PartDecided { .. } => Basis::Rule(32),
        EventKind::SponsorsJoined { .. } => {
            Basis::Practice("delegations may join the sponsors until the vote")
        }
        EventKind::BallotLocked { .. } => Basis::Practice("ballots are cast at one time"),
        EventKind::ExplanationPrepared { .. } => Basis::Practice("explanation of vote"),
        EventKind::AmendmentDecided { .. } => Basis::Rule(36),
        EventKind::DecisionTaken { decision: Decision::NotPut { .. }, .. } => Basis::Rule(35),
        EventKind::BallotsCast { outcome, .. } | EventKind::DecisionTaken { outcome, .. } => {
            let proposal = &scenario.outcomes[*outcome];
            of_decision(scenario.rule(*outcome), proposal.form)
        }
        EventKind::AssemblyDebateDue { .. } => Basis::Assembly("76/262"),
        _ => Basis::Scenario,
    }
}

const fn of_question(question: Question) -> Basis {
    match question {
        Question::Agenda => Basis::Charter("27 (2)"),
        Question::Invitation(_) => Basis::Rule(37),
        Question::PointOfOrder | Question::Ruling => Basis::Rule(30),
        Question::Motion(_) => Basis::Rule(33),
        Question::SeparateVote { .. } => Basis::Rule(32),
    }
}

const fn of_list(stage: StageName) -> Basis {
    match stage {
        StageName::MembersStatements => {
            Basis::Practice("the order of the list, by draw where the programme says so")
        }
        StageName::InvitedStatements => Basis::Practice("order of inscription, adjusted for rank"),
        _ => Basis::Rule(27),
    }
}

const fn of_statement(purpose: StatementPurpose) -> Basis {
    match purpose {
        StatementPurpose::Debate => Basis::Rule(27),
        StatementPurpose::Further => {
            Basis::Practice("a further statement; the rules know no right of reply")
        }
        StatementPurpose::ExplanationBefore(_) | StatementPurpose::ExplanationAfter(_) => {
            Basis::Practice("explanation of vote")
        }
        StatementPurpose::Dissociation(_) => {
            Basis::Practice("joining consensus while dissociating from a part of the text")
        }
    }
}

const fn of_decision(rule: &AdoptionRule, form: OutcomeForm) -> Basis {
    match (rule, form) {
        (AdoptionRule::Vote { .. }, OutcomeForm::ProceduralDecision) => Basis::Charter("27 (2)"),
        (AdoptionRule::Vote { .. }, _) => Basis::Charter("27 (3)"),
        (AdoptionRule::Weighted { .. }, _) => Basis::OwnRules,
        (AdoptionRule::Consensus, _) => Basis::Practice("statements need the consensus of all"),
        (AdoptionRule::Signature, _) => Basis::Practice("a joint statement binds those who sign"),
        (AdoptionRule::Authority, _) => {
            Basis::Practice("the President's own responsibility, on which nobody is asked")
        }
    }
}
