//! One of several, behind a name.

use eframe::egui::{ComboBox, Ui};

use crate::app::theme::{space, tokens};

use super::ringed;

/// A list that opens.
const LIST: f32 = 300.0;

/// A list behind a name, in one line.
pub fn choose(ui: &mut Ui, name: &str, (chosen, of): (&mut usize, &[String])) {
    ui.horizontal(|ui| {
        let label = ui.label(name);
        let shown = of.get(*chosen).map_or("", String::as_str);
        let combo = ComboBox::from_id_salt(name)
            .selected_text(shown)
            .width(LIST.min(ui.available_width() - space::S))
            .truncate();
        let response = combo.show_ui(ui, |ui| {
            for (at, words) in of.iter().enumerate() {
                ui.selectable_value(chosen, at, words);
            }
        });
        let response = response.response.labelled_by(label.id);
        ringed(ui, tokens(ui), response);
    });
}
