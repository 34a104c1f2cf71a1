//! The questions for discussion: what a teaching note asks after the debate.

/// The words that begin the part of a teaching note that is for after the debate.
const LEAD: &str = "**Debrief.**";

/// No note asks as much.
const MOST: usize = 40;

/// The part of a teaching note, in Markdown, that is for after the debate, if it has one; each
/// numbered question in a line of its own.
pub fn discussion_questions(note: &str) -> Option<String> {
    let (_, rest) = note.split_once(LEAD)?;
    // The next part begins with a paragraph that has a name of its own.
    let end = rest.find("\n\n**").unwrap_or(rest.len());
    Some(rest[..end].trim()).filter(|it| !it.is_empty()).map(one_a_line)
}

fn one_a_line(questions: &str) -> String {
    let mut lines = String::new();
    let mut rest = questions;
    if !questions.starts_with("1. ") {
        return questions.to_owned();
    }
    for number in 2..MOST {
        let lead = format!(" {number}. ");
        // Some are in a line of their own already.
        let Some(at) = rest.find(&lead) else { continue };
        lines.push_str(&rest[..at]);
        lines.push('\n');
        rest = &rest[at + 1..];
    }
    lines.push_str(rest);
    lines
}

#[cfg(test)]
mod tests {
    use super::{discussion_questions, one_a_line};

    #[test]
    fn the_part_after_the_debate_is_found_and_ends_where_the_next_begins() {
        let found = |note: &str| discussion_questions(note);
        let note = "**Aim.** To know.\n\n**Debrief.**\n- Why?\n- Who?\n\n**Sources.** None.";
        assert_eq!(found(note).as_deref(), Some("- Why?\n- Who?"));
        assert_eq!(found("**Debrief.** One: why?").as_deref(), Some("One: why?"));
        assert_eq!(found("**Aim.** To know."), None);
        assert_eq!(found("**Debrief.**\n"), None);
    }

    #[test]
    fn questions_in_one_line_are_told_apart() {
        assert_eq!(
            one_a_line("1. Who? 2. What, by 2 points? 3. Why?"),
            "1. Who?\n2. What, by 2 points?\n3. Why?"
        );
        assert_eq!(one_a_line("1. Who?\n2. What? 3. Why?"), "1. Who?\n2. What?\n3. Why?");
        assert_eq!(one_a_line("- See 2. and 3. there."), "- See 2. and 3. there.");
    }
}
