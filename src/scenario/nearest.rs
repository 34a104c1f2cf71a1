//! The known name that a mistyped one probably means, and text quoted in messages.

use strsim::damerau_levenshtein;

/// Longer names are not compared: their distance says nothing, and costs their product.
const LONGEST: usize = 64;

/// The nearest of `known`, if it is near enough: a third of the letters may differ, at most
/// four, and letters in another case count as a small difference only.
pub(crate) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    near(name, known)
        .min_by_key(|(distance, candidate)| (*distance, damerau_levenshtein(name, candidate)))
        .map(|(_, candidate)| candidate)
}

/// The one name among `known` that a mistyped one must mean: two letters differ at most, and no
/// other is near, so that nobody mends a name into another that was not meant. Only the case of
/// letters may differ in one that is preferred to others.
pub(super) fn only_near<'a>(
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let found: Vec<(usize, &str)> = near(name, known).collect();
    if let [(distance, only)] = found.as_slice() {
        return (*distance <= 2).then_some(*only);
    }
    let mut same = found.iter().filter(|(distance, _)| *distance == 0);
    same.next().filter(|_| same.next().is_none()).map(|(_, same)| *same)
}

/// Whether one name says the opposite of another, near as it may be.
fn negates(name: &str, other: &str) -> bool {
    let opposite =
        |a: &str, b: &str| ["non", "not", "un"].iter().any(|no| a.strip_prefix(no) == Some(b));
    opposite(name, other) || opposite(other, name)
}

/// The names of `known` that are near enough, with how many letters differ.
fn near<'a>(
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> impl Iterator<Item = (usize, &'a str)> {
    let of = name.to_lowercase();
    let is_comparable = !name.is_empty() && name.len() <= LONGEST;
    let lower = name.to_lowercase();
    let allowed = lower.chars().count().div_ceil(3).min(4);
    known
        .into_iter()
        .filter(move |candidate| is_comparable && candidate.len() <= LONGEST)
        .filter(move |candidate| !negates(&of, &candidate.to_lowercase()))
        .map(move |candidate| (damerau_levenshtein(&lower, &candidate.to_lowercase()), candidate))
        .filter(move |(distance, _)| *distance <= allowed)
}

/// The mend for an unknown name: the nearest known one, or the list of them while it is short.
pub(super) fn instead<'a, I>(name: &str, known: I) -> String
where
    I: IntoIterator<Item = &'a str> + Clone,
{
    if let Some(near) = nearest(name, known.clone()) {
        return format!("did you mean `{}`?", shown(near));
    }
    listed(known)
}

/// `write one of …`, with the first names when there are many.
pub(super) fn listed<'a>(known: impl IntoIterator<Item = &'a str>) -> String {
    const MOST: usize = 24;
    let mut names: Vec<String> =
        known.into_iter().take(MOST + 1).map(|name| format!("`{}`", shown(name))).collect();
    if names.len() > MOST {
        names.truncate(MOST);
        names.push("…".to_owned());
    }
    match names.as_slice() {
        [] => "none is defined".to_owned(),
        [only] => format!("the only one is {only}"),
        _ => format!("write one of {}", names.join(", ")),
    }
}

/// Text of the file as a message may quote it: short, on one line, without control characters.
pub(crate) fn shown(text: &str) -> String {
    const MOST: usize = 48;
    let mut short: String = text
        .chars()
        .take(MOST)
        .map(|c| if c.is_control() || is_direction(c) { '\u{fffd}' } else { c })
        .collect();
    if text.chars().nth(MOST).is_some() {
        short.push('…');
    }
    short
}

/// Marks that turn the direction of text, with which a message could be made to lie.
const fn is_direction(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{instead, nearest, only_near, shown};

    #[test]
    fn near_names_are_found_and_far_ones_are_not() {
        let members = ["FRA", "GBR", "KOR", "SVN"];
        assert_eq!(nearest("FRE", members), Some("FRA"));
        assert_eq!(nearest("kor", members), Some("KOR"));
        assert_eq!(nearest("XYZ", members), None);
        assert_eq!(nearest("postion", ["position", "salience"]), Some("position"));
        assert_eq!(instead("XYZ", members), "write one of `FRA`, `GBR`, `KOR`, `SVN`");
    }

    #[test]
    fn a_name_with_two_near_ones_is_in_doubt() {
        assert_eq!(only_near("FRE", ["FRA", "GBR"]), Some("FRA"));
        assert_eq!(only_near("SVM", ["SVN", "SVK"]), None);
        assert_eq!(only_near("svn", ["SVN", "SVK"]), Some("SVN"));
        assert_eq!(only_near("XYZ", ["SVN", "SVK"]), None);
        assert_eq!(nearest("NonPermanent", ["Permanent", "Elected"]), None);
    }

    #[test]
    fn quoted_text_is_short_and_harmless() {
        assert_eq!(shown("a\u{1b}[31m\n"), "a\u{fffd}[31m\u{fffd}");
        assert_eq!(shown(&"x".repeat(100)).chars().count(), 49);
    }
}
