//! Names and values in words.

use serde_json::Value;

use crate::scenario::syntax::{NodeId, NodeKind, Tree, unescaped};
use crate::scenario::{Difference, DifferenceKind, Excerpt, brief, default_of, schema};

/// From how many characters two texts stand below each other.
const LONG: usize = 60;
/// Fields that name a member.
const OF_MEMBERS: [&str; 3] = ["president", "joint_statement", "author"];

/// Both files, and what is assumed where nothing stands.
pub(super) struct Words<'a> {
    pub(super) a: &'a Tree,
    pub(super) b: &'a Tree,
    schema: Value,
}

impl<'a> Words<'a> {
    pub(super) fn of(a: &'a Tree, b: &'a Tree) -> Self {
        Self { a, b, schema: schema() }
    }

    /// The name of a member, of the second file if it is there.
    pub(super) fn member(&self, id: &str) -> String {
        self.name("members", id, "name").unwrap_or_else(|| id.to_owned())
    }

    /// The name of an issue, in quotes.
    pub(super) fn issue(&self, id: &str) -> String {
        quoted(&self.name("issues", id, "name").unwrap_or_else(|| id.to_owned()))
    }

    /// The title of an outcome, in quotes.
    pub(super) fn outcome(&self, id: &str) -> String {
        quoted(&self.name("outcomes", id, "title").unwrap_or_else(|| id.to_owned()))
    }

    /// The name or title of an entry of any block, or its identifier.
    pub(super) fn entry(&self, block: &str, id: &str) -> String {
        match block {
            "members" | "seats" => self.member(id),
            "issues" => self.issue(id),
            "outcomes" => self.outcome(id),
            "groups" => quoted(&self.name(block, id, "name").unwrap_or_else(|| id.to_owned())),
            _ => quoted(id),
        }
    }

    fn name(&self, block: &str, id: &str, field: &str) -> Option<String> {
        let path = format!("{block}[{id:?}].{field}");
        [self.b, self.a].into_iter().find_map(|tree| {
            let node = tree.unwrapped(tree.find(&path)?);
            (tree.kind(node) == NodeKind::String).then(|| tree.key(node))
        })
    }

    /// Whether both files have an entry in a block.
    pub(super) fn is_in_both(&self, block: &str, id: &str) -> bool {
        let path = format!("{block}[{id:?}]");
        self.a.find(&path).is_some() && self.b.find(&path).is_some()
    }

    /// The change of a single value: "80 → 92 (+12)". `path` is where it stands in the file.
    pub(super) fn change(&self, path: &str, difference: &Difference) -> String {
        let field = path.rsplit('.').next().unwrap_or(path);
        let side = |excerpt: Option<&Excerpt>| match excerpt {
            Some(excerpt) => self.value(field, &excerpt.text),
            None => self.unwritten(path),
        };
        let (before, after) = (side(difference.before.as_ref()), side(difference.after.as_ref()));
        let is_text = before.starts_with('“') && after.starts_with('“');
        if is_text && before.chars().count() + after.chars().count() > LONG {
            return format!("\n      - {before}\n      + {after}");
        }
        let by = difference.by.or_else(|| self.beyond_default(path, difference));
        let by = by.map_or(String::new(), |by| format!(" ({by:+})"));
        format!("{before} → {after}{by}")
    }

    /// A value of one side; the identifier of a member becomes its name.
    fn value(&self, field: &str, source: &str) -> String {
        match source.strip_prefix('"') {
            Some(_) if OF_MEMBERS.contains(&field) => self.member(&unescaped(source)),
            Some(_) if source.len() > 1 && source.ends_with('"') => quoted(&unescaped(source)),
            Some(open) => quoted(open),
            None => source.to_owned(),
        }
    }

    /// What is assumed where nothing stands.
    fn unwritten(&self, path: &str) -> String {
        match default_of(&self.schema, path) {
            Some(Value::String(word)) if !word.is_empty() => format!("{word}, the default"),
            Some(Value::Number(number)) => format!("{number}, the default"),
            _ => "none".to_owned(),
        }
    }

    /// By how much a number differs from the one that is assumed on the other side.
    fn beyond_default(&self, path: &str, difference: &Difference) -> Option<f64> {
        let default = default_of(&self.schema, path)?.as_f64()?;
        let (sign, written) = match (difference.kind, &difference.before, &difference.after) {
            (DifferenceKind::Added, _, Some(after)) => (1.0, after),
            (DifferenceKind::Removed, Some(before), _) => (-1.0, before),
            _ => return None,
        };
        let number: f64 = written.text.parse().ok()?;
        let by = ((number - default) * sign * 1e9).round() / 1e9;
        (by.is_finite() && by != 0.0).then_some(by)
    }
}

/// The text, number or word of a field of a structure; nothing where it is not written.
pub(super) fn written(tree: &Tree, node: NodeId, name: &str) -> Option<String> {
    let node = tree.unwrapped(node);
    let mut fields = tree.children(node).filter(|child| tree.kind(*child) == NodeKind::Field);
    let field = fields.find(|field| tree.name(*field) == name)?;
    let value = tree.unwrapped(tree.value(field)?);
    match tree.kind(value) {
        NodeKind::String => Some(tree.key(value)),
        _ => Some(brief(tree, value, LONG)),
    }
}

/// A text in the quotes of print.
pub(super) fn quoted(text: &str) -> String {
    format!("“{text}”")
}

/// The name of a field as people write it.
pub(super) fn spaced(field: &str) -> String {
    field.replace('_', " ")
}

/// "1 stance", "2 stances".
pub(super) fn counted(count: usize, one: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
}
