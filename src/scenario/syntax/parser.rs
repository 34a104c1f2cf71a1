//! Tokens to nodes, without giving up at a fault.

use std::iter::Peekable;

use super::super::spanned::Span;
use super::MAX_DEPTH;
use super::lexer::{Lexer, Token, TokenKind};
use super::literal::float;
use super::tree::{Fault, Node, NodeKind, Tree};

/// Faults beyond this many are not listed: the first is the one to mend.
const MAX_FAULTS: usize = 100;

/// Fills `tree` with the nodes of `text`.
pub(super) fn parse(text: &str, tree: &mut Tree) {
    Parser { text, tokens: Significant(Lexer::new(text)).peekable(), tree, depth: 0, end: 0 }
        .document();
}

/// The tokens that mean something.
struct Significant<'a>(Lexer<'a>);

impl Iterator for Significant<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        self.0.find(|token| !token.kind.is_trivia())
    }
}

struct Parser<'a, 'b> {
    text: &'a str,
    tokens: Peekable<Significant<'a>>,
    tree: &'b mut Tree,
    depth: usize,
    /// The end of the last token taken.
    end: usize,
}

impl Parser<'_, '_> {
    fn document(&mut self) {
        let document = self.begin(NodeKind::Document, 0, 0);
        while self.peek_text() == Some("#") {
            self.attribute();
        }
        let mut values = 0;
        while let Some(token) = self.tokens.peek() {
            let span = token.span;
            if values == 1 {
                self.fault(span, "nothing after the value");
            }
            values += 1;
            self.value();
        }
        self.end = self.text.len();
        if values == 0 {
            self.fault(Span::new(self.end, self.end), "a value");
        }
        self.finish(document);
    }

    fn attribute(&mut self) {
        let attribute = self.begin_here(NodeKind::Attribute);
        while let Some(token) = self.take() {
            if token.span.of(self.text) == "]" {
                break;
            }
        }
        self.finish(attribute);
    }

    /// A value, and what follows it if that makes it a range. Takes at least one token.
    fn value(&mut self) {
        let first = self.tree.nodes.len();
        self.single();
        if self.peek() != Some(TokenKind::Range) {
            return;
        }
        // A range keeps no structure: no scenario has one.
        self.tree.nodes.truncate(first + 1);
        self.tree.nodes[first].kind = NodeKind::Range;
        self.tree.nodes[first].name = 0;
        self.take();
        if matches!(self.peek(), Some(TokenKind::Number | TokenKind::Char)) {
            self.take();
        }
        self.finish(first);
    }

    fn single(&mut self) {
        let Some(token) = self.tokens.peek().copied() else {
            return;
        };
        let kind = match token.kind {
            TokenKind::String => NodeKind::String,
            TokenKind::Bytes => NodeKind::Bytes,
            TokenKind::Char => NodeKind::Char,
            TokenKind::Number => {
                if !is_number(token.span.of(self.text)) {
                    self.fault(token.span, "a number");
                }
                NodeKind::Number
            }
            TokenKind::Ident => return self.word(),
            TokenKind::Open => return self.bracketed(token.span.start, 0),
            TokenKind::Range => return self.range(),
            _ => {
                self.fault(token.span, "a value");
                NodeKind::Error
            }
        };
        let node = self.begin_here(kind);
        self.take();
        self.finish(node);
    }

    /// `..` or `..5`: a range without a start.
    fn range(&mut self) {
        let node = self.begin_here(NodeKind::Range);
        self.take();
        if matches!(self.peek(), Some(TokenKind::Number | TokenKind::Char)) {
            self.take();
        }
        self.finish(node);
    }

    /// A name: alone, or with brackets behind it.
    fn word(&mut self) {
        let Some(name) = self.take() else { return };
        let is_some = name.span.of(self.text) == "Some";
        let follows_value = self.peek().is_some_and(begins_value);
        if is_some && follows_value && self.peek_text() != Some("(") && self.depth < MAX_DEPTH {
            // ron takes off a `Some` even when its parentheses are missing.
            let node = self.begin(NodeKind::Tuple, name.span.start, "Some".len());
            self.depth += 1;
            self.single();
            self.depth -= 1;
            self.finish(node);
        } else if self.peek_text() == Some("(") {
            self.bracketed(name.span.start, name.span.end - name.span.start);
        } else {
            let node = self.begin(NodeKind::Word, name.span.start, 0);
            self.finish(node);
        }
    }

    fn bracketed(&mut self, start: usize, name: usize) {
        let Some(open) = self.take() else { return };
        let (kind, close) = match open.span.of(self.text) {
            "[" => (NodeKind::List, "]"),
            "{" => (NodeKind::Map, "}"),
            _ => (NodeKind::Tuple, ")"),
        };
        let node = self.begin(kind, start, name);
        self.tree.nodes[node].head = open.span.start as u32;
        if self.depth == MAX_DEPTH {
            self.fault(open.span, "fewer brackets within each other");
            self.tree.nodes[node].kind = NodeKind::Error;
            self.skip_balanced();
        } else {
            self.depth += 1;
            self.items(node, close);
            self.depth -= 1;
        }
        self.finish(node);
        self.look_for_mixture(node);
    }

    /// Values without a name among fields, which are neither a structure nor a tuple.
    fn look_for_mixture(&mut self, node: usize) {
        if self.tree.nodes[node].kind != NodeKind::Struct {
            return;
        }
        let after = self.tree.nodes[node].after as usize;
        let mut child = node + 1;
        while child < after {
            let Node { kind, start, end, after, .. } = self.tree.nodes[child];
            if kind != NodeKind::Field {
                self.fault(Span::new(start as usize, end as usize), "a name and a colon");
            }
            child = after as usize;
        }
    }

    /// What stands between brackets, and the closing one.
    fn items(&mut self, node: usize, close: &str) {
        loop {
            let Some(token) = self.tokens.peek().copied() else {
                let open = self.tree.nodes[node].head as usize;
                return self.fault(Span::new(open, open + 1), "a closing bracket");
            };
            if token.kind == TokenKind::Close {
                if token.span.of(self.text) == close {
                    self.take();
                } else {
                    self.fault(token.span, "the closing bracket of another kind");
                }
                return;
            }
            self.item(node);
            match self.peek() {
                Some(TokenKind::Comma) => {
                    self.take();
                }
                Some(TokenKind::Close) | None => {}
                Some(_) => {
                    let span = self.tokens.peek().map_or(token.span, |next| next.span);
                    self.fault(span, "a comma");
                }
            }
        }
    }

    fn item(&mut self, node: usize) {
        match self.tree.nodes[node].kind {
            NodeKind::List => self.value(),
            NodeKind::Map => self.entry(),
            _ => self.field_or_value(node),
        }
    }

    fn entry(&mut self) {
        let entry = self.begin_here(NodeKind::Entry);
        self.value();
        self.colon_and_value();
        self.finish(entry);
    }

    fn colon_and_value(&mut self) {
        let here = self.tokens.peek().map_or(Span::new(self.end, self.end), |token| token.span);
        if self.peek() != Some(TokenKind::Colon) {
            return self.fault(here, "a colon");
        }
        self.take();
        match self.peek() {
            Some(TokenKind::Comma | TokenKind::Close) | None => self.fault(here, "a value"),
            Some(_) => self.value(),
        }
    }

    /// Inside parentheses a name with a colon is a field; anything else makes a tuple.
    fn field_or_value(&mut self, node: usize) {
        if self.peek() != Some(TokenKind::Ident) && self.peek() != Some(TokenKind::Number) {
            return self.value();
        }
        let Some(name) = self.tokens.peek().copied() else {
            return;
        };
        // `inf` can be the name of a field, and `1st` cannot.
        if !name.span.of(self.text).starts_with(|c: char| c == '_' || c.is_alphabetic()) {
            return self.value();
        }
        let is_field = Significant(self.lexer_behind(name)).next().map(|token| token.kind)
            == Some(TokenKind::Colon);
        if !is_field {
            return self.value();
        }
        self.take();
        self.tree.nodes[node].kind = NodeKind::Struct;
        let field = self.begin(NodeKind::Field, name.span.start, name.span.end - name.span.start);
        self.colon_and_value();
        self.finish(field);
    }

    /// A walk that begins behind a token: the look at the token after the next.
    fn lexer_behind(&self, token: Token) -> Lexer<'_> {
        Lexer::from(self.text, token.span.end)
    }

    /// Everything up to the bracket that closes the one just taken, without structure.
    fn skip_balanced(&mut self) {
        let mut open = 1_usize;
        while open > 0 {
            match self.take().map(|token| token.kind) {
                Some(TokenKind::Open) => open += 1,
                Some(TokenKind::Close) => open -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }

    fn peek(&mut self) -> Option<TokenKind> {
        self.tokens.peek().map(|token| token.kind)
    }

    fn peek_text(&mut self) -> Option<&str> {
        let text = self.text;
        self.tokens.peek().map(|token| token.span.of(text))
    }

    fn take(&mut self) -> Option<Token> {
        let token = self.tokens.next()?;
        self.end = token.span.end;
        Some(token)
    }

    fn begin_here(&mut self, kind: NodeKind) -> usize {
        let start = self.tokens.peek().map_or(self.end, |token| token.span.start);
        self.begin(kind, start, 0)
    }

    fn begin(&mut self, kind: NodeKind, start: usize, name: usize) -> usize {
        let id = self.tree.nodes.len();
        let start = start as u32;
        // Parents are set when they finish, as they alone know what lies below them.
        let node =
            Node { kind, start, end: start, name: name as u32, head: start, after: 0, parent: 0 };
        self.tree.nodes.push(node);
        id
    }

    fn finish(&mut self, id: usize) {
        let after = self.tree.nodes.len();
        self.tree.nodes[id].end = self.end as u32;
        self.tree.nodes[id].after = after as u32;
        let mut child = id + 1;
        while child < after {
            self.tree.nodes[child].parent = id as u32;
            child = self.tree.nodes[child].after as usize;
        }
    }

    fn fault(&mut self, span: Span, expected: &'static str) {
        if self.tree.faults.len() < MAX_FAULTS {
            self.tree.faults.push(Fault { span, expected });
        }
    }
}

/// Whether a token that looks like a number is one.
fn is_number(source: &str) -> bool {
    source.bytes().all(|byte| byte.is_ascii_digit()) || float(source).is_some()
}

/// Whether a value may begin with such a token.
const fn begins_value(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::String
            | TokenKind::Bytes
            | TokenKind::Char
            | TokenKind::Number
            | TokenKind::Ident
            | TokenKind::Open
            | TokenKind::Range
    )
}
