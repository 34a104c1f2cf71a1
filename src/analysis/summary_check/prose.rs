//! The summary as it reads: a sentence for each entry, between what every summary begins and ends with.

use crate::council::{Declared, Direction};
use crate::debate::State;
use crate::scenario::Scenario;
use crate::text::{
    SUMMARY_HEADING, SUMMARY_RESPONSIBILITY, label_name, names_by_alphabet, proposal_name,
    speaker_words, subject_name, summary_opening, upper_first,
};

use super::{Claim, ClaimKind, Side};

/// What stands where nobody has been named yet.
const NOBODY: &str = "…";

/// An entry as a sentence: "On the draft resolution entitled “…”, several delegations declared
/// support." Texts are called by the form in which they stand in `state`.
pub fn sentence(scenario: &Scenario, state: &State, claim: &Claim) -> String {
    let on = match claim.says {
        ClaimKind::Declared(outcome, _) => proposal_name(scenario, state, outcome),
        ClaimKind::Voiced(issue, _) => subject_name(scenario, issue),
    };
    format!("On {on}, {} {}.", who(scenario, claim), did(scenario, claim.says))
}

/// The whole summary as text: heading, beginning, the entries as one paragraph, and the end.
/// `state` is that after what it sums up.
pub fn document(scenario: &Scenario, state: &State, claims: &[Claim]) -> String {
    let mut parts = vec![SUMMARY_HEADING.to_owned(), summary_opening(scenario, state)];
    let sentences: Vec<String> =
        claims.iter().map(|claim| sentence(scenario, state, claim)).collect();
    parts.extend(Some(sentences.join(" ")).filter(|text| !text.is_empty()));
    parts.push(SUMMARY_RESPONSIBILITY.to_owned());
    parts.join("\n\n")
}

/// "the representatives of France and Malta (simulated)", "several delegations, among them …,".
fn who(scenario: &Scenario, claim: &Claim) -> String {
    match (claim.quantifier, &claim.who[..]) {
        (None, []) => NOBODY.to_owned(),
        (None, [one]) => speaker_words(scenario, *one),
        (None, several) => {
            let names = names_by_alphabet(scenario, several);
            format!("the representatives of {names} (simulated)")
        }
        (Some(quantifier), []) => quantifier.words().to_owned(),
        (Some(quantifier), named) => {
            let names = names_by_alphabet(scenario, named);
            format!("{}, among them {names} (simulated),", quantifier.words())
        }
    }
}

fn did(scenario: &Scenario, says: ClaimKind) -> String {
    match says {
        ClaimKind::Declared(_, Declared::InFavour) => "declared support".to_owned(),
        ClaimKind::Declared(_, Declared::Reservations) => "expressed reservations".to_owned(),
        ClaimKind::Declared(_, Declared::Opposed) => "declared opposition".to_owned(),
        ClaimKind::Declared(_, Declared::Undeclared) => "declared nothing".to_owned(),
        ClaimKind::Voiced(issue, side) => {
            let issue = &scenario.issues[issue];
            let label = |label: &str| label_name(scenario, label);
            match side {
                Side::Near(position) => {
                    format!("favoured “{}”", label(issue.nearest_mark(position)))
                }
                Side::Toward(Direction::High) => format!("spoke toward “{}”", label(&issue.high)),
                Side::Toward(Direction::Low) => format!("spoke toward “{}”", label(&issue.low)),
            }
        }
    }
}

impl ClaimKind {
    /// What is said, as it is chosen from a list: "declared support", "spoke toward “…”".
    pub fn words(self, scenario: &Scenario) -> String {
        upper_first(&did(scenario, self))
    }
}
