//! The clock of the meeting room: how long statements take, and when the meeting is suspended.

use crate::council::DelegationId;
use crate::stream::{Purpose, StreamKey};

use super::decide::Meeting;
use super::event::{Book, EventKind};
use super::queue::EventQueue;

/// Official hours of meetings, in minutes after midnight: from ten to one, from three to six.
/// (Repertoire of the practice of the Security Council, chapter on the conduct of business.)
const SITTINGS: [(f64, f64); 2] = [(600.0, 780.0), (900.0, 1080.0)];
/// Minutes of a suspension after the last sitting of the day.
const PAUSE: f64 = 15.0;
/// How fast delegations speak, in words a minute: the interpreters ask for no more.
pub const WORDS_A_MINUTE: f64 = 110.0;
/// The least share of the time limit that a statement takes.
const SHORTEST: f64 = 0.6;
/// The share of the time limit that a further statement, or an explanation of vote, may take.
const SHORT: f64 = 0.4;

/// How long the next statement of `speaker` takes, in minutes: between six tenths of the time
/// limit and all of it; less where a short statement is expected.
pub(super) fn minutes(meeting: Meeting<'_>, speaker: DelegationId, is_short: bool) -> f64 {
    let Meeting { scenario, seed, state } = meeting;
    let key = StreamKey {
        purpose: Purpose::Length,
        stage: state.stage_key(scenario),
        who: scenario.members[speaker].key,
        object: 0,
        occasion: state.spoken[speaker],
    };
    let share = SHORTEST + (1.0 - SHORTEST) * seed.stream(key).uniform();
    scenario.time_limit * share * if is_short { SHORT } else { 1.0 }
}

/// How long these words of a person take, in minutes.
pub(super) fn minutes_of(words: &str) -> f64 {
    words.split_whitespace().count() as f64 / WORDS_A_MINUTE
}

/// Suspends the meeting until the next sitting, or for a quarter of an hour outside of sittings.
pub(super) fn suspend(meeting: Meeting<'_>, queue: &mut EventQueue) {
    let at = meeting.state.clock;
    let next = SITTINGS.iter().map(|&(begins, _)| begins).find(|&begins| begins > at);
    let suspended = queue.push(Book::Record, EventKind::MeetingSuspended { at });
    let at = next.unwrap_or(at + PAUSE);
    queue.push_because(suspended, Book::Record, EventKind::MeetingResumed { at });
}

/// Suspends the meeting and resumes it, when a sitting has ended before the next speaker.
pub(super) fn suspend_if_due(meeting: Meeting<'_>, queue: &mut EventQueue) {
    let now = meeting.state.clock;
    let start = meeting.scenario.derived.starts;
    let is_over = |&(_, end): &(f64, f64)| start < end && now >= end;
    let Some(ended) = SITTINGS.iter().rposition(is_over) else {
        return;
    };
    let next = SITTINGS.get(ended + 1);
    // After the second sitting a long list goes on into the evening.
    if let Some(&(resumes, _)) = next.filter(|(resumes, _)| now < *resumes) {
        let suspended = queue.push(Book::Record, EventKind::MeetingSuspended { at: now });
        queue.push_because(suspended, Book::Record, EventKind::MeetingResumed { at: resumes });
    }
}
