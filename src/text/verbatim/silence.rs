//! What becomes of a text after the rounds: silence, lighter forms, blue ink.

use crate::council::{DelegationId, IssueId, OutcomeForm, OutcomeId};
use crate::debate::{Event, EventKind};
use crate::vote::{BallotRow, gain_on};

use super::super::grammar::{list, names_by_alphabet, per_cent, upper_first};
use super::super::verdict::with_article;
use super::Verbatim;

impl Verbatim<'_> {
    /// Tells the next step with a text.
    pub(super) fn tell_silence(&mut self, event: &Event) {
        let mut reads = Vec::new();
        let text = match &event.kind {
            EventKind::SilenceOpened { outcome, hours, extended: false } => {
                format!("{} was placed under silence for {hours} hours.", self.title(*outcome))
            }
            EventKind::SilenceOpened { outcome, hours, extended: true } => format!(
                "As amended, {} was placed under silence again: the deadline was extended by \
                 {hours} hours.",
                self.title(*outcome)
            ),
            EventKind::SilenceHeld { outcome } => {
                format!("Silence on {} was not broken: the text was agreed.", self.title(*outcome))
            }
            EventKind::SilenceBroken { outcome, rows } => self.broken(*outcome, rows),
            EventKind::SteppedDown { outcome, from, to, .. } => {
                self.stepped_down(*outcome, *from, *to)
            }
            EventKind::LeftAsSupport { outcome, estimate } => {
                let title = self.title(*outcome);
                if self.hides_estimate(*outcome) {
                    return self.settled(event, format!("No decision was sought on {title}."));
                }
                let pen = self.pen(*outcome).map(|pen| format!("{pen}, the penholder,"));
                let pen = pen.unwrap_or_else(|| "its penholder".to_owned());
                format!(
                    "No decision was sought on {title}: {pen} estimated the prospect of adoption at \
                     {}.",
                    per_cent(*estimate)
                )
            }
            EventKind::PutInBlue { outcome } => {
                let version = match self.state.texts[*outcome].version {
                    1 => "as first tabled".to_owned(),
                    version => format!("in version {version}"),
                };
                let title = self.title(*outcome);
                reads = self.not_yet_shown(*outcome);
                let reads = if reads.is_empty() { "." } else { ". It reads:" };
                format!("{title} was printed in blue, {version}, ready for the vote{reads}")
            }
            _ => return,
        };
        self.settled(event, text);
        self.lines(event, reads);
    }

    fn settled(&mut self, event: &Event, text: String) {
        self.under(event, "After the consultations");
        self.proceedings(event, text);
    }

    /// Who broke silence, those with one reason together.
    fn broken(&self, outcome: OutcomeId, rows: &[BallotRow]) -> String {
        let mut reasons: Vec<(bool, Option<IssueId>, Vec<DelegationId>)> = Vec::new();
        for row in rows {
            let bound = row.judgement.red_line.is_some();
            let issue = row.judgement.red_line.or_else(|| self.worst(outcome, row.delegation));
            match reasons.iter_mut().find(|(b, i, _)| (*b, *i) == (bound, issue)) {
                Some((.., who)) => who.push(row.delegation),
                None => reasons.push((bound, issue, vec![row.delegation])),
            }
        }
        let all: Vec<DelegationId> = rows.iter().map(|row| row.delegation).collect();
        let who = upper_first(&names_by_alphabet(self.scenario, &all));
        let parts: Vec<String> = reasons
            .iter()
            .filter_map(|(bound, issue, who)| {
                let alone = reasons.len() == 1;
                let it = match (alone, who.len()) {
                    (true, 1) => "it".to_owned(),
                    (true, _) => "they".to_owned(),
                    _ => names_by_alphabet(self.scenario, who),
                };
                let their = if who.len() == 1 { "its" } else { "their" };
                let issue = (*issue)?;
                let name = self.issue(issue);
                Some(if *bound {
                    format!("{it} could not go beyond {their} instructions on {name}")
                } else {
                    let mark = self.mark(issue, self.stands(outcome, issue));
                    format!("{it} could not accept {mark} on {name}")
                })
            })
            .collect();
        let title = self.title(outcome);
        let own = all.iter().filter_map(|&who| {
            let reason = self.state.own_reason(who, outcome)?;
            Some(format!(" {} said: “{}”", self.name_first(who), reason.trim()))
        });
        let own: String = own.collect();
        if !own.is_empty() && all.len() == 1 {
            return format!("{who} broke silence on {title}.{own}");
        }
        if parts.is_empty() {
            format!("{who} broke silence on {title}.")
        } else {
            format!("{who} broke silence on {title}: {}.{own}", list(&parts))
        }
    }

    /// The issue of a text that weighs most against it in the eyes of a delegation.
    fn worst(&self, outcome: OutcomeId, who: DelegationId) -> Option<IssueId> {
        let room = self.state.room(self.scenario);
        let against = |issue: IssueId| gain_on(room, who, (outcome, issue));
        let issues = self.state.texts[outcome].aims.iter().map(|aim| aim.issue);
        issues.reduce(|worst, next| if against(next) < against(worst) { next } else { worst })
    }

    fn stepped_down(&self, outcome: OutcomeId, from: OutcomeForm, to: OutcomeForm) -> String {
        let pen = self.pen(outcome).unwrap_or_else(|| "its penholder".to_owned());
        let own = if to == OutcomeForm::PresidentsSummary {
            ", on the President's own responsibility"
        } else {
            ""
        };
        format!(
            "{} stepped down: {pen} did not seek {} any longer and turned to {}{own}.",
            self.title(outcome),
            with_article(from),
            with_article(to)
        )
    }
}
