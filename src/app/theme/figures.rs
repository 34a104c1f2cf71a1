//! How figures look in the window: their inks in the colours of the theme, their words in its type.

use eframe::egui::Color32;

use crate::report::figure::{Palette, Rgb, Setting};

use super::{Text, Tokens};

/// The palette of a theme.
pub fn palette(tokens: &Tokens) -> Palette {
    Palette {
        text: rgb(tokens.text),
        text_weak: rgb(tokens.text_weak),
        line: rgb(tokens.line),
        line_strong: rgb(tokens.line_strong),
        background: rgb(tokens.background),
        panel: rgb(tokens.panel),
        accent: rgb(tokens.accent),
        selection: rgb(tokens.selection),
        in_favor: [rgb(tokens.in_favor), rgb(tokens.in_favor_fill)],
        against: [rgb(tokens.against), rgb(tokens.against_fill)],
        reservations: [rgb(tokens.reservations), rgb(tokens.reservations_fill)],
        undeclared: [rgb(tokens.undeclared), rgb(tokens.undeclared_fill)],
        on_stance: rgb(tokens.on_stance),
    }
}

fn rgb(color: Color32) -> Rgb {
    let [r, g, b, _] = color.to_array();
    [r, g, b]
}

/// An ink of a palette as the toolkit paints it.
#[expect(clippy::disallowed_methods, reason = "the palette was made of the tokens above")]
pub const fn shown([r, g, b]: Rgb) -> Color32 {
    Color32::from_rgb(r, g, b)
}

/// The type of a setting.
pub const fn setting(it: Setting) -> Text {
    match it {
        Setting::Small => Text::Small,
        Setting::SmallStrong => Text::SmallStrong,
        Setting::Body => Text::Body,
        Setting::BodyStrong => Text::BodyStrong,
    }
}
