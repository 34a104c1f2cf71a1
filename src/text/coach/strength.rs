//! Whether verbs are as strong as the points are put firmly.

use crate::debate::IntendedPoint;

use super::super::phrasebook::{Phrasebook, Rung};
use super::heard::Topic;
use super::lexicon::Phrase;
use super::reading::split;
use super::{Look, Remarks, Rule};

/// As many rungs apart, a verb is heard as another strength than was chosen.
const APART: usize = 2;
/// From this rung of the ladder of concern on, an act is deplored or condemned.
const DEPLORES: usize = 3;
/// Whoever condemns is expected to be as firm as this.
const FIRM: f64 = 0.5;

pub(super) fn check(look: &Look<'_>, remarks: &mut Remarks) {
    for point in &look.draft.intended.points {
        if look.draft.scenario.derived.instructions[(look.speaker(), point.issue)].given {
            approval(look, point, remarks);
        }
        concern(look, point, remarks);
    }
}

/// The sentences that speak of the issue of a point, those on texts and on others left out.
fn sentences(look: &Look<'_>, point: &IntendedPoint) -> Vec<usize> {
    let sentence_of =
        |start: usize| look.reading.sentences.iter().position(|sentence| sentence.contains(&start));
    let mut own: Vec<usize> = look
        .heard
        .all
        .iter()
        .filter(|taken| match taken.what {
            Topic::Issue(issue) | Topic::Position { issue, .. } => issue == point.issue,
            Topic::Outcome(..) | Topic::Member(_) => false,
        })
        .filter_map(|taken| sentence_of(taken.place.start))
        .collect();
    own.dedup();
    let is_free = |sentence: usize| {
        let place = &look.reading.sentences[sentence];
        !look.heard.all.iter().any(|taken| {
            let elsewhere = match taken.what {
                Topic::Outcome(..) => true,
                Topic::Member(who) => who != look.speaker(),
                Topic::Issue(_) | Topic::Position { .. } => false,
            };
            elsewhere && place.contains(&taken.place.start)
        })
    };
    own.retain(|&sentence| is_free(sentence));
    own
}

/// The forms of the rungs of a ladder, each with its height.
fn forms(ladder: &[Rung]) -> Vec<(Phrase, usize)> {
    let rungs = ladder.iter().enumerate();
    rungs
        .flat_map(|(height, rung)| {
            // "urge members to agree on" is found by "urge".
            let short = |form: &str| match split(form) {
                long if long.len() > 3 => long[..1].to_vec(),
                form => form,
            };
            [(short(&rung.we), height), (short(&rung.it), height)]
        })
        .collect()
}

/// The strongest rung in a sentence: its height, and the words.
fn strongest(
    look: &Look<'_>,
    sentence: usize,
    forms: &[(Phrase, usize)],
) -> Option<(usize, (usize, usize))> {
    let phrases: Vec<Phrase> = forms.iter().map(|(phrase, _)| phrase.clone()).collect();
    let hits = look.reading.find(sentence, &phrases).into_iter();
    hits.filter_map(|(at, len)| {
        let stands = |phrase: &Phrase| phrase.len() == len && look.reading.stands_at(at, phrase);
        let (_, height) = forms.iter().find(|(phrase, _)| stands(phrase))?;
        Some((*height, (at, len)))
    })
    .max_by_key(|(height, _)| *height)
}

fn approval(look: &Look<'_>, point: &IntendedPoint, remarks: &mut Remarks) {
    let scenario = look.draft.scenario;
    let ladders = Phrasebook::english().ladders();
    let salience = scenario.derived.instructions[(look.speaker(), point.issue)].salience;
    let intended = look.draft.intended;
    let style = intended.register.unwrap_or(scenario.members[look.speaker()].style);
    let chosen = ladders.for_position(salience * point.emphasis, style);
    let Some(expected) = ladders.approval.iter().position(|rung| rung == chosen) else { return };
    let forms = forms(&ladders.approval);
    let own = sentences(look, point).into_iter();
    let own = own.filter(|&sentence| !look.reading.has(sentence, "not-shared"));
    let found = own.filter_map(|sentence| strongest(look, sentence, &forms));
    let Some((height, (at, len))) = found.max_by_key(|(height, _)| *height) else { return };
    if height.abs_diff(expected) < APART {
        return;
    }
    let place = look.reading.place(at, len);
    let text = format!(
        "“{}” is {} than you chose for “{}”: at that firmness a delegation says “{}”.",
        &look.draft.words[place.clone()],
        if height > expected { "stronger" } else { "weaker" },
        scenario.issues[point.issue].name,
        chosen.we,
    );
    remarks.note(Rule::Strength, place, text);
}

fn concern(look: &Look<'_>, point: &IntendedPoint, remarks: &mut Remarks) {
    let forms = forms(&Phrasebook::english().ladders().concern);
    for sentence in sentences(look, point) {
        let Some((height, (at, len))) = strongest(look, sentence, &forms) else { continue };
        if height < DEPLORES || point.emphasis >= FIRM {
            continue;
        }
        let place = look.reading.place(at, len);
        let text = format!(
            "“{}” is among the strongest verbs there are, and on “{}” you chose to be less firm: \
             “are concerned about” would suit it.",
            &look.draft.words[place.clone()],
            look.draft.scenario.issues[point.issue].name,
        );
        remarks.note(Rule::Strength, place, text);
    }
}
