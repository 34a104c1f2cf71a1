//! What happens in a meeting is told as the Council tells it, in the record and outside it.

use std::sync::Arc;

use horseshoe::Seed;
use horseshoe::council::{DelegationId, InjectId, IssueId, OutcomeId, StatementPurpose};
use horseshoe::debate::{Action, Book, Debate, Event, EventKind, Motion, Record};
use horseshoe::scenario::Scenario;
use horseshoe::text::{Entry, EntryKind, Verbatim};

use super::council::{Council, cyber};

/// A debate in which people act, and all of its events.
struct Held {
    scenario: Arc<Scenario>,
    debate: Debate,
    events: Vec<Event>,
}

impl Held {
    fn new(scenario: Arc<Scenario>, seed: u64) -> Self {
        let debate = Debate::new(Arc::clone(&scenario), Seed(seed));
        Self { scenario, debate, events: Vec::new() }
    }

    /// Goes on as proposed until `there`.
    fn until(&mut self, there: impl Fn(&Debate, &Action) -> bool) {
        while let Some(action) = self.debate.propose() {
            if there(&self.debate, &action) {
                return;
            }
            self.debate.commit(&action, &mut self.events).expect("what is proposed is admitted");
        }
        panic!("the debate never came there");
    }

    fn act(&mut self, action: &Action) {
        self.debate.intervene(action, &mut self.events).expect("the rules admit it");
    }

    fn finish(&mut self) -> Vec<Entry> {
        self.debate.run(&mut self.events);
        Verbatim::of(&self.scenario, self.debate.seed(), &self.events)
    }

    fn member(&self, id: &str) -> DelegationId {
        self.scenario.delegation(id).expect("it takes part")
    }

    fn text(&self, id: &str) -> OutcomeId {
        self.scenario.outcome(id).expect("it is proposed")
    }

    fn issue(&self) -> IssueId {
        self.scenario.issues.ids().next().expect("there is one")
    }
}

fn tells(entries: &[Entry], book: Book, words: &str) {
    let found = entries.iter().any(|entry| entry.book == book && entry.text.contains(words));
    let all: Vec<&str> = entries.iter().map(|entry| entry.text.as_str()).collect();
    assert!(found, "{words}\nis not in\n{}", all.join("\n"));
}

/// An operative paragraph: "2. Decides …".
fn is_numbered(text: &str) -> bool {
    let number = text.split_once(". ").map(|(number, _)| number.parse::<usize>().is_ok());
    number == Some(true)
}

/// What is told is told well: whole sentences, no slot left open, no word twice.
fn reads_well(entries: &[Entry]) {
    for Entry { text, kind, .. } in entries {
        assert!(!text.contains(['{', '}']) && !text.contains("NaN"), "{text}");
        assert!(!text.contains("  ") && !text.contains("..") && !text.contains(" ,"), "{text}");
        let tokens: Vec<&str> = text.split_whitespace().collect();
        assert!(tokens.windows(2).all(|pair| pair[0] != pair[1]), "{text}");
        let first = text.chars().next().expect("an entry says something");
        assert!(first.is_uppercase() || first == '“' || is_numbered(text), "{text}");
        assert_eq!(text.matches('“').count(), text.matches('”').count(), "{text}");
        // A statement that the President reads out follows a colon.
        let whole = text.ends_with(['.', '”', '?', ':']);
        assert!(whole || *kind != EntryKind::President, "{text}");
    }
}

/// Positions lie between 0 and 100, and stand in words alone.
fn names_no_position(entries: &[Entry]) {
    for Entry { text, .. } in entries.iter().filter(|entry| entry.book == Book::Outside) {
        assert!(!text.contains("0."), "{text}");
    }
}

/// Nine elected members for the text of A, and a permanent one against it.
fn with_a_veto() -> Council {
    let mut council = Council::new().member("A", "Elected", 90, 90).member_with(
        ("P", "Permanent"),
        0,
        100,
        "style: Candid,",
    );
    for id in ["B", "C", "D", "E", "F", "G", "H", "I", "J"] {
        council = council.member(id, "Elected", 90, 90);
    }
    council.outcome_with(
        ("o", "Resolution"),
        "A",
        90,
        "action: ToShowTheVote, text: [ Preambular(text: \"Recalling\"), Operative(text: \
         \"Decides\", issue: \"issue\") ],",
    )
}

const PROGRAM: &str = "program: [Opening, MembersStatements(order: Alphabet), \
                       Consultations(rounds: 2), FurtherStatements, Action, Closing],";

#[test]
fn every_entry_of_the_cyber_debate_reads_well() {
    let scenario = cyber();
    for seed in 1..=60 {
        let record = Record::of(Arc::clone(&scenario), Seed(seed));
        let entries = Verbatim::of(&scenario, Seed(seed), &record.events);
        reads_well(&entries);
        names_no_position(&entries);
    }
}

#[test]
fn a_sounding_tells_its_answer_in_words_alone() {
    let scenario = cyber();
    let record = Record::of(Arc::clone(&scenario), Seed(3));
    let entries = Verbatim::of(&scenario, Seed(3), &record.events);
    let soundings: Vec<&Entry> =
        entries.iter().filter(|entry| entry.text.contains(" sounded out ")).collect();
    assert!(soundings.len() > 20);
    for entry in soundings {
        assert!(!entry.text.contains(|c: char| c.is_ascii_digit()), "{}", entry.text);
        assert_eq!(entry.book, Book::Outside);
    }
}

#[test]
fn soundings_about_one_text_name_it_once() {
    let scenario = cyber();
    let record = Record::of(Arc::clone(&scenario), Seed(3));
    let entries = Verbatim::of(&scenario, Seed(3), &record.events);
    let asked = |event: &Event| match &event.kind {
        EventKind::SoundingTaken(sounding) => Some((sounding.by, sounding.outcome)),
        _ => None,
    };
    let mut again = 0;
    for (at, pair) in record.events.windows(2).enumerate() {
        let Some(asks) = asked(&pair[1]) else { continue };
        let mut own = entries.iter().filter(|entry| entry.event == at + 2);
        let told = own.find(|entry| entry.text.contains(" sounded out ")).expect("it is told");
        let same = asked(&pair[0]) == Some(asks);
        assert_eq!(told.text.starts_with("On the same text, "), same, "{}", told.text);
        assert_eq!(told.text.contains('“'), !same, "{}", told.text);
        again += usize::from(same);
    }
    assert!(again > 0);
}

#[test]
fn the_meeting_opens_as_the_council_opens_it() {
    let scenario = cyber();
    let record = Record::of(Arc::clone(&scenario), Seed(3));
    let entries = Verbatim::of(&scenario, Seed(3), &record.events);
    let said: Vec<&str> = entries
        .iter()
        .filter(|entry| entry.kind == EntryKind::President)
        .map(|entry| entry.text.as_str())
        .collect();
    assert!(said[0].starts_with("In accordance with rule 37 of the Council's provisional rules"));
    assert!(said[1].starts_with("In accordance with rule 39 of the Council's provisional rules"));
    assert_eq!(
        said[2],
        "The Security Council will now begin its consideration of the item on its agenda. I wish \
         to draw the attention of members to the concept note circulated for this meeting."
    );
    assert!(!said.iter().any(|text| text.contains("so decided")));
    // Each briefer is thanked once, before anything else is said.
    let briefers = scenario.members.iter().filter(|member| member.is_briefer());
    for briefer in briefers {
        let name = briefer.name.in_sentence();
        let thanks = format!("I thank the representative of {name} for the briefing. ");
        assert_eq!(said.iter().filter(|text| text.starts_with(&thanks)).count(), 1, "{name}");
    }
}

#[test]
fn a_veto_is_explained_before_the_vote_and_leads_to_the_assembly() {
    let mut held = Held::new(with_a_veto().with(PROGRAM).build(), 1);
    let entries = held.finish();
    reads_well(&entries);
    tells(&entries, Book::Record, "wish to make statements before the voting");
    tells(&entries, Book::Record, "I shall put the draft resolution to the vote now.");
    tells(&entries, Book::Record, "owing to the negative vote of a permanent member");
    tells(
        &entries,
        Book::Outside,
        "In accordance with General Assembly resolution 76/262, following the veto cast on the \
         draft resolution entitled “Outcome o”, the President",
    );
    let put = |entry: &Entry| entry.text.contains("Members of the Council have before them");
    assert_eq!(entries.iter().filter(|entry| put(entry)).count(), 1);
}

#[test]
fn amendments_and_parts_are_voted_on_before_the_text() {
    let council = with_a_veto().with(PROGRAM);
    let mut held = Held::new(council.build(), 1);
    let (by, outcome, issue) = (held.member("P"), held.text("o"), held.issue());
    held.until(|_, action| matches!(action, Action::Decide(_)));
    let motion = Motion::Amend { outcome, issue, to: 0.5 };
    held.act(&Action::Move { by, motion });
    let entries = held.finish();
    reads_well(&entries);
    tells(&entries, Book::Record, "In accordance with rule 33 of the provisional rules");
    let amended = entries.iter().any(|entry| entry.text.contains("rule 36"));
    let refused =
        entries.iter().any(|entry| entry.text.contains("The motion has not been carried"));
    assert!(amended || refused);
}

#[test]
fn a_part_is_named_by_its_paragraph() {
    let scenario = cyber();
    let mut found = 0;
    for seed in 1..=12 {
        let mut held = Held::new(Arc::clone(&scenario), seed);
        held.until(|_, action| matches!(action, Action::Decide(_)));
        let voting = scenario.derived.voting.clone();
        let texts: Vec<OutcomeId> = scenario.outcomes.ids().collect();
        let asked = texts.iter().any(|&outcome| {
            let aims = held.debate.state().texts[outcome].aims.clone();
            aims.iter().any(|aim| {
                let issue = aim.issue;
                voting.iter().any(|&by| {
                    let ask = Action::AskSeparateVote { by, outcome, issue };
                    held.debate.intervene(&ask, &mut held.events).is_ok()
                })
            })
        });
        if asked {
            found += 1;
            let entries = held.finish();
            reads_well(&entries);
            tells(&entries, Book::Record, "In accordance with rule 32");
            tells(&entries, Book::Record, "operative paragraph");
            tells(&entries, Book::Record, "That part of the text has");
        }
    }
    assert!(found > 0, "no separate vote was admitted");
}

#[test]
fn points_of_order_and_motions_name_their_rules() {
    let mut held = Held::new(with_a_veto().with(PROGRAM).build(), 2);
    held.until(|debate, _| debate.state().heard() == 2);
    let (p, b) = (held.member("P"), held.member("B"));
    held.act(&Action::RaisePointOfOrder(p));
    held.act(&Action::Rule { upheld: false });
    held.act(&Action::Challenge(p));
    held.act(&Action::Move { by: b, motion: Motion::Suspend });
    held.act(&Action::DecideMotion);
    held.act(&Action::Move { by: p, motion: Motion::Postpone(held.text("o")) });
    held.act(&Action::DecideMotion);
    let entries = held.finish();
    reads_well(&entries);
    tells(&entries, Book::Record, "on a point of order");
    tells(&entries, Book::Record, "In accordance with rule 30 of the provisional rules");
    tells(&entries, Book::Record, "has challenged the ruling");
    tells(&entries, Book::Record, "It is decided without debate");
    tells(&entries, Book::Record, "votes in favour, ");
}

#[test]
fn objections_to_agenda_and_invitation_lead_to_a_vote_on_procedure() {
    let scenario = cyber();
    let mut held = Held::new(Arc::clone(&scenario), 4);
    held.until(|debate, action| {
        *action == Action::OpenNextStage
            && debate.state().next_stage(debate.scenario())
                == Some(horseshoe::council::Stage::Opening)
    });
    let by = scenario.derived.voting[0];
    let of = scenario.invited().next().expect("some are invited");
    held.act(&Action::ObjectToAgenda(by));
    held.act(&Action::ObjectToInvitation { by, of });
    let entries = held.finish();
    reads_well(&entries);
    tells(&entries, Book::Outside, "objected to the provisional agenda");
    tells(&entries, Book::Record, "I shall put the provisional agenda to the vote.");
    tells(&entries, Book::Record, "The provisional agenda has");
    let headings = entries.iter().filter(|entry| entry.text == "Adoption of the agenda");
    assert_eq!(headings.count(), 1);
    assert!(!entries.iter().any(|entry| entry.text == "The agenda was adopted."));
}

#[test]
fn who_presides_speaks_as_president_and_resumes_its_functions_once() {
    let mut held = Held::new(with_a_veto().with(PROGRAM).build(), 5);
    held.until(|debate, _| debate.state().heard() == 3);
    held.act(&Action::CedeChair);
    let entries = held.finish();
    reads_well(&entries);
    tells(&entries, Book::Record, "In accordance with rule 20");
    tells(&entries, Book::Record, "The representative of State B took the chair.");
    let mut own = false;
    let mut president = "A";
    for entry in entries.iter().filter(|entry| entry.book == Book::Record) {
        match &entry.kind {
            EntryKind::President => {
                let resumes = entry
                    .text
                    .starts_with("I now resume my functions as President of the Council.");
                assert_eq!(resumes, own, "{}", entry.text);
                own = false;
                if entry.text.contains("in my capacity as the representative of") {
                    assert!(entry.text.contains(&format!("State {president}")), "{}", entry.text);
                }
            }
            EntryKind::Statement { speaker, .. } => {
                own = held.scenario.members[*speaker].identifier == president;
            }
            EntryKind::Proceedings if entry.text.contains("took the chair") => {
                (president, own) = ("B", false);
            }
            EntryKind::Proceedings | EntryKind::Heading => {}
        }
    }
}

#[test]
fn a_text_that_steps_down_is_named_by_its_form_at_that_moment() {
    let scenario = with_a_veto().outcome("soft", "Resolution", "A", 60).with(PROGRAM).build();
    let mut held = Held::new(scenario, 6);
    let (by, outcome) = (held.member("A"), held.text("soft"));
    held.until(|debate, action| {
        matches!(action, Action::Conclude(_)) && debate.state().bargaining.round > 0
    });
    held.act(&Action::StepDown { by, outcome });
    let entries = held.finish();
    reads_well(&entries);
    tells(
        &entries,
        Book::Outside,
        "State A did not seek a resolution any longer and turned to a presidential statement.",
    );
    let wrong = "draft resolution entitled “Outcome soft”";
    assert!(!entries.iter().any(|entry| entry.text.contains(wrong)));
}

#[test]
fn silence_that_is_broken_names_who_broke_it_and_why() {
    let scenario = Council::new()
        .member("A", "Elected", 90, 90)
        .member_with_red_line("B", 30, (20, 45))
        .member("C", "Elected", 0, 100)
        .outcome_with(("o", "PresidentialStatement"), "A", 90, "action: ToShowTheVote,")
        .with(PROGRAM)
        .build();
    let entries = Held::new(scenario, 1).finish();
    reads_well(&entries);
    tells(&entries, Book::Outside, "was placed under silence for 24 hours.");
    tells(&entries, Book::Outside, "could not go beyond its instructions on the issue");
    tells(&entries, Book::Outside, "State C could not accept “more” on the issue");
    tells(&entries, Book::Outside, "Consensus was not found on the draft presidential statement");
    assert!(!entries.iter().any(|e| e.book == Book::Record && e.text.contains("Consensus")));
}

#[test]
fn a_withdrawal_says_who_and_an_inject_says_what() {
    let scenario = with_a_veto()
        .with(PROGRAM)
        .with("injects: [ Inject(title: \"A report is published\", text: \"It names no State.\", when: ByHand) ],")
        .build();
    let mut held = Held::new(scenario, 7);
    let (by, outcome) = (held.member("A"), held.text("o"));
    held.act(&Action::FireInject(<InjectId as horseshoe::council::Id>::at(0)));
    held.until(|_, action| matches!(action, Action::Decide(_)));
    held.act(&Action::Sponsor { by: held.member("B"), outcome });
    held.act(&Action::Withdraw { by, outcome });
    let entries = held.finish();
    reads_well(&entries);
    tells(&entries, Book::Outside, "A report is published: It names no State.");
    tells(&entries, Book::Outside, "State B joined the sponsors of “Outcome o”.");
    tells(&entries, Book::Record, "State A has withdrawn the draft resolution");
}

#[test]
fn a_long_list_is_suspended_at_the_hour_and_resumed() {
    let scenario = with_a_veto().with("starts: \"12:30\", time_limit: 10,").with(PROGRAM).build();
    let entries = Held::new(scenario, 1).finish();
    reads_well(&entries);
    tells(&entries, Book::Record, "and resumed at 3 p.m.");
    tells(&entries, Book::Record, "Given the lateness of the hour");
}

#[test]
fn a_further_statement_and_an_amendment_of_a_person_are_told() {
    let mut held = Held::new(with_a_veto().with(PROGRAM).build(), 8);
    held.until(|debate, _| debate.state().heard() == 4);
    let (by, issue, outcome) = (held.member("P"), held.issue(), held.text("o"));
    held.act(&Action::AskForFloor { by, issue });
    held.until(|_, action| matches!(action, Action::Weigh(_)));
    held.act(&Action::Offer { by, outcome, issue, to: 0.8, words: None });
    let entries = held.finish();
    reads_well(&entries);
    tells(&entries, Book::Outside, "State P asked for the floor again, for a further statement");
    tells(&entries, Book::Record, "has asked for the floor to make a further statement");
    tells(
        &entries,
        Book::Outside,
        "State P offered an amendment to “Outcome o”: in operative paragraph 1, on the issue, ",
    );
}

/// Length in words, and the words themselves, of all statements to other ends than the debate.
fn short_statements() -> Vec<(StatementPurpose, String, String)> {
    let mut found = Vec::new();
    let scenario = cyber();
    for seed in 1..=60 {
        let mut held = Held::new(Arc::clone(&scenario), seed);
        held.until(|debate, _| debate.state().statements == 20);
        for (who, issue) in
            scenario.derived.voting.clone().into_iter().zip(scenario.issues.ids().cycle())
        {
            held.act(&Action::AskForFloor { by: who, issue });
        }
        let entries = held.finish();
        let statements = entries.into_iter().filter_map(|entry| match entry.kind {
            EntryKind::Statement { headline, .. } => Some((headline, entry.text)),
            _ => None,
        });
        let purposes = held.events.iter().filter_map(|event| match &event.kind {
            EventKind::StatementDelivered(statement) => Some(statement.purpose),
            _ => None,
        });
        let said = purposes.zip(statements);
        found.extend(
            said.filter(|(purpose, _)| *purpose != StatementPurpose::Debate)
                .map(|(purpose, (headline, text))| (purpose, headline, text)),
        );
    }
    // None of its members is candid: two vetoes explained before the vote come from elsewhere.
    for seed in 1..=5 {
        let mut held = Held::new(with_a_veto().with(PROGRAM).build(), seed);
        let entries = held.finish();
        let before = entries.into_iter().filter(|entry| entry.text.contains("will"));
        found.extend(before.filter_map(|entry| match entry.kind {
            EntryKind::Statement { headline, .. } if headline.contains("announced") => {
                let purpose = StatementPurpose::ExplanationBefore(held.text("o"));
                Some((purpose, headline, entry.text))
            }
            _ => None,
        }));
    }
    found
}

#[test]
fn short_statements_have_their_lengths_and_open_unlike_each_other() {
    let words = |text: &str| text.split_whitespace().count();
    let mut seen = [0; 4];
    for (purpose, headline, text) in short_statements() {
        let (kind, length) = match purpose {
            StatementPurpose::Debate => continue,
            StatementPurpose::Further => (0, 50..=110),
            StatementPurpose::ExplanationBefore(_) => (1, 60..=130),
            StatementPurpose::ExplanationAfter(_) => (2, 60..=130),
            StatementPurpose::Dissociation(_) => (3, 40..=90),
        };
        seen[kind] += 1;
        assert!(length.contains(&words(&text)), "{purpose:?}: {} {text}", words(&text));
        assert!(words(&headline) <= 25, "{headline}");
    }
    assert!(seen.iter().all(|&count| count > 0), "{seen:?}");
}

#[test]
fn no_two_short_statements_of_a_meeting_open_alike() {
    let mut scenario = Council::new();
    for id in ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K"] {
        scenario = scenario.member(id, "Elected", 30, 80);
    }
    let mut held = Held::new(scenario.outcome("o", "Resolution", "A", 60).with(PROGRAM).build(), 9);
    held.until(|debate, _| debate.state().heard() == 5);
    for who in held.scenario.derived.voting.clone() {
        let issue = held.issue();
        held.act(&Action::AskForFloor { by: who, issue });
    }
    let entries = held.finish();
    let mut openings: Vec<String> = entries
        .iter()
        .filter_map(|entry| match &entry.kind {
            EntryKind::Statement { headline, .. } if headline.contains("the floor again") => {
                Some(entry.text.split(". ").next().unwrap_or_default().to_owned())
            }
            _ => None,
        })
        .collect();
    assert_eq!(openings.len(), 11);
    openings.sort();
    openings.dedup();
    assert_eq!(openings.len(), 11);
}

#[test]
fn who_is_spoken_for_aligns_itself_when_it_takes_the_floor_after_the_debate() {
    let groups = "groups: { \"g\": Group(name: \"the Pair\", members: [\"B\", \"C\"], \
                  joint_statement: \"B\") },";
    let mut held = Held::new(with_a_veto().with(PROGRAM).with(groups).build(), 3);
    held.until(|debate, _| debate.state().heard() == 6);
    let (by, issue) = (held.member("C"), held.issue());
    held.act(&Action::AskForFloor { by, issue });
    let entries = held.finish();
    reads_well(&entries);
    tells(&entries, Book::Record, "on behalf of the Pair");
    let spoke = |entry: &&Entry| matches!(&entry.kind, EntryKind::Statement { speaker, .. } if *speaker == by);
    let further = entries.iter().find(spoke).expect("it spoke");
    assert!(further.text.contains("the representative of State B"), "{}", further.text);
    assert!(further.text.contains("align"), "{}", further.text);
}
