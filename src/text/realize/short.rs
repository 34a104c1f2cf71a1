//! Statements around the debate: further statements, explanations of vote, dissociations.

use crate::council::{Id as _, OutcomeId, Point, Statement};
use crate::debate::Standing;
use crate::vote::{Ballot, Decision, Failure};

use super::super::grammar::{as_object, lower_first, paragraph_in};
use super::super::length::{
    ARGUMENT, DISSOCIATION, EXPLANATION, FRAMING, FURTHER, Length, REASON, STANDS_BY, Sentence,
};
use super::super::phrasebook::{Fact, Line, Set, Slot, Subject, When, Words};
use super::super::plan::{Passage, alignment, plan};
use super::super::verdict::draft_entitled;
use super::Voice;

/// The phrases of an explanation of vote.
struct Explanation {
    opening: Subject,
    verdict: Subject,
    filling: Subject,
    closing: Subject,
}

const BEFORE: Explanation = Explanation {
    opening: Subject::BeforeOpening,
    verdict: Subject::BeforeVerdict,
    filling: Subject::BeforeFilling,
    closing: Subject::BeforeClosing,
};
const AFTER: Explanation = Explanation {
    opening: Subject::AfterOpening,
    verdict: Subject::AfterVerdict,
    filling: Subject::AfterFilling,
    closing: Subject::AfterClosing,
};

impl Voice<'_> {
    /// A further statement: its own position again, and why. It accuses nobody.
    pub(super) fn further(&mut self, statement: &Statement) -> Length {
        let turn = self.turn(statement);
        let issue = statement.points.first().map(|point| self.issue(point.issue));
        let words = Words::default().with_some(Slot::Issue, issue.as_deref());
        self.say("answer", Subject::FurtherOpening, (&words, turn));
        self.align(statement);
        let opening = self.sentences.first().map(|it| it.line.text.clone()).unwrap_or_default();
        for point in &statement.points {
            // The issue is named once.
            let named = opening.contains(&self.issue(point.issue));
            self.restate(point, named);
        }
        self.stand_by("answer", Subject::FurtherFilling, turn);
        self.stand_by("answer", Subject::FurtherFilling, turn);
        // What a person adds is said as it is in the debate.
        for passage in plan(self.scenario, self.state, self.so_far, statement) {
            let added = matches!(
                passage,
                Passage::Commends(_)
                    | Passage::Criticizes(_)
                    | Passage::Texts
                    | Passage::Submitted(_)
                    | Passage::Voted(..)
                    | Passage::Declares(_)
            );
            if added {
                self.passage(&passage, statement.points.len());
            }
        }
        self.may_say("close", Subject::FurtherClosing, (&Words::default(), turn), FRAMING);
        FURTHER
    }

    /// "On …, we continue to …, because …", and an argument that names nobody.
    fn restate(&mut self, point: &Point, named: bool) {
        let rung = self.book.ladders().for_position(self.intensity(point), self.style());
        let because = self.because(point);
        let words = Words::default()
            .with(Slot::Issue, self.issue(point.issue))
            .with(Slot::Mark, as_object(self.own_mark(point)))
            .with(Slot::Approve, rung.we.as_str())
            .with(Slot::Approves, rung.it.as_str())
            .with_some(Slot::Because, because);
        let subject = if named { Subject::FurtherView } else { Subject::FurtherPoint };
        let tells = self.claims(point.issue);
        self.reasoned(&tells, subject, &words);
        let arguments = &self.scenario.members[self.speaker].arguments;
        let names_nobody = |at: crate::council::ArgumentId| arguments[at.index()].names.is_none();
        if point.argument.is_some_and(names_nobody) {
            self.argument(&tells, point, ARGUMENT);
        }
    }

    /// A sentence with a reason, which gives way to one without.
    fn reasoned(&mut self, tells: &str, subject: Subject, words: &Words<'_>) {
        let reason = When::default().with(Slot::Because.set());
        let full = self.choose.say(subject, words, reason);
        let bare = words.clone().without(Slot::Because);
        let sentence = match full {
            Some(full) => {
                let plain = self.choose.say(subject, &bare, When::default());
                Sentence::kept(tells, full).or(plain.unwrap_or_default(), REASON)
            }
            None => Sentence::kept(tells, self.must_say(subject, &bare, When::default())),
        };
        self.sentences.push(sentence);
    }

    /// Why the delegation will vote as it will; only those who vote against explain it before.
    pub(super) fn explanation_before(
        &mut self,
        statement: &Statement,
        outcome: OutcomeId,
    ) -> Length {
        let text = self.draft(outcome);
        let words = Words::default().with(Slot::Text, text).with(Slot::Vote, "against");
        self.explanation(statement, (outcome, &BEFORE), (words, Set::NONE))
    }

    /// Why the delegation voted as it did.
    pub(super) fn explanation_after(
        &mut self,
        statement: &Statement,
        outcome: OutcomeId,
    ) -> Length {
        let ballot = self.state.ballots[(self.speaker, outcome)];
        let (vote, cast) = match ballot {
            Some(Ballot::InFavour) => ("voted in favour", Fact::Favour.set()),
            Some(Ballot::Against) => ("voted against the text", Fact::Against.set()),
            Some(Ballot::Abstaining) => ("abstained", Fact::Abstained.set()),
            Some(Ballot::NotParticipating) | None => ("did not take part in the vote", Set::NONE),
        };
        let (text, result) = match self.state.standing[outcome] {
            Standing::Decided(Decision::Adopted) => (self.product(outcome), Fact::Adopted.set()),
            Standing::Decided(Decision::NotAdopted(Failure::Veto)) => {
                (self.draft(outcome), Fact::NotAdopted.set().and(Fact::Vetoed.set()))
            }
            _ => (self.draft(outcome), Fact::NotAdopted.set()),
        };
        let words = Words::default().with(Slot::Text, text).with(Slot::Vote, vote);
        self.explanation(statement, (outcome, &AFTER), (words, result.and(cast)))
    }

    fn explanation(
        &mut self,
        statement: &Statement,
        (outcome, phrases): (OutcomeId, &Explanation),
        (words, facts): (Words<'_>, Set),
    ) -> Length {
        let turn = self.turn(statement).holding(facts);
        let words = words.naming(Slot::Who, self.who());
        let tells = format!("text: {}", self.scenario.outcomes[outcome].identifier);
        self.say(&tells, phrases.opening, (&words, turn));
        self.align(statement);
        // A party to the dispute had no choice; what it thinks of the text is not why it abstained.
        let parties = &self.scenario.outcomes[outcome].parties;
        let obliged = parties.contains(&self.speaker) && facts.holds(Fact::Abstained.set());
        if obliged {
            self.say("obliged to abstain", Subject::AfterObliged, (&words, turn));
        }
        if let Some(point) = statement.points.first() {
            let differs = self.against(point, outcome);
            self.own_view(point, differs);
        }
        if !obliged {
            let verdict = self.must_say(phrases.verdict, &words, turn);
            self.sentences.push(Sentence::kept("vote", verdict));
            self.stand_by("vote", phrases.filling, turn);
        }
        self.may_say("close", phrases.closing, (&Words::default(), turn), FRAMING);
        EXPLANATION
    }

    /// That the delegation joins consensus, and from what it dissociates itself.
    pub(super) fn dissociation(&mut self, statement: &Statement, outcome: OutcomeId) -> Length {
        let turn = self.turn(statement);
        let proposal = &self.scenario.outcomes[outcome];
        let words =
            Words::default().naming(Slot::Who, self.who()).with(Slot::Text, self.product(outcome));
        let tells = format!("text: {}", proposal.identifier);
        self.say(&tells, Subject::DissociationOpening, (&words, turn));
        if let Some(point) = statement.points.first() {
            let issue = self.issue(point.issue);
            let part = paragraph_in(self.state.texts[outcome].form, &proposal.text, point.issue)
                .map_or_else(
                    || format!("what it says on {issue}"),
                    |number| format!("{number}, on {issue}"),
                );
            let words = words.with(Slot::Part, part);
            let text = self.must_say(Subject::DissociationPoint, &words, turn);
            let tells = format!("dissociation: {}", self.axis(point.issue).identifier);
            self.sentences.push(Sentence::kept(tells, text));
            self.own_view(point, true);
        }
        self.stand_by("dissociation", Subject::DissociationFilling, turn);
        self.may_say("close", Subject::DissociationClosing, (&Words::default(), turn), FRAMING);
        DISSOCIATION
    }

    /// What stands in the way; returns whether the text differs from the delegation's own view as
    /// far as words can tell.
    fn against(&mut self, point: &Point, outcome: OutcomeId) -> bool {
        let issue = self.axis(point.issue);
        let aims = &self.state.texts[outcome].aims;
        let aim = aims.iter().find(|aim| aim.issue == point.issue);
        let y = aim.map_or(issue.status_quo.get(), |aim| aim.position.get());
        let mark = self.own_mark(point);
        let stands = lower_first(self.scenario, issue.nearest_mark(y));
        let differs = stands != mark;
        let subject = if differs { Subject::TextDiffers } else { Subject::TextIsNear };
        let words = Words::default()
            .with(Slot::Issue, self.issue(point.issue))
            .with(Slot::Mark, mark)
            .with(Slot::Stands, stands);
        let text = self.must_say(subject, &words, When::default());
        self.sentences.push(Sentence::kept(format!("concern: {}", issue.identifier), text));
        differs
    }

    /// What the delegation wants on an issue already named, and why.
    fn own_view(&mut self, point: &Point, differs: bool) {
        let tells = format!("concern: {}", self.axis(point.issue).identifier);
        let words = Words::default()
            .with(Slot::Mark, self.own_mark(point))
            .with_some(Slot::Because, self.new_reason(point));
        match (differs, self.new_reason(point)) {
            (true, Some(_)) => self.reasoned(&tells, Subject::OwnView, &words),
            (true, None) => {
                self.may_say(&tells, Subject::OwnView, (&words, When::default()), REASON);
            }
            (false, Some(_)) => {
                self.may_say(&tells, Subject::SameView, (&words, When::default()), REASON);
            }
            (false, None) => {}
        }
    }

    /// With the statement that another made for its group too.
    fn align(&mut self, statement: &Statement) {
        if let Some(passage) = alignment(self.scenario, self.so_far, statement.speaker) {
            self.passage(&passage, statement.points.len());
        }
    }

    /// The turn of a statement among those to its end.
    fn turn(&self, statement: &Statement) -> When {
        When::in_turn(self.so_far.statements(statement.purpose))
    }

    /// Something for a statement that would be short.
    fn stand_by(&mut self, tells: &str, subject: Subject, when: When) {
        if let Some(text) = self.choose.say(subject, &Words::default(), when) {
            self.sentences.push(Sentence::kept(tells, text).or(Line::default(), STANDS_BY));
        }
    }

    fn draft(&self, outcome: OutcomeId) -> String {
        draft_entitled(self.scenario, outcome, self.state.texts[outcome].form)
    }

    /// A text that has been adopted: "resolution entitled …".
    fn product(&self, outcome: OutcomeId) -> String {
        format!("{} entitled {}", self.state.texts[outcome].form.name(), self.title(outcome))
    }
}
