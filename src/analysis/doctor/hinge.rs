//! S211: one number on which the fate of a text hangs.

use crate::council::{DelegationId, IssueId};
use crate::scenario::{Code, Span, shown};

use super::figures::{percent, points};
use super::reach::{Movable, Worth};
use super::{Context, Remarks};

/// How far P(adopted) swings where all hangs on one number.
const SWING: f64 = 0.5;
/// What a position may be wrong by where its author says nothing, in 0..1.
const USUAL: f64 = 0.1;

pub(super) fn check(context: &Context<'_>, remarks: &mut Remarks<'_>) {
    let mut movable = Movable::new(context.scenario);
    for worth in &context.reach.texts {
        let Some((most, second)) = largest(context, worth, &mut movable) else { continue };
        if most.swing() <= SWING || second >= most.swing() / 2.0 {
            continue;
        }
        let Hinge { who, issue, low, high } = most;
        let scenario = context.scenario;
        let message = format!(
            "all of `{}` hangs on where `{}` stands on `{}`: P(adopted) is {} if that is {}, and {} \
             if it is {}; no other stance moves it half as much",
            shown(&scenario.outcomes[worth.outcome].identifier),
            shown(&scenario.members[who].identifier),
            shown(&scenario.issues[issue].identifier),
            percent(low.1),
            points(low.0),
            percent(high.1),
            points(high.0)
        );
        let hint = "look again at where that number comes from, or say beside it why all hangs on \
                    it: `// doctor: S211: …`";
        remarks.add(Code::SingleHinge, place(context, (who, issue)), message, hint);
    }
}

/// A stance, and P(adopted) at the two ends of where it may lie.
struct Hinge {
    who: DelegationId,
    issue: IssueId,
    low: (f64, f64),
    high: (f64, f64),
}

impl Hinge {
    fn swing(&self) -> f64 {
        (self.high.1 - self.low.1).abs()
    }
}

/// The stance that moves a text most, and how far the next one moves it.
fn largest(
    context: &Context<'_>,
    worth: &Worth,
    movable: &mut Movable<'_>,
) -> Option<(Hinge, f64)> {
    let scenario = context.scenario;
    let (mut most, mut second): (Option<Hinge>, f64) = (None, 0.0);
    for (at, &who) in scenario.derived.voting.iter().enumerate() {
        for (issue, x) in movable.stances(worth, at) {
            let stance = scenario.stances[(who, issue)].as_ref();
            let deviation = stance.map_or(0.0, |stance| stance.uncertainty.get());
            let by = if deviation > 0.0 { 2.0 * deviation } else { USUAL };
            let mut end = |to: f64| (to, movable.adopted(worth, (at, issue), to));
            let (low, high) = (end((x - by).max(0.0)), end((x + by).min(1.0)));
            let hinge = Hinge { who, issue, low, high };
            let swing = hinge.swing();
            match &most {
                Some(before) if before.swing() >= swing => second = second.max(swing),
                before => {
                    second = before.as_ref().map_or(0.0, Hinge::swing);
                    most = Some(hinge);
                }
            }
        }
    }
    most.map(|most| (most, second))
}

/// The key of a stance in the file.
fn place(context: &Context<'_>, (who, issue): (DelegationId, IssueId)) -> Span {
    let scenario = context.scenario;
    let member = context.file.members.get(&scenario.members[who].identifier);
    let id = &scenario.issues[issue].identifier;
    let mut stances = member.into_iter().flat_map(|member| &member.stances);
    stances.find(|stance| stance.key.value == *id).map_or(context.file.head, |s| s.key.span)
}
