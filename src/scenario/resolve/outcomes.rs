//! Proposed outcomes and the rules by which they are adopted.

use crate::council::{
    AdoptionRule, Aim, Base, Outcome, OutcomeForm, Paragraph, PutToAction, Threshold, WeightTest,
    charter,
};
use crate::scenario::file::{self, ScenarioFile};
use crate::stream::key_of;

use super::{Names, unit};

pub(super) fn outcome(file: &ScenarioFile, names: &Names, place: usize) -> Outcome {
    let entry = &file.outcomes.items[place];
    let outcome = &entry.value;
    let mut aims: Vec<Aim> = outcome
        .aims
        .iter()
        .filter_map(|aim| {
            Some(Aim {
                issue: names.issues.id(&aim.key.value)?,
                position: unit(Some(&aim.value.position), 0.0),
                weight: unit(aim.value.weight.as_ref(), 100.0),
            })
        })
        .collect();
    // By issue, so that no sum depends on the order of the file.
    aims.sort_by_key(|aim| aim.issue);
    Outcome {
        identifier: entry.key.value.clone(),
        key: key_of(&entry.key.value),
        title: outcome.title.value.clone(),
        form: form(outcome.form.value),
        sponsors: names.members.ids(&outcome.sponsors),
        aims,
        text: outcome.text.iter().map(|p| paragraph(&p.value, names)).collect(),
        action: match outcome.action.as_ref().map(|a| a.value) {
            None | Some(file::PutToAction::IfPromising) => PutToAction::IfPromising,
            Some(file::PutToAction::ToShowTheVote) => PutToAction::ToShowTheVote,
            Some(file::PutToAction::TalliedOnly) => PutToAction::TalliedOnly,
        },
        parties: names.members.ids(&outcome.parties),
    }
}

const fn form(form: file::OutcomeForm) -> OutcomeForm {
    match form {
        file::OutcomeForm::Resolution => OutcomeForm::Resolution,
        file::OutcomeForm::PresidentialStatement => OutcomeForm::PresidentialStatement,
        file::OutcomeForm::PressStatement => OutcomeForm::PressStatement,
        file::OutcomeForm::PresidentsSummary => OutcomeForm::PresidentsSummary,
        file::OutcomeForm::JointStatement => OutcomeForm::JointStatement,
        file::OutcomeForm::ProceduralDecision => OutcomeForm::ProceduralDecision,
    }
}

fn paragraph(paragraph: &file::Paragraph, names: &Names) -> Paragraph {
    match paragraph {
        file::Paragraph::Preambular { text, issue } => Paragraph::Preambular {
            text: text.value.clone(),
            issue: issue.as_ref().and_then(|i| names.issues.id(&i.value)),
        },
        file::Paragraph::Operative { text, issue } => Paragraph::Operative {
            text: text.value.clone(),
            issue: issue.as_ref().and_then(|i| names.issues.id(&i.value)),
        },
    }
}

/// The rule for a form: as written, or the Security Council's where the file names that body.
/// Beside it, whether the body knows the form: other bodies know those that their rules name.
pub(super) fn rule(file: &ScenarioFile, of: OutcomeForm) -> (AdoptionRule, bool) {
    let Some(file::Rules::Rules { forms }) = file.rules.as_ref().map(|rules| &rules.value) else {
        return (charter::rule(of), true);
    };
    forms.iter().find(|entry| form(entry.key.value) == of).map_or_else(
        || (charter::rule(of), false),
        |entry| (adoption_rule(&entry.value.value), true),
    )
}

fn adoption_rule(rule: &file::AdoptionRule) -> AdoptionRule {
    match rule {
        file::AdoptionRule::Vote { threshold: needed, base, veto } => AdoptionRule::Vote {
            threshold: threshold(&needed.value),
            base: match base.as_ref().map(|b| b.value) {
                None | Some(file::Base::Members) => Base::Members,
                Some(file::Base::PresentAndVoting) => Base::PresentAndVoting,
            },
            veto: veto.as_ref().is_some_and(|v| v.value),
        },
        file::AdoptionRule::Weighted { tests, blocking_minority } => AdoptionRule::Weighted {
            tests: tests
                .iter()
                .map(|test| WeightTest {
                    weight: test.weight.value.clone(),
                    threshold: threshold(&test.threshold.value),
                })
                .collect(),
            blocking_minority: blocking_minority.as_ref().map(|n| n.value),
        },
        file::AdoptionRule::Consensus => AdoptionRule::Consensus,
        file::AdoptionRule::Signature => AdoptionRule::Signature,
        file::AdoptionRule::Authority => AdoptionRule::Authority,
    }
}

const fn threshold(threshold: &file::Threshold) -> Threshold {
    match threshold {
        file::Threshold::Count(n) => Threshold::Count(n.value),
        file::Threshold::AtLeast(a, b) => Threshold::AtLeast(a.value, b.value),
        file::Threshold::MoreThan(a, b) => Threshold::MoreThan(a.value, b.value),
    }
}
