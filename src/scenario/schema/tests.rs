//! The tables say something of every field that the decoder reads, and of no other.

use std::collections::BTreeSet;

use super::super::decode::{Body, Field, Settings, Shapes};
use super::{TABLES, schema};

/// Every name with its fields, as the decoder has them.
fn read() -> Vec<(String, Vec<String>)> {
    let names = |fields: &[Field]| fields.iter().map(|field| field.name.to_owned()).collect();
    let mut all = Vec::new();
    for (name, body) in Shapes::of_a_scenario().all {
        match body {
            Body::Structure(fields) | Body::Tuple(fields) => {
                all.push((name.to_owned(), names(&fields)));
            }
            Body::Words(_) => all.push((name.to_owned(), Vec::new())),
            Body::Choice(variants) => {
                all.push((name.to_owned(), Vec::new()));
                for variant in variants {
                    let full = format!("{name}.{}", variant.name);
                    match variant.settings {
                        Settings::None => {}
                        Settings::Fields(fields) => all.push((full, names(&fields))),
                        Settings::Values(values) => {
                            let places = (0..values.len()).map(|at| at.to_string()).collect();
                            all.push((full, places));
                        }
                    }
                }
            }
        }
    }
    all
}

#[test]
fn every_field_is_described_exactly_once_and_no_other_is() {
    let told = TABLES.iter().flat_map(|table| table.iter());
    let mut told: Vec<(String, Vec<String>)> = told
        .map(|of| (of.name.to_owned(), of.fields.iter().map(|s| s.name.to_owned()).collect()))
        .collect();
    let mut read = read();
    told.sort();
    read.sort();
    for (told, read) in told.iter().zip(&read) {
        assert_eq!(told, read);
    }
    assert_eq!(told.len(), read.len());
}

#[test]
fn every_description_says_something_and_every_default_is_json() {
    for of in TABLES.iter().flat_map(|table| table.iter()) {
        assert!(!of.says.is_empty(), "{}", of.name);
        for said in of.fields {
            assert!(!said.says.is_empty(), "{}.{}", of.name, said.name);
            let default = said.default.map(serde_json::from_str::<serde_json::Value>);
            assert!(default.is_none_or(|default| default.is_ok()), "{}.{}", of.name, said.name);
        }
    }
}

#[test]
fn all_shapes_are_defined_once() {
    let names: Vec<&str> = Shapes::of_a_scenario().all.iter().map(|(name, _)| *name).collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    let schema = schema();
    assert_eq!(schema["$defs"].as_object().map(serde_json::Map::len), Some(names.len() - 1));
}
