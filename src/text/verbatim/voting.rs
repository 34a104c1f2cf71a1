//! Action on texts: who joins them, how they are voted on, how they end.

use crate::council::{AdoptionRule, DelegationId, IssueId, OutcomeId};
use crate::debate::{Book, Event, EventKind};
use crate::vote::{Ballot, BallotRow, Decision, Failure};

use super::super::grammar::{names, names_by_alphabet};
use super::super::verdict::{decision_sentence, draft_name};
use super::procedure::cast;
use super::{EntryKind, Verbatim};

impl Verbatim<'_> {
    /// Tells what is put to the vote and what comes of it.
    pub(super) fn tell_vote(&mut self, event: &Event) {
        match &event.kind {
            EventKind::SponsorsJoined { outcome, delegations } => {
                self.sponsors(event, *outcome, delegations);
            }
            EventKind::AmendmentDecided { outcome, by, issue, to, rows, decision } => {
                let change = self.change(*issue, self.stands(*outcome, *issue), *to);
                let put = format!(
                    "{}In accordance with rule 36 of the provisional rules of procedure, I shall \
                     first put to the vote the amendment moved by the representative of {}: {change}.",
                    self.lay_before(*outcome),
                    self.name(*by)
                );
                let decided = format!("The amendment {}", first_decided(*decision, "adopted"));
                self.vote_before(event, put, rows, &decided);
            }
            EventKind::PartDecided { outcome, issue, rows, decision } => {
                self.part_decided(event, (*outcome, *issue), rows, *decision);
            }
            EventKind::BallotsCast { outcome, rows } => self.ballots(event, *outcome, rows),
            EventKind::DecisionTaken { outcome, decision } => {
                self.decision(event, *outcome, *decision);
            }
            EventKind::AssemblyDebateDue { .. } => {
                let text = "In accordance with General Assembly resolution 76/262, the President of \
                            the General Assembly is to convene a formal debate within ten working \
                            days.";
                self.proceedings(event, text);
            }
            _ => {}
        }
    }

    fn sponsors(&mut self, event: &Event, outcome: OutcomeId, delegations: &[DelegationId]) {
        let who = names_by_alphabet(self.scenario, delegations);
        let text = if event.book == Book::Record {
            format!("The {} was also co-sponsored by {who}.", self.draft(outcome))
        } else {
            let who = super::super::grammar::upper_first(&who);
            format!("{who} joined the sponsors of {}.", self.title(outcome))
        };
        self.proceedings(event, text);
    }

    fn part_decided(
        &mut self,
        event: &Event,
        (outcome, issue): (OutcomeId, IssueId),
        rows: &[BallotRow],
        decision: Decision,
    ) {
        let put = format!(
            "{}In accordance with rule 32 of the provisional rules of procedure, I shall first put \
             to the vote separately {} of the {}.",
            self.lay_before(outcome),
            self.part(outcome, issue),
            draft_name(self.state.texts[outcome].form)
        );
        let decided = format!("That part of the text {}", first_decided(decision, "retained"));
        self.vote_before(event, put, rows, &decided);
    }

    /// A vote that comes before the vote on a text.
    fn vote_before(&mut self, event: &Event, put: String, rows: &[BallotRow], decided: &str) {
        self.president(event, put);
        self.show_of_hands(event, rows);
        self.president(event, format!("{} {decided}", result(rows)));
    }

    /// "A vote was taken by show of hands", and who voted how.
    pub(super) fn show_of_hands(&mut self, event: &Event, rows: &[BallotRow]) {
        self.proceedings(event, "A vote was taken by show of hands.");
        let always = [Ballot::InFavour, Ballot::Against, Ballot::Abstaining];
        let absent = !cast(rows, Ballot::NotParticipating).is_empty();
        for ballot in always.into_iter().chain(absent.then_some(Ballot::NotParticipating)) {
            let mut voters: Vec<&str> = cast(rows, ballot)
                .into_iter()
                .map(|id| self.scenario.members[id].name.short.as_str())
                .collect();
            voters.sort_unstable();
            let voters = if voters.is_empty() { "None".to_owned() } else { voters.join(", ") };
            self.proceedings(event, format!("{}: {voters}", ballot.label()));
        }
    }

    fn ballots(&mut self, event: &Event, outcome: OutcomeId, rows: &[BallotRow]) {
        let form = self.state.texts[outcome].form;
        match self.scenario.rules.of(form) {
            AdoptionRule::Signature => self.signatures(event, outcome, rows),
            AdoptionRule::Vote { .. } | AdoptionRule::Weighted { .. }
                if event.book == Book::Record =>
            {
                let laid = self.lay_before(outcome);
                let put = if laid.is_empty() {
                    format!("I shall put the {} to the vote now.", draft_name(form))
                } else {
                    format!("{laid}I shall put it to the vote now.")
                };
                self.president(event, put);
                self.show_of_hands(event, rows);
                self.president(event, result(rows));
            }
            _ => {}
        }
    }

    fn signatures(&mut self, event: &Event, outcome: OutcomeId, rows: &[BallotRow]) {
        let (members, others): (Vec<_>, Vec<_>) = cast(rows, Ballot::InFavour)
            .into_iter()
            .partition(|&id| self.scenario.members[id].votes());
        let mut signed = vec![names_by_alphabet(self.scenario, &members)];
        if !others.is_empty() {
            signed.push(format!("joined by {}", names_by_alphabet(self.scenario, &others)));
        }
        signed.retain(|names| !names.is_empty());
        if signed.is_empty() {
            return;
        }
        let (title, signed) = (self.title(outcome), signed.join(", "));
        let text = format!("A joint statement entitled {title} was signed by {signed}.");
        self.proceedings(event, text);
    }

    fn decision(&mut self, event: &Event, outcome: OutcomeId, decision: Decision) {
        let text = if decision == (Decision::NotPut { withdrawn: true }) {
            self.withdrawal(event, outcome)
        } else {
            let form = self.state.texts[outcome].form;
            let order = self.scenario.order.members.iter().copied();
            let objecting: Vec<DelegationId> = order
                .filter(|&id| self.state.ballots[(id, outcome)] == Some(Ballot::Against))
                .collect();
            let objecting = names(self.scenario, &objecting);
            decision_sentence(self.scenario, (outcome, form), decision, &objecting)
        };
        if text.is_empty() {
            return;
        }
        if event.book == Book::Record {
            self.president(event, text);
        } else {
            self.add(event, EntryKind::Proceedings, text);
        }
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

/// "The result of the voting is as follows: …"
pub(super) fn result(rows: &[BallotRow]) -> String {
    let count = |ballot| cast(rows, ballot).len();
    format!(
        "The result of the voting is as follows: {} in favour, {} against and {}.",
        many(count(Ballot::InFavour), "vote", "votes"),
        count(Ballot::Against),
        many(count(Ballot::Abstaining), "abstention", "abstentions")
    )
}

fn many(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}

/// How an amendment or a part ended: "has been adopted."
fn first_decided(decision: Decision, adopted: &str) -> String {
    match decision {
        Decision::Adopted => format!("has been {adopted}."),
        Decision::NotAdopted(Failure::Veto) => {
            format!("has not been {adopted}, owing to the negative vote of a permanent member.")
        }
        Decision::NotAdopted(_) | Decision::NotPut { .. } => {
            format!("has not been {adopted}, having failed to obtain the required number of votes.")
        }
    }
}
