//! How a meeting begins, pauses and ends, and who presides.

use crate::council::{DelegationId, Membership, StageName};
use crate::debate::{Book, Event, EventKind, Motion};

use super::super::grammar::{clock, clock_at, full_stop, in_words, names_by_alphabet};
use super::super::naming::the_council;
use super::{EntryKind, Verbatim};

impl Verbatim<'_> {
    /// Tells how the sitting goes; `carried` is the motion from which the event follows, if any.
    pub(super) fn tell_sitting(&mut self, event: &Event, carried: Option<Motion>) {
        match &event.kind {
            EventKind::MeetingCalledToOrder => {
                let time = clock(&self.scenario.starts);
                let text = format!("The meeting was called to order at {time}");
                self.proceedings(event, full_stop(text));
            }
            EventKind::AgendaAdopted => self.agenda(event),
            EventKind::ParticipantsInvited { rule, delegations } => {
                self.president(event, self.invitation(*rule, delegations));
            }
            EventKind::ChairCeded { to } => self.chair(event, *to),
            EventKind::TimeLimitRecalled { minutes } => self.time_limit(event, *minutes),
            EventKind::MeetingSuspended { at } => {
                self.memory.suspended = Some(*at);
                self.president(event, suspension(carried));
            }
            EventKind::MeetingResumed { at } => self.resumption(event, *at),
            EventKind::MeetingAdjourned => self.adjournment(event, carried),
            _ => {}
        }
    }

    fn agenda(&mut self, event: &Event) {
        if !self.memory.agenda_voted {
            self.heading(event, "Adoption of the agenda");
            self.proceedings(event, "The agenda was adopted.");
        }
        let item = &self.scenario.agenda_item;
        let heading = if item.is_empty() {
            self.scenario.title.clone()
        } else {
            format!("{item}: {}", self.scenario.title)
        };
        self.heading(event, heading);
        self.memory.begins = Some(event.stage);
    }

    /// The consideration of the item begins once the participants have been invited: at the event
    /// that follows.
    pub(super) fn begin(&mut self, next: &Event) {
        let invites = matches!(
            next.kind,
            EventKind::ParticipantsInvited { .. } | EventKind::QuestionDecided { .. }
        );
        if invites {
            return;
        }
        let Some(stage) = self.memory.begins.take() else { return };
        let note = if self.scenario.concept_note.is_some() {
            " I wish to draw the attention of members to the concept note circulated for this \
             meeting."
        } else {
            ""
        };
        let text = format!(
            "{} will now begin its consideration of the item on its agenda.{note}",
            the_council(self.scenario)
        );
        self.enter(self.told, (stage, Book::Record), EntryKind::President, text);
    }

    fn invitation(&self, rule: Membership, delegations: &[DelegationId]) -> String {
        let who = names_by_alphabet(self.scenario, delegations);
        if rule == Membership::Rule37 {
            let representatives =
                if delegations.len() == 1 { "the representative" } else { "the representatives" };
            format!(
                "In accordance with rule 37 of the Council's provisional rules of procedure, I \
                 invite {representatives} of {who} to participate in this meeting."
            )
        } else {
            format!(
                "In accordance with rule 39 of the Council's provisional rules of procedure, I \
                 invite {who} to participate in this meeting."
            )
        }
    }

    /// The President leaves the chair to the next member by alphabet.
    fn chair(&mut self, event: &Event, to: DelegationId) {
        let (from, to) = (self.name(self.state.president), self.name(to));
        let text = format!(
            "In accordance with rule 20 of the provisional rules of procedure, I deem that I \
             should not preside over the consideration of this question, with which {from} is \
             directly connected. I invite the representative of {to}, next in the English \
             alphabetical order, to take the chair."
        );
        self.president(event, text);
        self.proceedings(event, format!("The representative of {to} took the chair."));
    }

    fn time_limit(&mut self, event: &Event, minutes: f64) {
        let minutes = in_minutes(minutes);
        let text = format!(
            "I wish to remind all speakers to limit their statements to no more than {minutes}, in \
             order to enable the Council to carry out its work expeditiously."
        );
        self.president(event, text);
    }

    fn resumption(&mut self, event: &Event, at: f64) {
        let text = match self.memory.suspended.take() {
            Some(from) if at > from => format!(
                "The meeting was suspended at {} and resumed at {}",
                clock_at(from),
                clock_at(at)
            ),
            Some(from) => format!(
                "The meeting was suspended at {} and resumed on the next day at {}",
                clock_at(from),
                clock_at(at)
            ),
            None => format!("The meeting was resumed at {}", clock_at(at)),
        };
        self.proceedings(event, full_stop(text));
    }

    fn adjournment(&mut self, event: &Event, carried: Option<Motion>) {
        let text = if carried.is_some() {
            "In accordance with the decision just taken, the meeting is adjourned."
        } else if event.stage == StageName::Opening {
            "As the provisional agenda has not been adopted, the meeting is adjourned."
        } else if event.stage == StageName::Action {
            "The Council has thus concluded the present stage of its consideration of the item on \
             its agenda."
        } else {
            "There are no more names inscribed on the list of speakers."
        };
        self.president(event, text);
        self.memory.adjourned = true;
        // A meeting held on a later day has a clock of its own, which nobody has read.
        let rose = if event.stage == StageName::Action {
            "The meeting rose".to_owned()
        } else {
            format!("The meeting rose at {}", clock_at(self.state.clock))
        };
        self.proceedings(event, full_stop(rose));
        self.close(event);
    }
}

/// What the President says when the meeting is suspended: by a motion, or because it is late.
fn suspension(carried: Option<Motion>) -> &'static str {
    match carried {
        Some(Motion::AdjournToNextDay) => {
            "In accordance with the decision just taken, the meeting is adjourned until the next \
             day."
        }
        Some(_) => "In accordance with the decision just taken, the meeting is suspended.",
        None => {
            "There are still names inscribed on the list of speakers. Given the lateness of the \
             hour, I intend, with the concurrence of the members of the Council, to suspend the \
             meeting."
        }
    }
}

fn in_minutes(minutes: f64) -> String {
    if (minutes - 1.0).abs() < f64::EPSILON {
        "one minute".to_owned()
    } else if minutes.fract().abs() < f64::EPSILON && minutes > 0.0 {
        format!("{} minutes", in_words(minutes as usize))
    } else {
        format!("{minutes} minutes")
    }
}
