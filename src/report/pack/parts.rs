//! What the sheets of the pack have in common: their heads, boxes and lines to write on.

use maud::{Markup, html};

use crate::council::{DelegationId, Membership, OutcomeId, PutToAction};
use crate::scenario::Scenario;
use crate::text::upper_first;

/// For whom a sheet is that gives something away.
pub(super) const TEACHER: &str = "For the teacher: do not hand out";

/// The head of a sheet: what it is, for whom, and that it is simulated.
pub(super) fn head(title: &str, for_whom: &str) -> Markup {
    html! {
        header.head {
            p.eyebrow { (for_whom) span.mark { "Simulated" } }
            h2 { (title) }
        }
    }
}

/// A box to tick.
pub(super) fn tick() -> Markup {
    html! { span.tick {} }
}

/// A line to write on, with what is to be written before it.
pub(super) fn field(label: &str) -> Markup {
    html! { p.field { span { (label) } span.line {} } }
}

/// The name of a delegation as a heading.
pub(super) fn name(scenario: &Scenario, who: DelegationId) -> String {
    upper_first(&scenario.members[who].name.short)
}

/// In what capacity a delegation takes part.
pub(super) fn capacity(scenario: &Scenario, who: DelegationId) -> &'static str {
    let member = &scenario.members[who];
    match member.membership {
        Membership::Permanent => "permanent member",
        Membership::Elected if scenario.is_security_council => "elected member",
        Membership::Elected => "member",
        Membership::Rule37 => "invited under rule 37",
        Membership::Rule39 if member.is_briefer() => "briefer",
        Membership::Rule39 => "invited under rule 39",
    }
}

/// The outcomes that may be put, signed or issued, in the order of the file.
pub(super) fn open(scenario: &Scenario) -> impl Iterator<Item = OutcomeId> {
    let all = scenario.order.outcomes.iter().copied();
    all.filter(|&id| scenario.outcomes[id].action != PutToAction::TalliedOnly)
}

/// Why a sheet has fewer texts than are on the table; none where it has them all.
pub(super) fn left_out(scenario: &Scenario) -> Option<String> {
    let all = scenario.order.outcomes.len();
    let tallied = all - open(scenario).count();
    let are = if tallied == 1 { "is" } else { "are" };
    (tallied > 0).then(|| {
        format!(
            "Of the {all} texts on the table, {tallied} {are} tallied only: support is counted, and \
             nothing is decided. They are left out here."
        )
    })
}

/// The voting members, then the invited that have a position; each in alphabetical order, as the
/// order of the list of speakers is not known yet.
pub(super) fn speakers(scenario: &Scenario) -> Vec<DelegationId> {
    let invited = invited(scenario).into_iter().filter(|&id| !scenario.members[id].is_briefer());
    scenario.seating().iter().copied().chain(invited).collect()
}

/// The briefers in the order of the file, then the others that are invited, in alphabetical order.
pub(super) fn invited(scenario: &Scenario) -> Vec<DelegationId> {
    let mut others: Vec<DelegationId> =
        scenario.invited().filter(|&id| !scenario.members[id].is_briefer()).collect();
    others.sort_by_key(|&id| name(scenario, id));
    scenario.briefers().chain(others).collect()
}

/// "1 vote", "2 votes".
pub(super) fn counted(count: usize, one: &str, several: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { several })
}
