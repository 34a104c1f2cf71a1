//! Soundings, consultations, silence and the ladder (docs/model.md, section 5).

use std::sync::Arc;

use horseshoe::UnitInterval;
use horseshoe::council::{IssueId, OutcomeForm, OutcomeId, StageName};
use horseshoe::debate::{
    Action, Answer, Book, EventKind, Offer, Promise, RuleViolation, Silence, State,
};
use horseshoe::scenario::Scenario;
use horseshoe::text::draft_lines;
use horseshoe::vote::{self, Ballot, Decision, Failure};

use super::council::{Council, cyber};
use super::meeting::Meeting;

/// A tables a statement at 90; B would tolerate less, by its position.
fn statement(position_of_b: u32, fields: &str) -> Arc<Scenario> {
    Council::new()
        .member("A", "Elected", 90, 90)
        .member("B", "Elected", position_of_b, 90)
        .member("C", "Elected", 80, 60)
        .outcome("o", "PresidentialStatement", "A", 80)
        .with(fields)
        .build()
}

fn is_sounding(kind: &EventKind) -> bool {
    matches!(kind, EventKind::SoundingTaken(_))
}

#[test]
fn a_delegation_makes_five_soundings_before_the_meeting_and_two_in_each_round() {
    let mut meeting = Meeting::of(cyber());
    let (by, outcome) = (meeting.who("SVN"), meeting.outcome("mainstreaming-statement"));
    let asked = ["USA", "CHN", "RUS", "FRA", "GBR"].map(|id| meeting.who(id));
    for of in asked {
        meeting.does(&Action::SoundOut { by, of, outcome });
    }
    let of = meeting.who("DZA");
    let sixth = meeting.act(&Action::SoundOut { by, of, outcome });
    assert_eq!(sixth, Err(RuleViolation::NoSoundingLeft));
    meeting.until_stage(StageName::MembersStatements);
    let outside = meeting.act(&Action::SoundOut { by, of, outcome });
    assert_eq!(outside, Err(RuleViolation::NotInThisStage));
    meeting.until(|meeting| meeting.debate.state().bargaining.in_round);
    assert_eq!(meeting.debate.state().bargaining.soundings_left(by), 2);
    meeting.does(&Action::SoundOut { by, of, outcome });
    meeting.does(&Action::SoundOut { by, of: meeting.who("GUY"), outcome });
    let third = meeting.act(&Action::SoundOut { by, of: meeting.who("SLE"), outcome });
    assert_eq!(third, Err(RuleViolation::NoSoundingLeft));
}

#[test]
fn a_sounding_without_uncertainty_tells_the_position_as_it_is() {
    let mut meeting = Meeting::of(statement(30, ""));
    let (by, of, outcome) = (meeting.who("A"), meeting.who("B"), meeting.outcome("o"));
    let issue = meeting.issue("issue");
    meeting.does(&Action::SoundOut { by, of, outcome });
    let heard = meeting.debate.state().bargaining.notebook(by).last().expect("it was told");
    assert_eq!((heard.of, heard.issue), (of, issue));
    assert!((heard.position - 0.30).abs() < 1e-12);
    // Asked again in the same stage, the answer is the same.
    meeting.does(&Action::SoundOut { by, of, outcome });
    let answers: Vec<f64> = meeting
        .events
        .iter()
        .filter_map(|event| match &event.kind {
            EventKind::SoundingTaken(sounding) => Some(sounding.in_favour),
            _ => None,
        })
        .collect();
    assert!((answers[0] - answers[1]).abs() < 1e-15);
}

#[test]
fn soundings_and_drafts_stay_outside_the_record() {
    let mut meeting = Meeting::of(cyber());
    meeting.finish();
    for event in &meeting.events {
        let private = is_sounding(&event.kind)
            || matches!(
                event.kind,
                EventKind::AmendmentsWeighed { .. }
                    | EventKind::TextAmended { .. }
                    | EventKind::SilenceOpened { .. }
                    | EventKind::SilenceBroken { .. }
                    | EventKind::SilenceHeld { .. }
                    | EventKind::SteppedDown { .. }
                    | EventKind::PutInBlue { .. }
                    | EventKind::LeftAsSupport { .. }
            );
        assert!(!private || event.book == Book::Outside, "{:?}", event.kind);
    }
}

/// Whether the text of `outcome`, with the issue of `offer` moved to `to`, gives its author what it
/// promises for.
fn promised(
    scenario: &Scenario,
    before: &State,
    (outcome, offer): (OutcomeId, &Offer),
    to: f64,
) -> bool {
    let mut state = before.clone();
    let aims = state.texts[outcome].aims.iter_mut();
    for aim in aims.filter(|aim| aim.issue == offer.issue) {
        aim.position = UnitInterval::clamped(to);
    }
    let (_, chance) = vote::chance(state.room(scenario), offer.by, outcome);
    match offer.promise {
        Promise::Support => chance.in_favour >= 0.70,
        Promise::Tolerate => chance.against <= 0.10,
        Promise::Silence | Promise::Open => true,
    }
}

#[test]
fn an_offer_is_the_smallest_move_that_makes_its_author_content_or_tolerant() {
    let mut meeting = Meeting::of(cyber());
    let mut offers = 0;
    let mut before = meeting.debate.state().clone();
    let mut from = 0;
    while meeting.step() {
        for event in &meeting.events[from..] {
            let EventKind::AmendmentsWeighed { outcome, offers: weighed } = &event.kind else {
                continue;
            };
            for offer in weighed {
                let keeps = |to| promised(&meeting.scenario, &before, (*outcome, offer), to);
                offers += 1;
                assert!(keeps(offer.to), "{offer:?}");
                let step = 0.01 * (offer.to - offer.from).signum();
                assert!(!keeps(offer.to - step), "one step less would do: {offer:?}");
            }
        }
        from = meeting.events.len();
        before = meeting.debate.state().clone();
    }
    assert!(offers > 20, "{offers}");
}

#[test]
fn of_the_offers_taken_each_raises_what_the_penholder_expects() {
    for seed in 1..=5 {
        let mut meeting = Meeting::with_seed(cyber(), seed);
        meeting.finish();
        for event in &meeting.events {
            let EventKind::AmendmentsWeighed { offers, .. } = &event.kind else { continue };
            let value = |o: &Offer| o.estimate.unwrap_or(0.0) * o.gain;
            let taken =
                offers.iter().find(|o| o.answer == Answer::Taken && o.promise != Promise::Silence);
            let Some(taken) = taken else { continue };
            assert!(taken.gain > 0.0);
            assert!(
                offers
                    .iter()
                    .all(|o| value(o) <= value(taken) + 1e-12
                        || o.answer != Answer::AnotherWasBetter)
            );
        }
    }
}

#[test]
fn a_text_that_nobody_would_break_silence_on_is_agreed() {
    let mut meeting = Meeting::of(statement(85, "dynamics: Dynamics(noise: 0),"));
    meeting.finish();
    let opened = meeting.place(|kind| matches!(kind, EventKind::SilenceOpened { .. }));
    let held = meeting.place(|kind| matches!(kind, EventKind::SilenceHeld { .. }));
    assert_eq!(held, opened + 1);
    assert_eq!(meeting.result("o").decision, Decision::Adopted);
    let action = meeting.place(|kind| matches!(kind, EventKind::BallotsCast { .. }));
    assert!(action > held, "what is agreed outside is adopted in the meeting");
}

#[test]
fn whoever_breaks_silence_gives_a_reason_and_silence_is_extended_once_if_it_helps() {
    // B would object to 80, and lives with a little less; A can afford that.
    let fields = "program: [Opening, Consultations(rounds: 1), Action, Closing],";
    let show = Council::new()
        .member("A", "Elected", 90, 90)
        .member("B", "Elected", 52, 90)
        .member("C", "Elected", 80, 60)
        .outcome_with(("o", "PresidentialStatement"), "A", 80, "action: ToShowTheVote,")
        .with(fields)
        .with("dynamics: Dynamics(noise: 0, floor: 10),")
        .build();
    let mut meeting = Meeting::of(show);
    // The penholder refuses everything in the round, so that silence is broken.
    meeting.until(|meeting| meeting.debate.state().bargaining.in_round);
    let outcome = meeting.outcome("o");
    meeting.does(&Action::Answer { outcome, taken: None });
    meeting.finish();
    let broken = meeting.place(|kind| matches!(kind, EventKind::SilenceBroken { .. }));
    let EventKind::SilenceBroken { rows, .. } = &meeting.events[broken].kind else {
        panic!("it is one");
    };
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].delegation, meeting.who("B"));
    assert!(rows[0].judgement.total() < 0.0, "the reason stands in the row");
    let opened = meeting.places(|kind| matches!(kind, EventKind::SilenceOpened { .. }));
    assert_eq!(opened.len(), 2, "silence is extended");
    let amended = meeting.place(|kind| matches!(kind, EventKind::TextAmended { .. }));
    assert!(broken < amended && amended < opened[1]);
    assert_eq!(meeting.debate.state().bargaining.silence[outcome], Silence::Held);
    assert_eq!(meeting.result("o").decision, Decision::Adopted);
}

#[test]
fn a_text_on_which_silence_is_broken_for_good_fails_by_objection_outside_the_record() {
    let show = Council::new()
        .member("A", "Elected", 90, 90)
        .member_with_red_line("B", 20, (0, 50))
        .outcome_with(("o", "PresidentialStatement"), "A", 80, "action: ToShowTheVote,")
        .build();
    let mut meeting = Meeting::of(show);
    meeting.finish();
    let result = meeting.result("o");
    assert_eq!(result.decision, Decision::NotAdopted(Failure::Objection));
    assert_eq!(result.objected_by, [meeting.who("B")]);
    let decided = meeting.place(|kind| matches!(kind, EventKind::DecisionTaken { .. }));
    assert_eq!(meeting.events[decided].book, Book::Outside);
}

#[test]
fn a_text_without_votes_but_without_opponents_steps_down_to_a_statement() {
    // Nine votes are out of reach for six members, but nobody objects.
    let mut council = Council::new().member("A", "Elected", 70, 80);
    for id in ["B", "C", "D", "E", "F"] {
        council = council.member(id, "Elected", 65, 60);
    }
    let scenario = council.outcome("o", "Resolution", "A", 60).build();
    let mut meeting = Meeting::of(scenario);
    meeting.finish();
    let stepped = meeting.place(|kind| matches!(kind, EventKind::SteppedDown { .. }));
    assert_eq!(meeting.events[stepped].book, Book::Outside);
    let result = meeting.result("o");
    assert_eq!(result.form, OutcomeForm::PresidentialStatement);
    assert_eq!(result.decision, Decision::Adopted);
}

#[test]
fn only_a_president_that_holds_the_pen_falls_back_on_its_own_summary_and_only_once() {
    let council = |pen: &str| {
        Council::new()
            .member("A", "Elected", 90, 90)
            .member("B", "Elected", 90, 90)
            .member_with_red_line("C", 20, (0, 50))
            .outcome("o", "PresidentialStatement", pen, 80)
            .outcome("p", "PresidentialStatement", pen, 85)
            .build()
    };
    let mut own = Meeting::of(council("A"));
    own.finish();
    let forms = ["o", "p"].map(|id| own.result(id).form);
    let summaries = forms.iter().filter(|form| **form == OutcomeForm::PresidentsSummary).count();
    assert_eq!(summaries, 1, "{forms:?}");
    let mut other = Meeting::of(council("B"));
    other.finish();
    assert_eq!(other.result("o").form, OutcomeForm::PresidentialStatement);
}

#[test]
fn other_bodies_step_down_only_to_forms_that_their_rules_know() {
    let mut council = Council::new().member("A", "Elected", 70, 80);
    for id in ["B", "C", "D"] {
        council = council.member(id, "Elected", 62, 60);
    }
    let scenario = council
        .outcome("o", "Resolution", "A", 60)
        .with("rules: Rules(forms: { Resolution: Vote(threshold: Count(9)) }),")
        .build();
    let mut meeting = Meeting::of(scenario);
    meeting.finish();
    assert_eq!(meeting.result("o").form, OutcomeForm::Resolution);
}

#[test]
fn a_person_offers_an_amendment_and_another_who_holds_the_pen_takes_it() {
    let mut meeting = Meeting::of(statement(60, ""));
    let (by, outcome, issue) = (meeting.who("B"), meeting.outcome("o"), meeting.issue("issue"));
    let early = meeting.act(&Action::Offer { by, outcome, issue, to: 0.70, words: None });
    assert_eq!(early, Err(RuleViolation::NotInThisStage));
    meeting.until(|meeting| meeting.debate.state().bargaining.in_round);
    meeting.does(&Action::Offer { by, outcome, issue, to: 0.70, words: None });
    let wrong = Some((issue, 0.10, by));
    let refused = meeting.act(&Action::Answer { outcome, taken: wrong });
    assert_eq!(refused, Err(RuleViolation::DoesNotFit), "nobody offered that");
    meeting.does(&Action::Answer { outcome, taken: Some((issue, 0.70, by)) });
    let text = &meeting.debate.state().texts[outcome];
    assert_eq!(text.version, 2);
    assert!((text.aims[0].position.get() - 0.70).abs() < 1e-12);
}

/// What a penholder made of a paragraph in other words, offered by State B with or without a move.
fn reworded(position_of_b: u32, to: f64) -> (Meeting, OutcomeId, IssueId) {
    let mut meeting = Meeting::of(statement(position_of_b, ""));
    let (by, outcome, issue) = (meeting.who("B"), meeting.outcome("o"), meeting.issue("issue"));
    meeting.until(|meeting| meeting.debate.state().bargaining.in_round);
    let words = Some(OTHER_WORDS.to_owned());
    meeting.does(&Action::Offer { by, outcome, issue, to, words });
    (meeting, outcome, issue)
}

const OTHER_WORDS: &str = "Encourages all States to share what they know in time";

#[test]
fn a_paragraph_stands_in_the_words_in_which_its_change_was_offered() {
    let (mut meeting, outcome, issue) = reworded(60, 0.70);
    let by = meeting.who("B");
    meeting.does(&Action::Answer { outcome, taken: Some((issue, 0.70, by)) });
    let text = meeting.debate.state().texts[outcome].clone();
    let lines = draft_lines(&meeting.scenario, outcome, &text);
    assert!(lines.iter().any(|line| line.contains("share what they know in time")), "{lines:?}");
    assert!((text.aims[0].position.get() - 0.70).abs() < 1e-12);
    // Amended there again, it stands in words for where it then stands.
    meeting.until(|meeting| meeting.debate.state().bargaining.round == 2);
    let action = Action::Offer { by, outcome, issue, to: 0.20, words: None };
    meeting.does(&action);
    meeting.does(&Action::Answer { outcome, taken: Some((issue, 0.20, by)) });
    let text = &meeting.debate.state().texts[outcome];
    assert_eq!((text.version, text.wording(issue)), (3, None));
}

#[test]
fn other_words_that_move_nothing_are_taken_where_nothing_else_is() {
    let (mut meeting, outcome, issue) = reworded(85, 0.80);
    meeting.does(&Action::Weigh(outcome));
    let text = &meeting.debate.state().texts[outcome];
    assert_eq!((text.version, text.wording(issue)), (2, Some(OTHER_WORDS)));
    assert!((text.aims[0].position.get() - 0.80).abs() < 1e-12);
}

#[test]
fn a_ballot_locked_by_a_person_is_cast_and_changes_no_other() {
    let scenario = cyber();
    let ballots = |lock: Option<Ballot>| {
        let mut meeting = Meeting::of(Arc::clone(&scenario));
        let (by, outcome) = (meeting.who("SVN"), meeting.outcome("annual-meeting"));
        if let Some(ballot) = lock {
            meeting.does(&Action::Lock { by, outcome, ballot });
        }
        meeting.finish();
        let state = meeting.debate.state();
        let all = scenario.derived.voting.iter().map(|&who| (who, state.ballots[(who, outcome)]));
        let (own, others): (Vec<_>, Vec<_>) = all.partition(|(who, _)| *who == by);
        (own[0].1, others)
    };
    let (_, free) = ballots(None);
    for ballot in [Ballot::Against, Ballot::Abstaining] {
        let (own, others) = ballots(Some(ballot));
        assert_eq!(own, Some(ballot));
        assert_eq!(others, free);
    }
}

#[test]
fn the_final_text_of_what_is_put_to_the_vote_is_in_blue() {
    let mut meeting = Meeting::of(cyber());
    meeting.finish();
    for event in &meeting.events {
        if let EventKind::BallotsCast { outcome, .. } = event.kind {
            let form = meeting.debate.state().texts[outcome].form;
            let voted = matches!(form, OutcomeForm::Resolution | OutcomeForm::ProceduralDecision);
            let blue = |kind: &EventKind| *kind == EventKind::PutInBlue { outcome };
            assert!(!voted || meeting.places(blue).len() == 1);
        }
    }
}
