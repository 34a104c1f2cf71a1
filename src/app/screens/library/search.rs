//! The search of the library: which cards have all the words that are sought.

use crate::app::library::Book;
use crate::scenario::Scenario;

/// Whether a card has all of these words, in whatever letters.
pub(super) fn matches(book: &Book, sought: &str) -> bool {
    let sought = sought.to_lowercase();
    let mut words = sought.split_whitespace().peekable();
    if words.peek().is_none() {
        return true;
    }
    let text = text(book).to_lowercase();
    words.all(|word| text.contains(word))
}

/// All that a card can be found by.
fn text(book: &Book) -> String {
    let mut text = book.source.short_name();
    if let Some(scenario) = book.scenario() {
        for part in parts(scenario) {
            text.push('\n');
            text.push_str(part);
        }
    }
    text
}

fn parts(scenario: &Scenario) -> impl Iterator<Item = &str> {
    let lead = [&scenario.title, &scenario.body, &scenario.agenda_item, &scenario.summary];
    let lead = lead.into_iter().chain([&scenario.date]).map(String::as_str);
    let issues = scenario.issues.iter().map(|issue| issue.name.as_str());
    let outcomes = scenario.outcomes.iter().map(|outcome| outcome.title.as_str());
    let members = scenario.members.iter().map(|member| member.name.short.as_str());
    lead.chain(issues).chain(outcomes).chain(members)
}
