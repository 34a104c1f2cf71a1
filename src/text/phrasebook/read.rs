//! Reads the files of a phrasebook; every fault with its place, cause and mend.

use std::sync::Arc;

use crate::scenario::syntax::{NodeId, NodeKind, Tree};
use crate::scenario::{Code, Diagnostics, nearest, shown};

use super::ladder::{LADDERS, Rung};
use super::phrase::{Flaw, Phrase};
use super::slot::{Fact, Register, Set, Slot};
use super::subject::Subject;

/// The lists of words that are no phrases.
pub(super) const PLAIN: [&str; 3] = ["proper", "common", "first-person"];

/// What stands in the files of one language.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// The phrases of each subject, in the order of `Subject::ALL`.
    pub(super) phrases: Vec<Vec<Phrase>>,
    /// The rungs of each ladder, in the order of `LADDERS`.
    pub(super) rungs: Vec<Vec<Rung>>,
    /// The words of each plain list, in the order of `PLAIN`.
    pub(super) plain: Vec<Vec<String>>,
}

impl Lists {
    pub(super) fn new() -> Self {
        Self {
            phrases: vec![Vec::new(); Subject::ALL.len()],
            rungs: vec![Vec::new(); LADDERS.len()],
            plain: vec![Vec::new(); PLAIN.len()],
        }
    }

    /// Adds what stands in one file; its problems.
    pub(super) fn add(&mut self, file: &str, text: &str) -> Diagnostics {
        let tree = Tree::parse(text);
        let mut reader = Reader { problems: Diagnostics::new(file, Arc::from(text)), tree: &tree };
        reader.file(self);
        reader.problems
    }
}

struct Reader<'a> {
    tree: &'a Tree,
    problems: Diagnostics,
}

impl Reader<'_> {
    fn report(&mut self, code: Code, node: NodeId, message: String, hint: &str) {
        self.problems.report(code, self.tree.head(node), message, hint);
    }

    fn file(&mut self, lists: &mut Lists) {
        if let Some(fault) = self.tree.faults().first() {
            let message = format!("{} was expected here", fault.expected);
            self.problems.report(Code::NotRon, fault.span, message, "see the other files");
            return;
        }
        let root = self.tree.root().filter(|&root| self.tree.kind(root) == NodeKind::Map);
        let Some(root) = root else {
            let (message, hint) = ("a phrasebook is a map of lists", "write { \"thanks\": [ … ] }");
            self.report(Code::BadPhrase, self.tree.document(), message.to_owned(), hint);
            return;
        };
        let entries: Vec<NodeId> = self.tree.children(root).collect();
        for entry in entries {
            self.entry(entry, lists);
        }
    }

    fn entry(&mut self, entry: NodeId, lists: &mut Lists) {
        let parts: Vec<NodeId> = self.tree.children(entry).collect();
        let [key, value] = parts[..] else { return };
        let name = self.tree.key(key);
        if self.tree.kind(value) != NodeKind::List {
            let message = format!("`{}` wants a list", shown(&name));
            self.report(Code::BadPhrase, value, message, "write [ … ]");
            return;
        }
        let elements: Vec<NodeId> = self.tree.children(value).collect();
        if let Some(at) = PLAIN.iter().position(|plain| *plain == name) {
            let words = elements.into_iter().filter_map(|node| self.string(node));
            lists.plain[at] = words.collect();
        } else if let Some(at) = LADDERS.iter().position(|(ladder, _)| *ladder == name) {
            lists.rungs[at] = elements.into_iter().filter_map(|node| self.rung(node)).collect();
        } else if let Some(&subject) = Subject::ALL.iter().find(|it| it.terms().name == name) {
            let phrases = elements.into_iter().filter_map(|node| self.phrase(node, subject));
            let phrases: Vec<Phrase> = phrases.collect();
            lists.phrases[subject as usize].extend(phrases);
        } else {
            let known = Subject::ALL.iter().map(|it| it.terms().name).chain(PLAIN);
            let hint = nearest(&name, known).map_or_else(
                || "`horseshoe phrases` names the lists".to_owned(),
                |near| format!("`{near}`, perhaps"),
            );
            let message = format!("there is no list of phrases `{}`", shown(&name));
            self.report(Code::UnknownPhrases, key, message, &hint);
        }
    }

    fn string(&mut self, node: NodeId) -> Option<String> {
        if self.tree.kind(node) == NodeKind::String {
            return Some(self.tree.key(node));
        }
        self.report(Code::BadPhrase, node, "a text is wanted here".to_owned(), "write \"…\"");
        None
    }

    /// `"…"`, or `Phrase(say: "…", for: […], when: […], weight: 2)`.
    fn phrase(&mut self, node: NodeId, subject: Subject) -> Option<Phrase> {
        if self.tree.kind(node) != NodeKind::Struct {
            return self.said(node, subject);
        }
        let say = self.field(node, "say")?;
        let mut phrase = self.said(say, subject)?;
        let fields: Vec<NodeId> = self.tree.children(node).collect();
        for field in fields {
            let Some(value) = self.tree.value(field) else { continue };
            match self.tree.name(field) {
                "say" => {}
                "for" => {
                    let named = |name: &str| Register::named(name).map(Register::set);
                    phrase.registers = self.set(value, named);
                }
                "when" => {
                    let named = |name: &str| Fact::named(name).map(Fact::set);
                    phrase.when = self.set(value, named);
                }
                "weight" => {
                    if let Ok(weight @ 1..=9) = self.tree.source(value).parse() {
                        phrase.weight = weight;
                    } else {
                        let message = "a weight is a whole number from 1 to 9".to_owned();
                        self.report(Code::BadPhrase, value, message, "leave it out for 1");
                    }
                }
                other => {
                    let message = format!("a phrase has no `{}`", shown(other));
                    let hint = "it has say, for, when and weight";
                    self.report(Code::BadPhrase, field, message, hint);
                }
            }
        }
        Some(phrase)
    }

    fn field(&mut self, node: NodeId, name: &str) -> Option<NodeId> {
        let field = self.tree.children(node).find(|field| self.tree.name(*field) == name);
        let value = field.and_then(|field| self.tree.value(field));
        if value.is_none() {
            let message = format!("`{name}` is missing");
            self.report(Code::BadPhrase, node, message, "write it as in the other entries");
        }
        value
    }

    /// The words of a phrase, with slots that its list knows.
    fn said(&mut self, node: NodeId, subject: Subject) -> Option<Phrase> {
        let text = self.string(node)?;
        let terms = subject.terms();
        let known = || terms.always.iter().chain(terms.sometimes).map(|slot| slot.name());
        let listed = || known().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(", ");
        let unknown = |name: &str| {
            nearest(&name.to_lowercase(), known()).map_or_else(
                || format!("`{}` knows {}", terms.name, listed()),
                |near| format!("{{{near}}}, perhaps"),
            )
        };
        match Phrase::parse(&text) {
            Ok(phrase) if terms.slots().holds(phrase.slots) => {
                self.written(node, &text);
                Some(phrase)
            }
            Ok(phrase) => {
                let stranger = Slot::ALL.iter().find(|slot| {
                    phrase.slots.holds(slot.set()) && !terms.slots().holds(slot.set())
                });
                let name = stranger.map_or("", |slot| slot.name());
                let message = format!("`{}` has no words for {{{name}}}", terms.name);
                self.report(Code::UnknownSlot, node, message, &unknown(name));
                None
            }
            Err(Flaw::UnknownSlot(name)) => {
                let message = format!("there is no slot {{{}}}", shown(&name));
                self.report(Code::UnknownSlot, node, message, &unknown(&name));
                None
            }
            Err(Flaw::OpenSlot) => {
                let message = "a brace has no partner".to_owned();
                self.report(Code::BadPhrase, node, message, "write slots as {issue}");
                None
            }
        }
    }

    /// Whether the words are whole sentences, as far as can be seen.
    fn written(&mut self, node: NodeId, text: &str) {
        let first = text.trim_start_matches('{').chars().next();
        let flaw = if !first.is_some_and(char::is_uppercase) {
            Some(("begins without a capital", "begin a sentence, or a slot, with a capital"))
        } else if !text.ends_with(['.', '?']) {
            Some(("does not end a sentence", "end it with a full stop"))
        } else if text.to_lowercase().contains(" a {") || text.to_lowercase().contains(" an {") {
            Some(("has a or an before a slot", "write it so that no article is needed"))
        } else if text.contains("  ") || text.trim() != text {
            Some(("has a space too many", "leave one space between words"))
        } else {
            None
        };
        if let Some((message, hint)) = flaw {
            self.report(Code::BadPhrase, node, format!("the phrase {message}"), hint);
        }
    }

    /// A list of bare words, each with its bit.
    fn set(&mut self, node: NodeId, named: impl Fn(&str) -> Option<Set>) -> Set {
        let words: Vec<NodeId> = match self.tree.kind(node) {
            NodeKind::List => self.tree.children(node).collect(),
            _ => vec![node],
        };
        let mut set = Set::NONE;
        for word in words {
            if let Some(bit) = named(self.tree.source(word)) {
                set = set.and(bit);
            } else {
                let message = format!("`{}` is not known here", shown(self.tree.source(word)));
                let hint = "`for` takes Candid, Measured, Guarded; `when` what the list knows";
                self.report(Code::BadPhrase, word, message, hint);
            }
        }
        set
    }

    /// `Rung(name: "…", we: "…", it: "…", told: "…", beside: "…", joins: "…")`.
    fn rung(&mut self, node: NodeId) -> Option<Rung> {
        let mut form = |name: &str| {
            let field = self.field(node, name)?;
            self.string(field)
        };
        Some(Rung {
            name: form("name")?,
            we: form("we")?,
            it: form("it")?,
            told: form("told")?,
            beside: form("beside")?,
            joins: form("joins")?,
        })
    }
}
