//! What note-takers heard beside what was declared, and beside each other.

use eframe::egui::Ui;

use crate::analysis::agreement::{Agreement, Marks, Misheard, Table, misheard, table};
use crate::app::context::ViewCtx;
use crate::app::theme::space;
use crate::app::widgets::{framed, section, title};
use crate::session::{BranchId, Papers, Session};

use super::{body, small, weak};

/// More mistakes of one pupil are not told.
const MOST_TOLD: usize = 12;

/// What has been worked out of the marks.
#[derive(Debug, Default)]
pub(super) struct Heard {
    compared: Option<Compared>,
}

#[derive(Debug)]
struct Compared {
    marks: Vec<Marks>,
    /// Of which branch, and how many events it had.
    of: (BranchId, usize),
    table: Table,
    misheard: Vec<Vec<Misheard>>,
}

impl Compared {
    fn new(session: &Session, marks: Vec<Marks>) -> Self {
        let record = session.record();
        let table = table(record, &marks);
        let misheard = marks.iter().map(|it| misheard(record, it)).collect();
        Self { marks, of: place(session), table, misheard }
    }
}

fn place(session: &Session) -> (BranchId, usize) {
    (session.current().id(), session.record().events.len())
}

impl Heard {
    /// Draws it, once the debate is over.
    pub(super) fn ui(&mut self, ctx: ViewCtx<'_>, session: &Session, papers: &Papers, ui: &mut Ui) {
        ui.add_space(space::XL);
        title(ui, ctx.tokens, "Heard and declared");
        if !session.has_ended() {
            let text = "When the debate is over, the marks stand here beside what was declared, \
                        and beside those of others.";
            return small(ctx, text, ui);
        }
        let marks = papers.marks.iter().filter(|it| !it.heard.is_empty());
        let marks: Vec<Marks> = marks.cloned().collect();
        if marks.is_empty() {
            return small(ctx, "Nobody has marked a statement.", ui);
        }
        let before = self.compared.take();
        let is_same = |it: &Compared| it.marks == marks && it.of == place(session);
        let compared = match before.filter(is_same) {
            Some(compared) => compared,
            None => Compared::new(session, marks),
        };
        told(ctx, &compared, ui);
        self.compared = Some(compared);
    }
}

fn told(ctx: ViewCtx<'_>, it: &Compared, ui: &mut Ui) {
    framed(ui, ctx.tokens, |ui| {
        for (marks, agreement) in it.marks.iter().zip(&it.table.with_record) {
            body(ctx, &format!("{} and the record: {}", marks.by, words(agreement)), ui);
        }
        for ((one, other), agreement) in &it.table.pairs {
            let (one, other) = (&it.marks[*one].by, &it.marks[*other].by);
            body(ctx, &format!("{one} and {other}: {}", words(agreement)), ui);
        }
        small(
            ctx,
            "Cohen’s kappa is the agreement beyond what chance alone would bring about: 1 is full \
             agreement, 0 is chance.",
            ui,
        );
    });
    for (marks, misheard) in it.marks.iter().zip(&it.misheard) {
        ui.add_space(space::S);
        section(ui, ctx.tokens, &format!("Heard otherwise by {}", marks.by), None);
        if misheard.is_empty() {
            weak(ctx, "Nothing: each mark is as it was declared.", ui);
        }
        for one in misheard.iter().take(MOST_TOLD) {
            body(ctx, &one.text, ui);
        }
        if misheard.len() > MOST_TOLD {
            weak(ctx, &format!("And {} more.", misheard.len() - MOST_TOLD), ui);
        }
    }
}

/// "9 of 10 marks are the same; kappa 0.82."
fn words(it: &Agreement) -> String {
    let kappa = match it.kappa {
        Ok(kappa) => format!("kappa {kappa:.2}"),
        Err(none) => format!("no kappa, as {none}"),
    };
    match it.items {
        0 => "there is nothing that both have marked.".to_owned(),
        1 if it.same == 1 => format!("the one mark is the same; {kappa}."),
        1 => format!("the one mark differs; {kappa}."),
        items => format!("{} of {items} marks are the same; {kappa}.", it.same),
    }
}
