//! Whole debates, forecasts and loading: `cargo bench --no-default-features`.

mod assembly;
mod kernel;
mod meeting;

use std::fmt::Write as _;
use std::sync::Arc;

use divan::{Bencher, black_box};
use horseshoe::council::Statement;
use horseshoe::debate::{Debate, Event, EventKind, NoRecord, Record};
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
fn whole_cyber_debate_without_consultations(bencher: Bencher<'_, '_>) {
    let bundled = scenario::library::bundled("unsc-cyber-2024").expect("it is bundled");
    debates(
        bencher,
        load(&bundled.text.replace("Consultations(rounds: 4)", "Consultations(rounds: 0)")),
    );
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

/// Each statement of one debate in words, when all before it have been told: the time of a statement.
#[divan::bench]
fn statements_in_words(bencher: Bencher<'_, '_>) {
    let scenario = cyber();
    let record = Record::of(Arc::clone(&scenario), Seed(1));
    let statement = |event: &Event| match &event.kind {
        EventKind::StatementDelivered(statement) => Some(Statement::clone(statement)),
        _ => None,
    };
    let told_before = |at: usize| {
        let mut verbatim = Verbatim::new(&scenario, Seed(1));
        record.events[..at].iter().for_each(|event| verbatim.tell(event));
        verbatim
    };
    let all: Vec<_> = record
        .events
        .iter()
        .enumerate()
        .filter_map(|(at, event)| Some((told_before(at), statement(event)?)))
        .collect();
    bencher.counter(divan::counter::ItemsCount::new(all.len())).bench_local(|| {
        for (verbatim, statement) in &all {
            black_box(verbatim.spoken(statement));
        }
    });
}

/// The whole record of one debate; the number of statements makes a time for each.
#[divan::bench]
fn words_of_the_cyber_debate(bencher: Bencher<'_, '_>) {
    let scenario = cyber();
    let record = Record::of(Arc::clone(&scenario), Seed(1));
    let statements = record.state_at(usize::MAX).statements;
    bencher
        .counter(divan::counter::ItemsCount::new(statements))
        .bench_local(|| black_box(Verbatim::of(&scenario, Seed(1), &record.events)));
}

#[divan::bench]
fn load_the_cyber_debate(bencher: Bencher<'_, '_>) {
    let bundled = scenario::library::bundled("unsc-cyber-2024").expect("it is bundled");
    bencher.bench_local(|| black_box(scenario::load("bench", bundled.text.as_bytes())));
}

/// So many entries, one after another.
fn listed(count: usize, entry: impl Fn(usize) -> String) -> String {
    (0..count).map(entry).collect()
}

/// So many members with positions on so many issues, five of them permanent.
fn council_of(members: usize, issues: usize) -> Arc<Scenario> {
    let (size, topics) = (members, issues);
    let mut members = String::new();
    for i in 0..size {
        let seat = if i < 5 { "Permanent" } else { "Elected" };
        let stances = listed(topics, |k| {
            format!("\"k{k}\": Stance(position: {}, salience: 50),", (i * 37 + k * 53) % 101)
        });
        write!(
            members,
            "\"M{i:03}\": Member(name: \"State {i}\", seat: {seat}, stances: {{ {stances} }}),"
        )
        .expect("writing to a string succeeds");
    }
    let issues = listed(topics, |k| {
        format!("\"k{k}\": Issue(name: \"Issue {k}\", low: \"Less\", high: \"More\"),")
    });
    load(&format!(
        "Scenario(format: 1, title: \"Kernel\", date: \"2024-01-31\", body: \"A council\",
         issues: {{ {issues} }}, members: {{ {members} }}, president: \"M005\",
         outcomes: {{ \"res\": Outcome(title: \"R\", form: Resolution, sponsors: [\"M005\"], aims: {{ \"k0\": Aim(position: 60) }}) }},
         dynamics: Dynamics(confidence_bound: 60))"
    ))
}

#[divan::bench]
fn kernel_through_the_engine(bencher: Bencher<'_, '_>) {
    let mut engine = kernel::Engine::new(&council_of(kernel::MEMBERS, kernel::ISSUES));
    let mut seed = 0;
    bencher.counter(divan::counter::ItemsCount::new(1_u32)).bench_local(|| {
        seed += 1;
        black_box(engine.debate(seed))
    });
}

#[divan::bench]
fn kernel_in_plain_loops(bencher: Bencher<'_, '_>) {
    let scenario = council_of(kernel::MEMBERS, kernel::ISSUES);
    let mut engine = kernel::Engine::new(&scenario);
    let loops = kernel::Loops::new(&scenario);
    for seed in 0..1_000 {
        assert_eq!(engine.debate(seed), loops.debate(seed), "both ways decide alike");
    }
    let mut seed = 0;
    bencher.counter(divan::counter::ItemsCount::new(1_u32)).bench_local(|| {
        seed += 1;
        black_box(loops.debate(seed))
    });
}

#[divan::bench]
fn kernel_of_193_members_and_50_issues(bencher: Bencher<'_, '_>) {
    let mut engine = kernel::Engine::new(&council_of(193, 50));
    let mut seed = 0;
    bencher.counter(divan::counter::ItemsCount::new(1_u32)).bench_local(|| {
        seed += 1;
        black_box(engine.debate(seed))
    });
}

/// The voting power of fifteen with a veto, and of twenty-seven by members and population.
#[divan::bench]
fn power_in_the_council(bencher: Bencher<'_, '_>) {
    let scenario = cyber();
    bencher.bench_local(|| black_box(vote::power(&scenario)));
}

#[divan::bench]
fn power_in_a_union_of_27(bencher: Bencher<'_, '_>) {
    // Population in hundreds of thousands, approximate (the figures of tests/data/power).
    const POPULATION: [u32; 27] = [
        835, 684, 590, 484, 366, 190, 179, 119, 105, 107, 104, 99, 106, 92, 67, 60, 55, 55, 52, 40,
        28, 21, 19, 13, 13, 7, 6,
    ];
    let mut members = String::new();
    for (i, population) in POPULATION.iter().enumerate() {
        write!(
            members,
            "\"M{i:02}\": Member(name: \"State {i}\", seat: Elected, weights: {{ \"population\": {population} }}, stances: {{ \"issue\": Stance(position: 50, salience: 50) }}),"
        )
        .expect("writing to a string succeeds");
    }
    let scenario = load(&format!(
        "Scenario(format: 1, title: \"Union\", date: \"2024-01-31\", body: \"A union\",
         issues: {{ \"issue\": Issue(name: \"The issue\", low: \"Less\", high: \"More\") }},
         members: {{ {members} }}, president: \"M00\",
         outcomes: {{ \"res\": Outcome(title: \"R\", form: Resolution, sponsors: [\"M00\"], aims: {{ \"issue\": Aim(position: 65) }}) }},
         rules: Rules(forms: {{ Resolution: Weighted(tests: [
            WeightTest(weight: \"members\", threshold: AtLeast(55, 100)),
            WeightTest(weight: \"population\", threshold: AtLeast(65, 100)) ], blocking_minority: 4) }}))"
    ));
    bencher.bench_local(|| black_box(vote::power(&scenario)));
}
