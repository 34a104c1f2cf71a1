//! What a model has to beat.

use std::collections::BTreeMap;

use crate::council::VoteChance;

use super::columns::{Group, one};
use super::error::BacktestError;
use super::expected::{Expected, SURELY_IN_FAVOUR};
use super::model::{Model, Parts, chance, place};
use super::ordered::Ordered;
use super::recipe;
use super::record::{Draft, VotingRecord};

/// Votes that the shares of all members are worth beside a member's own.
const PRIOR: f64 = 3.0;

/// A simpler way of foretelling votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Baseline {
    /// Everybody votes in favour.
    AllYes,
    /// Each member votes as often this way and that as it did, with a little of what all did.
    MemberFrequencies,
    /// Ordered logit on the member's ideal point alone.
    OrderedLogitIdeal,
    /// Ordered logit on the member's ideal point, sponsorship and distance to the sponsors.
    OrderedLogitSponsor,
    /// Multinomial logit on these, the item, and the item for permanent members.
    MultinomialTopicPermanent,
}

impl Baseline {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::AllYes,
        Self::MemberFrequencies,
        Self::OrderedLogitIdeal,
        Self::OrderedLogitSponsor,
        Self::MultinomialTopicPermanent,
    ];

    /// Its name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::AllYes => "all_yes",
            Self::MemberFrequencies => "member_frequencies",
            Self::OrderedLogitIdeal => "ordered_logit_ideal",
            Self::OrderedLogitSponsor => "ordered_logit_sponsor",
            Self::MultinomialTopicPermanent => "multinomial_topic_permanent",
        }
    }

    /// What it does, in a few words.
    pub const fn title(self) -> &'static str {
        match self {
            Self::AllYes => "everybody in favour",
            Self::MemberFrequencies => "members' own frequencies",
            Self::OrderedLogitIdeal => "ordered logit: ideal points",
            Self::OrderedLogitSponsor => "ordered logit: and sponsors",
            Self::MultinomialTopicPermanent => "multinomial: and item x permanent",
        }
    }

    /// Fits it to `training` and asks it about `test`.
    ///
    /// # Errors
    /// When a search for coefficients breaks down.
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the method itself is of one lifetime, and these are asked for any"
    )]
    pub(super) fn expect(
        self,
        record: &VotingRecord,
        training: &[&Draft],
        test: &[&Draft],
    ) -> Result<Vec<Expected>, BacktestError> {
        let ordered = |features| -> Result<Vec<Expected>, BacktestError> {
            let fitted = Ordered::fit(record, training, features)?;
            Ok(test.iter().map(|draft| fitted.expect(record, draft)).collect())
        };
        match self {
            Self::AllYes => Ok(by_member(record, test, |_| SURELY_IN_FAVOUR)),
            Self::MemberFrequencies => {
                let frequencies = Frequencies::of(training);
                Ok(by_member(record, test, |member| frequencies.chance(member)))
            }
            Self::OrderedLogitIdeal => ordered(|view, record, who| view.of_point(record, who)),
            Self::OrderedLogitSponsor => {
                ordered(|view, record, who| view.of_point_and_sponsors(record, who))
            }
            Self::MultinomialTopicPermanent => {
                let parts = Parts {
                    own: |_, _, _| vec![one(Group::Constant, "")],
                    shared: |view, record, who| view.of_item(record, who),
                    gate: |_, _| Vec::new(),
                };
                let fitted = Model::fit(record, training, (recipe::LOGIT, parts), &mut || ())?;
                Ok(test.iter().map(|draft| fitted.expect(record, draft)).collect())
            }
        }
    }
}

fn by_member(
    record: &VotingRecord,
    drafts: &[&Draft],
    chance: impl Fn(&str) -> VoteChance,
) -> Vec<Expected> {
    let of = |draft: &&Draft| {
        let votes = draft.votes.iter().map(|(member, _)| chance(member)).collect();
        Expected::of(record, draft, votes)
    };
    drafts.iter().map(of).collect()
}

/// How often members voted this way and that.
pub(super) struct Frequencies<'a> {
    all: [f64; 3],
    own: BTreeMap<&'a str, [f64; 3]>,
}

impl<'a> Frequencies<'a> {
    /// Counts the votes on `drafts`.
    pub(super) fn of(drafts: &[&'a Draft]) -> Self {
        let mut frequencies = Self { all: [0.0; 3], own: BTreeMap::new() };
        for (member, ballot) in drafts.iter().flat_map(|draft| &draft.votes) {
            frequencies.all[place(*ballot)] += 1.0;
            frequencies.own.entry(member).or_default()[place(*ballot)] += 1.0;
        }
        frequencies
    }

    /// (own count + 3 · share of all) / (own votes + 3), with one vote of each sort added to all.
    pub(super) fn chance(&self, member: &str) -> VoteChance {
        let own = self.own.get(member).copied().unwrap_or_default();
        let (votes, all): (f64, f64) = (own.iter().sum(), self.all.iter().sum());
        let smooth = |vote: usize| {
            let share = (self.all[vote] + 1.0) / (all + 3.0);
            (own[vote] + PRIOR * share) / (votes + PRIOR)
        };
        chance(&[smooth(0), smooth(1), smooth(2)])
    }
}
