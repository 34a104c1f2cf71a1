//! Of the file itself and of what sets the scene.

use super::super::FORMAT;
use super::super::decode::{ISSUES, MEMBERS, OUTCOMES};
use super::said::{Of, field, of};

pub(super) const TABLE: &[Of] = &[
    of(
        "Scenario",
        "A debate of a council: who takes part, what each wants, and what is proposed.",
        &[
            field("format", "The version of the format.").within(1.0, FORMAT as f64),
            field("title", "The title of the scenario.").filled(),
            field("summary", "Two or three sentences for the library.").or(r#""""#),
            field("date", "The day of the meeting: YYYY-MM-DD.")
                .like("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"),
            field("body", "The name of the body that meets.").filled(),
            field("agenda_item", "The item of the agenda.").or(r#""""#),
            field("meeting", "The format of the meeting.").or(r#""OpenDebate""#),
            field("starts", "The local time of the opening: HH:MM.")
                .like("^([01][0-9]|2[0-3]):[0-5][0-9]$")
                .or(r#""10:00""#),
            field("time_limit", "Minutes for a statement.").above(0.0, 60.0).or("5"),
            field("background", "What the briefing tells, in Markdown.").or(r#""""#),
            field("teaching_note", "For the teacher, in Markdown.").or(r#""""#),
            field("sources", "Where claims come from, by identifier."),
            field("concept_note", "The paper that frames the debate."),
            field("issues", "The scales on which positions lie, by identifier.")
                .least(1)
                .most(ISSUES.most),
            field("members", "The delegations, by identifier; at least one votes.")
                .least(1)
                .most(MEMBERS.most),
            field("president", "The identifier of the member that presides; it votes."),
            field("groups", "Members that stand together, by identifier."),
            field("outcomes", "What is proposed, by identifier, in the order of submission.")
                .least(1)
                .most(OUTCOMES.most),
            field("rules", "How the body decides.").or(r#""SecurityCouncil""#),
            field("program", "The stages of the meeting; if left out, those of its format.")
                .least(1),
            field("injects", "Events from outside the chamber."),
            field("seats", "Briefs of those who play, by the identifier of the member."),
            field("dynamics", "The parameters of the model."),
            field("questions", "Questions to the class, before and after."),
            field("record", "What really happened; no debate and no forecast reads it."),
        ],
    ),
    of("MeetingFormat", "The format of a meeting.", &[]),
    of(
        "Source",
        "Where a claim comes from.",
        &[
            field("title", "Its title.").filled(),
            field("publisher", "Who published it."),
            field("date", "When it was published, in any form."),
            field("url", "Where it can be read."),
        ],
    ),
    of(
        "ConceptNote",
        "The paper that frames the debate.",
        &[
            field("author", "The identifier of the member that wrote it."),
            field("objective", "What it wants from the debate.").or(r#""""#),
            field("guiding_questions", "The questions it puts to speakers."),
        ],
    ),
    of(
        "Question",
        "A guiding question.",
        &[
            field("text", "The question."),
            field("issues", "The identifiers of the issues it raises."),
        ],
    ),
    of(
        "Issue",
        "A scale from 0 to 100 on which positions lie.",
        &[
            field("name", "Its name.").filled(),
            field("low", "What 0 means.").filled(),
            field("high", "What 100 means.").filled(),
            field("status_quo", "Where things stand today.").scale().or("50"),
            field("marks", "What points between mean."),
        ],
    ),
    of(
        "Mark",
        "A point on a scale and what it means.",
        &[field("at", "The point.").scale(), field("label", "What it means.")],
    ),
    of(
        "Group",
        "Members that stand together.",
        &[
            field("name", "Its name.").filled(),
            field("members", "The identifiers of its members.").least(1),
            field("cohesion", "The affinity of two members without a relation of their own.")
                .signed()
                .or("0"),
            field("joint_statement", "The identifier of the member that speaks for the group."),
        ],
    ),
];
