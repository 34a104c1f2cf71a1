//! The President's summary is compared with what was said.

use horseshoe::Seed;
use horseshoe::analysis::summary_check::{
    Claim, ClaimKind, Finding, FindingKind, Quantifier, Side, check, document, heard, overview,
    sentence,
};
use horseshoe::council::{Declared, DelegationId, Direction, OutcomeId, with_names};
use horseshoe::debate::{EventKind, Record};

use super::council::cyber;

struct Summary {
    record: Record,
}

impl Summary {
    fn new() -> Self {
        Self { record: Record::of(cyber(), Seed(1)) }
    }

    fn outcome(&self, id: &str) -> OutcomeId {
        self.record.scenario.outcome(id).expect("the test names its outcomes")
    }

    fn who(&self, id: &str) -> DelegationId {
        self.record.scenario.delegation(id).expect("the test names its members")
    }

    fn check(&self, claims: &[Claim]) -> Vec<Finding> {
        check(&self.record, self.record.events.len(), claims)
    }

    /// Those that declared this stance, by the state at the end.
    fn declared(&self, outcome: OutcomeId, stance: Declared) -> Vec<DelegationId> {
        let state = self.record.state_at(self.record.events.len());
        let all = self.record.scenario.members.ids();
        all.filter(|&who| state.declared[(outcome, who)] == stance).collect()
    }
}

fn names(who: Vec<DelegationId>, says: ClaimKind) -> Claim {
    Claim { who, quantifier: None, says }
}

fn number(quantifier: Quantifier, says: ClaimKind) -> Claim {
    Claim { who: Vec::new(), quantifier: Some(quantifier), says }
}

#[test]
fn names_that_are_right_and_whole_leave_nothing_to_mend_in_the_entry() {
    let summary = Summary::new();
    let outcome = summary.outcome("oewg-primacy");
    let who = summary.declared(outcome, Declared::Opposed);
    assert!(who.len() > 5);
    let says = ClaimKind::Declared(outcome, Declared::Opposed);
    let found = summary.check(&[names(who.clone(), says)]);
    let own: Vec<&Finding> = found.iter().filter(|it| it.claim == Some(0)).collect();
    assert_eq!(own.len(), who.len());
    for finding in own {
        let FindingKind::Right(who) = finding.kind else { panic!("{}", finding.text) };
        let event = &summary.record.events[finding.events[0] - 1];
        let EventKind::StatementDelivered(said) = &event.kind else { panic!("it is a statement") };
        assert_eq!(said.speaker, who);
    }
}

#[test]
fn who_said_otherwise_and_who_said_nothing_are_told_apart() {
    let summary = Summary::new();
    let outcome = summary.outcome("oewg-primacy");
    let says = ClaimKind::Declared(outcome, Declared::Opposed);
    let silent = summary.declared(outcome, Declared::Undeclared)[0];
    let found = summary.check(&[names(vec![summary.who("RUS"), silent], says)]);
    let of = |kind| found.iter().find(|it| it.claim == Some(0) && it.kind == kind);
    let wrong = of(FindingKind::Misattributed(summary.who("RUS"))).expect("it is a sponsor");
    assert_eq!(wrong.events.len(), 1);
    assert!(wrong.text.contains("in favour of"), "{}", wrong.text);
    assert!(of(FindingKind::Silent(silent)).expect("it said nothing").events.is_empty());
}

#[test]
fn whoever_said_the_same_and_is_not_named_is_left_out() {
    let summary = Summary::new();
    let outcome = summary.outcome("oewg-primacy");
    let mut who = summary.declared(outcome, Declared::Opposed);
    let dropped = who.pop().expect("there are some");
    let says = ClaimKind::Declared(outcome, Declared::Opposed);
    let found = summary.check(&[names(who, says)]);
    let omitted = FindingKind::Omitted(dropped);
    assert!(found.iter().any(|it| it.claim == Some(0) && it.kind == omitted));
}

#[test]
fn a_number_is_overstated_understated_or_right() {
    let summary = Summary::new();
    let outcome = summary.outcome("oewg-primacy");
    for (stance, quantifier) in [
        (Declared::InFavour, Quantifier::Many),
        (Declared::Opposed, Quantifier::One),
        (Declared::Opposed, Quantifier::All),
    ] {
        let says = ClaimKind::Declared(outcome, stance);
        let count = summary.declared(outcome, stance).len();
        let found = summary.check(&[number(quantifier, says)]);
        let first = &found[0];
        let wanted = if quantifier == Quantifier::One {
            FindingKind::Understated(count)
        } else {
            FindingKind::Overstated(count)
        };
        assert_eq!(first.kind, wanted, "{}", first.text);
        assert_eq!(first.events.len(), count);
        // The word that is offered instead is right.
        let right = Quantifier::ALL
            .into_iter()
            .find(|word| first.text.ends_with(&format!("“{}” would be right.", word.words())));
        let found = summary.check(&[number(right.expect("a word is offered"), says)]);
        assert_eq!(found[0].kind, FindingKind::Counted(count), "{}", found[0].text);
    }
}

#[test]
fn sides_of_an_issue_are_those_of_positions_voiced() {
    let summary = Summary::new();
    let issues = &summary.record.scenario.issues;
    let (issue, _) = issues.pairs().find(|(_, it)| it.identifier == "council-role").expect("is");
    let who = vec![summary.who("RUS")];
    let at = |side| summary.check(&[names(who.clone(), ClaimKind::Voiced(issue, side))])[0].kind;
    assert!(matches!(at(Side::Toward(Direction::Low)), FindingKind::Right(_)));
    assert!(matches!(at(Side::Toward(Direction::High)), FindingKind::Misattributed(_)));
    assert!(matches!(at(Side::Near(0.05)), FindingKind::Right(_)));
    assert!(matches!(at(Side::Near(0.9)), FindingKind::Misattributed(_)));
}

#[test]
fn whoever_spoke_and_stands_nowhere_is_omitted_until_a_true_number_covers_it() {
    let summary = Summary::new();
    let whole = |found: &[Finding]| found.iter().filter(|it| it.claim.is_none()).count();
    let speakers = whole(&summary.check(&[]));
    assert!(speakers >= 15);
    let says = ClaimKind::Declared(summary.outcome("oewg-primacy"), Declared::Opposed);
    let found = summary.check(&[number(Quantifier::Many, says)]);
    assert!(whole(&found) < speakers);
    assert!(check(&summary.record, 0, &[]).is_empty());
}

#[test]
fn an_entry_of_nobody_is_empty_and_entries_are_saved_by_name() {
    let summary = Summary::new();
    let says = ClaimKind::Declared(summary.outcome("summary"), Declared::InFavour);
    let claim = names(Vec::new(), says);
    assert_eq!(summary.check(std::slice::from_ref(&claim))[0].kind, FindingKind::Empty);
    with_names(&summary.record.scenario.derived.names, || {
        let written = serde_json::to_string(&claim).expect("it can be written");
        assert_eq!(serde_json::from_str::<Claim>(&written).expect("it can be read"), claim);
    });
}

#[test]
fn a_summary_reads_as_prose_that_says_that_it_is_simulated() {
    let summary = Summary::new();
    let scenario = &summary.record.scenario;
    let state = summary.record.state_at(summary.record.events.len());
    let says = ClaimKind::Declared(summary.outcome("oewg-primacy"), Declared::Opposed);
    let read = |claim: &Claim| sentence(scenario, &state, claim);
    let two = names(vec![summary.who("SVN"), summary.who("MLT")], says);
    let read_two = read(&two);
    assert!(read_two.starts_with("On the "), "{read_two}");
    assert!(
        read_two.ends_with(
            "the representatives of Malta and Slovenia (simulated) declared opposition."
        ),
        "{read_two}"
    );
    let one = read(&names(vec![summary.who("MLT")], says));
    assert!(one.contains("the representative of Malta (simulated) declared"), "{one}");
    let several = Claim { quantifier: Some(Quantifier::Several), ..two.clone() };
    let several = read(&several);
    assert!(
        several.contains("several delegations, among them Malta and Slovenia (simulated), decl"),
        "{several}"
    );
    let text = document(scenario, &state, &[two]);
    assert!(text.starts_with("Summary by the President (simulated)"));
    assert!(text.contains(&read_two));
    assert!(text.ends_with("does not bind them."));
}

#[test]
fn everything_that_can_be_said_of_an_issue_is_told_apart_and_somebody_can_have_said_it() {
    let summary = Summary::new();
    let scenario = &summary.record.scenario;
    for &issue in &scenario.order.issues {
        let claims = ClaimKind::on_issue(scenario, issue);
        let mut words: Vec<String> = claims.iter().map(|says| says.words(scenario)).collect();
        assert!(words.len() >= 4, "two sides and two ends");
        words.sort();
        words.dedup();
        assert_eq!(words.len(), claims.len());
        // Whoever spoke on the issue said one of the places, and one alone.
        let places: Vec<Claim> = claims[2..]
            .iter()
            .map(|&says| Claim { who: Vec::new(), quantifier: Some(Quantifier::One), says })
            .collect();
        let found = summary.check(&places);
        let said = found.iter().filter(|it| it.claim.is_some());
        let mut events: Vec<usize> = said.flat_map(|it| it.events.iter().copied()).collect();
        let count = events.len();
        events.sort_unstable();
        events.dedup();
        assert_eq!(events.len(), count);
    }
}

#[test]
fn what_is_found_of_a_whole_summary_is_counted_in_words() {
    let summary = Summary::new();
    let until = summary.record.events.len();
    let spoke = heard(&summary.record, until).len();
    let claims: [Claim; 0] = [];
    let words = overview(&summary.check(&claims), (spoke, 0));
    assert_eq!(words, format!("None of the {spoke} delegations that spoke is represented."));
}
