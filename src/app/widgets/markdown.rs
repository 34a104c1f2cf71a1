//! The little Markdown that scenarios use: paragraphs, headings, bullets, bold, italic, links.
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
    Bullet(Vec<Span>),
    Paragraph(Vec<Span>),
}

/// Between the rows of a paragraph.
const ROW_GAP: f32 = 4.0;

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
                Block::Bullet(spans) => bullet(ui, tokens, spans),
            }
        }
    })
    .response
}

fn bullet(ui: &mut Ui, tokens: &Tokens, spans: &[Span]) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let (gutter, _) =
            ui.allocate_exact_size(vec2(space::L, Text::Body.font().size + 4.0), Sense::hover());
        ui.painter().circle_filled(gutter.center(), 2.0, tokens.text_weak);
        ui.vertical(|ui| line(ui, tokens, spans, Text::Body));
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
    let mut pending = String::new();
    let mut is_bullet = false;
    for row in source.lines().map(str::trim).chain([""]) {
        let heading = row.strip_prefix('#').map(|rest| rest.trim_start_matches('#').trim());
        let bullet = row.strip_prefix("- ").or_else(|| row.strip_prefix("* "));
        if heading.is_none() && bullet.is_none() && !row.is_empty() {
            // A row goes on with the paragraph or the bullet before it.
            if !pending.is_empty() {
                pending.push(' ');
            }
            pending.push_str(row);
            continue;
        }
        if !pending.is_empty() {
            let spans = spans(&std::mem::take(&mut pending));
            blocks.push(if is_bullet { Block::Bullet(spans) } else { Block::Paragraph(spans) });
        }
        is_bullet = bullet.is_some();
        pending.push_str(bullet.unwrap_or_default());
        if let Some(heading) = heading {
            blocks.push(Block::Heading(spans(heading)));
        }
    }
    blocks
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
                Block::Bullet(_) => 'b',
                Block::Paragraph(_) => 'p',
            })
            .collect();
        assert_eq!(kinds, ['h', 'p', 'b', 'b', 'p']);
        assert_eq!(found[1], Block::Paragraph(spans("One two.")));
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
