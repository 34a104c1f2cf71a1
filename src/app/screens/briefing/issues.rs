//! The issues: each a scale with its marks, and on request where the members stand.

use eframe::egui::{Checkbox, Frame, Margin, Ui};

use crate::app::context::ViewCtx;
use crate::app::screens::council::positions;
use crate::app::theme::{Text, radius, rich, space};
use crate::app::widgets::{Scale, focus_ring, scale};
use crate::council::{Issue, IssueId, Mark};
use crate::scenario::Scenario;

use super::sections::weak;

/// Draws them; `shows_positions` is the choice of the person who watches.
pub(super) fn issues(
    ctx: ViewCtx<'_>,
    scenario: &Scenario,
    shows_positions: &mut bool,
    ui: &mut Ui,
) {
    let text = "Each issue is a scale of policy, from less to more; higher is not better.";
    weak(ctx, text, ui);
    let words = rich("Show positions", Text::Body, ctx.tokens.text);
    let choice = ui.add(Checkbox::new(shows_positions, words));
    focus_ring(ui, ctx.tokens, &choice, radius::S);
    choice.on_hover_text("Private positions at the start, which no delegation would know");
    for &id in &scenario.order.issues {
        Frame::new()
            .fill(ctx.tokens.panel)
            .stroke((1.0, ctx.tokens.line))
            .corner_radius(radius::M)
            .inner_margin(Margin { left: 16, right: 16, top: 12, bottom: 12 })
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = space::XS;
                issue(ctx, scenario, (id, *shows_positions), ui);
            });
    }
}

fn issue(
    ctx: ViewCtx<'_>,
    scenario: &Scenario,
    (id, shows_positions): (IssueId, bool),
    ui: &mut Ui,
) {
    let issue = &scenario.issues[id];
    ui.label(rich(&issue.name, Text::BodyStrong, ctx.tokens.text));
    let positions = if shows_positions { positions(scenario, id) } else { Vec::new() };
    scale(ui, ctx.tokens, &scale_of(issue, &positions));
    if shows_positions {
        ui.add_space(space::XS);
        ui.label(rich(spread(issue, &positions), Text::Small, ctx.tokens.text_weak));
    }
}

/// "14 members have a stance: from 10 to 85, the middle one at 55, nearest to “…”."
fn spread(issue: &Issue, positions: &[f64]) -> String {
    let points = |value: f64| format!("{:.0}", value * 100.0);
    match positions {
        [] => "No member has a stance on it.".to_owned(),
        [one] => format!(
            "One member has a stance on it: {}, nearest to “{}”.",
            points(*one),
            issue.nearest_mark(*one)
        ),
        [first, .., last] => {
            let middle = positions[positions.len() / 2];
            format!(
                "{} members have a stance on it: from {} to {} on a scale of 0 to 100, the middle \
                 one at {}, nearest to “{}”.",
                positions.len(),
                points(*first),
                points(*last),
                points(middle),
                issue.nearest_mark(middle)
            )
        }
    }
}

fn scale_of(issue: &Issue, positions: &[f64]) -> Scale {
    let mark = |mark: &Mark| (mark.position.get() as f32, mark.label.clone());
    Scale {
        low: issue.low.clone(),
        high: issue.high.clone(),
        marks: issue.marks.iter().map(mark).collect(),
        today: issue.status_quo.get() as f32,
        positions: positions.iter().map(|&position| position as f32).collect(),
    }
}
