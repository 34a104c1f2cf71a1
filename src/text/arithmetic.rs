//! Blocking arithmetic in words: how many short, on whom it rests, what would be enough.

use crate::council::{AdoptionRule, Base, DelegationId};
use crate::debate::OutcomeResult;
use crate::scenario::Scenario;
use crate::vote::{Blocking, Move, Path};

use super::grammar::{list, names, percent};

/// From here on, a decision rests on a delegation so much that it is named.
const NAMED_FROM: f64 = 0.05;
/// The most delegations, and movements, that are named.
const NAMED: usize = 3;

/// Where an outcome stands and what stands in its way, as a few plain sentences.
/// Without a `result`, nothing is said of declared support.
pub fn blocking_sentences(
    scenario: &Scenario,
    result: Option<&OutcomeResult>,
    blocking: &Blocking,
) -> Vec<String> {
    let mut sentences = Vec::new();
    sentences.extend(result.and_then(|result| declared_support(scenario, result)));
    let risk = blocking.chances.vetoed + blocking.chances.objected;
    if risk >= 0.005 && !blocking.blockers.is_empty() {
        let what =
            if blocking.chances.objected > 0.0 { "Risk of an objection" } else { "Veto risk" };
        let from: Vec<String> = blocking
            .blockers
            .iter()
            .filter(|(_, p)| *p >= NAMED_FROM)
            .take(NAMED)
            .map(|&(who, p)| {
                format!("{} ({})", scenario.members[who].name.in_sentence(), percent(p))
            })
            .collect();
        let from = if from.is_empty() { String::new() } else { format!(": {}", list(&from)) };
        sentences.push(format!("{what} {}{from}.", percent(risk)));
    }
    let pivotal: Vec<DelegationId> = blocking
        .pivotal
        .iter()
        .filter(|(_, rests)| *rests >= NAMED_FROM)
        .take(NAMED)
        .map(|&(who, _)| who)
        .collect();
    if !pivotal.is_empty() {
        sentences.push(format!("Most rests on {}.", names(scenario, &pivotal)));
    }
    sentences.push(path_sentence(scenario, &blocking.path));
    sentences
}

/// How many are missing in what has been declared, where a number of members is asked for.
fn declared_support(scenario: &Scenario, result: &OutcomeResult) -> Option<String> {
    let AdoptionRule::Vote { threshold, base: Base::Members, .. } = scenario.rules.of(result.form)
    else {
        return None;
    };
    let needed = threshold.votes_needed(scenario.derived.voting.len());
    let in_favour = result.declared.in_favour.len();
    Some(if in_favour >= needed {
        format!("{in_favour} have declared themselves in favour, {needed} are needed.")
    } else {
        format!("{} short of {needed} in declared support.", needed - in_favour)
    })
}

/// What would make adoption likelier than not, as a sentence.
pub fn path_sentence(scenario: &Scenario, path: &Path) -> String {
    match path {
        Path::AlreadyLikely => "Adoption is likelier than not.".to_owned(),
        Path::None(Some(who)) => {
            let who = scenario.members[*who].name.in_sentence();
            format!("No movement within red lines is enough: the instructions of {who} exclude it.")
        }
        Path::None(None) => "No movement within red lines is enough.".to_owned(),
        Path::Moves(moves) => {
            let told: Vec<String> =
                moves.iter().take(NAMED).map(|step| movement(scenario, step)).collect();
            let others = match moves.len().saturating_sub(NAMED) {
                0 => String::new(),
                1 => " and one smaller movement".to_owned(),
                count => format!(" and {count} smaller movements"),
            };
            let told = if others.is_empty() { list(&told) } else { told.join(", ") };
            format!("Enough would be: {told}{others}.")
        }
    }
}

fn movement(scenario: &Scenario, step: &Move) -> String {
    let points = ((step.to - step.from).abs() * 100.0).round();
    let unit = if points > 1.0 { "points" } else { "point" };
    let who = scenario.members[step.who].name.in_sentence();
    format!("{who} by {points} {unit} on “{}”", scenario.issues[step.issue].name)
}
