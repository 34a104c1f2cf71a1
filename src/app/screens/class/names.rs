//! Who sits in which seat: kept on this machine, and erased by one button.

use eframe::egui::{Button, Grid, TextEdit, Ui, vec2};

use crate::app::command::{Command, SeatCommand};
use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, space};
use crate::app::widgets::ringed;
use crate::council::DelegationId;
use crate::session::{Papers, Session};

use super::{small, weak};

const FIELD: f32 = 260.0;
const LONGEST: usize = 60;

/// Draws a field for each seat.
pub(super) fn names(ctx: ViewCtx<'_>, session: &Session, papers: &mut Papers, ui: &mut Ui) {
    weak(
        ctx,
        "A name is shown where the machine changes hands, and below the room while its seat is \
         played. These names stay on this machine: they are in no record, report or class pack.",
        ui,
    );
    ui.add_space(space::S);
    let scenario = session.scenario();
    Grid::new("names").num_columns(2).spacing(vec2(space::L, space::XS)).show(ui, |ui| {
        for who in seats(session) {
            let mut seat = upper_first(&scenario.members[who].name.in_sentence());
            if session.seats().contains(&who) {
                seat.push_str(", played");
            }
            let label = ui.label(rich(seat, Text::Body, ctx.tokens.text));
            let known = papers.names.iter().find(|(it, _)| *it == who);
            let mut name = known.map_or_else(String::new, |(_, name)| name.clone());
            let field = TextEdit::singleline(&mut name).char_limit(LONGEST).desired_width(FIELD);
            let field = ui.add(field.hint_text("Nobody yet")).labelled_by(label.id);
            if ringed(ui, ctx.tokens, field).changed() {
                papers.names.retain(|(it, _)| *it != who);
                if !name.is_empty() {
                    papers.names.push((who, name));
                }
            }
            ui.end_row();
        }
    });
    ui.add_space(space::L);
    let has_any = !papers.names.is_empty() || !papers.people().is_empty();
    let erase = ui.add_enabled(has_any, Button::new("Erase all names"));
    if ringed(ui, ctx.tokens, erase).clicked() {
        let mut papers = papers.clone();
        papers.erase_names();
        let words = "All names are erased; what pupils entered stands under numbers.".to_owned();
        ctx.send(Command::Seat(SeatCommand::Redact(Box::new(papers), words)));
    }
    small(
        ctx,
        "The names of pupils who answered, predicted or took notes are erased as well: they become \
         Pupil 1, Pupil 2 and so on. What they entered stays.",
        ui,
    );
}

/// The seats that are played, in the order in which their players take turns, then all others at
/// the table, as they sit.
fn seats(session: &Session) -> Vec<DelegationId> {
    let mut seats = session.seats().to_vec();
    let president = session.state().president;
    let presides = session.play_of().is_some_and(|play| play.presides);
    let table = session.scenario().seating().iter().copied();
    for who in presides.then_some(president).into_iter().chain(table) {
        if !seats.contains(&who) {
            seats.push(who);
        }
    }
    seats
}
