//! A figure: marks in a plane, the table behind them, and the words that go with them.

mod canvas;
mod ink;
mod measure;
mod palette;
mod provenance;
mod widths;

use crate::council::{DelegationId, IssueId, OutcomeId};

pub use canvas::{Canvas, Page, hatching};
pub use ink::Ink;
pub use measure::printed_width;
pub use palette::{PRINTED, Palette, Rgb};
pub use provenance::{NOTE, Provenance};

/// A picture that answers a question, and all that is said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The name by which programs ask for it, such as `support`.
    pub key: &'static str,
    /// The question that it answers.
    pub title: String,
    /// What one can learn from it.
    pub answers: String,
    /// What the marks mean.
    pub how_to_read: String,
    /// What must not be read into it.
    pub does_not_show: String,
    /// What the picture shows, in one or two sentences: for those who hear it read out.
    pub summary: String,
    /// Width and height, in points.
    pub size: (f32, f32),
    /// What is drawn, from the back to the front.
    pub marks: Vec<Mark>,
    /// The figures behind the picture.
    pub table: Table,
    /// From what it was made.
    pub provenance: Provenance,
}

/// A place in the plane of a figure, in points from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Downward.
    pub y: f32,
}

/// The point at `x` and `y`.
pub const fn at(x: f32, y: f32) -> Point {
    Point { x, y }
}

/// A rectangle in the plane of a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// The left edge.
    pub x: f32,
    /// The upper edge.
    pub y: f32,
    /// The width, at least 0.
    pub width: f32,
    /// The height, at least 0.
    pub height: f32,
}

impl Area {
    /// The rectangle with this corner and this size.
    pub const fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self { x, y, width, height }
    }

    /// The right edge.
    pub const fn right(self) -> f32 {
        self.x + self.width
    }

    /// The lower edge.
    pub const fn bottom(self) -> f32 {
        self.y + self.height
    }

    /// The middle.
    pub const fn center(self) -> Point {
        at(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// Whether the point lies within, edges included.
    pub fn contains(self, point: Point) -> bool {
        (self.x..=self.right()).contains(&point.x) && (self.y..=self.bottom()).contains(&point.y)
    }

    /// Whether the two have more than an edge in common.
    pub fn overlaps(self, other: Self) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }
}

/// Something drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// What it looks like.
    pub shape: Shape,
    /// What is told of it under the pointer.
    pub hover: Option<String>,
    /// What is chosen by a click on it.
    pub target: Option<Target>,
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pen {
    /// Its colour.
    pub ink: Ink,
    /// Its width, in points.
    pub width: f32,
    /// Whether it is broken.
    pub dashed: bool,
}

/// A solid line.
pub const fn pen(ink: Ink, width: f32) -> Pen {
    Pen { ink, width, dashed: false }
}

/// A broken line.
pub const fn dashes(ink: Ink, width: f32) -> Pen {
    Pen { ink, width, dashed: true }
}

/// What a mark looks like.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A rectangle, its corners rounded by a radius in points.
    Rect(Area, f32, Ink),
    /// The edge of such a rectangle.
    Frame(Area, f32, Pen),
    /// A rectangle filled with slanting lines.
    Hatch(Area, Ink),
    /// A line through points.
    Line(Vec<Point>, Pen),
    /// The room between two lines through points, the upper and the lower, that have the same
    /// places across.
    Band(Vec<Point>, Vec<Point>, Ink),
    /// A disc.
    Disc(Point, f32, Ink),
    /// A circle.
    Ring(Point, f32, Pen),
    /// A line of words.
    Words(Words),
    /// Nothing to see: an area that can be pointed at.
    Touch(Area),
}

/// A line of words.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    /// Where the line begins, has its middle, or ends; in its middle from top to bottom.
    pub at: Point,
    /// The words.
    pub text: String,
    /// How they are set.
    pub setting: Setting,
    /// Which part of the line stands at the point.
    pub anchor: Anchor,
    /// Their colour.
    pub ink: Ink,
}

/// How words are set: the sizes and weights of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Words that go with others.
    Small,
    /// The same, heavier.
    SmallStrong,
    /// Words to read.
    Body,
    /// The same, heavier.
    BodyStrong,
}

impl Setting {
    /// The size of the type, in points.
    pub const fn size(self) -> f32 {
        match self {
            Self::Small | Self::SmallStrong => 12.0,
            Self::Body | Self::BodyStrong => 14.0,
        }
    }

    /// Whether it is the heavier of the two weights.
    pub const fn is_strong(self) -> bool {
        matches!(self, Self::SmallStrong | Self::BodyStrong)
    }

    /// How much room a line takes from top to bottom, in points.
    pub const fn height(self) -> f32 {
        match self {
            Self::Small | Self::SmallStrong => 15.0,
            Self::Body | Self::BodyStrong => 17.0,
        }
    }
}

/// Which part of a line of words stands at its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The beginning.
    Start,
    /// The middle.
    Middle,
    /// The end.
    End,
}

/// What a mark stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A delegation.
    Member(DelegationId),
    /// An issue.
    Issue(IssueId),
    /// A proposed outcome.
    Outcome(OutcomeId),
    /// A moment of the debate: so many turns have been shown.
    Turn(usize),
}

/// The figures behind a picture, as people and programs read them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows, each as long as the columns.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// An empty table with these columns.
    pub fn new(columns: &[&str]) -> Self {
        let columns = columns.iter().map(|&column| column.to_owned()).collect();
        Self { columns, rows: Vec::new() }
    }
}

impl Figure {
    /// The target of the foremost mark at a point.
    pub fn target_at(&self, point: Point) -> Option<Target> {
        self.marks.iter().rev().filter(|mark| mark.shape.covers(point)).find_map(|mark| mark.target)
    }

    /// What is told of the foremost mark at a point that has something to tell.
    pub fn hover_at(&self, point: Point) -> Option<&str> {
        let mut covering = self.marks.iter().rev().filter(|mark| mark.shape.covers(point));
        covering.find_map(|mark| mark.hover.as_deref())
    }
}

impl Shape {
    /// Whether a pointer at this place is on the shape; of lines and words this is never asked.
    fn covers(&self, point: Point) -> bool {
        match self {
            Self::Rect(area, ..)
            | Self::Frame(area, ..)
            | Self::Hatch(area, _)
            | Self::Touch(area) => area.contains(point),
            Self::Disc(center, radius, _) | Self::Ring(center, radius, _) => {
                near(*center, point, radius.max(LEAST_REACH))
            }
            Self::Line(..) | Self::Band(..) | Self::Words(_) => false,
        }
    }
}

/// A smaller disc could hardly be hit, in points.
const LEAST_REACH: f32 = 7.0;

fn near(center: Point, point: Point, reach: f32) -> bool {
    (center.x - point.x).hypot(center.y - point.y) <= reach
}
