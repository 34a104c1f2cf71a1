//! Exact chances of adoption, without sampling.
//!
//! Votes are independent given g, so a Poisson-binomial recursion over the votes in favour, the
//! votes against and the veto gives every chance (docs/model.md, section 2).

use crate::council::{
    AdoptionRule, Base, Columns, DelegationId, IssueId, Membership, OutcomeForm, OutcomeId,
    VoteChance,
};
use crate::math;
use crate::scenario::Scenario;

use super::decision::{ABSTAINS, chance_by_odds, exponent_of};
use super::gain::judgement;
use super::recursion::{
    DecisionChances, Voter, Workspace, distribution, of_members, of_present_and_voting,
};
use super::{Room, chance};

/// What is to be expected of one outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    /// The chances of the decision.
    pub chances: DecisionChances,
    /// The distribution of the number in favour, from none to all; empty for a summary.
    pub in_favour: Vec<f64>,
    /// Judgement g and chances of each voting member; empty for a summary.
    pub members: Vec<(DelegationId, f64, VoteChance)>,
}

/// The forecast of `outcome` from the opening positions, before anyone has spoken.
pub fn forecast(scenario: &Scenario, outcome: OutcomeId) -> Forecast {
    let positions = opening_positions(scenario);
    from_room(Room::opening(scenario, &positions), outcome)
}

/// The positions at the start: the instructions from capital.
pub fn opening_positions(scenario: &Scenario) -> Columns<DelegationId, IssueId, f64> {
    let mut positions = Columns::filled(scenario.members.len(), scenario.issues.len(), 0.5);
    for who in scenario.members.ids() {
        for issue in scenario.issues.ids() {
            positions[(who, issue)] = scenario.derived.instructions[(who, issue)].position;
        }
    }
    positions
}

/// The forecast of `outcome` from these positions and declarations.
pub fn from_room(room: Room<'_>, outcome: OutcomeId) -> Forecast {
    let mut workspace = Workspace::default();
    let chances = decision_chances(room, outcome, &mut workspace);
    let Expectation { members, in_favour } = expectation(room, outcome);
    Forecast { chances, in_favour, members }
}

/// How each member would vote if `outcome` were put now, and how many in favour.
#[derive(Clone, Debug)]
pub struct Expectation {
    /// As in [`Forecast::members`].
    pub members: Vec<(DelegationId, f64, VoteChance)>,
    /// As in [`Forecast::in_favour`].
    pub in_favour: Vec<f64>,
}

/// The votes to be expected, without the chance of adoption: where votes have weights, that takes
/// far longer in a large body.
pub fn expectation(room: Room<'_>, outcome: OutcomeId) -> Expectation {
    // A summary is the President's own: nobody is asked.
    if room.texts[outcome].form == OutcomeForm::PresidentsSummary {
        return Expectation { members: Vec::new(), in_favour: Vec::new() };
    }
    let voting = room.scenario.derived.voting.iter();
    let members: Vec<_> = voting
        .map(|&who| {
            let (judgement, chance) = chance(room, who, outcome);
            (who, judgement.total(), chance)
        })
        .collect();
    let in_favour = distribution(members.iter().map(|(_, _, chance)| chance.in_favour));
    Expectation { members, in_favour }
}

/// The chances of the decision on `outcome`, by its adoption rule.
pub fn decision_chances(
    room: Room<'_>,
    outcome: OutcomeId,
    workspace: &mut Workspace,
) -> DecisionChances {
    decision_chances_if_any(room, outcome, None, workspace)
}

/// The chances of the decision on `outcome` if this were g of the voting members, in order.
pub(crate) fn decision_chances_at(
    room: Room<'_>,
    outcome: OutcomeId,
    judged: impl Iterator<Item = f64>,
    workspace: &mut Workspace,
) -> DecisionChances {
    ask(room, outcome, judged, workspace);
    of_voters(room, outcome, workspace)
}

/// Asks the voting members, who judge the outcome like this, in order.
fn ask(
    room: Room<'_>,
    outcome: OutcomeId,
    judged: impl Iterator<Item = f64>,
    workspace: &mut Workspace,
) {
    let voting = &room.scenario.derived.voting;
    let Workspace { voters, judged: gs, odds, .. } = workspace;
    gs.clear();
    gs.extend(judged);
    odds.clear();
    odds.extend(voting.iter().zip(&*gs).map(|(&who, &g)| exponent_of(&room, (who, outcome), g)));
    math::exp_all(odds);
    let has_veto = room.rule(outcome).has_veto();
    voters.clear();
    voters.extend(voting.iter().zip(gs.iter().zip(&*odds)).map(|(&who, (&g, &odds))| {
        let chance = chance_by_odds(&room, (who, outcome), (g, odds));
        voter(room.scenario, has_veto, (who, chance))
    }));
}

fn voter(scenario: &Scenario, has_veto: bool, (who, chance): (DelegationId, VoteChance)) -> Voter {
    let vetoes = has_veto && scenario.members[who].membership == Membership::Permanent;
    Voter { chance, vetoes }
}

/// The chances of the decision on `outcome` if one member were to vote with other chances.
pub(super) fn decision_chances_if(
    room: Room<'_>,
    outcome: OutcomeId,
    other: (DelegationId, VoteChance),
    workspace: &mut Workspace,
) -> DecisionChances {
    decision_chances_if_any(room, outcome, Some(other), workspace)
}

/// The chances of the decision on `outcome` if the voting members, in order, had these.
pub(crate) fn decision_chances_of(
    room: Room<'_>,
    outcome: OutcomeId,
    chances: impl Iterator<Item = VoteChance>,
    workspace: &mut Workspace,
) -> DecisionChances {
    let scenario = room.scenario;
    let has_veto = room.rule(outcome).has_veto();
    let votes = scenario.derived.voting.iter().copied().zip(chances);
    workspace.voters.clear();
    workspace.voters.extend(votes.map(|vote| voter(scenario, has_veto, vote)));
    of_voters(room, outcome, workspace)
}

/// The chances of the decision on `outcome`, in the form in which it is tabled, if each voting
/// member votes with these chances, independently of the others. A voting member that is not
/// listed does not vote in favour and does not vote against.
pub fn decision_chances_given(
    scenario: &Scenario,
    outcome: OutcomeId,
    members: &[(DelegationId, VoteChance)],
) -> DecisionChances {
    let positions = opening_positions(scenario);
    let room = Room::opening(scenario, &positions);
    let chances = scenario.derived.voting.iter().map(|&who| {
        let listed = members.iter().find(|(member, _)| *member == who);
        listed.map_or(ABSTAINS, |&(_, chance)| chance)
    });
    decision_chances_of(room, outcome, chances, &mut Workspace::default())
}

fn decision_chances_if_any(
    room: Room<'_>,
    outcome: OutcomeId,
    other: Option<(DelegationId, VoteChance)>,
    workspace: &mut Workspace,
) -> DecisionChances {
    // Where members are not asked, their chances do not matter.
    if !room.rule(outcome).is_decided_by_members() {
        return of_voters(room, outcome, workspace);
    }
    let voting = &room.scenario.derived.voting;
    let judged = voting.iter().map(|&who| judgement(&room, who, outcome).total());
    ask(room, outcome, judged, workspace);
    if let Some((changed, chance)) = other
        && let Some(at) = voting.iter().position(|&who| who == changed)
    {
        workspace.voters[at].chance = chance;
    }
    of_voters(room, outcome, workspace)
}

fn of_voters(room: Room<'_>, outcome: OutcomeId, workspace: &mut Workspace) -> DecisionChances {
    let scenario = room.scenario;
    let rule = room.rule(outcome);
    match rule {
        AdoptionRule::Vote { threshold, base: Base::Members, .. } => {
            of_members(workspace, *threshold)
        }
        AdoptionRule::Vote { threshold, base: Base::PresentAndVoting, .. } => {
            of_present_and_voting(workspace, *threshold)
        }
        AdoptionRule::Weighted { tests, blocking_minority } => {
            let form = room.texts[outcome].form;
            let Workspace { voters, weighted, .. } = workspace;
            let yes = voters.iter().map(|voter| voter.chance.in_favour);
            let adopted = weighted.adopted(scenario, form, (tests, *blocking_minority), yes);
            DecisionChances { adopted, short_of_votes: 1.0 - adopted, ..Default::default() }
        }
        AdoptionRule::Consensus => {
            let adopted: f64 = workspace.voters.iter().map(|v| 1.0 - v.chance.against).product();
            DecisionChances { adopted, objected: 1.0 - adopted, ..Default::default() }
        }
        // Every sponsor signs its own text, and the President needs nobody.
        AdoptionRule::Signature | AdoptionRule::Authority => {
            DecisionChances { adopted: 1.0, ..Default::default() }
        }
    }
}
