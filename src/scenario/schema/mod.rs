//! A JSON Schema of scenario files, for editors and other programs.
//!
//! Names, types and what must be written follow from what the decoder reads; ranges, defaults and
//! descriptions stand in tables, which tests hold to the decoder.

mod delegations;
mod outcomes;
mod playing;
mod procedure;
mod said;
mod setting;

use serde_json::{Map, Value, json};

use super::FORMAT;
use super::decode::{Body, Field, MAX_IDENTIFIER, Presence, Settings, Shapes, Type, Variant};
use super::syntax::Step;

use said::{Of, Said};

/// All tables.
const TABLES: [&[Of]; 5] =
    [setting::TABLE, delegations::TABLE, outcomes::TABLE, procedure::TABLE, playing::TABLE];

/// What an identifier looks like: no blank at either end.
const IDENTIFIER: &str = r"^\S(.*\S)?$";

/// The JSON Schema (draft 2020-12) of a scenario of today's format, written as JSON.
///
/// ```
/// let schema = horseshoe::scenario::schema();
/// assert_eq!(schema["$defs"]["Stance"]["properties"]["position"]["maximum"], 100);
/// ```
pub fn schema() -> Value {
    let shapes = Shapes::of_a_scenario();
    let mut defs = Map::new();
    let mut whole = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("urn:horseshoe:scenario:{FORMAT}"),
        "title": format!("Horseshoe scenario, format {FORMAT}"),
    });
    for (at, (name, body)) in shapes.all.iter().enumerate() {
        let shape = shape(name, body);
        match (at, &mut whole, shape) {
            (0, Value::Object(whole), Value::Object(shape)) => whole.extend(shape),
            (_, _, shape) => drop(defs.insert((*name).to_owned(), shape)),
        }
    }
    whole["$defs"] = Value::Object(defs);
    whole
}

/// The value that `schema` gives as the default of what stands at a path; `None` where there is
/// none, or the path leads nowhere.
pub fn default_of<'a>(schema: &'a Value, path: &str) -> Option<&'a Value> {
    let mut at = schema;
    for step in Step::all(path)? {
        let of = match at["$ref"].as_str().and_then(|name| name.strip_prefix('#')) {
            Some(pointer) => schema.pointer(pointer)?,
            None => at,
        };
        at = match &step {
            Step::Name(name) => of["properties"].get(name)?,
            Step::Key(_) => of.get("additionalProperties")?,
            Step::Index(index) => of["prefixItems"].get(*index).or_else(|| of.get("items"))?,
        };
    }
    at.get("default")
}

fn shape(name: &str, body: &Body) -> Value {
    let mut shape = match body {
        Body::Structure(fields) => object(name, fields),
        Body::Tuple(fields) => {
            let values: Vec<Value> = fields.iter().map(|field| holding(name, field)).collect();
            values_in_order(&values)
        }
        Body::Words(words) => json!({ "enum": words }),
        Body::Choice(variants) => choice(name, variants),
    };
    shape["description"] = json!(table(name).map_or("", |of| of.says));
    shape
}

fn object(name: &str, fields: &[Field]) -> Value {
    let needed = fields.iter().filter(|field| field.presence == Presence::Needed);
    let needed: Vec<&str> = needed.map(|field| field.name).collect();
    let properties: Map<String, Value> =
        fields.iter().map(|field| (field.name.to_owned(), holding(name, field))).collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": needed,
        "additionalProperties": false,
    })
}

/// The words of an enum as texts, its other variants as objects with one property, as serde
/// writes them.
fn choice(name: &str, variants: &[Variant]) -> Value {
    let mut words = Vec::new();
    let mut others = Vec::new();
    for variant in variants {
        let full = format!("{name}.{}", variant.name);
        let mut settings = match &variant.settings {
            Settings::None => {
                words.push(variant.name);
                continue;
            }
            Settings::Fields(fields) => object(&full, fields),
            Settings::Values(types) => {
                let value = |(at, holds): (usize, &Type)| {
                    typed(holds, said(&full, &at.to_string()).as_ref())
                };
                match types.iter().enumerate().map(value).collect::<Vec<_>>().as_slice() {
                    [one] => one.clone(),
                    values => values_in_order(values),
                }
            }
        };
        settings["description"] = json!(table(&full).map_or("", |of| of.says));
        others.push(json!({
            "type": "object",
            "properties": { variant.name: settings },
            "required": [variant.name],
            "additionalProperties": false,
        }));
    }
    let words = (!words.is_empty()).then(|| json!({ "enum": words }));
    json!({ "oneOf": words.into_iter().chain(others).collect::<Vec<_>>() })
}

fn values_in_order(values: &[Value]) -> Value {
    json!({
        "type": "array",
        "prefixItems": values,
        "items": false,
        "minItems": values.len(),
    })
}

/// The schema of what a field holds.
fn holding(of: &str, field: &Field) -> Value {
    let said = said(of, field.name);
    let mut schema = typed(&field.holds, said.as_ref());
    if let Some(said) = said {
        schema["description"] = json!(said.says);
        let written = said.default.and_then(|default| serde_json::from_str(default).ok());
        let default: Option<Value> = match (field.presence, &field.holds) {
            (Presence::Empty, Type::Map(..)) => Some(json!({})),
            (Presence::Empty, _) => Some(json!([])),
            _ => written,
        };
        if let Some(default) = default {
            schema["default"] = default;
        }
    }
    schema
}

/// The schema of a type; what is said of numbers and texts holds for those inside a list or map.
fn typed(holds: &Type, said: Option<&Said>) -> Value {
    match holds {
        Type::Text => text(said),
        Type::Number => number("number", said),
        Type::Whole => number("integer", said),
        Type::Truth => json!({ "type": "boolean" }),
        Type::Named(name) => json!({ "$ref": format!("#/$defs/{name}") }),
        Type::List(element) => {
            let mut list = json!({ "type": "array", "items": typed(element, said) });
            limit(&mut list, ("minItems", said.and_then(|said| said.least)));
            limit(&mut list, ("maxItems", said.and_then(|said| said.most)));
            list
        }
        Type::Map(key, value) | Type::Entry(key, value) => {
            let names = match **key {
                Type::Text => json!({ "maxLength": MAX_IDENTIFIER, "pattern": IDENTIFIER }),
                _ => typed(key, None),
            };
            let mut map = json!({
                "type": "object",
                "propertyNames": names,
                "additionalProperties": typed(value, said),
            });
            limit(&mut map, ("minProperties", said.and_then(|said| said.least)));
            limit(&mut map, ("maxProperties", said.and_then(|said| said.most)));
            map
        }
    }
}

fn text(said: Option<&Said>) -> Value {
    let mut text = json!({ "type": "string" });
    if let Some(said) = said {
        limit(&mut text, ("pattern", said.pattern));
        limit(&mut text, ("enum", (!said.texts.is_empty()).then_some(said.texts)));
    }
    text
}

fn number(kind: &str, said: Option<&Said>) -> Value {
    let mut number = json!({ "type": kind });
    if let Some(said) = said {
        limit(&mut number, ("minimum", said.minimum.map(plain)));
        limit(&mut number, ("exclusiveMinimum", said.above.map(plain)));
        limit(&mut number, ("maximum", said.maximum.map(plain)));
    }
    number
}

/// A bound without a point where it has no fraction, as people write it.
fn plain(bound: f64) -> Value {
    if bound.fract() == 0.0 { json!(bound as i64) } else { json!(bound) }
}

/// Adds a keyword, if there is something to say.
fn limit(schema: &mut Value, (keyword, limit): (&str, Option<impl serde::Serialize>)) {
    if let Some(limit) = limit {
        schema[keyword] = json!(limit);
    }
}

fn table(name: &str) -> Option<&'static Of> {
    TABLES.iter().flat_map(|table| table.iter()).find(|of| of.name == name)
}

fn said(of: &str, field: &str) -> Option<Said> {
    table(of)?.fields.iter().find(|said| said.name == field).copied()
}

#[cfg(test)]
mod tests;
