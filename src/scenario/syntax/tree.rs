//! The tree itself: nodes in the order of the text, in one vector.

use std::sync::Arc;

use super::super::spanned::Span;
use super::lexer::Lexer;
use super::parser;

/// The number of a node in its tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub(super) u32);

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeKind {
    /// The whole text; its children are attributes and values.
    Document,
    /// `#![…]`.
    Attribute,
    /// `Name(field: value)` or `(field: value)`; its children are fields.
    Struct,
    /// `name: value` in a structure; its child is the value.
    Field,
    /// `Name(value, value)`, `(value)` or `()`; its children are values.
    Tuple,
    /// `[value]`; its children are values.
    List,
    /// `{key: value}`; its children are entries.
    Map,
    /// `key: value` in a map; its children are the key and the value.
    Entry,
    /// A string.
    String,
    /// A byte string.
    Bytes,
    /// A character.
    Char,
    /// A number.
    Number,
    /// A bare name: a variant, `true`, `None`.
    Word,
    /// `1..5` and the like, which ron reads and no scenario uses.
    Range,
    /// What could not be understood.
    Error,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    pub(super) kind: NodeKind,
    pub(super) start: u32,
    pub(super) end: u32,
    /// Bytes of the name a structure, tuple or field begins with.
    pub(super) name: u32,
    /// The opening bracket; the start, where there is none.
    pub(super) head: u32,
    /// The node that follows this one and all below it.
    pub(super) after: u32,
    pub(super) parent: u32,
}

/// A place where the text is no RON, as this parser sees it; ron's own judgement counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub span: Span,
    /// What was expected.
    pub expected: &'static str,
}

/// A text and its structure.
#[derive(Debug, Clone)]
pub struct Tree {
    text: Arc<str>,
    pub(super) nodes: Vec<Node>,
    pub(super) faults: Vec<Fault>,
}

impl Tree {
    /// Parses any text; what is no RON becomes nodes of kind `Error` and faults.
    /// Texts beyond 4 GiB are cut, long after the reader's own limit.
    pub fn parse(text: impl Into<Arc<str>>) -> Self {
        let text = text.into();
        let mut tree = Self { text: Arc::clone(&text), nodes: Vec::new(), faults: Vec::new() };
        parser::parse(&text, &mut tree);
        tree
    }

    /// The text, byte for byte.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text, shared.
    pub fn shared_text(&self) -> Arc<str> {
        Arc::clone(&self.text)
    }

    /// Every token of the text in order, comments and blanks included.
    pub fn tokens(&self) -> Lexer<'_> {
        Lexer::new(&self.text)
    }

    /// The tokens from the byte at `offset` on, where one must begin: the start or the end of a
    /// node, or of a token.
    pub fn tokens_from(&self, offset: usize) -> Lexer<'_> {
        Lexer::from(&self.text, offset)
    }

    /// Where the parser stumbled.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// The node of the whole text.
    pub const fn document(&self) -> NodeId {
        NodeId(0)
    }

    /// The first value of the text.
    pub fn root(&self) -> Option<NodeId> {
        self.children(self.document()).find(|node| self.kind(*node) != NodeKind::Attribute)
    }

    pub(super) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0 as usize]
    }

    /// What a node is.
    pub fn kind(&self, id: NodeId) -> NodeKind {
        self.node(id).kind
    }

    /// All of a node.
    pub fn span(&self, id: NodeId) -> Span {
        let node = self.node(id);
        Span::new(node.start as usize, node.end as usize)
    }

    /// The text of a node.
    pub fn source(&self, id: NodeId) -> &str {
        self.span(id).of(&self.text)
    }

    /// The opening bracket of a node, or the whole of one that has none.
    pub fn head(&self, id: NodeId) -> Span {
        let node = self.node(id);
        match node.kind {
            NodeKind::Struct | NodeKind::Tuple | NodeKind::List | NodeKind::Map => {
                Span::new(node.head as usize, node.head as usize + 1)
            }
            _ => self.span(id),
        }
    }

    /// The name of a structure, tuple or field; empty without one.
    pub fn name(&self, id: NodeId) -> &str {
        let name = self.name_span(id).of(&self.text);
        name.strip_prefix("r#").unwrap_or(name)
    }

    /// Where that name stands.
    pub fn name_span(&self, id: NodeId) -> Span {
        let node = self.node(id);
        Span::new(node.start as usize, (node.start + node.name) as usize)
    }

    /// The nodes directly below a node.
    pub fn children(&self, id: NodeId) -> Children<'_> {
        Children { tree: self, next: id.0 + 1, end: self.node(id).after }
    }

    /// The node directly above a node.
    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        (id.0 > 0).then(|| NodeId(self.node(id).parent))
    }

    /// The value of a field or entry.
    pub fn value(&self, id: NodeId) -> Option<NodeId> {
        match self.kind(id) {
            NodeKind::Field => self.children(id).next(),
            NodeKind::Entry => self.children(id).nth(1),
            _ => None,
        }
    }

    /// The innermost node that holds the byte at `offset`.
    pub fn at(&self, offset: usize) -> NodeId {
        let mut found = self.document();
        while let Some(inner) = self.children(found).find(|child| {
            let span = self.span(*child);
            span.start <= offset && offset < span.end
        }) {
            found = inner;
        }
        found
    }
}

/// The nodes directly below a node, in order.
#[derive(Debug, Clone)]
pub struct Children<'a> {
    tree: &'a Tree,
    next: u32,
    end: u32,
}

impl Iterator for Children<'_> {
    type Item = NodeId;

    fn next(&mut self) -> Option<NodeId> {
        if self.next >= self.end {
            return None;
        }
        let id = NodeId(self.next);
        self.next = self.tree.node(id).after;
        Some(id)
    }
}
