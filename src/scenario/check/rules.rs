//! Rules of adoption, the weights they count, and the thresholds of the model.

use std::collections::BTreeSet;

use super::super::codes::Code;
use super::super::diagnostic::Diagnostics;
use super::super::file::{
    AdoptionRule, Dynamics, Number, OutcomeForm, Rules, Threshold, WeightTest,
};
use super::super::nearest::{listed, nearest, shown};
use super::super::spanned::Spanned;
use super::Context;

pub(super) fn check(context: &Context<'_>, problems: &mut Diagnostics) {
    if let Some(dynamics) = &context.file.dynamics {
        thresholds_of_the_model(dynamics, problems);
    }
    let Some(Rules::Rules { forms }) = context.file.rules.as_ref().and_then(Spanned::sound) else {
        return;
    };
    for entry in forms {
        match entry.value.sound() {
            Some(AdoptionRule::Vote { threshold, .. }) => sensible(threshold, problems),
            Some(AdoptionRule::Weighted { tests, .. }) => {
                if tests.is_empty() && !tests.faulty {
                    let span = tests.span.unwrap_or(entry.value.span);
                    let message = "a weighted vote without a test adopts everything";
                    problems.report(Code::NothingThere, span, message, "add a `WeightTest(…)`");
                }
                for test in tests {
                    sensible(&test.threshold, problems);
                    weights(context, test, problems);
                }
            }
            _ => {}
        }
    }
    if forms.faulty {
        return;
    }
    for outcome in &context.file.outcomes {
        let Some(form) = outcome.value.form.sound() else {
            continue;
        };
        if !forms.iter().any(|entry| entry.key.faulty || entry.key.value == *form) {
            let message = format!("the rules do not say how a {} is adopted", form.word());
            let usual = usual_rule(*form);
            let hint = format!("add `{}: {usual}` to the `forms` of the rules", form.word());
            problems.report(Code::FormWithoutRule, outcome.value.form.span, message, hint);
        }
    }
}

/// The rule that most bodies have for a form.
const fn usual_rule(form: OutcomeForm) -> &'static str {
    match form {
        OutcomeForm::Resolution | OutcomeForm::ProceduralDecision => {
            "Vote(threshold: MoreThan(1, 2), base: PresentAndVoting, veto: false)"
        }
        OutcomeForm::PresidentialStatement | OutcomeForm::PressStatement => "Consensus",
        OutcomeForm::JointStatement => "Signature",
        OutcomeForm::PresidentsSummary => "Authority",
    }
}

/// A threshold must ask for something, and for no more than everything.
fn sensible(threshold: &Spanned<Threshold>, problems: &mut Diagnostics) {
    let fault = match threshold.sound() {
        Some(Threshold::Count(count)) if count.sound() == Some(&0) => {
            "a count of 0 is always reached"
        }
        Some(Threshold::AtLeast(part, whole) | Threshold::MoreThan(part, whole))
            if part.faulty || whole.faulty =>
        {
            return;
        }
        Some(Threshold::AtLeast(_, whole) | Threshold::MoreThan(_, whole)) if whole.value == 0 => {
            "a share of 0 parts is none"
        }
        Some(Threshold::AtLeast(part, _)) if part.value == 0 => {
            "at least nothing is always reached"
        }
        Some(Threshold::AtLeast(part, whole)) if part.value > whole.value => {
            "this is more than all votes"
        }
        Some(Threshold::MoreThan(part, whole)) if part.value >= whole.value => {
            "nothing is more than all votes"
        }
        _ => return,
    };
    let hint = "write a count such as `Count(9)`, or a share such as `AtLeast(2, 3)`";
    problems.report(Code::SenselessThreshold, threshold.span, fault, hint);
}

/// Every voting member must have the weight that a test counts.
fn weights(context: &Context<'_>, test: &WeightTest, problems: &mut Diagnostics) {
    let Some(weight) = test.weight.sound().filter(|weight| *weight != "members") else {
        return;
    };
    let is_unknown = context.file.members.faulty
        || context.members.values().any(|member| member.weights.faulty || member.seat.faulty);
    let lacking: Vec<&str> = context
        .voting()
        .filter(|(_, member)| !member.weights.contains(weight))
        .map(|(id, _)| id)
        .collect();
    if lacking.is_empty() || is_unknown {
        return;
    }
    let known: BTreeSet<&str> = context
        .voting()
        .flat_map(|(_, member)| member.weights.iter().map(|entry| entry.key.value.as_str()))
        .chain(["members"])
        .collect();
    let (message, hint) = if lacking.len() == context.voting().count() {
        let hint = nearest(weight, known.iter().copied()).map_or_else(
            || format!("add `weights: {{ \"{}\": … }}` to every member", shown(weight)),
            |near| format!("did you mean `{}`?", shown(near)),
        );
        (format!("no voting member has the weight `{}`", shown(weight)), hint)
    } else {
        let first = shown(lacking[0]);
        let who = match lacking.len() {
            1 => format!("`{first}` lacks"),
            count => format!("{count} voting members lack"),
        };
        let message = format!("{who} the weight `{}`", shown(weight));
        let hint = if lacking.len() == 1 {
            format!("add it to the `weights` of `{first}`")
        } else {
            let names = listed(lacking.iter().copied()).replacen("write one of", "add it to", 1);
            names.replacen("the only one is", "add it to", 1)
        };
        (message, hint)
    };
    problems.report(Code::MissingWeight, test.weight.span, message, hint);
}

/// Between "in favour" and "against" there must be room for abstaining: in the model's
/// words, every θ must be greater than minus θ of yes.
fn thresholds_of_the_model(dynamics: &Dynamics, problems: &mut Diagnostics) {
    // The defaults of the model, in hundredths.
    let yes = or(dynamics.threshold_yes.as_ref(), -4.0);
    let no = or(dynamics.threshold_no.as_ref(), 14.0);
    let object = or(dynamics.threshold_object.as_ref(), 10.0);
    for (name, written, value) in [
        ("threshold_no", &dynamics.threshold_no, no),
        ("threshold_object", &dynamics.threshold_object, object),
    ] {
        let (Some(yes), Some(value)) = (yes, value) else {
            continue;
        };
        let Some(place) = written.as_ref().or(dynamics.threshold_yes.as_ref()) else {
            continue;
        };
        if value <= -yes {
            let message = format!("`{name}` is {value}, not above {}, minus `threshold_yes`", -yes);
            let hint = "raise one of the two, so that members can abstain between them";
            problems.report(Code::ThresholdsCross, place.span, message, hint);
        }
    }
}

fn or(number: Option<&Number>, default: f64) -> Option<f64> {
    number.map_or(Some(default), |number| number.sound().copied())
}
