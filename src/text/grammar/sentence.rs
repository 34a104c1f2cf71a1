//! Sentences and words of a text.

/// The sentences of a text, each with its full stop; a full stop within a title ends none.
pub(in crate::text) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text.trim();
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = sentence_end(rest);
        let (sentence, after) = rest.split_at(end);
        rest = after.trim_start();
        Some(sentence)
    })
}

/// Where the first sentence ends: behind a stop that a space and a capital follow, outside
/// quotation marks.
fn sentence_end(text: &str) -> usize {
    let mut from = 0;
    loop {
        let rest = &text[from..];
        let Some(stop) = ['.', '?'].into_iter().filter_map(|stop| rest.find(stop)).min() else {
            return text.len();
        };
        let end = from + stop + 1;
        let after = &text[end..];
        let next = after.strip_prefix(' ').and_then(|next| next.chars().next());
        let follows = next.is_some_and(|next| next.is_uppercase() || next == '“');
        if after.is_empty() || (follows && is_outside_quotes(&text[..end])) {
            return end;
        }
        from = end;
    }
}

/// Whether every quotation that begins in a text ends in it.
fn is_outside_quotes(text: &str) -> bool {
    text.matches('“').count() == text.matches('”').count()
}

/// Whether a text has a clause in it, as it is or with a capital.
pub(in crate::text) fn has_clause(text: &str, clause: &str) -> bool {
    let mut letters = clause.chars();
    letters.next().is_some() && text.contains(letters.as_str())
}

/// Whether two texts share half of the longer words of the shorter one.
pub(in crate::text) fn says_the_same<'a>(one: &'a str, other: &'a str) -> bool {
    const LONG: usize = 5;
    let long = |text: &'a str| -> Vec<&'a str> {
        text.split(' ')
            .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
            .filter(|word| word.len() >= LONG)
            .collect()
    };
    let (few, many) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let (few, many) = (long(few), long(many));
    let shared = few.iter().filter(|word| many.iter().any(|it| it.eq_ignore_ascii_case(word)));
    !few.is_empty() && 2 * shared.count() >= few.len()
}

/// The sentence with a full stop at its end, which it may have from "a.m.".
pub(in crate::text) fn full_stop(sentence: String) -> String {
    if sentence.ends_with('.') { sentence } else { sentence + "." }
}

/// How many words a text has, between single spaces.
pub(in crate::text) fn words(text: &str) -> usize {
    let spaces = text.bytes().filter(|byte| *byte == b' ').count();
    if text.is_empty() { 0 } else { spaces + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_and_an_argument_with_the_same_words_say_the_same() {
        let argument = "Ransomware has affected many States and regions, ours among them.";
        assert!(says_the_same("ransomware has affected many regions", argument));
        assert!(!says_the_same("no State can answer such incidents alone", argument));
        assert!(!says_the_same("it is so", argument));
    }

    #[test]
    fn a_full_stop_within_a_title_ends_no_sentence() {
        let text =
            "We met at 10 a.m. in the room. We support “Who pays? A fund. All of it” today. Why?";
        let all: Vec<&str> = sentences(text).collect();
        assert_eq!(all.len(), 3, "{all:?}");
        assert_eq!(all[2], "Why?");
    }

    #[test]
    fn a_clause_is_found_at_the_beginning_of_a_sentence_too() {
        assert!(has_clause("Rules protect all, and we support them.", "rules protect all"));
        assert!(has_clause("We support them, as rules protect all.", "rules protect all"));
        assert!(!has_clause("Rules protect few.", "rules protect all") && !has_clause("Yes.", ""));
    }

    #[test]
    fn a_full_stop_is_not_said_twice() {
        assert_eq!(full_stop("It is 12 noon".to_owned()), "It is 12 noon.");
        assert_eq!(full_stop("It is 1 p.m.".to_owned()), "It is 1 p.m.");
    }
}
