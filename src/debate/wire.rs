//! Events as JSON: the shape of `horseshoe run --format json` and of a record's lines.

use serde_json::{Map, Value, json};

use crate::council::{
    Capacity, Declared, DelegationId, Direction, Id as _, IssueId, Judgement, Membership,
    OutcomeId, Statement, VoteChance,
};
use crate::opinion::Shift;
use crate::scenario::Scenario;
use crate::vote::{Ballot, BallotRow};

use super::event::{Event, EventKind, Selection};

/// The fields of event number `n` (from 1), identifiers as in the scenario file, positions and
/// judgements on the engine's scale of 0..1 and -1..1.
pub fn event_fields(scenario: &Scenario, n: usize, event: &Event) -> Map<String, Value> {
    let wire = Wire { scenario };
    let mut fields = Map::new();
    fields.insert("n".into(), json!(n));
    fields.insert("stage".into(), json!(event.stage.identifier()));
    fields.insert("book".into(), json!(event.book.identifier()));
    fields.insert("kind".into(), json!(kind(&event.kind)));
    if let Value::Object(details) = wire.details(&event.kind) {
        fields.extend(details);
    }
    fields
}

const fn kind(kind: &EventKind) -> &'static str {
    match kind {
        EventKind::StageOpened => "StageOpened",
        EventKind::MeetingCalledToOrder => "MeetingCalledToOrder",
        EventKind::AgendaAdopted => "AgendaAdopted",
        EventKind::ParticipantsInvited { .. } => "ParticipantsInvited",
        EventKind::SpeakersListed { .. } => "SpeakersListed",
        EventKind::FloorGiven { .. } => "FloorGiven",
        EventKind::StatementDelivered(_) => "StatementDelivered",
        EventKind::FloorPassed { .. } => "FloorPassed",
        EventKind::PositionsShifted { .. } => "PositionsShifted",
        EventKind::TextsSelected { .. } => "TextsSelected",
        EventKind::BallotsCast { .. } => "BallotsCast",
        EventKind::DecisionTaken { .. } => "DecisionTaken",
        EventKind::MeetingAdjourned => "MeetingAdjourned",
    }
}

struct Wire<'a> {
    scenario: &'a Scenario,
}

impl Wire<'_> {
    fn who(&self, id: DelegationId) -> &str {
        &self.scenario.members[id].identifier
    }

    fn issue(&self, id: IssueId) -> &str {
        &self.scenario.issues[id].identifier
    }

    fn outcome(&self, id: OutcomeId) -> &str {
        &self.scenario.outcomes[id].identifier
    }

    fn list(&self, ids: &[DelegationId]) -> Vec<&str> {
        ids.iter().map(|&id| self.who(id)).collect()
    }

    fn details(&self, kind: &EventKind) -> Value {
        match kind {
            EventKind::StageOpened
            | EventKind::MeetingCalledToOrder
            | EventKind::AgendaAdopted
            | EventKind::MeetingAdjourned => Value::Null,
            EventKind::ParticipantsInvited { rule, delegations } => json!({
                "rule": if *rule == Membership::Rule37 { 37 } else { 39 },
                "delegations": self.list(delegations),
            }),
            EventKind::SpeakersListed { order } => json!({ "order": self.list(order) }),
            EventKind::FloorGiven { to, capacity } => {
                json!({ "to": self.who(*to), "capacity": self.capacity(*capacity) })
            }
            EventKind::FloorPassed { by } => json!({ "by": self.who(*by) }),
            EventKind::StatementDelivered(statement) => self.statement(statement),
            EventKind::PositionsShifted { rows } => {
                json!({ "rows": rows.iter().map(|row| self.shift(row)).collect::<Vec<_>>() })
            }
            EventKind::TextsSelected { rows } => {
                json!({ "rows": rows.iter().map(|row| self.selection(row)).collect::<Vec<_>>() })
            }
            EventKind::BallotsCast { outcome, rows } => json!({
                "outcome": self.outcome(*outcome),
                "rows": rows.iter().map(|row| self.ballot(row)).collect::<Vec<_>>(),
            }),
            EventKind::DecisionTaken { outcome, decision } => json!({
                "outcome": self.outcome(*outcome),
                "result": decision.result(),
                "because": decision.because(),
            }),
        }
    }

    fn capacity(&self, capacity: Capacity) -> String {
        match capacity {
            Capacity::National => "National".to_owned(),
            Capacity::Briefer => "Briefer".to_owned(),
            Capacity::OnBehalfOf(group) => {
                format!("OnBehalfOf({})", self.scenario.groups[group].identifier)
            }
        }
    }

    fn statement(&self, statement: &Statement) -> Value {
        let points: Vec<Value> = statement
            .points
            .iter()
            .map(|point| {
                json!({
                    "issue": self.issue(point.issue),
                    "voiced": point.voiced,
                    "toward": match point.toward {
                        Direction::High => "High",
                        Direction::Low => "Low",
                    },
                    "argument": point.argument.map(|argument| argument.index() + 1),
                    "attention": point.attention,
                    "luck": point.luck,
                })
            })
            .collect();
        let declarations: Vec<Value> = statement
            .declarations
            .iter()
            .map(|declaration| {
                json!({
                    "outcome": self.outcome(declaration.outcome),
                    "stance": stance(declaration.stance),
                    "judgement": self.judgement(&declaration.judgement),
                    "chance": chance(declaration.chance),
                })
            })
            .collect();
        json!({
            "speaker": self.who(statement.speaker),
            "capacity": self.capacity(statement.capacity),
            "points": points,
            "declarations": declarations,
            "commends": statement.commends.map(|c| json!({
                "to": self.who(c.to), "issue": self.issue(c.issue), "affinity": c.affinity,
            })),
            "criticizes": statement.criticizes.map(|c| json!({
                "of": self.who(c.of), "issue": self.issue(c.issue), "voiced": c.voiced,
                "distance": c.distance,
                "named": c.named,
            })),
        })
    }

    fn judgement(&self, judgement: &Judgement) -> Value {
        json!({
            "total": judgement.total(),
            "gain": judgement.gain,
            "bandwagon": judgement.bandwagon,
            "consistency": judgement.consistency,
            "sponsors": judgement.sponsors,
            "red_line": judgement.red_line.map(|issue| self.issue(issue)),
            "salience": judgement.salience,
        })
    }

    fn shift(&self, shift: &Shift) -> Value {
        json!({
            "listener": self.who(shift.listener),
            "issue": self.issue(shift.issue),
            "from": shift.from,
            "to": shift.to,
            "pull": shift.pull,
            "anchor": shift.anchor,
        })
    }

    fn selection(&self, row: &Selection) -> Value {
        json!({
            "outcome": self.outcome(row.outcome),
            "put": row.put,
            "estimate": row.estimate,
            "gave_way": row.gave_way,
            "withdrawn_by": row.withdrawn_by.map(|id| self.who(id)),
        })
    }

    fn ballot(&self, row: &BallotRow) -> Value {
        json!({
            "delegation": self.who(row.delegation),
            "ballot": match row.ballot {
                Ballot::InFavour => "InFavour",
                Ballot::Against => "Against",
                Ballot::Abstaining => "Abstaining",
                Ballot::NotParticipating => "NotParticipating",
            },
            "judgement": self.judgement(&row.judgement),
            "chance": chance(row.chance),
            "draw": row.draw,
        })
    }
}

const fn stance(declared: Declared) -> &'static str {
    match declared {
        Declared::Undeclared => "Undeclared",
        Declared::InFavour => "InFavour",
        Declared::Reservations => "Reservations",
        Declared::Opposed => "Opposed",
    }
}

fn chance(chance: VoteChance) -> Value {
    json!({
        "in_favour": chance.in_favour,
        "abstaining": chance.abstaining,
        "against": chance.against,
    })
}
