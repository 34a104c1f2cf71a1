//! The values of literals: strings without their escapes, numbers as floats.

/// The value of a string or character literal that ron has accepted.
/// An escape that it would not have accepted stands for itself.
pub fn unescaped(literal: &str) -> String {
    if let Some(raw) = literal.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        return raw.get(hashes + 1..raw.len() - hashes - 1).unwrap_or_default().to_owned();
    }
    let inside = literal.get(1..literal.len() - 1).unwrap_or_default();
    let mut value = String::with_capacity(inside.len());
    let mut rest = inside;
    while let Some((plain, escaped)) = rest.split_once('\\') {
        value.push_str(plain);
        rest = escape(escaped, &mut value);
    }
    value.push_str(rest);
    value
}

/// Takes one escape, without its backslash, and returns what follows it.
fn escape<'a>(escaped: &'a str, value: &mut String) -> &'a str {
    let mut chars = escaped.chars();
    let plain = match chars.next() {
        Some('n') => '\n',
        Some('r') => '\r',
        Some('t') => '\t',
        Some('0') => '\0',
        Some('x') => return bytes(escaped, value),
        Some('u') => return unicode(&escaped[1..], value),
        Some('\r' | '\n') => return escaped.trim_start_matches([' ', '\t', '\n', '\r']),
        Some(c) => c,
        None => '\\',
    };
    value.push(plain);
    chars.as_str()
}

/// `\x41`, or several that make one character in UTF-8.
fn bytes<'a>(escaped: &'a str, value: &mut String) -> &'a str {
    let mut bytes = Vec::new();
    let mut rest = escaped;
    while let Some(byte) =
        rest.strip_prefix('x').and_then(|hex| u8::from_str_radix(hex.get(..2)?, 16).ok())
    {
        bytes.push(byte);
        rest = &rest[3..];
        if str::from_utf8(&bytes).is_ok() || bytes.len() == 4 {
            break;
        }
        let Some(more) = rest.strip_prefix('\\') else {
            break;
        };
        if !more.starts_with('x') {
            break;
        }
        rest = more;
    }
    value.push_str(&String::from_utf8_lossy(&bytes));
    if rest.len() == escaped.len() { &rest[1..] } else { rest }
}

/// `{1F54A}`.
fn unicode<'a>(braced: &'a str, value: &mut String) -> &'a str {
    let digits = braced.strip_prefix('{').and_then(|open| open.split_once('}'));
    let Some((digits, rest)) = digits else {
        return braced;
    };
    let character = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
    value.extend(character);
    rest
}

/// The value of a number literal, infinite or not a number where it says so; `None` when it is
/// no number.
pub fn float(literal: &str) -> Option<f64> {
    let (sign, digits) = match literal.as_bytes().first()? {
        b'-' => (-1.0, &literal[1..]),
        b'+' => (1.0, &literal[1..]),
        _ => (1.0, literal),
    };
    let radix = match digits.get(..2) {
        Some("0x") => 16,
        Some("0b") => 2,
        Some("0o") => 8,
        _ => 10,
    };
    if radix == 10 {
        let plain: String = without_suffix(digits).chars().filter(|c| *c != '_').collect();
        return plain.parse::<f64>().ok().map(|value| sign * value);
    }
    let plain: String = without_suffix(&digits[2..]).chars().filter(|c| *c != '_').collect();
    u64::from_str_radix(&plain, radix).ok().map(|value| sign * value as f64)
}

fn without_suffix(digits: &str) -> &str {
    let suffixes = ["f32", "f64", "i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64"];
    suffixes.iter().find_map(|suffix| digits.strip_suffix(suffix)).unwrap_or(digits)
}

#[cfg(test)]
mod tests {
    use super::{float, unescaped};

    #[test]
    fn strings_are_those_that_ron_reads() {
        for literal in [
            r#""plain""#,
            r#""a\"b\\c\n\t\r\0\'""#,
            r#""\x41\u{1F54A}\xc3\xa9é""#,
            "\"one \\\n   line\"",
            "\"two \\\r\n \t line\"",
            r##"r#"raw "quoted" \n"#"##,
            "r\"\"",
            "\"\"",
        ] {
            assert_eq!(unescaped(literal), ron::from_str::<String>(literal).unwrap(), "{literal}");
        }
    }

    #[test]
    fn no_escape_is_too_broken() {
        for literal in [r#""\x""#, r#""\u{""#, r#""\u{zz}""#, r#""\xé""#, r#""\xff\x""#, "\"\\\""]
        {
            unescaped(literal);
        }
    }

    #[test]
    fn numbers_are_those_that_ron_reads() {
        for literal in ["1", "-4", "+1.5", ".5", "2.", "1e3", "1E-3", "1_000.5", "1.5f64"] {
            assert_eq!(float(literal), ron::from_str::<f64>(literal).ok(), "{literal}");
        }
        assert_eq!(float("0x1F"), Some(31.0));
        assert_eq!(float("-0b101"), Some(-5.0));
        assert_eq!(float("7u8"), Some(7.0));
        assert_eq!(float("1e999"), Some(f64::INFINITY));
        assert!(float("-NaN").is_some_and(f64::is_nan));
        assert_eq!(float("1x"), None);
    }
}
