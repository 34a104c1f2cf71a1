//! What States are called in documents of the United Nations, and when: a dated table.

use std::sync::LazyLock;

/// The table; its head says how it is written.
const TABLE: &str = include_str!("../../assets/words/states.txt");

/// A State under one of its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// ISO 3166-1 alpha-3 code.
    pub code: &'static str,
    /// The short name, then others that documents use.
    pub names: Vec<&'static str>,
    /// "the", where the name has an article within a sentence; else empty.
    pub article: &'static str,
    /// The adjective; empty where none is in use.
    pub adjective: &'static str,
    /// The first day of the name, ISO 8601; empty where it has not changed since 2005.
    first_day: &'static str,
    /// The last day; empty while it is in use.
    last_day: &'static str,
}

static STATES: LazyLock<Vec<State>> = LazyLock::new(|| {
    TABLE.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(parsed).collect()
});

fn parsed(line: &'static str) -> State {
    let mut cells = line.split('|');
    let mut next = || cells.next().unwrap_or_default();
    State {
        code: next(),
        names: next().split('/').collect(),
        article: next(),
        adjective: next(),
        first_day: next(),
        last_day: next(),
    }
}

impl State {
    /// Whether the name was in use on a day, ISO 8601.
    pub fn is_of(&self, date: &str) -> bool {
        // Days written so are in the order of their text.
        self.first_day <= date && (self.last_day.is_empty() || date <= self.last_day)
    }

    /// The short name.
    pub fn name(&self) -> &'static str {
        self.names.first().copied().unwrap_or_default()
    }
}

/// The State with this code under each of its names.
pub(super) fn states(code: &str) -> impl Iterator<Item = &'static State> {
    STATES.iter().filter(move |state| state.code == code)
}

/// All States under all their names.
pub(super) fn all_states() -> impl Iterator<Item = &'static State> {
    STATES.iter()
}

/// The State with this code as it was called on a day, ISO 8601.
pub fn state(code: &str, date: &str) -> Option<&'static State> {
    states(code).find(|state| state.is_of(date))
}

/// All States as they were called on a day, ISO 8601.
pub fn states_on(date: &str) -> impl Iterator<Item = &'static State> {
    STATES.iter().filter(move |state| state.is_of(date))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_whole_and_names_of_a_state_follow_each_other() {
        for state in STATES.iter() {
            let line = format!("{state:?}");
            assert!(state.code.len() == 3 && !state.name().is_empty(), "{line}");
            assert!(matches!(state.article, "" | "the"), "{line}");
            for day in [state.first_day, state.last_day] {
                assert!(day.is_empty() || day.len() == 10, "{line}");
            }
            let names: Vec<_> = states(state.code).collect();
            for pair in names.windows(2) {
                assert!(pair[0].last_day < pair[1].first_day, "{line}");
            }
        }
        // All Members and both observers.
        let mut codes: Vec<_> = STATES.iter().map(|state| state.code).collect();
        codes.dedup();
        assert_eq!(codes.len(), 193 + 2);
        assert!(codes.is_sorted());
    }

    #[test]
    fn a_name_is_that_of_the_day() {
        let name = |code, date| state(code, date).map(State::name);
        assert_eq!(name("TUR", "2022-05-31"), Some("Turkey"));
        assert_eq!(name("TUR", "2022-06-01"), Some("Türkiye"));
        assert_eq!(name("SSD", "2010-01-01"), None);
        assert_eq!(name("XXX", "2024-01-01"), None);
    }
}
