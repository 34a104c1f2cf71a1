//! The opening of a meeting: agenda, invitations, and who presides.

use crate::council::{DelegationId, Id as _, Membership, Stage};

use super::decide::{Meeting, known, member_with_vote};
use super::event::{Book, Cause, EventKind};
use super::procedure::Question;
use super::queue::EventQueue;
use super::{Action, RuleViolation, motions};

/// Opens the meeting, with the skeleton of a real one: the call to order, the agenda, the
/// participants invited under rules 37 and 39. A question raised before is decided by a vote.
pub(super) fn open(meeting: Meeting<'_>, queue: &mut EventQueue) {
    let opened = queue.push(Book::Record, EventKind::MeetingCalledToOrder);
    let objection = raised(meeting, Question::Agenda);
    if let Some(by) = objection
        && !motions::vote(meeting, (by, Question::Agenda), (queue, opened))
    {
        // Without an agenda there is no meeting to hold.
        queue.push_because(opened, Book::Record, EventKind::MeetingAdjourned);
        return;
    }
    queue.push_because(opened, Book::Record, EventKind::AgendaAdopted);
    for rule in [Membership::Rule37, Membership::Rule39] {
        invite(meeting, rule, opened, queue);
    }
}

fn invite(meeting: Meeting<'_>, rule: Membership, opened: Cause, queue: &mut EventQueue) {
    let scenario = meeting.scenario;
    let mut delegations = queue.delegations.take();
    for id in scenario.members.ids().filter(|&id| scenario.members[id].membership == rule) {
        let question = Question::Invitation(id);
        let invited = raised(meeting, question)
            .is_none_or(|by| motions::vote(meeting, (by, question), (queue, opened)));
        if invited {
            delegations.push(id);
        }
    }
    if delegations.is_empty() {
        queue.delegations.give_back(delegations);
    } else {
        let invited = EventKind::ParticipantsInvited { rule, delegations };
        queue.push_because(opened, Book::Record, invited);
    }
}

/// Who raised this question, if anyone did.
fn raised(meeting: Meeting<'_>, question: Question) -> Option<DelegationId> {
    let mut questions = meeting.state.questions.iter();
    questions.find(|(_, asked)| *asked == question).map(|&(by, _)| by)
}

/// Objections before the meeting, and the chair.
pub(super) fn decide(
    meeting: Meeting<'_>,
    action: &Action,
    queue: &mut EventQueue,
) -> Result<(), RuleViolation> {
    let scenario = meeting.scenario;
    match *action {
        Action::ObjectToAgenda(by) => object(meeting, (by, Question::Agenda), queue),
        Action::ObjectToInvitation { by, of } => {
            known(of.index(), scenario.members.len())?;
            if scenario.members[of].votes() {
                return Err(RuleViolation::DoesNotFit);
            }
            object(meeting, (by, Question::Invitation(of)), queue)
        }
        Action::CedeChair => {
            let to = next_to_preside(meeting).ok_or(RuleViolation::DoesNotFit)?;
            queue.push(Book::Record, EventKind::ChairCeded { to });
            Ok(())
        }
        _ => Err(RuleViolation::NotInThisStage),
    }
}

/// An objection is announced before the meeting that it concerns.
fn object(
    meeting: Meeting<'_>,
    (by, question): (DelegationId, Question),
    queue: &mut EventQueue,
) -> Result<(), RuleViolation> {
    may_object(meeting, (by, question))?;
    queue.push(Book::Outside, EventKind::QuestionRaised { by, question });
    Ok(())
}

/// Refuses an objection that comes too late, twice, or from one without a vote.
pub(super) fn may_object(
    meeting: Meeting<'_>,
    (by, question): (DelegationId, Question),
) -> Result<(), RuleViolation> {
    member_with_vote(meeting, by)?;
    let to_come = meeting.scenario.program.iter().skip(meeting.state.stages_opened);
    if !to_come.copied().any(|stage| stage == Stage::Opening) {
        return Err(RuleViolation::NotInThisStage);
    }
    if raised(meeting, question).is_some() {
        return Err(RuleViolation::DoneAlready);
    }
    Ok(())
}

/// The member that presides when the President cedes the chair: the next in English
/// alphabetical order (rule 20).
fn next_to_preside(meeting: Meeting<'_>) -> Option<DelegationId> {
    let derived = &meeting.scenario.derived;
    let president = meeting.state.president;
    let place = |who: DelegationId| derived.alphabet[who];
    let others = || derived.voting.iter().copied().filter(|&who| who != president);
    let after = others().filter(|&who| place(who) > place(president));
    after.min_by_key(|&who| place(who)).or_else(|| others().min_by_key(|&who| place(who)))
}
