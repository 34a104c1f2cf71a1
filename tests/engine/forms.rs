//! The set forms of the Council: votes, points of order, texts as they read, the President's
//! summary.

use std::sync::Arc;

use horseshoe::Seed;
use horseshoe::council::DelegationId;
use horseshoe::debate::{Action, Book, Event, EventKind, Motion, Record};
use horseshoe::scenario::{self, Scenario};
use horseshoe::text::{Entry, EntryKind, Verbatim};
use horseshoe::vote::{Ballot, Decision, Failure};

use super::council::{Council, read};
use super::meeting::Meeting;

const PROGRAM: &str = "program: [Opening, MembersStatements(order: Alphabet), \
                       Consultations(rounds: 1), Action, Closing],";

/// Two permanent and nine elected members, and a text of A that is put to the vote.
fn eleven(form: &str, fields: &str) -> Arc<Scenario> {
    let mut council = Council::new().member("A", "Elected", 90, 90);
    for id in ["P", "Q"] {
        council = council.member(id, "Permanent", 90, 90);
    }
    for id in ["B", "C", "D", "E", "F", "G", "H", "I"] {
        council = council.member(id, "Elected", 90, 90);
    }
    let fields = format!("action: ToShowTheVote, {fields}");
    council.outcome_with(("o", form), "A", 90, &fields).with(PROGRAM).build()
}

fn bundled(id: &str) -> Arc<Scenario> {
    read(scenario::library::bundled(id).expect("it is bundled").text)
}

fn held(scenario: &Arc<Scenario>, seed: u64) -> (Vec<Event>, Vec<Entry>) {
    let record = Record::of(Arc::clone(scenario), Seed(seed));
    let entries = Verbatim::of(scenario, Seed(seed), &record.events);
    (record.events, entries)
}

/// Ballots other than in favour, the decision, and what is said of both.
type Case<'a> = (&'a [(&'a str, Ballot)], Decision, &'a str);

/// What the President says of the vote on the text, had these members voted like this, all others
/// in favour.
fn announced(votes: &[(&str, Ballot)], taken: Decision) -> String {
    let scenario = eleven("Resolution", "");
    let (mut events, _) = held(&scenario, 1);
    for event in &mut events {
        match &mut event.kind {
            EventKind::BallotsCast { rows, .. } => {
                for row in rows {
                    let id = &scenario.members[row.delegation].identifier;
                    let vote = votes.iter().find(|(who, _)| who == id || *who == "all");
                    row.ballot = vote.map_or(Ballot::InFavour, |&(_, ballot)| ballot);
                }
            }
            EventKind::DecisionTaken { decision, .. } => *decision = taken,
            _ => {}
        }
    }
    let entries = Verbatim::of(&scenario, Seed(1), &events);
    let mut said = entries.iter().filter(|entry| entry.kind == EntryKind::President);
    said.find(|entry| entry.text.starts_with("There w")).expect("a vote is taken").text.clone()
}

#[test]
fn a_vote_is_announced_with_its_count_and_its_decision() {
    use Ballot::{Abstaining, Against, InFavour, NotParticipating};
    let majority = Decision::NotAdopted(Failure::Majority);
    let veto = Decision::NotAdopted(Failure::Veto);
    let cases: [Case<'_>; 6] = [
        (
            &[],
            Decision::Adopted,
            "There were 11 votes in favour. The draft resolution has been adopted unanimously.",
        ),
        (
            &[("B", Against), ("C", Abstaining)],
            Decision::Adopted,
            "There were 9 votes in favour, 1 against and 1 abstention. The draft resolution has \
             been adopted.",
        ),
        (
            &[("A", InFavour), ("B", Against), ("C", Against), ("all", Abstaining)],
            majority,
            "There was 1 vote in favour, 2 against and 8 abstentions. The draft resolution has not \
             been adopted, having failed to obtain the required number of votes.",
        ),
        (
            &[("all", NotParticipating)],
            majority,
            "There were no votes in favour, none against and no abstentions. 11 members did not \
             participate in the voting. The draft resolution has not been adopted, having failed \
             to obtain the required number of votes.",
        ),
        (
            &[("P", Against), ("B", NotParticipating)],
            veto,
            "There were 9 votes in favour, 1 against and no abstentions. One member did not \
             participate in the voting. The draft resolution has not been adopted, owing to the \
             negative vote of a permanent member of the Council.",
        ),
        (
            &[("P", Against), ("Q", Against), ("B", Against)],
            veto,
            "There were 8 votes in favour, 3 against and no abstentions. The draft resolution has \
             not been adopted, owing to the negative votes of two permanent members of the Council.",
        ),
    ];
    for (votes, decision, expected) in cases {
        assert_eq!(announced(votes, decision), expected);
    }
}

#[test]
fn whoever_takes_no_part_makes_no_vote_unanimous() {
    let said = announced(&[("B", Ballot::NotParticipating)], Decision::Adopted);
    assert!(said.ends_with("has been adopted."), "{said}");
}

#[test]
fn article_27_3_it_is_told_below_the_votes_who_abstained_because_it_had_to() {
    let says = |form: &str| {
        let (_, entries) = held(&eleven(form, "parties: [\"B\"],"), 1);
        let obliged = "State B, as a party to the dispute, abstained in accordance with Article \
                       27, paragraph 3, of the Charter.";
        let at = entries.iter().position(|entry| entry.text == obliged);
        at.is_some_and(|at| {
            assert_eq!(entries[at].kind, EntryKind::Proceedings);
            entries[at - 1].text == "Abstaining: State B"
        })
    };
    assert!(says("Resolution"));
    assert!(!says("ProceduralDecision"), "no question of procedure obliges anybody to abstain");
}

#[test]
fn questions_of_procedure_are_announced_in_the_same_form() {
    let mut meeting = Meeting::of(eleven("Resolution", ""));
    meeting.until(|meeting| meeting.debate.state().heard() == 2);
    let by = meeting.who("B");
    meeting.does(&Action::Move { by, motion: Motion::Suspend });
    meeting.does(&Action::DecideMotion);
    let decided = meeting.place(|kind| matches!(kind, EventKind::QuestionDecided { .. }));
    let EventKind::QuestionDecided { rows, carried, .. } = &meeting.events[decided].kind else {
        panic!("it is one");
    };
    let in_favour = rows.iter().filter(|row| row.ballot == Ballot::InFavour).count();
    let entries = Verbatim::of(&meeting.scenario, Seed(1), &meeting.events);
    let said = entries.iter().find(|entry| entry.text.starts_with("There w"));
    let said = &said.expect("the motion is put to the vote").text;
    let count = if in_favour == 0 { "no".to_owned() } else { in_favour.to_string() };
    assert!(said.contains(&format!(" {count} vote")), "{said}");
    let ends = if *carried {
        "The motion to suspend the meeting has been carried"
    } else {
        "The motion to suspend the meeting has not been carried, having failed to obtain the \
         required number of votes."
    };
    assert!(said.contains(ends), "{said}");
}

/// What each entry of an event is: "P" for the President, "S" for a statement of `by`, whose words
/// are checked; "-" for the rest.
fn voices(scenario: &Scenario, entries: &[Entry], event: usize, by: DelegationId) -> String {
    let of_event = entries.iter().filter(|entry| entry.event == event + 1);
    of_event
        .map(|entry| match &entry.kind {
            EntryKind::President => 'P',
            EntryKind::Statement { speaker, headline, marks, .. } => {
                assert_eq!((*speaker, entry.book), (by, Book::Record));
                let name = scenario.members[by].name.in_sentence();
                assert_eq!(marks, &[format!("Simulated; not a statement by {name}")]);
                assert!(headline.split_whitespace().count() <= 25, "{headline}");
                assert!(headline.starts_with(&name) && headline.ends_with('.'), "{headline}");
                assert!((1..=2).contains(&entry.text.matches('.').count()), "{}", entry.text);
                'S'
            }
            EntryKind::Proceedings | EntryKind::Heading => '-',
        })
        .collect()
}

#[test]
fn who_raises_a_question_says_so_before_the_president_speaks_on_it() {
    let mut meeting = Meeting::of(eleven("Resolution", ""));
    meeting.until(|meeting| meeting.debate.state().heard() == 2);
    let (b, c, outcome, issue) =
        (meeting.who("B"), meeting.who("C"), meeting.outcome("o"), meeting.issue("issue"));
    meeting.does(&Action::RaisePointOfOrder(b));
    meeting.does(&Action::Rule { upheld: false });
    meeting.does(&Action::Challenge(b));
    meeting.does(&Action::Move { by: c, motion: Motion::Amend { outcome, issue, to: 0.7 } });
    let raised: Vec<usize> =
        meeting.places(|kind| matches!(kind, EventKind::QuestionRaised { .. }));
    let ruled = meeting.place(|kind| matches!(kind, EventKind::RulingGiven { .. }));
    let entries = Verbatim::of(&meeting.scenario, Seed(1), &meeting.events);
    let says = |at: usize, by| voices(&meeting.scenario, &entries, at, by);
    assert_eq!(says(raised[0], b), "PS", "the floor, then the point");
    assert_eq!(says(ruled, b), "P", "the ruling");
    assert_eq!(says(raised[1], b), "PSP", "the floor, the challenge, and that it is submitted");
    assert_eq!(says(raised[2], c), "PSP", "the floor, the motion, and its precedence");
}

#[test]
fn an_objection_made_before_the_meeting_is_said_in_it() {
    let mut meeting = Meeting::of(eleven("Resolution", ""));
    let by = meeting.who("B");
    meeting.does(&Action::ObjectToAgenda(by));
    meeting.finish();
    let decided = meeting.place(|kind| matches!(kind, EventKind::QuestionDecided { .. }));
    let entries = Verbatim::of(&meeting.scenario, Seed(1), &meeting.events);
    let said = voices(&meeting.scenario, &entries, decided, by);
    assert!(said.starts_with("-PSP-"), "{said}: heading, floor, statement, question, vote");
}

/// The lines of each text that is shown, with the event that shows it.
fn texts(entries: &[Entry]) -> Vec<(usize, Vec<&str>)> {
    let mut found: Vec<(usize, Vec<&str>)> = Vec::new();
    let mut open = None;
    for entry in entries {
        let own = open == Some(entry.event) && entry.kind == EntryKind::Proceedings;
        if entry.text.ends_with(" reads:") {
            open = Some(entry.event);
            assert_eq!(entry.book, Book::Outside);
            found.push((entry.event, Vec::new()));
        } else if own && let Some((_, lines)) = found.last_mut() {
            lines.push(&entry.text);
        } else {
            open = None;
        }
    }
    found
}

#[test]
fn a_text_reads_in_numbered_paragraphs_that_end_as_the_council_ends_them() {
    for id in ["invented-halcyon-strait", "unsc-space-2024", "unsc-climate-2021"] {
        for seed in 1..=4 {
            let (events, entries) = held(&bundled(id), seed);
            let mut shown = texts(&entries);
            let in_blue = |event: &&Event| matches!(event.kind, EventKind::PutInBlue { .. });
            assert!(shown.len() >= events.iter().filter(in_blue).count(), "{id} {seed}");
            for (_, lines) in &mut shown {
                lines.retain(|line| !line.starts_with("Version "));
                if lines.iter().all(|line| line.ends_with('.')) {
                    // A statement reads in sentences instead.
                    continue;
                }
                let is_operative = |line: &&&str| line.starts_with(|c: char| c.is_ascii_digit());
                let operative: Vec<&&str> = lines.iter().filter(is_operative).collect();
                let (last, others) = operative.split_last().expect("it has operative paragraphs");
                assert!(last.ends_with('.'), "{last}");
                assert!(others.iter().all(|line| line.ends_with(';')), "{others:?}");
                for (at, line) in operative.iter().enumerate() {
                    assert!(line.starts_with(&format!("{}. ", at + 1)), "{line}");
                }
                let before = &lines[..lines.len() - operative.len()];
                let ends = |line: &&str| {
                    // A preambular paragraph that is a sentence of its own ends as one.
                    line.ends_with(',') || (line.starts_with("The ") && line.ends_with(';'))
                };
                assert!(before.iter().all(ends), "{before:?}");
            }
        }
    }
}

/// A paragraph that was amended reads as it was amended, whatever its author wrote.
fn says_what_it_notes(note: &str, lines: &[&str]) {
    for change in note.split(" paragraph ").skip(1) {
        let (number, change) = change.split_once(", ").expect("it says what it says now");
        let now = change.strip_prefix('“').and_then(|now| now.split_once("” in place of “"));
        // A step that comes nearest to the same wording leaves the author's words.
        let Some((now, _)) = now else { continue };
        let line = lines.iter().find(|line| line.starts_with(&format!("{number}. ")));
        let line = line.expect("the paragraph stands in the text");
        assert!(line.contains(", with regard to ") && line.contains(now), "{note}\n{line}");
        assert!(!line.contains("as amended"), "{line}");
    }
}

#[test]
fn a_text_says_below_it_that_it_was_amended_if_it_was_and_only_then() {
    let scenario = bundled("tutorial");
    let mut seen = [0; 2];
    for seed in 1..=12 {
        let (events, entries) = held(&scenario, seed);
        for (at, lines) in texts(&entries) {
            let EventKind::PutInBlue { outcome } = events[at - 1].kind else { continue };
            let amended = events[..at].iter().any(|event| {
                matches!(event.kind, EventKind::TextAmended { outcome: of, .. } if of == outcome)
            });
            let (note, _) = lines.split_last().expect("it says something");
            let noted =
                note.starts_with("Version ") && note.contains(" differs from the first draft: ");
            assert_eq!(noted, amended, "{lines:?}");
            says_what_it_notes(note, &lines);
            seen[usize::from(amended)] += 1;
        }
    }
    assert!(seen[1] > 0, "no text was amended: {seen:?}");
}

#[test]
fn an_aim_without_a_paragraph_is_put_into_one_by_the_form_of_the_text() {
    let reads = |form: &str| {
        let (_, entries) = held(&eleven(form, ""), 1);
        let shown = texts(&entries);
        let (_, lines) = shown.first().expect("it is put to a decision");
        lines.join(" ")
    };
    assert_eq!(
        reads("Resolution"),
        "The Security Council, 1. Expresses its support, with regard to the issue, for more."
    );
    assert_eq!(
        reads("PresidentialStatement"),
        "The Security Council expresses its support, with regard to the issue, for more."
    );
    assert_eq!(
        reads("PressStatement"),
        "The members of the Security Council express their support, with regard to the issue, for \
         more."
    );
    assert_eq!(
        reads("JointStatement"),
        "The signatories of this statement, 1. Express their support, with regard to the issue, \
         for more."
    );
}

#[test]
fn a_statement_reads_in_sentences_of_the_council_or_of_its_members() {
    let scenario = bundled("unsc-famine-2023");
    let mut seen = [0; 2];
    for seed in 1..=4 {
        let (_, entries) = held(&scenario, seed);
        let mut speaker = None;
        for Entry { text, kind, .. } in &entries {
            if text.ends_with(" reads:") || text.ends_with(" on their behalf:") {
                let press = text.contains(" press statement ");
                let presidential =
                    text.contains("presidential statement ") || text.contains("authorized");
                speaker = match (press, presidential) {
                    (true, _) => Some("The members of the Security Council "),
                    (_, true) => Some("The Security Council "),
                    _ => None,
                };
            } else if *kind != EntryKind::Proceedings || text.starts_with("Version ") {
                speaker = None;
            } else if let Some(who) = speaker {
                let verb = text.strip_prefix(who).unwrap_or_else(|| panic!("{text}"));
                assert!(verb.starts_with(char::is_lowercase) && text.ends_with('.'), "{text}");
                seen[usize::from(who.starts_with("The members"))] += 1;
            }
        }
    }
    assert!(seen.iter().all(|&count| count > 0), "both forms were put: {seen:?}");
}

#[test]
fn a_text_is_shown_once_in_each_version() {
    let (_, entries) = held(&eleven("Resolution", ""), 1);
    assert_eq!(texts(&entries).len(), 1, "in blue, and not again when it is put");
}

#[test]
fn an_amendment_that_was_tabled_as_a_text_is_called_one() {
    let (_, entries) = held(&bundled("unsc-space-2024"), 4);
    let told = |words: &str| entries.iter().any(|entry| entry.text.contains(words));
    assert!(told("the proposed amendment entitled “Weapons of every kind”"));
    assert!(!told("draft resolution entitled “Amendment"));
}

#[test]
fn a_title_that_names_its_form_is_not_said_twice() {
    let (_, entries) = held(&bundled("unsc-cyber-2024"), 4);
    let told = |words: &str| entries.iter().any(|entry| entry.text.contains(words));
    assert!(told("A joint statement on cyber and peace was signed by "));
    assert!(told("The President issued a summary by the President") || told("issued a summary on"));
}

/// The paragraphs of the President's summary.
fn summary(entries: &[Entry]) -> Vec<&str> {
    let heading = |entry: &Entry| entry.text == "Summary by the President (simulated)";
    let at = entries.iter().position(heading).expect("a summary is issued");
    assert_eq!(entries[at].kind, EntryKind::Heading);
    assert!(entries[at - 1].text.starts_with("The President issued a summary"));
    let event = entries[at].event;
    let own = entries[at + 1..].iter().take_while(|entry| entry.event == event);
    own.map(|entry| entry.text.as_str()).collect()
}

/// So many members at each end of the issue, and a summary that A has tabled.
fn divided(more: usize, less: usize, program: &str) -> Arc<Scenario> {
    let mut council = Council::new();
    for at in 0..more + less {
        let id = char::from(b'A' + at as u8).to_string();
        council = council.member(&id, "Elected", if at < more { 98 } else { 2 }, 90);
    }
    council.outcome_with(("s", "PresidentsSummary"), "A", 90, "").with(program).build()
}

#[test]
fn a_summary_tells_views_by_how_many_held_them_and_names_no_state() {
    let cases = [
        (6, 0, "All delegations that addressed the issue favoured “more”."),
        (5, 2, "Most of the delegations that addressed the issue favoured “more” and two “less”."),
        (1, 4, "Most of the delegations that addressed the issue favoured “less” and one “more”."),
        (4, 4, "Many of the delegations that addressed the issue favoured “less” and many “more”."),
    ];
    for (more, less, expected) in cases {
        let scenario = divided(more, less, PROGRAM);
        let (_, entries) = held(&scenario, 1);
        let said = summary(&entries);
        assert!(said.contains(&expected), "{said:#?}");
        let names_one = |line: &&str| line.contains("State ");
        assert!(!said.iter().any(names_one), "{said:#?}");
    }
}

#[test]
fn a_summary_decided_before_the_statements_is_issued_when_the_meeting_rises() {
    let scenario = bundled("unsc-space-2024");
    let (_, entries) = held(&scenario, 4);
    let said = summary(&entries);
    assert_eq!(
        said[0],
        "This summary reflects the views expressed by 15 delegations at the meeting of 24 April \
         2024."
    );
    let place = |words: &str| entries.iter().position(|entry| entry.text.starts_with(words));
    let told = ["The President undertook to issue a summary", "The meeting rose", "Summary by"];
    let told: Vec<usize> = told.iter().filter_map(|words| place(words)).collect();
    assert!(told.len() == 3 && told.is_sorted(), "{told:?}");
    // A meeting that does not rise ends with the record.
    let scenario = divided(3, 2, "program: [Opening, Action, MembersStatements(order: Alphabet)],");
    let (events, entries) = held(&scenario, 1);
    let said = summary(&entries);
    assert!(said[0].contains(" by five delegations "), "{said:#?}");
    assert_eq!(entries.last().map(|entry| entry.event), Some(events.len()));
}

#[test]
fn resolution_76_262_is_told_of_no_veto_before_it() {
    let told = |date: &str| {
        let mut council = Council::new().member("P", "Permanent", 0, 100);
        for id in ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"] {
            council = council.member(id, "Elected", 90, 90);
        }
        let council = council.outcome_with(("o", "Resolution"), "A", 90, "action: ToShowTheVote,");
        let mut scenario = council.with(PROGRAM).build();
        Arc::get_mut(&mut scenario).expect("nobody else holds it").date = date.to_owned();
        let (_, entries) = held(&scenario, 1);
        let vetoed = entries.iter().any(|entry| entry.text.contains("owing to the negative vote"));
        assert!(vetoed, "P votes against");
        entries.iter().filter(|entry| entry.text.contains("resolution 76/262")).count()
    };
    assert_eq!([told("2022-04-25"), told("2022-04-26"), told("2024-01-31")], [0, 1, 1]);
}

#[test]
fn a_vote_that_all_cast_in_favour_lists_nobody_else() {
    let (events, entries) = held(&eleven("Resolution", ""), 1);
    let cast = |event: &Event| matches!(event.kind, EventKind::BallotsCast { .. });
    let at = events.iter().position(cast).expect("a vote is taken") + 1;
    let lines: Vec<&str> = entries
        .iter()
        .filter(|entry| entry.event == at && entry.kind == EntryKind::Proceedings)
        .map(|entry| entry.text.as_str())
        .collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines[1].starts_with("In favour: State A, "), "{lines:?}");
}

#[test]
fn a_summary_counts_what_was_declared_and_binds_nobody() {
    let scenario = bundled("unsc-cyber-2024");
    let (_, entries) = held(&scenario, 4);
    let said = summary(&entries);
    let last = said.last().expect("it says something");
    assert!(last.contains("on the President's own responsibility"), "{last}");
    assert!(last.contains("does not bind them"), "{last}");
    for outcome in &scenario.outcomes {
        let own = outcome.title == "A summary by the President";
        let title = outcome.title.trim_start_matches("A joint statement ");
        let counted = said.iter().filter(|line| line.contains(title)).count();
        assert_eq!(counted, usize::from(!own), "{title}\n{said:#?}");
    }
    for member in &scenario.members {
        let name = &member.name.short;
        assert!(!said.iter().any(|line| line.contains(&format!("{name} "))), "{name}\n{said:#?}");
    }
    let mut figures = said.iter().filter(|line| line.contains(" favoured "));
    assert!(figures.all(|line| !line.contains(|c: char| c.is_ascii_digit())), "{said:#?}");
}

#[test]
fn a_summary_of_a_meeting_in_which_nobody_spoke_says_so() {
    let scenario = divided(3, 2, "program: [Opening, Action, Closing],");
    let (_, entries) = held(&scenario, 1);
    let said = summary(&entries);
    assert!(said[0].starts_with("No delegation took the floor"), "{said:#?}");
    let none = "No delegation stated a position on any issue, and none declared itself on any \
                proposal.";
    assert_eq!(said[1], none);
    assert_eq!(said.len(), 3, "{said:#?}");
}
