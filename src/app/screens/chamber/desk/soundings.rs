//! Soundings: whom to ask about which text, and what was answered.

use eframe::egui::{Button, Ui};

use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, size, space};
use crate::app::widgets::{choose, described, prose, ringed, section};
use crate::council::{DelegationId, OutcomeId};
use crate::debate::{Action, Leaning};
use crate::session::{Note, Session, notebook};

use super::act;

/// What has been chosen so far.
#[derive(Debug, Default)]
pub(super) struct Soundings {
    text: usize,
}

impl Soundings {
    /// Draws whom one can ask, with what has been answered.
    pub(super) fn ui(
        &mut self,
        ctx: ViewCtx<'_>,
        session: &Session,
        (who, about): (DelegationId, Option<OutcomeId>),
        ui: &mut Ui,
    ) {
        let left = session.state().bargaining.soundings_left(who);
        let left = match left {
            0 => "No sounding is left.".to_owned(),
            1 => "One sounding is left.".to_owned(),
            left => format!("{left} soundings are left."),
        };
        let text = format!(
            "A sounding is a question in confidence. The answer is a leaning in words, true as far \
             as the delegation knows itself, and vaguer where you are not close or it is guarded. \
             {left}"
        );
        prose(ui, &text, (Text::Body, ctx.tokens.text_weak), size::MEASURE);
        let title = |it: OutcomeId| session.scenario().outcomes[it].title.clone();
        let outcome = if let Some(outcome) = about {
            outcome
        } else {
            let texts = texts(session);
            let titles: Vec<String> = texts.iter().map(|&it| title(it)).collect();
            choose(ui, "About the text", (&mut self.text, &titles));
            let Some(&outcome) = texts.get(self.text) else { return };
            outcome
        };
        ui.add_space(space::XS);
        let about = format!("about “{}”", title(outcome));
        section(ui, ctx.tokens, "Whom to ask", Some(&about));
        let notes = notebook(session, who);
        let is_left = session.state().bargaining.soundings_left(who) > 0;
        for &of in session.scenario().seating() {
            if of != who {
                row(ctx, session, (who, of, outcome), (&notes, is_left), ui);
            }
        }
    }
}

/// The texts that members decide on, in the order of the file.
pub(super) fn texts(session: &Session) -> Vec<OutcomeId> {
    let scenario = session.scenario();
    let room = session.state().room(scenario);
    let outcomes = scenario.order.outcomes.iter().copied();
    outcomes.filter(|&outcome| room.rule(outcome).is_decided_by_members()).collect()
}

fn row(
    ctx: ViewCtx<'_>,
    session: &Session,
    (by, of, outcome): (DelegationId, DelegationId, OutcomeId),
    (notes, is_left): (&[Note], bool),
    ui: &mut Ui,
) {
    let name = upper_first(&session.scenario().members[of].name.in_sentence());
    let stage = session.state().stage_name(session.scenario());
    let mut told = notes.iter().filter(|note| (note.of, note.outcome) == (of, outcome));
    let told = told.next_back();
    // What it answered a moment ago it would answer again.
    let is_new = told.is_none_or(|note| note.stage != stage);
    let is_played = session.seats().contains(&of);
    ui.horizontal(|ui| {
        let button = Button::new(rich("Sound out", Text::Small, ctx.tokens.text));
        let button = ui.add_enabled(is_left && is_new && !is_played, button);
        described(&button, &name);
        if ringed(ui, ctx.tokens, button).clicked() {
            act(ctx, Action::SoundOut { by, of, outcome });
        }
        ui.label(rich(&name, Text::Body, ctx.tokens.text));
        if let Some(note) = told {
            ui.label(rich(leaning_words(note.leaning), Text::BodyStrong, ctx.tokens.text));
        } else if is_played {
            let words = "is played in this room: ask them";
            ui.label(rich(words, Text::Small, ctx.tokens.text_weak));
        }
    });
}

/// A leaning as it stands in a notebook.
pub(super) const fn leaning_words(leaning: Leaning) -> &'static str {
    match leaning {
        Leaning::Against => "would not join",
        Leaning::Doubtful => "leans against",
        Leaning::Open => "could go either way",
        Leaning::Inclined => "leans in favour",
        Leaning::InFavour => "would join",
    }
}
