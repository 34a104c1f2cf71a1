//! Groups of differences to lines under their headings.

use crate::scenario::syntax::{NodeId, NodeKind, Step, Tree};
use crate::scenario::{Difference, DifferenceKind, brief};

use super::element::{short, without_name};
use super::group::Group;
use super::section::Section;
use super::words::{Words, counted, quoted, spaced, written};

/// How long a program may be on its line.
const PROGRAM: usize = 300;

/// Something to tell, and its size by which lines of a section may be ordered.
pub(super) struct Line {
    pub(super) section: Section,
    pub(super) size: f64,
    pub(super) text: String,
}

/// A step of a path, to be matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part<'a> {
    Name(&'a str),
    Key(&'a str),
    Index,
}

impl Words<'_> {
    /// What is to be told of a group; nothing where the line of something else says it.
    pub(super) fn lines(&self, group: &Group<'_>) -> Vec<Line> {
        let parts: Vec<Part<'_>> = group.steps.iter().map(part).collect();
        let told = match parts.as_slice() {
            [Part::Name("members"), Part::Key(id)] => self.member_in_one(id, group),
            [Part::Name("members"), Part::Key(id), rest @ ..] => self.of_member(id, rest, group),
            [Part::Name("issues"), Part::Key(id)] => self.issue_in_one(id, group),
            [Part::Name("outcomes"), Part::Key(id)] => self.outcome_in_one(id, group),
            [Part::Name("outcomes"), Part::Key(id), Part::Name("aims"), Part::Key(issue)]
                if group.differences.iter().all(|d| d.kind != DifferenceKind::Changed) =>
            {
                self.aim_in_one((id, issue), group)
            }
            [Part::Name("program"), ..] => vec![(Section::Meeting, self.program())],
            [Part::Name("record"), Part::Name("outcomes"), Part::Key(id), rest @ ..] => {
                let of = self.outcome(id);
                self.of_entry(Section::Record, &of, rest, group)
            }
            [Part::Name(block), Part::Key(id), rest @ ..] => {
                let of = self.entry(block, id);
                self.of_entry(Section::of_block(block), &of, rest, group)
            }
            [Part::Name(block)] => self.of_entry(Section::of_block(block), "", &parts, group),
            [Part::Name(block), rest @ ..] => {
                self.of_entry(Section::of_block(block), "", rest, group)
            }
            _ => self.of_entry(Section::Meeting, "", &parts, group),
        };
        let size = group.size();
        told.into_iter().map(|(section, text)| Line { section, size, text }).collect()
    }

    /// What is to be told of a value below an entry called `of`.
    pub(super) fn of_entry(
        &self,
        section: Section,
        of: &str,
        rest: &[Part<'_>],
        group: &Group<'_>,
    ) -> Vec<(Section, String)> {
        let what = self.path_in_words(rest);
        let lead = match (of, what.as_str()) {
            ("", what) => what.to_owned(),
            (of, "") => of.to_owned(),
            (of, what) => format!("{of}: {what}"),
        };
        if group.is_list {
            return self.list(&lead, group).into_iter().map(|line| (section, line)).collect();
        }
        let tell = |difference: &&Difference| {
            let is_whole = rest.is_empty() && difference.kind != DifferenceKind::Changed;
            if is_whole {
                return (section, self.entry_in_one(of, difference));
            }
            let change = self.change(&difference.path, difference);
            let colon = if change.starts_with('\n') || rest.is_empty() { ":" } else { "" };
            let blank = if change.starts_with('\n') { "" } else { " " };
            (section, format!("{lead}{colon}{blank}{change}"))
        };
        group.differences.iter().map(tell).collect()
    }

    /// An entry that only one file has: what it is called, or how it is written.
    fn entry_in_one(&self, of: &str, difference: &Difference) -> String {
        let (is, excerpt) = in_one(difference);
        let tree = self.side(difference);
        let title = tree.find(&difference.path).and_then(|node| {
            let mut titles = ["title", "brief"].into_iter();
            titles.find_map(|field| written(tree, node, field))
        });
        match title {
            Some(title) => format!("{is}: {of}, {}", quoted(&short(&title))),
            None => format!("{is}: {of}, {excerpt}"),
        }
    }

    /// The file that has what only one has.
    pub(super) fn side(&self, difference: &Difference) -> &Tree {
        if difference.after.is_some() { self.b } else { self.a }
    }

    fn path_in_words(&self, parts: &[Part<'_>]) -> String {
        let mut words: Vec<String> = Vec::new();
        let mut block = "";
        for part in parts {
            match part {
                Part::Name(name) => {
                    block = name;
                    words.push(spaced(name));
                }
                Part::Key(id) if block == "aims" => {
                    words.pop();
                    words.push(format!("aim on {}:", self.issue(id)));
                }
                Part::Key(id) => words.push(quoted(id)),
                Part::Index => {}
            }
        }
        words.join(" ")
    }

    fn issue_in_one(&self, id: &str, group: &Group<'_>) -> Vec<(Section, String)> {
        let told = |difference: &&Difference| {
            let tree = self.side(difference);
            let holders = entries(tree, "members").into_iter();
            let stances = holders.filter(|(_, m)| has_entry(tree, *m, "stances", id)).count();
            let aims = entries(tree, "outcomes").into_iter();
            let aims = aims.filter(|(_, o)| has_entry(tree, *o, "aims", id)).count();
            let (is, _) = in_one(difference);
            let text = format!(
                "{is}: {} ({id}), with {} and {} of outcomes",
                self.issue(id),
                counted(stances, "stance"),
                counted(aims, "aim")
            );
            (Section::Issues, text)
        };
        group.differences.iter().map(told).collect()
    }

    fn outcome_in_one(&self, id: &str, group: &Group<'_>) -> Vec<(Section, String)> {
        let told = |difference: &&Difference| {
            let tree = self.side(difference);
            let node = tree.find(&format!("outcomes[{id:?}]"));
            let form = node.and_then(|node| written(tree, node, "form")).unwrap_or_default();
            let sponsor = tree.find(&format!("outcomes[{id:?}].sponsors[0]"));
            let by = sponsor.map_or(String::new(), |node| {
                format!(", tabled by {}", self.member(&tree.key(node)))
            });
            let (is, _) = in_one(difference);
            (Section::Outcomes, format!("{is}: {} ({id}), {form}{by}", self.outcome(id)))
        };
        group.differences.iter().map(told).collect()
    }

    fn aim_in_one(&self, (id, issue): (&str, &str), group: &Group<'_>) -> Vec<(Section, String)> {
        if !self.is_in_both("issues", issue) {
            return Vec::new();
        }
        let told = |difference: &&Difference| {
            let (is, _) = in_one(difference);
            let tree = self.side(difference);
            let aim = tree.find(&group.path).map(|node| without_name(tree, node));
            let (outcome, issue) = (self.outcome(id), self.issue(issue));
            let text = format!("{outcome}: aim on {issue} {is}, {}", aim.unwrap_or_default());
            (Section::Outcomes, text)
        };
        group.differences.iter().map(told).collect()
    }

    /// The stages are told as a whole: one alone says little.
    fn program(&self) -> String {
        let stages = |tree: &Tree| match tree.find("program") {
            Some(node) => brief(tree, node, PROGRAM),
            None => "that of the meeting's format".to_owned(),
        };
        format!("program:\n      - {}\n      + {}", stages(self.a), stages(self.b))
    }
}

/// Whether a value is new or gone, and how it is written.
pub(super) fn in_one(difference: &Difference) -> (&'static str, &str) {
    match (&difference.before, &difference.after) {
        (_, Some(after)) => ("new", &after.text),
        (Some(before), None) => ("gone", &before.text),
        (None, None) => ("gone", ""),
    }
}

/// The entries of a block with their identifiers.
pub(super) fn entries(tree: &Tree, block: &str) -> Vec<(String, NodeId)> {
    let block = tree.find(block).map(|node| tree.unwrapped(node));
    let entries = block.into_iter().flat_map(|block| tree.children(block));
    entries
        .filter(|entry| tree.kind(*entry) == NodeKind::Entry)
        .filter_map(|entry| Some((tree.key(tree.children(entry).next()?), tree.value(entry)?)))
        .collect()
}

/// Whether a structure has an entry in one of its maps.
fn has_entry(tree: &Tree, node: NodeId, map: &str, id: &str) -> bool {
    tree.find(&format!("{}.{map}[{id:?}]", tree.path(node))).is_some()
}

fn part(step: &Step) -> Part<'_> {
    match step {
        Step::Name(name) => Part::Name(name),
        Step::Key(key) => Part::Key(key),
        Step::Index(_) => Part::Index,
    }
}
