//! Statements around the debate: further statements, explanations of vote, dissociations.

use crate::council::{Id as _, OutcomeId, Point, Statement};
use crate::debate::Standing;
use crate::vote::{Ballot, Decision};

use super::super::grammar::{issue_name, lower_first, paragraph};
use super::super::length::{
    ARGUMENT, DISSOCIATION, EXPLANATION, FRAMING, FURTHER, REASON, STANDS_BY, Sentence, fit,
};
use super::super::phrasebook::{ShortPhrases, fill};
use super::super::plan::{Passage, plan};
use super::super::verdict::draft_entitled;
use super::Voice;

impl Voice<'_> {
    /// A further statement: its own position again, and why. It accuses nobody.
    pub(super) fn further(&self, statement: &Statement) -> Vec<String> {
        let book = &self.book.further;
        let issue = statement.points.first().map(|point| self.issue(point)).unwrap_or_default();
        let opening = self.choose.pick_nth("opening", &book.opening, self.nth);
        let mut said = vec![Sentence::kept(fill(opening, &[("issue", &issue)]))];
        for (place, point) in statement.points.iter().enumerate() {
            // The issue is named once.
            let named = place == 0 && opening.contains("{issue}");
            self.restate(point, (place, named), &mut said);
        }
        said.push(standing_by(self.nth("filling", &book.filling, self.nth)));
        // What a person adds is said as it is in the debate.
        for (place, passage) in plan(statement).iter().enumerate() {
            let added = matches!(
                passage,
                Passage::Commends(_) | Passage::Criticizes(_) | Passage::Declares(..)
            );
            if added {
                self.passage(passage, place, &mut said);
            }
        }
        said.push(self.closing(book));
        fit(said, FURTHER)
    }

    /// "On …, we continue to favour …, because …", and an argument that names nobody.
    fn restate(&self, point: &Point, (place, named): (usize, bool), said: &mut Vec<Sentence>) {
        let book = self.book;
        let (name, mark) = (self.issue(point), self.own_mark(point));
        let slots = [("issue", name.as_str()), ("mark", &mark)];
        let (full, plain) = if named {
            (&book.view_restated, &book.own_view_plain)
        } else {
            (&book.further.point, &book.claim_plain)
        };
        let plain = fill(self.nth("plain", plain, place), &slots);
        said.push(match self.because(point) {
            None => Sentence::kept(plain),
            Some(because) => {
                let phrase = self.nth("further", full, self.nth + place);
                let text = fill(&fill(phrase, &slots), &[("because", because)]);
                Sentence { text, shorter: plain, gives_way: REASON }
            }
        });
        let argument =
            point.argument.map(|at| &self.scenario.members[self.speaker].arguments[at.index()]);
        if let Some(argument) = argument.filter(|argument| argument.names.is_none()) {
            let text = argument.text.clone();
            said.push(Sentence { gives_way: ARGUMENT, ..Sentence::kept(text) });
        }
    }

    /// Why the delegation will vote as it will; only those who vote against explain it before.
    pub(super) fn explanation_before(
        &self,
        statement: &Statement,
        outcome: OutcomeId,
    ) -> Vec<String> {
        let text = self.draft(outcome);
        self.explanation(statement, outcome, (&self.book.explanation_before, &text, "against"))
    }

    /// Why the delegation voted as it did.
    pub(super) fn explanation_after(
        &self,
        statement: &Statement,
        outcome: OutcomeId,
    ) -> Vec<String> {
        let vote = match self.state.ballots[(self.speaker, outcome)] {
            Some(Ballot::InFavour) => "voted in favour, with this reservation",
            Some(Ballot::Against) => "voted against the text",
            Some(Ballot::Abstaining) => "abstained",
            Some(Ballot::NotParticipating) | None => "did not take part in the vote",
        };
        let text = match self.state.standing[outcome] {
            Standing::Decided(Decision::Adopted) => self.product(outcome),
            _ => self.draft(outcome),
        };
        self.explanation(statement, outcome, (&self.book.explanation_after, &text, vote))
    }

    fn explanation(
        &self,
        statement: &Statement,
        outcome: OutcomeId,
        (book, text, vote): (&'static ShortPhrases, &str, &str),
    ) -> Vec<String> {
        let who = self.who();
        let mut said = vec![self.opening(book, &[("who", &who), ("text", text)])];
        if let Some(point) = statement.points.first() {
            let differs = self.against(point, outcome, &mut said);
            self.own_view(point, differs, &mut said);
        }
        let verdict = self.nth("verdict", &book.point, self.nth);
        said.push(Sentence::kept(fill(verdict, &[("who", &who), ("vote", vote)])));
        said.push(standing_by(self.nth("filling", &book.filling, self.nth)));
        said.push(self.closing(book));
        fit(said, EXPLANATION)
    }

    /// That the delegation joins consensus, and from what it dissociates itself.
    pub(super) fn dissociation(&self, statement: &Statement, outcome: OutcomeId) -> Vec<String> {
        let book = &self.book.dissociation;
        let who = self.who();
        let text = self.product(outcome);
        let mut said = vec![self.opening(book, &[("who", &who), ("text", &text)])];
        if let Some(point) = statement.points.first() {
            let issue = self.issue(point);
            let part = paragraph(&self.scenario.outcomes[outcome].text, point.issue).map_or_else(
                || format!("what it says on {issue}"),
                |number| format!("{number}, on {issue}"),
            );
            let phrase = self.nth("dissociates", &book.point, self.nth);
            said.push(Sentence::kept(fill(phrase, &[("who", &who), ("part", &part)])));
            self.own_view(point, true, &mut said);
        }
        said.push(standing_by(self.nth("filling", &book.filling, self.nth)));
        said.push(self.closing(book));
        fit(said, DISSOCIATION)
    }

    /// What stands in the way; returns whether the text differs from the delegation's own view as
    /// far as words can tell.
    fn against(&self, point: &Point, outcome: OutcomeId, said: &mut Vec<Sentence>) -> bool {
        let issue = &self.scenario.issues[point.issue];
        let aims = &self.state.texts[outcome].aims;
        let aim = aims.iter().find(|aim| aim.issue == point.issue);
        let y = aim.map_or(issue.status_quo.get(), |aim| aim.position.get());
        let (name, mark) = (self.issue(point), self.own_mark(point));
        let stands = lower_first(self.scenario, issue.nearest_mark(y));
        let differs = stands != mark;
        let phrases = if differs { &self.book.text_differs } else { &self.book.text_is_near };
        let slots = [("issue", name.as_str()), ("mark", &mark), ("stands", &stands)];
        said.push(Sentence::kept(fill(self.nth("text", phrases, self.nth), &slots)));
        differs
    }

    /// What the delegation wants on an issue already named, and why.
    fn own_view(&self, point: &Point, differs: bool, said: &mut Vec<Sentence>) {
        let mark = self.own_mark(point);
        let plain =
            fill(self.nth("own plain", &self.book.own_view_plain, self.nth), &[("mark", &mark)]);
        let plain = if differs { plain } else { String::new() };
        let Some(because) = self.because(point) else {
            if !plain.is_empty() {
                said.push(Sentence::kept(plain));
            }
            return;
        };
        let phrases = if differs { &self.book.own_view } else { &self.book.same_view };
        let phrase = self.nth("own", phrases, self.nth);
        let text = fill(phrase, &[("mark", mark.as_str()), ("because", because)]);
        said.push(Sentence { text, shorter: plain, gives_way: REASON });
    }

    fn opening(&self, book: &'static ShortPhrases, slots: &[(&str, &str)]) -> Sentence {
        Sentence::kept(fill(self.choose.pick_nth("opening", &book.opening, self.nth), slots))
    }

    fn closing(&self, book: &'static ShortPhrases) -> Sentence {
        let text = self.choose.pick_nth("closing", &book.closing, self.nth).to_owned();
        Sentence { gives_way: FRAMING, ..Sentence::kept(text) }
    }

    fn who(&self) -> String {
        self.scenario.members[self.speaker].name.in_sentence()
    }

    fn draft(&self, outcome: OutcomeId) -> String {
        draft_entitled(self.scenario, outcome, self.state.texts[outcome].form)
    }

    /// A text that has been adopted: "resolution entitled …".
    fn product(&self, outcome: OutcomeId) -> String {
        let form = self.state.texts[outcome].form.name();
        let title = super::quoted(&self.scenario.outcomes[outcome]);
        format!("{form} entitled {title}")
    }

    fn issue(&self, point: &Point) -> String {
        issue_name(self.scenario, &self.scenario.issues[point.issue])
    }

    fn own_mark(&self, point: &Point) -> String {
        let issue = &self.scenario.issues[point.issue];
        let voiced = point.voiced.unwrap_or_else(|| issue.status_quo.get());
        lower_first(self.scenario, issue.nearest_mark(voiced))
    }

    fn because(&self, point: &Point) -> Option<&str> {
        let stance = self.scenario.stances[(self.speaker, point.issue)].as_ref();
        stance.and_then(|stance| stance.because.as_deref())
    }
}

fn standing_by(text: &str) -> Sentence {
    Sentence { gives_way: STANDS_BY, ..Sentence::kept(text.to_owned()) }
}
