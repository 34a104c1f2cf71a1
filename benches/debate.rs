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

/// Every statement of one debate; the number of statements makes a time for each.
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

/// The reduced debate: fifteen members, a noisy start on seven issues, forty times a random
/// speaker whom every listener hears within a bound and against the pull of its capital, then a
/// vote with a veto.
mod kernel {
    use std::sync::Arc;

    use horseshoe::council::{
        AdoptionRule, ByDelegation, Capacity, DelegationId, Direction, Grid, Id as _, IssueId,
        Point, Statement, StatementPurpose,
    };
    use horseshoe::opinion::Anchors;
    use horseshoe::scenario::Scenario;
    use horseshoe::vote::{Ballot, Cast, Decision, decide};
    use rand::{Rng as _, SeedableRng as _};
    use rand_pcg::Pcg64Mcg;

    pub(super) const MEMBERS: usize = 15;
    pub(super) const ISSUES: usize = 7;
    pub(super) const STATEMENTS: usize = 40;
    const NOISE: f64 = 0.1;

    /// A number in 0..1 from the upper bits.
    fn uniform(generator: &mut Pcg64Mcg) -> f64 {
        (generator.next_u64() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }

    /// Both ways draw the same numbers in the same order.
    pub(super) struct Luck(Pcg64Mcg);

    impl Luck {
        pub(super) fn new(seed: u64) -> Self {
            Self(Pcg64Mcg::seed_from_u64(seed))
        }

        pub(super) fn noise(&mut self) -> f64 {
            NOISE * (uniform(&mut self.0) - 0.5)
        }

        pub(super) fn speaker(&mut self, members: usize) -> usize {
            (uniform(&mut self.0) * members as f64) as usize
        }
    }

    /// Through the engine's public functions.
    pub(super) struct Engine {
        scenario: Arc<Scenario>,
        positions: Grid<DelegationId, IssueId, f64>,
        flexibility: Grid<DelegationId, IssueId, f64>,
        influence: ByDelegation<f64>,
        anchors: Anchors,
        statement: Statement,
        votes: Vec<Cast>,
    }

    impl Engine {
        pub(super) fn new(scenario: &Arc<Scenario>) -> Self {
            let (members, issues) = (scenario.members.len(), scenario.issues.len());
            let mut flexibility = Grid::filled(members, issues, 0.0);
            for who in scenario.members.ids() {
                for issue in scenario.issues.ids() {
                    flexibility[(who, issue)] =
                        scenario.derived.instructions[(who, issue)].flexibility;
                }
            }
            let point = |issue| Point {
                issue,
                voiced: Some(0.0),
                toward: Direction::High,
                emphasis: 1.0,
                argument: None,
                attention: 0.0,
                luck: 0.0,
            };
            Self {
                positions: Grid::filled(members, issues, 0.0),
                flexibility,
                influence: scenario.derived.influence.clone(),
                anchors: Anchors::new(scenario),
                statement: Statement {
                    speaker: DelegationId::at(0),
                    capacity: Capacity::National,
                    purpose: StatementPurpose::Debate,
                    minutes: 0.0,
                    points: scenario.issues.ids().map(point).collect(),
                    declarations: Vec::new(),
                    commends: None,
                    criticizes: None,
                },
                votes: Vec::with_capacity(members),
                scenario: Arc::clone(scenario),
            }
        }

        pub(super) fn debate(&mut self, seed: u64) -> bool {
            let mut luck = Luck::new(seed);
            let scenario = &self.scenario;
            for who in scenario.members.ids() {
                for issue in scenario.issues.ids() {
                    let start = scenario.derived.instructions[(who, issue)].position;
                    self.positions[(who, issue)] = (start + luck.noise()).clamp(0.0, 1.0);
                }
            }
            for _ in 0..STATEMENTS {
                self.statement.speaker = DelegationId::at(luck.speaker(scenario.members.len()));
                let voiced = self.positions.row(self.statement.speaker);
                for (point, x) in self.statement.points.iter_mut().zip(voiced) {
                    point.voiced = Some(*x);
                }
                let minds = (&mut self.positions, &self.flexibility);
                self.anchors.persuade(scenario, minds, &self.influence, &self.statement);
            }
            self.votes.clear();
            let issue = IssueId::at(0);
            self.votes.extend(scenario.members.ids().map(|delegation| {
                let x = self.positions[(delegation, issue)];
                Cast { delegation, ballot: ballot(x) }
            }));
            let rule: &AdoptionRule = scenario.rule(horseshoe::council::OutcomeId::at(0));
            decide(scenario, (rule, &[]), &self.votes) == Decision::Adopted
        }
    }

    fn ballot(x: f64) -> Ballot {
        if x > 0.5 {
            Ballot::InFavour
        } else if x < 0.2 {
            Ballot::Against
        } else {
            Ballot::Abstaining
        }
    }

    /// The same in plain loops over arrays.
    pub(super) struct Loops {
        start: [[f64; ISSUES]; MEMBERS],
        flexibility: [[f64; ISSUES]; MEMBERS],
        trust: [[f64; MEMBERS]; MEMBERS],
        influence: [f64; MEMBERS],
        permanent: [bool; MEMBERS],
        persuasion: f64,
        bound: f64,
    }

    impl Loops {
        pub(super) fn new(scenario: &Scenario) -> Self {
            let who = DelegationId::at;
            let instructions =
                |i: usize, k: usize| scenario.derived.instructions[(who(i), IssueId::at(k))];
            let grid = |of: &dyn Fn(usize, usize) -> f64| {
                std::array::from_fn(|i| std::array::from_fn(|k| of(i, k)))
            };
            Self {
                start: grid(&|i, k| instructions(i, k).position),
                flexibility: grid(&|i, k| instructions(i, k).flexibility),
                trust: std::array::from_fn(|i| {
                    std::array::from_fn(|j| scenario.derived.trust(who(j), who(i)))
                }),
                influence: std::array::from_fn(|i| scenario.derived.influence[who(i)]),
                permanent: std::array::from_fn(|i| {
                    scenario.members[who(i)].membership == horseshoe::council::Membership::Permanent
                }),
                persuasion: scenario.dynamics.persuasion,
                bound: scenario.dynamics.confidence_bound.unwrap_or(f64::INFINITY),
            }
        }

        pub(super) fn debate(&self, seed: u64) -> bool {
            let mut luck = Luck::new(seed);
            let mut x = self.start;
            for value in x.iter_mut().flatten() {
                *value = (*value + luck.noise()).clamp(0.0, 1.0);
            }
            for _ in 0..STATEMENTS {
                let speaker = luck.speaker(MEMBERS);
                let voiced = x[speaker];
                for j in 0..MEMBERS {
                    if j == speaker {
                        continue;
                    }
                    let strength =
                        self.persuasion * self.trust[speaker][j] * self.influence[speaker];
                    for k in 0..ISSUES {
                        let away = voiced[k] - x[j][k];
                        let heard = f64::from(u8::from(away.abs() <= self.bound));
                        let lambda = self.flexibility[j][k];
                        let pull = strength * lambda * heard * away;
                        let anchor = strength * (1.0 - lambda) * (self.start[j][k] - x[j][k]);
                        x[j][k] = (x[j][k] + pull + anchor).clamp(0.0, 1.0);
                    }
                }
            }
            let in_favour = x.iter().filter(|row| row[0] > 0.5).count();
            let vetoed = x.iter().zip(self.permanent).any(|(row, veto)| veto && row[0] < 0.2);
            in_favour >= 9 && !vetoed
        }
    }
}

/// So many members with positions on so many issues, five of them permanent.
fn council_of(members: usize, issues: usize) -> Arc<Scenario> {
    let (size, topics) = (members, issues);
    let mut members = String::new();
    for i in 0..size {
        let seat = if i < 5 { "Permanent" } else { "Elected" };
        let stances: String = (0..topics)
            .map(|k| {
                format!("\"k{k}\": Stance(position: {}, salience: 50),", (i * 37 + k * 53) % 101)
            })
            .collect();
        write!(
            members,
            "\"M{i:03}\": Member(name: \"State {i}\", seat: {seat}, stances: {{ {stances} }}),"
        )
        .expect("writing to a string succeeds");
    }
    let issues: String = (0..topics)
        .map(|k| format!("\"k{k}\": Issue(name: \"Issue {k}\", low: \"Less\", high: \"More\"),"))
        .collect();
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
