//! A figure as an SVG file that stands alone: with its question, what it shows, and from what it
//! was made.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::figure::{
    Anchor, Area, Canvas, Figure, Ink, Mark, PRINTED, Page, Palette, Pen, Point, Setting, Shape,
    Words, at, hatching, printed_width,
};

/// Round the picture, in points.
const MARGIN: f32 = 20.0;
pub(super) const FAMILY: &str = "Inter, 'Helvetica Neue', Helvetica, Arial, sans-serif";
/// How far below the middle of a line its base lies, in sizes of the type.
const BASE: f32 = 0.364;
const ROW: f32 = 19.0;

type Out = Writer<Vec<u8>>;

/// The figure as the text of an SVG file, in the colours of print.
pub fn svg(figure: &Figure) -> String {
    svg_in(figure, &PRINTED)
}

/// The picture of a figure to stand within a page, in the colours of print: the page says in its
/// own words what it shows and from what it was made.
pub(super) fn svg_inline(figure: &Figure) -> String {
    let mut out = Writer::new(Vec::new());
    // Writing to memory does not fail.
    drop(inline(&mut out, figure, &PRINTED));
    String::from_utf8(out.into_inner()).unwrap_or_default()
}

fn inline(out: &mut Out, figure: &Figure, palette: &Palette) -> io::Result<()> {
    root(out, figure, figure.size)?;
    for it in &figure.marks {
        mark(out, palette, it)?;
    }
    out.write_event(Event::End(BytesEnd::new("svg")))
}

fn svg_in(figure: &Figure, palette: &Palette) -> String {
    let mut out = Writer::new_with_indent(Vec::new(), b' ', 1);
    // Writing to memory does not fail.
    drop(document(&mut out, figure, palette));
    String::from_utf8(out.into_inner()).unwrap_or_default()
}

fn document(out: &mut Out, figure: &Figure, palette: &Palette) -> io::Result<()> {
    let width = figure.size.0 + 2.0 * MARGIN;
    let head = head(figure);
    let foot = foot(figure);
    let top = MARGIN + head.len() as f32 * ROW + MARGIN;
    let height = top + figure.size.1 + MARGIN + foot.len() as f32 * ROW + MARGIN / 2.0;
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    root(out, figure, (width, height))?;
    let ground = Area::new(0.0, 0.0, width, height);
    mark(out, palette, &bare(Shape::Rect(ground, 0.0, Ink::Background)))?;
    for (row, line) in head.into_iter().enumerate() {
        words(out, palette, &line_at(line, MARGIN + (row as f32 + 0.5) * ROW))?;
    }
    let mut group = BytesStart::new("g");
    let moved = format!("translate({} {})", number(MARGIN), number(top));
    group.push_attribute(("transform", moved.as_str()));
    out.write_event(Event::Start(group))?;
    for it in &figure.marks {
        mark(out, palette, it)?;
    }
    out.write_event(Event::End(BytesEnd::new("g")))?;
    let below = top + figure.size.1 + MARGIN;
    for (row, line) in foot.into_iter().enumerate() {
        words(out, palette, &line_at(line, below + (row as f32 + 0.5) * ROW))?;
    }
    out.write_event(Event::End(BytesEnd::new("svg")))
}

/// The beginning of a picture of this size, with what it is and what it says.
fn root(out: &mut Out, figure: &Figure, (width, height): (f32, f32)) -> io::Result<()> {
    let mut root = BytesStart::new("svg");
    // Several figures may come to stand in one page.
    let [title, desc] = ["title", "desc"].map(|part| format!("{}-{part}", figure.key));
    let labels = format!("{title} {desc}");
    let view = format!("0 0 {} {}", number(width), number(height));
    for (name, value) in [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("width", &number(width)),
        ("height", &number(height)),
        ("viewBox", &view),
        ("role", "img"),
        ("aria-labelledby", &labels),
        ("font-family", FAMILY),
    ] {
        root.push_attribute((name, value));
    }
    out.write_event(Event::Start(root))?;
    named(out, ("title", &title), &figure.title)?;
    let told = format!("{} {}", figure.summary, figure.provenance.line());
    named(out, ("desc", &desc), &told)
}

type Line = (String, Setting, Ink);

fn line_at((text, setting, ink): Line, y: f32) -> Words {
    Words { at: at(MARGIN, y), text, setting, anchor: Anchor::Start, ink }
}

/// The question, and the scenario of which it is asked.
fn head(figure: &Figure) -> Vec<Line> {
    let mut head = rows(figure, (&figure.title, Setting::BodyStrong, Ink::Text));
    head.extend(rows(figure, (&figure.provenance.scenario, Setting::Small, Ink::TextWeak)));
    head
}

/// How it is read, and from what it was made.
fn foot(figure: &Figure) -> Vec<Line> {
    let mut foot = rows(figure, (&figure.how_to_read, Setting::Small, Ink::TextWeak));
    let not = format!("It does not show {}", figure.does_not_show);
    foot.extend(rows(figure, (&not, Setting::Small, Ink::TextWeak)));
    foot.extend(rows(figure, (&figure.provenance.line(), Setting::Small, Ink::TextWeak)));
    foot
}

fn rows(figure: &Figure, (text, setting, ink): (&str, Setting, Ink)) -> Vec<Line> {
    let page = Page { width: figure.size.0, height: 0.0, measure: &printed_width };
    let rows = Canvas::new(page).wrapped(text, setting, (figure.size.0, 6));
    rows.into_iter().map(|row| (row, setting, ink)).collect()
}

const fn bare(shape: Shape) -> Mark {
    Mark { shape, hover: None, target: None }
}

fn named(out: &mut Out, (name, id): (&str, &str), text: &str) -> io::Result<()> {
    let mut start = BytesStart::new(name);
    start.push_attribute(("id", id));
    out.write_event(Event::Start(start))?;
    out.write_event(Event::Text(BytesText::new(text)))?;
    out.write_event(Event::End(BytesEnd::new(name)))
}

fn mark(out: &mut Out, palette: &Palette, it: &Mark) -> io::Result<()> {
    let (name, attributes) = match &it.shape {
        Shape::Words(it) => return words(out, palette, it),
        Shape::Rect(area, corner, ink) => ("rect", rect(*area, *corner, fill(palette, *ink))),
        Shape::Frame(area, corner, pen) => ("rect", rect(*area, *corner, stroke(palette, *pen))),
        Shape::Hatch(area, ink) => {
            let lines = hatching(*area, HATCH_APART);
            let path: String = lines.iter().map(|(a, b)| path(&[*a, *b])).collect();
            let pen = Pen { ink: *ink, width: 1.0, dashed: false };
            ("path", with(("d", path), stroke(palette, pen)))
        }
        Shape::Line(points, pen) => ("path", with(("d", path(points)), stroke(palette, *pen))),
        Shape::Band(upper, lower, ink) => {
            let around: Vec<Point> = upper.iter().chain(lower.iter().rev()).copied().collect();
            ("path", with(("d", path(&around) + "Z"), fill(palette, *ink)))
        }
        Shape::Disc(center, radius, ink) => {
            ("circle", circle(*center, *radius, fill(palette, *ink)))
        }
        Shape::Ring(center, radius, pen) => {
            ("circle", circle(*center, *radius, stroke(palette, *pen)))
        }
        Shape::Touch(area) => ("rect", rect(*area, 0.0, untouched())),
    };
    let mut start = BytesStart::new(name);
    for (name, value) in &attributes {
        start.push_attribute((*name, value.as_str()));
    }
    let Some(hover) = &it.hover else { return out.write_event(Event::Empty(start)) };
    out.write_event(Event::Start(start))?;
    out.write_event(Event::Start(BytesStart::new("title")))?;
    out.write_event(Event::Text(BytesText::new(hover)))?;
    out.write_event(Event::End(BytesEnd::new("title")))?;
    out.write_event(Event::End(BytesEnd::new(name)))
}

/// Between the lines of a hatching, in points.
pub(crate) const HATCH_APART: f32 = 6.0;

type Attributes = Vec<(&'static str, String)>;

fn with(first: (&'static str, String), mut rest: Attributes) -> Attributes {
    rest.insert(0, first);
    rest
}

fn rect(area: Area, corner: f32, paint: Attributes) -> Attributes {
    let mut all = vec![
        ("x", number(area.x)),
        ("y", number(area.y)),
        ("width", number(area.width)),
        ("height", number(area.height)),
    ];
    if corner > 0.0 {
        all.push(("rx", number(corner)));
    }
    all.extend(paint);
    all
}

fn circle(center: Point, radius: f32, paint: Attributes) -> Attributes {
    let mut all = vec![("cx", number(center.x)), ("cy", number(center.y)), ("r", number(radius))];
    all.extend(paint);
    all
}

fn fill(palette: &Palette, ink: Ink) -> Attributes {
    vec![("fill", color(palette, ink))]
}

fn stroke(palette: &Palette, pen: Pen) -> Attributes {
    let mut all = vec![
        ("fill", "none".to_owned()),
        ("stroke", color(palette, pen.ink)),
        ("stroke-width", number(pen.width)),
    ];
    if pen.dashed {
        all.push(("stroke-dasharray", "4 3".to_owned()));
    }
    all
}

/// Nothing to see, and yet something to point at.
fn untouched() -> Attributes {
    vec![("fill", "none".to_owned()), ("pointer-events", "all".to_owned())]
}

fn words(out: &mut Out, palette: &Palette, it: &Words) -> io::Result<()> {
    let mut start = BytesStart::new("text");
    let anchor = match it.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    start.push_attribute(("x", number(it.at.x).as_str()));
    start.push_attribute(("y", number(it.at.y + BASE * it.setting.size()).as_str()));
    start.push_attribute(("font-size", number(it.setting.size()).as_str()));
    if it.setting.is_strong() {
        start.push_attribute(("font-weight", "600"));
    }
    if it.anchor != Anchor::Start {
        start.push_attribute(("text-anchor", anchor));
    }
    start.push_attribute(("fill", color(palette, it.ink).as_str()));
    out.write_event(Event::Start(start))?;
    out.write_event(Event::Text(BytesText::new(&it.text)))?;
    out.write_event(Event::End(BytesEnd::new("text")))
}

fn path(points: &[Point]) -> String {
    let step = |(place, point): (usize, &Point)| {
        let letter = if place == 0 { "M" } else { "L" };
        format!("{letter}{} {}", number(point.x), number(point.y))
    };
    points.iter().enumerate().map(step).collect()
}

fn color(palette: &Palette, ink: Ink) -> String {
    let [r, g, b] = palette.color(ink);
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// A length with at most two decimals and no needless noughts.
fn number(value: f32) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}
