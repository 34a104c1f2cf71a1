//! What stands where there is nothing yet: what will be there, and what to do.

use eframe::egui::{Response, Sense, Ui, vec2};

use crate::app::theme::{Text, Tokens, rich, space};

use super::{
    icon::{Icon, paint_icon},
    text::primary_button,
};

/// An empty place.
#[derive(Clone, Copy, Debug)]
pub struct EmptyState<'a> {
    pub icon: Icon,
    pub title: &'a str,
    pub text: &'a str,
    pub action: Option<&'a str>,
}

/// Draws it in the middle; the response is that of the action's button.
pub fn empty_state(ui: &mut Ui, tokens: &Tokens, it: &EmptyState<'_>) -> Option<Response> {
    ui.vertical_centered(|ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        ui.add_space(space::XL);
        let (rect, _) = ui.allocate_exact_size(vec2(56.0, 56.0), Sense::hover());
        ui.painter().circle_filled(rect.center(), 28.0, tokens.undeclared_fill);
        paint_icon(ui.painter(), rect.shrink(16.0), it.icon, tokens.text_weak);
        ui.add_space(space::XS);
        ui.label(rich(it.title, Text::BodyStrong, tokens.text));
        ui.scope(|ui| {
            ui.set_max_width(360.0);
            ui.label(rich(it.text, Text::Body, tokens.text_weak));
        });
        ui.add_space(space::S);
        it.action.map(|action| primary_button(ui, tokens, action))
    })
    .inner
}
