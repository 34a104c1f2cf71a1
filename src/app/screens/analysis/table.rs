//! The figures behind a picture as a table.

use eframe::egui::{Label, ScrollArea, Ui, vec2};

use crate::app::theme::{Text, Tokens, rich, space};
use crate::report::figure::{Setting, Table};

const ROW: f32 = 24.0;
/// Between columns.
const GAP: f32 = 20.0;
/// A column is no wider; longer words are cut, and told under the pointer.
const WIDEST: f32 = 320.0;

/// How wide the columns are.
pub(super) fn widths(it: &Table, measure: &dyn Fn(&str, Setting) -> f32) -> Vec<f32> {
    let column = |at: usize| {
        let head = measure(&it.columns[at], Setting::SmallStrong);
        let cells = it.rows.iter().map(|row| measure(&row[at], Setting::Small));
        cells.fold(head, f32::max).ceil().min(WIDEST) + 2.0
    };
    (0..it.columns.len()).map(column).collect()
}

/// Draws the table; rows out of sight are left out.
pub(super) fn table(ui: &mut Ui, tokens: &Tokens, it: &Table, widths: &[f32]) {
    ScrollArea::horizontal().id_salt("across").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(GAP, 0.0);
        row(ui, &it.columns, widths, |words| rich(words, Text::SmallStrong, tokens.text_weak));
        let whole = widths.iter().sum::<f32>() + GAP * widths.len() as f32;
        ui.set_min_width(whole);
        ui.add_space(space::XS);
        let rows = ScrollArea::vertical().id_salt("down").auto_shrink([false, false]);
        rows.show_rows(ui, ROW, it.rows.len(), |ui, shown| {
            for cells in &it.rows[shown] {
                row(ui, cells, widths, |words| rich(words, Text::Small, tokens.text));
            }
        });
    });
}

fn row(
    ui: &mut Ui,
    cells: &[String],
    widths: &[f32],
    look: impl Fn(&str) -> eframe::egui::RichText,
) {
    ui.horizontal(|ui| {
        ui.set_height(ROW);
        for (words, &width) in cells.iter().zip(widths) {
            let size = vec2(width, ROW);
            let left = eframe::egui::Layout::left_to_right(eframe::egui::Align::Center);
            ui.allocate_ui_with_layout(size, left, |ui| {
                ui.set_width(width);
                let cell = ui.add(Label::new(look(words)).truncate());
                if width > WIDEST {
                    cell.on_hover_text(words);
                }
            });
        }
    });
}
