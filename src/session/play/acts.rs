//! What a person does in a debate that is played.

use std::sync::Arc;

use crate::council::DelegationId;
use crate::debate::{Action, Debate, Intended, Record, RuleViolation};

use super::super::branch::{Branch, BranchId, Origin};
use super::super::tree::{Deed, Place};
use super::super::{AS_IT_WAS, AS_PLAYED, Session};
use super::{Draft, Due, Matter, Play, carry_on};

impl Session {
    /// Lets people play these seats from the start, and preside if they wish. What was watched so
    /// far is put away: a person who plays does not know how it would have gone.
    ///
    /// # Errors
    /// When something has been done already, or a seat cannot be played.
    pub fn sit(&mut self, seats: Vec<DelegationId>, presides: bool) -> Result<(), RuleViolation> {
        let is_fresh = self.branches.len() == 1 && self.history.deeds.is_empty();
        if !is_fresh || self.current().name() != AS_IT_WAS {
            return Err(RuleViolation::DoneAlready);
        }
        let scenario = Arc::clone(&self.truth().scenario);
        let mut record = Record::new(scenario, self.seed());
        let mut debate = record.debate();
        for &who in &seats {
            record.carry_out(&mut debate, &Action::TakeSeat(who), true)?;
        }
        if presides {
            record.carry_out(&mut debate, &Action::TakeChair, true)?;
        }
        self.history.deeds.push(Deed::Sit { seats: seats.clone(), presides });
        let play = Play::new(seats, presides);
        let due = carry_on(&mut record, &mut debate, &play);
        let branch = Branch::played(BranchId::FIRST, AS_PLAYED.to_owned(), record, None);
        self.eyes = play.first_eyes(self.state.president);
        self.branches = vec![branch.with_play(play, due)];
        self.current = 0;
        self.seek_anew(0);
        Ok(())
    }

    /// Who plays what in the branch that is looked at; `None` where nobody does.
    pub fn play_of(&self) -> Option<&Play> {
        self.current().play()
    }

    /// The delegations that people play now.
    pub fn seats(&self) -> &[DelegationId] {
        self.play_of().map_or(&[], |play| &play.seats)
    }

    /// What waits for a person, once all that happened before it has been shown.
    pub fn due(&self) -> Option<&Due> {
        self.current().due().filter(|_| self.is_at_end())
    }

    /// Whether something waits for a person at the end of what is known, shown or not.
    pub fn current_waits(&self) -> bool {
        self.current().due().is_some()
    }

    /// Whether all of the branch that is known has been shown.
    pub fn is_at_end(&self) -> bool {
        self.cursor == self.turns().len()
    }

    /// A person acts, here: what the model would do later was not shown, and is worked out anew.
    ///
    /// # Errors
    /// When the rules do not admit it; nothing is changed then.
    pub fn act(&mut self, action: &Action) -> Result<(), RuleViolation> {
        let at = self.place();
        self.go_on_from(at, |record, debate, _| record.carry_out(debate, action, true))?;
        self.history.deeds.push(Deed::Act { at, action: action.clone() });
        Ok(())
    }

    /// The seat that has to act is finished with the matter: what it did not settle itself is as
    /// the model would have it, and what it did not do is not done.
    pub fn finish_matter(&mut self) {
        let Some(Due { who, matter, proposed }) = self.due().cloned() else { return };
        let at = self.place();
        let is_ended_by_an_act = matches!(matter, Matter::Floor | Matter::Chair);
        let done = self.go_on_from(at, |record, debate, play| {
            if is_ended_by_an_act {
                record.carry_out(debate, &proposed, false)
            } else {
                play.finish(record.steps.len(), who, matter);
                Ok(())
            }
        });
        if done.is_ok() {
            self.history.deeds.push(Deed::Finish { at });
        }
    }

    /// Another try from the turn shown, on the same luck, as a branch of its own: what was done
    /// later is open again.
    ///
    /// # Errors
    /// When nobody plays.
    pub fn try_again(&mut self) -> Result<BranchId, RuleViolation> {
        let before = self.place();
        let parent = self.current();
        let play = parent.play().ok_or(RuleViolation::NothingPending)?;
        let mut record = parent.record().branch(parent.begun_by(self.cursor));
        let play = play.anew(record.steps.len());
        let mut debate = record.debate();
        let due = carry_on(&mut record, &mut debate, &play);
        let id = self.next_id;
        let name = self.free_name("Another try".to_owned());
        let again = said_after(parent.record(), record.steps.len());
        let origin = Origin { parent, change: None };
        let branch = Branch::played(id, name, record, Some(origin)).with_play(play, due);
        for said in again {
            let who = said.speaker;
            let draft = self.draft(who).cloned().unwrap_or_else(|| Draft::empty(who));
            if draft.intended == Intended::silent(who) {
                self.keep_draft(who, Some(Draft { intended: said, ..draft }));
            }
        }
        self.next_id = id.next();
        self.branches.push(branch);
        self.history.deeds.push(Deed::TryAgain { at: before });
        self.made(id, before, Place { branch: id, cursor: before.cursor });
        Ok(id)
    }

    /// What a person has written for a seat and not yet said.
    pub fn draft(&self, who: DelegationId) -> Option<&Draft> {
        self.drafts.iter().find(|(seat, _)| *seat == who).map(|(_, draft)| draft)
    }

    /// Keeps what a person writes for a seat; `None` throws it away.
    pub fn keep_draft(&mut self, who: DelegationId, draft: Option<Draft>) {
        if self.draft(who) != draft.as_ref() {
            self.drafts.retain(|(seat, _)| *seat != who);
            self.drafts.extend(draft.map(|draft| (who, draft)));
        }
    }

    /// What has been written and not yet said.
    pub fn drafts(&self) -> &[(DelegationId, Draft)] {
        &self.drafts
    }

    /// Goes back to `at`, does `deed` there, and lets the debate carry on until it waits again.
    fn go_on_from(
        &mut self,
        at: Place,
        deed: impl FnOnce(&mut Record, &mut Debate, &mut Play) -> Result<(), RuleViolation>,
    ) -> Result<(), RuleViolation> {
        let old = self.current();
        let Some(play) = old.play() else { return Err(RuleViolation::NothingPending) };
        let mut record = old.record().branch(old.begun_by(at.cursor));
        let mut play = play.after(record.steps.len());
        let mut debate = record.debate();
        deed(&mut record, &mut debate, &mut play)?;
        let due = carry_on(&mut record, &mut debate, &play);
        let branch = old.continued(record).with_play(play, due);
        self.branches[self.current] = branch;
        self.comparisons.get_mut().unwrap_or_else(std::sync::PoisonError::into_inner).clear();
        self.seek_anew(at.cursor);
        Ok(())
    }
}

/// What people said first in each seat after so many steps of a record, to begin from in another
/// try.
fn said_after(record: &Record, steps: usize) -> Vec<Intended> {
    let mut first: Vec<Intended> = Vec::new();
    for step in record.steps.iter().skip(steps) {
        if let Action::Say(said) = &step.action
            && first.iter().all(|it| it.speaker != said.speaker)
        {
            first.push(said.clone());
        }
    }
    first
}
