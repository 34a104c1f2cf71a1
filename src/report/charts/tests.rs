//! Every figure of several scenarios: words stand apart and within, files can be read.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::ensemble::{Plan, Summary, Watch, ensemble};
use crate::report::figure::{Area, NOTE, Shape, Words, printed_width};
use crate::report::{csv, svg};
use crate::scenario::{self, library};
use crate::session::Session;
use crate::stream::Seed;

use super::*;

/// The rooms for a figure in a small window and in a large one.
const ROOMS: [(f32, f32); 2] = [(772.0, 480.0), (1332.0, 760.0)];
/// The first, the smallest, and the one with most delegations.
const BOOKS: [&str; 3] = ["unsc-cyber-2024", "tutorial", "unsc-small-arms-2021"];

struct Example {
    session: Session,
    summary: Summary,
}

impl Example {
    fn of(book: &str) -> Self {
        let book = library::bundled(book).expect("it is bundled");
        let loaded = scenario::load(book.id, book.text.as_bytes());
        let scenario = loaded.scenario.expect("it has no errors");
        let plan = Plan { seed: Seed(1), runs: 40, varied: true, threads: 1, until: None };
        let cancel = AtomicBool::new(false);
        let mut watch = Watch { cancel: &cancel, progress: &mut |_| {} };
        let summary = ensemble(&scenario, &plan, &mut watch).expect("a thread can be started");
        Self { session: Session::new(Arc::clone(&scenario), Seed(1)), summary }
    }

    /// All figures after so many turns that have something to show.
    fn figures(&mut self, turns: usize, (width, height): (f32, f32)) -> Vec<Figure> {
        self.session.seek(turns);
        let record = self.session.record();
        let ends = self.session.turns().iter().map(|turn| turn.events.end);
        let moments: Vec<usize> = std::iter::once(0).chain(ends).collect();
        let subject = Subject {
            record,
            moments: &moments,
            turns: self.session.cursor(),
            state: self.session.state(),
            branch: None,
            ensemble: Some(&self.summary),
        };
        let page = Page { width, height, measure: &printed_width };
        let selected = record.scenario.seating().first().copied();
        let choice = Choice { selected, ..Choice::default() };
        let all = Chart::ALL.into_iter();
        all.filter_map(|chart| figure(chart, &subject, &choice, page).ok()).collect()
    }
}

fn words(figure: &Figure) -> Vec<(&Words, Area)> {
    let all = figure.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Words(words) => Some(words),
        _ => None,
    });
    all.map(|it| (it, it.area(printed_width(&it.text, it.setting)))).collect()
}

#[test]
fn words_stand_apart_and_within_the_figure() {
    let mut faults = Vec::new();
    for book in BOOKS {
        let mut example = Example::of(book);
        for room in ROOMS {
            for turns in [0, 12, usize::MAX] {
                for figure in example.figures(turns, room) {
                    let place = format!("{} of {book} at turn {turns}, {room:?}", figure.key);
                    check(&figure, &place, &mut faults);
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

fn check(figure: &Figure, place: &str, faults: &mut Vec<String>) {
    let found = words(figure);
    for (at, (words, area)) in found.iter().enumerate() {
        let inside = area.x >= -0.5
            && area.y >= -0.5
            && area.right() <= figure.size.0 + 0.5
            && area.bottom() <= figure.size.1 + 0.5;
        if !inside {
            faults.push(format!("{place}: outside: {:?} at {area:?}", words.text));
        }
        // The boxes of lines have air above and below.
        let tight = |area: Area| Area { y: area.y + 1.5, height: area.height - 3.0, ..area };
        for (other, beside) in &found[at + 1..] {
            if tight(*area).overlaps(tight(*beside)) {
                faults.push(format!("{place}: {:?} lies on {:?}", words.text, other.text));
            }
        }
    }
}

#[test]
fn every_figure_is_there_once_a_debate_is_over_and_says_what_it_is() {
    let mut example = Example::of(BOOKS[0]);
    let figures = example.figures(usize::MAX, ROOMS[0]);
    let keys: Vec<&str> = figures.iter().map(|figure| figure.key).collect();
    assert_eq!(keys, Chart::ALL.map(Chart::key));
    for figure in figures {
        let key = figure.key;
        assert_eq!(Chart::of_key(key).map(Chart::key), Some(key));
        assert!(figure.title.ends_with('?'), "{key}: {}", figure.title);
        assert!(figure.summary.ends_with('.'), "{key}: {}", figure.summary);
        for words in [&figure.answers, &figure.how_to_read, &figure.does_not_show] {
            assert!(words.ends_with('.'), "{key}: {words}");
        }
        assert!(!figure.table.rows.is_empty(), "{key}");
        assert!(figure.table.rows.iter().all(|row| row.len() == figure.table.columns.len()));
    }
}

#[test]
fn an_svg_file_is_xml_and_says_from_what_it_was_made() {
    let mut example = Example::of(BOOKS[1]);
    for figure in example.figures(usize::MAX, ROOMS[0]) {
        let text = svg(&figure);
        let mut reader = Reader::from_str(&text);
        let mut told = String::new();
        loop {
            match reader.read_event().expect("it is well formed") {
                Event::Eof => break,
                Event::Text(part) => told += &part.decode().expect("it is UTF-8"),
                _ => {}
            }
        }
        let seed = format!("seed {}", figure.provenance.seed);
        for words in [NOTE, &figure.provenance.digest, &seed, "Horseshoe"] {
            assert!(told.contains(words), "{}: {words}", figure.key);
        }
        assert!(text.contains("viewBox") && text.contains("<title") && text.contains("<desc"));
    }
}

#[test]
fn words_with_signs_of_xml_are_written_as_words() {
    let mut example = Example::of(BOOKS[1]);
    let mut figure = example.figures(0, ROOMS[0]).remove(0);
    figure.title = "Is <a> & \"b\" > c?".to_owned();
    let text = svg(&figure);
    assert!(text.contains("Is &lt;a&gt; &amp;"), "it was escaped");
    assert!(!text.contains("Is <a>"));
}

#[test]
fn a_csv_file_reads_back_with_its_provenance_in_every_row() {
    let mut example = Example::of(BOOKS[0]);
    for figure in example.figures(12, ROOMS[0]) {
        let bytes = csv(&figure);
        let mut reader = ::csv::Reader::from_reader(&bytes[..]);
        let header: Vec<String> =
            reader.headers().expect("it has a header").iter().map(str::to_owned).collect();
        assert_eq!(header[..figure.table.columns.len()], figure.table.columns);
        let seed = header.iter().position(|name| name == "seed").expect("it names the seed");
        let rows: Vec<::csv::StringRecord> =
            reader.records().collect::<Result<_, _>>().expect("it reads");
        assert_eq!(rows.len(), figure.table.rows.len());
        for (read, row) in rows.iter().zip(&figure.table.rows) {
            let cells: Vec<&str> = read.iter().take(row.len()).collect();
            assert_eq!(cells, row.iter().map(String::as_str).collect::<Vec<_>>());
            assert_eq!(read[seed], figure.provenance.seed.to_string());
        }
    }
}

#[test]
fn a_click_finds_the_delegation_under_it() {
    let mut example = Example::of(BOOKS[0]);
    let figures = example.figures(12, ROOMS[0]);
    let members = figures.iter().find(|figure| figure.key == "members").expect("it is there");
    let chosen: Vec<_> = words(members)
        .into_iter()
        .filter_map(|(_, area)| members.target_at(area.center()))
        .collect();
    assert!(chosen.len() > 30, "{}", chosen.len());
}
