//! What a figure answers, how it is read, what it does not show, and from what it was made.

use eframe::egui::{Align, Label, Layout, Stroke, Ui};

use crate::app::theme::{Text, Tokens, rich, space};
use crate::report::figure::Figure;

/// Where the words begin.
const BESIDE: f32 = 156.0;

/// Draws the notes.
pub(super) fn notes(ui: &mut Ui, tokens: &Tokens, it: &Figure) {
    let top = ui.cursor().top();
    let across = ui.max_rect().x_range();
    ui.painter().hline(across, top, Stroke::new(1.0, tokens.line_strong));
    ui.add_space(space::M);
    ui.spacing_mut().item_spacing.y = space::XS;
    for (name, words) in [
        ("What it answers", &it.answers),
        ("How to read it", &it.how_to_read),
        ("What it does not show", &it.does_not_show),
    ] {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.spacing_mut().interact_size.y = 0.0;
            let width = BESIDE - 12.0;
            let name = Label::new(rich(name, Text::SmallStrong, tokens.text_weak));
            ui.scope(|ui| {
                ui.set_width(width + 12.0);
                ui.add(name);
            });
            ui.vertical(|ui| {
                ui.add(Label::new(rich(upper(words), Text::Small, tokens.text)).wrap());
            });
        });
    }
    ui.add_space(space::XS);
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        ui.add(Label::new(rich(it.provenance.line(), Text::Small, tokens.text_weak)).wrap());
    });
}

/// The words as a sentence of their own.
fn upper(words: &str) -> String {
    crate::app::shell::upper_first(words)
}
