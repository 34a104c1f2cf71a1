//! An issue's scale as a line: its ends, the marks between, and where things stand today.

use std::sync::Arc;

use eframe::egui::{
    Align, Color32, Galley, Rect, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use crate::app::theme::{Text, Tokens, paragraph, space};

/// A scale.
#[derive(Clone, Debug)]
pub struct Scale {
    /// Points with their labels, ascending, from the low end at 0 to the high end at 1.
    pub points: Vec<(f32, String)>,
    /// Where things stand today.
    pub today: f32,
}

const ABOVE: f32 = 24.0;
const BELOW: f32 = 10.0;
const GAP: f32 = 14.0;
/// Room for dots at the ends.
const INSET: f32 = 6.0;
/// The room a label may want.
const NARROWEST: f32 = 76.0;
const WIDEST: f32 = 170.0;

/// Draws the scale over the whole width.
pub fn scale(ui: &mut Ui, tokens: &Tokens, it: &Scale) -> Response {
    let width = ui.available_width();
    let x = |share: f32| INSET + (width - 2.0 * INSET) * share;
    let places: Vec<f32> = it.points.iter().map(|point| x(point.0)).collect();
    let room: Vec<f32> = it.points.iter().map(|point| wanted(ui, &point.1)).collect();
    let spans = spans(&places, &room, width);
    let labels: Vec<(Rect, Arc<Galley>)> = it
        .points
        .iter()
        .zip(spans)
        .enumerate()
        .map(|(index, ((_, text), (left, right)))| {
            let align = if index == 0 {
                Align::Min
            } else if index + 1 == it.points.len() {
                Align::Max
            } else {
                Align::Center
            };
            let is_end = align != Align::Center;
            let color = if is_end { tokens.text } else { tokens.text_weak };
            let mut job = paragraph(text, Text::Small, color, (right - left, usize::MAX));
            job.halign = align;
            let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
            let anchor = match align {
                Align::Min => left,
                Align::Max => right,
                Align::Center => f32::midpoint(left, right),
            };
            (Rect::from_min_size(pos2(anchor, 0.0), galley.size()), galley)
        })
        .collect();
    let tallest = labels.iter().map(|(rect, _)| rect.height()).fold(0.0, f32::max);
    let size = vec2(width, ABOVE + BELOW + tallest);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, words(it)));
    let y = rect.top() + ABOVE;
    let painter = ui.painter();
    let line = [pos2(rect.left() + x(0.0), y), pos2(rect.left() + x(1.0), y)];
    painter.line_segment(line, Stroke::new(2.0, tokens.line_strong));
    for place in &places {
        painter.circle_filled(pos2(rect.left() + place, y), 4.0, tokens.text_weak);
    }
    for (label, galley) in labels {
        let at = pos2(rect.left() + label.left(), y + BELOW);
        painter.galley(at, galley, tokens.text);
    }
    today(ui, tokens, pos2(rect.left() + x(it.today), y), rect);
    response
}

/// A pointer on the line, with the word.
fn today(ui: &Ui, tokens: &Tokens, at: eframe::egui::Pos2, rect: Rect) {
    let painter = ui.painter();
    let corners = [vec2(0.0, -5.0), vec2(-4.5, -12.0), vec2(4.5, -12.0)].map(|by| at + by);
    painter.add(Shape::convex_polygon(corners.to_vec(), tokens.accent, Stroke::NONE));
    let galley =
        painter.layout_no_wrap("today".to_owned(), Text::SmallStrong.font(), tokens.accent);
    let beside = pos2(at.x + space::S, rect.top() + 1.0);
    let left = if beside.x + galley.size().x > rect.right() {
        at.x - space::S - galley.size().x
    } else {
        beside.x
    };
    painter.galley(pos2(left, beside.y), galley, tokens.accent);
}

/// How much room a label wants: that of half its words, so that it takes two rows or three.
fn wanted(ui: &Ui, text: &str) -> f32 {
    let lay = |text: String| {
        let font = Text::Small.font();
        ui.fonts_mut(|fonts| fonts.layout_no_wrap(text, font, Color32::PLACEHOLDER).size().x)
    };
    (lay(text.to_owned()) / 2.0 + GAP).clamp(NARROWEST, WIDEST)
}

/// The room of each label: to the middle between it and its neighbours, and no narrower than it
/// wants, as long as all can have that.
fn spans(places: &[f32], wanted: &[f32], width: f32) -> Vec<(f32, f32)> {
    let count = places.len();
    let share = (width / wanted.iter().sum::<f32>().max(1.0)).min(1.0);
    let wanted: Vec<f32> = wanted.iter().map(|wanted| wanted * share).collect();
    let mut edges = vec![0.0];
    edges.extend(places.windows(2).map(|pair| f32::midpoint(pair[0], pair[1])));
    edges.push(width);
    for at in 1..count {
        edges[at] = edges[at].max(edges[at - 1] + wanted[at - 1]);
    }
    for at in (1..count).rev() {
        edges[at] = edges[at].min(edges[at + 1] - wanted[at]);
    }
    (0..count)
        .map(|at| {
            let left = if at == 0 { 0.0 } else { GAP / 2.0 };
            let right = if at + 1 == count { 0.0 } else { GAP / 2.0 };
            (edges[at] + left, edges[at + 1] - right)
        })
        .collect()
}

fn words(it: &Scale) -> String {
    let labels: Vec<&str> = it.points.iter().map(|point| point.1.as_str()).collect();
    let nearest = it
        .points
        .iter()
        .min_by(|a, b| (a.0 - it.today).abs().total_cmp(&(b.0 - it.today).abs()))
        .map_or("", |point| point.1.as_str());
    format!("Scale from low to high: {}. Today nearest to: {nearest}", labels.join("; "))
}

#[cfg(test)]
mod unit {
    use super::spans;

    #[test]
    fn labels_do_not_overlap() {
        let spans = spans(&[6.0, 60.0, 90.0, 300.0, 634.0], &[90.0; 5], 640.0);
        for pair in spans.windows(2) {
            assert!(pair[0].1 <= pair[1].0, "{spans:?}");
        }
        assert!(spans.iter().all(|(left, right)| right - left > 60.0), "{spans:?}");
    }
}
