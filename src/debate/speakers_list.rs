//! The list of speakers: who takes the floor in a stage, and in what order.

use crate::council::{DelegationId, PresidentsPlace, Rank, SpeakingOrder, Stage};
use crate::scenario::Scenario;
use crate::stream::{Purpose, StreamKey};

use super::decide::Meeting;
use super::queue::EventQueue;

/// The list of a stage that is being opened, in a buffer of `queue`.
pub(super) fn establish(
    meeting: Meeting<'_>,
    stage: Stage,
    queue: &mut EventQueue,
) -> Vec<DelegationId> {
    let scenario = meeting.scenario;
    let mut list = queue.delegations.take();
    match stage {
        // The highest rank first; among equals, by identifier.
        Stage::Briefings => {
            list.extend(present(meeting).filter(|&id| scenario.members[id].is_briefer()));
            list.sort_by_key(|&id| rank(scenario, id));
        }
        // Further statements are heard in the order in which they were asked for.
        Stage::FurtherStatements => {
            list.extend(meeting.state.requests.iter().map(|request| request.by));
        }
        // In order of inscription, adjusted for protocol. Who signed up first is a matter of luck.
        Stage::InvitedStatements => {
            list.extend(present(meeting).filter(|&id| {
                let member = &scenario.members[id];
                !member.votes() && !member.is_briefer() && !is_spoken_for(scenario, id)
            }));
            draw(meeting, &mut list, queue);
        }
        Stage::MembersStatements { order, president } => {
            members(meeting, order, &mut list, queue);
            place_president(meeting.state.president, president, &mut list);
        }
        _ => {}
    }
    list
}

fn members(
    meeting: Meeting<'_>,
    order: SpeakingOrder,
    list: &mut Vec<DelegationId>,
    queue: &mut EventQueue,
) {
    let scenario = meeting.scenario;
    let speaking =
        |&id: &DelegationId| scenario.members[id].votes() && !is_spoken_for(scenario, id);
    list.extend(scenario.members.ids().filter(speaking));
    match order {
        // A list that the author has written: the one place where the order of a file counts.
        SpeakingOrder::List => {
            list.clear();
            list.extend(scenario.derived.listed.iter().copied().filter(speaking));
        }
        SpeakingOrder::Alphabet => {
            list.sort_unstable_by_key(|&id| scenario.derived.alphabet[id]);
        }
        SpeakingOrder::Lot => draw(meeting, list, queue),
    }
}

/// The lot: each delegation draws its own number, and the numbers are sorted within each class
/// of protocol.
fn draw(meeting: Meeting<'_>, list: &mut [DelegationId], queue: &mut EventQueue) {
    let scenario = meeting.scenario;
    let stage = meeting.state.next_stage_key(scenario);
    queue.lots.clear();
    queue.lots.extend(list.iter().map(|&id| {
        let key = StreamKey {
            purpose: Purpose::Lot,
            stage,
            who: scenario.members[id].key,
            object: 0,
            occasion: 0,
        };
        (protocol_class(scenario, id), meeting.seed.stream(key).uniform(), id)
    }));
    queue.lots.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
    for (place, &(_, _, id)) in list.iter_mut().zip(&queue.lots) {
        *place = id;
    }
}

fn place_president(presiding: DelegationId, place: PresidentsPlace, list: &mut [DelegationId]) {
    let Some(at) = list.iter().position(|&id| id == presiding) else {
        return;
    };
    match place {
        PresidentsPlace::First => list[..=at].rotate_right(1),
        PresidentsPlace::Last => list[at..].rotate_left(1),
        PresidentsPlace::InOrder => {}
    }
}

/// Those in the room: all but participants whose invitation was voted down.
fn present(meeting: Meeting<'_>) -> impl Iterator<Item = DelegationId> {
    meeting.scenario.members.ids().filter(move |&id| !meeting.state.kept_out[id])
}

fn rank(scenario: &Scenario, id: DelegationId) -> Rank {
    scenario.members[id].speaker.as_ref().map_or_else(Rank::default, |speaker| speaker.rank)
}

fn protocol_class(scenario: &Scenario, id: DelegationId) -> u8 {
    scenario.members[id].speaker.as_ref().map_or(2, |speaker| speaker.rank.protocol_class())
}

/// Whether another delegation speaks for this one, in a joint statement of their group.
fn is_spoken_for(scenario: &Scenario, id: DelegationId) -> bool {
    scenario.groups.iter().any(|group| {
        group.joint_statement.is_some_and(|speaker| speaker != id) && group.members.contains(&id)
    })
}
