//! A lossless tree of RON text: every byte is in a token, every value knows its place.
//!
//! The tree is our own and flat, as `ron` keeps neither comments nor the places of values.
//! `rowan` and the crates built on it allocate per node and offer green trees with cheap edits,
//! which nobody needs here: an edit of a scenario is an edit of its text at a span, after which
//! the text is read again in a millisecond. Two vectors of small plain records do that, and
//! bound what hostile text can cost.

mod highlight;
mod lexer;
mod lines;
mod literal;
mod parser;
mod path;
mod tree;

pub use highlight::{Highlight, highlights};
pub use lexer::{Lexer, Token, TokenKind};
pub use lines::{Lines, Place};
pub use literal::{float, unescaped};
pub use path::Step;
pub use tree::{Children, Fault, NodeId, NodeKind, Tree};

/// How deeply brackets may stand within each other.
pub const MAX_DEPTH: usize = 64;

#[cfg(test)]
mod tests;
