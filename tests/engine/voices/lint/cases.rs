//! For each check something that it catches, and something close by that it lets pass.

use super::{SENTENCES, TEXTS, lint};

/// A check, what it catches, and what no check catches.
const CASES: &[(&str, &str, &str)] = &[
    ("double space", "We agree.  We do.", "We agree. We do."),
    ("double space", "We agree. ", "We agree."),
    ("open slot", "We thank {presidency}.", "We thank Malta (as others did)."),
    ("space before a mark", "We agree , and vote.", "We agree, and vote."),
    ("space before a mark", "The plan “A fund ” is ours.", "The plan “A fund” is ours."),
    ("doubled mark", "It ends..", "It ends."),
    ("doubled mark", "We agree,, and vote.", "It rose at 1 p.m., and we left."),
    ("doubled mark", "We said “It ends.”.", "We said “It ends”."),
    ("doubled mark", "We support “Who pays?!”.", "We support “Who pays?”."),
    ("unbalanced quotation marks or parentheses", "We support “A fund.", "We support “A fund”."),
    ("unbalanced quotation marks or parentheses", "We agree) today.", "We agree (today)."),
    (
        "unbalanced quotation marks or parentheses",
        "We prefer “the “old” text”.",
        "We prefer “the old text” and “a new one”.",
    ),
    ("straight quotes", "We support \"A fund\".", "The Council's work in Côte d'Ivoire goes on."),
    ("straight quotes", "We support 'A fund'.", "The States' views differ."),
    ("loaded word", "The regime spoke.", "The sanctions regime ended."),
    ("spelling", "We organise a program.", "We organize a programme and advise on it."),
    ("spelling", "Defense matters.", "The Labor Party and “a program” matter."),
    ("small letter at the beginning", "we agree.", "“A fund” is ours. 15 States agree."),
    ("small letter at the beginning", "We agree. and we vote.", "We met at 10 a.m. and voted."),
    ("no full stop", "We support “A fund”", "We support “Who pays?” Do we?"),
    ("empty sentence", ".", "We agree."),
    ("empty sentence", "", "We agree."),
    ("word repeated", "We support the the plan.", "We support the plan, the plan of all."),
    ("word repeated", "We vote on on it.", "What it is, is known."),
    ("pronoun of a person", "We thank him.", "We thank the representative; here is why."),
    ("pronoun of a person", "He's right.", "The theme is right."),
    ("percent", "We pay 5 percent.", "We pay 5 per cent, a percentage."),
    ("percent", "We pay 5 %.", "We pay 5 per cent."),
    ("a or an", "We need a accountability.", "We need a university, an hour and a European."),
    ("a or an", "An unique plan is ours.", "An NGO has a UN plan, an honest one."),
    ("a or an", "It is a “open” plan.", "Category A is an “open” plan."),
    ("article doubled", "It is the a plan.", "It is the plan of the a.m. session."),
    ("article doubled", "We bring our the plan.", "We bring our plan to the Council."),
    ("article doubled", "The the plan ends.", "The plan ends."),
    ("small letter in a term", "We thank the security council.", "We thank the Security Council."),
    ("small letter in a term", "Each member state votes.", "A non-member State has its say."),
    ("small letter in a term", "All member States vote.", "All Member States vote."),
    ("small letter in a term", "We cite article 27.", "We cite Article 27 and each article of it."),
    ("small letter in a term", "We thank the president.", "We thank the presidency."),
    ("verb in the plural", "The United States are here.", "The United States is here."),
    (
        "verb in the plural",
        "We know that the Philippines support it.",
        "We know that Malta and the Philippines support it.",
    ),
    (
        "verb in the plural",
        "The Solomon Islands have spoken.",
        "The representatives of the Netherlands have spoken.",
    ),
    ("verb in the plural", "We see that Malta support it.", "We ask that Malta support it."),
];

#[test]
fn each_check_catches_its_fault_and_lets_the_rest_pass() {
    for (check, bad, good) in CASES {
        let found = lint(bad);
        assert!(found.iter().any(|(name, ..)| name == check), "{check}: {bad:?}: {found:?}");
        let found = lint(good);
        assert!(found.is_empty(), "{good:?}: {found:?}");
    }
    for (name, _) in TEXTS.iter().chain(SENTENCES) {
        if *name != "over 60 words" {
            assert!(CASES.iter().any(|(check, ..)| check == name), "{name} is not tried");
        }
    }
}

#[test]
fn a_sentence_has_at_most_60_words() {
    let of = |words: usize| format!("We agree{}.", " and vote".repeat(words / 2 - 1));
    assert!(lint(&of(60)).is_empty());
    assert_eq!(lint(&of(62)).first().map(|found| found.0), Some("over 60 words"));
}
