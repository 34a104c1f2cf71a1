//! Which texts are put to a decision.

use crate::council::StageName;
use crate::debate::{Event, Selection, Silence};

use super::super::grammar::{list, per_cent};
use super::Verbatim;

impl Verbatim<'_> {
    /// Tells which texts are put, and why others are not.
    pub(super) fn selections(&mut self, event: &Event, rows: &[Selection]) {
        self.memory.selected = rows.to_vec();
        if event.stage == StageName::JointStatements {
            return;
        }
        let estimated = || rows.iter().filter(|row| row.estimate.is_some());
        let room = self.state.room(self.scenario);
        let shown: Vec<String> = rows
            .iter()
            .filter(|row| row.put && row.estimate.is_none())
            .filter(|row| room.rule(row.outcome).is_decided_by_members())
            .map(|row| self.title(row.outcome))
            .collect();
        self.memory.outside_heading = None;
        if estimated().next().is_some() || !shown.is_empty() {
            self.under(event, "Which texts are put to a decision");
        }
        if !shown.is_empty() {
            let its = if shown.len() == 1 { "its" } else { "their" };
            let text = format!(
                "{} will be put to a decision, whatever {its} prospect of adoption.",
                list(&shown)
            );
            self.proceedings(event, text);
        }
        let put: Vec<&Selection> = estimated().filter(|row| row.put).collect();
        for row in put {
            let text = self.promising(row, "will be put to a decision");
            self.proceedings(event, text);
        }
        let gave_way: Vec<&Selection> = estimated().filter(|row| row.gave_way).collect();
        for row in gave_way {
            let text = self.promising(row, "was not put, as other texts were given precedence");
            self.proceedings(event, text);
        }
        let others = estimated().filter(|row| !row.put && !row.gave_way);
        let others: Vec<String> = others.map(|row| self.title(row.outcome)).collect();
        let text = match others.len() {
            0 => return,
            1 => format!(
                "No decision was sought on {}: its penholder saw too little prospect of adoption.",
                others[0]
            ),
            _ => format!(
                "No decision was sought on {}: their penholders saw too little prospect of adoption.",
                list(&others)
            ),
        };
        self.proceedings(event, text);
    }

    fn promising(&self, row: &Selection, what: &str) -> String {
        let title = self.title(row.outcome);
        if self.state.bargaining.silence[row.outcome] == Silence::Held {
            let what = if row.put { "will be issued" } else { what };
            return format!("{title} {what}: silence on it was not broken.");
        }
        if self.hides_estimate(row.outcome) {
            return format!("{title} {what}.");
        }
        let chance = per_cent(row.estimate.unwrap_or(0.0));
        match self.pen(row.outcome) {
            Some(pen) => format!(
                "{title} {what}: {pen}, the penholder, estimated the prospect of adoption at \
                 {chance}."
            ),
            None => format!("{title} {what}: the prospect of adoption was estimated at {chance}."),
        }
    }
}
