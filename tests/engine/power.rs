//! Power indices against published tables (tests/data/power).
//!
//! The Council: the exact fractions; the European Union of 27: normalized Banzhaf and
//! Shapley-Shubik indices of the Lisbon rule (55 % of members, 65 % of population, blocking
//! minority of four) and of the Nice rule on weights alone (255 of 345).

use std::fmt::Write as _;

use horseshoe::vote::power;

use super::council::read;

struct Row {
    member: String,
    weight: f64,
    banzhaf: f64,
    shapley: f64,
}

/// The table with these columns: weight, Banzhaf, Shapley.
fn table(text: &str, columns: [usize; 3]) -> Vec<Row> {
    text.lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            let number = |at: usize| cells[at].parse().expect("a number");
            Row {
                member: cells[0].to_owned(),
                weight: number(columns[0]),
                banzhaf: number(columns[1]),
                shapley: number(columns[2]),
            }
        })
        .collect()
}

fn union(rows: &[Row], tests: &str) -> std::sync::Arc<horseshoe::scenario::Scenario> {
    let mut members = String::new();
    for Row { member, weight, .. } in rows {
        write!(
            members,
            "\"{member}\": Member(name: \"{member}\", seat: Elected, weights: {{ \"w\": {weight} \
             }}),"
        )
        .expect("writing to a string succeeds");
    }
    read(&format!(
        "Scenario(format: 1, title: \"T\", date: \"2020-02-01\", body: \"Council\", president: \
         \"DE\", issues: {{ \"i\": Issue(name: \"I\", low: \"L\", high: \"H\") }}, members: {{ \
         {members} }}, outcomes: {{ \"o\": Outcome(title: \"O\", form: Resolution, sponsors: \
         [\"DE\"], aims: {{}}) }}, rules: Rules(forms: {{ Resolution: Weighted({tests}) }}))"
    ))
}

fn assert_published(rows: &[Row], tests: &str) {
    let scenario = union(rows, tests);
    let computed = power(&scenario);
    for row in rows {
        let id = scenario.delegation(&row.member).expect("a member");
        let own = computed.iter().find(|power| power.member == id).expect("it votes");
        assert!((own.banzhaf - row.banzhaf).abs() < 5e-9, "{} {}", row.member, own.banzhaf);
        assert!(
            (own.shapley_shubik - row.shapley).abs() < 5e-9,
            "{} {}",
            row.member,
            own.shapley_shubik
        );
    }
}

#[test]
fn the_council_has_the_published_indices() {
    let scenario = super::council::cyber();
    for own in power(&scenario) {
        let permanent =
            scenario.members[own.member].membership == horseshoe::council::Membership::Permanent;
        let (shapley, banzhaf) =
            if permanent { (421.0 / 2145.0, 106.0 / 635.0) } else { (4.0 / 2145.0, 21.0 / 1270.0) };
        assert!((own.shapley_shubik - shapley).abs() < 1e-15, "{}", own.shapley_shubik);
        assert!((own.banzhaf - banzhaf).abs() < 1e-15, "{}", own.banzhaf);
    }
}

#[test]
fn the_european_union_of_27_has_the_published_indices_under_lisbon() {
    let rows = table(include_str!("../data/power/eu27_lisbon_power.csv"), [1, 2, 3]);
    assert_published(
        &rows,
        "tests: [WeightTest(weight: \"members\", threshold: AtLeast(55, 100)), WeightTest(weight: \
         \"w\", threshold: AtLeast(65, 100))], blocking_minority: 4",
    );
}

#[test]
fn the_european_union_of_27_has_the_published_indices_under_nice() {
    let rows = table(include_str!("../data/power/eu27_nice_power.csv"), [1, 3, 4]);
    assert_published(&rows, "tests: [WeightTest(weight: \"w\", threshold: Count(255))]");
}

#[test]
fn indices_add_up_to_one() {
    let computed = power(&super::council::five().build());
    assert!((computed.iter().map(|p| p.shapley_shubik).sum::<f64>() - 1.0).abs() < 1e-12);
    assert!((computed.iter().map(|p| p.banzhaf).sum::<f64>() - 1.0).abs() < 1e-12);
}
