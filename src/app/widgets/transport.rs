//! The buttons that move through the debate.

use eframe::egui::{Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

use crate::app::theme::{Text, Tokens, radius, size, space};

use super::{
    focus_ring,
    icon::{Icon, paint_icon, tall_icon_button},
};

/// Where the debate stands.
#[derive(Clone, Copy, Debug)]
pub struct Transport {
    pub playing: bool,
    pub can_go_back: bool,
    pub can_go_on: bool,
    pub speed: f32,
}

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TransportClick {
    ToStart,
    Back,
    Play,
    Pause,
    Step,
    ToEnd,
    NextSpeed,
}

/// The height of the row: that of its main action.
const ROW: f32 = 36.0;

/// Draws the row of buttons.
pub fn transport(ui: &mut Ui, tokens: &Tokens, it: &Transport) -> Option<TransportClick> {
    let mut click = None;
    let play = if it.playing {
        (Icon::Pause, "Pause", TransportClick::Pause)
    } else {
        (Icon::Play, "Play", TransportClick::Play)
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        for (icon, name, asked, enabled) in [
            (Icon::ToStart, "To the start", TransportClick::ToStart, it.can_go_back),
            (Icon::StepBack, "Back", TransportClick::Back, it.can_go_back),
        ] {
            if ui
                .add_enabled_ui(enabled, |ui| tall_icon_button(ui, tokens, icon, (name, ROW)))
                .inner
                .clicked()
            {
                click = Some(asked);
            }
        }
        // At the end it plays once more, from the beginning.
        if play_button(ui, tokens, play.0, play.1).clicked() {
            click = Some(play.2);
        }
        for (icon, name, asked) in [
            (Icon::StepForward, "Step", TransportClick::Step),
            (Icon::ToEnd, "To the end", TransportClick::ToEnd),
        ] {
            if ui
                .add_enabled_ui(it.can_go_on, |ui| tall_icon_button(ui, tokens, icon, (name, ROW)))
                .inner
                .clicked()
            {
                click = Some(asked);
            }
        }
        if speed_button(ui, tokens, it.speed).clicked() {
            click = Some(TransportClick::NextSpeed);
        }
    });
    click
}

/// Larger than the others, and filled: the main action of the row.
fn play_button(ui: &mut Ui, tokens: &Tokens, icon: Icon, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ROW, ROW), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let (fill, ink) = if ui.is_enabled() {
        (tokens.accent, tokens.on_accent)
    } else {
        (tokens.undeclared_fill, tokens.text_weak)
    };
    ui.painter().circle_filled(rect.center(), ROW / 2.0, fill);
    paint_icon(ui.painter(), Rect::from_center_size(rect.center(), vec2(16.0, 16.0)), icon, ink);
    focus_ring(ui, tokens, &response, 18);
    response.on_hover_text(name)
}

fn speed_button(ui: &mut Ui, tokens: &Tokens, speed: f32) -> Response {
    let text = format!("{speed}×");
    let galley = ui.fonts_mut(|fonts| fonts.layout_no_wrap(text, Text::Body.font(), tokens.text));
    let (rect, response) = ui.allocate_exact_size(vec2(44.0, ROW), Sense::click());
    let rect = rect.shrink2(vec2(0.0, (ROW - size::CONTROL) / 2.0));
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Button, ui.is_enabled(), format!("Speed {speed} times"))
    });
    if response.hovered() {
        ui.painter().rect_filled(rect, radius::M, tokens.hover);
    }
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, tokens.text);
    focus_ring(ui, tokens, &response, radius::M);
    response.on_hover_text("Speed")
}
