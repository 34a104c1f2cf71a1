//! Time keeping for who presides: how long each has spoken, and who went over the limit.

use eframe::egui::{Button, Sense, Ui, vec2};

use crate::app::clock::minutes_and_seconds;
use crate::app::command::{Command, SeatCommand};
use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, size, space};
use crate::app::widgets::{Icon, columns, paint_icon, prose, ringed, section};
use crate::council::{DelegationId, Statement};
use crate::debate::EventKind;
use crate::session::{Papers, Session};
use crate::text::speaker_words;

/// Times that are nearer to each other than this, in minutes, are the same.
const SAME: f64 = 1e-6;
const SIGN: f32 = 14.0;
/// Width of the columns of times.
const TIME: f32 = 90.0;
const NOTE: f32 = 170.0;
const NAME: f32 = 240.0;

/// How long a delegation has spoken, in minutes.
struct Used {
    who: DelegationId,
    minutes: f64,
    statements: usize,
    /// How many of its statements were longer than the limit.
    over: usize,
}

/// What each has used of the time so far, in the order in which they first spoke.
fn used(session: &Session) -> Vec<Used> {
    let limit = session.scenario().time_limit;
    let mut all: Vec<Used> = Vec::new();
    for event in &session.record().events[..session.events_shown()] {
        let EventKind::StatementDelivered(said) = &event.kind else { continue };
        let over = usize::from(said.minutes > limit + SAME);
        if let Some(it) = all.iter_mut().find(|it| it.who == said.speaker) {
            it.minutes += said.minutes;
            it.statements += 1;
            it.over += over;
        } else {
            let (who, minutes) = (said.speaker, said.minutes);
            all.push(Used { who, minutes, statements: 1, over });
        }
    }
    all
}

/// The statement of the turn shown, if it was longer than the limit.
fn over(session: &Session) -> Option<&Statement> {
    let limit = session.scenario().time_limit;
    let events = session.events_of(session.turn()?);
    events.iter().find_map(|event| match &event.kind {
        EventKind::StatementDelivered(said) if said.minutes > limit + SAME => Some(said),
        _ => None,
    })
}

/// The same in few words: "Over the time limit: 7:16 of 5:00".
pub(super) fn over_words(session: &Session) -> Option<String> {
    let face = |minutes: f64| minutes_and_seconds((minutes * 60.0).round() as u32);
    let (spoken, limit) = (over(session)?.minutes, session.scenario().time_limit);
    Some(format!("Over the time limit: {} of {}", face(spoken), face(limit)))
}

/// The same in a sentence: "The representative of Malta (simulated) spoke for 4 minutes; the limit
/// is 3 minutes."
fn too_long(session: &Session) -> Option<String> {
    let limit = session.scenario().time_limit;
    let said = over(session)?;
    let who = upper_first(&speaker_words(session.scenario(), said.speaker));
    let spoke = duration(said.minutes);
    Some(format!("{who} spoke for {spoke}; the limit is {}.", duration(limit)))
}

/// Draws what the console of the chair says of a statement that was too long.
pub(super) fn limit(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    if let Some(words) = too_long(session) {
        ui.horizontal(|ui| {
            let (square, _) = ui.allocate_exact_size(vec2(SIGN, SIGN), Sense::hover());
            paint_icon(ui.painter(), square, Icon::Clock, ctx.tokens.warning);
            ui.label(rich("Over the limit", Text::SmallStrong, ctx.tokens.warning));
        });
        prose(ui, &words, (Text::Body, ctx.tokens.text), size::MEASURE);
        let text = "By practice nobody is cut off. The President may remind all speakers of the \
                    limit.";
        prose(ui, text, (Text::Small, ctx.tokens.text_weak), size::MEASURE);
    }
    if used(session).iter().any(|it| it.over > 0) {
        reminder(ctx, session, ui);
    }
}

/// Draws how long each has spoken so far.
pub(super) fn times(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let used = used(session);
    if used.is_empty() {
        return;
    }
    ui.add_space(space::S);
    section(ui, ctx.tokens, "Time used so far", None);
    let name = NAME.min((ui.available_width() - TIME - NOTE).max(TIME));
    for it in used {
        let names = upper_first(&session.scenario().members[it.who].name.short);
        let time = minutes_and_seconds((it.minutes * 60.0).round() as u32);
        let note = match (it.over, it.statements) {
            (0, 1) => String::new(),
            (0, count) => format!("{count} statements"),
            (_, 1) => "over the limit".to_owned(),
            (over, count) => format!("{over} of {count} over the limit"),
        };
        let color = if it.over > 0 { ctx.tokens.warning } else { ctx.tokens.text_weak };
        let cells = [
            vec![rich(names, Text::Body, ctx.tokens.text)],
            vec![rich(time, Text::Body, ctx.tokens.text)],
            vec![rich(note, Text::Small, color)],
        ];
        columns(ui, ctx.tokens, [name, TIME, NOTE], cells);
    }
}

/// A reminder of the limit, which the room reads on the projector view; the meeting has no step
/// for it.
fn reminder(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let limit = duration(session.scenario().time_limit);
    let words = format!("All speakers are reminded to keep their statements to {limit}.");
    let papers = session.papers();
    let is_shown = papers.announced() == Some(words.as_str());
    // What the teacher has written is left alone.
    if !is_shown && !papers.announcement.trim().is_empty() && papers.announcement != words {
        return;
    }
    let button =
        if is_shown { "Take the reminder away" } else { "Remind the room, on the projector view" };
    let button = ui.add(Button::new(rich(button, Text::Body, ctx.tokens.text)));
    if ringed(ui, ctx.tokens, button).clicked() {
        let announcement = if is_shown { String::new() } else { words };
        let papers = Papers { announcement, is_announced: !is_shown, ..papers.clone() };
        ctx.send(Command::Seat(SeatCommand::Papers(Box::new(papers))));
    }
}

/// "3 minutes", "1 minute", "3 minutes and 40 seconds".
fn duration(minutes: f64) -> String {
    let seconds = (minutes * 60.0).round().max(0.0) as u32;
    let counted = |count: u32, one: &str| match count {
        1 => format!("1 {one}"),
        count => format!("{count} {one}s"),
    };
    match (seconds / 60, seconds % 60) {
        (0, seconds) => counted(seconds, "second"),
        (minutes, 0) => counted(minutes, "minute"),
        (minutes, seconds) => {
            format!("{} and {}", counted(minutes, "minute"), counted(seconds, "second"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::duration;

    #[test]
    fn times_are_told_in_minutes_and_seconds() {
        assert_eq!(duration(3.0), "3 minutes");
        assert_eq!(duration(1.0), "1 minute");
        assert_eq!(duration(3.675), "3 minutes and 41 seconds");
        assert_eq!(duration(1.0 + 1.0 / 60.0), "1 minute and 1 second");
        assert_eq!(duration(0.5), "30 seconds");
    }
}
