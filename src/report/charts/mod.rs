//! The figures of a debate, one file each.

mod ensemble;
mod hangs;
mod influence;
mod labels;
mod map;
mod members;
mod opinions;
mod parts;
mod power;
mod questions;
mod subject;
mod support;
#[cfg(test)]
mod tests;
mod votes;

use crate::council::OutcomeId;
use crate::scenario::Scenario;
use crate::vote::forecast;

use super::figure::{Figure, Page};

pub use subject::{Choice, Subject};

/// A figure that can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Chart {
    /// Support for one outcome over time.
    Support,
    /// Members and issues.
    #[default]
    Members,
    /// Positions on two issues.
    Map,
    /// Who moved whom.
    Influence,
    /// Who took up which guiding question.
    Questions,
    /// The distribution of votes.
    Votes,
    /// Many runs.
    Ensemble,
    /// On which uncertain position an outcome hangs.
    Hangs,
    /// What other models say.
    Opinions,
    /// Voting power.
    Power,
}

/// What a person can choose in a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// Nothing.
    Nothing,
    /// An outcome.
    Outcome,
    /// Two issues.
    TwoIssues,
    /// One issue, or all.
    OneIssueOrAll,
}

impl Chart {
    /// All figures, in the order of the list.
    pub const ALL: [Self; 10] = [
        Self::Support,
        Self::Members,
        Self::Map,
        Self::Influence,
        Self::Questions,
        Self::Votes,
        Self::Ensemble,
        Self::Hangs,
        Self::Opinions,
        Self::Power,
    ];

    /// The name by which programs ask for it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Support => "support",
            Self::Members => "members",
            Self::Map => "map",
            Self::Influence => "influence",
            Self::Questions => "questions",
            Self::Votes => "votes",
            Self::Ensemble => "ensemble",
            Self::Hangs => "hangs",
            Self::Opinions => "opinions",
            Self::Power => "power",
        }
    }

    /// The figure of this key.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|chart| chart.key() == key)
    }

    /// Its name in the list.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Support => "Support over time",
            Self::Members => "Members and issues",
            Self::Map => "Position map",
            Self::Influence => "Who moved whom",
            Self::Questions => "Guiding questions",
            Self::Votes => "Vote distribution",
            Self::Ensemble => "Ensemble",
            Self::Hangs => "What it hangs on",
            Self::Opinions => "Second opinions",
            Self::Power => "Voting power",
        }
    }

    /// What a person can choose in it.
    pub const fn asks(self) -> Asks {
        match self {
            Self::Support | Self::Votes | Self::Ensemble | Self::Hangs => Asks::Outcome,
            Self::Map => Asks::TwoIssues,
            Self::Influence => Asks::OneIssueOrAll,
            Self::Members | Self::Questions | Self::Opinions | Self::Power => Asks::Nothing,
        }
    }

    /// Whether it needs an ensemble.
    pub const fn needs_ensemble(self) -> bool {
        matches!(self, Self::Ensemble | Self::Hangs)
    }
}

/// The outcome whose adoption is least certain before anyone has spoken, of those that members
/// decide on: the one of which there is most to see.
pub fn least_certain(scenario: &Scenario) -> Option<OutcomeId> {
    let decided = scenario.order.outcomes.iter().copied();
    let decided = decided.filter(|&id| scenario.rule(id).is_decided_by_members());
    let doubt = |id: OutcomeId| (forecast(scenario, id).chances.adopted - 0.5).abs();
    decided.map(|id| (id, doubt(id))).min_by(|a, b| a.1.total_cmp(&b.1)).map(|(id, _)| id)
}

/// Lays out a figure; what it cannot show, and why, is said in its place as a sentence.
///
/// # Errors
/// The sentence, where there is nothing to show.
pub fn figure(
    chart: Chart,
    subject: &Subject<'_>,
    choice: &Choice,
    page: Page<'_>,
) -> Result<Figure, &'static str> {
    match chart {
        Chart::Support => support::figure(subject, choice, page),
        Chart::Members => members::figure(subject, choice, page),
        Chart::Map => map::figure(subject, choice, page),
        Chart::Influence => influence::figure(subject, choice, page),
        Chart::Questions => questions::figure(subject, choice, page),
        Chart::Votes => votes::figure(subject, choice, page),
        Chart::Ensemble => ensemble::figure(subject, choice, page),
        Chart::Hangs => hangs::figure(subject, choice, page),
        Chart::Opinions => opinions::figure(subject, choice, page),
        Chart::Power => power::figure(subject, choice, page),
    }
}
