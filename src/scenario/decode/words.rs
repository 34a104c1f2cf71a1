//! Enums without settings: one word out of a few.

use super::super::codes::Code;
use super::super::diagnostic::Diagnostic;
use super::super::document::Edit;
use super::super::file::{
    Base, Confidence, Direction, MeetingFormat, Membership, Order, OutcomeForm, PresidentsPlace,
    PutToAction, Rank, ResultName, StageName, Style,
};
use super::super::nearest::{instead, listed, only_near, shown};
use super::super::spanned::{Span, Spanned};
use super::super::syntax::{NodeId, NodeKind};
use super::Decoder;
use super::anatomy::{Body, Described, Shapes, Type};
use super::stand_in::StandIn;

/// An enum whose variants are words.
pub(super) trait Word: Copy + StandIn + 'static {
    /// Every word with what it stands for.
    const WORDS: &'static [(&'static str, Self)];
}

macro_rules! words {
    ($($type:ident)*) => {
        $(
            impl Word for $type {
                const WORDS: &'static [(&'static str, Self)] = Self::ALL;
            }

            impl StandIn for $type {
                fn stand_in(_: Span) -> Self {
                    Self::ALL[0].1
                }
            }

            impl Described for $type {
                fn described(shapes: &mut Shapes) -> Type {
                    shapes.add(stringify!($type), |_| {
                        Body::Words(Self::ALL.iter().map(|(word, _)| *word).collect())
                    })
                }
            }
        )*
    };
}

words! {
    Base Confidence Direction MeetingFormat Membership Order OutcomeForm PresidentsPlace
    PutToAction Rank ResultName StageName Style
}

/// Reads one of the words of `T`.
pub(super) fn word<T: Word>(decoder: &mut Decoder<'_>, node: NodeId) -> Spanned<T> {
    let span = decoder.tree.span(node);
    let known = T::WORDS.iter().map(|(word, _)| *word);
    let kind = decoder.tree.kind(node);
    let written = match kind {
        NodeKind::Word => decoder.tree.source(node).to_owned(),
        NodeKind::String => decoder.tree.key(node),
        _ => decoder.tree.name(node).to_owned(),
    };
    let value = T::WORDS.iter().find(|(word, _)| *word == written);
    match (kind, value) {
        (NodeKind::Word, Some((_, value))) => return Spanned::new(*value, span),
        (NodeKind::Word, None) => {
            let message = format!("{} cannot be `{}`", decoder.role(node), shown(&written));
            let mend = only_near(&written, known.clone()).map(|near| Edit::replace(span, near));
            let hint = instead(&written, known);
            let problem = Diagnostic::new(Code::UnknownVariant, span, message, hint);
            decoder.problems.add(problem.mended_by(mend));
        }
        (NodeKind::String, Some((word, _))) => {
            let hint = format!("write `{word}` without quotes");
            decoder.rewritten(node, "a word", hint, (*word).to_owned());
        }
        (_, Some((word, _))) => {
            let message = format!("`{word}` has no settings and takes no parentheses");
            let hint = format!("write `{word}`");
            let is_empty = decoder.tree.children(node).next().is_none();
            let mend = is_empty.then(|| Edit::replace(span, *word));
            let place = decoder.place(node);
            let problem = Diagnostic::new(Code::WrongParentheses, place, message, hint);
            decoder.problems.add(problem.mended_by(mend));
        }
        (_, None) => decoder.wrong_type(node, "a word", listed(known)),
    }
    StandIn::stand_in(span)
}

/// Reads `true` or `false`.
pub(super) fn truth(decoder: &mut Decoder<'_>, node: NodeId) -> Spanned<bool> {
    let span = decoder.tree.span(node);
    match decoder.tree.source(node) {
        "true" => Spanned::new(true, span),
        "false" => Spanned::new(false, span),
        _ => {
            decoder.wrong_type(node, "`true` or `false`", "write `true` or `false`");
            StandIn::stand_in(span)
        }
    }
}
