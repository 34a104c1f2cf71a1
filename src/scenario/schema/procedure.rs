//! Of rules of adoption, the program of the meeting, and the parameters of the model.

use super::said::{Of, Said, field, of};

/// The two parts of a share.
const SHARE: &[Said] = &[field("0", "So many parts.").count(0), field("1", "Of so many.").count(0)];

pub(super) const TABLE: &[Of] = &[
    of("Rules", "How the body decides.", &[]),
    of("Rules.Rules", "Rules of its own.", &[field("forms", "The rule of each form.")]),
    of("AdoptionRule", "When an outcome of one form is adopted.", &[]),
    of(
        "AdoptionRule.Vote",
        "By a vote in which each member counts as one.",
        &[
            field("threshold", "How many are enough."),
            field("base", "What a share is a share of.").or(r#""Members""#),
            field("veto", "Whether permanent members have a veto.").or("false"),
        ],
    ),
    of(
        "AdoptionRule.Weighted",
        "By a vote that passes every test.",
        &[
            field("tests", "The tests.").least(1),
            field(
                "blocking_minority",
                "How many against are needed to block, whatever their weight.",
            )
            .within(0.0, 250.0),
        ],
    ),
    of("Base", "What a threshold is a share of.", &[]),
    of(
        "WeightTest",
        "A threshold counted in one weight.",
        &[
            field("weight", "The name of the weight; “members” is 1 for each."),
            field("threshold", "How much is enough."),
        ],
    ),
    of("Threshold", "How many are enough.", &[]),
    of("Threshold.Count", "A number of votes.", &[field("0", "How many.").count(0)]),
    of("Threshold.AtLeast", "A share, or more.", SHARE),
    of("Threshold.MoreThan", "More than a share.", SHARE),
    of("Stage", "A part of the meeting.", &[]),
    of(
        "Stage.MembersStatements",
        "Members make their statements.",
        &[
            field("order", "In which order.").or(r#""Lot""#),
            field("president", "When the President speaks in a national capacity.")
                .or(r#""First""#),
        ],
    ),
    of(
        "Stage.Consultations",
        "Texts are bargained over.",
        &[field("rounds", "How many rounds.").within(0.0, 50.0).or("4")],
    ),
    of("Order", "The order of members' statements.", &[]),
    of("PresidentsPlace", "When the President speaks in a national capacity.", &[]),
    of("Dynamics", "The parameters of the model, in hundredths.", DYNAMICS),
    of(
        "Points",
        "How many issues a statement addresses, by style.",
        &[
            field("candid", "Of the candid.").within(1.0, 20.0).or("4"),
            field("measured", "Of the measured.").within(1.0, 20.0).or("4"),
            field("guarded", "Of the guarded.").within(1.0, 20.0).or("3"),
        ],
    ),
];

const DYNAMICS: &[Said] = &[
    field("noise", "The scale of the draw of a vote.").scale().or("4"),
    field("threshold_yes", "The gain that a vote in favour takes.").signed().or("-4"),
    field("threshold_no", "The loss that a vote against takes.").signed().or("14"),
    field("threshold_object", "The loss that an objection takes.").signed().or("10"),
    field("threshold_sign", "The gain that a signature takes.").signed().or("4"),
    field("bandwagon", "How much those who care little go with the room.").scale().or("10"),
    field("consistency", "How much one's own word binds.").scale().or("10"),
    field("sponsor_effect", "How much it matters who tables a text.").scale().or("3"),
    field("persuasion", "How far a statement moves its listeners.").scale().or("30"),
    field("flexibility", "Of elected members, where none is written.").scale().or("40"),
    field("flexibility_permanent", "Of permanent members, where none is written.").scale().or("10"),
    field("prompt", "How much a guiding question adds to attention.").within(0.0, 500.0).or("50"),
    field("heat", "How much a raised issue adds to attention.").within(0.0, 500.0).or("50"),
    field("heat_half_life", "After how many statements the heat of an issue has halved.")
        .above(0.0, 1000.0)
        .or("4"),
    field("spontaneity", "How freely speakers choose their issues.").within(0.0, 500.0).or("30"),
    field("backlash", "How much being criticized by name hardens.").scale().or("20"),
    field(
        "confidence_bound",
        "Beyond which distance a statement does not persuade; none if left out.",
    )
    .scale(),
    field("floor", "Which share of a draft's first gain its penholder keeps.").scale().or("50"),
    field("points", "How many issues a statement addresses."),
];
