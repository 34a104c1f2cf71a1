//! The Markdown of scenario files as HTML: words and links, no pictures and no HTML of its own.

use maud::{Markup, PreEscaped};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// The text as HTML. HTML in it is shown as it is written, a picture is the words that describe
/// it, and a heading stands below those of a part of the page: the first two levels are `h3`.
pub fn markdown(text: &str) -> Markup {
    let mut markup = String::new();
    html::push_html(
        &mut markup,
        Parser::new_ext(text, Options::ENABLE_TABLES).filter_map(harmless),
    );
    PreEscaped(markup)
}

/// What may stand in a page.
fn harmless(event: Event<'_>) -> Option<Event<'_>> {
    Some(match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => return None,
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let dest_url = if is_address(&dest_url) { dest_url } else { CowStr::Borrowed("#") };
            Event::Start(Tag::Link { link_type, dest_url, title, id })
        }
        Event::Start(Tag::Heading { level, .. }) => {
            let (level, id, classes) = (below(level), None, Vec::new());
            Event::Start(Tag::Heading { level, id, classes, attrs: Vec::new() })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below(level))),
        other => other,
    })
}

/// Whether a link leads to a page or to a mailbox, and does nothing else.
fn is_address(link: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|scheme| link.starts_with(scheme))
}

const fn below(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => HeadingLevel::H3,
        HeadingLevel::H3 => HeadingLevel::H4,
        HeadingLevel::H4 => HeadingLevel::H5,
        HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H6,
    }
}

#[cfg(test)]
mod tests {
    use super::markdown;

    #[test]
    fn html_is_shown_and_not_obeyed() {
        let shown = markdown("a <b onclick=x> c\n\n<script>alert(1)</script>\n").into_string();
        assert!(!shown.contains("<script") && !shown.contains("<b "), "{shown}");
        assert!(shown.contains("&lt;script&gt;"), "{shown}");
    }

    #[test]
    fn a_picture_is_its_description_and_a_link_an_address() {
        let shown = markdown("![a map](http://x/y.png) [z](javascript:alert(1))").into_string();
        assert_eq!(shown, "<p>a map <a href=\"#\">z</a></p>\n");
    }

    #[test]
    fn headings_stand_below_those_of_the_page() {
        assert_eq!(markdown("## The meeting").into_string(), "<h3>The meeting</h3>\n");
    }
}
