//! S203: voting members that never matter.

use crate::council::{DelegationId, Id as _};
use crate::scenario::{Code, Scenario, shown};

use super::figures::counted;
use super::reach::Movable;
use super::{Context, Remarks, is_decided};

/// One point of the authors' scale.
const POINT: f64 = 0.01;
/// A change of P(adopted) that nobody would notice.
const NOTICED: f64 = 0.001;

pub(super) fn check(context: &Context<'_>, remarks: &mut Remarks<'_>) {
    let runs = context.runs();
    let idle = |who: DelegationId| {
        let pivotal = context.summary.outcomes.iter().map(|of| of.pivotal[who.index()]);
        pivotal.sum::<u64>() == 0 && !holds_a_pen(context.scenario, who)
    };
    if runs == 0
        || !context.reach.is_whole
        || !context.scenario.outcomes.ids().any(|id| context.is_decided(id))
    {
        return;
    }
    let unmoved: Vec<bool> = unmoved(context);
    let place = |who| context.scenario.derived.voting.iter().position(|&other| other == who);
    let matters_not = |who| idle(who) && place(who).is_some_and(|at| unmoved[at]);
    let found: Vec<_> = context.voting().filter(|&(who, _)| matters_not(who)).collect();
    let figure = format!(
        "pivotal in none of {}, and one point more or less of any of its positions changes no \
         P(adopted) by 0.1 percentage points",
        counted(runs, "run")
    );
    let all = context.scenario.derived.voting.len();
    if found.len() * 2 > all {
        let message =
            format!("{} of {all} voting members never matter: each is {figure}", found.len());
        let hint = "bring the texts nearer to where votes are open, or the members nearer to the \
                    texts";
        return remarks.add(Code::IdleMember, context.all_members(), message, hint);
    }
    for (_, entry) in found {
        let message = format!("`{}` never matters: it is {figure}", shown(&entry.key.value));
        let hint = "give it stances on what the texts touch, or say beside it that it is there to \
                    be heard: `// doctor: S203: …`";
        remarks.add(Code::IdleMember, entry.key.span, message, hint);
    }
}

/// A penholder decides what becomes of its text, whatever its vote is worth.
fn holds_a_pen(scenario: &Scenario, who: DelegationId) -> bool {
    let mut outcomes = scenario.outcomes.pairs().filter(|&(id, _)| is_decided(scenario, id));
    outcomes.any(|(_, outcome)| outcome.sponsors.first() == Some(&who))
}

/// For each voting member, in their order, whether no move of one point would be noticed.
fn unmoved(context: &Context<'_>) -> Vec<bool> {
    let mut movable = Movable::new(context.scenario);
    let voting = context.scenario.derived.voting.len();
    let mut unmoved = vec![true; voting];
    for worth in &context.reach.texts {
        for (at, unmoved) in unmoved.iter_mut().enumerate().filter(|(_, unmoved)| **unmoved) {
            *unmoved = movable.stances(worth, at).into_iter().all(|(issue, from)| {
                [from - POINT, from + POINT].into_iter().all(|to| {
                    let moved = movable.adopted(worth, (at, issue), to.clamp(0.0, 1.0));
                    (moved - worth.adopted).abs() < NOTICED
                })
            });
        }
    }
    unmoved
}
