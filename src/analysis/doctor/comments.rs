//! Comments of the file: which stand beside a place, and which explain a remark.

use crate::scenario::syntax::{Lines, NodeId, NodeKind, TokenKind, Tree};
use crate::scenario::{Code, Span};

/// How an explanation begins; the codes follow.
const MARK: &str = "doctor:";

/// What may stand beside a comment that is alone on its line.
const BLANKS: [char; 3] = [' ', '\t', '\r'];

/// Comments on neighbouring lines, as one; or a single one.
#[derive(Debug)]
struct Block {
    span: Span,
    first_line: usize,
    last_line: usize,
    /// Whether nothing but comments stands on its lines.
    is_alone: bool,
    /// What it says, on one line.
    text: String,
}

/// All comments of a file, in its order.
#[derive(Debug)]
pub(super) struct Comments<'a> {
    tree: &'a Tree,
    lines: Lines,
    blocks: Vec<Block>,
    /// The places in `blocks` of those that explain something.
    explaining: Vec<usize>,
    /// Where the scenario begins; what stands before is about all of it.
    begins: usize,
}

impl<'a> Comments<'a> {
    pub(super) fn of(tree: &'a Tree) -> Self {
        let text = tree.text();
        let lines = Lines::of(text);
        let mut blocks: Vec<Block> = Vec::new();
        for token in tree.tokens() {
            if !matches!(token.kind, TokenKind::LineComment | TokenKind::BlockComment) {
                continue;
            }
            let block = block(text, &lines, token.span);
            match blocks.last_mut() {
                Some(last)
                    if last.is_alone
                        && block.is_alone
                        && block.first_line == last.last_line + 1 =>
                {
                    last.span = last.span.to(block.span);
                    last.last_line = block.last_line;
                    last.text.push(' ');
                    last.text.push_str(&block.text);
                }
                _ => blocks.push(block),
            }
        }
        let explains = |block: &Block| find_mark(&block.text).is_some();
        let explaining = (0..blocks.len()).filter(|&at| explains(&blocks[at])).collect();
        let begins = tree.root().map_or(0, |root| tree.span(root).start);
        Self { tree, lines, blocks, explaining, begins }
    }

    /// What a comment says of the remark `code` at this place: one at the top of the file, inside
    /// of what the remark is about, on its line, or directly above it or what surrounds it.
    pub(super) fn explanation(&self, code: Code, span: Span) -> Option<String> {
        if self.explaining.is_empty() {
            return None;
        }
        let place = self.place(span);
        let of_all = |block: &Block| block.span.end <= self.begins;
        self.explaining
            .iter()
            .map(|&at| &self.blocks[at])
            .filter(|block| of_all(block) || place.has_beside(block))
            .find_map(|block| explanation(&block.text, code))
    }

    /// What the comments beside this place say, each with whether it stands on its very line.
    pub(super) fn beside(&self, span: Span) -> impl Iterator<Item = (&str, bool)> {
        let place = self.place(span);
        // Nothing after the entries around the place is beside it.
        let until = self.blocks.partition_point(|block| block.first_line <= place.last_line);
        let blocks = self.blocks[..until].iter();
        blocks
            .map(move |block| (block, place.has_beside(block), place.is_on(block)))
            .filter(|&(_, is_beside, _)| is_beside)
            .map(|(block, _, is_on)| (block.text.as_str(), is_on))
    }

    /// The entry in which a place lies, and where the entries around it begin.
    fn place(&self, span: Span) -> Place {
        let line = |at: usize| self.lines.place(self.tree.text(), at).line;
        let own_line = line(span.start);
        let mut place =
            Place { line: own_line, last_line: own_line, inside: span, heads: Vec::new() };
        let mut node = Some(self.tree.at(span.start));
        let mut is_innermost = true;
        while let Some(at) = node {
            node = self.tree.parent(at);
            if !matches!(self.tree.kind(at), NodeKind::Field | NodeKind::Entry) {
                continue;
            }
            let of = self.tree.span(at);
            // A part of the file as a whole holds what is about others.
            let is_part =
                node.and_then(|parent| self.tree.parent(parent)) == Some(self.tree.document());
            if is_innermost && !is_part {
                place.inside = of;
                place.last_line = line(of.end);
            }
            is_innermost = false;
            place.heads.push(Head { line: line(of.start), inside: self.before_first(at) });
        }
        place
    }

    /// What lies between the opening bracket of an entry's structure and its first field.
    fn before_first(&self, entry: NodeId) -> Span {
        let nothing = Span::new(0, 0);
        if self.tree.kind(entry) != NodeKind::Entry {
            return nothing;
        }
        let value = self.tree.value(entry).map(|value| self.tree.unwrapped(value));
        let Some(value) = value.filter(|&value| self.tree.kind(value) == NodeKind::Struct) else {
            return nothing;
        };
        let first = self.tree.children(value).next();
        first.map_or(nothing, |first| {
            Span::new(self.tree.head(value).end, self.tree.span(first).start)
        })
    }
}

/// A place and what surrounds it.
struct Place {
    /// Its own line.
    line: usize,
    /// The last line of the innermost entry.
    last_line: usize,
    /// The innermost entry.
    inside: Span,
    /// The entries around it, the innermost first.
    heads: Vec<Head>,
}

/// Where an entry begins.
struct Head {
    line: usize,
    /// From its bracket to its first field.
    inside: Span,
}

impl Place {
    fn is_on(&self, block: &Block) -> bool {
        (block.first_line..=block.last_line).contains(&self.line)
    }

    fn has_beside(&self, block: &Block) -> bool {
        let within = |span: Span| span.start <= block.span.start && block.span.end <= span.end;
        let above = |head: &Head| block.is_alone && block.last_line + 1 == head.line;
        within(self.inside)
            || self.is_on(block)
            || self.heads.iter().any(|head| above(head) || within(head.inside))
    }
}

fn block(text: &str, lines: &Lines, span: Span) -> Block {
    let first_line = lines.place(text, span.start).line;
    let last_line = lines.place(text, span.end).line;
    // Only blanks are walked over, as a line may be as long as a file.
    let before = text[..span.start].trim_end_matches(BLANKS);
    let after = text[span.end..].trim_start_matches(BLANKS);
    let is_alone = (before.is_empty() || before.ends_with(['\n', '\u{feff}']))
        && (after.is_empty() || after.starts_with('\n'));
    let said = span.of(text).trim_start_matches(['/', '*']).trim_end_matches(['/', '*']);
    let words: Vec<&str> = said.split_whitespace().collect();
    Block { span, first_line, last_line, is_alone, text: words.join(" ") }
}

/// Where an explanation begins in a comment.
fn find_mark(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    bytes.windows(MARK.len()).position(|window| window.eq_ignore_ascii_case(MARK.as_bytes()))
}

/// What a comment says of `code`: from its codes on, up to the next explanation in it.
fn explanation(text: &str, code: Code) -> Option<String> {
    let mut rest = text;
    while let Some(at) = find_mark(rest) {
        rest = &rest[at + MARK.len()..];
        let said = &rest[..find_mark(rest).unwrap_or(rest.len())];
        if codes(said).any(|found| found == code) {
            return Some(said.trim().to_owned());
        }
    }
    None
}

/// The codes with which an explanation begins: `S201, S211: …`.
fn codes(said: &str) -> impl Iterator<Item = Code> {
    let words = said.split(|c: char| c.is_whitespace() || [',', ';', ':', '.'].contains(&c));
    let written = |word: &&str| word.starts_with(['S', 's']) && word[1..].parse::<u16>().is_ok();
    words
        .filter(|word| !word.is_empty() && *word != "and")
        .take_while(written)
        .filter_map(Code::parse)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "// doctor: S207: of the whole file\n\
        Scenario(\n\
        \x20 outcomes: {\n\
        \x20   // doctor: S201, s211 and S209: the first,\n\
        \x20   // on two lines\n\
        \x20   \"a\": Outcome(title: \"A\"),\n\
        \x20   \"b\": Outcome( // doctor: S201: inside. doctor: S202: and another\n\
        \x20     title: \"B\",\n\
        \x20     sponsors: [\"X\"], /* doctor: S209 */\n\
        \x20   ),\n\
        \n\
        \x20   // doctor: S203: too far above\n\
        \n\
        \x20   \"c\": Outcome(title: \"C\"), // P = 1, doctor: S201\n\
        \x20 },\n\
        )";

    fn said(code: Code, before: &str) -> Option<String> {
        let tree = Tree::parse(TEXT);
        let comments = Comments::of(&tree);
        let at = TEXT.find(before).expect("it is there");
        comments.explanation(code, Span::new(at, at + before.len()))
    }

    #[test]
    fn a_comment_above_within_or_on_the_line_explains() {
        let first = "S201, s211 and S209: the first, on two lines";
        for code in [Code::ForegoneConclusion, Code::SingleHinge, Code::SponsorWithoutGain] {
            assert_eq!(said(code, "\"a\"").as_deref(), Some(first));
        }
        assert_eq!(said(Code::ForegoneConclusion, "\"b\"").as_deref(), Some("S201: inside."));
        assert_eq!(said(Code::OutcomeOutOfReach, "\"b\"").as_deref(), Some("S202: and another"));
        assert_eq!(said(Code::SponsorWithoutGain, "\"X\"").as_deref(), Some("S209"));
        assert_eq!(said(Code::ForegoneConclusion, "\"c\"").as_deref(), Some("S201"));
        assert_eq!(
            said(Code::ThinEvidence, "outcomes").as_deref(),
            Some("S207: of the whole file")
        );
    }

    #[test]
    fn a_comment_elsewhere_or_of_another_code_explains_nothing() {
        assert_eq!(said(Code::OutcomeOutOfReach, "\"a\""), None);
        assert_eq!(said(Code::IdleMember, "\"c\""), None);
        assert_eq!(said(Code::SponsorWithoutGain, "\"c\""), None);
        // What is said of one outcome is not said of all.
        assert_eq!(said(Code::ForegoneConclusion, "outcomes"), None);
    }
}
