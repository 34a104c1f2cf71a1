//! The class pack: whole, alone in its file, private where it must be.

use std::sync::Arc;

use horseshoe::UnitInterval;
use horseshoe::cli::Status;
use horseshoe::council::{DelegationId, Membership, RedLine, Seat};
use horseshoe::report::pack::{Choices, Naming, class_pack};
use horseshoe::scenario::{Scenario, library, load, state};

use crate::command_line::horseshoe;

fn bundled() -> impl Iterator<Item = Arc<Scenario>> {
    library::BUNDLED
        .iter()
        .map(|it| load(it.id, it.text.as_bytes()).scenario.expect("bundled scenarios are sound"))
}

fn cyber() -> Scenario {
    let first = bundled().next().expect("there is one");
    Arc::unwrap_or_clone(first)
}

fn pack(scenario: &Scenario, naming: Naming) -> String {
    class_pack(scenario, Choices { naming })
}

/// The pack without the role card of the delegation with this name.
fn without_card(pack: &str, name: &str) -> String {
    let heading = format!("<h2>{name}</h2>");
    let sheets: Vec<&str> = pack.split("<section").collect();
    let others: Vec<&str> = sheets.iter().copied().filter(|it| !it.contains(&heading)).collect();
    assert_eq!(others.len() + 1, sheets.len(), "{name} has one card");
    others.join("<section")
}

/// Whether `word` stands in `text` as a word.
fn names(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[test]
fn every_bundled_scenario_gives_a_pack_that_stands_alone() {
    for scenario in bundled() {
        for naming in [Naming::Names, Naming::Letters] {
            let pack = pack(&scenario, naming);
            assert!(pack.starts_with("<!DOCTYPE html>") && pack.ends_with("</html>\n"));
            for loaded in ["src=", "<script", "<link", "@import", "url(", "<img"] {
                assert!(!pack.contains(loaded), "{}: {loaded}", scenario.title);
            }
            assert!(pack.len() < 300_000, "{}: {} bytes", scenario.title, pack.len());
            assert!(pack.contains(">Simulated<"));
            let cards = pack.matches("Role card · private").count();
            assert_eq!(cards, scenario.derived.voting.len(), "{}", scenario.title);
            for link in pack.split("href=\"#").skip(1).filter_map(|it| it.split('"').next()) {
                assert!(pack.contains(&format!(" id=\"{link}\"")), "{link} leads nowhere");
            }
        }
    }
}

/// Gives every private number of a delegation the same strange value, and every text a mark.
fn mark(scenario: &mut Scenario, who: DelegationId) {
    let number = UnitInterval::clamped(0.377_3);
    for issue in scenario.issues.ids() {
        let Some(stance) = &mut scenario.stances[(who, issue)] else { continue };
        stance.position = number;
        stance.salience = number;
        stance.flexibility = number;
        stance.uncertainty = number;
        stance.red_line = Some(RedLine { low: number, high: number });
        stance.because = Some("zyxreason is what it is".to_owned());
    }
    scenario.members[who].influence = number;
    scenario.members[who].veto_reluctance = number;
    scenario.seats[who] = Some(Seat { brief: "Zyxbrief.".to_owned(), objectives: Vec::new() });
}

#[test]
fn what_is_private_stands_on_the_own_card_alone() {
    let scenario = cyber();
    let before = pack(&scenario, Naming::Names);
    for &who in scenario.seating() {
        let name = &scenario.members[who].name.short;
        let mut marked = scenario.clone();
        mark(&mut marked, who);
        let after = pack(&marked, Naming::Names);
        assert!(after.contains("Zyxreason") && after.contains("Zyxbrief"));
        assert!(!after.contains("37.73") && !after.contains(".3773"), "no private number is shown");
        let rest = without_card(&after, name);
        assert!(!rest.to_lowercase().contains("zyx"), "{name}");
        assert_eq!(rest, without_card(&before, name), "nothing else depends on what {name} thinks");
    }
}

#[test]
fn no_pack_depends_on_what_really_happened() {
    let mut records = 0;
    for scenario in bundled().filter(|it| it.record.is_some()) {
        let mut bare = Scenario::clone(&scenario);
        let record = bare.record.take().expect("it has one");
        records += 1;
        for naming in [Naming::Names, Naming::Letters] {
            let told = pack(&scenario, naming);
            assert_eq!(told, pack(&bare, naming), "{}", scenario.title);
            for sentence in record.notes.split(". ").filter(|it| it.len() > 30) {
                assert!(!told.contains(sentence), "{sentence}");
            }
        }
    }
    assert!(records > 5);
}

#[test]
fn an_anonymous_pack_names_no_state_of_the_table_before_the_reveal() {
    for scenario in bundled() {
        let whole = pack(&scenario, Naming::Letters);
        let (text, reveal) = whole.split_once(" id=\"reveal\"").expect("the last sheet reveals");
        // A State that is not at the table keeps its name, which may end in that of another.
        let text = text.replace("Democratic People's Republic of Korea", "");
        for member in &scenario.members {
            let is_state = member.votes() || member.membership == Membership::Rule37;
            if !is_state {
                continue;
            }
            let known = state(&member.identifier, &scenario.date);
            let adjectives =
                member.name.adjective.as_deref().into_iter().chain(known.map(|it| it.adjective));
            let said = [member.name.short.as_str(), member.identifier.as_str()];
            let mut said: Vec<&str> = said.into_iter().chain(adjectives).collect();
            said.extend(member.speaker.as_ref().map(|it| it.name.as_str()));
            said.extend(known.into_iter().flat_map(|it| it.names.iter().copied()));
            for word in said.into_iter().filter(|it| !it.is_empty()) {
                assert!(!names(&text, word), "{}: {word}", scenario.title);
            }
            assert!(reveal.contains(&member.name.short), "{} is revealed", member.name.short);
        }
        assert!(text.contains("<h2>State A</h2>"));
    }
}

#[test]
fn letters_follow_from_the_file_and_not_from_the_alphabet() {
    let scenario = cyber();
    let anonymous = scenario.anonymous();
    assert_eq!(anonymous, scenario.anonymous(), "the same file gives the same letters");
    let letters = |id: &DelegationId| anonymous.members[*id].name.short.clone();
    let by_name: Vec<String> = scenario.seating().iter().map(letters).collect();
    let seated: Vec<String> = anonymous.seating().iter().map(letters).collect();
    assert_eq!(seated.first().map(String::as_str), Some("State A"));
    assert!(seated.is_sorted() && seated.len() == 15);
    assert!(!by_name.is_sorted(), "the order of the alphabet would reveal the names");
    let identifiers = |it: &Scenario| -> Vec<String> {
        it.members.iter().map(|member| member.identifier.clone()).collect()
    };
    assert_eq!(identifiers(&scenario), identifiers(&anonymous), "luck is named by identifiers");
}

#[test]
fn the_command_writes_to_a_file_or_to_standard_output() {
    let shown = horseshoe(&["pack", "tutorial"]);
    assert_eq!(shown.status, Status::Done);
    assert!(shown.out.starts_with("<!DOCTYPE html>"));
    let name = format!("horseshoe-pack-{}.html", std::process::id());
    let path = std::env::temp_dir().join(name);
    let path_text = path.to_str().expect("the path is UTF-8");
    let saved = horseshoe(&["pack", "tutorial", "-o", path_text, "--anonymous"]);
    assert_eq!(saved.status, Status::Done, "{}", saved.err);
    let text = std::fs::read_to_string(&path).expect("it was written");
    std::fs::remove_file(&path).expect("it is there");
    assert!(text.contains("State A") && text.len() > 10_000);
    assert_eq!(horseshoe(&["pack", "no-such-scenario"]).status, Status::Failed);
}

#[test]
fn answers_are_the_last_pages_and_what_gives_something_away_is_marked() {
    for scenario in bundled() {
        let pack = pack(&scenario, Naming::Names);
        let last = pack.rsplit("<section").next().expect("there is one");
        assert!(last.contains("id=\"answers\""), "{}", scenario.title);
        let marked = pack.matches("For the teacher: do not hand out").count();
        // Two run sheets, the teaching note, the answers.
        assert_eq!(marked, 4, "{}", scenario.title);
        assert!(!pack.contains("at the end of this file"));
    }
}

#[test]
fn the_run_sheets_name_screens_and_keys_and_end_in_time() {
    for scenario in bundled() {
        let pack = pack(&scenario, Naming::Names);
        for words in ["Ctrl+P", "curtain", "Soundings", "Ctrl+K, “predict”", "“The class”"]
        {
            assert!(pack.matches(words).count() >= 2, "{}: {words}", scenario.title);
        }
        for end in ["–45</td>", "–90</td>"] {
            assert!(pack.contains(end), "{}: {end}", scenario.title);
        }
    }
}

#[test]
fn where_sheets_have_fewer_texts_they_say_why() {
    let pack = pack(&cyber(), Naming::Names);
    let why = "Of the 15 texts on the table, 3 are tallied only";
    assert_eq!(pack.matches(why).count(), 3, "on ballots, grid and prediction sheet");
    assert_eq!(pack.matches("Tallied only.").count(), 3);
    assert!(
        pack.contains("(besides: 1 signed by those who join it, 1 issued by the President alone)")
    );
    assert!(pack.contains("”: the President issues it alone."));
}
