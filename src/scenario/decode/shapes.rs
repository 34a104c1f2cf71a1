//! How the structures and enums of the file are declared to the decoder.

use super::super::codes::Code;
use super::super::diagnostic::Diagnostic;
use super::super::document::Edit;
use super::super::nearest::{instead, listed, only_near, shown};
use super::super::syntax::{NodeId, NodeKind};
use super::Decoder;

/// What must follow the name of a variant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Nothing.
    Word,
    /// `(name: value)`, perhaps none.
    Settings,
    /// So many values.
    Values(usize),
}

impl Decoder<'_> {
    /// The variant of the enum that a node names and has the shape of; reports anything else.
    pub(super) fn variant(
        &mut self,
        node: NodeId,
        known: &[(&'static str, Shape)],
    ) -> Option<&'static str> {
        let is_word = self.tree.kind(node) == NodeKind::Word;
        let name = if is_word { self.tree.source(node) } else { self.tree.name(node) };
        let name = name.to_owned();
        let names = known.iter().map(|(name, _)| *name);
        let Some((variant, shape)) = known.iter().find(|(known, _)| *known == name) else {
            if name.is_empty() {
                self.wrong_type(node, "a word", listed(names));
            } else {
                let message = format!("{} cannot be `{}`", self.role(node), shown(&name));
                let span = if is_word { self.tree.span(node) } else { self.tree.name_span(node) };
                let mend = only_near(&name, names.clone()).map(|near| Edit::replace(span, near));
                let problem =
                    Diagnostic::new(Code::UnknownVariant, span, message, instead(&name, names));
                self.problems.add(problem.mended_by(mend));
            }
            return None;
        };
        let fits = match shape {
            Shape::Word => is_word,
            Shape::Settings | Shape::Values(_) => !is_word,
        };
        if !fits {
            self.wrong_parentheses(node, variant, *shape);
            return None;
        }
        self.has_length(node, variant, *shape).then_some(variant)
    }

    fn wrong_parentheses(&mut self, node: NodeId, variant: &str, shape: Shape) {
        let (message, hint) = match shape {
            Shape::Word => (
                format!("`{variant}` has no settings and takes no parentheses"),
                format!("write `{variant}`"),
            ),
            Shape::Settings => (
                format!("`{variant}` has settings and keeps its parentheses, also when empty"),
                format!("write `{variant}()`"),
            ),
            Shape::Values(_) => (
                format!("`{variant}` wants a value in parentheses"),
                format!("write `{variant}(…)`"),
            ),
        };
        let span = self.tree.span(node);
        let is_empty = self.tree.children(node).next().is_none();
        let mend = match shape {
            Shape::Word if is_empty => Some(Edit::replace(span, variant)),
            Shape::Settings => Some(Edit::insert(span.end, "()")),
            Shape::Word | Shape::Values(_) => None,
        };
        let problem = Diagnostic::new(Code::WrongParentheses, self.place(node), message, hint);
        self.problems.add(problem.mended_by(mend));
    }

    /// Whether a tuple has as many values as it should; reports it otherwise.
    pub(super) fn has_length(&mut self, node: NodeId, of: &str, shape: Shape) -> bool {
        let Shape::Values(wanted) = shape else {
            return true;
        };
        let found = self.tree.children(node).count();
        let is_tuple = self.tree.kind(node) == NodeKind::Tuple;
        if is_tuple && found == wanted {
            return true;
        }
        let hint = match of {
            "Mark" => {
                "write a number and a label, such as `Mark(60, \"A yearly report\")`".to_owned()
            }
            "" => "write two numbers, such as `(40, 100)`".to_owned(),
            of => format!("write `{of}({})`", vec!["…"; wanted].join(", ")),
        };
        if is_tuple {
            let message = format!("{} wants {wanted} values, not {found}", self.role_or_name(node));
            self.report(Code::WrongLength, self.place(node), message, hint);
        } else {
            self.wrong_type(node, "values in parentheses", hint);
        }
        false
    }

    fn role_or_name(&self, node: NodeId) -> String {
        let name = self.tree.name(node);
        if name.is_empty() { self.role(node) } else { format!("`{}`", shown(name)) }
    }
}

/// Declares structures: `Name { field: how(reader), … }`, where `how` is a method of `Fields`.
macro_rules! structures {
    ($($name:ident as $word:literal { $($field:ident: $how:ident($read:expr)),* $(,)? })*) => {
        $(
            impl $crate::scenario::decode::StandIn for $name {
                fn stand_in(head: $crate::scenario::spanned::Span) -> Self {
                    Self {
                        head,
                        $($field: $crate::scenario::decode::StandIn::stand_in(head)),*
                    }
                }
            }

            impl $crate::scenario::decode::anatomy::Described for $name {
                fn described(
                    shapes: &mut $crate::scenario::decode::anatomy::Shapes,
                ) -> $crate::scenario::decode::anatomy::Type {
                    use $crate::scenario::decode::anatomy::{Body, field, name};
                    shapes.add(name($word, stringify!($name)), |shapes| {
                        Body::Structure(vec![$(
                            field(shapes, stringify!($field), stringify!($how), |it: &Self| Some(&it.$field))
                        ),*])
                    })
                }
            }

            impl $crate::scenario::decode::Decode for $name {
                fn decode(
                    decoder: &mut $crate::scenario::decode::Decoder<'_>,
                    node: $crate::scenario::syntax::NodeId,
                ) -> Self {
                    let known = [$(stringify!($field)),*];
                    let fields = decoder.fields(node, $word, &known);
                    Self {
                        head: fields.head,
                        $($field: fields.$how(decoder, stringify!($field), $read)),*
                    }
                }
            }
        )*
    };
}

/// Declares structures of values without names: `Name { field: reader, … }`.
macro_rules! tuples {
    ($($name:ident as $word:literal { $($field:ident: $read:expr),* $(,)? })*) => {
        $(
            impl $crate::scenario::decode::StandIn for $name {
                fn stand_in(head: $crate::scenario::spanned::Span) -> Self {
                    Self {
                        head,
                        $($field: $crate::scenario::decode::StandIn::stand_in(head)),*
                    }
                }
            }

            impl $crate::scenario::decode::anatomy::Described for $name {
                fn described(
                    shapes: &mut $crate::scenario::decode::anatomy::Shapes,
                ) -> $crate::scenario::decode::anatomy::Type {
                    use $crate::scenario::decode::anatomy::{Body, field, name};
                    shapes.add(name($word, stringify!($name)), |shapes| {
                        Body::Tuple(vec![$(
                            field(shapes, stringify!($field), "needed", |it: &Self| Some(&it.$field))
                        ),*])
                    })
                }
            }

            impl $crate::scenario::decode::Decode for $name {
                fn decode(
                    decoder: &mut $crate::scenario::decode::Decoder<'_>,
                    node: $crate::scenario::syntax::NodeId,
                ) -> Self {
                    let count = [$(stringify!($field)),*].len();
                    let Some(values) = decoder.values(node, $word, count) else {
                        return $crate::scenario::decode::StandIn::stand_in(
                            decoder.tree.head(node),
                        );
                    };
                    let mut values = values.into_iter();
                    Self {
                        head: decoder.tree.head(node),
                        $($field: {
                            let value = values.next().expect("as many as were counted");
                            $read(decoder, value)
                        }),*
                    }
                }
            }
        )*
    };
}

/// Declares enums: words first, then variants with settings, then variants with values.
macro_rules! choices {
    ($(
        $name:ident {
            $(word $word:ident;)*
            $(settings $named:ident { $($field:ident: $how:ident($read:expr)),* $(,)? };)*
            $(values $tuple:ident ( $($value:expr),* );)*
        }
    )*) => {
        $(
            impl $crate::scenario::decode::anatomy::Described for $name {
                fn described(
                    shapes: &mut $crate::scenario::decode::anatomy::Shapes,
                ) -> $crate::scenario::decode::anatomy::Type {
                    use $crate::scenario::decode::anatomy::{self, Body, Settings, Variant};
                    shapes.add(stringify!($name), |shapes| {
                        Body::Choice(vec![
                            $(Variant { name: stringify!($word), settings: Settings::None },)*
                            $(Variant {
                                name: stringify!($named),
                                settings: Settings::Fields(vec![$(
                                    anatomy::field(
                                        shapes,
                                        stringify!($field),
                                        stringify!($how),
                                        |it: &Self| match it {
                                            $name::$named { $field, .. } => Some($field),
                                            _ => None,
                                        },
                                    )
                                ),*]),
                            },)*
                            $(Variant {
                                name: stringify!($tuple),
                                settings: Settings::Values(vec![$(anatomy::value(shapes, &$value)),*]),
                            },)*
                        ])
                    })
                }
            }

            impl $crate::scenario::decode::Decode for $crate::scenario::spanned::Spanned<$name> {
                fn decode(
                    decoder: &mut $crate::scenario::decode::Decoder<'_>,
                    node: $crate::scenario::syntax::NodeId,
                ) -> Self {
                    use $crate::scenario::decode::shapes::Shape;
                    let known = [
                        $((stringify!($word), Shape::Word),)*
                        $((stringify!($named), Shape::Settings),)*
                        $((stringify!($tuple), Shape::Values([$(stringify!($value)),*].len())),)*
                    ];
                    let span = decoder.tree.span(node);
                    let variant = decoder.variant(node, &known);
                    $(if variant == Some(stringify!($word)) {
                        return Self::new($name::$word, span);
                    })*
                    $(if variant == Some(stringify!($named)) {
                        let known = [$(stringify!($field)),*];
                        let fields = decoder.settings(node, stringify!($named), &known);
                        let value = $name::$named {
                            $($field: fields.$how(decoder, stringify!($field), $read)),*
                        };
                        return Self::new(value, span);
                    })*
                    $(if variant == Some(stringify!($tuple)) {
                        let nodes: Vec<_> = decoder.tree.children(node).collect();
                        let mut nodes = nodes.into_iter();
                        let value = $name::$tuple($({
                            let node = nodes.next().expect("as many as were counted");
                            $value(decoder, node)
                        }),*);
                        return Self::new(value, span);
                    })*
                    $crate::scenario::decode::StandIn::stand_in(span)
                }
            }
        )*
    };
}

pub(super) use {choices, structures, tuples};
