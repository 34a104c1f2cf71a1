//! A column of boxes to type numbers in: Enter and the arrows go from one to the next.

use eframe::egui::{
    Align2, Id, Key, Modifiers, Response, TextEdit, Ui, text::CCursorRange,
    text_edit::TextEditState,
};

use crate::app::context::ViewCtx;
use crate::app::theme::{Text, size};
use crate::app::widgets::{prose, ringed};

/// No number of a class is longer.
const LONGEST: usize = 8;
const WIDTH: f32 = 56.0;

/// A box: which, and what stands in it as long as nobody types.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number<'a> {
    pub(super) id: Id,
    pub(super) value: &'a str,
    /// The label that names it.
    pub(super) label: Id,
}

/// Where the keyboard is to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Went {
    Nowhere,
    On,
    Back,
}

/// What was typed in this frame, and what stood there before it was begun.
#[derive(Debug)]
pub(super) struct Entered {
    pub(super) text: String,
    pub(super) before: String,
}

/// The residue of the boxes.
#[derive(Debug, Default)]
pub(super) struct Boxes {
    typed: Option<Typed>,
    /// In which box something stands, or stood, that cannot be, and why.
    refused: Option<(Id, String)>,
}

#[derive(Debug)]
struct Typed {
    id: Id,
    text: String,
    before: String,
}

impl Boxes {
    /// Draws a box.
    pub(super) fn ui(
        &mut self,
        ctx: ViewCtx<'_>,
        it: Number<'_>,
        ui: &mut Ui,
    ) -> (Option<Entered>, Went) {
        let has_keyboard = ui.memory(|memory| memory.has_focus(it.id));
        let went = if has_keyboard { went(ui) } else { Went::Nowhere };
        // What is settled by a key stands as it was understood.
        let goes_on = has_keyboard && (went == Went::Nowhere || self.is_refused(it.id));
        let typed = self.typed.take_if(|typed| typed.id == it.id).filter(|_| goes_on);
        let (mut text, before) = typed.map_or_else(
            || (it.value.to_owned(), it.value.to_owned()),
            |typed| (typed.text, typed.before),
        );
        let edit = TextEdit::singleline(&mut text)
            .id(it.id)
            .char_limit(LONGEST)
            .desired_width(WIDTH)
            .align(Align2::RIGHT_CENTER);
        let field = ui.add(edit).labelled_by(it.label);
        let field = ringed(ui, ctx.tokens, field);
        if field.gained_focus() {
            select_all(&field, &text);
        }
        let entered =
            field.changed().then(|| Entered { text: text.clone(), before: before.clone() });
        if field.has_focus() {
            self.typed = Some(Typed { id: it.id, text, before });
        }
        (entered, went)
    }

    /// Says why what was typed in a box cannot be; `None`, where it can.
    pub(super) fn refuse(&mut self, id: Id, why: Option<String>) {
        match why {
            Some(why) => self.refused = Some((id, why)),
            None if self.is_refused(id) => self.refused = None,
            None => {}
        }
    }

    /// Whether what was typed last in a box cannot be.
    pub(super) fn is_refused(&self, id: Id) -> bool {
        self.refused.as_ref().is_some_and(|(at, _)| *at == id)
    }

    /// Draws what is wrong in a box, below it.
    pub(super) fn wrong(&self, ctx: ViewCtx<'_>, id: Id, ui: &mut Ui) {
        if let Some((_, why)) = self.refused.as_ref().filter(|(at, _)| *at == id) {
            prose(ui, why, (Text::SmallStrong, ctx.tokens.text), size::MEASURE);
        }
    }
}

/// Where the keys of this frame lead from a box.
fn went(ui: &Ui) -> Went {
    ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        if pressed(Key::ArrowUp) {
            Went::Back
        } else if pressed(Key::Enter) || pressed(Key::ArrowDown) {
            Went::On
        } else {
            Went::Nowhere
        }
    })
}

/// What is typed next stands in the place of what stood there.
fn select_all(field: &Response, text: &str) {
    let mut state = TextEditState::load(&field.ctx, field.id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::select_all_str(text)));
    state.store(&field.ctx, field.id);
}
