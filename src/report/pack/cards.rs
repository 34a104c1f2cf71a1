//! Role cards: what one delegation knows, wants and may not accept, on one page of paper.

use maud::{Markup, html};

use crate::analysis::seat::objectives;
use crate::council::{Confidence, DelegationId, IssueId, Objective, Stance};
use crate::scenario::Scenario;
use crate::text::{brief, objective_words, red_line_words, upper_first};

use super::super::html::markdown;
use super::meeting::guiding_questions;
use super::parts::{capacity, invited, name, tick};

/// More issues than this, and the card is set smaller.
const MANY: usize = 8;

pub(super) fn cards(scenario: &Scenario, is_anonymous: bool) -> Markup {
    html! {
        @for (place, &who) in scenario.seating().iter().enumerate() {
            section class=(class(scenario, who)) id=[(place == 0).then_some("cards")] {
                (card(scenario, who, is_anonymous))
            }
        }
    }
}

/// A card with many issues is set smaller, so that it stays on one page.
fn class(scenario: &Scenario, who: DelegationId) -> &'static str {
    let held = scenario.issues.ids().filter(|&it| scenario.stances[(who, it)].is_some());
    if held.count() > MANY { "sheet card many" } else { "sheet card" }
}

fn card(scenario: &Scenario, who: DelegationId, is_anonymous: bool) -> Markup {
    let objectives = objectives(scenario, who);
    let mut seat = upper_first(capacity(scenario, who));
    if who == scenario.president {
        seat.push_str(", President");
    }
    html! {
        header.head {
            p.eyebrow { "Role card · private to this delegation" span.mark { "Simulated" } }
            h2 { (name(scenario, who)) }
            p.lead { (seat) @if !is_anonymous { (groups(scenario, who)) } }
        }
        div.columns {
            div {
                (markdown(&brief(scenario, who, &objectives)))
            }
            (goals(scenario, &objectives))
        }
        (positions(scenario, who))
        (around(scenario, who))
        (guiding(scenario))
        p.small.weak {
            "Written for an exercise; not instructions of any government. What others think, you learn "
            "from what they say."
        }
        div.columns.write {
            (soundings())
            div.notes { h3 { "Notes" } div.lines {} }
        }
    }
}

/// The groups to which a delegation belongs, as their members name them.
fn groups(scenario: &Scenario, who: DelegationId) -> String {
    let groups = scenario.groups.iter().filter(|group| group.members.contains(&who));
    let mut names: Vec<&str> = groups.map(|group| group.name.as_str()).collect();
    names.sort_unstable();
    if names.is_empty() { String::new() } else { format!(" · {}", names.join(", ")) }
}

fn goals(scenario: &Scenario, objectives: &[Objective]) -> Markup {
    let all: f64 = objectives.iter().map(|it| it.points).sum();
    html! {
        div.goals {
            h3 { "What you are to achieve" }
            table {
                thead {
                    tr { th scope="col" { "Objective" } th.number scope="col" { "Points" } }
                }
                tbody {
                    @for objective in objectives {
                        tr {
                            td { span.ticked { (tick()) span { (objective_words(scenario, objective)) } } }
                            td.number { (format!("{:.0}", objective.points)) }
                        }
                    }
                    tr.total { td { "Possible" } td.number { (format!("{all:.0}")) } }
                }
            }
        }
    }
}

/// Where it stands, in words: what it cares most about first.
fn positions(scenario: &Scenario, who: DelegationId) -> Markup {
    let stance = |&issue: &IssueId| Some((issue, scenario.stances[(who, issue)].as_ref()?));
    let mut held: Vec<(IssueId, &Stance)> =
        scenario.order.issues.iter().filter_map(stance).collect();
    held.sort_by(|a, b| b.1.salience.get().total_cmp(&a.1.salience.get()));
    let lines: Vec<Option<String>> =
        held.iter().map(|(issue, _)| red_line_words(scenario, who, *issue)).collect();
    let has_lines = lines.iter().any(Option::is_some);
    html! {
        h3 { "Where you stand, what matters most to you first" }
        @if held.is_empty() { p { "No position on any issue is given to you." } }
        @else {
            table.positions {
                thead { tr {
                    th scope="col" { "Issue" }
                    th scope="col" { "Your position" }
                    th scope="col" { "Why" }
                    @if has_lines { th scope="col" { "Red line: do not accept" } }
                } }
                tbody {
                    @for ((issue, stance), line) in held.iter().zip(lines) {
                        tr {
                            (position(scenario, *issue, stance))
                            @if has_lines { td { @if let Some(line) = line { (line) } } }
                        }
                    }
                }
            }
        }
    }
}

fn position(scenario: &Scenario, issue: IssueId, stance: &Stance) -> Markup {
    let of = &scenario.issues[issue];
    html! {
        th scope="row" { (of.name) }
        td {
            (of.nearest_mark(stance.position.get()))
            @if stance.confidence == Some(Confidence::Low) { span.weak { " (inferred)" } }
        }
        td { @if let Some(because) = &stance.because { (upper_first(because)) "." } }
    }
}

/// Who else is at the table: names and capacities, which are public.
fn around(scenario: &Scenario, who: DelegationId) -> Markup {
    let others = scenario.seating().iter().copied().filter(|&other| other != who);
    let told: Vec<String> = others
        .map(|other| {
            let name = name(scenario, other);
            match capacity(scenario, other) {
                "permanent member" if other == scenario.president => {
                    format!("{name} (P, President)")
                }
                "permanent member" => format!("{name} (P)"),
                _ if other == scenario.president => format!("{name} (President)"),
                _ => name,
            }
        })
        .collect();
    let invited: Vec<String> = invited(scenario).iter().map(|&id| name(scenario, id)).collect();
    let has_permanent = told.iter().any(|it| it.contains("(P"));
    html! {
        p.small.around {
            strong { "At the table: " } (whole(&told))
            @if has_permanent { "; P: permanent member" }
            ". "
            @if !invited.is_empty() { strong { "Invited: " } (whole(&invited)) "." }
        }
    }
}

/// Names after one another, none of them broken at the end of a line.
fn whole(names: &[String]) -> Markup {
    html! {
        @for (place, name) in names.iter().enumerate() {
            @if place > 0 { " · " }
            span.whole { (name) }
        }
    }
}

/// What the concept note asks everybody.
fn guiding(scenario: &Scenario) -> Markup {
    html! {
        @if scenario.concept_note.as_ref().is_some_and(|it| !it.guiding_questions.is_empty()) {
            div.small.guiding { strong { "Asked of all speakers:" } (guiding_questions(scenario)) }
        }
    }
}

/// Three soundings before the meeting, and with whom to work.
fn soundings() -> Markup {
    html! {
        div {
            h3 { "Soundings and allies" }
            table.blank {
                thead { tr {
                    th scope="col" { "Whom" } th scope="col" { "On which text" } th scope="col" { "Leaning" }
                } }
                tbody { @for _ in 0..3 { tr { td {} td {} td {} } } }
            }
            p.field { span { "Allies" } span.line {} }
        }
    }
}
