//! What the projector view says: taken from the public meeting alone.

use crate::app::shell::upper_first;
use crate::app::turn_words::shown_turn;
use crate::app::widgets::Stance;
use crate::council::{AdoptionRule, Declared, DelegationId, OutcomeForm, OutcomeId};
use crate::debate::{Book, EventKind, OutcomeResult, Standing};
use crate::session::{Session, Turn, TurnKind};
use crate::text::rule_words;
use crate::text::{EntryKind, ending_words};
use crate::vote::Ballot;

/// The view in words.
#[derive(Debug)]
pub(in crate::app::screens) struct Scene {
    /// "Addressing evolving threats in cyberspace".
    pub(super) title: String,
    /// Who has the floor, or what happens.
    pub(super) who: String,
    pub(super) role: String,
    pub(super) words: String,
    /// The text in focus and what its rule asks for.
    pub(super) text: String,
    pub(super) rule: String,
    /// How the text ended, once it has.
    pub(super) result: Option<String>,
    /// Who has declared or voted what, in English alphabetical order.
    pub(super) members: Vec<(String, Stance)>,
    /// Whether stances are left out for note-takers.
    pub(super) is_for_listeners: bool,
    /// "Turn 12 of 38 · Members".
    pub(super) place: String,
}

impl Scene {
    /// The view of the debate at its cursor.
    pub(in crate::app::screens) fn of(session: &Session, focus: Option<OutcomeId>) -> Self {
        let scenario = session.scenario();
        let (who, role, words) = session.turn().map_or_else(
            || {
                let members = scenario.derived.voting.len();
                let words = format!("{members} members sit at the table.");
                ("The meeting has not been opened".to_owned(), scenario.body.clone(), words)
            },
            |turn| happening(session, turn),
        );
        let is_for_listeners = session.papers().hides_stances && !session.is_over();
        let stage = session.turn().map_or("", |turn| turn.stage.label());
        let place = shown_turn(session);
        let mut scene = Self {
            title: scenario.title.clone(),
            who,
            role,
            words,
            text: String::new(),
            rule: String::new(),
            result: None,
            members: Vec::new(),
            is_for_listeners,
            place: if stage.is_empty() { place } else { format!("{place} · {stage}") },
        };
        if let Some(focus) = focus {
            scene.look_at(session, focus);
        }
        scene
    }

    fn look_at(&mut self, session: &Session, focus: OutcomeId) {
        let (scenario, state) = (session.scenario(), session.state());
        let form = state.texts[focus].form;
        self.text.clone_from(&scenario.outcomes[focus].title);
        self.rule = format!("{} · {}", upper_first(form.name()), rule_words(scenario, form));
        self.result = match state.standing[focus] {
            Standing::Decided(decision) => Some(upper_first(ending_words(decision, form))),
            Standing::Open | Standing::Put => None,
        };
        // Nobody is asked about what the President issues alone.
        let is_voted = || {
            let voting = &scenario.derived.voting;
            voting.iter().any(|&who| state.ballots[(who, focus)].is_some())
        };
        // Votes are public; what the program takes from statements is left to those who listen.
        let is_shown = !self.is_for_listeners || is_voted();
        if is_shown && form != OutcomeForm::PresidentsSummary {
            let mut members: Vec<(String, Stance)> = scenario
                .derived
                .voting
                .iter()
                .map(|&who| {
                    let name = upper_first(&scenario.members[who].name.short);
                    (name, public_stance(session, focus, who))
                })
                .collect();
            members.sort_by(|(a, _), (b, _)| a.cmp(b));
            self.members = members;
        }
    }
}

/// A vote is public once it is cast; what was said in consultations is not.
fn public_stance(session: &Session, focus: OutcomeId, who: DelegationId) -> Stance {
    let (scenario, state) = (session.scenario(), session.state());
    let voted = matches!(
        state.room(scenario).rule(focus),
        AdoptionRule::Vote { .. } | AdoptionRule::Weighted { .. }
    );
    match state.ballots[(who, focus)].filter(|_| voted) {
        Some(Ballot::InFavour) => return Stance::InFavor,
        Some(Ballot::Against) => return Stance::Against,
        Some(Ballot::Abstaining) => return Stance::Abstaining,
        Some(Ballot::NotParticipating) | None => {}
    }
    match state.declared[(focus, who)] {
        Declared::Undeclared => Stance::Undeclared,
        Declared::InFavour => Stance::InFavor,
        Declared::Reservations => Stance::WithReservations,
        Declared::Opposed => Stance::Opposed,
    }
}

/// Who acts at this turn, in which role, and what is said.
fn happening(session: &Session, turn: &Turn) -> (String, String, String) {
    let scenario = session.scenario();
    let events = session.events_of(turn);
    let simulated = "the representative (simulated)".to_owned();
    match turn.kind {
        TurnKind::Statement(who) => {
            let name = upper_first(&scenario.members[who].name.short);
            // The headline tells what a note-taker is to hear.
            let words = if session.papers().hides_stances && !session.is_over() {
                "Listen, and note what is said of each text.".to_owned()
            } else {
                headline(session, turn).unwrap_or_default()
            };
            (name, simulated, words)
        }
        TurnKind::Pass(who) => {
            let name = upper_first(&scenario.members[who].name.short);
            (name, simulated, "The delegation lets the floor pass.".to_owned())
        }
        TurnKind::Decision(outcome) | TurnKind::Signature(outcome) => {
            let result = session.results().iter().find(|row| row.outcome == outcome);
            let decision = result.map_or("", |row| ending_words(row.decision, row.form));
            let form = result.map_or("", |row| row.form.name());
            let title = scenario.outcomes[outcome].title.clone();
            let role = format!("{} · simulated", upper_first(form));
            let words = format!("{}\n{}", title, result.map(counted).unwrap_or_default());
            (upper_first(decision), role, words)
        }
        TurnKind::Opening => said(session, turn, "The meeting is called to order"),
        TurnKind::Closing => said(session, turn, "The meeting is adjourned"),
        TurnKind::Selection => {
            let put = events.iter().map(|event| match &event.kind {
                EventKind::TextsSelected { rows } => rows.iter().filter(|row| row.put).count(),
                _ => 0,
            });
            let words = match put.sum::<usize>() {
                0 => "No text is put to a decision.".to_owned(),
                1 => "One text is put to a decision.".to_owned(),
                several => format!("{several} texts are put to a decision."),
            };
            ("Action".to_owned(), "simulated".to_owned(), words)
        }
        TurnKind::Question(_) | TurnKind::Ruling | TurnKind::Part(_) => {
            said(session, turn, "A question of procedure")
        }
        TurnKind::Exchange(..) => said(session, turn, "Two delegations exchange places"),
        TurnKind::Inject(inject) => {
            let inject = &scenario.injects[inject];
            (inject.title.clone(), "News from outside, simulated".to_owned(), inject.text.clone())
        }
        // What a capital writes is read by its delegation alone.
        TurnKind::Instructions(_) => (
            "Outside the chamber".to_owned(),
            "simulated".to_owned(),
            "Nothing is said in public.".to_owned(),
        ),
        TurnKind::Round(_) | TurnKind::Conclusion | TurnKind::Silence(_) => (
            "Consultations".to_owned(),
            "Outside the chamber".to_owned(),
            "The members consult; there is no public record of it.".to_owned(),
        ),
    }
}

/// What the record says of the turn, below a title.
fn said(session: &Session, turn: &Turn, title: &str) -> (String, String, String) {
    let events = turn.events.start + 1..turn.events.end + 1;
    let public = session.entries().iter().filter(|entry| {
        events.contains(&entry.event)
            && entry.book == Book::Record
            && entry.kind != EntryKind::Heading
    });
    let words = public.map(|entry| entry.text.as_str()).next().unwrap_or_default();
    (title.to_owned(), "The President (simulated)".to_owned(), words.to_owned())
}

fn headline(session: &Session, turn: &Turn) -> Option<String> {
    let events = turn.events.start + 1..turn.events.end + 1;
    let entries = session.entries().iter().filter(|entry| events.contains(&entry.event));
    entries.into_iter().find_map(|entry| match &entry.kind {
        EntryKind::Statement { headline, .. } => Some(headline.clone()),
        _ => None,
    })
}

/// "12 in favour, 0 against, 3 abstaining".
fn counted(result: &OutcomeResult) -> String {
    let (pro, con, none) = (result.in_favour.len(), result.against.len(), result.abstaining.len());
    match pro + con + none {
        0 if result.signed_by.is_empty() => String::new(),
        0 => format!("{} signatures", result.signed_by.len()),
        _ => format!("{pro} in favour, {con} against, {none} abstaining"),
    }
}
