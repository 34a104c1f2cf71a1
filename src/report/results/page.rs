//! The results of a class as one HTML file that loads nothing.

use maud::{Markup, html};

use crate::analysis::agreement::Agreement;
use crate::analysis::forecasters::{ROOM, Scored};
use crate::analysis::hands::{learned_by_hands, learned_of};
use crate::analysis::learning::{Learned, by_question, learned, learned_by_class};
use crate::report::figure::NOTE;
use crate::report::html::{Page, page};
use crate::text::{percent, upper_first};

use super::{Entered, Worked, is_late, provenance, texts};

const LATE: &str = "entered or changed after the debate had begun";

/// The results as the text of an HTML file.
pub fn results_html(it: &Entered<'_>) -> String {
    let worked = Worked::new(it);
    let scenario = &it.record.scenario;
    let [(_, title), (_, digest), (_, seed), (_, version)] = provenance(it);
    let body = html! {
        header {
            p { "The class’s results " strong { "Simulated" } }
            h1 { (title) }
            p { "Seed " (seed) ". " (it.people.len()) " pupils entered something." }
            @if !it.is_over {
                p { strong { "The debate is not over: nothing is scored yet." } }
            }
        }
        (predictions(it, &worked))
        (notes(it, &worked))
        @if !scenario.questions.is_empty() { (questions(it)) }
    };
    page(&Page {
        title: &format!("The class’s results: {title} (simulated)"),
        mark: NOTE,
        provenance: &format!(
            "{title} · digest\u{a0}{digest} · seed\u{a0}{seed} · Horseshoe {version}"
        ),
        style: "",
        body,
    })
}

fn predictions(it: &Entered<'_>, worked: &Worked) -> Markup {
    let pooled = worked.has_pool().then_some(&worked.scores.pooled);
    let rows: Vec<&Scored> =
        worked.scores.people.iter().chain(pooled).chain([&worked.scores.model]).collect();
    html! {
        h2 { "Predict and score" }
        @if worked.given.is_empty() { p { "Nobody has predicted anything." } }
        @else if it.is_over {
            table {
                thead { tr {
                    th scope="col" { "Who" } th.number scope="col" { "Texts" }
                    th.number scope="col" { "Brier score" } th scope="col" { "Remark" }
                } }
                tbody {
                    @for row in rows {
                        tr {
                            th scope="row" { (row.by) }
                            td.number { (row.of) }
                            td.number { @if let Some(brier) = row.brier { (format!("{brier:.3}")) } }
                            td { @if is_late(it.late, &row.by) { (LATE) } }
                        }
                    }
                }
            }
            p {
                "The Brier score is the mean square of what each forecast lacked: 0 is best, 1 is "
                "worst, 0.25 is what saying 50 % of everything earns. “The room” is what all said "
                "together; “All pupils pooled” is the mean of the pupils’ own numbers."
            }
        }
        @if !worked.given.is_empty() { (by_text(it, worked)) }
    }
}

/// What was expected of each text, and, once the debate is over, what became of it.
fn by_text(it: &Entered<'_>, worked: &Worked) -> Markup {
    let scenario = &it.record.scenario;
    let room = worked.given.iter().find(|it| it.by == ROOM);
    let model = it.is_over.then_some(&worked.model);
    html! {
        table {
            thead { tr {
                th scope="col" { "Text" }
                @if it.is_over { th scope="col" { "What became of it" } }
                th.number scope="col" { "Pupils, pooled" } th.number scope="col" { "The room" }
                @if it.is_over { th.number scope="col" { "The model" } }
            } }
            tbody {
                @for outcome in texts(it) {
                    tr {
                        th scope="row" { (scenario.outcomes[outcome].title) }
                        @if it.is_over { td { (upper_first(worked.ended(outcome))) } }
                        @for said in [Some(&worked.scores.pool), room].into_iter().chain(model.map(Some)) {
                            td.number {
                                @if let Some(chance) = said.and_then(|it| it.adopted.get(&outcome)) {
                                    (percent(*chance))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn notes(it: &Entered<'_>, worked: &Worked) -> Markup {
    let by = |at: usize| worked.marks.get(at).map_or("", |it| it.by.as_str());
    html! {
        h2 { "Note-takers" }
        @if worked.marks.is_empty() { p { "Nobody has marked a statement." } }
        @else if !it.is_over {
            table { tbody {
                @for marks in &worked.marks {
                    tr { th scope="row" { (marks.by) } td { (marks.heard.len()) " marks" } }
                }
            } }
        } @else {
            table {
                thead { tr {
                    th scope="col" { "Who" } th scope="col" { "Beside" }
                    th.number scope="col" { "Marks" } th.number scope="col" { "The same" }
                    th.number scope="col" { "Cohen’s kappa" }
                } }
                tbody {
                    @for (at, agreement) in worked.table.with_record.iter().enumerate() {
                        (agreed((by(at), "the record"), agreement))
                    }
                    @for ((one, other), agreement) in &worked.table.pairs {
                        (agreed((by(*one), by(*other)), agreement))
                    }
                }
            }
            p {
                "Cohen’s kappa is the agreement beyond what chance alone would bring about: 1 is full "
                "agreement, 0 is chance."
            }
        }
    }
}

fn agreed((one, other): (&str, &str), it: &Agreement) -> Markup {
    html! {
        tr {
            th scope="row" { (one) } td { (other) }
            td.number { (it.items) } td.number { (it.same) }
            td.number { @if let Ok(kappa) = it.kappa { (format!("{kappa:.2}")) } @else { "none" } }
        }
    }
}

fn questions(it: &Entered<'_>) -> Markup {
    let asked = &it.record.scenario.questions;
    let class = learned_by_class(asked, it.answers);
    let room = learned_by_hands(asked, it.hands);
    let people = it.answers.iter().filter_map(|one| Some((one.by.as_str(), learned(asked, one)?)));
    let each = by_question(asked, it.answers);
    html! {
        h2 { "Questions, before and after" }
        @if class.is_none() && room.is_none() {
            p { "A gain needs both rounds: nobody has answered before the debate and after it." }
        } @else {
            table {
                (gain_head("Who", true))
                tbody {
                    @for (by, learned) in people {
                        (gain(by, learned, Some(is_late(it.late_answers, by))))
                    }
                    @if let Some(class) = class { (gain("All who answered twice", class, Some(false))) }
                    @if let Some(room) = room {
                        (gain("By show of hands", room, Some(is_late(it.late_answers, ROOM))))
                    }
                }
            }
            table {
                (gain_head("Question", false))
                tbody {
                    @for (at, question) in asked.iter().enumerate() {
                        @if let Some(learned) = each[at] {
                            (gain(&format!("{}. {}", at + 1, question.text), learned, None))
                        }
                        @if let Some(learned) = learned_of(question, at, it.hands) {
                            (gain(&format!("{}. By show of hands", at + 1), learned, None))
                        }
                    }
                }
            }
            p {
                "The gain is the share of what was not yet known before the debate that is known after "
                "it. Of a show of hands, those counted need not be the same people twice."
            }
        }
    }
}

fn gain_head(of: &str, has_remark: bool) -> Markup {
    html! {
        thead { tr {
            th scope="col" { (of) } th.number scope="col" { "Right before" }
            th.number scope="col" { "Right after" } th.number scope="col" { "Gain" }
            @if has_remark { th scope="col" { "Remark" } }
        } }
    }
}

/// A row of a gain; `late` says whether it is to be marked, where there is room for a mark.
fn gain(of: &str, learned: Learned, late: Option<bool>) -> Markup {
    let share = |share: f64| format!("{:.0} %", share * 100.0);
    html! {
        tr {
            th scope="row" { (of) }
            td.number { (share(learned.before)) }
            td.number { (share(learned.after)) }
            td.number { @if let Ok(gain) = learned.gain() { (share(gain)) } @else { "all right before" } }
            @if let Some(late) = late { td { @if late { (LATE) } } }
        }
    }
}
