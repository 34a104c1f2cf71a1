//! What a text is called: by its form and its title, in a way that does not stumble over either.

use crate::council::{OutcomeForm, OutcomeId};
use crate::scenario::Scenario;

use super::grammar::upper_first;

/// The draft of an outcome of this form, as the President names it.
const fn draft_name(form: OutcomeForm) -> &'static str {
    match form {
        OutcomeForm::Resolution => "draft resolution",
        OutcomeForm::PresidentialStatement => "draft presidential statement",
        OutcomeForm::PressStatement => "draft press statement",
        OutcomeForm::PresidentsSummary => "summary by the President",
        OutcomeForm::JointStatement => "joint statement",
        OutcomeForm::ProceduralDecision => "procedural proposal",
    }
}

/// What a text is called once it has been named in full: "draft resolution", "proposal".
pub(super) fn draft_short(
    scenario: &Scenario,
    outcome: OutcomeId,
    form: OutcomeForm,
) -> &'static str {
    match amended_subject(&scenario.outcomes[outcome].title) {
        Some(_) => "proposed amendment",
        None if form == OutcomeForm::ProceduralDecision => "proposal",
        None => draft_name(form),
    }
}

/// The body that meets, as its own texts name it.
pub(super) const fn the_council(scenario: &Scenario) -> &'static str {
    if scenario.is_security_council { "The Security Council" } else { "The Council" }
}

/// "draft resolution entitled …": a text by the form in which it stands. A title that names its
/// form is not said beside it a second time.
pub(super) fn draft_entitled(scenario: &Scenario, outcome: OutcomeId, form: OutcomeForm) -> String {
    let title = &scenario.outcomes[outcome].title;
    if let Some(subject) = amended_subject(title) {
        return format!("proposed amendment entitled “{}”", upper_first(subject));
    }
    match own_form(title, form) {
        Some(rest) => format!("{}{rest}", draft_name(form)),
        None => format!("{} entitled “{title}”", draft_name(form)),
    }
}

/// "press statement entitled …": a text that has been agreed.
pub(super) fn product_entitled(title: &str, form: OutcomeForm) -> String {
    match own_form(title, form) {
        Some(rest) => format!("{}{rest}", form.name()),
        None => format!("{} entitled “{title}”", form.name()),
    }
}

/// What follows in a title that says that the text is an amendment: "Amendment: …".
fn amended_subject(title: &str) -> Option<&str> {
    let (kind, subject) = title.split_once(':')?;
    (kind.eq_ignore_ascii_case("amendment")).then(|| subject.trim_start())
}

/// What follows in a title that begins with the form of its text: " on …" of "A joint statement
/// on …".
pub(super) fn own_form(title: &str, form: OutcomeForm) -> Option<&str> {
    let bare = title.strip_prefix("A ").or_else(|| title.strip_prefix("The ")).unwrap_or(title);
    let (head, rest) = bare.split_at_checked(form.name().len())?;
    let whole = rest.is_empty() || rest.starts_with(' ');
    (head.eq_ignore_ascii_case(form.name()) && whole).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_that_names_its_form_says_so_once() {
        let joint = OutcomeForm::JointStatement;
        assert_eq!(own_form("A joint statement on cyber", joint), Some(" on cyber"));
        assert_eq!(
            own_form("A summary by the President", OutcomeForm::PresidentsSummary),
            Some("")
        );
        assert_eq!(own_form("A joint statement on cyber", OutcomeForm::Resolution), None);
        assert_eq!(own_form("Joint statements of the year", joint), None);
        assert_eq!(own_form("Ä", joint), None);
    }

    #[test]
    fn an_amendment_says_so_before_a_colon_alone() {
        assert_eq!(
            amended_subject("Amendment: weapons of every kind"),
            Some("weapons of every kind")
        );
        assert_eq!(amended_subject("Amendment of the rules"), None);
        assert_eq!(amended_subject("Climate: a beginning"), None);
    }
}
