//! The prediction sheet: probabilities before the debate, and the score of each after it.

use maud::{Markup, html};

use crate::scenario::Scenario;
use crate::text::upper_first;

use super::parts::{field, head, left_out, open};

pub(super) fn sheet(scenario: &Scenario) -> Markup {
    html! {
        section.sheet id="prediction" {
            (head("Prediction sheet", "For everybody, before the debate"))
            p {
                "How likely is it that each text is adopted, issued or signed? Write a probability from "
                "0 to 100 % before the debate. Afterwards write 1 for what was, 0 for what was not."
                @if let Some(why) = left_out(scenario) { " " (why) }
            }
            (field("Name or number"))
            table.boxes.predictions {
                thead { tr {
                    th scope="col" { "Text" }
                    th scope="col" { "Form" }
                    th.cell scope="col" { "Before, p" }
                    th.cell scope="col" { "The room" }
                    th.cell scope="col" { "After, o" }
                    th.cell scope="col" { "(p − o)²" }
                } }
                tbody {
                    @for id in open(scenario) {
                        tr {
                            th scope="row" { (scenario.outcomes[id].title) }
                            td.small { (upper_first(scenario.outcomes[id].form.name())) }
                            td.cell { span.unit { "%" } } td.cell { span.unit { "%" } } td.cell {} td.cell {}
                        }
                    }
                    tr.total { th scope="row" colspan="5" { "Brier score: the mean of the last column" } td.cell {} }
                }
            }
            h3 { "How it is worked out" }
            p {
                "Take p as a number from 0 to 1: 70 % is 0.7. If the text was adopted, o is 1, and the "
                "square is 0.3 × 0.3 = 0.09; if not, o is 0, and it is 0.7 × 0.7 = 0.49. The mean of all "
                "squares is the Brier score: 0 is perfect, and 0.25 is what “50 %” everywhere would "
                "earn. A lower score is better."
            }
            p {
                "“The room” is what all say together before the debate: a number on which the class "
                "agrees, or the share of raised hands. Score it in the same way. Whose score is better, "
                "yours or that of the room?"
            }
        }
    }
}
