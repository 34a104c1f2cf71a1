//! The teacher's override: what waits is finished, a seat is left to the model or taken back, a
//! capital sends other instructions.

use eframe::egui::{Button, Ui};

use crate::app::command::{Command, PlaybackCommand, SeatCommand, Steer};
use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, space};
use crate::app::widgets::{choose, described, framed, ringed, section};
use crate::council::{DelegationId, Issue, IssueId};
use crate::scenario::Scenario;
use crate::session::Session;

use super::{body, pressed, small, weak};

/// What has been chosen of other instructions, each by its place in its list.
#[derive(Debug, Default)]
pub(super) struct Override {
    who: usize,
    issue: usize,
    position: usize,
}

impl Override {
    /// Draws it.
    pub(super) fn ui(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        if session.play_of().is_none() {
            let text = "While seats are played, you can finish for a player what waits, let the \
                        model play a seat on, and send other instructions here.";
            return weak(ctx, text, ui);
        }
        if session.is_over() {
            return weak(ctx, "The debate is over.", ui);
        }
        if !is_free(ctx, session, ui) {
            return;
        }
        framed(ui, ctx.tokens, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            waiting(ctx, session, ui);
            seats(ctx, session, ui);
        });
        ui.add_space(space::S);
        framed(ui, ctx.tokens, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            self.instructions(ctx, session, ui);
        });
        weak(ctx, "What you do here stands in the record as done by a person.", ui);
    }

    fn instructions(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        section(ui, ctx.tokens, "Other instructions from a capital", None);
        // Who is asked and of what is public; where anybody stands is not shown.
        let scenario = &*session.truth().scenario;
        let members = instructed(scenario);
        let names: Vec<String> = members.iter().map(|&who| name(scenario, who)).collect();
        choose(ui, "The delegation", (&mut self.who, &names));
        let Some(&to) = members.get(self.who) else { return };
        let issues = issues_of(scenario, to);
        let titles: Vec<String> =
            issues.iter().map(|&issue| scenario.issues[issue].name.clone()).collect();
        self.issue = self.issue.min(issues.len().saturating_sub(1));
        choose(ui, "The issue", (&mut self.issue, &titles));
        let Some(&issue) = issues.get(self.issue) else { return };
        let scale = scale(&scenario.issues[issue]);
        let words: Vec<String> = scale.iter().map(|(_, words)| words.clone()).collect();
        self.position = self.position.min(scale.len() - 1);
        choose(ui, "Its new position", (&mut self.position, &words));
        if pressed(ctx, "Send the instructions", ui) {
            let position = scale[self.position].0;
            send(ctx, Steer::Instruct { to, issue, position });
        }
        small(
            ctx,
            "It stands there at once, or at its red line, where that comes first. Who plays it reads it \
             in the brief; nobody else learns of it.",
            ui,
        );
    }
}

/// Whether nothing that people did would be undone here; says so where it would.
pub(super) fn is_free(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) -> bool {
    let is_free = !session.is_undone_here();
    if !is_free {
        let text = "An earlier turn is shown: what people did after it would be undone.";
        weak(ctx, text, ui);
        if pressed(ctx, "Go to the latest turn", ui) {
            ctx.send(Command::Playback(PlaybackCommand::ToEnd));
        }
    }
    is_free
}

fn send(ctx: ViewCtx<'_>, deed: Steer) {
    ctx.send(Command::Seat(SeatCommand::Steer(deed)));
}

/// What waits for a player now.
fn waiting(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let Some(due) = session.due() else {
        return body(ctx, "Nothing waits for a player at the turn shown.", ui);
    };
    let who = name(session.scenario(), due.who);
    ui.horizontal(|ui| {
        ui.label(rich(format!("It waits for {who}."), Text::Body, ctx.tokens.text));
        if pressed(ctx, "Finish it for them", ui) {
            send(ctx, Steer::Finish);
        }
    });
}

/// Each seat that is played, or was.
fn seats(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    for &who in session.seats() {
        let is_played = session.state().played[who];
        let seat = name(session.scenario(), who);
        let pupil = session.papers().name_of(who);
        let mut words = pupil.map_or_else(|| seat.clone(), |pupil| format!("{seat} ({pupil})"));
        words.push_str(if is_played { " is played." } else { " is played on by the model." });
        let (label, deed) = if is_played {
            ("Let the model play on", Steer::Leave(who))
        } else {
            ("Give it back to its player", Steer::TakeBack(who))
        };
        ui.horizontal(|ui| {
            ui.label(rich(words, Text::Body, ctx.tokens.text));
            let button = ui.add(Button::new(label));
            described(&button, &seat);
            if ringed(ui, ctx.tokens, button).clicked() {
                send(ctx, deed);
            }
        });
    }
}

fn name(scenario: &Scenario, who: DelegationId) -> String {
    upper_first(&scenario.members[who].name.in_sentence())
}

/// Those that have instructions on anything, by their names.
fn instructed(scenario: &Scenario) -> Vec<DelegationId> {
    let mut members: Vec<DelegationId> =
        scenario.members.ids().filter(|&who| !issues_of(scenario, who).is_empty()).collect();
    members.sort_by_key(|&who| name(scenario, who));
    members
}

/// The issues on which a delegation has instructions, in the order of the file.
fn issues_of(scenario: &Scenario, who: DelegationId) -> Vec<IssueId> {
    let is_given = |issue: &IssueId| scenario.derived.instructions[(who, *issue)].given;
    scenario.order.issues.iter().copied().filter(is_given).collect()
}

/// The named points of an issue's scale, from low to high.
fn scale(issue: &Issue) -> Vec<(f64, String)> {
    let marks = issue.marks.iter().map(|mark| (mark.position.get(), mark.label.clone()));
    let low = std::iter::once((0.0, issue.low.clone()));
    low.chain(marks).chain(std::iter::once((1.0, issue.high.clone()))).collect()
}
