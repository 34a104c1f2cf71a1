//! S212: words that take sides, in any text of the scenario.

use std::collections::BTreeSet;

use crate::scenario::{Code, MAX_DIAGNOSTICS, Span, shown};

use super::texts::texts;
use super::{Context, Remarks};
use crate::text::word_list::Words;

/// Titles that hold such a word, to which a text is compared; no scenario has that many.
const MOST_TITLES: usize = 1000;

pub(super) fn check(context: &Context<'_>, remarks: &mut Remarks<'_>) {
    let mut reader = Reader { context, titles: titles(context, context.words), remarks };
    for text in texts(context.tree) {
        reader.read(context.tree.span(text));
    }
}

/// Where words of a list stand in the titles of sources: what quotes one is no word of the author.
pub(super) fn titles<'a>(context: &Context<'a>, words: &Words) -> Vec<(usize, &'a str)> {
    let titles: BTreeSet<&str> =
        context.file.sources.iter().map(|source| source.value.title.value.as_str()).collect();
    let found = titles.into_iter().flat_map(|title| {
        let found = words.find(title, false).into_iter();
        found.map(move |found| (found.start, title))
    });
    found.take(MOST_TITLES).collect()
}

/// Whether what was found at `start` stands in one of the titles, which the text names.
pub(super) fn is_quoted(titles: &[(usize, &str)], text: &str, start: usize) -> bool {
    let begins = |before: usize| start.checked_sub(before).and_then(|at| text.get(at..));
    let mut titles = titles.iter();
    titles.any(|&(before, title)| begins(before).is_some_and(|text| text.starts_with(title)))
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
            if is_quoted(&self.titles, source, found.start) {
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
}
