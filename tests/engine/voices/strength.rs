//! Equal stances of different delegations get words of equal strength.

use horseshoe::council::StatementPurpose;
use horseshoe::text::Phrasebook;

use super::corpus::{all_said, scenarios};
use crate::council::Council;

/// The verbs of the ladder of approval in a text, the longest first, so that "strongly support"
/// is not taken for "support".
fn rungs(text: &str) -> Vec<String> {
    let mut rungs: Vec<_> = Phrasebook::english().ladders().approval.iter().collect();
    rungs.sort_by_key(|rung| std::cmp::Reverse(rung.we.len()));
    let mut text = text.to_owned();
    let mut found = Vec::new();
    for rung in rungs {
        for form in [&rung.it, &rung.we] {
            let before = ["we ", "delegation ", "it ", "that "];
            for start in before {
                let words = format!("{start}{form} ");
                found.extend(text.matches(&words).map(|_| rung.name.clone()));
                text = text.replace(&words, "");
            }
        }
    }
    found.sort();
    found
}

#[test]
fn equal_stances_are_put_with_equal_strength() {
    for (salience, style) in [(20, "Measured"), (50, "Candid"), (70, "Guarded"), (95, "Candid")] {
        let style = format!("style: {style},");
        let mut council = Council::new();
        for id in ["A", "B", "C", "D", "E", "F"] {
            council = council.member_with((id, "Elected"), 90, salience, &style);
        }
        let scenario = council.outcome("o", "Resolution", "A", 60).build();
        for seed in 1..=10 {
            let said = all_said(&scenario, seed);
            let debate = said.iter().filter(|it| it.purpose == StatementPurpose::Debate);
            let claims: Vec<Vec<String>> = debate
                .map(|it| {
                    let sentences = it.text.split(". ");
                    let claims: Vec<&str> = sentences.filter(|it| !it.contains('“')).collect();
                    rungs(&claims.join(". "))
                })
                .collect();
            assert!(claims.len() >= 6, "{claims:?}");
            assert!(claims.iter().all(|it| *it == claims[0]), "{salience} {style} {claims:?}");
            assert!(!claims[0].is_empty());
        }
    }
}

#[test]
fn who_speaks_guardedly_neither_urges_nor_rejects() {
    let mut seen = 0;
    for (_, scenario) in scenarios() {
        for seed in 1..=4 {
            for said in all_said(&scenario, seed) {
                let style = scenario.members[said.speaker].style;
                if style == horseshoe::council::Style::Guarded {
                    seen += 1;
                    let strong =
                        ["urge members", "urges members", "we reject", "delegation rejects"];
                    assert!(!strong.iter().any(|it| said.text.contains(it)), "{}", said.text);
                }
            }
        }
    }
    assert!(seen > 0);
}
