//! What several figures are made of: legends, axes, columns of names, and numbers in words.

use crate::report::figure::{Anchor, Area, Canvas, Ink, Setting, at, pen};

/// Words that go with others.
pub(super) const WEAK: (Setting, Ink) = (Setting::Small, Ink::TextWeak);
/// Small words to read.
pub(super) const PLAIN: (Setting, Ink) = (Setting::Small, Ink::Text);
/// Small words that name something.
pub(super) const STRONG: (Setting, Ink) = (Setting::SmallStrong, Ink::Text);

/// A row of squares with their words, beginning at `x`; returns where it ends. Entries that find
/// no room in the width of the page begin a new row.
pub(super) fn legend(canvas: &mut Canvas<'_>, (x, y): (f32, f32), entries: &[(Ink, &str)]) -> f32 {
    let (mut left, mut middle) = (x, y);
    for &(ink, words) in entries {
        let width = canvas.width_of(words, Setting::Small);
        if left > x && left + 16.0 + width > canvas.page.width {
            (left, middle) = (x, middle + 18.0);
        }
        canvas.rect(Area::new(left, middle - 5.0, 10.0, 10.0), 2.0, ink);
        canvas.words(at(left + 16.0, middle), Anchor::Start, words, WEAK);
        left += 16.0 + width + 18.0;
    }
    middle
}

/// The widest of these names, in points, and at most `most`.
pub(super) fn widest<'n>(
    canvas: &Canvas<'_>,
    names: impl Iterator<Item = &'n str>,
    most: f32,
) -> f32 {
    names.map(|name| canvas.width_of(name, Setting::Small)).fold(0.0, f32::max).min(most).ceil()
}

/// A name whose line ends at `x`.
pub(super) fn name(
    canvas: &mut Canvas<'_>,
    (x, y): (f32, f32),
    text: &str,
    (room, is_chosen): (f32, bool),
) {
    let look = if is_chosen { STRONG } else { PLAIN };
    let fitted = canvas.fitted(text, look.0, room);
    canvas.words(at(x, y), Anchor::End, &fitted, look);
}

/// Lines across `plot` at 0, a half and 1 of its height, each with its words to the left.
pub(super) fn share_axis(canvas: &mut Canvas<'_>, plot: Area) {
    for (share, words) in [(0.0, "0 %"), (0.5, "50 %"), (1.0, "100 %")] {
        let y = plot.bottom() - share * plot.height;
        canvas.line(at(plot.x, y), at(plot.right(), y), pen(Ink::Line, 1.0));
        canvas.words(at(plot.x - 8.0, y), Anchor::End, words, WEAK);
    }
}

/// A bar that is filled to `share` of its length.
pub(super) fn bar(canvas: &mut Canvas<'_>, area: Area, share: f32, ink: Ink) {
    canvas.rect(area, area.height / 2.0, Ink::UndeclaredFill);
    let filled = area.width * share.clamp(0.0, 1.0);
    if filled > 0.5 {
        let filled = Area { width: filled.max(area.height), ..area };
        canvas.rect(filled, area.height / 2.0, ink);
    }
}

/// A position on the scale of people, 0 to 100.
pub(super) fn position(x: f64) -> String {
    format!("{:.0}", x * 100.0)
}

/// A chance with one decimal, in per cent, for tables.
pub(super) fn exact(p: f64) -> String {
    format!("{:.1}", p * 100.0)
}

/// A movement on the scale of people with its sign: "+1.4", "−0.3".
pub(super) fn moved(x: f64) -> String {
    let sign = if x < 0.0 { "−" } else { "+" };
    format!("{sign}{:.1}", (x * 100.0).abs())
}

/// "1 vote", "3 votes".
pub(super) fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
