//! A white name placard: fill, edge and sign show what the delegation has declared.

use std::sync::Arc;

use eframe::egui::{
    Align, Color32, Context, Galley, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke,
    StrokeKind, Ui, Vec2, WidgetInfo, pos2, text::LayoutJob, vec2,
};

use crate::app::theme::{Text, Tokens, radius};

use super::{focus_ring, icon::paint_icon, motion::turned, tally_bar::Stance};

/// Where a stance comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Evidence {
    #[default]
    Stated,
    /// Nothing was said: the placard is hatched.
    Inferred,
}

/// One placard.
#[derive(Clone, Copy, Debug, Default)]
pub struct Placard<'a> {
    pub name: &'a str,
    pub stance: Stance,
    pub evidence: Evidence,
    pub speaking: bool,
    pub selected: bool,
    pub president: bool,
}

impl Placard<'_> {
    /// The placard in words.
    pub fn words(&self) -> String {
        let mut words = format!("{}, {}", self.name, self.stance.words());
        let marks = [
            (self.evidence == Evidence::Inferred, ", inferred"),
            (self.president, ", President"),
            (self.speaking, ", speaking"),
        ];
        for (_, mark) in marks.iter().filter(|(holds, _)| *holds) {
            words.push_str(mark);
        }
        words
    }
}

/// How a name is set on a placard.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Face {
    pub text: Text,
    /// A longer name wraps, and what then does not fit ends in an ellipsis.
    pub text_width: f32,
    pub rows: usize,
    pub padding: Vec2,
}

/// The size of a placard with this name.
pub fn placard_size(ctx: &Context, name: &str, face: Face) -> Vec2 {
    // Space for both weights is kept, so that a placard does not grow when it is lit: a name that
    // is cut may be cut elsewhere in the other.
    let size = |text| galley(ctx, name, Face { text, ..face }, Color32::PLACEHOLDER).size();
    let text = size(face.text).max(size(heavier(face.text)));
    let row = face.text.font().size * 1.25;
    vec2((text.x + 2.0 * face.padding.x).max(row * 3.2), text.y + 2.0 * face.padding.y).ceil()
}

/// Draws a placard in `rect`, as wide as `placard_size` says.
pub fn placard(ui: &mut Ui, tokens: &Tokens, rect: Rect, face: Face, it: &Placard<'_>) -> Response {
    let id = ui.make_persistent_id(("placard", it.name));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(Role::Button, ui.is_enabled(), it.selected, it.words())
    });
    let lit = ui.ctx().animate_bool(id.with("lit"), it.speaking);
    let painter = ui.painter();
    if it.selected {
        painter.rect_filled(rect.expand(6.0), radius::L, tokens.selection);
        painter.rect_stroke(
            rect.expand(6.0),
            radius::L,
            Stroke::new(1.0, tokens.accent),
            StrokeKind::Inside,
        );
    }
    if lit > 0.0 {
        for (reach, strength) in [(9.0, 0.22), (5.0, 0.45)] {
            let color = tokens.glow.gamma_multiply(strength * lit);
            painter.rect_filled(rect.expand(reach * lit), radius::M + reach as u8, color);
        }
    }
    let turn = turned(ui, id.with("stance"), it.stance);
    paint_body(painter, tokens, rect, it, (turn, response.hovered()));
    let text = if it.speaking { heavier(face.text) } else { face.text };
    let galley = galley(ui.ctx(), it.name, Face { text, ..face }, tokens.text);
    painter.galley(
        pos2(rect.center().x, rect.center().y - galley.size().y / 2.0),
        galley,
        tokens.text,
    );
    badge(painter, tokens, rect, (it.stance, turn.1));
    focus_ring(ui, tokens, &response, radius::M);
    response
}

fn heavier(text: Text) -> Text {
    match text {
        Text::Body => Text::BodyStrong,
        Text::Small => Text::SmallStrong,
        other => other,
    }
}

fn galley(ctx: &Context, name: &str, face: Face, color: Color32) -> Arc<Galley> {
    let lay = |name: String| {
        let mut job = LayoutJob::simple(name, face.text.font(), color, face.text_width);
        job.wrap.max_rows = face.rows;
        job.halign = Align::Center;
        ctx.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let whole = lay(name.to_owned());
    // Cut names can be the same ("United …"); shortened words tell them apart.
    if whole.elided { lay(shortened(name)) } else { whole }
}

/// The name with its longest common words shortened, as on lists of votes.
pub(crate) fn shortened(name: &str) -> String {
    const SHORT: [(&str, &str); 5] = [
        ("Democratic", "Dem."),
        ("Republic", "Rep."),
        ("Federation", "Fed."),
        ("Herzegovina", "Herz."),
        (" and ", " & "),
    ];
    SHORT.iter().fold(name.to_owned(), |name, (long, short)| name.replace(long, short))
}

/// The body, on its way from the stance before to the one now.
fn paint_body(
    painter: &Painter,
    tokens: &Tokens,
    rect: Rect,
    it: &Placard<'_>,
    ((before, reached), hovered): ((Stance, f32), bool),
) {
    let declared = it.stance != Stance::Undeclared;
    let fill = before.fill(tokens).lerp_to_gamma(it.stance.fill(tokens), reached);
    painter.rect_filled(rect, radius::M, if hovered { tokens.hover } else { fill });
    if it.evidence == Evidence::Inferred {
        hatch(painter, rect.shrink(2.0), it.stance.color(tokens).gamma_multiply(0.28));
    }
    let edge = before.color(tokens).lerp_to_gamma(it.stance.color(tokens), reached);
    if declared {
        let width = if it.speaking { 2.0 } else { 1.5 };
        painter.rect_stroke(rect, radius::M, Stroke::new(width, edge), StrokeKind::Inside);
    } else {
        let path = rounded_path(rect.shrink(0.5), f32::from(radius::M));
        painter.extend(Shape::dashed_line(&path, Stroke::new(1.0, edge), 4.0, 3.0));
    }
}

/// Slanting lines, cut at the edges of `rect`.
fn hatch(painter: &Painter, rect: Rect, color: Color32) {
    let mut offset = 6.0;
    while offset < rect.width() + rect.height() {
        let down = offset.min(rect.height());
        let along = offset.min(rect.width());
        let from = pos2(rect.left() + offset - down, rect.top() + down);
        let to = pos2(rect.left() + along, rect.top() + offset - along);
        painter.line_segment([from, to], Stroke::new(1.0, color));
        offset += 6.0;
    }
}

fn rounded_path(rect: Rect, r: f32) -> Vec<Pos2> {
    let quarter = std::f32::consts::FRAC_PI_2;
    let inner = rect.shrink(r);
    let centers = [inner.right_bottom(), inner.left_bottom(), inner.left_top(), inner.right_top()];
    let mut path = Vec::with_capacity(25);
    for (corner, center) in centers.into_iter().enumerate() {
        for step in 0..=5_u8 {
            let (sin, cos) = (quarter * (corner as f32 + f32::from(step) / 5.0)).sin_cos();
            path.push(center + vec2(cos, sin) * r);
        }
    }
    path.push(path[0]);
    path
}

/// The sign of the stance, as far as it has grown.
fn badge(painter: &Painter, tokens: &Tokens, rect: Rect, (stance, grown): (Stance, f32)) {
    let Some(sign) = stance.sign() else { return };
    let center = rect.right_top() + vec2(-3.0, 1.0);
    painter.circle_filled(center, 9.0 * grown, tokens.background);
    painter.circle_filled(center, 7.5 * grown, stance.color(tokens));
    let square = Rect::from_center_size(center, vec2(11.0, 11.0) * grown);
    paint_icon(painter, square, sign, tokens.on_stance);
}
