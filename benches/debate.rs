//! Whole debates, forecasts and loading: `cargo bench --no-default-features`.

use std::fmt::Write as _;
use std::sync::Arc;

use divan::{Bencher, black_box};
use horseshoe::debate::{Debate, NoRecord, Record};
use horseshoe::scenario::{self, Scenario};
use horseshoe::text::Verbatim;
use horseshoe::{Seed, vote};

fn main() {
    divan::main();
}

fn cyber() -> Arc<Scenario> {
    let bundled = scenario::library::bundled("unsc-cyber-2024").expect("it is bundled");
    load(bundled.text)
}

fn load(text: &str) -> Arc<Scenario> {
    scenario::load("bench", text.as_bytes()).scenario.expect("it has no error")
}

/// Five members, one issue, three outcomes.
fn five() -> Arc<Scenario> {
    let mut members = String::new();
    for (id, seat, position, salience) in [
        ("A", "Elected", 70, 80),
        ("B", "Permanent", 55, 50),
        ("C", "Permanent", 20, 90),
        ("D", "Elected", 60, 30),
        ("E", "Elected", 45, 60),
    ] {
        write!(
            members,
            "\"{id}\": Member(name: \"State {id}\", seat: {seat}, stances: {{ \"issue\": \
             Stance(position: {position}, salience: {salience}) }}),"
        )
        .expect("writing to a string succeeds");
    }
    load(&format!(
        "Scenario(format: 1, title: \"Five\", date: \"2024-01-31\", body: \"A council\",
         issues: {{ \"issue\": Issue(name: \"The issue\", low: \"Less\", high: \"More\") }},
         members: {{ {members} }}, president: \"A\",
         outcomes: {{
            \"res\": Outcome(title: \"R\", form: Resolution, sponsors: [\"A\"], aims: {{ \"issue\": Aim(position: 65) }}),
            \"prst\": Outcome(title: \"S\", form: PresidentialStatement, sponsors: [\"B\"], aims: {{ \"issue\": Aim(position: 50) }}),
            \"proc\": Outcome(title: \"P\", form: ProceduralDecision, sponsors: [\"A\"], aims: {{ \"issue\": Aim(position: 60) }}),
         }},
         rules: Rules(forms: {{ Resolution: Vote(threshold: Count(3), veto: true), ProceduralDecision: Vote(threshold: Count(3)), PresidentialStatement: Consensus }}))"
    ))
}

fn debates(bencher: Bencher<'_, '_>, scenario: Arc<Scenario>) {
    let mut debate = Debate::new(scenario, Seed(0));
    let mut seed = 0;
    bencher.counter(divan::counter::ItemsCount::new(1_u32)).bench_local(|| {
        seed += 1;
        debate.restart(Seed(seed));
        debate.run(&mut NoRecord);
        black_box(debate.state().statements)
    });
}

#[divan::bench]
fn whole_debate_of_five(bencher: Bencher<'_, '_>) {
    debates(bencher, five());
}

#[divan::bench]
fn whole_cyber_debate(bencher: Bencher<'_, '_>) {
    debates(bencher, cyber());
}

#[divan::bench]
fn forecast_of_all_outcomes_of_the_cyber_debate(bencher: Bencher<'_, '_>) {
    let scenario = cyber();
    bencher.bench_local(|| {
        for outcome in scenario.outcomes.ids() {
            black_box(vote::forecast(&scenario, outcome));
        }
    });
}

#[divan::bench]
fn words_of_the_cyber_debate(bencher: Bencher<'_, '_>) {
    let scenario = cyber();
    let record = Record::of(Arc::clone(&scenario), Seed(1));
    bencher.bench_local(|| black_box(Verbatim::of(&scenario, Seed(1), &record.events)));
}

#[divan::bench]
fn load_the_cyber_debate(bencher: Bencher<'_, '_>) {
    let bundled = scenario::library::bundled("unsc-cyber-2024").expect("it is bundled");
    bencher.bench_local(|| black_box(scenario::load("bench", bundled.text.as_bytes())));
}
