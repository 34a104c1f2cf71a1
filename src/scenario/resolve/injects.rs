//! Injects: names to identifiers, hundredths to 0..1.

use crate::council::{Effect, Inject, StageName, When};
use crate::scenario::file::{self, ScenarioFile};
use crate::stream::key_of;

use super::{Names, text};

pub(super) fn resolve(file: &ScenarioFile, names: &Names) -> Vec<Inject> {
    let mut injects: Vec<Inject> = Vec::new();
    for written in &file.injects {
        let key = key_of(&written.title.value);
        // Two injects of one title each have luck of their own.
        let same = injects.iter().filter(|inject| inject.title == written.title.value).count();
        injects.push(Inject {
            key: key.wrapping_add(same as u64),
            title: written.title.value.clone(),
            text: text(written.text.as_ref()),
            when: when(&written.when.value, names),
            probability: written.probability.as_ref().map_or(1.0, |p| p.value / 100.0),
            effects: written.effects.iter().filter_map(|e| effect(&e.value, names)).collect(),
        });
    }
    injects
}

fn when(when: &file::When, names: &Names) -> When {
    match when {
        file::When::AfterStatement(n) => When::AfterStatement(n.value),
        file::When::AtStage(name) => When::AtStage(stage(name.value)),
        file::When::OnResult { outcome, result } => names.outcomes.id(&outcome.value).map_or(
            // The checks have reported a name that is not there.
            When::ByHand,
            |outcome| When::OnResult {
                outcome,
                adopted: result.value == file::ResultName::Adopted,
            },
        ),
        file::When::AtRandom(percent) => When::AtRandom(percent.value / 100.0),
        file::When::ByHand => When::ByHand,
    }
}

fn effect(effect: &file::Effect, names: &Names) -> Option<Effect> {
    Some(match effect {
        file::Effect::Salience { issue, by } => {
            Effect::Salience { issue: names.issues.id(&issue.value)?, by: by.value / 100.0 }
        }
        file::Effect::Heat { issue, by } => {
            Effect::Heat { issue: names.issues.id(&issue.value)?, by: by.value / 100.0 }
        }
        file::Effect::Position { member, issue, by } => Effect::Position {
            member: names.members.id(&member.value)?,
            issue: names.issues.id(&issue.value)?,
            by: by.value / 100.0,
        },
        file::Effect::Influence { member, by } => {
            Effect::Influence { member: names.members.id(&member.value)?, by: by.value / 100.0 }
        }
        file::Effect::PointOfOrder { member, challenge } => Effect::PointOfOrder {
            member: names.members.id(&member.value)?,
            challenge: challenge.as_ref().is_some_and(|challenge| challenge.value),
        },
        file::Effect::ObjectionToAgenda { member } => {
            Effect::ObjectionToAgenda { member: names.members.id(&member.value)? }
        }
    })
}

const fn stage(name: file::StageName) -> StageName {
    match name {
        file::StageName::JointStatements => StageName::JointStatements,
        file::StageName::Opening => StageName::Opening,
        file::StageName::Briefings => StageName::Briefings,
        file::StageName::MembersStatements => StageName::MembersStatements,
        file::StageName::InvitedStatements => StageName::InvitedStatements,
        file::StageName::FurtherStatements => StageName::FurtherStatements,
        file::StageName::Closing => StageName::Closing,
        file::StageName::Consultations => StageName::Consultations,
        file::StageName::Action => StageName::Action,
    }
}
