//! From ballots to a decision, by the adoption rule.

use serde::{Deserialize, Serialize};

use crate::council::{AdoptionRule, Base, DelegationId, Membership, Threshold, WeightTest};
use crate::scenario::Scenario;

use super::{Ballot, BallotRow};

/// What became of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "WrittenDecision", into = "WrittenDecision")]
pub enum Decision {
    /// Adopted, agreed, issued or signed.
    Adopted,
    /// Put and not adopted.
    NotAdopted(Failure),
    /// Never put to a decision: support expressed. `withdrawn` if its sponsor withdrew it.
    NotPut {
        /// Whether its sponsor withdrew it.
        withdrawn: bool,
    },
}

/// Why a text that was put was not adopted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    /// The votes were there, and a veto holder voted against.
    Veto,
    /// The votes were not there.
    Majority,
    /// A member objected to a text that needs consensus.
    Objection,
    /// A sponsor did not sign.
    Signatures,
}

/// A decision as it stands in a record.
#[derive(Serialize, Deserialize)]
struct WrittenDecision {
    result: String,
    because: Option<String>,
}

impl From<Decision> for WrittenDecision {
    fn from(decision: Decision) -> Self {
        Self {
            result: decision.result().to_owned(),
            because: decision.because().map(str::to_owned),
        }
    }
}

impl From<WrittenDecision> for Decision {
    fn from(written: WrittenDecision) -> Self {
        let known = [
            Self::Adopted,
            Self::NotAdopted(Failure::Veto),
            Self::NotAdopted(Failure::Majority),
            Self::NotAdopted(Failure::Objection),
            Self::NotAdopted(Failure::Signatures),
            Self::NotPut { withdrawn: true },
        ];
        let says = |decision: &Self| {
            decision.result() == written.result && decision.because() == written.because.as_deref()
        };
        known.into_iter().find(says).unwrap_or(Self::NotPut { withdrawn: false })
    }
}

impl Decision {
    /// The result as written in JSON.
    pub const fn result(self) -> &'static str {
        match self {
            Self::Adopted => "Adopted",
            Self::NotAdopted(_) => "NotAdopted",
            Self::NotPut { .. } => "NotPut",
        }
    }

    /// The reason as written in JSON, where there is one.
    pub const fn because(self) -> Option<&'static str> {
        match self {
            Self::Adopted | Self::NotPut { withdrawn: false } => None,
            Self::NotAdopted(Failure::Veto) => Some("Veto"),
            Self::NotAdopted(Failure::Majority) => Some("Majority"),
            Self::NotAdopted(Failure::Objection) => Some("Objection"),
            Self::NotAdopted(Failure::Signatures) => Some("Signatures"),
            Self::NotPut { withdrawn: true } => Some("Withdrawn"),
        }
    }
}

/// A ballot that was cast, without what it follows from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cast {
    /// Who cast it.
    pub delegation: DelegationId,
    /// The ballot.
    pub ballot: Ballot,
}

impl From<&BallotRow> for Cast {
    fn from(row: &BallotRow) -> Self {
        Self { delegation: row.delegation, ballot: row.ballot }
    }
}

impl From<&Self> for Cast {
    fn from(cast: &Self) -> Self {
        *cast
    }
}

/// The decision that follows from these ballots under `rule`; where signatures are asked for,
/// these `sponsors` must all sign.
pub fn decide<'a, Row>(
    scenario: &Scenario,
    (rule, sponsors): (&AdoptionRule, &[DelegationId]),
    ballots: &'a [Row],
) -> Decision
where
    Cast: From<&'a Row>,
{
    let cast = |ballot| ballots.iter().map(Cast::from).filter(move |row| row.ballot == ballot);
    match rule {
        AdoptionRule::Vote { threshold, base, veto } => {
            let in_favour = cast(Ballot::InFavour).count();
            let against = cast(Ballot::Against).count();
            let total = match base {
                Base::Members => ballots.len(),
                Base::PresentAndVoting => in_favour + against,
            };
            let vetoed = *veto
                && cast(Ballot::Against).any(|row| {
                    scenario.members[row.delegation].membership == Membership::Permanent
                });
            by_vote(*threshold, in_favour, total, vetoed)
        }
        AdoptionRule::Weighted { tests, blocking_minority } => {
            let missing = ballots.len() - cast(Ballot::InFavour).count();
            let deemed = blocking_minority.is_some_and(|n| missing < n as usize);
            if deemed || tests.iter().all(|test| is_met(scenario, test, ballots)) {
                Decision::Adopted
            } else {
                Decision::NotAdopted(Failure::Majority)
            }
        }
        AdoptionRule::Consensus if cast(Ballot::Against).next().is_some() => {
            Decision::NotAdopted(Failure::Objection)
        }
        AdoptionRule::Signature => {
            let signed = |who| cast(Ballot::InFavour).any(|row| row.delegation == who);
            if sponsors.iter().all(|&sponsor| signed(sponsor)) {
                Decision::Adopted
            } else {
                Decision::NotAdopted(Failure::Signatures)
            }
        }
        AdoptionRule::Consensus | AdoptionRule::Authority => Decision::Adopted,
    }
}

/// Fewer than the threshold is another failure than a veto: a negative vote of a permanent member
/// is a veto only where the votes are there (Charter, Article 27 (3)).
fn by_vote(threshold: Threshold, in_favour: usize, total: usize, vetoed: bool) -> Decision {
    if !threshold.is_reached(in_favour as f64, total as f64) {
        Decision::NotAdopted(Failure::Majority)
    } else if vetoed {
        Decision::NotAdopted(Failure::Veto)
    } else {
        Decision::Adopted
    }
}

fn is_met<'a, Row>(scenario: &Scenario, test: &WeightTest, ballots: &'a [Row]) -> bool
where
    Cast: From<&'a Row>,
{
    let weight = |cast: Cast| scenario.members[cast.delegation].weight(&test.weight);
    let cast = || ballots.iter().map(Cast::from);
    let total: f64 = cast().map(weight).sum();
    let in_favour: f64 = cast().filter(|row| row.ballot == Ballot::InFavour).map(weight).sum();
    test.threshold.is_reached(in_favour, total)
}

/// Tells `of` each delegation but for whose ballot the text would have been adopted, or would not:
/// had it alone voted in any other way. The ballots are left as they were.
pub fn pivotal(
    scenario: &Scenario,
    decided: (&AdoptionRule, &[DelegationId]),
    ballots: &mut [Cast],
    mut of: impl FnMut(DelegationId),
) {
    if let AdoptionRule::Vote { threshold, base: Base::Members, veto } = *decided.0 {
        return pivotal_by_count(scenario, (threshold, veto), ballots, of);
    }
    let is_adopted = |ballots: &[Cast]| decide(scenario, decided, ballots) == Decision::Adopted;
    let adopted = is_adopted(ballots);
    for at in 0..ballots.len() {
        let Cast { delegation, ballot: cast } = ballots[at];
        let others = [Ballot::InFavour, Ballot::Abstaining, Ballot::Against];
        let turns = others.into_iter().filter(|&other| other != cast).any(|other| {
            ballots[at].ballot = other;
            is_adopted(ballots) != adopted
        });
        ballots[at].ballot = cast;
        if turns {
            of(delegation);
        }
    }
}

/// The same where the threshold is reckoned of all members: from the number in favour and the
/// number of vetoes, without deciding again for each ballot.
fn pivotal_by_count(
    scenario: &Scenario,
    (threshold, veto): (Threshold, bool),
    ballots: &[Cast],
    mut of: impl FnMut(DelegationId),
) {
    let needed = threshold.votes_needed(ballots.len());
    let vetoes = |cast: &Cast, ballot: Ballot| {
        veto && ballot == Ballot::Against
            && scenario.members[cast.delegation].membership == Membership::Permanent
    };
    let in_favour = ballots.iter().filter(|cast| cast.ballot == Ballot::InFavour).count();
    let against = ballots.iter().filter(|cast| vetoes(cast, cast.ballot)).count();
    let adopted = in_favour >= needed && against == 0;
    for cast in ballots {
        let others = in_favour - usize::from(cast.ballot == Ballot::InFavour);
        let unmoved = against - usize::from(vetoes(cast, cast.ballot));
        let turns =
            [Ballot::InFavour, Ballot::Abstaining, Ballot::Against].into_iter().any(|ballot| {
                let enough = others + usize::from(ballot == Ballot::InFavour) >= needed;
                let free = unmoved + usize::from(vetoes(cast, ballot)) == 0;
                (enough && free) != adopted
            });
        if turns {
            of(cast.delegation);
        }
    }
}
