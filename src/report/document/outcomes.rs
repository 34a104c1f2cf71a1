//! What was adopted, what was not and why, and who voted how.

use crate::council::DelegationId;
use crate::debate::{Event, OutcomeResult, Record, State, results};
use crate::scenario::Scenario;
use crate::text::{Ending, Endings, enough_sentence, names_by_alphabet, upper_first};
use crate::vote::DecisionChances;

use super::origin::is_over;
use super::{Block, Table, paragraph, part, remark, section};

/// How a debate ended, as it is known to whom it is told.
pub(super) struct Course<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) state: State,
    pub(super) results: Vec<OutcomeResult>,
    pub(super) events: &'a [Event],
    pub(super) over: bool,
}

impl<'a> Course<'a> {
    /// The course of `record`, of which these `events` are known.
    pub(super) fn of(record: &'a Record, events: &'a [Event]) -> Self {
        let state = record.state_at(record.events.len());
        let results = results(&record.scenario, &state);
        Self { scenario: &record.scenario, state, results, events, over: is_over(record) }
    }

    fn endings(&self) -> Endings<'_> {
        let Self { scenario, state, events, over, .. } = self;
        Endings { scenario, state, events, over: *over }
    }

    /// The results that ended so, in the order of the file.
    fn ended(&self, wanted: Ending) -> impl Iterator<Item = &OutcomeResult> {
        self.results.iter().filter(move |it| self.endings().of(it) == wanted)
    }

    /// Why a text ended as it did, or how it stands.
    pub(super) fn why(&self, result: &OutcomeResult) -> String {
        self.endings().words(result, DecisionChances::default()).1
    }

    /// "Of 14 proposed texts, 2 were adopted, …"
    pub(super) fn summary(&self) -> String {
        self.endings().summary(&self.results)
    }
}

/// What was adopted and what was not, and why. `told` says whether the reader may see what
/// follows from private positions.
pub(super) fn outcomes(course: &Course<'_>, told: Told) -> Vec<Block> {
    let mut blocks = vec![part("What was adopted")];
    let before = blocks.len();
    blocks.extend(course.ended(Ending::Adopted).flat_map(|it| card(course, it, Told::Public)));
    if blocks.len() == before {
        let none = if course.over { "Nothing was adopted." } else { "Nothing so far." };
        blocks.push(paragraph(none));
    }
    let rest = if course.over { "and why" } else { "and what is open" };
    let not_adopted = course.ended(Ending::NotAdopted).flat_map(|it| card(course, it, told));
    let not_adopted: Vec<Block> = not_adopted.collect();
    let left: Vec<Vec<String>> =
        [Ending::NotPut, Ending::Open].map(|ending| left(course, ending)).concat();
    if not_adopted.is_empty() && left.is_empty() {
        return blocks;
    }
    blocks.push(part(&format!("What was not adopted, {rest}")));
    blocks.extend(not_adopted);
    if !left.is_empty() {
        let caption = if course.over {
            "Texts that were not put to a decision"
        } else {
            "Texts on which nothing has been decided"
        };
        let mut table = Table::of(caption, &["Text", "Form", "Why"]);
        table.rows = left;
        blocks.push(Block::Table(table));
    }
    blocks
}

/// Who may read what is told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// What is public, or known to all members.
    Public,
    /// Also what follows from private positions.
    All,
}

/// An outcome with its end and its ballots.
fn card(course: &Course<'_>, result: &OutcomeResult, told: Told) -> Vec<Block> {
    let endings = course.endings();
    let (words, why) = endings.words(result, DecisionChances::default());
    let mut blocks = vec![
        section(&course.scenario.outcomes[result.outcome].title),
        remark(endings.form(result)),
        paragraph(sentences(&words, &why)),
    ];
    let ballots = ballots(course.scenario, result);
    if !ballots.is_empty() {
        blocks.push(Block::List(ballots));
    }
    if told == Told::All {
        let room = course.state.room(course.scenario);
        blocks.extend(enough_sentence(room, result.outcome).map(Block::Remark));
    }
    blocks
}

/// Those that were not put, or of which nothing is settled, in a row each.
fn left(course: &Course<'_>, ending: Ending) -> Vec<Vec<String>> {
    let endings = course.endings();
    let row = |result: &OutcomeResult| {
        // What stands open is told from what was declared.
        let (words, why) = endings.words(result, DecisionChances::default());
        vec![
            course.scenario.outcomes[result.outcome].title.clone(),
            upper_first(result.form.name()),
            sentences(&words, &why),
        ]
    };
    course.ended(ending).map(row).collect()
}

/// "Not put. Support expressed only."; once, where the reason says the result too.
fn sentences(words: &str, why: &str) -> String {
    let why = upper_first(why);
    if why.to_lowercase().starts_with(words) {
        format!("{why}.")
    } else {
        format!("{}. {why}.", upper_first(words))
    }
}

/// "In favour (12): Algeria, …", for what was cast, signed or objected.
fn ballots(scenario: &Scenario, result: &OutcomeResult) -> Vec<String> {
    let lists: [(&str, &[DelegationId]); 6] = [
        ("In favour", &result.in_favour),
        ("Against", &result.against),
        ("Abstaining", &result.abstaining),
        ("Did not participate", &result.not_participating),
        ("Signed by", &result.signed_by),
        ("Objected", &result.objected_by),
    ];
    let cast = lists.into_iter().filter(|(_, who)| !who.is_empty());
    cast.map(|(title, who)| {
        let names = upper_first(&names_by_alphabet(scenario, who));
        format!("{title} ({}): {names}.", who.len())
    })
    .collect()
}

/// The votes that were cast, and what was declared on each text.
pub(super) fn votes(course: &Course<'_>) -> Vec<Block> {
    let title = |result: &OutcomeResult| course.scenario.outcomes[result.outcome].title.clone();
    let mut blocks = vec![part("Votes and declared stances")];
    let columns = ["Text", "#In favour", "#Against", "#Abstaining", "Result"];
    let mut cast = Table::of("Votes cast", &columns);
    for result in &course.results {
        let lists = [&result.in_favour, &result.against, &result.abstaining];
        if lists.iter().all(|it| it.is_empty()) {
            continue;
        }
        let (words, _) = course.endings().words(result, DecisionChances::default());
        let counts = lists.map(|list| list.len().to_string());
        let [in_favour, against, abstaining] = counts;
        cast.rows.push(vec![title(result), in_favour, against, abstaining, upper_first(&words)]);
    }
    if cast.rows.is_empty() {
        blocks.push(paragraph("No text was put to a recorded vote."));
    } else {
        blocks.push(Block::Table(cast));
    }
    let columns = ["Text", "#In favour", "#With reservations", "#Opposed", "#Not declared"];
    let mut declared = Table::of("Stances that voting members declared in public", &columns);
    for result in &course.results {
        let it = &result.declared;
        let lists = [&it.in_favour, &it.reservations, &it.opposed, &it.undeclared];
        let counts = lists.map(|list| list.len().to_string());
        declared.rows.push([vec![title(result)], counts.to_vec()].concat());
    }
    blocks.push(Block::Table(declared));
    blocks
}
