//! Soundings: a delegation asks another in confidence how it would vote.

use crate::council::{DelegationId, Id as _, Membership, OutcomeId, Style};
use crate::stream::{Purpose, StreamKey};
use crate::vote::{Room, chance};

use super::super::decide::{Meeting, known};
use super::super::event::{Book, EventKind, HeardPosition, Sounding};
use super::super::queue::EventQueue;
use super::super::{Action, RuleViolation};
use super::penholder;

/// How much vaguer the answers of the guarded are.
const GUARDED: f64 = 1.5;

/// The sounding that the penholder of `outcome` makes next: of the most influential voting
/// member, the permanent first, of whose position on the text it does not know enough.
pub(super) fn propose(meeting: Meeting<'_>, outcome: OutcomeId) -> Option<Action> {
    let Meeting { scenario, state, .. } = meeting;
    let by = penholder(meeting, outcome)?;
    if state.played[by]
        || state.bargaining.soundings_left(by) == 0
        || !has_share_left(meeting, by, outcome)
    {
        return None;
    }
    let sponsors = &scenario.outcomes[outcome].sponsors;
    let candidates = scenario.derived.voting.iter().copied();
    let rank = |who: DelegationId| {
        let permanent = scenario.members[who].membership == Membership::Permanent;
        (permanent, state.influence[who])
    };
    let mut best = None;
    for who in candidates {
        // Most are of lower rank: what is known of them need not be looked up.
        if best.is_none_or(|best| rank(who) > rank(best))
            && !sponsors.contains(&who)
            && !is_known(meeting, by, who, outcome)
        {
            best = Some(who);
        }
    }
    best.map(|of| Action::SoundOut { by, of, outcome })
}

/// Before the first stage a penholder divides its soundings among its texts.
fn has_share_left(meeting: Meeting<'_>, by: DelegationId, outcome: OutcomeId) -> bool {
    if meeting.state.stages_opened > 0 {
        return true;
    }
    let all = meeting.scenario.derived.penned[by];
    let share = 5_u32.div_ceil(all.max(1));
    meeting.state.bargaining.asked_about(outcome) < share
}

/// Whether `by` knows where `who` stands on all that the text is about, from what it voiced or
/// said in confidence.
fn is_known(meeting: Meeting<'_>, by: DelegationId, who: DelegationId, outcome: OutcomeId) -> bool {
    let state = meeting.state;
    state.texts[outcome].aims.iter().all(|aim| {
        state.voiced[(who, aim.issue)].is_some()
            || state.bargaining.has_been_told(by, (who, aim.issue))
    })
}

/// A sounding, by a person or by the model.
pub(super) fn decide(
    meeting: Meeting<'_>,
    (by, of): (DelegationId, DelegationId),
    outcome: OutcomeId,
    queue: &mut EventQueue,
) -> Result<(), RuleViolation> {
    let Meeting { scenario, state, .. } = meeting;
    let members = scenario.members.len();
    known(by.index(), members)?;
    known(of.index(), members)?;
    known(outcome.index(), scenario.outcomes.len())?;
    let is_fit = by != of
        && scenario.members[of].votes()
        && !scenario.members[by].is_briefer()
        && meeting.room().rule(outcome).is_decided_by_members();
    if !is_fit {
        return Err(RuleViolation::DoesNotFit);
    }
    if state.stages_opened > 0 && !state.bargaining.in_round {
        return Err(RuleViolation::NotInThisStage);
    }
    if state.bargaining.soundings_left(by) == 0 {
        return Err(RuleViolation::NoSoundingLeft);
    }
    let sounding = answer(meeting, (by, of), outcome, queue);
    queue.push(Book::Outside, EventKind::SoundingTaken(sounding));
    Ok(())
}

/// The answer: P(in favour) at the position of `of` on each issue of the text, as `by` understands
/// it: x + N(0, u (2 - T)), half as vague again where `of` is guarded.
fn answer(
    meeting: Meeting<'_>,
    (by, of): (DelegationId, DelegationId),
    outcome: OutcomeId,
    queue: &mut EventQueue,
) -> Sounding {
    let Meeting { scenario, seed, state } = meeting;
    let key = StreamKey {
        purpose: Purpose::Sounding,
        stage: state.stage_key(scenario),
        who: scenario.members[by].key,
        object: scenario.outcomes[outcome].key ^ scenario.members[of].key.rotate_left(17),
        occasion: state.bargaining.round,
    };
    let mut stream = seed.stream(key);
    let trust = scenario.derived.trust(of, by);
    let guarded = if scenario.members[of].style == Style::Guarded { GUARDED } else { 1.0 };
    let mut heard = queue.heard.take();
    for aim in &state.texts[outcome].aims {
        let uncertainty =
            scenario.stances[(of, aim.issue)].as_ref().map_or(0.0, |s| s.uncertainty.get());
        let error = uncertainty * (2.0 - trust) * guarded * stream.normal();
        let position = (state.positions[(of, aim.issue)] + error).clamp(0.0, 1.0);
        queue.estimate[(of, aim.issue)] = position;
        heard.push(HeardPosition { issue: aim.issue, position });
    }
    let room = Room { positions: &queue.estimate, ..meeting.room() };
    let in_favour = chance(room, of, outcome).1.in_favour;
    Sounding { by, of, outcome, in_favour, heard }
}
