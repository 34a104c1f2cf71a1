//! The speakers' lists, stage by stage: as they were, as they are, and who will be on them.

use crate::app::shell::upper_first;
use crate::app::views::{Floor, SpeakerRow, SpeakersSection};
use crate::council::{DelegationId, Membership, SpeakingOrder, Stage, StageName};
use crate::scenario::Scenario;
use crate::session::{Session, TurnKind};

/// For each row the delegation, and the turn at which it spoke, if it has spoken.
pub(super) type Turns = Vec<Vec<(DelegationId, Option<usize>)>>;

/// The lists of all stages in which delegations take the floor.
pub(super) fn sections(session: &Session) -> (Vec<SpeakersSection>, Turns) {
    let scenario = session.scenario();
    let current = session.state().stage(scenario).map(Stage::name);
    let mut found = (Vec::new(), Vec::new());
    for &stage in &scenario.program {
        let heard = heard(session, stage.name());
        let is_current =
            current == Some(stage.name()) && !session.state().speakers_list().is_empty();
        let waiting: Vec<DelegationId> = if is_current {
            let state = session.state();
            state.speakers_list().iter().skip(state.heard()).copied().collect()
        } else if heard.is_empty() {
            expected(scenario, stage)
        } else {
            Vec::new()
        };
        if heard.is_empty() && waiting.is_empty() {
            continue;
        }
        let drawn = is_current || !heard.is_empty();
        let mut rows: Vec<SpeakerRow> =
            heard.iter().map(|&(who, turn)| row(session, who, Some(turn))).collect();
        rows.extend(waiting.iter().map(|&who| row(session, who, None)));
        if let Some(next) = rows.iter_mut().find(|row| row.floor == Floor::Waiting)
            && is_current
        {
            next.floor = Floor::Next;
        }
        let heard = heard.iter().map(|&(who, turn)| (who, Some(turn)));
        let turns = heard.chain(waiting.iter().map(|&who| (who, None))).collect();
        found.0.push(SpeakersSection {
            title: title(stage).to_owned(),
            note: if drawn { String::new() } else { note(stage) },
            rows,
        });
        found.1.push(turns);
    }
    found
}

/// The clock of the meeting room, and how long a statement may be: "10:42 · 5 minutes each".
pub(super) fn clock(session: &Session) -> String {
    let minutes = session.state().clock.max(0.0) as u32;
    let limit = session.scenario().time_limit;
    let each = if (limit - 1.0).abs() < 1e-9 {
        "1 minute each".to_owned()
    } else {
        format!("{limit} minutes each")
    };
    format!("{:02}:{:02} · {each}", minutes / 60 % 24, minutes % 60)
}

/// Who has had the floor in a stage so far, and at which turn.
fn heard(session: &Session, stage: StageName) -> Vec<(DelegationId, usize)> {
    let turns = session.turns().iter().take(session.cursor()).enumerate();
    turns
        .filter(|(_, turn)| turn.stage == stage)
        .filter_map(|(at, turn)| match turn.kind {
            TurnKind::Statement(who) | TurnKind::Pass(who) => Some((who, at)),
            _ => None,
        })
        .collect()
}

fn row(session: &Session, who: DelegationId, turn: Option<usize>) -> SpeakerRow {
    let scenario = session.scenario();
    let has_floor = turn.is_some_and(|turn| turn + 1 == session.cursor());
    let passed = turn.is_some_and(|at| matches!(session.turns()[at].kind, TurnKind::Pass(_)));
    let floor = match turn {
        Some(_) if has_floor && passed => Floor::Speaking("does not speak".to_owned()),
        Some(_) if has_floor => Floor::Speaking("speaking".to_owned()),
        Some(_) => Floor::HasSpoken,
        None => Floor::Waiting,
    };
    let note = role(session, who);
    SpeakerRow { name: upper_first(&scenario.members[who].name.short), note, floor }
}

/// "briefer", "President", "rule 37"; nothing for a member in its turn.
fn role(session: &Session, who: DelegationId) -> String {
    let member = &session.scenario().members[who];
    let role = match member.membership {
        _ if who == session.state().president => "President",
        _ if member.is_briefer() => "briefer",
        Membership::Rule37 => "rule 37",
        Membership::Rule39 => "rule 39",
        Membership::Permanent | Membership::Elected => "",
    };
    role.to_owned()
}

const fn title(stage: Stage) -> &'static str {
    match stage.name() {
        StageName::Briefings => "Briefers",
        StageName::MembersStatements => "Members of the Council",
        StageName::InvitedStatements => "Invited participants",
        other => other.label(),
    }
}

/// What is to be known of a list that is not made yet.
fn note(stage: Stage) -> String {
    let note = match stage {
        Stage::MembersStatements { order: SpeakingOrder::Lot, .. } => "Not drawn yet; by alphabet",
        _ => "",
    };
    note.to_owned()
}

/// Who will take the floor in a stage, before its list is made.
fn expected(scenario: &Scenario, stage: Stage) -> Vec<DelegationId> {
    match stage {
        Stage::Briefings => scenario.briefers().collect(),
        Stage::InvitedStatements => scenario
            .invited()
            .filter(|&who| !scenario.members[who].is_briefer() && !is_spoken_for(scenario, who))
            .collect(),
        Stage::MembersStatements { order, .. } => {
            let members = match order {
                SpeakingOrder::List => scenario.derived.listed.clone(),
                SpeakingOrder::Lot | SpeakingOrder::Alphabet => scenario.seating().to_vec(),
            };
            let speaks = |who: &DelegationId| {
                scenario.members[*who].votes() && !is_spoken_for(scenario, *who)
            };
            members.into_iter().filter(speaks).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether another delegation speaks for this one, in a joint statement of their group.
fn is_spoken_for(scenario: &Scenario, who: DelegationId) -> bool {
    scenario.groups.iter().any(|group| {
        group.joint_statement.is_some_and(|speaker| speaker != who) && group.members.contains(&who)
    })
}
