//! What chances consist of: the chance of adoption, the risk of a veto, the support declared.

use crate::council::{AdoptionRule, Declared, DelegationId, Judgement, Membership, OutcomeId};
use crate::text::{blocking_sentences, percent};
use crate::vote::{self, Workspace};

use super::ballot::stance_words;
use super::{Ledger, Reason, signed};

/// Above so many voting members the cheapest path is not searched for.
const PATH_UP_TO: usize = 30;

impl Ledger<'_> {
    /// Why `who` stands as it does on `outcome` now: what it did, and what it would do.
    pub fn standing(self, who: DelegationId, outcome: OutcomeId) -> Reason {
        let scenario = self.scenario();
        let title = &scenario.outcomes[outcome].title;
        let mut reason = Reason::new(format!("{} on “{title}” (simulated)", self.name(who)));
        let state = self.now();
        if state.ballots[(who, outcome)].is_some() {
            reason.because.push(self.ballot(who, outcome));
        }
        reason.because.push(self.declared(who, outcome));
        let room = state.room(scenario);
        let asked = room.rule(outcome).is_decided_by_members() && scenario.members[who].votes();
        if asked && state.ballots[(who, outcome)].is_none() {
            let (judgement, chance) = vote::chance(room, who, outcome);
            let says = format!(
                "if it were decided now: in favour {}, against {}",
                percent(chance.in_favour),
                percent(chance.against)
            );
            let because = match self.bound(who, outcome, &state) {
                Some(bound) => bound,
                None => self.judgement((who, outcome), &judgement, &state),
            };
            reason.because.push(Reason::new(says).because(vec![because]));
        }
        reason.because.push(self.text(outcome));
        reason
    }

    /// What has been declared on `outcome`, delegation by delegation, and in which statement.
    pub fn support(self, outcome: OutcomeId) -> Reason {
        let scenario = self.scenario();
        let state = self.now();
        let title = &scenario.outcomes[outcome].title;
        let mut reason = Reason::new(format!("declared on “{title}” so far (simulated)"));
        for (stance, words) in [
            (Declared::InFavour, "in favour"),
            (Declared::Reservations, "with reservations"),
            (Declared::Opposed, "opposed"),
            (Declared::Undeclared, "not declared"),
        ] {
            let declared = scenario.seating().iter().copied();
            let who: Vec<DelegationId> =
                declared.filter(|&who| state.declared[(outcome, who)] == stance).collect();
            let each = who.iter().map(|&who| {
                let n = self.declaration(who, outcome, self.until).map(|(n, _)| n);
                let says = format!("{} {}", self.name(who), stance_words(stance));
                Reason { event: n, ..Reason::new(says) }
            });
            let each = if stance == Declared::Undeclared { Vec::new() } else { each.collect() };
            reason.because.push(Reason::new(format!("{words}: {}", who.len())).because(each));
        }
        reason.because.push(self.rule(scenario, outcome));
        reason
    }

    /// What the chance of adoption of `outcome` consists of if it were decided now.
    pub fn chance(self, outcome: OutcomeId) -> Reason {
        let scenario = self.scenario();
        let state = self.now();
        let room = state.room(scenario);
        let chances = vote::decision_chances(room, outcome, &mut Workspace::default());
        let title = &scenario.outcomes[outcome].title;
        let says = format!(
            "chance that “{title}” would be adopted now: {} (simulated)",
            percent(chances.adopted)
        );
        let mut reason = Reason::new(says);
        reason.because.push(self.rule(scenario, outcome));
        for (chance, words) in [
            (chances.short_of_votes, "too few votes in favour"),
            (chances.vetoed, "enough votes, and a permanent member against"),
            (chances.objected, "somebody objects"),
        ] {
            if chance > 0.0 {
                reason.because.push(Reason::new(format!("{words}: {}", percent(chance))));
            }
        }
        if scenario.derived.voting.len() <= PATH_UP_TO
            && let Some(blocking) = vote::blocking(room, outcome)
        {
            let sentences = blocking_sentences(scenario, None, &blocking);
            let because = sentences.into_iter().map(Reason::new).collect();
            reason.because.push(Reason::new("what it rests on".to_owned()).because(because));
        }
        let members = self.members(outcome, |_| true);
        if !members.is_empty() {
            let says = "each member votes by itself; together these chances make the figure";
            reason.because.push(Reason::new(says.to_owned()).because(members));
        }
        reason
    }

    /// What the risk that `outcome` is vetoed, or objected to, consists of if it were decided now.
    pub fn risk(self, outcome: OutcomeId) -> Reason {
        let scenario = self.scenario();
        let state = self.now();
        let room = state.room(scenario);
        let chances = vote::decision_chances(room, outcome, &mut Workspace::default());
        let title = &scenario.outcomes[outcome].title;
        let consensus = *room.rule(outcome) == AdoptionRule::Consensus;
        let (what, risk) = if consensus {
            ("somebody would object to", chances.objected)
        } else {
            ("a permanent member would veto", chances.vetoed)
        };
        let says = format!("chance that {what} “{title}” now: {} (simulated)", percent(risk));
        let mut reason = Reason::new(says).because(vec![self.rule(scenario, outcome)]);
        if !consensus {
            let says = "a vote against counts as a veto only where enough others vote in favour";
            reason.because.push(Reason::new(says.to_owned()));
        }
        let who = self.members(outcome, |who| {
            consensus || scenario.members[who].membership == Membership::Permanent
        });
        reason.because.extend(who);
        reason
    }

    /// The chances of the members wanted, those most against first, with what they follow from.
    fn members(self, outcome: OutcomeId, wanted: impl Fn(DelegationId) -> bool) -> Vec<Reason> {
        let scenario = self.scenario();
        let state = self.now();
        let room = state.room(scenario);
        if !room.rule(outcome).is_decided_by_members() {
            return Vec::new();
        }
        let voting = scenario.derived.voting.iter().copied().filter(|&who| wanted(who));
        let mut chances: Vec<_> =
            voting.map(|who| (who, vote::chance(room, who, outcome))).collect();
        chances.sort_by(|(_, (_, a)), (_, (_, b))| {
            b.against.total_cmp(&a.against).then(a.in_favour.total_cmp(&b.in_favour))
        });
        let told = chances.into_iter().map(|(who, (judgement, chance))| {
            let says = format!(
                "{}: in favour {}, against {}",
                self.name(who),
                percent(chance.in_favour),
                percent(chance.against)
            );
            let because = match self.bound(who, outcome, &state) {
                Some(bound) => vec![bound],
                None => self.parts(&judgement),
            };
            Reason::new(says).because(because)
        });
        told.collect()
    }

    /// A judgement in its parts, without what is behind each.
    fn parts(self, judgement: &Judgement) -> Vec<Reason> {
        let mut parts = Vec::new();
        if let Some(issue) = judgement.red_line {
            let name = &self.scenario().issues[issue].name;
            parts.push(Reason::new(format!("the text crosses its red line on “{name}”")));
        }
        for (words, part) in [
            ("what the text would change", judgement.gain),
            ("the room", judgement.bandwagon),
            ("its own word", judgement.consistency),
            ("the sponsors", judgement.sponsors),
        ] {
            if part.abs() > 0.0 {
                parts.push(Reason::new(format!("{words} {}", signed(part))));
            }
        }
        parts
    }
}
