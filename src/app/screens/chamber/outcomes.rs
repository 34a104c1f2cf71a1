//! The outcomes at the right: what was declared, what is to be expected, how each ended.

use crate::app::shell::upper_first;
use crate::app::views::{Figure, More, OutcomeRow, Remark};
use crate::app::widgets::Tally;
use crate::council::{AdoptionRule, OutcomeId};
use crate::debate::OutcomeResult;
use crate::session::Session;
use crate::text::{percent, rule_words, standing_words, votes_needed};

use super::why::Why;
use super::worked::Worked;

/// How many outcomes are shown at first.
const FIRST: usize = 3;
/// A veto that is likelier than this is warned of.
const VETO_RISK: f64 = 0.05;

/// Which outcomes are shown, by their places in the order of the file: the first, and the one in
/// focus wherever it stands.
pub(super) fn shown(session: &Session, focus: Option<OutcomeId>, all: bool) -> Vec<usize> {
    let results = session.results().iter().enumerate();
    results
        .filter(|(at, result)| all || *at < FIRST || Some(result.outcome) == focus)
        .map(|(at, _)| at)
        .collect()
}

/// What is said of the outcomes beyond those.
pub(super) fn more(session: &Session, shown: usize, all: bool) -> More {
    match session.results().len() {
        count if count <= FIRST => More::None,
        _ if all => More::Shown,
        count => More::Hidden(count - shown),
    }
}

/// The row of one outcome.
pub(super) fn row(
    session: &Session,
    at: usize,
    focus: Option<OutcomeId>,
    worked: &mut Worked,
) -> OutcomeRow {
    let scenario = session.scenario();
    let result = &session.results()[at];
    let outcome = &scenario.outcomes[result.outcome];
    let settled = settled(session, result);
    let is_open = settled.is_none();
    let in_focus = focus == Some(result.outcome);
    let (remark, detail) = match settled {
        Some((result, reason)) => (Remark::Settled(upper_first(result)), reason),
        None => standing(session, at),
    };
    OutcomeRow {
        title: outcome.title.clone(),
        form: upper_first(result.form.name()),
        remark,
        detail: bound(&detail),
        rule: rule_words(scenario, result.form),
        tally: (*scenario.rules.of(result.form) != AdoptionRule::Authority)
            .then(|| tally(session, result, is_open)),
        expected: if is_open && session.sees_all() {
            worked.expected(session, result.outcome)
        } else {
            None
        },
        arithmetic: if is_open && in_focus && session.sees_all() {
            worked.arithmetic(session, result.outcome)
        } else {
            Vec::new()
        },
        in_focus,
    }
}

/// What was declared; once votes are cast, how they fell.
fn tally(session: &Session, result: &OutcomeResult, is_open: bool) -> Tally {
    let scenario = session.scenario();
    let needs = votes_needed(scenario, result.form);
    let voted = result.in_favour.len() + result.against.len() + result.abstaining.len();
    if !is_open && voted > 0 {
        return Tally {
            in_favor: result.in_favour.len(),
            reservations: result.abstaining.len(),
            opposed: result.against.len(),
            undeclared: result.not_participating.len(),
            needs,
            cast: true,
        };
    }
    Tally {
        in_favor: result.declared.in_favour.len(),
        reservations: result.declared.reservations.len(),
        opposed: result.declared.opposed.len(),
        undeclared: result.declared.undeclared.len(),
        needs,
        cast: false,
    }
}

/// What is to be explained where a figure was clicked.
pub(super) fn why(session: &Session, at: usize, figure: Figure) -> Why {
    let result = &session.results()[at];
    let outcome = result.outcome;
    let is_settled = settled(session, result).is_some();
    let rule = session.scenario().rules.of(result.form);
    match figure {
        Figure::Declared => Why::Support(outcome),
        Figure::Remark | Figure::Detail if is_settled => Why::Result(outcome),
        Figure::Remark => match standing(session, at).0 {
            Remark::Warning(_) if rule.is_decided_by_members() => Why::Risk(outcome),
            _ => Why::Support(outcome),
        },
        Figure::Detail | Figure::Expected => Why::Chance(outcome),
    }
}

/// A number stays in one row with what it counts.
pub(super) fn bound(text: &str) -> String {
    text.replace(" %", "\u{a0}%").replace("under ", "under\u{a0}")
}

/// How it ended and why, once that has been shown.
pub(super) fn settled(session: &Session, result: &OutcomeResult) -> Option<(&'static str, String)> {
    session.endings().settled(result)
}

/// What was declared, in words: all that is public of a text that is open.
fn declared_words(result: &OutcomeResult) -> String {
    let declared = &result.declared;
    let [with, against] = [declared.in_favour.len(), declared.opposed.len()];
    if declared.in_favour.is_empty() && declared.opposed.is_empty() {
        return "Nobody has declared itself".to_owned();
    }
    format!("{with} declared in favour, {against} opposed")
}

/// Where it stands while nothing is decided: what was declared, and what is to be expected.
fn standing(session: &Session, at: usize) -> (Remark, String) {
    let scenario = session.scenario();
    let result = &session.results()[at];
    if !session.sees_all() {
        return (Remark::Plain(declared_words(result)), String::new());
    }
    let chances = session.chances()[at];
    let words = upper_first(&standing_words(scenario, result, chances));
    let rule = scenario.rules.of(result.form);
    let lacks = *rule == AdoptionRule::Consensus && !result.declared.opposed.is_empty();
    let risky = rule.has_veto() && chances.vetoed >= VETO_RISK;
    let remark = if lacks || risky { Remark::Warning(words) } else { Remark::Plain(words) };
    let detail = if rule.is_decided_by_members() {
        format!("Chance of adoption if put now: {}", percent(chances.adopted))
    } else {
        String::new()
    };
    (remark, detail)
}
