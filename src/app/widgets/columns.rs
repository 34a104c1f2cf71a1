//! One line of a table of words: as high as its highest cell, with a hairline below.

use eframe::egui::{Align, Layout, Rect, RichText, Sense, Ui, UiBuilder, pos2, vec2};

use crate::app::theme::{Tokens, space};

/// Above and below the words of a cell.
const PADDING: f32 = 5.0;
/// No cell is higher.
const HIGHEST: f32 = 600.0;

/// Draws a line whose cells have these widths; the texts of a cell stand one below the other.
pub fn columns<const N: usize>(
    ui: &mut Ui,
    tokens: &Tokens,
    widths: [f32; N],
    cells: [Vec<RichText>; N],
) -> Rect {
    let start = ui.cursor().min;
    let mut left = start.x;
    let mut bottom = start.y + 18.0 + 2.0 * PADDING;
    for (width, cell) in widths.into_iter().zip(cells) {
        let corner = pos2(left, start.y + PADDING);
        let room = Rect::from_min_size(corner, vec2((width - space::M).max(20.0), HIGHEST));
        let layout = Layout::top_down(Align::Min);
        let mut child = ui.new_child(UiBuilder::new().max_rect(room).layout(layout));
        child.spacing_mut().item_spacing.y = 0.0;
        for text in cell {
            bottom = bottom.max(child.label(text).rect.bottom() + PADDING);
        }
        left += width;
    }
    let size = vec2(left - start.x, bottom - start.y);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, tokens.line));
    rect
}
