//! The statement coach says what a teacher would, and has nothing to say against what is well said.

use std::sync::Arc;

use horseshoe::Seed;
use horseshoe::council::{
    Capacity, Declared, DelegationId, IssueId, OutcomeId, Statement, StatementPurpose, with_names,
};
use horseshoe::debate::{EventKind, Intended, IntendedPoint, Record, State};
use horseshoe::scenario::{Scenario, library};
use horseshoe::text::coach::{
    Difference, Draft, Mend, Public, Remark, Rule, Severity, Topic, coach, differences,
    spoken_minutes, understood,
};
use horseshoe::text::{EntryKind, Verbatim};

use super::council::{cyber, read};

/// A statement of the model: as it was intended, before what state, in what words.
struct Said {
    scenario: Arc<Scenario>,
    before: State,
    intended: Intended,
    words: String,
}

impl Said {
    fn draft(&self) -> Draft<'_> {
        Draft {
            scenario: &self.scenario,
            public: Public::of(&self.before),
            intended: &self.intended,
            words: &self.words,
        }
    }
}

/// What a person would have chosen to say the same.
fn intended(said: &Statement) -> Intended {
    let point = |point: &horseshoe::council::Point| {
        let voiced = point.voiced?;
        Some(IntendedPoint { issue: point.issue, voiced, emphasis: point.emphasis })
    };
    Intended {
        points: said.points.iter().filter_map(point).collect(),
        declarations: said.declarations.iter().map(|it| (it.outcome, it.stance)).collect(),
        commends: said.commends.map(|it| (it.to, it.issue)),
        criticizes: said.criticizes.map(|it| (it.of, it.issue)),
        ..Intended::silent(said.speaker)
    }
}

/// The statements that the model makes in a debate, briefings left out.
fn of_the_model(scenario: &Arc<Scenario>, seed: u64) -> Vec<Said> {
    let record = Record::of(Arc::clone(scenario), Seed(seed));
    let entries = Verbatim::of(scenario, Seed(seed), &record.events);
    let mut all = Vec::new();
    let mut state = State::new(scenario);
    for (at, event) in record.events.iter().enumerate() {
        if let EventKind::StatementDelivered(said) = &event.kind
            && said.purpose == StatementPurpose::Debate
            && said.capacity != Capacity::Briefer
        {
            let mut told = entries.iter().filter(|entry| entry.event == at + 1);
            let told = told.find(|entry| matches!(entry.kind, EntryKind::Statement { .. }));
            let words = told.expect("a statement is told").text.clone();
            let (scenario, before) = (Arc::clone(scenario), state.clone());
            all.push(Said { scenario, before, intended: intended(said), words });
        }
        state.apply(scenario, event);
    }
    all
}

/// A remark that should not have been made, with the words against which it was.
fn alarm(said: &Said, text: &str) -> String {
    format!("{text} || {}", said.words)
}

fn against(remarks: &[Remark]) -> Vec<&Remark> {
    remarks.iter().filter(|remark| remark.severity > Severity::Praise).collect()
}

#[test]
fn it_has_almost_nothing_to_say_against_two_hundred_statements_of_the_model() {
    let all: Vec<Said> = (1..=10).flat_map(|seed| of_the_model(&cyber(), seed)).collect();
    assert!(all.len() >= 200, "{}", all.len());
    let mut alarms = Vec::new();
    for said in &all {
        for remark in against(&coach(said.draft())) {
            alarms.push(alarm(said, &remark.text));
        }
    }
    assert!(alarms.len() * 50 <= all.len(), "{}: {:#?}", alarms.len(), alarms);
}

#[test]
fn words_and_intention_of_the_model_do_not_part() {
    let all: Vec<Said> = (1..=10).flat_map(|seed| of_the_model(&cyber(), seed)).collect();
    let mut alarms = Vec::new();
    for said in &all {
        for difference in differences(said.draft()) {
            alarms.push(alarm(said, &difference.text));
        }
    }
    assert!(alarms.len() * 50 <= all.len(), "{}: {:#?}", alarms.len(), alarms);
}

#[test]
fn other_scenarios_raise_few_alarms_too() {
    let mut statements = 0;
    let mut alarms = Vec::new();
    for bundled in library::BUNDLED {
        for said in of_the_model(&read(bundled.text), 1) {
            statements += 1;
            for remark in against(&coach(said.draft())) {
                alarms.push(alarm(&said, &remark.text));
            }
        }
    }
    assert!(alarms.len() * 20 <= statements, "{} of {statements}: {alarms:#?}", alarms.len());
}

#[test]
fn the_stances_heard_are_those_declared() {
    let (mut right, mut unheard) = (0, 0);
    for said in (1..=10).flat_map(|seed| of_the_model(&cyber(), seed)) {
        let heard = understood(&said.scenario, &said.words);
        for (outcome, stance) in &said.intended.declarations {
            let found = heard.iter().find_map(|taken| match taken.what {
                Topic::Outcome(it, found) if it == *outcome => found,
                _ => None,
            });
            match found {
                Some(found) => {
                    assert_eq!(found, *stance, "{}", said.words);
                    right += 1;
                }
                None => unheard += 1,
            }
        }
    }
    assert!(right > 500 && unheard * 50 < right, "{right} heard, {unheard} not");
}

/// What a person of the test writes for Slovenia, beside a simple intention.
struct Writing {
    scenario: Arc<Scenario>,
    state: State,
    intended: Intended,
}

impl Writing {
    fn of(speaker: &str) -> Self {
        let scenario = cyber();
        let state = State::new(&scenario);
        let speaker = scenario.delegation(speaker).expect("the test names its members");
        Self { scenario, state, intended: Intended::silent(speaker) }
    }

    fn issue(&self, id: &str) -> IssueId {
        let mut issues = self.scenario.issues.pairs();
        issues.find(|(_, issue)| issue.identifier == id).expect("the test names its issues").0
    }

    fn outcome(&self, id: &str) -> OutcomeId {
        self.scenario.outcome(id).expect("the test names its outcomes")
    }

    fn who(&self, id: &str) -> DelegationId {
        self.scenario.delegation(id).expect("the test names its members")
    }

    fn point(mut self, issue: &str, voiced: f64, emphasis: f64) -> Self {
        let issue = self.issue(issue);
        self.intended.points.push(IntendedPoint { issue, voiced, emphasis });
        self
    }

    fn declares(mut self, outcome: &str, stance: Declared) -> Self {
        let outcome = self.outcome(outcome);
        self.intended.declarations.push((outcome, stance));
        self
    }

    fn draft<'a>(&'a self, words: &'a str) -> Draft<'a> {
        Draft {
            scenario: &self.scenario,
            public: Public::of(&self.state),
            intended: &self.intended,
            words,
        }
    }

    fn coach(&self, words: &str) -> Vec<Remark> {
        coach(self.draft(words))
    }

    fn differences(&self, words: &str) -> Vec<Difference> {
        differences(self.draft(words))
    }

    /// The only remarks against these words are those of this rule, at words that begin so.
    fn only(&self, words: &str, rule: Rule, at: &str) {
        let all = self.coach(words);
        let found = against(&all);
        assert!(!found.is_empty(), "nothing is said of {words}");
        for remark in &found {
            assert_eq!(remark.rule, rule, "{} of {words}", remark.text);
            assert!(remark.text.ends_with(['.', '”', '?']), "{}", remark.text);
        }
        let place = found[0].place.clone().map_or("", |place| &words[place]);
        assert!(place.starts_with(at), "“{place}” in {words}");
    }
}

/// A statement with nothing to mend, for Slovenia on capacity-building.
const GOOD: &str = "Mr. President, I thank the Republic of Korea for this debate. In answer to the \
                    second guiding question, on capacity- and confidence-building, we support \
                    encouragement by the Council. ";

fn slovenia() -> Writing {
    Writing::of("SVN").point("capacity-building", 0.55, 1.0)
}

#[test]
fn a_good_statement_is_praised_and_nothing_is_said_against_it() {
    let all = slovenia().coach(GOOD);
    assert_eq!(against(&all), Vec::<&Remark>::new());
    assert!(all.iter().any(|remark| remark.rule == Rule::GuidingQuestions
        && remark.text.contains("answers the second guiding question")));
}

#[test]
fn each_of_fifteen_faults_gets_its_remark_and_no_other() {
    let faults = [
        ("The Russian Federation has attacked our networks.", Rule::ChargeWithoutSource, "Russian"),
        ("We condemn China for what it did.", Rule::ChargeWithoutSource, "China"),
        ("Some 58 attacks were counted.", Rule::ClaimWithoutSource, "58"),
        ("Incidents rose by a third in March 2023.", Rule::ClaimWithoutSource, "2023"),
        ("Half of all theft is worth three billion dollars.", Rule::ClaimWithoutSource, "billion"),
        ("China wants to weaken the Council.", Rule::Motive, "wants to"),
        ("A rogue state has no place here.", Rule::LoadedWord, "rogue state"),
        ("The draft was blocked in March.", Rule::LoadedWord, "blocked"),
        ("The West has agreed on that.", Rule::LoadedWord, "The West"),
        ("She said the same this morning.", Rule::Gender, "She"),
        ("We share the aims of Russia on this.", Rule::StateName, "Russia"),
        ("We reserve our right of reply.", Rule::NoSuchRule, "right of reply"),
        ("We don't see it that way.", Rule::Register, "don't"),
        ("Time is running out!", Rule::Register, "!"),
        (
            "We urge restraint. We ask for patience. We appeal to all for calm. We request a report.",
            Rule::Asks,
            "We request",
        ),
    ];
    for (fault, rule, at) in faults {
        slovenia().only(&format!("{GOOD}{fault}"), rule, at);
    }
}

#[test]
fn a_source_in_the_sentence_is_enough_for_charges_and_figures() {
    for sourced in [
        "According to the Panel of Experts, 58 attacks were counted.",
        "The Secretary-General reported that incidents rose in 2023.",
        "As set out in the report of the Panel of Experts, China has violated the measures.",
        "Article 34 and resolution 1718 (2006) show the way, as does rule 37.",
    ] {
        let all = slovenia().coach(&format!("{GOOD}{sourced}"));
        assert_eq!(against(&all), Vec::<&Remark>::new(), "{sourced}");
    }
}

#[test]
fn what_is_too_long_is_told_with_the_words_at_which_the_limit_falls() {
    let words = format!("{GOOD}{}", "We say so again and again. ".repeat(100));
    let all = slovenia().coach(&words);
    let remark = all.iter().find(|remark| remark.rule == Rule::Length).expect("it is too long");
    let place = remark.place.clone().expect("it has a place");
    assert_eq!(place.end, words.len());
    let kept = spoken_minutes(&words[..place.start]);
    assert!((kept - slovenia().scenario.time_limit).abs() < 0.01, "{kept}");
    assert!(remark.text.contains("too long"), "{}", remark.text);
}

#[test]
fn a_red_line_is_seen_in_points_in_texts_endorsed_and_in_words_alone() {
    let opening = "Mr. President, in answer to the second guiding question, on the role of the \
                   Council, ";
    let beyond = Writing::of("RUS").point("council-role", 0.6, 1.0);
    let words = format!("{opening}we call for regular briefings by the Secretariat.");
    let all = beyond.coach(&words);
    let lines: Vec<&Remark> = all.iter().filter(|it| it.rule == Rule::RedLine).collect();
    assert_eq!(lines.len(), 1, "{all:?}");
    assert!(lines[0].text.contains("“A yearly meeting on the subject”"), "{}", lines[0].text);

    let within = Writing::of("RUS").point("council-role", 0.05, 1.0);
    let all = within.coach(&words);
    assert!(all.iter().any(|it| it.rule == Rule::RedLine && it.place.is_some()), "{all:?}");
    let other = format!("{opening}we cannot support regular briefings by the Secretariat.");
    assert!(!within.coach(&other).iter().any(|it| it.rule == Rule::RedLine));

    let endorses = within.declares("secretariat-briefings", Declared::InFavour);
    let all = endorses.coach("");
    assert_eq!(all.len(), 1);
    assert!(all[0].text.contains("crosses your red line"), "{}", all[0].text);
    assert_eq!(all[0].severity, Severity::Warning);
}

#[test]
fn verbs_much_stronger_or_weaker_than_chosen_are_noted() {
    let strong = Writing::of("RUS").point("council-role", 0.05, 1.0);
    let opening = "Mr. President, on the role of the Council, ";
    let mark = "deference to the working group of the General Assembly";
    strong.only(&format!("{opening}we take note of {mark}."), Rule::Strength, "take note of");
    let weak = Writing::of("RUS").point("council-role", 0.05, 0.1);
    weak.only(&format!("{opening}we call for {mark}."), Rule::Strength, "call for");
    weak.only(
        &format!("{opening}we condemn whatever disregards the Assembly."),
        Rule::Strength,
        "condemn",
    );
    let all = strong.coach(&format!("{opening}we call for {mark}."));
    assert_eq!(against(&all), Vec::<&Remark>::new());
}

#[test]
fn without_a_courtesy_or_an_answer_to_a_question_it_says_so() {
    let legal = Writing::of("SVN").point("legal-regime", 0.2, 1.0);
    legal.only(
        "Mr. President, on the applicability of international law, we support the present \
         obligations.",
        Rule::GuidingQuestions,
        "",
    );
    slovenia().only(
        "On capacity- and confidence-building, we support encouragement by the Council.",
        Rule::Salutation,
        "",
    );
}

#[test]
fn who_is_commended_for_another_position_is_noted() {
    let mut writing = slovenia();
    let (who, issue) = (writing.who("GUY"), writing.issue("capacity-building"));
    writing.state.voiced[(who, issue)] = Some(0.9);
    writing.intended.commends = Some((who, issue));
    let words = format!("{GOOD}We echo what the representative of Guyana said.");
    writing.only(&words, Rule::Others, "Guyana");
    writing.state.voiced[(who, issue)] = Some(0.6);
    assert_eq!(against(&writing.coach(&words)), Vec::<&Remark>::new());
}

#[test]
fn every_difference_is_gone_once_its_edit_is_made() {
    let words = format!(
        "{GOOD}On mainstreaming of cyber concerns, we support attention in selected thematic files. \
         We support the draft “Criteria for the Council's attention” and cannot support “A legally \
         binding instrument”. I echo what the representative of Guyana said on this point."
    );
    let mut writing = Writing::of("SVN")
        .point("capacity-building", 0.8, 1.0)
        .point("dprk", 0.85, 1.0)
        .declares("binding-instrument", Declared::InFavour)
        .declares("rights-based", Declared::InFavour);
    for issue in writing.scenario.issues.ids() {
        let guyana = writing.who("GUY");
        writing.state.voiced[(guyana, issue)] = Some(0.5);
    }
    let found = writing.differences(&words);
    let mends: Vec<Mend> = found.iter().map(|it| it.mend).collect();
    let capacity = writing.issue("capacity-building");
    assert!(mends.contains(&Mend::Voice(capacity, 0.55)), "{found:#?}");
    assert!(mends.contains(&Mend::DropPoint(writing.issue("dprk"))), "{found:#?}");
    let attention = Mend::Declare(writing.outcome("attention-criteria"), Declared::InFavour);
    assert!(mends.contains(&attention), "{found:#?}");
    let binding = Mend::Declare(writing.outcome("binding-instrument"), Declared::Opposed);
    assert!(mends.contains(&binding), "{found:#?}");
    assert!(mends.contains(&Mend::DropDeclaration(writing.outcome("rights-based"))), "{found:#?}");
    assert!(
        mends.iter().any(|it| matches!(it, Mend::Commend(who, _) if *who == writing.who("GUY")))
    );
    assert!(mends.iter().any(|it| {
        matches!(it, Mend::AddPoint(point) if point.issue == writing.issue("mainstreaming"))
    }));
    assert_eq!(mends.len(), 7, "{found:#?}");
    for mend in mends {
        mend.apply(&mut writing.intended);
    }
    assert_eq!(writing.differences(&words), []);
}

#[test]
fn nothing_is_taken_from_empty_words_or_words_about_something_else() {
    let writing = slovenia();
    assert_eq!(writing.differences(""), []);
    assert_eq!(writing.coach(""), []);
    let other = "Bananas ripen faster beside apples. It is a fine day for a walk by the river.";
    assert_eq!(understood(&writing.scenario, other), []);
}

#[test]
fn the_private_positions_of_others_change_no_remark() {
    let said = of_the_model(&cyber(), 3);
    let mut changed = Scenario::clone(&said[0].scenario);
    for who in changed.members.ids() {
        for issue in changed.issues.ids() {
            changed.derived.instructions[(who, issue)].position = 0.987;
            changed.derived.instructions[(who, issue)].salience = 0.123;
        }
    }
    for said in &said {
        let mut other = changed.clone();
        let own = said.intended.speaker;
        for issue in other.issues.ids() {
            other.derived.instructions[(own, issue)] =
                said.scenario.derived.instructions[(own, issue)];
        }
        let mut state = said.before.clone();
        for who in other.members.ids() {
            for issue in other.issues.ids() {
                state.positions[(who, issue)] = 0.987;
            }
        }
        let draft = Draft { scenario: &other, public: Public::of(&state), ..said.draft() };
        assert_eq!(coach(draft), coach(said.draft()));
        assert_eq!(differences(draft), differences(said.draft()));
    }
}

#[test]
fn edits_are_saved_by_name() {
    let writing = slovenia();
    let mend = Mend::Declare(writing.outcome("rights-based"), Declared::InFavour);
    with_names(&writing.scenario.derived.names, || {
        let written = serde_json::to_string(&mend).expect("it can be written");
        assert_eq!(written, "{\"Declare\":[\"rights-based\",\"InFavour\"]}");
        assert_eq!(serde_json::from_str::<Mend>(&written).expect("it can be read"), mend);
    });
}

#[test]
fn any_words_at_all_can_be_read() {
    let writing = slovenia();
    for odd in ["“", "”””", "'", "’’s", "...", "!?\n\n!", "Mr.", "é’é “É”", "\"\"\"a", "1/2/3", "-"]
    {
        for words in [odd.to_owned(), format!("{GOOD}{odd}"), odd.repeat(50)] {
            let remarks = writing.coach(&words);
            for place in remarks.into_iter().filter_map(|remark| remark.place) {
                assert!(words.get(place).is_some(), "{words}");
            }
            for taken in understood(&writing.scenario, &words) {
                assert!(words.get(taken.place).is_some(), "{words}");
            }
        }
    }
}
