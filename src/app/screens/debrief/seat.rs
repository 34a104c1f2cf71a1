//! How the seats fared that people played: objectives, instructions, texts, and luck.

use eframe::egui::Ui;

use crate::analysis::seat::{Achieved, SeatResult, Voiced, Worth, voiced, worth};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, rich, size, space};
use crate::app::widgets::{columns, prose, section, title};
use crate::council::{DelegationId, Goal, OutcomeForm};
use crate::debate::Action;
use crate::scenario::Scenario;
use crate::session::Session;
use crate::text::{list, objective_words, upper_first};

use super::beside::beside;
use super::{body, weak};

/// Shares that are nearer to each other than this are the same.
const SAME: f64 = 0.005;

/// Draws them, in the order in which the seats were taken.
pub(super) fn seats(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let text = "What counts is what capital asked for. For some seats no product is success: a \
                text that is not adopted can be what the instructions wanted.";
    weak(ctx, text, ui);
    let seats = session.record().seats();
    for &who in &seats {
        if seats.len() > 1 {
            ui.add_space(space::M);
            let name = upper_first(&session.scenario().members[who].name.in_sentence());
            title(ui, ctx.tokens, &name);
        }
        ui.push_id(who, |ui| one(ctx, session, who, ui));
    }
}

fn one(ctx: ViewCtx<'_>, session: &Session, who: DelegationId, ui: &mut Ui) {
    let scenario = session.scenario();
    let result = SeatResult::of(scenario, session.state(), who);
    body(ctx, &spoke(session, who), ui);
    remarks(ctx, (session, who), ui);
    ui.add_space(space::XS);
    let stands = (!session.is_over()).then_some("as it stands");
    section(ui, ctx.tokens, "Objectives", stands);
    ui.scope(|ui| objectives(ctx, scenario, &result, ui));
    ui.add_space(space::S);
    section(ui, ctx.tokens, "Instructions, and what was said last", None);
    ui.scope(|ui| instructions(ctx, (session, who), ui));
    ui.add_space(space::S);
    section(ui, ctx.tokens, "What was kept of each text", None);
    ui.scope(|ui| texts(ctx, (session, who), ui));
    ui.add_space(space::S);
    beside(ctx, session, &result, ui);
}

/// What capital would remark on, whatever the points: positions voiced against instructions, and red
/// lines crossed.
fn remarks(ctx: ViewCtx<'_>, (session, who): (&Session, DelegationId), ui: &mut Ui) {
    let scenario = session.scenario();
    let rows = voiced(scenario, session.state(), who);
    let names = |wanted: &dyn Fn(&Voiced) -> bool| -> Vec<String> {
        let found = rows.iter().filter(|it| wanted(it));
        found.map(|it| scenario.issues[it.issue].name.clone()).collect()
    };
    let crossed = names(&|it| it.beyond_red_line);
    let against = names(&|it| !it.beyond_red_line && it.is_against_instructions());
    for (issues, what) in [
        (crossed, "it spoke for a position beyond a red line"),
        (against, "it spoke for something other than it was instructed"),
    ] {
        if !issues.is_empty() {
            let text = format!("Capital remarks: {what}, on {}.", list(&issues));
            prose(ui, &text, (Text::BodyStrong, ctx.tokens.warning), size::MEASURE);
        }
    }
}

/// Who spoke for it: "It made 3 statements: the player made 1 of them and the model 2."
fn spoke(session: &Session, who: DelegationId) -> String {
    let shown = session.events_shown();
    let steps = session.record().steps.iter().filter(|step| step.before < shown);
    let (mut own, mut models) = (0, 0);
    for step in steps {
        match &step.action {
            Action::Say(said) if said.speaker == who => own += 1,
            Action::Deliver(speaker) if *speaker == who => models += 1,
            _ => {}
        }
    }
    let name = upper_first(&session.scenario().members[who].name.in_sentence());
    match (own, models) {
        (0, 0) => format!("{name} made no statement."),
        (1, 0) => format!("{name} made 1 statement, in the words of its player."),
        (0, 1) => format!("{name} made 1 statement, for which the model spoke."),
        (all, 0) => format!("{name} made {all} statements, all in the words of its player."),
        (0, all) => format!("{name} made {all} statements; the model spoke in all of them."),
        (own, models) => format!(
            "{name} made {} statements: its player spoke in {own} and the model in {models}.",
            own + models
        ),
    }
}

fn objectives(ctx: ViewCtx<'_>, scenario: &Scenario, result: &SeatResult, ui: &mut Ui) {
    if result.objectives.is_empty() {
        return weak(ctx, "Capital set it no objectives.", ui);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let width = ui.available_width() - space::S;
    let widths = [0.62 * width, 0.22 * width, 0.16 * width];
    let strong = |text: &str| vec![rich(text, Text::SmallStrong, ctx.tokens.text_weak)];
    let head = [strong("Objective"), strong("Met"), strong("Points")];
    columns(ui, ctx.tokens, widths, head);
    for it in &result.objectives {
        let met = if it.met { "Met" } else { "Not met" };
        let setting = if it.met { Text::BodyStrong } else { Text::Body };
        let mut cell = vec![rich(met, setting, ctx.tokens.text)];
        cell.extend(counted(scenario, it).map(|it| rich(it, Text::Small, ctx.tokens.text_weak)));
        let points = if it.met { it.objective.points } else { 0.0 };
        let points = format!("{points:.0} of {:.0}", it.objective.points);
        let words = objective_words(scenario, &it.objective);
        let cells = [
            vec![rich(words, Text::Body, ctx.tokens.text)],
            cell,
            vec![rich(points, Text::Body, ctx.tokens.text)],
        ];
        columns(ui, ctx.tokens, widths, cells);
    }
    ui.add_space(space::XS);
    let all = format!("{:.0} of {:.0} points.", result.points(), result.possible());
    ui.label(rich(all, Text::BodyStrong, ctx.tokens.text));
}

/// "7 members support it", where that was the question.
fn counted(scenario: &Scenario, it: &Achieved) -> Option<String> {
    let Goal::Support { outcome, .. } = it.objective.goal else { return None };
    let signed = scenario.outcomes[outcome].form == OutcomeForm::JointStatement;
    let (one, several) = if signed { ("signed", "signed") } else { ("supports", "support") };
    Some(match it.count? {
        0 => format!("no member {one} it"),
        1 => format!("1 member {one} it"),
        count => format!("{count} members {several} it"),
    })
}

/// What it said last on each issue beside its instructions.
fn instructions(ctx: ViewCtx<'_>, (session, who): (&Session, DelegationId), ui: &mut Ui) {
    let scenario = session.scenario();
    let rows = voiced(scenario, session.state(), who);
    if rows.is_empty() {
        return weak(ctx, "It had no instructions on the issues.", ui);
    }
    weak(ctx, "In words, by the nearest mark of each scale.", ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let width = ui.available_width() - space::S;
    let widths = [0.30 * width, 0.35 * width, 0.35 * width];
    let strong = |text: &str| vec![rich(text, Text::SmallStrong, ctx.tokens.text_weak)];
    let head = [strong("Issue"), strong("Instructed"), strong("Said last")];
    columns(ui, ctx.tokens, widths, head);
    for it in &rows {
        let issue = &scenario.issues[it.issue];
        let words = |at| upper_first(issue.nearest_mark(at));
        let mut said = match it.voiced {
            Some(at) => vec![rich(words(at), Text::Body, ctx.tokens.text)],
            None => vec![rich("Nothing", Text::Body, ctx.tokens.text_weak)],
        };
        if it.beyond_red_line {
            said.push(rich("Beyond the red line", Text::SmallStrong, ctx.tokens.warning));
        } else if let Some(kept) = kept_words(it, |at| issue.nearest_mark(at)) {
            said.push(rich(kept, Text::Small, ctx.tokens.text_weak));
        }
        let cells = [
            vec![rich(&issue.name, Text::Body, ctx.tokens.text)],
            vec![rich(words(it.instructed), Text::Body, ctx.tokens.text)],
            said,
        ];
        columns(ui, ctx.tokens, widths, cells);
    }
}

fn kept_words<'a>(it: &Voiced, mark: impl Fn(f64) -> &'a str) -> Option<&'static str> {
    let at = it.voiced?;
    Some(if mark(at) == mark(it.instructed) { "As instructed" } else { "Other than instructed" })
}

/// What is left of the worth of each text.
fn texts(ctx: ViewCtx<'_>, (session, who): (&Session, DelegationId), ui: &mut Ui) {
    let scenario = session.scenario();
    let rows = worth(scenario, session.state(), who);
    let title = |it: &Worth| format!("“{}”", scenario.outcomes[it.outcome].title);
    let (wanted, others): (Vec<Worth>, Vec<Worth>) =
        rows.into_iter().partition(|it| it.kept().is_some());
    if wanted.is_empty() {
        return weak(
            ctx,
            "No text as it was tabled was better than no text by its instructions.",
            ui,
        );
    }
    let text = "How much of what it wanted from each text is still in it, by its instructions at \
                the opening: 100 % is the text as it was tabled. Amendments change this, votes do \
                not.";
    weak(ctx, text, ui);
    let whole = |it: &&Worth| it.kept().is_some_and(|kept| (kept - 1.0).abs() < SAME);
    let changed: Vec<&Worth> = wanted.iter().filter(|it| !whole(it)).collect();
    if !changed.is_empty() {
        ui.spacing_mut().item_spacing.y = 0.0;
        let width = ui.available_width() - space::S;
        for it in &changed {
            let cells = [
                vec![rich(title(it), Text::Body, ctx.tokens.text)],
                vec![rich(share_words(**it), Text::Body, ctx.tokens.text)],
            ];
            columns(ui, ctx.tokens, [0.62 * width, 0.38 * width], cells);
        }
        ui.add_space(space::S);
    }
    let kept: Vec<String> = wanted.iter().filter(whole).map(title).collect();
    if !kept.is_empty() {
        body(ctx, &format!("Kept whole: {}.", list(&kept)), ui);
    }
    if !others.is_empty() {
        let others: Vec<String> = others.iter().map(title).collect();
        let text = format!("By its instructions no better than no text: {}.", list(&others));
        weak(ctx, &text, ui);
    }
}

/// "82 % of its worth".
fn share_words(it: Worth) -> String {
    let kept = it.kept().unwrap_or_default();
    if kept <= 0.0 {
        "Nothing: it is no better now than no text".to_owned()
    } else if kept > 1.0 {
        format!("{:.0}\u{a0}%: amended in its favour", kept * 100.0)
    } else {
        format!("{:.0}\u{a0}% of it", kept * 100.0)
    }
}
