//! The delegation that is chosen: where it stands, what moved it, and what it would decide.

use eframe::egui::{
    Align, Label, Layout, Margin, Rect, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use crate::analysis::influence::moved_by;
use crate::app::command::{Command, PlaybackCommand};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, Tokens, rich, space};
use crate::app::widgets::{link, section, title};
use crate::council::{Confidence, DelegationId, IssueId, Membership};
use crate::session::Session;
use crate::text::{percent, upper_first};
use crate::vote::chance;

use super::Analysis;
use super::choices::pick;

/// So many things that moved it are told.
const PUSHES: usize = 4;
/// A smaller movement is none, in 0..1.
const LEAST: f64 = 0.0005;
/// Room for "under 1 %".
const FIGURE: f32 = 68.0;

impl Analysis {
    /// Draws the panel.
    pub(super) fn delegation(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        ui.add_space(space::L);
        eframe::egui::Frame::new().inner_margin(Margin::symmetric(20, 0)).show(ui, |ui| {
            self.chooser(ctx.tokens, session, ui);
        });
        let Some(who) = self.selected() else { return };
        ui.add_space(space::S);
        let area = ScrollArea::vertical().id_salt("delegation").auto_shrink([false, false]);
        area.show(ui, |ui| {
            eframe::egui::Frame::new().inner_margin(Margin::symmetric(20, 0)).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::XS;
                about(ui, ctx.tokens, session, who);
                pushes(ui, ctx, session, who);
                issues(ui, ctx.tokens, session, who);
                decisions(ui, ctx.tokens, session, who);
                ui.add_space(space::L);
            });
        });
    }

    fn chooser(&mut self, tokens: &Tokens, session: &Session, ui: &mut Ui) {
        let scenario = session.scenario();
        let seated = scenario.seating().iter().copied();
        let guests = scenario.invited().filter(|&who| scenario.members[who].has_stances);
        let order: Vec<DelegationId> = seated.chain(guests).collect();
        let mut names = vec!["None"];
        names.extend(order.iter().map(|&who| scenario.members[who].name.short.as_str()));
        let at = self.choice.selected.and_then(|who| order.iter().position(|&it| it == who));
        let width = ui.available_width() - space::S;
        let chosen = pick(ui, tokens, ("Delegation", width), (&names, at.map_or(0, |at| at + 1)));
        if let Some(at) = chosen {
            self.choice.selected = at.checked_sub(1).map(|at| order[at]);
        }
        if self.choice.selected.is_none() {
            ui.add_space(space::S);
            let words = "Choose a delegation here or in the figure to see where it stands and what \
                         moved it.";
            ui.label(rich(words, Text::Small, tokens.text_weak));
        }
    }
}

fn about(ui: &mut Ui, tokens: &Tokens, session: &Session, who: DelegationId) {
    let member = &session.scenario().members[who];
    title(ui, tokens, &member.name.short);
    let role = match member.membership {
        Membership::Permanent => "permanent member",
        Membership::Elected => "elected member",
        Membership::Rule37 => "invited under rule 37",
        Membership::Rule39 => "invited under rule 39",
    };
    let spoken = session.state().spoken[who];
    let spoken = match spoken {
        0 => "has not spoken".to_owned(),
        1 => "has spoken once".to_owned(),
        times => format!("has spoken {times} times"),
    };
    let words = upper_first(&format!("{role} · {spoken}"));
    ui.label(rich(words, Text::Small, tokens.text_weak));
}

/// What moved it, the largest movement first; a click shows the moment.
fn pushes(ui: &mut Ui, ctx: ViewCtx<'_>, session: &Session, who: DelegationId) {
    let found = moved_by(session.record(), session.events_shown(), who);
    ui.add_space(space::M);
    section(ui, ctx.tokens, "What moved it most", Some("points"));
    let told = found.iter().filter(|push| push.size() >= LEAST).take(PUSHES);
    let mut any = false;
    for push in told {
        let Some((issue, by)) = push.furthest() else { continue };
        any = true;
        let scenario = session.scenario();
        let source = push.speaker.map_or_else(
            || "What happened outside".to_owned(),
            |speaker| scenario.members[speaker].name.short.clone(),
        );
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let color = if by < 0.0 { ctx.tokens.against } else { ctx.tokens.in_favor };
            let (place, _) = ui.allocate_exact_size(vec2(38.0, 22.0), Sense::hover());
            let figure = moved(by);
            let text = eframe::egui::Align2::LEFT_CENTER;
            ui.painter().text(place.left_center(), text, figure, Text::SmallStrong.font(), color);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                if link(ui, ctx.tokens, &source).clicked() {
                    let turn = session.turns().iter().position(|it| it.events.end >= push.event);
                    let turn = turn.map_or(0, |turn| turn + 1);
                    ctx.send(Command::Playback(PlaybackCommand::Seek(turn)));
                }
                let words = format!("on “{}”", scenario.issues[issue].name);
                ui.label(rich(words, Text::Small, ctx.tokens.text_weak));
            });
        });
    }
    if !any {
        ui.label(rich("Nothing so far.", Text::Small, ctx.tokens.text_weak));
    }
}

/// What it would decide now, outcome by outcome.
fn decisions(ui: &mut Ui, tokens: &Tokens, session: &Session, who: DelegationId) {
    let scenario = session.scenario();
    if !scenario.members[who].votes() {
        return;
    }
    ui.add_space(space::M);
    section(ui, tokens, "What it would decide", Some("in favour"));
    let room = session.state().room(scenario);
    for &outcome in &scenario.order.outcomes {
        let form = session.state().texts[outcome].form;
        if *scenario.rules.of(form) == crate::council::AdoptionRule::Authority {
            continue;
        }
        let (_, chances) = chance(room, who, outcome);
        ui.add_space(space::XS);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().interact_size.y = 0.0;
            let title = rich(&scenario.outcomes[outcome].title, Text::Small, tokens.text);
            let room = ui.available_width() - FIGURE;
            ui.vertical(|ui| {
                ui.set_width(room);
                ui.add(Label::new(title).wrap());
            });
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                ui.label(rich(percent(chances.in_favour), Text::Small, tokens.text_weak));
            });
        });
        let (bar, _) = ui.allocate_exact_size(vec2(ui.available_width(), 6.0), Sense::hover());
        ui.painter().rect_filled(bar, 3, tokens.undeclared_fill);
        let width = bar.width() * chances.in_favour as f32;
        let filled = Rect::from_min_size(bar.min, vec2(width, bar.height()));
        ui.painter().rect_filled(filled, 3, tokens.in_favor);
    }
}

/// Where it stands on each issue, what it cares for most first.
fn issues(ui: &mut Ui, tokens: &Tokens, session: &Session, who: DelegationId) {
    let scenario = session.scenario();
    let mut order: Vec<IssueId> = scenario
        .order
        .issues
        .iter()
        .copied()
        .filter(|&issue| scenario.stances[(who, issue)].is_some())
        .collect();
    let salience = |issue: IssueId| session.state().salience[(who, issue)];
    order.sort_by(|&a, &b| salience(b).total_cmp(&salience(a)));
    ui.add_space(space::M);
    section(ui, tokens, "Where it stands", Some("0 to 100"));
    for issue in order {
        let Some(stance) = &scenario.stances[(who, issue)] else { continue };
        let it = &scenario.issues[issue];
        let (opened, stands) = (stance.position.get(), session.state().positions[(who, issue)]);
        ui.add_space(space::XS);
        ui.label(rich(upper_first(&it.name), Text::SmallStrong, tokens.text));
        ui.label(rich(it.nearest_mark(stands), Text::Small, tokens.text));
        let scale = Scale { opened, stands, unsure: stance.uncertainty.get() };
        let since = if (stands - opened).abs() < LEAST {
            "not moved".to_owned()
        } else {
            format!("moved {}", moved(stands - opened))
        };
        let inferred = if stance.confidence == Some(Confidence::Low) { "; inferred" } else { "" };
        let words = format!("{:.0}; {since} since the opening{inferred}", stands * 100.0);
        line(ui, tokens, &scale, &format!("{}: {words}", upper_first(&it.name)));
        ui.label(rich(words, Text::Small, tokens.text_weak));
    }
}

/// A position on its scale.
struct Scale {
    opened: f64,
    stands: f64,
    /// How far the author is unsure of it, in 0..1.
    unsure: f64,
}

fn line(ui: &mut Ui, tokens: &Tokens, it: &Scale, name: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 18.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    let inner = rect.shrink2(vec2(7.0, 0.0));
    let x = |share: f64| inner.left() + inner.width() * share.clamp(0.0, 1.0) as f32;
    let y = rect.center().y;
    let painter = ui.painter();
    if it.unsure > 0.0 {
        let from = pos2(x(it.opened - it.unsure), y - 7.0);
        let to = pos2(x(it.opened + it.unsure), y + 7.0);
        painter.rect_filled(Rect::from_min_max(from, to), 7, tokens.selection);
    }
    painter.hline(inner.x_range(), y, Stroke::new(2.0, tokens.line_strong));
    painter.circle_filled(pos2(x(it.opened), y), 5.0, tokens.panel);
    painter.circle_stroke(pos2(x(it.opened), y), 5.0, Stroke::new(1.5, tokens.text_weak));
    painter.circle_filled(pos2(x(it.stands), y), 5.0, tokens.accent);
}

/// "+1.4", "−0.3".
fn moved(by: f64) -> String {
    let sign = if by < 0.0 { "−" } else { "+" };
    format!("{sign}{:.1}", (by * 100.0).abs())
}
