//! Random scenarios for property tests, written as an author would write them.

use std::fmt::Write as _;
use std::sync::Arc;

use horseshoe::scenario::{self, Scenario};
use rand::{Rng as _, SeedableRng as _};
use rand_pcg::Pcg64Mcg;

/// What a random scenario may contain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Everything: groups, injects, other rules, parties, uncertainty.
    Whole,
    /// Only what the property at hand needs: members, issues and texts.
    Plain,
}

/// A random scenario of 2 to 30 members.
pub(crate) fn scenario(seed: u64, kind: Kind) -> Arc<Scenario> {
    read(&Author::new(seed).text(kind))
}

/// The file of a random scenario, its maps in an order that `shuffle` chooses.
pub(crate) fn shuffled(seed: u64, shuffle: u64) -> Arc<Scenario> {
    let mut author = Author::new(seed);
    author.shuffle = Some(Pcg64Mcg::seed_from_u64(shuffle));
    read(&author.text(Kind::Whole))
}

fn read(text: &str) -> Arc<Scenario> {
    let loaded = scenario::load("random.ron", text.as_bytes());
    let Some(scenario) = loaded.scenario else {
        panic!("{}", loaded.diagnostics.render(false));
    };
    scenario
}

struct Author {
    luck: Pcg64Mcg,
    shuffle: Option<Pcg64Mcg>,
    members: usize,
    issues: usize,
    outcomes: usize,
}

impl Author {
    fn new(seed: u64) -> Self {
        let mut luck = Pcg64Mcg::seed_from_u64(seed);
        let mut below = |n: u64| (luck.next_u64() >> 20) % n;
        let members = 2 + below(29) as usize;
        let issues = 1 + below(5) as usize;
        let outcomes = 1 + below(6) as usize;
        Self { luck, shuffle: None, members, issues, outcomes }
    }

    fn below(&mut self, n: usize) -> usize {
        ((self.luck.next_u64() >> 20) % n as u64) as usize
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }

    /// Joins the entries of a map, in an order of its own where that is asked for.
    fn map(&mut self, mut entries: Vec<String>) -> String {
        if let Some(shuffle) = &mut self.shuffle {
            for at in (1..entries.len()).rev() {
                entries.swap(at, (shuffle.next_u64() >> 20) as usize % (at + 1));
            }
        }
        format!("{{ {} }}", entries.join(", "))
    }

    fn text(&mut self, kind: Kind) -> String {
        let issues: Vec<String> = (0..self.issues)
            .map(|at| {
                format!(
                    "\"issue-{at}\": Issue(name: \"Issue {at}\", low: \"Less\", high: \"More\", \
                     status_quo: {})",
                    20 + self.below(60)
                )
            })
            .collect();
        let members: Vec<String> = (0..self.members).map(|at| self.member(at, kind)).collect();
        let outcomes: Vec<String> = (0..self.outcomes).map(|at| self.outcome(at, kind)).collect();
        let rest = if kind == Kind::Whole { self.rest() } else { String::new() };
        format!(
            "Scenario(format: 1, title: \"Random\", date: \"2024-01-31\", body: \"A council\",
             issues: {}, members: {}, president: \"M00\", outcomes: {}, {rest})",
            self.map(issues),
            self.map(members),
            self.map(outcomes),
        )
    }

    fn member(&mut self, at: usize, kind: Kind) -> String {
        // The first members vote, so that there is a president and there are sponsors.
        let seat = match at {
            0 | 1 => "Elected",
            _ => self.pick(&["Elected", "Elected", "Permanent", "Elected", "Rule37", "Rule39"]),
        };
        let mut stances = Vec::new();
        for issue in 0..self.issues {
            if at > 1 && self.below(6) == 0 {
                continue;
            }
            let position = self.below(101);
            let mut fields = format!("position: {position}, salience: {}", self.below(101));
            if self.below(3) == 0 {
                let low = position.saturating_sub(self.below(60));
                let high = (position + self.below(60)).min(100);
                write!(fields, ", red_line: ({low}, {high})").expect("a string takes all");
            }
            if kind == Kind::Whole && self.below(2) == 0 {
                write!(fields, ", uncertainty: {}", self.below(15)).expect("a string takes all");
            }
            stances.push(format!("\"issue-{issue}\": Stance({fields})"));
        }
        let stances = self.map(stances);
        let mut relations = Vec::new();
        for other in 0..self.members {
            if other != at && self.below(4) == 0 {
                let affinity = self.below(201) as f64 - 100.0;
                relations.push(format!("\"M{other:02}\": {affinity}"));
            }
        }
        let relations = self.map(relations);
        let style = self.pick(&["Candid", "Measured", "Guarded"]);
        let influence = 10 + self.below(91);
        format!(
            "\"M{at:02}\": Member(name: \"State {at:02}\", seat: {seat}, style: {style}, \
             influence: {influence}, stances: {stances}, relations: {relations})"
        )
    }

    fn outcome(&mut self, at: usize, kind: Kind) -> String {
        let form = match kind {
            Kind::Whole => self.pick(&[
                "Resolution",
                "Resolution",
                "PresidentialStatement",
                "PressStatement",
                "ProceduralDecision",
                "JointStatement",
                "PresidentsSummary",
            ]),
            Kind::Plain => self.pick(&["Resolution", "PresidentialStatement"]),
        };
        let sponsors = self.pick(&["\"M00\"", "\"M01\"", "\"M00\", \"M01\"", "\"M01\", \"M00\""]);
        let mut aims = Vec::new();
        for issue in 0..self.issues {
            if aims.is_empty() || self.below(2) == 0 {
                let (position, weight) = (self.below(101), 1 + self.below(100));
                aims.push(format!(
                    "\"issue-{issue}\": Aim(position: {position}, weight: {weight})"
                ));
            }
        }
        let aims = self.map(aims);
        let action = self.pick(&["IfPromising", "IfPromising", "ToShowTheVote", "TalliedOnly"]);
        let parties = if kind == Kind::Whole && self.members > 2 && self.below(8) == 0 {
            self.pick(&["", "\"M01\""])
        } else {
            ""
        };
        format!(
            "\"text-{at}\": Outcome(title: \"Text {at}\", form: {form}, sponsors: [{sponsors}], \
             aims: {aims}, action: {action}, parties: [{parties}])"
        )
    }

    fn rest(&mut self) -> String {
        let mut rest = String::new();
        let rounds = self.below(5);
        if self.below(3) == 0 {
            let order = self.pick(&["Lot", "Alphabet"]);
            let president = self.pick(&["First", "Last", "InOrder"]);
            write!(
                rest,
                "program: [JointStatements, Opening, Briefings, MembersStatements(order: {order}, \
                 president: {president}), InvitedStatements, FurtherStatements, \
                 Consultations(rounds: {rounds}), Action, Closing],"
            )
            .expect("a string takes all");
        }
        if self.below(3) == 0 {
            rest.push_str(
                "rules: Rules(forms: { Resolution: Vote(threshold: MoreThan(1, 2), \
                 base: PresentAndVoting, veto: true), PresidentialStatement: Consensus, \
                 PressStatement: Consensus, PresidentsSummary: Authority, JointStatement: \
                 Signature, ProceduralDecision: Weighted(tests: [WeightTest(weight: \"members\", \
                 threshold: AtLeast(55, 100))], blocking_minority: 2) }),",
            );
        }
        if self.below(2) == 0 {
            let (issue, after) = (self.below(self.issues), 1 + self.below(4));
            let percent = self.below(60);
            write!(
                rest,
                "injects: [ Inject(title: \"One\", when: AfterStatement({after}), effects: [ \
                 Salience(issue: \"issue-{issue}\", by: 20), Heat(issue: \"issue-{issue}\", by: \
                 50), Position(member: \"M00\", issue: \"issue-{issue}\", by: -15), \
                 Influence(member: \"M01\", by: 30) ]), Inject(title: \"Two\", probability: 50, \
                 when: AtRandom({percent}), effects: [ Salience(issue: \"issue-{issue}\", by: -10), \
                 PointOfOrder(member: \"M01\", challenge: true) ]), Inject(title: \"Three\", when: OnResult(outcome: \"text-0\", result: \
                 NotAdopted), effects: [ Heat(issue: \"issue-{issue}\", by: 30) ]) ],"
            )
            .expect("a string takes all");
        }
        if self.below(2) == 0 {
            let members = if self.members > 3 { "\"M00\", \"M01\"" } else { "\"M00\"" };
            let joint = if self.below(2) == 0 { ", joint_statement: \"M00\"" } else { "" };
            write!(
                rest,
                "groups: {{ \"pair\": Group(name: \"a pair\", members: [{members}], cohesion: 40\
                 {joint}) }},"
            )
            .expect("a string takes all");
        }
        rest
    }
}
