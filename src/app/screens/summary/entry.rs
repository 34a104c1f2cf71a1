//! The fields of one entry: on what, what was said, and who said it.

use eframe::egui::{Button, ComboBox, Grid, Response, TextWrapMode, Ui};

use crate::analysis::summary_check::{Claim, ClaimKind, Quantifier, heard};
use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, space};
use crate::app::views::width_of;
use crate::app::widgets::{described, ringed};
use crate::council::{DelegationId, IssueId, OutcomeId};
use crate::report::figure::Setting;
use crate::scenario::Scenario;
use crate::session::Session;

/// Width of the names of fields, and the most of the lists beside them.
const NAMES: f32 = 48.0;
const LIST: f32 = 520.0;
/// Beside the name of a delegation: its box, and room to the next.
const BOX: f32 = 44.0;

/// What an entry can be about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Subject {
    Text(OutcomeId),
    Issue(IssueId),
}

impl Subject {
    const fn of(says: ClaimKind) -> Self {
        match says {
            ClaimKind::Declared(outcome, _) => Self::Text(outcome),
            ClaimKind::Voiced(issue, _) => Self::Issue(issue),
        }
    }

    fn all(scenario: &Scenario) -> Vec<Self> {
        let texts = scenario.order.outcomes.iter().map(|&outcome| Self::Text(outcome));
        texts.chain(scenario.order.issues.iter().map(|&issue| Self::Issue(issue))).collect()
    }

    fn words(self, scenario: &Scenario) -> String {
        match self {
            Self::Text(outcome) => format!("“{}”", scenario.outcomes[outcome].title),
            Self::Issue(issue) => format!("Issue: {}", scenario.issues[issue].name),
        }
    }

    fn claims(self, scenario: &Scenario) -> Vec<ClaimKind> {
        match self {
            Self::Text(outcome) => ClaimKind::on_text(outcome).to_vec(),
            Self::Issue(issue) => ClaimKind::on_issue(scenario, issue),
        }
    }
}

/// Draws on what, and what was said of it.
pub(super) fn what(
    ctx: ViewCtx<'_>,
    session: &Session,
    (claim, wants_keyboard): (&mut Claim, bool),
    ui: &mut Ui,
) {
    let scenario = session.scenario();
    let subjects = Subject::all(scenario);
    let is_now = |subject: &Subject| *subject == Subject::of(claim.says);
    let mut chosen = subjects.iter().position(is_now).unwrap_or_default();
    let words: Vec<String> = subjects.iter().map(|it| it.words(scenario)).collect();
    let list = line(ctx, "On", (&mut chosen, &words), ui);
    if wants_keyboard {
        list.request_focus();
        list.scroll_to_me(None);
    }
    let Some(&subject) = subjects.get(chosen) else { return };
    let claims = subject.claims(scenario);
    // Another subject has other things to be said of it.
    if subject != Subject::of(claim.says) {
        claim.says = claims.first().copied().unwrap_or(claim.says);
    }
    let mut chosen = claims.iter().position(|it| *it == claim.says).unwrap_or_default();
    let words: Vec<String> = claims.iter().map(|it| it.words(scenario)).collect();
    line(ctx, "Said", (&mut chosen, &words), ui);
    claim.says = claims.get(chosen).copied().unwrap_or(claim.says);
}

/// Draws who said it: a number, or names alone.
pub(super) fn who(
    ctx: ViewCtx<'_>,
    session: &Session,
    (claim, number): (&mut Claim, usize),
    names_all: &mut bool,
    ui: &mut Ui,
) {
    let all = [None].into_iter().chain(Quantifier::ALL.map(Some));
    let all: Vec<Option<Quantifier>> = all.collect();
    let words: Vec<String> = all.iter().map(|it| how_many(*it)).collect();
    let mut chosen = all.iter().position(|it| *it == claim.quantifier).unwrap_or_default();
    line(ctx, "Who", (&mut chosen, &words), ui);
    claim.quantifier = all.get(chosen).copied().flatten();
    if claim.quantifier.is_some() {
        let text = "Name some of them, if you wish:";
        ui.label(rich(text, Text::Small, ctx.tokens.text_weak));
    }
    let spoke = heard(session.record(), session.events_shown());
    let scenario = session.scenario();
    let mut members: Vec<DelegationId> = scenario.order.members.clone();
    members.retain(|&who| !scenario.members[who].is_briefer());
    members.sort_by_key(|&who| scenario.members[who].name.short.to_lowercase());
    let (shown, silent): (Vec<DelegationId>, Vec<DelegationId>) =
        members.into_iter().partition(|who| spoke.contains(who) || claim.who.contains(who));
    boxes(ctx, session, (claim, number), &shown, ui);
    if shown.is_empty() {
        ui.label(rich("Nobody has spoken yet.", Text::Small, ctx.tokens.text_weak));
    }
    if silent.is_empty() {
        return;
    }
    if *names_all {
        ui.label(rich("Have not spoken", Text::Small, ctx.tokens.text_weak));
        boxes(ctx, session, (claim, number), &silent, ui);
    }
    let words = if *names_all {
        "Hide those that have not spoken"
    } else {
        "Show those that have not spoken"
    };
    let button = ui.add(Button::new(rich(words, Text::Small, ctx.tokens.text)));
    if ringed(ui, ctx.tokens, button).clicked() {
        *names_all = !*names_all;
    }
}

/// "Those named, and nobody else", "Several delegations (five to half of those that spoke)".
fn how_many(quantifier: Option<Quantifier>) -> String {
    match quantifier {
        None => "Those named, and nobody else".to_owned(),
        Some(it) => format!("{} ({})", upper_first(it.words()), it.stands_for()),
    }
}

/// A box to tick for each delegation, in columns.
fn boxes(
    ctx: ViewCtx<'_>,
    session: &Session,
    (claim, number): (&mut Claim, usize),
    members: &[DelegationId],
    ui: &mut Ui,
) {
    let scenario = session.scenario();
    let names: Vec<String> =
        members.iter().map(|&who| upper_first(&scenario.members[who].name.short)).collect();
    let widest = names.iter().map(|name| width_of(ui, name, Setting::Body)).fold(0.0, f32::max);
    let across = ((ui.available_width() / (widest + BOX)) as usize).max(1);
    let id = ("delegations", members.first().copied());
    Grid::new(id).min_col_width(widest + BOX - space::M).spacing([space::M, space::XS]).show(
        ui,
        |ui| {
            for (at, (&who, name)) in members.iter().zip(&names).enumerate() {
                let mut is_named = claim.who.contains(&who);
                let label = rich(name, Text::Body, ctx.tokens.text);
                let button = ui.checkbox(&mut is_named, label);
                described(&button, &format!("Named in entry {number}"));
                let button = ringed(ui, ctx.tokens, button);
                if button.changed() {
                    claim.who.retain(|&it| it != who);
                    claim.who.extend(is_named.then_some(who));
                }
                if (at + 1) % across == 0 {
                    ui.end_row();
                }
            }
        },
    );
}

/// A list behind a name, in one line.
fn line(
    ctx: ViewCtx<'_>,
    name: &str,
    (chosen, of): (&mut usize, &[String]),
    ui: &mut Ui,
) -> Response {
    ui.horizontal(|ui| {
        let width = width_of(ui, name, Setting::Body);
        let label = ui.label(rich(name, Text::Body, ctx.tokens.text));
        ui.add_space((NAMES - width).max(0.0));
        let shown = of.get(*chosen).map_or("", String::as_str);
        let width = LIST.min(ui.available_width() - space::S);
        let list = ComboBox::from_id_salt(name).selected_text(shown).width(width).truncate();
        let list = list.show_ui(ui, |ui| {
            ui.set_max_width(width);
            ui.style_mut().wrap_mode = Some(TextWrapMode::Wrap);
            for (at, words) in of.iter().enumerate() {
                ui.selectable_value(chosen, at, words);
            }
        });
        ringed(ui, ctx.tokens, list.response.labelled_by(label.id))
    })
    .inner
}
