//! Ensembles: what is counted, how sure it is, and that it is the very debate of each seed.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use horseshoe::Seed;
use horseshoe::debate::{Record, Standing};
use horseshoe::ensemble::{
    Arms, Ending, Plan, Share, Summary, Watch, compare, ensemble, leverages,
};
use horseshoe::scenario::{self, Document, Scenario};
use horseshoe::vote;

use super::council::{Council, cyber, five, read};

fn plan(seed: u64, runs: u64) -> Plan {
    Plan { seed: Seed(seed), runs, varied: false, threads: 2, until: None }
}

fn held(scenario: &Arc<Scenario>, plan: &Plan) -> Summary {
    let cancel = AtomicBool::new(false);
    ensemble(scenario, plan, &mut Watch { cancel: &cancel, progress: &mut |_| {} })
        .expect("threads can be started")
}

fn pairs(first: &Arc<Scenario>, second: &Arc<Scenario>, plan: &Plan) -> Arms {
    let cancel = AtomicBool::new(false);
    compare((first, second), plan, &mut Watch { cancel: &cancel, progress: &mut |_| {} })
        .expect("threads can be started")
}

#[test]
fn run_r_from_seed_s_is_the_debate_of_seed_s_plus_r() {
    for varied in [false, true] {
        let scenario = cyber();
        let summary = held(&scenario, &Plan { varied, ..plan(7, 12) });
        let mut endings = vec![[0_u64; 5]; scenario.outcomes.len()];
        for seed in 7..19 {
            let seen = if varied { Arc::new(scenario.varied(Seed(seed))) } else { cyber() };
            let record = Record::of(seen, Seed(seed));
            let state = record.state_at(usize::MAX);
            for (at, outcome) in scenario.outcomes.ids().enumerate() {
                let decision = match state.standing[outcome] {
                    Standing::Decided(decision) => Some(decision),
                    Standing::Open | Standing::Put => None,
                };
                endings[at][Ending::of(decision) as usize] += 1;
            }
        }
        for (counted, expected) in summary.outcomes.iter().zip(&endings) {
            assert_eq!(counted.endings, *expected, "varied: {varied}");
        }
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let scenario = cyber();
    let of = |threads| held(&scenario, &Plan { threads, varied: true, ..plan(1, 300) });
    let one = of(1);
    assert!(of(2) == one && of(5) == one);
}

#[test]
fn parts_add_up_to_the_whole_in_any_order() {
    let scenario = cyber();
    let of = |seed, runs| held(&scenario, &Plan { varied: true, ..plan(seed, runs) });
    let whole = of(1, 200);
    let (a, b, c) = (of(1, 70), of(71, 50), of(121, 80));
    let sum = |parts: [&Summary; 3]| {
        let mut sum = parts[0].clone();
        sum.merge(parts[1]).expect("the parts fit");
        sum.merge(parts[2]).expect("the parts fit");
        sum
    };
    assert!(sum([&a, &b, &c]) == whole && sum([&c, &a, &b]) == whole);
    let text = serde_json::to_string(&whole).expect("it can be written");
    assert!(serde_json::from_str::<Summary>(&text).expect("it can be read") == whole);
}

#[test]
fn parts_that_do_not_belong_together_are_refused() {
    let mut part = held(&cyber(), &plan(1, 20));
    let before = part.clone();
    let overlap = held(&cyber(), &plan(20, 5));
    assert!(part.merge(&overlap).expect_err("seed 20 is in both").to_string().contains("20"));
    assert!(part.merge(&held(&five().build(), &plan(50, 5))).is_err(), "another scenario");
    let varied = held(&cyber(), &Plan { varied: true, ..plan(50, 5) });
    assert!(part.merge(&varied).is_err(), "positions drawn anew");
    let mut altered =
        serde_json::to_value(held(&cyber(), &plan(90, 5))).expect("it can be written");
    altered["outcomes"][0]["pivotal"] = serde_json::json!([1, 2]);
    let altered: Summary = serde_json::from_value(altered).expect("it has every field");
    assert!(part.merge(&altered).is_err(), "a list was cut");
    let mut endless =
        serde_json::to_value(held(&cyber(), &plan(90, 5))).expect("it can be written");
    endless["outcomes"][0]["endings"][4] = serde_json::json!(u64::MAX);
    let endless: Summary = serde_json::from_value(endless).expect("it has every field");
    assert!(part.merge(&endless).is_err(), "more endings than runs");
    assert!(part == before, "a refused part leaves the sum as it was");
}

#[test]
fn a_cancelled_ensemble_gives_the_runs_held_so_far() {
    let scenario = five().build();
    let cancel = AtomicBool::new(false);
    let mut progress = |progress: horseshoe::ensemble::Progress| {
        if progress.done >= 2_000 {
            cancel.store(true, Ordering::Relaxed);
        }
    };
    let mut watch = Watch { cancel: &cancel, progress: &mut progress };
    let summary =
        ensemble(&scenario, &plan(1, 1_000_000), &mut watch).expect("threads can be started");
    assert!((2_000..1_000_000).contains(&summary.runs()));
    for counts in &summary.outcomes {
        assert_eq!(counts.endings.iter().sum::<u64>(), summary.runs());
    }
}

#[test]
fn it_stops_when_every_interval_is_narrow_enough() {
    let scenario = five().build();
    let until = Plan { until: Some(0.02), ..plan(1, 1_000_000) };
    let summary = held(&scenario, &until);
    let runs = summary.runs();
    assert!(runs.is_multiple_of(1_000) && runs < 10_000, "{runs}");
    let share = |counts: &horseshoe::ensemble::OutcomeCounts| counts.share(Ending::Adopted, runs);
    assert!(summary.outcomes.iter().all(|counts| share(counts).half_width() <= 0.02));
    assert_eq!(held(&scenario, &Plan { threads: 1, ..until }).runs(), runs);
}

/// The scenario with nothing left but ballots: no persuasion, no room, no word that binds, no
/// bargaining, no inject, and every text put that members decide on.
fn ballots_only(text: &str) -> Arc<Scenario> {
    let mut document = Document::new(text);
    let loaded = scenario::load("bundled", text.as_bytes()).scenario.expect("it has no error");
    for id in loaded.outcomes.ids().filter(|id| loaded.rule(*id).is_decided_by_members()) {
        let path = format!("outcomes[{:?}].action", loaded.outcomes[id].identifier);
        let shown = "ToShowTheVote";
        document.set(&path, shown).or_else(|_| document.insert(&path, shown)).expect(&path);
    }
    for (name, value) in [
        ("dynamics", "Dynamics(persuasion: 0, bandwagon: 0, consistency: 0)"),
        ("program", "[JointStatements, Opening, Action, Closing]"),
        ("injects", "[]"),
    ] {
        document.set(name, value).or_else(|_| document.insert(name, value)).expect(name);
    }
    read(document.text())
}

/// The standard normal distribution leaves 99.99 % between minus this and this.
const Z_9999: f64 = 3.890_591_886_413_1;

#[test]
fn a_hundred_thousand_runs_agree_with_the_exact_forecast() {
    for bundled in scenario::library::BUNDLED {
        let scenario = ballots_only(bundled.text);
        let summary = held(&scenario, &plan(1, 100_000));
        for id in scenario.outcomes.ids() {
            let chances = vote::forecast(&scenario, id).chances;
            let counts = summary.outcome(id);
            let withdrawn = counts.endings[Ending::NotPut as usize];
            if withdrawn > 0 {
                // A sponsor whose red line its own text crosses withdraws it: no forecast of that.
                assert_eq!(withdrawn, summary.runs());
                continue;
            }
            for (ending, p) in [
                (Ending::Adopted, chances.adopted),
                (Ending::Vetoed, chances.vetoed),
                (Ending::ShortOfVotes, chances.short_of_votes),
                (Ending::Objected, chances.objected),
            ] {
                let count = counts.endings[ending as usize];
                let share = Share::within(count, summary.runs(), Z_9999);
                let place = (bundled.id, &scenario.outcomes[id].identifier, ending);
                let rounding = 1e-12;
                assert!(
                    (share.low - rounding..=share.high + rounding).contains(&p),
                    "{place:?} {p} {share:?}"
                );
            }
        }
    }
}

#[test]
fn whole_debates_without_persuasion_agree_with_the_forecast_too() {
    let quiet = "dynamics: Dynamics(persuasion: 0, bandwagon: 0, consistency: 0), \
                 program: [Opening, MembersStatements(), Closing, Consultations(rounds: 0), Action],";
    let texts = five().with(quiet).text_in_order(&[0, 1, 2, 3, 4]);
    let scenario = read(&texts.replace("aims:", "action: ToShowTheVote, aims:"));
    let summary = held(&scenario, &plan(1, 20_000));
    for id in scenario.outcomes.ids() {
        let p = vote::forecast(&scenario, id).chances.adopted;
        let count = summary.outcome(id).endings[Ending::Adopted as usize];
        let share = Share::within(count, summary.runs(), Z_9999);
        assert!((share.low..=share.high).contains(&p), "{p} {share:?}");
    }
}

#[test]
fn a_change_that_changes_nothing_makes_no_pair_differ() {
    let text = five().text_in_order(&[0, 1, 2, 3, 4]);
    let other = read(&text.replace("\"A test\"", "\"Another title\""));
    let arms = pairs(&read(&text), &other, &plan(1, 2_000));
    for (.., counts) in &arms.outcomes {
        assert_eq!((counts.only_first, counts.only_second, counts.pairs()), (0, 0, 2_000));
        assert!(counts.difference().difference.abs() < 1e-12);
    }
    assert_eq!(arms.outcomes.len(), 3);
}

#[test]
fn a_change_that_matters_is_seen_beyond_its_interval() {
    // Without consultations nothing is bargained away.
    let program = "program: [Opening, MembersStatements(), Closing, Action],";
    let text = five().with(program).text_in_order(&[0, 1, 2, 3, 4]);
    // C, which holds a veto, comes to the other side.
    let other = read(&text.replace("position: 20, salience: 90", "position: 70, salience: 90"));
    let arms = pairs(&read(&text), &other, &plan(1, 2_000));
    let (.., counts) = arms.outcomes[0];
    let difference = counts.difference();
    assert!(difference.low > 0.0 && difference.difference > 0.1, "{difference:?}");
    let share = |summary: &Summary| summary.outcomes[2].share(Ending::Adopted, 2_000).share;
    assert!((share(&arms.second) - share(&arms.first) - difference.difference).abs() < 1e-12);
}

#[test]
fn the_one_position_on_which_all_hangs_explains_the_result_and_others_do_not() {
    // B decides whether the text reaches three votes; what D thinks changes nothing.
    let council = Council::new()
        .member("A", "Elected", 90, 100)
        .member("E", "Elected", 90, 100)
        .member_with(("B", "Elected"), 50, 0, "arguments: [],")
        .member("D", "Elected", 0, 100)
        .outcome("res", "Resolution", "A", 90)
        .with(
            "rules: Rules(forms: { Resolution: Vote(threshold: Count(3)) }),
             dynamics: Dynamics(noise: 0.1, persuasion: 0),",
        );
    let text = council
        .text_in_order(&[0, 1, 2, 3])
        .replace("position: 50, salience: 0", "position: 60, salience: 100, uncertainty: 15")
        .replace("position: 0, salience: 100", "position: 5, salience: 100, uncertainty: 2");
    let scenario = read(&text);
    let summary = held(&scenario, &Plan { varied: true, ..plan(1, 4_000) });
    let rows = leverages(&scenario, &summary, scenario.outcome("res").expect("it is there"));
    assert_eq!(rows.len(), 2);
    let name = |at: usize| scenario.members[rows[at].who].identifier.as_str();
    assert_eq!((name(0), name(1)), ("B", "D"));
    assert!(rows[0].is_told_apart() && rows[0].effect() > 0.5, "{:?}", rows[0]);
    assert!(rows[0].index > 0.5 && rows[1].index < 0.02, "{rows:?}");
    assert!(!rows[1].is_told_apart());
}

#[test]
fn swings_add_up_from_the_forecast_to_the_result() {
    let scenario = five().build();
    let summary = held(&scenario, &plan(1, 6_400));
    for id in scenario.outcomes.ids() {
        let at = scenario.outcomes.ids().position(|other| other == id).expect("it is there");
        let moved: f64 = summary.stages(&scenario).map(|stage| stage.swings[at].mean()).sum();
        // The runs looked at are those whose seed is a multiple of 64.
        let looked_at = (1..=100).map(|n| held(&scenario, &plan(64 * n, 1)));
        let adopted = looked_at
            .map(|run| run.outcomes[at].endings[Ending::Adopted as usize] as f64)
            .sum::<f64>()
            / 100.0;
        let opening = vote::forecast(&scenario, id).chances.adopted;
        // What is never put ends as it stands; it is left out of the sum by its last forecast.
        let never_put = summary.outcomes[at].endings[Ending::NotPut as usize] > 0;
        assert!(
            never_put || (opening + moved - adopted).abs() < 1e-6,
            "{opening} {moved} {adopted}"
        );
    }
}

#[test]
fn those_are_pivotal_whose_vote_alone_would_have_changed_the_decision() {
    use horseshoe::vote::{Ballot, Cast, decide, pivotal};
    let scenario = five().build();
    let id = scenario.outcome("res").expect("it is there");
    let rule = scenario.rule(id);
    let sponsors = &scenario.outcomes[id].sponsors;
    let ballots = [Ballot::InFavour, Ballot::Abstaining, Ballot::Against];
    for pattern in 0..3_usize.pow(5) {
        let mut cast: Vec<Cast> = scenario
            .derived
            .voting
            .iter()
            .enumerate()
            .map(|(at, &delegation)| Cast {
                delegation,
                ballot: ballots[pattern / 3_usize.pow(at as u32) % 3],
            })
            .collect();
        let decision = decide(&scenario, (rule, sponsors), &cast);
        let mut expected = Vec::new();
        for at in 0..cast.len() {
            let turns = ballots.iter().any(|&other| {
                let mut changed = cast.clone();
                changed[at].ballot = other;
                let other = decide(&scenario, (rule, sponsors), &changed);
                (other == vote::Decision::Adopted) != (decision == vote::Decision::Adopted)
            });
            if turns {
                expected.push(cast[at].delegation);
            }
        }
        let mut found = Vec::new();
        pivotal(&scenario, (rule, sponsors), &mut cast, |who| found.push(who));
        assert_eq!(found, expected, "{cast:?}");
    }
}
