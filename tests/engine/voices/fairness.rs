//! Equal words for equal positions: with two names swapped, nothing but the names is swapped.

use std::fmt::Write as _;
use std::sync::Arc;

use horseshoe::council::{DelegationId, Name};
use horseshoe::scenario::{Document, Scenario, library};

use super::corpus::all_said;
use crate::council::read;

/// Two members of a scenario.
type Pair = (&'static str, &'static str, &'static str);

/// Pairs whose names have as many words: a permanent and an elected member, the President and
/// another, two with an article, invited States. In all these scenarios members speak by lot, not
/// by alphabet.
const OF_ONE_LENGTH: [Pair; 9] = [
    ("unsc-cyber-2024", "FRA", "DZA"),
    ("unsc-cyber-2024", "USA", "GBR"),
    ("unsc-cyber-2024", "EST", "MLT"),
    ("unsc-cyber-2024", "LVA", "ALB"),
    ("unsc-cyber-2021", "EST", "TUN"),
    ("invented-halcyon-strait", "CLY", "FNR"),
    ("invented-halcyon-strait", "RVN", "TRL"),
    ("unsc-climate-2021", "IRL", "MEX"),
    ("unsc-maritime-2021", "IND", "KEN"),
];
/// Pairs whose names do not: a statement must not be shorter for a long name.
const OF_TWO_LENGTHS: [Pair; 7] = [
    ("unsc-cyber-2024", "USA", "JPN"),
    ("unsc-cyber-2024", "KOR", "SVN"),
    ("unsc-cyber-2024", "PHL", "LVA"),
    ("invented-halcyon-strait", "AMB", "HRW"),
    ("unsc-climate-2021", "NER", "KEN"),
    ("unsc-climate-2021", "GBR", "IRL"),
    ("unsc-maritime-2021", "IND", "VNM"),
];
const SEEDS: u64 = 12;
/// So many differences are shown.
const SHOWN: usize = 5;

/// Where authors name one of the two in a text, this stands: it belongs to their data, and is not
/// swapped.
const SOMEWHERE: &str = "Somewhere";

/// How a member is named: its name, its speaker's name, and the speaker's office.
struct Named {
    name: Name,
    speaker: Option<(String, Option<String>)>,
}

fn named(scenario: &Scenario, who: DelegationId) -> Named {
    let member = &scenario.members[who];
    let speaker = member.speaker.as_ref().map(|it| (it.name.clone(), it.title.clone()));
    Named { name: member.name.clone(), speaker }
}

/// Names a member so. The rank of its speaker stays, as it decides when it speaks.
fn name(document: &mut Document, id: &str, named: &Named) {
    let quoted = |text: &str| format!("\"{text}\"");
    let mut put = |field: &str, value: Option<&str>| {
        let path = format!("members.{id}.{field}");
        // What is not written need not be removed.
        drop(document.remove(&path));
        if let Some(value) = value {
            document.insert(&path, &quoted(value)).expect("the field was removed");
        }
    };
    put("article", Some(named.name.article.as_str()).filter(|article| !article.is_empty()));
    put("adjective", named.name.adjective.as_deref());
    if let Some((speaker, title)) = &named.speaker {
        put("speaker.title", title.as_deref());
        document
            .set(&format!("members.{id}.speaker.name"), &quoted(speaker))
            .expect("both have speakers");
    }
    document
        .set(&format!("members.{id}.name"), &quoted(&named.name.short))
        .expect("each member has a name");
}

/// The scenario in which the members with these two identifiers are named so.
fn with_names(text: &str, (a, b): (&str, &str), (of_a, of_b): (&Named, &Named)) -> Arc<Scenario> {
    let mut document = Document::new(text);
    name(&mut document, a, of_a);
    name(&mut document, b, of_b);
    read(document.text())
}

/// A text with a placeholder for each of two names, with its article, and for its adjective.
fn masked(text: &str, names: [&Name; 2]) -> String {
    let mut text = text.to_owned();
    // An adjective may begin with the name, and a name with an adjective.
    for (name, mask) in names.into_iter().zip(["①'s", "②'s"]) {
        if let Some(adjective) = &name.adjective {
            let whole = |text: &str, after: &str| {
                text.replace(&format!("{adjective}{after}"), &format!("{mask}{after}"))
            };
            text =
                [" ", ".", ",", ";", "-", "'"].iter().fold(text, |text, after| whole(&text, after));
        }
    }
    for (name, mask) in names.into_iter().zip(["①", "②"]) {
        for article in ["the ", "The ", ""] {
            text = text.replace(&format!("{article}{}", name.short), mask);
        }
    }
    // Without an adjective "the presidency of …" stands for "the … presidency".
    for (mask, adjective) in [("①", "①'s"), ("②", "②'s")] {
        for of in ["the", "The"] {
            let without = format!("{of} presidency of {mask}");
            text = text.replace(&without, &format!("{of} {adjective} presidency"));
        }
    }
    text
}

/// What was said in a run, as it would be with any names: speaker, headline, text and mark.
fn told(
    scenario: &Arc<Scenario>,
    seed: u64,
    names: [&Name; 2],
) -> Vec<(DelegationId, [String; 3])> {
    let said = all_said(scenario, seed).into_iter();
    said.map(|said| {
        let words = [&said.headline, &said.text, &said.marks[0]];
        (said.speaker, words.map(|words| masked(words, names)))
    })
    .collect()
}

/// Two texts from a little before they differ.
fn apart(here: &str, there: &str) -> (String, String) {
    let same = here.chars().zip(there.chars()).take_while(|(a, b)| a == b).count();
    let shown = |text: &str| text.chars().skip(same.saturating_sub(40)).take(160).collect();
    (shown(here), shown(there))
}

/// The differences that a swap of names makes; empty where there are none.
fn differences((id, a, b): (&str, &str, &str)) -> Vec<String> {
    let bundled = library::bundled(id).expect("it is bundled").text;
    let scenario = read(bundled);
    let of = |id: &str| named(&scenario, scenario.delegation(id).expect("it takes part"));
    let (mut of_a, mut of_b) = (of(a), of(b));
    if of_a.speaker.is_none() || of_b.speaker.is_none() {
        (of_a.speaker, of_b.speaker) = (None, None);
    }
    let text = [&of_a, &of_b].iter().fold(bundled.to_owned(), |text, of| {
        let text = text.replace(&of.name.short, SOMEWHERE);
        of.name.adjective.iter().fold(text, |text, adjective| text.replace(adjective, SOMEWHERE))
    });
    let as_it_is = with_names(&text, (a, b), (&of_a, &of_b));
    let swapped = with_names(&text, (a, b), (&of_b, &of_a));
    let mut found = Vec::new();
    for seed in 1..=SEEDS {
        let here = told(&as_it_is, seed, [&of_a.name, &of_b.name]);
        let there = told(&swapped, seed, [&of_b.name, &of_a.name]);
        assert_eq!(here.len(), there.len(), "{id} {seed}: as many speak");
        for ((who, here), (other, there)) in here.into_iter().zip(there) {
            assert_eq!(who, other, "{id} {seed}: in the same order");
            for (here, there) in here.into_iter().zip(there) {
                if here != there {
                    let who = &scenario.members[who].identifier;
                    let (here, there) = apart(&here, &there);
                    found.push(format!("[{id} {seed} {who}, {a}/{b}]\n    {here}\n    {there}"));
                }
            }
        }
    }
    found
}

fn must_not_differ(pairs: &[Pair]) {
    let found: Vec<String> = pairs.iter().copied().flat_map(differences).collect();
    let mut told = format!("{} differences\n", found.len());
    for difference in found.iter().take(SHOWN) {
        writeln!(told, "{difference}").expect("writing to a string succeeds");
    }
    assert!(found.is_empty(), "{told}");
}

#[test]
fn a_swap_of_two_names_changes_nothing_but_the_names() {
    must_not_differ(&OF_ONE_LENGTH);
}

#[test]
fn a_swap_of_a_short_name_and_a_long_one_changes_nothing_but_the_names() {
    must_not_differ(&OF_TWO_LENGTHS);
}

#[test]
fn names_are_masked_with_article_adjective_and_possessive() {
    let name = |short: &str, article: &str, adjective: Option<&str>| Name {
        short: short.to_owned(),
        article: article.to_owned(),
        adjective: adjective.map(str::to_owned),
    };
    let (one, two) = (name("Isles", "the", None), name("Norvia", "", Some("Norvian")));
    let text = "The Isles' view, the Norvian one and that of Norvia and the Isles.";
    assert_eq!(masked(text, [&one, &two]), "①' view, the ②'s one and that of ② and ①.");
}
