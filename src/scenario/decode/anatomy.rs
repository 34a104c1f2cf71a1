//! What the decoder reads, as data: the structures with their fields, the enums with their
//! variants. It follows from the same declarations, so that the two cannot disagree.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::super::file::ScenarioFile;
use super::super::spanned::{Entry, List, Spanned};
use super::super::syntax::NodeId;
use super::Decoder;

/// What stands in a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::scenario) enum Type {
    Text,
    Number,
    Whole,
    Truth,
    List(Box<Self>),
    Map(Box<Self>, Box<Self>),
    /// One entry of a map.
    Entry(Box<Self>, Box<Self>),
    /// One of the shapes.
    Named(&'static str),
}

/// Whether a field must be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::scenario) enum Presence {
    Needed,
    /// It may be left out, and is none then.
    Optional,
    /// A list or a map that may be left out, and is empty then.
    Empty,
}

/// A field of a structure or of a variant.
#[derive(Debug, Clone)]
pub(in crate::scenario) struct Field {
    pub(in crate::scenario) name: &'static str,
    pub(in crate::scenario) presence: Presence,
    pub(in crate::scenario) holds: Type,
}

/// What follows the name of a variant.
#[derive(Debug, Clone)]
pub(in crate::scenario) enum Settings {
    None,
    Fields(Vec<Field>),
    Values(Vec<Type>),
}

/// A variant of an enum.
#[derive(Debug, Clone)]
pub(in crate::scenario) struct Variant {
    pub(in crate::scenario) name: &'static str,
    pub(in crate::scenario) settings: Settings,
}

/// How a shape is put together.
#[derive(Debug, Clone)]
pub(in crate::scenario) enum Body {
    Structure(Vec<Field>),
    /// A structure of values without names.
    Tuple(Vec<Field>),
    /// An enum all of whose variants are words.
    Words(Vec<&'static str>),
    Choice(Vec<Variant>),
}

/// All shapes of a file by name, each before those that it holds.
#[derive(Debug, Default)]
pub(in crate::scenario) struct Shapes {
    pub(in crate::scenario) all: Vec<(&'static str, Body)>,
}

impl Shapes {
    /// The shapes of a scenario file; that of the whole is the first.
    pub(in crate::scenario) fn of_a_scenario() -> Self {
        let mut shapes = Self::default();
        ScenarioFile::described(&mut shapes);
        shapes
    }

    /// Adds a shape, unless it is there, and names it.
    pub(super) fn add(&mut self, name: &'static str, body: impl FnOnce(&mut Self) -> Body) -> Type {
        if self.all.iter().all(|(other, _)| *other != name) {
            let at = self.all.len();
            self.all.push((name, Body::Words(Vec::new())));
            self.all[at].1 = body(self);
        }
        Type::Named(name)
    }
}

/// Whether a value of this name is a structure, the name of which may be left out, and not a
/// variant of an enum.
pub(in crate::scenario) fn is_structure(name: &str) -> bool {
    static NAMES: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
        let is_structure = |body: &Body| matches!(body, Body::Structure(_) | Body::Tuple(_));
        let shapes = Shapes::of_a_scenario().all.into_iter();
        shapes.filter(|(_, body)| is_structure(body)).map(|(name, _)| name).collect()
    });
    NAMES.contains(name)
}

/// A part of the file that can say what it is.
pub(in crate::scenario) trait Described {
    /// What it is; adds the shapes it needs.
    fn described(shapes: &mut Shapes) -> Type;
}

impl Described for String {
    fn described(_: &mut Shapes) -> Type {
        Type::Text
    }
}

impl Described for f64 {
    fn described(_: &mut Shapes) -> Type {
        Type::Number
    }
}

impl Described for u32 {
    fn described(_: &mut Shapes) -> Type {
        Type::Whole
    }
}

impl Described for bool {
    fn described(_: &mut Shapes) -> Type {
        Type::Truth
    }
}

impl<T: Described> Described for Spanned<T> {
    fn described(shapes: &mut Shapes) -> Type {
        T::described(shapes)
    }
}

impl<T: Described> Described for Option<T> {
    fn described(shapes: &mut Shapes) -> Type {
        T::described(shapes)
    }
}

impl<T: Described> Described for List<T> {
    fn described(shapes: &mut Shapes) -> Type {
        match T::described(shapes) {
            Type::Entry(key, value) => Type::Map(key, value),
            element => Type::List(Box::new(element)),
        }
    }
}

impl<K: Described, V: Described> Described for Entry<K, V> {
    fn described(shapes: &mut Shapes) -> Type {
        let key = K::described(shapes);
        Type::Entry(Box::new(key), Box::new(V::described(shapes)))
    }
}

/// The name of a structure: as written in a file, or of its type where none is.
pub(super) const fn name(word: &'static str, of_type: &'static str) -> &'static str {
    if word.is_empty() { of_type } else { word }
}

/// The field that `_of` leads to, read by the method `how` of `Fields`.
pub(super) fn field<S, T: Described>(
    shapes: &mut Shapes,
    name: &'static str,
    how: &str,
    _of: fn(&S) -> Option<&T>,
) -> Field {
    let presence = match how {
        "needed" => Presence::Needed,
        "optional" => Presence::Optional,
        _ => Presence::Empty,
    };
    Field { name, presence, holds: T::described(shapes) }
}

/// What a reader reads.
pub(super) fn value<T: Described>(
    shapes: &mut Shapes,
    _reader: &impl Fn(&mut Decoder<'_>, NodeId) -> T,
) -> Type {
    T::described(shapes)
}
