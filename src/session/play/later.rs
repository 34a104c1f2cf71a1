//! What people have done after the turn shown.

use super::super::Session;

impl Session {
    /// Whether something that people did in the debate they play comes after the turn shown: an act
    /// here would undo it.
    pub fn is_undone_here(&self) -> bool {
        let branch = self.current();
        let Some(play) = branch.play() else { return false };
        let events = branch.begun_by(self.cursor);
        let steps = &branch.record().steps;
        let shown = steps.iter().take_while(|step| step.before < events).count();
        steps[shown..].iter().any(|step| step.by_person)
            || play.finished.iter().any(|it| it.steps > shown)
    }
}
