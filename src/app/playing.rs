//! What people do in the seats they play, and what follows from it on screen.

use std::sync::Arc;

use crate::council::DelegationId;
use crate::debate::{Action, RuleViolation};
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
            SeatCommand::TryAgain => self.try_again(),
            SeatCommand::Leave => self.leave_seats(),
            SeatCommand::Steer(deed) => self.steer(deed),
        }
    }

    /// Begins the debate anew with people in these seats.
    fn take_seats(&mut self, seats: &[DelegationId], presides: bool) {
        let Some(session) = &self.session else { return };
        let scenario = Arc::clone(&session.truth().scenario);
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
        for who in seats {
            if let Err(refused) = session.act(&Action::LeaveSeat(who)) {
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

/// Shows what follows, turn by turn. Where another seat is next, nothing of this one stays in view.
pub(super) fn go_on(session: &mut Session) {
    if session.seats().len() > 1 {
        session.look_through(Eyes::Public);
    }
    if !session.is_at_end() {
        session.step();
        session.play();
    }
}
