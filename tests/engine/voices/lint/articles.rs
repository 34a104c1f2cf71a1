//! Checks of articles: "a" and "an" by sound, and no article twice.

use super::marks::Finding;

/// Words that begin with a vowel and sound as if they did not.
const LIKE_CONSONANTS: [&str; 17] = [
    "uni", "unanim", "use", "usa", "usu", "uti", "uto", "ubiq", "ugand", "ukrain", "urugu", "uran",
    "ural", "eu", "ewe", "once", "ouija",
];
/// Words with those beginnings that sound as they are written.
const AFTER_ALL: [&str; 3] = ["unim", "unid", "unin"];
/// Words whose h is mute.
const MUTE: [&str; 5] = ["hour", "honest", "honour", "honor", "heir"];
/// Acronyms that are said as words with a consonant, though their first letter would take "an".
const WORDS: [&str; 12] = [
    "NATO", "NEPAD", "MINURSO", "MINUSCA", "MINUSMA", "MINUSTAH", "MONUSCO", "MERCOSUR", "SADC",
    "START", "SALT", "LAWS",
];
/// Acronyms that are said as words with a vowel, or whose U is said "u".
const VOWELS: [&str; 1] = ["UNMAS"];

/// The words of a sentence, without marks at their edges.
pub(super) fn tokens(sentence: &str) -> Vec<&str> {
    let mark = |c: char| !c.is_alphanumeric();
    sentence.split_whitespace().map(|word| word.trim_matches(mark)).collect()
}

/// "a" before a vowel, "an" before a consonant.
pub(super) fn wrong_a_or_an(sentence: &str) -> Finding {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    words.windows(2).enumerate().find_map(|(at, pair)| {
        let article = pair[0].trim_start_matches(['“', '(']);
        // A capital within a sentence is a letter: "category A".
        let begins = at == 0 || pair[0].starts_with(['“', '(']);
        let wants_an = match article {
            "a" => false,
            "an" => true,
            "A" if begins => false,
            "An" if begins => true,
            _ => return None,
        };
        let next = pair[1].trim_matches(|c: char| !c.is_alphanumeric());
        (!next.is_empty() && takes_an(next) != wants_an).then(|| pair.join(" "))
    })
}

/// Whether a word is preceded by "an".
fn takes_an(word: &str) -> bool {
    let part = word.split(['-', '’', '\'']).next().unwrap_or(word);
    let first = part.chars().next().unwrap_or(' ');
    if first.is_ascii_digit() {
        let whole = part.split(',').next().unwrap_or(part);
        let figures: String = whole.chars().take_while(char::is_ascii_digit).collect();
        return first == '8' || ["11", "18"].contains(&figures.as_str());
    }
    let letters: Vec<char> = part.chars().filter(|c| c.is_alphabetic()).collect();
    let capitals = letters.iter().filter(|c| c.is_uppercase()).count();
    let is_said_by_letter =
        capitals == letters.len() || (capitals > 1 && capitals * 2 > letters.len());
    if is_said_by_letter && !WORDS.contains(&part) {
        return "AEFHILMNORSX".contains(first) || VOWELS.contains(&part);
    }
    let lower = word.to_lowercase();
    let begins = |list: &[&str]| list.iter().any(|start| lower.starts_with(start));
    let one = lower == "one" || lower.starts_with("one-") || lower == "ones";
    if one || (begins(&LIKE_CONSONANTS) && !begins(&AFTER_ALL)) {
        return false;
    }
    begins(&MUTE) || "aeiouáàâäåæéèêëíîïóôöøœúûü".contains(lower.chars().next().unwrap_or(' '))
}

const ARTICLES: [&str; 3] = ["the", "a", "an"];
const OWNERS: [&str; 5] = ["our", "my", "its", "their", "your"];

/// "the the", "the a", "our the", "the its".
pub(super) fn doubled_article(sentence: &str) -> Finding {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let found = words.windows(2).find(|pair| {
        let first = pair[0].trim_start_matches(['“', '(']).to_lowercase();
        let is = |list: &[&str], word: &str| list.contains(&word);
        let determines = is(&ARTICLES, &first) || is(&OWNERS, &first);
        // A capital, as in "vitamin A", is no article.
        (determines && is(&ARTICLES, pair[1])) || (is(&ARTICLES, &first) && is(&OWNERS, pair[1]))
    });
    found.map(|pair| pair.join(" "))
}

#[test]
fn a_and_an_go_by_sound() {
    for word in [
        "European",
        "university",
        "unique",
        "unanimous",
        "UN",
        "UNESCO",
        "US",
        "one-sided",
        "once",
        "useful",
        "usual",
        "utility",
        "historic",
        "human",
        "Ukrainian",
        "Ugandan",
        "NATO",
        "GGE",
        "15-member",
        "100",
        "1,800",
        "year",
        "uniform",
        "P5",
        "U-turn",
        "PhD",
    ] {
        assert!(!takes_an(word), "a {word}");
    }
    for word in [
        "hour",
        "honest",
        "honourable",
        "heir",
        "NGO",
        "MDG",
        "SDG",
        "EU",
        "FAO",
        "ICT",
        "LDC",
        "unidentified",
        "unimpeded",
        "unintended",
        "umbrella",
        "Uzbek",
        "accountability",
        "8-point",
        "11",
        "18-month",
        "80",
        "X-ray",
        "open-ended",
        "Emirati",
        "Icelandic",
        "urgent",
        "under-represented",
        "HIV",
        "other",
        "onerous",
        "usher",
        "era",
    ] {
        assert!(takes_an(word), "an {word}");
    }
}
