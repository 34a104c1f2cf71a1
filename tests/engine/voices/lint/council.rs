//! Checks of how the Council, its Members and their offices are written.

use std::sync::LazyLock;

use super::marks::{Finding, around};

const STATES: &str = include_str!("../../../../assets/words/states.txt");

/// Terms that carry capitals, as they must not be written.
const SMALL: [&str; 15] = [
    "security council",
    "Security council",
    "security Council",
    "general assembly",
    "General assembly",
    "secretary-general",
    "Secretary-general",
    "member state",
    "member State",
    "Member state",
    "the council",
    "the president",
    "the charter",
    "united nations",
    "the panel of experts",
];
/// Parts of instruments, which carry a capital before their number.
const PARTS: [&str; 2] = ["article ", "chapter "];

/// Verbs as they stand behind a plural: all names of States are singular.
const PLURAL_VERBS: [&str; 34] = [
    "are",
    "were",
    "have",
    "do",
    "support",
    "vote",
    "oppose",
    "abstain",
    "welcome",
    "thank",
    "join",
    "explain",
    "speak",
    "favour",
    "prefer",
    "call",
    "urge",
    "believe",
    "consider",
    "see",
    "stand",
    "regret",
    "dissociate",
    "associate",
    "announce",
    "remain",
    "agree",
    "share",
    "wish",
    "hope",
    "accept",
    "brief",
    "cite",
    "take",
];
/// Words behind which a new clause begins.
const CLAUSES: [&str; 9] =
    ["that", "because", "while", "as", "when", "if", "what", "which", "where"];

/// Verbs before "that" behind which any verb stands so: "we ask that Malta support it".
const WISHES: [&str; 9] =
    ["ask", "asks", "urge", "urges", "request", "demand", "insist", "propose", "suggest"];

static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let states = STATES.lines().filter(|line| !line.starts_with('#'));
    let names = states.filter_map(|line| {
        let mut cells = line.split('|').skip(1);
        let (names, article) = (cells.next()?, cells.next()?);
        let with = |name: &str| {
            if article.is_empty() { name.to_owned() } else { format!("{article} {name}") }
        };
        Some(names.split('/').map(with).collect::<Vec<_>>())
    });
    names.flatten().collect()
});

/// Where a phrase stands as whole words.
fn places<'t>(text: &'t str, phrase: &'t str) -> impl Iterator<Item = usize> + 't {
    text.match_indices(phrase).map(|(at, _)| at).filter(move |&at| {
        let before = text[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '-')
    })
}

pub(super) fn small_term(sentence: &str) -> Finding {
    let ends = |at: usize, term: &str| {
        let after = sentence[at + term.len()..].trim_start_matches('s');
        !after.starts_with(char::is_alphanumeric)
    };
    let term = |term: &&str| places(sentence, term).find(|&at| ends(at, term));
    let numbered = |part: &&str| {
        places(sentence, part).find(|&at| {
            let number = sentence[at + part.len()..].chars().next();
            number.is_some_and(|c| c.is_ascii_digit() || ['I', 'V', 'X'].contains(&c))
        })
    };
    let found = SMALL.iter().find_map(term).or_else(|| PARTS.iter().find_map(numbered));
    found.map(|at| around(sentence, at))
}

/// A State at the beginning of a clause, with a verb in the plural.
pub(super) fn plural_verb(sentence: &str) -> Finding {
    let lower_the = sentence.strip_prefix("The ").map(|rest| format!("the {rest}"));
    let sentence = lower_the.as_deref().unwrap_or(sentence);
    NAMES.iter().find_map(|name| {
        places(sentence, name).find_map(|at| {
            let mut behind = sentence[at + name.len()..].chars();
            if behind.next() != Some(' ') {
                return None;
            }
            let verb: String = behind.take_while(|c| c.is_alphabetic()).collect();
            let is_plural = PLURAL_VERBS.contains(&verb.as_str());
            (is_plural && is_subject(&sentence[..at])).then(|| format!("{name} {verb}"))
        })
    })
}

/// Whether what follows begins a clause.
fn is_subject(before: &str) -> bool {
    let before = before.trim_end();
    // Some write an article where the list of States has none.
    let before = before.strip_suffix(" the").unwrap_or(before);
    let before = if before == "the" { "" } else { before };
    let mut words = before.rsplit(' ');
    let (word, wish) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if word == "that" && WISHES.contains(&wish) {
        return false;
    }
    before.is_empty() || before.ends_with([';', ':', '“', '”']) || CLAUSES.contains(&word)
}
