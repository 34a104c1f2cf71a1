//! A paragraph as a sentence of a statement: who speaks, then the verb in its number.

/// Verbs with which the Council speaks, as "they" would say them.
const VERBS: [&str; 67] = [
    "acknowledge",
    "act",
    "affirm",
    "ask",
    "bear",
    "believe",
    "call",
    "commend",
    "commit",
    "condemn",
    "consider",
    "decide",
    "defend",
    "demand",
    "deplore",
    "determine",
    "draw",
    "emphasize",
    "encourage",
    "endorse",
    "establish",
    "express",
    "favour",
    "have",
    "hold",
    "intend",
    "invite",
    "leave",
    "look",
    "mark",
    "note",
    "observe",
    "offer",
    "pay",
    "pledge",
    "propose",
    "reaffirm",
    "recall",
    "recognize",
    "recommend",
    "regret",
    "reiterate",
    "reject",
    "remain",
    "remind",
    "repeat",
    "request",
    "resolve",
    "respect",
    "share",
    "speak",
    "stand",
    "stress",
    "sum",
    "support",
    "take",
    "thank",
    "underline",
    "underscore",
    "undertake",
    "uphold",
    "urge",
    "value",
    "voice",
    "warn",
    "welcome",
    "wish",
];
/// Verbs that double their last letter before "-ing".
const DOUBLING: [&str; 2] = ["commit", "regret"];
/// How an author may have begun a sentence of the Council.
const COUNCIL: [&str; 5] = [
    "The Security Council ",
    "The members of the Security Council ",
    "The members of the Council ",
    "Members of the Council ",
    "The Council ",
];
/// Words with which a paragraph names its own subject, so that none is put before it.
const SUBJECTS: [&str; 7] = ["The", "It", "They", "Members", "We", "Those", "All"];

/// Who speaks in a statement.
#[derive(Debug, Clone, Copy)]
pub(super) enum Speaker {
    /// One: "The Security Council", "The President".
    One(&'static str),
    /// Many: "The members of the Security Council".
    Many(&'static str),
}

/// Where a paragraph stands, which tells what its first word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// "Recalling …", "Concerned that …".
    Preambular,
    /// "Calls upon …".
    Operative,
}

/// Whether the words name who speaks or acts.
pub(super) fn has_subject(words: &str) -> bool {
    words.split(' ').next().is_some_and(|first| SUBJECTS.contains(&first))
}

/// "The Security Council calls upon …", of "Calls upon …"; "… is concerned that …", of "Concerned
/// that …". A sentence of its own on something else stays as it is. Without a full stop.
pub(super) fn sentence(speaker: Speaker, place: Place, words: &str) -> String {
    let own = COUNCIL.iter().find_map(|council| words.strip_prefix(council));
    if own.is_none() && has_subject(words) {
        return words.to_owned();
    }
    let words = small_first(own.unwrap_or(words));
    let (adverb, words) = match words.split_once(' ') {
        Some((first, rest)) if first.ends_with("ly") => (format!("{first} "), rest.to_owned()),
        _ => (String::new(), words),
    };
    let at = words.find(|c: char| !c.is_alphabetic()).unwrap_or(words.len());
    let (first, rest) = words.split_at(at);
    let (who, many) = match speaker {
        Speaker::One(who) => (who, false),
        Speaker::Many(who) => (who, true),
    };
    let known = VERBS.iter().find(|verb| forms(verb).iter().any(|form| form == first));
    match known {
        Some(verb) => {
            let said = in_number(verb, many);
            format!("{who} {adverb}{said}{}", agreeing(verb, rest, many))
        }
        None if place == Place::Preambular && own.is_none() => {
            format!("{who} {} {adverb}{words}", if many { "are" } else { "is" })
        }
        None => format!("{who} {adverb}{}{rest}", unknown(first, many)),
    }
}

/// What follows a verb, as far as it has to agree with who speaks.
fn agreeing(verb: &str, rest: &str, many: bool) -> String {
    let rest = match (verb, many) {
        ("express" | "voice", true) => in_place(rest, " its ", " their "),
        ("express" | "voice", false) => in_place(rest, " their ", " its "),
        ("commit", true) => in_place(rest, " itself ", " themselves "),
        ("commit", false) => in_place(rest, " themselves ", " itself "),
        _ => rest.to_owned(),
    };
    // "… and calls for …" has the same subject. A bare "and call" may be an infinitive, and stays.
    let and = |text: String, verb: &&str| {
        let [_, one, doing] = forms(verb);
        let said = format!(" and {} ", in_number(verb, many));
        text.replace(&format!(" and {one} "), &said).replace(&format!(" and {doing} "), &said)
    };
    VERBS.iter().fold(rest, and)
}

/// The words, with what they begin with replaced.
fn in_place(words: &str, old: &str, new: &str) -> String {
    words.strip_prefix(old).map_or_else(|| words.to_owned(), |rest| [new, rest].concat())
}

/// "call", "calls", "calling".
fn forms(verb: &str) -> [String; 3] {
    let doing = match verb.strip_suffix('e') {
        _ if DOUBLING.contains(&verb) => format!("{verb}ting"),
        Some(stem) => format!("{stem}ing"),
        None => format!("{verb}ing"),
    };
    [verb.to_owned(), one(verb), doing]
}

/// "calls", "expresses", "has": what one does.
fn one(verb: &str) -> String {
    match verb {
        "have" => "has".to_owned(),
        _ if verb.ends_with('s') || verb.ends_with("sh") => format!("{verb}es"),
        _ => format!("{verb}s"),
    }
}

fn in_number(verb: &str, many: bool) -> String {
    if many { verb.to_owned() } else { one(verb) }
}

/// A verb that is not in the table, by its ending; "will" and "called" have no number.
fn unknown(verb: &str, many: bool) -> String {
    let without = match verb {
        "is" | "are" => return if many { "are" } else { "is" }.to_owned(),
        "will" | "shall" => return verb.to_owned(),
        _ if verb.ends_with("ed") => return verb.to_owned(),
        _ if verb.ends_with("ss") => None,
        _ => verb.strip_suffix('s'),
    };
    match (many, without) {
        (true, Some(many)) => many.to_owned(),
        (false, None) => one(verb),
        _ => verb.to_owned(),
    }
}

/// A paragraph without a subject begins with its verb, which is no name and keeps no capital.
fn small_first(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: Speaker = Speaker::One("The Council");
    const MANY: Speaker = Speaker::Many("The members");

    #[test]
    fn operative_words_become_sentences_in_the_number_of_who_speaks() {
        let cases = [
            ("Calls upon all", "The Council calls upon all", "The members call upon all"),
            (
                "Stresses the need and calls for aid",
                "The Council stresses the need and calls for aid",
                "The members stress the need and call for aid",
            ),
            ("Pay tribute", "The Council pays tribute", "The members pay tribute"),
            (
                "Expresses its intention",
                "The Council expresses its intention",
                "The members express their intention",
            ),
            ("Is alarmed", "The Council is alarmed", "The members are alarmed"),
            ("Will return", "The Council will return", "The members will return"),
            ("The Council calls for", "The Council calls for", "The members call for"),
            ("Strongly urges", "The Council strongly urges", "The members strongly urge"),
            ("It invites all", "It invites all", "It invites all"),
            ("Pleads for calm", "The Council pleads for calm", "The members plead for calm"),
        ];
        for (words, one, many) in cases {
            assert_eq!(sentence(ONE, Place::Operative, words), one);
            assert_eq!(sentence(MANY, Place::Operative, words), many);
        }
    }

    #[test]
    fn preambular_words_become_sentences_too() {
        let cases = [
            ("Recalling that", "The Council recalls that", "The members recall that"),
            ("Regretting the end", "The Council regrets the end", "The members regret the end"),
            ("Taking note of", "The Council takes note of", "The members take note of"),
            ("Concerned that", "The Council is concerned that", "The members are concerned that"),
            (
                "Deeply alarmed at",
                "The Council is deeply alarmed at",
                "The members are deeply alarmed at",
            ),
            ("The lamps are out", "The lamps are out", "The lamps are out"),
        ];
        for (words, one, many) in cases {
            assert_eq!(sentence(ONE, Place::Preambular, words), one);
            assert_eq!(sentence(MANY, Place::Preambular, words), many);
        }
    }

    #[test]
    fn the_past_has_no_number() {
        let words = "The members of the Council called for restraint";
        assert_eq!(sentence(ONE, Place::Operative, words), "The Council called for restraint");
    }
}
