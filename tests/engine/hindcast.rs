//! The hindcast against scores worked out by hand, and its properties.

use std::sync::Arc;

use horseshoe::Seed;
use horseshoe::analysis::hindcast::{
    Case, Estimate, Forecaster, Hindcast, Measure, Number, Opening, Uncertain, hindcast,
};
use horseshoe::council::OutcomeForm;
use horseshoe::debate::Record;
use horseshoe::scenario::{self, Scenario};
use horseshoe::vote;

use super::council::read;

/// Three members, of which the first sponsors three texts on one issue, and what happened.
fn tiny(record: &str) -> Arc<Scenario> {
    read(&written(record))
}

fn written(record: &str) -> String {
    format!(
        r#"Scenario(
    format: 1, title: "Three", date: "2020-02-02", body: "A committee", president: "AAA",
    program: [Opening, Action, Closing],
    sources: {{ "authors": Source(title: "Authors' judgement") }},
    issues: {{ "k": Issue(name: "Kappa", low: "Less", high: "More", status_quo: 20) }},
    members: {{
        "AAA": Member(name: "Aland", seat: Elected, stances: {{ "k": Stance(position: 80, salience: 100, source: "authors", confidence: Low) }}),
        "BBB": Member(name: "Beland", seat: Elected, stances: {{ "k": Stance(position: 38, salience: 100, source: "authors", confidence: Low) }}),
        "CCC": Member(name: "Celand", seat: Elected, stances: {{ "k": Stance(position: 42, salience: 100, source: "authors", confidence: Low) }}),
    }},
    rules: Rules(forms: {{
        Resolution: Vote(threshold: MoreThan(1, 2), base: Members, veto: false),
        PresidentialStatement: Consensus, JointStatement: Signature,
    }}),
    outcomes: {{
        "vote": Outcome(title: "A vote", form: Resolution, sponsors: ["AAA"], aims: {{ "k": Aim(position: 60) }}),
        "consensus": Outcome(title: "A consensus", form: PresidentialStatement, sponsors: ["AAA"], aims: {{ "k": Aim(position: 60) }}),
        "joint": Outcome(title: "A joint statement", form: JointStatement, sponsors: ["AAA"], aims: {{ "k": Aim(position: 60) }}),
    }},
    {record}
)"#
    )
}

fn case(record: &str) -> Case {
    Case { name: "three.ron".to_owned(), scenario: tiny(record) }
}

fn of(cases: &[Case]) -> Hindcast {
    hindcast(cases, &Opening)
}

const VOTED: &str = r#"record: Record(outcomes: { "vote": Voted(in_favour: ["AAA"], against: ["BBB"], abstaining: ["CCC"]) }, source: "authors")"#;
const AGAIN: &str = r#"record: Record(outcomes: { "vote": Voted(in_favour: ["AAA", "BBB"], against: [], abstaining: ["CCC"]) }, source: "authors")"#;

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-x))
}

fn close(found: f64, by_hand: f64) {
    assert!((found - by_hand).abs() < 1e-12, "{found} is not {by_hand}");
}

fn value(figures: &[Option<Estimate>], measure: Measure) -> f64 {
    let at = Measure::ALL.iter().position(|it| *it == measure).expect("it is measured");
    figures[at].expect("something was measured").value
}

/// The chances of the member 18 points from the status quo and 22 from the text (g = -0.04), and
/// of the one 22 and 18 points away (g = 0.04), by docs/model.md, section 2.
fn by_hand() -> [[f64; 3]; 2] {
    [-0.04, 0.04].map(|g: f64| {
        let (yes, no) = (logistic((g + 0.04) / 0.04), logistic((-g - 0.14) / 0.04));
        [yes, 1.0 - yes - no, no]
    })
}

#[test]
fn the_scores_of_a_vote_are_those_worked_out_by_hand() {
    let hindcast = of(&[case(VOTED)]);
    let [b, c] = by_hand();
    let brier_b = b[0] * b[0] + b[1] * b[1] + (b[2] - 1.0) * (b[2] - 1.0);
    let brier_c = c[0] * c[0] + (c[1] - 1.0) * (c[1] - 1.0) + c[2] * c[2];
    let logs = -libm::log(b[2]) - libm::log(c[1]);
    let all = &hindcast.overall.all[0].measures;
    close(value(all, Measure::Hits), 1.0 / 3.0);
    close(value(all, Measure::Brier), (brier_b + brier_c) / 3.0);
    close(value(all, Measure::LogScore), logs / 3.0);
    // One of one in favour is a hit, none of the one abstaining, none of the one against.
    close(value(all, Measure::BalancedAccuracy), 1.0 / 3.0);
    let adopted = 1.0 - (1.0 - b[0]) * (1.0 - c[0]);
    close(value(all, Measure::DecisionHits), 0.0);
    close(value(all, Measure::DecisionBrier), adopted * adopted);
    let free = &hindcast.overall.free[0].measures;
    close(value(free, Measure::Brier), f64::midpoint(brier_b, brier_c));
    close(value(free, Measure::LogScore), logs / 2.0);
    let group = &hindcast.overall;
    assert_eq!((group.drafts, group.members, group.bound, group.decisions), (1, 3, 1, 1));
}

#[test]
fn objections_and_signatures_have_two_classes_each() {
    let hindcast = of(&[case(
        r#"record: Record(outcomes: { "consensus": Objected(by: ["BBB"]), "joint": Signed(by: ["AAA", "CCC"]) }, source: "authors")"#,
    )]);
    let objecting = [-0.04, 0.04].map(|g: f64| logistic((-g - 0.10) / 0.04));
    let signing = [-0.04, 0.04].map(|g: f64| logistic((g - 0.04) / 0.04));
    let [consensus, joint] = [0, 1].map(|at: usize| &hindcast.predictions[at][0]);
    for at in 0..2 {
        close(consensus.rows[at + 1][0], 1.0 - objecting[at]);
        close(consensus.rows[at + 1][1], objecting[at]);
        close(joint.rows[at + 1][0], signing[at]);
        close(joint.rows[at + 1][1], 1.0 - signing[at]);
    }
    close(consensus.adopted, (1.0 - objecting[0]) * (1.0 - objecting[1]));
    assert_eq!(hindcast.drafts[0].adopted, Some(false));
    assert_eq!(hindcast.drafts[1].adopted, None, "a signature is no decision of the body");
    let (form, statements) = &hindcast.by_form[0];
    assert_eq!(*form, OutcomeForm::PresidentialStatement);
    let squared = (objecting[0] - 1.0) * (objecting[0] - 1.0) + objecting[1] * objecting[1];
    close(value(&statements.all[0].measures, Measure::Brier), 2.0 * squared / 3.0);
}

#[test]
fn what_was_agreed_is_adopted_and_nobody_objected() {
    let hindcast =
        of(&[case(r#"record: Record(outcomes: { "consensus": Agreed }, source: "authors")"#)]);
    assert_eq!(hindcast.drafts[0].adopted, Some(true));
    assert!(hindcast.drafts[0].rows.iter().all(|row| row.cast == 0));
}

#[test]
fn what_was_not_proposed_is_neither_adopted_nor_not() {
    let hindcast = of(&[case(
        r#"record: Record(outcomes: { "vote": NotProposed, "consensus": Unknown }, source: "authors")"#,
    )]);
    assert!(hindcast.drafts.is_empty());
    assert_eq!(hindcast.unscored.len(), 3, "the third outcome is not on record");
    assert_eq!((hindcast.overall.members, hindcast.overall.decisions), (0, 0));
    assert!(hindcast.overall.all.iter().all(|of| of.measures.iter().all(Option::is_none)));
}

#[test]
fn members_that_did_not_participate_are_left_out_and_counted() {
    let hindcast = of(&[case(
        r#"record: Record(outcomes: { "vote": Voted(in_favour: ["AAA", "CCC"], against: [], abstaining: [], not_participating: ["BBB"]) }, source: "authors")"#,
    )]);
    let draft = &hindcast.drafts[0];
    assert_eq!((draft.rows.len(), draft.left_out.len()), (2, 1));
    assert_eq!(draft.adopted, Some(true), "two of three members are more than half");
}

#[test]
fn the_first_baseline_is_certain_of_every_vote_in_favour() {
    let hindcast = of(&[case(VOTED)]);
    let always = &hindcast.overall.all[1];
    assert_eq!((always.forecaster, always.floored), (Forecaster::AlwaysInFavour, 2));
    close(value(&always.measures, Measure::Hits), 1.0 / 3.0);
    close(value(&always.measures, Measure::Brier), 4.0 / 3.0);
    close(value(&always.measures, Measure::LogScore), -2.0 * libm::log(1e-6) / 3.0);
    close(value(&always.measures, Measure::DecisionBrier), 1.0);
}

#[test]
fn own_frequencies_are_those_of_the_other_drafts_smoothed() {
    let hindcast = of(&[case(VOTED), case(AGAIN)]);
    // Of the other draft: two in favour, one abstaining, none against.
    let habit = [3.0 / 6.0, 2.0 / 6.0, 1.0 / 6.0];
    let own = &hindcast.predictions[0][2];
    for (class, share) in habit.into_iter().enumerate() {
        let voted = |cast: usize| f64::from(u8::from(class == cast));
        close(own.rows[1][class], (voted(0) + 2.0 * share) / 3.0);
        close(own.rows[2][class], (voted(1) + 2.0 * share) / 3.0);
    }
    // Neither has an affinity toward the sponsor: one camp, once in favour, once abstaining.
    let camp = &hindcast.predictions[0][3];
    close(camp.rows[0][0], 1.0);
    for row in [1, 2] {
        close(camp.rows[row][0], (1.0 + 2.0 * habit[0]) / 4.0);
        close(camp.rows[row][1], (1.0 + 2.0 * habit[1]) / 4.0);
        close(camp.rows[row][2], (0.0 + 2.0 * habit[2]) / 4.0);
    }
}

#[test]
fn from_a_single_draft_frequencies_are_even_and_no_interval_is_given() {
    let hindcast = of(&[case(VOTED)]);
    for class in 0..3 {
        close(hindcast.predictions[0][2].rows[1][class], 1.0 / 3.0);
    }
    let estimates = hindcast.overall.all.iter().flat_map(|of| of.measures);
    assert!(estimates.flatten().all(|estimate| estimate.interval.is_none()));
}

#[test]
fn at_the_compromise_mean_all_gain_what_the_mean_gains() {
    let hindcast = of(&[case(VOTED)]);
    let mean: f64 = (0.80 + 0.38 + 0.42) / 3.0;
    let gain = (mean - 0.20).abs() - (mean - 0.60).abs();
    let compromise = &hindcast.predictions[0][4];
    close(compromise.rows[0][0], 1.0);
    close(compromise.rows[1][0], logistic((gain + 0.04) / 0.04));
    close(compromise.rows[2][2], logistic((-gain - 0.14) / 0.04));
}

#[test]
fn the_model_less_a_baseline_is_the_difference_of_their_values() {
    let hindcast = of(&[case(VOTED), case(AGAIN)]);
    let [model, always, ..] = &hindcast.overall.all[..] else { panic!("five forecasters") };
    for measure in Measure::ALL {
        let difference = value(&model.measures, measure) - value(&always.measures, measure);
        close(value(&always.model_ahead, measure), difference);
    }
    assert!(model.model_ahead.iter().all(Option::is_none));
}

#[test]
fn without_uncertainty_the_average_is_the_forecast() {
    let cases = [case(VOTED)];
    let averaged = hindcast(&cases, &Uncertain { draws: 20 });
    for (row, exact) in
        averaged.predictions[0][0].rows.iter().zip(&of(&cases).predictions[0][0].rows)
    {
        for class in 0..3 {
            close(row[class], exact[class]);
        }
    }
}

#[test]
fn uncertainty_draws_chances_toward_each_other_and_keeps_to_red_lines() {
    let with = |stance: &str| {
        let text = written(VOTED).replacen("position: 42, salience: 100", stance, 1);
        let cases = [Case { name: "three.ron".to_owned(), scenario: read(&text) }];
        hindcast(&cases, &Uncertain { draws: 400 }).predictions[0][0].rows[2][0]
    };
    let exact = with("position: 42, salience: 100");
    assert!(with("position: 42, salience: 100, uncertainty: 20") < exact - 0.05);
    // Never below 42: what is drawn can only be nearer to the text.
    assert!(with("position: 42, salience: 100, uncertainty: 20, red_line: (42, 100)") > exact);
}

#[test]
fn a_miss_names_the_number_that_would_make_it_a_hit() {
    let hindcast = of(&[case(VOTED)]);
    let scenario = tiny(VOTED);
    // Against was less expected of the second member than abstaining of the third.
    let [second, third] = &hindcast.misses[..] else { panic!("two misses") };
    assert!(second.log_score > third.log_score);
    let change = second.change.expect("a position does it");
    let k = scenario.issues.ids().next().expect("an issue");
    assert_eq!(change.number, Number::Position(k));
    // Against is most probable where -g exceeds 0.14 by enough: gain 2 x - 80 points.
    assert_eq!((change.from, change.to), (38.0, 33.0));
    let path = change.number.path(&scenario, &hindcast.drafts[0], second.observed.who);
    assert_eq!(path, r#"members["BBB"].stances["k"].position"#);
}

#[test]
fn sponsors_have_no_choice_in_the_model_and_a_miss_says_so() {
    let hindcast = of(&[case(
        r#"record: Record(outcomes: { "vote": Voted(in_favour: [], against: [], abstaining: ["AAA", "BBB", "CCC"]) }, source: "authors")"#,
    )]);
    let miss = hindcast.misses.first().expect("a miss");
    assert!(miss.observed.bound && miss.change.is_none());
    close(miss.log_score, -libm::log(1e-6));
    assert_eq!(hindcast.overall.all[0].floored, 1);
}

#[test]
fn no_threshold_is_proposed_that_a_file_may_not_have() {
    // Nothing matters to the second member: no position and no text makes it vote against.
    let text =
        written(VOTED).replacen("position: 38, salience: 100", "position: 60, salience: 0", 1);
    let hindcast = of(&[Case { name: "three.ron".to_owned(), scenario: read(&text) }]);
    for miss in &hindcast.misses {
        if let Some(change) = miss.change
            && change.number == Number::ThresholdNo
        {
            assert!(change.to > 4.0, "minus threshold_yes is 4");
        }
    }
    let least = hindcast.misses.iter().find(|miss| miss.observed.cast == 2).expect("a miss");
    assert!(least.change.is_none(), "{:?}", least.change);
}

#[test]
fn neither_a_forecast_nor_a_debate_reads_what_really_happened() {
    let (voted, silent) = (tiny(VOTED), tiny(""));
    assert!(voted.record.is_some() && silent.record.is_none());
    for outcome in voted.outcomes.ids() {
        assert_eq!(vote::forecast(&voted, outcome), vote::forecast(&silent, outcome));
    }
    for seed in 0..20 {
        let debate = |scenario| Record::of(scenario, Seed(seed)).events;
        assert_eq!(debate(Arc::clone(&voted)), debate(Arc::clone(&silent)));
    }
}

#[test]
fn a_warning_about_a_record_stops_no_hindcast() {
    // A consensus that was voted on: odd, and still to be scored.
    let text = written(
        r#"record: Record(outcomes: { "consensus": Voted(in_favour: ["AAA"], against: [], abstaining: ["BBB"]) }, source: "authors")"#,
    );
    let loaded = scenario::load("odd.ron", text.as_bytes());
    assert!(!loaded.diagnostics.is_empty());
    let scenario = loaded.scenario.expect("warnings only");
    let hindcast = of(&[Case { name: "odd.ron".to_owned(), scenario }]);
    assert_eq!(hindcast.drafts[0].left_out.len(), 1);
    assert_eq!(hindcast.drafts[0].adopted, None, "the record leaves a member out");
}
