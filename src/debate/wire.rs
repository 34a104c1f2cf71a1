//! Events as JSON: the shape of `horseshoe run --format json` and of a record's lines.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::council::{StatementPurpose, with_names};
use crate::scenario::Scenario;

use super::basis::basis;
use super::event::{Event, EventKind};
use super::record::Step;

/// The fields of event number `n` (from 1), identifiers as in the scenario file, positions and
/// judgements on the engine's scale of 0..1 and -1..1.
pub fn event_fields(scenario: &Scenario, n: usize, event: &Event) -> Map<String, Value> {
    let mut fields = Map::new();
    fields.insert("n".into(), json!(n));
    let value = with_names(&scenario.derived.names, || serde_json::to_value(event));
    if let Ok(Value::Object(rest)) = value {
        fields.extend(rest);
    }
    if let EventKind::StatementDelivered(statement) = &event.kind {
        fields.insert("kind".into(), json!(kind_of_statement(statement.purpose)));
    }
    let rests_on = basis(scenario, event);
    fields.insert("basis".into(), json!({ "label": rests_on.label(), "on": rests_on.words() }));
    fields
}

/// The kind of a statement as it is written down: what is short, or said around a vote, is told
/// apart from the statements of the debate.
const fn kind_of_statement(purpose: StatementPurpose) -> &'static str {
    match purpose {
        StatementPurpose::Debate => "StatementDelivered",
        StatementPurpose::Further => "FurtherStatementDelivered",
        StatementPurpose::ExplanationBefore(_) | StatementPurpose::ExplanationAfter(_) => {
            "ExplanationOfVoteDelivered"
        }
        StatementPurpose::Dissociation(_) => "DissociationDelivered",
    }
}

/// The event that stands in a line of a record, and the action that it begins, if it does.
pub(super) fn read_event(
    scenario: &Scenario,
    line: &str,
) -> Result<(Event, Option<Step>), serde_json::Error> {
    /// A line, of which words and marks are left to those who show them.
    #[derive(Deserialize)]
    struct Line {
        step: Option<Step>,
        #[serde(flatten)]
        event: Event,
    }
    with_names(&scenario.derived.names, || serde_json::from_str::<Line>(line))
        .map(|Line { step, event }| (event, step))
}

/// A rule of procedure by its number.
pub(super) mod rule_number {
    use serde::{Deserialize as _, Deserializer, Serializer};

    use crate::council::Membership;

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
    pub(in crate::debate) fn serialize<S: Serializer>(
        rule: &Membership,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.serialize_u8(if *rule == Membership::Rule37 { 37 } else { 39 })
    }

    pub(in crate::debate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Membership, D::Error> {
        let number = u8::deserialize(from)?;
        Ok(if number == 37 { Membership::Rule37 } else { Membership::Rule39 })
    }
}
