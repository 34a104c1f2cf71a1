//! What the inks look like: the colours of print, and how colours between two are mixed.

use super::Ink;

/// Red, green and blue, each 0..255.
pub type Rgb = [u8; 3];

/// The colours from which all inks follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Words.
    pub text: Rgb,
    /// Words that go with others.
    pub text_weak: Rgb,
    /// Hairlines.
    pub line: Rgb,
    /// Lines that carry something.
    pub line_strong: Rgb,
    /// The ground behind everything.
    pub background: Rgb,
    /// A raised ground.
    pub panel: Rgb,
    /// The one accent.
    pub accent: Rgb,
    /// What is chosen.
    pub selection: Rgb,
    /// In favour, and its ground.
    pub in_favor: [Rgb; 2],
    /// Against, and its ground.
    pub against: [Rgb; 2],
    /// With reservations, and its ground.
    pub reservations: [Rgb; 2],
    /// Not declared, and its ground.
    pub undeclared: [Rgb; 2],
    /// Words on the full colour of a stance.
    pub on_stance: Rgb,
}

/// On paper: that of the light theme, on white.
pub const PRINTED: Palette = Palette {
    text: rgb(0x1A_1E_24),
    text_weak: rgb(0x58_60_6B),
    line: rgb(0xE4_E1_DB),
    line_strong: rgb(0xC4_BF_B6),
    background: rgb(0xFF_FF_FF),
    panel: rgb(0xFF_FF_FF),
    accent: rgb(0x1B_5C_9B),
    selection: rgb(0xE0_EA_F5),
    in_favor: [rgb(0x25_65_A8), rgb(0xE8_F0_F9)],
    against: [rgb(0xA8_4A_0B), rgb(0xFC_EE_E2)],
    reservations: [rgb(0x56_5F_82), rgb(0xED_EE_F4)],
    undeclared: [rgb(0x8C_8A_86), rgb(0xE6_E4_DF)],
    on_stance: rgb(0xFF_FF_FF),
};

const fn rgb(hex: u32) -> Rgb {
    let [_, r, g, b] = hex.to_be_bytes();
    [r, g, b]
}

impl Palette {
    /// The colour of an ink.
    pub fn color(&self, ink: Ink) -> Rgb {
        match ink {
            Ink::Text => self.text,
            Ink::TextWeak => self.text_weak,
            Ink::Line => self.line,
            Ink::LineStrong => self.line_strong,
            Ink::Background => self.background,
            Ink::Panel => self.panel,
            Ink::Accent => self.accent,
            Ink::Selection => self.selection,
            Ink::InFavor => self.in_favor[0],
            Ink::InFavorFill => self.in_favor[1],
            Ink::Against => self.against[0],
            Ink::AgainstFill => self.against[1],
            Ink::Reservations => self.reservations[0],
            Ink::ReservationsFill => self.reservations[1],
            Ink::Undeclared => self.undeclared[0],
            Ink::UndeclaredFill => self.undeclared[1],
            Ink::OnStance => self.on_stance,
            Ink::Diverging(value) => self.diverging(value),
            Ink::OnDiverging(value) => self.on(self.diverging(value)),
            Ink::Strength(value) => self.strength(value),
            Ink::OnStrength(value) => self.on(self.strength(value)),
        }
    }

    fn diverging(&self, value: f32) -> Rgb {
        let end = if value < 0.0 { self.against[0] } else { self.in_favor[0] };
        mix(self.undeclared[1], end, value.abs().min(1.0))
    }

    fn strength(&self, value: f32) -> Rgb {
        mix(self.background, self.accent, 0.06 + 0.94 * value.clamp(0.0, 1.0))
    }

    /// The colour of words that is read easily on `ground`: one of the theme's own where that
    /// will do, else black or white, of which one always does.
    fn on(&self, ground: Rgb) -> Rgb {
        let choices = [self.text, self.on_stance, [0; 3], [255; 3]];
        let readable = choices.into_iter().find(|&words| contrast(words, ground) >= READABLE);
        readable.unwrap_or(self.text)
    }
}

/// The least contrast of words with their ground (WCAG 2.2, AA).
const READABLE: f32 = 4.5;

fn mix(from: Rgb, to: Rgb, share: f32) -> Rgb {
    std::array::from_fn(|at| {
        let (from, to) = (f32::from(from[at]), f32::from(to[at]));
        (from + (to - from) * share).round() as u8
    })
}

/// The contrast of two colours, from 1 to 21 (WCAG 2.2).
pub(crate) fn contrast(one: Rgb, other: Rgb) -> f32 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(color: Rgb) -> f32 {
    let [r, g, b] = color.map(|part| {
        let part = f32::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_can_be_read_on_every_shade() {
        for step in -20_i16..=20 {
            let value = f32::from(step) / 20.0;
            for (ground, words) in [
                (Ink::Diverging(value), Ink::OnDiverging(value)),
                (Ink::Strength(value), Ink::OnStrength(value)),
            ] {
                let found = contrast(PRINTED.color(ground), PRINTED.color(words));
                assert!(found >= READABLE, "{value}: {found}");
            }
        }
    }

    #[test]
    fn the_middle_is_neutral_and_the_ends_are_the_stances() {
        assert_eq!(PRINTED.color(Ink::Diverging(0.0)), PRINTED.undeclared[1]);
        assert_eq!(PRINTED.color(Ink::Diverging(-1.0)), PRINTED.against[0]);
        assert_eq!(PRINTED.color(Ink::Diverging(1.0)), PRINTED.in_favor[0]);
    }
}
