//! What in a stretch of a debate changed the prospects of a text: who judges it otherwise, and
//! for what.

use std::ops::Range;

use crate::council::{
    AdoptionRule, Aim, DelegationId, IssueId, Judgement, OutcomeForm, OutcomeId, VoteChance,
};
use crate::debate::{Record, State};
use crate::scenario::Scenario;
use crate::vote::{Room, chance, gain_on};

/// A change of a member's vote by less than this, in 0..1, is not told.
const LEAST: f64 = 0.004;

/// What changed the prospects of one outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Drivers {
    /// The issues on which its text was amended.
    pub amended: Vec<IssueId>,
    /// The form before and after, where the text stepped down.
    pub stepped_down: Option<(OutcomeForm, OutcomeForm)>,
    /// The voting members whose votes changed in the same direction as the prospects, the most
    /// changed first; of equals, in the order of the file.
    pub members: Vec<Driver>,
}

/// How the vote of one member changed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Driver {
    /// The member.
    pub who: DelegationId,
    /// By how much its vote came nearer to adoption, in -1..1.
    pub by: f64,
    /// For what, above all.
    pub term: Term,
}

/// The part of a judgement that changed most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// The member moved on this issue.
    Position(IssueId),
    /// The text moved on this issue.
    Text(IssueId),
    /// This issue weighs otherwise with the member.
    Salience(IssueId),
    /// The member declared itself.
    OwnWord,
    /// The member heard others declare themselves.
    Room,
    /// The text crosses a red line of the member on this issue, or no longer does.
    RedLine(IssueId),
}

impl Drivers {
    /// What changed the prospects of `outcome` in the events of `stretch`.
    pub fn of(record: &Record, stretch: Range<usize>, outcome: OutcomeId) -> Self {
        let scenario = &record.scenario;
        let states = [stretch.start, stretch.end].map(|at| record.state_at(at));
        let [before, after] = &states;
        let [old, new] = [&before.texts[outcome], &after.texts[outcome]];
        let amended = new.aims.iter().filter(|aim| {
            let was = old.aims.iter().find(|old| old.issue == aim.issue);
            was.is_none_or(|was| was.position != aim.position)
        });
        let mut members: Vec<Driver> = scenario
            .order
            .members
            .iter()
            .filter(|&&who| scenario.members[who].votes())
            .filter_map(|&who| driver(scenario, [before, after], (who, outcome)))
            .collect();
        members.sort_by(|a, b| b.by.abs().total_cmp(&a.by.abs()));
        Self {
            amended: amended.map(|aim| aim.issue).collect(),
            stepped_down: (old.form != new.form).then_some((old.form, new.form)),
            members,
        }
    }

    /// The same, of those members only whose votes rose with the prospects, or fell with them.
    #[must_use]
    pub fn toward(mut self, up: bool) -> Self {
        self.members.retain(|driver| (driver.by > 0.0) == up);
        self
    }
}

fn driver(
    scenario: &Scenario,
    states: [&State; 2],
    (who, outcome): (DelegationId, OutcomeId),
) -> Option<Driver> {
    let rooms = states.map(|state| state.room(scenario));
    let [(old, was), (new, is)] = rooms.map(|room| chance(room, who, outcome));
    let rule = rooms[1].rule(outcome);
    let by = helps(rule, &is) - helps(rule, &was);
    (by.abs() >= LEAST).then(|| Driver {
        who,
        by,
        term: term(rooms, (who, outcome), ([&old, &new], by)),
    })
}

/// How much a vote helps a text: only an objection counts where consensus is needed.
fn helps(rule: &AdoptionRule, chance: &VoteChance) -> f64 {
    match rule {
        AdoptionRule::Consensus => -chance.against,
        _ => chance.in_favour - chance.against,
    }
}

/// The part of the judgement that changed most in the direction of `by`.
fn term(
    rooms: [Room<'_>; 2],
    (who, outcome): (DelegationId, OutcomeId),
    ([old, new], by): ([&Judgement; 2], f64),
) -> Term {
    match (old.red_line, new.red_line) {
        (Some(issue), None) | (None, Some(issue)) => return Term::RedLine(issue),
        _ => {}
    }
    let mut parts = vec![
        (Term::OwnWord, new.consistency - old.consistency),
        (Term::Room, new.bandwagon - old.bandwagon),
    ];
    let aims = &rooms[1].texts[outcome].aims;
    let total: f64 = aims.iter().map(|aim| aim.weight.get()).sum();
    for aim in aims {
        let share = if total > 0.0 { aim.weight.get() / total } else { 0.0 };
        let [old, new] = rooms.map(|room| gain_on(room, who, (outcome, aim.issue)));
        parts.push((issue_term(rooms, (who, outcome), aim), share * (new - old)));
    }
    let most =
        parts.into_iter().reduce(|most, part| if part.1 * by > most.1 * by { part } else { most });
    most.map_or(Term::Room, |(term, _)| term)
}

/// What changed the worth of an issue of the text.
fn issue_term(rooms: [Room<'_>; 2], (who, outcome): (DelegationId, OutcomeId), aim: &Aim) -> Term {
    let issue = aim.issue;
    let moved = |value: fn(Room<'_>, DelegationId, IssueId) -> f64| {
        let [old, new] = rooms.map(|room| value(room, who, issue));
        (new - old).abs()
    };
    let text = |room: Room<'_>| {
        let aims = &room.texts[outcome].aims;
        aims.iter().find(|aim| aim.issue == issue).map(|aim| aim.position)
    };
    if text(rooms[0]) != text(rooms[1]) {
        Term::Text(issue)
    } else if moved(|room, who, issue| room.salience[(who, issue)])
        > moved(|room, who, issue| room.positions[(who, issue)])
    {
        Term::Salience(issue)
    } else {
        Term::Position(issue)
    }
}
