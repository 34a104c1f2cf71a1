//! One of several, behind a name.

use std::fmt::Debug;
use std::hash::Hash;

use eframe::egui::{ComboBox, EventFilter, Key, Modifiers, Response, Ui};

use crate::app::theme::{space, tokens};

use super::ringed;

/// A list that opens.
const LIST: f32 = 300.0;
/// Most height of a list that is open.
const HEIGHT: f32 = 420.0;

/// A list behind a name, in one line.
pub fn choose(ui: &mut Ui, name: &str, (chosen, of): (&mut usize, &[String])) {
    ui.horizontal(|ui| {
        let label = ui.label(name);
        let width = LIST.min(ui.available_width() - space::S);
        let response = pick(ui, (name, width), (chosen, of)).labelled_by(label.id);
        ringed(ui, tokens(ui), response);
    });
}

/// A list without a name. Who has the keyboard in it goes up and down with the arrows, whether it
/// is open or not.
pub fn pick(
    ui: &mut Ui,
    (id, width): (impl Hash + Debug, f32),
    (chosen, of): (&mut usize, &[String]),
) -> Response {
    let shown = of.get(*chosen).map_or("", String::as_str);
    let combo = ComboBox::from_id_salt(id).selected_text(shown).width(width).height(HEIGHT);
    let combo = combo.truncate().show_ui(ui, |ui| {
        for (at, words) in of.iter().enumerate() {
            ui.selectable_value(chosen, at, words);
        }
    });
    let response = combo.response;
    if response.has_focus() {
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let [down, up] = [Key::ArrowDown, Key::ArrowUp].map(pressed);
        if down && *chosen + 1 < of.len() {
            *chosen += 1;
        } else if up {
            *chosen = chosen.saturating_sub(1);
        }
    }
    response
}
