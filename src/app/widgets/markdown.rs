//! The little Markdown that scenarios use: paragraphs, headings, lists, bold, italic, links.
//!
//! Written by hand: `egui_commonmark` brings ten crates, and its bold is only a colour where ours is a weight.

use eframe::egui::{OpenUrl, Response, RichText, Sense, Ui, vec2};

use crate::app::theme::{Text, Tokens, size, space};

/// A run of text in one style.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Span {
    text: String,
    style: Style,
    link: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Style {
    bold: bool,
    italic: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Block {
    Heading(Vec<Span>),
    Item(Item),
    Paragraph(Vec<Span>),
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Item {
    /// "1." of a numbered list; none before a bullet.
    number: Option<String>,
    /// How deep the list stands in other lists.
    depth: usize,
    spans: Vec<Span>,
}

/// What begins a row.
enum Lead<'a> {
    Heading(&'a str),
    Item { number: Option<String>, depth: usize, text: &'a str },
    Words(&'a str),
    Nothing,
}

/// Between the rows of a paragraph.
const ROW_GAP: f32 = 4.0;
/// Room for the number of an item, and for the lists around it.
const GUTTER: f32 = 24.0;
/// Lists deeper than this stand no farther to the right.
const DEEPEST: usize = 3;

/// Draws the text, no wider than is good to read.
pub fn markdown(ui: &mut Ui, tokens: &Tokens, source: &str) -> Response {
    ui.vertical(|ui| {
        ui.set_max_width(size::MEASURE.min(ui.available_width()));
        ui.spacing_mut().item_spacing.y = space::S;
        // Rows are as high as their text, not as a control.
        ui.spacing_mut().interact_size.y = 0.0;
        for (index, block) in blocks(source).iter().enumerate() {
            match block {
                Block::Heading(spans) => {
                    if index > 0 {
                        ui.add_space(space::S);
                    }
                    line(ui, tokens, spans, Text::BodyStrong);
                }
                Block::Paragraph(spans) => line(ui, tokens, spans, Text::Body),
                Block::Item(it) => item(ui, tokens, it),
            }
        }
    })
    .response
}

fn item(ui: &mut Ui, tokens: &Tokens, it: &Item) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(GUTTER * it.depth as f32);
        match &it.number {
            None => {
                let height = Text::Body.font().size + 4.0;
                let (gutter, _) = ui.allocate_exact_size(vec2(space::L, height), Sense::hover());
                ui.painter().circle_filled(gutter.center(), 2.0, tokens.text_weak);
            }
            Some(number) => {
                ui.scope(|ui| {
                    ui.set_width(GUTTER);
                    let number = RichText::new(number).color(tokens.text_weak);
                    let setting = Text::Body;
                    let height = Some(setting.line_height());
                    ui.label(number.font(setting.font()).line_height(height));
                });
            }
        }
        ui.vertical(|ui| line(ui, tokens, &it.spans, Text::Body));
    });
}

fn line(ui: &mut Ui, tokens: &Tokens, spans: &[Span], base: Text) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, ROW_GAP);
        for span in spans {
            match &span.link {
                Some(url) => {
                    let label = styled(span, base, RichText::new(&span.text));
                    if ui.link(label.color(tokens.accent)).on_hover_text(url).clicked() {
                        ui.ctx().open_url(OpenUrl::new_tab(url));
                    }
                }
                None => {
                    ui.label(styled(span, base, RichText::new(&span.text).color(tokens.text)));
                }
            }
        }
    });
}

fn styled(span: &Span, base: Text, text: RichText) -> RichText {
    let setting = if span.style.bold { Text::BodyStrong } else { base };
    let text = text.font(setting.font()).line_height(Some(setting.line_height()));
    if span.style.italic { text.italics() } else { text }
}

fn blocks(source: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    // What is under way: the words so far, and of which item they are.
    let mut pending = String::new();
    let mut item: Option<(Option<String>, usize)> = None;
    let mut base = None;
    for row in source.lines().chain([""]) {
        let lead = lead(row, &mut base, pending.is_empty() || item.is_some());
        if let Lead::Words(words) = lead {
            // A row goes on with the paragraph or the item before it.
            if !pending.is_empty() {
                pending.push(' ');
            }
            pending.push_str(words);
            continue;
        }
        if !pending.is_empty() {
            let spans = spans(&std::mem::take(&mut pending));
            blocks.push(match item.take() {
                Some((number, depth)) => Block::Item(Item { number, depth, spans }),
                None => Block::Paragraph(spans),
            });
        }
        match lead {
            Lead::Heading(text) => blocks.push(Block::Heading(spans(text))),
            Lead::Item { number, depth, text } => {
                item = Some((number, depth));
                pending.push_str(text);
            }
            Lead::Words(_) | Lead::Nothing => {}
        }
    }
    blocks
}

/// What begins a row. `base` is how far the list is indented that is under way; a number begins an
/// item where nothing else is under way, or where it is the first.
fn lead<'a>(row: &'a str, base: &mut Option<usize>, is_free: bool) -> Lead<'a> {
    let text = row.trim();
    if text.is_empty() {
        return Lead::Nothing;
    }
    if let Some(rest) = text.strip_prefix('#') {
        *base = None;
        return Lead::Heading(rest.trim_start_matches('#').trim());
    }
    let bullet = text.strip_prefix("- ").or_else(|| text.strip_prefix("* ")).map(|it| (None, it));
    let numbered = numbered(text).filter(|(number, _)| is_free || number == "1.");
    let Some((number, rest)) =
        bullet.or_else(|| numbered.map(|(number, rest)| (Some(number), rest)))
    else {
        if is_free && !row.starts_with(' ') {
            *base = None;
        }
        return Lead::Words(text);
    };
    let indent = row.len() - row.trim_start().len();
    let within = indent.saturating_sub(*base.get_or_insert(indent));
    // Two or three spaces stand for one list around it.
    let depth = within.div_ceil(3).min(DEEPEST);
    Lead::Item { number, depth, text: rest.trim_start() }
}

/// "1." or "1)" at the start of a row, as "1.", and what follows.
fn numbered(text: &str) -> Option<(String, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[digits..];
    let rest = rest.strip_prefix(". ").or_else(|| rest.strip_prefix(") "))?;
    // A year that ends a sentence is no number of an item.
    (1..=3).contains(&digits).then(|| (format!("{}.", &text[..digits]), rest))
}

fn spans(source: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut style = Style::default();
    let mut plain = String::new();
    let mut rest = source;
    let flush = |plain: &mut String, style: Style, found: &mut Vec<Span>| {
        if !plain.is_empty() {
            found.push(Span { text: std::mem::take(plain), style, link: None });
        }
    };
    while let Some(first) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix("**") {
            flush(&mut plain, style, &mut found);
            style.bold = !style.bold;
            rest = after;
        } else if let Some(after) = rest.strip_prefix('*') {
            flush(&mut plain, style, &mut found);
            style.italic = !style.italic;
            rest = after;
        } else if let Some((text, url, after)) = link(rest) {
            flush(&mut plain, style, &mut found);
            found.push(Span { text: text.to_owned(), style, link: Some(url.to_owned()) });
            rest = after;
        } else {
            plain.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    flush(&mut plain, style, &mut found);
    found
}

/// `[text](https://…)` at the start of `source`, and what comes after; other schemes stay text.
fn link(source: &str) -> Option<(&str, &str, &str)> {
    let (text, rest) = source.strip_prefix('[')?.split_once("](")?;
    let (url, after) = rest.split_once(')')?;
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    (is_web && !text.contains('[')).then_some((text, url, after))
}

#[cfg(test)]
mod unit {
    use super::*;

    #[test]
    fn blocks_are_parted_by_empty_rows_headings_and_bullets() {
        let found = blocks("# Title\nOne\ntwo.\n\n- first\n- *second*\n\nEnd");
        let kinds: Vec<char> = found
            .iter()
            .map(|block| match block {
                Block::Heading(_) => 'h',
                Block::Item(_) => 'b',
                Block::Paragraph(_) => 'p',
            })
            .collect();
        assert_eq!(kinds, ['h', 'p', 'b', 'b', 'p']);
        assert_eq!(found[1], Block::Paragraph(spans("One two.")));
    }

    #[test]
    fn numbered_lists_keep_their_numbers_and_hold_lists() {
        let found = blocks("1. one\n   goes on\n   - inner\n2. two\n\n3) three");
        let items: Vec<(Option<&str>, usize, &str)> = found
            .iter()
            .map(|block| match block {
                Block::Item(it) => (it.number.as_deref(), it.depth, it.spans[0].text.as_str()),
                _ => panic!("{block:?} is no item"),
            })
            .collect();
        let expected = [
            (Some("1."), 0, "one goes on"),
            (None, 1, "inner"),
            (Some("2."), 0, "two"),
            (Some("3."), 0, "three"),
        ];
        assert_eq!(items, expected);
    }

    #[test]
    fn a_number_within_a_paragraph_begins_no_list() {
        let found = blocks(
            "It was adopted in the year\n2024. Nobody objected to paragraph\n12. It stands.",
        );
        assert!(matches!(&found[..], [Block::Paragraph(_)]), "{found:?}");
    }

    #[test]
    fn bold_italic_and_links_become_spans() {
        let found = spans("a **b** *c* [d](https://example.org) [e](javascript:x)");
        let texts: Vec<&str> = found.iter().map(|span| span.text.as_str()).collect();
        assert_eq!(texts, ["a ", "b", " ", "c", " ", "d", " [e](javascript:x)"]);
        assert!(found[1].style.bold && found[3].style.italic);
        assert_eq!(found[5].link.as_deref(), Some("https://example.org"));
    }
}
