//! Members with their speakers, stances and arguments.

use super::super::file::{Argument, Member, RedLine, Speaker, Stance};
use super::scalars::{scale, signed, text, within};
use super::shapes::{structures, tuples};
use super::words::word;

/// More than the heads, or the dollars, that any weight counts.
const MAX_WEIGHT: f64 = 1e15;

structures! {
    Member as "Member" {
        name: needed(text),
        article: optional(text),
        adjective: optional(text),
        seat: needed(word),
        speaker: optional(Speaker::decode),
        influence: optional(scale),
        style: optional(word),
        stances: mapped(Stance::decode),
        relations: mapped(signed),
        arguments: listed(Argument::decode),
        veto_reluctance: optional(scale),
        weights: mapped(within(0.0, MAX_WEIGHT)),
    }
    Speaker as "Speaker" {
        name: needed(text),
        title: optional(text),
        rank: optional(word),
        language: optional(text),
    }
    Stance as "Stance" {
        position: needed(scale),
        salience: needed(scale),
        flexibility: optional(scale),
        uncertainty: optional(scale),
        red_line: optional(RedLine::decode),
        because: optional(text),
        source: optional(text),
        confidence: optional(word),
    }
    Argument as "Argument" {
        issue: needed(text),
        toward: needed(word),
        text: needed(text),
        source: optional(text),
    }
}

tuples! {
    RedLine as "" { low: scale, high: scale }
}
