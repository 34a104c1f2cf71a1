//! The composer: a statement from what one wants to say, its words drafted and free to change.

use eframe::egui::{
    Align, Button, Label, Layout, Rect, ScrollArea, Sense, TextEdit, Ui, UiBuilder, pos2,
};

use crate::app::command::{Command, SeatCommand};
use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, space};
use crate::app::widgets::{described, pick, prose, ringed, section};
use crate::council::{Declared, DelegationId, IssueId, Style};
use crate::debate::{Action, Intended, IntendedPoint, WORDS_A_MINUTE};
use crate::session::{Draft, Due, Session};
use crate::text::Spoken;

use super::coach::Judged;
use super::{act, main_action};

/// Width of the gap between what one wants to say and its words.
const GAP: f32 = 20.0;
/// Width of the list of what one says of a text.
const STANCE: f32 = 168.0;
/// Height of what ends the statement.
const FOOT: f32 = 52.0;
/// Most height of the words of the statement.
const WORDS: f32 = 220.0;
/// How firmly a point may be put.
const FIRMNESS: [(f64, &str); 3] = [(0.4, "with reserve"), (0.7, "plainly"), (1.0, "firmly")];
/// What may be declared of a text, and in which words.
const STANCES: [(Option<Declared>, &str); 4] = [
    (None, "say nothing"),
    (Some(Declared::InFavour), "support"),
    (Some(Declared::Reservations), "have reservations on"),
    (Some(Declared::Opposed), "oppose"),
];

/// Registers of a statement, and what they do to its words.
const REGISTERS: [(Style, &str, &str); 3] = [
    (Style::Guarded, "guarded", "Weaker verbs, near agreed language."),
    (Style::Measured, "measured", "The Council’s usual tone."),
    (Style::Candid, "candid", "Stronger verbs; it says outright what it cannot support."),
];

/// What is worked out for the words of a statement.
#[derive(Debug, Default)]
pub(super) struct Composer {
    drafted: Option<(Intended, Option<Spoken>)>,
    judged: Option<Judged>,
    /// Own words that were put away for drafted ones.
    put_away: Option<String>,
}

impl Composer {
    /// Draws it over the room there is.
    pub(super) fn ui(&mut self, ctx: ViewCtx<'_>, session: &Session, due: &Due, ui: &mut Ui) {
        let who = due.who;
        let before =
            session.draft(who).map_or_else(|| Intended::silent(who), |it| it.intended.clone());
        let mut intended = before.clone();
        let room = ui.available_rect_before_wrap();
        let half = ((room.width() - GAP) / 2.0).round();
        let bottom = room.bottom() - FOOT;
        let left = Rect::from_min_max(room.min, pos2(room.left() + half, bottom));
        let right =
            Rect::from_min_max(pos2(left.right() + GAP, room.top()), pos2(room.right(), bottom));
        part(ui, ("what", left), |ui| choices(ctx, session, &mut intended, ui));
        part(ui, ("words", right), |ui| self.words(ctx, session, &mut intended, ui));
        let below = Rect::from_min_max(pos2(room.left(), bottom + space::S), room.max);
        let mut child = ui.new_child(
            UiBuilder::new().max_rect(below).layout(Layout::left_to_right(Align::Center)),
        );
        foot(ctx, (who, &intended), &mut child);
        ui.allocate_rect(room, Sense::hover());
        if intended != before {
            let draft = session.draft(who).cloned().unwrap_or_else(|| Draft::empty(who));
            let draft = Draft { intended, ..draft };
            ctx.send(Command::Seat(SeatCommand::Draft(who, Some(draft))));
        }
    }

    /// The words, drafted or a person's own.
    fn words(&mut self, ctx: ViewCtx<'_>, session: &Session, intended: &mut Intended, ui: &mut Ui) {
        let wanted = Intended { words: None, ..intended.clone() };
        if self.drafted.as_ref().is_none_or(|(of, _)| *of != wanted) {
            let spoken = session.drafted(&wanted).ok();
            self.drafted = Some((wanted, spoken));
        }
        let spoken = self.drafted.as_ref().and_then(|(_, spoken)| spoken.as_ref());
        let drafted = spoken.map_or("", |spoken| spoken.text.as_str());
        let shown = intended.words.clone().unwrap_or_else(|| drafted.to_owned());
        let length = length_words(session, &shown);
        let label = section(ui, ctx.tokens, "The words", Some(&length));
        let mut text = shown.clone();
        let rows = 10;
        // Long words scroll, so that the coach stays in sight.
        let area = ScrollArea::vertical().id_salt("statement").max_height(WORDS);
        area.auto_shrink([false, true]).show(ui, |ui| {
            let edit = TextEdit::multiline(&mut text).desired_rows(rows);
            let edit = ui.add(edit.desired_width(f32::INFINITY)).labelled_by(label.id);
            ringed(ui, ctx.tokens, edit);
        });
        if text != shown {
            intended.words = (text != drafted).then_some(text);
        }
        if intended.words.is_some() {
            ui.horizontal_wrapped(|ui| {
                let note = "Your own words. They are said as they stand; what the meeting takes \
                            from the statement is what you chose at the left.";
                prose(ui, note, (Text::Small, ctx.tokens.text_weak), f32::INFINITY);
                let again = Button::new(rich("Draft them again", Text::Small, ctx.tokens.text));
                let again = ui.add(again);
                if ringed(ui, ctx.tokens, again).clicked() {
                    self.put_away = intended.words.take();
                }
            });
        } else {
            let note = "Drafted from what you choose at the left. Change them as you like.";
            prose(ui, note, (Text::Small, ctx.tokens.text_weak), f32::INFINITY);
            if self.put_away.is_some() {
                let back = Button::new(rich("Back to your words", Text::Small, ctx.tokens.text));
                let back = ui.add(back);
                if ringed(ui, ctx.tokens, back).clicked() {
                    intended.words = self.put_away.take();
                }
            }
        }
        if !intended.points.is_empty() || intended.words.is_some() {
            let said = (&*intended, shown.as_str());
            let judged = Judged::look(&mut self.judged, session, said);
            judged.ui(ctx, intended, ui);
        }
    }
}

/// What ends the statement.
fn foot(ctx: ViewCtx<'_>, (who, intended): (DelegationId, &Intended), ui: &mut Ui) {
    let is_taken = !intended.points.is_empty() || !intended.declarations.is_empty();
    let says_something = !intended.points.is_empty() || intended.words.is_some();
    if main_action(ctx, "Deliver the statement", says_something, ui) {
        act(ctx, Action::Say(intended.clone()));
    }
    let speak = ui.add(Button::new(rich("Speak for me", Text::Body, ctx.tokens.text)));
    if ringed(ui, ctx.tokens, speak).on_hover_text("The model makes the statement.").clicked() {
        ctx.send(Command::Seat(SeatCommand::Finish));
    }
    let pass = ui.add(Button::new(rich("Pass", Text::Body, ctx.tokens.text)));
    if ringed(ui, ctx.tokens, pass).on_hover_text("The floor passes without a word.").clicked() {
        act(ctx, Action::Pass(who));
    }
    if !says_something {
        let words = "Choose at least one issue, or write.";
        ui.label(rich(words, Text::Small, ctx.tokens.text_weak));
    } else if !is_taken {
        let words = "Nothing is chosen at the left: the meeting would take no position from it.";
        ui.label(rich(words, Text::SmallStrong, ctx.tokens.warning));
    }
}

/// A part of the desk that scrolls by itself.
fn part(ui: &mut Ui, (name, rect): (&str, Rect), contents: impl FnOnce(&mut Ui)) {
    let builder =
        UiBuilder::new().id_salt(name).max_rect(rect).layout(Layout::top_down(Align::Min));
    let mut child = ui.new_child(builder);
    child.shrink_clip_rect(rect.expand(3.0));
    let area = ScrollArea::vertical().id_salt(name).auto_shrink([false, false]);
    area.show(&mut child, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        ui.set_width(ui.available_width() - space::S);
        contents(ui);
    });
}

/// "214 words · 1.9 of 3 minutes".
fn length_words(session: &Session, text: &str) -> String {
    let words = text.split_whitespace().count();
    let minutes = words as f64 / WORDS_A_MINUTE;
    format!("{words} words · {minutes:.1} of {} minutes", session.scenario().time_limit)
}

/// What one wants to say.
fn choices(ctx: ViewCtx<'_>, session: &Session, intended: &mut Intended, ui: &mut Ui) {
    let proposal = Button::new(rich("Start from a proposal", Text::Small, ctx.tokens.text));
    let proposal = ui.add(proposal).on_hover_text("What the model would say in this seat.");
    if ringed(ui, ctx.tokens, proposal).clicked()
        && let Ok(proposed) = session.proposed(intended.speaker)
    {
        *intended = proposed;
    }
    register(ctx, session, intended, ui);
    issues(ctx, session, intended, ui);
    ui.add_space(space::S);
    outcomes(ctx, session, intended, ui);
    ui.add_space(space::S);
    answers(ctx, session, intended, ui);
}

/// The register in which the words are drafted, one's own first.
fn register(ctx: ViewCtx<'_>, session: &Session, intended: &mut Intended, ui: &mut Ui) {
    let own = session.scenario().members[intended.speaker].style;
    let chosen = intended.register.unwrap_or(own);
    ui.horizontal_wrapped(|ui| {
        ui.label(rich("Register", Text::Small, ctx.tokens.text_weak));
        for (style, words, note) in REGISTERS {
            let usual = if style == own { " Your delegation usually speaks so." } else { "" };
            let label = rich(words, Text::Small, ctx.tokens.text);
            let button = ui.selectable_label(chosen == style, label);
            let button = button.on_hover_text(format!("{note}{usual}"));
            if ringed(ui, ctx.tokens, button).clicked() {
                intended.register = (style != own).then_some(style);
            }
        }
    });
}

fn issues(ctx: ViewCtx<'_>, session: &Session, intended: &mut Intended, ui: &mut Ui) {
    let scenario = session.scenario();
    section(ui, ctx.tokens, "Issues", Some("● raised by a guiding question"));
    for &issue in &scenario.order.issues {
        let axis = &scenario.issues[issue];
        let mut is_said = intended.points.iter().any(|point| point.issue == issue);
        let sign = if scenario.derived.prompted[issue] { " ●" } else { "" };
        let words = rich(format!("{}{sign}", axis.name), Text::Body, ctx.tokens.text);
        let button = ui.checkbox(&mut is_said, words);
        if ringed(ui, ctx.tokens, button).changed() {
            intended.points.retain(|point| point.issue != issue);
            if is_said {
                let instructed = scenario.derived.instructions[(intended.speaker, issue)];
                let voiced =
                    if instructed.given { instructed.position } else { axis.status_quo.get() };
                intended.points.push(IntendedPoint { issue, voiced, emphasis: 1.0 });
            }
        }
        if let Some(at) = intended.points.iter().position(|point| point.issue == issue) {
            ui.indent(("point", &axis.identifier), |ui| {
                point(ctx, session, (intended, at), ui);
            });
        }
    }
}

/// Where one says one stands, and how firmly.
fn point(ctx: ViewCtx<'_>, session: &Session, (intended, at): (&mut Intended, usize), ui: &mut Ui) {
    let scenario = session.scenario();
    let issue = intended.points[at].issue;
    let axis = &scenario.issues[issue];
    let places = places(session, intended.speaker, issue);
    let now = intended.points[at].voiced;
    let away = |place: f64| (place - now).abs();
    let nearest = places.iter().enumerate().min_by(|a, b| away(a.1.0).total_cmp(&away(b.1.0)));
    let mut chosen = nearest.map_or(0, |(place, _)| place);
    let before = chosen;
    let words: Vec<String> = places.iter().map(|(_, words)| words.clone()).collect();
    ui.horizontal(|ui| {
        let label = ui.label(rich("Position", Text::Small, ctx.tokens.text_weak));
        let width = ui.available_width() - space::S;
        let response = pick(ui, (("position", issue), width), (&mut chosen, &words));
        described(&response, &axis.name);
        ringed(ui, ctx.tokens, response.labelled_by(label.id));
    });
    if chosen != before {
        intended.points[at].voiced = places[chosen].0;
    }
    let firm = intended.points[at].emphasis;
    ui.horizontal(|ui| {
        ui.label(rich("Put", Text::Small, ctx.tokens.text_weak));
        for (emphasis, words) in FIRMNESS {
            let is_chosen = (firm - emphasis).abs() < 1e-9;
            let label = rich(words, Text::Small, ctx.tokens.text);
            let button = ui.selectable_label(is_chosen, label);
            if ringed(ui, ctx.tokens, button).clicked() {
                intended.points[at].emphasis = emphasis;
            }
        }
    });
    let instructed = scenario.derived.instructions[(intended.speaker, issue)];
    let outside = instructed.red_line.outside(intended.points[at].voiced);
    if instructed.given && outside > 1e-9 {
        let words = "Beyond your red line.";
        ui.label(rich(words, Text::SmallStrong, ctx.tokens.warning));
    }
}

/// The places of a scale in words, one's own instructions among them.
fn places(session: &Session, who: DelegationId, issue: IssueId) -> Vec<(f64, String)> {
    let scenario = session.scenario();
    let axis = &scenario.issues[issue];
    let marks = axis.marks.iter().map(|mark| (mark.position.get(), mark.label.clone()));
    let mut places: Vec<(f64, String)> = std::iter::once((0.0, axis.low.clone()))
        .chain(marks)
        .chain(std::iter::once((1.0, axis.high.clone())))
        .collect();
    let instructed = scenario.derived.instructions[(who, issue)];
    if instructed.given {
        let mark = axis.nearest_mark(instructed.position);
        let words = format!("Your instructions (nearest wording: {mark})");
        places.push((instructed.position, words));
        places.sort_by(|a, b| a.0.total_cmp(&b.0));
    }
    places
}

fn outcomes(ctx: ViewCtx<'_>, session: &Session, intended: &mut Intended, ui: &mut Ui) {
    section(ui, ctx.tokens, "Proposed outcomes", Some("where you declare yourself"));
    let words = STANCES.map(|(_, words)| words.to_owned());
    for outcome in super::soundings::texts(session) {
        let title = &session.scenario().outcomes[outcome].title;
        let now = intended.declarations.iter().find(|(of, _)| *of == outcome).map(|it| it.1);
        let mut chosen = STANCES.iter().position(|(stance, _)| *stance == now).unwrap_or_default();
        ui.horizontal(|ui| {
            // Names at the left, as wide as half the column, and what one says at the right.
            let width = (ui.available_width() - STANCE - space::M).max(80.0);
            let label = ui.scope(|ui| {
                ui.set_width(width);
                ui.add(Label::new(rich(title, Text::Body, ctx.tokens.text)).wrap())
            });
            let response = pick(ui, (("stance", outcome), STANCE), (&mut chosen, &words));
            ringed(ui, ctx.tokens, response.labelled_by(label.inner.id));
        });
        let chosen = STANCES[chosen].0;
        if chosen != now {
            intended.declarations.retain(|(of, _)| *of != outcome);
            intended.declarations.extend(chosen.map(|stance| (outcome, stance)));
        }
    }
}

/// Whom one answers, from what was really said.
fn answers(ctx: ViewCtx<'_>, session: &Session, intended: &mut Intended, ui: &mut Ui) {
    section(ui, ctx.tokens, "Others", Some("from what was said in this debate"));
    let heard = heard(session, intended.speaker);
    if heard.is_empty() {
        let words = "Nobody has voiced a position yet.";
        ui.label(rich(words, Text::Small, ctx.tokens.text_weak));
        return;
    }
    answer(ctx, session, ("Commend", &heard), (&mut intended.commends, "nobody"), ui);
    answer(ctx, session, ("Differ with", &heard), (&mut intended.criticizes, "nobody"), ui);
}

type Heard = (DelegationId, IssueId);

fn heard(session: &Session, speaker: DelegationId) -> Vec<Heard> {
    let scenario = session.scenario();
    let voiced = &session.state().voiced;
    let mut heard = Vec::new();
    for &who in scenario.order.members.iter().filter(|&&who| who != speaker) {
        for &issue in &scenario.order.issues {
            if voiced[(who, issue)].is_some() {
                heard.push((who, issue));
            }
        }
    }
    heard
}

fn answer(
    ctx: ViewCtx<'_>,
    session: &Session,
    (name, heard): (&str, &[Heard]),
    (chosen, nobody): (&mut Option<Heard>, &str),
    ui: &mut Ui,
) {
    let scenario = session.scenario();
    let words = |(who, issue): Heard| {
        let axis = &scenario.issues[issue];
        let at = session.state().voiced[(who, issue)].unwrap_or_default();
        let name = upper_first(&scenario.members[who].name.in_sentence());
        format!("{name} on {}: {}", axis.name, axis.nearest_mark(at))
    };
    let label = ui.label(rich(name, Text::Body, ctx.tokens.text));
    let all: Vec<String> =
        std::iter::once(nobody.to_owned()).chain(heard.iter().map(|&it| words(it))).collect();
    let before = chosen.and_then(|it| heard.iter().position(|other| *other == it));
    let mut place = before.map_or(0, |place| place + 1);
    let response = pick(ui, (name, ui.available_width() - space::S), (&mut place, &all));
    ringed(ui, ctx.tokens, response.labelled_by(label.id));
    if place != before.map_or(0, |place| place + 1) {
        *chosen = place.checked_sub(1).map(|place| heard[place]);
    }
}
