//! What if: one thing that might have been otherwise at this turn, chosen from what is possible.

use eframe::egui::{Button, Frame, Id, Key, Modal, Modifiers, ScrollArea, Slider, Ui};

use crate::app::command::{BranchCommand, Command};
use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, radius, rich, space};
use crate::app::widgets::{choose, heading, primary_button, prose};
use crate::council::{DelegationId, InjectId, IssueId, OutcomeId};
use crate::session::{Change, Possible, Session};
use crate::vote::Ballot;

const WIDTH: f32 = 560.0;
/// The height of what stands around the choices, and the least of theirs.
const AROUND: f32 = 240.0;
const LEAST: f32 = 60.0;

/// The kinds of change, in the order of the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Statement,
    Vote,
    Exchange,
    Instructions,
    Inject,
    NoInject,
}

impl Kind {
    const ALL: [Self; 6] = [
        Self::Statement,
        Self::Vote,
        Self::Exchange,
        Self::Instructions,
        Self::Inject,
        Self::NoInject,
    ];

    const fn title(self) -> &'static str {
        match self {
            Self::Statement => "A delegation does not speak",
            Self::Vote => "A delegation votes otherwise",
            Self::Exchange => "Two delegations exchange places",
            Self::Instructions => "A capital sends other instructions",
            Self::Inject => "Something happens outside",
            Self::NoInject => "Something does not happen",
        }
    }

    const fn is_possible(self, possible: &Possible) -> bool {
        match self {
            Self::Statement => !possible.statements.is_empty(),
            Self::Vote => !possible.votes.is_empty(),
            Self::Exchange => possible.waiting.len() >= 2,
            Self::Instructions => !possible.instructions.is_empty(),
            Self::Inject => !possible.injects.is_empty(),
            Self::NoInject => !possible.no_injects.is_empty(),
        }
    }
}

/// What has been chosen so far.
#[derive(Debug, Default)]
pub(super) struct WhatIf {
    kind: Option<Kind>,
    who: usize,
    whom: usize,
    what: usize,
    ballot: usize,
    /// The position instructed, on the authors' scale; none before it is moved.
    position: Option<f64>,
    possible: Option<Possible>,
}

impl WhatIf {
    /// Draws the dialog over the screen.
    pub(super) fn ui(&mut self, ctx: ViewCtx<'_>, ui: &Ui) {
        let Some(session) = ctx.session else { return ctx.send(Command::CloseOverlay) };
        // Nothing moves while the dialog is open.
        let possible = self.possible.take().unwrap_or_else(|| session.possible());
        let frame = Frame::new()
            .fill(ctx.tokens.panel)
            .stroke((1.0, ctx.tokens.line_strong))
            .corner_radius(radius::L)
            .inner_margin(space::XL);
        let mut made = None;
        let modal = Modal::new(Id::unique("what if")).frame(frame).show(ui.ctx(), |ui| {
            let window = ui.ctx().content_rect();
            ui.set_width(WIDTH.min(window.width() - 2.0 * (space::XL + space::L)));
            heading(ui, ctx.tokens, "What if…");
            // What is above and below stays in view.
            let height = (window.height() - AROUND).max(LEAST);
            ScrollArea::vertical().max_height(height).show(ui, |ui| {
                let text = "The debate is held again from here with one thing otherwise, on the \
                            same luck. The branch you look at stays as it is. Counterfactual and \
                            simulated.";
                prose(ui, text, (Text::Body, ctx.tokens.text_weak), WIDTH);
                ui.add_space(space::S);
                if possible.is_empty() {
                    let text = "Nothing can be changed here: the debate is over. Go back to an \
                                earlier turn.";
                    prose(ui, text, (Text::Body, ctx.tokens.text), WIDTH);
                }
                self.kinds(session, &possible, ui);
            });
            ui.add_space(space::M);
            made = self.foot(ctx, session, &possible, ui);
        });
        self.possible = Some(possible);
        if let Some(change) = made {
            ctx.send(Command::CloseOverlay);
            ctx.send(Command::Branch(BranchCommand::Make(change)));
        } else if modal.should_close() {
            ctx.send(Command::CloseOverlay);
        }
    }

    fn kinds(&mut self, session: &Session, possible: &Possible, ui: &mut Ui) {
        for kind in Kind::ALL.into_iter().filter(|kind| kind.is_possible(possible)) {
            let chosen = *self.kind.get_or_insert(kind) == kind;
            if ui.radio(chosen, kind.title()).clicked() && !chosen {
                *self = Self { kind: Some(kind), whom: 1, ..Self::default() };
            }
            if self.kind == Some(kind) {
                ui.indent(kind.title(), |ui| self.choices(session, (kind, possible), ui));
            }
        }
    }

    fn choices(&mut self, session: &Session, (kind, possible): (Kind, &Possible), ui: &mut Ui) {
        let scenario = session.scenario();
        let name = |who: DelegationId| upper_first(&scenario.members[who].name.in_sentence());
        let names = |who: &[DelegationId]| who.iter().map(|&who| name(who)).collect::<Vec<_>>();
        let title = |inject: &InjectId| scenario.injects[*inject].title.clone();
        match kind {
            Kind::Statement => {
                choose(ui, "The delegation", (&mut self.who, &names(&possible.statements)));
            }
            Kind::Vote => {
                let titles = possible.votes.iter();
                let titles: Vec<String> =
                    titles.map(|it| scenario.outcomes[it.outcome].title.clone()).collect();
                choose(ui, "The text", (&mut self.what, &titles));
                let Some(votes) = possible.votes.get(self.what) else { return };
                let rows: Vec<String> = votes
                    .rows
                    .iter()
                    .map(|&(who, cast)| match cast {
                        Some(ballot) => format!("{}, {}", name(who), ballot_words(ballot)),
                        None => name(who),
                    })
                    .collect();
                choose(ui, "The delegation", (&mut self.who, &rows));
                let ballots: Vec<String> =
                    votes.ballots.iter().map(|&it| ballot_words(it).to_owned()).collect();
                choose(ui, "Its vote", (&mut self.ballot, &ballots));
            }
            Kind::Exchange => {
                let waiting = names(&possible.waiting);
                choose(ui, "One delegation", (&mut self.who, &waiting));
                choose(ui, "The other", (&mut self.whom, &waiting));
            }
            Kind::Instructions => self.instructions(session, possible, ui),
            Kind::Inject => {
                let titles: Vec<String> = possible.injects.iter().map(title).collect();
                choose(ui, "What happens", (&mut self.what, &titles));
            }
            Kind::NoInject => {
                let titles: Vec<String> = possible.no_injects.iter().map(title).collect();
                choose(ui, "What does not happen", (&mut self.what, &titles));
            }
        }
    }

    /// A capital is chosen, then one of the issues on which it has instructed, then where to.
    fn instructions(&mut self, session: &Session, possible: &Possible, ui: &mut Ui) {
        let scenario = session.scenario();
        let members = instructed(possible);
        let names: Vec<String> = members
            .iter()
            .map(|&who| upper_first(&scenario.members[who].name.in_sentence()))
            .collect();
        let before = (self.who, self.what);
        choose(ui, "The delegation", (&mut self.who, &names));
        let Some(&who) = members.get(self.who) else { return };
        let issues = issues_of(possible, who);
        let titles: Vec<String> =
            issues.iter().map(|(issue, _)| scenario.issues[*issue].name.clone()).collect();
        self.what = self.what.min(issues.len().saturating_sub(1));
        choose(ui, "The issue", (&mut self.what, &titles));
        if before != (self.who, self.what) {
            self.position = None;
        }
        let Some(&(issue, now)) = issues.get(self.what) else { return };
        let mut position = self.position.unwrap_or(now * 100.0);
        let moved = ui.horizontal(|ui| {
            let label = ui.label("The position");
            let slider = Slider::new(&mut position, 0.0..=100.0).fixed_decimals(0);
            ui.add(slider).labelled_by(label.id).changed()
        });
        // The slider rounds what it is given, which is no change.
        if moved.inner {
            self.position = Some(position).filter(|it| (it - now * 100.0).abs() >= 0.5);
        }
        let mark = scenario.issues[issue].nearest_mark(position / 100.0);
        ui.label(format!("Nearest to: {mark}. Now at {:.0}.", now * 100.0));
    }

    /// The change that has been chosen, once all of it is.
    fn change(&self, possible: &Possible) -> Option<Change> {
        match self.kind? {
            Kind::Statement => {
                possible.statements.get(self.who).map(|&by| Change::NoStatement { by })
            }
            Kind::Vote => self.vote(possible),
            Kind::Exchange => {
                let (&first, &second) =
                    (possible.waiting.get(self.who)?, possible.waiting.get(self.whom)?);
                (first != second).then_some(Change::Exchange { first, second })
            }
            Kind::Instructions => {
                let who = *instructed(possible).get(self.who)?;
                let &(issue, _) = issues_of(possible, who).get(self.what)?;
                let position = self.position? / 100.0;
                Some(Change::Instructions { to: who, issue, position })
            }
            Kind::Inject => possible.injects.get(self.what).map(|&it| Change::Inject(it)),
            Kind::NoInject => possible.no_injects.get(self.what).map(|&it| Change::NoInject(it)),
        }
    }

    fn vote(&self, possible: &Possible) -> Option<Change> {
        let votes = possible.votes.get(self.what)?;
        let &(by, cast) = votes.rows.get(self.who)?;
        let &ballot = votes.ballots.get(self.ballot)?;
        let outcome: OutcomeId = votes.outcome;
        (cast != Some(ballot)).then_some(Change::Vote { by, outcome, ballot })
    }

    fn foot(
        &self,
        ctx: ViewCtx<'_>,
        session: &Session,
        possible: &Possible,
        ui: &mut Ui,
    ) -> Option<Change> {
        let change = self.change(possible);
        let entered = ui.input_mut(|input| {
            !possible.is_empty() && input.consume_key(Modifiers::COMMAND, Key::Enter)
        });
        // A control in focus is pressed by Enter; where none is, it is the main action.
        let is_free = ui.memory(|memory| memory.focused().is_none());
        let entered = entered
            || (is_free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)));
        let words = change.map(|it| it.words(session.scenario(), session.state()));
        let words = words.map_or_else(
            || "Choose what is to be different.".to_owned(),
            |words| format!("Branch: {words}"),
        );
        prose(ui, &words, (Text::Small, ctx.tokens.text_weak), WIDTH);
        ui.horizontal(|ui| {
            let see = ui.add_enabled_ui(change.is_some(), |ui| {
                primary_button(ui, ctx.tokens, "See what follows").clicked()
            });
            let cancel = Button::new(rich("Cancel", Text::Body, ctx.tokens.text));
            if ui.add(cancel).clicked() {
                ctx.send(Command::CloseOverlay);
            }
            change.filter(|_| see.inner || entered)
        })
        .inner
    }
}

/// The delegations that have instructions, each once.
fn instructed(possible: &Possible) -> Vec<DelegationId> {
    let mut members: Vec<DelegationId> = Vec::new();
    for &(who, ..) in &possible.instructions {
        if members.last() != Some(&who) {
            members.push(who);
        }
    }
    members
}

fn issues_of(possible: &Possible, who: DelegationId) -> Vec<(IssueId, f64)> {
    let rows = possible.instructions.iter().filter(|row| row.0 == who);
    rows.map(|&(_, issue, now)| (issue, now)).collect()
}

const fn ballot_words(ballot: Ballot) -> &'static str {
    match ballot {
        Ballot::InFavour => "in favour",
        Ballot::Against => "against",
        Ballot::Abstaining => "abstaining",
        Ballot::NotParticipating => "not participating",
    }
}
