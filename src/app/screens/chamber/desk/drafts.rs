//! The texts as they stand, and what a seat may expect of each member on one.

use eframe::egui::{CollapsingHeader, Role, Ui, WidgetInfo};

use crate::app::context::ViewCtx;
use crate::app::theme::{Text, rich, size, space};
use crate::app::widgets::{prose, ringed, section};
use crate::council::{Declared, DelegationId, IssueId, OutcomeId};
use crate::debate::Expected;
use crate::session::Session;
use crate::text;

use super::soundings::leaning_words;

/// Where a text stands on each of its issues, in words.
pub(super) fn draft(ctx: ViewCtx<'_>, session: &Session, outcome: OutcomeId, ui: &mut Ui) {
    let scenario = session.scenario();
    let draft = &session.state().texts[outcome];
    let version = format!("version {}", draft.version);
    section(ui, ctx.tokens, "The draft", Some(&version));
    for aim in &draft.aims {
        let axis = &scenario.issues[aim.issue];
        let words = format!("{}: {}", axis.name, axis.nearest_mark(aim.position.get()));
        prose(ui, &words, (Text::Body, ctx.tokens.text), f32::INFINITY);
    }
    if let Some(note) = text::draft_note(scenario, outcome, draft) {
        prose(ui, &note, (Text::Small, ctx.tokens.text_weak), size::MEASURE);
    }
    let label = rich("Read the text", Text::Small, ctx.tokens.text);
    let folded = CollapsingHeader::new(label).id_salt(("draft", outcome)).show(ui, |ui| {
        for line in text::draft_lines(scenario, outcome, draft) {
            prose(ui, &line, (Text::Body, ctx.tokens.text), size::MEASURE);
        }
    });
    let is_open = folded.fully_open() || folded.openness > 0.0;
    let header = ringed(ui, ctx.tokens, folded.header_response);
    header.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Read the text"));
    ui.ctx().accesskit_node_builder(header.id, |node| node.set_expanded(is_open));
}

/// Who is known to be for it and against it, from what was declared, told and voiced.
pub(super) fn expected(
    ctx: ViewCtx<'_>,
    session: &Session,
    (outcome, moved): (OutcomeId, Option<(IssueId, f64)>),
    ui: &mut Ui,
) {
    let Some(expectation) = session.expectation(outcome, moved) else { return };
    let [with, against, unknown] = expectation.count();
    let count = format!("{with} for, {against} against, {unknown} open or not known");
    let name = if moved.is_some() { "With this change" } else { "As far as you know" };
    section(ui, ctx.tokens, name, Some(&count));
    let names = |wanted: &dyn Fn(&Expected) -> bool| -> Vec<DelegationId> {
        let members = expectation.members.iter().filter(|(_, it)| wanted(it));
        members.map(|(who, _)| *who).collect()
    };
    for (label, wanted) in GROUPS {
        let who = names(&wanted);
        if !who.is_empty() {
            let list = text::names(session.scenario(), &who);
            prose(ui, &format!("{label}: {list}."), (Text::Body, ctx.tokens.text), f32::INFINITY);
        }
    }
    let note = "From declarations, your notebook and voiced positions. What others keep to \
                themselves is not in it.";
    prose(ui, note, (Text::Small, ctx.tokens.text_weak), f32::INFINITY);
    ui.add_space(space::XS);
}

type Group = (&'static str, fn(&Expected) -> bool);

/// How members are grouped, what is firmest first.
const GROUPS: [Group; 8] = [
    ("Sponsors", |it| matches!(it, Expected::Bound)),
    ("Declared in favour", |it| matches!(it, Expected::Declared(Declared::InFavour))),
    ("Declared reservations", |it| matches!(it, Expected::Declared(Declared::Reservations))),
    ("Declared against", |it| matches!(it, Expected::Declared(Declared::Opposed))),
    ("Would join or leans in favour", |it| is_heard(*it, &["would join", "leans in favour"])),
    ("Could go either way", |it| is_heard(*it, &["could go either way"])),
    ("You, undeclared so far", |it| matches!(it, Expected::Own)),
    ("Leans against or would not join", |it| is_heard(*it, &["leans against", "would not join"])),
];

fn is_heard(it: Expected, words: &[&str]) -> bool {
    match it {
        Expected::Told(leaning) | Expected::Voiced(leaning) => {
            words.contains(&leaning_words(leaning))
        }
        _ => false,
    }
}
