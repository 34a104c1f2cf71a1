//! S204: stances on issues that only texts aim at which cannot be decided.

use std::collections::BTreeSet;

use crate::council::{AdoptionRule, IssueId, PutToAction};
use crate::scenario::{Code, shown};

use super::figures::counted;
use super::{Context, Remarks};

pub(super) fn check(context: &Context<'_>, remarks: &mut Remarks<'_>) {
    let scenario = context.scenario;
    let (mut aimed_at, mut touched) = (BTreeSet::new(), BTreeSet::new());
    for (id, outcome) in scenario.outcomes.pairs() {
        let is_decided = outcome.action != PutToAction::TalliedOnly
            && *scenario.rule(id) != AdoptionRule::Authority;
        for aim in &outcome.aims {
            aimed_at.insert(aim.issue);
            if is_decided && aim.weight.get() > 0.0 {
                touched.insert(aim.issue);
            }
        }
    }
    // That no outcome aims at an issue at all is a warning of its own.
    let left_out = |id: &IssueId| aimed_at.contains(id) && !touched.contains(id);
    for (issue, entry) in context.issues().filter(|(id, _)| left_out(id)) {
        let stances =
            scenario.members.ids().filter(|&who| scenario.stances[(who, issue)].is_some());
        let stances = stances.count() as u64;
        if stances == 0 {
            continue;
        }
        let message = format!(
            "{} on `{}` move no decision: only texts that are tallied, issued by the President \
             alone, or have no weight there aim at it",
            counted(stances, "stance"),
            shown(&entry.key.value)
        );
        let hint = "add it to the `aims` of a text that is decided, or remove the issue";
        remarks.add(Code::UntouchedStances, entry.key.span, message, hint);
    }
}
