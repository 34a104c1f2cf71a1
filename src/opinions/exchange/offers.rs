//! The best exchange at any moment, found without reckoning all of them anew after each.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeSet, BinaryHeap};

use super::market::{Deal, Market, Pair};

/// The exchanges that may still be carried out.
///
/// There is a row for each member that yields on issue q against issue p, with its best partner. A
/// member that has moved has less left to yield, so no gain grows, and the gain reckoned last is
/// an upper bound. The largest bound is looked at first; if one of its two members has moved on
/// its issue since, the row is reckoned anew and put back.
pub(super) struct Offers {
    rows: BinaryHeap<Row>,
    /// After how many exchanges each member last moved on each issue, by issue, then by member.
    moved: Vec<u32>,
    members: usize,
    carried_out: u32,
    /// Pairs that have traded; they do not trade the same issues again.
    done: BTreeSet<Pair>,
}

/// The best exchange of a row, as it was reckoned.
#[derive(Debug, Clone, Copy)]
struct Row {
    gain: f64,
    pair: Pair,
    /// After how many exchanges it was reckoned.
    reckoned: u32,
}

impl Ord for Row {
    fn cmp(&self, other: &Self) -> Ordering {
        // Of equal gains the first by issues and members.
        let first = |row: &Self| Reverse(row.pair);
        self.gain.total_cmp(&other.gain).then_with(|| first(self).cmp(&first(other)))
    }
}

impl PartialOrd for Row {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Row {}

impl Offers {
    pub(super) fn new(market: &Market) -> Self {
        let (members, issues) = (market.members(), market.issues());
        let mut offers = Self {
            rows: BinaryHeap::new(),
            moved: vec![0; members * issues],
            members,
            carried_out: 0,
            done: BTreeSet::new(),
        };
        let issue_pairs = (0..issues).flat_map(|q| (0..q).map(move |p| (q, p)));
        let rows: Vec<Row> = issue_pairs
            .flat_map(|(q, p)| (0..members).map(move |i| (q, p, i)))
            .filter_map(|(q, p, i)| offers.row(market, (q, p), i))
            .collect();
        offers.rows = BinaryHeap::from(rows);
        offers
    }

    /// The exchange of the largest gain; none when nobody gains any more.
    pub(super) fn best(&mut self, market: &Market) -> Option<Deal> {
        loop {
            let Row { pair, reckoned, .. } = self.rows.pop()?;
            let Pair { q, p, later, earlier } = pair;
            if self.moved[self.at(q, later)].max(self.moved[self.at(p, earlier)]) <= reckoned {
                return market.deal(pair);
            }
            let again = self.row(market, (q.into(), p.into()), later.into());
            self.rows.extend(again);
        }
    }

    /// Takes note that the pair with the best exchange has carried it out, as `market` shows.
    pub(super) fn carried_out(&mut self, market: &Market, pair: Pair) {
        let Pair { q, p, later, earlier } = pair;
        self.carried_out += 1;
        let (on_q, on_p) = (self.at(q, later), self.at(p, earlier));
        self.moved[on_q] = self.carried_out;
        self.moved[on_p] = self.carried_out;
        self.done.insert(pair);
        let again = self.row(market, (q.into(), p.into()), later.into());
        self.rows.extend(again);
    }

    fn at(&self, issue: u16, member: u16) -> usize {
        usize::from(issue) * self.members + usize::from(member)
    }

    /// The best exchange in which `later` yields on the first of two issues against the second;
    /// none if nobody gains.
    fn row(&self, market: &Market, (q, p): (usize, usize), later: usize) -> Option<Row> {
        let mut best: Option<Deal> = None;
        for earlier in market.partners((q, p), later) {
            let pair =
                Pair { q: q as u16, p: p as u16, later: later as u16, earlier: earlier as u16 };
            let Some(deal) = market.deal(pair) else { continue };
            let better = best.is_none_or(|best| deal.gain > best.gain);
            if better && !self.done.contains(&pair) {
                best = Some(deal);
            }
        }
        best.map(|Deal { gain, pair, .. }| Row { gain, pair, reckoned: self.carried_out })
    }
}
