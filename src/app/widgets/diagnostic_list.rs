//! What is wrong with a file: code, message, place, the line, and the mend.

use eframe::egui::{Frame, Margin, Sense, Stroke, Ui, text::LayoutJob, text::TextFormat, vec2};

use crate::app::theme::{Text, Tokens, radius, rich, space};

use super::{
    chip::{ChipKind, tag},
    icon::{Icon, paint_icon},
};

/// One problem, in words.
#[derive(Clone, Debug)]
pub struct Fault {
    pub code: String,
    pub is_error: bool,
    pub message: String,
    /// "line 12, column 4".
    pub place: String,
    /// The line of the file, cut to what is near the place.
    pub excerpt: String,
    /// Which characters of it are meant.
    pub marked: std::ops::Range<usize>,
    /// The mend.
    pub hint: String,
}

/// Draws the problems, one below the other.
pub fn diagnostic_list(ui: &mut Ui, tokens: &Tokens, faults: &[Fault]) {
    ui.spacing_mut().item_spacing.y = space::S;
    for fault in faults {
        Frame::new()
            .fill(tokens.panel)
            .stroke(Stroke::new(1.0, tokens.line))
            .corner_radius(radius::M)
            .inner_margin(Margin::symmetric(12, 10))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 6.0;
                one(ui, tokens, fault);
            });
    }
}

fn one(ui: &mut Ui, tokens: &Tokens, fault: &Fault) {
    ui.horizontal_wrapped(|ui| {
        let (icon, ink, kind) = if fault.is_error {
            (Icon::Warning, tokens.warning, ChipKind::Warning)
        } else {
            (Icon::Info, tokens.text_weak, ChipKind::Plain)
        };
        let (square, _) = ui.allocate_exact_size(vec2(16.0, 26.0), Sense::hover());
        paint_icon(ui.painter(), square.shrink2(vec2(0.0, 5.0)), icon, ink);
        tag(ui, tokens, &fault.code, kind);
        ui.label(rich(&fault.message, Text::BodyStrong, tokens.text));
        ui.label(rich(&fault.place, Text::Small, tokens.text_weak));
    });
    if !fault.excerpt.trim().is_empty() {
        Frame::new()
            .fill(tokens.sunken)
            .corner_radius(radius::S)
            .inner_margin(Margin::symmetric(8, 4))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.label(marked_line(tokens, fault));
            });
    }
    if !fault.hint.is_empty() {
        ui.label(rich(format!("Mend: {}", fault.hint), Text::Body, tokens.text));
    }
}

/// The line, with the characters that are meant underlined.
fn marked_line(tokens: &Tokens, fault: &Fault) -> LayoutJob {
    let plain = TextFormat::simple(Text::Mono.font(), tokens.text);
    let meant = TextFormat { underline: Stroke::new(1.5, tokens.warning), ..plain.clone() };
    let mut job = LayoutJob::default();
    let chars: Vec<char> = fault.excerpt.chars().collect();
    let end = fault.marked.end.min(chars.len());
    let start = fault.marked.start.min(end);
    for (part, format) in
        [(&chars[..start], &plain), (&chars[start..end], &meant), (&chars[end..], &plain)]
    {
        job.append(&part.iter().collect::<String>(), 0.0, format.clone());
    }
    job
}
