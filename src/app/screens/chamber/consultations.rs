//! What happens outside the chamber at this turn: soundings, rounds, silence, what intervenes.

use eframe::egui::{ScrollArea, Ui};

use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, size, space};
use crate::app::widgets::{Stance, prose, section};
use crate::council::{DelegationId, OutcomeId};
use crate::debate::{Book, Event, EventKind};
use crate::session::{Eyes, Session, Turn, TurnKind};
use crate::text::rule_words;
use crate::text::{EntryKind, change_words, percent, sounding_words};

use super::turn::TurnClick;
use super::why::Why;
use super::{decision, record, turn};

/// Draws what happened outside the chamber, on the ground of things outside the record.
pub(super) fn outside(
    ctx: ViewCtx<'_>,
    session: &Session,
    turn: &Turn,
    ui: &mut Ui,
) -> Option<TurnClick> {
    match turn.kind {
        TurnKind::Silence(outcome) => return silence(ctx, session, (turn, outcome), ui),
        TurnKind::Inject(inject) => {
            let title = &session.scenario().injects[inject].title;
            head(ctx, title, "Outside the chamber · simulated", ui);
        }
        TurnKind::Exchange(..) => {
            head(ctx, "Two delegations exchange places", "On the list of speakers · simulated", ui);
        }
        TurnKind::Instructions(_) => {
            head(ctx, "Other instructions from capital", "Outside the chamber · simulated", ui);
        }
        TurnKind::Round(_) => {
            let title = heading(session, turn);
            head(ctx, &title, &round(session, turn), ui);
        }
        _ => {
            let about = "Settled by each penholder after the rounds · simulated";
            head(ctx, "What becomes of the texts", about, ui);
        }
    }
    filled(ctx, ui, |ui| shown(ctx, session, turn, ui));
    None
}

/// What a turn outside the usual course is, and what it rests on.
pub(super) fn head(ctx: ViewCtx<'_>, title: &str, about: &str, ui: &mut Ui) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        ui.spacing_mut().interact_size.y = 0.0;
        ui.label(rich(title, Text::BodyStrong, ctx.tokens.text));
        ui.label(rich(about, Text::Small, ctx.tokens.text_weak));
    });
    ui.add_space(space::XS);
}

/// The heading under which the round is told.
fn heading(session: &Session, turn: &Turn) -> String {
    let entries = turn::entries(session, turn);
    let heading = entries.iter().rev().find(|entry| entry.kind == EntryKind::Heading);
    heading.map_or_else(|| "Consultations".to_owned(), |entry| entry.text.clone())
}

/// "9 texts, 3 amended · outside the chamber · simulated".
fn round(session: &Session, turn: &Turn) -> String {
    let count = |wanted: fn(&EventKind) -> bool| {
        session.events_of(turn).iter().filter(|event| wanted(&event.kind)).count()
    };
    let texts = count(|kind| matches!(kind, EventKind::AmendmentsWeighed { .. }));
    let amended = count(|kind| matches!(kind, EventKind::TextAmended { .. }));
    let texts = if texts == 1 { "1 text".to_owned() } else { format!("{texts} texts") };
    let amended = if amended == 0 { "none".to_owned() } else { amended.to_string() };
    format!("{texts} discussed, {amended} amended · outside the chamber · simulated")
}

/// What is shown of the turn: rows of texts, the rest as it is told, then soundings.
fn shown(ctx: ViewCtx<'_>, session: &Session, turn: &Turn, ui: &mut Ui) {
    let rows = rows(session, turn);
    for row in &rows {
        let title = &session.scenario().outcomes[row.outcome].title;
        decision::text_row(ctx, (row.word, row.rank < WEAK), title, &row.detail, ui);
    }
    if !rows.is_empty() {
        ui.add_space(space::XS);
    }
    told(ctx, session, turn, ui);
    soundings(ctx, session, turn, ui);
}

/// Soundings that were made before this turn in the meeting, on the ground of things outside.
pub(super) fn soundings_before(ctx: ViewCtx<'_>, session: &Session, turn: &Turn, ui: &mut Ui) {
    let sounds = |event: &Event| matches!(event.kind, EventKind::SoundingTaken(_));
    if session.events_of(turn).iter().any(sounds) {
        ui.add_space(space::S);
        record::ground(ctx, ui, |ui| soundings(ctx, session, turn, ui));
    }
}

/// What became of a text in a word, and why.
struct Row {
    outcome: OutcomeId,
    word: &'static str,
    detail: String,
    /// The lower, the earlier in the list.
    rank: u8,
}

/// From this rank on nothing has come of a text.
const WEAK: u8 = 2;

/// What became of each text at this turn, what moved first.
fn rows(session: &Session, turn: &Turn) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for event in session.events_of(turn) {
        let Some(row) = row(session, &event.kind) else { continue };
        // A text that was amended is not unchanged.
        rows.retain(|before| before.outcome != row.outcome || before.rank < WEAK);
        rows.push(row);
    }
    rows.sort_by_key(|row| row.rank);
    rows
}

fn row(session: &Session, kind: &EventKind) -> Option<Row> {
    let scenario = session.scenario();
    let (outcome, word, detail, rank) = match kind {
        EventKind::AmendmentsWeighed { outcome, offers } => {
            let offered = match offers.len() {
                // Who holds no pen is not told what others offered.
                0 if !session.sees_all() => "Not amended in this round".to_owned(),
                0 => "No amendment offered".to_owned(),
                1 => "1 amendment offered, not taken".to_owned(),
                count => format!("{count} amendments offered, none taken"),
            };
            (outcome, "Unchanged", offered, WEAK)
        }
        EventKind::TextAmended { outcome, issue, from, to, by, .. } => {
            let who = scenario.members[*by].name.in_sentence();
            let change = change_words(scenario, *issue, (*from, *to));
            (outcome, "Amended", format!("For {who}: {change}"), 0)
        }
        EventKind::PutInBlue { outcome } => {
            let version = session.state().texts[*outcome].version;
            (outcome, "In blue", format!("Version {version}, ready for the vote"), 0)
        }
        EventKind::SteppedDown { outcome, from, to, .. } => {
            let detail = format!("Now a {}, no longer a {}", to.name(), from.name());
            (outcome, "Lighter", detail, 1)
        }
        EventKind::LeftAsSupport { outcome, estimate } => {
            let pen = scenario.outcomes[*outcome].sponsors.first();
            // What another estimates it keeps to itself.
            let is_told =
                session.sees_all() || pen.map(|&pen| Eyes::Seat(pen)) == Some(session.eyes());
            let pen = pen.map(|&pen| scenario.members[pen].name.in_sentence());
            let pen = upper_first(&pen.unwrap_or_else(|| "the penholder".to_owned()));
            let detail = if is_told {
                format!("{pen} estimates the prospect of adoption at {}", percent(*estimate))
            } else {
                format!("{pen} sees too little prospect of adoption")
            };
            (outcome, "Not sought", detail, WEAK)
        }
        _ => return None,
    };
    Some(Row { outcome: *outcome, word, detail, rank })
}

/// What stands in no row and is no sounding, as it is told.
fn told(ctx: ViewCtx<'_>, session: &Session, turn: &Turn, ui: &mut Ui) {
    for entry in turn::entries(session, turn) {
        let Some(event) = session.event(entry.event) else { continue };
        let apart = matches!(
            event.kind,
            EventKind::SoundingTaken(_)
                | EventKind::AmendmentsWeighed { .. }
                | EventKind::TextAmended { .. }
                | EventKind::PutInBlue { .. }
                | EventKind::SteppedDown { .. }
                | EventKind::LeftAsSupport { .. }
                | EventKind::SilenceHeld { .. }
        );
        if !apart && entry.kind != EntryKind::Heading && entry.book == Book::Outside {
            let width = size::MEASURE + 120.0;
            prose(ui, &entry.text, (Text::Body, ctx.tokens.text), width);
            ui.add_space(space::XS);
        }
    }
}

/// Who sounded out whom: those asked by one delegation on one text stand together.
fn soundings(ctx: ViewCtx<'_>, session: &Session, turn: &Turn, ui: &mut Ui) {
    let scenario = session.scenario();
    let mut asked: Vec<(DelegationId, OutcomeId, Vec<String>)> = Vec::new();
    for event in session.events_of(turn) {
        let EventKind::SoundingTaken(sounding) = &event.kind else { continue };
        let of = scenario.members[sounding.of].name.in_sentence();
        let answer = format!("{of} {}", sounding_words(sounding.in_favour));
        let same = |(by, on, _): &&mut (DelegationId, OutcomeId, Vec<String>)| {
            (*by, *on) == (sounding.by, sounding.outcome)
        };
        match asked.iter_mut().find(same) {
            Some((.., answers)) => answers.push(answer),
            None => asked.push((sounding.by, sounding.outcome, vec![answer])),
        }
    }
    if asked.is_empty() {
        return;
    }
    section(ui, ctx.tokens, "Soundings, in confidence", None);
    for (by, on, answers) in asked {
        let by = upper_first(&scenario.members[by].name.in_sentence());
        let title = &scenario.outcomes[on].title;
        let words = format!("{by} on “{title}”: {}.", answers.join(", "));
        prose(ui, &words, (Text::Body, ctx.tokens.text), size::MEASURE + 120.0);
        ui.add_space(2.0);
    }
}

/// All the room below the head.
fn filled(ctx: ViewCtx<'_>, ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    record::ground(ctx, ui, |ui| {
        let height = (ui.available_height() - space::M).max(40.0);
        ScrollArea::vertical()
            .id_salt("outside the chamber")
            .max_height(height)
            .auto_shrink([false, true])
            .show(ui, contents);
    });
}

/// Draws whether silence held, and who broke it.
fn silence(
    ctx: ViewCtx<'_>,
    session: &Session,
    (turn, outcome): (&Turn, OutcomeId),
    ui: &mut Ui,
) -> Option<TurnClick> {
    let mut click = None;
    let scenario = session.scenario();
    let form = session.state().texts[outcome].form;
    let about = format!(
        "{} · {} · outside the chamber · simulated",
        upper_first(form.name()),
        rule_words(scenario, form)
    );
    let broke: Vec<DelegationId> = session
        .events_of(turn)
        .iter()
        .filter_map(|event| match &event.kind {
            EventKind::SilenceBroken { rows, .. } => Some(rows),
            _ => None,
        })
        .flatten()
        .map(|row| row.delegation)
        .collect();
    let (result, why) = if broke.is_empty() {
        ("Silence held", "Nobody broke it by the deadline: the text is agreed")
    } else {
        ("Silence broken", "The text is not agreed as it stands")
    };
    let title = &scenario.outcomes[outcome].title;
    decision::head(ctx, (title, &about), &(result.to_owned(), why.to_owned()), None, ui);
    filled(ctx, ui, |ui| {
        if !broke.is_empty() {
            let title = ("Broke silence", Stance::Against, title.as_str());
            if let Some(who) = decision::ballot(ctx, scenario, title, &broke, ui) {
                click = Some(TurnClick::Why(Why::Standing(who, outcome), None));
            }
        }
        shown(ctx, session, turn, ui);
    });
    click
}
