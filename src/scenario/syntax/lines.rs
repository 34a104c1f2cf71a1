//! Byte offsets to lines and columns.

/// A place as people and editors count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
}

/// How many bytes lie between two counts of characters; it bounds the cost of a look-up even in
/// a file that is one long line.
const STRIDE: usize = 1024;

/// Where the lines of a text begin, and how many characters precede some of its bytes.
#[derive(Debug, Clone)]
pub struct Lines {
    /// Small numbers, as a hostile file has millions of lines; files end long before 4 GiB.
    starts: Vec<u32>,
    characters: Vec<usize>,
}

impl Lines {
    /// Counts the lines of `text`. A byte-order mark stands in no column.
    pub fn of(text: &str) -> Self {
        let first = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() as u32 } else { 0 };
        let bytes = text.as_bytes();
        let mut starts = Vec::with_capacity(bytes.len() / 64 + 1);
        starts.push(first);
        // A plain walk: a search for each of millions of line ends takes ten times as long.
        for (at, byte) in bytes.iter().enumerate() {
            if *byte == b'\n' {
                starts.push(at as u32 + 1);
            }
        }
        let mut total = 0;
        let mut characters = Vec::with_capacity(bytes.len() / STRIDE + 1);
        for block in bytes.chunks(STRIDE) {
            characters.push(total);
            total += characters_in(block);
        }
        Self { starts, characters }
    }

    /// How many lines there are.
    pub const fn count(&self) -> usize {
        self.starts.len()
    }

    /// Where a line begins; the last line for any after it.
    pub fn start(&self, line: usize) -> usize {
        self.starts[line.clamp(1, self.starts.len()) - 1] as usize
    }

    /// The place of a byte of `text`, which must be the text that was counted.
    pub fn place(&self, text: &str, offset: usize) -> Place {
        let first = self.start(1);
        let offset = offset.clamp(first, text.len().max(first));
        let line = self.starts.partition_point(|start| *start as usize <= offset);
        let from = self.start(line);
        let column = self.before(text, offset) - self.before(text, from) + 1;
        Place { line, column }
    }

    /// The byte at a place, as ron gives it; the end of the text when there is none.
    pub fn offset(&self, text: &str, place: Place) -> usize {
        let start = self.start(place.line);
        let rest = text.get(start..).unwrap_or_default();
        let within = rest.char_indices().nth(place.column.saturating_sub(1));
        within.map_or(text.len(), |(at, _)| start + at)
    }

    fn before(&self, text: &str, offset: usize) -> usize {
        let block = offset / STRIDE;
        let Some(counted) = self.characters.get(block) else {
            let last = self.characters.len().saturating_sub(1);
            return self.characters.last().unwrap_or(&0)
                + characters_in(&text.as_bytes()[last * STRIDE..]);
        };
        counted + characters_in(&text.as_bytes()[block * STRIDE..offset])
    }
}

/// Characters that begin in `bytes`, a part of valid UTF-8.
fn characters_in(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0xC0) != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::{Lines, Place};

    #[test]
    fn columns_count_characters_and_pass_over_a_byte_order_mark() {
        let text = "\u{feff}é(\r\n …x";
        let lines = Lines::of(text);
        assert_eq!(lines.place(text, 3), Place { line: 1, column: 1 });
        assert_eq!(lines.place(text, 5), Place { line: 1, column: 2 });
        let x = text.find('x').unwrap();
        assert_eq!(lines.place(text, x), Place { line: 2, column: 3 });
        assert_eq!(lines.offset(text, Place { line: 2, column: 3 }), x);
        assert_eq!(lines.place(text, text.len()), Place { line: 2, column: 4 });
    }

    #[test]
    fn a_place_in_a_long_line_is_exact() {
        let text = "é".repeat(5000);
        let lines = Lines::of(&text);
        for column in [0, 511, 512, 513, 4999, 5000] {
            let place = lines.place(&text, column * 2);
            assert_eq!(place, Place { line: 1, column: column + 1 });
        }
    }
}
