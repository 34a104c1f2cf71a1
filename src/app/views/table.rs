//! The chamber from above: who sits where, who has declared what, who speaks to whom.

use std::sync::Arc;

use eframe::egui::{
    Align, Align2, Button, Color32, Galley, Label, PointerButton, Pos2, Rect, Response, Role,
    Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use crate::app::{
    theme::{Text, Tokens, paragraph, radius, rich, space},
    widgets::{
        Evidence, Face, Placard, Stance, focus_ring, placard, placard_size,
        table::{Layout, SeatPos, Tone, measured, paint_relation, paint_wood},
    },
};

use super::board::{SEATS_AT_A_TABLE, hall};

/// One placard, in English alphabetical order.
#[derive(Clone, Debug)]
pub struct SeatRow {
    pub name: String,
    pub stance: Stance,
    pub evidence: Evidence,
    pub speaking: bool,
    pub selected: bool,
}

/// A line between two seats, by their places in the list.
#[derive(Clone, Copy, Debug)]
pub struct RelationRow {
    pub from: usize,
    pub to: usize,
    pub tone: Tone,
}

/// The whole table.
#[derive(Clone, Copy, Debug)]
pub struct TableView<'a> {
    pub seats: &'a [SeatRow],
    /// Place of the President in the list; the seat at the top centre.
    pub president: usize,
    pub relations: &'a [RelationRow],
    /// The outcome the placards speak of.
    pub title: &'a str,
    /// "presidential statement, needs consensus".
    pub rule: &'a str,
    /// What has been declared or cast, in one or two rows.
    pub words: &'a str,
    /// Who speaks from the open end of the table, having no seat at it.
    pub guest: Option<&'a SeatRow>,
    /// Where the guest's lines lead: places in the list.
    pub guest_relations: &'a [(usize, Tone)],
}

/// What was clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableClick {
    Seat(usize),
    Guest,
    /// Open the page of whoever sits there.
    Open(usize),
    OpenGuest,
}

/// What was done to a placard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pressed {
    Chosen,
    Opened,
}

/// A narrower table has its title in the size of the text.
const ROOM_FOR_DISPLAY: f32 = 260.0;
/// In a very wide table the words can be read from afar.
const ROOM_FOR_LARGE: f32 = 1000.0;
/// The widest tip.
const TIP: f32 = 300.0;

/// Draws the table over all the room there is.
///
/// `tip` gives what is told of a seat, or of the guest, while the pointer rests on it.
pub fn table(
    ui: &mut Ui,
    tokens: &Tokens,
    view: &TableView<'_>,
    tip: &dyn Fn(Option<usize>) -> Vec<String>,
) -> Option<TableClick> {
    let rect = ui.available_rect_before_wrap();
    ui.painter().rect_filled(rect, 0, tokens.background);
    ui.advance_cursor_after_rect(rect);
    if view.seats.len() > SEATS_AT_A_TABLE {
        let click = hall(ui, tokens, view, (rect, tip));
        return open_button(ui, tokens, view, rect).or(click);
    }
    let ground = ui.interact(rect, ui.make_persistent_id("table"), Sense::hover());
    ground.widget_info(|| WidgetInfo::labeled(Role::Label, true, summary(view)));
    if view.seats.is_empty() {
        return None;
    }
    let names: Vec<&str> = view.seats.iter().map(|seat| seat.name.as_str()).collect();
    let layout = measured(ui.ctx(), rect, &names, view.president);
    paint_wood(ui.painter(), tokens, &layout.band);
    let middle = layout.band.center;
    for relation in view.relations {
        if let (Some(from), Some(to)) =
            (layout.seats.get(relation.from), layout.seats.get(relation.to))
        {
            paint_relation(ui.painter(), tokens, [from, to], middle, relation.tone);
        }
    }
    let face = guest_face(&layout);
    let guest = view.guest.map(|row| (row, guest_place(ui, row, &layout)));
    if let Some((_, place)) = &guest {
        for &(to, tone) in view.guest_relations {
            if let Some(to) = layout.seats.get(to) {
                paint_relation(ui.painter(), tokens, [place, to], middle, tone);
            }
        }
    }
    let mut room = layout.inside;
    if let Some((_, place)) = &guest {
        room.max.y = place.rect.top() - space::M;
    }
    middle_words(ui, tokens, view, room);
    president_label(ui, tokens, &layout, view.president);
    relations_legend(ui, tokens, view, rect);
    let mut click = None;
    for (index, (row, seat)) in view.seats.iter().zip(&layout.seats).enumerate() {
        let it = placard_of(row, index == view.president);
        let response = placard(ui, tokens, seat.rect, layout.face, &it);
        click = pressed(tokens, &response, (row, &|| tip(Some(index))))
            .map(|pressed| match pressed {
                Pressed::Chosen => TableClick::Seat(index),
                Pressed::Opened => TableClick::Open(index),
            })
            .or(click);
    }
    if let Some((row, place)) = &guest {
        let response = placard(ui, tokens, place.rect, face, &placard_of(row, false));
        click = pressed(tokens, &response, (row, &|| tip(None)))
            .map(|pressed| match pressed {
                Pressed::Chosen => TableClick::Guest,
                Pressed::Opened => TableClick::OpenGuest,
            })
            .or(click);
    }
    open_button(ui, tokens, view, rect).or(click)
}

/// What was done to a placard; under the pointer it tells more.
pub(super) fn pressed(
    tokens: &Tokens,
    response: &Response,
    (row, tip): (&SeatRow, &dyn Fn() -> Vec<String>),
) -> Option<Pressed> {
    response.clone().on_hover_ui(|ui| {
        ui.set_max_width(TIP);
        ui.spacing_mut().item_spacing.y = space::XS;
        for (at, line) in tip().into_iter().enumerate() {
            let text = if at == 0 { Text::BodyStrong } else { Text::Small };
            ui.add(Label::new(rich(line, text, tokens.text)).wrap());
        }
    });
    // Enter on the chosen placard opens its page, and so does a double click.
    let by_key = response.clicked() && !response.clicked_by(PointerButton::Primary);
    if response.double_clicked() || (by_key && row.selected) {
        Some(Pressed::Opened)
    } else {
        response.clicked().then_some(Pressed::Chosen)
    }
}

/// While a placard is chosen, a button that opens its page.
fn open_button(
    ui: &mut Ui,
    tokens: &Tokens,
    view: &TableView<'_>,
    rect: Rect,
) -> Option<TableClick> {
    let seat = view.seats.iter().position(|row| row.selected);
    let guest = view.guest.filter(|row| row.selected);
    let (name, click) = match (seat, guest) {
        (Some(at), _) => (&view.seats[at].name, TableClick::Open(at)),
        (None, Some(row)) => (&row.name, TableClick::OpenGuest),
        (None, None) => return None,
    };
    let size = vec2(104.0, 28.0);
    let place =
        Rect::from_min_size(pos2(rect.right() - size.x - space::M, rect.top() + space::M), size);
    let button = Button::new(rich("Open page", Text::Body, tokens.text));
    let response = ui.put(place, button);
    let named = format!("Open page: {name}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &named));
    focus_ring(ui, tokens, &response, radius::M);
    response.clicked().then_some(click)
}

/// The table in words, with the lines that are drawn between placards.
pub(super) fn summary(view: &TableView<'_>) -> String {
    let name = |at: usize| view.seats.get(at).map_or("", |row| row.name.as_str());
    let mut words = format!(
        "The table: {} delegations around the President, {}. In focus: {}. {}.",
        view.seats.len(),
        name(view.president),
        view.title,
        view.words.replace('\n', ", ")
    );
    let speaker = view.seats.iter().chain(view.guest).find(|row| row.speaking);
    let Some(speaker) = speaker else { return words };
    words = format!("{words} {} has the floor", speaker.name);
    let lines = view.relations.iter().map(|row| (row.to, row.tone));
    for (to, tone) in lines.chain(view.guest_relations.iter().copied()) {
        let verb = match tone {
            Tone::Commends => "commends",
            Tone::Criticizes => "does not share a position of",
        };
        words = format!("{words}, {verb} {}", name(to));
    }
    words + "."
}

/// Between the ends of the table there is room for a long name.
fn guest_face(layout: &Layout) -> Face {
    let room = layout.inside.width() - 2.0 * layout.face.padding.x;
    let rows = layout.face.rows.max(2);
    Face { text_width: room.max(layout.face.text_width), rows, ..layout.face }
}

/// At the open end of the table, in the middle.
fn guest_place(ui: &Ui, row: &SeatRow, layout: &Layout) -> SeatPos {
    let size = placard_size(ui.ctx(), &row.name, guest_face(layout));
    let center = pos2(layout.inside.center().x, layout.inside.bottom() - size.y / 2.0 - 4.0);
    let rect = Rect::from_center_size(center.round(), size);
    SeatPos { rect, anchor: rect.center_top() }
}

pub(super) fn placard_of(row: &SeatRow, president: bool) -> Placard<'_> {
    Placard {
        name: &row.name,
        stance: row.stance,
        evidence: row.evidence,
        speaking: row.speaking,
        selected: row.selected,
        president,
    }
}

/// What the lines say, in a corner, while there are lines.
pub(super) fn relations_legend(ui: &Ui, tokens: &Tokens, view: &TableView<'_>, rect: Rect) {
    let tones = view.relations.iter().map(|row| row.tone);
    let tones: Vec<Tone> = tones.chain(view.guest_relations.iter().map(|row| row.1)).collect();
    let mut y = rect.top() + space::L;
    for (tone, words) in [(Tone::Commends, "commends"), (Tone::Criticizes, "differs from")] {
        if !tones.contains(&tone) {
            continue;
        }
        let left = rect.left() + space::L;
        let stroke = Stroke::new(1.75, tone.color(tokens));
        let line = [pos2(left, y), pos2(left + 22.0, y)];
        if tone == Tone::Commends {
            ui.painter().line_segment(line, stroke);
        } else {
            ui.painter().extend(Shape::dashed_line(&line, stroke, 6.0, 4.0));
        }
        let at = pos2(left + 22.0 + space::S, y);
        let font = Text::Small.font();
        ui.painter().text(at, Align2::LEFT_CENTER, words, font, tokens.text_weak);
        y += 18.0;
    }
}

fn president_label(ui: &Ui, tokens: &Tokens, layout: &Layout, president: usize) {
    if let Some(seat) = layout.seats.get(president) {
        let at = seat.rect.center_top() - vec2(0.0, 5.0);
        ui.painter().text(
            at,
            Align2::CENTER_BOTTOM,
            "President",
            Text::Small.font(),
            tokens.text_weak,
        );
    }
}

/// The words in the middle, from the top of `room` down, as many as fit.
fn middle_words(ui: &mut Ui, tokens: &Tokens, view: &TableView<'_>, room: Rect) {
    let [title, words, small] = match room.width() {
        width if width < ROOM_FOR_DISPLAY => [Text::BodyStrong, Text::Body, Text::Small],
        width if width > ROOM_FOR_LARGE => [Text::Large, Text::Display, Text::Body],
        _ => [Text::Display, Text::Body, Text::Small],
    };
    let lines = [
        ("In focus".to_owned(), Text::SmallStrong, tokens.text_weak, space::S),
        (view.title.to_owned(), title, tokens.text, space::XS),
        (view.rule.to_owned(), small, tokens.text_weak, space::M),
        (view.words.to_owned(), words, tokens.text, space::XL),
    ];
    let galleys: Vec<_> = lines
        .into_iter()
        .map(|(text, setting, color, after)| {
            (centered(ui, &text, (setting, color), room.width()), after)
        })
        .collect();
    let height: f32 = galleys.iter().map(|(galley, after)| galley.size().y + after).sum();
    let mut y = room.top() + ((room.height() - height) * 0.42).max(0.0);
    for (galley, after) in galleys {
        let bottom = y + galley.size().y;
        if bottom > room.bottom() + 2.0 {
            break;
        }
        let mut words = galley.text().to_owned();
        words = words.replace('\n', ", ");
        let place =
            Rect::from_center_size(pos2(room.center().x, y + galley.size().y / 2.0), galley.size());
        let response =
            ui.interact(place, ui.make_persistent_id(("middle", &words)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        // A line between seats passes behind the words.
        ui.painter().rect_filled(place.expand2(vec2(6.0, 1.0)), radius::M, tokens.background);
        ui.painter().galley(Pos2::new(room.center().x, y), galley, tokens.text);
        y = bottom + after;
    }
}

/// Wrapped to rows of about the same length, so that no word stands alone.
fn centered(ui: &Ui, text: &str, (setting, color): (Text, Color32), width: f32) -> Arc<Galley> {
    let lay = |width: f32| {
        let mut job = paragraph(text, setting, color, (width, 3));
        job.halign = Align::Center;
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let widest = lay(width);
    let narrower = [0.9, 0.8, 0.7, 0.6, 0.5].map(|share| share * width);
    let same_rows = narrower.into_iter().map(lay).take_while(|galley| {
        galley.rows.len() == widest.rows.len() && galley.elided == widest.elided
    });
    if widest.rows.len() > 1 { same_rows.last().unwrap_or(widest) } else { widest }
}
