//! Colours by what they mean; a palette says what they look like.

/// A colour by its meaning.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ink {
    /// Words.
    Text,
    /// Words that go with others.
    TextWeak,
    /// Hairlines.
    Line,
    /// Lines that carry something.
    LineStrong,
    /// The ground behind everything.
    Background,
    /// A raised ground.
    Panel,
    /// The one accent.
    Accent,
    /// What is chosen.
    Selection,
    /// In favour, adopted.
    InFavor,
    /// The ground of what is in favour.
    InFavorFill,
    /// Against, vetoed.
    Against,
    /// The ground of what is against.
    AgainstFill,
    /// With reservations, abstaining.
    Reservations,
    /// The ground of what has reservations.
    ReservationsFill,
    /// Not declared.
    Undeclared,
    /// The ground of what is not declared.
    UndeclaredFill,
    /// Words on one of the full colours of a stance.
    OnStance,
    /// From -1, the colour of against, over a neutral 0 to 1, the colour of in favour.
    Diverging(f32),
    /// Words on a diverging ground of this value.
    OnDiverging(f32),
    /// From 0, hardly seen, to 1, the accent.
    Strength(f32),
    /// Words on such a ground.
    OnStrength(f32),
}
