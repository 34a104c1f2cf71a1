//! Values as they are written into a file.

use ron::extensions::Extensions;
use serde::de::IgnoredAny;

use super::super::nearest::shown;
use super::super::syntax::Tree;
use super::fault::EditFault;

/// The text, without blanks around it, if it is one value in RON and ends with it.
pub(super) fn checked(value: &str) -> Result<&str, EditFault> {
    let value = value.trim();
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let tree = Tree::parse(value);
    // A comment at the end could swallow what follows it in the file.
    let is_whole = tree.root().is_some_and(|root| tree.source(root) == value);
    let is_ron = tree.faults().is_empty() && options.from_str::<IgnoredAny>(value).is_ok();
    if is_whole && is_ron { Ok(value) } else { Err(EditFault::NotAValue(shown(value))) }
}

/// A text in quotes, with the escapes it needs.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push(c),
            c if c.is_control() => quoted.extend(c.escape_unicode()),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quoted_text_is_read_as_it_was() {
        for text in ["plain", "a \"b\" \\ c", "two\nlines", "tab\tand \u{7f} é"] {
            assert_eq!(ron::from_str::<String>(&quoted(text)).unwrap(), text);
        }
    }

    #[test]
    fn only_whole_values_are_values() {
        for value in ["60", " (45, 100) ", "\"a\"", "Elected", "Some(1)", "{ \"a\": (b: 1) }"] {
            assert!(checked(value).is_ok(), "{value}");
        }
        for value in ["", "1, 2", "1 // then", "// 1", "(1", "1)", "a: 1", "]"] {
            assert!(checked(value).is_err(), "{value}");
        }
    }
}
