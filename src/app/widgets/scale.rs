//! An issue's scale as a line: its ends, the marks between, and where things stand today.

use std::sync::Arc;

use eframe::egui::{
    Align, Galley, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use crate::app::theme::{Text, Tokens, paragraph, space};

/// A scale.
#[derive(Clone, Debug)]
pub struct Scale {
    /// What 0 means.
    pub low: String,
    /// What 1 means.
    pub high: String,
    /// Points between with their labels, ascending.
    pub marks: Vec<(f32, String)>,
    /// Where things stand today.
    pub today: f32,
    /// Where members stand; none where that is not to be seen.
    pub positions: Vec<f32>,
}

/// Between the labels of the ends and the line: room for "today".
const ABOVE: f32 = 22.0;
const BELOW: f32 = 10.0;
const GAP: f32 = 14.0;
/// Room for dots at the ends.
const INSET: f32 = 6.0;
/// Half of what the label of a mark may take, at most, and at least in a single row of labels.
const HALF_MOST: f32 = 88.0;
const HALF_LEAST: f32 = 44.0;

/// Draws the scale over the whole width.
pub fn scale(ui: &mut Ui, tokens: &Tokens, it: &Scale) -> Response {
    let width = ui.available_width();
    let x = |share: f32| INSET + (width - 2.0 * INSET) * share;
    let ends = end_labels(ui, tokens, it, width);
    let marks = mark_labels(ui, tokens, it, (width, &x));
    let top = ends.iter().map(|galley| galley.size().y).fold(0.0, f32::max);
    let bottom = marks.iter().map(|(at, galley)| at.y + galley.size().y).fold(0.0, f32::max);
    let size = vec2(width, top + ABOVE + BELOW + bottom);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, words(it)));
    let y = rect.top() + top + ABOVE;
    let painter = ui.painter();
    let line = [pos2(rect.left() + x(0.0), y), pos2(rect.left() + x(1.0), y)];
    painter.line_segment(line, Stroke::new(2.0, tokens.line_strong));
    for share in &it.positions {
        let stroke = Stroke::new(2.0, tokens.accent.gamma_multiply(0.75));
        painter.vline(rect.left() + x(*share), y - 8.0..=y + 8.0, stroke);
    }
    for (share, _) in &it.marks {
        painter.circle_filled(pos2(rect.left() + x(*share), y), 4.0, tokens.text_weak);
    }
    for end in line {
        painter.vline(end.x, y - 6.0..=y + 6.0, Stroke::new(2.0, tokens.line_strong));
    }
    let [low, high] = ends;
    painter.galley(rect.min, low, tokens.text);
    painter.galley(rect.right_top(), high, tokens.text);
    for (at, galley) in marks {
        painter.galley(pos2(rect.left() + at.x, y + BELOW + at.y), galley, tokens.text);
    }
    today(ui, tokens, pos2(rect.left() + x(it.today), y), rect);
    response
}

/// The labels of the ends, above the line at its left and its right.
fn end_labels(ui: &Ui, tokens: &Tokens, it: &Scale, width: f32) -> [Arc<Galley>; 2] {
    [(&it.low, Align::Min), (&it.high, Align::Max)].map(|(text, align)| {
        let room = width / 2.0 - GAP;
        let mut job = paragraph(text, Text::Small, tokens.text, (room, usize::MAX));
        job.halign = align;
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    })
}

/// The labels of the marks, each below its dot, with the place of its top centre below the line.
fn mark_labels(
    ui: &Ui,
    tokens: &Tokens,
    it: &Scale,
    (width, x): (f32, &dyn Fn(f32) -> f32),
) -> Vec<(Pos2, Arc<Galley>)> {
    let places: Vec<f32> = it.marks.iter().map(|mark| x(mark.0)).collect();
    let mut lanes = 1;
    let mut halves = halves(&places, width, lanes);
    if halves.iter().any(|half| *half < HALF_LEAST) {
        lanes = 2;
        halves = self::halves(&places, width, lanes);
    }
    let galleys: Vec<Arc<Galley>> = it
        .marks
        .iter()
        .zip(&halves)
        .map(|((_, text), half)| {
            let mut job = paragraph(text, Text::Small, tokens.text_weak, (2.0 * half, usize::MAX));
            job.halign = Align::Center;
            ui.fonts_mut(|fonts| fonts.layout_job(job))
        })
        .collect();
    let first = galleys.iter().step_by(lanes).map(|galley| galley.size().y).fold(0.0, f32::max);
    places
        .iter()
        .zip(galleys)
        .enumerate()
        .map(|(at, (place, galley))| {
            let y = if at % lanes == 0 { 0.0 } else { first + 4.0 };
            (pos2(*place, y), galley)
        })
        .collect()
}

/// Half of the room of each label around its place, when labels take turns in so many lanes.
fn halves(places: &[f32], width: f32, lanes: usize) -> Vec<f32> {
    (0..places.len())
        .map(|at| {
            let before = at.checked_sub(lanes).map(|before| (places[at] - places[before]) / 2.0);
            let after = places.get(at + lanes).map(|after| (after - places[at]) / 2.0);
            let before = before.map_or(places[at], |half| half - GAP / 2.0);
            let after = after.map_or(width - places[at], |half| half - GAP / 2.0);
            before.min(after).clamp(20.0, HALF_MOST)
        })
        .collect()
}

/// A pointer on the line, with the word.
fn today(ui: &Ui, tokens: &Tokens, at: Pos2, rect: Rect) {
    let painter = ui.painter();
    let corners = [vec2(0.0, -5.0), vec2(-4.5, -12.0), vec2(4.5, -12.0)].map(|by| at + by);
    painter.add(Shape::convex_polygon(corners.to_vec(), tokens.accent, Stroke::NONE));
    let galley =
        painter.layout_no_wrap("today".to_owned(), Text::SmallStrong.font(), tokens.accent);
    let beside = pos2(at.x + space::S, at.y - galley.size().y - 4.0);
    let left = if beside.x + galley.size().x > rect.right() {
        at.x - space::S - galley.size().x
    } else {
        beside.x
    };
    painter.galley(pos2(left, beside.y), galley, tokens.accent);
}

fn words(it: &Scale) -> String {
    let marks: Vec<&str> = it.marks.iter().map(|mark| mark.1.as_str()).collect();
    let between =
        if marks.is_empty() { String::new() } else { format!(", by {}", marks.join("; ")) };
    format!("Scale from {}{between}, to {}. Today nearest to: {}", it.low, it.high, nearest(it))
}

/// The label nearest to where things stand today.
fn nearest(it: &Scale) -> &str {
    let ends = [(0.0, it.low.as_str()), (1.0, it.high.as_str())];
    let marks = it.marks.iter().map(|(share, label)| (*share, label.as_str()));
    let distance = |share: f32| (share - it.today).abs();
    marks
        .chain(ends)
        .min_by(|a, b| distance(a.0).total_cmp(&distance(b.0)))
        .map_or("", |point| point.1)
}

#[cfg(test)]
mod unit {
    use super::halves;

    #[test]
    fn labels_of_one_lane_do_not_overlap() {
        let places = [60.0, 160.0, 300.0, 520.0];
        for lanes in [1, 2] {
            let halves = halves(&places, 640.0, lanes);
            for at in lanes..places.len() {
                let before = at - lanes;
                assert!(places[before] + halves[before] < places[at] - halves[at], "{halves:?}");
            }
        }
    }
}
