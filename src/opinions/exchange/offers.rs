//! The best exchange at any moment, found without reckoning all of them anew after each.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeSet, BinaryHeap};

use super::market::{Deal, Market, Pair};

/// The exchanges that may still be carried out.
///
/// There is a *stall* for each member that may yield on an issue q, and in it a row for each
/// earlier issue p, with its best partner. A member that has moved has less left to yield, so no
/// gain grows, and the gain reckoned last is an upper bound. The stall of the largest bound is
/// looked at first; if one of the two members has moved on its issue since, that row is reckoned
/// anew and the stall put back.
pub(super) struct Offers {
    stalls: BinaryHeap<Stall>,
    /// The gains of the rows, those of a stall side by side, by q, then by member, then by p; 0
    /// where nobody gains.
    gains: Vec<f64>,
    /// The partners in the rows, in the same order.
    partners: Vec<Partner>,
    /// After how many exchanges each member last moved on each issue, by issue, then by member.
    moved: Vec<u32>,
    members: usize,
    carried_out: u32,
    /// Pairs that have traded; they do not trade the same issues again.
    done: BTreeSet<Pair>,
}

/// A member that yields on issue `q`, with the largest gain of its rows and the issue of that row.
struct Stall {
    gain: f64,
    q: u16,
    later: u16,
    p: u16,
}

/// The partner in the best exchange on two issues.
#[derive(Clone, Copy)]
struct Partner {
    member: u16,
    /// After how many exchanges this was reckoned.
    reckoned: u32,
}

impl Ord for Stall {
    fn cmp(&self, other: &Self) -> Ordering {
        // Of equal gains the first by issue and member.
        let first = |stall: &Self| Reverse((stall.q, stall.later));
        self.gain.total_cmp(&other.gain).then_with(|| first(self).cmp(&first(other)))
    }
}

impl PartialOrd for Stall {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Stall {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Stall {}

impl Offers {
    pub(super) fn new(market: &Market) -> Self {
        let (members, issues) = (market.members(), market.issues());
        let rows = members * (issues * issues.saturating_sub(1) / 2);
        let mut offers = Self {
            stalls: BinaryHeap::new(),
            gains: vec![0.0; rows],
            partners: vec![Partner { member: 0, reckoned: 0 }; rows],
            moved: vec![0; members * issues],
            members,
            carried_out: 0,
            done: BTreeSet::new(),
        };
        for q in 0..issues as u16 {
            for later in 0..members as u16 {
                for p in 0..q {
                    offers.reckon(market, Pair { q, p, later, earlier: 0 });
                }
                offers.put_back(q, later);
            }
        }
        offers
    }

    /// The exchange of the largest gain; none when nobody gains any more.
    pub(super) fn best(&mut self, market: &Market) -> Option<Deal> {
        loop {
            let Stall { q, later, p, .. } = self.stalls.pop()?;
            let Partner { member: earlier, reckoned } = self.partners[self.row(q, later, p)];
            let pair = Pair { q, p, later, earlier };
            if self.moved[self.at(q, later)].max(self.moved[self.at(p, earlier)]) <= reckoned {
                return market.deal(pair);
            }
            self.reckon(market, pair);
            self.put_back(q, later);
        }
    }

    /// Takes note that the pair with the best exchange has carried it out, as `market` shows.
    pub(super) fn carried_out(&mut self, market: &Market, pair: Pair) {
        self.carried_out += 1;
        let (on_q, on_p) = (self.at(pair.q, pair.later), self.at(pair.p, pair.earlier));
        self.moved[on_q] = self.carried_out;
        self.moved[on_p] = self.carried_out;
        self.done.insert(pair);
        self.reckon(market, pair);
        self.put_back(pair.q, pair.later);
    }

    /// Reckons anew with whom the later member of `pair` would exchange on its two issues; of
    /// partners equally good the first.
    fn reckon(&mut self, market: &Market, pair: Pair) {
        let (mut gain, mut member) = (0.0, 0);
        for earlier in market.partners(pair) {
            let pair = Pair { earlier, ..pair };
            let Some(deal) = market.deal(pair) else { continue };
            if deal.gain > gain && !self.done.contains(&pair) {
                (gain, member) = (deal.gain, earlier);
            }
        }
        let row = self.row(pair.q, pair.later, pair.p);
        self.gains[row] = gain;
        self.partners[row] = Partner { member, reckoned: self.carried_out };
    }

    /// Puts a stall among the others by its best row, unless nothing is left in it; of rows
    /// equally good the first.
    fn put_back(&mut self, q: u16, later: u16) {
        let (mut gain, mut p) = (0.0, 0);
        for (row, &of_row) in (0..q).zip(&self.gains[self.row(q, later, 0)..]) {
            if of_row > gain {
                (gain, p) = (of_row, row);
            }
        }
        if gain > 0.0 {
            self.stalls.push(Stall { gain, q, later, p });
        }
    }

    /// The place of a row.
    fn row(&self, q: u16, later: u16, p: u16) -> usize {
        let (q, later, p) = (usize::from(q), usize::from(later), usize::from(p));
        self.members * (q * q.saturating_sub(1) / 2) + later * q + p
    }

    fn at(&self, issue: u16, member: u16) -> usize {
        usize::from(issue) * self.members + usize::from(member)
    }
}
