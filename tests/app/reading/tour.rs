//! Tab from control to control until it is back where it began.

use eframe::egui::{Color32, Key, Rect, Shape, Stroke};
use egui_kittest::Node;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use horseshoe::app::theme::{Contrast, tokens_of};

use super::super::press;
use super::places::{Window, id_of, name_of};
use super::rules::is_used;

/// More than any screen has controls.
const MOST: usize = 600;
/// A ring stands no farther from its control.
const AROUND: f32 = 8.0;

/// A control that the keyboard came to.
#[derive(Debug)]
pub(super) struct Visited {
    pub(super) id: String,
    pub(super) name: String,
}

/// Where Tab led, and what was wrong on the way.
#[derive(Debug)]
pub(super) struct Tour {
    pub(super) visited: Vec<Visited>,
    pub(super) faults: Vec<String>,
}

/// Presses Tab until it comes to where it has been.
pub(super) fn tour(harness: &mut Window, place: &str) -> Tour {
    let mut tour = Tour { visited: Vec::new(), faults: Vec::new() };
    if !harness.query_all(By::new()).any(|node| is_used(&node)) {
        // The back row presses nothing.
        return tour;
    }
    while tour.visited.len() < MOST {
        press(harness, Key::Tab);
        let Some(node) = focused(harness) else {
            // Between the last control and the first there may be nothing, once.
            press(harness, Key::Tab);
            if focused(harness).is_none() {
                tour.faults.push(format!("{place}: Tab leads nowhere"));
                return tour;
            }
            continue;
        };
        let it = Visited { id: id_of(&node), name: name_of(&node) };
        if let Some(at) = tour.visited.iter().position(|before| before.id == it.id) {
            if at > 0 {
                let last = tour.visited.last().map_or("", |last| &last.name);
                let words = format!("{place}: Tab is caught from “{last}” to “{}”", it.name);
                tour.faults.push(words);
            }
            return tour;
        }
        tour.faults.extend(hidden(harness, &node).map(|what| format!("{place}: {what}")));
        tour.visited.push(it);
    }
    tour.faults.push(format!("{place}: Tab does not come back"));
    tour
}

fn focused(harness: &Window) -> Option<Node<'_>> {
    harness.query_all(By::new()).find(|node| node.accesskit_node().is_focused())
}

/// Whether one cannot see that the keyboard is there.
fn hidden(harness: &Window, node: &Node<'_>) -> Option<String> {
    let (rect, name) = (node.rect(), name_of(node));
    if !harness.ctx.content_rect().intersects(rect) {
        return Some(format!("“{name}” has the keyboard out of sight, at {rect:?}"));
    }
    let accent = tokens_of(harness.ctx.theme(), Contrast::Usual).accent;
    let shapes = harness.output().shapes.iter();
    let is_seen = shapes
        .into_iter()
        .any(|clipped| clipped.clip_rect.intersects(rect) && rings(&clipped.shape, (rect, accent)));
    (!is_seen).then(|| format!("“{name}” shows nothing of the keyboard, at {rect:?}"))
}

/// Whether a shape is a line of the accent around something.
fn rings(shape: &Shape, (around, accent): (Rect, Color32)) -> bool {
    let line = |stroke: &Stroke| stroke.width > 0.0 && stroke.color == accent;
    let close = |rect: Rect| {
        around.expand(AROUND).contains_rect(rect) && rect.expand(AROUND).contains_rect(around)
    };
    match shape {
        Shape::Rect(rect) => line(&rect.stroke) && close(rect.rect),
        Shape::Circle(circle) => {
            line(&circle.stroke) && around.expand(AROUND).contains(circle.center)
        }
        Shape::Vec(shapes) => shapes.iter().any(|shape| rings(shape, (around, accent))),
        _ => false,
    }
}
