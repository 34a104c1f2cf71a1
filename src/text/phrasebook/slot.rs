//! Slots, facts and registers: what a phrase may depend on.

use std::borrow::Cow;

use crate::council::Style;
use crate::text::grammar::words;

/// A set of slots, facts or registers: one bit for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Set(u64);

impl Set {
    /// Nothing.
    pub(crate) const NONE: Self = Self(0);

    const fn of(place: u8) -> Self {
        Self(1 << place)
    }

    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn less(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether all of `other` is in it.
    pub(crate) const fn holds(self, other: Self) -> bool {
        other.0 & !self.0 == 0
    }

    /// Whether they have something in common.
    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

macro_rules! named {
    ($(#[$doc:meta])* $type:ident { $($variant:ident $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum $type {
            $($variant,)*
        }

        impl $type {
            pub(crate) const ALL: &'static [Self] = &[$(Self::$variant,)*];

            pub(crate) const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            pub(crate) const fn set(self) -> Set {
                Set::of(self as u8)
            }

            pub(crate) fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.name() == name)
            }
        }
    };
}

named! {
    /// What is put into a phrase. A slot that begins with a capital in the phrase is filled with
    /// words that begin with one.
    Slot {
        Presidency "presidency",
        Whose "whose",
        Presiding "presiding",
        Format "format",
        Briefers "briefers",
        Note "note",
        Group "group",
        Who "who",
        Issue "issue",
        Mark "mark",
        Because "because",
        Today "today",
        Titles "titles",
        Bare "bare",
        Others "others",
        Text "text",
        Vote "vote",
        Part "part",
        Stands "stands",
        Asked "asked",
        Event "event",
        Count "count",
        Approve "approve",
        Approves "approves",
        Approved "approved",
        Approving "approving",
        Support "support",
        Supports "supports",
        Supported "supported",
        Refuse "refuse",
        Refuses "refuses",
        Refused "refused",
        NoteIt "note_it",
        Mind "mind",
        Minds "minds",
    }
}

named! {
    /// What must hold for a phrase to fit.
    Fact {
        First "First",
        Later "Later",
        Last "Last",
        One "One",
        Many "Many",
        Early "Early",
        Late "Late",
        Here "Here",
        Apart "Apart",
        Near "Near",
        Same "Same",
        Adopted "Adopted",
        NotAdopted "NotAdopted",
        Vetoed "Vetoed",
        Favour "InFavour",
        Against "Against",
        Abstained "Abstained",
    }
}

named! {
    /// How openly a statement speaks: the style of its delegation.
    Register {
        Candid "Candid",
        Measured "Measured",
        Guarded "Guarded",
    }
}

impl From<Style> for Register {
    fn from(style: Style) -> Self {
        match style {
            Style::Candid => Self::Candid,
            Style::Measured => Self::Measured,
            Style::Guarded => Self::Guarded,
        }
    }
}

/// All that the named have in common with a set.
pub(crate) fn set_of(slots: &[Slot]) -> Set {
    slots.iter().fold(Set::NONE, |set, slot| set.and(slot.set()))
}

/// The words for the slots of a phrase.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words<'a> {
    filled: Vec<Filled<'a>>,
    given: Set,
}

#[derive(Debug, Clone)]
struct Filled<'a> {
    slot: Slot,
    words: Cow<'a, str>,
    /// Whether it names a delegation, with nothing else.
    names: bool,
}

impl<'a> Words<'a> {
    /// With one slot more filled; the latest words for a slot count.
    pub(crate) fn with(self, slot: Slot, words: impl Into<Cow<'a, str>>) -> Self {
        self.filled(Filled { slot, words: words.into(), names: false })
    }

    /// With the name of a delegation for one slot. It counts as one word, however many it has: a
    /// long name leaves as much time as a short one.
    pub(crate) fn naming(self, slot: Slot, name: impl Into<Cow<'a, str>>) -> Self {
        self.filled(Filled { slot, words: name.into(), names: true })
    }

    fn filled(mut self, filled: Filled<'a>) -> Self {
        self.given = self.given.and(filled.slot.set());
        // Most phrases have a handful of slots.
        if self.filled.capacity() == 0 {
            self.filled.reserve(8);
        }
        self.filled.push(filled);
        self
    }

    /// With one slot more filled, if there are words for it.
    pub(crate) fn with_some<W>(self, slot: Slot, words: Option<W>) -> Self
    where
        W: Into<Cow<'a, str>>,
    {
        match words {
            Some(words) => self.with(slot, words),
            None => self,
        }
    }

    /// Without the words for one slot.
    pub(crate) fn without(mut self, slot: Slot) -> Self {
        self.given = self.given.less(slot.set());
        self
    }

    pub(crate) const fn given(&self) -> Set {
        self.given
    }

    pub(crate) fn of(&self, slot: Slot) -> &str {
        self.find(slot).map_or("", |filled| &filled.words)
    }

    /// How many words the names in a slot have beyond the one that counts.
    pub(crate) fn excess(&self, slot: Slot) -> usize {
        let name = self.find(slot).filter(|filled| filled.names);
        name.map_or(0, |filled| words(&filled.words).saturating_sub(1))
    }

    fn find(&self, slot: Slot) -> Option<&Filled<'a>> {
        self.filled.iter().rev().find(|filled| filled.slot == slot)
    }
}
