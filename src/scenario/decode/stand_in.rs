//! What takes the place of a value that cannot be read.

use super::super::file::{
    AdoptionRule, Effect, Happened, Objective, Paragraph, Rules, Stage, Threshold, When,
};
use super::super::spanned::{List, Span, Spanned};

/// A value that can be stood in for.
pub(super) trait StandIn {
    /// A value that means nothing, at the place of the fault.
    fn stand_in(span: Span) -> Self;
}

impl StandIn for String {
    fn stand_in(_: Span) -> Self {
        Self::new()
    }
}

impl StandIn for f64 {
    fn stand_in(_: Span) -> Self {
        0.0
    }
}

impl StandIn for u32 {
    fn stand_in(_: Span) -> Self {
        0
    }
}

impl StandIn for bool {
    fn stand_in(_: Span) -> Self {
        false
    }
}

impl<T> StandIn for Option<T> {
    fn stand_in(_: Span) -> Self {
        None
    }
}

impl<T> StandIn for List<T> {
    fn stand_in(span: Span) -> Self {
        Self { items: Vec::new(), span: Some(span), faulty: true }
    }
}

impl<T: StandIn> StandIn for Spanned<T> {
    fn stand_in(span: Span) -> Self {
        Self::stand_in(T::stand_in(span), span)
    }
}

/// Variants chosen for being plain; what they say is never looked at.
macro_rules! variants {
    ($($type:ident => |$span:ident| $value:expr;)*) => {
        $(impl StandIn for $type {
            fn stand_in($span: Span) -> Self {
                $value
            }
        })*
    };
}

variants! {
    AdoptionRule => |_span| Self::Consensus;
    Effect => |span| Self::Influence {
        member: StandIn::stand_in(span),
        by: StandIn::stand_in(span),
    };
    Happened => |_span| Self::Unknown;
    Objective => |span| Self::KeepRedLines { points: StandIn::stand_in(span) };
    Paragraph => |span| Self::Operative { text: StandIn::stand_in(span), issue: None };
    Rules => |_span| Self::SecurityCouncil;
    Stage => |_span| Self::Opening;
    Threshold => |span| Self::Count(StandIn::stand_in(span));
    When => |_span| Self::ByHand;
}
