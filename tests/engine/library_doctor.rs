//! Every bundled scenario is sound: no error, no warning, and no remark that it does not explain.

use horseshoe::scenario::{Severity, library, read};

use super::doctor::remarks;

#[test]
fn no_bundled_scenario_has_a_problem_or_an_unexplained_remark() {
    for scenario in library::BUNDLED {
        let mut read = read(scenario.id, scenario.text.as_bytes());
        read.diagnostics.add_all(remarks(scenario.text));
        let unexplained = read.diagnostics.render(false);
        assert!(unexplained.is_empty(), "{unexplained}");
        // It is looked at: the least that each has is a convention to explain.
        assert!(read.diagnostics.count(Severity::Remark) > 0, "{}", scenario.id);
    }
}
