//! Any bytes may be given as a scenario; a scenario that is read can be debated to its end.

#![no_main]

use horseshoe::Seed;
use horseshoe::debate::{Debate, NoRecord};
use horseshoe::scenario;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let loaded = scenario::load("fuzz.ron", bytes);
    let rendered = loaded.diagnostics.render(false);
    assert!(loaded.scenario.is_some() || !rendered.is_empty());
    if let Some(scenario) = loaded.scenario {
        Debate::new(scenario, Seed(1)).run(&mut NoRecord);
    }
});
