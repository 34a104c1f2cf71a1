//! The branches of the debate, from the session to the strip and to the axis of the timeline.

use eframe::egui::Ui;

use crate::app::command::{BranchCommand, Command};
use crate::app::context::ViewCtx;
use crate::app::views::{BranchClick, BranchRow, branches};
use crate::session::{Branch, Session, Stop};

/// Draws the strip.
pub(super) fn strip(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let current = session.current().id();
    let rows: Vec<BranchRow> = session
        .branches()
        .iter()
        .map(|branch| BranchRow {
            name: branch.name().to_owned(),
            tip: tip(session, branch),
            current: branch.id() == current,
        })
        .collect();
    match branches(ui, ctx.tokens, (&rows, session.sees_all())) {
        Some(BranchClick::Look(at)) => {
            ctx.send(Command::Branch(BranchCommand::Select(session.branches()[at].id())));
        }
        Some(BranchClick::Compare) => ctx.send(Command::Branch(BranchCommand::Compare)),
        None => {}
    }
}

fn tip(session: &Session, branch: &Branch) -> String {
    let Some(fork) = branch.fork() else { return "The debate as the model holds it".to_owned() };
    let parent = session.branch(fork.parent).map_or("a branch taken back", Branch::name);
    match fork.turns {
        0 => format!("Leaves “{parent}” before the first turn"),
        turns => format!("Leaves “{parent}” after turn {turns}"),
    }
}

/// The turns after which this branch left another, or another leaves it, as far as they are shown.
pub(super) fn forks(session: &Session) -> Vec<usize> {
    let current = session.current();
    let own = current.fork().map(|fork| fork.turns);
    let children = session.branches().iter().filter_map(|branch| {
        branch.fork().filter(|fork| fork.parent == current.id()).map(|fork| fork.turns)
    });
    own.into_iter().chain(children).collect()
}

/// Why playing stopped by itself, in a few words.
pub(super) fn stop_words(session: &Session) -> Option<&'static str> {
    Some(match session.paused_by()? {
        Stop::Vote(_) => "paused at a decision",
        Stop::Inject(_) => "paused at news",
        Stop::Swing(_) => "paused at a swing",
    })
}
