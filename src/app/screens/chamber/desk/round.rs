//! A round of consultations: drafts, offers, co-sponsoring, and two soundings.

use eframe::egui::{Button, Ui};

use crate::app::context::ViewCtx;
use crate::app::theme::{Text, rich, size, space};
use crate::app::widgets::{choose, prose, ringed, section};
use crate::council::{DelegationId, IssueId, OutcomeId};
use crate::debate::Action;
use crate::session::{Jotting, Session};
use crate::text;
use crate::unit::UnitInterval;

use super::{act, drafts, field, jot, soundings};

/// What has been chosen so far.
#[derive(Debug, Default)]
pub(super) struct Round {
    text: usize,
    issue: usize,
    place: usize,
    soundings: soundings::Soundings,
}

impl Round {
    /// Draws what can be done in the round.
    pub(super) fn ui(
        &mut self,
        ctx: ViewCtx<'_>,
        session: &Session,
        who: DelegationId,
        ui: &mut Ui,
    ) {
        let texts = open_texts(session);
        if texts.is_empty() {
            let words = "No text is left on which anything is to be worked out.";
            ui.label(rich(words, Text::Body, ctx.tokens.text_weak));
            return;
        }
        let titles: Vec<String> =
            texts.iter().map(|&it| session.scenario().outcomes[it].title.clone()).collect();
        choose(ui, "The text", (&mut self.text, &titles));
        let Some(&outcome) = texts.get(self.text) else { return };
        drafts::draft(ctx, session, outcome, ui);
        let offer = self.offer(ctx, session, (who, outcome), ui);
        drafts::expected(ctx, session, (outcome, offer), ui);
        sponsor(ctx, session, (who, outcome), ui);
        ui.add_space(space::S);
        section(ui, ctx.tokens, "Soundings", Some("two in each round"));
        self.soundings.ui(ctx, session, (who, Some(outcome)), ui);
    }

    /// An amendment: an issue of the text, and where it should stand. The change chosen, if it is
    /// one.
    fn offer(
        &mut self,
        ctx: ViewCtx<'_>,
        session: &Session,
        (by, outcome): (DelegationId, OutcomeId),
        ui: &mut Ui,
    ) -> Option<(IssueId, f64)> {
        let scenario = session.scenario();
        let aims = &session.state().texts[outcome].aims;
        section(ui, ctx.tokens, "Offer an amendment", None);
        let names: Vec<String> =
            aims.iter().map(|aim| scenario.issues[aim.issue].name.clone()).collect();
        let before = self.issue;
        choose(ui, "On the issue", (&mut self.issue, &names));
        if before != self.issue {
            self.place = 0;
        }
        let aim = aims.get(self.issue)?;
        let axis = &scenario.issues[aim.issue];
        let own = scenario.derived.instructions[(by, aim.issue)];
        let mut places: Vec<(f64, String)> = vec![(aim.position.get(), "as it stands".to_owned())];
        if own.given {
            let mark = axis.nearest_mark(own.position);
            places.push((own.position, format!("your instructions (nearest wording: {mark})")));
            let half = f64::midpoint(own.position, aim.position.get());
            let mark = axis.nearest_mark(half);
            places.push((half, format!("half way to them (nearest wording: {mark})")));
        }
        places.push((0.0, axis.low.clone()));
        places.extend(axis.marks.iter().map(|mark| (mark.position.get(), mark.label.clone())));
        places.push((1.0, axis.high.clone()));
        let words: Vec<String> = places.iter().map(|(_, words)| words.clone()).collect();
        choose(ui, "It should say", (&mut self.place, &words));
        let &(to, _) = places.get(self.place)?;
        let to = UnitInterval::clamped(to);
        let words = paragraph(ctx, session, (by, outcome), (aim.issue, to), ui);
        let is_change = (to.get() - aim.position.get()).abs() > 0.005;
        let to = if is_change { to.get() } else { aim.position.get() };
        let offer = Action::Offer { by, outcome, issue: aim.issue, to, words };
        offer_button(ctx, session, (offer, is_change), ui);
        is_change.then_some((aim.issue, to))
    }
}

/// The paragraph as it would be drafted, free to change. The words, where a person changed them.
fn paragraph(
    ctx: ViewCtx<'_>,
    session: &Session,
    (by, outcome): (DelegationId, OutcomeId),
    (issue, to): (IssueId, UnitInterval),
    ui: &mut Ui,
) -> Option<String> {
    let scenario = session.scenario();
    let text = &session.state().texts[outcome];
    let drafted = text::paragraph_words(scenario, (outcome, text), (issue, to))?;
    let what = Jotting::Paragraph(outcome, issue);
    let jotted = session.draft(by).and_then(|draft| draft.jotted(what)).map(str::to_owned);
    let shown = jotted.clone().unwrap_or_else(|| drafted.clone());
    let mut words = shown.clone();
    field(
        ctx,
        ("The paragraph", "It begins with its verb: “Encourages States …”"),
        (&mut words, 2),
        ui,
    );
    if words != shown {
        jot(ctx, session, (by, what), (words != drafted).then(|| words.clone()));
    }
    let mark = scenario.issues[issue].nearest_mark(to.get());
    let note = if words == drafted {
        "Drafted from what it should say. Change the words as you like.".to_owned()
    } else {
        format!("Your own words. The members take from them what you chose: {mark}.")
    };
    ui.horizontal_wrapped(|ui| {
        prose(ui, &note, (Text::Small, ctx.tokens.text_weak), size::MEASURE);
        if words != drafted {
            let again = Button::new(rich("Draft it again", Text::Small, ctx.tokens.text));
            let again = ui.add(again);
            if ringed(ui, ctx.tokens, again).clicked() {
                jot(ctx, session, (by, what), None);
            }
        }
    });
    let is_own = words != drafted && !words.trim().is_empty();
    is_own.then(|| words.trim().to_owned())
}

/// Offers it, unless it has been offered like this or changes nothing.
fn offer_button(ctx: ViewCtx<'_>, session: &Session, (offer, moves): (Action, bool), ui: &mut Ui) {
    let Action::Offer { by, outcome, issue, to, words } = &offer else { return };
    let mut offered = session.state().bargaining.offered.iter();
    let is_offered = offered.any(|it| it.is((*by, *outcome), (*issue, *to)) && it.words == *words);
    let changes = moves || words.is_some();
    ui.horizontal(|ui| {
        let button = Button::new(rich("Offer it", Text::Body, ctx.tokens.text));
        let button = ui.add_enabled(changes && !is_offered, button);
        if ringed(ui, ctx.tokens, button).clicked() {
            act(ctx, offer.clone());
        }
        let note = match (is_offered, changes, moves) {
            (true, ..) => "This has been offered.",
            (_, false, _) => "Choose what it should say, or change the words.",
            (_, true, false) => "A change of words alone: taken where nothing else is.",
            (_, true, true) => "",
        };
        prose(ui, note, (Text::Small, ctx.tokens.text_weak), size::MEASURE);
    });
    let own = session.state().bargaining.offered.iter();
    for it in own.filter(|it| (it.by, it.outcome) == (*by, *outcome)) {
        let aims = &session.state().texts[*outcome].aims;
        let stands = aims.iter().find(|aim| aim.issue == it.issue);
        let from = stands.map_or(it.to, |aim| aim.position.get());
        let change = text::change_words(session.scenario(), it.issue, (from, it.to));
        let words = format!("Offered: {change}. The penholder answers when all have finished.");
        prose(ui, &words, (Text::Body, ctx.tokens.text), size::MEASURE);
    }
}

/// The texts under discussion, in the order of the file.
fn open_texts(session: &Session) -> Vec<OutcomeId> {
    let mut texts = soundings::texts(session);
    texts.retain(|&outcome| {
        let is_open = session.state().standing[outcome] == crate::debate::Standing::Open;
        is_open && !session.scenario().outcomes[outcome].sponsors.is_empty()
    });
    texts
}

fn sponsor(
    ctx: ViewCtx<'_>,
    session: &Session,
    (by, outcome): (DelegationId, OutcomeId),
    ui: &mut Ui,
) {
    let rule = session.state().room(session.scenario()).rule(outcome);
    let is_voted_on = matches!(
        rule,
        crate::council::AdoptionRule::Vote { .. } | crate::council::AdoptionRule::Weighted { .. }
    );
    let joined = session.state().joined[(by, outcome)]
        || session.scenario().outcomes[outcome].sponsors.contains(&by);
    if is_voted_on && !joined {
        let button = ui.add(Button::new(rich("Join its sponsors", Text::Body, ctx.tokens.text)));
        let button = button.on_hover_text("You then vote in favour.");
        if ringed(ui, ctx.tokens, button).clicked() {
            act(ctx, Action::Sponsor { by, outcome });
        }
    } else if joined {
        let words = "You are among its sponsors.";
        ui.label(rich(words, Text::Small, ctx.tokens.text_weak));
    }
}
