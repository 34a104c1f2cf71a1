//! The debate as an axis of turns: stages below, what happened above, a knob to move.

use eframe::egui::{
    Event, EventFilter, Key, Painter, Rect, Response, Sense, Shape, Stroke, Ui, WidgetInfo,
    accesskit, pos2, vec2,
};

use crate::app::theme::{Text, Tokens};

use super::{
    focus_ring,
    icon::{Icon, paint_icon},
};

/// What a marker stands for; each kind has its own shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkerKind {
    Statement,
    Shift,
    Inject,
    Vote,
    /// Where a branch leaves another.
    Fork,
}

/// Something that happened at a turn.
#[derive(Clone, Copy, Debug)]
pub struct Marker {
    pub at: usize,
    pub kind: MarkerKind,
}

/// The axis: positions from 0, before the first turn, to `turns`.
#[derive(Clone, Copy, Debug)]
pub struct Timeline<'a> {
    pub turns: usize,
    pub position: usize,
    /// How far the debate has been run.
    pub reached: usize,
    pub stages: &'a [(usize, &'a str)],
    pub markers: &'a [Marker],
}

const HEIGHT: f32 = 52.0;
/// Room for the knob beyond the ends of the axis.
const INSET: f32 = 10.0;
const PAGE: isize = 5;

/// Draws the axis over the whole width; the second value is the position asked for.
pub fn timeline(ui: &mut Ui, tokens: &Tokens, it: &Timeline<'_>) -> (Response, Option<usize>) {
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::click_and_drag());
    let label = format!("Timeline, turn {} of {}", it.position, it.turns);
    response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), it.position as f64, &label));
    declare_range(ui, &response, it);
    let axis = Axis {
        left: rect.left() + INSET,
        width: rect.width() - 2.0 * INSET,
        turns: it.turns.max(1),
    };
    let asked = by_pointer(&response, &axis).or_else(|| by_keys(ui, &response, it));
    let y = rect.top() + 18.0;
    paint_axis(ui.painter(), tokens, (&axis, y), it);
    paint_stages(ui.painter(), tokens, (&axis, y), it);
    paint_knob(ui, tokens, &response, (axis.x(it.position), y));
    focus_ring(ui, tokens, &response, 4);
    (response, asked.filter(|position| *position != it.position))
}

struct Axis {
    left: f32,
    width: f32,
    turns: usize,
}

impl Axis {
    fn x(&self, turn: usize) -> f32 {
        self.left + self.width * turn.min(self.turns) as f32 / self.turns as f32
    }

    fn turn(&self, x: f32) -> usize {
        let share = ((x - self.left) / self.width.max(1.0)).clamp(0.0, 1.0);
        (share * self.turns as f32).round() as usize
    }
}

fn by_pointer(response: &Response, axis: &Axis) -> Option<usize> {
    let moved = response.clicked() || response.dragged() || response.is_pointer_button_down_on();
    response.interact_pointer_pos().filter(|_| moved).map(|at| axis.turn(at.x))
}

fn by_keys(ui: &Ui, response: &Response, it: &Timeline<'_>) -> Option<usize> {
    let id = response.id;
    let reader = ui.input(|input| {
        let steps = |action| input.num_accesskit_action_requests(id, action).cast_signed();
        steps(accesskit::Action::Increment) - steps(accesskit::Action::Decrement)
    });
    let set = ui.input(|input| {
        input.accesskit_action_requests(id, accesskit::Action::SetValue).find_map(|request| {
            match request.data {
                Some(accesskit::ActionData::NumericValue(value)) => {
                    Some(value.round().max(0.0) as usize)
                }
                _ => None,
            }
        })
    });
    let mut steps = reader;
    if response.has_focus() {
        // The arrows move the knob here, not the focus.
        let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
        steps += ui.input_mut(|input| key_steps(&mut input.events, it.turns));
    }
    let moved = it.position.saturating_add_signed(steps).min(it.turns);
    set.map(|turn| turn.min(it.turns)).or((steps != 0).then_some(moved))
}

/// Takes the keys meant for the knob out of the events, so that no shortcut acts on them as well.
fn key_steps(events: &mut Vec<Event>, turns: usize) -> isize {
    let far = isize::try_from(turns).unwrap_or(isize::MAX);
    let mut steps = 0;
    events.retain(|event| {
        let Event::Key { key, pressed: true, modifiers, .. } = event else {
            return true;
        };
        let step = match key {
            _ if modifiers.any() => return true,
            Key::ArrowRight => 1,
            Key::ArrowLeft => -1,
            Key::PageDown => PAGE,
            Key::PageUp => -PAGE,
            Key::Home => -far,
            Key::End => far,
            _ => return true,
        };
        steps += step;
        false
    });
    steps
}

fn declare_range(ui: &Ui, response: &Response, it: &Timeline<'_>) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(it.turns as f64);
        node.set_numeric_value_step(1.0);
        for action in [
            accesskit::Action::SetValue,
            accesskit::Action::Increment,
            accesskit::Action::Decrement,
        ] {
            node.add_action(action);
        }
    });
}

fn paint_axis(painter: &Painter, tokens: &Tokens, (axis, y): (&Axis, f32), it: &Timeline<'_>) {
    let part = |from: usize, to: usize| {
        Rect::from_min_max(pos2(axis.x(from), y - 2.0), pos2(axis.x(to), y + 2.0))
    };
    painter.rect_filled(part(0, it.turns), 2, tokens.undeclared_fill);
    painter.rect_filled(part(0, it.reached), 2, tokens.line_strong);
    painter.rect_filled(part(0, it.position), 2, tokens.accent);
    for marker in it.markers {
        let at = pos2(axis.x(marker.at), y - 10.0);
        match marker.kind {
            MarkerKind::Statement => {
                let color =
                    if marker.at <= it.position { tokens.accent } else { tokens.line_strong };
                painter.circle_filled(at, 2.0, color);
            }
            MarkerKind::Shift => diamond(painter, tokens, at),
            MarkerKind::Inject => {
                let square = Rect::from_center_size(at, vec2(6.0, 6.0));
                painter.rect_filled(square, 0, tokens.warning);
            }
            MarkerKind::Fork => {
                let square = Rect::from_center_size(pos2(at.x, y + 9.0), vec2(13.0, 13.0));
                paint_icon(painter, square, Icon::Branch, tokens.accent);
            }
            MarkerKind::Vote => {
                painter.rect_filled(Rect::from_center_size(at, vec2(3.0, 10.0)), 1, tokens.text);
            }
        }
    }
}

fn diamond(painter: &Painter, tokens: &Tokens, at: eframe::egui::Pos2) {
    let corners = [vec2(0.0, -4.0), vec2(4.0, 0.0), vec2(0.0, 4.0), vec2(-4.0, 0.0)];
    let points = corners.into_iter().map(|corner| at + corner).collect();
    painter.add(Shape::convex_polygon(points, tokens.text_weak, Stroke::NONE));
}

fn paint_stages(painter: &Painter, tokens: &Tokens, (axis, y): (&Axis, f32), it: &Timeline<'_>) {
    let current = it.stages.iter().rposition(|(at, _)| *at <= it.position);
    let mut taken: Vec<Rect> = Vec::new();
    // The current stage is named first; a stage too short for its name then keeps only its tick.
    let others = (0..it.stages.len()).filter(|index| Some(*index) != current);
    for index in current.into_iter().chain(others) {
        let (at, name) = it.stages[index];
        let is_current = Some(index) == current;
        let x = axis.x(at);
        let setting = if is_current { Text::SmallStrong } else { Text::Small };
        let color = if is_current { tokens.text } else { tokens.text_weak };
        painter.vline(x, y + 8.0..=y + 13.0, Stroke::new(1.0, tokens.line_strong));
        let galley = painter.layout_no_wrap(name.to_owned(), setting.font(), color);
        let left = (x - 1.0).min(axis.left + axis.width + INSET - galley.size().x);
        let rect = Rect::from_min_size(pos2(left, y + 15.0), galley.size());
        if taken.iter().all(|other| !other.expand2(vec2(10.0, 0.0)).intersects(rect)) {
            painter.galley(rect.min, galley, color);
            taken.push(rect);
        }
    }
}

fn paint_knob(ui: &Ui, tokens: &Tokens, response: &Response, (x, y): (f32, f32)) {
    let grip = if response.hovered() || response.dragged() { 8.0 } else { 7.0 };
    let center = pos2(x, y);
    ui.painter().circle_filled(center, grip + 2.0, tokens.panel);
    ui.painter().circle_filled(center, grip, tokens.accent);
}
