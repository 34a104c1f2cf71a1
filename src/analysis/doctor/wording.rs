//! S212: words that take sides, in any text of the scenario.

use std::collections::BTreeSet;

use crate::scenario::{Code, MAX_DIAGNOSTICS, Span, shown};

use super::texts::texts;
use super::{Context, Remarks};

/// Titles that hold a loaded word, to which a text is compared; no scenario has that many.
const MOST_TITLES: usize = 1000;

pub(super) fn check(context: &Context<'_>, remarks: &mut Remarks<'_>) {
    let mut reader = Reader { context, titles: titles(context), remarks };
    for text in texts(context.tree) {
        reader.read(context.tree.span(text));
    }
}

/// Where loaded words stand in the titles of sources: what quotes one is no word of the author.
fn titles<'a>(context: &Context<'a>) -> Vec<(usize, &'a str)> {
    let titles: BTreeSet<&str> =
        context.file.sources.iter().map(|source| source.value.title.value.as_str()).collect();
    let found = titles.into_iter().flat_map(|title| {
        let found = context.words.find(title, false).into_iter();
        found.map(move |found| (found.start, title))
    });
    found.take(MOST_TITLES).collect()
}

struct Reader<'r, 'a, 'b> {
    context: &'r Context<'a>,
    titles: Vec<(usize, &'a str)>,
    remarks: &'r mut Remarks<'b>,
}

impl Reader<'_, '_, '_> {
    fn read(&mut self, span: Span) {
        let source = span.of(self.context.tree.text());
        let escapes = source.starts_with('"');
        for found in self.context.words.find(source, escapes) {
            if self.is_quoted(source, found.start) {
                continue;
            }
            if self.remarks.list.len() > MAX_DIAGNOSTICS {
                return;
            }
            let place = Span::new(span.start + found.start, span.start + found.end);
            let message = format!(
                "“{}” takes a side or judges; instead: {}",
                shown(&source[found.start..found.end]),
                found.instead
            );
            let hint = "say it in words that all members could use, or say beside it why it stands: \
                        `// doctor: S212: …`";
            self.remarks.add(Code::LoadedWord, place, message, hint);
        }
    }

    /// Whether what was found at `start` stands in the title of a source that the text names.
    fn is_quoted(&self, source: &str, start: usize) -> bool {
        let begins = |before: usize| start.checked_sub(before).and_then(|at| source.get(at..));
        let mut titles = self.titles.iter();
        titles.any(|&(before, title)| begins(before).is_some_and(|text| text.starts_with(title)))
    }
}
