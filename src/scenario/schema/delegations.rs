//! Of members, their speakers, stances and arguments.

use super::said::{Of, field, of};

pub(super) const TABLE: &[Of] = &[
    of(
        "Member",
        "A delegation.",
        &[
            field("name", "Its short name.").filled(),
            field("article", "The article of the name in a sentence.")
                .among(&["", "the"])
                .or(r#""""#),
            field("adjective", "The adjective of the name; without it the voices say “of …”."),
            field("seat", "What it is. Permanent and elected members vote."),
            field("speaker", "The person who takes the floor."),
            field("influence", "How much its word weighs.").scale().or("50"),
            field("style", "How openly it speaks.").or(r#""Measured""#),
            field("stances", "What it wants, by the identifier of the issue."),
            field("relations", "Its affinity to others, by the identifier of the member.").signed(),
            field("arguments", "What it would say."),
            field("veto_reluctance", "How reluctant it is to veto; of permanent members only.")
                .scale(),
            field("weights", "What rules of adoption count, by the name of the weight.")
                .within(0.0, 1e15),
        ],
    ),
    of("Membership", "What a member is; Rule37 are invited States, Rule39 briefers.", &[]),
    of(
        "Speaker",
        "The person who takes the floor.",
        &[
            field("name", "The name.").filled(),
            field("title", "The office."),
            field("rank", "The rank; invited participants speak by rank.").or(r#""Ambassador""#),
            field("language", "The language of the statement."),
        ],
    ),
    of("Rank", "The rank of a speaker.", &[]),
    of("Style", "How openly a delegation speaks.", &[]),
    of(
        "Stance",
        "What a member wants on one issue, and how much it cares.",
        &[
            field("position", "Where it wants to be.").scale(),
            field("salience", "How much it cares.").scale(),
            field("flexibility", "How far it may be persuaded; if left out, as the model says.")
                .scale(),
            field("uncertainty", "The standard deviation of the author's estimate.")
                .scale()
                .or("0"),
            field("red_line", "The interval it accepts; if left out, the whole scale."),
            field("because", "The reason, as a clause a speaker could say."),
            field("source", "The identifier of the source."),
            field("confidence", "How sure the author is."),
        ],
    ),
    of(
        "RedLine",
        "The interval a member accepts: low and high.",
        &[field("low", "Its lower end.").scale(), field("high", "Its upper end.").scale()],
    ),
    of("Confidence", "How sure an author is of a stance.", &[]),
    of(
        "Argument",
        "A sentence a delegation would say.",
        &[
            field("issue", "The identifier of the issue."),
            field("toward", "The end of the scale it speaks for."),
            field("text", "The sentence.").filled(),
            field("source", "The identifier of the source."),
        ],
    ),
    of("Direction", "The end of a scale.", &[]),
];
