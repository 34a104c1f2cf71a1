//! Ballot slips: one for each text that members decide on or sign, to be cut.

use maud::{Markup, html};

use crate::council::{AdoptionRule, OutcomeId};
use crate::scenario::Scenario;
use crate::text::upper_first;

use super::parts::{field, head, left_out, open, tick};

/// Slips side by side on a page.
const ACROSS: usize = 3;

pub(super) fn slips(scenario: &Scenario) -> Markup {
    let decided: Vec<OutcomeId> =
        open(scenario).filter(|&id| choices(scenario.rule(id)).is_some()).collect();
    // What the meeting brings up, such as an amendment or a motion, is voted on as well.
    let blank = ACROSS - decided.len() % ACROSS;
    let alone: Vec<OutcomeId> =
        open(scenario).filter(|&id| choices(scenario.rule(id)).is_none()).collect();
    html! {
        section.sheet id="ballots" {
            (head("Ballot slips", "One copy for each delegation, to be cut"))
            p.small {
                "Slips are filled in before any is shown. Where a text steps down to a lighter form "
                "before it is put, or an amendment comes up, a blank slip serves."
                @for id in alone {
                    " There is no slip for “" (scenario.outcomes[id].title)
                    "”: the President issues it alone."
                }
                @if let Some(why) = left_out(scenario) { " " (why) }
            }
            div.slips {
                @for id in decided { (slip(scenario, id)) }
                @for _ in 0..blank { (blank_slip()) }
            }
        }
    }
}

/// What a delegation may answer under a rule; none where nobody is asked.
const fn choices(rule: &AdoptionRule) -> Option<&'static [&'static str]> {
    match rule {
        AdoptionRule::Vote { .. } | AdoptionRule::Weighted { .. } => {
            Some(&["+ In favour", "− Against", "○ Abstaining"])
        }
        AdoptionRule::Consensus => Some(&["No objection", "− Objection"]),
        AdoptionRule::Signature => Some(&["+ Sign", "Do not sign"]),
        AdoptionRule::Authority => None,
    }
}

fn slip(scenario: &Scenario, id: OutcomeId) -> Markup {
    let outcome = &scenario.outcomes[id];
    html! {
        article.slip {
            p.small.weak { (upper_first(outcome.form.name())) }
            h3 { (outcome.title) }
            ul.choices {
                @for choice in choices(scenario.rule(id)).unwrap_or_default() {
                    li { (tick()) (choice) }
                }
            }
            (field("Delegation"))
        }
    }
}

fn blank_slip() -> Markup {
    html! {
        article.slip {
            h3 { "Another question" }
            (field("Text"))
            ul.choices {
                @for choice in ["+ In favour, or no objection", "− Against, or objection", "○ Abstaining"] {
                    li { (tick()) (choice) }
                }
            }
            (field("Delegation"))
        }
    }
}
