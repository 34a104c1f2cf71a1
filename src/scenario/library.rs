//! The scenarios that come with the program.

/// A bundled scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bundled {
    /// The id by which the command line names it.
    pub id: &'static str,
    /// The text of the file.
    pub text: &'static str,
}

/// The bundled scenarios, in the order of the library.
pub const BUNDLED: &[Bundled] =
    &[Bundled { id: "unsc-cyber-2024", text: include_str!("../../scenarios/unsc-cyber-2024.ron") }];

/// The bundled scenario with this id.
pub fn bundled(id: &str) -> Option<Bundled> {
    BUNDLED.iter().copied().find(|scenario| scenario.id == id)
}
