//! The promises of the theme: readable contrast, and a glyph for every letter that is needed.

use eframe::egui::{Color32, Context, RawInput};

use super::{DARK, DARK_STRONG, LIGHT, LIGHT_STRONG, Motion, Text, Tokens, apply, motion};

/// Relative luminance of WCAG 2.
fn luminance(color: Color32) -> f32 {
    let linear = |channel: u8| {
        let c = f32::from(channel) / 255.0;
        if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
}

fn contrast(a: Color32, b: Color32) -> f32 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn text_pairs(t: &Tokens) -> Vec<(&'static str, Color32, Color32)> {
    let grounds = [
        ("background", t.background),
        ("panel", t.panel),
        ("sunken", t.sunken),
        ("raised", t.raised),
        ("hover", t.hover),
        ("selection", t.selection),
        ("placard", t.placard),
    ];
    let mut pairs = Vec::new();
    for (name, ground) in grounds {
        for ink in [t.text, t.text_weak, t.accent, t.in_favor, t.against, t.reservations, t.warning]
        {
            pairs.push((name, ink, ground));
        }
    }
    for (ink, fill) in [
        (t.in_favor, t.in_favor_fill),
        (t.against, t.against_fill),
        (t.reservations, t.reservations_fill),
        (t.warning, t.warning_fill),
    ] {
        pairs.push(("stance on its fill", ink, fill));
        pairs.push(("text on a stance fill", t.text, fill));
        pairs.push(("sign on a badge", t.on_stance, ink));
    }
    pairs.push(("text on the table", t.text, t.table));
    pairs.push(("on accent", t.on_accent, t.accent));
    pairs
}

#[test]
fn text_has_a_contrast_of_four_and_a_half_and_of_seven_where_it_is_strong() {
    for (theme, tokens, least) in [
        ("light", &LIGHT, 4.5),
        ("dark", &DARK, 4.5),
        ("strong light", &LIGHT_STRONG, 7.0),
        ("strong dark", &DARK_STRONG, 7.0),
    ] {
        for (name, ink, ground) in text_pairs(tokens) {
            let ratio = contrast(ink, ground);
            assert!(ratio >= least, "{theme}: {name}: {ink:?} on {ground:?} is {ratio:.2}");
        }
    }
}

#[test]
fn edges_of_controls_have_a_contrast_of_three() {
    for t in [&LIGHT, &DARK, &LIGHT_STRONG, &DARK_STRONG] {
        for ground in [t.panel, t.background, t.placard] {
            for edge in [t.undeclared, t.accent, t.in_favor, t.against, t.reservations] {
                assert!(contrast(edge, ground) >= 3.0, "{edge:?} on {ground:?}");
            }
        }
    }
}

#[test]
fn nothing_moves_for_a_quarter_of_a_second() {
    const { assert!(motion::USUAL_SECS < 0.25 && motion::CALM_SECS < 0.25) }
}

#[test]
fn both_weights_hold_latin_cyrillic_and_greek() {
    let ctx = Context::default();
    apply(&ctx, Motion::Reduced);
    let mut output = ctx.run_ui(RawInput::default(), |ui| {
        for setting in [Text::Body, Text::BodyStrong] {
            for letter in "AzéßőğışžłÇñøŐĐ ЖукЇїЄє αβγΩψ +±−×·–—…“”’ §№%".chars()
            {
                let found = ui.fonts_mut(|fonts| fonts.has_glyph(&setting.font(), letter));
                assert!(found, "{letter} is missing in {setting:?}");
            }
        }
    });
    output.textures_delta.clear();
}
