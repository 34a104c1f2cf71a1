//! The library: the scenarios that can be opened, and what is wrong with a file that cannot.

mod cards;
mod problems;

use eframe::egui::{Align, Button, CentralPanel, Frame, Key, Layout, TextEdit, Ui, vec2};

use crate::app::command::{Command, Source};
use crate::app::context::ViewCtx;
use crate::app::library::Shelf;
use crate::app::shell::key_name;
use crate::app::theme::{Text, rich, space};
use crate::app::typed::typed_path;
use crate::app::widgets::{heading, key_hint, link, page, reading_width, title};
use crate::app::yours::Yours;

const WIDTH: f32 = 820.0;
/// Room for the button behind the field for a path.
const OPEN: f32 = 69.0;

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
}

impl LibraryScreen {
    /// Draws the screen.
    pub(super) fn ui(&mut self, ctx: ViewCtx<'_>, ui: &mut Ui) {
        CentralPanel::default().frame(Frame::new()).show(ui, |ui| {
            page(ui, ctx.tokens, "library", |ui| {
                reading_width(ui, WIDTH, |ui| {
                    ui.spacing_mut().item_spacing.y = space::M;
                    self.problems(ctx, ui);
                    self.contents(ctx, ui);
                });
            });
        });
    }

    fn problems(&mut self, ctx: ViewCtx<'_>, ui: &mut Ui) {
        let Some(it) = &ctx.library.problems else { return };
        let is_new = self.list_in_view != it.number;
        if is_new {
            self.list_in_view = it.number;
            // The list is what is looked for, not the card.
            self.in_view = ctx.library.chosen().map(|book| book.source.clone());
        }
        problems::problems(ctx, it, is_new, ui);
    }

    fn contents(&mut self, ctx: ViewCtx<'_>, ui: &mut Ui) {
        heading(ui, ctx.tokens, "Which debate?");
        let text = "A scenario is one meeting of a council. Everything said in it is simulated.";
        ui.label(rich(text, Text::Body, ctx.tokens.text_weak));
        self.ways(ctx, ui);
        self.title(ctx, Shelf::Bundled, ui);
        cards::cards(ctx, Shelf::Bundled, &mut self.in_view, ui);
        if let Some(yours) = &ctx.library.yours {
            ui.add_space(space::L);
            ui.horizontal(|ui| {
                self.title(ctx, Shelf::Yours, ui);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| folder(ctx, yours, ui));
            });
            cards::yours(ctx, yours, &mut self.in_view, ui);
        }
        ui.add_space(space::L);
        self.title(ctx, Shelf::Elsewhere, ui);
        cards::cards(ctx, Shelf::Elsewhere, &mut self.in_view, ui);
        self.files(ctx, ui);
        ui.add_space(space::XL);
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
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let copy = Command::CopyChosen.shortcut().filter(|_| ctx.library.yours.is_some());
                if let Some(keys) = copy {
                    key_hint(ui, ctx.tokens, &key_name(keys), "copy to yours");
                }
                key_hint(ui, ctx.tokens, "Enter", "open");
                key_hint(ui, ctx.tokens, "↑ ↓", "choose");
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
            if ui.add(Button::new("Open a scenario file…")).clicked() {
                ctx.send(Command::ChooseFile);
            }
            ui.add_space(space::XS);
            let field = TextEdit::singleline(&mut self.path)
                .hint_text("Path of a scenario file")
                .align(eframe::egui::Align2::LEFT_CENTER)
                .min_size(vec2(0.0, ui.spacing().interact_size.y))
                .desired_width((ui.available_width() - OPEN).max(160.0));
            let field = ui.add(field).accessible_name("Path of a scenario file");
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let ready = !self.path.trim().is_empty();
            let open = ui.add_enabled(ready, Button::new("Open")).clicked();
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
