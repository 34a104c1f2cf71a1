//! What really happened: names to identifiers.

use crate::council::{Id as _, OutcomeId, Table};
use crate::scenario::file::{self, ScenarioFile};
use crate::scenario::happened::{Happened, RealRecord};

use super::{Names, text};

pub(super) fn resolve(file: &ScenarioFile, names: &Names) -> Option<RealRecord> {
    let record = file.record.as_ref()?;
    let mut outcomes = Table::filled(file.outcomes.items.len(), None);
    for entry in &record.outcomes {
        if let Some(id) = names.outcomes.id::<OutcomeId>(&entry.key.value)
            && id.index() < outcomes.len()
        {
            outcomes[id] = Some(happened(&entry.value.value, names));
        }
    }
    let source = record.source.as_ref().and_then(|source| names.sources.id(&source.value));
    Some(RealRecord { outcomes, notes: text(record.notes.as_ref()), source })
}

fn happened(written: &file::Happened, names: &Names) -> Happened {
    match written {
        file::Happened::Voted { in_favour, against, abstaining, not_participating } => {
            Happened::Voted {
                in_favour: names.members.ids(in_favour),
                against: names.members.ids(against),
                abstaining: names.members.ids(abstaining),
                not_participating: names.members.ids(not_participating),
            }
        }
        file::Happened::Signed { by, .. } => Happened::Signed { by: names.members.ids(by) },
        file::Happened::Agreed => Happened::Agreed,
        file::Happened::Objected { by } => Happened::Objected { by: names.members.ids(by) },
        file::Happened::Issued => Happened::Issued,
        file::Happened::NotProposed => Happened::NotProposed,
        file::Happened::Unknown => Happened::Unknown,
    }
}
