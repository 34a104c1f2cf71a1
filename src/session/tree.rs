//! What a person does to the tree of branches: asks what if, looks at another, undoes and redoes.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::council::{DelegationId, StageName};
use crate::debate::{Action, Debate, Record, RuleViolation};

use super::Session;
use super::branch::{Branch, BranchId, Origin};
use super::change::Change;
use super::possible::{Possible, View};

/// Where one looks: a branch, and how many of its turns are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The branch.
    pub branch: BranchId,
    /// How many turns are shown.
    pub cursor: usize,
}

/// What a person did to the tree, in order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Deed {
    /// People took seats.
    Sit {
        /// Which.
        seats: Vec<DelegationId>,
        /// Whether somebody presides.
        presides: bool,
    },
    /// A person acted.
    Act {
        /// From where it looked.
        at: Place,
        /// What it did.
        action: Action,
    },
    /// A seat was finished with what waited for it.
    Finish {
        /// From where it looked.
        at: Place,
    },
    /// Made a branch to try again.
    TryAgain {
        /// From where it looked.
        at: Place,
    },
    /// Made a branch.
    WhatIf {
        /// From where it looked.
        at: Place,
        /// What is otherwise.
        change: Change,
    },
    /// Took back the last branch.
    Undo,
    /// Brought back what was taken back last.
    Redo,
}

/// A branch that was made, and where one looked before.
#[derive(Debug, Clone, Copy)]
pub(super) struct Made {
    branch: BranchId,
    before: Place,
    after: Place,
}

/// What can be undone and redone.
#[derive(Debug, Default)]
pub(super) struct History {
    made: Vec<Made>,
    pub(super) undone: Vec<(Made, Branch)>,
    pub(super) deeds: Vec<Deed>,
}

impl Session {
    /// The branches, in the order in which they were made; the first is that of the model alone,
    /// or of the record that was opened.
    pub fn branches(&self) -> &[Branch] {
        &self.branches
    }

    /// The branch of this number, if it is in the tree.
    pub fn branch(&self, id: BranchId) -> Option<&Branch> {
        self.branches.iter().find(|branch| branch.id() == id)
    }

    /// The branch that is looked at.
    pub fn current(&self) -> &Branch {
        &self.branches[self.current]
    }

    /// Where one looks.
    pub fn place(&self) -> Place {
        Place { branch: self.current().id(), cursor: self.cursor }
    }

    /// Looks at another branch, at the turn of the same number or at its end. `false` where there
    /// is no such branch.
    pub fn select(&mut self, id: BranchId) -> bool {
        self.look_at(Place { branch: id, cursor: self.cursor })
    }

    /// Looks at a branch at a turn, or at its end if it has fewer. `false` where there is no such
    /// branch.
    pub fn look_at(&mut self, place: Place) -> bool {
        let Some(at) = self.branches.iter().position(|branch| branch.id() == place.branch) else {
            return false;
        };
        self.playback.pause();
        self.current = at;
        self.cursor = place.cursor.min(self.branches[at].turns().len());
        self.paused_by = None;
        self.state = self.branches[at].state_at(self.branches[at].events_until(self.cursor));
        self.look();
        true
    }

    /// Which changes can be made here.
    pub fn possible(&self) -> Possible {
        if self.current().due().is_some() {
            // A debate under way has no other course yet.
            return Possible::default();
        }
        self.view().possible()
    }

    /// Makes a branch in which one thing is otherwise, here or from here on, and looks at it. What
    /// people did later in this branch stays, where the rules still admit it.
    ///
    /// # Errors
    /// When the rules do not admit the change; nothing is changed then.
    pub fn what_if(&mut self, change: Change) -> Result<BranchId, RuleViolation> {
        let before = self.place();
        let parent = self.current();
        if parent.due().is_some() {
            return Err(RuleViolation::NotInThisStage);
        }
        let at = self.view().place(change).ok_or_else(|| self.refusal())?;
        let mut record = parent.record().branch(at);
        let name = self.free_name(change.words(self.scenario(), &self.state));
        go_on(&mut record, &change.action(), later_deeds(parent.record(), at))?;
        let id = self.next_id;
        let branch = Branch::grown(id, name, record, Some(Origin { parent, change: Some(change) }));
        let after = Place { branch: id, cursor: first_turn(&branch, change) };
        self.next_id = id.next();
        self.branches.push(branch);
        self.history.deeds.push(Deed::WhatIf { at: before, change });
        self.made(id, before, after);
        Ok(id)
    }

    /// A branch has been made: it can be undone, and is looked at.
    pub(super) fn made(&mut self, branch: BranchId, before: Place, after: Place) {
        self.history.undone.clear();
        self.history.made.push(Made { branch, before, after });
        self.look_at(after);
    }

    /// What can be undone, in a few words: the name of the branch made last.
    pub fn can_undo(&self) -> Option<&str> {
        let made = self.history.made.last()?;
        self.branch(made.branch).map(Branch::name)
    }

    /// What can be redone, in a few words.
    pub fn can_redo(&self) -> Option<&str> {
        self.history.undone.last().map(|(_, branch)| branch.name())
    }

    /// Takes the branch made last off the tree, and looks where one looked before. `false` where
    /// nothing was made.
    pub fn undo(&mut self) -> bool {
        let Some(made) = self.history.made.pop() else { return false };
        let found = self.branches.iter().position(|branch| branch.id() == made.branch);
        if let Some(at) = found {
            // Looked at first: the place among the branches is another once one is gone.
            self.look_at(made.before);
            let branch = self.branches.remove(at);
            self.history.undone.push((made, branch));
            self.current = self.index_of(made.before.branch);
        }
        self.history.deeds.push(Deed::Undo);
        true
    }

    /// Brings back the branch taken off last, and looks at it where one looked when it was made.
    /// `false` where nothing was undone.
    pub fn redo(&mut self) -> bool {
        let Some((made, branch)) = self.history.undone.pop() else { return false };
        self.branches.push(branch);
        self.history.made.push(made);
        self.history.deeds.push(Deed::Redo);
        self.look_at(made.after)
    }

    /// What was done to the tree, in order.
    pub fn deeds(&self) -> &[Deed] {
        &self.history.deeds
    }

    fn view(&self) -> View<'_> {
        View { branch: self.current(), cursor: self.cursor, state: &self.state }
    }

    fn index_of(&self, id: BranchId) -> usize {
        self.branches.iter().position(|branch| branch.id() == id).unwrap_or(0)
    }

    fn refusal(&self) -> RuleViolation {
        if self.is_over() { RuleViolation::MeetingOver } else { RuleViolation::NotInThisStage }
    }

    /// A name that no other branch has.
    pub(super) fn free_name(&self, name: String) -> String {
        numbered(name, |name| self.branches.iter().all(|branch| branch.name() != name))
    }
}

/// The name, or the first with a number behind it that is free.
pub(super) fn numbered(name: String, is_free: impl Fn(&str) -> bool) -> String {
    if is_free(&name) {
        return name;
    }
    let mut numbered = (2_u32..).map(|number| format!("{name} ({number})"));
    numbered.find(|name| is_free(name)).unwrap_or(name)
}

/// What a person did later, with the stage and what the model would have done in its place: by
/// these the moment is found again in a branch where the steps before it are others.
struct Later {
    stage: StageName,
    instead_of: Option<Action>,
    deed: Action,
}

/// What people did in `record` after so many events.
fn later_deeds(record: &Record, events: usize) -> Vec<Later> {
    let later = record.steps.iter().filter(|step| step.by_person && step.before >= events);
    later
        .map(|step| {
            let scenario = Arc::clone(&record.scenario);
            let debate = Debate::after(scenario, record.seed, &record.events[..step.before]);
            let stage = debate.state().stage_name(&record.scenario);
            Later { stage, instead_of: debate.propose(), deed: step.action.clone() }
        })
        .collect()
}

/// Takes `action` as a person, and lets the model carry on to the end of the debate; people do
/// again what they did later, each time as soon as the model is about to do the same.
fn go_on(record: &mut Record, action: &Action, mut later: Vec<Later>) -> Result<(), RuleViolation> {
    let mut debate = record.debate();
    record.carry_out(&mut debate, action, true)?;
    loop {
        let (proposed, stage) = (debate.propose(), debate.state().stage_name(&record.scenario));
        let is_due = |it: &Later| it.stage == stage && it.instead_of == proposed;
        if let Some(at) = later.iter().position(is_due) {
            let deed = later.remove(at).deed;
            // What the rules do not admit any more is left out.
            if record.carry_out(&mut debate, &deed, true).is_ok() {
                continue;
            }
        }
        let Some(action) = proposed else { return Ok(()) };
        record.carry_out(&mut debate, &action, false)?;
    }
}

/// The place of the cursor at which the change is seen, if it is seen at once.
fn first_turn(branch: &Branch, change: Change) -> usize {
    let shared = branch.fork().map_or(0, |fork| fork.turns);
    let is_seen = match change {
        Change::NoStatement { .. }
        | Change::Exchange { .. }
        | Change::Instructions { .. }
        | Change::Inject(_) => true,
        Change::Vote { outcome, .. } => {
            branch.turns().get(shared).is_some_and(|turn| turn.decides(outcome))
        }
        Change::NoInject(_) => false,
    };
    (shared + usize::from(is_seen)).min(branch.turns().len())
}
