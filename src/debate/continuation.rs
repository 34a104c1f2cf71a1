//! A branch as a scenario of its own: the debate goes on from where it stands.

use thiserror::Error;

use crate::council::{IssueId, PresidentsPlace, SpeakingOrder, Stage};
use crate::scenario::{self, ScenarioFile, Span};

use super::record::Record;
use super::state::State;

/// Why a branch cannot become a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ContinuationFault {
    /// The text given is not the file of the record's scenario.
    #[error("this is not the file from which the debate was held")]
    OtherFile,
}

impl Record {
    /// The scenario file of a debate that goes on from the end of this record: positions, texts
    /// and their forms as they stand, and the stages that are left, the present one among them
    /// if it is not over. Comments and layout of `source`, the file of the debate, stay as they
    /// are. What was declared is not part of a scenario, and is not carried on.
    ///
    /// # Errors
    /// When `source` is not the file from which this debate was held.
    pub fn continuation(&self, source: &str, title: &str) -> Result<String, ContinuationFault> {
        let loaded = scenario::load("branch", source.as_bytes()).scenario;
        let is_same = loaded.is_some_and(|scenario| scenario.digest == self.scenario.digest);
        let read = scenario::read("branch", source.as_bytes());
        let (Some(file), Some(tree), true) = (read.file, read.tree, is_same) else {
            return Err(ContinuationFault::OtherFile);
        };
        let state = self.state_at(usize::MAX);
        let mut edits = Edits::default();
        edits.replace(file.title.span, format!("{title:?}"));
        self.positions(&file, &state, &mut edits);
        self.texts(&file, &state, &mut edits);
        self.happened(&file, &state, &mut edits);
        self.program(&file, &state, &mut edits);
        Ok(edits.apply(tree.text()))
    }

    fn positions(&self, file: &ScenarioFile, state: &State, edits: &mut Edits) {
        for member in &file.members {
            let Some(who) = self.scenario.delegation(&member.key.value) else { continue };
            for (stance, issue) in self.stances(&member.value.stances) {
                let position = percent(state.positions[(who, issue)]);
                edits.replace(stance, position);
            }
        }
    }

    /// The places of the positions of a member, with their issues.
    fn stances<'a>(
        &'a self,
        stances: &'a scenario::Entries<String, scenario::file::Stance>,
    ) -> impl Iterator<Item = (Span, IssueId)> + 'a {
        stances.iter().filter_map(|stance| {
            let issue = self.issue(&stance.key.value)?;
            Some((stance.value.position.span, issue))
        })
    }

    fn issue(&self, identifier: &str) -> Option<IssueId> {
        let mut issues = self.scenario.issues.pairs();
        issues.find(|(_, issue)| issue.identifier == identifier).map(|(id, _)| id)
    }

    fn texts(&self, file: &ScenarioFile, state: &State, edits: &mut Edits) {
        for entry in &file.outcomes {
            let Some(outcome) = self.scenario.outcome(&entry.key.value) else { continue };
            let text = &state.texts[outcome];
            if text.form != self.scenario.outcomes[outcome].form {
                edits.replace(entry.value.form.span, text.form.identifier().to_owned());
            }
            for aim in &entry.value.aims {
                let now = self
                    .issue(&aim.key.value)
                    .and_then(|issue| text.aims.iter().find(|now| now.issue == issue));
                if let Some(now) = now {
                    edits.replace(aim.value.position.span, percent(now.position.get()));
                }
            }
        }
    }

    /// What has happened outside the chamber does not happen again.
    fn happened(&self, file: &ScenarioFile, state: &State, edits: &mut Edits) {
        for (inject, id) in file.injects.iter().zip(self.scenario.injects.ids()) {
            if !state.fired[id] && !state.held[id] {
                continue;
            }
            match &inject.probability {
                Some(probability) => edits.replace(probability.span, "0".to_owned()),
                None => edits.insert_after(inject.title.span, ", probability: 0".to_owned()),
            }
        }
    }

    fn program(&self, file: &ScenarioFile, state: &State, edits: &mut Edits) {
        let is_over = state.next_speaker().is_none() && !state.bargaining.in_round;
        let from =
            if is_over { state.stages_opened } else { state.stages_opened.saturating_sub(1) };
        let left = &self.scenario.program[from.min(self.scenario.program.len())..];
        if left.is_empty() {
            // The debate is over: the next one is held by the same programme.
            return;
        }
        let stages: Vec<String> = left.iter().map(|stage| written(*stage)).collect();
        let program = format!("[{}]", stages.join(", "));
        match file.program.as_ref().and_then(|program| program.span) {
            Some(span) => edits.replace(span, program),
            None => edits.insert_after(file.president.span, format!(", program: {program}")),
        }
    }
}

/// A position on the authors' scale, to a hundredth of a point.
fn percent(position: f64) -> String {
    format!("{}", (position * 10_000.0).round() / 100.0)
}

/// A stage as an author writes it.
fn written(stage: Stage) -> String {
    match stage {
        Stage::MembersStatements { order, president } => {
            let order = match order {
                SpeakingOrder::Lot => "Lot",
                SpeakingOrder::List => "List",
                SpeakingOrder::Alphabet => "Alphabet",
            };
            let president = match president {
                PresidentsPlace::First => "First",
                PresidentsPlace::Last => "Last",
                PresidentsPlace::InOrder => "InOrder",
            };
            format!("MembersStatements(order: {order}, president: {president})")
        }
        Stage::Consultations { rounds } => format!("Consultations(rounds: {rounds})"),
        other => other.name().identifier().to_owned(),
    }
}

/// Changes of a text, each at its place.
#[derive(Default)]
struct Edits(Vec<(Span, String)>);

impl Edits {
    fn replace(&mut self, span: Span, words: String) {
        self.0.push((span, words));
    }

    fn insert_after(&mut self, span: Span, words: String) {
        self.0.push((Span::new(span.end, span.end), words));
    }

    fn apply(mut self, source: &str) -> String {
        self.0.sort_by_key(|(span, _)| *span);
        let mut text = String::with_capacity(source.len());
        let mut from = 0;
        for (span, words) in &self.0 {
            text.push_str(Span::new(from, span.start).of(source));
            text.push_str(words);
            from = span.end;
        }
        text.push_str(Span::new(from, source.len()).of(source));
        text
    }
}
