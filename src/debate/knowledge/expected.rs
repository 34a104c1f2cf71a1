//! What a seat may expect of each member on a text: from what was declared, told and voiced.

use crate::council::{Aim, Columns, Declared, DelegationId, IssueId, OutcomeId, Text};
use crate::scenario::Scenario;
use crate::unit::UnitInterval;
use crate::vote::{Room, chance, is_bound};

use super::super::state::State;
use super::{Knowledge, Leaning};

/// A share of a text on which a member must have been heard for anything to follow from it.
const ENOUGH: f64 = 0.5;

/// What may be expected of a member on a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// It is its own: it decides itself.
    Own,
    /// It sponsors the text, or a rule prescribes what it does.
    Bound,
    /// It has declared itself, on the text as it stands.
    Declared(Declared),
    /// It said so in confidence.
    Told(Leaning),
    /// It follows from the positions that it voiced or told.
    Voiced(Leaning),
    /// Nothing is known.
    Unknown,
}

/// What may be expected of the voting members on a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expectation {
    /// Each voting member, in the order of the names.
    pub members: Vec<(DelegationId, Expected)>,
}

impl Expectation {
    /// How many may be counted on, how many stand against it, and of how many nothing firm is
    /// known.
    pub fn count(&self) -> [usize; 3] {
        let mut count = [0; 3];
        for (_, expected) in &self.members {
            let place = match expected {
                Expected::Bound | Expected::Declared(Declared::InFavour) => 0,
                Expected::Declared(Declared::Opposed) => 1,
                Expected::Told(leaning) | Expected::Voiced(leaning) => match leaning {
                    Leaning::InFavour | Leaning::Inclined => 0,
                    Leaning::Against | Leaning::Doubtful => 1,
                    Leaning::Open => 2,
                },
                Expected::Own | Expected::Declared(_) | Expected::Unknown => 2,
            };
            count[place] += 1;
        }
        count
    }
}

/// Where others were heard to stand, and the issue of the text that is thought of as moved.
#[derive(Clone, Copy)]
struct Heard<'a> {
    positions: &'a Columns<DelegationId, IssueId, Option<f64>>,
    moved: Option<(IssueId, f64)>,
}

impl Knowledge<'_> {
    /// What may be expected of the voting members on a text, as it stands or with one issue
    /// `moved`, from what was declared, voiced and told in confidence: never from what others keep
    /// to themselves.
    pub fn expectation(
        &self,
        state: &State,
        outcome: OutcomeId,
        moved: Option<(IssueId, f64)>,
    ) -> Expectation {
        let known = self.scenario();
        let mut positions = state.voiced.clone();
        for &seat in self.seats {
            for sounded in state.bargaining.notebook(seat) {
                positions[(sounded.of, sounded.issue)] = Some(sounded.position);
            }
        }
        let members = known.seating().iter().map(|&who| {
            let declared = state.declared[(outcome, who)];
            let expected = if self.is_own(who) && declared != Declared::Undeclared {
                Expected::Declared(declared)
            } else if is_bound(self.scenario, who, outcome) {
                Expected::Bound
            } else if self.is_own(who) {
                Expected::Own
            } else {
                let heard = Heard { positions: &positions, moved };
                self.of_another((&known, state), (who, outcome), heard)
            };
            (who, expected)
        });
        Expectation { members: members.collect() }
    }

    fn of_another(
        &self,
        (known, state): (&Scenario, &State),
        (who, outcome): (DelegationId, OutcomeId),
        heard: Heard<'_>,
    ) -> Expected {
        let declared = state.declared[(outcome, who)];
        if heard.moved.is_none() && declared != Declared::Undeclared {
            return Expected::Declared(declared);
        }
        let told = self.seats.iter().any(|&seat| {
            let mut notes = state.bargaining.notebook(seat);
            notes.any(|sounded| (sounded.of, sounded.outcome) == (who, outcome))
        });
        let Some(leaning) = leaning((known, state), (who, outcome), heard) else {
            return Expected::Unknown;
        };
        if told { Expected::Told(leaning) } else { Expected::Voiced(leaning) }
    }
}

/// How `who` would lean if it stood where it was heard to stand; `None` where too little was heard.
fn leaning(
    (known, state): (&Scenario, &State),
    (who, outcome): (DelegationId, OutcomeId),
    heard: Heard<'_>,
) -> Option<Leaning> {
    let text = &state.texts[outcome];
    let weight = |aims: &[Aim]| aims.iter().map(|aim| aim.weight.get()).sum::<f64>();
    let at = |issue: IssueId| heard.positions[(who, issue)];
    let mut aims: Vec<Aim> = text.aims.clone();
    aims.retain(|aim| at(aim.issue).is_some());
    if aims.is_empty() || weight(&aims) < ENOUGH * weight(&text.aims) {
        return None;
    }
    let mut positions = state.positions.clone();
    for aim in &mut aims {
        if let Some(heard) = at(aim.issue) {
            positions[(who, aim.issue)] = heard;
        }
        if let Some((_, to)) = heard.moved.filter(|(issue, _)| *issue == aim.issue) {
            aim.position = UnitInterval::clamped(to);
        }
    }
    let mut texts = state.texts.clone();
    texts[outcome] = Text { aims, ..text.clone() };
    let salience = &known.derived.salience;
    // Nobody's word is counted that was given on another text.
    let room =
        Room { scenario: known, positions: &positions, salience, texts: &texts, heard: None };
    Some(Leaning::of(chance(room, who, outcome).1.in_favour))
}
