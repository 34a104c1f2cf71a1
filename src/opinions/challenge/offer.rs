//! Which challenger an actor gives way to, and how far.

use super::EQUAL;

/// What an actor may do about one challenger.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Offer {
    /// Both gain by a fight and the challenger gains more: the actor goes over to its position.
    Confrontation(f64),
    /// Only the challenger gains: the actor goes part of the way.
    Compromise {
        /// The mean of both positions weighted by the expected utilities, by which the code ranks
        /// compromises.
        rank: f64,
        /// Where the actor would stand.
        position: f64,
    },
}

/// The offer between an actor and another, each a position and the expected utility of
/// challenging the other, both as the actor sees them; none where nothing happens.
///
/// Capitulation (the other gains less than the actor would lose) never happens: the code tests
/// for it with a comparison that cannot be true.
pub(super) fn offer((x, own): (f64, f64), (other_x, other): (f64, f64)) -> Option<Offer> {
    if own > EQUAL && other > own + EQUAL {
        return Some(Offer::Confrontation(other_x));
    }
    if own < -EQUAL && other > EQUAL - own {
        let rank = (other * other_x - own * x) / (other - own);
        return Some(Offer::Compromise { rank, position: x + (other_x - x) * (-own / other) });
    }
    None
}

/// Where the actor at `x` goes, given the offers of the others in ascending order of position:
/// to the nearest confrontation, else to the compromise of the lowest rank. Of equals the first
/// counts.
pub(super) fn best_offer(offers: impl Iterator<Item = Offer>, x: f64, range: f64) -> f64 {
    let mut confrontation: Option<(f64, f64)> = None;
    let mut compromise: Option<(f64, f64)> = None;
    for offer in offers {
        let (best, key, position) = match offer {
            Offer::Confrontation(position) => (&mut confrontation, (x - position).abs(), position),
            Offer::Compromise { rank, position } => (&mut compromise, rank, position),
        };
        if best.is_none_or(|(least, _)| key < least - EQUAL * range) {
            *best = Some((key, position));
        }
    }
    confrontation.or(compromise).map_or(x, |(_, position)| position)
}
