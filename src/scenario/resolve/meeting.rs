//! The meeting itself: its format, its programme, the parameters of the model.

use crate::council::{MeetingFormat, PresidentsPlace, SpeakingOrder, Stage};
use crate::scenario::file::{self, ScenarioFile};
use crate::scenario::model::{Dynamics, Points};
use crate::scenario::spanned::Spanned;

/// Rounds of consultations where none are written.
const DEFAULT_ROUNDS: u32 = 4;

pub(super) fn format(file: &ScenarioFile) -> MeetingFormat {
    match file.meeting.as_ref().map(|m| m.value) {
        None | Some(file::MeetingFormat::OpenDebate) => MeetingFormat::OpenDebate,
        Some(file::MeetingFormat::Debate) => MeetingFormat::Debate,
        Some(file::MeetingFormat::Briefing) => MeetingFormat::Briefing,
        Some(file::MeetingFormat::Adoption) => MeetingFormat::Adoption,
    }
}

pub(super) fn program(file: &ScenarioFile) -> Vec<Stage> {
    file.program.as_ref().map_or_else(
        || default_program(format(file)),
        |stages| stages.iter().map(|s| stage(&s.value)).collect(),
    )
}

/// The programme of a meeting whose file writes none. An adoption takes action first and hears
/// statements after it; a briefing hears no invited participants.
fn default_program(format: MeetingFormat) -> Vec<Stage> {
    let members = Stage::MembersStatements {
        order: SpeakingOrder::default(),
        president: PresidentsPlace::default(),
    };
    let consultations = Stage::Consultations { rounds: DEFAULT_ROUNDS };
    match format {
        MeetingFormat::OpenDebate | MeetingFormat::Debate => vec![
            Stage::JointStatements,
            Stage::Opening,
            Stage::Briefings,
            members,
            Stage::InvitedStatements,
            Stage::FurtherStatements,
            Stage::Closing,
            consultations,
            Stage::Action,
        ],
        MeetingFormat::Briefing => vec![
            Stage::JointStatements,
            Stage::Opening,
            Stage::Briefings,
            members,
            Stage::FurtherStatements,
            Stage::Closing,
            consultations,
            Stage::Action,
        ],
        MeetingFormat::Adoption => vec![
            Stage::JointStatements,
            consultations,
            Stage::Opening,
            Stage::Action,
            members,
            Stage::Closing,
        ],
    }
}

fn stage(stage: &file::Stage) -> Stage {
    match stage {
        file::Stage::JointStatements => Stage::JointStatements,
        file::Stage::Opening => Stage::Opening,
        file::Stage::Briefings => Stage::Briefings,
        file::Stage::InvitedStatements => Stage::InvitedStatements,
        file::Stage::FurtherStatements => Stage::FurtherStatements,
        file::Stage::Closing => Stage::Closing,
        file::Stage::Action => Stage::Action,
        file::Stage::Consultations { rounds } => {
            Stage::Consultations { rounds: rounds.as_ref().map_or(DEFAULT_ROUNDS, |r| r.value) }
        }
        file::Stage::MembersStatements { order, president } => Stage::MembersStatements {
            order: match order.as_ref().map(|o| o.value) {
                None | Some(file::Order::Lot) => SpeakingOrder::Lot,
                Some(file::Order::List) => SpeakingOrder::List,
                Some(file::Order::Alphabet) => SpeakingOrder::Alphabet,
            },
            president: match president.as_ref().map(|p| p.value) {
                None | Some(file::PresidentsPlace::First) => PresidentsPlace::First,
                Some(file::PresidentsPlace::Last) => PresidentsPlace::Last,
                Some(file::PresidentsPlace::InOrder) => PresidentsPlace::InOrder,
            },
        },
    }
}

/// The parameters, with the defaults of docs/model.md.
pub(super) fn dynamics(written: Option<&file::Dynamics>) -> Dynamics {
    let part = |field: fn(&file::Dynamics) -> &Option<Spanned<f64>>, default: f64| {
        written.and_then(|d| field(d).as_ref()).map_or(default, |n| n.value) / 100.0
    };
    let points = written.and_then(|d| d.points.as_ref());
    let count = |field: fn(&file::Points) -> &Option<Spanned<u32>>, default: u32| {
        points.and_then(|p| field(p).as_ref()).map_or(default, |n| n.value)
    };
    Dynamics {
        noise: part(|d| &d.noise, 4.0),
        threshold_yes: part(|d| &d.threshold_yes, -4.0),
        threshold_no: part(|d| &d.threshold_no, 14.0),
        threshold_object: part(|d| &d.threshold_object, 10.0),
        threshold_sign: part(|d| &d.threshold_sign, 4.0),
        bandwagon: part(|d| &d.bandwagon, 10.0),
        consistency: part(|d| &d.consistency, 10.0),
        sponsor_effect: part(|d| &d.sponsor_effect, 3.0),
        persuasion: part(|d| &d.persuasion, 30.0),
        flexibility: part(|d| &d.flexibility, 40.0),
        flexibility_permanent: part(|d| &d.flexibility_permanent, 10.0),
        prompt: part(|d| &d.prompt, 50.0),
        heat: part(|d| &d.heat, 50.0),
        heat_half_life: written.and_then(|d| d.heat_half_life.as_ref()).map_or(4.0, |n| n.value),
        spontaneity: part(|d| &d.spontaneity, 30.0),
        backlash: part(|d| &d.backlash, 20.0),
        confidence_bound: written
            .and_then(|d| d.confidence_bound.as_ref())
            .map(|n| n.value / 100.0),
        floor: part(|d| &d.floor, 50.0),
        points: Points {
            candid: count(|p| &p.candid, 4),
            measured: count(|p| &p.measured, 4),
            guarded: count(|p| &p.guarded, 3),
        },
    }
}
