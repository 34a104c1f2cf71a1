//! What a table says of a field that its type does not: its meaning, range and default.

/// What is said of a structure or an enum and of its fields; of a variant with settings it is
/// called `Enum.Variant`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Of {
    pub(super) name: &'static str,
    pub(super) says: &'static str,
    pub(super) fields: &'static [Said],
}

/// What is said of one field.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said {
    pub(super) name: &'static str,
    pub(super) says: &'static str,
    /// The least number, itself included.
    pub(super) minimum: Option<f64>,
    /// The number that must be exceeded.
    pub(super) above: Option<f64>,
    pub(super) maximum: Option<f64>,
    /// How many elements or entries there are at least, and at most.
    pub(super) least: Option<usize>,
    pub(super) most: Option<usize>,
    pub(super) pattern: Option<&'static str>,
    /// The texts that are admitted, where only few are.
    pub(super) texts: &'static [&'static str],
    /// What is assumed where nothing stands, in JSON.
    pub(super) default: Option<&'static str>,
}

pub(super) const fn of(name: &'static str, says: &'static str, fields: &'static [Said]) -> Of {
    Of { name, says, fields }
}

pub(super) const fn field(name: &'static str, says: &'static str) -> Said {
    Said {
        name,
        says,
        minimum: None,
        above: None,
        maximum: None,
        least: None,
        most: None,
        pattern: None,
        texts: &[],
        default: None,
    }
}

impl Said {
    /// A number from `low` to `high`, both included.
    pub(super) const fn within(self, low: f64, high: f64) -> Self {
        Self { minimum: Some(low), maximum: Some(high), ..self }
    }

    /// A number on the authors' scale.
    pub(super) const fn scale(self) -> Self {
        self.within(0.0, 100.0)
    }

    /// A number on the authors' scale with two sides.
    pub(super) const fn signed(self) -> Self {
        self.within(-100.0, 100.0)
    }

    /// A number above `low`, up to `high`.
    pub(super) const fn above(self, low: f64, high: f64) -> Self {
        Self { above: Some(low), maximum: Some(high), ..self }
    }

    /// A whole number from `low` up.
    pub(super) const fn count(self, low: u32) -> Self {
        self.within(low as f64, u32::MAX as f64)
    }

    /// A list or a map with so many elements, or more.
    pub(super) const fn least(self, least: usize) -> Self {
        Self { least: Some(least), ..self }
    }

    /// A list or a map with so many elements, or fewer.
    pub(super) const fn most(self, most: usize) -> Self {
        Self { most: Some(most), ..self }
    }

    /// A text that matches.
    pub(super) const fn like(self, pattern: &'static str) -> Self {
        Self { pattern: Some(pattern), ..self }
    }

    /// A text that is not empty.
    pub(super) const fn filled(self) -> Self {
        self.like(r"\S")
    }

    /// One of a few texts.
    pub(super) const fn among(self, texts: &'static [&'static str]) -> Self {
        Self { texts, ..self }
    }

    /// What is assumed where nothing stands, in JSON.
    pub(super) const fn or(self, default: &'static str) -> Self {
        Self { default: Some(default), ..self }
    }
}
