//! Texts and numbers, and the ranges of the numbers.

use super::super::codes::Code;
use super::super::diagnostic::Diagnostic;
use super::super::document::{Edit, quoted};
use super::super::file::{Count, Number, Text};
use super::super::nearest::shown;
use super::super::spanned::Spanned;
use super::super::syntax::{NodeId, NodeKind, float};
use super::Decoder;
use super::stand_in::StandIn;

/// Reads a text.
pub(super) fn text(decoder: &mut Decoder<'_>, node: NodeId) -> Text {
    let span = decoder.tree.span(node);
    match decoder.tree.kind(node) {
        NodeKind::String => Spanned::new(decoder.tree.key(node), span),
        NodeKind::Word | NodeKind::Number => {
            unquoted(decoder, node);
            // The name is clear; that it lacks quotes is all that is wrong with it.
            Spanned::stand_in(decoder.tree.key(node), span)
        }
        _ => {
            decoder.wrong_type(node, "a text", "write a text in double quotes");
            StandIn::stand_in(span)
        }
    }
}

/// Reports a text without its quotes.
pub(super) fn unquoted(decoder: &mut Decoder<'_>, node: NodeId) {
    let source = decoder.tree.source(node);
    let hint = format!("write \"{}\" in quotes", shown(source));
    let parent = decoder.tree.parent(node).map(|parent| decoder.tree.kind(parent));
    let is_swapped = parent == Some(NodeKind::Tuple) && decoder.tree.kind(node) == NodeKind::Number;
    if is_swapped || matches!(source, "None" | "true" | "false") {
        // It may be meant as it stands: in another place, or where a text is not optional.
        decoder.wrong_type(node, "a text", hint);
    } else {
        decoder.rewritten(node, "a text", hint, quoted(source));
    }
}

/// Reads a number from `low` to `high`, both included.
pub(super) fn within(low: f64, high: f64) -> impl Fn(&mut Decoder<'_>, NodeId) -> Number + Copy {
    move |decoder, node| {
        let number = finite(decoder, node);
        if number.faulty || (low..=high).contains(&number.value) {
            return number;
        }
        out_of_range(decoder, node, &format!("from {low} to {high}"));
        Spanned::stand_in(number.value, number.span)
    }
}

/// Reads a number above `low`, up to `high`.
pub(super) fn above(low: f64, high: f64) -> impl Fn(&mut Decoder<'_>, NodeId) -> Number + Copy {
    move |decoder, node| {
        let number = finite(decoder, node);
        if number.faulty || (number.value > low && number.value <= high) {
            return number;
        }
        out_of_range(decoder, node, &format!("more than {low}, up to {high}"));
        Spanned::stand_in(number.value, number.span)
    }
}

/// Reads a number on the authors' scale.
pub(super) fn scale(decoder: &mut Decoder<'_>, node: NodeId) -> Number {
    within(0.0, 100.0)(decoder, node)
}

/// Reads a number on the authors' scale with two sides.
pub(super) fn signed(decoder: &mut Decoder<'_>, node: NodeId) -> Number {
    within(-100.0, 100.0)(decoder, node)
}

/// Reads a whole number from `low` to `high`, both included.
pub(super) fn whole(low: u32, high: u32) -> impl Fn(&mut Decoder<'_>, NodeId) -> Count + Copy {
    move |decoder, node| {
        let number = finite(decoder, node);
        let span = number.span;
        if number.faulty {
            return StandIn::stand_in(span);
        }
        let written = decoder.tree.source(node);
        let is_based = written.contains(['x', 'X']);
        if number.value.fract() != 0.0 || (!is_based && written.contains(['.', 'e', 'E'])) {
            let message =
                format!("{} wants a whole number, not {}", decoder.role(node), shown(written));
            let whole = format!("{:.0}", number.value.round());
            let hint = format!("write {whole}, without a point");
            let mend = (number.value.fract() == 0.0).then(|| Edit::replace(span, whole));
            let problem = Diagnostic::new(Code::NotWhole, span, message, hint);
            decoder.problems.add(problem.mended_by(mend));
            return StandIn::stand_in(span);
        }
        if !(f64::from(low)..=f64::from(high)).contains(&number.value) {
            let range = if high == u32::MAX {
                format!("{low} or more")
            } else {
                format!("from {low} to {high}")
            };
            out_of_range(decoder, node, &range);
            return StandIn::stand_in(span);
        }
        Spanned::new(number.value as u32, span)
    }
}

fn out_of_range(decoder: &mut Decoder<'_>, node: NodeId, range: &str) {
    let written = shown(decoder.tree.source(node));
    let message = format!("{} is {written}, and must be {range}", decoder.role(node));
    let hint = format!("write a number: {range}");
    decoder.report(Code::OutOfRange, decoder.tree.span(node), message, hint);
}

fn finite(decoder: &mut Decoder<'_>, node: NodeId) -> Number {
    let span = decoder.tree.span(node);
    let written = decoder.tree.source(node);
    if decoder.tree.kind(node) != NodeKind::Number {
        let inside = written.trim_matches('"');
        if decoder.tree.kind(node) == NodeKind::String && float(inside).is_some() {
            let hint = format!("write {} without quotes", shown(inside));
            decoder.rewritten(node, "a number", hint, inside.to_owned());
        } else {
            decoder.wrong_type(node, "a number", "write a number, such as 50");
        }
        return StandIn::stand_in(span);
    }
    match float(written) {
        Some(value) if value.is_finite() => Spanned::new(value, span),
        _ => {
            let message =
                format!("{} is {}, not a finite number", decoder.role(node), shown(written));
            decoder.report(Code::NotFinite, span, message, "write an ordinary number, such as 50");
            StandIn::stand_in(span)
        }
    }
}
