//! What is told of members and their stances.

use crate::scenario::brief;
use crate::scenario::syntax::{NodeKind, Tree};

use super::group::Group;
use super::line::{Part, in_one};
use super::section::Section;
use super::words::{Words, counted, written};

/// How long a number may be.
const NUMBER: usize = 40;

impl Words<'_> {
    /// A member that only one file has.
    pub(super) fn member_in_one(&self, id: &str, group: &Group<'_>) -> Vec<(Section, String)> {
        let told = group.differences.iter().map(|difference| {
            let tree = self.side(difference);
            let node = tree.find(&format!("members[{id:?}]"));
            let seat = node.and_then(|node| written(tree, node, "seat")).unwrap_or_default();
            let stances = tree.find(&format!("members[{id:?}].stances"));
            let stances = stances.map_or(0, |node| tree.children(tree.unwrapped(node)).count());
            let (is, _) = in_one(difference);
            let stances = counted(stances, "stance");
            (Section::Members, format!("{is}: {} ({id}), {seat}, {stances}", self.member(id)))
        });
        told.collect()
    }

    /// What changed of a member that both files have.
    pub(super) fn of_member(
        &self,
        id: &str,
        rest: &[Part<'_>],
        group: &Group<'_>,
    ) -> Vec<(Section, String)> {
        let member = self.member(id);
        match rest {
            [Part::Name("stances"), Part::Key(issue), rest @ ..] => {
                self.stance((id, issue), rest, group)
            }
            [Part::Name("relations"), Part::Key(other)] => self.relation((id, other), group),
            [Part::Name("arguments")] => {
                let lines = self.list(&member, group).into_iter();
                lines.map(|line| (Section::Arguments, line)).collect()
            }
            _ => self.of_entry(Section::Members, &member, rest, group),
        }
    }

    /// A relation; one that changed alike in both directions is told once.
    fn relation(&self, (id, other): (&str, &str), group: &Group<'_>) -> Vec<(Section, String)> {
        let path = |from: &str, to: &str| format!("members[{from:?}].relations[{to:?}]");
        let number = |tree: &Tree, from: &str, to: &str| {
            tree.find(&path(from, to)).map(|node| brief(tree, node, NUMBER))
        };
        let is_mutual =
            [self.a, self.b].iter().all(|tree| number(tree, id, other) == number(tree, other, id));
        if !self.is_in_both("members", other) || (is_mutual && other < id) {
            return Vec::new();
        }
        let toward = if is_mutual { "and" } else { "toward" };
        let lead = format!("{} {toward} {}", self.member(id), self.member(other));
        let change = |difference| format!("{lead}: {}", self.change(&group.path, difference));
        group.differences.iter().map(|d| (Section::Relations, change(*d))).collect()
    }

    fn stance(
        &self,
        (id, issue): (&str, &str),
        rest: &[Part<'_>],
        group: &Group<'_>,
    ) -> Vec<(Section, String)> {
        let of = format!("{} on {}", self.member(id), self.issue(issue));
        match rest {
            // The line of the issue counts its stances.
            [] if !self.is_in_both("issues", issue) => Vec::new(),
            [] => {
                let told = group.differences.iter().map(|difference| {
                    let tree = self.side(difference);
                    let node = tree.find(&group.path);
                    let number = |name| node.and_then(|node| written(tree, node, name));
                    let (position, salience) = (number("position"), number("salience"));
                    let (is, _) = in_one(difference);
                    let text = format!(
                        "{of}: {is}, position {}, salience {}",
                        position.unwrap_or_default(),
                        salience.unwrap_or_default()
                    );
                    (Section::Stances, text)
                });
                told.collect()
            }
            [Part::Name("red_line"), ..] => {
                let path = format!("members[{id:?}].stances[{issue:?}].red_line");
                let ends = |tree| red_line(tree, &path);
                vec![(
                    Section::RedLines,
                    format!("{of}: red line {} → {}", ends(self.a), ends(self.b)),
                )]
            }
            [Part::Name(field), ..] => {
                let section = match *field {
                    "position" => Section::Moved,
                    "salience" => Section::Salience,
                    "because" | "source" | "confidence" => Section::Reasons,
                    _ => Section::Stances,
                };
                self.of_entry(section, &of, rest, group)
            }
            _ => Vec::new(),
        }
    }
}

/// "45 to 100".
fn red_line(tree: &Tree, path: &str) -> String {
    let node = tree.find(path).map(|node| tree.unwrapped(node));
    let ends = node.filter(|node| tree.kind(*node) == NodeKind::Tuple).map(|node| {
        let ends = tree.children(node).map(|end| brief(tree, end, NUMBER));
        ends.collect::<Vec<_>>().join(" to ")
    });
    ends.unwrap_or_else(|| "none".to_owned())
}
