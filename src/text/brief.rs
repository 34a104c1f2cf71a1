//! What a capital writes to its seat: its author's words, or words from its stances.

use crate::council::{DelegationId, Goal, Issue, IssueId, Objective, OutcomeId, PutToAction};
use crate::council::{OutcomeForm, Stance};
use crate::scenario::Scenario;
use crate::vote::{Decision, Room, judge, opening_positions};

use super::draft::quoted_mark;
use super::grammar::{issue_name, list, lower_first};
use super::quoted;
use super::verdict::ending_words;

/// On how many issues a brief says where the delegation stands: those it cares most about.
const ISSUES: usize = 3;
/// How many texts a brief asks to work for, and as many to oppose.
const TEXTS: usize = 3;
/// From which judgement at the opening a capital would work for a text, or against it.
const MATTERS_FROM: f64 = 0.05;
/// Two places on a scale that are nearer to each other than this are the same.
const SAME: f64 = 1e-9;

/// The brief of `who`, in Markdown: that of its author, or one from its stances, its red lines and
/// its `objectives`. It holds no number of the file.
pub fn brief(scenario: &Scenario, who: DelegationId, objectives: &[Objective]) -> String {
    let written = scenario.seats[who].as_ref().map(|seat| seat.brief.trim());
    match written {
        Some(written) if !written.is_empty() => written.to_owned(),
        _ => generated(scenario, who, objectives),
    }
}

fn generated(scenario: &Scenario, who: DelegationId, objectives: &[Objective]) -> String {
    let mut first = vec!["**From capital.**".to_owned()];
    if who == scenario.president {
        first.push("You preside over this meeting.".to_owned());
    }
    first.extend(stands(scenario, who));
    first.extend(lines(scenario, who));
    let mut second = texts(scenario, who);
    second.extend(tasks(scenario, objectives));
    if first.len() == 1 {
        first.append(&mut second);
    }
    if first.len() == 1 {
        first.push("You have no instructions on what is before the meeting.".to_owned());
    }
    let paragraphs = [first.join(" "), second.join(" ")];
    paragraphs.join("\n\n").trim_end().to_owned()
}

/// What an objective asks of those who are spoken to, as a clause with a capital: "“Agreed norms”
/// is adopted", "No decision finds you alone". For briefs, role cards and the desk.
pub fn objective_words(scenario: &Scenario, objective: &Objective) -> String {
    asked(scenario, objective, ["yours", "of your own", "you"])
}

/// What an objective asks of `who`, of whom others read: "No decision finds Slovenia alone". For
/// reports.
pub fn objective_told(scenario: &Scenario, who: DelegationId, objective: &Objective) -> String {
    let name = scenario.members[who].name.in_sentence();
    asked(scenario, objective, [&name, &format!("by {name}"), &name])
}

/// `line` is whose red lines, `own` by whom a statement is made, `whom` who stands alone.
fn asked(scenario: &Scenario, objective: &Objective, [line, own, whom]: [&str; 3]) -> String {
    let title = |outcome: OutcomeId| quoted(&scenario.outcomes[outcome]);
    let ending =
        |outcome: OutcomeId| ending_words(Decision::Adopted, scenario.outcomes[outcome].form);
    match objective.goal {
        Goal::Adopted(outcome) => format!("{} is {}", title(outcome), ending(outcome)),
        Goal::NotAdopted(outcome) => format!("{} is not {}", title(outcome), ending(outcome)),
        Goal::Support { outcome, at_least } => {
            let signed = scenario.outcomes[outcome].form == OutcomeForm::JointStatement;
            let (one, several) = if signed { ("signs", "sign") } else { ("supports", "support") };
            let members = match at_least {
                1 => format!("At least 1 member {one}"),
                n => format!("At least {n} members {several}"),
            };
            format!("{members} {}", title(outcome))
        }
        Goal::KeepRedLines => format!("No text across a red line of {line} is adopted"),
        Goal::Raise(issue) => {
            format!("{} is raised in a statement {own}", scenario.issues[issue].name)
        }
        Goal::NotIsolated => format!("No decision finds {whom} alone"),
    }
}

/// A red line in words: the formulas beyond it, nearest first: "“A role for the Council” or
/// anything further". None where no line is drawn, or none that a formula of the scale crosses.
pub fn red_line_words(scenario: &Scenario, who: DelegationId, issue: IssueId) -> Option<String> {
    let line = scenario.stances[(who, issue)].as_ref()?.red_line?;
    let points = scale(&scenario.issues[issue]);
    let below = points.iter().rev().find(|(at, _)| *at < line.low.get() - SAME);
    let above = points.iter().find(|(at, _)| *at > line.high.get() + SAME);
    let beyond = |(at, label): &(f64, &str)| {
        let label = lower_first(scenario, label);
        let is_end = *at <= 0.0 || *at >= 1.0;
        let further = if is_end { "" } else { " or anything further" };
        format!("“{label}”{further}")
    };
    let both: Vec<String> = [below, above].into_iter().flatten().map(beyond).collect();
    (!both.is_empty()).then(|| both.join(", nor "))
}

/// The labelled points of a scale, ends included.
fn scale(issue: &Issue) -> Vec<(f64, &str)> {
    let marks = issue.marks.iter().map(|mark| (mark.position.get(), mark.label.as_str()));
    let low = std::iter::once((0.0, issue.low.as_str()));
    low.chain(marks).chain(std::iter::once((1.0, issue.high.as_str()))).collect()
}

/// The issues on which it is instructed, those it cares most about first.
fn by_salience(scenario: &Scenario, who: DelegationId) -> Vec<(IssueId, &Stance)> {
    let stance = |&issue: &IssueId| Some((issue, scenario.stances[(who, issue)].as_ref()?));
    let mut held: Vec<_> = scenario.order.issues.iter().filter_map(stance).collect();
    held.sort_by(|a, b| b.1.salience.get().total_cmp(&a.1.salience.get()));
    held
}

/// Where it stands on what it cares most about.
fn stands(scenario: &Scenario, who: DelegationId) -> Option<String> {
    let said: Vec<String> = by_salience(scenario, who)
        .into_iter()
        .take(ISSUES)
        .map(|(issue, stance)| {
            let issue = &scenario.issues[issue];
            let mark = quoted_mark(scenario, issue, stance.position.get());
            format!("for {mark} on {}", issue_name(scenario, issue))
        })
        .collect();
    (!said.is_empty()).then(|| format!("Your delegation stands {}.", said.join("; ")))
}

/// What not to accept, where it cares most.
fn lines(scenario: &Scenario, who: DelegationId) -> Vec<String> {
    let line = |(issue, _): (IssueId, &Stance)| {
        let beyond = red_line_words(scenario, who, issue)?;
        let on = issue_name(scenario, &scenario.issues[issue]);
        Some(format!("On {on}, do not accept {beyond}."))
    };
    by_salience(scenario, who).into_iter().filter_map(line).take(ISSUES).collect()
}

/// Which texts it tables, which to work for, and which to oppose, as judged at the opening.
fn texts(scenario: &Scenario, who: DelegationId) -> Vec<String> {
    let positions = opening_positions(scenario);
    let room = Room::opening(scenario, &positions);
    let put = |outcome: &&OutcomeId| {
        let it = &scenario.outcomes[**outcome];
        it.action != PutToAction::TalliedOnly && !it.aims.is_empty()
    };
    let mut judged: Vec<(OutcomeId, f64)> = scenario
        .order
        .outcomes
        .iter()
        .filter(put)
        .map(|&outcome| (outcome, judge(room, who, outcome).total()))
        .collect();
    judged.sort_by(|a, b| b.1.total_cmp(&a.1));
    let sponsors = |outcome: OutcomeId| &scenario.outcomes[outcome].sponsors;
    let titles = |outcomes: Vec<OutcomeId>| titles(scenario, outcomes);
    let wanted =
        judged.iter().filter(|(it, g)| *g >= MATTERS_FROM && !sponsors(*it).contains(&who));
    let wanted = titles(wanted.take(TEXTS).map(|(it, _)| *it).collect());
    let unwanted = judged.iter().rev().filter(|(_, g)| *g <= -MATTERS_FROM);
    let unwanted = titles(unwanted.take(TEXTS).map(|(it, _)| *it).collect());
    let said =
        [wanted.map(|it| format!("Support {it}.")), unwanted.map(|it| format!("Oppose {it}."))];
    sponsored_words(scenario, who).into_iter().chain(said.into_iter().flatten()).collect()
}

fn titles(scenario: &Scenario, outcomes: Vec<OutcomeId>) -> Option<String> {
    let titles: Vec<String> =
        outcomes.into_iter().map(|it| quoted(&scenario.outcomes[it])).collect();
    (!titles.is_empty()).then(|| list(&titles))
}

/// Which texts a delegation tables, and which it co-sponsors, a sentence each.
pub fn sponsored_words(scenario: &Scenario, who: DelegationId) -> Vec<String> {
    let sponsors = |outcome: OutcomeId| &scenario.outcomes[outcome].sponsors;
    let all = || scenario.order.outcomes.iter().copied();
    let pen = all().filter(|&it| sponsors(it).first() == Some(&who)).collect();
    let co = all().filter(|&it| sponsors(it).iter().skip(1).any(|s| *s == who)).collect();
    let said = [
        titles(scenario, pen).map(|it| format!("You hold the pen on {it}.")),
        titles(scenario, co).map(|it| format!("You co-sponsor {it}.")),
    ];
    said.into_iter().flatten().collect()
}

/// What to raise, and whether to mind standing alone.
fn tasks(scenario: &Scenario, objectives: &[Objective]) -> Vec<String> {
    let raised = objectives.iter().filter_map(|it| match it.goal {
        Goal::Raise(issue) => Some(format!("on {}", issue_name(scenario, &scenario.issues[issue]))),
        _ => None,
    });
    let raised: Vec<String> = raised.collect();
    let mut said = Vec::new();
    if !raised.is_empty() {
        said.push(format!("Speak {}.", list(&raised)));
    }
    if objectives.iter().any(|it| it.goal == Goal::NotIsolated) {
        said.push("Do not stand alone.".to_owned());
    }
    said
}
