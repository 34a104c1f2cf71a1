//! Who moved most, from the instructions of its capital to where it stands.

use eframe::egui::Ui;

use crate::app::context::ViewCtx;
use crate::app::theme::{Text, rich, space};
use crate::app::widgets::shift_line;
use crate::council::{DelegationId, IssueId};
use crate::scenario::Scenario;
use crate::session::Session;
use crate::text::upper_first;

use super::weak;

/// The most movements that are told, and the least that is one, in 0..1.
const MOST: usize = 8;
const LEAST: f64 = 0.02;
const LINE: f32 = 150.0;

/// A movement.
struct Move {
    who: DelegationId,
    issue: IssueId,
    from: f64,
    to: f64,
}

/// Draws the movements, the largest first.
pub(super) fn positions(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let scenario = session.scenario();
    let moves = moves(session);
    if moves.is_empty() {
        return weak(ctx, "Nobody has moved by 2 points or more.", ui);
    }
    let text = "Private positions, on scales of 0 to 100: a ring where a delegation began, a dot \
                where it stands. What a position means is said by the nearest mark.";
    weak(ctx, text, ui);
    ui.add_space(space::XS);
    for it in &moves {
        row(ctx, scenario, it, ui);
    }
}

fn moves(session: &Session) -> Vec<Move> {
    let scenario = session.scenario();
    let mut moves: Vec<Move> = Vec::new();
    for &who in &scenario.order.members {
        for &issue in &scenario.order.issues {
            let from = scenario.derived.instructions[(who, issue)].position;
            let to = session.state().positions[(who, issue)];
            if (to - from).abs() >= LEAST {
                moves.push(Move { who, issue, from, to });
            }
        }
    }
    // A stable sort: of equals, the order of the file.
    moves.sort_by(|a, b| (b.to - b.from).abs().total_cmp(&(a.to - a.from).abs()));
    moves.truncate(MOST);
    moves
}

fn row(ctx: ViewCtx<'_>, scenario: &Scenario, it: &Move, ui: &mut Ui) {
    let words = words(scenario, it);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        ui.vertical(|ui| {
            ui.set_width(LINE);
            shift_line(ui, ctx.tokens, (it.from as f32, it.to as f32), (LINE, &words));
        });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let name = upper_first(&scenario.members[it.who].name.short);
            let name = format!("{name} on “{}”", scenario.issues[it.issue].name);
            ui.label(rich(name, Text::BodyStrong, ctx.tokens.text));
            ui.label(rich(words.clone(), Text::Body, ctx.tokens.text));
        });
    });
}

/// "From 40, “at the request of a State”, to 55, “regularly”."
fn words(scenario: &Scenario, it: &Move) -> String {
    let issue = &scenario.issues[it.issue];
    let points = |value: f64| format!("{:.0}", value * 100.0);
    let [from, to] = [it.from, it.to].map(|at| issue.nearest_mark(at));
    if from == to {
        format!("From {} to {}, still nearest to “{to}”.", points(it.from), points(it.to))
    } else {
        format!("From {}, “{from}”, to {}, “{to}”.", points(it.from), points(it.to))
    }
}
