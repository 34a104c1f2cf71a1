//! The intensity ladder: the verbs of the trade, from the weakest to the strongest.

use crate::council::Style;

/// One rung of a ladder, in the forms that phrases need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rung {
    /// How it is called: "strongly supports".
    pub name: String,
    /// After "we": "strongly support".
    pub we: String,
    /// After "my delegation": "strongly supports".
    pub it: String,
    /// Told of what was said: "strongly supported".
    pub told: String,
    /// Beside another verb: "strongly supporting".
    pub beside: String,
    /// What joins the last of several objects: "and", or "or" after "cannot support".
    pub joins: String,
}

/// The three ladders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ladders {
    /// Takes note of, welcomes, supports, strongly supports, calls for, urges.
    pub approval: Vec<Rung>,
    /// Regrets, is concerned, is deeply concerned, deplores, condemns, strongly condemns.
    pub concern: Vec<Rung>,
    /// Has difficulty with, cannot support, rejects.
    pub refusal: Vec<Rung>,
}

/// The ladders by name, with how many rungs each has.
pub(crate) const LADDERS: [(&str, usize); 3] = [("approval", 6), ("concern", 6), ("refusal", 3)];

/// From this intensity a position is supported, strongly supported, called for, urged; below the
/// first it is welcomed.
const APPROVAL: [f64; 4] = [0.35, 0.6, 0.75, 0.88];
/// From this intensity one is concerned, and deeply concerned; below the first one regrets.
const CONCERN: [f64; 2] = [0.3, 0.5];
/// From this intensity a text cannot be supported, and is rejected.
const REFUSAL: [f64; 2] = [0.45, 0.65];

impl Ladders {
    /// How a position is put forward: by `intensity`, salience times emphasis in 0..1. Who speaks
    /// guardedly takes a rung less, and only the candid urge.
    pub fn for_position(&self, intensity: f64, style: Style) -> &Rung {
        let lowest = 1;
        let rung = lowest + reached(&APPROVAL, intensity);
        let rung = match style {
            Style::Candid => rung,
            Style::Measured => rung.min(4),
            Style::Guarded => rung.saturating_sub(1).clamp(lowest, 3),
        };
        at(&self.approval, rung)
    }

    /// How a proposal is supported: welcomed, supported or strongly supported, for proposals are
    /// not called for.
    pub fn for_proposal(&self, intensity: f64, style: Style) -> &Rung {
        let guarded = usize::from(style == Style::Guarded);
        let rung = (1 + reached(&APPROVAL, intensity)).clamp(1, 3);
        at(&self.approval, rung.saturating_sub(guarded).max(1))
    }

    /// How a proposal is noted on which a delegation has reservations.
    pub fn noted(&self) -> &Rung {
        at(&self.approval, 0)
    }

    /// How a position is criticized: by distance times salience, in 0..1. Deplored and condemned
    /// are acts, not positions.
    pub fn for_criticism(&self, intensity: f64, style: Style) -> &Rung {
        let most = if style == Style::Candid { 2 } else { 1 };
        at(&self.concern, reached(&CONCERN, intensity).min(most))
    }

    /// How a proposal is refused: rejected by the candid alone, or behind a red line.
    pub fn for_refusal(&self, intensity: f64, style: Style) -> &Rung {
        let rung = reached(&REFUSAL, intensity);
        let rung = match style {
            Style::Candid => rung.max(1),
            Style::Measured => rung.min(1),
            Style::Guarded => 0,
        };
        at(&self.refusal, rung)
    }
}

/// How many of the thresholds are reached.
fn reached(thresholds: &[f64], intensity: f64) -> usize {
    thresholds.iter().filter(|&&from| intensity >= from).count()
}

/// The rung at this height; a check sees to it that all are there.
fn at(ladder: &[Rung], rung: usize) -> &Rung {
    &ladder[rung.min(ladder.len() - 1)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Phrasebook;

    const STYLES: [Style; 3] = [Style::Guarded, Style::Measured, Style::Candid];

    fn heights(choose: impl Fn(&Ladders, f64, Style) -> &Rung, style: Style) -> Vec<usize> {
        let ladders = Phrasebook::english().ladders();
        let all = [&ladders.approval, &ladders.concern, &ladders.refusal];
        let height = |rung: &Rung| {
            all.iter().find_map(|ladder| ladder.iter().position(|it| it == rung)).unwrap_or(0)
        };
        (0..=100).map(|s| height(choose(ladders, f64::from(s) / 100.0, style))).collect()
    }

    #[test]
    fn the_ladder_is_that_of_the_trade() {
        let ladders = Phrasebook::english().ladders();
        let names = |rungs: &[Rung]| {
            rungs.iter().map(|rung| rung.name.clone()).collect::<Vec<_>>().join("; ")
        };
        assert_eq!(
            names(&ladders.approval),
            "takes note of; welcomes; supports; strongly supports; calls for; urges"
        );
        assert_eq!(
            names(&ladders.concern),
            "regrets; is concerned about; is deeply concerned about; deplores; condemns; strongly \
             condemns"
        );
        assert_eq!(names(&ladders.refusal), "has difficulty with; cannot support; rejects");
    }

    #[test]
    fn more_at_stake_is_never_said_more_weakly() {
        for style in STYLES {
            for heights in [
                heights(Ladders::for_position, style),
                heights(Ladders::for_proposal, style),
                heights(Ladders::for_criticism, style),
                heights(Ladders::for_refusal, style),
            ] {
                assert!(heights.windows(2).all(|pair| pair[0] <= pair[1]), "{style:?} {heights:?}");
            }
        }
    }

    #[test]
    fn the_guarded_never_speak_more_strongly_than_the_candid() {
        for choose in [
            Ladders::for_position,
            Ladders::for_proposal,
            Ladders::for_criticism,
            Ladders::for_refusal,
        ] {
            let of = STYLES.map(|style| heights(choose, style));
            for ((guarded, measured), candid) in of[0].iter().zip(&of[1]).zip(&of[2]) {
                assert!(guarded <= measured && measured <= candid);
            }
            assert_ne!(of[0], of[2]);
        }
    }

    #[test]
    fn only_the_candid_urge_and_reject() {
        let [guarded, measured, candid] = STYLES.map(|style| {
            let positions = heights(Ladders::for_position, style);
            let refusals = heights(Ladders::for_refusal, style);
            (positions.contains(&5), refusals.contains(&2))
        });
        assert_eq!((guarded, measured, candid), ((false, false), (false, false), (true, true)));
    }
}
