//! How texts end: adopted, not adopted, withdrawn, issued, with the President's summary itself.

use crate::council::{AdoptionRule, DelegationId, OutcomeForm, OutcomeId, StageName};
use crate::debate::{Book, Event};
use crate::vote::{Ballot, Decision};

use super::super::grammar::names_by_alphabet;
use super::super::summary;
use super::super::verdict::{decision_sentence, summary_entitled};
use super::Verbatim;

/// The heading over what is decided or issued without the meeting, or follows from it.
pub(super) const OUTSIDE: &str = "Outside the meeting";

impl Verbatim<'_> {
    /// Tells how a text ended.
    pub(super) fn decision(&mut self, event: &Event, outcome: OutcomeId, decision: Decision) {
        let form = self.state.texts[outcome].form;
        let rule = self.scenario.rules.of(form);
        let text = match (decision, rule) {
            (Decision::NotPut { withdrawn: true }, _) => self.withdrawal(event, outcome),
            (Decision::NotPut { withdrawn: false }, _) => return,
            (_, AdoptionRule::Vote { .. } | AdoptionRule::Weighted { .. }) => {
                self.voted(outcome, decision)
            }
            _ => {
                let voting = self.scenario.derived.voting.iter().copied();
                let objected =
                    |id: &DelegationId| self.state.ballots[(*id, outcome)] == Some(Ballot::Against);
                let objecting: Vec<DelegationId> = voting.filter(objected).collect();
                let objecting = names_by_alphabet(self.scenario, &objecting);
                decision_sentence(self.scenario, (outcome, form), decision, &objecting)
            }
        };
        if text.is_empty() {
            return;
        }
        let adopted = decision == Decision::Adopted;
        if event.book == Book::Record {
            let read_out = adopted && form == OutcomeForm::PresidentialStatement;
            if !(read_out && self.read_out(event, outcome)) {
                self.president(event, text);
            }
            return;
        }
        if event.stage == StageName::Action {
            self.under(event, OUTSIDE);
        }
        if *rule == AdoptionRule::Authority && adopted && self.is_debate_to_come() {
            self.memory.summary_due = Some(outcome);
            let text = format!(
                "The President undertook to issue {} at the close of the meeting.",
                summary_entitled(self.scenario, outcome, form)
            );
            self.proceedings(event, text);
            return;
        }
        self.proceedings(event, text);
        if *rule == AdoptionRule::Authority && adopted {
            self.summary(event, outcome);
        } else if adopted && form == OutcomeForm::PressStatement {
            let lines = self.not_yet_shown(outcome);
            self.lines(event, lines);
        }
    }

    /// The President reads a statement out; not one without words.
    fn read_out(&mut self, event: &Event, outcome: OutcomeId) -> bool {
        let lines = self.reading(outcome).lines;
        if lines.is_empty()
            || *self.scenario.rules.of(self.state.texts[outcome].form) != AdoptionRule::Consensus
        {
            return false;
        }
        let text = "After consultations among the members of the Council, I have been authorized to \
                    make the following statement on their behalf:";
        self.president(event, text);
        self.lines(event, lines);
        let text = format!(
            "The statement, entitled {}, will be issued as a document of the Council.",
            self.title(outcome)
        );
        self.president(event, text);
        true
    }

    /// Whether statements are still to be made, which a summary has to reflect.
    fn is_debate_to_come(&self) -> bool {
        self.state.stages_to_come(self.scenario).iter().any(|stage| {
            matches!(
                stage.name(),
                StageName::Briefings
                    | StageName::MembersStatements
                    | StageName::InvitedStatements
                    | StageName::FurtherStatements
            )
        })
    }

    /// The President issues the summary that is due now that the meeting is over.
    pub(super) fn close(&mut self, event: &Event) {
        let Some(outcome) = self.memory.summary_due.take() else { return };
        let event = &Event { book: Book::Outside, ..event.clone() };
        let form = self.state.texts[outcome].form;
        let issued = decision_sentence(self.scenario, (outcome, form), Decision::Adopted, "");
        self.under(event, OUTSIDE);
        self.proceedings(event, issued);
        self.summary(event, outcome);
    }

    /// The result of a vote in the set form; of a vote outside the chamber, the decision alone.
    fn voted(&mut self, outcome: OutcomeId, decision: Decision) -> String {
        let rows = std::mem::take(&mut self.memory.cast);
        // Where the President has just put a text to the vote, nobody asks which it is.
        let subject = if rows.is_empty() && decision == Decision::Adopted {
            format!("the {}", self.draft(outcome))
        } else {
            format!("the {}", self.draft_short(outcome))
        };
        self.announcement((&subject, "adopted"), (&rows, decision))
    }

    /// The text of a summary by the President, under a heading of its own.
    fn summary(&mut self, event: &Event, outcome: OutcomeId) {
        let said = (outcome, &self.memory.briefed[..]);
        let lines = summary::summary(self.scenario, &self.state, said);
        self.heading(event, summary::HEADING);
        self.lines(event, lines);
        // What comes after it does not stand under its heading.
        self.memory.outside_heading = None;
    }

    /// A text is withdrawn: by a sponsor that can no longer accept it, or by who holds the pen.
    fn withdrawal(&self, event: &Event, outcome: OutcomeId) -> String {
        let selected = self.memory.selected.iter().find(|row| row.outcome == outcome);
        let title = self.title(outcome);
        if let Some(who) = selected.and_then(|row| row.withdrawn_by) {
            let who = self.name(who);
            return format!(
                "{title} was withdrawn: {who}, one of its sponsors, could no longer accept it as it \
                 stood."
            );
        }
        let pen = self.pen(outcome).unwrap_or_else(|| "its sponsor".to_owned());
        if event.book == Book::Record {
            format!(
                "In accordance with rule 35 of the provisional rules of procedure, {pen} has \
                 withdrawn the {}. No vote will be taken on it.",
                self.draft(outcome)
            )
        } else {
            format!("{title} was withdrawn by its sponsor, {pen}.")
        }
    }
}
