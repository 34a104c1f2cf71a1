//! A lint of everything that delegations are made to say, in all bundled scenarios.

mod articles;
mod cases;
mod council;
mod headline;
mod marks;
mod wording;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use horseshoe::council::StatementPurpose;

use super::corpus::{Meeting, in_each, scenarios};
use super::sentences::sentences;
use marks::Finding;

/// So many runs of each scenario are read.
const RUNS: u64 = 50;
/// So many statements at least.
const STATEMENTS: usize = 10_000;
/// So many examples of each finding are shown.
const EXAMPLES: usize = 3;

/// Looks at prose and says what is wrong with it.
type Check = fn(&str) -> Finding;

/// Checks of a whole text.
const TEXTS: &[(&str, Check)] = &[
    ("double space", marks::double_space),
    ("open slot", marks::open_slot),
    ("space before a mark", marks::space_before_a_mark),
    ("doubled mark", marks::doubled_mark),
    ("unbalanced quotation marks or parentheses", marks::unbalanced),
    ("straight quotes", marks::straight_quotes),
    ("loaded word", wording::loaded_word),
    ("spelling", wording::other_spelling),
];
/// Checks of each sentence.
const SENTENCES: &[(&str, Check)] = &[
    ("small letter at the beginning", marks::small_beginning),
    ("no full stop", marks::no_full_stop),
    ("empty sentence", marks::empty_sentence),
    ("over 60 words", marks::over_60_words),
    ("word repeated", wording::repeated_word),
    ("pronoun of a person", wording::pronoun_of_a_person),
    ("percent", wording::percent),
    ("a or an", articles::wrong_a_or_an),
    ("article doubled", articles::doubled_article),
    ("small letter in a term", council::small_term),
    ("verb in the plural", council::plural_verb),
];
const TWICE: &str = "same sentence twice in a meeting";
const ARGUMENT_TWICE: &str = "an argument of the authors twice in a meeting";
const HEADLINE: &str = "headline";

/// What was found, by check: how often, and the first examples.
#[derive(Default)]
struct Report {
    statements: usize,
    purposes: [usize; 5],
    found: BTreeMap<&'static str, (usize, Vec<String>)>,
}

impl Report {
    fn add(&mut self, check: &'static str, example: impl FnOnce() -> String) {
        let (count, examples) = self.found.entry(check).or_default();
        *count += 1;
        if examples.len() < EXAMPLES {
            examples.push(example());
        }
    }

    fn join(&mut self, other: Self) {
        self.statements += other.statements;
        for (sum, more) in self.purposes.iter_mut().zip(other.purposes) {
            *sum += more;
        }
        for (check, (count, examples)) in other.found {
            let (sum, shown) = self.found.entry(check).or_default();
            *sum += count;
            shown.extend(examples);
            shown.truncate(EXAMPLES);
        }
    }

    fn sum(&self) -> usize {
        self.found.values().map(|(count, _)| count).sum()
    }

    fn told(&self) -> String {
        let mut told = format!("{} findings in {} statements\n", self.sum(), self.statements);
        for (check, (count, examples)) in &self.found {
            writeln!(told, "{count:6}  {check}").expect("writing to a string succeeds");
            for example in examples {
                writeln!(told, "        {example}").expect("writing to a string succeeds");
            }
        }
        told
    }
}

/// What each check finds in a prose text.
fn lint(text: &str) -> Vec<(&'static str, String, String)> {
    let whole = TEXTS.iter().filter_map(|(name, check)| {
        let found = check(text)?;
        let sentence = sentences(text).into_iter().find(|it| it.contains(found.as_str()));
        Some((*name, found, sentence.unwrap_or(text).to_owned()))
    });
    let parts = sentences(text);
    if parts.is_empty() {
        return vec![("empty sentence", String::new(), text.to_owned())];
    }
    let each = parts.iter().flat_map(|sentence| {
        let found = SENTENCES.iter().filter_map(|(name, check)| Some((*name, check(sentence)?)));
        found.map(|(name, found)| (name, found, (*sentence).to_owned()))
    });
    whole.chain(each).collect()
}

fn report(meeting: &Meeting) -> Report {
    let mut report = Report::default();
    let mut said: BTreeMap<String, String> = BTreeMap::new();
    for statement in &meeting.said {
        report.statements += 1;
        report.purposes[place(statement.purpose)] += 1;
        let who = meeting.name(statement.speaker);
        let at = || format!("[{} {} {who}]", meeting.id, meeting.seed);
        for text in [&statement.text, &statement.headline] {
            for (check, found, sentence) in lint(text) {
                report.add(check, || format!("{} “{found}”: {sentence}", at()));
            }
        }
        if let Some(found) = headline::check(&who, &statement.headline) {
            report.add(HEADLINE, || format!("{} {found}: {}", at(), statement.headline));
        }
        let arguments = &meeting.scenario.members[statement.speaker].arguments;
        for sentence in sentences(&statement.text) {
            let is_argument = arguments.iter().any(|it| it.text.contains(sentence));
            let check = if is_argument { ARGUMENT_TWICE } else { TWICE };
            match said.get(sentence) {
                Some(first) => report.add(check, || format!("{} as {first}: {sentence}", at())),
                None => drop(said.insert(sentence.to_owned(), who.clone())),
            }
        }
    }
    report
}

/// The place of a purpose in a table of purposes.
const fn place(purpose: StatementPurpose) -> usize {
    match purpose {
        StatementPurpose::Debate => 0,
        StatementPurpose::Further => 1,
        StatementPurpose::ExplanationBefore(_) => 2,
        StatementPurpose::ExplanationAfter(_) => 3,
        StatementPurpose::Dissociation(_) => 4,
    }
}

#[test]
fn ten_thousand_statements_have_no_fault_that_a_program_can_find() {
    let meetings: Vec<_> = scenarios()
        .into_iter()
        .flat_map(|(id, scenario)| (1..=RUNS).map(move |seed| (id, scenario.clone(), seed)))
        .collect();
    let mut all = Report::default();
    for report in in_each(&meetings, report) {
        all.join(report);
    }
    assert!(all.statements >= STATEMENTS, "{}", all.statements);
    assert!(all.purposes.iter().all(|&count| count > 0), "{:?}", all.purposes);
    assert_eq!(all.sum(), 0, "{}", all.told());
}
