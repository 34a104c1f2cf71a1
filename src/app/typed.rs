//! Paths as people type and paste them.

use std::path::PathBuf;

/// The path that a person typed or pasted: without quotation marks and `file://`, with the home
/// folder in the place of `~`.
pub(super) fn typed_path(text: &str, home: Option<&str>) -> Option<PathBuf> {
    let text = text.trim();
    let text = text.trim_matches(|c| c == '"' || c == '\'');
    let text = text.strip_prefix("file://").unwrap_or(text);
    match (text, text.strip_prefix("~/"), home) {
        ("", ..) => None,
        // A lone hyphen is standard input on the command line only.
        ("-", ..) => Some(PathBuf::from("./-")),
        (_, Some(rest), Some(home)) => Some(PathBuf::from(home).join(rest)),
        _ => Some(PathBuf::from(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_paths_are_read_as_they_are_pasted() {
        let path = |text| typed_path(text, Some("/home/a"));
        assert_eq!(path("  \"/tmp/a b.ron\" "), Some(PathBuf::from("/tmp/a b.ron")));
        assert_eq!(path("file:///tmp/a.ron"), Some(PathBuf::from("/tmp/a.ron")));
        assert_eq!(path("~/a.ron"), Some(PathBuf::from("/home/a/a.ron")));
        assert_eq!(path("-"), Some(PathBuf::from("./-")));
        assert_eq!(path("  "), None);
    }
}
