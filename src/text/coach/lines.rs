//! Whether a statement stays within the red lines of its own instructions.

use crate::council::{Declared, IssueId};

use super::heard::Topic;
use super::{Look, Remarks, Rule, Severity};

/// What lies outside by less than this lies on the line.
const ON_THE_LINE: f64 = 1e-9;

pub(super) fn check(look: &Look<'_>, remarks: &mut Remarks) {
    for point in &look.draft.intended.points {
        if let Some(says) = beyond(look, point.issue, point.voiced) {
            let place = look.heard.issue(point.issue);
            remarks.add((Rule::RedLine, Severity::Warning), place, says);
        }
    }
    put_forward(look, remarks);
    endorsed(look, remarks);
}

/// A position beyond the red line, in words; `None` where it is within.
fn beyond(look: &Look<'_>, issue: IssueId, position: f64) -> Option<String> {
    let line = look.draft.scenario.derived.instructions[(look.speaker(), issue)].red_line;
    if line.outside(position) <= ON_THE_LINE {
        return None;
    }
    let issue = &look.draft.scenario.issues[issue];
    let (said, most) = (issue.nearest_mark(position), issue.nearest_mark(line.clamp(position)));
    let name = &issue.name;
    Some(if said == most {
        format!(
            "On “{name}” this goes beyond your red line, though it is called “{said}” on both \
             sides of it."
        )
    } else {
        format!(
            "On “{name}” “{said}” goes beyond your red line: your instructions reach as far as \
             “{most}”."
        )
    })
}

/// Positions that the words put forward, and that no point voices.
fn put_forward(look: &Look<'_>, remarks: &mut Remarks) {
    for taken in &look.heard.all {
        let Topic::Position { issue, position, put_forward: true } = taken.what else { continue };
        let mark = look.draft.scenario.issues[issue].nearest_mark(position);
        let voiced = look.draft.intended.points.iter().any(|point| {
            point.issue == issue
                && look.draft.scenario.issues[issue].nearest_mark(point.voiced) == mark
        });
        if voiced {
            continue;
        }
        if let Some(says) = beyond(look, issue, position) {
            remarks.warn(Rule::RedLine, taken.place.clone(), says);
        }
    }
}

/// Texts endorsed that cross a red line as they stand.
fn endorsed(look: &Look<'_>, remarks: &mut Remarks) {
    let scenario = look.draft.scenario;
    for &(outcome, stance) in &look.draft.intended.declarations {
        if stance != Declared::InFavour {
            continue;
        }
        if let Some(aim) = look.crossed(outcome) {
            let issue = &scenario.issues[aim.issue];
            let says = format!(
                "“{}” provides for “{}” on “{}”, which crosses your red line: it should not be \
                 endorsed as it stands.",
                scenario.outcomes[outcome].title,
                issue.nearest_mark(aim.position.get()),
                issue.name,
            );
            let place = look.heard.outcome(outcome);
            remarks.add((Rule::RedLine, Severity::Warning), place, says);
        }
    }
}
