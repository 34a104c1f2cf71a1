//! How every text ended, so far as it has been shown.

use eframe::egui::{
    Align, Layout, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, radius, rich, space};
use crate::app::widgets::focus_ring;
use crate::council::OutcomeId;
use crate::debate::{DeclaredLists, OutcomeResult, Standing};
use crate::session::Session;
use crate::vote::Decision;

use super::outcomes::settled;

/// Draws the table; returns the outcome clicked.
pub(super) fn results(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) -> Option<OutcomeId> {
    let mut clicked = None;
    ScrollArea::vertical().id_salt("results").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut rows: Vec<&OutcomeResult> = session.results().iter().collect();
        rows.sort_by_key(|row| rank(session, row));
        for result in rows {
            if row(ctx, session, result, ui) {
                clicked = Some(result.outcome);
            }
        }
        ui.add_space(space::S);
        let note = "Simulated results. Declared stances are those of voting members.";
        ui.label(rich(note, Text::Small, ctx.tokens.text_weak));
    });
    clicked
}

/// What was decided comes first, then what was not put, then what is open.
fn rank(session: &Session, result: &OutcomeResult) -> u8 {
    match (session.state().standing[result.outcome], settled(session, result)) {
        (Standing::Decided(Decision::Adopted), _) => 0,
        (Standing::Decided(_), _) => 1,
        (_, Some(_)) => 2,
        (_, None) => 3,
    }
}

fn row(ctx: ViewCtx<'_>, session: &Session, result: &OutcomeResult, ui: &mut Ui) -> bool {
    let outcome = &session.scenario().outcomes[result.outcome];
    let settled = settled(session, result);
    let is_settled = settled.is_some();
    let (words, why) = settled.unwrap_or_else(|| ("open", declared(&result.declared)));
    let name = format!("{}: {}", outcome.title, upper_first(words));
    let width = ui.available_width() - space::M;
    let columns = [0.34 * width, 0.20 * width, 0.46 * width];
    let start = ui.cursor().min;
    let form = upper_first(result.form.name());
    let tokens = ctx.tokens;
    let cells = [
        vec![
            rich(&outcome.title, Text::Body, tokens.text),
            rich(form, Text::Small, tokens.text_weak),
        ],
        vec![rich(
            upper_first(words),
            if is_settled { Text::BodyStrong } else { Text::Body },
            if is_settled { tokens.text } else { tokens.text_weak },
        )],
        vec![rich(why, Text::Small, tokens.text_weak)],
    ];
    let (mut left, mut bottom) = (start.x, start.y);
    for (width, cell) in columns.into_iter().zip(cells) {
        let room = Rect::from_min_size(pos2(left, start.y + 5.0), vec2(width - space::M, 300.0));
        let layout = Layout::top_down(Align::Min);
        let mut child = ui.new_child(UiBuilder::new().max_rect(room).layout(layout));
        child.spacing_mut().item_spacing.y = 0.0;
        for text in cell {
            bottom = bottom.max(child.label(text).rect.bottom() + 6.0);
        }
        left += width;
    }
    let size = vec2(left - start.x, bottom - start.y);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    focus_ring(ui, tokens, &response, radius::S);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, tokens.line));
    response.clicked()
}

fn declared(lists: &DeclaredLists) -> String {
    format!(
        "{} in favour, {} with reservations, {} opposed, {} not declared",
        lists.in_favour.len(),
        lists.reservations.len(),
        lists.opposed.len(),
        lists.undeclared.len()
    )
}
