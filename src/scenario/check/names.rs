//! States under the names that documents of the United Nations give them on the day.

use super::super::codes::Code;
use super::super::diagnostic::{Diagnostic, Diagnostics};
use super::super::document::{Edit, quoted};
use super::super::file::{Member, Membership, ScenarioFile};
use super::super::nearest::shown;
use super::super::spanned::Entry;
use super::super::states::{State, state, states};
use super::Context;

pub(super) fn check(context: &Context<'_>, problems: &mut Diagnostics) {
    let file = context.file;
    let Some(date) = file.date.sound().filter(|_| is_of_the_united_nations(file)) else { return };
    for entry in &file.members {
        // Briefers and organizations may have the letters of a State by chance.
        let is_state = entry.value.seat.sound().is_some_and(|seat| *seat != Membership::Rule39);
        let known = state(&entry.key.value, date).filter(|_| is_state);
        if let Some(problem) = known.and_then(|known| look_at(entry, known, date)) {
            problems.add(problem);
        }
    }
}

/// Invented bodies may call their members as they like.
fn is_of_the_united_nations(file: &ScenarioFile) -> bool {
    file.body.sound().is_some_and(|body| body.contains("United Nations"))
}

fn look_at(entry: &Entry<String, Member>, known: &State, date: &str) -> Option<Diagnostic> {
    let (id, member) = (&entry.key.value, &entry.value);
    let name = member.name.sound()?;
    let is_named = known.names.iter().any(|other| other == name);
    if !is_named {
        let before = states(id).any(|state| state.names.iter().any(|other| other == name));
        let right = known.name();
        let message = format!(
            "`{}` is called \"{}\", and documents of the United Nations of {} say \"{right}\"",
            shown(id),
            shown(name),
            shown(date)
        );
        let hint = format!("write `name: {}`", quoted(right));
        let mend = before.then(|| Edit::replace(member.name.span, quoted(right)));
        let problem = Diagnostic::new(Code::OtherName, member.name.span, message, hint);
        return Some(problem.mended_by(mend));
    }
    // The first of the names has the article; what others need is theirs to know.
    let article = member.article.as_ref().map_or("", |article| article.value.as_str());
    let is_first = name == known.name();
    (is_first && article.is_empty() && known.article == "the").then(|| {
        let message = format!("within a sentence it is \"the {}\"", shown(name));
        let hint = "add `article: \"the\"`";
        let mend = Edit::insert(member.name.span.end, ", article: \"the\"");
        Diagnostic::new(Code::OtherName, member.name.span, message, hint)
            .mended_by(member.article.is_none().then_some(mend))
    })
}
