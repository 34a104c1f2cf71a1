//! What a screen reader says when a turn is shown.

use eframe::egui::{Rect, Role, Sense, Ui, Vec2, WidgetInfo, accesskit::Live};

use crate::app::shell::upper_first;
use crate::app::turn_words::shown_turn;
use crate::session::{Session, TurnKind};
use crate::text::EntryKind;

use super::outcomes::settled;
use super::turn;

/// Puts the announcement where only screen readers find it.
pub(super) fn announce(session: &Session, ui: &Ui) {
    let words = words(session);
    let place = Rect::from_min_size(ui.max_rect().min, Vec2::ZERO);
    let response = ui.interact(place, ui.make_persistent_id("announcement"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
}

/// "Turn 12 of 38, simulated: Algeria, supporting …".
fn words(session: &Session) -> String {
    let Some(turn) = session.turn() else {
        return "The debate has not begun.".to_owned();
    };
    let of = format!("{}, simulated", shown_turn(session));
    let result = |outcome| {
        let result = session.results().iter().find(|row| row.outcome == outcome)?;
        let title = &session.scenario().outcomes[outcome].title;
        settled(session, result).map(|(words, why)| format!("{title}: {words}. {why}"))
    };
    let told = match turn.kind {
        TurnKind::Decision(outcome) | TurnKind::Signature(outcome) => result(outcome),
        _ => None,
    };
    let entries = turn::entries(session, turn);
    let headline = || {
        entries.iter().find_map(|entry| match &entry.kind {
            EntryKind::Statement { headline, .. } => Some(headline.clone()),
            _ => None,
        })
    };
    let first = || {
        let entry = entries.iter().find(|entry| entry.kind != EntryKind::Heading)?;
        Some(entry.text.split_inclusive(". ").next().unwrap_or_default().trim().to_owned())
    };
    let told = told.or_else(headline).or_else(first);
    format!("{of}: {}", upper_first(&told.unwrap_or_else(|| turn.stage.label().to_owned())))
}
