//! Differences for programs.

use serde_json::{Map, Value, json};

use crate::scenario::{Difference, Excerpt};

use super::Side;
use super::effect::Effect;

/// The whole answer; docs/scenario-format.md describes the shape.
pub(super) fn shape((a, b): (&Side, &Side), found: &[Difference], effects: &[Effect]) -> Value {
    let changes: Vec<Value> = found
        .iter()
        .map(|difference| {
            json!({
                "path": difference.path,
                "kind": difference.kind.word(),
                "before": text(difference.before.as_ref()),
                "after": text(difference.after.as_ref()),
                "by": difference.by,
            })
        })
        .collect();
    let forecast: Map<String, Value> = effects
        .iter()
        .map(|effect| {
            let chances =
                json!({ "before": effect.before, "after": effect.after, "by": effect.by() });
            (effect.identifier.clone(), chances)
        })
        .collect();
    json!({ "format": 1, "a": a.name, "b": b.name, "changes": changes, "forecast": forecast })
}

fn text(excerpt: Option<&Excerpt>) -> Option<&str> {
    excerpt.map(|excerpt| excerpt.text.as_str())
}
