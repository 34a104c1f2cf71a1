//! The turns that changed the prospects of texts most, each with what in it did so.

use std::sync::Arc;

use eframe::egui::{
    CursorIcon, Galley, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::analysis::turning_point::{Change, Drivers, Prospects, TurningPoint};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, paragraph, radius, space};
use crate::app::widgets::{Spark, focus_ring, paint_spark, section};
use crate::council::DelegationId;
use crate::scenario::Scenario;
use crate::session::{Session, Turn, TurnKind};
use crate::text::{percent, upper_first};

use super::reading::Reading;
use super::{show_turn, weak};

/// The most turns that are told.
pub(super) const MOST: usize = 6;
/// The most texts that are told of one turn.
const TEXTS: usize = 3;
const PADDING: f32 = space::L;
const SPARK: eframe::egui::Vec2 = vec2(132.0, 46.0);

/// A turn, in words.
#[derive(Debug)]
pub(super) struct Row {
    /// After how many turns it has been shown.
    pub(super) turns: usize,
    /// The number of its first event, from 1.
    pub(super) event: usize,
    pub(super) name: String,
    pub(super) sentences: String,
    /// The chance of the text that moved most, from turn to turn.
    spark: Spark,
}

/// Draws the turns, and the decisions against the odds.
pub(super) fn turning(ctx: ViewCtx<'_>, reading: &Reading, ui: &mut Ui) {
    let Some(rows) = reading.turning() else {
        return weak(ctx, "Being worked out…", ui);
    };
    if rows.is_empty() {
        let text = "No turn changed the chance of adoption of any text by 2 points or more.";
        return weak(ctx, text, ui);
    }
    let text = "Ranked by how far they changed the chance that a text is adopted if it is put, as \
                the model reckons it from private positions. The line is that chance, from turn \
                to turn.";
    weak(ctx, text, ui);
    ui.add_space(space::XS);
    told(ctx, rows, ui);
    surprising(ctx, reading, ui);
}

/// Turns with what they changed.
pub(super) fn told(ctx: ViewCtx<'_>, rows: &[Row], ui: &mut Ui) {
    for row in rows {
        if draw(ctx, row, ui) {
            show_turn(ctx, row.turns);
        }
    }
}

/// The decisions against the odds, where there are any.
pub(super) fn surprising(ctx: ViewCtx<'_>, reading: &Reading, ui: &mut Ui) {
    let surprises = reading.surprises();
    if surprises.is_empty() {
        return;
    }
    ui.add_space(space::M);
    section(ui, ctx.tokens, "Decided against the odds", None);
    told(ctx, surprises, ui);
}

/// A turning point in words.
pub(super) fn row(session: &Session, prospects: &Prospects, point: &TurningPoint) -> Row {
    let scenario = session.scenario();
    let told: Vec<String> = point
        .changes
        .iter()
        .take(TEXTS)
        .map(|change| sentence(session, (prospects, point.stretch), change))
        .collect();
    let values = point.changes.first().map_or_else(Vec::new, |change| {
        (0..=session.cursor())
            .filter_map(|at| prospects.chance(at, change.outcome))
            .map(|chance| chance as f32)
            .collect()
    });
    let turn = &session.turns()[point.stretch];
    Row {
        turns: point.stretch + 1,
        event: turn.events.start + 1,
        name: format!("Turn {}: {}", point.stretch + 1, turn_name(scenario, session, turn)),
        sentences: told.join(" "),
        spark: Spark { values, at: point.stretch },
    }
}

/// "The chance that “…” is adopted rose from 12 % to 31 %: Malta came nearer to the text on “…”."
fn sentence(
    session: &Session,
    (prospects, stretch): (&Prospects, usize),
    change: &Change,
) -> String {
    let scenario = session.scenario();
    let title = &scenario.outcomes[change.outcome].title;
    let up = change.after > change.before;
    let is_settled = session.turns().get(stretch).is_some_and(
        |turn| matches!(turn.kind, TurnKind::Decision(outcome) if outcome == change.outcome),
    );
    let before = percent(change.before);
    if is_settled {
        let words = if up { "was adopted" } else { "was not adopted" };
        return format!("“{title}” {words}; before the vote, its chance was {before}.");
    }
    let verb = if up { "rose" } else { "fell" };
    let after = percent(change.after);
    let lead = format!("The chance that “{title}” is adopted {verb} from {before} to {after}");
    let Some(events) = prospects.events(stretch) else { return format!("{lead}.") };
    let end = session.record().state_at(events.end);
    let drivers = Drivers::of(session.record(), events, change.outcome).toward(up);
    let why = drivers.words(scenario, change.outcome, &end);
    if why.is_empty() { format!("{lead}.") } else { format!("{lead}: {why}.") }
}

/// What a turn is called: "statement 12, the representative of Malta (simulated)".
fn turn_name(scenario: &Scenario, session: &Session, turn: &Turn) -> String {
    let title = |outcome| format!("“{}”", scenario.outcomes[outcome].title);
    match turn.kind {
        TurnKind::Opening => "the meeting is opened".to_owned(),
        TurnKind::Statement(who) => {
            format!("statement {}, {}", statement_number(session, turn), speaker(scenario, who))
        }
        TurnKind::Signature(outcome) => format!("the signing of {}", title(outcome)),
        TurnKind::Selection => "it is settled which texts are put".to_owned(),
        TurnKind::Decision(outcome) => format!("the decision on {}", title(outcome)),
        TurnKind::Closing => "the meeting is adjourned".to_owned(),
        TurnKind::Pass(who) => format!("{} lets the floor pass", speaker(scenario, who)),
        TurnKind::Inject(inject) => {
            format!("news from outside, “{}”", scenario.injects[inject].title)
        }
        TurnKind::Round(round) => format!("consultations, round {round}"),
        TurnKind::Conclusion => "the end of the consultations".to_owned(),
        TurnKind::Silence(outcome) => format!("the silence procedure on {}", title(outcome)),
        TurnKind::Question(who) => {
            format!("{} raises a question of procedure", speaker(scenario, who))
        }
        TurnKind::Exchange(first, second) => {
            let name = |who: DelegationId| scenario.members[who].name.in_sentence();
            format!("{} and {} exchange places", name(first), name(second))
        }
        TurnKind::Instructions(who) => {
            format!("other instructions for {}", scenario.members[who].name.in_sentence())
        }
        TurnKind::Ruling => "a question of procedure is decided".to_owned(),
        TurnKind::Part(outcome) => format!("the vote on a part of {}", title(outcome)),
    }
}

fn speaker(scenario: &Scenario, who: DelegationId) -> String {
    let member = &scenario.members[who];
    let name = member.name.in_sentence();
    if member.is_briefer() {
        format!("{name} (simulated)")
    } else {
        format!("the representative of {name} (simulated)")
    }
}

/// The number of a statement among all statements.
fn statement_number(session: &Session, turn: &Turn) -> usize {
    let is_statement = |turn: &&Turn| matches!(turn.kind, TurnKind::Statement(_));
    let until = session.turns().iter().take_while(|it| it.events.start <= turn.events.start);
    until.filter(is_statement).count()
}

/// Draws a row; whether it was clicked.
fn draw(ctx: ViewCtx<'_>, row: &Row, ui: &mut Ui) -> bool {
    let tokens = ctx.tokens;
    let width = ui.available_width();
    let room = width - 2.0 * PADDING - SPARK.x - space::L;
    let lay = |text: &str, setting: Text| -> Arc<Galley> {
        let job = paragraph(text, setting, tokens.text, (room, usize::MAX));
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let name = lay(&upper_first(&row.name), Text::BodyStrong);
    let text = lay(&row.sentences.replace(" %", "\u{a0}%"), Text::Body);
    let height = (name.size().y + space::XS + text.size().y).max(SPARK.y) + 2.0 * space::M;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    let words = format!("{}. {}", row.name, row.sentences);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &words));
    let edge = if response.hovered() { tokens.line_strong } else { tokens.line };
    let painter = ui.painter();
    let stroke = Stroke::new(1.0, edge);
    painter.rect(rect, radius::M, tokens.panel, stroke, StrokeKind::Inside);
    let at = rect.min + vec2(PADDING, space::M);
    let below = pos2(at.x, at.y + name.size().y + space::XS);
    painter.galley(at, name, tokens.text);
    painter.galley(below, text, tokens.text);
    let corner = pos2(rect.right() - PADDING - SPARK.x, rect.top() + space::M);
    paint_spark(painter, tokens, Rect::from_min_size(corner, SPARK), &row.spark);
    focus_ring(ui, tokens, &response, radius::M);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    response.on_hover_text("Shows this turn in the chamber").clicked()
}
