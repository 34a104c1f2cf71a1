//! Events as JSON: the shape of `horseshoe run --format json` and of a record's lines.

use serde_json::{Map, Value, json};

use crate::council::with_names;
use crate::scenario::Scenario;

use super::event::Event;

/// The fields of event number `n` (from 1), identifiers as in the scenario file, positions and
/// judgements on the engine's scale of 0..1 and -1..1.
pub fn event_fields(scenario: &Scenario, n: usize, event: &Event) -> Map<String, Value> {
    let mut fields = Map::new();
    fields.insert("n".into(), json!(n));
    let value = with_names(&scenario.derived.names, || serde_json::to_value(event));
    if let Ok(Value::Object(rest)) = value {
        fields.extend(rest);
    }
    fields
}

/// The event that stands in a line of a record.
pub(super) fn read_event(scenario: &Scenario, line: &str) -> Result<Event, serde_json::Error> {
    with_names(&scenario.derived.names, || serde_json::from_str(line))
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
