//! The exchange model with equal gain (Stokman & Van Oosten 1994).
//!
//! The outcome of an issue is expected to be the compromise mean. Two members on opposite sides of
//! it on two issues trade: each moves toward the other on the issue that is less to it, at the
//! rate at which both gain the same. The exchange of the largest gain is carried out, what it
//! alters is reckoned anew, and so on while any gain is left.

mod market;
mod offers;

use super::actor::{Actor, Silence};
use market::Market;
use offers::Offers;

/// How many exchanges are carried out at most, for each member and issue. Random positions lead to
/// about two; the limit bounds the time of anything odd.
const MOST: usize = 10;

/// One member's part in an exchange: how it moves on the issue it yields on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Move {
    /// The place of the member among the members.
    pub member: usize,
    /// The place of the issue among the issues.
    pub issue: usize,
    /// Where it stood, on the scale of the positions.
    pub from: f64,
    /// Where it stands now.
    pub to: f64,
}

/// An exchange of positions between two members.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Exchange {
    /// What each of the two expects to gain: salience times points of the outcome, equal for both.
    pub gain: f64,
    /// The part of the member that yields on the later of the two issues.
    pub later: Move,
    /// The part of the member that yields on the earlier of the two issues.
    pub earlier: Move,
}

/// All exchanges, and where they leave each issue.
#[derive(Debug, Clone, PartialEq)]
pub struct Exchanges {
    /// The exchanges, in the order in which they are carried out.
    pub exchanges: Vec<Exchange>,
    /// The compromise mean of the positions after them, for each issue.
    pub outcomes: Vec<Result<f64, Silence>>,
}

/// Trades positions on `issues`, each with one entry for every member, none where it has no
/// stance. Of exchanges of equal gain the first by issues and members is carried out first.
pub fn exchange_positions(issues: &[Vec<Option<Actor>>]) -> Exchanges {
    let mut market = Market::new(issues);
    let mut offers = Offers::new(&market);
    let mut exchanges = Vec::new();
    let most = MOST * market.members() * market.issues();
    while exchanges.len() < most
        && let Some(deal) = offers.best(&market)
    {
        exchanges.push(market.carry_out(&deal));
        offers.carried_out(&market, deal.pair);
    }
    let outcomes = issues
        .iter()
        .enumerate()
        .map(|(issue, actors)| {
            let present: Vec<Actor> = actors.iter().flatten().copied().collect();
            super::actor::counted(&present).map(|_| market.outcome(issue))
        })
        .collect();
    Exchanges { exchanges, outcomes }
}
