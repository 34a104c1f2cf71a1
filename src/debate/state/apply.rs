//! One event is folded into the state. Nothing here fails or draws.

use crate::council::{
    Capacity, Declared, DelegationId, Effect, InjectId, IssueId, OutcomeId, StageName, Statement,
    StatementPurpose,
};
use crate::math;
use crate::scenario::Scenario;
use crate::unit::UnitInterval;
use crate::vote::Decision;

use super::super::clock;
use super::super::event::{Answer, Event, EventKind, Sounding};
use super::super::procedure::{Motion, Question};
use super::{FloorRequest, Silence, Sounded, Standing, State};

impl State {
    /// Folds one event into the state. Cannot fail and draws nothing.
    pub fn apply(&mut self, scenario: &Scenario, event: &Event) {
        self.events += 1;
        if !matches!(event.kind, EventKind::QuestionRaised { .. } | EventKind::RulingGiven { .. }) {
            // A ruling is challenged at once, or it stands.
            self.ruling = None;
        }
        match &event.kind {
            EventKind::StageOpened => self.open_stage(scenario, event.stage),
            EventKind::SpeakersListed { order } => {
                self.list.clear();
                self.list.extend_from_slice(order);
                self.heard = 0;
            }
            EventKind::MeetingSuspended { at } | EventKind::MeetingResumed { at } => {
                self.clock = *at
            }
            EventKind::FloorGiven { to, capacity } => {
                self.floor = Some((*to, *capacity));
                if self.next_speaker() == Some(*to) {
                    self.heard += 1;
                }
            }
            EventKind::StatementDelivered(statement) => self.hear(scenario, statement),
            EventKind::FloorPassed { .. } => self.heard += 1,
            EventKind::FloorRequested { by, issue } => {
                self.requests.push(FloorRequest { by: *by, issue: *issue, event: self.events });
                if event.stage == StageName::FurtherStatements {
                    self.list.push(*by);
                }
            }
            EventKind::PositionsShifted { rows } => {
                for row in rows {
                    self.positions[(row.listener, row.issue)] = row.to;
                }
            }
            EventKind::InjectFired { inject } => self.suffer(scenario, *inject),
            EventKind::ChairCeded { to } => self.president = *to,
            EventKind::QuestionRaised { .. }
            | EventKind::RulingGiven { .. }
            | EventKind::QuestionDecided { .. } => self.apply_question(&event.kind),
            EventKind::MeetingAdjourned => {
                self.adjourned = true;
                self.list.clear();
                self.heard = 0;
            }
            EventKind::MeetingCalledToOrder
            | EventKind::AgendaAdopted
            | EventKind::ParticipantsInvited { .. }
            | EventKind::TimeLimitRecalled { .. }
            | EventKind::AssemblyDebateDue { .. } => {}
            of_texts => self.apply_to_texts(scenario, of_texts),
        }
    }

    /// What changes texts, and what becomes of them.
    fn apply_to_texts(&mut self, scenario: &Scenario, kind: &EventKind) {
        match kind {
            EventKind::SoundingTaken(sounding) => self.sound(sounding),
            EventKind::RoundOpened { round } => self.bargaining.open_round(*round),
            EventKind::RoundClosed { .. } => self.bargaining.in_round = false,
            EventKind::AmendmentOffered { outcome, by, issue, to } => {
                self.bargaining.offered.push((*by, *outcome, *issue, *to));
                self.bargaining.settled[*outcome] = false;
            }
            EventKind::AmendmentsWeighed { outcome, offers } => {
                self.bargaining.weighed[*outcome] = true;
                self.bargaining.offered.retain(|(_, of, ..)| of != outcome);
                let taken = offers.iter().any(|o| o.answer == Answer::Taken);
                self.bargaining.settled[*outcome] = !taken;
                let silence = &mut self.bargaining.silence[*outcome];
                if *silence == Silence::BrokenOnce {
                    *silence = if taken { Silence::Extended } else { Silence::Broken };
                }
            }
            EventKind::TextAmended { outcome, issue, to, version, .. } => {
                let text = &mut self.texts[*outcome];
                text.version = *version;
                for aim in text.aims.iter_mut().filter(|aim| aim.issue == *issue) {
                    aim.position = UnitInterval::clamped(*to);
                }
            }
            EventKind::SilenceOpened { .. } => {}
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
                self.bargaining.finished[*outcome] = true
            }
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
            EventKind::AmendmentDecided { outcome, by, issue, to, decision, .. } => {
                let decided = (*by, *outcome, *issue, *to);
                self.bargaining.offered.retain(|moved| *moved != decided);
                if *decision == Decision::Adopted {
                    let text = &mut self.texts[*outcome];
                    text.version += 1;
                    for aim in text.aims.iter_mut().filter(|aim| aim.issue == *issue) {
                        aim.position = UnitInterval::clamped(*to);
                    }
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
            _ => {}
        }
    }

    fn clear_ballots(&mut self, outcome: OutcomeId) {
        for who in self.spoken.ids() {
            self.ballots[(who, outcome)] = None;
        }
    }

    fn open_stage(&mut self, scenario: &Scenario, stage: StageName) {
        self.stages_opened += 1;
        self.list.clear();
        self.heard = 0;
        self.bargaining.new_stage();
        self.bargaining.soundings_left.fill(0);
        if stage == StageName::Opening {
            self.adjourned = false;
            self.clock = clock::start(scenario);
        }
    }

    fn sound(&mut self, sounding: &Sounding) {
        let left = &mut self.bargaining.soundings_left[sounding.by];
        *left = left.saturating_sub(1);
        self.bargaining.sounded.extend(sounding.heard.iter().map(|heard| Sounded {
            by: sounding.by,
            of: sounding.of,
            outcome: sounding.outcome,
            issue: heard.issue,
            position: heard.position,
        }));
    }

    /// A statement has been heard: what it voiced and declared stands, issues warm and cool.
    fn hear(&mut self, scenario: &Scenario, statement: &Statement) {
        let speaker = statement.speaker;
        self.spoken[speaker] += 1;
        self.clock += statement.minutes;
        self.last_statement = self.events;
        for point in &statement.points {
            if point.voiced.is_some() {
                self.voiced[(speaker, point.issue)] = point.voiced;
            }
        }
        if statement.purpose == StatementPurpose::Further {
            self.requests.retain(|request| request.by != speaker);
        }
        if !matches!(statement.purpose, StatementPurpose::Debate | StatementPurpose::Further) {
            return;
        }
        self.statements += 1;
        let decay = math::exp2(-1.0 / scenario.dynamics.heat_half_life);
        for heat in self.heat.as_mut_slice() {
            *heat *= decay;
        }
        for (place, point) in statement.points.iter().enumerate() {
            // A briefer may raise one issue with several arguments: it is raised once.
            let first = !statement.points[..place].iter().any(|p| p.issue == point.issue);
            if first {
                self.heat[point.issue] += 1.0 - decay;
            }
        }
        for declaration in &statement.declarations {
            self.declare(scenario, statement, declaration.outcome, declaration.stance);
        }
        if let Some(criticism) = statement.criticizes.filter(|c| c.named) {
            self.flexibility[(criticism.of, criticism.issue)] *= 1.0 - scenario.dynamics.backlash;
        }
    }

    /// A declaration counts once for each delegation for which the statement speaks.
    fn declare(
        &mut self,
        scenario: &Scenario,
        statement: &Statement,
        outcome: OutcomeId,
        stance: Declared,
    ) {
        self.declared[(outcome, statement.speaker)] = stance;
        if let Capacity::OnBehalfOf(group) = statement.capacity {
            for &member in &scenario.groups[group].members {
                self.declared[(outcome, member)] = stance;
            }
        }
    }

    /// What an inject changes by itself; positions it moves stand in an event of their own.
    fn suffer(&mut self, scenario: &Scenario, inject: InjectId) {
        self.fired[inject] = true;
        for effect in &scenario.injects[inject].effects {
            match *effect {
                Effect::Salience { issue, by } => {
                    for who in scenario.members.ids() {
                        if scenario.derived.instructions[(who, issue)].given {
                            let salience = &mut self.salience[(who, issue)];
                            *salience = (*salience + by).clamp(0.0, 1.0);
                        }
                    }
                }
                Effect::Heat { issue, by } => {
                    self.heat[issue] = (self.heat[issue] + by).clamp(0.0, 1.0);
                }
                Effect::Influence { member, by } => {
                    self.influence[member] = (self.influence[member] + by).clamp(0.0, 1.0);
                    scenario.derived.weigh_words(&self.influence, &mut self.word);
                }
                Effect::Position { .. } => {}
            }
        }
    }

    fn apply_question(&mut self, kind: &EventKind) {
        match kind {
            EventKind::QuestionRaised { by, question } => {
                self.questions.push((*by, *question));
                if *question == Question::Ruling {
                    self.ruling = None;
                }
            }
            EventKind::RulingGiven { to, upheld } => {
                self.ruling = Some((*to, *upheld));
                self.questions.retain(|(_, question)| *question != Question::PointOfOrder);
            }
            EventKind::QuestionDecided { question, carried, .. } => {
                let asked = self.questions.iter().position(|(_, pending)| pending == question);
                let by = asked.map(|at| self.questions.remove(at).0);
                if *carried {
                    self.carry(by, question);
                } else if let Question::Invitation(of) = question {
                    self.kept_out[*of] = true;
                }
            }
            _ => {}
        }
    }

    /// What follows at once from a motion that was carried.
    fn carry(&mut self, by: Option<DelegationId>, question: &Question) {
        match *question {
            Question::Motion(Motion::Refer(outcome) | Motion::Postpone(outcome)) => {
                self.standing[outcome] = Standing::Decided(Decision::NotPut { withdrawn: false });
                self.bargaining.finished[outcome] = true;
            }
            // An amendment that may be introduced waits until its text is put.
            Question::Motion(Motion::Amend { outcome, issue, to }) => {
                self.bargaining.offered.extend(by.map(|by| (by, outcome, issue, to)));
            }
            _ => {}
        }
    }

    /// Amendments to a text that is put, moved in the meeting: by whom, on which issue, where to.
    pub(in crate::debate) fn oral_amendments(
        &self,
        of: OutcomeId,
    ) -> impl Iterator<Item = (DelegationId, IssueId, f64)> {
        self.bargaining
            .offered
            .iter()
            .filter(move |(_, outcome, ..)| *outcome == of)
            .map(|&(by, _, issue, to)| (by, issue, to))
    }
}
