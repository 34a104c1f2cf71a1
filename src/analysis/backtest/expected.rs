//! What is expected of a draft: the chances of each vote and of its adoption.

use crate::council::{Threshold, VoteChance};
use crate::vote::{Workspace, chances_among};

use super::record::{Draft, VotingRecord};

/// Votes in favour that a draft needs (Charter, Article 27).
const NEEDED: Threshold = Threshold::Count(9);

/// What is expected of one draft.
#[derive(Debug, Clone, PartialEq)]
pub struct Expected {
    /// The chances of the votes, in the order of the draft's votes.
    pub votes: Vec<VoteChance>,
    /// P(adopted).
    pub adopted: f64,
}

/// Nothing yet: a sum to add to.
pub(super) fn nothing(draft: &Draft) -> Expected {
    Expected { votes: vec![SURELY_NOTHING; draft.votes.len()], adopted: 0.0 }
}

const SURELY_NOTHING: VoteChance = VoteChance { in_favour: 0.0, abstaining: 0.0, against: 0.0 };
/// A vote in favour that is sure.
pub(super) const SURELY_IN_FAVOUR: VoteChance = VoteChance { in_favour: 1.0, ..SURELY_NOTHING };

impl Expected {
    /// What is expected if members vote independently with these chances.
    pub(super) fn of(record: &VotingRecord, draft: &Draft, votes: Vec<VoteChance>) -> Self {
        let adopted = adopted(record, draft, &votes);
        Self { votes, adopted }
    }

    /// Adds `other` with `weight`.
    pub(super) fn add(&mut self, weight: f64, other: &Self) {
        for (sum, chance) in self.votes.iter_mut().zip(&other.votes) {
            sum.in_favour += weight * chance.in_favour;
            sum.abstaining += weight * chance.abstaining;
            sum.against += weight * chance.against;
        }
        self.adopted += weight * other.adopted;
    }
}

/// P(adopted) if members vote independently: nine votes in favour and, unless the question is
/// procedural, no permanent member against (Charter, Article 27), by the engine's recursion.
pub(super) fn adopted(record: &VotingRecord, draft: &Draft, votes: &[VoteChance]) -> f64 {
    let voters = draft.votes.iter().zip(votes).map(|((member, _), &chance)| {
        (chance, !draft.row.procedural && record.is_permanent(member))
    });
    chances_among(&mut Workspace::default(), voters, NEEDED).adopted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::backtest::record::DraftRow;
    use crate::vote::Ballot;

    /// P(adopted) with so many of fifteen sure in favour, the permanent member PPP against.
    fn chance(in_favour: usize, procedural: bool) -> f64 {
        let row = DraftRow { procedural, ..DraftRow::plain(2, 1, 2000) };
        let code =
            |place: usize| if place == 14 { "PPP".to_owned() } else { format!("E{place:02}") };
        let votes = (0..15).map(|place| (code(place), Ballot::InFavour)).collect();
        let mut record = VotingRecord::join(Vec::new(), Vec::new(), Vec::new(), Some(Vec::new()))
            .expect("empty");
        record.permanent.push("PPP".to_owned());
        let against = VoteChance { against: 1.0, ..SURELY_NOTHING };
        let chances: Vec<VoteChance> = (0..15)
            .map(|place| if place < in_favour { SURELY_IN_FAVOUR } else { against })
            .collect();
        adopted(&record, &Draft { row, votes }, &chances)
    }

    #[test]
    fn one_permanent_member_against_is_a_veto_except_on_procedure() {
        assert!(chance(14, false) < 1e-12, "a veto");
        assert!((chance(14, true) - 1.0).abs() < 1e-12, "procedural");
        assert!((chance(9, true) - 1.0).abs() < 1e-12, "nine are enough");
        assert!(chance(8, true) < 1e-12, "eight are not");
        assert!((chance(15, false) - 1.0).abs() < 1e-12, "all in favour");
    }
}
