//! What really happened beside the simulated result, in words.

use crate::council::DelegationId;
use crate::scenario::{Happened, Scenario};
use crate::text::{list, names_by_alphabet, upper_first};

use super::{Compared, Counts};

/// What must stand before every comparison.
pub const NO_PREDICTION: &str = "The simulation is no prediction: one debate of many that could \
                                 have followed, from positions that its authors estimated.";

impl Counts {
    /// "Of 3 texts whose end is known in reality, 2 ended alike in the simulation. As far as …"
    pub fn words(&self) -> String {
        let known = "whose end is known in reality";
        let ended = match (self.known, self.alike) {
            (0, _) => return "Of no text here is it known how it ended in reality.".to_owned(),
            (1, 1) => format!("The one text {known} ended alike in the simulation."),
            (1, _) => format!("The one text {known} ended differently in the simulation."),
            (2, 2) => format!("Both texts {known} ended alike in the simulation."),
            (all, alike) if all == alike => {
                format!("All {all} texts {known} ended alike in the simulation.")
            }
            (all, 0) => format!("Of {all} texts {known}, none ended alike in the simulation."),
            (all, alike) => {
                format!("Of {all} texts {known}, {alike} ended alike in the simulation.")
            }
        };
        match (self.members_alike, self.members) {
            (_, 0) => ended,
            (alike, of) => format!(
                "{ended} As far as both say what members chose, {alike} of {of} choices were the \
                 same."
            ),
        }
    }
}

impl Compared<'_> {
    /// "Ended alike; 14 of 15 members chose the same", where both ends are known.
    pub fn likeness(&self) -> String {
        let alike = match self.is_alike() {
            Some(true) => "ended alike",
            _ => "ended differently",
        };
        upper_first(&match self.members {
            Some((same, of)) => format!("{alike}; {same} of {of} members chose the same"),
            None => alike.to_owned(),
        })
    }

    /// What became of it in reality, in a word or two and then in more.
    pub fn words(&self, scenario: &Scenario) -> (String, String) {
        let names = |who: &[DelegationId]| names_by_alphabet(scenario, who);
        let Some(happened) = self.happened else { return (String::new(), String::new()) };
        let (ended, more) = match happened {
            Happened::Voted { in_favour, against, abstaining, .. } => {
                let ended = if self.adopted == Some(true) { "adopted" } else { "not adopted" };
                let mut votes = vec![format!("{} in favour", in_favour.len())];
                for (who, words) in [(against, "against"), (abstaining, "abstaining")] {
                    votes.push(match who.len() {
                        0 => format!("none {words}"),
                        count => format!("{count} {words} ({})", names(who)),
                    });
                }
                (ended, format!("{}.", upper_first(&votes.join(", "))))
            }
            Happened::Signed { by } => {
                let members = by.iter().filter(|&&who| scenario.members[who].votes()).count();
                ("issued", format!("Signed by {members} members: {}.", names(by)))
            }
            Happened::Agreed => ("agreed", "Nobody objected.".to_owned()),
            Happened::Objected { by } => ("not agreed", format!("Objection by {}.", names(by))),
            Happened::Issued => ("issued", "The President issued it.".to_owned()),
            Happened::NotProposed => ("not proposed", String::new()),
            Happened::Unknown => ("not established", String::new()),
        };
        (ended.to_owned(), more)
    }
}

/// The texts of which nothing can be compared, and why.
pub fn left_out(scenario: &Scenario, rows: &[Compared<'_>]) -> Vec<String> {
    let titles = |wanted: fn(Option<&Happened>) -> bool| -> Vec<String> {
        let rows = rows.iter().filter(|row| wanted(row.happened));
        rows.map(|row| format!("“{}”", scenario.outcomes[row.outcome].title)).collect()
    };
    let mut sentences = Vec::new();
    let not_proposed = titles(|it| matches!(it, Some(Happened::NotProposed)));
    match not_proposed.len() {
        0 => {}
        1 => sentences.push(format!("Nobody proposed {} in reality.", not_proposed[0])),
        count => sentences.push(format!(
            "Nobody proposed {count} of the texts in reality, so that there is nothing to compare."
        )),
    }
    let unknown = titles(|it| matches!(it, None | Some(Happened::Unknown)));
    if !unknown.is_empty() {
        sentences.push(format!("What became of {} is not established.", list(&unknown)));
    }
    sentences
}
