//! What a capital writes, and objectives in words.

use horseshoe::analysis::seat::objectives;
use horseshoe::council::{Goal, Id as _, Objective, OutcomeId};
use horseshoe::scenario::{Scenario, library, load};
use horseshoe::text::{brief, objective_words};

fn bundled() -> impl Iterator<Item = std::sync::Arc<Scenario>> {
    library::BUNDLED
        .iter()
        .map(|it| load(it.id, it.text.as_bytes()).scenario.expect("bundled scenarios are sound"))
}

#[test]
fn every_voting_member_has_a_brief_in_words() {
    for scenario in bundled() {
        for &who in &scenario.derived.voting {
            let said = brief(&scenario, who, &objectives(&scenario, who));
            assert!(said.starts_with("**From capital.**"), "{said}");
            assert!(said.len() > 100, "{said}");
            let written = scenario.seats[who].as_ref().is_some_and(|seat| !seat.brief.is_empty());
            assert!(written || !said.contains("  ") && said.ends_with('.'), "{said}");
        }
    }
}

#[test]
fn an_authored_brief_stays_as_it_is_written() {
    let scenario = bundled().next().expect("there is one");
    let who = scenario.delegation("SVN").expect("it takes part");
    let written = scenario.seats[who].as_ref().expect("it has a brief");
    assert_eq!(brief(&scenario, who, &written.objectives), written.brief);
}

#[test]
fn objectives_are_told_in_the_words_of_the_form() {
    let scenario = bundled().next().expect("there is one");
    let outcome = |name| scenario.outcome(name).expect("it is proposed");
    let words = |goal| objective_words(&scenario, &Objective { goal, points: 10.0 });
    let adopted = |name| words(Goal::Adopted(outcome(name)));
    assert_eq!(adopted("agreed-norms"), "“Agreed norms and capacity-building” is adopted");
    assert_eq!(adopted("summary"), "“A summary by the President” is issued");
    assert_eq!(adopted("joint-statement"), "“A joint statement on cyber and peace” is signed");
    let support = |name, at_least| words(Goal::Support { outcome: outcome(name), at_least });
    assert_eq!(
        support("annual-meeting", 10),
        "At least 10 members support “An annual meeting on cyber”"
    );
    assert_eq!(
        support("joint-statement", 1),
        "At least 1 member signs “A joint statement on cyber and peace”"
    );
    let not = words(Goal::NotAdopted(OutcomeId::at(0)));
    assert!(not.contains("” is not "), "{not}");
    assert_eq!(words(Goal::NotIsolated), "No decision finds you alone");
}
