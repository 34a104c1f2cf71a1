//! Many runs of the open debate, held beside the window and looked at while they come in.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use eframe::egui::Context;

use crate::ensemble::{Plan, Summary, Watch, ensemble};
use crate::scenario::Scenario;
use crate::session::Session;
use crate::stream::Seed;

use super::App;

/// How many times the picture is made anew while runs come in.
const PARTS: u64 = 20;
/// Runs between two pictures, at least and at most.
const PART: (u64, u64) = (50, 500);

/// Many runs, under way or over.
#[derive(Debug)]
pub struct Runs {
    /// Of which scenario.
    digest: String,
    /// How many runs were asked for.
    pub planned: u64,
    /// Whether uncertain positions are drawn anew for each.
    pub varied: bool,
    cancel: Arc<AtomicBool>,
    board: Arc<Mutex<Board>>,
}

/// What those who hold the runs write down for those who look.
#[derive(Debug, Default)]
struct Board {
    summary: Option<Arc<Summary>>,
    done: u64,
    over: bool,
}

impl Runs {
    fn board<T>(&self, look: impl FnOnce(&Board) -> T) -> T {
        look(&self.board.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// What has been counted so far.
    pub fn summary(&self) -> Option<Arc<Summary>> {
        self.board(|board| board.summary.clone())
    }

    /// How many runs are done.
    pub fn done(&self) -> u64 {
        self.board(|board| board.done)
    }

    /// Whether no more runs will come.
    pub fn is_over(&self) -> bool {
        self.board(|board| board.over)
    }

    /// Whether they were stopped before all were done.
    pub fn is_cancelled(&self) -> bool {
        self.cancel.load(Ordering::Relaxed)
    }
}

impl App {
    /// Holds the open debate many times. What was run before is put aside.
    pub(super) fn run_many(&mut self, runs: u64, varied: bool, ctx: &Context) {
        let Some(session) = &self.session else { return };
        let (scenario, seed) = (Arc::clone(session.scenario()), session.seed());
        self.cancel_runs();
        let it = Runs {
            digest: scenario.digest.clone(),
            planned: runs,
            varied,
            cancel: Arc::default(),
            board: Arc::default(),
        };
        let work = Work {
            scenario,
            seed,
            runs,
            varied,
            cancel: Arc::clone(&it.cancel),
            board: Arc::clone(&it.board),
            ctx: ctx.clone(),
        };
        self.runs = Some(it);
        self.jobs.run(move || work.carry_out(), ctx);
    }

    /// Stops the runs under way; what they came to stays.
    pub(super) fn cancel_runs(&self) {
        if let Some(runs) = self.runs.as_ref().filter(|runs| !runs.is_over()) {
            runs.cancel.store(true, Ordering::Relaxed);
        }
    }

    /// Puts runs aside that are not of this scenario.
    pub(super) fn forget_runs(&mut self, scenario: &Scenario) {
        if self.runs.as_ref().is_some_and(|runs| runs.digest != scenario.digest) {
            self.cancel_runs();
            self.runs = None;
        }
        self.forget_beside(scenario);
    }

    /// The runs of the debate that is open.
    pub fn runs(&self) -> Option<&Runs> {
        let open = self.session.as_ref().map(Session::scenario)?;
        self.runs.as_ref().filter(|runs| runs.digest == open.digest)
    }
}

/// What a thread takes with it.
struct Work {
    scenario: Arc<Scenario>,
    seed: Seed,
    runs: u64,
    varied: bool,
    cancel: Arc<AtomicBool>,
    board: Arc<Mutex<Board>>,
    ctx: Context,
}

impl Work {
    fn carry_out(self) -> Result<(), String> {
        let result = self.parts();
        self.note(|board| board.over = true);
        result
    }

    /// Part by part, so that there is something to see from early on.
    fn parts(&self) -> Result<(), String> {
        let part = (self.runs / PARTS).clamp(PART.0, PART.1);
        let mut sum: Option<Summary> = None;
        let mut done = 0;
        while done < self.runs && !self.cancel.load(Ordering::Relaxed) {
            let plan = Plan {
                seed: Seed(self.seed.0.wrapping_add(done)),
                runs: part.min(self.runs - done),
                varied: self.varied,
                threads: threads(),
                until: None,
            };
            let next = self.hold(&plan, done)?;
            let held = next.runs();
            match &mut sum {
                // A part that was stopped before its first run has nothing to add.
                Some(sum) => sum.merge(&next).map_err(|fault| format!("{fault}."))?,
                None => sum = Some(next),
            }
            done += held;
            let shown = sum.clone().map(Arc::new);
            self.note(|board| {
                board.summary = shown;
                board.done = done;
            });
        }
        Ok(())
    }

    fn hold(&self, plan: &Plan, before: u64) -> Result<Summary, String> {
        let mut progress = |progress: crate::ensemble::Progress| {
            self.note(|board| board.done = before + progress.done);
        };
        let mut watch = Watch { cancel: &self.cancel, progress: &mut progress };
        ensemble(&self.scenario, plan, &mut watch).map_err(|fault| format!("{fault}."))
    }

    fn note(&self, change: impl FnOnce(&mut Board)) {
        change(&mut self.board.lock().unwrap_or_else(PoisonError::into_inner));
        self.ctx.request_repaint();
    }
}

/// All the machine has but one, which draws the window.
pub(super) fn threads() -> usize {
    thread::available_parallelism().map_or(1, |all| all.get().saturating_sub(1).max(1))
}
