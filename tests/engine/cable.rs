//! The reporting cable is checked against what was said, and nothing else.

use horseshoe::Seed;
use horseshoe::analysis::cable::{Cable, CableEntry, Found, StanceFound, check, uttered};
use horseshoe::council::{Declared, DelegationId, OutcomeId, with_names};
use horseshoe::debate::{EventKind, Record};
use horseshoe::text::sentences_of;

use super::council::cyber;

fn record() -> Record {
    Record::of(cyber(), Seed(1))
}

/// A declaration of the debate: at which event, whose, on what, how.
fn declarations(record: &Record) -> Vec<(usize, DelegationId, OutcomeId, Declared)> {
    let events = record.events.iter().enumerate();
    events
        .filter_map(|(at, event)| match &event.kind {
            EventKind::StatementDelivered(said) => Some((at + 1, said)),
            _ => None,
        })
        .flat_map(|(event, said)| {
            let all = said.declarations.iter();
            all.map(move |it| (event, said.speaker, it.outcome, it.stance))
        })
        .collect()
}

/// A cable that reports each delegation's first declaration with a sentence of its own.
fn right_cable(record: &Record) -> Cable {
    let said = uttered(record, record.events.len());
    let mut cable = Cable { assessment: "All went as expected.".to_owned(), ..Cable::default() };
    for (event, who, outcome, _) in declarations(record) {
        if cable.entries.iter().any(|entry| entry.who == who) {
            continue;
        }
        let words = &said.iter().find(|it| it.event == event).expect("it was told").words;
        let quotation = sentences_of(words).nth(2).expect("it has sentences").to_owned();
        let last = declarations(record).into_iter().rev();
        let last = last.into_iter().find(|it| it.1 == who && it.2 == outcome).expect("it is there");
        cable.entries.push(CableEntry { who, stance: last.3, outcome, quotation });
    }
    cable
}

#[test]
fn a_true_cable_has_every_entry_right_and_leaves_nobody_out() {
    let record = record();
    let (until, said) = (record.events.len(), uttered(&record, record.events.len()));
    let checked = check(&record, until, &said, &right_cable(&record));
    let score = checked.score();
    assert!(score.of > 15);
    for entry in &checked.entries {
        assert!(entry.is_right(), "{:?}", entry.texts);
    }
    assert_eq!((score.right, score.stances, score.quotations), (score.of, score.of, score.of));
    assert!(checked.omitted.is_empty(), "{:?}", checked.omitted);
}

#[test]
fn a_wrong_stance_is_named_with_the_right_one_and_its_turn() {
    let record = record();
    let said = uttered(&record, record.events.len());
    let mut cable = right_cable(&record);
    let entry = &mut cable.entries[0];
    let was = entry.stance;
    entry.stance = if was == Declared::Opposed { Declared::InFavour } else { Declared::Opposed };
    let checked = check(&record, record.events.len(), &said, &cable);
    let StanceFound::Wrong { declared, event } = checked.entries[0].stance else {
        panic!("{:?}", checked.entries[0].stance);
    };
    assert_eq!(declared, was);
    let turns = horseshoe::debate::turns_so_far(&record);
    let holds = |turn: &horseshoe::debate::Turn| turn.events.contains(&(event - 1));
    let turn = turns.iter().position(holds).expect("it was told in a turn") + 1;
    assert!(checked.entries[0].texts[0].contains(&format!("(turn {turn})")));
    assert_eq!(checked.score().right, checked.score().of - 1);
}

#[test]
fn words_of_another_are_given_back_to_whoever_spoke_them() {
    let record = record();
    let said = uttered(&record, record.events.len());
    let mut cable = right_cable(&record);
    cable.entries[0].quotation = cable.entries[3].quotation.clone();
    let other = cable.entries[3].who;
    let checked = check(&record, record.events.len(), &said, &cable);
    assert!(matches!(checked.entries[0].quotation, Found::OfAnother { by, .. } if by == other));
    assert!(checked.entries[0].stance.is_right());
}

#[test]
fn for_words_that_nobody_said_the_nearest_sentence_is_offered() {
    let record = record();
    let said = uttered(&record, record.events.len());
    let mut cable = right_cable(&record);
    let real = cable.entries[1].quotation.clone();
    let words: Vec<&str> = real.split(' ').collect();
    let mut changed = words.clone();
    changed.insert(words.len() / 2, "never");
    cable.entries[1].quotation = changed.join(" ");
    cable.entries[2].quotation = "Bananas ripen faster beside apples in paper bags".to_owned();
    let checked = check(&record, record.events.len(), &said, &cable);
    let Found::Nowhere { nearest: Some((_, sentence)) } = &checked.entries[1].quotation else {
        panic!("{:?}", checked.entries[1].quotation);
    };
    assert_eq!(*sentence, real);
    assert_eq!(checked.entries[2].quotation, Found::Nowhere { nearest: None });
}

#[test]
fn who_declared_itself_and_is_not_reported_is_listed_and_the_assessment_counts_for_nothing() {
    let record = record();
    let said = uttered(&record, record.events.len());
    let mut cable = right_cable(&record);
    let dropped = cable.entries.remove(0).who;
    let checked = check(&record, record.events.len(), &said, &cable);
    assert_eq!(checked.omitted.iter().map(|it| it.who).collect::<Vec<_>>(), [dropped]);
    assert_eq!(checked.score().right, checked.score().of);
    cable.assessment = "Nonsense.".to_owned();
    assert_eq!(check(&record, record.events.len(), &said, &cable), checked);
}

#[test]
fn what_is_said_later_is_not_known_to_an_earlier_cable() {
    let record = record();
    let cable = right_cable(&record);
    let checked = check(&record, 3, &uttered(&record, 3), &cable);
    assert!(checked.omitted.is_empty());
    assert_eq!(checked.score().quotations, 0);
}

#[test]
fn a_cable_is_saved_by_name_and_read_again() {
    let record = record();
    let cable = right_cable(&record);
    with_names(&record.scenario.derived.names, || {
        let written = serde_json::to_string(&cable).expect("it can be written");
        assert!(written.contains("\"who\":\"KOR\""), "{written}");
        assert_eq!(serde_json::from_str::<Cable>(&written).expect("it can be read"), cable);
    });
}
