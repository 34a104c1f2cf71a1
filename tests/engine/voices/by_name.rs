//! The model never criticizes a State by name: only an argument of the authors may, with a source
//! of before the meeting.

use horseshoe::council::{DelegationId, Membership};
use horseshoe::scenario::Scenario;

use super::corpus::{Meeting, Said, in_each, scenarios};
use super::sentences::sentences;

const RUNS: u64 = 40;
const SHOWN: usize = 5;

/// What the authors wrote that may stand within a sentence of this delegation, the longest first.
fn authored(scenario: &Scenario, speaker: DelegationId) -> Vec<&str> {
    let issues = scenario.issues.iter().flat_map(|issue| {
        let marks = issue.marks.iter().map(|mark| mark.label.as_str());
        marks.chain([issue.name.as_str(), issue.low.as_str(), issue.high.as_str()])
    });
    let titles = scenario.outcomes.iter().map(|outcome| outcome.title.as_str());
    let groups = scenario.groups.iter().map(|group| group.name.as_str());
    let reasons = scenario.stances.row(speaker).iter().flatten();
    let reasons = reasons.filter_map(|stance| stance.because.as_deref());
    let mut texts: Vec<&str> = issues.chain(titles).chain(groups).chain(reasons).collect();
    texts.sort_by_key(|text| std::cmp::Reverse(text.len()));
    texts
}

/// A text without what authors wrote; its first letter may be small or capital.
fn generated(text: &str, authored: &[&str]) -> String {
    authored.iter().fold(text.to_owned(), |text, part| {
        let Some(first) = part.chars().next() else { return text };
        let rest = &part[first.len_utf8()..];
        let small: String = first.to_lowercase().chain(rest.chars()).collect();
        let capital: String = first.to_uppercase().chain(rest.chars()).collect();
        text.replace(&small, "…").replace(&capital, "…")
    })
}

/// Whether a name stands in a text as whole words.
fn names(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    })
}

/// The States other than the speaker that a text names.
fn states(scenario: &Scenario, speaker: DelegationId, text: &str) -> Vec<DelegationId> {
    let is_named = |id: &DelegationId| {
        let member = &scenario.members[*id];
        let adjective = member.name.adjective.as_deref();
        let is_state = member.membership != Membership::Rule39 && *id != speaker;
        is_state && (names(text, &member.name.short) || adjective.is_some_and(|it| names(text, it)))
    };
    scenario.members.ids().filter(is_named).collect()
}

/// Sentences of the model that name a State: but for thanks to the President, and commendation,
/// neither of which speaks on what is criticized.
fn named_by_the_model(scenario: &Scenario, said: &Said) -> Vec<String> {
    let authored = authored(scenario, said.speaker);
    let arguments = scenario.members[said.speaker].arguments.iter();
    let text = arguments.fold(said.text.clone(), |text, it| text.replace(&it.text, "So it is."));
    let criticized = said.statement.criticizes.map(|it| (it.of, &scenario.issues[it.issue].name));
    let is_wrong = |sentence: &&str| {
        let named = states(scenario, said.speaker, &generated(sentence, &authored));
        named.into_iter().any(|who| {
            let thanked = who == scenario.president;
            let commended = said.statement.commends.is_some_and(|it| it.to == who);
            let lower = sentence.to_lowercase();
            let criticized = criticized
                .is_some_and(|(of, issue)| of == who && lower.contains(&issue.to_lowercase()));
            criticized || !(thanked || commended)
        })
    };
    let headline = generated(&said.headline, &authored);
    let in_headline = !states(scenario, said.speaker, &headline).is_empty();
    let found = sentences(&text).into_iter().filter(is_wrong).map(str::to_owned);
    found.chain(in_headline.then(|| said.headline.clone())).collect()
}

/// Arguments that are used and name a State, without a source of before the meeting.
fn unsourced(scenario: &Scenario, said: &Said) -> Vec<String> {
    let arguments = scenario.members[said.speaker].arguments.iter();
    let found = arguments.filter(|argument| {
        let source = argument.source.and_then(|source| scenario.sources[source].date.as_deref());
        // An adjective tells where grain comes from, or is part of the name of an ocean.
        let names_one = scenario.members.ids().any(|id| {
            let member = &scenario.members[id];
            let is_other = member.membership != Membership::Rule39 && id != said.speaker;
            is_other && names(&argument.text, &member.name.short)
        });
        let is_dated = source.is_some_and(|date| date < scenario.date.as_str());
        said.text.contains(&argument.text) && names_one && !is_dated
    });
    found.map(|argument| argument.text.clone()).collect()
}

fn found(meeting: &Meeting) -> Vec<String> {
    let scenario = &meeting.scenario;
    let of = |said: &Said| {
        let who = meeting.name(said.speaker);
        let found = named_by_the_model(scenario, said).into_iter().chain(unsourced(scenario, said));
        let told = |text| format!("[{} {} {who}] {text}", meeting.id, meeting.seed);
        found.map(told).collect::<Vec<String>>()
    };
    meeting.said.iter().flat_map(of).collect()
}

#[test]
fn a_state_is_criticized_by_name_only_through_an_argument_sourced_before_the_meeting() {
    let meetings: Vec<_> = scenarios()
        .into_iter()
        .flat_map(|(id, scenario)| (1..=RUNS).map(move |seed| (id, scenario.clone(), seed)))
        .collect();
    let found: Vec<String> = in_each(&meetings, found).into_iter().flatten().collect();
    let shown = found.iter().take(SHOWN).cloned().collect::<Vec<_>>().join("\n");
    assert!(found.is_empty(), "{} sentences, such as\n{shown}", found.len());
}

/// What is found in a statement of France in the cyber debate with this put before it.
fn with(sentence: &str, headline: &str) -> usize {
    let scenario = crate::council::cyber();
    let france = scenario.delegation("FRA").expect("it takes part");
    let mut said = super::corpus::all_said(&scenario, 1);
    said.retain(|said| said.speaker == france);
    let mut said = said.into_iter().next().expect("it speaks");
    said.text = format!("{sentence} {}", said.text);
    said.headline = format!("{} {headline}", said.headline);
    named_by_the_model(&scenario, &said).len()
}

#[test]
fn a_name_in_the_words_of_the_model_is_found() {
    assert_eq!(with("", ""), 0);
    assert_eq!(with("We thank the Republic of Korea, and France agrees.", ""), 0);
    assert_eq!(with("We do not follow Malta.", ""), 1);
    assert_eq!(with("We do not follow the Maltese proposal.", ""), 1);
    assert_eq!(with("", "It disagreed with Malta."), 1);
}
