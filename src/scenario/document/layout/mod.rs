//! The canonical layout of a scenario file: `horseshoe fmt`.
//!
//! Line breaks between the parts of a value are the author's, as is what stands in quotes and in
//! comments. Indentation, blanks and commas follow one rule, and a value on one line that is far
//! too long for it is put on several.

mod brackets;
mod write;

use std::sync::Arc;

use super::super::codes::Code;
use super::super::diagnostic::Diagnostics;
use super::super::judge;
use super::super::measure;
use super::super::spanned::Span;
use super::super::syntax::{Lexer, TokenKind, Tree};

/// The text in the canonical layout, with plain line ends and without a byte-order mark.
///
/// ```
/// let text = "Scenario(format:1 , // of the file\n title :\"A debate\"\n)";
/// let expected = "Scenario(format: 1, // of the file\n    title: \"A debate\",\n)\n";
/// assert_eq!(horseshoe::scenario::formatted("a.ron", text).unwrap(), expected);
/// ```
///
/// # Errors
/// What is wrong with the text, when it is not RON: what has no structure has no layout.
pub fn formatted(name: &str, text: &str) -> Result<String, Box<Diagnostics>> {
    let plain = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let plain: Arc<str> = Arc::from(plain);
    let mut problems = Diagnostics::new(name, Arc::clone(&plain));
    let is_ron = measure::measure(&plain, &mut problems) && judge::judge(&plain, &mut problems);
    let tree = Tree::parse(Arc::clone(&plain));
    if let Some(fault) = tree.faults().first().filter(|_| is_ron) {
        let message = format!("{} was expected here", fault.expected);
        problems.report(Code::NotRon, fault.span, message, "write values as the manual has them");
    }
    if !problems.is_empty() {
        return Err(Box::new(problems));
    }
    let laid_out = write::laid_out(&plain);
    if meaning(&laid_out) != meaning(&plain) {
        // Nothing is known to lead here; a file is worth more than its layout.
        let message = "the layout of this file cannot be changed without changing the file";
        let hint = "leave it as it is, and report the file to the makers of the program";
        problems.report(Code::NotRon, Span::new(0, 0), message, hint);
        return Err(Box::new(problems));
    }
    Ok(laid_out)
}

/// What a layout must not change: the tokens but for blanks and commas at an end, and comments.
fn meaning(text: &str) -> Vec<&str> {
    let mut meaning: Vec<&str> = Vec::new();
    let mut comma = false;
    for token in Lexer::new(text) {
        let source = token.span.of(text);
        match token.kind {
            TokenKind::Whitespace => continue,
            TokenKind::Comma => {
                comma = true;
                continue;
            }
            TokenKind::LineComment | TokenKind::BlockComment => {
                meaning.push(source.trim_end());
                continue;
            }
            TokenKind::Close => {}
            _ if comma => meaning.push(","),
            _ => {}
        }
        comma = false;
        meaning.push(source);
    }
    meaning
}

#[cfg(test)]
mod tests {
    use super::formatted;

    fn expect(text: &str, expected: &str) {
        let once = formatted("a.ron", text).unwrap();
        assert_eq!(once, expected, "of {text:?}");
        assert_eq!(formatted("a.ron", &once).unwrap(), once, "again, of {text:?}");
    }

    #[test]
    fn blanks_and_commas_follow_one_rule() {
        expect(
            "( a :1,b: [ 1,2 , ],c:{\"k\":( 1,2 )},)",
            "(a: 1, b: [1, 2], c: { \"k\": (1, 2) })\n",
        );
        expect("(a: {}, b: Stage ( ), c: [ ])", "(a: {}, b: Stage(), c: [])\n");
        expect("\u{feff}(\r\n\ta:1\r\n)", "(\n    a: 1,\n)\n");
        expect("(a:\n1\n, b\n: 2)", "(a: 1, b: 2)\n");
    }

    #[test]
    fn values_below_each_other_stay_so() {
        expect(
            "(\n  a: {\n \"k\":   1,\n \"long\": 2, \"x\":  3,\n \"lo\": 4,\n },\n)",
            "(\n    a: {\n        \"k\":    1,\n        \"long\": 2, \"x\": 3,\n        \"lo\":   4,\n    },\n)\n",
        );
        expect(
            "(\n a: {\n \"k\": 1,\n \"long\": 2,\n },\n)",
            "(\n    a: {\n        \"k\": 1,\n        \"long\": 2,\n    },\n)\n",
        );
    }

    #[test]
    fn line_breaks_are_the_authors() {
        expect(
            "(\na: Stance(position: 1,\nbecause: \"x\n  y\"),\n\n\n\nb: [ A(x: 1,\ny: 2,\n),\nB\n],\n)",
            "(\n    a: Stance(position: 1,\n        because: \"x\n  y\"),\n\n    b: [A(x: 1,\n        y: 2,\n    ),\n        B,\n    ],\n)\n",
        );
        expect("(\n\n  a: 1,\n\n)", "(\n    a: 1,\n)\n");
    }

    #[test]
    fn comments_stay_and_keep_their_column() {
        expect(
            "// head\n\n#![enable(implicit_some)]\n(\n  // one\n  a: 1,    // first\n  bcd: 2   // second\n  /* last */\n) // end\n",
            "// head\n\n#![enable(implicit_some)]\n(\n    // one\n    a: 1,  // first\n    bcd: 2, // second\n    /* last */\n) // end\n",
        );
        expect("(a: /* x */ 1, /* y */ b: [ /* z */ ])", "(a: /* x */ 1, /* y */ b: [/* z */])\n");
        expect("(a: 1 // one\n, b: 2)", "(a: 1, // one\n    b: 2)\n");
        expect("(a: [\"X\" // who\n,])", "(a: [\"X\", // who\n])\n");
        expect("(a: {\n\"k\": 1 // after\n,}, b: 2)", "(a: {\n    \"k\": 1, // after\n}, b: 2)\n");
    }

    #[test]
    fn a_value_far_too_long_for_its_line_is_put_on_several() {
        let items = (0..60).map(|n| format!("item{n}")).collect::<Vec<_>>();
        let text = format!("(a: 1, list: [{}])", items.join(", "));
        let laid_out = format!(
            "(\n    a: 1,\n    list: [\n        {},\n    ],\n)\n",
            items.join(",\n        ")
        );
        expect(&text, &laid_out);
        let long = format!("(a: 1, text: \"{}\")", "long ".repeat(100));
        expect(&long, &format!("{long}\n"));
    }

    #[test]
    fn what_is_no_ron_is_told_and_not_laid_out() {
        let problems = formatted("a.ron", "(a: 1 b: 2)").unwrap_err();
        assert!(problems.render(false).contains("a comma is missing"));
    }
}
