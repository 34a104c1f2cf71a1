//! How far an ensemble has come, told on a terminal, and how fast it went.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::ensemble::Progress;

/// A bar on standard error, or nothing where nobody watches; and a clock.
pub(in crate::cli) struct Bar {
    drawn: ProgressBar,
    begun: Instant,
    done: u64,
}

impl Bar {
    #[expect(clippy::disallowed_methods, reason = "the speed of an ensemble is told to people")]
    pub(in crate::cli) fn new(watched: bool) -> Self {
        let drawn = ProgressBar::with_draw_target(Some(1), target(watched));
        if let Ok(style) = ProgressStyle::with_template(
            "{human_pos} of {human_len} debates {wide_bar} {eta} left, ±{msg}",
        ) {
            drawn.set_style(style);
        }
        Self { drawn, begun: Instant::now(), done: 0 }
    }

    /// Tells how far the ensemble has come.
    pub(in crate::cli) fn tell(&mut self, progress: Progress) {
        self.done = progress.done;
        self.drawn.set_length(progress.of);
        self.drawn.set_position(progress.done);
        self.drawn.set_message(format!("{:.1} %", progress.widest * 100.0));
    }

    /// Takes the bar away and gives debates a second; 0 where none was held.
    pub(in crate::cli) fn finish(self) -> f64 {
        self.drawn.finish_and_clear();
        let seconds = self.begun.elapsed().max(Duration::from_nanos(1)).as_secs_f64();
        self.done as f64 / seconds
    }
}

fn target(watched: bool) -> ProgressDrawTarget {
    if watched { ProgressDrawTarget::stderr_with_hz(8) } else { ProgressDrawTarget::hidden() }
}
