//! The cards of the library, shelf by shelf.

use eframe::egui::{Frame, Label, Margin, Ui, vec2};

use crate::app::command::{Command, Screen, Source};
use crate::app::context::ViewCtx;
use crate::app::library::{Book, Content, Shelf};
use crate::app::screens::council::council;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, radius, rich, space};
use crate::app::widgets::{Card, CardPicture, EmptyState, Icon, card, card_height, empty_state};
use crate::app::yours::Yours;
use crate::council::Stage;
use crate::scenario::Scenario;
use crate::text::long_date;

use super::counted;
use super::grid::Grid;
use super::search::matches;

/// Between cards, and the least width of one.
const GAP: f32 = space::L;
const LEAST: f32 = 372.0;
/// Rows of more cards are no longer taken in at a glance.
const MOST_COLUMNS: usize = 5;
const WIDEST: f32 = 452.0;

/// The width of a page of cards, where there is this much room.
pub(super) fn page_width(room: f32) -> f32 {
    let most = MOST_COLUMNS as f32;
    room.min(most * WIDEST + (most - 1.0) * GAP)
}

/// What the cards of all shelves have in common.
#[derive(Debug)]
pub(super) struct Shown<'a> {
    /// The chosen card that was brought into view last.
    pub(super) in_view: &'a mut Option<Source>,
    /// Which card stands where.
    pub(super) grid: &'a mut Grid,
    /// The words that are sought.
    pub(super) sought: &'a str,
}

/// Draws the cards of a shelf that have the words sought.
pub(super) fn cards(ctx: ViewCtx<'_>, shelf: Shelf, shown: &mut Shown<'_>, ui: &mut Ui) {
    let books: Vec<(usize, &Book)> =
        ctx.library.on(shelf).filter(|(_, book)| matches(book, shown.sought)).collect();
    let width = ui.available_width();
    let columns = (((width + GAP) / (LEAST + GAP)) as usize).clamp(1, MOST_COLUMNS);
    let each = ((width - GAP * (columns - 1) as f32) / columns as f32).floor();
    for row in books.chunks(columns) {
        let places: Vec<usize> = row.iter().map(|(place, _)| *place).collect();
        shown.grid.push(&places);
        line(ctx, row, (each, shown), ui);
    }
}

/// Draws a row of cards, all as high as the highest.
fn line(
    ctx: ViewCtx<'_>,
    row: &[(usize, &Book)],
    (width, shown): (f32, &mut Shown<'_>),
    ui: &mut Ui,
) {
    let is_open =
        |book: &Book| ctx.library.open.as_ref() == Some(&book.source) && ctx.session.is_some();
    let words: Vec<Words> = row.iter().map(|(_, book)| words(book, is_open(book))).collect();
    let cards: Vec<Card<'_>> = row
        .iter()
        .zip(&words)
        .map(|((place, book), words)| Card {
            title: &words.title,
            meta: &words.meta,
            summary: &words.summary,
            selected: *place == ctx.library.selected,
            picture: &words.picture,
            action: ctx.library.can_be_copied(&book.source).then_some("Copy to your scenarios"),
        })
        .collect();
    let heights = cards.iter().map(|it| card_height(ui, ctx.tokens, it, width));
    let size = vec2(width, heights.fold(0.0, f32::max).ceil());
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for ((place, book), it) in row.iter().zip(&cards) {
            let clicks = card(ui, ctx.tokens, it, size);
            if it.selected && shown.in_view.as_ref() != Some(&book.source) {
                // Before anybody has chosen, the page stays at its top.
                if shown.in_view.is_some() || *place > 0 {
                    clicks.card.scroll_to_me(None);
                }
                *shown.in_view = Some(book.source.clone());
            }
            if clicks.action.is_some_and(|action| action.clicked()) {
                ctx.send(Command::Copy(book.source.clone()));
            } else if clicks.card.clicked() {
                open(ctx, book, is_open(book));
            }
        }
    });
}

/// Draws the shelf of a person's own folder.
pub(super) fn yours(ctx: ViewCtx<'_>, yours: &Yours, shown: &mut Shown<'_>, ui: &mut Ui) {
    let weak = |text: String| Label::new(rich(text, Text::Small, ctx.tokens.text_weak)).wrap();
    ui.add(weak(yours.path.display().to_string()).selectable(true));
    cards(ctx, Shelf::Yours, shown, ui);
    if let Some(fault) = &yours.fault {
        ui.add(weak(format!("{}.", upper_first(fault))));
    } else if yours.nearest.is_some() && ctx.library.on(Shelf::Yours).next().is_none() {
        nothing_yet(ctx, ui);
    }
    if yours.left_out > 0 {
        let more = counted(yours.left_out, "more file", "more files");
        let text = format!("And {more}, which can be opened by path below.");
        ui.label(rich(text, Text::Body, ctx.tokens.text_weak));
    }
}

/// How to begin.
fn nothing_yet(ctx: ViewCtx<'_>, ui: &mut Ui) {
    let copied = ctx.library.chosen().filter(|book| ctx.library.can_be_copied(&book.source));
    let first = || ctx.library.on(Shelf::Bundled).next().map(|(_, book)| book);
    let copied = copied.or_else(first);
    let named = copied.and_then(Book::scenario).map(|it| it.title.clone()).unwrap_or_default();
    let text = format!(
        "What is saved in this folder appears here at once. \
         To begin, copy “{named}” and change it."
    );
    Frame::new()
        .fill(ctx.tokens.panel)
        .stroke((1.0, ctx.tokens.line))
        .corner_radius(radius::L)
        .inner_margin(Margin { bottom: 24, ..Margin::same(0) })
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            let it = EmptyState {
                icon: Icon::Folder,
                title: "No scenario of yours yet",
                text: &text,
                action: Some("Copy a scenario to your folder"),
            };
            let clicked = empty_state(ui, ctx.tokens, &it).is_some_and(|button| button.clicked());
            if let Some(book) = copied.filter(|_| clicked) {
                ctx.send(Command::Copy(book.source.clone()));
            }
        });
    ui.add_space(space::XS);
}

fn open(ctx: ViewCtx<'_>, book: &Book, is_open: bool) {
    if is_open && book.scenario().is_some() {
        ctx.send(Command::Show(Screen::Briefing));
    } else {
        ctx.send(Command::Open(book.source.clone()));
    }
}

struct Words {
    title: String,
    meta: String,
    summary: String,
    picture: CardPicture,
}

fn words(book: &Book, is_open: bool) -> Words {
    let warning = |meta, summary| Words {
        title: book.source.short_name(),
        meta,
        summary,
        picture: CardPicture::Warning,
    };
    match &book.content {
        Content::Scenario(scenario) => Words {
            title: scenario.title.clone(),
            meta: meta(book, scenario, is_open),
            summary: scenario.summary.clone(),
            picture: CardPicture::Council(council(scenario)),
        },
        Content::Faulty { errors, first } => {
            let meta = format!("{} · see the problems", counted(*errors, "error", "errors"));
            let first = first.replace('`', "");
            let summary = if *errors > 1 { format!("First, {first}") } else { upper_first(&first) };
            warning(meta, summary)
        }
        Content::Unfit(why) => warning(upper_first(why), String::new()),
    }
}

/// Where it meets, and when; what is on the table, and how long it is.
fn meta(book: &Book, scenario: &Scenario, is_open: bool) -> String {
    let mut lines = vec![
        scenario.body.clone(),
        format!("{} · {}", upper_first(scenario.meeting.label()), long_date(&scenario.date)),
    ];
    let counts = [
        counted(scenario.derived.voting.len(), "member", "members"),
        counted(scenario.issues.len(), "issue", "issues"),
        counted(scenario.outcomes.len(), "proposed text", "proposed texts"),
        length(scenario),
    ];
    lines.push(counts.join(" · "));
    match book.shelf {
        Shelf::Bundled => {}
        Shelf::Yours => lines.push(book.source.short_name()),
        Shelf::Elsewhere => lines.push(book.source.name()),
    }
    if is_open {
        lines.push("Open now".to_owned());
    }
    lines.join("\n")
}

/// How long the debate is: who speaks in it, each of them once at least.
fn length(scenario: &Scenario) -> String {
    let speaks = |stage: &Stage| match stage {
        Stage::Briefings => scenario.briefers().count(),
        Stage::MembersStatements { .. } => scenario.derived.voting.len(),
        Stage::InvitedStatements => scenario.invited().count() - scenario.briefers().count(),
        _ => 0,
    };
    let speakers: usize = scenario.program.iter().map(speaks).sum();
    counted(speakers, "speaker", "speakers")
}
