//! The President's summary as a form: entries put together by a person, read as prose, and compared
//! with the record when that is asked for.

mod entry;
mod found;

use eframe::egui::{Align, Button, Ui};

use crate::analysis::summary_check::{Claim, ClaimKind, Finding, check, document, heard, sentence};
use crate::app::command::{Command, SeatCommand};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, rich, size, space};
use crate::app::widgets::{Icon, framed, icon_button, named, prose, ringed, section};
use crate::session::{BranchId, Session};
use crate::stream::Seed;

use found::Links;

/// The residue of the form.
#[derive(Debug, Default)]
pub(super) struct SummaryForm {
    /// The entry that is being changed.
    open: Option<usize>,
    /// Whether its first field is to have the keyboard.
    wants_keyboard: bool,
    /// Whether those can be named that have not spoken.
    names_all: bool,
    /// The entry that was taken out last, and where it stood.
    taken: Option<(usize, Claim)>,
    compared: Option<Compared>,
    /// Whether what it came to is to be brought into view.
    is_asked: bool,
}

/// A summary beside the record.
#[derive(Debug)]
struct Compared {
    of: Of,
    claims: Vec<Claim>,
    /// With how many events, and the turn that showed the last of them.
    until: (usize, usize),
    findings: Vec<Finding>,
    /// How many delegations had spoken.
    spoke: usize,
}

/// Of which debate.
#[derive(Debug, PartialEq)]
struct Of {
    digest: String,
    seed: Seed,
    branch: BranchId,
}

impl Of {
    fn now(session: &Session) -> Self {
        let digest = session.scenario().digest.clone();
        Self { digest, seed: session.seed(), branch: session.current().id() }
    }
}

/// What is done with an entry as a whole.
enum Deed {
    Open,
    Close,
    /// It changes places with the one at this place.
    Exchange(usize),
    TakeOut,
}

impl SummaryForm {
    /// Draws it; the turn that a person asks to see, counted from 1.
    pub(super) fn ui(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) -> Option<usize> {
        let is_same = |it: &Compared| {
            it.of == Of::now(session) && it.until.0 <= session.record().events.len()
        };
        self.compared = self.compared.take().filter(is_same);
        let before = &session.papers().summary;
        let mut claims = before.clone();
        let mut links = Links::default();
        // What was found makes entries longer only in the frame after it was asked.
        let is_asked = std::mem::take(&mut self.is_asked);
        self.entries(ctx, session, (&mut claims, &mut links), ui);
        self.put_back(ctx, &mut claims, ui);
        let add = ui.add(Button::new(rich("Add an entry", Text::Body, ctx.tokens.text)));
        named(&add, "Add an entry to the summary");
        if ringed(ui, ctx.tokens, add).clicked() {
            self.open = Some(claims.len());
            self.wants_keyboard = true;
            claims.extend(next(session, &claims));
        }
        ui.add_space(space::XS);
        self.foot(ctx, session, &claims, ui);
        self.told(ctx, session, (&claims, &mut links, is_asked), ui);
        if claims != *before {
            let papers = crate::session::Papers { summary: claims, ..session.papers().clone() };
            ctx.send(Command::Seat(SeatCommand::Papers(Box::new(papers))));
        }
        links.asked
    }

    fn entries(
        &mut self,
        ctx: ViewCtx<'_>,
        session: &Session,
        (claims, links): (&mut Vec<Claim>, &mut Links),
        ui: &mut Ui,
    ) {
        if claims.is_empty() {
            let text = "There is no entry yet. An entry says of some delegations, by name or by \
                        number, what they declared on a text or voiced on an issue.";
            prose(ui, text, (Text::Body, ctx.tokens.text_weak), size::MEASURE);
        }
        let mut done = None;
        for at in 0..claims.len() {
            framed(ui, ctx.tokens, |ui| {
                ui.push_id(("entry", at), |ui| {
                    ui.spacing_mut().item_spacing.y = space::XS;
                    let words = sentence(session.scenario(), session.state(), &claims[at]);
                    prose(ui, &words, (Text::Body, ctx.tokens.text), size::MEASURE);
                    if self.open == Some(at) {
                        self.fields(ctx, session, (&mut claims[at], at), ui);
                    }
                    let is_open = self.open == Some(at);
                    if let Some(deed) = buttons(ctx, (at, claims.len()), is_open, ui) {
                        done = Some((at, deed));
                    }
                    if let Some((place, it)) = self.found_of(&claims[at]) {
                        found::of_entry(ctx, (session, place, &it.findings), links, ui);
                    }
                });
            });
        }
        match done {
            Some((at, Deed::Open)) => {
                (self.open, self.wants_keyboard) = (Some(at), true);
            }
            Some((_, Deed::Close)) => self.open = None,
            Some((at, Deed::Exchange(other))) => {
                claims.swap(at, other);
                self.open = self.open.map(|open| match open {
                    open if open == at => other,
                    open if open == other => at,
                    open => open,
                });
            }
            Some((at, Deed::TakeOut)) => {
                self.taken = Some((at, claims.remove(at)));
                self.open = None;
            }
            None => {}
        }
    }

    fn fields(
        &mut self,
        ctx: ViewCtx<'_>,
        session: &Session,
        (claim, at): (&mut Claim, usize),
        ui: &mut Ui,
    ) {
        ui.add_space(space::XS);
        let wants_keyboard = std::mem::take(&mut self.wants_keyboard);
        entry::what(ctx, session, (claim, wants_keyboard), ui);
        entry::who(ctx, session, (claim, at + 1), &mut self.names_all, ui);
        ui.add_space(space::XS);
    }

    /// What was found of an entry that is as it was when it was compared, and its place then.
    fn found_of(&self, claim: &Claim) -> Option<(usize, &Compared)> {
        let compared = self.compared.as_ref()?;
        let place = compared.claims.iter().position(|it| it == claim)?;
        Some((place, compared))
    }

    /// The way back for what was taken out.
    fn put_back(&mut self, ctx: ViewCtx<'_>, claims: &mut Vec<Claim>, ui: &mut Ui) {
        let Some((at, _)) = self.taken else { return };
        ui.horizontal(|ui| {
            let words = format!("Entry {} was taken out.", at + 1);
            ui.label(rich(words, Text::Small, ctx.tokens.text_weak));
            let button = ui.add(Button::new(rich("Put it back", Text::Small, ctx.tokens.text)));
            if ringed(ui, ctx.tokens, button).clicked()
                && let Some((at, claim)) = self.taken.take()
            {
                claims.insert(at.min(claims.len()), claim);
                self.open = None;
            }
        });
    }

    fn foot(&mut self, ctx: ViewCtx<'_>, session: &Session, claims: &[Claim], ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| {
            let words = "Compare with the record";
            let button = ui.add(Button::new(rich(words, Text::BodyStrong, ctx.tokens.text)));
            if ringed(ui, ctx.tokens, button).clicked() {
                self.is_asked = true;
                ui.ctx().request_repaint();
                let (record, until) = (session.record(), session.events_shown());
                self.compared = Some(Compared {
                    of: Of::now(session),
                    claims: claims.to_vec(),
                    until: (until, session.cursor()),
                    findings: check(record, until, claims),
                    spoke: heard(record, until).len(),
                });
            }
            ui.add_enabled_ui(!claims.is_empty(), |ui| {
                let copy = ui.add(Button::new(rich("Copy as text", Text::Body, ctx.tokens.text)));
                if ringed(ui, ctx.tokens, copy).clicked() {
                    let text = document(session.scenario(), session.state(), claims);
                    ui.ctx().copy_text(text);
                }
                let save = ui.add(Button::new(rich("Save as text", Text::Body, ctx.tokens.text)));
                if ringed(ui, ctx.tokens, save).clicked() {
                    ctx.send(Command::SaveSummary);
                }
            });
        });
    }

    /// What the comparison came to, and who stands nowhere.
    fn told(
        &self,
        ctx: ViewCtx<'_>,
        session: &Session,
        (claims, links, is_asked): (&[Claim], &mut Links, bool),
        ui: &mut Ui,
    ) {
        let Some(it) = &self.compared else { return };
        let head = section(ui, ctx.tokens, "The summary beside the record", None);
        if is_asked {
            head.scroll_to_me(Some(Align::Center));
        }
        if it.claims != claims {
            let text = "Changed since it was compared: what was found of entries that are as they \
                        were still stands beside them. Compare it again for the rest.";
            prose(ui, text, (Text::Body, ctx.tokens.text_weak), size::MEASURE);
            return;
        }
        found::whole(ctx, &it.findings, (it.spoke, claims.len()), ui);
        let more =
            if session.events_shown() > it.until.0 { " More has been said since." } else { "" };
        let until = format!("Compared with what was said up to turn {}.{more}", it.until.1);
        prose(ui, &until, (Text::Small, ctx.tokens.text_weak), size::MEASURE);
        found::nowhere(ctx, (session, &it.findings), links, ui);
    }
}

/// The buttons of an entry at its place among so many.
fn buttons(ctx: ViewCtx<'_>, (at, of): (usize, usize), is_open: bool, ui: &mut Ui) -> Option<Deed> {
    let number = at + 1;
    let mut deed = None;
    ui.horizontal(|ui| {
        ui.label(rich(format!("Entry {number}"), Text::Small, ctx.tokens.text_weak));
        let button = |words: &str, name: &str, ui: &mut Ui| {
            let button = ui.add(Button::new(rich(words, Text::Small, ctx.tokens.text)));
            named(&button, &format!("{name} {number}"));
            ringed(ui, ctx.tokens, button).clicked()
        };
        if is_open && button("Done", "Done with entry", ui) {
            deed = Some(Deed::Close);
        }
        if !is_open && button("Change", "Change entry", ui) {
            deed = Some(Deed::Open);
        }
        if button("Take out", "Take out entry", ui) {
            deed = Some(Deed::TakeOut);
        }
        let ways = [
            (at.checked_sub(1), Icon::ChevronUp, "up"),
            (Some(number).filter(|&other| other < of), Icon::ChevronDown, "down"),
        ];
        for (other, icon, way) in ways {
            let Some(other) = other else { continue };
            let name = format!("Move entry {number} {way}");
            if icon_button(ui, ctx.tokens, icon, &name).clicked() {
                deed = Some(Deed::Exchange(other));
            }
        }
    });
    deed
}

/// An entry to begin with: on the first text of which nothing is said yet, by nobody.
fn next(session: &Session, claims: &[Claim]) -> Option<Claim> {
    let order = &session.scenario().order;
    let is_free = |says: &ClaimKind| claims.iter().all(|claim| claim.says != *says);
    let mut on_texts = order.outcomes.iter().flat_map(|&outcome| ClaimKind::on_text(outcome));
    let first = on_texts.clone().next();
    let says = on_texts.find(is_free).or(first)?;
    Some(Claim { who: Vec::new(), quantifier: None, says })
}
