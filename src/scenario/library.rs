//! The scenarios that come with the program.

/// A bundled scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bundled {
    /// The id by which the command line names it.
    pub id: &'static str,
    /// The text of the file.
    pub text: &'static str,
}

macro_rules! bundled {
    ($($id:literal),* $(,)?) => {
        &[$(Bundled {
            id: $id,
            text: include_str!(concat!("../../scenarios/", $id, ".ron")),
        }),*]
    };
}

/// The bundled scenarios, in the order of the library.
pub const BUNDLED: &[Bundled] = bundled![
    "unsc-cyber-2024",
    "tutorial",
    "unsc-cyber-2021",
    "unsc-humanitarian-2024",
    "unsc-space-2024",
    "unsc-famine-2023",
    "unsc-small-arms-2021",
    "unsc-climate-2021",
    "unsc-maritime-2021",
    "unsc-wps-2020",
    "invented-halcyon-strait",
];

/// A scenario of three members, to begin with.
pub const SMALL_TEMPLATE: &str = include_str!("../../assets/templates/small.ron");
/// The members of the Security Council, without positions.
pub const COUNCIL_TEMPLATE: &str = include_str!("../../assets/templates/council.ron");

/// The bundled scenario with this id.
pub fn bundled(id: &str) -> Option<Bundled> {
    BUNDLED.iter().copied().find(|scenario| scenario.id == id)
}
