//! What people do in the seats they play, and what follows from it on screen.

use std::sync::Arc;

use crate::council::DelegationId;
use crate::debate::{Action, Chair, RuleViolation};
use crate::scenario::{Naming, Scenario};
use crate::session::{Eyes, Session};

use super::App;
use super::command::{Command, Screen, SeatCommand};
use super::shell::{Message, Severity};

impl App {
    /// Carries out what is done in a seat.
    pub(super) fn seat(&mut self, command: SeatCommand) {
        match command {
            SeatCommand::Sit { seats, presides } => self.take_seats(&seats, presides),
            SeatCommand::Act(action) => self.act(&action),
            SeatCommand::Finish => {
                if let Some(session) = &mut self.session {
                    session.finish_matter();
                    go_on(session);
                }
            }
            SeatCommand::Draft(who, draft) => {
                if let Some(session) = &mut self.session {
                    session.keep_draft(who, draft);
                }
            }
            SeatCommand::Papers(papers) => {
                if let Some(session) = &mut self.session {
                    session.keep_papers(*papers);
                }
            }
            SeatCommand::Redact(papers, words) => self.redact(*papers, words),
            SeatCommand::LookThrough(eyes) => {
                if let Some(session) = &mut self.session {
                    session.look_through(eyes);
                }
            }
            SeatCommand::Open(everything) => self.open_all(everything),
            SeatCommand::NameBy(naming) => self.name_by(naming),
            SeatCommand::TurnTime(minutes) => self.settings.turn_minutes = minutes,
            SeatCommand::HoldClock => self.clock.switch(),
            SeatCommand::TryAgain => self.try_again(),
            SeatCommand::Leave => self.leave_seats(),
            SeatCommand::Steer(deed) => self.steer(deed),
        }
    }

    /// Begins the debate anew with people in these seats.
    fn take_seats(&mut self, seats: &[DelegationId], presides: bool) {
        let Some(session) = &self.session else { return };
        let scenario = held_anew(session);
        let mut session = Session::new(Arc::clone(&scenario), session.seed());
        if let Err(refused) = session.sit(seats.to_vec(), presides) {
            return self.refuse(refused);
        }
        session.keep_papers(self.take_papers());
        self.forget_runs(&scenario);
        self.sit(session);
        self.shell.toasts.clear();
        self.screens.forget();
        self.screens.show(Screen::Chamber);
    }

    fn act(&mut self, action: &Action) {
        let Some(session) = &mut self.session else { return };
        let due = session.due().map(|due| (due.who, due.matter));
        match session.act(action) {
            Ok(()) => {
                session.settle_draft(action);
                // What only adds to the matter leaves it open.
                if session.due().map(|due| (due.who, due.matter)) != due {
                    go_on(session);
                }
            }
            Err(refused) => self.refuse(refused),
        }
    }

    pub(super) fn refuse(&mut self, refused: RuleViolation) {
        let text = format!("The rules do not admit this here: {refused}.");
        self.shell.say(Severity::Warning, text);
    }

    fn open_all(&mut self, everything: bool) {
        let Some(session) = &mut self.session else { return };
        session.open(everything);
        let text = if everything {
            "Private positions and chances are shown until they are closed again."
        } else {
            "Only what the seat knows is shown again."
        };
        self.shell.say(Severity::Information, text.to_owned());
    }

    /// Names States otherwise. What is on screen is told anew.
    fn name_by(&mut self, naming: Naming) {
        let Some(session) = &mut self.session else { return };
        if !session.name_by(naming) {
            return;
        }
        self.screens.retell();
        // What was said before may name States.
        self.shell.toasts.forget_information();
        let text = match naming {
            Naming::Names => "States have their names again.",
            Naming::Letters => {
                "Letters stand in place of States, until it is told in the debrief who was who. \
                 The debate is the same."
            }
            Naming::Revealed => "It is told who was who. From now on States have their names.",
        };
        self.shell.say(Severity::Information, text.to_owned());
    }

    fn try_again(&mut self) {
        let Some(session) = &mut self.session else { return };
        match session.try_again() {
            Ok(_) => {
                self.screens.show(Screen::Chamber);
                self.shell.toasts.tell(Message {
                    severity: Severity::Done,
                    text: "Another try begins here, on the same luck. The first stays as it is."
                        .to_owned(),
                    actions: vec![("Undo", Command::Branch(super::BranchCommand::Undo))],
                });
            }
            Err(refused) => self.refuse(refused),
        }
    }

    fn leave_seats(&mut self) {
        let Some(session) = &mut self.session else { return };
        let played = |who: &DelegationId| session.state().played[*who];
        let seats: Vec<DelegationId> = session.seats().iter().copied().filter(played).collect();
        let presides = session.state().chair == Chair::Person;
        let chair = presides.then_some(Action::LeaveChair);
        for left in seats.into_iter().map(Action::LeaveSeat).chain(chair) {
            if let Err(refused) = session.act(&left) {
                return self.refuse(refused);
            }
        }
        go_on(session);
        self.shell.say(
            Severity::Information,
            "The model plays on for you. What you did stays in the record.".to_owned(),
        );
    }
}

/// The scenario of the debate that is open, for another one. Letters stay; where it was told who
/// was who, they can be chosen anew.
pub(super) fn held_anew(session: &Session) -> Arc<Scenario> {
    let scenario = &session.truth().scenario;
    match scenario.naming {
        Naming::Revealed => scenario.named(Naming::Names),
        Naming::Names | Naming::Letters => Arc::clone(scenario),
    }
}

/// Shows the turn that follows, if one does, and waits: what was done is to be seen. Where another
/// seat is next, nothing of this one stays in view.
pub(super) fn go_on(session: &mut Session) {
    let next = session.due().map(|due| Eyes::Seat(due.who));
    if session.seats().len() > 1 && next != Some(session.eyes()) {
        session.look_through(Eyes::Public);
    }
    session.step();
}
