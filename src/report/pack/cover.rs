//! The first page: what is in the pack, and how often each part is printed.

use maud::{Markup, html};

use crate::scenario::Scenario;
use crate::text::{long_date, names_by_alphabet, upper_first};

use super::Part;
use super::parts::{capacity, counted, invited, name};

pub(super) fn cover(scenario: &Scenario, parts: &[Part], is_anonymous: bool) -> Markup {
    let president = &scenario.members[scenario.president].name;
    let permanent: Vec<_> =
        scenario.seating().iter().copied().filter(is_permanent(scenario)).collect();
    let invited: Vec<String> = invited(scenario)
        .into_iter()
        .map(|who| format!("{} ({})", name(scenario, who), capacity(scenario, who)))
        .map(|told| told.replace("invited under ", ""))
        .collect();
    html! {
        section.cover {
            p.eyebrow { "Class pack" span.mark { "Simulated" } }
            h1 { (scenario.title) }
            p.lead { (scenario.body) ", " (long_date(&scenario.date)) ". " (scenario.agenda_item) "." }
            p { (scenario.summary) }
            p.note {
                "Everything in this pack is made for an exercise. No sentence is a statement by a "
                "State, an organization or a person."
                @if is_anonymous {
                    " The States stand as letters; the last page, for the teacher, says who they are."
                }
            }
            h2 { "What to print" }
            table {
                thead { tr { th scope="col" { "Part" } th scope="col" { "Print" } } }
                tbody {
                    @for part in parts {
                        tr {
                            td { a href=(format!("#{}", part.id)) { (part.title) } }
                            td { (part.copies) }
                        }
                    }
                }
            }
            p.small.weak {
                "A4 and Letter both fit. Choose the pages in the dialogue of the printer: their "
                "numbers stand at the foot. Nothing depends on colour."
            }
            p.small.weak {
                "What is for the teacher stands on pages of its own, so marked: run sheets and teaching "
                "note first, answers last. Print those apart."
            }
            h2 { "At the table" }
            p {
                (counted(scenario.derived.voting.len(), "voting member", "voting members"))
                ". " (upper_first(&president.in_sentence())) " presides."
                @if !permanent.is_empty() {
                    " Permanent members: " (names_by_alphabet(scenario, &permanent)) "."
                }
            }
            ul.names {
                @for &who in scenario.seating() {
                    li { (name(scenario, who)) @if who == scenario.president { span.weak { " President" } } }
                }
            }
            @if !invited.is_empty() { p.small { strong { "Invited: " } (invited.join(" · ")) "." } }
        }
    }
}

fn is_permanent(scenario: &Scenario) -> impl Fn(&crate::council::DelegationId) -> bool {
    |&who| scenario.members[who].membership == crate::council::Membership::Permanent
}
