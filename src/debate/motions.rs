//! Points of order, motions and separate votes: what comes before other business.
//!
//! Provisional rules of procedure 30 (points of order), 32 (separate votes) and 33 (motions).
//! Nothing of this happens unless a person or an inject of the scenario raises it.

use crate::council::{DelegationId, Id as _, Judgement, OutcomeForm, OutcomeId};
use crate::stream::{Purpose, StreamKey, key_of};
use crate::vote::{self, Ballot, BallotRow, Decision};

use super::decide::{Meeting, known, member_with_vote};
use super::event::{Book, Cause, EventKind};
use super::procedure::{Motion, Question};
use super::queue::EventQueue;
use super::state::Standing;
use super::{Action, RuleViolation, clock, inject};

/// How much affinity weighs in a question of procedure: a full point of difference between the
/// affinity toward one side and toward the other is worth this much.
const SIDES: f64 = 0.30;
/// What members concede to the President when a ruling is challenged.
const DEFERENCE: f64 = 0.08;

/// What the model does about procedure: the President rules at once, motions are decided.
pub(super) fn propose(meeting: Meeting<'_>) -> Option<Action> {
    let state = meeting.state;
    if let Some(by) = state.pending_point_of_order() {
        let affinity = meeting.scenario.derived.affinity[(state.president, by)];
        return Some(Action::Rule { upheld: affinity >= 0.0 });
    }
    if let Some((to, false)) = state.pending_ruling()
        && inject::challenges(meeting, to)
    {
        return Some(Action::Challenge(to));
    }
    state.pending_motion().map(|_| Action::DecideMotion)
}

/// Refuses an action while a point of order or a motion is pending. Who plays is no business of the
/// meeting, and may change at any time.
pub(super) fn come_first(meeting: Meeting<'_>, action: &Action) -> Result<(), RuleViolation> {
    let state = meeting.state;
    let admitted = if action.is_about_who_plays() {
        true
    } else if state.pending_point_of_order().is_some() {
        matches!(action, Action::Rule { .. })
    } else if state.pending_motion().is_some() {
        matches!(
            action,
            Action::DecideMotion
                | Action::Move { .. }
                | Action::RaisePointOfOrder(_)
                | Action::Challenge(_)
        )
    } else {
        true
    };
    if admitted { Ok(()) } else { Err(RuleViolation::ComesFirst) }
}

pub(super) fn decide(
    meeting: Meeting<'_>,
    action: &Action,
    queue: &mut EventQueue,
) -> Result<(), RuleViolation> {
    let state = meeting.state;
    match *action {
        Action::RaisePointOfOrder(by) => {
            in_session(meeting, by)?;
            raise(queue, by, Question::PointOfOrder);
        }
        Action::Rule { upheld } => {
            let to = state.pending_point_of_order().ok_or(RuleViolation::NothingPending)?;
            queue.push(Book::Record, EventKind::RulingGiven { to, upheld });
        }
        Action::Challenge(by) => {
            in_session(meeting, by)?;
            state.pending_ruling().ok_or(RuleViolation::NothingPending)?;
            let challenged = raise(queue, by, Question::Ruling);
            vote(meeting, (by, Question::Ruling), (queue, challenged));
        }
        Action::Move { by, motion } => {
            in_session(meeting, by)?;
            fits(meeting, motion)?;
            raise(queue, by, Question::Motion(motion));
        }
        Action::DecideMotion => {
            let (by, motion) = state.pending_motion().ok_or(RuleViolation::NothingPending)?;
            decide_motion(meeting, (by, motion), queue);
        }
        Action::AskSeparateVote { by, outcome, issue } => {
            member_with_vote(meeting, by)?;
            known(outcome.index(), meeting.scenario.outcomes.len())?;
            let text = &state.texts[outcome];
            if state.standing[outcome] != Standing::Put {
                return Err(RuleViolation::NotPut);
            }
            if text.aims.len() < 2 || !text.aims.iter().any(|aim| aim.issue == issue) {
                return Err(RuleViolation::DoesNotFit);
            }
            let question = Question::SeparateVote { outcome, issue };
            if state.questions.iter().any(|(_, asked)| *asked == question) {
                return Err(RuleViolation::DoneAlready);
            }
            if mover_objects(meeting, (outcome, issue), by) {
                return Err(RuleViolation::MoverObjects);
            }
            raise(queue, by, question);
        }
        _ => return Err(RuleViolation::NotInThisStage),
    }
    Ok(())
}

fn raise(queue: &mut EventQueue, by: DelegationId, question: Question) -> Cause {
    queue.push(Book::Record, EventKind::QuestionRaised { by, question })
}

/// A member with a vote may raise a question while the meeting sits.
pub(super) fn in_session(meeting: Meeting<'_>, by: DelegationId) -> Result<(), RuleViolation> {
    member_with_vote(meeting, by)?;
    let name = meeting.state.stage_name(meeting.scenario);
    let sits = meeting.state.stages_opened > 0 && name.is_public() && !meeting.state.adjourned;
    if sits { Ok(()) } else { Err(RuleViolation::NotInThisStage) }
}

/// Refuses a motion about a text that is not there, or that is pending already.
fn fits(meeting: Meeting<'_>, motion: Motion) -> Result<(), RuleViolation> {
    let state = meeting.state;
    let about = match motion {
        Motion::Suspend | Motion::Adjourn | Motion::AdjournToNextDay => None,
        Motion::Refer(outcome) | Motion::Postpone(outcome) | Motion::Amend { outcome, .. } => {
            Some(outcome)
        }
    };
    if let Some(outcome) = about {
        known(outcome.index(), meeting.scenario.outcomes.len())?;
        if matches!(state.standing[outcome], Standing::Decided(_)) {
            return Err(RuleViolation::NotPut);
        }
    }
    if let Motion::Amend { outcome, issue, to } = motion {
        let touched = state.texts[outcome].aims.iter().any(|aim| aim.issue == issue);
        if !touched || !(0.0..=1.0).contains(&to) {
            return Err(RuleViolation::DoesNotFit);
        }
    }
    let pending = |(_, asked): &(DelegationId, Question)| *asked == Question::Motion(motion);
    if state.questions.iter().any(pending) { Err(RuleViolation::DoneAlready) } else { Ok(()) }
}

/// Puts a motion to the vote, and does at once what follows from it.
fn decide_motion(
    meeting: Meeting<'_>,
    (by, motion): (DelegationId, Motion),
    queue: &mut EventQueue,
) {
    let cause = queue.cause;
    let carried = vote(meeting, (by, Question::Motion(motion)), (queue, cause));
    if !carried {
        return;
    }
    let at = meeting.state.clock;
    match motion {
        Motion::Suspend => clock::suspend(meeting, queue),
        Motion::Adjourn => {
            queue.push(Book::Record, EventKind::MeetingAdjourned);
        }
        Motion::AdjournToNextDay => {
            let suspended = queue.push(Book::Record, EventKind::MeetingSuspended { at });
            let at = meeting.scenario.derived.starts;
            queue.push_because(suspended, Book::Record, EventKind::MeetingResumed { at });
        }
        Motion::Refer(_) | Motion::Postpone(_) | Motion::Amend { .. } => {}
    }
}

/// A procedural vote: no veto applies where the body's rule for procedure has none. Returns
/// whether the question was carried.
pub(super) fn vote(
    meeting: Meeting<'_>,
    (by, question): (DelegationId, Question),
    (queue, cause): (&mut EventQueue, Cause),
) -> bool {
    let scenario = meeting.scenario;
    let mut rows = queue.ballots.take();
    rows.extend(scenario.derived.voting.iter().map(|&who| cast(meeting, who, by, question)));
    let rule = scenario.rules.of(OutcomeForm::ProceduralDecision);
    let carried = vote::decide(scenario, (rule, &[]), &rows) == Decision::Adopted;
    let decided = EventKind::QuestionDecided { question, rows, carried };
    queue.push_because(cause, Book::Record, decided);
    carried
}

/// A vote on procedure follows affinity: toward the member that raised the question against the
/// President, docs/model.md, "Questions of procedure".
fn cast(
    meeting: Meeting<'_>,
    who: DelegationId,
    by: DelegationId,
    question: Question,
) -> BallotRow {
    let Meeting { scenario, seed, state } = meeting;
    let affinity = &scenario.derived.affinity;
    let sides = SIDES * (affinity[(who, by)] - affinity[(who, state.president)]) / 2.0;
    // An objection is put as the question whether to proceed: its author votes against.
    let (gain, own) = match question {
        Question::Agenda | Question::Invitation(_) => (-sides, Ballot::Against),
        Question::Ruling => (sides - DEFERENCE, Ballot::InFavour),
        _ => (sides, Ballot::InFavour),
    };
    let judgement = Judgement::of_gain(gain);
    let chance = vote::procedural_chance(scenario, gain);
    if who == by {
        return BallotRow { delegation: who, ballot: own, judgement, chance, draw: 0.0 };
    }
    let key = StreamKey {
        purpose: Purpose::Procedure,
        stage: state.stage_key(scenario),
        who: scenario.members[who].key,
        object: scenario.members[by].key ^ key_of(question.identifier()),
        occasion: 0,
    };
    let draw = scenario.dynamics.noise * seed.stream(key).logistic();
    let ballot = vote::procedural_ballot(scenario, gain + draw);
    BallotRow { delegation: who, ballot, judgement, chance, draw }
}

/// The mover of a text objects to a separate vote on a part that is worth something to it.
fn mover_objects(
    meeting: Meeting<'_>,
    (outcome, issue): (OutcomeId, crate::council::IssueId),
    by: DelegationId,
) -> bool {
    let Some(&mover) = meeting.scenario.outcomes[outcome].sponsors.first() else { return false };
    mover != by && vote::gain_on(meeting.room(), mover, (outcome, issue)) > 0.0
}
