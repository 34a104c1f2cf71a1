//! A turning point in words: which turn it is, and what in it changed the prospects of texts.

use crate::debate::{Record, Turn, TurnKind};
use crate::text::{percent, turn_name, upper_first};

use super::{Change, Drivers, Prospects, TurningPoint};

/// The most texts that are told of one turn.
const TEXTS: usize = 3;

/// What is said before turning points.
pub const RANKED: &str = "Ranked by how far they changed the chance that a text is adopted if it \
                          is put, as the model reckons it from private positions.";

/// What is said where there are none.
pub const NONE: &str = "No turn changed the chance of adoption of any text by 2 points or more.";

/// A turning point in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// "Turn 12: statement 9, the representative of Malta (simulated)".
    pub name: String,
    /// "The chance that “…” is adopted rose from 12 % to 31 %: Malta came nearer to …"
    pub sentences: String,
}

impl TurningPoint {
    /// The turning point in words; its stretch is a turn of `turns`, those of `record`.
    pub fn told(&self, record: &Record, turns: &[Turn], prospects: &Prospects) -> Told {
        let changes = self.changes.iter().take(TEXTS);
        let told: Vec<String> = changes
            .map(|change| change.sentence(record, turns, (prospects, self.stretch)))
            .collect();
        let name = turn_name(&record.scenario, turns, self.stretch);
        Told {
            name: format!("Turn {}: {}", self.stretch + 1, upper_first(&name)),
            sentences: told.join(" "),
        }
    }
}

impl Change {
    fn sentence(
        &self,
        record: &Record,
        turns: &[Turn],
        (prospects, stretch): (&Prospects, usize),
    ) -> String {
        let scenario = &record.scenario;
        let title = &scenario.outcomes[self.outcome].title;
        let up = self.after > self.before;
        let is_settled = turns.get(stretch).is_some_and(
            |turn| matches!(turn.kind, TurnKind::Decision(outcome) if outcome == self.outcome),
        );
        let before = percent(self.before);
        if is_settled {
            let words = if up { "was adopted" } else { "was not adopted" };
            return format!("“{title}” {words}; before the vote, its chance was {before}.");
        }
        let verb = if up { "rose" } else { "fell" };
        let after = percent(self.after);
        let lead = format!("The chance that “{title}” is adopted {verb} from {before} to {after}");
        let Some(events) = prospects.events(stretch) else { return format!("{lead}.") };
        let end = record.state_at(events.end);
        let drivers = Drivers::of(record, events, self.outcome).toward(up);
        let why = drivers.words(scenario, self.outcome, &end);
        if why.is_empty() { format!("{lead}.") } else { format!("{lead}: {why}.") }
    }
}
