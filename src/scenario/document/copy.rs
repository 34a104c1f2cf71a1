//! A copy of a scenario in which members are replaced by others.

use super::super::names::Kind;
use super::super::syntax::{Lines, NodeId, NodeKind, Tree};
use super::Document;
use super::fault::EditFault;
use super::remove;
use super::value::quoted;

/// A member that takes the place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// The identifier of the member that goes.
    pub old: String,
    /// The identifier of the member that comes.
    pub new: String,
    /// Its name, without an article.
    pub name: String,
    /// Its article: "" or "the".
    pub article: String,
    /// Its adjective; "" for none.
    pub adjective: String,
}

/// What belongs to the member that was there and to no other.
const PERSONAL: [&str; 6] = ["article", "adjective", "speaker", "style", "relations", "arguments"];
/// What says where a position comes from.
const EVIDENCE: [&str; 3] = ["because", "source", "confidence"];

impl Document {
    /// Puts a member in the place of another. It keeps the seat, the positions as a start and what
    /// it sponsors; the reasons and sources of the positions, arguments, relations, groups, style,
    /// brief and the comments beside all that were about the other, and go, as does the record of
    /// what really happened.
    ///
    /// # Errors
    /// When there is no such member, or the new identifier is taken.
    pub fn replace_member(&mut self, replacement: &Replacement) -> Result<(), EditFault> {
        let Replacement { old, new, name, .. } = replacement;
        self.rename_everywhere(Kind::Member, old, new)?;
        let member = format!("members[{}]", quoted(new));
        self.set(&format!("{member}.name"), &quoted(name))?;
        if let Some(entry) = self.tree.find(&member).and_then(|node| self.tree.parent(node)) {
            let edits = remove::comments_within(&self.tree, self.tree.span(entry));
            self.apply(&edits);
        }
        for field in PERSONAL {
            self.remove_if_there(&format!("{member}.{field}"))?;
        }
        let seat = self.tree.find(&format!("{member}.seat")).map(|node| self.tree.source(node));
        if seat != Some("Permanent") {
            // The weight of a word belongs to who speaks it, the veto to the seat.
            self.remove_if_there(&format!("{member}.influence"))?;
        }
        self.set_words(new, &replacement.article, &replacement.adjective)?;
        for issue in self.keys(&format!("{member}.stances")) {
            for field in EVIDENCE {
                let stance = format!("{member}.stances[{}]", quoted(&issue));
                self.remove_if_there(&format!("{stance}.{field}"))?;
            }
        }
        for other in self.keys("members") {
            let relation = format!("members[{}].relations[{}]", quoted(&other), quoted(new));
            self.remove_if_there(&relation)?;
        }
        for group in self.keys("groups") {
            self.leave_group(&format!("groups[{}]", quoted(&group)), new)?;
        }
        self.remove_if_there(&format!("seats[{}]", quoted(new)))?;
        self.remove_if_there("record")
    }

    /// Gives a member the article and the adjective that go with its name; an empty one is none.
    ///
    /// # Errors
    /// When there is no such member.
    pub fn set_words(&mut self, id: &str, article: &str, adjective: &str) -> Result<(), EditFault> {
        let member = format!("members[{}]", quoted(id));
        for (field, word) in [("article", article), ("adjective", adjective)] {
            self.remove_if_there(&format!("{member}.{field}"))?;
            if !word.is_empty() {
                self.insert(&format!("{member}.{field}"), &quoted(word))?;
            }
        }
        Ok(())
    }

    /// Takes a member out of a group; the group goes with its last member.
    fn leave_group(&mut self, group: &str, member: &str) -> Result<(), EditFault> {
        let is = |tree: &Tree, node: NodeId| {
            tree.kind(node) == NodeKind::String && tree.key(node) == member
        };
        let speaker = format!("{group}.joint_statement");
        if self.tree.find(&speaker).is_some_and(|node| is(&self.tree, node)) {
            self.remove(&speaker)?;
        }
        let Some(list) = self.tree.find(&format!("{group}.members")) else { return Ok(()) };
        let list = self.tree.unwrapped(list);
        let Some(index) = self.tree.children(list).position(|node| is(&self.tree, node)) else {
            return Ok(());
        };
        match self.tree.children(list).count() {
            1 => self.remove(group),
            _ => self.remove(&format!("{group}.members[{index}]")),
        }
    }

    fn remove_if_there(&mut self, path: &str) -> Result<(), EditFault> {
        if self.tree.find(path).is_some() { self.remove(path) } else { Ok(()) }
    }

    /// The keys of the map at `path`, in the order of the file; none where there is no map.
    pub fn keys(&self, path: &str) -> Vec<String> {
        let tree = &self.tree;
        let Some(map) = tree.find(path) else { return Vec::new() };
        let entries = tree.children(tree.unwrapped(map));
        entries
            .filter(|entry| tree.kind(*entry) == NodeKind::Entry)
            .filter_map(|entry| tree.children(entry).next())
            .map(|key| tree.key(key))
            .collect()
    }

    /// The lines, counted from 1, on which `words` stand outside comments.
    pub fn lines_with(&self, words: &str) -> Vec<usize> {
        let text = self.text();
        let counted = Lines::of(text);
        let found = text
            .match_indices(words)
            .map(|(at, _)| at)
            .filter(|at| self.tree.kind(self.tree.at(*at)) == NodeKind::String);
        let mut lines: Vec<usize> = found.map(|at| counted.place(text, at).line).collect();
        lines.dedup();
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::read;
    use super::*;

    #[test]
    fn a_member_takes_the_place_of_another_and_not_its_words() {
        let text = include_str!("../../../scenarios/tutorial.ron");
        let mut document = Document::new(text);
        let replacement = Replacement {
            old: "DUN".to_owned(),
            new: "FAR".to_owned(),
            name: "Far Shores".to_owned(),
            article: "the".to_owned(),
            adjective: String::new(),
        };
        document.replace_member(&replacement).unwrap();
        let tree = document.tree();
        let at = |path: &str| tree.find(path).map(|node| tree.source(node));
        assert_eq!(at("members.FAR.name"), Some("\"Far Shores\""));
        assert_eq!(at("members.FAR.article"), Some("\"the\""));
        let position = Tree::parse(text);
        let position = position
            .find("members.DUN.stances.light.position")
            .map(|node| position.source(node).to_owned());
        assert_eq!(at("members.FAR.stances.light.position"), position.as_deref());
        for gone in ["stances.light.source", "arguments", "relations", "adjective"] {
            assert_eq!(at(&format!("members.FAR.{gone}")), None, "{gone}");
        }
        assert_eq!(at("members.BRS.relations.FAR"), None);
        let read = read("copy", document.text().as_bytes());
        assert!(read.file.is_some(), "{}", read.diagnostics.render(false));
        while document.undo() {}
        assert_eq!(document.text(), text);
    }
}
