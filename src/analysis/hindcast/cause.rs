//! Which term of the model's judgement decided that a vote was missed.

use crate::council::{self, DelegationId, IssueId};
use crate::scenario::Scenario;
use crate::vote::{self, Room};

use super::draft::most_probable;
use super::number::at_opening;
use super::{Draft, Observed, Scale};

/// A term smaller than this, in 0..1, decides nothing by itself.
const NEGLIGIBLE: f64 = 0.005;

/// What the model's judgement is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// A sponsor or a party to the dispute, which has no choice in the model.
    Bound,
    /// The text crosses a red line on this issue.
    RedLine(IssueId),
    /// What the text is worth on this issue.
    Issue(IssueId),
    /// Who tables the text.
    Sponsors,
    /// No part of g pointed the wrong way by itself: the thresholds decide.
    Thresholds,
    /// Not the opening positions: by them alone the vote would be a hit.
    NotTheOpening,
}

/// The term that decided, and how much it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cause {
    /// The term.
    pub term: Term,
    /// What it adds to g, in -1..1; 0 where the term is no part of a sum.
    pub adds: f64,
    /// The judgement g as a whole, in -1..1.
    pub judgement: f64,
}

impl Cause {
    /// The term that drew the most probable vote of `observed` away from the one cast: of the
    /// parts of g, the largest on the wrong side.
    pub(super) fn of(scenario: &Scenario, draft: &Draft, observed: &Observed) -> Self {
        let positions = vote::opening_positions(scenario);
        let room = Room::opening(scenario, &positions);
        let judgement = vote::judge(room, observed.who, draft.outcome);
        let cause = |term, adds| Self { term, adds, judgement: judgement.total() };
        if observed.bound {
            return cause(Term::Bound, 0.0);
        }
        let expected = most_probable(&at_opening(scenario, draft, observed.who));
        if expected == observed.cast {
            return cause(Term::NotTheOpening, 0.0);
        }
        if let Some(issue) = judgement.red_line
            && expected > observed.cast
        {
            return cause(Term::RedLine(issue), -1.0);
        }
        // Classes are in the order of g, highest first.
        let wrong = if expected > observed.cast { -1.0 } else { 1.0 };
        let mut parts = parts(room, observed.who, draft);
        parts.push((Term::Sponsors, judgement.sponsors));
        let worst = parts
            .into_iter()
            .reduce(|worst, part| if part.1 * wrong > worst.1 * wrong { part } else { worst });
        worst
            .filter(|(_, adds)| adds * wrong >= NEGLIGIBLE)
            .map_or_else(|| cause(Term::Thresholds, 0.0), |(term, adds)| cause(term, adds))
    }

    /// The cause in words, with the numbers on the authors' scales.
    pub fn words(&self, scenario: &Scenario, draft: &Draft, who: DelegationId) -> String {
        let total = signed(self.judgement);
        match self.term {
            Term::Bound => "the rules of the model leave it no choice: a sponsor votes in favour \
                            and signs, a party to the dispute abstains"
                .to_owned(),
            Term::NotTheOpening => {
                "not by the opening positions, at which the vote would be a hit".to_owned()
            }
            Term::RedLine(issue) => {
                let line = scenario.derived.instructions[(who, issue)].red_line;
                format!(
                    "the text, at {}, crosses the red line {} to {} on “{}”",
                    points(text_at(scenario, draft, issue)),
                    points(line.low.get()),
                    points(line.high.get()),
                    scenario.issues[issue].name
                )
            }
            Term::Issue(issue) => {
                let stance = &scenario.derived.instructions[(who, issue)];
                format!(
                    "{} of g {total} from “{}”: position {}, salience {}, status quo {}, text {}",
                    signed(self.adds),
                    scenario.issues[issue].name,
                    points(stance.position),
                    points(stance.salience),
                    points(scenario.issues[issue].status_quo.get()),
                    points(text_at(scenario, draft, issue))
                )
            }
            Term::Sponsors => {
                format!("{} of g {total} from its affinity toward the sponsors", signed(self.adds))
            }
            Term::Thresholds => {
                let positions = vote::opening_positions(scenario);
                let room = Room::opening(scenario, &positions);
                let council::Thresholds { yes, no, .. } =
                    vote::thresholds(&room, who, draft.outcome);
                let helps = format!("“{}” above {}", draft.scale.labels()[0], signed(yes));
                let hinders = no.is_finite().then(|| {
                    let label = draft.scale.labels()[draft.scale.classes() - 1];
                    format!("“{label}” below {}", signed(-no))
                });
                let told = match (draft.scale, hinders) {
                    (Scale::Ballots, Some(hinders)) => format!("{helps}, {hinders}"),
                    (Scale::Objections, Some(hinders)) => hinders,
                    _ => helps,
                };
                format!("no part of g {total} points the other way; the thresholds are {told}")
            }
        }
    }
}

/// What each issue of the text adds to g.
fn parts(room: Room<'_>, who: DelegationId, draft: &Draft) -> Vec<(Term, f64)> {
    let aims = &room.texts[draft.outcome].aims;
    let total: f64 = aims.iter().map(|aim| aim.weight.get()).sum();
    let part = |aim: &crate::council::Aim| {
        let share = if total > 0.0 { aim.weight.get() / total } else { 0.0 };
        let adds = share * vote::gain_on(room, who, (draft.outcome, aim.issue));
        (Term::Issue(aim.issue), adds)
    };
    aims.iter().map(part).collect()
}

/// Where the text stands on an issue, in 0..1.
fn text_at(scenario: &Scenario, draft: &Draft, issue: IssueId) -> f64 {
    let aims = &scenario.derived.texts[draft.outcome].aims;
    aims.iter().find(|aim| aim.issue == issue).map_or(0.0, |aim| aim.position.get())
}

/// A number of 0..1 on the authors' scale of 0..100, to a tenth where it is not whole.
pub(super) fn points(value: f64) -> String {
    format!("{}", (value * 1000.0).round() / 10.0)
}

/// A difference on the authors' scale, with its sign.
fn signed(value: f64) -> String {
    format!("{:+.1}", value * 100.0)
}
