//! Second opinions: published numbers first, then properties over random inputs.

mod challenge;
mod command;
mod exchange;
mod properties;

use horseshoe::opinions::Actor;

/// The cells of a table, without its heading.
pub(crate) fn rows(text: &str) -> Vec<Vec<&str>> {
    text.lines().skip(1).map(|line| line.split(',').collect()).collect()
}

pub(crate) fn number(cell: &str) -> f64 {
    cell.parse().expect("a number")
}

/// The actors of a table with these columns: position, influence, salience.
pub(crate) fn actors(text: &str, [position, influence, salience]: [usize; 3]) -> Vec<Actor> {
    let actor = |cells: Vec<&str>| Actor {
        position: number(cells[position]),
        influence: number(cells[influence]),
        salience: number(cells[salience]),
    };
    rows(text).into_iter().map(actor).collect()
}

/// The members of the European Community on car emissions.
pub(crate) fn european_community() -> Vec<Actor> {
    actors(include_str!("../../data/bdm_ec1994/actors.csv"), [1, 2, 3])
}
