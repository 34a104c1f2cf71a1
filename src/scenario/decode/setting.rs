//! The file itself and what sets the scene: format, sources, concept note, issues, groups.

use super::super::FORMAT;
use super::super::codes::Code;
use super::super::file::{
    ConceptNote, Count, Dynamics, Group, Inject, Issue, Mark, Member, Outcome, Question, Quiz,
    Record, ScenarioFile, Seat, Source,
};
use super::super::syntax::{NodeId, NodeKind, float};
use super::scalars::{above, scale, signed, text, whole};
use super::sequences::Limit;
use super::shapes::{structures, tuples};
use super::stand_in::StandIn;
use super::words::word;
use super::{Decode, Decoder};

pub(in crate::scenario) const ISSUES: Limit =
    Limit { most: 100, code: Code::TooManyIssues, what: "issues" };
pub(in crate::scenario) const MEMBERS: Limit =
    Limit { most: 250, code: Code::TooManyMembers, what: "members" };
pub(in crate::scenario) const OUTCOMES: Limit =
    Limit { most: 100, code: Code::TooManyOutcomes, what: "outcomes" };

structures! {
    ScenarioFile as "Scenario" {
        format: needed(format),
        title: needed(text),
        summary: optional(text),
        date: needed(text),
        body: needed(text),
        agenda_item: optional(text),
        meeting: optional(word),
        starts: optional(text),
        time_limit: optional(above(0.0, 60.0)),
        background: optional(text),
        teaching_note: optional(text),
        sources: mapped(Source::decode),
        concept_note: optional(ConceptNote::decode),
        issues: needed(|decoder: &mut Decoder<'_>, node| {
            decoder.limited(node, ISSUES, Issue::decode)
        }),
        members: needed(|decoder: &mut Decoder<'_>, node| {
            decoder.limited(node, MEMBERS, Member::decode)
        }),
        president: needed(text),
        groups: mapped(Group::decode),
        outcomes: needed(|decoder: &mut Decoder<'_>, node| {
            decoder.limited(node, OUTCOMES, Outcome::decode)
        }),
        rules: optional(Decode::decode),
        program: optional(|decoder: &mut Decoder<'_>, node| decoder.list(node, Decode::decode)),
        injects: listed(Inject::decode),
        seats: mapped(Seat::decode),
        dynamics: optional(Dynamics::decode),
        questions: listed(Quiz::decode),
        record: optional(Record::decode),
    }
    Source as "Source" {
        title: needed(text),
        publisher: optional(text),
        date: optional(text),
        url: optional(text),
    }
    ConceptNote as "ConceptNote" {
        author: needed(text),
        objective: optional(text),
        guiding_questions: listed(Question::decode),
    }
    Question as "Question" { text: needed(text), issues: listed(text) }
    Issue as "Issue" {
        name: needed(text),
        low: needed(text),
        high: needed(text),
        status_quo: optional(scale),
        marks: listed(Mark::decode),
    }
    Group as "Group" {
        name: needed(text),
        members: needed(|decoder: &mut Decoder<'_>, node| decoder.list(node, text)),
        cohesion: optional(signed),
        joint_statement: optional(text),
    }
}

tuples! {
    Mark as "Mark" { at: scale, label: text }
}

/// Reads the number of the format, the value of which has been looked at.
fn format(decoder: &mut Decoder<'_>, node: NodeId) -> Count {
    match float(decoder.tree.source(node)) {
        Some(number) if number < 1.0 && number.fract() == 0.0 => {
            StandIn::stand_in(decoder.tree.span(node))
        }
        _ => whole(1, FORMAT)(decoder, node),
    }
}

/// Whether a file is of the one format there is, or says so badly. A file of another format is
/// not read further: its other fields may mean something else.
pub(super) fn is_of_this_format(decoder: &mut Decoder<'_>) -> bool {
    let Some(node) = decoder.tree.find("format") else {
        return true;
    };
    let written = decoder.tree.source(node);
    let number = float(written).filter(|_| decoder.tree.kind(node) == NodeKind::Number);
    let Some(number) = number.filter(|number| number.fract() == 0.0) else {
        return true;
    };
    let newest = f64::from(FORMAT);
    if number > newest && number < f64::from(u32::MAX) {
        let message =
            format!("the file has format {number}, newer than {FORMAT}, the newest known");
        let hint = "read it with a newer version of this program";
        decoder.report(Code::NewerFormat, decoder.tree.span(node), message, hint);
        return false;
    }
    if number < 1.0 {
        let message = format!("there is no format {number}");
        let hint = format!("write `format: {FORMAT}`, and check the file again");
        decoder.report(Code::NoSuchFormat, decoder.tree.span(node), message, hint);
        // What a file of a wrong number holds is of today's format most of the time.
    }
    true
}
