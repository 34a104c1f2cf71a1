//! The two weights of the text font, and the few ways in which text is set.

use std::sync::Arc;

use eframe::egui::{
    Color32, Context, FontData, FontDefinitions, FontFamily, FontId, RichText, TextFormat,
    text::LayoutJob,
};

use super::tokens::size;

const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/Inter-Regular.otf");
const STRONG: &[u8] = include_bytes!("../../../assets/fonts/Inter-SemiBold.otf");
/// The family to ask for the heavier weight; egui's own `strong` only changes the colour.
const STRONG_FAMILY: &str = "strong";
/// The family of the icons.
const ICON_FAMILY: &str = "icons";

/// How a piece of text is set: two sizes in two weights, one display size, and code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text {
    Body,
    BodyStrong,
    Small,
    SmallStrong,
    Display,
    /// Placards and the title of a table on a very large screen.
    Large,
    Mono,
}

impl Text {
    /// The font of this setting.
    pub fn font(self) -> FontId {
        let (points, family) = match self {
            Self::Body => (size::BODY, FontFamily::Proportional),
            Self::BodyStrong => (size::BODY, strong_family()),
            Self::Small => (size::SMALL, FontFamily::Proportional),
            Self::SmallStrong => (size::SMALL, strong_family()),
            Self::Display => (size::DISPLAY, strong_family()),
            Self::Large => (size::LARGE, strong_family()),
            Self::Mono => (size::MONO, FontFamily::Monospace),
        };
        FontId::new(points, family)
    }

    /// From row to row of a paragraph.
    pub fn line_height(self) -> f32 {
        (self.font().size * LEADING).round()
    }
}

/// Text of any size, for a picture that fills a screen and is read from the back of a room.
pub fn stage_font(points: f32, weight: Weight) -> FontId {
    let family = match weight {
        Weight::Regular => FontFamily::Proportional,
        Weight::Strong => strong_family(),
    };
    FontId::new(points, family)
}

/// The two weights of the text font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Strong,
}

/// The font of an icon in a square of this side.
pub fn icon_font(side: f32) -> FontId {
    FontId::new(side, FontFamily::Name(ICON_FAMILY.into()))
}

/// From row to row, in sizes of the type: airier than the font's own 1.21, for reading on a screen.
const LEADING: f32 = 1.43;

/// A paragraph of at most `rows` rows; what is longer ends in an ellipsis.
pub fn paragraph(
    text: &str,
    setting: Text,
    color: Color32,
    (width, rows): (f32, usize),
) -> LayoutJob {
    let mut format = TextFormat::simple(setting.font(), color);
    format.line_height = Some(setting.line_height());
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap.max_width = width;
    job.wrap.max_rows = rows;
    job
}

/// Text in one of the settings and one colour of the tokens.
pub fn rich(text: impl Into<String>, setting: Text, color: Color32) -> RichText {
    RichText::new(text).font(setting.font()).color(color)
}

fn strong_family() -> FontFamily {
    FontFamily::Name(STRONG_FAMILY.into())
}

pub(super) fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
}

pub(super) fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    for (name, bytes) in [("Inter", REGULAR), ("Inter SemiBold", STRONG)] {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    // egui's own fonts stay behind Inter for the signs that it lacks.
    let proportional = fonts.families.entry(FontFamily::Proportional).or_default();
    let mut strong = proportional.clone();
    proportional.insert(0, "Inter".to_owned());
    strong.insert(0, "Inter SemiBold".to_owned());
    fonts.families.insert(strong_family(), strong);
    let icons = Arc::new(FontData::from_static(lucide_icons::LUCIDE_FONT_BYTES));
    fonts.font_data.insert(ICON_FAMILY.to_owned(), icons);
    let family = FontFamily::Name(ICON_FAMILY.into());
    fonts.families.insert(family, vec![ICON_FAMILY.to_owned()]);
    fonts
}
