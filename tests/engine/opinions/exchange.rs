//! The exchange model against the exchanges of two public programs (tests/data/equalgain).

use horseshoe::opinions::{Actor, Exchange, Move, exchange_positions};

use super::{number, rows};

const ACTORS: &str = include_str!("../../data/equalgain/cop21_short_actors.csv");
const BY_R: &str = include_str!("../../data/equalgain/cop21_short_exchanges_R.csv");
const BY_PYTHON: &str = include_str!("../../data/equalgain/cop21_short_exchanges_python.csv");

const ISSUES: [&str; 3] = ["differentiation", "mrv", "legal"];

/// The names of the members, and everybody on each issue.
fn negotiation() -> (Vec<&'static str>, Vec<Vec<Option<Actor>>>) {
    let rows = rows(ACTORS);
    let on = |issue: &str| rows.iter().filter(|cells| cells[1] == issue).collect::<Vec<_>>();
    let actor = |cells: &&Vec<&str>| {
        Some(Actor {
            position: number(cells[2]),
            salience: number(cells[3]),
            influence: number(cells[4]),
        })
    };
    let names = on(ISSUES[0]).iter().map(|cells| cells[0]).collect();
    (names, ISSUES.iter().map(|issue| on(issue).iter().map(actor).collect()).collect())
}

fn carried_out() -> (Vec<&'static str>, Vec<Exchange>) {
    let (names, issues) = negotiation();
    (names, exchange_positions(&issues).exchanges)
}

fn close(computed: f64, published: f64, tolerance: f64) {
    assert!((computed - published).abs() <= tolerance, "{computed} is not {published}");
}

/// Checks who moves on what, and from and to where if that is published.
fn assert_move(moved: Move, names: &[&str], who: (&str, &str), from: Option<f64>, to: f64) {
    assert_eq!((names[moved.member], ISSUES[moved.issue]), who);
    if let Some(from) = from {
        close(moved.from, from, 1e-6);
    }
    close(moved.to, to, if from.is_some() { 1e-6 } else { 5.1e-5 });
}

#[test]
fn all_exchanges_are_those_of_the_r_program() {
    let (names, exchanges) = carried_out();
    let published = rows(BY_R);
    assert_eq!(exchanges.len(), published.len());
    for (exchange, cells) in exchanges.iter().zip(&published) {
        close(exchange.gain, number(cells[5]), 1e-6);
        let from = |at: usize| Some(number(cells[at]));
        assert_move(exchange.later, &names, (cells[1], cells[2]), from(6), number(cells[8]));
        assert_move(exchange.earlier, &names, (cells[3], cells[4]), from(10), number(cells[12]));
    }
}

#[test]
fn the_first_thirteen_exchanges_are_also_those_of_the_python_program() {
    let (names, exchanges) = carried_out();
    for (exchange, cells) in exchanges.iter().zip(rows(BY_PYTHON)).take(13) {
        close(exchange.gain, number(cells[5]), 5.1e-7);
        assert_move(exchange.later, &names, (cells[1], cells[2]), None, number(cells[6]));
        assert_move(exchange.earlier, &names, (cells[3], cells[4]), None, number(cells[7]));
    }
}

#[test]
fn the_two_programs_part_company_at_the_fourteenth_exchange() {
    let (by_r, by_python) = (rows(BY_R), rows(BY_PYTHON));
    for (r, python) in by_r.iter().zip(&by_python).take(13) {
        assert_eq!(r[1..5], python[1..5]);
    }
    assert_ne!(by_r[13][1..5], by_python[13][1..5]);
}

#[test]
fn outcomes_are_the_compromise_means_of_the_positions_after_the_exchanges() {
    let (_, issues) = negotiation();
    let result = exchange_positions(&issues);
    // From an independent computation with the published exchanges.
    let published = [45.695_784_939_747_12, 53.461_382_672_962_23, 63.457_615_593_429_72];
    for (outcome, published) in result.outcomes.iter().zip(published) {
        close(outcome.expect("it is decided"), published, 1e-9);
    }
}

#[test]
fn one_issue_alone_leaves_nothing_to_trade() {
    let (_, mut issues) = negotiation();
    issues.truncate(1);
    let result = exchange_positions(&issues);
    assert!(result.exchanges.is_empty());
    close(result.outcomes[0].expect("it is decided"), 49.255_404_323_458_76, 1e-9);
}
