//! The reporting cable as a form, and what the record says of it.

mod checked;
mod entry;

use eframe::egui::{Button, TextEdit, Ui};

use crate::analysis::cable::{Cable, CableEntry, Checked, Uttered, check, uttered};
use crate::app::command::{Command, SeatCommand};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, rich, space};
use crate::app::widgets::{framed, named, primary_button, ringed, section};
use crate::council::{Declared, DelegationId};
use crate::session::Session;

use super::reading::{Key, Reading};
use super::weak;

/// What has been worked out for the form.
#[derive(Debug, Default)]
pub(super) struct CableForm {
    /// What was said in the turns shown of this debate.
    heard: Option<(Key, usize, Vec<Uttered>)>,
    /// The cable that was checked last, and what was found.
    checked: Option<(Cable, Checked)>,
    /// Whether all are told that were left out.
    tells_omitted: bool,
}

impl CableForm {
    /// Draws it.
    pub(super) fn ui(
        &mut self,
        ctx: ViewCtx<'_>,
        (session, reading): (&Session, &Reading),
        ui: &mut Ui,
    ) {
        let text = "Report to capital who said what: an entry for each stance worth reporting, \
                    with a quotation of at least four words. It is kept as you write, and checked \
                    against the record when you ask.";
        weak(ctx, text, ui);
        if session.branches().len() > 1 {
            weak(ctx, "It is checked against the try that is looked at.", ui);
        }
        self.listen(session, reading);
        let before = &session.papers().cable;
        let mut cable = before.clone();
        self.entries(ctx, session, &mut cable, ui);
        ui.add_space(space::XS);
        section(ui, ctx.tokens, "Assessment", Some("never scored"));
        let edit = TextEdit::multiline(&mut cable.assessment).desired_rows(4);
        let edit = ui.add(edit.desired_width(f32::INFINITY));
        named(&edit, "Assessment, in a paragraph");
        ui.add_space(space::XS);
        self.foot(ctx, (session, &cable), ui);
        if cable != *before {
            let papers = crate::session::Papers { cable, ..session.papers().clone() };
            ctx.send(Command::Seat(SeatCommand::Papers(Box::new(papers))));
        }
    }

    /// Hears what was said, where that is another debate or another turn than before.
    fn listen(&mut self, session: &Session, reading: &Reading) {
        let shown = session.events_shown();
        let is_same =
            |(key, until, _): &(Key, usize, Vec<Uttered>)| *until == shown && key == reading.key();
        if !self.heard.as_ref().is_some_and(is_same) {
            let said = uttered(session.record(), shown);
            self.heard = Some((reading.key().clone(), shown, said));
            self.checked = None;
        }
    }

    fn said(&self) -> &[Uttered] {
        self.heard.as_ref().map_or(&[], |(_, _, said)| said)
    }

    fn entries(&self, ctx: ViewCtx<'_>, session: &Session, cable: &mut Cable, ui: &mut Ui) {
        if cable.entries.is_empty() {
            weak(ctx, "There is no entry yet.", ui);
        }
        let mut removed = None;
        for at in 0..cable.entries.len() {
            let found = self.checked.as_ref().and_then(|(of, checked)| {
                let same = of.entries.iter().position(|entry| *entry == cable.entries[at])?;
                checked.entries.get(same)
            });
            let said = self.said();
            framed(ui, ctx.tokens, |ui| {
                ui.push_id(("entry", at), |ui| {
                    let it = (&mut cable.entries[at], at + 1);
                    if entry::entry(ctx, (session, said), it, ui) {
                        removed = Some(at);
                    }
                    if let Some(found) = found {
                        checked::found(ctx, found, ui);
                    }
                });
            });
        }
        if let Some(at) = removed {
            cable.entries.remove(at);
        }
        let add = ui.add(Button::new(rich("Add an entry", Text::Body, ctx.tokens.text)));
        if ringed(ui, ctx.tokens, add).clicked() {
            cable.entries.extend(self.next_entry(session, cable));
        }
    }

    /// An entry to begin with: of the first that spoke and is not reported yet.
    fn next_entry(&self, session: &Session, cable: &Cable) -> Option<CableEntry> {
        let scenario = session.scenario();
        let is_free = |who: &DelegationId| cable.entries.iter().all(|entry| entry.who != *who);
        let members = &scenario.order.members;
        let spoke = self.said().iter().map(|it| it.speaker);
        let spoke = spoke.filter(|who| !scenario.members[*who].is_briefer()).find(is_free);
        let who = spoke.or_else(|| members.first().copied())?;
        let outcome = scenario.order.outcomes.first().copied()?;
        let (stance, quotation) = (Declared::Undeclared, String::new());
        Some(CableEntry { who, stance, outcome, quotation })
    }

    fn foot(&mut self, ctx: ViewCtx<'_>, (session, cable): (&Session, &Cable), ui: &mut Ui) {
        if cable.entries.is_empty() {
            return;
        }
        if primary_button(ui, ctx.tokens, "Check against the record").clicked() {
            let found = check(session.record(), session.events_shown(), self.said(), cable);
            self.checked = Some((cable.clone(), found));
        }
        let Some((of, found)) = &self.checked else { return };
        if of.entries != cable.entries {
            weak(ctx, "Changed since it was checked: check it again for its score.", ui);
            return;
        }
        checked::score(ctx, (session, found), &mut self.tells_omitted, ui);
    }
}
