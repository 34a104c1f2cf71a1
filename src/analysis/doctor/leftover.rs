//! S213: texts that are still those of the template.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::scenario::library::SMALL_TEMPLATE;
use crate::scenario::syntax::{Lines, Tree};
use crate::scenario::{Code, Span};

use super::texts::texts;
use super::{Context, Remarks};

/// So many lines are named in the remark.
const MOST_LINES: usize = 12;

/// The texts of the template that wait for an author; single words are nobody's.
static WAITING: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let tree = Tree::parse(SMALL_TEMPLATE);
    let texts = texts(&tree).into_iter().map(|node| tree.key(node));
    texts.filter(|text| text.contains(' ')).collect()
});

pub(super) fn check(context: &Context<'_>, remarks: &mut Remarks<'_>) {
    let tree = context.tree;
    let found: Vec<Span> = texts(tree)
        .into_iter()
        .filter(|node| WAITING.contains(&tree.key(*node)))
        .map(|node| tree.span(node))
        .collect();
    let Some(first) = found.first() else { return };
    let counted = Lines::of(tree.text());
    let line = |span: &Span| counted.place(tree.text(), span.start).line;
    let mut lines: Vec<usize> = found.iter().map(line).collect();
    lines.dedup();
    let named: Vec<String> = lines.iter().take(MOST_LINES).map(usize::to_string).collect();
    let more = if lines.len() > MOST_LINES { " …" } else { "" };
    let message = match found.len() {
        1 => "this text is still that of the template".to_owned(),
        count => format!(
            "{count} texts are still those of the template: see line {}{more}",
            named.join(", ")
        ),
    };
    remarks.add(Code::TemplateText, *first, message, "write your own in their place");
}
