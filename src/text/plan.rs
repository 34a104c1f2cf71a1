//! The document plan of a statement: which passages, in which order.

use crate::council::{
    Capacity, Commendation, Criticism, Declared, GroupId, OutcomeId, Point, Statement,
};

/// A passage of a statement.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Passage {
    /// Thanks to the presidency and the briefers.
    Thanks,
    /// The group for which the delegation speaks.
    OnBehalf(GroupId),
    /// A sentence that leads to the substance.
    Framing,
    /// A claim, with its reason, an argument, and how it stands to present practice.
    Claim(Point),
    /// Answer to an earlier speaker that is commended.
    Commends(Commendation),
    /// Answer to a position that is criticized.
    Criticizes(Criticism),
    /// What it declares on outcomes, all of one stance.
    Declares(Declared, Vec<OutcomeId>),
    /// The close.
    Closing,
}

/// How many titles one sentence names.
const TITLES_IN_A_SENTENCE: usize = 5;

/// The plan of a statement by a delegation that is no briefer.
pub(super) fn plan(statement: &Statement) -> Vec<Passage> {
    let mut passages = vec![Passage::Thanks];
    if let Capacity::OnBehalfOf(group) = statement.capacity {
        passages.push(Passage::OnBehalf(group));
    }
    passages.push(Passage::Framing);
    passages.extend(statement.points.iter().map(|&point| Passage::Claim(point)));
    passages.extend(statement.commends.map(Passage::Commends));
    passages.extend(statement.criticizes.map(Passage::Criticizes));
    for stance in [Declared::InFavour, Declared::Reservations, Declared::Opposed] {
        let outcomes = declared(statement, stance);
        passages.extend(
            outcomes
                .chunks(TITLES_IN_A_SENTENCE)
                .map(|chunk| Passage::Declares(stance, chunk.to_vec())),
        );
    }
    passages.push(Passage::Closing);
    passages
}

/// The outcomes on which a statement declares this stance.
pub(super) fn declared(statement: &Statement, stance: Declared) -> Vec<OutcomeId> {
    statement.declarations.iter().filter(|d| d.stance == stance).map(|d| d.outcome).collect()
}

/// The points of a briefing, those on one issue together.
pub(super) fn briefing(statement: &Statement) -> Vec<Vec<Point>> {
    let mut groups: Vec<Vec<Point>> = Vec::new();
    for &point in &statement.points {
        match groups.iter_mut().find(|group| group[0].issue == point.issue) {
            Some(group) => group.push(point),
            None => groups.push(vec![point]),
        }
    }
    groups
}
