//! The rules that matter in the exercise, on one page, each with where it stands.

use maud::{Markup, html};

use crate::council::OutcomeForm;
use crate::scenario::Scenario;
use crate::text::{rule_sentence, upper_first};

use super::parts::head;

/// A rule: where it stands, and what it says, in words of our own.
type Rule = (&'static str, &'static str);

/// "Rule" is one of the Council's provisional rules of procedure (S/96/Rev.7), "Article" one of
/// the Charter, "practice" what the Council does without a rule.
const FLOOR: [Rule; 5] = [
    (
        "Rule 27",
        "The President calls on speakers in the order in which they asked. In practice the order is drawn, and ministers come before ambassadors.",
    ),
    (
        "Rules 37, 39",
        "States that are not members, officials and experts may be invited. They speak and do not vote.",
    ),
    (
        "Rule 30",
        "A point of order is ruled on at once. A ruling that is challenged is put to the Council, and stands unless it is overruled.",
    ),
    (
        "Rule 33",
        "Before all else, in this order: to suspend the meeting; to adjourn it; to adjourn it to a day or hour; to refer a matter; to postpone a question; to introduce an amendment. The first two are decided without debate.",
    ),
    (
        "Practice",
        "Five minutes are asked of each speaker. There is no right of reply: a member asks for the floor again and makes a further statement.",
    ),
];

const TEXTS: [Rule; 5] = [
    ("Rule 31", "Draft resolutions, amendments and motions of substance are submitted in writing."),
    (
        "Rule 32",
        "Drafts are voted on in the order in which they came. Parts are voted on separately if a member asks, unless the mover objects.",
    ),
    ("Rule 34", "Nothing needs a seconder."),
    ("Rule 35", "A draft may be withdrawn at any time before a vote has been taken on it."),
    (
        "Rule 36",
        "Amendments come before the text, the one furthest from it in substance first; what adds or deletes words is voted on first.",
    ),
];

const VOTING: [Rule; 6] = [
    ("Rule 40, Article 27", "Each member has one vote."),
    ("Article 27 (2)", "On procedure: nine votes in favour, of any members. No vote is a veto."),
    (
        "Article 27 (3)",
        "On all else: nine votes in favour, and no permanent member against. With fewer than nine there is nothing to veto: the text fails for want of votes.",
    ),
    ("Practice", "An abstention of a permanent member, or its absence, is not a veto."),
    (
        "Article 27 (3)",
        "In decisions under Chapter VI a party to the dispute shall abstain. This has hardly ever been applied.",
    ),
    (
        "Practice",
        "A member may explain its vote before or after the voting; sponsors do not as a rule.",
    ),
];

const WITHOUT_VOTE: [Rule; 4] = [
    (
        "Practice",
        "Statements by the President and to the press need the consensus of all: one objection, of any member, is enough.",
    ),
    (
        "Practice",
        "Silence procedure: a text is circulated with a deadline. If nobody breaks silence by then, it is agreed; who breaks it gives a reason and wording it could accept.",
    ),
    ("Practice", "A joint statement binds those who sign it, and nobody else."),
    ("Practice", "A summary by the President is issued on the President's own responsibility."),
];

pub(super) fn rules(scenario: &Scenario) -> Markup {
    let council = scenario.is_security_council;
    html! {
        section.sheet.rules id="rules" {
            (head("The rules on one page", "For everybody"))
            (forms(scenario))
            @if council {
                (group("The floor", &FLOOR))
                (group("Texts", &TEXTS))
                (group("Voting", &VOTING))
                (group("Without a vote", &WITHOUT_VOTE))
                p.small.weak {
                    "Rules: provisional rules of procedure of the Security Council (S/96/Rev.7). "
                    "Articles: Charter of the United Nations. In our own words; the texts themselves decide."
                }
            } @else {
                (own(scenario))
            }
        }
    }
}

/// How each form that is on the table, or that a text may step down to, is adopted.
fn forms(scenario: &Scenario) -> Markup {
    let on_the_table = |form: &OutcomeForm| scenario.outcomes.iter().any(|it| it.form == *form);
    let forms =
        OutcomeForm::ALL.into_iter().filter(|it| scenario.rules.knows(*it) || on_the_table(it));
    html! {
        h3 { "How a text is adopted here" }
        table {
            tbody {
                @for form in forms {
                    tr {
                        th scope="row" { (upper_first(form.name())) }
                        td { (rule_sentence(scenario, form)) }
                    }
                }
            }
        }
    }
}

fn group(title: &str, rules: &[Rule]) -> Markup {
    html! {
        h3 { (title) }
        table {
            tbody {
                @for (place, words) in rules { tr { th scope="row" { (place) } td { (words) } } }
            }
        }
    }
}

/// What holds in a body with rules of its own.
fn own(scenario: &Scenario) -> Markup {
    let minutes = scenario.time_limit;
    let president = scenario.members[scenario.president].name.in_sentence();
    html! {
        h3 { "The meeting" }
        ul {
            li { (upper_first(&president)) " presides, gives the floor and rules on points of order at once." }
            li { "Each member has " (minutes) " minutes for a statement." }
            li { "Texts and amendments are submitted in writing. A text may be withdrawn before it is voted on." }
            li { "Amendments are voted on before the text to which they belong." }
            li { "A member may explain its vote before or after the voting." }
            li { "By consensus means that nobody objects: an objection is stated, with its reason." }
        }
        p.small.weak { "The rules are those of this exercise." }
    }
}
