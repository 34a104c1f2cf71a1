//! The grammar that phrases need: lists, capitals, articles, dates and numbers.

use crate::council::{DelegationId, Issue, IssueId, OutcomeForm, Paragraph};
use crate::scenario::Scenario;

use super::phrasebook::Phrasebook;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "a", "a and b", "a, b and c".
pub(super) fn list<S: AsRef<str>>(items: &[S]) -> String {
    joined(items, "and")
}

/// The same with another word before the last: "a, b or c".
pub(super) fn joined<S: AsRef<str>>(items: &[S], word: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            [&first.join(", "), " ", word, " ", last.as_ref()].concat()
        }
    }
}

/// The names of delegations inside a sentence: "China, France and the United Kingdom".
pub(super) fn names(scenario: &Scenario, ids: &[DelegationId]) -> String {
    let names: Vec<String> =
        ids.iter().map(|&id| scenario.members[id].name.in_sentence()).collect();
    list(&names)
}

/// The same in English alphabetical order, as the Council reads names out.
pub(super) fn names_by_alphabet(scenario: &Scenario, ids: &[DelegationId]) -> String {
    let mut ids = ids.to_vec();
    ids.sort_by(|&a, &b| scenario.members[a].name.short.cmp(&scenario.members[b].name.short));
    names(scenario, &ids)
}

/// The phrase with a small first letter, unless its first word keeps its capital.
pub(super) fn lower_first(scenario: &Scenario, phrase: &str) -> String {
    let first = phrase.split([' ', '\'', '’', ',']).next().unwrap_or_default();
    let known = Phrasebook::english().is_proper(first)
        || scenario.members.iter().any(|member| {
            phrase.starts_with(member.name.short.as_str()) || member.adjective_is(first)
        });
    let acronym = first.chars().skip(1).any(|c| c.is_uppercase() || c.is_ascii_digit());
    if known || acronym {
        return phrase.to_owned();
    }
    with_first(phrase, |first, text| text.extend(first.to_lowercase()))
}

/// The phrase with its first letter as `write` writes it.
fn with_first(phrase: &str, write: impl Fn(char, &mut String)) -> String {
    let mut letters = phrase.chars();
    let mut text = String::with_capacity(phrase.len() + 2);
    if let Some(first) = letters.next() {
        write(first, &mut text);
    }
    text.push_str(letters.as_str());
    text
}

/// The phrase with a capital first letter.
pub(crate) fn upper_first(phrase: &str) -> String {
    with_first(phrase, |first, text| text.extend(first.to_uppercase()))
}

/// The name of an issue inside a sentence: "the role of the Council", "mainstreaming".
///
/// An abstract noun that is limited by "of" or "for" takes an article; a plural or a gerund
/// does not.
pub(super) fn issue_name(scenario: &Scenario, issue: &Issue) -> String {
    let name = lower_first(scenario, &issue.name);
    let mut words = name.split(' ');
    let first = words.next().unwrap_or_default();
    let limited = matches!(words.next(), Some("of" | "for"));
    let bare = first.ends_with("ing") || first.ends_with('s') || first == "the";
    if limited && !bare { format!("the {name}") } else { name }
}

/// The date "2024-06-20" as "20 June 2024"; as it is, if it is no date.
pub fn long_date(iso: &str) -> String {
    let parts: Vec<&str> = iso.split('-').collect();
    let [year, month, day] = parts[..] else {
        return iso.to_owned();
    };
    let month = month.parse::<usize>().ok().and_then(|m| MONTHS.get(m.wrapping_sub(1)));
    match (month, day.parse::<u8>()) {
        (Some(month), Ok(day)) => format!("{day} {month} {year}"),
        _ => iso.to_owned(),
    }
}

/// The time "10:00" as the Council prints it: "10 a.m.", "3.05 p.m.".
pub(super) fn clock(time: &str) -> String {
    let Some((hours, minutes)) = time.split_once(':') else {
        return time.to_owned();
    };
    let (Ok(hours), Ok(minutes)) = (hours.parse::<u32>(), minutes.parse::<u32>()) else {
        return time.to_owned();
    };
    clock_face(hours, minutes)
}

/// The sentence with a full stop at its end, which it may have from "a.m.".
pub(super) fn full_stop(sentence: String) -> String {
    if sentence.ends_with('.') { sentence } else { sentence + "." }
}

/// A time in minutes after midnight, to the nearest five minutes, as records give it.
pub(super) fn clock_at(minutes: f64) -> String {
    let minutes = ((minutes / 5.0).round().max(0.0) as u32 * 5) % (24 * 60);
    clock_face(minutes / 60, minutes % 60)
}

fn clock_face(hours: u32, minutes: u32) -> String {
    let half = if hours < 12 { "a.m." } else { "p.m." };
    match (hours, minutes) {
        (0, 0) => return "12 midnight".to_owned(),
        (12, 0) => return "12 noon".to_owned(),
        _ => {}
    }
    let hour = match hours % 12 {
        0 => 12,
        hour => hour,
    };
    if minutes == 0 { format!("{hour} {half}") } else { format!("{hour}.{minutes:02} {half}") }
}

/// A probability in words for people: "under 1 %", "64 %", "over 99 %".
pub fn percent(p: f64) -> String {
    let percent = p * 100.0;
    if percent > 0.0 && percent < 1.0 {
        "under 1 %".to_owned()
    } else if percent > 99.0 && percent < 100.0 {
        "over 99 %".to_owned()
    } else {
        format!("{percent:.0} %")
    }
}

/// A probability in the prose of a record: "under 1 per cent", "64 per cent".
pub(super) fn per_cent(p: f64) -> String {
    percent(p).replace('%', "per cent")
}

/// A number in words up to ten, in figures above.
pub(super) fn in_words(n: usize) -> String {
    const WORDS: [&str; 11] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.get(n).map_or_else(|| n.to_string(), |&word| word.to_owned())
}

/// "first", "second", up to the tenth; "11th" and so on above.
pub(super) fn ordinal(n: u32) -> String {
    const WORDS: [&str; 10] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth",
    ];
    let ending = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    let word = WORDS.get((n as usize).wrapping_sub(1));
    word.map_or_else(|| format!("{n}{ending}"), |&word| word.to_owned())
}

/// The paragraphs that bear on an issue, by number: "operative paragraph 2", "preambular
/// paragraphs 1 and 3". Operative ones come before preambular ones.
pub(super) fn paragraph(paragraphs: &[Paragraph], issue: IssueId) -> Option<String> {
    let (mut operative, mut preambular) = (Vec::new(), Vec::new());
    let (mut operatives, mut preambulars) = (0_usize, 0_usize);
    for paragraph in paragraphs {
        let (count, found, on) = match paragraph {
            Paragraph::Operative { issue, .. } => (&mut operatives, &mut operative, issue),
            Paragraph::Preambular { issue, .. } => (&mut preambulars, &mut preambular, issue),
        };
        *count += 1;
        if *on == Some(issue) {
            found.push(count.to_string());
        }
    }
    let named = |kind: &str, numbers: &[String]| match numbers {
        [] => None,
        [one] => Some(format!("{kind} paragraph {one}")),
        several => Some(format!("{kind} paragraphs {}", list(several))),
    };
    named("operative", &operative).or_else(|| named("preambular", &preambular))
}

/// The same, in a text of a form: a statement of the Council has no operative paragraphs, and all
/// of its paragraphs are counted together: "the first paragraph", "paragraph 2".
pub(super) fn paragraph_in(
    form: OutcomeForm,
    paragraphs: &[Paragraph],
    issue: IssueId,
) -> Option<String> {
    if !matches!(form, OutcomeForm::PresidentialStatement | OutcomeForm::PressStatement) {
        return paragraph(paragraphs, issue);
    }
    let (operative, preambular): (Vec<&Paragraph>, Vec<&Paragraph>) =
        paragraphs.iter().partition(|it| matches!(it, Paragraph::Operative { .. }));
    let before = preambular.len();
    let numbers = |of: &[&Paragraph], before: usize| -> Vec<usize> {
        let on = of.iter().enumerate().filter(|(_, it)| {
            let (Paragraph::Preambular { issue: on, .. } | Paragraph::Operative { issue: on, .. }) =
                it;
            *on == Some(issue)
        });
        on.map(|(at, _)| before + at + 1).collect()
    };
    let mut found = numbers(&operative, before);
    if found.is_empty() {
        found = numbers(&preambular, 0);
    }
    (!found.is_empty()).then(|| in_a_statement(&found))
}

/// Paragraphs of a statement by number: "the first paragraph", "paragraphs 1 and 3".
pub(super) fn in_a_statement(numbers: &[usize]) -> String {
    match numbers {
        [1] => "the first paragraph".to_owned(),
        [one] => format!("paragraph {one}"),
        several => {
            let several: Vec<String> = several.iter().map(ToString::to_string).collect();
            format!("paragraphs {}", list(&several))
        }
    }
}

/// The sentences of a text, each with its full stop; a full stop within a title ends none.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
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

/// Whether two texts share half of the longer words of the shorter one.
pub(super) fn says_the_same<'a>(one: &'a str, other: &'a str) -> bool {
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

/// "Korea's", "the Philippines'": the possessive of a name.
pub(super) fn possessive(name: &str) -> String {
    if name.ends_with('s') { format!("{name}'") } else { format!("{name}'s") }
}

/// A mark as the object of a verb; one that says what shall not be is a formula.
pub(super) fn as_object(mark: String) -> String {
    if mark.starts_with("no ") { format!("the formula “{mark}”") } else { mark }
}

/// What must stand beside words that a delegation is made to say.
pub(super) fn not_a_statement_by(name: &str) -> String {
    format!("Simulated; not a statement by {name}")
}

/// How many words a text has, between single spaces.
pub(super) fn words(text: &str) -> usize {
    let spaces = text.bytes().filter(|byte| *byte == b' ').count();
    if text.is_empty() { 0 } else { spaces + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::Id as _;

    #[test]
    fn lists_end_in_and_without_a_comma_before_it() {
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b"]), "a and b");
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
    }

    #[test]
    fn dates_and_times_are_printed_as_the_council_does() {
        assert_eq!(long_date("2024-06-20"), "20 June 2024");
        assert_eq!(long_date("soon"), "soon");
        assert_eq!(clock("10:00"), "10 a.m.");
        assert_eq!(clock("15:05"), "3.05 p.m.");
        assert_eq!(clock("12:00"), "12 noon");
        assert_eq!(full_stop("It is 12 noon".to_owned()), "It is 12 noon.");
        assert_eq!(full_stop("It is 1 p.m.".to_owned()), "It is 1 p.m.");
        assert_eq!(clock("00:30"), "12.30 a.m.");
        assert_eq!(clock_at(781.4), "1 p.m.");
        assert_eq!(clock_at(783.0), "1.05 p.m.");
    }

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
    fn small_numbers_stand_in_words() {
        assert_eq!(
            (in_words(1), in_words(10), in_words(11)),
            ("one".into(), "ten".into(), "11".into())
        );
        assert_eq!(
            [ordinal(1), ordinal(10), ordinal(11), ordinal(22)],
            ["first", "tenth", "11th", "22nd"]
        );
    }

    #[test]
    fn paragraphs_are_counted_by_kind() {
        let issue = |index| Some(IssueId::at(index));
        let preambular = |index| Paragraph::Preambular { text: String::new(), issue: issue(index) };
        let operative = |index| Paragraph::Operative { text: String::new(), issue: issue(index) };
        let text = [preambular(0), operative(1), preambular(2), operative(1), operative(0)];
        let number = |index| paragraph(&text, IssueId::at(index));
        assert_eq!(number(0).as_deref(), Some("operative paragraph 3"));
        assert_eq!(number(1).as_deref(), Some("operative paragraphs 1 and 2"));
        assert_eq!(number(2).as_deref(), Some("preambular paragraph 2"));
        assert_eq!(number(3), None);
    }

    #[test]
    fn paragraphs_of_a_statement_are_counted_together() {
        let issue = |index| Some(IssueId::at(index));
        let operative = |index| Paragraph::Operative { text: String::new(), issue: issue(index) };
        let text = [
            operative(1),
            Paragraph::Preambular { text: String::new(), issue: issue(0) },
            operative(2),
            operative(1),
        ];
        let number = |form, index| paragraph_in(form, &text, IssueId::at(index));
        let press = OutcomeForm::PressStatement;
        assert_eq!(number(press, 0).as_deref(), Some("the first paragraph"));
        assert_eq!(number(press, 1).as_deref(), Some("paragraphs 2 and 4"));
        assert_eq!(number(OutcomeForm::PresidentialStatement, 2).as_deref(), Some("paragraph 3"));
        assert_eq!(number(press, 3), None);
        let draft = number(OutcomeForm::Resolution, 2);
        assert_eq!(draft.as_deref(), Some("operative paragraph 2"));
    }

    #[test]
    fn small_and_large_chances_are_not_rounded_to_certainty() {
        assert_eq!(percent(0.001), "under 1 %");
        assert_eq!(percent(0.999), "over 99 %");
        assert_eq!(percent(0.0), "0 %");
    }
}
