//! What changed the prospects of a text, as a clause.

use crate::council::{Declared, DelegationId, IssueId, OutcomeId};
use crate::debate::State;
use crate::scenario::Scenario;
use crate::text::{list, names_by_alphabet};

use super::{Drivers, Term};

/// The most members that are named in one clause, and the most clauses.
const NAMED: usize = 3;
const CLAUSES: usize = 2;

impl Drivers {
    /// What changed the prospects of `outcome`, as clauses joined by "and": "Malta and Slovenia
    /// came nearer to the text on “Capacity”". `after` is the state after the stretch. Empty where
    /// nothing that is worth telling did.
    pub fn words(&self, scenario: &Scenario, outcome: OutcomeId, after: &State) -> String {
        // In another form a text is judged by another rule: that says all.
        if let Some((_, to)) = self.stepped_down {
            return format!("the text became a {}", to.name());
        }
        let mut told: Vec<Group> = Vec::new();
        for driver in &self.members {
            let (up, who) = (driver.by > 0.0, driver.who);
            let word = (driver.term == Term::OwnWord).then(|| after.declared[(outcome, who)]);
            let same = |it: &&mut Group| (it.term, it.up, it.word) == (driver.term, up, word);
            match told.iter_mut().find(same) {
                Some(group) => group.who.push(who),
                None => told.push(Group { term: driver.term, up, word, who: vec![who] }),
            }
        }
        let clauses: Vec<String> = told.iter().take(CLAUSES).map(|it| it.words(scenario)).collect();
        list(&clauses)
    }
}

/// Members whose votes changed for one reason.
struct Group {
    term: Term,
    up: bool,
    /// What they declared, where that is the reason.
    word: Option<Declared>,
    who: Vec<DelegationId>,
}

impl Group {
    fn words(&self, scenario: &Scenario) -> String {
        let on = |issue: IssueId| format!("“{}”", scenario.issues[issue].name);
        let names = names(scenario, &self.who);
        match (self.term, self.up) {
            (Term::Position(issue), true) => {
                format!("{names} came nearer to the text on {}", on(issue))
            }
            (Term::Position(issue), false) => {
                format!("{names} moved away from the text on {}", on(issue))
            }
            (Term::Text(issue), true) => {
                format!("the text came nearer to {names} on {}", on(issue))
            }
            (Term::Text(issue), false) => {
                format!("the text moved away from {names} on {}", on(issue))
            }
            (Term::Salience(issue), _) => {
                format!("{} came to weigh otherwise with {names}", on(issue))
            }
            (Term::OwnWord, _) => match self.word.unwrap_or_default() {
                Declared::InFavour => format!("{names} declared support for it"),
                Declared::Reservations => format!("{names} expressed reservations on it"),
                Declared::Opposed => format!("{names} declared opposition to it"),
                Declared::Undeclared => format!("what {names} had declared no longer counts"),
            },
            (Term::Room, true) => format!("{names} heard more support for it"),
            (Term::Room, false) => format!("{names} heard more opposition to it"),
            (Term::RedLine(issue), true) => {
                format!("it no longer crosses a red line of {names} on {}", on(issue))
            }
            (Term::RedLine(issue), false) => {
                format!("it came to cross a red line of {names} on {}", on(issue))
            }
        }
    }
}

/// The names of a few in English alphabetical order; of many, the first, and the number of the
/// others.
fn names(scenario: &Scenario, who: &[DelegationId]) -> String {
    if who.len() <= NAMED + 1 {
        return names_by_alphabet(scenario, who);
    }
    let (named, others) = who.split_at(NAMED);
    let mut names: Vec<String> =
        named.iter().map(|&who| scenario.members[who].name.in_sentence()).collect();
    names.push(format!("{} others", others.len()));
    list(&names)
}
