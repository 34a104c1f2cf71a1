//! The shell of every HTML file that is written: one file, readable on a screen and on paper, that
//! loads nothing and runs nothing.

mod markdown;

use std::fmt::Write as _;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::figure::{PRINTED, Rgb};
use super::svg::FAMILY;

pub use markdown::markdown;

const STYLE: &str = include_str!("../../../assets/report/page.css");

/// A page, and what stands around its body.
#[derive(Debug, Clone)]
pub struct Page<'a> {
    /// The title of the document.
    pub title: &'a str,
    /// What it says of itself at the foot of each printed page: that it is simulated.
    pub mark: &'a str,
    /// From what it was made: at the foot of each printed page beside the mark.
    pub provenance: &'a str,
    /// Rules of style beyond those of all pages; CSS written in this program, never a user's text.
    pub style: &'a str,
    /// What is read. A part of class `sheet` begins a new page of paper.
    pub body: Markup,
}

/// The page as the text of an HTML file.
pub fn page(page: &Page<'_>) -> String {
    let style = PreEscaped(format!("{}{}{STYLE}{}", variables(), margins(page), page.style));
    let markup = html! {
        (DOCTYPE)
        html lang="en-GB" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content=(concat!("Horseshoe ", env!("CARGO_PKG_VERSION")));
                title { (page.title) }
                style { (style) }
            }
            body {
                main { (page.body) }
                footer class="foot" {
                    p { (page.mark) " " }
                    p { (page.provenance) }
                }
            }
        }
    };
    markup.into_string() + "\n"
}

/// The colours of print and the fonts, as variables.
fn variables() -> String {
    let colors: [(&str, Rgb); 11] = [
        ("text", PRINTED.text),
        ("text-weak", PRINTED.text_weak),
        ("line", PRINTED.line),
        ("line-strong", PRINTED.line_strong),
        ("background", PRINTED.background),
        ("accent", PRINTED.accent),
        ("selection", PRINTED.selection),
        ("in-favor", PRINTED.in_favor[0]),
        ("in-favor-fill", PRINTED.in_favor[1]),
        ("against", PRINTED.against[0]),
        ("against-fill", PRINTED.against[1]),
    ];
    let mut css = format!(":root {{ --family: {FAMILY};");
    for (name, [r, g, b]) in colors {
        // Writing to a string cannot fail.
        let _ignored = write!(css, " --{name}: #{r:02x}{g:02x}{b:02x};");
    }
    css + " }\n"
}

/// What stands in the margins of each printed page, with room for it on A4 and on Letter.
fn margins(page: &Page<'_>) -> String {
    let small = "font: 7.5pt/1.3 var(--family); color: var(--text-weak);";
    format!(
        "@page {{ margin: 16mm 16mm 18mm; \
         @bottom-left {{ content: {}; {small} width: 84%; text-align: left; }} \
         @bottom-right {{ content: counter(page) \" / \" counter(pages); {small} }} }}\n",
        css_string(&format!("{} {}", page.mark, page.provenance))
    )
}

/// Words as a string of CSS that ends neither the string nor the style.
fn css_string(words: &str) -> String {
    let mut text = String::from('"');
    for letter in words.chars() {
        match letter {
            '"' | '\\' | '<' | '>' | '&' => {
                let _ignored = write!(text, "\\{:x} ", u32::from(letter));
            }
            letter if letter.is_control() => text.push(' '),
            letter => text.push(letter),
        }
    }
    text.push('"');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_title_breaks_out_of_its_place() {
        let title = "</style><script>\"\\";
        let it =
            Page { title, mark: title, provenance: title, style: "", body: html! { p { "a" } } };
        let text = page(&it);
        assert!(!text.contains("<script"), "{text}");
        assert_eq!(text.matches("</style>").count(), 1);
        assert!(text.contains("content: \"\\3c /style\\3e \\3c script\\3e \\22 \\5c "), "{text}");
    }

    #[test]
    fn a_page_loads_nothing() {
        let body = html! {};
        let text = page(&Page { title: "a", mark: "b", provenance: "c", style: "", body });
        for forbidden in ["src=", "<script", "<link", "@import", "url("] {
            assert!(!text.contains(forbidden), "{forbidden}");
        }
    }
}
