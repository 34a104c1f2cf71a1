//! The headings under which differences are told, the most telling first.

/// A heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Section {
    Moved,
    Salience,
    RedLines,
    Stances,
    Members,
    Issues,
    Outcomes,
    Relations,
    Groups,
    Meeting,
    Dynamics,
    Injects,
    Seats,
    Arguments,
    Reasons,
    Texts,
    ConceptNote,
    Questions,
    Record,
    Sources,
}

impl Section {
    pub(super) const fn heading(self) -> &'static str {
        match self {
            Self::Moved => "MOVED",
            Self::Salience => "SALIENCE",
            Self::RedLines => "RED LINES",
            Self::Stances => "STANCES, OTHERWISE",
            Self::Members => "MEMBERS",
            Self::Issues => "ISSUES",
            Self::Outcomes => "OUTCOMES",
            Self::Relations => "RELATIONS",
            Self::Groups => "GROUPS",
            Self::Meeting => "THE MEETING",
            Self::Dynamics => "PARAMETERS OF THE MODEL",
            Self::Injects => "INJECTS",
            Self::Seats => "SEATS TO PLAY",
            Self::Arguments => "ARGUMENTS",
            Self::Reasons => "REASONS AND SOURCES OF STANCES",
            Self::Texts => "TEXTS OF THE SCENARIO",
            Self::ConceptNote => "CONCEPT NOTE",
            Self::Questions => "QUESTIONS TO THE CLASS",
            Self::Record => "THE RECORD OF WHAT HAPPENED",
            Self::Sources => "SOURCES",
        }
    }

    /// Whether lines with large changes come first.
    pub(super) const fn is_by_size(self) -> bool {
        matches!(self, Self::Moved | Self::Salience | Self::RedLines)
    }

    /// The heading of a block of the file about which nothing special is to be said.
    pub(super) fn of_block(block: &str) -> Self {
        match block {
            "issues" => Self::Issues,
            "outcomes" => Self::Outcomes,
            "groups" => Self::Groups,
            "dynamics" => Self::Dynamics,
            "injects" => Self::Injects,
            "seats" => Self::Seats,
            "questions" => Self::Questions,
            "concept_note" => Self::ConceptNote,
            "record" => Self::Record,
            "sources" => Self::Sources,
            "title" | "summary" | "background" | "teaching_note" => Self::Texts,
            _ => Self::Meeting,
        }
    }
}
