//! The cards of the library, shelf by shelf.

use eframe::egui::{Frame, Label, Margin, Ui};

use crate::app::command::{Command, Screen, Source};
use crate::app::context::ViewCtx;
use crate::app::library::{Book, Content, Shelf};
use crate::app::shell::upper_first;
use crate::app::theme::{Text, radius, rich, space};
use crate::app::widgets::{Card, CardPicture, EmptyState, Icon, card, empty_state};
use crate::app::yours::Yours;
use crate::council::PutToAction;
use crate::scenario::Scenario;
use crate::text::long_date;

use super::counted;

/// Draws the cards of a shelf. `in_view` is the chosen card that was brought into view last.
pub(super) fn cards(ctx: ViewCtx<'_>, shelf: Shelf, in_view: &mut Option<Source>, ui: &mut Ui) {
    for (index, book) in ctx.library.on(shelf) {
        let is_open = ctx.library.open.as_ref() == Some(&book.source) && ctx.session.is_some();
        let selected = index == ctx.library.selected;
        let words = words(book, is_open);
        let can_be_copied = ctx.library.can_be_copied(&book.source);
        let it = Card {
            title: &words.title,
            meta: &words.meta,
            summary: &words.summary,
            selected,
            picture: words.picture,
            action: can_be_copied.then_some("Copy to your scenarios"),
        };
        let clicks = card(ui, ctx.tokens, &it);
        if selected && in_view.as_ref() != Some(&book.source) {
            // Before anybody has chosen, the page stays at its top.
            if in_view.is_some() || index > 0 {
                clicks.card.scroll_to_me(None);
            }
            *in_view = Some(book.source.clone());
        }
        if clicks.action.is_some_and(|action| action.clicked()) {
            ctx.send(Command::Copy(book.source.clone()));
        } else if clicks.card.clicked() {
            open(ctx, book, is_open);
        }
    }
}

/// Draws the shelf of a person's own folder.
pub(super) fn yours(ctx: ViewCtx<'_>, yours: &Yours, in_view: &mut Option<Source>, ui: &mut Ui) {
    let weak = |text: String| Label::new(rich(text, Text::Small, ctx.tokens.text_weak)).wrap();
    ui.add(weak(yours.path.display().to_string()).selectable(true));
    cards(ctx, Shelf::Yours, in_view, ui);
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
            picture: CardPicture::Council(scenario.derived.voting.len()),
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

/// "United Nations Security Council · open debate · 20 June 2024 · 15 members, …".
fn meta(book: &Book, scenario: &Scenario, is_open: bool) -> String {
    let mut parts = vec![
        scenario.body.clone(),
        upper_first(scenario.meeting.label()),
        long_date(&scenario.date),
    ];
    match book.shelf {
        Shelf::Bundled => {}
        Shelf::Yours => parts.push(book.source.short_name()),
        Shelf::Elsewhere => parts.push(book.source.name()),
    }
    if is_open {
        parts.push("open now".to_owned());
    }
    let first = parts.join(" · ");
    let put = |action| scenario.outcomes.iter().filter(|it| it.action != action).count();
    let counts = [
        counted(scenario.derived.voting.len(), "member", "members"),
        counted(scenario.invited().count(), "invited", "invited"),
        counted(scenario.issues.len(), "issue", "issues"),
        counted(scenario.outcomes.len(), "proposed outcome", "proposed outcomes"),
    ];
    let tallied = scenario.outcomes.len() - put(PutToAction::TalliedOnly);
    let tallied =
        if tallied > 0 { format!(", {tallied} of them only tallied") } else { String::new() };
    format!("{first}\n{}{tallied}", counts.join(" · "))
}
