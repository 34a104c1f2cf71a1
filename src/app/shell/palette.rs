//! The palette: every command, found by a few letters of its words.

use eframe::egui::{
    Align, Align2, Context, Frame, Id, Key, Layout, Modal, Modifiers, Rect, Role, ScrollArea,
    Sense, TextEdit, Ui, WidgetInfo, pos2, vec2,
};

use crate::app::command::{Command, FOR_THE_CLASS, Screen, listed};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, radius, rich, size, space};
use crate::app::widgets::{described, focus_ring};

use super::help::key_name;
use super::menu;

/// How many commands are in sight at once.
const ROWS: usize = 11;
const ROW: f32 = 34.0;
const WIDTH: f32 = 620.0;

/// What can be done, as a row.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) command: Command,
    pub(super) group: &'static str,
    pub(super) label: String,
    pub(super) keys: String,
    /// Other words by which it is found.
    pub(super) also: &'static str,
}

impl Item {
    /// "Debate: Step".
    fn words(&self) -> String {
        format!("{}: {}", self.group, self.label)
    }
}

/// What was typed, and the row that Enter carries out.
#[derive(Debug, Default)]
pub(super) struct Palette {
    typed: String,
    chosen: usize,
    opened: bool,
}

impl Palette {
    /// Draws the palette over the screen.
    pub(super) fn ui(&mut self, ctx: ViewCtx<'_>, screen: Screen, ui: &Ui) {
        let all = items(ctx, screen);
        let found = ranked(&all, &self.typed);
        self.chosen = self.chosen.min(found.len().saturating_sub(1));
        let keys = pressed(ui.ctx());
        self.chosen = moved(self.chosen, found.len(), keys.by);
        let mut run = keys.enter.then_some(self.chosen);
        let frame = Frame::new()
            .fill(ctx.tokens.panel)
            .stroke((1.0, ctx.tokens.line_strong))
            .corner_radius(radius::L)
            .inner_margin(space::M);
        let width = WIDTH.min(ui.ctx().content_rect().width() - 4.0 * space::XL);
        let area = Modal::default_area(Id::unique("palette"))
            .anchor(Align2::CENTER_TOP, vec2(0.0, size::BAR + space::S));
        let modal =
            Modal::new(Id::unique("palette")).area(area).frame(frame).show(ui.ctx(), |ui| {
                ui.set_width(width);
                self.field(ctx, found.get(self.chosen).copied(), ui);
                ui.add_space(space::S);
                if let Some(clicked) = self.rows(ctx, &found, keys.by != 0, ui) {
                    run = Some(clicked);
                }
                if found.len() > ROWS {
                    let words = format!(
                        "{} commands: type a word of what you want, or go on with the arrows.",
                        found.len()
                    );
                    ui.add_space(space::S);
                    ui.label(rich(words, Text::Small, ctx.tokens.text_weak));
                }
            });
        if let Some(item) = run.and_then(|at| found.get(at)) {
            ctx.send(Command::CloseOverlay);
            ctx.send(item.command.clone());
        } else if modal.should_close() {
            ctx.send(Command::CloseOverlay);
        }
    }

    fn field(&mut self, ctx: ViewCtx<'_>, chosen: Option<&Item>, ui: &mut Ui) {
        let field = TextEdit::singleline(&mut self.typed)
            .hint_text("Do anything…")
            .font(Text::Body.font())
            .margin(vec2(space::M, space::S))
            .desired_width(f32::INFINITY);
        let response = ui.add(field).accessible_name("Find a command");
        focus_ring(ui, ctx.tokens, &response, radius::M);
        // The keyboard stays in the field: a screen reader is told there what the arrows chose.
        let words = chosen.map_or_else(|| "Nothing".to_owned(), Item::words);
        described(&response, &format!("Enter: {words}"));
        if response.changed() {
            self.chosen = 0;
        }
        if !self.opened {
            self.opened = true;
            response.request_focus();
        }
    }

    fn rows(&self, ctx: ViewCtx<'_>, found: &[&Item], follow: bool, ui: &mut Ui) -> Option<usize> {
        if found.is_empty() {
            let words = format!("No command has the words “{}”.", self.typed.trim());
            ui.add_space(space::S);
            ui.label(rich(words, Text::Body, ctx.tokens.text_weak));
            ui.add_space(space::S);
            return None;
        }
        let mut clicked = None;
        // Below the bar and the field, and with an edge of the screen still to be seen.
        let room = ui.ctx().content_rect().bottom() - ui.cursor().top() - space::XXL - ROW;
        let height = (ROW * ROWS as f32).min(room).max(ROW);
        ui.spacing_mut().item_spacing.y = 0.0;
        // The palette may have been as low as two rows the last time.
        let scroll = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
        scroll.auto_shrink([false, true]).show(ui, |ui| {
            for (at, item) in found.iter().enumerate() {
                if row(ctx, (item, at == self.chosen, follow), ui) {
                    clicked = Some(at);
                }
            }
        });
        clicked
    }
}

/// What the keys of this frame ask of the list; taken before the text field sees them.
struct Pressed {
    by: isize,
    enter: bool,
}

fn pressed(ctx: &Context) -> Pressed {
    ctx.input_mut(|input| {
        let mut count = |key| input.count_and_consume_key(Modifiers::NONE, key).cast_signed();
        let by = count(Key::ArrowDown) - count(Key::ArrowUp)
            + (count(Key::PageDown) - count(Key::PageUp)) * ROWS.cast_signed();
        Pressed { by, enter: count(Key::Enter) > 0 }
    })
}

/// One step beyond an end comes to the other end.
fn moved(chosen: usize, count: usize, by: isize) -> usize {
    if count == 0 {
        return 0;
    }
    let (last, at) = (count.cast_signed() - 1, chosen.cast_signed() + by);
    let at = match by {
        1 if at > last => 0,
        -1 if at < 0 => last,
        _ => at.clamp(0, last),
    };
    at.cast_unsigned()
}

fn row(ctx: ViewCtx<'_>, (item, chosen, follow): (&Item, bool, bool), ui: &mut Ui) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::CLICK);
    let name = item.words();
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &name));
    if chosen && follow {
        response.scroll_to_me(None);
    }
    let fill = if chosen {
        ctx.tokens.selection
    } else if response.hovered() {
        ctx.tokens.hover
    } else {
        ctx.tokens.panel
    };
    ui.painter().rect_filled(rect, radius::M, fill);
    let y = rect.center().y;
    let painter = ui.painter().with_clip_rect(rect);
    let group_x = rect.left() + space::M;
    let weak = ctx.tokens.text_weak;
    painter.text(pos2(group_x, y), Align2::LEFT_CENTER, item.group, Text::Small.font(), weak);
    let keys_at = pos2(rect.right() - space::M, y);
    let keys = painter.text(keys_at, Align2::RIGHT_CENTER, &item.keys, Text::Small.font(), weak);
    let left = group_x + 64.0;
    let room =
        Rect::from_min_max(pos2(left, rect.top()), pos2(keys.left() - space::M, rect.bottom()));
    let layout = Layout::left_to_right(Align::Center);
    let builder = eframe::egui::UiBuilder::new().max_rect(room).layout(layout);
    ui.scope_builder(builder, |ui| {
        let label = rich(&item.label, Text::Body, ctx.tokens.text);
        ui.add(eframe::egui::Label::new(label).truncate().selectable(false));
    });
    response.clicked()
}

/// What can be asked for now: the table of commands, screens and scenarios to open.
fn items(ctx: ViewCtx<'_>, screen: Screen) -> Vec<Item> {
    let commands = listed()
        .filter(|entry| entry.command != Command::Overlay(crate::app::command::Overlay::Palette))
        .filter(|entry| entry.on.contains(&screen) && entry.command.is_available(ctx.session))
        .map(|entry| Item {
            command: entry.command.clone(),
            group: entry.command.group().title(),
            label: if menu::is_on(ctx.settings, &entry.command) {
                format!("{} (is on)", entry.label)
            } else {
                entry.label.to_owned()
            },
            keys: entry.keys_on(screen).map(key_name).unwrap_or_default(),
            also: entry.command.synonyms(),
        });
    let class = FOR_THE_CLASS.iter().filter(|(command, ..)| command.is_available(ctx.session));
    let class = class.map(|(command, label, also)| Item {
        command: command.clone(),
        group: "Class",
        label: (*label).to_owned(),
        keys: String::new(),
        also,
    });
    let books = ctx.library.books.iter().filter_map(|book| {
        let title = &book.scenario()?.title;
        Some(Item {
            command: Command::Open(book.source.clone()),
            group: "Open",
            label: title.clone(),
            keys: String::new(),
            also: "",
        })
    });
    commands.chain(class).chain(books).collect()
}

/// The items in which each typed word occurs; first those with a word that begins so, then those
/// whose other words do, in the order of the table.
fn ranked<'a>(all: &'a [Item], typed: &str) -> Vec<&'a Item> {
    let words: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    let mut found: Vec<(usize, &Item)> = all
        .iter()
        .filter_map(|item| {
            let text = format!("{} {}", item.group, item.label).to_lowercase();
            let begins = |text: &str, word: &str| {
                text.split(|c: char| !c.is_alphanumeric()).any(|it| it.starts_with(word))
            };
            let strange = |word: &String| {
                if begins(&text, word) {
                    Some(0)
                } else if text.contains(word.as_str()) || begins(item.also, word) {
                    Some(1)
                } else {
                    None
                }
            };
            let inner: Option<usize> = words.iter().map(strange).sum();
            Some((inner?, item))
        })
        .collect();
    found.sort_by_key(|(inner, _)| *inner);
    found.into_iter().map(|(_, item)| item).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(label: &str) -> Item {
        Item {
            command: Command::CloseOverlay,
            group: "View",
            label: label.to_owned(),
            keys: String::new(),
            also: "lamp",
        }
    }

    fn labels(all: &[Item], typed: &str) -> Vec<String> {
        ranked(all, typed).into_iter().map(|item| item.label.clone()).collect()
    }

    #[test]
    fn every_typed_word_must_occur_and_beginnings_come_first() {
        let all = ["Restart", "Start", "Switch between light and dark"].map(item);
        assert_eq!(labels(&all, "start"), ["Start", "Restart"]);
        assert_eq!(labels(&all, "dark swi"), ["Switch between light and dark"]);
        assert_eq!(labels(&all, "  "), ["Restart", "Start", "Switch between light and dark"]);
        assert!(labels(&all, "dark start").is_empty());
        assert_eq!(labels(&all, "lam").len(), 3, "other words lead there as well");
        assert!(labels(&all, "amp").is_empty(), "by their beginnings alone");
    }

    #[test]
    fn the_choice_goes_round_at_the_ends() {
        assert_eq!(moved(0, 3, -1), 2);
        assert_eq!(moved(2, 3, 1), 0);
        assert_eq!(moved(1, 3, 11), 2);
        assert_eq!(moved(5, 0, 1), 0);
    }
}
