//! What a person may change at a past turn, as an action and in words.

use serde::{Deserialize, Serialize};

use crate::council::{AdoptionRule, DelegationId, InjectId, IssueId, OutcomeId};
use crate::debate::{Action, State};
use crate::scenario::Scenario;
use crate::text::upper_first;
use crate::vote::Ballot;

/// One thing that is otherwise in a branch.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Change {
    /// A statement is not made: the delegation lets the floor pass.
    NoStatement {
        /// Whose.
        by: DelegationId,
    },
    /// A delegation votes otherwise, or objects, or signs.
    Vote {
        /// Who.
        by: DelegationId,
        /// On which text.
        outcome: OutcomeId,
        /// The ballot; of a text that needs consensus, against is an objection.
        ballot: Ballot,
    },
    /// Two delegations that are still to speak exchange places on the list of speakers.
    Exchange {
        /// One of the two.
        first: DelegationId,
        /// The other.
        second: DelegationId,
    },
    /// A delegation receives other instructions on an issue, from here on.
    Instructions {
        /// Who.
        to: DelegationId,
        /// On which issue.
        issue: IssueId,
        /// The position instructed, in 0..1.
        position: f64,
    },
    /// Something from outside the chamber happens now.
    Inject(InjectId),
    /// Something from outside the chamber does not happen.
    NoInject(InjectId),
}

impl Change {
    /// The action by which a person makes the change.
    pub const fn action(self) -> Action {
        match self {
            Self::NoStatement { by } => Action::Pass(by),
            Self::Vote { by, outcome, ballot } => Action::Lock { by, outcome, ballot },
            Self::Exchange { first, second } => Action::Exchange { first, second },
            Self::Instructions { to, issue, position } => Action::Instruct { to, issue, position },
            Self::Inject(inject) => Action::FireInject(inject),
            Self::NoInject(inject) => Action::HoldInject(inject),
        }
    }

    /// The change that an action makes, if it is one.
    pub(super) const fn of(action: &Action) -> Option<Self> {
        Some(match *action {
            Action::Pass(by) => Self::NoStatement { by },
            Action::Lock { by, outcome, ballot } => Self::Vote { by, outcome, ballot },
            Action::Exchange { first, second } => Self::Exchange { first, second },
            Action::Instruct { to, issue, position } => Self::Instructions { to, issue, position },
            Action::FireInject(inject) => Self::Inject(inject),
            Action::HoldInject(inject) => Self::NoInject(inject),
            _ => return None,
        })
    }

    /// The change in a few words, as the name of the branch in which it was made. `state` is that
    /// of the moment.
    pub fn words(self, scenario: &Scenario, state: &State) -> String {
        let name = |who: DelegationId| scenario.members[who].name.in_sentence();
        let words = match self {
            Self::NoStatement { by } => format!("{} did not speak", name(by)),
            Self::Vote { by, outcome, ballot } => {
                let rule = state.room(scenario).rule(outcome);
                let did = cast(rule, ballot);
                format!("{} {did} “{}”", name(by), scenario.outcomes[outcome].title)
            }
            Self::Exchange { first, second } => {
                format!("{} and {} exchanged places", name(first), name(second))
            }
            Self::Instructions { to, issue, .. } => {
                let issue = &scenario.issues[issue].name;
                format!("{} had other instructions on “{issue}”", name(to))
            }
            Self::Inject(inject) => format!("“{}” happened", title(scenario, inject)),
            Self::NoInject(inject) => format!("“{}” did not happen", title(scenario, inject)),
        };
        upper_first(&words)
    }
}

fn title(scenario: &Scenario, inject: InjectId) -> &str {
    scenario.injects[inject].title.trim_end_matches('.')
}

/// What a ballot is called under a rule, before the title of the text.
const fn cast(rule: &AdoptionRule, ballot: Ballot) -> &'static str {
    match (rule, ballot) {
        (AdoptionRule::Consensus, Ballot::Against) => "objected to",
        (AdoptionRule::Consensus, _) => "did not object to",
        (AdoptionRule::Signature, Ballot::InFavour) => "signed",
        (AdoptionRule::Signature, _) => "did not sign",
        (_, Ballot::InFavour) => "voted in favour of",
        (_, Ballot::Against) => "voted against",
        (_, Ballot::Abstaining) => "abstained on",
        (_, Ballot::NotParticipating) => "did not participate in the vote on",
    }
}
