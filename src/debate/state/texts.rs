//! What events change in texts, and in what is worked out about them.

use crate::council::{DelegationId, IssueId, OutcomeId};
use crate::scenario::Scenario;
use crate::unit::UnitInterval;
use crate::vote::Decision;

use super::super::event::{Answer, EventKind, Sounding};
use super::super::procedure::Question;
use super::{Offered, Prepared, Silence, Sounded, Standing, State};

impl State {
    /// What happens in soundings and consultations; what happens at action is passed on.
    pub(super) fn apply_to_texts(&mut self, scenario: &Scenario, kind: &EventKind) {
        match kind {
            EventKind::SoundingTaken(sounding) => self.sound(sounding),
            EventKind::RoundOpened { round } => self.bargaining.open_round(*round),
            EventKind::RoundClosed { .. } => self.bargaining.in_round = false,
            EventKind::AmendmentOffered { outcome, by, issue, to, words } => {
                let (by, outcome, issue, to) = (*by, *outcome, *issue, *to);
                // Offered again, it is in the words given last.
                self.bargaining.offered.retain(|it| !it.is((by, outcome), (issue, to)));
                let words = words.clone();
                self.bargaining.offered.push(Offered { by, outcome, issue, to, words });
                self.bargaining.settled[outcome] = false;
            }
            EventKind::AmendmentsWeighed { outcome, offers } => {
                self.bargaining.weighed[*outcome] = true;
                self.bargaining.offered.retain(|it| it.outcome != *outcome);
                let taken = offers.iter().any(|o| o.answer == Answer::Taken);
                self.bargaining.settled[*outcome] = !taken;
                let silence = &mut self.bargaining.silence[*outcome];
                if *silence == Silence::BrokenOnce {
                    *silence = if taken { Silence::Extended } else { Silence::Broken };
                }
            }
            EventKind::TextAmended { outcome, issue, to, version, words, .. } => {
                let text = &mut self.texts[*outcome];
                text.version = *version;
                text.wordings.retain(|(on, _)| on != issue);
                text.wordings.extend(words.clone().map(|words| (*issue, words)));
                self.move_text(*outcome, *issue, *to);
            }
            EventKind::SilenceHeld { outcome } => {
                self.bargaining.silence[*outcome] = Silence::Held;
                self.bargaining.finished[*outcome] = true;
            }
            EventKind::SilenceBroken { outcome, rows } => {
                let silence = &mut self.bargaining.silence[*outcome];
                *silence = match silence {
                    Silence::None | Silence::Held => Silence::BrokenOnce,
                    Silence::BrokenOnce | Silence::Extended | Silence::Broken => Silence::Broken,
                };
                for row in rows {
                    self.ballots[(row.delegation, *outcome)] = Some(row.ballot);
                }
            }
            EventKind::SteppedDown { outcome, to, .. } => {
                self.texts[*outcome].form = *to;
                self.bargaining.silence[*outcome] = Silence::None;
                self.clear_ballots(*outcome);
                // Where nobody is asked, nothing is left to be worked out.
                let asked = scenario.rules.of(*to).is_decided_by_members();
                self.bargaining.finished[*outcome] = !asked;
            }
            EventKind::LeftAsSupport { outcome, .. } | EventKind::PutInBlue { outcome } => {
                self.bargaining.finished[*outcome] = true;
            }
            at_action => self.apply_at_action(at_action),
        }
    }

    /// What happens when texts are put to a decision.
    fn apply_at_action(&mut self, kind: &EventKind) {
        match kind {
            EventKind::TextsSelected { rows } => {
                for row in rows.iter().filter(|row| row.put) {
                    self.standing[row.outcome] = Standing::Put;
                    self.promising_put += u32::from(row.estimate.is_some());
                }
            }
            EventKind::SponsorsJoined { outcome, delegations } => {
                for &who in delegations {
                    self.joined[(who, *outcome)] = true;
                }
            }
            EventKind::BallotLocked { by, outcome, ballot } => {
                self.locked[(*by, *outcome)] = Some(*ballot);
            }
            EventKind::ExplanationPrepared { by, outcome, when, words } => {
                self.prepared.retain(|it| (it.by, it.outcome) != (*by, *outcome));
                let words = words.clone();
                self.prepared.push(Prepared { by: *by, outcome: *outcome, when: *when, words });
            }
            EventKind::AmendmentDecided { outcome, by, issue, to, decision, .. } => {
                self.bargaining.offered.retain(|it| !it.is((*by, *outcome), (*issue, *to)));
                if *decision == Decision::Adopted {
                    let text = &mut self.texts[*outcome];
                    text.version += 1;
                    text.wordings.retain(|(on, _)| on != issue);
                    self.move_text(*outcome, *issue, *to);
                }
            }
            EventKind::PartDecided { outcome, issue, decision, .. } => {
                let part = Question::SeparateVote { outcome: *outcome, issue: *issue };
                self.questions.retain(|(_, question)| *question != part);
                if *decision != Decision::Adopted {
                    self.texts[*outcome].aims.retain(|aim| aim.issue != *issue);
                }
            }
            EventKind::BallotsCast { outcome, rows } => {
                self.clear_ballots(*outcome);
                for row in rows {
                    self.ballots[(row.delegation, *outcome)] = Some(row.ballot);
                }
            }
            EventKind::DecisionTaken { outcome, decision } => {
                self.standing[*outcome] = Standing::Decided(*decision);
                self.decided_at[*outcome] = self.events;
                self.bargaining.finished[*outcome] = true;
            }
            // What is said or noted about texts leaves them as they are.
            _ => {}
        }
    }

    fn move_text(&mut self, outcome: OutcomeId, issue: IssueId, to: f64) {
        for aim in self.texts[outcome].aims.iter_mut().filter(|aim| aim.issue == issue) {
            aim.position = UnitInterval::clamped(to);
        }
    }

    fn clear_ballots(&mut self, outcome: OutcomeId) {
        for who in self.spoken.ids() {
            self.ballots[(who, outcome)] = None;
        }
    }

    fn sound(&mut self, sounding: &Sounding) {
        let left = &mut self.bargaining.soundings_left[sounding.by];
        *left = left.saturating_sub(1);
        for heard in &sounding.heard {
            self.bargaining.learn(Sounded {
                by: sounding.by,
                of: sounding.of,
                outcome: sounding.outcome,
                issue: heard.issue,
                position: heard.position,
            });
        }
    }

    /// Amendments to a text that is put, moved in the meeting: by whom, on which issue, where to.
    pub(in crate::debate) fn oral_amendments(
        &self,
        of: OutcomeId,
    ) -> impl Iterator<Item = (DelegationId, IssueId, f64)> {
        let moved = self.bargaining.offered.iter().filter(move |it| it.outcome == of);
        moved.map(|it| (it.by, it.issue, it.to))
    }
}
