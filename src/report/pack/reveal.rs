//! The last page of an anonymous pack: who was who.

use maud::{Markup, html};

use crate::council::DelegationId;
use crate::scenario::Scenario;
use crate::text::upper_first;

use super::parts::{TEACHER, capacity, head, name};

pub(super) fn sheet(scenario: &Scenario, named: &Scenario) -> Markup {
    let changed =
        |id: &DelegationId| scenario.members[*id].name.short != named.members[*id].name.short;
    let invited = scenario.invited().filter(changed);
    let mut invited: Vec<DelegationId> = invited.collect();
    invited.sort_by_key(|&id| name(scenario, id));
    html! {
        section.sheet id="reveal" {
            (head("Who was who", &format!("{TEACHER} before the debrief")))
            p {
                "Ask first: which State is yours, and what made you think so? The date, the body and the "
                "subject tell something, and so do positions."
            }
            table {
                thead { tr { th scope="col" { "In the pack" } th scope="col" { "State" } th scope="col" { "Seat" } } }
                tbody {
                    @for who in scenario.seating().iter().copied().chain(invited) {
                        tr {
                            td { (name(scenario, who)) }
                            td { strong { (name(named, who)) } }
                            td { (upper_first(capacity(scenario, who))) @if who == scenario.president { ", President" } }
                        }
                    }
                }
            }
        }
    }
}
