//! A document as one HTML file, its figures inside it: no script, nothing loaded.

use maud::{Markup, PreEscaped, html as markup};

use crate::report::figure::Figure;
use crate::report::html::{Page, markdown as author, page};
use crate::report::svg::svg_inline;

use super::simulated::RECORD;
use super::{Block, Document, Level, Link, Quotation, Table};

const STYLE: &str = include_str!("../../../assets/report/report.css");

/// The document as the text of an HTML file.
pub fn html(document: &Document) -> String {
    let title = format!("{}: {} (simulated)", document.kind, document.title);
    let body = markup! {
        header class=(if document.kind == RECORD { "title record" } else { "title" }) {
            p class="kind" { (document.kind) " " span class="mark" { "Simulated" } }
            h1 { (document.title) }
            p class="weak" { (document.about) }
        }
        (blocks(&document.blocks))
    };
    let (mark, provenance) = (&document.mark, &document.provenance);
    page(&Page { title: &title, mark, provenance, style: STYLE, body })
}

/// The blocks, with each sheet in a section of its own.
fn blocks(all: &[Block]) -> Markup {
    let parts = all.split_inclusive(|block| matches!(block, Block::Sheet(_)));
    let mut head = None;
    let mut done = String::new();
    for part in parts {
        let (last, before) = match part.split_last() {
            Some((Block::Sheet(title), before)) => (Some(title), before),
            _ => (None, part),
        };
        let inside = in_order(before);
        let whole = match head {
            None => inside,
            Some(title) => sheet(title, &inside),
        };
        done.push_str(&whole.into_string());
        head = last.map(String::as_str);
    }
    PreEscaped(done)
}

fn sheet(title: &str, inside: &Markup) -> Markup {
    markup! {
        div class="sheet" {
            @if !title.is_empty() { h2 class="seat" { (title) " " span class="mark" { "Simulated" } } }
            (inside)
        }
    }
}

/// Blocks one after the other. What a table shows is not shown twice: a heading of these words may
/// stand above it.
fn in_order(all: &[Block]) -> Markup {
    let mut heading = "";
    let mut done = String::new();
    for it in all {
        let markup = match it {
            Block::Table(it) => table(it, it.caption == heading),
            other => block(other),
        };
        done.push_str(&markup.into_string());
        if let Block::Heading(_, text) = it {
            heading = text;
        }
    }
    PreEscaped(done)
}

fn block(block: &Block) -> Markup {
    match block {
        Block::Heading(Level::Part, text) => markup! { h2 { (text) } },
        Block::Heading(Level::Section, text) => markup! { h3 { (text) } },
        Block::Heading(Level::Item, text) => markup! { h4 { (text) } },
        Block::Paragraph(text) => markup! { p { (text) } },
        Block::Remark(text) => markup! { p class="weak small" { (text) } },
        Block::Notice(text) => markup! { p class="notice" { strong { (text) } } },
        Block::Facts(facts) => markup! {
            dl class="facts" { @for (name, value) in facts { dt { (name) } dd { (value) } } }
        },
        Block::List(items) => markup! { ul { @for item in items { li { (item) } } } },
        Block::Table(it) => table(it, false),
        Block::Figure(it) => figure(it),
        Block::Quotation(it) => quotation(it),
        Block::Markdown(text) => author(text),
        Block::Links(links) => markup! {
            ul class="links" { @for link in links { li { (one(link)) } } }
        },
        Block::Sheet(_) => markup! {},
    }
}

fn table(table: &Table, is_told: bool) -> Markup {
    let class = |number: bool| number.then_some("number");
    let numbers = |at: usize| table.columns.get(at).is_some_and(|(_, number)| *number);
    markup! {
        table {
            caption class=[is_told.then_some("told")] { (table.caption) }
            thead {
                tr {
                    @for (name, number) in &table.columns {
                        th scope="col" class=[class(*number)] { (name) }
                    }
                }
            }
            tbody {
                @for row in &table.rows {
                    tr {
                        @for (at, cell) in row.iter().enumerate() {
                            @if at == 0 {
                                th scope="row" { (cell) }
                            } @else {
                                td class=[class(numbers(at))] { (cell) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn figure(figure: &Figure) -> Markup {
    markup! {
        figure {
            figcaption { h3 { (figure.title) } p { (figure.summary) } }
            (PreEscaped(svg_inline(figure)))
            p class="weak small" { (figure.how_to_read) " It does not show " (figure.does_not_show) }
        }
    }
}

fn quotation(said: &Quotation) -> Markup {
    markup! {
        blockquote {
            p class="speaker" { (said.by) ": " }
            @for paragraph in said.text.split("\n\n").filter(|it| !it.trim().is_empty()) {
                p { (paragraph) }
            }
            @if !said.marks.is_empty() { p class="weak small" { (said.marks.join(" · ")) } }
        }
    }
}

fn one(link: &Link) -> Markup {
    // Only the address of a page is followed.
    let url =
        link.url.as_deref().filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    markup! {
        @if let Some(url) = url {
            a href=(url) { (link.title) }
        } @else {
            (link.title)
        }
        @if !link.about.is_empty() { span class="weak" { ", " (link.about) } }
        @if let Some(url) = url { span class="address" { (url) } }
    }
}
