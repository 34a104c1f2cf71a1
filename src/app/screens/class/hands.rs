//! A show of hands, counted with one key for each hand.

use eframe::egui::{Button, DragValue, Key, Modifiers, Ui};

use crate::analysis::hands::{counted_of, hands, set_hands};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, rich, space};
use crate::app::widgets::{described, framed, key_cap, prose, ringed};
use crate::scenario::Question;
use crate::session::Papers;

use super::questions::Round;
use super::{WIDE, bar, pressed, small};

/// The keys of the choices.
const KEYS: [Key; 8] = [Key::A, Key::B, Key::C, Key::D, Key::E, Key::F, Key::G, Key::H];
/// More hands are in no room.
const MOST: u32 = 999;
/// A bar of all hands.
const BAR: f32 = 320.0;

/// The letter of a choice, by its place.
pub(super) fn letter(place: usize) -> &'static str {
    KEYS.get(place).map_or("?", |key| key.name())
}

/// Draws the question whose hands are counted, and counts them. `true` where the class wants to go
/// on from the last.
pub(super) fn hands_up(
    ctx: ViewCtx<'_>,
    (questions, round): (&[Question], Round),
    (papers, at): (&mut Papers, &mut usize),
    ui: &mut Ui,
) -> bool {
    *at = (*at).min(questions.len().saturating_sub(1));
    let Some(question) = questions.get(*at) else { return false };
    let counted = match round {
        Round::Before => &mut papers.hands.before,
        Round::After => &mut papers.hands.after,
    };
    keys((question, *at), counted, ui);
    framed(ui, ctx.tokens, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        let place = format!("Question {} of {}", *at + 1, questions.len());
        ui.label(rich(place, Text::Small, ctx.tokens.text_weak));
        prose(ui, &question.text, (Text::BodyStrong, ctx.tokens.text), WIDE);
        let all: u32 = counted.get(*at).map_or(0, |it| it.iter().sum());
        for (place, choice) in question.choices.iter().enumerate() {
            let mut count = hands(counted, *at, place);
            let before = count;
            row(ctx, (place, choice), (&mut count, all), ui);
            if count != before {
                set_hands(counted, (*at, place), count);
            }
        }
        let raised = if all == 1 { "1 hand".to_owned() } else { format!("{all} hands") };
        ui.label(rich(raised, Text::Body, ctx.tokens.text));
        if let Some(words) = differs(counted, (*at, questions.len())) {
            small(ctx, &words, ui);
        }
    });
    let is_last = *at + 1 == questions.len();
    let goes_on = ui.horizontal(|ui| {
        let ways = [("Previous question", *at > 0), ("Next question", !is_last)];
        let [back, on] =
            ways.map(|(words, may)| ui.add_enabled_ui(may, |ui| pressed(ctx, words, ui)).inner);
        *at = (*at + usize::from(on)) - usize::from(back);
        let leads_on = is_last && round == Round::Before;
        leads_on && pressed(ctx, "Go on to the predictions", ui)
    });
    small(
        ctx,
        "Each letter adds a hand to its choice; with Shift it takes one away. The number can be \
         typed as well.",
        ui,
    );
    goes_on.inner
}

/// A remark where another question has another number of hands: some did not answer, or one was
/// counted twice.
fn differs(counted: &[Vec<u32>], (at, questions): (usize, usize)) -> Option<String> {
    let here = counted_of(counted, at)?;
    let others = (0..questions).filter_map(|it| Some((it, counted_of(counted, it)?)));
    let (other, there) = others.into_iter().find(|(_, count)| *count != here)?;
    Some(format!("Question {} has {there}: not all may have raised a hand both times.", other + 1))
}

/// Counts the hands of the keys pressed in this frame.
fn keys((question, at): (&Question, usize), counted: &mut Vec<Vec<u32>>, ui: &Ui) {
    if ui.text_edit_focused() || ui.memory(|memory| memory.top_modal_layer().is_some()) {
        return;
    }
    for (place, key) in KEYS.into_iter().enumerate().take(question.choices.len()) {
        let (fewer, more) = ui.input_mut(|input| {
            let fewer = input.count_and_consume_key(Modifiers::SHIFT, key);
            (fewer, input.count_and_consume_key(Modifiers::NONE, key))
        });
        if fewer + more > 0 {
            let count = hands(counted, at, place).saturating_add(more as u32);
            let count = count.saturating_sub(fewer as u32).min(MOST);
            set_hands(counted, (at, place), count);
        }
    }
}

/// A choice with its hands.
fn row(
    ctx: ViewCtx<'_>,
    (place, choice): (usize, &str),
    (count, all): (&mut u32, u32),
    ui: &mut Ui,
) {
    let label = ui.horizontal_top(|ui| {
        key_cap(ui, ctx.tokens, letter(place));
        // A row of its own breaks lines.
        ui.vertical(|ui| prose(ui, choice, (Text::Body, ctx.tokens.text), WIDE)).inner
    });
    ui.horizontal(|ui| {
        ui.add_space(space::XL + space::S);
        let name = format!("For {}", letter(place));
        let fewer = ui.add_enabled(*count > 0, Button::new("One fewer"));
        described(&fewer, &name);
        if ringed(ui, ctx.tokens, fewer).clicked() {
            *count -= 1;
        }
        let field = ui.add(DragValue::new(count).range(0..=MOST).speed(0.1));
        ringed(ui, ctx.tokens, field).labelled_by(label.inner.id);
        let more = ui.add_enabled(*count < MOST, Button::new("One more"));
        described(&more, &name);
        if ringed(ui, ctx.tokens, more).clicked() {
            *count += 1;
        }
        let width = BAR.min(ui.available_width() - space::S).max(0.0);
        let share = if all == 0 { 0.0 } else { *count as f32 / all as f32 };
        bar(ctx, (share, width), ui);
    });
}
