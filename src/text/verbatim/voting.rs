//! Action on texts: who joins them, how they are voted on, who signs them.

use crate::council::{AdoptionRule, DelegationId, OutcomeForm, OutcomeId};
use crate::debate::{Book, Event, EventKind};
use crate::vote::{Ballot, BallotRow, Decision};

use super::super::announcement::{Vote, abstained_as_parties, announced, show_of_hands};
use super::super::grammar::{names_by_alphabet, upper_first};
use super::Verbatim;
use super::decision::OUTSIDE;
use super::floor::READY;

/// The day of General Assembly resolution 76/262, ISO 8601: before it, no veto led to a debate.
const VETO_DEBATES_SINCE: &str = "2022-04-26";

impl Verbatim<'_> {
    /// Tells what is put to the vote and what comes of it.
    pub(super) fn tell_vote(&mut self, event: &Event) {
        match &event.kind {
            EventKind::SponsorsJoined { outcome, delegations } => {
                self.sponsors(event, *outcome, delegations);
            }
            EventKind::AmendmentDecided { outcome, by, issue, to, rows, decision } => {
                let stands = self.stands(*outcome, *issue);
                let put = format!(
                    "{}In accordance with rule 36 of the provisional rules of procedure, I shall \
                     first put to the vote the amendment moved by the representative of {}: {}.",
                    self.lay_before(*outcome),
                    self.name(*by),
                    self.amendment((*outcome, *issue), (stands, *to))
                );
                self.president(event, put);
                let of = ("the amendment", "adopted");
                self.vote_before(event, of, (*outcome, rows, *decision));
            }
            EventKind::PartDecided { outcome, issue, rows, decision } => {
                let put = format!(
                    "{}In accordance with rule 32 of the provisional rules of procedure, I shall \
                     first put to the vote separately {} of the {}.",
                    self.lay_before(*outcome),
                    self.part(*outcome, *issue),
                    self.draft_short(*outcome)
                );
                self.president(event, put);
                let of = ("that part of the text", "retained");
                self.vote_before(event, of, (*outcome, rows, *decision));
            }
            EventKind::BallotsCast { outcome, rows } => self.ballots(event, *outcome, rows),
            EventKind::DecisionTaken { outcome, decision } => {
                self.decision(event, *outcome, *decision);
            }
            EventKind::AssemblyDebateDue { outcome } => self.assembly_debate(event, *outcome),
            _ => {}
        }
    }

    /// That the General Assembly will debate a veto, if the meeting is held after it decided so.
    fn assembly_debate(&mut self, event: &Event, outcome: OutcomeId) {
        if self.scenario.date.as_str() < VETO_DEBATES_SINCE {
            return;
        }
        self.under(event, OUTSIDE);
        let text = format!(
            "In accordance with General Assembly resolution 76/262, following the veto cast on the \
             {}, the President of the General Assembly is to convene a formal meeting of the \
             Assembly within 10 working days.",
            self.draft(outcome)
        );
        self.proceedings(event, text);
    }

    /// Who joined the sponsors: said by the President, with the text, before anything else on it.
    fn sponsors(&mut self, event: &Event, outcome: OutcomeId, delegations: &[DelegationId]) {
        let who = names_by_alphabet(self.scenario, delegations);
        if event.book == Book::Outside {
            let text =
                format!("{} joined the sponsors of {}.", upper_first(&who), self.title(outcome));
            self.proceedings(event, text);
            return;
        }
        let have = if delegations.len() == 1 { "has" } else { "have" };
        let joined = format!("{} {have} joined", upper_first(&who));
        let text = if self.memory.before_the_council.replace(outcome) == Some(outcome) {
            format!("{joined} the sponsors of the {}.", self.draft_short(outcome))
        } else {
            format!("{} {joined} its sponsors. {READY}", self.before_members(outcome))
        };
        self.president(event, text);
    }

    /// A vote before the vote on a text, on an amendment to it or a part of it: by show of hands,
    /// and as it is announced.
    fn vote_before(
        &mut self,
        event: &Event,
        of: (&str, &str),
        (text, rows, decision): (OutcomeId, &[BallotRow], Decision),
    ) {
        self.show_of_hands(event, Some(text), rows);
        let announced = self.announcement(of, (rows, decision));
        self.president(event, announced);
    }

    /// A vote in the set form: of what is voted on and what becomes of it where it is carried.
    pub(super) fn announcement(
        &self,
        of: (&str, &str),
        (rows, decision): (&[BallotRow], Decision),
    ) -> String {
        announced(self.scenario, of, Vote { rows, decision })
    }

    /// Those that abstained as parties to the dispute, which no question of procedure obliges.
    fn obliged(&self, outcome: OutcomeId, rows: &[BallotRow]) -> Vec<DelegationId> {
        if self.state.texts[outcome].form == OutcomeForm::ProceduralDecision {
            return Vec::new();
        }
        let parties = &self.scenario.outcomes[outcome].parties;
        cast(rows, Ballot::Abstaining).into_iter().filter(|who| parties.contains(who)).collect()
    }

    /// "A vote was taken by show of hands", who voted how, and who had to abstain. `text` is the
    /// text on which the vote is, or on a part of which; none on procedure.
    pub(super) fn show_of_hands(
        &mut self,
        event: &Event,
        text: Option<OutcomeId>,
        rows: &[BallotRow],
    ) {
        self.proceedings(event, "A vote was taken by show of hands.");
        self.lines(event, show_of_hands(self.scenario, rows));
        let obliged = text.map(|text| self.obliged(text, rows)).unwrap_or_default();
        let obliged = abstained_as_parties(self.scenario, &obliged);
        if !obliged.is_empty() {
            self.proceedings(event, obliged);
        }
    }

    fn ballots(&mut self, event: &Event, outcome: OutcomeId, rows: &[BallotRow]) {
        match self.scenario.rules.of(self.state.texts[outcome].form) {
            AdoptionRule::Signature => self.signatures(event, outcome, rows),
            AdoptionRule::Vote { .. } | AdoptionRule::Weighted { .. }
                if event.book == Book::Record =>
            {
                let put = format!(
                    "{}I shall put the {} to the vote now.",
                    self.lay_before(outcome),
                    self.draft_short(outcome)
                );
                self.president(event, put);
                self.show_of_hands(event, Some(outcome), rows);
                self.memory.cast = rows.to_vec();
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
        let (draft, signed) = (self.draft(outcome), signed.join(", "));
        let lines = self.not_yet_shown(outcome);
        let reads = if lines.is_empty() { "" } else { " It reads:" };
        self.proceedings(event, format!("A {draft} was signed by {signed}.{reads}"));
        self.lines(event, lines);
    }
}

/// Those who cast this ballot.
fn cast(rows: &[BallotRow], ballot: Ballot) -> Vec<DelegationId> {
    rows.iter().filter(|row| row.ballot == ballot).map(|row| row.delegation).collect()
}
