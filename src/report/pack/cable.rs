//! The form of the reporting cable: what a delegation writes home after the debate.

use maud::{Markup, html};

use crate::scenario::Scenario;
use crate::text::long_date;

use super::parts::{field, head};

/// Rows for what others said.
const ROWS: usize = 9;

pub(super) fn form(scenario: &Scenario) -> Markup {
    html! {
        section.sheet.cable id="cable" {
            (head("Reporting cable", "For each delegation, after the debate"))
            div.columns.tight {
                div { (field("From")) (field("To")) }
                div { (field("Number")) (field("Date and time")) }
            }
            p { strong { "Subject: " } (scenario.body) ", " (scenario.title) ", " (long_date(&scenario.date)) " (simulated)" }
            h3 { "1. Summary, in two sentences" }
            div.lines.two {}
            h3 { "2. What was said" }
            table.boxes {
                thead { tr {
                    th scope="col" { "Who" } th scope="col" { "Stance (F, R, O)" }
                    th scope="col" { "On what" } th scope="col" { "One quotation, word for word" }
                } }
                tbody { @for _ in 0..ROWS { tr { td {} td {} td {} td.quotation {} } } }
            }
            h3 { "3. What was decided, and how" }
            div.lines.three {}
            h3 { "4. Assessment and what we recommend (not scored)" }
            div.lines.grow {}
            p.small.weak {
                "Report who said what before you say what you think. A stance that nobody voiced does not "
                "belong under 2."
            }
        }
    }
}
