//! Of proposed outcomes, and of what became of them in reality.

use super::said::{Of, field, of};

pub(super) const TABLE: &[Of] = &[
    of(
        "Outcome",
        "A proposed outcome.",
        &[
            field("title", "Its title.").filled(),
            field("form", "Its form, which says how it is adopted."),
            field("sponsors", "The identifiers of its sponsors; the first holds the pen."),
            field("aims", "Where it stands, by the identifier of the issue."),
            field("text", "Its paragraphs."),
            field("action", "When it is put.").or(r#""IfPromising""#),
            field("parties", "The members that must abstain as parties to the dispute."),
        ],
    ),
    of("OutcomeForm", "The form of an outcome.", &[]),
    of(
        "Aim",
        "Where an outcome stands on an issue.",
        &[
            field("position", "Where.").scale(),
            field("weight", "How much that matters for the outcome.").scale().or("100"),
        ],
    ),
    of("Paragraph", "A paragraph of a draft.", &[]),
    of("Paragraph.Preambular", "A paragraph of the preamble.", PARAGRAPH),
    of("Paragraph.Operative", "An operative paragraph.", PARAGRAPH),
    of("PutToAction", "When an outcome is put to action.", &[]),
    of(
        "Record",
        "What really happened.",
        &[
            field("outcomes", "What became of each, by the identifier of the outcome."),
            field("notes", "What else there is to tell."),
            field("source", "The identifier of the source."),
        ],
    ),
    of("Happened", "What became of an outcome in reality.", &[]),
    of(
        "Happened.Voted",
        "It was voted on.",
        &[
            field("in_favour", "The identifiers of the members in favour."),
            field("against", "Those against."),
            field("abstaining", "Those that abstained."),
            field("not_participating", "Those that did not take part in the vote."),
        ],
    ),
    of(
        "Happened.Signed",
        "It was signed.",
        &[
            field("by", "The identifiers of those that signed."),
            field("others", "How many others signed.").within(0.0, 250.0),
        ],
    ),
    of(
        "Happened.Objected",
        "It was objected to.",
        &[field("by", "The identifiers of those that objected.")],
    ),
];

const PARAGRAPH: &[super::said::Said] =
    &[field("text", "The paragraph."), field("issue", "The identifier of the issue it is about.")];
