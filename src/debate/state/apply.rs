//! One event is folded into the state. Nothing here fails or draws.

use crate::council::{
    Capacity, Declared, DelegationId, Effect, InjectId, OutcomeId, StageName, Statement,
    StatementPurpose,
};
use crate::math;
use crate::scenario::Scenario;
use crate::vote::Decision;

use super::super::event::{Book, Event, EventKind};
use super::super::procedure::{Motion, Question};
use super::{Chair, FloorRequest, Offered, Standing, State};

impl State {
    /// Folds one event into the state. Cannot fail and draws nothing.
    pub fn apply(&mut self, scenario: &Scenario, event: &Event) {
        self.events += 1;
        if !matches!(event.kind, EventKind::QuestionRaised { .. } | EventKind::RulingGiven { .. }) {
            // A ruling is challenged at once, or it stands.
            self.ruling = None;
        }
        self.sitting |= event.book == Book::Record;
        match &event.kind {
            EventKind::StageOpened => self.open_stage(scenario, event.stage),
            EventKind::SpeakersListed { order } => {
                self.list.clear();
                self.list.extend_from_slice(order);
                self.heard = 0;
            }
            EventKind::MeetingSuspended { at } | EventKind::MeetingResumed { at } => {
                self.clock = *at;
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
            EventKind::SeatTaken { .. }
            | EventKind::SeatLeft { .. }
            | EventKind::ChairTaken { .. }
            | EventKind::ChairLeft { .. }
            | EventKind::InjectHeld { .. }
            | EventKind::InstructionsGiven { .. }
            | EventKind::PlacesExchanged { .. } => self.change(&event.kind),
            EventKind::ChairCeded { to } => self.president = *to,
            EventKind::QuestionRaised { .. }
            | EventKind::RulingGiven { .. }
            | EventKind::QuestionDecided { .. } => self.apply_question(&event.kind),
            EventKind::MeetingAdjourned => {
                self.sitting = false;
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

    /// Moves those who listen to a statement that is about to be applied, where nobody wants to
    /// know how it moved each of them. To be called before `apply`: what a statement changes in
    /// those it names is not yet so while they listen to it.
    pub(in crate::debate) fn listen(&mut self, scenario: &Scenario, event: &Event) {
        let EventKind::StatementDelivered(statement) = &event.kind else { return };
        if matches!(statement.purpose, StatementPurpose::Debate | StatementPurpose::Further) {
            let minds = (&mut self.positions, &self.flexibility);
            self.anchors.persuade(scenario, minds, &self.influence, statement);
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
            self.clock = scenario.derived.starts;
        }
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
        self.set_declared(scenario, (outcome, statement.speaker), stance);
        if let Capacity::OnBehalfOf(group) = statement.capacity {
            for &member in &scenario.groups[group].members {
                self.set_declared(scenario, (outcome, member), stance);
            }
        }
    }

    /// One stance changes, and with it what every delegation hears.
    fn set_declared(
        &mut self,
        scenario: &Scenario,
        (outcome, who): (OutcomeId, DelegationId),
        stance: Declared,
    ) {
        let before = std::mem::replace(&mut self.declared[(outcome, who)], stance);
        let change = stance.sign() - before.sign();
        // The word of those that do not vote weighs nothing.
        if change.abs() > 0.0 && scenario.members[who].votes() {
            math::add_scaled(self.voice.lanes_mut(outcome), self.word.lanes(who), change);
        }
    }

    /// Words have changed their weight: what every delegation hears is summed up anew.
    fn listen_again(&mut self) {
        self.voice.fill(0.0);
        for outcome in self.standing.ids() {
            for who in self.spoken.ids() {
                let sign = self.declared[(outcome, who)].sign();
                math::add_scaled(self.voice.lanes_mut(outcome), self.word.lanes(who), sign);
            }
        }
    }

    /// What a person changes that the model never does by itself.
    fn change(&mut self, kind: &EventKind) {
        match *kind {
            EventKind::SeatTaken { by } => self.played[by] = true,
            EventKind::SeatLeft { by } => self.played[by] = false,
            EventKind::ChairTaken { .. } => self.chair = Chair::Person,
            EventKind::ChairLeft { .. } => self.chair = Chair::Program,
            EventKind::InjectHeld { inject } => self.held[inject] = true,
            // The position moves by an event of its own; this is what holds it from here on.
            EventKind::InstructionsGiven { to, issue, position } => {
                self.anchors.instruct((to, issue), position);
                self.instructed = true;
            }
            EventKind::PlacesExchanged { first, second } => {
                let place = |who| self.list.iter().skip(self.heard).position(|&id| id == who);
                if let (Some(a), Some(b)) = (place(first), place(second)) {
                    self.list.swap(self.heard + a, self.heard + b);
                }
            }
            _ => {}
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
                    self.listen_again();
                }
                // What these bring about stands in events of their own.
                Effect::Position { .. }
                | Effect::PointOfOrder { .. }
                | Effect::ObjectionToAgenda { .. } => {}
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
                let moved = by.map(|by| Offered { by, outcome, issue, to, words: None });
                self.bargaining.offered.extend(moved);
            }
            _ => {}
        }
    }
}
