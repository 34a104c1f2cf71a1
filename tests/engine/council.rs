//! Scenarios for tests, written as an author would.

use std::fmt::Write as _;
use std::sync::Arc;

use horseshoe::scenario::{self, Scenario};

/// The bundled cyber debate.
pub(crate) fn cyber() -> Arc<Scenario> {
    let bundled = scenario::library::bundled("unsc-cyber-2024").expect("it is bundled");
    read(bundled.text)
}

/// The scenario in `text`; its diagnostics, when there is none.
pub(crate) fn read(text: &str) -> Arc<Scenario> {
    let loaded = scenario::load("test.ron", text.as_bytes());
    let Some(scenario) = loaded.scenario else {
        panic!("{}", loaded.diagnostics.render(false));
    };
    scenario
}

/// A council on one issue, with the members and outcomes given.
#[derive(Default)]
pub(crate) struct Council {
    members: Vec<String>,
    outcomes: String,
    rest: String,
}

impl Council {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// A member with this position and salience, 0..100.
    pub(crate) fn member(self, id: &str, seat: &str, position: u32, salience: u32) -> Self {
        self.member_with((id, seat), position, salience, "")
    }

    /// The same, with further fields of the member.
    pub(crate) fn member_with(
        mut self,
        (id, seat): (&str, &str),
        position: u32,
        salience: u32,
        fields: &str,
    ) -> Self {
        self.members.push(format!(
            "\"{id}\": Member(name: \"State {id}\", seat: {seat}, {fields} stances: {{ \"issue\": \
             Stance(position: {position}, salience: {salience}) }})"
        ));
        self
    }

    /// An elected member that accepts only what lies in this interval.
    pub(crate) fn member_with_red_line(
        mut self,
        id: &str,
        position: u32,
        (low, high): (u32, u32),
    ) -> Self {
        self.members.push(format!(
            "\"{id}\": Member(name: \"State {id}\", seat: Elected, stances: {{ \"issue\": \
             Stance(position: {position}, salience: 80, red_line: ({low}, {high})) }})"
        ));
        self
    }

    /// An outcome of this form at this position of the issue.
    pub(crate) fn outcome(self, id: &str, form: &str, sponsor: &str, position: u32) -> Self {
        self.outcome_with((id, form), sponsor, position, "")
    }

    /// The same, with further fields of the outcome.
    pub(crate) fn outcome_with(
        mut self,
        (id, form): (&str, &str),
        sponsor: &str,
        position: u32,
        fields: &str,
    ) -> Self {
        writeln!(
            self.outcomes,
            "\"{id}\": Outcome(title: \"Outcome {id}\", form: {form}, sponsors: [\"{sponsor}\"], \
             {fields} aims: {{ \"issue\": Aim(position: {position}) }}),"
        )
        .expect("writing to a string succeeds");
        self
    }

    /// Further fields of the scenario.
    pub(crate) fn with(mut self, fields: &str) -> Self {
        self.rest.push_str(fields);
        self
    }

    /// The text of the file, members in the order given by `order`.
    pub(crate) fn text_in_order(&self, order: &[usize]) -> String {
        let members: Vec<&str> = order.iter().map(|&at| self.members[at].as_str()).collect();
        format!(
            "Scenario(format: 1, title: \"A test\", date: \"2024-01-31\", body: \"A council\",
             issues: {{ \"issue\": Issue(name: \"The issue\", low: \"Less\", high: \"More\", \
             status_quo: 40) }},
             members: {{ {} }}, president: \"A\", outcomes: {{ {} }}, {})",
            members.join(", "),
            self.outcomes,
            self.rest
        )
    }

    /// The scenario.
    pub(crate) fn build(&self) -> Arc<Scenario> {
        let order: Vec<usize> = (0..self.members.len()).collect();
        read(&self.text_in_order(&order))
    }
}

/// Five members, one issue, three outcomes.
pub(crate) fn five() -> Council {
    Council::new()
        .member("A", "Elected", 70, 80)
        .member("B", "Permanent", 55, 50)
        .member("C", "Permanent", 20, 90)
        .member("D", "Elected", 60, 30)
        .member("E", "Elected", 45, 60)
        .outcome("res", "Resolution", "A", 65)
        .outcome("prst", "PresidentialStatement", "B", 50)
        .outcome("proc", "ProceduralDecision", "A", 60)
        .with(
            "rules: Rules(forms: { Resolution: Vote(threshold: Count(3), veto: true), \
               ProceduralDecision: Vote(threshold: Count(3)), PresidentialStatement: Consensus }),",
        )
}
