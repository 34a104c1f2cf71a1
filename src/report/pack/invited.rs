//! Short cards for those who are invited: they speak and do not vote.

use maud::{Markup, html};

use crate::council::DelegationId;
use crate::scenario::Scenario;
use crate::text::{brief, upper_first};

use super::super::html::markdown;
use super::parts::{capacity, head, invited, name};

/// The cards; none where nobody is invited.
pub(super) fn cards(scenario: &Scenario) -> Option<Markup> {
    let invited = invited(scenario);
    if invited.is_empty() {
        return None;
    }
    Some(html! {
        section.sheet id="invited" {
            (head("Cards of the invited", "To be cut: each card is private to its own participant"))
            div.short-cards { @for who in invited { (card(scenario, who)) } }
        }
    })
}

fn card(scenario: &Scenario, who: DelegationId) -> Markup {
    let member = &scenario.members[who];
    html! {
        article.short-card {
            h3 { (name(scenario, who)) }
            p.small.weak { (upper_first(capacity(scenario, who))) ". You speak; you do not vote." }
            @if member.is_briefer() {
                p {
                    "You brief at the beginning: what is known, what is not, and what the texts on "
                    "the table would change. You take no side."
                }
            } @else {
                (markdown(&brief(scenario, who, &[])))
            }
        }
    }
}
