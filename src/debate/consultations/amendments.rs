//! Amendments: offered by those who are not content, taken or refused by the penholder.

use crate::council::{Aim, DelegationId, IssueId, Judgement, OutcomeId};
use crate::vote::{self, Moved, Room, Voter, decision_chances_at, log_odds};

use super::super::RuleViolation;
use super::super::decide::Meeting;
use super::super::event::{Answer, Book, EventKind, Offer, Promise};
use super::super::put;
use super::super::queue::EventQueue;
use super::penholder;

/// P(in favour) from which a delegation is content with a text.
const CONTENT_FROM: f64 = 0.70;
/// P(against) up to which it tolerates it.
const TOLERATES_TO: f64 = 0.10;
/// The step in which texts are moved: one point of the authors' scale.
const STEP: f64 = 0.01;
/// The most moves of one text that a penholder estimates in a round, those best for it first:
/// far more than a council offers, and a bound for bodies of hundreds.
const MOST_ESTIMATES: usize = 400;
/// A gain up to this is a rounding of nothing.
const NOTHING: f64 = 1e-12;
/// Parts into which a position is rounded after a step.
const FINEST: f64 = 1e9;

/// The penholder weighs what is offered, and takes what helps most, if anything does.
pub(super) fn weigh(meeting: Meeting<'_>, outcome: OutcomeId, queue: &mut EventQueue) {
    let Some(pen) = penholder(meeting, outcome) else { return };
    let mut offers = queue.offers.take();
    collect(meeting, outcome, &mut queue.judgements, &mut offers);
    put::estimate_positions(meeting, Some(pen), outcome, queue);
    let limits = Limits::new(meeting, pen, outcome);
    let judgement = vote::judge(meeting.room(), pen, outcome);
    for offer in &mut offers {
        limits.weigh(meeting.room(), (outcome, &judgement), offer);
    }
    let taken = best(meeting, (pen, outcome), &mut offers, queue)
        .or_else(|| rewording(meeting, outcome, &mut offers));
    let weighed = queue.push(Book::Outside, EventKind::AmendmentsWeighed { outcome, offers });
    if let Some(offer) = taken {
        queue.push_because(weighed, Book::Outside, amended(meeting, outcome, offer));
    }
}

/// The text with an offer taken, in the words in which it was offered if there were any.
fn amended(meeting: Meeting<'_>, outcome: OutcomeId, offer: Offer) -> EventKind {
    let version = meeting.state.texts[outcome].version + 1;
    let Offer { by, issue, from, to, .. } = offer;
    let words = wording(meeting, outcome, &offer).map(str::to_owned);
    EventKind::TextAmended { outcome, issue, from, to, by, version, words }
}

fn wording<'a>(meeting: Meeting<'a>, outcome: OutcomeId, offer: &Offer) -> Option<&'a str> {
    let (who, moved) = ((offer.by, outcome), (offer.issue, offer.to));
    let mut offered = meeting.state.bargaining.offered.iter();
    offered.find(|it| it.is(who, moved))?.words.as_deref()
}

/// Where no move of the text helps, the first wording offered that changes nothing of substance:
/// it costs the penholder nothing, and whoever asked for it has it.
fn rewording(meeting: Meeting<'_>, outcome: OutcomeId, offers: &mut [Offer]) -> Option<Offer> {
    let mut free = offers.iter_mut().filter(|offer| offer.answer == Answer::WouldNotHelp);
    let found = free
        .find(|offer| same(offer.from, offer.to) && wording(meeting, outcome, offer).is_some())?;
    found.answer = Answer::Taken;
    Some(*found)
}

/// Of the offers that are not out of the question, the one that most raises P(adopted) times the
/// gain, if one does. They are looked at in the order of the gain, so that of two that are worth
/// the same the larger gain is taken, then the first identifier.
fn best(
    meeting: Meeting<'_>,
    (pen, outcome): (DelegationId, OutcomeId),
    offers: &mut [Offer],
    queue: &mut EventQueue,
) -> Option<Offer> {
    let mut order = std::mem::take(&mut queue.order);
    order.clear();
    order.extend((0..offers.len()).filter(|&at| offers[at].answer == Answer::WouldNotHelp));
    order.sort_by(|&a, &b| offers[b].gain.total_cmp(&offers[a].gain).then(a.cmp(&b)));
    queue.estimated.clear();
    queue.moved.clear();
    let gain = vote::gain(meeting.room(), pen, outcome);
    let Some(aim) = meeting.state.texts[outcome].aims.first().filter(|_| !order.is_empty()) else {
        queue.order = order;
        return None;
    };
    ask_voters(meeting, outcome, queue);
    // P(adopted) times the penholder's gain, with the text as it stands.
    let mut best_value = if gain > 0.0 {
        let stands = (aim.issue, aim.position.get());
        gain * estimate(meeting, outcome, stands, queue).unwrap_or_default()
    } else {
        0.0
    };
    let mut taken = None;
    for &at in &order {
        let Offer { issue, to, gain, .. } = offers[at];
        // P is at most 1: what is worth less than the best cannot beat it, nor can what follows.
        if gain <= best_value {
            break;
        }
        let Some(estimate) = estimate(meeting, outcome, (issue, to), queue) else { break };
        offers[at].estimate = Some(estimate);
        if estimate * gain > best_value {
            best_value = estimate * gain;
            taken = Some(at);
        }
    }
    queue.order = order;
    let taken = taken?;
    for offer in offers.iter_mut().filter(|offer| offer.estimate.is_some()) {
        offer.answer = Answer::AnotherWasBetter;
    }
    offers[taken].answer = Answer::Taken;
    Some(offers[taken])
}

/// P(adopted) with one issue of the text moved. Many ask for the same move: it is estimated once.
fn estimate(
    meeting: Meeting<'_>,
    outcome: OutcomeId,
    (issue, to): (IssueId, f64),
    queue: &mut EventQueue,
) -> Option<f64> {
    let known = |(on, at, _): &&(IssueId, f64, f64)| *on == issue && (at - to).abs() < 1e-9;
    if let Some((_, _, estimate)) = queue.estimated.iter().find(known) {
        return Some(*estimate);
    }
    if queue.estimated.len() >= MOST_ESTIMATES {
        return None;
    }
    let aims = &meeting.state.texts[outcome].aims;
    let aim = aims.iter().position(|aim| aim.issue == issue)?;
    let EventQueue { moved, forecast, .. } = queue;
    let room = meeting.room();
    let voting = &meeting.scenario.derived.voting;
    let judged = moved[aim * voting.len()..][..voting.len()].iter().map(|it| it.judgement(to));
    let estimate = decision_chances_at(room, outcome, judged, forecast).adopted;
    queue.estimated.push((issue, to, estimate));
    Some(estimate)
}

/// Asks how each voting member, where the penholder thinks that it stands, would judge moves of
/// each issue of the text.
fn ask_voters(meeting: Meeting<'_>, outcome: OutcomeId, queue: &mut EventQueue) {
    let aims = &meeting.state.texts[outcome].aims;
    let voting = &meeting.scenario.derived.voting;
    let EventQueue { moved, judgements, estimate: positions, .. } = queue;
    let room = Room { positions, ..meeting.room() };
    judgements.clear();
    judgements.extend(voting.iter().map(|&who| vote::judge(room, who, outcome)));
    for aim in aims {
        let all = voting.iter().zip(&*judgements);
        moved.extend(all.map(|(&who, judged)| Moved::new(room, (who, outcome), judged, aim)));
    }
}

/// A person who holds the pen answers: one amendment is taken, or all are refused.
pub(super) fn answer(
    meeting: Meeting<'_>,
    outcome: OutcomeId,
    taken: Option<(IssueId, f64, DelegationId)>,
    queue: &mut EventQueue,
) -> Result<(), RuleViolation> {
    let mut offers = queue.offers.take();
    collect(meeting, outcome, &mut queue.judgements, &mut offers);
    let Some((issue, to, by)) = taken else {
        queue.push(Book::Outside, EventKind::AmendmentsWeighed { outcome, offers });
        return Ok(());
    };
    let wanted = |o: &&mut Offer| o.issue == issue && o.by == by && same(o.to, to);
    let Some(offer) = offers.iter_mut().find(wanted) else {
        queue.offers.give_back(offers);
        return Err(RuleViolation::DoesNotFit);
    };
    offer.answer = Answer::Taken;
    let offer = *offer;
    let weighed = queue.push(Book::Outside, EventKind::AmendmentsWeighed { outcome, offers });
    queue.push_because(weighed, Book::Outside, amended(meeting, outcome, offer));
    Ok(())
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < STEP / 2.0
}

/// What a penholder holds on to.
pub(super) struct Limits<'a> {
    pen: DelegationId,
    sponsors: &'a [DelegationId],
    least: f64,
}

impl<'a> Limits<'a> {
    pub(super) fn new(meeting: Meeting<'a>, pen: DelegationId, outcome: OutcomeId) -> Self {
        let scenario = meeting.scenario;
        let first = scenario.derived.first_gain[outcome];
        let now = Room { texts: &scenario.derived.texts, ..meeting.room() };
        // The draft's first gain: as it was tabled, or as the penholder would see it today.
        let first = first.max(vote::gain(now, pen, outcome));
        Self {
            pen,
            sponsors: &scenario.outcomes[outcome].sponsors,
            least: scenario.dynamics.floor * first,
        }
    }

    /// Writes into `offer` what it would be worth to the penholder, and why it is out of the
    /// question, if it is.
    fn weigh(
        &self,
        room: Room<'_>,
        (outcome, judgement): (OutcomeId, &Judgement),
        offer: &mut Offer,
    ) {
        let aims = &room.texts[outcome].aims;
        let Some(aim) = aims.iter().find(|aim| aim.issue == offer.issue) else { return };
        offer.gain = Moved::new(room, (self.pen, outcome), judgement, aim).gain(offer.to);
        let moved = (offer.issue, offer.to);
        let crossed =
            || self.sponsors.iter().any(|&who| vote::crosses(room, (who, outcome), moved));
        offer.answer = self.unless(offer.gain, crossed).unwrap_or(Answer::WouldNotHelp);
    }

    /// Why a text worth `gain` to its penholder is out of the question, if it is.
    pub(super) fn refusal(&self, room: Room<'_>, outcome: OutcomeId, gain: f64) -> Option<Answer> {
        let crossed =
            |&sponsor: &DelegationId| vote::judge(room, sponsor, outcome).red_line.is_some();
        self.unless(gain, || self.sponsors.iter().any(crossed))
    }

    fn unless(&self, gain: f64, crossed: impl Fn() -> bool) -> Option<Answer> {
        if gain <= NOTHING {
            Some(Answer::WorthLess)
        } else if gain < self.least {
            Some(Answer::UnderTheFloor)
        } else if crossed() {
            Some(Answer::RedLine)
        } else {
            None
        }
    }
}

/// What is offered to a text: by every voting member that is not content, on each issue the
/// smallest move that makes it content and the smallest that makes it tolerate the text; and
/// what people have offered.
fn collect(
    meeting: Meeting<'_>,
    outcome: OutcomeId,
    judgements: &mut Vec<Judgement>,
    offers: &mut Vec<Offer>,
) {
    let Meeting { scenario, state, .. } = meeting;
    let aims = &state.texts[outcome].aims;
    for it in state.bargaining.offered.iter().filter(|it| it.outcome == outcome) {
        let stands = aims.iter().find(|aim| aim.issue == it.issue);
        offers.extend(stands.map(|aim| offer(it.by, aim, it.to, Promise::Open)));
    }
    let bars = (log_odds(CONTENT_FROM), log_odds(TOLERATES_TO));
    let room = meeting.room();
    let voting = &scenario.derived.voting;
    judgements.clear();
    judgements.extend(voting.iter().map(|&who| vote::judge(room, who, outcome)));
    let judged = voting.iter().zip(&*judgements);
    let free = judged.filter(|(who, _)| {
        // What people want they offer themselves.
        !state.played[**who] && !vote::is_bound(scenario, **who, outcome)
    });
    let judged = free.map(|(&who, it)| ((who, outcome), it.total(), (who, it)));
    vote::each_chance(room, judged, |(who, judgement), chance| {
        if chance.in_favour < CONTENT_FROM {
            let tolerates = chance.against <= TOLERATES_TO;
            ask(meeting, (who, outcome), (judgement, tolerates), bars, offers);
        }
    });
}

/// What `who`, which judges the text like this, offers on each issue of it, by the log-odds from
/// which it is content and up to which it tolerates the text.
fn ask(
    meeting: Meeting<'_>,
    (who, outcome): (DelegationId, OutcomeId),
    (judgement, tolerates): (&Judgement, bool),
    (content, tolerated): (f64, f64),
    offers: &mut Vec<Offer>,
) {
    let aims = &meeting.state.texts[outcome].aims;
    for aim in aims.iter().filter(|aim| aim.weight.get() > 0.0) {
        let voter = Voter::new(meeting.room(), (who, outcome), judgement, aim);
        let mut offered = |promise, near, enough: &dyn Fn(f64) -> bool| {
            let to = smallest_move(meeting, (who, aim), near, enough);
            offers.extend(to.map(|to| offer(who, aim, to, promise)));
        };
        if !tolerates {
            let near = voter.tolerates_within(tolerated);
            offered(Promise::Tolerate, near, &|to| voter.tolerates(to, tolerated));
        }
        let near = voter.in_favour_within(content);
        offered(Promise::Support, near, &|to| voter.is_in_favour(to, content));
    }
}

pub(super) fn offer(by: DelegationId, aim: &Aim, to: f64, promise: Promise) -> Offer {
    let from = aim.position.get();
    let answer = Answer::WouldNotHelp;
    Offer { by, issue: aim.issue, from, to, promise, estimate: None, gain: 0.0, answer }
}

/// The smallest move of `aim` toward the position of `who` that is `enough`. The nearer the text
/// comes, the better it is to it, so that the search can halve the way. It looks first where the
/// text is about so `near` to the position.
pub(super) fn smallest_move(
    meeting: Meeting<'_>,
    (who, aim): (DelegationId, &Aim),
    near: f64,
    enough: impl Fn(f64) -> bool,
) -> Option<f64> {
    let from = aim.position.get();
    let way = meeting.state.positions[(who, aim.issue)] - from;
    // Sums of hundredths are brought back to what an author would write.
    let at = |steps: u32| {
        let to = (from + f64::from(steps) * STEP * way.signum()).clamp(0.0, 1.0);
        ((to * FINEST + 0.5) as u64) as f64 / FINEST
    };
    let (mut too_few, mut steps) = (0, (way.abs() / STEP) as u32);
    if steps == 0 || !enough(at(steps)) {
        return None;
    }
    let about = ((way.abs() - near) / STEP).ceil() as u32;
    let mut places = [about, about.saturating_sub(1)].into_iter();
    while steps - too_few > 1 {
        let middle = places.next().filter(|place| (too_few + 1..steps).contains(place));
        let place = middle.unwrap_or_else(|| u32::midpoint(too_few, steps));
        if enough(at(place)) { steps = place } else { too_few = place }
    }
    Some(at(steps))
}
