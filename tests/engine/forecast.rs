//! The forecast against an independent recomputation from the file by docs/model.md, sections 1
//! and 2, written in another style: strings and maps, sums as an author would do them by hand.

use std::collections::BTreeMap;

use horseshoe::council::{OutcomeForm, OutcomeId};
use horseshoe::scenario::{self, ScenarioFile};
use horseshoe::vote::{
    self, Ballot, BallotRow, Decision, DecisionChances, Failure, Room, Workspace,
};
use rand::{Rng as _, SeedableRng as _};
use rand_pcg::Pcg64Mcg;

use super::council::cyber;
use super::random::{Kind, scenario};

type Numbers = BTreeMap<String, f64>;

struct Hand {
    file: ScenarioFile,
}

impl Hand {
    fn voting(&self) -> Vec<&str> {
        let members = self.file.members.iter();
        members.filter(|m| m.value.seat.value.votes()).map(|m| m.key.value.as_str()).collect()
    }

    fn affinity(&self, who: &str, toward: &str) -> f64 {
        if who == toward {
            return 100.0;
        }
        let member = self.file.members.get(who).expect("a member");
        member.relations.get(toward).map_or_else(
            || {
                let groups = self.file.groups.iter().filter(|g| {
                    let of = |id: &str| g.value.members.iter().any(|m| m.value == id);
                    of(who) && of(toward)
                });
                groups
                    .map(|g| g.value.cohesion.as_ref().map_or(0.0, |c| c.value))
                    .reduce(f64::max)
                    .unwrap_or(0.0)
            },
            |relation| relation.value,
        )
    }

    /// g of the model, on the engine's scale.
    fn judgement(&self, who: &str, outcome: &str) -> f64 {
        let member = self.file.members.get(who).expect("a member");
        let proposal = self.file.outcomes.get(outcome).expect("an outcome");
        let mut above = 0.0;
        let mut below = 0.0;
        for aim in &proposal.aims {
            let w = aim.value.weight.as_ref().map_or(100.0, |n| n.value);
            let y = aim.value.position.value;
            let issue = self.file.issues.get(&aim.key.value).expect("an issue");
            let q = issue.status_quo.as_ref().map_or(50.0, |n| n.value);
            below += w;
            let Some(stance) = member.stances.get(&aim.key.value) else {
                continue;
            };
            let (x, s) = (stance.position.value, stance.salience.value);
            above += s * w * ((x - q).abs() - (x - y).abs());
            if let Some(line) = &stance.red_line {
                let outside = |p: f64| (line.low.value - p).max(p - line.high.value).max(0.0);
                if w > 0.0 && s > 0.0 && outside(y) > outside(q) && outside(y) > 0.0 {
                    return -1.0;
                }
            }
        }
        let gain = if below > 0.0 { above / below / 10_000.0 } else { 0.0 };
        let sponsors = proposal.sponsors.iter();
        let count = proposal.sponsors.len().max(1) as f64;
        let affinity: f64 = sponsors.map(|s| self.affinity(who, &s.value)).sum::<f64>() / count;
        gain + 0.03 * affinity / 100.0
    }

    /// P(in favour), P(against) of a member that is no sponsor, from the defaults of the model.
    fn chances(&self, who: &str, outcome: &str) -> (f64, f64) {
        let proposal = self.file.outcomes.get(outcome).expect("an outcome");
        if proposal.sponsors.iter().any(|s| s.value == who) {
            return (1.0, 0.0);
        }
        let member = self.file.members.get(who).expect("a member");
        let g = self.judgement(who, outcome);
        let logistic = |x: f64| 0.5 * (1.0 + libm::tanh(x / 2.0));
        let form = proposal.form.value.word();
        let no = match form {
            "JointStatement" => return (logistic((g - 0.04) / 0.04), 0.0),
            "PresidentialStatement" | "PressStatement" => 0.10,
            "Resolution" if member.seat.value.word() == "Permanent" => {
                0.14 + 0.20 * member.veto_reluctance.as_ref().map_or(20.0, |n| n.value) / 100.0
            }
            _ => 0.14,
        };
        (logistic((g + 0.04) / 0.04), logistic((-g - no) / 0.04))
    }

    /// P(adopted), P(vetoed) by going through all sets of voters, one member after the other.
    fn decision(&self, outcome: &str) -> (f64, f64) {
        let proposal = self.file.outcomes.get(outcome).expect("an outcome");
        let form = proposal.form.value.word();
        let mut states: BTreeMap<(u32, bool), f64> = BTreeMap::from([((0, false), 1.0)]);
        let mut agreed = 1.0;
        for who in self.voting() {
            let permanent =
                self.file.members.get(who).expect("a member").seat.value.word() == "Permanent";
            let (yes, no) = self.chances(who, outcome);
            agreed *= 1.0 - no;
            let mut next = BTreeMap::new();
            for ((count, vetoed), p) in states {
                *next.entry((count + 1, vetoed)).or_insert(0.0) += p * yes;
                *next.entry((count, vetoed || permanent)).or_insert(0.0) += p * no;
                *next.entry((count, vetoed)).or_insert(0.0) += p * (1.0 - yes - no);
            }
            states = next;
        }
        let total = |wanted: &dyn Fn(u32, bool) -> bool| -> f64 {
            states.iter().filter(|((n, v), _)| wanted(*n, *v)).map(|(_, p)| p).sum()
        };
        match form {
            "Resolution" => (total(&|n, v| n >= 9 && !v), total(&|n, v| n >= 9 && v)),
            "ProceduralDecision" => (total(&|n, _| n >= 9), 0.0),
            "PresidentialStatement" | "PressStatement" => (agreed, 0.0),
            _ => (1.0, 0.0),
        }
    }
}

#[test]
fn the_forecast_agrees_with_a_recomputation_by_hand() {
    let bundled = scenario::library::bundled("unsc-cyber-2024").expect("it is bundled");
    let file = scenario::read("cyber", bundled.text.as_bytes()).file.expect("it has no error");
    let hand = Hand { file };
    let scenario = cyber();
    for outcome in scenario.outcomes.ids() {
        let proposal = &scenario.outcomes[outcome];
        let id = proposal.identifier.as_str();
        let forecast = vote::forecast(&scenario, outcome);
        let (adopted, vetoed) = hand.decision(id);
        assert!((forecast.chances.adopted - adopted).abs() < 1e-9, "{id}");
        assert!((forecast.chances.vetoed - vetoed).abs() < 1e-9, "{id}");
        if proposal.form == OutcomeForm::PresidentsSummary {
            assert!(forecast.members.is_empty());
            continue;
        }
        let mut expected = Numbers::new();
        for (who, gain, chance) in &forecast.members {
            let name = scenario.members[*who].identifier.as_str();
            let (yes, no) = hand.chances(name, id);
            assert!((gain - hand.judgement(name, id)).abs() < 1e-9, "{id} {name}");
            assert!((chance.in_favour - yes).abs() < 1e-9, "{id} {name}");
            assert!((chance.against - no).abs() < 1e-9, "{id} {name}");
            expected.insert(name.to_owned(), yes);
        }
        let mean: f64 = forecast.in_favour.iter().enumerate().map(|(n, p)| n as f64 * p).sum();
        assert!((mean - expected.values().sum::<f64>()).abs() < 1e-9, "{id}");
    }
}

#[test]
fn the_chances_of_a_decision_add_up_to_one() {
    let scenario = cyber();
    for outcome in scenario.outcomes.ids() {
        let chances = vote::forecast(&scenario, outcome).chances;
        let sum = chances.adopted + chances.vetoed + chances.short_of_votes + chances.objected;
        assert!((sum - 1.0).abs() < 1e-12);
    }
}

#[test]
fn a_european_majority_needs_members_and_population() {
    // Four members; 55 % of them and 65 % of the population, unless fewer than two stay away.
    let text = |first: u32| {
        let member = |id: &str, population: f64, position: u32| {
            format!(
                "\"{id}\": Member(name: \"{id}\", seat: Elected, weights: {{ \"population\": \
                 {population} }}, stances: {{ \"i\": Stance(position: {position}, salience: 100) \
                 }}),"
            )
        };
        format!(
            "Scenario(format: 1, title: \"T\", date: \"2024-01-31\", body: \"B\", president: \"A\",
             issues: {{ \"i\": Issue(name: \"I\", low: \"L\", high: \"H\", status_quo: 50) }},
             members: {{ {} {} {} {} }},
             outcomes: {{ \"o\": Outcome(title: \"O\", form: Resolution, sponsors: [\"A\"], aims: \
             {{ \"i\": Aim(position: 100) }}) }},
             rules: Rules(forms: {{ Resolution: Weighted(tests: [WeightTest(weight: \"members\", \
             threshold: AtLeast(55, 100)), WeightTest(weight: \"population\", threshold: \
             AtLeast(65, 100))], blocking_minority: 2) }}),
             dynamics: Dynamics(noise: 0, sponsor_effect: 0))",
            member("A", 10.5, 100),
            member("B", 20.0, 100),
            member("C", 9.5, first),
            member("D", 60.0, 0),
        )
    };
    let adopted = |first| {
        let scenario = super::council::read(&text(first));
        let outcome = scenario.outcome("o").expect("it is there");
        vote::forecast(&scenario, outcome).chances.adopted
    };
    // Three of four members, 40 % of the population: only one stays away, fewer than two.
    assert!((adopted(100) - 1.0).abs() < 1e-12);
    // Two of four members: neither test is met and two stay away.
    assert!(adopted(0).abs() < 1e-12);
}

/// All 3ⁿ patterns of votes of `outcome`, decided one by one by the tally.
fn by_enumeration(room: Room<'_>, outcome: OutcomeId) -> DecisionChances {
    let scenario = room.scenario;
    let voting = &scenario.derived.voting;
    let chances: Vec<_> = voting.iter().map(|&who| vote::chance(room, who, outcome)).collect();
    let mut sums = DecisionChances::default();
    let mut rows: Vec<BallotRow> = voting
        .iter()
        .zip(&chances)
        .map(|(&delegation, &(judgement, chance))| BallotRow {
            delegation,
            ballot: Ballot::Abstaining,
            judgement,
            chance,
            draw: 0.0,
        })
        .collect();
    for pattern in 0..3_usize.pow(voting.len() as u32) {
        let (mut p, mut rest) = (1.0, pattern);
        for row in &mut rows {
            (row.ballot, p) = match rest % 3 {
                0 => (Ballot::InFavour, p * row.chance.in_favour),
                1 => (Ballot::Against, p * row.chance.against),
                _ => (Ballot::Abstaining, p * row.chance.abstaining),
            };
            rest /= 3;
        }
        let sponsors = &scenario.outcomes[outcome].sponsors;
        match vote::decide(scenario, (room.rule(outcome), sponsors), &rows) {
            Decision::Adopted => sums.adopted += p,
            Decision::NotAdopted(Failure::Veto) => sums.vetoed += p,
            Decision::NotAdopted(Failure::Objection) => sums.objected += p,
            Decision::NotAdopted(_) | Decision::NotPut { .. } => sums.short_of_votes += p,
        }
    }
    sums
}

#[test]
fn the_forecast_agrees_with_all_patterns_of_up_to_ten_votes() {
    let (mut compared, mut largest) = (0, 0);
    for of in 0..400 {
        let scenario = scenario(of, Kind::Whole);
        if scenario.derived.voting.len() > 10 || compared > 60 {
            continue;
        }
        let positions = vote::opening_positions(&scenario);
        let room = Room::opening(&scenario, &positions);
        for outcome in scenario.outcomes.ids() {
            if !room.rule(outcome).is_decided_by_members() {
                continue;
            }
            let exact = vote::decision_chances(room, outcome, &mut Workspace::default());
            let counted = by_enumeration(room, outcome);
            for (a, b) in [
                (exact.adopted, counted.adopted),
                (exact.vetoed, counted.vetoed),
                (exact.short_of_votes, counted.short_of_votes),
                (exact.objected, counted.objected),
            ] {
                assert!((a - b).abs() < 1e-12, "scenario {of}: {exact:?} {counted:?}");
            }
            compared += 1;
            largest = largest.max(scenario.derived.voting.len());
        }
    }
    assert!(compared > 40 && largest >= 9, "{compared} texts, up to {largest} votes");
}

#[test]
fn the_forecast_of_the_cyber_debate_agrees_with_a_million_sampled_votes() {
    const RUNS: u32 = 70_000;
    let scenario = cyber();
    let positions = vote::opening_positions(&scenario);
    let room = Room::opening(&scenario, &positions);
    let mut luck = Pcg64Mcg::seed_from_u64(20_240_620);
    // The contested ones; 15 votes each, more than a million in all for each text.
    for id in ["attention-criteria", "agreed-norms", "infrastructure-press", "chapter-six"] {
        let outcome = scenario.outcome(id).expect("it is there");
        let mut rows: Vec<BallotRow> = scenario
            .derived
            .voting
            .iter()
            .map(|&delegation| {
                let (judgement, chance) = vote::chance(room, delegation, outcome);
                BallotRow { delegation, ballot: Ballot::Abstaining, judgement, chance, draw: 0.0 }
            })
            .collect();
        let mut adopted = 0;
        for _ in 0..RUNS {
            for row in &mut rows {
                let u = luck.next_u64() as f64 / u64::MAX as f64;
                row.ballot = if u < row.chance.in_favour {
                    Ballot::InFavour
                } else if u < row.chance.in_favour + row.chance.against {
                    Ballot::Against
                } else {
                    Ballot::Abstaining
                };
            }
            let decided = vote::decide(&scenario, (room.rule(outcome), &[]), &rows);
            adopted += u32::from(decided == Decision::Adopted);
        }
        let p = vote::decision_chances(room, outcome, &mut Workspace::default()).adopted;
        let share = f64::from(adopted) / f64::from(RUNS);
        let error = (p * (1.0 - p) / f64::from(RUNS)).sqrt();
        assert!((share - p).abs() < 4.0 * error + 1e-6, "{id}: {share} sampled, {p} exact");
    }
}
