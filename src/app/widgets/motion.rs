//! Movement that explains a change: a number that grows, a placard that turns; still where a person asked for stillness.

use std::any::Any;

use eframe::egui::{Id, Ui};

use crate::app::theme::motion;

/// The value on its way to `target`, or there at once where nothing moves.
pub fn moved(ui: &Ui, id: Id, target: f32) -> f32 {
    if ui.style().animation_time <= 0.0 {
        return target;
    }
    ui.ctx().animate_value_with_time(id, target, motion::CALM_SECS)
}

/// What a thing was before it last changed, and how far it has turned from that: 0..1.
pub fn turned<T: Copy + PartialEq + Any + Send + Sync>(ui: &Ui, id: Id, now: T) -> (T, f32) {
    let stored = ui.data(|data| data.get_temp::<Turn<T>>(id));
    let mut turn = stored.unwrap_or(Turn { before: now, now, turns: 0 });
    if turn.now != now {
        turn = Turn { before: turn.now, now, turns: turn.turns + 1 };
    }
    ui.data_mut(|data| data.insert_temp(id, turn));
    let reached = moved(ui, id.with("turn"), f32::from(turn.turns));
    (turn.before, (reached - f32::from(turn.turns) + 1.0).clamp(0.0, 1.0))
}

#[derive(Clone, Copy)]
struct Turn<T> {
    before: T,
    now: T,
    turns: u16,
}
