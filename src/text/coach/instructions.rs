//! Whether a statement says what capital asked for.

use crate::council::{ByOutcome, Declared, Text, is_another_position};
use crate::vote::{Room, judge, opening_positions};

use super::{Look, Remarks, Rule, Severity};

/// From here on a text is clearly better, or worse, by the instructions than none.
const CLEARLY: f64 = 0.10;

pub(super) fn check(look: &Look<'_>, remarks: &mut Remarks) {
    positions(look, remarks);
    declarations(look, remarks);
}

/// Positions that lie far from those instructed. What lies beyond a red line is another remark.
fn positions(look: &Look<'_>, remarks: &mut Remarks) {
    let scenario = look.draft.scenario;
    for point in &look.draft.intended.points {
        let own = scenario.derived.instructions[(look.speaker(), point.issue)];
        let issue = &scenario.issues[point.issue];
        let (said, asked) = (issue.nearest_mark(point.voiced), issue.nearest_mark(own.position));
        let is_apart = is_another_position(point.voiced, own.position) && said != asked;
        if own.given && is_apart && own.red_line.outside(point.voiced) <= 0.0 {
            let text =
                format!("On “{}” you voice “{said}”; capital instructed “{asked}”.", issue.name);
            let place = look.heard.issue(point.issue);
            remarks.add((Rule::Instructions, Severity::Warning), place, text);
        }
    }
}

/// What is declared of a text against one's own name on it, or against what it would bring.
fn declarations(look: &Look<'_>, remarks: &mut Remarks) {
    let scenario = look.draft.scenario;
    let positions = opening_positions(scenario);
    let texts: &ByOutcome<Text> = look.draft.public.texts;
    let room = Room { texts, ..Room::opening(scenario, &positions) };
    for &(outcome, stance) in &look.draft.intended.declarations {
        let sponsors = scenario.outcomes[outcome].sponsors.contains(&look.speaker());
        let worth = judge(room, look.speaker(), outcome).total();
        let title = &scenario.outcomes[outcome].title;
        let text = match stance {
            Declared::Opposed | Declared::Reservations if sponsors => {
                format!("Your delegation sponsors “{title}”, and speaks against it here.")
            }
            Declared::Opposed if worth >= CLEARLY => {
                format!("By your instructions “{title}” is better than no text; you oppose it.")
            }
            Declared::InFavour if worth <= -CLEARLY && look.crossed(outcome).is_none() => {
                format!("By your instructions “{title}” is worse than no text; you support it.")
            }
            _ => continue,
        };
        let place = look.heard.outcome(outcome);
        remarks.add((Rule::Instructions, Severity::Warning), place, text);
    }
}
