//! Many debates with the model in a seat that was played, held beside the window.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use eframe::egui::Context;

use crate::analysis::seat::{Standing, standing};
use crate::council::DelegationId;
use crate::scenario::Scenario;
use crate::session::Session;
use crate::stream::Seed;

use super::App;
use super::runs::threads;

/// How many debates are held for a seat.
pub const DEBATES: u64 = 1_000;

/// The debates of one seat, under way or over.
#[derive(Debug)]
pub struct Beside {
    of: Of,
    done: Arc<AtomicU64>,
    cancel: Arc<AtomicBool>,
    found: Arc<Mutex<Option<Arc<Standing>>>>,
}

/// What settles all of them: the scenario, the first seed, the seat.
#[derive(Debug, PartialEq)]
struct Of {
    digest: String,
    variation: Option<Seed>,
    seed: Seed,
    who: DelegationId,
}

impl Of {
    fn new(session: &Session, who: DelegationId) -> Self {
        let scenario = &session.truth().scenario;
        let (digest, variation) = (scenario.digest.clone(), scenario.variation);
        Self { digest, variation, seed: session.seed(), who }
    }
}

impl Beside {
    /// Whether they are of this seat in this debate.
    pub fn is_of(&self, session: &Session, who: DelegationId) -> bool {
        self.of == Of::new(session, who)
    }

    /// How many have been held.
    pub fn done(&self) -> u64 {
        self.done.load(Ordering::Relaxed)
    }

    /// What they came to; none while they are under way.
    pub fn found(&self) -> Option<Arc<Standing>> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl App {
    /// Holds many debates with the model in a seat of the debate that is open.
    pub(super) fn hold_beside(&mut self, who: DelegationId, ctx: &Context) {
        let Some(session) = &self.session else { return };
        let of = Of::new(session, who);
        let (scenario, seed) = (Arc::clone(&session.truth().scenario), session.seed());
        let it = Beside { of, done: Arc::default(), cancel: Arc::default(), found: Arc::default() };
        let (done, cancel) = (Arc::clone(&it.done), Arc::clone(&it.cancel));
        let found = Arc::clone(&it.found);
        self.beside.retain(|old| old.of != it.of);
        self.beside.push(it);
        let work = move || {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads()).build();
            let pool = pool.map_err(|fault| format!("The debates cannot be held: {fault}."))?;
            let held = pool.install(|| standing(&scenario, who, (seed, DEBATES), (&done, &cancel)));
            *found.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(held));
            Ok(())
        };
        self.jobs.hold_beside(work, ctx);
    }

    /// Stops all that are under way; what has been held counts.
    pub(super) fn cancel_beside(&self) {
        for it in &self.beside {
            it.cancel.store(true, Ordering::Relaxed);
        }
    }

    /// Puts aside what is not of this scenario.
    pub(super) fn forget_beside(&mut self, scenario: &Scenario) {
        self.beside.retain(|it| {
            let stays = it.of.digest == scenario.digest;
            if !stays {
                it.cancel.store(true, Ordering::Relaxed);
            }
            stays
        });
    }
}
