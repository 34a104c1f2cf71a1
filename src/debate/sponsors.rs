//! Those behind a text: who joins its sponsors, who withdraws it, whose ballot is settled.

use crate::council::{DelegationId, Id as _, OutcomeId};
use crate::vote::{Ballot, Decision};

use super::decide::{Meeting, known, member_with_vote, short_enough};
use super::event::{Book, EventKind};
use super::queue::EventQueue;
use super::state::Standing;
use super::{Action, RuleViolation};

pub(super) fn decide(
    meeting: Meeting<'_>,
    action: &Action,
    queue: &mut EventQueue,
) -> Result<(), RuleViolation> {
    let Meeting { scenario, state, .. } = meeting;
    match *action {
        Action::Explain { by, outcome, when, ref words } => {
            undecided(meeting, by, outcome)?;
            member_with_vote(meeting, by)?;
            short_enough(words.as_deref())?;
            let words = words.clone();
            let kind = EventKind::ExplanationPrepared { by, outcome, when, words };
            queue.push(Book::Outside, kind);
        }
        Action::Lock { by, outcome, ballot } => {
            undecided(meeting, by, outcome)?;
            let signs = meeting.room().rule(outcome).is_decided_by_members();
            if signs {
                member_with_vote(meeting, by)?;
            }
            if is_bound(meeting, by, outcome) {
                return Err(RuleViolation::DoesNotFit);
            }
            queue.push(Book::Outside, EventKind::BallotLocked { by, outcome, ballot });
        }
        Action::Sponsor { by, outcome } => {
            undecided(meeting, by, outcome)?;
            if scenario.members[by].is_briefer() || !is_voted_on(meeting, outcome) {
                return Err(RuleViolation::DoesNotFit);
            }
            if state.joined[(by, outcome)] || scenario.outcomes[outcome].sponsors.contains(&by) {
                return Err(RuleViolation::DoneAlready);
            }
            let mut delegations = queue.delegations.take();
            delegations.push(by);
            queue.push(Book::Outside, EventKind::SponsorsJoined { outcome, delegations });
        }
        Action::Withdraw { by, outcome } => {
            undecided(meeting, by, outcome)?;
            if scenario.outcomes[outcome].sponsors.first() != Some(&by) {
                return Err(RuleViolation::NotASponsor);
            }
            let book =
                if state.standing[outcome] == Standing::Put { Book::Record } else { Book::Outside };
            let decision = Decision::NotPut { withdrawn: true };
            queue.push(book, EventKind::DecisionTaken { outcome, decision });
        }
        _ => return Err(RuleViolation::NotInThisStage),
    }
    Ok(())
}

/// Refuses what comes after the vote.
fn undecided(
    meeting: Meeting<'_>,
    who: DelegationId,
    outcome: OutcomeId,
) -> Result<(), RuleViolation> {
    known(who.index(), meeting.scenario.members.len())?;
    known(outcome.index(), meeting.scenario.outcomes.len())?;
    match meeting.state.standing[outcome] {
        Standing::Decided(_) => Err(RuleViolation::NotPut),
        Standing::Open | Standing::Put => Ok(()),
    }
}

/// Whether a rule leaves `who` no choice on `outcome`.
fn is_bound(meeting: Meeting<'_>, who: DelegationId, outcome: OutcomeId) -> bool {
    crate::vote::is_bound(meeting.scenario, who, outcome)
}

/// Whether the text has sponsors that others can join: one that is put to a vote.
fn is_voted_on(meeting: Meeting<'_>, outcome: OutcomeId) -> bool {
    use crate::council::AdoptionRule::{Vote, Weighted};
    matches!(meeting.room().rule(outcome), Vote { .. } | Weighted { .. })
}

/// The ballot that `who` casts on a text that it joined as a sponsor: it votes in favour.
pub(super) fn ballot_settled(
    meeting: Meeting<'_>,
    who: DelegationId,
    outcome: OutcomeId,
) -> Option<Ballot> {
    let state = meeting.state;
    state.locked[(who, outcome)]
        .or_else(|| state.joined[(who, outcome)].then_some(Ballot::InFavour))
}
