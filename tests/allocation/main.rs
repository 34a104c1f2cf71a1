//! A step after warm-up allocates nothing. Alone in its binary, because the counting allocator
//! counts for the whole process.

#[path = "../engine/random.rs"]
#[expect(dead_code, reason = "the engine's tests use more of it")]
mod random;

use std::alloc::System;
use std::sync::Arc;

use horseshoe::debate::{Debate, NoRecord};
use horseshoe::scenario::Scenario;
use horseshoe::{Seed, scenario};
use random::Kind;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Allocations of whole debates after some of warm-up.
fn allocations(scenario: &Arc<Scenario>, warm_up: u64, counted: u64) -> usize {
    let mut debate = Debate::new(Arc::clone(scenario), Seed(0));
    for seed in 0..warm_up {
        debate.restart(Seed(seed));
        debate.run(&mut NoRecord);
    }
    let region = Region::new(ALLOCATOR);
    for seed in 0..counted {
        debate.restart(Seed(seed));
        debate.run(&mut NoRecord);
    }
    let change = region.change();
    change.allocations + change.reallocations
}

// One test: two would count each other's allocations.
#[test]
fn whole_debates_allocate_nothing_after_warm_up() {
    for bundled in scenario::library::BUNDLED {
        let loaded = scenario::load(bundled.id, bundled.text.as_bytes());
        let scenario = loaded.scenario.expect("a bundled scenario has no error");
        assert_eq!(allocations(&scenario, 20, 200), 0, "{}", bundled.id);
    }
    // A thousand whole debates: a hundred random scenarios, ten seeds each.
    for of in 0..100 {
        let scenario = random::scenario(of, Kind::Whole);
        assert_eq!(allocations(&scenario, 10, 10), 0, "random scenario {of}");
    }
}
