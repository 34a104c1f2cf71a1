//! What the class expects of the texts before the debate.

use eframe::egui::{Align, Id, Layout, Ui, vec2};

use crate::analysis::forecasters::{Forecasts, ROOM, chance_of, foretold, typed};
use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, space};
use crate::app::widgets::{prose, ringed};
use crate::council::OutcomeId;
use crate::session::{Papers, Session};
use crate::text::{percent, rule_words};

use super::boxes::{Boxes, Entered, Number, Went};
use super::people::Picker;
use super::raised::{self, raised_of};
use super::{WIDE, bar, small, weak};

/// Room for a box and what stands beside it.
const BESIDE: f32 = 340.0;
/// The least and the most room for the name of a text.
const NAME: (f32, f32) = (160.0, 560.0);
const BAR: f32 = 150.0;

/// The residue of predictions.
#[derive(Debug, Default)]
pub(super) struct Predict {
    picker: Picker,
    boxes: Boxes,
    /// Whether the room is asked by show of hands, as chosen; else as it was asked before.
    by_hands: Option<bool>,
}

/// A text beside which a number is typed.
pub(super) struct Row {
    pub(super) outcome: OutcomeId,
    pub(super) box_id: Id,
}

impl Predict {
    /// Draws the predictions of one person, or of the room.
    pub(super) fn ui(
        &mut self,
        ctx: ViewCtx<'_>,
        session: &Session,
        papers: &mut Papers,
        ui: &mut Ui,
    ) {
        weak(
            ctx,
            "How likely is it that each text is adopted, agreed, issued or signed? 0 % is surely not, \
             100 % surely. A text without a number is left out of the score.",
            ui,
        );
        self.picker.ui(ctx, papers, Some(ROOM), ui);
        small(
            ctx,
            "“The room” is one prediction that all make together. Each pupil’s is their own; the mean \
             of the pupils’ is scored beside them, and the room is not counted in it.",
            ui,
        );
        let has_begun = session.cursor() > 0;
        if has_begun {
            small(
                ctx,
                "The debate has begun: what is entered or changed now counts, and is marked as late.",
                ui,
            );
        }
        let by = self.picker.chosen().unwrap_or(ROOM).to_owned();
        let by_hands = by == ROOM && self.choose_how(ctx, papers, ui);
        ui.add_space(space::S);
        let rows = rows(session, &by, by_hands);
        if rows.is_empty() {
            let none =
                "No text of this scenario is put to a decision: there is nothing to foretell.";
            return weak(ctx, none, ui);
        }
        let known = papers.predictions.iter().position(|it| it.by == by);
        let none = || Forecasts { by: by.clone(), ..Forecasts::default() };
        let mut forecasts = known.map_or_else(none, |at| papers.predictions[at].clone());
        let before = forecasts.clone();
        if by_hands {
            raised::present(ctx, (papers, &mut forecasts), (&mut self.boxes, &rows), ui);
        }
        for at in 0..rows.len() {
            self.row(ctx, (&rows, at, by_hands), (session, papers, &mut forecasts), ui);
        }
        small(
            ctx,
            "Enter and the arrows go on to the next text; Enter at the last goes on to the next pupil.",
            ui,
        );
        if forecasts == before {
            return;
        }
        match known {
            Some(at) => papers.predictions[at] = forecasts,
            None => papers.predictions.push(forecasts),
        }
        if has_begun && !papers.late.contains(&by) {
            papers.late.push(by);
        }
    }

    /// Whether the room is asked by show of hands.
    fn choose_how(&mut self, ctx: ViewCtx<'_>, papers: &Papers, ui: &mut Ui) -> bool {
        let mut by_hands = self.by_hands.unwrap_or(!papers.expecting.raised.is_empty());
        ui.horizontal_wrapped(|ui| {
            ui.label(rich("The room says", Text::BodyStrong, ctx.tokens.text));
            for (is, words) in [(false, "A chance all agree on"), (true, "By show of hands")] {
                let radio = ui.radio(by_hands == is, words);
                if ringed(ui, ctx.tokens, radio).clicked() {
                    by_hands = is;
                    self.by_hands = Some(is);
                }
            }
        });
        by_hands
    }

    fn row(
        &mut self,
        ctx: ViewCtx<'_>,
        (rows, at, by_hands): (&[Row], usize, bool),
        (session, papers, forecasts): (&Session, &mut Papers, &mut Forecasts),
        ui: &mut Ui,
    ) {
        let Row { outcome, box_id } = rows[at];
        let chance = forecasts.adopted.get(&outcome).copied();
        let went = ui.horizontal_top(|ui| {
            let label = name(ctx, session, outcome, ui);
            let value = if by_hands {
                papers.expecting.raised.get(&outcome).map(u32::to_string)
            } else {
                chance.map(typed)
            };
            let value = value.unwrap_or_default();
            // A row of its own stands at the top, and its parts on one line.
            ui.horizontal(|ui| {
                let number = Number { id: box_id, value: &value, label };
                let (entered, went) = self.boxes.ui(ctx, number, ui);
                if let Some(entered) = entered {
                    let refused = if by_hands {
                        raised_of(outcome, &entered, (&mut papers.expecting, forecasts))
                    } else {
                        chance_in(outcome, &entered, forecasts)
                    };
                    self.boxes.refuse(box_id, refused);
                }
                beside(ctx, (by_hands, chance), ui);
                went
            })
            .inner
        });
        self.boxes.wrong(ctx, box_id, ui);
        self.go(papers, (rows, at, went.inner), ui);
    }

    /// Takes the keyboard to the next box, or to the one before; after the last, to the first of
    /// the next pupil. What cannot be holds it.
    fn go(&mut self, papers: &Papers, (rows, at, went): (&[Row], usize, Went), ui: &Ui) {
        if self.boxes.is_refused(rows[at].box_id) {
            return;
        }
        let to = match went {
            Went::Nowhere => None,
            Went::Back => at.checked_sub(1).map(|before| rows[before].box_id),
            Went::On => rows.get(at + 1).map(|next| next.box_id).or_else(|| {
                let next = self.picker.choose_next(papers)?;
                Some(box_of(next, rows[0].outcome, false))
            }),
        };
        if let Some(to) = to {
            ui.memory_mut(|memory| memory.request_focus(to));
        }
    }
}

/// The texts of which something is foretold, each with its box.
fn rows(session: &Session, by: &str, by_hands: bool) -> Vec<Row> {
    let row = |outcome| Row { outcome, box_id: box_of(by, outcome, by_hands) };
    foretold(session.scenario()).map(row).collect()
}

fn box_of(by: &str, outcome: OutcomeId, by_hands: bool) -> Id {
    Id::unique(("class-number", by, outcome, by_hands))
}

/// The name of a text, its form and its rule; returns what names its box.
fn name(ctx: ViewCtx<'_>, session: &Session, outcome: OutcomeId, ui: &mut Ui) -> Id {
    let scenario = session.scenario();
    let form = session.state().texts[outcome].form;
    let words = format!("{} · {}", upper_first(form.name()), rule_words(scenario, form));
    let width = (ui.available_width() - BESIDE).clamp(NAME.0, NAME.1);
    let down = Layout::top_down(Align::Min);
    ui.allocate_ui_with_layout(vec2(width, 0.0), down, |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 0.0;
        let title = &scenario.outcomes[outcome].title;
        let label = prose(ui, title, (Text::BodyStrong, ctx.tokens.text), WIDE);
        prose(ui, &words, (Text::Small, ctx.tokens.text_weak), WIDE);
        label.id
    })
    .inner
}

/// What stands beside a box: what the number means, and a bar.
fn beside(ctx: ViewCtx<'_>, (by_hands, chance): (bool, Option<f64>), ui: &mut Ui) {
    let unit = if by_hands { "hands" } else { "%" };
    ui.label(rich(unit, Text::Body, ctx.tokens.text_weak));
    if let Some(chance) = chance {
        bar(ctx, (chance as f32, BAR), ui);
        if by_hands {
            ui.label(rich(percent(chance), Text::Body, ctx.tokens.text_weak));
        }
    }
}

/// Takes what was typed as the chance of a text; where it is none, what stood there before stays,
/// and it is told why.
fn chance_in(outcome: OutcomeId, entered: &Entered, forecasts: &mut Forecasts) -> Option<String> {
    let read = chance_of(&entered.text);
    let chance = read.or_else(|_| chance_of(&entered.before)).unwrap_or_default();
    match chance {
        Some(chance) => forecasts.adopted.insert(outcome, chance),
        None => forecasts.adopted.remove(&outcome),
    };
    read.err().map(|why| why.to_string())
}
