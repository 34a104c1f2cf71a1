//! Soundings, consultations and drafting: outside the chamber (docs/model.md, section 5).

mod amendments;
mod conclusion;
mod sounding;

use crate::council::{DelegationId, Id as _, IssueId, OutcomeId, PutToAction, Stage};

use super::decide::{Meeting, known, member_with_vote, short_enough};
use super::event::{Book, EventKind};
use super::queue::EventQueue;
use super::{Action, RuleViolation};

/// What the model does next in consultations, and in soundings before the first stage.
pub(super) fn propose(meeting: Meeting<'_>) -> Option<Action> {
    let Meeting { scenario, state, .. } = meeting;
    if state.stages_opened == 0 {
        let held = |stage: &Stage| matches!(stage, Stage::Consultations { rounds } if *rounds > 0);
        let any = scenario.program.iter().any(held);
        return if any {
            texts(meeting).find_map(|id| sounding::propose(meeting, id))
        } else {
            None
        };
    }
    let Some(Stage::Consultations { rounds }) = state.stage(scenario) else { return None };
    if rounds == 0 {
        return None;
    }
    let bargaining = &state.bargaining;
    // What is looked up in the scenario is asked last.
    let first = |is_meant: &dyn Fn(OutcomeId) -> bool| {
        scenario.outcomes.ids().find(|&id| is_meant(id) && is_bargained(meeting, id))
    };
    if bargaining.in_round {
        let waiting = first(&|id| !bargaining.settled[id] && !bargaining.weighed[id]);
        return Some(waiting.map_or(Action::CloseRound, |id| {
            sounding::propose(meeting, id).unwrap_or(Action::Weigh(id))
        }));
    }
    if bargaining.round < rounds && first(&|id| !bargaining.settled[id]).is_some() {
        return Some(Action::OpenRound);
    }
    first(&|id| !bargaining.finished[id]).map(Action::Conclude)
}

/// The texts on which there is something to work out, by identifier: those that would be
/// decided by members, and have a penholder that seeks a decision.
fn texts(meeting: Meeting<'_>) -> impl Iterator<Item = OutcomeId> {
    meeting.scenario.outcomes.ids().filter(move |&id| is_bargained(meeting, id))
}

fn is_bargained(meeting: Meeting<'_>, id: OutcomeId) -> bool {
    let outcome = &meeting.scenario.outcomes[id];
    meeting.is_open(id)
        && outcome.action != PutToAction::TalliedOnly
        && !outcome.sponsors.is_empty()
        && meeting.room().rule(id).is_decided_by_members()
}

/// The delegation that holds the pen, of a text that is bargained.
fn penholder(meeting: Meeting<'_>, outcome: OutcomeId) -> Option<DelegationId> {
    meeting.scenario.outcomes[outcome].sponsors.first().copied()
}

pub(super) fn decide(
    meeting: Meeting<'_>,
    action: &Action,
    queue: &mut EventQueue,
) -> Result<(), RuleViolation> {
    let Meeting { scenario, state, .. } = meeting;
    match action {
        Action::SoundOut { by, of, outcome } => {
            sounding::decide(meeting, (*by, *of), *outcome, queue)
        }
        Action::OpenRound => {
            let Some(Stage::Consultations { rounds }) = state.stage(scenario) else {
                return Err(RuleViolation::NotInThisStage);
            };
            if state.bargaining.in_round || state.bargaining.round >= rounds {
                return Err(RuleViolation::NotInThisStage);
            }
            let round = state.bargaining.round + 1;
            queue.push(Book::Outside, EventKind::RoundOpened { round });
            Ok(())
        }
        Action::CloseRound => {
            in_round(meeting)?;
            let round = state.bargaining.round;
            queue.push(Book::Outside, EventKind::RoundClosed { round });
            Ok(())
        }
        Action::Offer { by, outcome, issue, to, words } => {
            offer(meeting, (*by, *outcome), (*issue, *to, words.as_ref()), queue)
        }
        Action::Weigh(outcome) => {
            in_round(meeting)?;
            not_yet_weighed(meeting, *outcome)?;
            amendments::weigh(meeting, *outcome, queue);
            Ok(())
        }
        Action::Answer { outcome, taken } => {
            in_round(meeting)?;
            not_yet_weighed(meeting, *outcome)?;
            amendments::answer(meeting, *outcome, *taken, queue)
        }
        Action::Conclude(outcome) => {
            let after_the_rounds = matches!(
                state.stage(scenario),
                Some(Stage::Consultations { rounds }) if rounds > 0
            ) && !state.bargaining.in_round;
            open_text(meeting, *outcome)?;
            if !after_the_rounds || state.bargaining.finished[*outcome] {
                return Err(RuleViolation::NotInThisStage);
            }
            conclusion::conclude(meeting, *outcome, queue);
            Ok(())
        }
        Action::StepDown { by, outcome } => {
            open_text(meeting, *outcome)?;
            if !matches!(state.stage(scenario), Some(Stage::Consultations { .. })) {
                return Err(RuleViolation::NotInThisStage);
            }
            if penholder(meeting, *outcome) != Some(*by) {
                return Err(RuleViolation::NotASponsor);
            }
            conclusion::step_down(meeting, *outcome, queue)
        }
        _ => Err(RuleViolation::NotInThisStage),
    }
}

/// A person's delegation offers an amendment; the penholder answers it in this round.
fn offer(
    meeting: Meeting<'_>,
    (by, outcome): (DelegationId, OutcomeId),
    (issue, to, words): (IssueId, f64, Option<&String>),
    queue: &mut EventQueue,
) -> Result<(), RuleViolation> {
    short_enough(words.map(String::as_str))?;
    in_round(meeting)?;
    member_with_vote(meeting, by)?;
    open_text(meeting, outcome)?;
    let touched = meeting.state.texts[outcome].aims.iter().any(|aim| aim.issue == issue);
    if !touched || !(0.0..=1.0).contains(&to) {
        return Err(RuleViolation::DoesNotFit);
    }
    let words = words.cloned();
    queue.push(Book::Outside, EventKind::AmendmentOffered { outcome, by, issue, to, words });
    Ok(())
}

const fn in_round(meeting: Meeting<'_>) -> Result<(), RuleViolation> {
    if meeting.state.bargaining.in_round { Ok(()) } else { Err(RuleViolation::NotInThisStage) }
}

fn open_text(meeting: Meeting<'_>, outcome: OutcomeId) -> Result<(), RuleViolation> {
    known(outcome.index(), meeting.scenario.outcomes.len())?;
    if is_bargained(meeting, outcome) { Ok(()) } else { Err(RuleViolation::NotPut) }
}

fn not_yet_weighed(meeting: Meeting<'_>, outcome: OutcomeId) -> Result<(), RuleViolation> {
    open_text(meeting, outcome)?;
    let bargaining = &meeting.state.bargaining;
    if bargaining.weighed[outcome] { Err(RuleViolation::DoneAlready) } else { Ok(()) }
}
