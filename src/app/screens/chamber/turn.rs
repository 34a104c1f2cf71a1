//! What this turn shows below the table.

use eframe::egui::{ScrollArea, Ui};

use crate::app::context::ViewCtx;
use crate::app::marks;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, size, space};
use crate::app::views::{ChipRow, StatementClick, StatementView, statement};
use crate::app::widgets::{ChipKind, Stance, key_hint, link, prose};
use crate::council::{
    Capacity, Declared, DelegationId, OutcomeId, Point, Statement, StatementPurpose,
};
use crate::debate::Book;
use crate::scenario::Scenario;
use crate::session::{Session, Turn, TurnKind};
use crate::text::{Entry, EntryKind};
use crate::vote::Ballot;

use super::seats::{self, Said};
use super::why::Why;
use super::{consultations, decision, procedure};

/// What a click in the panel asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TurnClick {
    Toggle,
    Focus(OutcomeId),
    Results,
    /// Explain this, with that outcome in focus.
    Why(Why, Option<OutcomeId>),
}

/// What is to be shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scene<'a> {
    pub(super) session: &'a Session,
    /// The outcome the table speaks of.
    pub(super) focus: Option<OutcomeId>,
    pub(super) expanded: bool,
}

/// Draws the turn.
pub(super) fn turn(ctx: ViewCtx<'_>, scene: Scene<'_>, ui: &mut Ui) -> Option<TurnClick> {
    let session = scene.session;
    let Some(turn) = session.turn() else {
        before(ctx, session, ui);
        return None;
    };
    match turn.kind {
        TurnKind::Statement(who) => spoken(ctx, scene, who, ui),
        TurnKind::Decision(outcome) | TurnKind::Signature(outcome) => {
            let click = decision::decision(ctx, session, (outcome, scene.expanded), ui);
            end(ctx, session, ui).or(click)
        }
        TurnKind::Round(_) | TurnKind::Conclusion | TurnKind::Inject(_) | TurnKind::Silence(_) => {
            consultations::outside(ctx, session, turn, ui)
        }
        TurnKind::Question(_) | TurnKind::Ruling | TurnKind::Part(_) => {
            procedure::procedure(ctx, session, turn, ui);
            None
        }
        TurnKind::Selection => {
            decision::selection(ctx, session, turn, ui);
            None
        }
        TurnKind::Opening => {
            told(ctx, session, turn, "The meeting is called to order", ui);
            None
        }
        TurnKind::Closing => {
            told(ctx, session, turn, "The meeting is adjourned", ui);
            end(ctx, session, ui)
        }
        TurnKind::Pass(_) => {
            told(ctx, session, turn, "The floor passes", ui);
            None
        }
        TurnKind::Exchange(..) | TurnKind::Instructions(_) => {
            consultations::outside(ctx, session, turn, ui);
            None
        }
    }
}

/// The entries that this turn added.
pub(super) fn entries<'a>(session: &'a Session, turn: &Turn) -> Vec<&'a Entry> {
    let events = turn.events.start + 1..turn.events.end + 1;
    session.entries().iter().filter(|entry| events.contains(&entry.event)).collect()
}

fn before(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let scenario = session.scenario();
    ui.label(rich("The meeting has not been opened", Text::BodyStrong, ctx.tokens.text));
    let text = format!(
        "Statements appear here, each with a headline first. {} members sit at the table in \
         English alphabetical order around the President; their placards show what they have \
         declared on the outcome in focus.",
        scenario.derived.voting.len()
    );
    prose(ui, &text, (Text::Body, ctx.tokens.text_weak), size::MEASURE);
    ui.add_space(space::S);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        for (key, does) in [("→", "step"), ("←", "back"), ("Space", "play or pause")] {
            key_hint(ui, ctx.tokens, key, does);
        }
    });
}

/// A link to all results, when all has been shown.
fn end(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) -> Option<TurnClick> {
    if !session.is_over() {
        return None;
    }
    ui.add_space(space::XS);
    let words = "All has been shown. See how every text ended";
    link(ui, ctx.tokens, words).clicked().then_some(TurnClick::Results)
}

/// What was told at this turn.
fn told(ctx: ViewCtx<'_>, session: &Session, turn: &Turn, title: &str, ui: &mut Ui) {
    ui.label(rich(title, Text::BodyStrong, ctx.tokens.text));
    record(ctx, session, turn, ui);
}

/// What this turn added to the record.
pub(super) fn record(ctx: ViewCtx<'_>, session: &Session, turn: &Turn, ui: &mut Ui) {
    scrolled(ui, |ui| {
        for entry in entries(session, turn) {
            if matches!(entry.kind, EntryKind::Heading) || entry.book == Book::Outside {
                continue;
            }
            let text = match &entry.kind {
                EntryKind::President => format!("The President (simulated): {}", entry.text),
                // Who raises a question of procedure says so in a few words of its own.
                EntryKind::Statement { speaker, marks, .. } => format!(
                    "The representative of {} (simulated): {} {}",
                    session.scenario().members[*speaker].name.in_sentence(),
                    entry.text,
                    marks.join(". ")
                ),
                EntryKind::Proceedings | EntryKind::Heading => entry.text.clone(),
            };
            prose(ui, &text, (Text::Body, ctx.tokens.text), size::MEASURE + 120.0);
        }
    });
}

/// A scroll area over the room there is.
pub(super) fn scrolled(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let height = ui.available_height() - 28.0;
    ScrollArea::vertical()
        .id_salt("told")
        .max_height(height.max(40.0))
        .auto_shrink([false, true])
        .show(ui, contents);
}

fn spoken(ctx: ViewCtx<'_>, scene: Scene<'_>, who: DelegationId, ui: &mut Ui) -> Option<TurnClick> {
    let session = scene.session;
    let said = seats::said(session)?;
    let EntryKind::Statement { headline, marks, .. } = &said.entry.kind else { return None };
    let text = &said.entry.text;
    marks::shows(ui.ctx(), text, &marks.join("\n"));
    marks::shows(ui.ctx(), headline, &marks[0]);
    let scenario = session.scenario();
    let (chips, reasons) = chips(session, said, scene.focus);
    let view = StatementView {
        speaker: &upper_first(&scenario.members[who].name.short),
        capacity: &capacity(session, said.statement),
        headline,
        text,
        marks,
        expanded: scene.expanded,
        chips: &chips,
    };
    match statement(ui, ctx.tokens, &view)? {
        StatementClick::ToggleText => Some(TurnClick::Toggle),
        StatementClick::Copy => {
            let copied = format!("{headline}\n\n{text}\n\n{}", marks.join("\n"));
            ui.ctx().copy_text(copied);
            None
        }
        StatementClick::Chip(at) => reasons.get(at).map(|&(why, focus)| TurnClick::Why(why, focus)),
    }
}

/// "the representative (simulated) · national capacity · statement 7".
fn capacity(session: &Session, said: &Statement) -> String {
    let scenario = session.scenario();
    let capacity = match said.capacity {
        Capacity::Briefer => Some("briefer".to_owned()),
        Capacity::OnBehalfOf(group) => {
            Some(format!("on behalf of {}", scenario.groups[group].name))
        }
        Capacity::National if said.speaker == session.state().president => {
            Some("in its national capacity".to_owned())
        }
        Capacity::National => None,
    };
    let further =
        (said.purpose == StatementPurpose::Further).then(|| "further statement".to_owned());
    let number = format!("statement {}", session.state().statements);
    let parts =
        [Some("the representative (simulated)".to_owned()), capacity, further, Some(number)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What a chip is about: its reason, and the outcome that it brings into focus.
type About = (Why, Option<OutcomeId>);
type Chip = (ChipRow, About);

/// The chips of what was said, and what each is about: first what concerns the table as it is seen.
fn chips(
    session: &Session,
    said: Said<'_>,
    focus: Option<OutcomeId>,
) -> (Vec<ChipRow>, Vec<About>) {
    let (in_focus, others): (Vec<_>, Vec<_>) =
        declarations(session, said).into_iter().partition(|(_, about)| about.1 == focus);
    let scenario = session.scenario();
    in_focus
        .into_iter()
        .chain(relations(scenario, said))
        .chain(points(scenario, said))
        .chain(others)
        .unzip()
}

const fn plain(text: String, why: Why) -> Chip {
    (ChipRow { text, kind: ChipKind::Plain }, (why, None))
}

fn points(scenario: &Scenario, said: Said<'_>) -> Vec<Chip> {
    let words = |point: &Point| {
        let issue = &scenario.issues[point.issue];
        match point.voiced {
            Some(voiced) => format!("{}: {}", issue.name, issue.nearest_mark(voiced)),
            None => issue.name.clone(),
        }
    };
    // A briefer may come back to an issue.
    let mut chips: Vec<Chip> = Vec::new();
    for point in &said.statement.points {
        let why = Why::Point(said.event, point.issue);
        if !chips.iter().any(|(_, about)| about.0 == why) {
            chips.push(plain(words(point), why));
        }
    }
    chips
}

fn declarations(session: &Session, said: Said<'_>) -> Vec<Chip> {
    let scenario = session.scenario();
    let speaker = said.statement.speaker;
    let mut chips = Vec::new();
    for (declared, stance, verb) in [
        (Declared::InFavour, Stance::InFavor, "supports"),
        (Declared::Opposed, Stance::Opposed, "opposes"),
        (Declared::Reservations, Stance::WithReservations, "has reservations on"),
    ] {
        for it in said.statement.declarations.iter().filter(|it| it.stance == declared) {
            // Of a text that came to a vote before, it told the vote.
            let (stance, verb) = match session.state().ballots[(speaker, it.outcome)] {
                Some(Ballot::InFavour) => (Stance::InFavor, "voted in favour of"),
                Some(Ballot::Against) => (Stance::Against, "voted against"),
                Some(Ballot::Abstaining) => (Stance::Abstaining, "abstained on"),
                Some(Ballot::NotParticipating) | None => (stance, verb),
            };
            let text = format!("{verb} {}", scenario.outcomes[it.outcome].title);
            let about = (Why::Declaration(said.event, it.outcome), Some(it.outcome));
            chips.push((ChipRow { text, kind: ChipKind::Stance(stance) }, about));
        }
    }
    chips
}

fn relations(scenario: &Scenario, said: Said<'_>) -> Vec<Chip> {
    let commends = said.commends().map(|it| {
        let whom = scenario.members[it.to].name.in_sentence();
        plain(format!("commends {whom}"), Why::Commends(said.event))
    });
    let differs = said.criticizes().map(|it| {
        // A State is named only where the statement names it, through a sourced argument.
        let whom = if it.named {
            scenario.members[it.of].name.in_sentence()
        } else {
            "some delegations".to_owned()
        };
        let text = format!("differs from {whom} on {}", scenario.issues[it.issue].name);
        plain(text, Why::Differs(said.event))
    });
    commends.into_iter().chain(differs).collect()
}
