//! Who moved whom: what each statement contributed to the movement of each listener.

use crate::council::{ByIssue, DelegationId, Grid, IssueId};
use crate::debate::{Cause, Event, EventKind, Record};

/// One movement of one listener on one issue, and whose word contributed to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Movement {
    /// The number of the event that moved positions, from 1.
    pub event: usize,
    /// Who spoke; none where something else than a statement moved positions.
    pub speaker: Option<DelegationId>,
    /// Who was moved.
    pub listener: DelegationId,
    /// On which issue.
    pub issue: IssueId,
    /// How far in all, in -1..1.
    pub moved: f64,
    /// What the speaker contributed, in -1..1.
    pub pull: f64,
    /// What the instructions from capital contributed, in -1..1.
    pub anchor: f64,
}

/// All movements of the first `shown` events, in order.
pub fn movements(record: &Record, shown: usize) -> Vec<Movement> {
    let events = &record.events[..shown.min(record.events.len())];
    let mut found = Vec::new();
    for (at, event) in events.iter().enumerate() {
        let EventKind::PositionsShifted { rows } = &event.kind else { continue };
        let speaker = speaker(events, event);
        found.extend(rows.iter().map(|row| Movement {
            event: at + 1,
            speaker,
            listener: row.listener,
            issue: row.issue,
            moved: row.to - row.from,
            pull: row.pull,
            anchor: row.anchor,
        }));
    }
    found
}

/// Whose statement caused an event.
fn speaker(events: &[Event], event: &Event) -> Option<DelegationId> {
    let Cause::Event(number) = event.cause else { return None };
    match &events.get((number as usize).checked_sub(1)?)?.kind {
        EventKind::StatementDelivered(statement) => Some(statement.speaker),
        _ => None,
    }
}

/// How far each delegation's statements have moved each other, added up without sign over all
/// issues or, with its sign, on one: the row's word, the column's position.
pub fn influence(
    record: &Record,
    shown: usize,
    issue: Option<IssueId>,
) -> Grid<DelegationId, DelegationId, f64> {
    let members = record.scenario.members.len();
    let mut sums = Grid::filled(members, members, 0.0);
    for movement in movements(record, shown) {
        let Some(speaker) = movement.speaker else { continue };
        match issue {
            None => sums[(speaker, movement.listener)] += movement.pull.abs(),
            Some(issue) if issue == movement.issue => {
                sums[(speaker, movement.listener)] += movement.pull;
            }
            Some(_) => {}
        }
    }
    sums
}

/// What moved one delegation, statement by statement, the largest movement first.
pub fn moved_by(record: &Record, shown: usize, who: DelegationId) -> Vec<Push> {
    let mut pushes: Vec<Push> = Vec::new();
    for movement in movements(record, shown) {
        if movement.listener != who {
            continue;
        }
        if let Some(push) = pushes.last_mut().filter(|push| push.event == movement.event) {
            push.moved[movement.issue] += movement.moved;
        } else {
            let mut moved = ByIssue::filled(record.scenario.issues.len(), 0.0);
            moved[movement.issue] = movement.moved;
            let Movement { event, speaker, .. } = movement;
            pushes.push(Push { event, speaker, moved });
        }
    }
    pushes.sort_by(|a, b| b.size().total_cmp(&a.size()));
    pushes
}

/// One thing that moved a delegation.
#[derive(Debug, Clone, PartialEq)]
pub struct Push {
    /// The number of the event that moved positions, from 1.
    pub event: usize,
    /// Whose statement it was; none where it was something else.
    pub speaker: Option<DelegationId>,
    /// How far it moved the delegation on each issue, in -1..1.
    pub moved: ByIssue<f64>,
}

impl Push {
    /// How far it moved the delegation over all issues, without sign.
    pub fn size(&self) -> f64 {
        self.moved.iter().map(|moved| moved.abs()).sum()
    }

    /// The issue on which it moved the delegation furthest.
    pub fn furthest(&self) -> Option<(IssueId, f64)> {
        let all = self.moved.pairs().map(|(issue, &moved)| (issue, moved));
        all.max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()).then(b.0.cmp(&a.0)))
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::example;

    use super::*;

    #[test]
    fn movements_add_up_to_where_positions_stand() {
        let record = example::record();
        let shown = record.events.len();
        let (first, last) = (record.state_at(0).positions, record.state_at(shown).positions);
        let all = movements(&record, shown);
        for who in record.scenario.members.ids() {
            for issue in record.scenario.issues.ids() {
                let own = all.iter().filter(|it| it.listener == who && it.issue == issue);
                let moved: f64 = own.map(|it| it.moved).sum();
                let stands = last[(who, issue)] - first[(who, issue)];
                assert!((moved - stands).abs() < 1e-9, "{moved} {stands}");
            }
        }
        assert!(all.iter().any(|movement| movement.speaker.is_some()));
    }

    #[test]
    fn nobody_moves_itself_and_one_issue_is_no_more_than_all() {
        let record = example::record();
        let shown = record.events.len();
        let all = influence(&record, shown, None);
        for who in record.scenario.members.ids() {
            assert!(all[(who, who)].abs() < f64::EPSILON);
            for issue in record.scenario.issues.ids() {
                let one = influence(&record, shown, Some(issue));
                for other in record.scenario.members.ids() {
                    assert!(one[(who, other)].abs() <= all[(who, other)] + 1e-12);
                }
            }
        }
        assert!(movements(&record, 0).is_empty());
    }

    #[test]
    fn the_largest_movement_of_a_delegation_comes_first() {
        let record = example::record();
        let who = record.scenario.derived.voting[0];
        let pushes = moved_by(&record, record.events.len(), who);
        assert!(!pushes.is_empty());
        assert!(pushes.windows(2).all(|pair| pair[0].size() >= pair[1].size()));
    }
}
