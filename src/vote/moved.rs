//! How a delegation judges a text when one issue of it is moved and all else stays as it is.
//!
//! Bargaining asks this hundreds of times for each text: what does not depend on the move is
//! worked out once.

use crate::council::{Aim, DelegationId, IssueId, Judgement, OutcomeId, RedLine, Thresholds};
use crate::math;

use super::Room;
use super::decision::thresholds;

/// Whether `outcome` crosses a red line of `who` where this issue of it stands there.
pub(crate) fn crosses(
    room: Room<'_>,
    (who, outcome): (DelegationId, OutcomeId),
    (issue, to): (IssueId, f64),
) -> bool {
    room.texts[outcome].aims.iter().any(|aim| {
        is_crossed(room, who, (aim, if aim.issue == issue { to } else { aim.position.get() }))
    })
}

fn is_crossed(room: Room<'_>, who: DelegationId, (aim, to): (&Aim, f64)) -> bool {
    let derived = &room.scenario.derived;
    let place = (who, aim.issue);
    aim.weight.get() * room.salience[place] > 0.0
        && derived.instructions[place].red_line.is_crossed(to, derived.status_quo[aim.issue])
}

/// What one delegation makes of moves of one issue of one text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Moved {
    /// What of g is not gain.
    beside: f64,
    /// The gain from all other issues and from leaving the status quo on this one, times Σ w.
    rest: f64,
    /// s w of this issue.
    weight: f64,
    /// Σ w.
    total: f64,
    position: f64,
    status_quo: f64,
    /// The red line on this issue, where the delegation cares about it.
    red_line: Option<RedLine>,
    /// Whether another issue of the text crosses a red line.
    crossed_elsewhere: bool,
}

impl Moved {
    /// How `who` judges moves of `aim`, which is one of those of `outcome`, of which it judges so
    /// as it stands.
    #[expect(
        clippy::inline_always,
        reason = "written where it is kept, and not copied from elsewhere"
    )]
    #[inline(always)]
    pub(crate) fn new(
        room: Room<'_>,
        (who, outcome): (DelegationId, OutcomeId),
        judgement: &Judgement,
        aim: &Aim,
    ) -> Self {
        let derived = &room.scenario.derived;
        let aims = &room.texts[outcome].aims;
        let total: f64 = aims.iter().map(|aim| aim.weight.get()).sum();
        let position = room.positions[(who, aim.issue)];
        let weight = room.salience[(who, aim.issue)] * aim.weight.get();
        let stands = weight * (position - aim.position.get()).abs();
        Self {
            beside: judgement.bandwagon + judgement.consistency + judgement.sponsors,
            rest: judgement.gain * total + stands,
            weight,
            total,
            position,
            status_quo: derived.status_quo[aim.issue],
            red_line: (weight > 0.0).then(|| derived.instructions[(who, aim.issue)].red_line),
            // Only where some line is crossed is it asked whether another one is.
            crossed_elsewhere: judgement.red_line.is_some()
                && aims
                    .iter()
                    .filter(|other| other.issue != aim.issue)
                    .any(|other| is_crossed(room, who, (other, other.position.get()))),
        }
    }

    /// The gain where the issue stands at `to`, in -1..1, whatever red lines say.
    pub(crate) fn gain(&self, to: f64) -> f64 {
        if self.total > 0.0 {
            (self.rest - self.weight * (self.position - to).abs()) / self.total
        } else {
            0.0
        }
    }

    /// About how near to the position the issue must stand for this g, red lines left aside.
    fn within(&self, g: f64) -> f64 {
        (self.rest - (g - self.beside) * self.total) / self.weight
    }

    /// Whether the text crosses a red line where the issue stands at `to`.
    pub(crate) fn is_crossed(&self, to: f64) -> bool {
        self.crossed_elsewhere
            || self.red_line.is_some_and(|line| line.is_crossed(to, self.status_quo))
    }

    /// g where the issue stands at `to`.
    pub(crate) fn judgement(&self, to: f64) -> f64 {
        if self.is_crossed(to) { -1.0 } else { self.gain(to) + self.beside }
    }
}

/// What one voter asks of moves of one issue of a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Voter {
    moved: Moved,
    thresholds: Thresholds,
    noise: f64,
}

impl Voter {
    /// What `who` asks of moves of `aim`, which is one of those of `outcome`, of which it judges
    /// so as it stands.
    pub(crate) fn new(
        room: Room<'_>,
        (who, outcome): (DelegationId, OutcomeId),
        judgement: &Judgement,
        aim: &Aim,
    ) -> Self {
        Self {
            moved: Moved::new(room, (who, outcome), judgement, aim),
            thresholds: thresholds(&room, who, outcome),
            noise: room.scenario.dynamics.noise,
        }
    }

    /// About how near to its position the issue must come for that; not a number where no move helps.
    pub(crate) fn in_favour_within(&self, log_odds: f64) -> f64 {
        self.moved.within(self.thresholds.yes + self.noise * log_odds)
    }

    /// Whether P(in favour) is at least the `p` of these log-odds where the issue stands at `to`.
    pub(crate) fn is_in_favour(&self, to: f64, log_odds: f64) -> bool {
        let margin = self.moved.judgement(to) - self.thresholds.yes;
        if self.noise > 0.0 { margin >= self.noise * log_odds } else { margin > 0.0 }
    }

    /// About how near to its position the issue must come for that; not a number where no move helps.
    pub(crate) fn tolerates_within(&self, log_odds: f64) -> f64 {
        self.moved.within(-self.thresholds.no - self.noise * log_odds)
    }

    /// Whether P(against) is at most the `p` of these log-odds where the issue stands at `to`.
    pub(crate) fn tolerates(&self, to: f64, log_odds: f64) -> bool {
        -self.moved.judgement(to) - self.thresholds.no <= self.noise * log_odds
    }
}

/// The logarithm of the odds of `p`, which lies between 0 and 1.
pub(crate) fn log_odds(p: f64) -> f64 {
    math::ln(p / (1.0 - p))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::Id as _;
    use crate::scenario;
    use crate::unit::UnitInterval;
    use crate::vote::{Room, chance, chance_of, gain, judge, opening_positions};

    /// Red lines on one issue, a text on two.
    const TEXT: &str = "Scenario(format: 1, title: \"T\", date: \"2024-01-31\", body: \"A council\",
        issues: { \"a\": Issue(name: \"A\", low: \"Less\", high: \"More\", status_quo: 40),
                  \"b\": Issue(name: \"B\", low: \"Less\", high: \"More\") },
        members: {
            \"X\": Member(name: \"X\", seat: Permanent, stances: { \"a\": Stance(position: 30, salience: 70, red_line: (10, 60)), \"b\": Stance(position: 80, salience: 20) }),
            \"Y\": Member(name: \"Y\", seat: Elected, stances: { \"b\": Stance(position: 10, salience: 90, red_line: (0, 55)) }),
            \"Z\": Member(name: \"Z\", seat: Elected),
        }, president: \"X\",
        outcomes: { \"o\": Outcome(title: \"O\", form: Resolution, sponsors: [\"Z\"],
            aims: { \"a\": Aim(position: 50, weight: 60), \"b\": Aim(position: 60) }) })";

    #[test]
    fn a_move_is_judged_as_the_moved_text_would_be() {
        let scenario = scenario::load("test", TEXT.as_bytes()).scenario.expect("no error");
        let positions = opening_positions(&scenario);
        let room = Room::opening(&scenario, &positions);
        let outcome = OutcomeId::at(0);
        for at in 0..2 {
            let aim = room.texts[outcome].aims[at];
            for percent in 0..=100 {
                let to = f64::from(percent) / 100.0;
                let mut texts = scenario.derived.texts.clone();
                texts[outcome].aims[at].position = UnitInterval::clamped(to);
                let changed = Room { texts: &texts, ..room };
                for who in scenario.members.ids() {
                    let stands = judge(room, who, outcome);
                    let voter = Voter::new(room, (who, outcome), &stands, &aim);
                    let (judged, expected) = chance(changed, who, outcome);
                    assert!((voter.moved.judgement(to) - judged.total()).abs() < 1e-12);
                    assert!((voter.moved.gain(to) - gain(changed, who, outcome)).abs() < 1e-12);
                    let crossed = judge(changed, who, outcome).red_line.is_some();
                    assert_eq!(voter.moved.is_crossed(to), crossed);
                    let asked = chance_of(changed, who, outcome, voter.moved.judgement(to));
                    assert!((asked.against - expected.against).abs() < 1e-12);
                }
            }
        }
    }
}
