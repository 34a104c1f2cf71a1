//! Playing a debate: turns that fall due as time passes, and what playing stops at.

use crate::council::{InjectId, OutcomeId};

use super::series::Swing;
use super::{Turn, TurnKind};

/// The speeds one can choose, as multiples of the usual.
pub const SPEEDS: [f64; 6] = [0.5, 1.0, 2.0, 5.0, 10.0, 20.0];
/// How long a turn is shown at the usual speed, in seconds.
const TURN_SECONDS: f64 = 4.0;
/// The most turns that fall due at once, after a pause of the machine.
const MOST_AT_ONCE: usize = 3;

/// At what playing stops by itself: at the turn that shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AutoPause {
    /// At a decision on a text or a part of it.
    pub votes: bool,
    /// At what intervenes from outside the chamber.
    pub injects: bool,
    /// At a turn after which a chance of adoption is another by ten points or more.
    pub swings: bool,
}

/// Why playing stopped by itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Stop {
    /// A text, or a part of it, was decided.
    Vote(OutcomeId),
    /// Something intervened.
    Inject(InjectId),
    /// A chance of adoption moved.
    Swing(Swing),
}

impl AutoPause {
    /// Why playing stops at `turn`, swings aside.
    pub(super) const fn stop(self, turn: &Turn) -> Option<Stop> {
        match turn.kind {
            // A joint statement is signed outside the chamber, and nobody waits for it.
            TurnKind::Decision(outcome) | TurnKind::Part(outcome) if self.votes => {
                Some(Stop::Vote(outcome))
            }
            TurnKind::Inject(inject) if self.injects => Some(Stop::Inject(inject)),
            _ => None,
        }
    }
}

/// Whether and how fast a debate plays.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Playback {
    playing: bool,
    speed: f64,
    /// Seconds since the last turn.
    waited: f64,
}

impl Default for Playback {
    fn default() -> Self {
        Self { playing: false, speed: 1.0, waited: 0.0 }
    }
}

impl Playback {
    /// Whether the debate plays.
    pub const fn is_playing(&self) -> bool {
        self.playing
    }

    /// The speed, as a multiple of the usual.
    pub const fn speed(&self) -> f64 {
        self.speed
    }

    /// Sets the speed, to the nearest that one can choose.
    pub fn set_speed(&mut self, speed: f64) {
        let nearer = |a: &&f64, b: &&f64| (*a - speed).abs().total_cmp(&(*b - speed).abs());
        self.speed = SPEEDS.iter().min_by(nearer).copied().unwrap_or(1.0);
    }

    /// The next faster speed; the slowest after the fastest.
    pub fn next_speed(&mut self) {
        let faster = SPEEDS.iter().copied().find(|&speed| speed > self.speed);
        self.speed = faster.unwrap_or(SPEEDS[0]);
    }

    /// The next slower speed; the slowest stays.
    pub fn previous_speed(&mut self) {
        let slower = SPEEDS.iter().copied().rfind(|&speed| speed < self.speed);
        self.speed = slower.unwrap_or(SPEEDS[0]);
    }

    pub(super) const fn play(&mut self) {
        self.playing = true;
        self.waited = 0.0;
    }

    /// Stops playing.
    pub const fn pause(&mut self) {
        self.playing = false;
    }

    /// Lets time pass; returns how many turns have fallen due.
    pub(super) fn advance(&mut self, seconds: f64) -> usize {
        if !self.playing {
            return 0;
        }
        self.waited += seconds;
        let mut due = 0;
        while self.waited >= self.turn_seconds() && due < MOST_AT_ONCE {
            self.waited -= self.turn_seconds();
            due += 1;
        }
        if due == MOST_AT_ONCE {
            self.waited = 0.0;
        }
        due
    }

    /// Seconds until the next turn falls due, while it plays.
    pub(super) fn until_next(&self) -> Option<f64> {
        self.playing.then_some((self.turn_seconds() - self.waited).max(0.0))
    }

    fn turn_seconds(&self) -> f64 {
        TURN_SECONDS / self.speed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_fall_due_as_time_passes_and_only_while_playing() {
        let mut playback = Playback::default();
        assert_eq!(playback.advance(100.0), 0);
        playback.play();
        playback.set_speed(2.0);
        assert_eq!(playback.advance(1.9), 0);
        assert_eq!(playback.advance(0.2), 1);
        assert!(playback.until_next().is_some_and(|left| (left - 1.9).abs() < 1e-9));
    }

    #[test]
    fn a_long_pause_of_the_machine_does_not_rush_through_the_debate() {
        let mut playback = Playback::default();
        playback.play();
        assert_eq!(playback.advance(3600.0), MOST_AT_ONCE);
        assert_eq!(playback.advance(0.1), 0);
    }
}
