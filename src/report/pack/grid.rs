//! The note-taker's grid: who said what of which text, in the words that were heard.

use maud::{Markup, html};

use crate::scenario::Scenario;

use super::parts::{capacity, head, left_out, name, open, speakers};

pub(super) fn grid(scenario: &Scenario) -> Markup {
    let outcomes: Vec<_> = open(scenario).collect();
    html! {
        section.sheet.grid id="grid" {
            (head("Note-taker's grid", "For those who listen"))
            p.small {
                "Write what you hear, not what you expect: " strong { "F" } " in favour, "
                strong { "R" } " with reservations, " strong { "O" } " opposed. Leave empty what was "
                "not said. One quotation each, word for word."
                @if let Some(why) = left_out(scenario) { " " (why) }
            }
            ol.key { @for &id in &outcomes { li { (scenario.outcomes[id].title) } } }
            table.boxes {
                thead {
                    tr {
                        th scope="col" { "Speaker" }
                        @for place in 1..=outcomes.len() { th.cell scope="col" { (place) } }
                        th scope="col" { "Quotation" }
                    }
                }
                tbody {
                    @for who in speakers(scenario) {
                        tr {
                            th scope="row" {
                                (name(scenario, who))
                                @if !scenario.members[who].votes() {
                                    span.weak { " " (rule(capacity(scenario, who))) }
                                }
                            }
                            @for _ in &outcomes { td.cell {} }
                            td.quotation {}
                        }
                    }
                }
            }
        }
    }
}

/// The rule under which a speaker is invited, without more: "rule 37".
fn rule(capacity: &str) -> &str {
    capacity.trim_start_matches("invited under ")
}
