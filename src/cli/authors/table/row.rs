//! One row of a table, written into a scenario file.

use crate::scenario::syntax::{NodeKind, Tree, float};
use crate::scenario::{Document, Edit, Edits, nearest, quoted};

use super::super::super::args::Sheet;
use super::columns::{Cell, Column, columns, in_ron};

/// What rows change in a scenario: first values that are there, all at once, then what is new.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// Other values for what is there.
    edits: Vec<Edit>,
    /// Paths and values of what is not.
    inserts: Vec<(String, String)>,
    /// The paths of members and stances that are not there yet.
    pub(super) new: Vec<String>,
}

impl Changes {
    /// Whether nothing is changed.
    pub(super) const fn is_empty(&self) -> bool {
        self.edits.is_empty() && self.inserts.is_empty()
    }

    /// Makes the changes in the document that they were made for.
    pub(super) fn make(self, document: &mut Document) -> Result<(), String> {
        document.apply(&Edits::new(self.edits));
        for (path, value) in self.inserts {
            // Several rows may ask for the same block.
            let is_block = value == "{}" && document.tree().find(&path).is_some();
            if !is_block {
                document.insert(&path, &value).map_err(|fault| fault.to_string())?;
            }
        }
        Ok(())
    }
}

/// A row: the columns that have something in them.
#[derive(Debug, Default)]
pub(super) struct Row {
    cells: Vec<(&'static str, Cell, String)>,
}

impl Row {
    /// The row with these cells, one for each of the columns of the table; `point` stands in
    /// numbers for the decimal point.
    pub(super) fn of<'a>(
        header: &[Column],
        cells: impl Iterator<Item = &'a str>,
        point: char,
    ) -> Self {
        let written = |cell: Cell, value: &str| match cell {
            Cell::Number | Cell::RedLine => value.replace(point, "."),
            _ => value.to_owned(),
        };
        let filled = header.iter().zip(cells).filter(|(_, value)| !value.is_empty());
        Self {
            cells: filled
                .map(|((name, cell), value)| (*name, *cell, written(*cell, value)))
                .collect(),
        }
    }

    /// The member, or the member and the issue, that it is about.
    pub(super) fn about(&self) -> String {
        format!("{:?}", (self.get("member"), self.get("issue")))
    }

    fn get(&self, column: &str) -> Option<&str> {
        self.cells.iter().find(|(name, ..)| *name == column).map(|(.., value)| value.as_str())
    }

    fn needed(&self, column: &str) -> Result<&str, String> {
        self.get(column).ok_or_else(|| format!("`{column}` is empty, and must say which row it is"))
    }

    /// Adds what the row changes in a document; why it cannot be taken, in words.
    pub(super) fn take(
        &self,
        sheet: Sheet,
        document: &Document,
        changes: &mut Changes,
    ) -> Result<(), String> {
        let tree = document.tree();
        let member = self.needed("member")?;
        let path = format!("members[{}]", quoted(member));
        let is_there = tree.find(&path).is_some();
        self.is_named(tree, &path)?;
        match sheet {
            Sheet::Members if is_there => self.fields(&path, tree, changes),
            Sheet::Members => self.new_entry(path, "Member", tree, changes),
            Sheet::Positions if !is_there => {
                Err(unknown("member", member, &document.keys("members")))
            }
            Sheet::Positions => {
                let issue = self.needed("issue")?;
                if tree.find(&format!("issues[{}]", quoted(issue))).is_none() {
                    return Err(unknown("issue", issue, &document.keys("issues")));
                }
                let stances = format!("{path}.stances");
                if tree.find(&stances).is_none() {
                    changes.inserts.push((stances.clone(), "{}".to_owned()));
                }
                let stance = format!("{stances}[{}]", quoted(issue));
                match tree.find(&stance) {
                    Some(_) => self.fields(&stance, tree, changes),
                    None => self.new_entry(stance, "Stance", tree, changes),
                }
            }
        }
    }

    /// That the name beside the identifier is that of the member: a column sorted alone would
    /// give each the positions of another.
    fn is_named(&self, tree: &Tree, path: &str) -> Result<(), String> {
        let there = tree.find(&format!("{path}.name")).map(|node| tree.key(node));
        match (self.get("member_name"), there, self.get("member")) {
            (Some(written), Some(there), Some(id)) if written != there => {
                Err(format!("`{id}` is {there}, not {written}"))
            }
            _ => Ok(()),
        }
    }

    /// What the row has to say of its entry: fields with their values in RON.
    fn written(&self, tree: &Tree, path: &str) -> Result<Vec<(&'static str, String)>, String> {
        let mut written = Vec::new();
        let mut red_line = [None, None];
        for (name, cell, value) in &self.cells {
            match cell {
                Cell::Label => {}
                Cell::RedLine => {
                    red_line[usize::from(*name == "red_line_high")] = Some((name, value));
                }
                _ => written.push((*name, in_ron(name, *cell, value)?)),
            }
        }
        if red_line.iter().any(Option::is_some) {
            let mut ends = Vec::new();
            for (index, end) in red_line.into_iter().enumerate() {
                let there = tree.find(&format!("{path}.red_line[{index}]"));
                ends.push(match (end, there) {
                    (Some((name, value)), _) => in_ron(name, Cell::RedLine, value)?,
                    (None, Some(node)) => tree.source(node).to_owned(),
                    (None, None) => return Err("a red line needs both its ends".to_owned()),
                });
            }
            written.push(("red_line", format!("({})", ends.join(", "))));
        }
        Ok(written)
    }

    fn fields(&self, path: &str, tree: &Tree, changes: &mut Changes) -> Result<(), String> {
        for (field, value) in self.written(tree, path)? {
            let path = format!("{path}.{field}");
            match tree.find(&path) {
                Some(node) if means(tree.source(node), &value) => {}
                Some(node) => changes.edits.push(Edit::replace(tree.span(node), value)),
                None => changes.inserts.push((path, value)),
            }
        }
        Ok(())
    }

    fn new_entry(
        &self,
        path: String,
        name: &str,
        tree: &Tree,
        changes: &mut Changes,
    ) -> Result<(), String> {
        let fields = self.written(tree, &path)?;
        let fields: Vec<String> =
            fields.into_iter().map(|(field, value)| format!("{field}: {value}")).collect();
        changes.new.push(path.clone());
        changes.inserts.push((path, format!("{name}({})", fields.join(", "))));
        Ok(())
    }
}

/// Whether two values in RON are equal: numbers by their value, texts without their escapes.
fn means(old: &str, new: &str) -> bool {
    fn value(source: &str) -> (Option<f64>, String) {
        let tree = Tree::parse(source);
        let root = tree.root();
        let text = root.map(|node| match tree.kind(node) {
            NodeKind::Tuple => {
                tree.children(node).map(|n| tree.source(n)).collect::<Vec<_>>().join(",")
            }
            _ => tree.key(node),
        });
        (float(source), text.unwrap_or_default())
    }
    let (old, new) = (value(old), value(new));
    (old.0.is_some() && old.0 == new.0) || old.1 == new.1
}

fn unknown(what: &str, id: &str, known: &[String]) -> String {
    let near = nearest(id, known.iter().map(String::as_str));
    let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    format!("there is no {what} `{id}` in the scenario{near}")
}

/// The columns of a header row, and which table it is of; why it is none, in words.
pub(super) fn header<'a>(
    names: impl Iterator<Item = &'a str> + Clone,
) -> Result<(Sheet, Vec<Column>), String> {
    let sheet = if names.clone().any(|name| name.trim().eq_ignore_ascii_case("issue")) {
        Sheet::Positions
    } else {
        Sheet::Members
    };
    let known = columns(sheet);
    let found = names.map(str::trim).map(|name| {
        known.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).copied().ok_or_else(|| {
            let known: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
            format!("there is no column `{name}`; the columns are {}", known.join(", "))
        })
    });
    let found: Vec<_> = found.collect::<Result<_, _>>()?;
    if found.iter().all(|(name, _)| *name != "member") {
        return Err("the table lacks the column `member`".to_owned());
    }
    Ok((sheet, found))
}
