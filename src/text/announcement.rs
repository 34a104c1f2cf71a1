//! A vote as the President announces it: the count, then the decision in the form that is due.

use crate::council::{DelegationId, Membership};
use crate::scenario::Scenario;
use crate::vote::{Ballot, BallotRow, Decision, Failure};

use super::grammar::{in_words, names_by_alphabet, upper_first};

/// What was voted on, and how.
#[derive(Debug, Clone, Copy)]
pub(super) struct Vote<'a> {
    /// The ballots.
    pub(super) rows: &'a [BallotRow],
    /// What follows from them.
    pub(super) decision: Decision,
}

/// "There were 9 votes in favour, 2 against and 4 abstentions. The … has been …": of the subject
/// ("the draft resolution") and what becomes of it where it is carried ("adopted"). Without
/// ballots, the decision alone.
pub(super) fn announced(
    scenario: &Scenario,
    (subject, carried): (&str, &str),
    vote: Vote<'_>,
) -> String {
    let subject = upper_first(subject);
    let unanimous = if is_unanimous(vote.rows) { " unanimously" } else { "" };
    let decision = match vote.decision {
        Decision::Adopted => format!("{subject} has been {carried}{unanimous}."),
        Decision::NotAdopted(Failure::Veto) => format!(
            "{subject} has not been {carried}, owing to {}.",
            negative_votes(permanent_against(scenario, vote.rows))
        ),
        Decision::NotAdopted(_) | Decision::NotPut { .. } => format!(
            "{subject} has not been {carried}, having failed to obtain the required number of \
             votes."
        ),
    };
    if vote.rows.is_empty() { decision } else { format!("{} {decision}", counted(vote)) }
}

/// The count, with how many took no part. Where all are in favour, there is nothing else to count.
fn counted(vote: Vote<'_>) -> String {
    let count = |ballot| vote.rows.iter().filter(|row| row.ballot == ballot).count();
    let (in_favour, absent) = (count(Ballot::InFavour), count(Ballot::NotParticipating));
    let in_favour = match in_favour {
        0 => "were no votes".to_owned(),
        1 => "was 1 vote".to_owned(),
        several => format!("were {several} votes"),
    };
    if is_unanimous(vote.rows) {
        return format!("There {in_favour} in favour.");
    }
    let against = match count(Ballot::Against) {
        0 => "none".to_owned(),
        some => some.to_string(),
    };
    let abstaining = match count(Ballot::Abstaining) {
        0 => "no abstentions".to_owned(),
        1 => "1 abstention".to_owned(),
        several => format!("{several} abstentions"),
    };
    let mut said =
        vec![format!("There {in_favour} in favour, {against} against and {abstaining}.")];
    if absent > 0 {
        let members = if absent == 1 { "member" } else { "members" };
        let who = upper_first(&in_words(absent));
        said.push(format!("{who} {members} did not participate in the voting."));
    }
    said.join(" ")
}

/// Whether all members voted in favour.
fn is_unanimous(rows: &[BallotRow]) -> bool {
    !rows.is_empty() && rows.iter().all(|row| row.ballot == Ballot::InFavour)
}

fn permanent_against(scenario: &Scenario, rows: &[BallotRow]) -> usize {
    let permanent = |row: &&BallotRow| {
        scenario.members[row.delegation].membership == Membership::Permanent
            && row.ballot == Ballot::Against
    };
    rows.iter().filter(permanent).count()
}

fn negative_votes(permanent: usize) -> String {
    if permanent > 1 {
        format!("the negative votes of {} permanent members of the Council", in_words(permanent))
    } else {
        "the negative vote of a permanent member of the Council".to_owned()
    }
}

/// "B, as a party to the dispute, abstained in accordance with …": why these abstained, which no
/// result of a vote says; empty for nobody.
pub(super) fn abstained_as_parties(scenario: &Scenario, obliged: &[DelegationId]) -> String {
    let parties = match obliged.len() {
        0 => return String::new(),
        1 => "a party",
        _ => "parties",
    };
    format!(
        "{}, as {parties} to the dispute, abstained in accordance with Article 27, paragraph 3, of \
         the Charter.",
        upper_first(&names_by_alphabet(scenario, obliged))
    )
}

/// The delegations behind ballots, as a show of hands names them: "None", or names without
/// articles in English alphabetical order. Where all are in favour, that says all.
pub(super) fn show_of_hands(scenario: &Scenario, rows: &[BallotRow]) -> Vec<String> {
    let cast = |ballot: Ballot| {
        let rows = rows.iter().filter(|row| row.ballot == ballot);
        let mut names: Vec<&str> =
            rows.map(|row| scenario.members[row.delegation].name.short.as_str()).collect();
        names.sort_unstable();
        names
    };
    let always = [Ballot::InFavour, Ballot::Against, Ballot::Abstaining];
    let shown = if is_unanimous(rows) { &always[..1] } else { &always[..] };
    let absent = !cast(Ballot::NotParticipating).is_empty();
    shown
        .iter()
        .copied()
        .chain(absent.then_some(Ballot::NotParticipating))
        .map(|ballot| match &cast(ballot)[..] {
            [] => format!("{}: None", ballot.label()),
            names => format!("{}: {}", ballot.label(), names.join(", ")),
        })
        .collect()
}
