//! The look of the window: tokens, fonts, and their application to egui.

mod figures;
mod fonts;
#[cfg(test)]
mod tests;
mod tokens;

use eframe::egui::{
    Context, CornerRadius, Id, Margin, Shadow, Stroke, Style, TextStyle, Theme, Ui, Visuals,
    style::WidgetVisuals, vec2,
};

pub use figures::{palette, setting, shown};
pub use fonts::{Text, Weight, icon_font, paragraph, rich, stage_font};
pub use tokens::{DARK, DARK_STRONG, LIGHT, LIGHT_STRONG, Tokens, motion, radius, size, space};

/// Whether things may move on screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Motion {
    #[default]
    Full,
    Reduced,
}

/// How far text stands out from its ground.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Contrast {
    #[default]
    Usual,
    /// At least 7:1, with edges that can be seen.
    Strong,
}

/// Gives a fresh egui context the fonts and both themes.
pub fn apply(ctx: &Context, motion: Motion) {
    fonts::install(ctx);
    dress(ctx, motion, Contrast::Usual);
}

/// Gives both themes this motion and contrast.
pub fn dress(ctx: &Context, motion: Motion, contrast: Contrast) {
    ctx.data_mut(|data| data.insert_temp(Id::unique(CONTRAST), contrast));
    for theme in [Theme::Light, Theme::Dark] {
        ctx.set_visuals_of(theme, visuals(theme, tokens_of(theme, contrast)));
        ctx.style_mut_of(theme, |style| set_metrics(style, motion));
    }
}

/// Under which name the contrast is kept in the context.
const CONTRAST: &str = "contrast";

/// The tokens of a theme.
pub const fn tokens_of(theme: Theme, contrast: Contrast) -> &'static Tokens {
    match (theme, contrast) {
        (Theme::Light, Contrast::Usual) => &LIGHT,
        (Theme::Dark, Contrast::Usual) => &DARK,
        (Theme::Light, Contrast::Strong) => &LIGHT_STRONG,
        (Theme::Dark, Contrast::Strong) => &DARK_STRONG,
    }
}

/// The tokens of the theme this `ui` is drawn in.
pub fn tokens(ui: &Ui) -> &'static Tokens {
    let contrast = ui.data(|data| data.get_temp(Id::unique(CONTRAST)).unwrap_or_default());
    tokens_of(Theme::from_dark_mode(ui.visuals().dark_mode), contrast)
}

fn set_metrics(style: &mut Style, motion: Motion) {
    style.text_styles = [
        (TextStyle::Small, Text::Small.font()),
        (TextStyle::Body, Text::Body.font()),
        (TextStyle::Button, Text::Body.font()),
        (TextStyle::Heading, Text::Display.font()),
        (TextStyle::Monospace, Text::Mono.font()),
    ]
    .into();
    style.animation_time = match motion {
        Motion::Full => motion::USUAL_SECS,
        Motion::Reduced => 0.0,
    };
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(space::S, space::S);
    spacing.button_padding = vec2(space::M, space::XS);
    spacing.interact_size = vec2(size::CONTROL, size::CONTROL);
    spacing.window_margin = Margin::same(16);
    spacing.menu_margin = Margin::same(6);
    spacing.icon_spacing = space::S;
    spacing.scroll.floating = true;
    style.interaction.selectable_labels = true;
}

fn visuals(theme: Theme, t: &Tokens) -> Visuals {
    let mut v = theme.default_visuals();
    v.weak_text_color = Some(t.text_weak);
    v.hyperlink_color = t.accent;
    v.faint_bg_color = t.sunken;
    v.extreme_bg_color = t.sunken;
    v.text_edit_bg_color = Some(t.sunken);
    v.code_bg_color = t.sunken;
    v.warn_fg_color = t.warning;
    v.error_fg_color = t.warning;
    v.panel_fill = t.panel;
    v.window_fill = t.panel;
    v.window_stroke = Stroke::new(1.0, t.line);
    v.window_corner_radius = CornerRadius::same(radius::L);
    v.menu_corner_radius = CornerRadius::same(radius::M);
    let shadow = Shadow { offset: [0, 6], blur: 24, spread: 0, color: t.shadow };
    v.window_shadow = shadow;
    v.popup_shadow = shadow;
    v.selection.bg_fill = t.selection;
    v.selection.stroke = Stroke::new(1.0, t.text);
    v.striped = false;
    v.disabled_alpha = 0.5;
    let state = |fill, edge, text| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, edge),
        corner_radius: CornerRadius::same(radius::M),
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    v.widgets.noninteractive = state(t.panel, t.line, t.text);
    v.widgets.inactive = state(t.raised, t.line, t.text);
    v.widgets.hovered = state(t.hover, t.line_strong, t.text);
    v.widgets.active = state(t.selection, t.accent, t.text);
    v.widgets.open = state(t.selection, t.line_strong, t.text);
    v
}
