//! What is put to the vote before a text: amendments to it (rule 36), parts of it (rule 32).

use crate::council::{DelegationId, IssueId, OutcomeId};
use crate::stream::{Purpose, StreamKey};
use crate::unit::UnitInterval;
use crate::vote::{self, Ballot, BallotRow, Room};

use super::decide::Meeting;
use super::event::{Book, EventKind};
use super::procedure::Question;
use super::queue::EventQueue;

/// Decides the next amendment to `outcome`, else the next part of it, if any is to be decided
/// before the text.
pub(super) fn decide_first(
    meeting: Meeting<'_>,
    outcome: OutcomeId,
    queue: &mut EventQueue,
) -> bool {
    if let Some(amendment) = furthest(meeting, outcome) {
        decide_amendment(meeting, outcome, amendment, queue);
        return true;
    }
    let part = meeting.state.questions.iter().find_map(|(_, question)| match *question {
        Question::SeparateVote { outcome: of, issue } if of == outcome => Some(issue),
        _ => None,
    });
    if let Some(issue) = part {
        decide_part(meeting, (outcome, issue), queue);
    }
    part.is_some()
}

/// Of several amendments, the one furthest removed in substance from the text comes first.
fn furthest(meeting: Meeting<'_>, outcome: OutcomeId) -> Option<(DelegationId, IssueId, f64)> {
    let distance = |&(_, issue, to): &(DelegationId, IssueId, f64)| {
        let aims = &meeting.state.texts[outcome].aims;
        let stands = aims.iter().find(|aim| aim.issue == issue);
        stands.map_or(0.0, |aim| (aim.position.get() - to).abs())
    };
    let amendments = meeting.state.oral_amendments(outcome);
    amendments.reduce(|far, next| if distance(&next) > distance(&far) { next } else { far })
}

fn decide_amendment(
    meeting: Meeting<'_>,
    outcome: OutcomeId,
    (by, issue, to): (DelegationId, IssueId, f64),
    queue: &mut EventQueue,
) {
    let scenario = meeting.scenario;
    let mut rows = queue.ballots.take();
    {
        let before = meeting.room();
        let text = &mut queue.texts[outcome];
        text.copy_from(&meeting.state.texts[outcome]);
        for aim in text.aims.iter_mut().filter(|aim| aim.issue == issue) {
            aim.position = UnitInterval::clamped(to);
        }
        let after = Room { texts: &queue.texts, ..before };
        rows.extend(scenario.derived.voting.iter().map(|&who| {
            // An amendment is worth what the text gains by it.
            let old = vote::gain(before, who, outcome);
            let gain = vote::gain(after, who, outcome) - old;
            let moved = (who == by).then_some(Ballot::InFavour);
            ballot(meeting, (who, moved), (outcome, issue), gain)
        }));
    }
    let decision = vote::decide(scenario, (meeting.room().rule(outcome), &[]), &rows);
    let kind = EventKind::AmendmentDecided { outcome, by, issue, to, rows, decision };
    queue.push(Book::Record, kind);
}

fn decide_part(
    meeting: Meeting<'_>,
    (outcome, issue): (OutcomeId, IssueId),
    queue: &mut EventQueue,
) {
    let scenario = meeting.scenario;
    let mut rows = queue.ballots.take();
    rows.extend(scenario.derived.voting.iter().map(|&who| {
        let gain = vote::gain_on(meeting.room(), who, (outcome, issue));
        let sponsors = &scenario.outcomes[outcome].sponsors;
        let own = sponsors.contains(&who).then_some(Ballot::InFavour);
        ballot(meeting, (who, own), (outcome, issue), gain)
    }));
    let decision = vote::decide(scenario, (meeting.room().rule(outcome), &[]), &rows);
    queue.push(Book::Record, EventKind::PartDecided { outcome, issue, rows, decision });
}

/// A ballot on an amendment or a part, worth `gain` to `who`. A party to the dispute abstains.
fn ballot(
    meeting: Meeting<'_>,
    (who, own): (DelegationId, Option<Ballot>),
    (outcome, issue): (OutcomeId, IssueId),
    gain: f64,
) -> BallotRow {
    let Meeting { scenario, seed, .. } = meeting;
    let is_party = scenario.outcomes[outcome].parties.contains(&who);
    let own = if is_party { Some(Ballot::Abstaining) } else { own };
    let judgement = crate::council::Judgement::of_gain(gain);
    let room = meeting.room();
    let chance = vote::free_chance(room, who, outcome, gain);
    if let Some(ballot) = own {
        return BallotRow { delegation: who, ballot, judgement, chance, draw: 0.0 };
    }
    let key = StreamKey {
        purpose: Purpose::Procedure,
        stage: meeting.state.stage_key(scenario),
        who: scenario.members[who].key,
        object: scenario.outcomes[outcome].key ^ scenario.issues[issue].key,
        occasion: 0,
    };
    let draw = scenario.dynamics.noise * seed.stream(key).logistic();
    let ballot = vote::free_ballot(room, (who, outcome), gain + draw);
    BallotRow { delegation: who, ballot, judgement, chance, draw }
}
