//! The library: the scenarios that can be opened, and what is wrong with a file that cannot.

mod cards;
mod grid;
mod problems;
mod recent;
mod search;

use eframe::egui::{Align, Button, CentralPanel, Frame, Key, Label, Layout, TextEdit, Ui, vec2};

use crate::app::command::{Command, Neighbor, Source};
use crate::app::context::ViewCtx;
use crate::app::library::{Recent, Shelf};
use crate::app::shell::key_name;
use crate::app::theme::{Text, rich, space};
use crate::app::typed::typed_path;
use crate::app::widgets::{
    EmptyState, Icon, empty_state, heading, key_hint, link, page, reading_width, ringed, title,
};
use crate::app::yours::Yours;

use cards::Shown;
use grid::Grid;

/// The list of problems is for reading, and no wider.
const WIDTH: f32 = 820.0;
/// The fields of the screen.
const SEARCH: f32 = 320.0;
const PATH: f32 = 620.0;
/// Room for the button behind the field for a path.
const OPEN: f32 = 69.0;

/// In a narrower page the legend stands below the field of the search.
const ROOM_FOR_LEGEND: f32 = 720.0;
/// In a narrower page the keys have no room beside the ways to the shelves.
const ROOM_FOR_KEYS: f32 = 560.0;

/// The screen's residue.
#[derive(Debug, Default)]
pub(super) struct LibraryScreen {
    path: String,
    /// The card that was brought into view last.
    in_view: Option<Source>,
    /// The list of problems that was brought into view last.
    list_in_view: u64,
    /// The shelf to which the page is to scroll.
    jump: Option<Shelf>,
    /// The words that are sought.
    sought: String,
    /// Which card stands where, as it was drawn last.
    grid: Grid,
}

impl LibraryScreen {
    /// Draws the screen.
    pub(super) fn ui(&mut self, ctx: ViewCtx<'_>, ui: &mut Ui) {
        CentralPanel::default().frame(Frame::new()).show(ui, |ui| {
            page(ui, ctx.tokens, "library", |ui| {
                reading_width(ui, cards::page_width(ui.available_width()), |ui| {
                    ui.spacing_mut().item_spacing.y = space::M;
                    self.problems(ctx, ui);
                    self.contents(ctx, ui);
                });
            });
        });
    }

    /// The book whose card stands beside that of the book `from`.
    pub(super) fn card(&self, neighbor: Neighbor, from: usize) -> Option<usize> {
        self.grid.card(neighbor, from)
    }

    fn problems(&mut self, ctx: ViewCtx<'_>, ui: &mut Ui) {
        let Some(it) = &ctx.library.problems else { return };
        let is_new = self.list_in_view != it.number;
        if is_new {
            self.list_in_view = it.number;
            // The list is what is looked for, not the card.
            self.in_view = ctx.library.chosen().map(|book| book.source.clone());
        }
        ui.scope(|ui| {
            ui.set_max_width(WIDTH.min(ui.available_width()));
            problems::problems(ctx, it, is_new, ui);
        });
    }

    fn contents(&mut self, ctx: ViewCtx<'_>, ui: &mut Ui) {
        heading(ui, ctx.tokens, "Which debate?");
        let text = "A scenario is one meeting of a council. Everything said in it is simulated.";
        ui.label(rich(text, Text::Body, ctx.tokens.text_weak));
        self.ways(ctx, ui);
        self.search(ctx, ui);
        self.grid = Grid::default();
        self.recent(ctx, ui);
        self.shelves(ctx, ui);
        let found = self.grid.has(ctx.library.selected);
        if !self.sought.trim().is_empty() && !found && self.grid.card(Neighbor::First, 0).is_some()
        {
            // What Enter opens is among what is shown.
            ctx.send(Command::Select(Neighbor::First));
        }
        ui.add_space(space::L);
        self.title(ctx, Shelf::Elsewhere, ui);
        self.on(ctx, Shelf::Elsewhere, ui);
        self.files(ctx, ui);
        ui.add_space(space::XL);
    }

    /// The shelves of what is bundled and of the person's own, as far as they have what is sought.
    fn shelves(&mut self, ctx: ViewCtx<'_>, ui: &mut Ui) {
        let seeks = !self.sought.trim().is_empty();
        let has = |shelf: Shelf, sought: &str| {
            ctx.library.on(shelf).any(|(_, book)| search::matches(book, sought))
        };
        let shelves = [Shelf::Bundled, Shelf::Yours, Shelf::Elsewhere];
        if !shelves.into_iter().any(|shelf| has(shelf, &self.sought)) {
            return self.nothing_found(ctx, ui);
        }
        if has(Shelf::Bundled, &self.sought) {
            self.title(ctx, Shelf::Bundled, ui);
            self.on(ctx, Shelf::Bundled, ui);
        }
        let Some(yours) = &ctx.library.yours else { return };
        if seeks && !has(Shelf::Yours, &self.sought) {
            return;
        }
        ui.add_space(space::L);
        ui.horizontal(|ui| {
            self.title(ctx, Shelf::Yours, ui);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| folder(ctx, yours, ui));
        });
        let Self { in_view, grid, sought, .. } = self;
        cards::yours(ctx, yours, &mut Shown { in_view, grid, sought }, ui);
    }

    fn on(&mut self, ctx: ViewCtx<'_>, shelf: Shelf, ui: &mut Ui) {
        let Self { in_view, grid, sought, .. } = self;
        cards::cards(ctx, shelf, &mut Shown { in_view, grid, sought }, ui);
    }

    /// The field whose words the cards must have.
    fn search(&mut self, ctx: ViewCtx<'_>, ui: &mut Ui) {
        let field = TextEdit::singleline(&mut self.sought)
            .hint_text("Search by title, topic or member")
            .align(eframe::egui::Align2::LEFT_CENTER)
            .min_size(vec2(0.0, ui.spacing().interact_size.y))
            .desired_width(SEARCH);
        let legend = "Dots are members, filled where permanent; the President is at the top. Bars \
                      show how far apart members stand on each issue, ticks the middle.";
        let legend = || Label::new(rich(legend, Text::Small, ctx.tokens.text_weak)).wrap();
        let has_room = ui.available_width() >= ROOM_FOR_LEGEND;
        let field = ui
            .horizontal(|ui| {
                let field = ui.add(field).accessible_name("Search the library");
                let field = ringed(ui, ctx.tokens, field);
                if has_room {
                    ui.add_space(space::M);
                    ui.add(legend());
                }
                field
            })
            .inner;
        if !has_room {
            ui.add(legend());
        }
        if field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            ctx.send(Command::OpenSelected);
        }
    }

    fn nothing_found(&mut self, ctx: ViewCtx<'_>, ui: &mut Ui) {
        let title = format!("No scenario has “{}”", self.sought.trim());
        let it = EmptyState {
            icon: Icon::Search,
            title: &title,
            text: "Titles, bodies, topics, proposed texts and members were searched.",
            action: Some("Clear the search"),
        };
        if empty_state(ui, ctx.tokens, &it).is_some_and(|button| button.clicked()) {
            self.sought.clear();
        }
    }

    /// What was opened lately, as far as it has what is sought.
    fn recent(&self, ctx: ViewCtx<'_>, ui: &mut Ui) {
        let sought = self.sought.to_lowercase();
        let has = |it: &&Recent| {
            let text = format!("{} {}", it.title, it.source.name()).to_lowercase();
            sought.split_whitespace().all(|word| text.contains(word))
        };
        let found: Vec<&Recent> = ctx.library.recent.iter().filter(has).collect();
        if !found.is_empty() {
            title(ui, ctx.tokens, "Recent");
            recent::recent(ctx, &found, ui);
            ui.add_space(space::L);
        }
    }

    /// The ways to the shelves, and the keys.
    fn ways(&mut self, ctx: ViewCtx<'_>, ui: &mut Ui) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            for shelf in [Shelf::Bundled, Shelf::Yours, Shelf::Elsewhere] {
                if shelf == Shelf::Yours && ctx.library.yours.is_none() {
                    continue;
                }
                let words = match shelf {
                    Shelf::Elsewhere => name(shelf).to_owned(),
                    _ => format!("{} ({})", name(shelf), ctx.library.on(shelf).count()),
                };
                if link(ui, ctx.tokens, &words).clicked() {
                    self.jump = Some(shelf);
                }
            }
            if ui.max_rect().width() < ROOM_FOR_KEYS {
                return;
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let copy = Command::CopyChosen.shortcut().filter(|_| ctx.library.yours.is_some());
                if let Some(keys) = copy {
                    key_hint(ui, ctx.tokens, &key_name(keys), "copy to yours");
                }
                key_hint(ui, ctx.tokens, "Enter", "open");
                key_hint(ui, ctx.tokens, "← ↑ → ↓", "choose");
            });
        });
    }

    fn title(&mut self, ctx: ViewCtx<'_>, shelf: Shelf, ui: &mut Ui) {
        let title = title(ui, ctx.tokens, name(shelf));
        if self.jump == Some(shelf) {
            ui.scroll_to_rect(title.rect.expand2(vec2(0.0, space::XL)), Some(Align::Min));
            self.jump = None;
        }
    }

    fn files(&mut self, ctx: ViewCtx<'_>, ui: &mut Ui) {
        let text = "Drop a .ron file anywhere on this window, choose one, or write its path.";
        ui.label(rich(text, Text::Body, ctx.tokens.text_weak));
        ui.horizontal(|ui| {
            let button = ui.add(Button::new("Open a scenario file…"));
            if ringed(ui, ctx.tokens, button).clicked() {
                ctx.send(Command::ChooseFile);
            }
            ui.add_space(space::XS);
            let field = TextEdit::singleline(&mut self.path)
                .hint_text("Path of a scenario file")
                .align(eframe::egui::Align2::LEFT_CENTER)
                .min_size(vec2(0.0, ui.spacing().interact_size.y))
                .desired_width((ui.available_width() - OPEN).clamp(160.0, PATH));
            let field = ui.add(field).accessible_name("Path of a scenario file");
            let field = ringed(ui, ctx.tokens, field);
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let ready = !self.path.trim().is_empty();
            let open = ui.add_enabled(ready, Button::new("Open"));
            let open = ringed(ui, ctx.tokens, open).clicked();
            let home = std::env::var("HOME").ok();
            let path = typed_path(&self.path, home.as_deref()).filter(|_| entered || open);
            if let Some(path) = path {
                ctx.send(Command::Open(Source::Path(path)));
            }
        });
        if ctx.library.waiting {
            ui.label(rich("Waiting for a file…", Text::Small, ctx.tokens.text_weak));
        }
    }
}

fn folder(ctx: ViewCtx<'_>, yours: &Yours, ui: &mut Ui) {
    if yours.is_there() && link(ui, ctx.tokens, "Open the folder").clicked() {
        ctx.send(Command::OpenFolder);
    }
}

const fn name(shelf: Shelf) -> &'static str {
    match shelf {
        Shelf::Bundled => "Bundled",
        Shelf::Yours => "Your scenarios",
        Shelf::Elsewhere => "From a file",
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
