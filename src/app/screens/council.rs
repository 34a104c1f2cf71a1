//! A scenario's council as a small picture shows it.

use crate::app::widgets::{Council, Seat};
use crate::council::{DelegationId, IssueId, Membership};
use crate::scenario::Scenario;

/// The council, with the President at the head of the table, and its issues in the order of the
/// file.
pub(super) fn council(scenario: &Scenario) -> Council {
    let seat = |who: &DelegationId| Seat {
        is_permanent: scenario.members[*who].membership == Membership::Permanent,
        presides: *who == scenario.president,
    };
    let mut seats: Vec<Seat> = scenario.seating().iter().map(seat).collect();
    let head = seats.len() / 2;
    if let Some(presides) = seats.iter().position(|seat| seat.presides) {
        let by = (presides + seats.len() - head) % seats.len();
        seats.rotate_left(by);
    }
    let issues = scenario.order.issues.iter();
    Council { seats, spreads: issues.filter_map(|&issue| spread(scenario, issue)).collect() }
}

/// The lowest and the highest position on an issue, and the middle one; none where nobody has a
/// stance.
fn spread(scenario: &Scenario, issue: IssueId) -> Option<[f32; 3]> {
    let positions = positions(scenario, issue);
    let (first, last) = (positions.first()?, positions.last()?);
    Some([*first, *last, positions[positions.len() / 2]].map(|position| position as f32))
}

/// The positions at the start of the voting members that have a stance, ascending, in 0..1.
pub(super) fn positions(scenario: &Scenario, issue: IssueId) -> Vec<f64> {
    let voting = scenario.derived.voting.iter();
    let mut positions: Vec<f64> = voting
        .filter_map(|&who| scenario.stances[(who, issue)].as_ref())
        .map(|stance| stance.position.get())
        .collect();
    positions.sort_by(f64::total_cmp);
    positions
}
