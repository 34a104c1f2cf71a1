//! How much room words take in print.

use super::Setting;
use super::widths::{FIRST, REGULAR, STRONG};

/// A letter that is not in the tables is taken to be as wide as a broad one, in thousandths.
const UNKNOWN: u16 = 900;

/// The width of a line of words in print, in points, without kerning.
pub fn printed_width(text: &str, setting: Setting) -> f32 {
    let widths = if setting.is_strong() { &STRONG } else { &REGULAR };
    let thousandths: u32 = text.chars().map(|letter| u32::from(width(widths, letter))).sum();
    thousandths as f32 * setting.size() / 1000.0
}

fn width(widths: &[u16], letter: char) -> u16 {
    // Signs of the general punctuation have the width of a dash at most.
    let at = u32::from(letter).checked_sub(FIRST).map(|at| at as usize);
    let known = at.and_then(|at| widths.get(at).copied()).filter(|&width| width > 0);
    known.unwrap_or(UNKNOWN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_line_is_wider_and_a_heavier_one_too() {
        assert!(printed_width("Malta", Setting::Small) < printed_width("Malta.", Setting::Small));
        let [plain, strong] =
            [Setting::Body, Setting::BodyStrong].map(|setting| printed_width("Council", setting));
        assert!(plain < strong, "{plain} {strong}");
        // An em is the size of the type; "m" is a little less than one wide.
        assert!((10.0..12.0).contains(&printed_width("m", Setting::Small)));
    }
}
