//! The table: who has declared or voted what on the outcome in focus, and to whom one speaks.

use crate::app::shell::upper_first;
use crate::app::views::{RelationRow, SeatRow, TableView};
use crate::app::widgets::{Evidence, Stance, table::Tone};
use crate::council::{
    AdoptionRule, Commendation, Criticism, Declared, DelegationId, OutcomeForm, OutcomeId,
    Statement,
};
use crate::debate::{EventKind, OutcomeResult, Standing};
use crate::session::{Session, TurnKind};
use crate::text::rule_words;
use crate::text::{Entry, EntryKind, ending_words};
use crate::vote::Ballot;

/// What the table is to show.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scene<'a> {
    pub(super) session: &'a Session,
    pub(super) focus: OutcomeId,
    pub(super) selected: Option<DelegationId>,
}

/// The table, as rows.
#[derive(Debug)]
pub(super) struct Rows {
    seats: Vec<SeatRow>,
    president: usize,
    relations: Vec<RelationRow>,
    title: String,
    rule: String,
    words: String,
    guest: Option<SeatRow>,
    guest_relations: Vec<(usize, Tone)>,
}

impl Rows {
    /// The view of them.
    pub(super) fn view(&self) -> TableView<'_> {
        TableView {
            seats: &self.seats,
            president: self.president,
            relations: &self.relations,
            title: &self.title,
            rule: &self.rule,
            words: &self.words,
            guest: self.guest.as_ref(),
            guest_relations: &self.guest_relations,
        }
    }
}

/// Who has the floor at this turn.
pub(super) fn speaker(session: &Session) -> Option<DelegationId> {
    session.turn().and_then(|turn| match turn.kind {
        TurnKind::Statement(who) => Some(who),
        _ => None,
    })
}

/// A statement and its words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said<'a> {
    /// The number of its event.
    pub(super) event: usize,
    pub(super) statement: &'a Statement,
    pub(super) entry: &'a Entry,
}

/// The statement of this turn.
pub(super) fn said(session: &Session) -> Option<Said<'_>> {
    let turn = session.turn().filter(|turn| matches!(turn.kind, TurnKind::Statement(_)))?;
    let events = session.events_of(turn).iter().enumerate();
    let (at, statement) = events.into_iter().find_map(|(at, event)| match &event.kind {
        EventKind::StatementDelivered(statement) => Some((at, statement)),
        _ => None,
    })?;
    let event = turn.events.start + at + 1;
    let entry = session.entries().iter().rev().find(|entry| entry.event == event)?;
    Some(Said { event, statement, entry })
}

impl Said<'_> {
    /// Whether the words carry out a passage whose name begins like this: a long statement is
    /// shortened, and what is left out was not said.
    pub(super) fn tells(&self, passage: &str) -> bool {
        match &self.entry.kind {
            EntryKind::Statement { plan, .. } => plan.iter().any(|it| it.starts_with(passage)),
            _ => false,
        }
    }

    /// Whom it commends, in words that were said.
    pub(super) fn commends(&self) -> Option<Commendation> {
        self.statement.commends.filter(|_| self.tells("commends: "))
    }

    /// With which position it differs, in words that were said.
    pub(super) fn criticizes(&self) -> Option<Criticism> {
        self.statement.criticizes.filter(|_| self.tells("criticizes: "))
    }
}

/// The rows of the table; `places` are the seats in order.
pub(super) fn chamber(scene: Scene<'_>, places: &[DelegationId]) -> Rows {
    let scenario = scene.session.scenario();
    let outcome = &scenario.outcomes[scene.focus];
    let state = scene.session.state();
    let form = state.texts[scene.focus].form;
    let speaker = speaker(scene.session);
    let guest = speaker.filter(|who| !places.contains(who));
    let lines = lines(scene.session, places);
    let relations = speaker
        .and_then(|who| places.iter().position(|&seat| seat == who))
        .map(|from| lines.iter().map(|&(to, tone)| RelationRow { from, to, tone }).collect());
    Rows {
        seats: places.iter().map(|&who| seat(scene, who)).collect(),
        president: places.iter().position(|&who| who == state.president).unwrap_or_default(),
        relations: relations.unwrap_or_default(),
        title: outcome.title.clone(),
        rule: format!("{} · {}", upper_first(form.name()), rule_words(scenario, form)),
        words: words(scene),
        guest: guest.map(|who| seat(scene, who)),
        guest_relations: if guest.is_some() { lines } else { Vec::new() },
    }
}

fn seat(scene: Scene<'_>, who: DelegationId) -> SeatRow {
    SeatRow {
        name: upper_first(&scene.session.scenario().members[who].name.short),
        stance: stance(scene.session, who, scene.focus),
        evidence: Evidence::Stated,
        speaking: speaker(scene.session) == Some(who),
        selected: scene.selected == Some(who),
    }
}

/// The ballot once it is cast, and what was declared before.
pub(super) fn stance(session: &Session, who: DelegationId, outcome: OutcomeId) -> Stance {
    let (scenario, state) = (session.scenario(), session.state());
    match (state.room(scenario).rule(outcome), state.ballots[(who, outcome)]) {
        (AdoptionRule::Vote { .. } | AdoptionRule::Weighted { .. }, Some(ballot)) => match ballot {
            Ballot::InFavour => return Stance::InFavor,
            Ballot::Against => return Stance::Against,
            Ballot::Abstaining => return Stance::Abstaining,
            Ballot::NotParticipating => return Stance::Undeclared,
        },
        (AdoptionRule::Consensus, Some(Ballot::Against)) => return Stance::Against,
        (AdoptionRule::Signature, Some(Ballot::InFavour)) => return Stance::InFavor,
        _ => {}
    }
    match state.declared[(outcome, who)] {
        Declared::Undeclared => Stance::Undeclared,
        Declared::InFavour => Stance::InFavor,
        Declared::Reservations => Stance::WithReservations,
        Declared::Opposed => Stance::Opposed,
    }
}

/// Where the lines of the speaker lead: seats, and what each line says.
fn lines(session: &Session, places: &[DelegationId]) -> Vec<(usize, Tone)> {
    let Some(said) = said(session) else { return Vec::new() };
    let commended = said.commends().map(|it| (it.to, Tone::Commends));
    let differed = said.criticizes().map(|it| (it.of, Tone::Criticizes));
    [commended, differed]
        .into_iter()
        .flatten()
        .filter_map(|(who, tone)| {
            places.iter().position(|&seat| seat == who).map(|seat| (seat, tone))
        })
        .collect()
}

/// What was declared, or how the vote ended, in two rows.
fn words(scene: Scene<'_>) -> String {
    let session = scene.session;
    let Some(result) = session.results().iter().find(|row| row.outcome == scene.focus) else {
        return String::new();
    };
    if result.form == OutcomeForm::PresidentsSummary {
        return match session.state().standing[scene.focus] {
            Standing::Decided(decision) => upper_first(ending_words(decision, result.form)),
            Standing::Open | Standing::Put => "Nobody is asked".to_owned(),
        };
    }
    match session.state().standing[scene.focus] {
        Standing::Decided(decision) => {
            let decision = ending_words(decision, result.form);
            format!("{}\n{}", upper_first(decision), cast(result))
        }
        Standing::Open if session.selection(scene.focus).is_some_and(|row| !row.put) => {
            let declared = &result.declared;
            format!(
                "Not put to a decision\n{} in favour · {} opposed",
                declared.in_favour.len(),
                declared.opposed.len()
            )
        }
        Standing::Open | Standing::Put => {
            let declared = &result.declared;
            format!(
                "{} in favour · {} with reservations\n{} opposed · {} not declared",
                declared.in_favour.len(),
                declared.reservations.len(),
                declared.opposed.len(),
                declared.undeclared.len()
            )
        }
    }
}

fn cast(result: &OutcomeResult) -> String {
    if !result.signed_by.is_empty() {
        return format!("{} signatures", result.signed_by.len());
    }
    let votes = result.in_favour.len() + result.against.len() + result.abstaining.len();
    if votes == 0 {
        return match result.objected_by.len() {
            0 => "nobody objected".to_owned(),
            1 => "1 objection".to_owned(),
            several => format!("{several} objections"),
        };
    }
    format!(
        "{} in favour · {} against · {} abstaining",
        result.in_favour.len(),
        result.against.len(),
        result.abstaining.len()
    )
}
