//! A class: what it foretold, what it heard, what it learned.

use std::collections::BTreeMap;

use horseshoe::Seed;
use horseshoe::analysis::agreement::{Mark, Marks, NoKappa, between, misheard, table, with_record};
use horseshoe::analysis::forecasters::{COIN, Forecasts, foretold, of_the_model, score};
use horseshoe::analysis::learning::{
    Answers, Learned, NoGain, by_question, learned, learned_by_class,
};
use horseshoe::council::{Declared, PutToAction, with_names};
use horseshoe::debate::{EventKind, OutcomeResult, Record, results};
use horseshoe::scenario::Question;
use horseshoe::vote::Decision;
use proptest::prelude::*;

use super::council::cyber;

fn record() -> Record {
    Record::of(cyber(), Seed(1))
}

fn ended(record: &Record) -> Vec<OutcomeResult> {
    results(&record.scenario, &record.state_at(record.events.len()))
}

fn saying(by: &str, record: &Record, p: impl Fn(&OutcomeResult) -> f64) -> Forecasts {
    let adopted = ended(record).iter().map(|result| (result.outcome, p(result))).collect();
    Forecasts { by: by.to_owned(), adopted }
}

#[test]
fn who_knows_scores_nothing_who_is_wrong_scores_one_and_a_coin_a_quarter() {
    let record = record();
    let was = |result: &OutcomeResult| f64::from(u8::from(result.decision == Decision::Adopted));
    let people = [
        saying("Ada", &record, was),
        saying("Ben", &record, |result| 1.0 - was(result)),
        saying("Cleo", &record, |_| 0.5),
        Forecasts { by: "Dan".to_owned(), adopted: BTreeMap::new() },
    ];
    let model = of_the_model(&record.scenario);
    let scores = score(&record.scenario, &ended(&record), &people, &model);
    let brier: Vec<Option<f64>> = scores.people.iter().map(|it| it.brier).collect();
    assert_eq!(brier, [Some(0.0), Some(1.0), Some(COIN), None]);
    assert_eq!(scores.pooled.brier, Some(COIN));
    assert!(scores.model.brier < Some(COIN), "{}", scores.model.sentence());
    assert!(scores.people[0].sentence().contains("better than"));
    assert!(scores.people[1].sentence().contains("worse than"));
    assert!(scores.people[3].sentence().contains("no forecast"));
}

#[test]
fn a_text_that_was_not_put_was_not_adopted_and_one_only_tallied_does_not_count() {
    let record = record();
    let model = of_the_model(&record.scenario);
    let scores = score(&record.scenario, &ended(&record), &[], &model);
    let scenario = &record.scenario;
    assert_eq!(scores.outcomes.len(), foretold(scenario).count());
    for (outcome, adopted) in &scores.outcomes {
        assert_ne!(scenario.outcomes[*outcome].action, PutToAction::TalliedOnly);
        let ended = ended(&record).into_iter().find(|it| it.outcome == *outcome);
        let not_put = matches!(ended.expect("it ended").decision, Decision::NotPut { .. });
        assert!(!(not_put && *adopted));
    }
    assert!(scores.outcomes.len() < scenario.outcomes.len());
}

#[test]
fn what_is_no_chance_is_no_forecast() {
    let record = record();
    let people = [1.5, -0.1, f64::NAN].map(|p| saying("Eve", &record, |_| p));
    let model = Forecasts::default();
    let scores = score(&record.scenario, &ended(&record), &people, &model);
    assert!(scores.people.iter().all(|it| it.brier.is_none() && it.of == 0));
    assert!(scores.pooled.brier.is_none());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_room_is_never_worse_than_its_members_on_average(
        all in proptest::collection::vec(proptest::collection::vec(0.0..=1.0_f64, 30), 1..9)
    ) {
        let record = record();
        let ended = ended(&record);
        let people: Vec<Forecasts> = all
            .iter()
            .map(|chances| {
                let adopted = ended.iter().map(|it| it.outcome).zip(chances.iter().copied());
                Forecasts { by: "Pupil".to_owned(), adopted: adopted.collect() }
            })
            .collect();
        let scores = score(&record.scenario, &ended, &people, &Forecasts::default());
        let mean: f64 = scores.people.iter().filter_map(|it| it.brier).sum::<f64>()
            / people.len() as f64;
        prop_assert!(scores.pooled.brier.expect("all forecast") <= mean + 1e-12);
    }
}

/// What a note-taker marks who hears every declaration as `hear` says.
fn heard(by: &str, record: &Record, hear: impl Fn(usize, Declared) -> Declared) -> Marks {
    let mut marks = Marks { by: by.to_owned(), heard: Vec::new() };
    for (at, event) in record.events.iter().enumerate() {
        let EventKind::StatementDelivered(said) = &event.kind else { continue };
        for outcome in record.scenario.outcomes.ids() {
            let declared = said.declarations.iter().find(|it| it.outcome == outcome);
            let declared = declared.map_or(Declared::Undeclared, |it| it.stance);
            let stance = hear(marks.heard.len(), declared);
            marks.heard.push(Mark { event: at + 1, outcome, stance });
        }
    }
    marks
}

#[test]
fn who_hears_all_agrees_fully_and_who_hears_nothing_agrees_by_chance_alone() {
    let record = record();
    let all = [
        heard("Ada", &record, |_, declared| declared),
        heard("Ben", &record, |_, _| Declared::Undeclared),
        heard("Cleo", &record, |at, declared| match at % 5 {
            0 => Declared::Opposed,
            _ => declared,
        }),
    ];
    let table = table(&record, &all);
    assert_eq!((table.with_record.len(), table.pairs.len()), (3, 3));
    assert_eq!((table.with_record[0].share(), table.with_record[0].kappa), (Some(1.0), Ok(1.0)));
    assert_eq!(table.with_record[1].kappa, Ok(0.0));
    assert!(table.with_record[1].share() > Some(0.4));
    let kappa = table.with_record[2].kappa.expect("both vary");
    assert!(kappa > 0.5 && kappa < 0.9, "{kappa}");
    assert!(misheard(&record, &all[0]).is_empty());
    let wrong = misheard(&record, &all[2]);
    assert_eq!(wrong.len(), table.with_record[2].items - table.with_record[2].same);
    assert!(wrong.iter().all(|it| it.text.contains("“opposed” is marked")), "{wrong:?}");
}

#[test]
fn those_with_nothing_in_common_have_no_kappa_and_of_two_marks_the_later_counts() {
    let record = record();
    let mut all = heard("Ada", &record, |_, declared| declared);
    let nothing = Marks { by: "Ben".to_owned(), heard: Vec::new() };
    assert_eq!(between(&all, &nothing).kappa, Err(NoKappa::NothingInCommon));
    let first = all.heard[0];
    all.heard.insert(0, Mark { stance: Declared::Opposed, ..first });
    assert_eq!(with_record(&record, &all).share(), Some(1.0));
    // A mark on an event that is no statement is passed over.
    all.heard.push(Mark { event: 1, ..first });
    all.heard.push(Mark { event: 0, ..first });
    assert_eq!(with_record(&record, &all).share(), Some(1.0));
}

#[test]
fn what_a_class_writes_is_saved_by_name_and_read_again() {
    let record = record();
    let marks = heard("Ada", &record, |_, declared| declared);
    let forecasts = saying("Ada", &record, |_| 0.25);
    with_names(&record.scenario.derived.names, || {
        let written = serde_json::to_string(&(&marks, &forecasts)).expect("it can be written");
        assert!(written.contains("\"oewg-primacy\":0.25"), "{written}");
        let read: (Marks, Forecasts) = serde_json::from_str(&written).expect("it can be read");
        assert_eq!(read, (marks.clone(), forecasts.clone()));
    });
}

fn questions() -> Vec<Question> {
    let question = |answer| Question {
        text: "What happens?".to_owned(),
        choices: ["this", "that", "nothing"].map(str::to_owned).to_vec(),
        answer,
        because: String::new(),
    };
    [0, 1, 2, 1].map(question).to_vec()
}

fn answers(before: [usize; 4], after: [usize; 4]) -> Answers {
    let given = |all: [usize; 4]| all.map(Some).to_vec();
    Answers { by: "Ada".to_owned(), before: given(before), after: given(after) }
}

#[test]
fn the_gain_is_the_share_of_what_was_left_to_learn() {
    let all = questions();
    let found = learned(&all, &answers([0, 0, 0, 0], [0, 1, 2, 0])).expect("asked twice");
    assert_eq!((found.before, found.after), (0.25, 0.75));
    assert!((found.gain().expect("something was left") - 2.0 / 3.0).abs() < 1e-12);
    let forgot = learned(&all, &answers([0, 1, 0, 0], [0, 0, 0, 0])).expect("asked twice");
    assert_eq!(forgot.gain(), Ok(-0.5));
    let knew = learned(&all, &answers([0, 1, 2, 1], [0, 1, 2, 1])).expect("asked twice");
    assert_eq!(knew.gain(), Err(NoGain::AllRightBefore));
    assert!(knew.sentence().contains("nothing was left to gain"));
}

/// Hake 1998 reckons the gain of a class from its means: here 0.25 before, 0.625 after, half of
/// what was left. The mean of the two gains would be 0.5 as well only by accident: it is 0.5833.
#[test]
fn the_gain_of_a_class_is_that_of_its_means_over_those_asked_twice() {
    let all = questions();
    let mut once = answers([0, 1, 2, 1], [0, 0, 0, 0]);
    once.after.clear();
    let class =
        [answers([0, 1, 0, 0], [0, 1, 2, 0]), answers([1, 0, 0, 0], [0, 1, 0, 0]), once.clone()];
    assert_eq!(learned(&all, &once), None);
    let found = learned_by_class(&all, &class).expect("two were asked twice");
    assert_eq!(found, Learned { before: 0.25, after: 0.625 });
    assert_eq!(found.gain(), Ok(0.5));
    let each = by_question(&all, &class);
    assert_eq!(each[0], Some(Learned { before: 0.5, after: 1.0 }));
    assert_eq!(each[3], Some(Learned { before: 0.0, after: 0.0 }));
    assert_eq!(learned_by_class(&all, &[]), None);
}
