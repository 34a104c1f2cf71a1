//! The desk of a seat: what waits for a person, and what can be done about it.

mod ask;
mod brief;
mod chair;
mod coach;
mod composer;
mod curtain;
mod drafts;
mod notebook;
mod pen;
mod round;
mod silence;
mod soundings;
mod strip;
mod time;
mod times;
mod vote;

use eframe::egui::{Align, Button, Frame, Layout, Margin, ScrollArea, TextEdit, Ui};

use crate::app::command::{Command, SeatCommand};
use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, size, space};
use crate::app::widgets::{keys_are_free, prose, ringed, title};
use crate::council::{AdoptionRule, DelegationId, OutcomeId};
use crate::debate::Action;
use crate::session::{Draft, Due, Eyes, Jotting, Matter, Session};

pub(super) use brief::brief;
pub(super) use notebook::notebook;
pub(super) use strip::{StripClick, strip};

use chair::{rests_on, short};

/// The residue of the desk.
#[derive(Debug, Default)]
pub(super) struct Desk {
    /// Whether it lies over the table while something waits.
    is_put_away: bool,
    /// What it was about in the frame before.
    about: Option<(DelegationId, Matter)>,
    /// How many turns had been shown when something waited last; none, where nothing has since the
    /// screen was opened.
    waited_at: Option<usize>,
    composer: composer::Composer,
    soundings: soundings::Soundings,
    round: round::Round,
    vote: vote::Vote,
    silence: silence::Silence,
    chair: chair::Chair,
}

impl Desk {
    /// Whether it lies over the table.
    pub(super) fn is_open(&self, session: &Session) -> bool {
        session.due().is_some() && !self.is_put_away
    }

    /// Brings it out.
    pub(super) fn bring_out(&mut self) {
        self.is_put_away = false;
    }

    /// Forgets what belonged to what waited before.
    pub(super) fn look(&mut self, session: &Session) {
        let about = session.due().map(|due| (due.who, due.matter));
        if self.about != about {
            // Who presides looks at the room: the next step stands in the strip below it. So do
            // others where something has happened that the desk would cover.
            let is_put_away = about.is_some_and(|(_, matter)| {
                matter == Matter::Chair || self.waited_at.is_some_and(|at| at != session.cursor())
            });
            *self = Self { is_put_away, about, waited_at: self.waited_at, ..Self::default() };
        }
        if about.is_some() {
            self.waited_at = Some(session.cursor());
        }
    }

    /// Draws it.
    pub(super) fn ui(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let Some(due) = session.due() else { return };
        if is_behind_the_curtain(session, due) {
            return curtain::curtain(ctx, session, due, ui);
        }
        let margin = Margin { left: 24, right: 20, top: 16, bottom: 12 };
        Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            if due.matter == Matter::Floor {
                self.head(ctx, session, due, ui);
                time::over(ctx, due.matter, ui);
                return self.composer.ui(ctx, session, due, ui);
            }
            self.head(ctx, session, due, ui);
            time::over(ctx, due.matter, ui);
            let height = (ui.available_height() - 52.0).max(80.0);
            // Each matter begins at its top.
            let id = format!("desk {:?} {:?}", due.who, due.matter);
            let area = ScrollArea::vertical().id_salt(id).max_height(height);
            area.auto_shrink([false, false]).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::S;
                ui.set_width(ui.available_width() - space::M);
                self.matter(ctx, session, due, ui);
            });
            ui.add_space(space::S);
            self.foot(ctx, session, due, ui);
        });
    }

    fn head(&mut self, ctx: ViewCtx<'_>, session: &Session, due: &Due, ui: &mut Ui) {
        ui.horizontal(|ui| {
            title(ui, ctx.tokens, &heading(session, due));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let button =
                    ui.add(Button::new(rich("See the room", Text::Small, ctx.tokens.text)));
                if ringed(ui, ctx.tokens, button).clicked() {
                    self.is_put_away = true;
                }
                time::left(ctx, due.matter, ui);
            });
        });
    }

    fn matter(&mut self, ctx: ViewCtx<'_>, session: &Session, due: &Due, ui: &mut Ui) {
        match due.matter {
            Matter::Soundings => self.soundings.ui(ctx, session, (due.who, None), ui),
            Matter::Floor => {}
            Matter::Round(_) => self.round.ui(ctx, session, due.who, ui),
            Matter::Answer { outcome, .. } => pen::answer(ctx, session, outcome, ui),
            Matter::Conclusion { outcome, .. } => {
                pen::conclusion(ctx, session, (due.who, outcome), ui);
            }
            Matter::Silence { outcome, extended } => {
                self.silence.ui(ctx, session, (due.who, outcome, extended), ui);
            }
            Matter::Vote(outcome) => self.vote.ui(ctx, session, (due.who, outcome), ui),
            Matter::Chair => self.chair.ui(ctx, session, due, ui),
        }
    }

    /// What ends the matter.
    fn foot(&mut self, ctx: ViewCtx<'_>, session: &Session, due: &Due, ui: &mut Ui) {
        let who = due.who;
        match due.matter {
            Matter::Vote(outcome) => self.vote.foot(ctx, session, (who, outcome), ui),
            Matter::Silence { outcome, .. } => self.silence.foot(ctx, (who, outcome), ui),
            Matter::Chair => chair::foot(ctx, session, due, ui),
            _ => finish(ctx, (done_words(due.matter), done_note(due.matter)), ui),
        }
    }
}

/// The button that ends a matter, and what then becomes of the rest.
fn finish(ctx: ViewCtx<'_>, (words, note): (&str, &str), ui: &mut Ui) {
    ui.horizontal(|ui| {
        if main_action(ctx, words, true, ui) {
            ctx.send(Command::Seat(SeatCommand::Finish));
        }
        prose(ui, note, (Text::Small, ctx.tokens.text_weak), 420.0);
    });
}

/// The main button of the desk, which Enter presses where nothing else has the keyboard.
fn main_action(ctx: ViewCtx<'_>, words: &str, enabled: bool, ui: &mut Ui) -> bool {
    let pressed = ui.add_enabled_ui(enabled, |ui| {
        crate::app::widgets::primary_button(ui, ctx.tokens, words).clicked()
    });
    let entered = enabled
        && keys_are_free(ui)
        && ui.input_mut(|input| {
            input.consume_key(eframe::egui::Modifiers::NONE, eframe::egui::Key::Enter)
        });
    pressed.inner || entered
}

/// Asks for an act.
fn act(ctx: ViewCtx<'_>, action: Action) {
    ctx.send(Command::Seat(SeatCommand::Act(action)));
}

const fn done_words(matter: Matter) -> &'static str {
    match matter {
        Matter::Soundings => "Go to the meeting",
        Matter::Round(_) => "Done with this round",
        Matter::Answer { .. } => "Let capital answer",
        Matter::Conclusion { .. } => "Take the next step",
        Matter::Floor | Matter::Silence { .. } | Matter::Vote(_) | Matter::Chair => "Go on",
    }
}

const fn done_note(matter: Matter) -> &'static str {
    match matter {
        Matter::Soundings => "Soundings that are not used now are lost.",
        Matter::Round(_) => "Offers are answered by the penholders when all have finished.",
        Matter::Answer { .. } => "It takes what helps the text most, if anything does.",
        Matter::Conclusion { .. } => "Silence where consensus is needed; else the text in blue.",
        Matter::Floor | Matter::Silence { .. } | Matter::Vote(_) | Matter::Chair => "",
    }
}

/// What is asked, and of whom: "Slovenia has the floor".
fn heading(session: &Session, due: &Due) -> String {
    let who = upper_first(&session.scenario().members[due.who].name.in_sentence());
    match due.matter {
        Matter::Soundings => format!("{who}: soundings before the meeting"),
        Matter::Floor => format!("{who}: its statement"),
        Matter::Round(round) => format!("{who}: consultations, round {round}"),
        Matter::Answer { .. } => format!("{who} holds the pen: what was offered"),
        Matter::Conclusion { .. } => format!("{who} holds the pen: the next step"),
        Matter::Silence { .. } => format!("{who}: the silence procedure"),
        Matter::Vote(outcome) => match asked_as(session, outcome) {
            Asked::Signature => format!("{who}: to sign or not"),
            Asked::Objection => format!("{who}: to object or not"),
            Asked::Vote => format!("{who}: the vote"),
        },
        Matter::Chair => "The President’s next step".to_owned(),
    }
}

/// In which way members are asked about a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Vote,
    Objection,
    Signature,
}

fn asked_as(session: &Session, outcome: OutcomeId) -> Asked {
    match session.state().room(session.scenario()).rule(outcome) {
        AdoptionRule::Consensus => Asked::Objection,
        AdoptionRule::Signature => Asked::Signature,
        _ => Asked::Vote,
    }
}

/// Whether another player looks than the one who is to act.
fn is_behind_the_curtain(session: &Session, due: &Due) -> bool {
    let is_seat = session.seats().contains(&due.who) && due.matter != Matter::Chair;
    is_seat && session.eyes() != Eyes::Seat(due.who) && session.eyes() != Eyes::All
}

/// A field for a few lines of words, below its name.
fn field(
    ctx: ViewCtx<'_>,
    (name, hint): (&str, &str),
    (words, rows): (&mut String, usize),
    ui: &mut Ui,
) {
    let label = ui.label(rich(name, Text::Body, ctx.tokens.text));
    let edit = TextEdit::multiline(words).desired_rows(rows).hint_text(hint);
    let width = size::MEASURE.min(ui.available_width());
    let edit = ui.add(edit.desired_width(width)).labelled_by(label.id);
    ringed(ui, ctx.tokens, edit);
}

/// A field whose words are kept among what is being written for a seat. Those that stand in it.
fn jotted(
    ctx: ViewCtx<'_>,
    session: &Session,
    ((who, what), name, rows): ((DelegationId, Jotting), (&str, &str), usize),
    ui: &mut Ui,
) -> String {
    let before = session.draft(who).and_then(|draft| draft.jotted(what)).unwrap_or_default();
    let mut words = before.to_owned();
    field(ctx, name, (&mut words, rows), ui);
    if words != before {
        jot(ctx, session, (who, what), (!words.is_empty()).then(|| words.clone()));
    }
    words
}

/// Keeps words among what is being written for a seat.
fn jot(
    ctx: ViewCtx<'_>,
    session: &Session,
    (who, what): (DelegationId, Jotting),
    words: Option<String>,
) {
    let mut draft = session.draft(who).cloned().unwrap_or_else(|| Draft::empty(who));
    draft.jot(what, words);
    ctx.send(Command::Seat(SeatCommand::Draft(who, Some(draft))));
}

/// A text by its title, its form and where it stands, as a paragraph.
fn text_line(session: &Session, outcome: OutcomeId) -> String {
    let scenario = session.scenario();
    let form = session.state().texts[outcome].form;
    format!("“{}”, a {}", scenario.outcomes[outcome].title, form.name())
}
