//! The document plan of a statement: which passages, in which order.

use crate::council::{
    Capacity, Commendation, Criticism, Declared, DelegationId, GroupId, IssueId, OutcomeId, Point,
    Statement, StatementPurpose,
};
use crate::scenario::Scenario;

/// A passage of a statement.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Passage {
    /// Thanks to the presidency and the briefers.
    Thanks,
    /// The group for which the delegation speaks.
    OnBehalf(GroupId),
    /// A sentence that leads to the substance.
    Framing,
    /// A claim, with its reason, an argument, and how it stands to present practice.
    Claim(Point),
    /// Answer to an earlier speaker that is commended.
    Commends(Commendation),
    /// Answer to a position that is criticized.
    Criticizes(Criticism),
    /// What it declares on outcomes, all of one stance.
    Declares(Declared, Vec<OutcomeId>),
    /// The close.
    Closing,
}

/// How many titles one sentence names.
const TITLES_IN_A_SENTENCE: usize = 5;

/// The plan of a statement by a delegation that is no briefer.
pub(super) fn plan(statement: &Statement) -> Vec<Passage> {
    let mut passages = vec![Passage::Thanks];
    if let Capacity::OnBehalfOf(group) = statement.capacity {
        passages.push(Passage::OnBehalf(group));
    }
    passages.push(Passage::Framing);
    passages.extend(statement.points.iter().map(|&point| Passage::Claim(point)));
    passages.extend(statement.commends.map(Passage::Commends));
    passages.extend(statement.criticizes.map(Passage::Criticizes));
    for stance in [Declared::InFavour, Declared::Reservations, Declared::Opposed] {
        let outcomes = declared(statement, stance);
        passages.extend(
            outcomes
                .chunks(TITLES_IN_A_SENTENCE)
                .map(|chunk| Passage::Declares(stance, chunk.to_vec())),
        );
    }
    passages.push(Passage::Closing);
    passages
}

/// The plan in a word or two for each passage, with identifiers of the scenario: what a record
/// keeps beside the sentences.
pub(super) fn outline(scenario: &Scenario, statement: &Statement) -> Vec<String> {
    let issue = |point: &Point| scenario.issues[point.issue].identifier.clone();
    let about =
        |word: &str| statement.points.iter().map(|p| format!("{word}: {}", issue(p))).collect();
    let framed = |first: String, mut middle: Vec<String>| {
        middle.insert(0, first);
        middle.push("close".to_owned());
        middle
    };
    let text = |outcome: OutcomeId| format!("text: {}", scenario.outcomes[outcome].identifier);
    match statement.purpose {
        StatementPurpose::Debate if statement.capacity == Capacity::Briefer => {
            framed("thanks".to_owned(), about("briefing"))
        }
        StatementPurpose::Debate => {
            plan(statement).iter().map(|passage| passage.outline(scenario)).collect()
        }
        StatementPurpose::Further => framed("answer".to_owned(), about("claim")),
        StatementPurpose::ExplanationBefore(outcome)
        | StatementPurpose::ExplanationAfter(outcome) => framed(text(outcome), about("concern")),
        StatementPurpose::Dissociation(outcome) => framed(text(outcome), about("dissociation")),
    }
}

impl Passage {
    fn outline(&self, scenario: &Scenario) -> String {
        let who = |id: DelegationId| &scenario.members[id].identifier;
        let issue = |id: IssueId| &scenario.issues[id].identifier;
        match self {
            Self::Thanks => "thanks".to_owned(),
            Self::OnBehalf(group) => format!("on behalf: {}", scenario.groups[*group].identifier),
            Self::Framing => "framing".to_owned(),
            Self::Claim(point) => format!("claim: {}", issue(point.issue)),
            Self::Commends(c) => format!("commends: {} on {}", who(c.to), issue(c.issue)),
            Self::Criticizes(c) => format!("criticizes: a position on {}", issue(c.issue)),
            Self::Declares(stance, outcomes) => {
                let ids: Vec<&str> =
                    outcomes.iter().map(|&id| scenario.outcomes[id].identifier.as_str()).collect();
                let stance = match stance {
                    Declared::InFavour => "in favour",
                    Declared::Opposed => "opposed",
                    Declared::Reservations | Declared::Undeclared => "reservations",
                };
                format!("declares {stance}: {}", ids.join(", "))
            }
            Self::Closing => "close".to_owned(),
        }
    }
}

/// The outcomes on which a statement declares this stance.
pub(super) fn declared(statement: &Statement, stance: Declared) -> Vec<OutcomeId> {
    statement.declarations.iter().filter(|d| d.stance == stance).map(|d| d.outcome).collect()
}

/// The points of a briefing, those on one issue together.
pub(super) fn briefing(statement: &Statement) -> Vec<Vec<Point>> {
    let mut groups: Vec<Vec<Point>> = Vec::new();
    for &point in &statement.points {
        match groups.iter_mut().find(|group| group[0].issue == point.issue) {
            Some(group) => group.push(point),
            None => groups.push(vec![point]),
        }
    }
    groups
}
