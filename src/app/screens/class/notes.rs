//! The note-taker: each statement as it was made, and what a pupil hears in it. What was worked
//! out of it is not shown here.

use eframe::egui::{Align, Label, Layout, ScrollArea, Ui, vec2};

use crate::analysis::agreement::{Mark, Marks};
use crate::analysis::forecasters::foretold;
use crate::app::command::{ClassPart, Command, PlaybackCommand};
use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, space};
use crate::app::turn_words::shown_turn;
use crate::app::widgets::{described, heading, prose, ringed};
use crate::council::{Declared, OutcomeId};
use crate::debate::EventKind;
use crate::session::{Move, Papers, Session, TurnKind, Way};
use crate::text::EntryKind;

use super::people::Picker;
use super::{WIDE, pressed, question, small};

/// What can be heard of a text.
const HEARD: [(Declared, &str); 4] = [
    (Declared::InFavour, "In favour"),
    (Declared::Reservations, "With reservations"),
    (Declared::Opposed, "Opposed"),
    (Declared::Undeclared, "Nothing"),
];
/// The share of the window that a long statement takes before it scrolls by itself.
const STATEMENT: f32 = 0.2;
/// Room for the name of a text, where what is heard stands beside it.
const NAME: f32 = 400.0;
/// A narrower page has the name above.
const ROOM_BESIDE: f32 = 800.0;

/// The residue of note-taking.
#[derive(Debug, Default)]
pub(super) struct Notes {
    picker: Picker,
}

impl Notes {
    /// Draws what stays in sight: who listens, and the statement of the turn shown.
    pub(super) fn head(
        &mut self,
        ctx: ViewCtx<'_>,
        session: &Session,
        papers: &mut Papers,
        ui: &mut Ui,
    ) {
        ui.horizontal_wrapped(|ui| {
            heading(ui, ctx.tokens, question(ClassPart::Notes));
            ways(ctx, session, ui);
        });
        self.picker.ui(ctx, papers, None, ui);
        let Some((_, who, words)) = statement(session) else {
            return small(ctx, "No statement is made at the turn shown. Go on to the next.", ui);
        };
        prose(ui, &who, (Text::BodyStrong, ctx.tokens.text), WIDE);
        let height = ui.ctx().content_rect().height() * STATEMENT;
        let scroll = ScrollArea::vertical().id_salt("statement").max_height(height);
        scroll.auto_shrink([false, true]).min_scrolled_height(height).show(ui, |ui| {
            prose(ui, &words, (Text::Body, ctx.tokens.text), WIDE);
        });
    }

    /// Draws the marks of one person on the statement.
    pub(super) fn ui(
        &mut self,
        ctx: ViewCtx<'_>,
        session: &Session,
        papers: &mut Papers,
        ui: &mut Ui,
    ) {
        if let Some((event, ..)) = statement(session) {
            match self.picker.chosen().map(str::to_owned) {
                Some(by) => {
                    // All texts are to be in view beside the statement.
                    ui.scope(|ui| {
                        ui.spacing_mut().item_spacing.y = 0.0;
                        marks(ctx, session, (papers, &by), event, ui);
                    });
                }
                None => small(ctx, "Add a pupil above, who then marks what is heard.", ui),
            }
        }
        small(
            ctx,
            "Mark of each statement what it says of each text, as you hear it. What the program takes \
             from it stays hidden here until the debate is over.",
            ui,
        );
        ui.add_space(space::S);
        let switch = ui.checkbox(
            &mut papers.hides_stances,
            "Leave declared stances out of the projector view until the debate is over",
        );
        ringed(ui, ctx.tokens, switch);
        small(
            ctx,
            "Then the back row hears statements without being told what they amount to. Votes that \
             were cast are shown. The chamber on this machine still shows stances.",
            ui,
        );
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
        let place = shown_turn(session);
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

/// What one person hears in the statement of this event: first the texts of the grid on paper, with
/// its numbers, then those on which nothing is decided.
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
    let before = marks.clone();
    let scenario = session.scenario();
    let grid: Vec<OutcomeId> = foretold(scenario).collect();
    let all = &scenario.order.outcomes;
    let others: Vec<OutcomeId> = all.iter().copied().filter(|it| !grid.contains(it)).collect();
    for (place, &outcome) in grid.iter().enumerate() {
        let title = &scenario.outcomes[outcome].title;
        let shown = format!("{}. {title}", place + 1);
        row(ctx, (title, &shown), (event, outcome, &mut marks), ui);
    }
    if !others.is_empty() && !grid.is_empty() {
        small(ctx, "Not on the grid on paper, as nothing is decided on them:", ui);
    }
    for outcome in others {
        let title = &scenario.outcomes[outcome].title;
        row(ctx, (title, title), (event, outcome, &mut marks), ui);
    }
    let is_marked = |outcome| {
        marks.heard.iter().any(|mark: &Mark| (mark.event, mark.outcome) == (event, outcome))
    };
    let rest: Vec<_> = all.iter().filter(|it| !is_marked(**it)).collect();
    if !rest.is_empty() && pressed(ctx, "Nothing on the rest", ui) {
        let stance = Declared::Undeclared;
        let nothing = rest.into_iter().map(|&outcome| Mark { event, outcome, stance });
        marks.heard.extend(nothing);
    }
    if marks != before {
        match at {
            Some(at) => papers.marks[at] = marks,
            None => papers.marks.push(marks),
        }
    }
}

/// What is heard of one text: its name, as it is shown, and the mark.
fn row(
    ctx: ViewCtx<'_>,
    (title, shown): (&str, &str),
    (event, outcome, marks): (usize, OutcomeId, &mut Marks),
    ui: &mut Ui,
) {
    let is_of = |mark: &Mark| (mark.event, mark.outcome) == (event, outcome);
    let heard = marks.heard.iter().rev().find(|mark| is_of(mark)).map(|mark| mark.stance);
    let has_room = ui.available_width() >= ROOM_BESIDE;
    if !has_room {
        prose(ui, shown, (Text::Body, ctx.tokens.text), WIDE);
    }
    ui.horizontal(|ui| {
        if has_room {
            let (size, line) =
                (vec2(NAME, ui.available_height()), Layout::left_to_right(Align::Center));
            ui.allocate_ui_with_layout(size, line, |ui| {
                ui.set_min_width(NAME);
                ui.add(Label::new(rich(shown, Text::Body, ctx.tokens.text)).truncate());
            });
        }
        for (stance, words) in HEARD {
            let radio = ui.radio(heard == Some(stance), words);
            described(&radio, title);
            if ringed(ui, ctx.tokens, radio).clicked() {
                marks.heard.retain(|mark| !is_of(mark));
                if heard != Some(stance) {
                    marks.heard.push(Mark { event, outcome, stance });
                }
            }
        }
    });
}
