//! What members may trade: their positions, how much each weighs, and what a pair would gain.

use super::super::actor::{Actor, weighted_mean};
use super::{Exchange, Move};

/// Moves and gains below this share of the widest range of positions are none.
const TRIVIAL: f64 = 1e-12;

/// A member on an issue.
#[derive(Debug, Clone, Copy)]
struct Holding {
    /// What it wants: its position at the start.
    wanted: f64,
    /// What it supports now.
    position: f64,
    /// Its salience.
    salience: f64,
    /// Its share of the weight of the issue; 0 for those who do not count.
    share: f64,
    /// Where it yields to, if it does: 1 up, for those below the expected outcome, else -1 down.
    direction: f64,
    /// How far the expected outcome lies from what it wants: a larger shift is no gain to it.
    gap: f64,
}

/// A member that does not count.
const ABSENT: Holding =
    Holding { wanted: 0.0, position: 0.0, salience: 0.0, share: 0.0, direction: -1.0, gap: 0.0 };

/// All members on all issues.
pub(super) struct Market {
    members: usize,
    /// By issue, then by member.
    holdings: Vec<Holding>,
    /// For each issue, who stands above and who below the expected outcome, one bit a member.
    sides: Vec<[Vec<u64>; 2]>,
    /// Moves and gains up to this are none.
    trivial: f64,
}

/// Two members that may trade: `later` yields on issue `q`, `earlier` on issue `p`, p before q.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Pair {
    pub(super) q: u16,
    pub(super) p: u16,
    pub(super) later: u16,
    pub(super) earlier: u16,
}

/// What two members would do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Deal {
    pub(super) pair: Pair,
    /// What each of them gains.
    pub(super) gain: f64,
    /// How far the outcome of q moves.
    shift_q: f64,
    /// How far the outcome of p moves.
    shift_p: f64,
}

impl Market {
    pub(super) fn new(issues: &[Vec<Option<Actor>>]) -> Self {
        let members = issues.iter().map(Vec::len).max().unwrap_or(0);
        let widest = issues.iter().map(|actors| range(actors)).fold(0.0, f64::max);
        let trivial = TRIVIAL * widest;
        let mut market = Self { members, holdings: Vec::new(), sides: Vec::new(), trivial };
        for actors in issues {
            market.open(actors);
        }
        market
    }

    /// Adds an issue.
    fn open(&mut self, actors: &[Option<Actor>]) {
        let largest = actors.iter().flatten().map(|actor| actor.influence).fold(0.0, f64::max);
        let weight = |actor: &Actor| {
            if largest > 0.0 { actor.influence / largest * actor.salience } else { 0.0 }
        };
        let total: f64 = actors.iter().flatten().map(weight).sum();
        let outcome =
            weighted_mean(actors.iter().flatten().map(|actor| (actor.position, weight(actor))));
        let mut sides = [vec![0; self.members.div_ceil(64)], vec![0; self.members.div_ceil(64)]];
        for member in 0..self.members {
            let counts = |actor: &Actor| weight(actor) > 0.0;
            let actor = actors.get(member).copied().flatten().filter(counts);
            let holding = actor.map_or(ABSENT, |actor| Holding {
                wanted: actor.position,
                position: actor.position,
                salience: actor.salience,
                share: weight(&actor) / total,
                direction: if actor.position < outcome { 1.0 } else { -1.0 },
                gap: (actor.position - outcome).abs(),
            });
            // Who wants what is expected anyway has nothing to trade.
            if holding.gap > self.trivial {
                let side = usize::from(holding.direction > 0.0);
                sides[side][member / 64] |= 1 << (member % 64);
            }
            self.holdings.push(holding);
        }
        self.sides.push(sides);
    }

    pub(super) fn members(&self) -> usize {
        self.members
    }

    pub(super) fn issues(&self) -> usize {
        self.holdings.len() / self.members.max(1)
    }

    fn at(&self, issue: usize, member: usize) -> &Holding {
        &self.holdings[issue * self.members + member]
    }

    /// Who stands on the other side of the outcomes of both issues than the later member of `pair`.
    pub(super) fn partners(&self, pair: Pair) -> impl Iterator<Item = u16> {
        let member = usize::from(pair.later);
        let opposite = |issue: u16| {
            let [above, below] = &self.sides[usize::from(issue)];
            let stands_in = |side: &[u64]| side[member / 64] >> (member % 64) & 1 == 1;
            if stands_in(above) { Some(below) } else { stands_in(below).then_some(above) }
        };
        let both = opposite(pair.q).zip(opposite(pair.p));
        let words = both.into_iter().flat_map(|(q, p)| q.iter().zip(p).map(|(q, p)| q & p));
        words.enumerate().flat_map(|(at, word)| Bits(word).map(move |bit| (at * 64 + bit) as u16))
    }

    /// The exchange between two partners; none if it is nothing to them.
    pub(super) fn deal(&self, pair: Pair) -> Option<Deal> {
        let (q, p) = (usize::from(pair.q), usize::from(pair.p));
        let (i, j) = (usize::from(pair.later), usize::from(pair.earlier));
        let (iq, ip, jq, jp) = (self.at(q, i), self.at(p, i), self.at(q, j), self.at(p, j));
        // Who yields on q must want p the more of the two.
        let advantage = ip.salience * jq.salience - jp.salience * iq.salience;
        if advantage <= 0.0 {
            return None;
        }
        let most_p = self.largest_shift(jp, ip)?;
        let most_q = self.largest_shift(iq, jq)?;
        // Both gain the same when the outcomes shift at this rate.
        let rate = (ip.salience + jp.salience) / (iq.salience + jq.salience);
        let (shift_p, shift_q) =
            if most_p * rate <= most_q { (most_p, most_p * rate) } else { (most_q / rate, most_q) };
        let gain = shift_p * advantage / (iq.salience + jq.salience);
        (gain > self.trivial).then_some(Deal { pair, gain, shift_q, shift_p })
    }

    /// How far the outcome moves at most when `giver` goes over to what `taker` wants; not beyond
    /// it, and none if that would be backwards.
    fn largest_shift(&self, giver: &Holding, taker: &Holding) -> Option<f64> {
        let way = (taker.wanted - giver.position) * giver.direction;
        (way > self.trivial).then_some((way * giver.share).min(taker.gap))
    }

    /// Moves both members as agreed.
    pub(super) fn carry_out(&mut self, deal: &Deal) -> Exchange {
        let Pair { q, p, later, earlier } = deal.pair;
        Exchange {
            gain: deal.gain,
            later: self.shift((later, q), earlier, deal.shift_q),
            earlier: self.shift((earlier, p), later, deal.shift_p),
        }
    }

    /// Moves a member so far that the outcome of the issue shifts by `shift` toward `taker`.
    fn shift(&mut self, (giver, issue): (u16, u16), taker: u16, shift: f64) -> Move {
        let (member, issue) = (usize::from(giver), usize::from(issue));
        let wanted = self.at(issue, usize::from(taker)).wanted;
        let holding = &mut self.holdings[issue * self.members + member];
        let from = holding.position;
        let to = from + holding.direction * shift / holding.share;
        // A whole move ends where the other wants it, whatever the rounding.
        let beyond = (to - wanted) * holding.direction > -self.trivial;
        holding.position = if beyond { wanted } else { to };
        Move { member, issue, from, to: holding.position }
    }

    /// The compromise mean of the positions as they stand.
    pub(super) fn outcome(&self, issue: usize) -> f64 {
        let members = (0..self.members).map(|member| self.at(issue, member));
        weighted_mean(members.filter(|h| h.share > 0.0).map(|h| (h.position, h.share)))
    }
}

/// The places of the bits of a word that are set, ascending.
struct Bits(u64);

impl Iterator for Bits {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let place = self.0.trailing_zeros() as usize;
        (self.0 != 0).then(|| {
            self.0 &= self.0 - 1;
            place
        })
    }
}

/// The range of the positions; 0 without any.
fn range(actors: &[Option<Actor>]) -> f64 {
    let positions = || actors.iter().flatten().map(|actor| actor.position);
    let low = positions().fold(f64::INFINITY, f64::min);
    let high = positions().fold(f64::NEG_INFINITY, f64::max);
    (high - low).max(0.0)
}
