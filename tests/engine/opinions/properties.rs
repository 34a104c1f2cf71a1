//! Properties of the second opinions over random inputs.

use horseshoe::opinions::{
    Actor, Bargain, Contest, Silence, challenge, compromise_mean, exchange_positions,
    nash_bargaining, plain_median, second_opinions, weighted_median,
};
use proptest::prelude::*;

use super::european_community;
use crate::random::{Kind, scenario};

/// A number in 0..1, now and then 0 or 1.
fn share() -> impl Strategy<Value = f64> {
    prop_oneof![8 => 0.0..1.0, 1 => Just(0.0), 1 => Just(1.0)]
}

/// A position in 0..1, often a whole hundredth, so that positions coincide.
fn position() -> impl Strategy<Value = f64> {
    prop_oneof![0.0..1.0, (0_u32..=100).prop_map(|hundredths| f64::from(hundredths) / 100.0)]
}

fn actor() -> impl Strategy<Value = Actor> {
    (position(), share(), share()).prop_map(|(position, influence, salience)| Actor {
        position,
        influence,
        salience,
    })
}

fn actors() -> impl Strategy<Value = Vec<Actor>> {
    prop::collection::vec(actor(), 0..14)
}

/// Two to five issues for three to eight members, some without a stance, no two alike.
fn issues() -> impl Strategy<Value = Vec<Vec<Option<Actor>>>> {
    (3_usize..9, 2_usize..6).prop_flat_map(|(members, issues)| {
        let exact = (0.0..1.0, 0.01..1.0, 0.01..1.0)
            .prop_map(|(position, influence, salience)| Actor { position, influence, salience });
        let stance = prop::option::weighted(0.9, exact);
        prop::collection::vec(prop::collection::vec(stance, members), issues)
    })
}

/// The answers of the models that look at one issue, as numbers.
fn answers(actors: &[Actor], status_quo: f64) -> Vec<Result<f64, Silence>> {
    let bargain = nash_bargaining(actors, status_quo).map(|bargain| match bargain {
        Bargain::Agreement(position) => position,
        Bargain::NoAgreement { .. } => status_quo,
    });
    vec![
        weighted_median(actors),
        compromise_mean(actors),
        bargain,
        challenge(actors).map(|ended| ended.median),
        challenge(actors).map(|ended| ended.mean),
    ]
}

fn moved(actors: &[Actor], change: impl Fn(&Actor) -> Actor) -> Vec<Actor> {
    actors.iter().map(change).collect()
}

fn assert_close(these: &[Result<f64, Silence>], those: &[Result<f64, Silence>]) {
    for (this, that) in these.iter().zip(those) {
        match (this, that) {
            (Ok(this), Ok(that)) => assert!((this - that).abs() < 1e-7, "{this} is not {that}"),
            _ => assert_eq!(this, that),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn answers_lie_within_the_range_of_positions(actors in actors(), q in position()) {
        let counted = || actors.iter().filter(|actor| actor.weight() > 0.0).map(|a| a.position);
        let low = counted().fold(f64::INFINITY, f64::min);
        let high = counted().fold(f64::NEG_INFINITY, f64::max);
        for answer in answers(&actors, q) {
            match answer {
                Ok(answer) => prop_assert!((low.min(q)..=high.max(q)).contains(&answer)),
                Err(Silence::NoStance) => prop_assert!(actors.is_empty()),
                Err(Silence::NoWeight) => prop_assert_eq!(counted().count(), 0),
            }
        }
        if let Ok(Bargain::Agreement(agreed)) = nash_bargaining(&actors, q) {
            prop_assert!((low..=high).contains(&agreed));
        }
    }

    #[test]
    fn the_order_of_members_is_of_no_matter(actors in actors(), by in 0_usize..14, q in position()) {
        let mut turned = actors.clone();
        turned.rotate_left(by % actors.len().max(1));
        turned.reverse();
        prop_assert_eq!(answers(&actors, q), answers(&turned, q));
        prop_assert_eq!(plain_median(&actors), plain_median(&turned));
    }

    #[test]
    fn only_ratios_of_influence_count(actors in actors(), by in 0.01..100.0, q in position()) {
        let scaled = moved(&actors, |a| Actor { influence: a.influence * by, ..*a });
        assert_close(&answers(&actors, q), &answers(&scaled, q));
    }

    #[test]
    fn where_the_scale_begins_is_of_no_matter(actors in actors(), by in -5.0..5.0, q in position()) {
        let shifted = moved(&actors, |a| Actor { position: a.position + by, ..*a });
        let back: Vec<_> =
            answers(&shifted, q + by).into_iter().map(|a| a.map(|a| a - by)).collect();
        // A status quo that is a position may be missed by rounding; all else is the same.
        if actors.iter().all(|actor| (actor.position - q).abs() > 1e-9) {
            assert_close(&answers(&actors, q), &back);
        }
    }

    #[test]
    fn all_but_the_challenge_model_are_the_same_in_the_mirror(actors in actors(), q in position()) {
        let mirrored = moved(&actors, |a| Actor { position: -a.position, ..*a });
        let back: Vec<_> = answers(&mirrored, -q).into_iter().map(|a| a.map(|a| -a)).collect();
        assert_close(&answers(&actors, q)[..3], &back[..3]);
    }

    #[test]
    fn who_agree_have_their_way(actor in actor(), many in 1_usize..9, q in position()) {
        let position = actor.position;
        let actors = vec![Actor { influence: 0.5, salience: 0.5, ..actor }; many];
        for answer in answers(&actors, q) {
            prop_assert!((answer.expect("they count") - position).abs() < 1e-12);
        }
    }

    #[test]
    fn everybody_gains_by_a_bargain_and_no_other_is_better(actors in actors(), q in position()) {
        let Ok(Bargain::Agreement(agreed)) = nash_bargaining(&actors, q) else { return Ok(()) };
        let gain = |actor: &Actor, y: f64| (actor.position - q).abs() - (actor.position - y).abs();
        let product = |y: f64| -> f64 {
            let counted = actors.iter().filter(|actor| actor.weight() > 0.0);
            let term = |actor: &Actor| match gain(actor, y) {
                gain if gain > 0.0 => actor.weight() * libm::log(gain),
                _ => f64::NEG_INFINITY,
            };
            counted.map(term).sum()
        };
        prop_assert!(product(agreed).is_finite());
        for step in 0..=100 {
            prop_assert!(product(f64::from(step) / 100.0) <= product(agreed) + 1e-9);
        }
    }

    #[test]
    fn risk_exponents_lie_between_a_half_and_two(actors in actors()) {
        let Ok(mut contest) = Contest::new(&actors) else { return Ok(()) };
        for _ in 0..4 {
            let round = contest.round();
            prop_assert!(round.risk.iter().all(|risk| (0.5..=2.0).contains(risk)));
        }
    }

    #[test]
    fn exchanges_stay_in_range_and_gains_never_grow(issues in issues()) {
        let result = exchange_positions(&issues);
        let mut last = f64::INFINITY;
        for exchange in &result.exchanges {
            prop_assert!(exchange.gain > 0.0 && exchange.gain <= last);
            last = exchange.gain;
            for part in [exchange.later, exchange.earlier] {
                let positions = || issues[part.issue].iter().flatten().map(|a| a.position);
                let low = positions().fold(f64::INFINITY, f64::min);
                let high = positions().fold(f64::NEG_INFINITY, f64::max);
                prop_assert!((low..=high).contains(&part.to));
            }
        }
        for (outcome, actors) in result.outcomes.iter().zip(&issues) {
            let present: Vec<Actor> = actors.iter().flatten().copied().collect();
            prop_assert_eq!(outcome.err(), compromise_mean(&present).err());
        }
    }

    #[test]
    fn the_first_exchange_gives_both_the_gain_it_promises(issues in issues()) {
        let Some(exchange) = exchange_positions(&issues).exchanges.first().copied() else {
            return Ok(());
        };
        let mean = |actors: &[Option<Actor>]| {
            compromise_mean(&actors.iter().flatten().copied().collect::<Vec<_>>()).expect("a mean")
        };
        for member in [exchange.later.member, exchange.earlier.member] {
            let mut gain = 0.0;
            for part in [exchange.later, exchange.earlier] {
                let before = &issues[part.issue];
                let mut after = before.clone();
                after[part.member].as_mut().expect("it has a stance").position = part.to;
                let own = before[member].expect("it has a stance");
                let distance = |outcome: f64| (own.position - outcome).abs();
                gain += own.salience * (distance(mean(before)) - distance(mean(&after)));
            }
            prop_assert!((gain - exchange.gain).abs() < 1e-9, "{gain} is not {}", exchange.gain);
        }
    }

    #[test]
    fn exchanges_do_not_depend_on_order_scale_or_direction(issues in issues()) {
        let outcomes = |issues: &[Vec<Option<Actor>>]| exchange_positions(issues).outcomes;
        let changed = |change: &dyn Fn(Actor) -> Actor| -> Vec<Vec<Option<Actor>>> {
            issues.iter().map(|all| all.iter().map(|a| a.map(change)).collect()).collect()
        };
        let original = outcomes(&issues);
        let scaled = changed(&|a| Actor { influence: a.influence * 3.7, ..a });
        assert_close(&original, &outcomes(&scaled));
        let mirrored = changed(&|a| Actor { position: 1.0 - a.position, ..a });
        let back: Vec<_> = outcomes(&mirrored).into_iter().map(|a| a.map(|a| 1.0 - a)).collect();
        assert_close(&original, &back);
        let mut turned = issues.clone();
        for all in &mut turned {
            all.reverse();
        }
        turned.reverse();
        let mut back = outcomes(&turned);
        back.reverse();
        assert_close(&original, &back);
    }

    #[test]
    fn every_scenario_has_finite_opinions(of in any::<u64>()) {
        let scenario = scenario(of, Kind::Whole);
        let opinions = second_opinions(&scenario);
        for on in &opinions.issues {
            let challenge = on.challenge.map(|ended| ended.median);
            for answer in [on.median, on.plain_median, on.compromise, challenge, on.exchange] {
                prop_assert!(answer.is_err() || (0.0..=1.0).contains(&answer.expect("it is Ok")));
            }
            prop_assert_eq!(on.compromise.is_ok(), on.spread().is_some());
        }
        prop_assert!(opinions.exchanges.iter().all(|exchange| exchange.gain.is_finite()));
    }
}

#[test]
fn nobody_to_ask_is_said_so() {
    for answer in answers(&[], 0.5) {
        assert_eq!(answer, Err(Silence::NoStance));
    }
    let without = |influence, salience| Actor { position: 0.3, influence, salience };
    for answer in answers(&[without(0.0, 1.0), without(1.0, 0.0)], 0.5) {
        assert_eq!(answer, Err(Silence::NoWeight));
    }
    assert!(exchange_positions(&[]).outcomes.is_empty());
    let nobody = exchange_positions(&[vec![None], vec![Some(without(0.0, 1.0))]]);
    assert_eq!(nobody.outcomes, [Err(Silence::NoStance), Err(Silence::NoWeight)]);
}

#[test]
fn the_median_lies_midway_where_half_of_the_weight_is_on_either_side() {
    let actor = |position, influence| Actor { position, influence, salience: 1.0 };
    let split = [actor(0.2, 0.3), actor(0.4, 0.2), actor(0.9, 0.5)];
    assert_eq!(weighted_median(&split), Ok(0.65));
    assert_eq!(plain_median(&split), Ok(0.4));
}

#[test]
fn a_bargain_gives_way_to_the_modest_by_weight() {
    // Gains are z and 0.8 - z: of 0.8, the second gets three quarters by its weight.
    let actor = |position, influence| Actor { position, influence, salience: 1.0 };
    let bargain = nash_bargaining(&[actor(0.4, 0.1), actor(1.0, 0.3)], 0.0);
    let Ok(Bargain::Agreement(agreed)) = bargain else { panic!("they agree: {bargain:?}") };
    assert!((agreed - 0.6).abs() < 1e-12);
}

#[test]
fn there_is_no_bargain_where_one_is_content_or_wants_the_contrary() {
    let actor = |position| Actor { position, influence: 1.0, salience: 1.0 };
    let bargain = nash_bargaining(&[actor(0.2), actor(0.5), actor(0.7), actor(0.8)], 0.5);
    assert_eq!(bargain, Ok(Bargain::NoAgreement { below: 1, content: 1, above: 2 }));
}

#[test]
fn the_challenge_model_depends_on_which_end_of_the_scale_is_called_low() {
    let members = european_community();
    let mirrored = moved(&members, |a| Actor { position: 14.0 - a.position, ..*a });
    let mut contests = [members, mirrored].map(|all| Contest::new(&all).expect("there are actors"));
    let rounds = contests.each_mut().map(|contest| {
        for _ in 0..7 {
            contest.round();
        }
        contest.median()
    });
    assert!((rounds[0] - (14.0 - rounds[1])).abs() > 0.1, "the code ranks compromises upward");
}
