//! A validator of JSON Schema for the keywords that the schema of scenarios uses, and scenarios
//! as JSON.

use std::collections::BTreeSet;

use horseshoe::scenario::syntax::{NodeId, NodeKind, Tree, float};
use serde_json::{Map, Value, json};

/// Validates against a schema, and remembers which of its properties it has seen.
pub(super) struct Validator<'a> {
    pub(super) schema: &'a Value,
    pub(super) seen: BTreeSet<*const Value>,
}

impl<'a> Validator<'a> {
    pub(super) fn of(schema: &'a Value) -> Self {
        Self { schema, seen: BTreeSet::new() }
    }

    /// Whether `value` is valid; a keyword that is unknown here panics.
    pub(super) fn is_valid(&mut self, schema: &'a Value, value: &Value) -> bool {
        let Value::Object(keywords) = schema else { return schema.as_bool().expect("a schema") };
        let count = |list: Option<usize>, limit: &Value| list.zip(limit.as_u64());
        keywords.iter().all(|(keyword, limit)| match keyword.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" | "default" => true,
            "$ref" => {
                let pointer = limit.as_str().and_then(|name| name.strip_prefix('#'));
                let target = pointer.and_then(|pointer| self.schema.pointer(pointer));
                self.is_valid(target.expect("the reference leads somewhere"), value)
            }
            "type" => is_of_type(limit.as_str().expect("a type"), value),
            "enum" => limit.as_array().expect("a list").contains(value),
            "oneOf" => {
                let options = limit.as_array().expect("a list");
                options.iter().filter(|option| self.is_valid(option, value)).count() == 1
            }
            "minimum" => value.as_f64().is_none_or(|n| Some(n) >= limit.as_f64()),
            "maximum" => value.as_f64().is_none_or(|n| Some(n) <= limit.as_f64()),
            "exclusiveMinimum" => value.as_f64().is_none_or(|n| Some(n) > limit.as_f64()),
            "pattern" => value.as_str().is_none_or(|text| is_like(limit, text)),
            "maxLength" => {
                let length = value.as_str().map(|text| text.chars().count());
                count(length, limit).is_none_or(|(length, most)| length as u64 <= most)
            }
            "minItems" => {
                count(value.as_array().map(Vec::len), limit).is_none_or(|(n, l)| n as u64 >= l)
            }
            "minProperties" => {
                count(value.as_object().map(Map::len), limit).is_none_or(|(n, l)| n as u64 >= l)
            }
            "maxProperties" => {
                count(value.as_object().map(Map::len), limit).is_none_or(|(n, l)| n as u64 <= l)
            }
            "prefixItems" => {
                let schemas = limit.as_array().expect("a list").iter();
                let values = value.as_array().into_iter().flatten();
                schemas.zip(values).all(|(schema, value)| self.is_valid(schema, value))
            }
            "items" => {
                let first =
                    keywords.get("prefixItems").and_then(Value::as_array).map_or(0, Vec::len);
                let mut rest = value.as_array().into_iter().flatten().skip(first);
                rest.all(|value| self.is_valid(limit, value))
            }
            "required" => value.as_object().is_none_or(|object| {
                let mut names = limit.as_array().expect("a list").iter().filter_map(Value::as_str);
                names.all(|name| object.contains_key(name))
            }),
            "propertyNames" => value
                .as_object()
                .is_none_or(|object| object.keys().all(|name| self.is_valid(limit, &json!(name)))),
            "properties" => limit.as_object().expect("a map").iter().all(|(name, schema)| {
                let Some(value) = value.get(name) else { return true };
                self.seen.insert(schema);
                self.is_valid(schema, value)
            }),
            "additionalProperties" => value.as_object().is_none_or(|object| {
                let known = keywords.get("properties").and_then(Value::as_object);
                let others =
                    object.iter().filter(|(name, _)| known.is_none_or(|k| !k.contains_key(*name)));
                others.into_iter().all(|(_, value)| self.is_valid(limit, value))
            }),
            other => panic!("the keyword {other} is unknown"),
        })
    }
}

fn is_of_type(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        "boolean" => value.is_boolean(),
        other => panic!("the type {other} is unknown"),
    }
}

/// The patterns of the schema, by hand.
fn is_like(pattern: &Value, text: &str) -> bool {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    match pattern.as_str().expect("a pattern") {
        r"\S" => !text.trim().is_empty(),
        r"^\S(.*\S)?$" => !text.is_empty() && text.trim() == text && !text.contains('\n'),
        date if date.starts_with("^[0-9]{4}-") => {
            shape == "0000-00-00"
                && ("01".."13").contains(&&text[5..7])
                && ("01".."32").contains(&&text[8..])
        }
        time if time.contains(":[0-5]") => {
            shape == "00:00" && text[..2] < *"24" && text[3..] < *"60"
        }
        other => panic!("the pattern {other} is unknown"),
    }
}

/// The names of structures, which JSON leaves out; those of variants stay.
pub(super) fn structures(schema: &Value) -> BTreeSet<String> {
    let defs = schema["$defs"].as_object().expect("definitions").iter();
    let structures = defs.filter(|(_, schema)| schema["type"].is_string());
    structures.map(|(name, _)| name.clone()).chain(["Scenario".to_owned()]).collect()
}

/// A scenario as JSON, as serde would write it.
pub(super) fn as_json(tree: &Tree, node: NodeId, structures: &BTreeSet<String>) -> Value {
    let node = tree.unwrapped(node);
    let child = |node| as_json(tree, node, structures);
    let name = tree.name(node);
    let tagged = |value: Value| {
        if name.is_empty() || structures.contains(name) { value } else { json!({ name: value }) }
    };
    let source = tree.source(node);
    match tree.kind(node) {
        NodeKind::Struct => {
            let fields = tree.children(node).map(|field| {
                (tree.name(field).to_owned(), child(tree.value(field).expect("a value")))
            });
            tagged(Value::Object(fields.collect()))
        }
        NodeKind::Map => {
            let entries = tree.children(node).map(|entry| {
                let key = tree.key(tree.children(entry).next().expect("a key"));
                (key, child(tree.value(entry).expect("a value")))
            });
            Value::Object(entries.collect())
        }
        NodeKind::List => Value::Array(tree.children(node).map(child).collect()),
        NodeKind::Tuple => {
            let mut values: Vec<Value> = tree.children(node).map(child).collect();
            let is_variant = !name.is_empty() && !structures.contains(name);
            match values.len() {
                0 => tagged(json!({})),
                1 if is_variant => tagged(values.remove(0)),
                _ => tagged(Value::Array(values)),
            }
        }
        NodeKind::String => json!(tree.key(node)),
        NodeKind::Number => json!(float(source).expect("a number")),
        _ => match source {
            "true" => json!(true),
            "false" => json!(false),
            word => json!(word),
        },
    }
}
