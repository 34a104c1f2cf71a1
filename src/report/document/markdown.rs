//! A document as Markdown with the tables of GitHub.

use super::{Block, Document, Level, Link, Quotation, Table};

/// The document as the text of a Markdown file.
pub fn markdown(document: &Document) -> String {
    let mut text = format!(
        "# {}: {}\n\n**Simulated.** {}\n\n",
        document.kind,
        plain(&document.title),
        plain(&document.about)
    );
    let mut heading = "";
    for it in &document.blocks {
        // What a table shows is not told twice under a heading of the same words.
        match it {
            Block::Table(it) if it.caption == heading => text.push_str(&rows(it)),
            other => text.push_str(&block(other)),
        }
        if let Block::Heading(_, words) = it {
            heading = words;
        }
        text.push_str("\n\n");
    }
    text + &format!("---\n\n{} {}\n", plain(&document.mark), plain(&document.provenance))
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(Level::Part, text) => format!("## {}", plain(text)),
        Block::Heading(Level::Section, text) => format!("### {}", plain(text)),
        Block::Heading(Level::Item, text) => format!("#### {}", plain(text)),
        Block::Paragraph(text) => plain(text),
        Block::Remark(text) => format!("*{}*", plain(text)),
        Block::Notice(text) => format!("> **{}**", plain(text)),
        Block::Facts(facts) => {
            let facts = facts.iter();
            lines(facts.map(|(name, value)| format!("- **{}:** {}", plain(name), plain(value))))
        }
        Block::List(items) => lines(items.iter().map(|item| format!("- {}", plain(item)))),
        Block::Table(it) => table(it),
        Block::Figure(it) => format!(
            "### {}\n\n{}\n\n*{}*",
            plain(&it.title),
            plain(&it.summary),
            plain(&format!(
                "The picture is in the HTML report; `horseshoe figure` draws it too ({}).",
                it.key
            ))
        ),
        Block::Quotation(it) => quotation(it),
        Block::Markdown(text) => text.trim().to_owned(),
        Block::Links(links) => lines(links.iter().map(|it| format!("- {}", one(it)))),
        Block::Sheet(title) if title.is_empty() => "---".to_owned(),
        Block::Sheet(title) => format!("---\n\n## {} (simulated)", plain(title)),
    }
}

fn table(table: &Table) -> String {
    format!("**{}**\n\n{}", plain(&table.caption), rows(table))
}

fn rows(table: &Table) -> String {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let rule = table.columns.iter().map(|(_, number)| if *number { "---:" } else { "---" });
    let head = [
        row(table.columns.iter().map(|(name, _)| plain(name)).collect()),
        row(rule.map(str::to_owned).collect()),
    ];
    let rows = table.rows.iter().map(|cells| row(cells.iter().map(|it| plain(it)).collect()));
    lines(head.into_iter().chain(rows))
}

fn quotation(said: &Quotation) -> String {
    let mut parts = vec![format!("**{}:**", plain(&said.by))];
    parts.extend(said.text.split("\n\n").map(plain));
    if !said.marks.is_empty() {
        parts.push(format!("*{}*", plain(&said.marks.join(" · "))));
    }
    let parts: Vec<String> = parts.iter().map(|part| format!("> {part}")).collect();
    parts.join("\n>\n")
}

fn one(link: &Link) -> String {
    let title = plain(&link.title);
    let named = match &link.url {
        Some(url) => format!("[{title}](<{}>)", url.replace(['<', '>', '\n'], "")),
        None => title,
    };
    if link.about.is_empty() { named } else { format!("{named}, {}", plain(&link.about)) }
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

/// Words of which nothing is read as Markdown or HTML, in one line.
fn plain(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&' | '~' => {
                text.push('\\');
                text.push(letter);
            }
            '\n' | '\r' => text.push(' '),
            letter => text.push(letter),
        }
    }
    // A number and a full stop, a dash or a plus at the beginning would make a list.
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[digits..];
    if digits > 0 && (rest.starts_with('.') || rest.starts_with(')')) {
        text.insert(digits, '\\');
    } else if text.starts_with(['-', '+', '=']) {
        text.insert(0, '\\');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn words_are_words() {
        assert_eq!(plain("a *b* | <c>\nd"), "a \\*b\\* \\| \\<c\\> d");
        assert_eq!(plain("1. Who?"), "1\\. Who?");
        assert_eq!(plain("- none"), "\\- none");
        assert_eq!(plain("2024 or -1"), "2024 or -1");
    }
}
