//! A delegation's page as rows, and what its placard tells under the pointer.

use crate::app::command::{Command, PlaybackCommand};
use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::views::{
    MemberClick, MemberView, PositionRow, SaidRow, Sight, StandingRow, member,
};
use crate::app::widgets::SmallScale;
use crate::council::{DelegationId, IssueId, Membership, OutcomeId, SourceId};
use crate::scenario::Scenario;
use crate::session::Session;
use crate::text::{Entry, EntryKind, percent};
use crate::vote;

use super::seats;
use super::why::{Why, turn_of};

use eframe::egui::Ui;

/// What the page asks of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PageClick {
    Back,
    Why(Why),
}

/// How many relations are told at each end.
const RELATIONS: usize = 3;

/// Draws the page of `who`.
pub(super) fn page(
    ctx: ViewCtx<'_>,
    session: &Session,
    (who, sight): (DelegationId, Sight),
    ui: &mut Ui,
) -> Option<PageClick> {
    let scenario = session.scenario();
    let issues: Vec<IssueId> = issues(session, who, sight);
    let positions: Vec<PositionRow> =
        issues.iter().map(|&issue| position(session, (who, issue), sight)).collect();
    let outcomes: Vec<StandingRow> = scenario
        .order
        .outcomes
        .iter()
        .map(|&outcome| standing(session, (who, outcome), sight))
        .collect();
    let said: Vec<&Entry> = statements(session, who).collect();
    let turns: Vec<usize> = said.iter().filter_map(|entry| turn_of(session, entry.event)).collect();
    let rows: Vec<SaidRow> = said
        .iter()
        .zip(&turns)
        .map(|(entry, turn)| SaidRow {
            turn: format!("Turn {turn}"),
            headline: headline(entry).to_owned(),
        })
        .collect();
    let view = MemberView {
        name: &upper_first(&scenario.members[who].name.in_sentence()),
        role: &role(session, who),
        sight,
        positions: &positions,
        outcomes: &outcomes,
        said: &rows,
        relations: &relations(scenario, who),
        sources: &sources(scenario, who),
    };
    match member(ui, ctx.tokens, &view)? {
        MemberClick::Back => Some(PageClick::Back),
        // What is behind private figures is private.
        MemberClick::Position(_) | MemberClick::Outcome(_) if sight == Sight::Public => None,
        MemberClick::Position(row) => Some(PageClick::Why(Why::Position(who, issues[row]))),
        MemberClick::Outcome(row) => {
            Some(PageClick::Why(Why::Standing(who, scenario.order.outcomes[row])))
        }
        MemberClick::Said(row) => {
            ctx.send(Command::Playback(PlaybackCommand::Seek(turns[row])));
            None
        }
    }
}

/// The issues on which it has a position that may be seen, in the order of the file.
fn issues(session: &Session, who: DelegationId, sight: Sight) -> Vec<IssueId> {
    let scenario = session.scenario();
    let seen = |issue: &IssueId| match sight {
        Sight::All => scenario.stances[(who, *issue)].is_some(),
        Sight::Public => session.state().voiced[(who, *issue)].is_some(),
    };
    scenario.order.issues.iter().copied().filter(seen).collect()
}

/// A number of 0..1 on the authors' scale.
fn points(value: f64) -> String {
    format!("{:.0}", value * 100.0)
}

fn position(session: &Session, (who, issue): (DelegationId, IssueId), sight: Sight) -> PositionRow {
    let scenario = session.scenario();
    let axis = &scenario.issues[issue];
    let mark = |at: f64| axis.nearest_mark(at).to_owned();
    let ends = [axis.low.clone(), axis.high.clone()];
    let today = axis.status_quo.get() as f32;
    let voiced = session.state().voiced[(who, issue)];
    if sight == Sight::Public {
        let words = voiced.map_or_else(String::new, |at| format!("It voiced: {}", mark(at)));
        let scale = SmallScale {
            now: voiced.map(|at| at as f32),
            today,
            words: format!("{}. {words}", axis.name),
            ..SmallScale::default()
        };
        return PositionRow { issue: axis.name.clone(), scale, ends, words, notes: Vec::new() };
    }
    let start = scenario.derived.instructions[(who, issue)].position;
    let now = session.state().positions[(who, issue)];
    let words = if mark(start) == mark(now) {
        format!("{} ({}; {} at the start)", mark(now), points(now), points(start))
    } else {
        format!("{} ({}); at the start {} ({})", mark(now), points(now), mark(start), points(start))
    };
    let mut notes = Vec::new();
    let salience = session.state().salience[(who, issue)];
    let mut care = format!("{} (salience {})", care(salience), points(salience));
    let stance = scenario.stances[(who, issue)].as_ref();
    let line = stance.and_then(|stance| stance.red_line);
    if let Some(line) = line {
        let (low, high) = (points(line.low.get()), points(line.high.get()));
        care = format!("{care}. Red line: it accepts {low} to {high}");
    }
    notes.push(format!("{care}."));
    if let Some(because) = stance.and_then(|stance| stance.because.as_ref()) {
        notes.push(format!("Its reason, as the author of the scenario gives it: {because}."));
    }
    let scale = SmallScale {
        start: Some(start as f32),
        now: Some(now as f32),
        today,
        acceptable: line.map(|line| (line.low.get() as f32, line.high.get() as f32)),
        words: format!("{}: {words}. {}", axis.name, notes.join(" ")),
    };
    PositionRow { issue: axis.name.clone(), scale, ends, words, notes }
}

fn care(salience: f64) -> &'static str {
    match salience {
        it if it >= 0.75 => "It cares very much",
        it if it >= 0.5 => "It cares much",
        it if it >= 0.25 => "It cares somewhat",
        _ => "It cares little",
    }
}

fn standing(
    session: &Session,
    (who, outcome): (DelegationId, OutcomeId),
    sight: Sight,
) -> StandingRow {
    let scenario = session.scenario();
    let room = session.state().room(scenario);
    let open = session.state().ballots[(who, outcome)].is_none();
    let asked = scenario.members[who].votes() && room.rule(outcome).is_decided_by_members();
    let expected = if sight == Sight::All && open && asked {
        let (_, chance) = vote::chance(room, who, outcome);
        format!(
            "If it were decided now: in favour {}, against {}",
            percent(chance.in_favour),
            percent(chance.against)
        )
    } else {
        String::new()
    };
    StandingRow {
        title: scenario.outcomes[outcome].title.clone(),
        stance: seats::stance(session, who, outcome),
        expected,
    }
}

fn statements(session: &Session, who: DelegationId) -> impl Iterator<Item = &Entry> {
    session.entries().iter().filter(
        move |entry| matches!(&entry.kind, EntryKind::Statement { speaker, .. } if *speaker == who),
    )
}

fn headline(entry: &Entry) -> &str {
    match &entry.kind {
        EntryKind::Statement { headline, .. } => headline,
        _ => "",
    }
}

/// "Permanent member, President".
fn role(session: &Session, who: DelegationId) -> String {
    let member = &session.scenario().members[who];
    let seat = match member.membership {
        Membership::Permanent => "Permanent member",
        Membership::Elected if session.scenario().is_security_council => "Elected member",
        Membership::Elected => "Member",
        _ if member.is_briefer() => "Briefer under rule 39",
        Membership::Rule37 => "Invited under rule 37",
        Membership::Rule39 => "Invited under rule 39",
    };
    if who == session.state().president { format!("{seat}, President") } else { seat.to_owned() }
}

/// Towards whom it is nearest and farthest, with where that comes from.
fn relations(scenario: &Scenario, who: DelegationId) -> Vec<String> {
    let affinity = &scenario.derived.affinity;
    let mut others: Vec<(f64, DelegationId)> = scenario
        .members
        .ids()
        .filter(|&other| other != who && affinity[(who, other)].abs() > 0.0)
        .map(|other| (affinity[(who, other)], other))
        .collect();
    others.sort_by(|a, b| b.0.total_cmp(&a.0));
    let told = |(r, other): &(f64, DelegationId)| {
        let from = shared_group(scenario, (who, *other), *r)
            .map_or_else(String::new, |group| format!(", as members of {group}"));
        let sign = if *r < 0.0 { "−" } else { "+" };
        let whom = scenario.members[*other].name.in_sentence();
        format!("{whom} {sign}{:.0}{from}", r.abs() * 100.0)
    };
    let near: Vec<String> =
        others.iter().take(RELATIONS).filter(|it| it.0 > 0.0).map(told).collect();
    let far: Vec<String> =
        others.iter().rev().take(RELATIONS).filter(|it| it.0 < 0.0).map(told).collect();
    [("Highest affinity", near), ("Lowest affinity", far)]
        .into_iter()
        .filter(|(_, told)| !told.is_empty())
        .map(|(words, told)| format!("{words}: {}.", told.join("; ")))
        .collect()
}

/// The group whose cohesion an affinity is, if it is one.
fn shared_group(
    scenario: &Scenario,
    (a, b): (DelegationId, DelegationId),
    affinity: f64,
) -> Option<&str> {
    let shared = scenario.groups.iter().find(|group| {
        let both = group.members.contains(&a) && group.members.contains(&b);
        both && (group.cohesion.get() - affinity).abs() < 1e-9
    });
    shared.map(|group| group.name.as_str())
}

fn sources(scenario: &Scenario, who: DelegationId) -> Vec<(String, Option<String>)> {
    let of_stances = scenario.issues.ids().filter_map(|issue| {
        scenario.stances[(who, issue)].as_ref().and_then(|stance| stance.source)
    });
    let of_arguments = scenario.members[who].arguments.iter().filter_map(|it| it.source);
    let mut seen: Vec<SourceId> = Vec::new();
    for source in of_stances.chain(of_arguments) {
        if !seen.contains(&source) {
            seen.push(source);
        }
    }
    let told = |id: SourceId| {
        let source = &scenario.sources[id];
        let date = source.date.as_ref().map_or_else(String::new, |date| format!(" ({date})"));
        (format!("{}{date}", source.title), source.url.clone())
    };
    seen.into_iter().map(told).collect()
}

/// What a placard tells under the pointer: the stance, a position, the last thing said.
pub(super) fn tip(
    session: &Session,
    (who, focus): (DelegationId, OutcomeId),
    sight: Sight,
) -> Vec<String> {
    let scenario = session.scenario();
    let name = upper_first(&scenario.members[who].name.in_sentence());
    let stance = seats::stance(session, who, focus).words();
    let title = &scenario.outcomes[focus].title;
    let mut rows = vec![name, format!("{} on “{title}”", upper_first(stance))];
    let at = |issue: IssueId| match sight {
        Sight::All => {
            let has = scenario.stances[(who, issue)].is_some();
            has.then(|| session.state().positions[(who, issue)])
        }
        Sight::Public => session.state().voiced[(who, issue)],
    };
    let stake =
        |it: &crate::council::Aim| it.weight.get() * session.state().salience[(who, it.issue)];
    let aims = session.state().texts[focus].aims.iter();
    let most =
        aims.filter(|aim| at(aim.issue).is_some()).max_by(|a, b| stake(a).total_cmp(&stake(b)));
    if let Some(aim) = most
        && let Some(position) = at(aim.issue)
    {
        let axis = &scenario.issues[aim.issue];
        rows.push(format!("{}: {}", axis.name, axis.nearest_mark(position)));
    }
    if let Some(entry) = statements(session, who).last() {
        rows.push(headline(entry).to_owned());
    }
    rows
}
