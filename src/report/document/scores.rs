//! The table of many records: a row for each file and played seat.

use crate::analysis::seat::{Deeds, SeatResult, keeps_red_lines};
use crate::council::DelegationId;
use crate::debate::{ENGINE_VERSION, Opened, Record, ReplayFault, open, replay};
use crate::ensemble::Share;
use crate::text::objective_told;

use super::origin::is_over;
use super::{Made, Standings, Verified};

/// What became of a seat in a debate.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    /// The identifier and the name of the delegation.
    pub seat: (String, String),
    /// Points, and the points of all objectives.
    pub points: (f64, f64),
    /// The place among runs with the model in the seat, and how many runs; none without runs, and
    /// where the meeting was not over.
    pub better_than: Option<(Share, usize)>,
    /// What was done in its name.
    pub deeds: Deeds,
    /// Whether no text crosses a red line that was adopted.
    pub red_lines_kept: bool,
    /// Each objective in words, and whether it was met.
    pub objectives: Vec<(String, bool)>,
}

/// A file, and what there is to say of a seat in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The name of the file.
    pub file: String,
    /// Whether it verifies, and what is wrong otherwise.
    pub verified: Verified,
    /// The record, where the file is one.
    pub of: Option<Of>,
    /// The seat; none where nobody was played, and of a record that was altered.
    pub scores: Option<Scores>,
}

/// What a record says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Of {
    /// The title of the scenario.
    pub scenario: String,
    /// The digest of its file, in hexadecimal.
    pub digest: String,
    /// The seed.
    pub seed: u64,
    /// The version of the engine that wrote it.
    pub engine: u64,
    /// Whether the meeting was over; unknown of a record that was altered.
    pub finished: Option<bool>,
    /// The identifier of the delegation for which a person took the chair; none where nobody did,
    /// and of a record that was altered.
    pub chair: Option<String>,
}

/// A record as it can be reported: what was opened, and whether it verifies.
///
/// # Errors
/// When the file is no record at all, or its scenario cannot be read.
pub fn judged(text: &str) -> Result<(Opened, Verified), ReplayFault> {
    let opened = open(text)?;
    let verified = Verified::of(replay(text).err().as_ref());
    Ok((opened, verified))
}

/// The rows of one file with this text: one for each seat that people played, and at least one.
pub fn scores((file, text): (&str, &str), standings: &mut Standings) -> Vec<Row> {
    let row = |verified: Verified, of, scores| Row { file: file.to_owned(), verified, of, scores };
    let (opened, verified) = match judged(text) {
        Ok(judged) => judged,
        Err(fault) => return vec![row(Verified::No(fault.to_string()), None, None)],
    };
    let record = &opened.record;
    // What an older engine wrote stands as it was written; what was altered does not.
    let is_older = opened.damage.is_none() && opened.recorded_by != u64::from(ENGINE_VERSION);
    let counts = verified == Verified::Yes || is_older;
    let of = Of {
        scenario: record.scenario.title.clone(),
        digest: record.scenario.digest.clone(),
        seed: record.seed.0,
        engine: opened.recorded_by,
        finished: counts.then(|| is_over(record)),
        chair: record
            .chair()
            .filter(|_| counts)
            .map(|who| record.scenario.members[who].identifier.clone()),
    };
    if !counts || record.seats().is_empty() {
        return vec![row(verified, Some(of), None)];
    }
    let made = Made { standings: standings.of(record), ..Made::default() };
    let seats = record.seats().into_iter();
    seats
        .map(|who| row(verified.clone(), Some(of.clone()), Some(Scores::of(record, (who, &made)))))
        .collect()
}

impl Row {
    /// The row of a file that cannot be read, and why.
    pub fn unread(file: &str, why: String) -> Self {
        Self { file: file.to_owned(), verified: Verified::No(why), of: None, scores: None }
    }
}

impl Scores {
    fn of(record: &Record, (who, made): (DelegationId, &Made)) -> Self {
        let scenario = &record.scenario;
        let state = record.state_at(record.events.len());
        let result = SeatResult::of(scenario, &state, who);
        let member = &scenario.members[who];
        let objectives = result.objectives.iter();
        let better_than = made
            .standing(who)
            .map(|standing| (standing.better_than(result.points()), standing.points.len()));
        Self {
            seat: (member.identifier.clone(), member.name.short.clone()),
            points: (result.points(), result.possible()),
            better_than,
            deeds: Deeds::of(record, who),
            red_lines_kept: keeps_red_lines(scenario, &state, who),
            objectives: objectives
                .map(|it| (objective_told(scenario, who, &it.objective), it.met))
                .collect(),
        }
    }
}
