//! What becomes of a text after the rounds: silence, an extension, the ladder, blue.

use crate::council::{AdoptionRule, DelegationId, OutcomeForm, OutcomeId, PutToAction};
use crate::unit::UnitInterval;
use crate::vote::{self, Ballot, Decision, Failure, Moved, Room, decision_chances};

use super::super::RuleViolation;
use super::super::decide::Meeting;
use super::super::event::{Answer, Book, Cause, EventKind, Offer, Promise};
use super::super::put::{self, PUT_FROM};
use super::super::queue::EventQueue;
use super::super::state::Silence;
use super::super::voting::{cast_all, luck, take_decision};
use super::amendments::{Limits, offer, smallest_move};
use super::penholder;

/// Hours until silence expires, and until it does after an extension. (A real timeline: 27
/// October until 28 October, extended to 29 October 2020, Security Council Report.)
const SILENCE_HOURS: u32 = 24;
const EXTENSION_HOURS: u32 = 18;

/// The next step with `outcome`.
pub(super) fn conclude(meeting: Meeting<'_>, outcome: OutcomeId, queue: &mut EventQueue) {
    let Meeting { scenario, state, .. } = meeting;
    let silence = state.bargaining.silence[outcome];
    match silence {
        Silence::BrokenOnce => extend(meeting, outcome, queue),
        Silence::Extended => place_under_silence(meeting, outcome, queue),
        Silence::Broken | Silence::None | Silence::Held => {
            let pen = penholder(meeting, outcome);
            put::estimate_positions(meeting, pen, outcome, queue);
            let is_broken = silence == Silence::Broken;
            let estimate = if is_broken { 0.0 } else { estimate(meeting.room(), outcome, queue) };
            let shown = scenario.outcomes[outcome].action == PutToAction::ToShowTheVote
                || put::is_penned_by_a_person(meeting, outcome);
            let consensus = *meeting.room().rule(outcome) == AdoptionRule::Consensus;
            if !is_broken && (shown || estimate >= PUT_FROM) {
                if consensus {
                    place_under_silence(meeting, outcome, queue);
                } else {
                    queue.push(Book::Outside, EventKind::PutInBlue { outcome });
                }
            } else if let Some((to, estimate)) = rung(meeting, outcome, is_broken, queue) {
                let from = state.texts[outcome].form;
                let kind = EventKind::SteppedDown { outcome, from, to, estimate };
                queue.push(Book::Outside, kind);
            } else if is_broken {
                let decision = Decision::NotAdopted(Failure::Objection);
                let cause = queue.cause;
                take_decision(queue, cause, Book::Outside, (outcome, decision));
            } else {
                queue.push(Book::Outside, EventKind::LeftAsSupport { outcome, estimate });
            }
        }
    }
}

fn estimate(room: Room<'_>, outcome: OutcomeId, queue: &mut EventQueue) -> f64 {
    let room = Room { positions: &queue.estimate, ..room };
    decision_chances(room, outcome, &mut queue.forecast).adopted
}

/// The forms below this one on the ladder, the heaviest first.
const fn below(form: OutcomeForm) -> &'static [OutcomeForm] {
    use OutcomeForm::{PresidentialStatement, PresidentsSummary, PressStatement};
    match form {
        OutcomeForm::Resolution => &[PresidentialStatement, PressStatement, PresidentsSummary],
        PresidentialStatement => &[PressStatement, PresidentsSummary],
        PressStatement => &[PresidentsSummary],
        PresidentsSummary | OutcomeForm::JointStatement | OutcomeForm::ProceduralDecision => &[],
    }
}

/// The first rung below on which the text is promising, with the estimate there. Whoever broke
/// silence once would break it again: then only the President's own summary is left.
fn rung(
    meeting: Meeting<'_>,
    outcome: OutcomeId,
    is_broken: bool,
    queue: &mut EventQueue,
) -> Option<(OutcomeForm, f64)> {
    let Meeting { scenario, state, .. } = meeting;
    if scenario.outcomes[outcome].action == PutToAction::ToShowTheVote {
        return None;
    }
    let known = |form: &&OutcomeForm| scenario.rules.knows(**form);
    for &form in below(state.texts[outcome].form).iter().filter(known) {
        if *scenario.rules.of(form) == AdoptionRule::Authority {
            return may_summarize(meeting, outcome).then_some((form, 1.0));
        }
        if is_broken {
            continue;
        }
        let text = &mut queue.texts[outcome];
        text.copy_from(&state.texts[outcome]);
        text.form = form;
        let room = Room { texts: &queue.texts, positions: &queue.estimate, ..meeting.room() };
        let estimate = decision_chances(room, outcome, &mut queue.forecast).adopted;
        if estimate >= PUT_FROM {
            return Some((form, estimate));
        }
    }
    None
}

/// A President that holds the pen may keep the substance in a summary of its own, once, and only
/// where no other summary is on the table.
fn may_summarize(meeting: Meeting<'_>, outcome: OutcomeId) -> bool {
    let Meeting { scenario, state, .. } = meeting;
    let other = state.texts.iter().any(|text| text.form == OutcomeForm::PresidentsSummary);
    penholder(meeting, outcome) == Some(scenario.president) && !other
}

/// A penholder lets its text step down by its own choice, to the next form below.
pub(super) fn step_down(
    meeting: Meeting<'_>,
    outcome: OutcomeId,
    queue: &mut EventQueue,
) -> Result<(), RuleViolation> {
    let Meeting { scenario, state, .. } = meeting;
    let from = state.texts[outcome].form;
    let fits = |form: &&OutcomeForm| {
        let own = *scenario.rules.of(**form) == AdoptionRule::Authority;
        scenario.rules.knows(**form) && (!own || may_summarize(meeting, outcome))
    };
    let Some(&to) = below(from).iter().find(fits) else { return Err(RuleViolation::DoesNotFit) };
    put::estimate_positions(meeting, penholder(meeting, outcome), outcome, queue);
    let text = &mut queue.texts[outcome];
    text.copy_from(&state.texts[outcome]);
    text.form = to;
    let room = Room { texts: &queue.texts, positions: &queue.estimate, ..meeting.room() };
    let estimate = decision_chances(room, outcome, &mut queue.forecast).adopted;
    queue.push(Book::Outside, EventKind::SteppedDown { outcome, from, to, estimate });
    Ok(())
}

/// The text is placed under silence: it is agreed unless somebody breaks it by the deadline.
fn place_under_silence(meeting: Meeting<'_>, outcome: OutcomeId, queue: &mut EventQueue) {
    let extended = meeting.state.bargaining.silence[outcome] == Silence::Extended;
    let hours = if extended { EXTENSION_HOURS } else { SILENCE_HOURS };
    let opened = queue.push(Book::Outside, EventKind::SilenceOpened { outcome, hours, extended });
    let mut rows = queue.ballots.take();
    cast_all(meeting, meeting.scenario.derived.voting.iter().copied(), outcome, &mut rows);
    rows.retain(|row| row.ballot == Ballot::Against);
    if rows.is_empty() {
        queue.ballots.give_back(rows);
        queue.push_because(opened, Book::Outside, EventKind::SilenceHeld { outcome });
    } else {
        queue.push_because(opened, Book::Outside, EventKind::SilenceBroken { outcome, rows });
    }
}

/// After a break, the penholder tries to satisfy all who broke silence at once: with the move
/// of each that costs it least. Silence is extended if it can afford them all.
fn extend(meeting: Meeting<'_>, outcome: OutcomeId, queue: &mut EventQueue) {
    let Meeting { scenario, state, .. } = meeting;
    let Some(pen) = penholder(meeting, outcome) else { return };
    let mut offers = queue.offers.take();
    queue.texts[outcome].copy_from(&state.texts[outcome]);
    let mut all_can = true;
    for &who in &scenario.derived.voting {
        if state.ballots[(who, outcome)] == Some(Ballot::Against) {
            match cheapest_price(meeting, (who, pen), outcome, queue) {
                Some(price) => {
                    move_aim(queue, outcome, &price);
                    offers.push(price);
                }
                None => all_can = false,
            }
        }
    }
    let room = Room { texts: &queue.texts, ..meeting.room() };
    let gain = vote::gain(room, pen, outcome);
    let refusal = Limits::new(meeting, pen, outcome).refusal(room, outcome, gain);
    let silent = scenario
        .derived
        .voting
        .iter()
        .all(|&who| ballot_on(meeting, room, who, outcome) != Ballot::Against);
    let answer = match refusal {
        Some(reason) => reason,
        None if all_can && silent && !offers.is_empty() => Answer::Taken,
        None => Answer::WouldNotHelp,
    };
    for offer in &mut offers {
        offer.gain = gain;
        offer.answer = answer;
    }
    let moves = if answer == Answer::Taken { offers.len() } else { 0 };
    let weighed = queue.push(Book::Outside, EventKind::AmendmentsWeighed { outcome, offers });
    amend(meeting, (outcome, moves), weighed, queue);
}

/// Writes down the amendments taken, each as the next version.
fn amend(
    meeting: Meeting<'_>,
    (outcome, count): (OutcomeId, usize),
    weighed: Cause,
    queue: &mut EventQueue,
) {
    let version = meeting.state.texts[outcome].version;
    for at in 0..count {
        let Some(offer) = queue.offer_weighed_last(at) else { return };
        let Offer { by, issue, from, to, .. } = offer;
        let version = version + 1 + at as u32;
        let words = None;
        let amended = EventKind::TextAmended { outcome, issue, from, to, by, version, words };
        queue.push_because(weighed, Book::Outside, amended);
    }
}

/// The move of one issue after which `who` would keep silence that costs the penholder least.
fn cheapest_price(
    meeting: Meeting<'_>,
    (who, pen): (DelegationId, DelegationId),
    outcome: OutcomeId,
    queue: &EventQueue,
) -> Option<Offer> {
    let luck = luck(meeting, who, outcome);
    let count = queue.texts[outcome].aims.len();
    let mut best: Option<(f64, Offer)> = None;
    for at in 0..count {
        let aim = queue.texts[outcome].aims[at];
        if aim.weight.get() <= 0.0 {
            continue;
        }
        let room = Room { texts: &queue.texts, ..meeting.room() };
        let of = |who| Moved::new(room, (who, outcome), &vote::judge(room, who, outcome), &aim);
        let moved = of(who);
        let keeps_silence = |to: f64| {
            vote::ballot(room, (who, outcome), moved.judgement(to), luck) != Ballot::Against
        };
        if let Some(to) = smallest_move(meeting, (who, &aim), 0.0, keeps_silence) {
            let gain = of(pen).gain(to);
            if best.is_none_or(|(most, _)| gain > most) {
                best = Some((gain, offer(who, &aim, to, Promise::Silence)));
            }
        }
    }
    best.map(|(_, offer)| offer)
}

fn move_aim(queue: &mut EventQueue, outcome: OutcomeId, price: &Offer) {
    for aim in queue.texts[outcome].aims.iter_mut().filter(|aim| aim.issue == price.issue) {
        aim.position = UnitInterval::clamped(price.to);
    }
}

/// The answer of `who` to another version of the text, by the same luck.
fn ballot_on(
    meeting: Meeting<'_>,
    room: Room<'_>,
    who: DelegationId,
    outcome: OutcomeId,
) -> Ballot {
    let g = vote::judge(room, who, outcome).total();
    vote::ballot(room, (who, outcome), g, luck(meeting, who, outcome))
}
