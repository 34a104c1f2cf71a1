//! What really happened beside the simulated result, with its source.

use eframe::egui::Ui;

use crate::analysis::actual::{Compared, Counts, compared};
use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, space};
use crate::app::widgets::{columns, markdown, source_link};
use crate::council::DelegationId;
use crate::scenario::{Happened, Scenario};
use crate::session::Session;
use crate::text::{list, names_by_alphabet, result_words};

use super::{body, weak};

/// Draws the comparison.
pub(super) fn actual(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let scenario = session.scenario();
    let Some(record) = &scenario.record else { return };
    let rows = compared(scenario, session.results());
    let text = "The simulation is no prediction: one debate of many that could have followed, \
                from positions that its authors estimated.";
    weak(ctx, text, ui);
    body(ctx, &counted(&Counts::of(&rows)), ui);
    table(ctx, session, &rows, ui);
    for text in left_out(scenario, &rows) {
        weak(ctx, &text, ui);
    }
    ui.add_space(space::S);
    markdown(ui, ctx.tokens, &record.notes);
    if let Some(source) = record.source.map(|id| &scenario.sources[id]) {
        let about = source.publisher.as_deref().unwrap_or_default();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().interact_size.y = 0.0;
            ui.label(rich("Source:", Text::Body, ctx.tokens.text_weak));
            source_link(ui, ctx.tokens, &source.title, source.url.as_deref());
            if !about.is_empty() {
                ui.label(rich(about, Text::Body, ctx.tokens.text_weak));
            }
        });
    }
}

/// "Of 3 texts whose end is known in reality, 2 ended alike in the simulation. On these, …"
fn counted(counts: &Counts) -> String {
    let known = "whose end is known in reality";
    let ended = match (counts.known, counts.alike) {
        (0, _) => return "Of no text here is it known how it ended in reality.".to_owned(),
        (1, 1) => format!("The one text {known} ended alike in the simulation."),
        (1, _) => format!("The one text {known} ended differently in the simulation."),
        (2, 2) => format!("Both texts {known} ended alike in the simulation."),
        (all, alike) if all == alike => {
            format!("All {all} texts {known} ended alike in the simulation.")
        }
        (all, 0) => format!("Of {all} texts {known}, none ended alike in the simulation."),
        (all, alike) => format!("Of {all} texts {known}, {alike} ended alike in the simulation."),
    };
    match (counts.members_alike, counts.members) {
        (_, 0) => ended,
        (alike, of) => format!(
            "{ended} As far as both say what members chose, {alike} of {of} choices were the same."
        ),
    }
}

fn table(ctx: ViewCtx<'_>, session: &Session, rows: &[Compared<'_>], ui: &mut Ui) {
    let scenario = session.scenario();
    let shown: Vec<&Compared<'_>> = rows.iter().filter(|row| row.adopted.is_some()).collect();
    if shown.is_empty() {
        return;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let width = ui.available_width() - space::S;
    let widths = [0.30 * width, 0.27 * width, 0.43 * width];
    let strong = |text: &str| vec![rich(text, Text::SmallStrong, ctx.tokens.text_weak)];
    let head = [strong("Text"), strong("Simulated"), strong("In reality")];
    columns(ui, ctx.tokens, widths, head);
    for row in shown {
        let result = session.results().iter().find(|it| it.outcome == row.outcome);
        let ended = result.map_or("", |result| result_words(result.decision));
        let form = result.map_or("", |result| result.form.name());
        let alike = match row.is_alike() {
            Some(true) => "ended alike",
            _ => "ended differently",
        };
        let alike = match row.members {
            Some((same, of)) => format!("{alike}; {same} of {of} members chose the same"),
            None => alike.to_owned(),
        };
        let happened = row.happened.map(|it| words(scenario, it, row.adopted)).unwrap_or_default();
        let cells = [
            vec![rich(&scenario.outcomes[row.outcome].title, Text::Body, ctx.tokens.text)],
            vec![
                rich(upper_first(ended), Text::BodyStrong, ctx.tokens.text),
                rich(upper_first(form), Text::Small, ctx.tokens.text_weak),
            ],
            vec![
                rich(upper_first(&happened.0), Text::BodyStrong, ctx.tokens.text),
                rich(happened.1, Text::Small, ctx.tokens.text_weak),
                rich(upper_first(&alike), Text::Small, ctx.tokens.text_weak),
            ],
        ];
        columns(ui, ctx.tokens, widths, cells);
    }
    ui.add_space(space::S);
}

/// What became of it, in a word or two and then in more.
fn words(scenario: &Scenario, happened: &Happened, adopted: Option<bool>) -> (String, String) {
    let names = |who: &[DelegationId]| names_by_alphabet(scenario, who);
    match happened {
        Happened::Voted { in_favour, against, abstaining, .. } => {
            let ended = if adopted == Some(true) { "adopted" } else { "not adopted" };
            let mut votes = vec![format!("{} in favour", in_favour.len())];
            for (who, words) in [(against, "against"), (abstaining, "abstaining")] {
                votes.push(match who.len() {
                    0 => format!("none {words}"),
                    count => format!("{count} {words} ({})", names(who)),
                });
            }
            (ended.to_owned(), format!("{}.", upper_first(&votes.join(", "))))
        }
        Happened::Signed { by } => {
            let members = by.iter().filter(|&&who| scenario.members[who].votes()).count();
            ("issued".to_owned(), format!("Signed by {members} members: {}.", names(by)))
        }
        Happened::Agreed => ("agreed".to_owned(), "Nobody objected.".to_owned()),
        Happened::Objected { by } => {
            ("not agreed".to_owned(), format!("Objection by {}.", names(by)))
        }
        Happened::Issued => ("issued".to_owned(), "The President issued it.".to_owned()),
        Happened::NotProposed => ("not proposed".to_owned(), String::new()),
        Happened::Unknown => ("not established".to_owned(), String::new()),
    }
}

/// The texts of which nothing can be compared, and why.
fn left_out(scenario: &Scenario, rows: &[Compared<'_>]) -> Vec<String> {
    let titles = |wanted: fn(Option<&Happened>) -> bool| -> Vec<String> {
        let rows = rows.iter().filter(|row| wanted(row.happened));
        rows.map(|row| format!("“{}”", scenario.outcomes[row.outcome].title)).collect()
    };
    let mut sentences = Vec::new();
    let not_proposed = titles(|it| matches!(it, Some(Happened::NotProposed)));
    match not_proposed.len() {
        0 => {}
        1 => sentences.push(format!("Nobody proposed {} in reality.", not_proposed[0])),
        count => sentences.push(format!(
            "Nobody proposed {count} of the texts in reality, so that there is nothing to compare."
        )),
    }
    let unknown = titles(|it| matches!(it, None | Some(Happened::Unknown)));
    if !unknown.is_empty() {
        sentences.push(format!("What became of {} is not established.", list(&unknown)));
    }
    sentences
}
