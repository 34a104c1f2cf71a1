//! Of injects, seats with objectives, and questions to the class.

use super::said::{Of, Said, field, of};

const ISSUE: Said = field("issue", "The identifier of the issue.");
const MEMBER: Said = field("member", "The identifier of the member.");
const OUTCOME: Said = field("outcome", "The identifier of the outcome.");
const BY: Said = field("by", "By how much.").signed();
const POINTS: Said = field("points", "What that is worth.").within(0.0, 1000.0);

pub(super) const TABLE: &[Of] = &[
    of(
        "Inject",
        "An event from outside the chamber; it happens once at most.",
        &[
            field("title", "Its title.").filled(),
            field("text", "What is told of it.").or(r#""""#),
            field("when", "What sets it off."),
            field("probability", "Whether it can happen at all, in percent.").scale().or("100"),
            field("effects", "What it changes."),
        ],
    ),
    of("When", "What sets off an inject.", &[]),
    of(
        "When.OnResult",
        "The outcome is adopted, or put and not adopted.",
        &[OUTCOME, field("result", "Which of the two.")],
    ),
    of(
        "When.AfterStatement",
        "So many statements have been made.",
        &[field("0", "How many.").within(1.0, 10_000.0)],
    ),
    of("When.AtStage", "A stage opens.", &[field("0", "Which.")]),
    of(
        "When.AtRandom",
        "After any statement, with this chance in percent.",
        &[field("0", "The chance.").scale()],
    ),
    of("ResultName", "The result an inject waits for.", &[]),
    of("StageName", "The name of a stage.", &[]),
    of("Effect", "What an inject changes.", &[]),
    of("Effect.Salience", "How much all who have a stance care.", &[ISSUE, BY]),
    of("Effect.Heat", "How much the issue is talked about.", &[ISSUE, BY]),
    of("Effect.Position", "Where a member stands.", &[MEMBER, ISSUE, BY]),
    of("Effect.Influence", "How much a member's word weighs.", &[MEMBER, BY]),
    of(
        "Effect.PointOfOrder",
        "A member raises a point of order.",
        &[MEMBER, field("challenge", "Whether the ruling is put to the vote.").or("false")],
    ),
    of("Effect.ObjectionToAgenda", "A member objects to the agenda.", &[MEMBER]),
    of(
        "Seat",
        "The brief of a person who plays a member.",
        &[
            field("brief", "What the capital writes, in Markdown."),
            field("objectives", "What earns points."),
        ],
    ),
    of("Objective", "What earns a player points.", &[]),
    of("Objective.Adopted", "The outcome is adopted.", &[OUTCOME, POINTS]),
    of("Objective.NotAdopted", "The outcome is not adopted.", &[OUTCOME, POINTS]),
    of(
        "Objective.Support",
        "So many members support the outcome.",
        &[OUTCOME, field("at_least", "How many.").within(0.0, 250.0), POINTS],
    ),
    of("Objective.KeepRedLines", "No text across a red line is adopted.", &[POINTS]),
    of("Objective.Raise", "The issue is raised.", &[ISSUE, POINTS]),
    of("Objective.NotIsolated", "The member does not stand alone.", &[POINTS]),
    of(
        "Quiz",
        "A question to the class, before and after.",
        &[
            field("text", "The question.").filled(),
            field("choices", "The answers to choose from.").least(2).filled(),
            field("answer", "The right one, counted from 1.").count(1),
            field("because", "Why it is right."),
        ],
    ),
];
