//! A statement says what its plan holds, and nothing else.

use horseshoe::council::StatementPurpose;
use horseshoe::scenario::Scenario;

use super::corpus::{Meeting, Said, in_each, scenarios};

/// Seeds of each scenario.
const SEEDS: u64 = 6;

/// The text without what authors wrote: reasons and arguments of the speaker, titles of texts.
fn without_authors(scenario: &Scenario, said: &Said) -> String {
    let member = &scenario.members[said.speaker];
    let mut text = said.text.clone();
    for argument in &member.arguments {
        text = text.replace(&argument.text, "");
    }
    for issue in scenario.issues.ids() {
        let stance = scenario.stances[(said.speaker, issue)].as_ref();
        if let Some(because) = stance.and_then(|stance| stance.because.as_deref()) {
            let rest: String = because.chars().skip(1).collect();
            text = text.replace(because, "").replace(&rest, "");
        }
    }
    scenario.outcomes.iter().fold(text, |text, it| text.replace(&format!("“{}”", it.title), ""))
}

/// How an issue is named in a sentence, but for its first letter and its article.
fn named(name: &str) -> String {
    name.chars().skip(1).collect()
}

/// What is planned and not said, or said and not planned.
fn faults(meeting: &Meeting, said: &Said) -> Vec<String> {
    let scenario = &meeting.scenario;
    let text = &said.text;
    let mut faults = Vec::new();
    let mut check = |holds: bool, what: String| {
        if !holds {
            faults.push(format!("{} {}: {what}: {text}", meeting.id, meeting.seed));
        }
    };
    for point in &said.statement.points {
        let issue = &scenario.issues[point.issue];
        check(text.contains(&named(&issue.name)), format!("`{}` is not addressed", issue.name));
        if let (Some(voiced), StatementPurpose::Debate) = (point.voiced, said.purpose) {
            let mark = issue.nearest_mark(voiced);
            check(text.contains(&named(mark)), format!("`{mark}` is not said"));
        }
    }
    for declaration in &said.statement.declarations {
        let title = &scenario.outcomes[declaration.outcome].title;
        check(text.contains(title.as_str()), format!("“{title}” is not declared upon"));
    }
    let bare = without_authors(scenario, said);
    let plan = said.plan.join("; ");
    for issue in &scenario.issues {
        let words = plan.split([':', ';', ' ', ',']);
        let planned = words.into_iter().any(|word| word == issue.identifier);
        let about = bare.contains(&format!("the {}", issue.name.to_lowercase()))
            || bare.contains(&format!(" {}", issue.name));
        check(planned || !about, format!("`{}` is not in the plan {plan}", issue.name));
    }
    for outcome in &scenario.outcomes {
        let mentioned = text.contains(&format!("“{}”", outcome.title));
        let planned = plan.contains(&outcome.identifier);
        check(planned || !mentioned, format!("“{}” is not in the plan {plan}", outcome.title));
    }
    for (id, member) in scenario.members.pairs() {
        let name = member.name.in_sentence();
        let answered = bare.contains(&format!("representative of {name}"));
        let planned = ["heard: ", "commends: "]
            .iter()
            .any(|passage| plan.contains(&format!("{passage}{} on", member.identifier)));
        check(planned || !answered || id == said.speaker, format!("{name} is not in {plan}"));
        check(answered || !planned, format!("{name} is in the plan {plan}"));
    }
    faults
}

#[test]
fn a_statement_says_what_is_in_its_plan_and_nothing_else() {
    let meetings: Vec<_> = scenarios()
        .into_iter()
        .flat_map(|(id, scenario)| (1..=SEEDS).map(move |seed| (id, scenario.clone(), seed)))
        .collect();
    let found: Vec<Vec<String>> = in_each(&meetings, |meeting| {
        meeting.said.iter().flat_map(|said| faults(meeting, said)).collect()
    });
    let found: Vec<String> = found.into_iter().flatten().collect();
    let shown = found.iter().take(5).cloned().collect::<Vec<_>>().join("\n");
    assert_eq!(found.len(), 0, "{shown}");
}

#[test]
fn what_happened_in_the_meeting_is_referred_to() {
    let meetings: Vec<_> = scenarios()
        .into_iter()
        .flat_map(|(id, scenario)| (1..=SEEDS).map(move |seed| (id, scenario.clone(), seed)))
        .collect();
    let plans: Vec<String> = in_each(&meetings, |meeting| {
        meeting.said.iter().flat_map(|said| said.plan.clone()).collect::<Vec<_>>().join("\n")
    });
    let plans = plans.join("\n");
    for passage in ["heard: ", "reacts: ", "commends: ", "criticizes: ", "declares ", "text: "] {
        assert!(plans.contains(passage), "{passage}");
    }
}

#[test]
fn a_guiding_question_is_answered_as_one() {
    let (id, scenario) =
        scenarios().into_iter().find(|(id, _)| *id == "unsc-cyber-2024").expect("it is bundled");
    let meeting = Meeting::held(id, &scenario, 3);
    let note = scenario.concept_note.as_ref().expect("the meeting has a concept note");
    let answers = meeting.said.iter().filter(|said| {
        let raised = |question: &horseshoe::scenario::GuidingQuestion| {
            said.statement.points.iter().any(|point| question.issues.contains(&point.issue))
        };
        let asked = note.guiding_questions.iter().any(raised);
        asked
            && said.purpose == StatementPurpose::Debate
            && said.statement.points[0].voiced.is_some()
    });
    let mut count = 0;
    for said in answers {
        count += 1;
        assert!(said.text.contains(" question"), "{}", said.text);
    }
    assert!(count > 15, "{count}");
}
