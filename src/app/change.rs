//! What became of the file that is open, and what is said about it.

use crate::scenario::{Loaded, Severity as Grave};

use super::command::Command;
use super::shell::{Message, Severity};

/// What is on the disk where a file was read before.
#[derive(Clone, Debug)]
pub(super) enum OnDisk {
    /// A file with these contents; read and checked.
    File {
        digest: String,
        loaded: Box<Loaded>,
    },
    /// The file as it is open.
    Same,
    Gone,
    /// Something that cannot be read, with the reason in a few words.
    Unreadable(String),
}

/// How the file that is open differs from what is on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// There are other contents, which can be debated.
    Newer {
        digest: String,
    },
    /// There are other contents, with so many errors.
    Faulty {
        digest: String,
        errors: usize,
    },
    Removed,
    Unreadable(String),
}

impl Change {
    /// What `found` means while contents with the digest `open` are open.
    pub(super) fn of(found: &OnDisk, open: &str) -> Option<Self> {
        match found {
            OnDisk::Same => None,
            OnDisk::File { digest, .. } if digest == open => None,
            OnDisk::File { digest, loaded } => {
                let digest = digest.clone();
                Some(match loaded.diagnostics.count(Grave::Error) {
                    0 => Self::Newer { digest },
                    errors => Self::Faulty { digest, errors },
                })
            }
            OnDisk::Gone => Some(Self::Removed),
            OnDisk::Unreadable(why) => Some(Self::Unreadable(why.clone())),
        }
    }

    /// What is told of it, and what can be done. `name` is that of the file; `begun` says whether
    /// turns of the debate have been shown.
    pub(super) fn message(&self, name: &str, begun: bool) -> Message {
        let keep = ("Keep what is open", Command::KeepOpen);
        let (severity, text, actions) = match self {
            Self::Newer { .. } => {
                let anew = if begun { " Reloading begins the debate anew." } else { "" };
                let text = format!("{name} has changed on disk.{anew}");
                (Severity::Information, text, vec![("Reload", Command::Reload), keep])
            }
            Self::Faulty { errors, .. } => {
                let count = if *errors == 1 { "1 error" } else { &format!("{errors} errors") };
                let text = format!("{name} has changed on disk and now has {count}.");
                let see = ("See the problems", Command::SeeChange);
                (Severity::Warning, text, vec![see, keep])
            }
            Self::Removed => {
                let text = format!("{name} has been removed; what is open stays.");
                (Severity::Information, text, Vec::new())
            }
            Self::Unreadable(why) => {
                let text = format!("{name} cannot be read any more ({why}); what is open stays.");
                (Severity::Warning, text, Vec::new())
            }
        };
        Message { severity, text, actions }
    }
}

/// What is to be told of the open file: nothing twice, and nothing that a person has put aside.
#[derive(Debug, Default)]
pub(super) struct Told {
    change: Option<Change>,
    /// The change that a person has seen and put aside.
    kept: Option<Change>,
}

impl Told {
    /// Takes in what is on the disk now. Returns what is to be told, if anything.
    pub(super) fn update(&mut self, change: Option<Change>) -> Option<&Change> {
        // What was put aside is forgotten once something else is there.
        if self.kept.is_some() && self.kept != change {
            self.kept = None;
        }
        self.change = change;
        self.change.as_ref().filter(|change| self.kept.as_ref() != Some(*change))
    }

    /// Puts aside what is told now.
    pub(super) fn keep(&mut self) {
        self.kept.clone_from(&self.change);
    }
}

#[cfg(test)]
mod tests {
    use crate::digest;
    use crate::scenario::{self, library::BUNDLED};

    use super::*;

    fn file(bytes: &[u8]) -> OnDisk {
        let loaded = Box::new(scenario::load("a.ron", bytes));
        OnDisk::File { digest: digest::hex(&[bytes], 32), loaded }
    }

    fn good(note: &str) -> OnDisk {
        file(format!("{}\n// {note}", BUNDLED[0].text).as_bytes())
    }

    #[test]
    fn only_other_contents_are_a_change() {
        let OnDisk::File { digest, .. } = good("one") else { unreachable!() };
        assert_eq!(Change::of(&good("one"), &digest), None);
        assert_eq!(Change::of(&OnDisk::Same, &digest), None);
        assert!(matches!(Change::of(&good("two"), &digest), Some(Change::Newer { .. })));
        let faulty = Change::of(&file(b"Scenario("), &digest);
        assert!(matches!(faulty, Some(Change::Faulty { errors: 1, .. })), "{faulty:?}");
        assert_eq!(Change::of(&OnDisk::Gone, &digest), Some(Change::Removed));
    }

    #[test]
    fn what_was_put_aside_is_told_again_only_when_it_changes_again() {
        let open = "of what is open";
        let mut told = Told::default();
        let one = Change::of(&good("one"), open);
        assert!(told.update(one.clone()).is_some());
        assert!(told.update(one.clone()).is_some(), "until a person has chosen");
        told.keep();
        assert_eq!(told.update(one.clone()), None);
        assert!(told.update(Change::of(&good("two"), open)).is_some());
        assert!(told.update(one).is_some(), "the first came back, and that is a change");
        told.keep();
        assert_eq!(told.update(None), None, "the file is again as it is open");
    }

    #[test]
    fn the_words_say_what_can_be_done() {
        let said = |change: &Change, begun| change.message("a.ron", begun);
        let newer = Change::Newer { digest: String::new() };
        assert_eq!(said(&newer, false).text, "a.ron has changed on disk.");
        assert!(said(&newer, true).text.ends_with("begins the debate anew."));
        assert_eq!(said(&newer, true).actions[0].1, Command::Reload);
        let faulty = Change::Faulty { digest: String::new(), errors: 3 };
        assert!(said(&faulty, true).text.ends_with("now has 3 errors."));
        assert!(said(&faulty, true).actions.iter().all(|(_, does)| *does != Command::Reload));
        let gone = said(&Change::Removed, true).text;
        assert_eq!(gone, "a.ron has been removed; what is open stays.");
    }
}
