//! Paragraphs of a text by their numbers.

use crate::council::{IssueId, OutcomeForm, Paragraph};

use super::list;

/// The paragraphs that bear on an issue, by number: "operative paragraph 2", "preambular
/// paragraphs 1 and 3". Operative ones come before preambular ones.
fn paragraph(paragraphs: &[Paragraph], issue: IssueId) -> Option<String> {
    let (mut operative, mut preambular) = (Vec::new(), Vec::new());
    let (mut operatives, mut preambulars) = (0_usize, 0_usize);
    for paragraph in paragraphs {
        let (count, found, on) = match paragraph {
            Paragraph::Operative { issue, .. } => (&mut operatives, &mut operative, issue),
            Paragraph::Preambular { issue, .. } => (&mut preambulars, &mut preambular, issue),
        };
        *count += 1;
        if *on == Some(issue) {
            found.push(count.to_string());
        }
    }
    let named = |kind: &str, numbers: &[String]| match numbers {
        [] => None,
        [one] => Some(format!("{kind} paragraph {one}")),
        several => Some(format!("{kind} paragraphs {}", list(several))),
    };
    named("operative", &operative).or_else(|| named("preambular", &preambular))
}

/// The same, in a text of a form: a statement of the Council has no operative paragraphs, and all
/// of its paragraphs are counted together: "the first paragraph", "paragraph 2".
pub(in crate::text) fn paragraph_in(
    form: OutcomeForm,
    paragraphs: &[Paragraph],
    issue: IssueId,
) -> Option<String> {
    if !matches!(form, OutcomeForm::PresidentialStatement | OutcomeForm::PressStatement) {
        return paragraph(paragraphs, issue);
    }
    let (operative, preambular): (Vec<&Paragraph>, Vec<&Paragraph>) =
        paragraphs.iter().partition(|it| matches!(it, Paragraph::Operative { .. }));
    let before = preambular.len();
    let numbers = |of: &[&Paragraph], before: usize| -> Vec<usize> {
        let on = of.iter().enumerate().filter(|(_, it)| {
            let (Paragraph::Preambular { issue: on, .. } | Paragraph::Operative { issue: on, .. }) =
                it;
            *on == Some(issue)
        });
        on.map(|(at, _)| before + at + 1).collect()
    };
    let mut found = numbers(&operative, before);
    if found.is_empty() {
        found = numbers(&preambular, 0);
    }
    (!found.is_empty()).then(|| in_a_statement(&found))
}

/// Paragraphs of a statement by number: "the first paragraph", "paragraphs 1 and 3".
pub(in crate::text) fn in_a_statement(numbers: &[usize]) -> String {
    match numbers {
        [1] => "the first paragraph".to_owned(),
        [one] => format!("paragraph {one}"),
        several => {
            let several: Vec<String> = several.iter().map(ToString::to_string).collect();
            format!("paragraphs {}", list(&several))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::Id as _;

    #[test]
    fn paragraphs_are_counted_by_kind() {
        let issue = |index| Some(IssueId::at(index));
        let preambular = |index| Paragraph::Preambular { text: String::new(), issue: issue(index) };
        let operative = |index| Paragraph::Operative { text: String::new(), issue: issue(index) };
        let text = [preambular(0), operative(1), preambular(2), operative(1), operative(0)];
        let number = |index| paragraph(&text, IssueId::at(index));
        assert_eq!(number(0).as_deref(), Some("operative paragraph 3"));
        assert_eq!(number(1).as_deref(), Some("operative paragraphs 1 and 2"));
        assert_eq!(number(2).as_deref(), Some("preambular paragraph 2"));
        assert_eq!(number(3), None);
    }

    #[test]
    fn paragraphs_of_a_statement_are_counted_together() {
        let issue = |index| Some(IssueId::at(index));
        let operative = |index| Paragraph::Operative { text: String::new(), issue: issue(index) };
        let text = [
            operative(1),
            Paragraph::Preambular { text: String::new(), issue: issue(0) },
            operative(2),
            operative(1),
        ];
        let number = |form, index| paragraph_in(form, &text, IssueId::at(index));
        let press = OutcomeForm::PressStatement;
        assert_eq!(number(press, 0).as_deref(), Some("the first paragraph"));
        assert_eq!(number(press, 1).as_deref(), Some("paragraphs 2 and 4"));
        assert_eq!(number(OutcomeForm::PresidentialStatement, 2).as_deref(), Some("paragraph 3"));
        assert_eq!(number(press, 3), None);
        let draft = number(OutcomeForm::Resolution, 2);
        assert_eq!(draft.as_deref(), Some("operative paragraph 2"));
    }
}
