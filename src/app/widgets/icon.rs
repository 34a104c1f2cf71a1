//! Icons: signs of the icon font, and a few that are drawn because they must stay sharp when small.

use eframe::egui::{
    Align2, Color32, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo,
    pos2, vec2,
};
use lucide_icons::Icon as Sign;

use crate::app::theme::{Tokens, icon_font, radius, size};

use super::focus_ring;

/// What an icon shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Play,
    Pause,
    StepForward,
    StepBack,
    ToStart,
    ToEnd,
    Check,
    Speaking,
    ChevronDown,
    ChevronUp,
    ChevronRight,
    Search,
    Copy,
    Sun,
    Moon,
    Folder,
    Warning,
    Info,
    Close,
    Plus,
    Minus,
    PlusMinus,
    Ring,
    Branch,
    Menu,
    Back,
    Undo,
    Redo,
    Download,
    Screen,
    Hint,
    Table,
    Clock,
}

impl Icon {
    /// The sign in the icon font; none for what is drawn, so that it stays filled and sharp at
    /// the size of a badge.
    fn sign(self) -> Option<char> {
        let sign = match self {
            Self::Check => Sign::Check,
            Self::ChevronDown => Sign::ChevronDown,
            Self::ChevronUp => Sign::ChevronUp,
            Self::ChevronRight => Sign::ChevronRight,
            Self::Search => Sign::Search,
            Self::Copy => Sign::Copy,
            Self::Sun => Sign::Sun,
            Self::Moon => Sign::Moon,
            Self::Folder => Sign::FolderOpen,
            Self::Warning => Sign::TriangleAlert,
            Self::Info => Sign::Info,
            Self::Close => Sign::X,
            Self::Branch => Sign::GitBranch,
            Self::Menu => Sign::Menu,
            Self::Back => Sign::ArrowLeft,
            Self::Undo => Sign::Undo2,
            Self::Redo => Sign::Redo2,
            Self::Download => Sign::Download,
            Self::Screen => Sign::Presentation,
            Self::Hint => Sign::Lightbulb,
            Self::Table => Sign::Table2,
            Self::Clock => Sign::Clock,
            Self::Play
            | Self::Pause
            | Self::StepForward
            | Self::StepBack
            | Self::ToStart
            | Self::ToEnd
            | Self::Speaking
            | Self::Plus
            | Self::Minus
            | Self::PlusMinus
            | Self::Ring => return None,
        };
        Some(sign.into())
    }
}

/// A pen over a square of 16 by 16 units.
struct Pen<'a> {
    painter: &'a Painter,
    square: Rect,
    color: Color32,
}

impl Pen<'_> {
    fn unit(&self) -> f32 {
        self.square.width() / 16.0
    }

    fn stroke(&self) -> Stroke {
        Stroke::new((1.6 * self.unit()).max(1.2), self.color)
    }

    fn at(&self, (x, y): (f32, f32)) -> Pos2 {
        self.square.min + vec2(x, y) * self.unit()
    }

    fn shape(&self, points: &[(f32, f32)]) {
        let points = points.iter().map(|point| self.at(*point)).collect();
        self.painter.add(Shape::convex_polygon(points, self.color, Stroke::NONE));
    }

    fn bar(&self, x: f32, y: [f32; 2], width: f32) {
        self.shape(&[(x, y[0]), (x + width, y[0]), (x + width, y[1]), (x, y[1])]);
    }

    fn circle(&self, center: (f32, f32), r: f32) {
        self.painter.circle_stroke(self.at(center), r * self.unit(), self.stroke());
    }
}

/// Paints an icon in the largest square in the middle of `rect`.
pub fn paint_icon(painter: &Painter, rect: Rect, icon: Icon, color: Color32) {
    let side = rect.width().min(rect.height());
    if let Some(sign) = icon.sign() {
        painter.text(rect.center(), Align2::CENTER_CENTER, sign, icon_font(side), color);
        return;
    }
    let square = Rect::from_center_size(rect.center(), vec2(side, side));
    let pen = Pen { painter, square, color };
    match icon {
        Icon::Plus | Icon::Minus | Icon::PlusMinus => sign(&pen, icon),
        Icon::Ring => pen.circle((8.0, 8.0), 3.6),
        Icon::Speaking => {
            pen.bar(2.5, [6.0, 10.0], 2.2);
            pen.bar(6.9, [3.0, 13.0], 2.2);
            pen.bar(11.3, [5.0, 11.0], 2.2);
        }
        _ => transport(&pen, icon),
    }
}

fn transport(pen: &Pen<'_>, icon: Icon) {
    match icon {
        Icon::Pause => {
            pen.bar(4.0, [3.0, 13.0], 3.0);
            pen.bar(9.0, [3.0, 13.0], 3.0);
        }
        Icon::StepForward => {
            pen.shape(&[(3.5, 3.5), (10.5, 8.0), (3.5, 12.5)]);
            pen.bar(11.0, [3.5, 12.5], 1.8);
        }
        Icon::StepBack => {
            pen.shape(&[(12.5, 3.5), (5.5, 8.0), (12.5, 12.5)]);
            pen.bar(3.2, [3.5, 12.5], 1.8);
        }
        Icon::ToStart => {
            pen.shape(&[(14.6, 4.0), (9.0, 8.0), (14.6, 12.0)]);
            pen.shape(&[(9.2, 4.0), (3.6, 8.0), (9.2, 12.0)]);
            pen.bar(1.4, [4.0, 12.0], 1.8);
        }
        Icon::ToEnd => {
            pen.shape(&[(1.4, 4.0), (7.0, 8.0), (1.4, 12.0)]);
            pen.shape(&[(6.8, 4.0), (12.4, 8.0), (6.8, 12.0)]);
            pen.bar(12.8, [4.0, 12.0], 1.8);
        }
        _ => pen.shape(&[(4.5, 2.6), (13.5, 8.0), (4.5, 13.4)]),
    }
}

fn sign(pen: &Pen<'_>, icon: Icon) {
    let (middle, low) = if icon == Icon::PlusMinus { (6.3, 13.2) } else { (8.0, 8.0) };
    pen.bar(3.2, [low - 0.95, low + 0.95], 9.6);
    if icon != Icon::Minus {
        pen.bar(3.2, [middle - 0.95, middle + 0.95], 9.6);
        pen.bar(7.05, [middle - 4.4, middle + 4.4], 1.9);
    }
}

/// A square button with an icon; `name` is read out and shown as its tooltip.
pub fn icon_button(ui: &mut Ui, tokens: &Tokens, icon: Icon, name: &str) -> Response {
    tall_icon_button(ui, tokens, icon, (name, size::CONTROL))
}

/// The same in a row of buttons that are higher than usual.
pub(super) fn tall_icon_button(
    ui: &mut Ui,
    tokens: &Tokens,
    icon: Icon,
    (name, height): (&str, f32),
) -> Response {
    let (room, response) = ui.allocate_exact_size(vec2(size::CONTROL, height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let rect = Rect::from_center_size(room.center(), vec2(size::CONTROL, size::CONTROL));
    if response.hovered() || response.is_pointer_button_down_on() {
        ui.painter().rect_filled(rect, radius::M, tokens.hover);
    }
    let color = if ui.is_enabled() { tokens.text } else { tokens.line_strong };
    let square = Rect::from_center_size(rect.center(), vec2(size::ICON, size::ICON));
    paint_icon(ui.painter(), square, icon, color);
    focus_ring(ui, tokens, &response, radius::M);
    response.on_hover_text(name)
}

/// The middle of a rectangle rounded to whole points, so that small signs stay sharp.
pub(super) fn sharp_center(rect: Rect) -> Pos2 {
    pos2(rect.center().x.round(), rect.center().y.round())
}
