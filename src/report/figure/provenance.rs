//! From what a figure was made, so that it can be made again.

use crate::debate::Record;

/// From what a figure was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The title of the scenario.
    pub scenario: String,
    /// The first letters of the digest of its file.
    pub digest: String,
    /// The seed of the debate, or of the first run.
    pub seed: u64,
    /// How many turns of how many had been shown; none where the figure does not depend on it.
    pub turn: Option<(usize, usize)>,
    /// The branch of the debate, where there are several.
    pub branch: Option<String>,
}

/// What every figure says of itself.
pub const NOTE: &str = "Simulated. A teaching model, not a prediction.";
/// How many letters of a digest tell files apart.
const DIGEST: usize = 12;

impl Provenance {
    /// The provenance of a figure of `record`.
    pub fn of(record: &Record) -> Self {
        Self {
            scenario: record.scenario.title.clone(),
            digest: record.scenario.digest.chars().take(DIGEST).collect(),
            seed: record.seed.0,
            turn: None,
            branch: None,
        }
    }

    /// Names and values, in the order in which they are told.
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        let mut fields = vec![
            ("scenario", self.scenario.clone()),
            ("digest", self.digest.clone()),
            ("seed", self.seed.to_string()),
        ];
        fields.extend(self.branch.clone().map(|branch| ("branch", branch)));
        fields.extend(self.turn.map(|(turn, of)| ("turn", format!("{turn} of {of}"))));
        fields.push(("program", concat!("Horseshoe ", env!("CARGO_PKG_VERSION")).to_owned()));
        fields.push(("note", NOTE.to_owned()));
        fields
    }

    /// One line for the foot of a picture, without the title of the scenario.
    pub fn line(&self) -> String {
        let fields = self.fields().into_iter().filter(|(name, _)| *name != "scenario");
        let told = fields.map(|(name, value)| match name {
            "note" | "program" => value,
            _ => format!("{name} {value}"),
        });
        told.collect::<Vec<_>>().join(" · ")
    }
}
