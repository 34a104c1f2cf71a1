//! What people play with: briefs and objectives, and the questions to the class.

use crate::council::{ByDelegation, DelegationId, Goal, Objective, Seat};
use crate::scenario::file::{self, ScenarioFile};
use crate::scenario::model::Question;

use super::{Names, text};

/// The brief of each delegation for which the file has one.
pub(super) fn seats(file: &ScenarioFile, names: &Names) -> ByDelegation<Option<Seat>> {
    let mut seats = ByDelegation::filled(file.members.len(), None);
    for entry in &file.seats {
        let Some(who) = names.members.id::<DelegationId>(&entry.key.value) else { continue };
        let objectives = entry.value.objectives.iter();
        seats[who] = Some(Seat {
            brief: text(entry.value.brief.as_ref()),
            objectives: objectives.filter_map(|it| objective(&it.value, names)).collect(),
        });
    }
    seats
}

fn objective(written: &file::Objective, names: &Names) -> Option<Objective> {
    let (goal, points) = match written {
        file::Objective::Adopted { outcome, points } => {
            (Goal::Adopted(names.outcomes.id(&outcome.value)?), points)
        }
        file::Objective::NotAdopted { outcome, points } => {
            (Goal::NotAdopted(names.outcomes.id(&outcome.value)?), points)
        }
        file::Objective::Support { outcome, at_least, points } => {
            let outcome = names.outcomes.id(&outcome.value)?;
            (Goal::Support { outcome, at_least: at_least.value }, points)
        }
        file::Objective::KeepRedLines { points } => (Goal::KeepRedLines, points),
        file::Objective::Raise { issue, points } => {
            (Goal::Raise(names.issues.id(&issue.value)?), points)
        }
        file::Objective::NotIsolated { points } => (Goal::NotIsolated, points),
    };
    Some(Objective { goal, points: points.value })
}

/// The questions to the class. The checks have reported an answer that is not among the choices.
pub(super) fn questions(file: &ScenarioFile) -> Vec<Question> {
    let question = |written: &file::Quiz| {
        Some(Question {
            text: written.text.value.clone(),
            choices: written.choices.iter().map(|choice| choice.value.clone()).collect(),
            answer: (written.answer.value as usize).checked_sub(1)?,
            because: text(written.because.as_ref()),
        })
    };
    file.questions.iter().filter_map(question).collect()
}
