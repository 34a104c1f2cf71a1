//! Real votes that follow from plausible positions.

use std::sync::Arc;

use horseshoe::Seed;
use horseshoe::debate::{Record, results};
use horseshoe::scenario;
use horseshoe::vote::{self, Decision, Failure};

use super::council::read;

const PANEL: &str = include_str!("../scenarios/panel-2024-03-28.ron");

/// United Nations press release SC/15648: 13 in favour, 1 against, 1 abstention, a veto.
#[test]
fn the_vote_of_28_march_2024_follows_from_plausible_positions() {
    let scenario = read(PANEL);
    let outcome = scenario.outcome("extension").expect("it is there");
    let forecast = vote::forecast(&scenario, outcome);
    assert!(forecast.chances.vetoed > 0.95, "{}", forecast.chances.vetoed);
    let likeliest =
        (0..=15).max_by(|&a, &b| forecast.in_favour[a].total_cmp(&forecast.in_favour[b]));
    assert_eq!(likeliest, Some(13));
    let as_it_was = (0..200).filter(|&seed| {
        let record = Record::of(Arc::clone(&scenario), Seed(seed));
        let result = &results(&scenario, &record.state_at(record.events.len()))[0];
        result.decision == Decision::NotAdopted(Failure::Veto)
            && [result.in_favour.len(), result.against.len(), result.abstaining.len()] == [13, 1, 1]
    });
    assert!(as_it_was.count() > 60, "the real count of votes is the usual one");
}

#[test]
fn scenarios_of_tests_have_no_problem_worth_a_warning() {
    let diagnostics = scenario::load("panel", PANEL.as_bytes()).diagnostics;
    assert!(diagnostics.is_empty(), "{}", diagnostics.render(false));
}
