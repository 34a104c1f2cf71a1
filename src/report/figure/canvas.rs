//! What a figure is drawn on while it is laid out.

use super::{Anchor, Area, Ink, Mark, Pen, Point, Setting, Shape, Target, Words, at};

/// The room for a figure, and how words are measured in it.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    /// The width, in points.
    pub width: f32,
    /// The height, in points; a figure that needs more takes more.
    pub height: f32,
    /// The width of a line of words, in points.
    pub measure: &'a dyn Fn(&str, Setting) -> f32,
}

impl std::fmt::Debug for Page<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Page").field("width", &self.width).field("height", &self.height).finish()
    }
}

/// Marks under way.
#[derive(Debug)]
pub struct Canvas<'a> {
    /// The room.
    pub page: Page<'a>,
    /// What has been drawn.
    pub marks: Vec<Mark>,
}

impl<'a> Canvas<'a> {
    /// An empty canvas.
    pub const fn new(page: Page<'a>) -> Self {
        Self { page, marks: Vec::new() }
    }

    /// The width of a line of words, in points.
    pub fn width_of(&self, text: &str, setting: Setting) -> f32 {
        (self.page.measure)(text, setting)
    }

    /// Draws a shape.
    pub fn draw(&mut self, shape: Shape) -> &mut Mark {
        let last = self.marks.len();
        self.marks.push(Mark { shape, hover: None, target: None });
        &mut self.marks[last]
    }

    /// Draws a rectangle.
    pub fn rect(&mut self, area: Area, corner: f32, ink: Ink) -> &mut Mark {
        self.draw(Shape::Rect(area, corner, ink))
    }

    /// Draws a straight line.
    pub fn line(&mut self, from: Point, to: Point, pen: Pen) {
        self.draw(Shape::Line(vec![from, to], pen));
    }

    /// Writes a line of words.
    pub fn words(
        &mut self,
        place: Point,
        anchor: Anchor,
        text: &str,
        (setting, ink): (Setting, Ink),
    ) -> &mut Mark {
        let words = Words { at: place, text: text.to_owned(), setting, anchor, ink };
        self.draw(Shape::Words(words))
    }

    /// As much of `text` as has room in `width` points, with an ellipsis where it is cut.
    pub fn fitted(&self, text: &str, setting: Setting, width: f32) -> String {
        if self.width_of(text, setting) <= width {
            return text.to_owned();
        }
        let mut kept: Vec<char> = text.chars().collect();
        while !kept.is_empty() {
            kept.pop();
            let shorter: String = kept.iter().collect::<String>().trim_end().to_owned() + "…";
            if self.width_of(&shorter, setting) <= width {
                return shorter;
            }
        }
        String::new()
    }

    /// `text` in at most `rows` rows of `width` points, broken between words and, where a word is
    /// longer than a row, within it; the last row is cut where there is more.
    pub fn wrapped(
        &self,
        text: &str,
        setting: Setting,
        (width, rows): (f32, usize),
    ) -> Vec<String> {
        let parts: Vec<String> =
            text.split_whitespace().flat_map(|word| self.parted(word, setting, width)).collect();
        let mut found: Vec<String> = Vec::new();
        let mut parts = parts.into_iter().peekable();
        while parts.peek().is_some() && found.len() + 1 < rows {
            let mut row = String::new();
            while let Some(part) = parts.peek() {
                let longer = joined(&row, part);
                if !row.is_empty() && self.width_of(&finished(&longer), setting) > width {
                    break;
                }
                row = longer;
                parts.next();
            }
            found.push(finished(&row));
        }
        let rest = parts.fold(String::new(), |row, part| joined(&row, &part));
        if !rest.is_empty() {
            found.push(self.fitted(&rest, setting, width));
        }
        found
    }

    /// A word in parts that have room in `width` points, each but the last ending in a soft hyphen.
    fn parted(&self, word: &str, setting: Setting, width: f32) -> Vec<String> {
        let mut parts = Vec::new();
        let mut rest: Vec<char> = word.chars().collect();
        while self.width_of(&rest.iter().collect::<String>(), setting) > width {
            let with_hyphen = |upto: usize| {
                let part: String = rest[..upto].iter().collect();
                part + SOFT_HYPHEN
            };
            // A few letters at least stand on either side.
            let fits =
                |upto: &usize| self.width_of(&finished(&with_hyphen(*upto)), setting) <= width;
            let last = rest.len().saturating_sub(LEAST_LETTERS);
            let Some(upto) = (LEAST_LETTERS..=last).rev().find(fits) else { break };
            // An author's own hyphen is the better place.
            let own = (LEAST_LETTERS..=upto).rev().find(|&at| rest[at - 1] == '-');
            let upto = own.unwrap_or_else(|| away_from_hyphen(&rest, upto));
            parts.push(with_hyphen(upto));
            rest.drain(..upto);
        }
        parts.push(rest.into_iter().collect());
        parts
    }
}

/// Fewer letters are not parted from a word.
const LEAST_LETTERS: usize = 3;

/// The nearest place before `upto` after which a few letters stand before the next hyphen.
fn away_from_hyphen(word: &[char], upto: usize) -> usize {
    let next = word[upto..].iter().take(LEAST_LETTERS).position(|&letter| letter == '-');
    match next {
        Some(next) => (upto + next).saturating_sub(LEAST_LETTERS).max(LEAST_LETTERS),
        None => upto,
    }
}

/// Where a word was parted.
const SOFT_HYPHEN: &str = "\u{ad}";

/// The two in one row; halves of a word become one again.
fn joined(row: &str, part: &str) -> String {
    match row.strip_suffix(SOFT_HYPHEN) {
        Some(half) => format!("{half}{part}"),
        None if row.is_empty() => part.to_owned(),
        None => format!("{row} {part}"),
    }
}

/// A row as it is written: with a hyphen where a word goes on in the next.
fn finished(row: &str) -> String {
    match row.strip_suffix(SOFT_HYPHEN) {
        Some(half) if half.ends_with('-') => half.to_owned(),
        Some(half) => format!("{half}-"),
        None => row.to_owned(),
    }
}

impl Mark {
    /// Says what is told of the mark under the pointer.
    pub fn told(&mut self, hover: String) -> &mut Self {
        self.hover = Some(hover);
        self
    }

    /// Says what is chosen by a click.
    pub const fn chooses(&mut self, target: Target) -> &mut Self {
        self.target = Some(target);
        self
    }
}

impl Words {
    /// The room that the words take, when they are `width` points wide.
    pub fn area(&self, width: f32) -> Area {
        let x = match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - width / 2.0,
            Anchor::End => self.at.x - width,
        };
        let height = self.setting.height();
        Area::new(x, self.at.y - height / 2.0, width, height)
    }
}

/// The hatching of an area: slanting lines, each from edge to edge.
pub fn hatching(area: Area, apart: f32) -> Vec<(Point, Point)> {
    let mut lines = Vec::new();
    let mut along = apart;
    while along < area.width + area.height {
        // From the lower or right end of the line to its upper or left end.
        let from = if along <= area.height {
            at(area.x, area.y + along)
        } else {
            at(area.x + along - area.height, area.bottom())
        };
        let to = if along <= area.width {
            at(area.x + along, area.y)
        } else {
            at(area.right(), area.y + along - area.width)
        };
        lines.push((from, to));
        along += apart;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &str, width: f32, rows: usize) -> Vec<String> {
        // Each letter is one point wide.
        let measure = |text: &str, _: Setting| text.chars().count() as f32;
        let page = Page { width, height: 0.0, measure: &measure };
        Canvas::new(page).wrapped(text, Setting::Small, (width, rows))
    }

    #[test]
    fn lines_break_between_words_and_within_long_ones() {
        assert_eq!(wrapped("one two three", 7.0, 3), ["one two", "three"]);
        assert_eq!(wrapped("accountability", 8.0, 3), ["account-", "ability"]);
        assert_eq!(wrapped("capacity-building", 12.0, 3), ["capacity-", "building"]);
        assert_eq!(wrapped("confidence-building", 10.0, 3), ["confide-", "nce-", "building"]);
        assert_eq!(wrapped("an accountability", 8.0, 2), ["an", "account…"]);
        assert_eq!(wrapped("one two three", 5.0, 2), ["one", "two…"]);
        assert!(wrapped("", 5.0, 2).is_empty());
    }
}
