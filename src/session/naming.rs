//! How States are named while a debate is looked at: names, letters in their place, and the end of
//! that.
//!
//! The scenario of every branch is the one that is shown, so that whatever is told of a debate has
//! the same names. Events know identifiers alone, and stay as they are.

use std::sync::PoisonError;

use crate::scenario::Naming;

use super::Session;
use super::tree::numbered;

impl Session {
    /// How States are named.
    pub fn naming(&self) -> Naming {
        self.truth().scenario.naming
    }

    /// Whether States can be named so from here on: letters come and go until it is told who was
    /// who; after that names stay.
    pub fn may_name(&self, naming: Naming) -> bool {
        match self.naming() {
            Naming::Names => naming.is_by_letters(),
            Naming::Letters => !naming.is_by_letters(),
            Naming::Revealed => false,
        }
    }

    /// Names States so from here on, in all branches. What people wrote themselves stays. `false`
    /// where that cannot be.
    pub fn name_by(&mut self, naming: Naming) -> bool {
        let may = self.may_name(naming);
        if may {
            self.tell_by(naming);
        }
        may
    }

    /// Names States so, whatever they were named before.
    pub(super) fn tell_by(&mut self, naming: Naming) {
        let scenario = self.truth().scenario.named(naming);
        let mut names: Vec<String> = Vec::new();
        let undone = self.history.undone.iter_mut().map(|(_, branch)| branch);
        for branch in self.branches.iter_mut().chain(undone) {
            let is_free = |name: &str| names.iter().all(|other| other != name);
            branch.tell_by(&scenario, |name| numbered(name, is_free));
            names.push(branch.name().to_owned());
        }
        self.comparisons.get_mut().unwrap_or_else(PoisonError::into_inner).clear();
        // What was seen before had the other names.
        self.seen = None;
        self.look();
    }
}
