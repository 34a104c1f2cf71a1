//! The note-taker: each statement as it was made, and what a pupil hears in it. What was worked
//! out of it is not shown here.

use eframe::egui::Ui;

use crate::analysis::agreement::{Mark, Marks};
use crate::app::command::{Command, PlaybackCommand};
use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, size, space};
use crate::app::widgets::{described, framed, prose, ringed};
use crate::council::Declared;
use crate::debate::EventKind;
use crate::session::{Move, Papers, Session, TurnKind, Way};
use crate::text::EntryKind;

use super::people::Picker;
use super::{WIDE, pressed, small, weak};

/// What can be heard of a text.
const HEARD: [(Declared, &str); 4] = [
    (Declared::InFavour, "In favour"),
    (Declared::Reservations, "With reservations"),
    (Declared::Opposed, "Opposed"),
    (Declared::Undeclared, "Nothing"),
];

/// Draws the statement of the turn shown, and the marks of one person on it.
pub(super) fn notes(
    ctx: ViewCtx<'_>,
    session: &Session,
    (papers, picker): (&mut Papers, &mut Picker),
    ui: &mut Ui,
) {
    weak(
        ctx,
        "Mark of each statement what it says of each text, as you hear it. What the program takes \
         from it stays hidden here until the debate is over.",
        ui,
    );
    picker.ui(ctx, papers, None, ui);
    ui.add_space(space::S);
    ways(ctx, session, ui);
    let statement = statement(session);
    let Some((event, who, words)) = statement else {
        return small(ctx, "No statement is made at the turn shown. Go on to the next.", ui);
    };
    framed(ui, ctx.tokens, |ui| {
        prose(ui, &who, (Text::BodyStrong, ctx.tokens.text), WIDE);
        prose(ui, &words, (Text::Body, ctx.tokens.text), size::MEASURE);
    });
    match picker.chosen().map(str::to_owned) {
        Some(by) => marks(ctx, session, (papers, &by), event, ui),
        None => small(ctx, "Add a pupil above, who then marks what is heard.", ui),
    }
}

/// The ways to other statements.
fn ways(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    ui.horizontal(|ui| {
        for (way, words) in [(Way::Back, "Previous statement"), (Way::On, "Next statement")] {
            let command = PlaybackCommand::Go(Move::Statement, way);
            let is_possible = session.target(Move::Statement, way) != session.cursor();
            ui.add_enabled_ui(is_possible, |ui| {
                if pressed(ctx, words, ui) {
                    ctx.send(Command::Playback(command));
                }
            });
        }
        let place = format!("Turn {} of {}", session.cursor(), session.turns().len());
        small(ctx, &place, ui);
    });
}

/// The statement of the turn shown: the number of its event, who makes it, and its words.
fn statement(session: &Session) -> Option<(usize, String, String)> {
    let turn = session.turn()?;
    let TurnKind::Statement(who) = turn.kind else { return None };
    let is_made = |event: &&crate::debate::Event| matches!(&event.kind, EventKind::StatementDelivered(it) if it.speaker == who);
    let at = session.events_of(turn).iter().position(|event| is_made(&event))?;
    let event = turn.events.start + at + 1;
    let made = |kind: &EntryKind| matches!(kind, EntryKind::Statement { .. });
    let entry = session.entries().iter().find(|it| it.event == event && made(&it.kind))?;
    let name = session.scenario().members[who].name.in_sentence();
    let name = upper_first(&format!("the representative of {name} (simulated)"));
    Some((event, name, entry.text.clone()))
}

/// What one person hears in the statement of this event.
fn marks(
    ctx: ViewCtx<'_>,
    session: &Session,
    (papers, by): (&mut Papers, &str),
    event: usize,
    ui: &mut Ui,
) {
    let at = papers.marks.iter().position(|it| it.by == by);
    let mut marks = at.map_or_else(
        || Marks { by: by.to_owned(), ..Marks::default() },
        |at| papers.marks[at].clone(),
    );
    let before = marks.heard.len();
    let mut changed = false;
    let scenario = session.scenario();
    for &outcome in &scenario.order.outcomes {
        let is_of = |mark: &Mark| (mark.event, mark.outcome) == (event, outcome);
        let heard = marks.heard.iter().rev().find(|mark| is_of(mark)).map(|mark| mark.stance);
        let title = &scenario.outcomes[outcome].title;
        prose(ui, title, (Text::Body, ctx.tokens.text), WIDE);
        ui.horizontal_wrapped(|ui| {
            for (stance, words) in HEARD {
                let radio = ui.radio(heard == Some(stance), words);
                described(&radio, title);
                if ringed(ui, ctx.tokens, radio).clicked() {
                    changed = true;
                    marks.heard.retain(|mark| !is_of(mark));
                    if heard != Some(stance) {
                        marks.heard.push(Mark { event, outcome, stance });
                    }
                }
            }
        });
    }
    let is_marked = |outcome| {
        marks.heard.iter().any(|mark: &Mark| (mark.event, mark.outcome) == (event, outcome))
    };
    let rest: Vec<_> = scenario.order.outcomes.iter().filter(|it| !is_marked(**it)).collect();
    if !rest.is_empty() && pressed(ctx, "Nothing on the rest", ui) {
        let stance = Declared::Undeclared;
        let nothing = rest.into_iter().map(|&outcome| Mark { event, outcome, stance });
        marks.heard.extend(nothing);
    }
    if changed || marks.heard.len() != before {
        match at {
            Some(at) => papers.marks[at] = marks,
            None => papers.marks.push(marks),
        }
    }
}
