//! Who was who: for which State each letter stands, asked before it is told.

use eframe::egui::Ui;

use crate::app::command::{Command, SeatCommand};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, rich, space};
use crate::app::widgets::{columns, primary_button};
use crate::council::Membership;
use crate::scenario::{Naming, Scenario};
use crate::session::Session;

use super::{body, weak};

/// Draws the question, or once it has been told, the answer.
pub(super) fn who(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    if session.naming().is_by_letters() {
        let text = "Letters stand in place of States. Ask first: which State is which, and what \
                    made you think so? A position, a text that it tabled, the order of speakers?";
        body(ctx, text, ui);
        let text = "Then let it be told. From then on States have their names everywhere, and what \
                    really happened can be told as well.";
        weak(ctx, text, ui);
        ui.add_space(space::XS);
        if primary_button(ui, ctx.tokens, "Show who was who").clicked() {
            ctx.send(Command::Seat(SeatCommand::NameBy(Naming::Revealed)));
        }
        return;
    }
    weak(ctx, "The letters that stood in place of States in this debate.", ui);
    table(ctx, session, ui);
}

fn table(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let scenario = session.scenario();
    ui.spacing_mut().item_spacing.y = 0.0;
    let width = ui.available_width() - space::S;
    let widths = [0.20 * width, 0.45 * width, 0.35 * width];
    let strong = |text: &str| vec![rich(text, Text::SmallStrong, ctx.tokens.text_weak)];
    columns(ui, ctx.tokens, widths, [strong("Letter"), strong("State"), strong("In the meeting")]);
    let played = session.record().seats();
    for (who, letter) in scenario.letters() {
        let member = &scenario.members[who];
        let mut part = capacity(scenario, member.membership).to_owned();
        if who == scenario.president {
            part.push_str(", President");
        }
        let mut last = vec![rich(part, Text::Body, ctx.tokens.text_weak)];
        if played.contains(&who) {
            last.push(rich("Played by a person", Text::Small, ctx.tokens.text_weak));
        }
        let cells = [
            vec![rich(letter, Text::Body, ctx.tokens.text)],
            vec![rich(&member.name.short, Text::BodyStrong, ctx.tokens.text)],
            last,
        ];
        columns(ui, ctx.tokens, widths, cells);
    }
    ui.add_space(space::S);
}

const fn capacity(scenario: &Scenario, membership: Membership) -> &'static str {
    match membership {
        Membership::Permanent => "Permanent member",
        Membership::Elected if scenario.is_security_council => "Elected member",
        Membership::Elected => "Member",
        Membership::Rule37 | Membership::Rule39 => "Invited",
    }
}
