//! Reusable parts that know nothing of the app: each is a function that draws and says what was done to it.

mod card;
mod chip;
mod choose;
mod columns;
mod council_picture;
mod diagnostic_list;
mod empty_state;
mod figure;
mod icon;
mod markdown;
mod motion;
mod notice;
mod page;
mod placard;
mod scale;
mod small_scale;
mod spark;
mod tab_bar;
pub mod table;
mod tally_bar;
#[cfg(test)]
mod tests;
mod text;
mod timeline;
mod transport;

use eframe::egui::{Response, Stroke, StrokeKind, Ui};

use crate::app::theme::{Tokens, radius};

pub use card::{Card, CardClicks, CardPicture, card, card_height};
pub use chip::{ChipKind, chip, chip_width, tag};
pub use choose::{choose, pick};
pub use columns::columns;
pub use council_picture::{Council, Seat, council_picture, paint_council};
pub use diagnostic_list::{Fault, diagnostic_list};
pub use empty_state::{EmptyState, empty_state};
pub use figure::figure;
pub use icon::{Icon, icon_button, paint_icon};
pub use markdown::markdown;
pub use motion::{moved, turned};
pub use notice::{Notice, NoticeClick, Severity, notice};
pub use page::{framed, page, reading_width};
pub(crate) use placard::shortened;
pub use placard::{Evidence, Face, Placard, placard, placard_size};
pub use scale::{Scale, scale};
pub use small_scale::{SmallScale, small_scale};
pub use spark::{Spark, paint_spark, shift_line};
pub use tab_bar::{TabSize, small_tabs, tab_bar, tabs_width};
pub use tally_bar::{Expected, Stance, Tally, expected_bar, tally_bar, tally_link};
pub use text::{
    heading, key_cap, key_hint, link, primary_button, prose, section, source_link, title,
};
pub use timeline::{Marker, MarkerKind, Timeline, timeline};
pub use transport::{Transport, TransportClick, transport};

/// Whether Enter, Space and Escape are meant for the screen: nothing has the keyboard, and no dialog
/// lies over it.
pub(crate) fn keys_are_free(ui: &Ui) -> bool {
    ui.memory(|memory| memory.focused().is_none() && memory.top_modal_layer().is_none())
}

/// Has a screen reader tell a thing from others of the same name.
pub(crate) fn described(response: &Response, words: &str) {
    response.ctx.accesskit_node_builder(response.id, |node| node.set_description(words));
}

/// Has a screen reader call a thing by more than is written on it.
pub(crate) fn named(response: &Response, words: &str) {
    response.ctx.accesskit_node_builder(response.id, |node| node.set_label(words));
}

/// Shows where the keyboard is, on a widget of the toolkit.
pub(crate) fn ringed(ui: &Ui, tokens: &Tokens, response: Response) -> Response {
    focus_ring(ui, tokens, &response, radius::M);
    response
}

/// Shows where the keyboard is, outside the widget's own edge, and brings that into view.
pub(crate) fn focus_ring(ui: &Ui, tokens: &Tokens, response: &Response, corner_radius: u8) {
    if response.gained_focus() && !ui.is_rect_visible(response.rect) {
        response.scroll_to_me(None);
    }
    if response.has_focus() {
        let rect = response.rect.expand(2.0);
        let stroke = Stroke::new(2.0, tokens.accent);
        ui.painter().rect_stroke(
            rect,
            corner_radius.saturating_add(2),
            stroke,
            StrokeKind::Outside,
        );
    }
}
