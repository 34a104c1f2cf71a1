//! A step after warm-up allocates nothing. Alone in its binary, because the counting allocator
//! counts for the whole process.

use std::alloc::System;

use horseshoe::debate::{Debate, NoRecord};
use horseshoe::{Seed, scenario};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

#[test]
fn whole_debates_allocate_nothing_after_warm_up() {
    for bundled in scenario::library::BUNDLED {
        let loaded = scenario::load(bundled.id, bundled.text.as_bytes());
        let scenario = loaded.scenario.expect("a bundled scenario has no error");
        let mut debate = Debate::new(scenario, Seed(0));
        for seed in 0..20 {
            debate.restart(Seed(seed));
            debate.run(&mut NoRecord);
        }
        let region = Region::new(ALLOCATOR);
        for seed in 0..200 {
            debate.restart(Seed(seed));
            debate.run(&mut NoRecord);
        }
        let change = region.change();
        assert_eq!(change.allocations + change.reallocations, 0, "{}", bundled.id);
    }
}
