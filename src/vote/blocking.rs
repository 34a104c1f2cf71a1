//! Blocking arithmetic: who is pivotal, what is the veto risk, and what would be enough.

use crate::council::{
    AdoptionRule, Columns, DelegationId, IssueId, Membership, OutcomeId, VoteChance,
};
use crate::math;

use super::forecast::{decision_chances, decision_chances_if};
use super::recursion::{DecisionChances, Workspace};
use super::{Room, chance, gain, is_bound, judge};

/// Adoption is likelier than not from here on.
const LIKELIER_THAN_NOT: f64 = 0.5;
/// One point of the authors' scale, in which a path is measured.
const POINT: f64 = 0.01;
/// How many points at once the search considers for one delegation.
const STRIDES: [usize; 12] = [1, 2, 3, 5, 8, 12, 18, 26, 38, 54, 76, 100];

/// Where an outcome stands at one moment, and what stands in its way.
#[derive(Debug, Clone, PartialEq)]
pub struct Blocking {
    /// The chances of the decision.
    pub chances: DecisionChances,
    /// How much rests on each voting member: P(adopted) if it votes in favour, less P(adopted) if
    /// it votes against or objects. The most pivotal first; those on whom nothing rests left out.
    pub pivotal: Vec<(DelegationId, f64)>,
    /// P(against) of each veto holder, or of each member where consensus is needed; the highest
    /// first, those under one in a thousand left out.
    pub blockers: Vec<(DelegationId, f64)>,
    /// What would make adoption likelier than not, where it is not.
    pub path: Path,
}

/// The smallest movement found that makes adoption likelier than not.
#[derive(Debug, Clone, PartialEq)]
pub enum Path {
    /// Nothing is needed.
    AlreadyLikely,
    /// These movements would be enough.
    Moves(Vec<Move>),
    /// No movement within red lines is enough; the red line of this veto holder, or of this member
    /// where all must agree, stands in the way, if one does.
    None(Option<DelegationId>),
}

/// A movement of one delegation on one issue, within its red line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Move {
    /// Who.
    pub who: DelegationId,
    /// On which issue.
    pub issue: IssueId,
    /// From where, in 0..1.
    pub from: f64,
    /// To where, in 0..1.
    pub to: f64,
}

/// The arithmetic of `outcome` in this room. `None` for texts on which members are not asked.
pub fn blocking(room: Room<'_>, outcome: OutcomeId) -> Option<Blocking> {
    let rule = room.rule(outcome);
    if !rule.is_decided_by_members() {
        return None;
    }
    let scenario = room.scenario;
    let mut workspace = Workspace::default();
    let chances = decision_chances(room, outcome, &mut workspace);
    let mut pivotal = Vec::new();
    let mut blockers = Vec::new();
    for &who in &scenario.derived.voting {
        let mut adopted_if = |vote: VoteChance| {
            decision_chances_if(room, outcome, (who, vote), &mut workspace).adopted
        };
        let rests = adopted_if(IN_FAVOUR) - adopted_if(AGAINST);
        if rests > 1e-9 {
            pivotal.push((who, rests));
        }
        let holds_veto =
            rule.has_veto() && scenario.members[who].membership == Membership::Permanent;
        let consensus = matches!(rule, AdoptionRule::Consensus);
        let against = chance(room, who, outcome).1.against;
        if (holds_veto || consensus) && against >= 0.001 {
            blockers.push((who, against));
        }
    }
    // Ties go by identifier: the sort is stable.
    pivotal.sort_by(|a, b| b.1.total_cmp(&a.1));
    blockers.sort_by(|a, b| b.1.total_cmp(&a.1));
    let path = if chances.adopted > LIKELIER_THAN_NOT {
        Path::AlreadyLikely
    } else {
        cheapest_path(room, outcome, &mut workspace)
    };
    Some(Blocking { chances, pivotal, blockers, path })
}

const IN_FAVOUR: VoteChance = VoteChance { in_favour: 1.0, abstaining: 0.0, against: 0.0 };
const AGAINST: VoteChance = VoteChance { in_favour: 0.0, abstaining: 0.0, against: 1.0 };

/// The search for the cheapest path: the stride that raises log P(adopted) most for each point
/// of movement, until adoption is likelier than not; then every point that is not needed is
/// given back.
fn cheapest_path(room: Room<'_>, outcome: OutcomeId, workspace: &mut Workspace) -> Path {
    let mut plan = Plan::new(room, outcome);
    while plan.adopted(workspace) <= LIKELIER_THAN_NOT {
        let Some((at, stride)) = plan.best_stride(workspace) else {
            return Path::None(red_line_in_the_way(room, outcome));
        };
        plan.walk(at, plan.moved[at] + stride);
    }
    plan.give_back(workspace);
    Path::Moves(plan.moves())
}

/// A member without whom the text cannot pass, and whose red line it crosses.
fn red_line_in_the_way(room: Room<'_>, outcome: OutcomeId) -> Option<DelegationId> {
    let scenario = room.scenario;
    let rule = room.rule(outcome);
    scenario.derived.voting.iter().copied().find(|&who| {
        let needed = match rule {
            AdoptionRule::Consensus => true,
            rule => rule.has_veto() && scenario.members[who].membership == Membership::Permanent,
        };
        needed && judge(room, who, outcome).red_line.is_some()
    })
}

/// How far each member has been moved along its own best way toward the text.
struct Plan<'a> {
    room: Room<'a>,
    outcome: OutcomeId,
    members: Vec<DelegationId>,
    /// For each member, the issues in the order in which moving on them pays, with how many
    /// points the way is long.
    ways: Vec<Vec<(IssueId, usize)>>,
    moved: Vec<usize>,
    positions: Columns<DelegationId, IssueId, f64>,
}

impl<'a> Plan<'a> {
    fn new(room: Room<'a>, outcome: OutcomeId) -> Self {
        let free = |who: &DelegationId| !is_bound(room.scenario, *who, outcome);
        let members: Vec<_> = room.scenario.derived.voting.iter().copied().filter(free).collect();
        let ways = members.iter().map(|&who| way(room, who, outcome)).collect();
        let moved = vec![0; members.len()];
        Self { room, outcome, members, ways, moved, positions: room.positions.clone() }
    }

    fn adopted(&self, workspace: &mut Workspace) -> f64 {
        let room = Room { positions: &self.positions, ..self.room };
        decision_chances(room, self.outcome, workspace).adopted
    }

    /// Places the member at `at` so many points along its way.
    fn walk(&mut self, at: usize, points: usize) {
        let who = self.members[at];
        let mut left = points;
        for &(issue, length) in &self.ways[at] {
            let steps = left.min(length);
            left -= steps;
            self.positions[(who, issue)] = along(self.room, (who, issue), self.outcome, steps);
        }
        self.moved[at] = points - left;
    }

    fn length(&self, at: usize) -> usize {
        self.ways[at].iter().map(|(_, length)| length).sum()
    }

    /// The member and the stride that raise log P(adopted) most for each point.
    fn best_stride(&mut self, workspace: &mut Workspace) -> Option<(usize, usize)> {
        // Where nothing can be adopted yet, the smallest chance still has a logarithm.
        let log = |p: f64| math::ln(p.max(1e-300));
        let now = log(self.adopted(workspace));
        let mut best: Option<(f64, usize, usize)> = None;
        for at in 0..self.members.len() {
            let (moved, length) = (self.moved[at], self.length(at));
            for stride in STRIDES.iter().map(|&s| s.min(length - moved)).filter(|&s| s > 0) {
                self.walk(at, moved + stride);
                let pays = (log(self.adopted(workspace)) - now) / stride as f64;
                if pays > best.map_or(1e-12, |(most, ..)| most) {
                    best = Some((pays, at, stride));
                }
            }
            self.walk(at, moved);
        }
        best.map(|(_, at, stride)| (at, stride))
    }

    /// Gives back points as long as adoption stays likelier than not, the largest moves first.
    fn give_back(&mut self, workspace: &mut Workspace) {
        let mut changed = true;
        while changed {
            changed = false;
            for at in 0..self.members.len() {
                while self.moved[at] > 0 {
                    let moved = self.moved[at];
                    self.walk(at, moved - 1);
                    if self.adopted(workspace) <= LIKELIER_THAN_NOT {
                        self.walk(at, moved);
                        break;
                    }
                    changed = true;
                }
            }
        }
    }

    fn moves(&self) -> Vec<Move> {
        let mut moves = Vec::new();
        for (at, &who) in self.members.iter().enumerate() {
            for &(issue, _) in &self.ways[at] {
                let (from, to) = (self.room.positions[(who, issue)], self.positions[(who, issue)]);
                if (from - to).abs() > POINT / 2.0 {
                    moves.push(Move { who, issue, from, to });
                }
            }
        }
        moves.sort_by(|a, b| (b.from - b.to).abs().total_cmp(&(a.from - a.to).abs()));
        moves
    }
}

/// The way of `who` toward the text: the issues on which a whole approach pays most for each
/// point come first. Behind a red line no way leads anywhere.
fn way(room: Room<'_>, who: DelegationId, outcome: OutcomeId) -> Vec<(IssueId, usize)> {
    if judge(room, who, outcome).red_line.is_some() {
        return Vec::new();
    }
    let mut positions = room.positions.clone();
    let before = gain(room, who, outcome);
    let mut ways: Vec<(f64, IssueId, usize)> = Vec::new();
    for aim in &room.texts[outcome].aims {
        let from = room.positions[(who, aim.issue)];
        let length = ((aim.position.get() - from).abs() / POINT).ceil() as usize;
        let given = room.scenario.derived.instructions[(who, aim.issue)].given;
        if length == 0 || !given {
            continue;
        }
        positions[(who, aim.issue)] = along(room, (who, aim.issue), outcome, length);
        let after = gain(Room { positions: &positions, ..room }, who, outcome);
        positions[(who, aim.issue)] = from;
        if after > before {
            ways.push(((after - before) / length as f64, aim.issue, length));
        }
    }
    ways.sort_by(|a, b| b.0.total_cmp(&a.0));
    ways.into_iter().map(|(_, issue, length)| (issue, length)).collect()
}

/// The position of `who` on `issue` after so many points toward the text, within its red line.
fn along(
    room: Room<'_>,
    (who, issue): (DelegationId, IssueId),
    outcome: OutcomeId,
    points: usize,
) -> f64 {
    let from = room.positions[(who, issue)];
    let aim = room.texts[outcome].aims.iter().find(|aim| aim.issue == issue);
    let Some(target) = aim.map(|aim| aim.position.get()) else { return from };
    let way = target - from;
    let step = (points as f64 * POINT).min(way.abs());
    room.scenario.derived.instructions[(who, issue)].red_line.clamp(from + step * way.signum())
}
