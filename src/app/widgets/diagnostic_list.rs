//! What is wrong with a file: how grave it is, code, message, place, the line, and the mend.

use eframe::egui::{
    Align, Color32, Frame, Label, Layout, Margin, Sense, Stroke, Ui, text::LayoutJob,
    text::TextFormat, vec2,
};

use crate::app::theme::{Text, Tokens, radius, rich, space};

use super::{
    chip::{ChipKind, tag},
    icon::{Icon, paint_icon},
};

/// One problem, in words.
#[derive(Clone, Debug)]
pub struct Fault {
    /// "Error", "Warning" or "Remark".
    pub severity: &'static str,
    pub is_error: bool,
    pub code: String,
    pub message: String,
    /// "line 12, column 4".
    pub place: String,
    /// The number of the line.
    pub line: usize,
    /// The line of the file, cut to what is near the place.
    pub excerpt: String,
    /// Which characters of it are meant.
    pub marked: std::ops::Range<usize>,
    /// The mend.
    pub hint: String,
}

/// Draws the problems, one below the other.
pub fn diagnostic_list(ui: &mut Ui, tokens: &Tokens, faults: &[Fault]) {
    let frame = Frame::new()
        .fill(tokens.panel)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(radius::M)
        .inner_margin(Margin::symmetric(12, 10));
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        for fault in faults {
            frame.show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 6.0;
                one(ui, tokens, fault);
            });
        }
    });
}

fn one(ui: &mut Ui, tokens: &Tokens, fault: &Fault) {
    let (icon, ink, kind) = if fault.is_error {
        (Icon::Warning, tokens.warning, ChipKind::Warning)
    } else {
        (Icon::Info, tokens.text_weak, ChipKind::Plain)
    };
    ui.horizontal(|ui| {
        let (square, _) = ui.allocate_exact_size(vec2(16.0, 26.0), Sense::hover());
        paint_icon(ui.painter(), square.shrink2(vec2(0.0, 5.0)), icon, ink);
        tag(ui, tokens, &format!("{} {}", fault.severity, fault.code), kind);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(rich(&fault.place, Text::Small, tokens.text_weak));
        });
    });
    let message = coded(&fault.message, Text::BodyStrong, tokens.text);
    ui.add(Label::new(message).wrap());
    if !fault.excerpt.trim().is_empty() {
        Frame::new()
            .fill(tokens.sunken)
            .corner_radius(radius::S)
            .inner_margin(Margin::symmetric(8, 6))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.label(marked_line(tokens, fault));
            });
    }
    if !fault.hint.is_empty() {
        let hint = coded(&format!("Mend: {}", fault.hint), Text::Body, tokens.text);
        ui.add(Label::new(hint).wrap());
    }
}

/// Words in which what stands between backticks is set as code.
fn coded(text: &str, setting: Text, color: Color32) -> LayoutJob {
    let words = TextFormat::simple(setting.font(), color);
    let code = TextFormat::simple(Text::Mono.font(), color);
    let mut job = LayoutJob::default();
    // A backtick without a partner is none of ours.
    let paired = text.matches('`').count().is_multiple_of(2);
    let parts: Vec<&str> = if paired { text.split('`').collect() } else { vec![text] };
    for (at, part) in parts.into_iter().enumerate() {
        let format = if at % 2 == 1 { &code } else { &words };
        job.append(part, 0.0, format.clone());
    }
    job
}

/// The line with its number; the characters that are meant are underlined.
fn marked_line(tokens: &Tokens, fault: &Fault) -> LayoutJob {
    let plain = TextFormat::simple(Text::Mono.font(), tokens.text);
    let number = TextFormat { color: tokens.text_weak, ..plain.clone() };
    let meant = TextFormat { underline: Stroke::new(1.5, tokens.warning), ..plain.clone() };
    let mut job = LayoutJob::default();
    let chars: Vec<char> = fault.excerpt.chars().collect();
    let end = fault.marked.end.min(chars.len());
    let start = fault.marked.start.min(end);
    job.append(&format!("{:>4}  ", fault.line), 0.0, number);
    for (part, format) in
        [(&chars[..start], &plain), (&chars[start..end], &meant), (&chars[end..], &plain)]
    {
        job.append(&part.iter().collect::<String>(), 0.0, format.clone());
    }
    job
}
