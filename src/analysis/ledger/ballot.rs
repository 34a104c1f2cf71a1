//! Why a delegation voted, signed, objected or declared itself as it did.

use crate::council::{
    AdoptionRule, Capacity, Declared, DelegationId, Judgement, Membership, OutcomeId,
};
use crate::debate::{Cause, EventKind, State};
use crate::text::percent;
use crate::vote::{self, Ballot, BallotRow};

use super::{Ledger, Reason, points, signed};

impl Ledger<'_> {
    /// The ballot of `who` on `outcome`, or why there is none.
    pub fn ballot(self, who: DelegationId, outcome: OutcomeId) -> Reason {
        let cast = self.last(|kind| row_of(kind, who, outcome).is_some());
        let Some(n) = cast else { return Reason::new("cast no ballot on it".to_owned()) };
        let Some(row) = row_of(&self.record.events[n - 1].kind, who, outcome) else {
            return Reason::new("cast no ballot on it".to_owned());
        };
        let state = self.before(n);
        let rule = state.room(self.scenario()).rule(outcome);
        let says = match (rule, row.ballot) {
            (AdoptionRule::Signature, Ballot::InFavour) => "signed it",
            (AdoptionRule::Signature, _) => "did not sign it",
            (AdoptionRule::Consensus, Ballot::Against) => "objected to it",
            (AdoptionRule::Consensus, _) => "did not object to it",
            (_, Ballot::InFavour) => "voted in favour of it",
            (_, Ballot::Against) => "voted against it",
            (_, Ballot::Abstaining) => "abstained on it",
            (_, Ballot::NotParticipating) => "did not participate",
        };
        let mut reason = Reason::new(says.to_owned()).at_event(n);
        if let Some(bound) = self.bound(who, outcome, &state) {
            reason.because.push(bound);
            return reason;
        }
        let draw = format!(
            "luck {}, drawn for this delegation and this text from seed {}",
            signed(row.draw),
            self.record.seed.0
        );
        reason.because.push(self.judgement((who, outcome), &row.judgement, &state));
        reason.because.push(Reason::new(draw).at("dynamics.noise".to_owned()));
        reason.because.extend(self.thresholds(who, rule));
        reason
    }

    /// The rule that left no choice, if one did.
    pub(super) fn bound(
        self,
        who: DelegationId,
        outcome: OutcomeId,
        state: &State,
    ) -> Option<Reason> {
        let proposal = &self.scenario().outcomes[outcome];
        let path = self.outcome_path(outcome);
        if proposal.parties.contains(&who) {
            let says = "a party to the dispute abstains (Charter, Article 27 (3))".to_owned();
            return Some(Reason::new(says).at(format!("{path}.parties")));
        }
        if proposal.sponsors.contains(&who) {
            let says = "a sponsor stands by its own text".to_owned();
            return Some(Reason::new(says).at(format!("{path}.sponsors")));
        }
        let settled = |kind: &EventKind| match kind {
            EventKind::BallotLocked { by, outcome: on, .. } => *by == who && *on == outcome,
            _ => false,
        };
        if let Some(n) = self.last(settled) {
            let says = "a person settled the ballot in advance".to_owned();
            return Some(Reason::new(says).at_event(n));
        }
        state.joined[(who, outcome)]
            .then(|| Reason::new("it had joined the sponsors before the vote".to_owned()))
    }

    fn thresholds(self, who: DelegationId, rule: &AdoptionRule) -> Vec<Reason> {
        let scenario = self.scenario();
        let dynamics = &scenario.dynamics;
        let line = |says: String, field: &str| Reason::new(says).at(format!("dynamics.{field}"));
        let yes =
            line(format!("in favour above {}", signed(dynamics.threshold_yes)), "threshold_yes");
        match rule {
            AdoptionRule::Signature => vec![line(
                format!("signed above {}", signed(dynamics.threshold_sign)),
                "threshold_sign",
            )],
            AdoptionRule::Consensus => vec![line(
                format!("an objection below {}", signed(-dynamics.threshold_object)),
                "threshold_object",
            )],
            rule => {
                let no = line(
                    format!("against below {}", signed(-dynamics.threshold_no)),
                    "threshold_no",
                );
                let mut lines = vec![yes, no];
                let member = &scenario.members[who];
                if rule.has_veto() && member.membership == Membership::Permanent {
                    let more = member.veto_reluctance.get() * 0.20;
                    let says = format!("and {} lower: it casts a veto reluctantly", points(more));
                    let path = format!("{}.veto_reluctance", self.member_path(who));
                    lines.push(Reason::new(says).at(path));
                }
                lines
            }
        }
    }

    /// How much better the text seemed than today's situation, part by part.
    pub(super) fn judgement(
        self,
        (who, outcome): (DelegationId, OutcomeId),
        judgement: &Judgement,
        state: &State,
    ) -> Reason {
        let scenario = self.scenario();
        let mut reason =
            Reason::new(format!("the text seemed {} to it", signed(judgement.total())));
        if let Some(issue) = judgement.red_line {
            let name = &scenario.issues[issue].name;
            let says = format!("it crosses the red line on “{name}”");
            let path = self.stance_path(who, issue, "red_line");
            let stance = scenario.stances[(who, issue)].as_ref();
            let source = stance.and_then(|stance| stance.source);
            reason.because.push(Reason::new(says).at(path).with_source(source));
        }
        reason.because.push(self.gain((who, outcome), judgement, state));
        if judgement.bandwagon.abs() > 0.0 {
            let says = format!("the room adds {}", signed(judgement.bandwagon));
            let said = self.voices(who, outcome, state);
            let path = "dynamics.bandwagon".to_owned();
            reason.because.push(Reason::new(says).at(path).because(said));
        }
        if judgement.consistency.abs() > 0.0 {
            let says = format!("its own word adds {}", signed(judgement.consistency));
            let own = self.declaration(who, outcome, state.events as usize);
            let own = own.map(|(n, _)| Reason::new("what it declared".to_owned()).at_event(n));
            let path = "dynamics.consistency".to_owned();
            reason.because.push(Reason::new(says).at(path).because(own.into_iter().collect()));
        }
        if judgement.sponsors.abs() > 0.0 {
            let says = format!("the sponsors add {}", signed(judgement.sponsors));
            let sponsors = scenario.outcomes[outcome].sponsors.iter();
            let toward = sponsors.map(|&sponsor| {
                let affinity = scenario.derived.affinity[(who, sponsor)];
                let id = &scenario.members[sponsor].sign;
                Reason::new(format!("affinity toward {} {}", self.name(sponsor), signed(affinity)))
                    .at(format!("{}.relations[{id:?}]", self.member_path(who)))
            });
            let toward = toward.collect();
            let path = "dynamics.sponsor_effect".to_owned();
            reason.because.push(Reason::new(says).at(path).because(toward));
        }
        reason
    }

    /// The gain, issue by issue: positions, salience, status quo and the text.
    fn gain(
        self,
        (who, outcome): (DelegationId, OutcomeId),
        judgement: &Judgement,
        state: &State,
    ) -> Reason {
        let scenario = self.scenario();
        let room = state.room(scenario);
        let aims = &state.texts[outcome].aims;
        let total: f64 = aims.iter().map(|aim| aim.weight.get()).sum();
        let mut reason = Reason::new(format!("gain {}", signed(judgement.gain)));
        for aim in aims {
            let issue = aim.issue;
            let share = if total > 0.0 { aim.weight.get() / total } else { 0.0 };
            let part = share * vote::gain_on(room, who, (outcome, issue));
            let name = &scenario.issues[issue].name;
            let id = &scenario.issues[issue].identifier;
            let until = state.events as usize;
            let salience = state.salience[(who, issue)];
            let quo = scenario.issues[issue].status_quo.get();
            reason.because.push(Reason::new(format!("{} from “{name}”", signed(part))).because(
                vec![
                self.position(who, issue, until),
                Reason::new(format!("salience {}", points(salience)))
                    .at(self.stance_path(who, issue, "salience")),
                Reason::new(format!("status quo {}", points(quo)))
                    .at(self.issue_path(issue, "status_quo")),
                Reason::new(format!(
                    "the text stands at {}, and this is {:.0} % of it",
                    points(aim.position.get()),
                    share * 100.0
                ))
                .at(format!("{}.aims[{id:?}].position", self.outcome_path(outcome)))
                .because(self.amendments(outcome, issue, until)),
            ],
            ));
        }
        reason
    }

    /// What others had declared on `outcome`, those that weigh most first.
    fn voices(self, who: DelegationId, outcome: OutcomeId, state: &State) -> Vec<Reason> {
        let scenario = self.scenario();
        let until = state.events as usize;
        let mut voices: Vec<(f64, Reason)> = Vec::new();
        for &other in &scenario.derived.voting {
            let declared = state.declared[(outcome, other)];
            let weight = state.word[(other, who)] * declared.sign();
            if weight.abs() > 0.0 {
                let stance = if weight > 0.0 { "in favour" } else { "opposed" };
                let says = format!("{} had declared itself {stance}", self.name(other));
                let event = self.declaration(other, outcome, until).map(|(n, _)| n);
                voices.push((weight.abs(), Reason { event, ..Reason::new(says) }));
            }
        }
        voices.sort_by(|a, b| b.0.total_cmp(&a.0));
        voices.into_iter().take(5).map(|(_, reason)| reason).collect()
    }

    /// The statement in which `who`, or whoever speaks for it, declared itself last on `outcome`.
    pub(super) fn declaration(
        self,
        who: DelegationId,
        outcome: OutcomeId,
        until: usize,
    ) -> Option<(usize, Declared)> {
        let scenario = self.scenario();
        let events = self.events().iter().take(until).enumerate().rev();
        events.into_iter().find_map(|(at, event)| {
            let EventKind::StatementDelivered(said) = &event.kind else { return None };
            let speaks_for = said.speaker == who
                || matches!(said.capacity, Capacity::OnBehalfOf(group)
                    if scenario.groups[group].members.contains(&who));
            let declared = said.declarations.iter().find(|d| d.outcome == outcome)?;
            speaks_for.then_some((at + 1, declared.stance))
        })
    }

    /// What `who` declared on `outcome`, and why.
    pub fn declared(self, who: DelegationId, outcome: OutcomeId) -> Reason {
        let Some((n, stance)) = self.declaration(who, outcome, usize::MAX) else {
            return Reason::new("declared nothing on it".to_owned());
        };
        let stance = stance_words(stance);
        let reason = Reason::new(stance.to_owned()).at_event(n);
        reason.because(self.because_declared(n, outcome))
    }

    /// Why statement number `n` declared what it did on `outcome`: the chances, and the judgement.
    pub(super) fn because_declared(self, n: usize, outcome: OutcomeId) -> Vec<Reason> {
        let event = &self.record.events[n - 1];
        let EventKind::StatementDelivered(said) = &event.kind else { return Vec::new() };
        let Some(declared) = said.declarations.iter().find(|d| d.outcome == outcome) else {
            return Vec::new();
        };
        let chance = format!(
            "P(in favour) was {}, P(against) {}",
            percent(declared.chance.in_favour),
            percent(declared.chance.against)
        );
        let mut because = vec![Reason::new(chance)];
        if event.cause == Cause::Person {
            because.push(Reason::new("a person chose what to declare".to_owned()));
        } else {
            let state = self.before(n);
            because.push(self.judgement((said.speaker, outcome), &declared.judgement, &state));
        }
        because
    }
}

/// What was done by declaring this stance.
pub(super) const fn stance_words(stance: Declared) -> &'static str {
    match stance {
        Declared::InFavour => "declared itself in favour",
        Declared::Reservations => "spoke of reservations",
        Declared::Opposed => "declared itself opposed",
        Declared::Undeclared => "declared nothing",
    }
}

/// The row of `who` among the ballots on `outcome`, or among those that broke silence on it.
fn row_of(kind: &EventKind, who: DelegationId, outcome: OutcomeId) -> Option<&BallotRow> {
    match kind {
        EventKind::BallotsCast { outcome: on, rows }
        | EventKind::SilenceBroken { outcome: on, rows }
            if *on == outcome =>
        {
            rows.iter().find(|row| row.delegation == who)
        }
        _ => None,
    }
}
