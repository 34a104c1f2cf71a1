//! Who takes part: the members of the Council, and those invited.

use eframe::egui::{Align, Layout, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, space};
use crate::council::{DelegationId, Membership, Style};
use crate::scenario::Scenario;

/// The members, as they sit.
pub(super) fn members(ctx: ViewCtx<'_>, scenario: &Scenario, ui: &mut Ui) {
    let rows = scenario.seating();
    if rows.iter().any(|&id| style(scenario, id).is_some()) {
        let text = "Most speak in the usual tone; candid delegations say plainly what they want, \
                    guarded ones stay near agreed language.";
        super::sections::weak(ctx, text, ui);
    }
    table(ctx, scenario, rows, seat, ui);
}

/// The invited participants, in the order of the file.
pub(super) fn invited(ctx: ViewCtx<'_>, scenario: &Scenario, ui: &mut Ui) {
    let text = "They speak and do not vote.";
    super::sections::weak(ctx, text, ui);
    let rows: Vec<DelegationId> = scenario.invited().collect();
    table(ctx, scenario, &rows, role, ui);
}

fn table(
    ctx: ViewCtx<'_>,
    scenario: &Scenario,
    rows: &[DelegationId],
    seat: fn(&Scenario, DelegationId) -> String,
    ui: &mut Ui,
) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let width = ui.available_width();
    let columns = [0.36 * width, 0.24 * width, 0.40 * width];
    for &id in rows {
        let member = &scenario.members[id];
        let mut about = seat(scenario, id);
        if let Some(style) = style(scenario, id) {
            about = format!("{about}, {style}");
        }
        let speaker = member.speaker.as_ref().map_or_else(String::new, |speaker| {
            let title = speaker.title.as_deref().map_or_else(String::new, |it| format!(", {it}"));
            format!("{}{title}", speaker.name)
        });
        let cells = [
            rich(upper_first(&member.name.short), Text::Body, ctx.tokens.text),
            rich(about, Text::Small, ctx.tokens.text_weak),
            rich(speaker, Text::Small, ctx.tokens.text_weak),
        ];
        row(ctx, ui, columns, cells);
    }
}

/// One line of a table: as high as its highest cell, with a hairline below.
fn row(ctx: ViewCtx<'_>, ui: &mut Ui, columns: [f32; 3], cells: [eframe::egui::RichText; 3]) {
    let start = ui.cursor().min;
    let mut left = start.x;
    let mut bottom = start.y + 28.0;
    for (width, cell) in columns.into_iter().zip(cells) {
        let room = Rect::from_min_size(pos2(left, start.y + 5.0), vec2(width - space::M, 200.0));
        let layout = Layout::top_down(Align::Min);
        let shown = ui.new_child(UiBuilder::new().max_rect(room).layout(layout)).label(cell);
        bottom = bottom.max(shown.rect.bottom() + 5.0);
        left += width;
    }
    let (rect, _) = ui.allocate_exact_size(vec2(left - start.x, bottom - start.y), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, ctx.tokens.line));
}

fn seat(scenario: &Scenario, id: DelegationId) -> String {
    let seat = match scenario.members[id].membership {
        Membership::Permanent => "permanent member",
        _ => "elected member",
    };
    if id == scenario.president { format!("{seat}, President") } else { seat.to_owned() }
}

fn role(scenario: &Scenario, id: DelegationId) -> String {
    let member = &scenario.members[id];
    match member.membership {
        _ if member.is_briefer() => "briefer, rule 39".to_owned(),
        Membership::Rule39 => "rule 39".to_owned(),
        _ => "rule 37".to_owned(),
    }
}

fn style(scenario: &Scenario, id: DelegationId) -> Option<&'static str> {
    match scenario.members[id].style {
        Style::Candid => Some("candid"),
        Style::Measured => None,
        Style::Guarded => Some("guarded"),
    }
}
