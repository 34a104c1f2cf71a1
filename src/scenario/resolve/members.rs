//! Delegations, their stances and their groups.

use crate::council::{
    Argument, ByDelegation, Confidence, Delegation, DelegationId, Direction, Grid, Group, GroupId,
    Id as _, IssueId, Membership, Name, Rank, RedLine, Speaker, Stance, Style, Table,
};
use crate::scenario::file::{self, ScenarioFile};
use crate::scenario::model::Dynamics;
use crate::stream::key_of;
use crate::unit::{Bipolar, UnitInterval};

use super::{Names, text, unit};

/// Influence where none is written.
const DEFAULT_INFLUENCE: f64 = 50.0;
/// Reluctance to cast a veto where none is written.
const DEFAULT_VETO_RELUCTANCE: f64 = 20.0;

type Stances = Grid<DelegationId, IssueId, Option<Stance>>;

pub(super) fn resolve(
    file: &ScenarioFile,
    names: &Names,
    dynamics: &Dynamics,
) -> (ByDelegation<Delegation>, Stances) {
    let members = Table::new(names.members.sorted(|i| delegation(file, names, i)));
    let mut stances = Grid::filled(members.len(), file.issues.len(), None);
    for entry in &file.members {
        let Some(id) = names.members.id::<DelegationId>(&entry.key.value) else {
            continue;
        };
        let flexibility = match members[id].membership {
            Membership::Permanent => dynamics.flexibility_permanent,
            _ => dynamics.flexibility,
        };
        for stance_entry in &entry.value.stances {
            if let Some(issue) = names.issues.id::<IssueId>(&stance_entry.key.value) {
                stances[(id, issue)] = Some(stance(&stance_entry.value, names, flexibility));
            }
        }
    }
    (members, stances)
}

fn delegation(file: &ScenarioFile, names: &Names, place: usize) -> Delegation {
    let entry = &file.members.items[place];
    let member = &entry.value;
    Delegation {
        identifier: entry.key.value.clone(),
        sign: entry.key.value.clone(),
        key: key_of(&entry.key.value),
        name: Name {
            short: member.name.value.clone(),
            article: text(member.article.as_ref()),
            adjective: member.adjective.as_ref().map(|a| a.value.clone()),
        },
        membership: match member.seat.value {
            file::Membership::Permanent => Membership::Permanent,
            file::Membership::Elected => Membership::Elected,
            file::Membership::Rule37 => Membership::Rule37,
            file::Membership::Rule39 => Membership::Rule39,
        },
        speaker: member.speaker.as_ref().map(speaker),
        influence: unit(member.influence.as_ref(), DEFAULT_INFLUENCE),
        style: match member.style.as_ref().map(|s| s.value) {
            None | Some(file::Style::Measured) => Style::Measured,
            Some(file::Style::Candid) => Style::Candid,
            Some(file::Style::Guarded) => Style::Guarded,
        },
        veto_reluctance: unit(member.veto_reluctance.as_ref(), DEFAULT_VETO_RELUCTANCE),
        arguments: member
            .arguments
            .iter()
            .filter_map(|a| argument(file, names, &entry.key.value, a))
            .collect(),
        weights: member.weights.iter().map(|w| (w.key.value.clone(), w.value.value)).collect(),
        has_stances: !member.stances.is_empty(),
    }
}

fn speaker(speaker: &file::Speaker) -> Speaker {
    Speaker {
        name: speaker.name.value.clone(),
        title: speaker.title.as_ref().map(|t| t.value.clone()),
        rank: match speaker.rank.as_ref().map(|r| r.value) {
            None | Some(file::Rank::Ambassador) => Rank::Ambassador,
            Some(file::Rank::HeadOfState) => Rank::HeadOfState,
            Some(file::Rank::HeadOfGovernment) => Rank::HeadOfGovernment,
            Some(file::Rank::Minister) => Rank::Minister,
            Some(file::Rank::ViceMinister) => Rank::ViceMinister,
            Some(file::Rank::Official) => Rank::Official,
            Some(file::Rank::Expert) => Rank::Expert,
        },
    }
}

fn argument(
    file: &ScenarioFile,
    names: &Names,
    speaker: &str,
    argument: &file::Argument,
) -> Option<Argument> {
    let dated = argument
        .source
        .as_ref()
        .and_then(|source| file.sources.get(&source.value))
        .and_then(|source| source.date.as_ref())
        .is_some_and(|date| date.value < file.date.value);
    let text = argument.text.value.clone();
    let named = file.members.iter().find(|other| {
        other.key.value != speaker
            && other.value.seat.value != file::Membership::Rule39
            && text.contains(&other.value.name.value)
    });
    Some(Argument {
        issue: names.issues.id(&argument.issue.value)?,
        toward: match argument.toward.value {
            file::Direction::High => Direction::High,
            file::Direction::Low => Direction::Low,
        },
        text,
        source: argument.source.as_ref().and_then(|s| names.sources.id(&s.value)),
        names: named.filter(|_| dated).and_then(|other| names.members.id(&other.key.value)),
    })
}

fn stance(stance: &file::Stance, names: &Names, flexibility: f64) -> Stance {
    Stance {
        position: unit(Some(&stance.position), 0.0),
        salience: unit(Some(&stance.salience), 0.0),
        flexibility: unit(stance.flexibility.as_ref(), flexibility * 100.0),
        uncertainty: unit(stance.uncertainty.as_ref(), 0.0),
        red_line: stance.red_line.as_ref().map(|line| RedLine {
            low: unit(Some(&line.low), 0.0),
            high: unit(Some(&line.high), 100.0),
        }),
        because: stance.because.as_ref().map(|b| b.value.clone()),
        source: stance.source.as_ref().and_then(|s| names.sources.id(&s.value)),
        confidence: stance.confidence.as_ref().map(|c| match c.value {
            file::Confidence::High => Confidence::High,
            file::Confidence::Medium => Confidence::Medium,
            file::Confidence::Low => Confidence::Low,
        }),
    }
}

pub(super) fn groups(file: &ScenarioFile, names: &Names) -> Table<GroupId, Group> {
    Table::new(names.groups.sorted(|place| {
        let entry = &file.groups.items[place];
        Group {
            identifier: entry.key.value.clone(),
            name: entry.value.name.value.clone(),
            members: names.members.ids(&entry.value.members),
            cohesion: bipolar(entry.value.cohesion.as_ref().map_or(0.0, |c| c.value)),
            joint_statement: entry
                .value
                .joint_statement
                .as_ref()
                .and_then(|speaker| names.members.id(&speaker.value)),
        }
    }))
}

/// Affinity r of each delegation toward each other: the relation written, else the largest
/// cohesion of a group both are in, else 0. Toward itself it is 1.
pub(super) fn affinity(
    file: &ScenarioFile,
    names: &Names,
    groups: &Table<GroupId, Group>,
) -> Grid<DelegationId, DelegationId, f64> {
    let count = file.members.len();
    let mut largest: Grid<DelegationId, DelegationId, Option<f64>> =
        Grid::filled(count, count, None);
    for group in groups {
        for &a in &group.members {
            for &b in &group.members {
                let cohesion = group.cohesion.get();
                let entry = &mut largest[(a, b)];
                *entry = Some(entry.map_or(cohesion, |r| r.max(cohesion)));
            }
        }
    }
    let mut affinity = Grid::filled(count, count, 0.0);
    for a in (0..count).map(DelegationId::at) {
        for b in (0..count).map(DelegationId::at) {
            affinity[(a, b)] = if a == b { 1.0 } else { largest[(a, b)].unwrap_or(0.0) };
        }
    }
    for entry in &file.members {
        let Some(a) = names.members.id::<DelegationId>(&entry.key.value) else {
            continue;
        };
        for relation in &entry.value.relations {
            let toward = names.members.id::<DelegationId>(&relation.key.value);
            if let Some(b) = toward.filter(|&b| b != a) {
                affinity[(a, b)] = bipolar(relation.value.value).get();
            }
        }
    }
    affinity
}

fn bipolar(percent: f64) -> Bipolar {
    Bipolar::from_percent(percent).unwrap_or_default()
}

/// The whole scale: the acceptable interval of those who write no red line.
pub(super) fn whole_scale() -> RedLine {
    RedLine {
        low: UnitInterval::default(),
        high: UnitInterval::from_percent(100.0).unwrap_or_default(),
    }
}
