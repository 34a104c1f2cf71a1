//! One cell per member: those in favour from the left, those opposed from the right.

use eframe::egui::{
    Color32, CornerRadius, CursorIcon, Painter, Rect, Response, Role, Sense, Stroke, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::app::theme::{Tokens, radius};

use super::icon::{Icon, paint_icon, sharp_center};
use super::{focus_ring, motion::moved};

/// What a delegation has declared on an outcome, or how it voted once ballots are cast.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stance {
    InFavor,
    WithReservations,
    Opposed,
    /// Voted against; looks like a declaration against, and is another word.
    Against,
    Abstaining,
    #[default]
    Undeclared,
}

impl Stance {
    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            Self::InFavor => "in favour",
            Self::WithReservations => "with reservations",
            Self::Opposed => "opposed",
            Self::Against => "against",
            Self::Abstaining => "abstaining",
            Self::Undeclared => "not declared",
        }
    }

    /// The sign that goes with the colour.
    pub fn sign(self) -> Option<Icon> {
        match self {
            Self::InFavor => Some(Icon::Plus),
            Self::WithReservations => Some(Icon::PlusMinus),
            Self::Opposed | Self::Against => Some(Icon::Minus),
            Self::Abstaining => Some(Icon::Ring),
            Self::Undeclared => None,
        }
    }

    /// Its colour, for edges and badges.
    pub fn color(self, tokens: &Tokens) -> Color32 {
        match self {
            Self::InFavor => tokens.in_favor,
            Self::WithReservations | Self::Abstaining => tokens.reservations,
            Self::Opposed | Self::Against => tokens.against,
            Self::Undeclared => tokens.undeclared,
        }
    }

    /// Its colour, as the ground under text.
    pub fn fill(self, tokens: &Tokens) -> Color32 {
        match self {
            Self::InFavor => tokens.in_favor_fill,
            Self::WithReservations | Self::Abstaining => tokens.reservations_fill,
            Self::Opposed | Self::Against => tokens.against_fill,
            Self::Undeclared => tokens.placard,
        }
    }
}

/// How many members have declared what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub in_favor: usize,
    pub reservations: usize,
    pub opposed: usize,
    pub undeclared: usize,
    /// Votes in favour that the rule asks for; none where it counts no votes.
    pub needs: Option<usize>,
    /// Whether these are votes that were cast: reservations are then abstentions.
    pub cast: bool,
}

impl Tally {
    /// All members.
    pub fn members(&self) -> usize {
        self.in_favor + self.reservations + self.undeclared + self.opposed
    }

    /// "4 in favour, 1 with reservations, 1 opposed, 9 not declared".
    pub fn words(&self) -> String {
        self.parts().map(|(count, stance)| format!("{count} {}", stance.words())).join(", ")
    }

    /// The whole bar in words, with what is needed.
    pub fn sentence(&self) -> String {
        match self.needs {
            Some(needs) => format!("{}; needs {needs} of {}", self.words(), self.members()),
            None => self.words(),
        }
    }

    /// In the order in which people name them.
    pub fn parts(&self) -> [(usize, Stance); 4] {
        let [between, against] = self.kinds();
        [
            (self.in_favor, Stance::InFavor),
            (self.reservations, between),
            (self.opposed, against),
            (self.undeclared, Stance::Undeclared),
        ]
    }

    const fn kinds(&self) -> [Stance; 2] {
        if self.cast {
            [Stance::Abstaining, Stance::Against]
        } else {
            [Stance::WithReservations, Stance::Opposed]
        }
    }

    fn stance_of_cell(&self, cell: usize) -> Stance {
        if cell < self.in_favor {
            Stance::InFavor
        } else if cell < self.in_favor + self.reservations {
            self.kinds()[0]
        } else if cell < self.members() - self.opposed {
            Stance::Undeclared
        } else {
            self.kinds()[1]
        }
    }
}

const HEIGHT: f32 = 14.0;
/// A smaller sign cannot be told from another.
const LEAST_SIGN: f32 = 5.0;
/// The tick of the threshold reaches this far beyond the bar.
const TICK: f32 = 4.0;

/// Draws the bar over the whole width.
pub fn tally_bar(ui: &mut Ui, tokens: &Tokens, tally: &Tally) -> Response {
    let response = bar(ui, tokens, tally, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Meter, ui.is_enabled(), tally.sentence()));
    response
}

/// The same bar as the way to its reasons; a screen reader says what `of` is, too.
pub fn tally_link(ui: &mut Ui, tokens: &Tokens, tally: &Tally, of: &str) -> Response {
    let response = bar(ui, tokens, tally, Sense::click());
    let name = format!("Why: {}, {of}", tally.sentence());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), &name));
    focus_ring(ui, tokens, &response, radius::S);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

fn bar(ui: &mut Ui, tokens: &Tokens, tally: &Tally, sense: Sense) -> Response {
    let wanted = vec2(ui.available_width(), HEIGHT + 2.0 * TICK);
    let (rect, response) = ui.allocate_exact_size(wanted, sense);
    let grown = |part: &str, count: usize| moved(ui, ui.scope_id().with(part), count as f32);
    let grown = Grown {
        in_favor: grown("in favor", tally.in_favor),
        reservations: grown("reservations", tally.in_favor + tally.reservations),
        opposed: grown("opposed", tally.opposed),
    };
    paint(ui.painter(), tokens, rect.shrink2(vec2(0.0, TICK)), (tally, &grown));
    response
}

/// How far the parts of the bar have grown, in cells: in favour, and with those that have
/// reservations, from the left; opposed from the right.
struct Grown {
    in_favor: f32,
    reservations: f32,
    opposed: f32,
}

impl Grown {
    /// How much of a cell is filled by what it stands for, from the side on which it grows.
    fn share(&self, cell: usize, (stance, members): (Stance, usize)) -> f32 {
        let share = match stance {
            Stance::InFavor => self.in_favor - cell as f32,
            Stance::Opposed | Stance::Against => self.opposed - (members - 1 - cell) as f32,
            _ => self.reservations - cell as f32,
        };
        share.clamp(0.0, 1.0)
    }
}

/// How many would vote in favour if it were put now.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Expected {
    pub mean: f32,
    /// Nine times in ten it is from here
    pub low: usize,
    /// to here.
    pub high: usize,
    pub members: usize,
}

impl Expected {
    /// "Expected if put now: 8 in favour, 6 to 10 nine times in ten".
    pub fn words(&self) -> String {
        let mean = self.mean.round();
        if self.low == self.high {
            return format!("Expected if put now: {mean} in favour");
        }
        format!("Expected if put now: {mean} in favour, likely {} to {}", self.low, self.high)
    }
}

/// Draws a thin bar of the expected votes in favour over the whole width, with their range.
pub fn expected_bar(ui: &mut Ui, tokens: &Tokens, it: &Expected) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 8.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Meter, ui.is_enabled(), it.words()));
    if it.members == 0 {
        return response;
    }
    let mean = moved(ui, ui.scope_id().with("expected"), it.mean);
    let x = |votes: f32| rect.left() + rect.width() * votes / it.members as f32;
    let painter = ui.painter();
    let y = rect.center().y;
    let bar = |to: f32| Rect::from_min_max(pos2(rect.left(), y - 1.5), pos2(to, y + 1.5));
    painter.rect_filled(bar(rect.right()), 1, tokens.undeclared_fill);
    painter.rect_filled(bar(x(mean)), 1, tokens.in_favor);
    let (low, high) = (x(it.low as f32), x(it.high as f32));
    let stroke = Stroke::new(1.5, tokens.text_weak);
    for end in [low, high] {
        painter.vline(end.clamp(rect.left() + 1.0, rect.right() - 1.0), rect.y_range(), stroke);
    }
    painter.hline(low..=high, y, stroke);
    response
}

fn paint(painter: &Painter, tokens: &Tokens, rect: Rect, (tally, grown): (&Tally, &Grown)) {
    let members = tally.members();
    if members == 0 {
        return;
    }
    let edge = |cell: usize| (rect.left() + rect.width() * cell as f32 / members as f32).round();
    // In a large body the cells grow together into a bar.
    let gap = match rect.width() / members as f32 {
        width if width < 4.0 => 0.0,
        width if width < 9.0 => 1.0,
        _ => 2.0,
    };
    for cell in 0..members {
        let gap = if cell + 1 == members { 0.0 } else { gap };
        let min = pos2(edge(cell), rect.top());
        let cell_rect = Rect::from_min_max(min, pos2(edge(cell + 1) - gap, rect.bottom()));
        let stance = tally.stance_of_cell(cell);
        painter.rect_filled(cell_rect, corners(cell, members), tokens.undeclared_fill);
        if stance == Stance::Undeclared {
            continue;
        }
        let share = grown.share(cell, (stance, members));
        let mut part = cell_rect;
        part.set_width(cell_rect.width() * share);
        if matches!(stance, Stance::Opposed | Stance::Against) {
            part = part.translate(vec2(cell_rect.width() - part.width(), 0.0));
        }
        painter.rect_filled(part, corners(cell, members), stance.color(tokens));
        if let Some(sign) = stance.sign().filter(|_| share >= 1.0) {
            let side = (cell_rect.width() - 2.0).min(9.0);
            if side < LEAST_SIGN {
                continue;
            }
            let square = Rect::from_center_size(sharp_center(cell_rect), vec2(side, side));
            paint_icon(painter, square, sign, tokens.on_stance);
        }
    }
    if let Some(needs) = tally.needs {
        let x = edge(needs) - 1.0;
        painter.vline(x, rect.y_range().expand(TICK), Stroke::new(4.0, tokens.panel));
        painter.vline(x, rect.y_range().expand(TICK), Stroke::new(2.0, tokens.text));
    }
}

fn corners(cell: usize, members: usize) -> CornerRadius {
    let left = if cell == 0 { radius::S } else { 0 };
    let right = if cell + 1 == members { radius::S } else { 0 };
    CornerRadius { nw: left, sw: left, ne: right, se: right }
}

#[cfg(test)]
mod unit {
    use super::{
        Stance::{InFavor, Opposed, Undeclared, WithReservations},
        *,
    };

    #[test]
    fn the_bar_reads_as_a_sentence() {
        let tally = Tally {
            in_favor: 4,
            reservations: 1,
            opposed: 1,
            undeclared: 9,
            needs: Some(9),
            cast: false,
        };
        assert_eq!(
            tally.sentence(),
            "4 in favour, 1 with reservations, 1 opposed, 9 not declared; needs 9 of 15"
        );
    }

    #[test]
    fn those_opposed_fill_from_the_right() {
        let tally = Tally {
            in_favor: 1,
            reservations: 1,
            opposed: 2,
            undeclared: 1,
            needs: None,
            cast: false,
        };
        let cells: Vec<Stance> = (0..5).map(|cell| tally.stance_of_cell(cell)).collect();
        assert_eq!(cells, [InFavor, WithReservations, Undeclared, Opposed, Opposed]);
    }
}
