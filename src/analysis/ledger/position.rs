//! Where a position comes from: instructions from capital, and every statement that moved it.

use crate::council::{DelegationId, IssueId};
use crate::debate::{Cause, EventKind};

use super::{Ledger, Reason, argument_path, points, shifts_of, signed};

/// How many movements are told one by one, the largest first.
const TOLD: usize = 5;

impl Ledger<'_> {
    /// The position of `who` on `issue` after the first `until` events.
    pub fn position(self, who: DelegationId, issue: IssueId, until: usize) -> Reason {
        let scenario = self.scenario();
        let name = &scenario.issues[issue].name;
        let now = self.record.state_at(until.min(self.until)).positions[(who, issue)];
        let mut reason = Reason::new(format!("position on “{name}” {}", points(now)));
        let start = match &scenario.stances[(who, issue)] {
            Some(stance) => {
                let words = stance.because.as_ref().map_or(String::new(), |b| format!(": {b}"));
                let start = points(stance.position.get());
                let drawn = match scenario.variation {
                    Some(_) if stance.uncertainty.get() > 0.0 => {
                        ", drawn within the author's uncertainty"
                    }
                    _ => "",
                };
                Reason::new(format!("instructions from capital {start}{drawn}{words}"))
                    .at(self.stance_path(who, issue, "position"))
                    .with_source(stance.source)
            }
            None => {
                Reason::new("no stance: the middle of the scale, and nobody moves it".to_owned())
                    .at(self.stance_path(who, issue, "position"))
            }
        };
        reason.because.push(start);
        let mut shifts: Vec<_> =
            shifts_of(self.record, (who, issue), until.min(self.until)).collect();
        shifts.sort_by(|a, b| {
            (b.1.to - b.1.from).abs().total_cmp(&(a.1.to - a.1.from).abs()).then(a.0.cmp(&b.0))
        });
        let rest = shifts.split_off(shifts.len().min(TOLD));
        for (n, shift) in shifts {
            reason.because.push(self.shift(n, shift));
        }
        if !rest.is_empty() {
            let sum: f64 = rest.iter().map(|(_, shift)| shift.to - shift.from).sum();
            let text = match rest.len() {
                1 => format!("one smaller movement, {}", signed(sum)),
                count => format!("{count} smaller movements, {} in all", signed(sum)),
            };
            reason.because.push(Reason::new(text));
        }
        reason
    }

    /// One movement, in event number `n`, with the statement that caused it.
    pub fn shift(self, n: usize, shift: &crate::opinion::Shift) -> Reason {
        let scenario = self.scenario();
        let cause = self.record.events[n - 1].cause;
        let moved = signed(shift.to - shift.from);
        let Cause::Event(cause) = cause else {
            return Reason::new(moved).at_event(n);
        };
        let cause = cause as usize;
        let parts = format!("pull {}, anchor {}", signed(shift.pull), signed(shift.anchor));
        match self.record.events.get(cause - 1).map(|event| &event.kind) {
            Some(EventKind::StatementDelivered(said)) => {
                let speaker = self.name(said.speaker);
                let point = said.points.iter().find(|point| point.issue == shift.issue);
                let voiced = point
                    .and_then(|p| p.voiced)
                    .map_or(String::new(), |e| format!(", which voiced {}", points(e)));
                let trust = scenario.derived.trust(shift.listener, said.speaker);
                let argument = point
                    .and_then(|point| point.argument)
                    .map(|argument| argument_path(&self.member_path(said.speaker), argument));
                let heard = Reason::new(format!(
                    "trust in {speaker} {}, its influence {}",
                    points(trust),
                    points(scenario.members[said.speaker].influence.get())
                ))
                .at(format!("{}.influence", self.member_path(said.speaker)));
                let mut reason =
                    Reason::new(format!("{moved} by the statement of {speaker}{voiced}; {parts}"))
                        .at_event(cause)
                        .because(vec![heard]);
                reason.because.extend(
                    argument.map(|path| Reason::new("with its argument".to_owned()).at(path)),
                );
                reason
            }
            Some(EventKind::InjectFired { inject }) => {
                let title = &scenario.injects[*inject].title;
                Reason::new(format!("{moved} by the event “{title}”"))
                    .at_event(cause)
                    .at(format!("injects[{}]", crate::council::Id::index(*inject)))
            }
            Some(EventKind::InstructionsGiven { .. }) => {
                Reason::new(format!("{moved} by other instructions from capital")).at_event(cause)
            }
            _ => Reason::new(moved).at_event(n),
        }
    }
}
