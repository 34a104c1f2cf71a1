//! Procedure at this turn: points of order, motions, votes on amendments and on parts.

use eframe::egui::Ui;

use crate::app::context::ViewCtx;
use crate::app::theme::{Text, size, space};
use crate::app::widgets::prose;
use crate::council::OutcomeId;
use crate::debate::{Book, Event, EventKind, Motion, Question};
use crate::scenario::Scenario;
use crate::session::{Session, Turn};
use crate::text::Entry;

use super::{consultations, record, turn};

/// Draws what was raised, ruled on or decided.
pub(super) fn procedure(ctx: ViewCtx<'_>, session: &Session, turn: &Turn, ui: &mut Ui) {
    let events = session.events_of(turn);
    let found = events.iter().find_map(|event| title(session.scenario(), event));
    let (title, about) = found.unwrap_or(("Procedure", String::new()));
    consultations::head(ctx, title, &about, ui);
    let outside: Vec<&Entry> = turn::entries(session, turn)
        .into_iter()
        .filter(|entry| entry.book == Book::Outside)
        .collect();
    // An objection before the meeting stands in no record.
    if !outside.is_empty() {
        record::ground(ctx, ui, |ui| {
            for entry in outside {
                prose(ui, &entry.text, (Text::Body, ctx.tokens.text), size::MEASURE + 120.0);
            }
        });
        ui.add_space(space::XS);
    }
    turn::record(ctx, session, turn, ui);
}

/// What an event is called, and what it is about or rests on.
fn title(scenario: &Scenario, event: &Event) -> Option<(&'static str, String)> {
    let about = |outcome: OutcomeId| scenario.outcomes[outcome].title.clone();
    let said = match &event.kind {
        EventKind::QuestionRaised { question, .. } => match *question {
            Question::Agenda => ("Objection to the agenda", rule("9")),
            Question::Invitation(_) => ("Objection to an invitation", rule("37 and 39")),
            Question::PointOfOrder => ("Point of order", rule("30")),
            Question::Ruling => ("The ruling is challenged", rule("30")),
            Question::Motion(motion) => (moved(motion), rule("33")),
            Question::SeparateVote { .. } => ("Request for a separate vote", rule("32")),
        },
        EventKind::RulingGiven { .. } => ("The President rules", rule("30")),
        EventKind::QuestionDecided { question: Question::Motion(motion), .. } => {
            (voted(*motion), rule("33"))
        }
        EventKind::QuestionDecided { .. } => ("Vote on procedure", "simulated".to_owned()),
        EventKind::AmendmentDecided { outcome, .. } => ("Vote on an amendment", about(*outcome)),
        EventKind::PartDecided { outcome, .. } => ("Vote on a part of the text", about(*outcome)),
        _ => return None,
    };
    Some(said)
}

fn rule(number: &str) -> String {
    let rules = if number.contains(' ') { "rules" } else { "rule" };
    format!("{rules} {number} of the provisional rules of procedure · simulated")
}

const fn moved(motion: Motion) -> &'static str {
    match motion {
        Motion::Suspend => "Motion to suspend the meeting",
        Motion::Adjourn | Motion::AdjournToNextDay => "Motion to adjourn the meeting",
        Motion::Refer(_) => "Motion to refer a matter",
        Motion::Postpone(_) => "Motion to postpone a discussion",
        Motion::Amend { .. } => "Motion to introduce an amendment",
    }
}

const fn voted(motion: Motion) -> &'static str {
    match motion {
        Motion::Suspend => "Vote on the motion to suspend the meeting",
        Motion::Adjourn | Motion::AdjournToNextDay => "Vote on the motion to adjourn the meeting",
        Motion::Refer(_) => "Vote on the motion to refer a matter",
        Motion::Postpone(_) => "Vote on the motion to postpone a discussion",
        Motion::Amend { .. } => "Vote on the motion to introduce an amendment",
    }
}
