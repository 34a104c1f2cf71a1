//! Checks of blanks, marks, brackets and capitals at the beginning.

/// What is wrong with a text, if anything is; a few words of it.
pub(super) type Finding = Option<String>;

const MARKS: [char; 6] = ['.', ',', ';', ':', '?', '!'];

/// The letters around a place, to show it.
pub(super) fn around(text: &str, at: usize) -> String {
    let before: String = text[..at].chars().rev().take(15).collect();
    before.chars().rev().chain(text[at..].chars().take(20)).collect()
}

fn first_of(text: &str, wrong: &[&str]) -> Finding {
    wrong.iter().find_map(|wrong| text.find(wrong)).map(|at| around(text, at))
}

pub(super) fn double_space(text: &str) -> Finding {
    let strays = ["  ", "\t", "\n", "\u{a0} ", " \u{a0}"];
    let edge = (text.trim() != text).then(|| "a blank at the edge".to_owned());
    first_of(text, &strays).or(edge)
}

pub(super) fn open_slot(text: &str) -> Finding {
    first_of(text, &["{", "}"])
}

pub(super) fn space_before_a_mark(text: &str) -> Finding {
    first_of(text, &[" ,", " .", " ;", " :", " ?", " !", " )", "( ", " ”", "“ "])
}

/// Two marks side by side; behind an abbreviation another may follow.
pub(super) fn doubled_mark(text: &str) -> Finding {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let is_doubled = |at: usize| {
        let (place, first) = letters[at];
        let quoted = letters.get(at + 1).is_some_and(|&(_, c)| c == '”');
        let next = letters.get(at + 1 + usize::from(quoted)).map(|&(_, c)| c);
        let Some(next) = next.filter(|next| MARKS.contains(next)) else { return false };
        match (first, quoted) {
            ('.', true) => next == '.',
            (',', true) => next == ',',
            ('.', false) => next == '.' || !is_abbreviated(&text[..=place]),
            (first, false) => MARKS.contains(&first),
            _ => false,
        }
    };
    (0..letters.len()).find(|&at| is_doubled(at)).map(|at| around(text, letters[at].0))
}

fn is_abbreviated(before: &str) -> bool {
    let word = before.split_whitespace().next_back().unwrap_or_default();
    word.trim_end_matches('.').contains('.') || ["etc.", "No."].contains(&word)
}

/// Quotation marks and parentheses that do not open and close in turn.
pub(super) fn unbalanced(text: &str) -> Finding {
    let mut open: Vec<char> = Vec::new();
    for (at, c) in text.char_indices() {
        let fits = match c {
            // A quotation within a quotation has other marks.
            '“' => !open.contains(&'“'),
            '”' => open.pop() == Some('“'),
            ')' => open.pop() == Some('('),
            _ => true,
        };
        if !fits {
            return Some(around(text, at));
        }
        if matches!(c, '“' | '(') {
            open.push(c);
        }
    }
    (!open.is_empty()).then(|| format!("{} is not closed", open[open.len() - 1]))
}

pub(super) fn straight_quotes(text: &str) -> Finding {
    let opens = |at: usize| {
        let outside = |c: char| c.is_whitespace() || ['(', '“'].contains(&c);
        let before = text[..at].chars().next_back().is_none_or(outside);
        before && text[at + 1..].starts_with(char::is_alphanumeric)
    };
    let single = text.match_indices('\'').map(|(at, _)| at).find(|&at| opens(at));
    text.find('"').or(single).map(|at| around(text, at))
}

/// A sentence begins with a capital, a figure, or a title in quotation marks.
pub(super) fn small_beginning(sentence: &str) -> Finding {
    let small = sentence.chars().next().is_some_and(|c| {
        let other = ['“', '(', '‘'].contains(&c);
        !(c.is_uppercase() || c.is_numeric() || other)
    });
    let quoted = sentence.trim_start_matches(['“', '(', '‘']).starts_with(char::is_lowercase);
    (small || quoted).then(|| around(sentence, 0))
}

pub(super) fn no_full_stop(sentence: &str) -> Finding {
    let inner = sentence.trim_end_matches(['”', ')']);
    (!inner.ends_with(['.', '?', '!'])).then(|| around(sentence, sentence.len()))
}

pub(super) fn empty_sentence(sentence: &str) -> Finding {
    (!sentence.contains(char::is_alphabetic)).then(|| format!("“{sentence}” says nothing"))
}

pub(super) fn over_60_words(sentence: &str) -> Finding {
    let words = sentence.split_whitespace().count();
    (words > 60).then(|| format!("{words} words"))
}
