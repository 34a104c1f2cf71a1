//! One sentence of at most 25 words in the manner of press coverage, from the same statement.

use crate::council::{
    Capacity, Declaration, Declared, Id as _, Issue, OutcomeId, Point, Statement, StatementPurpose,
    Style,
};
use crate::vote::Ballot;

use super::grammar::{
    as_object, has_clause, issue_name, list, lower_first, paragraph_in, words as count,
};
use super::phrasebook::{Chooser, Fact, Ladders, Rung, Set, Slot, Subject, When, Words};
use super::plan::declared;
use super::quoted;
use super::realize::Scene;

/// The most words of a headline.
const MOST_CHARACTERS: usize = 25;

/// The headline of `statement`, of which this is `said`, by passage: the fullest form that is short
/// enough. It says nothing that the statement does not.
pub(super) fn headline(
    scene: Scene<'_>,
    statement: &Statement,
    (said, choose): (&[(String, String)], &Chooser<'_>),
) -> String {
    let teller = Teller { scene, statement, choose };
    let told = match statement.purpose {
        StatementPurpose::Debate if statement.capacity == Capacity::Briefer => teller.briefing(),
        StatementPurpose::Debate => teller.debate(said),
        StatementPurpose::Further => teller.further(),
        StatementPurpose::ExplanationBefore(outcome) => {
            teller.on_a_text(Subject::HeadlineBefore, outcome, "")
        }
        StatementPurpose::ExplanationAfter(outcome) => {
            let vote = match scene.state.ballots[(statement.speaker, outcome)] {
                Some(Ballot::Against) => "its vote against",
                Some(Ballot::Abstaining) => "its abstention on",
                _ => "its vote on",
            };
            teller.on_a_text(Subject::HeadlineAfter, outcome, vote)
        }
        StatementPurpose::Dissociation(outcome) => teller.dissociation(outcome),
    };
    told.or_else(|| teller.tell(Subject::HeadlineFloor, &teller.words(), Set::NONE))
        .unwrap_or_default()
}

struct Teller<'a> {
    scene: Scene<'a>,
    statement: &'a Statement,
    choose: &'a Chooser<'a>,
}

impl Teller<'_> {
    fn words(&self) -> Words<'_> {
        let name = self.scene.scenario.members[self.statement.speaker].name.in_sentence();
        Words::default().with(Slot::Who, name)
    }

    /// One of the forms that says all of `want` and is short enough.
    fn tell(&self, subject: Subject, words: &Words<'_>, want: Set) -> Option<String> {
        self.tell_when(subject, words, (Set::NONE, want))
    }

    /// The same, where these facts hold.
    fn tell_when(
        &self,
        subject: Subject,
        words: &Words<'_>,
        (facts, want): (Set, Set),
    ) -> Option<String> {
        let most = MOST_CHARACTERS.saturating_sub(self.longest_name());
        let own = count(words.of(Slot::Who));
        let is_short = |text: &str| count(text) - own <= most;
        let told =
            self.choose.any(subject, words, (When::default().holding(facts).with(want), is_short));
        told.map(|line| line.text)
    }

    /// The words of the longest name among delegations of its kind: all have the same room beside
    /// their names.
    fn longest_name(&self) -> usize {
        let members = &self.scene.scenario.members;
        let briefs = members[self.statement.speaker].is_briefer();
        let alike = members.iter().filter(|member| member.is_briefer() == briefs);
        alike.map(|member| count(&member.name.in_sentence())).max().unwrap_or(0)
    }

    fn debate(&self, said: &[(String, String)]) -> Option<String> {
        let Some(point) = self.statement.points.first() else {
            return self.declares(&self.words());
        };
        let (words, same) = self.with_proposals(self.claim(point, said), Some(point));
        let words = words.with_some(Slot::Stands, self.not_shared(said));
        let (reason, titles, others, stands) =
            (Slot::Because.set(), Slot::Titles.set(), Slot::Others.set(), Slot::Stands.set());
        let mut fullest = [reason, titles.and(others), stands, titles, others, Set::NONE];
        // What comes first differs from one to another.
        let turn = self.statement.speaker.index() % 3;
        fullest[..3].rotate_left(turn);
        let facts = if same { Fact::Same.set() } else { Set::NONE };
        let told = fullest
            .iter()
            .find_map(|&want| self.tell_when(Subject::HeadlineClaim, &words, (facts, want)));
        told.or_else(|| self.tell(Subject::HeadlineIssue, &words, Set::NONE))
    }

    /// A position that the statement says it does not share.
    fn not_shared(&self, said: &[(String, String)]) -> Option<String> {
        let criticism = self.statement.criticizes?;
        said.iter().find(|(tells, _)| tells.starts_with("criticizes: "))?;
        let issue = &self.scene.scenario.issues[criticism.issue];
        let mark = lower_first(self.scene.scenario, issue.nearest_mark(criticism.voiced));
        Some(as_object(mark))
    }

    fn declares(&self, words: &Words<'_>) -> Option<String> {
        let (words, _) = self.with_proposals(words.clone(), None);
        let (titles, others) = (Slot::Titles.set(), Slot::Others.set());
        let wants = [titles.and(others), titles, others];
        wants.iter().find_map(|&want| self.tell(Subject::HeadlineDeclares, &words, want))
    }

    /// What is claimed on the first issue, with the reason if the text gives it.
    fn claim(&self, point: &Point, said: &[(String, String)]) -> Words<'_> {
        let Scene { scenario, state, .. } = self.scene;
        let speaker = self.statement.speaker;
        let intensity = state.salience[(speaker, point.issue)] * point.emphasis;
        let rung = self.ladder(|ladders, style| ladders.for_position(intensity, style));
        // The claim on the first issue comes before others.
        let first = said.iter().find(|(tells, _)| tells.starts_with("claim: "));
        let because = scenario
            .reason(speaker, point.issue)
            .filter(|because| !self.scene.book.is_in_first_person(because))
            .filter(|because| first.is_some_and(|(_, claim)| has_clause(claim, because)));
        self.words()
            .with(Slot::Issue, self.issue(point))
            .with(Slot::Mark, as_object(self.mark(point)))
            .with(Slot::Approved, rung.told.as_str())
            .with(Slot::Approving, rung.beside.as_str())
            .with_some(Slot::Because, because)
    }

    /// The first proposal supported and the first refused, of those that say most on the issue of
    /// the first point; and whether position and proposal are supported by the same verb.
    fn with_proposals<'w>(&'w self, words: Words<'w>, point: Option<&Point>) -> (Words<'w>, bool) {
        let weight = |it: &Declaration| {
            let aims = &self.scene.state.texts[it.outcome].aims;
            let aim = aims.iter().find(|aim| point.is_some_and(|it| it.issue == aim.issue));
            aim.map_or(0.0, |aim| aim.weight.get())
        };
        // Of a text that came to a vote before, the statement tells the vote and not a stance.
        let ballots = &self.scene.state.ballots;
        let speaker = self.statement.speaker;
        let first = |stance| {
            let all = declared(&self.statement.declarations, stance).into_iter();
            let open = all.filter(|it| ballots[(speaker, it.outcome)].is_none()).enumerate();
            open.max_by(|(p, a), (q, b)| weight(a).total_cmp(&weight(b)).then(q.cmp(p)))
                .map(|(_, declaration)| declaration)
        };
        let title = |it: &Declaration| quoted(&self.scene.scenario.outcomes[it.outcome]);
        let (mut words, mut same) = (words, false);
        if let Some(favoured) = first(Declared::InFavour) {
            let s = favoured.judgement.salience;
            let rung = self.ladder(|ladders, style| ladders.for_proposal(s, style));
            same = words.of(Slot::Approved) == rung.told;
            words = words.with(Slot::Titles, title(&favoured));
            // The same verb is said once.
            if !same {
                words = words.with(Slot::Supported, rung.told.as_str());
            }
        }
        if let Some(opposed) = first(Declared::Opposed) {
            let s = opposed.judgement.salience;
            let rung = self.ladder(|ladders, style| ladders.for_refusal(s, style));
            words =
                words.with(Slot::Others, title(&opposed)).with(Slot::Refused, rung.told.as_str());
        }
        (words, same)
    }

    fn ladder(&self, rung: impl Fn(&Ladders, Style) -> &Rung) -> &Rung {
        rung(self.scene.book.ladders(), self.choose.style())
    }

    fn further(&self) -> Option<String> {
        let Some(point) = self.statement.points.first() else {
            return self.tell(Subject::HeadlineFurther, &self.words(), Set::NONE);
        };
        let words = self.claim(point, &[]);
        let (mark, issue) = (Slot::Mark.set(), Slot::Issue.set());
        let wants = [mark.and(issue), issue, Set::NONE];
        wants.iter().find_map(|&want| self.tell(Subject::HeadlineFurther, &words, want))
    }

    fn on_a_text(
        &self,
        subject: Subject,
        outcome: OutcomeId,
        vote: &'static str,
    ) -> Option<String> {
        let scenario = self.scene.scenario;
        let issue = self.statement.points.first().map(|point| self.issue(point));
        let words = self
            .words()
            .with(Slot::Titles, quoted(&scenario.outcomes[outcome]))
            .with(Slot::Vote, vote)
            .with_some(Slot::Issue, issue.filter(|_| !self.is_obliged(outcome)));
        let wants = [Slot::Issue.set(), Set::NONE];
        wants.iter().find_map(|&want| self.tell(subject, &words, want))
    }

    /// Whether the speaker is a party to the dispute, whose vote needs no other reason.
    fn is_obliged(&self, outcome: OutcomeId) -> bool {
        let parties = &self.scene.scenario.outcomes[outcome].parties;
        parties.contains(&self.statement.speaker)
    }

    fn dissociation(&self, outcome: OutcomeId) -> Option<String> {
        let proposal = &self.scene.scenario.outcomes[outcome];
        let words = self.words().with(Slot::Titles, quoted(proposal));
        let bare = || self.tell(Subject::HeadlineDissociation, &words, Set::NONE);
        let Some(point) = self.statement.points.first() else { return bare() };
        let issue = self.issue(point);
        let number =
            paragraph_in(self.scene.state.texts[outcome].form, &proposal.text, point.issue);
        let parts = number
            .map(|number| format!("{number}, on {issue}"))
            .into_iter()
            .chain([format!("what it says on {issue}")]);
        let with_part = |part: String| {
            let words = words.clone().with(Slot::Part, part);
            self.tell(Subject::HeadlineDissociation, &words, Slot::Part.set())
        };
        parts.into_iter().find_map(with_part).or_else(bare)
    }

    fn briefing(&self) -> Option<String> {
        let mut issues: Vec<String> = Vec::new();
        for point in &self.statement.points {
            let name = self.issue(point);
            if !issues.contains(&name) {
                issues.push(name);
            }
        }
        (1..=issues.len()).rev().find_map(|count| {
            let words = self.words().with(Slot::Issue, list(&issues[..count]));
            self.tell(Subject::HeadlineBriefing, &words, Set::NONE)
        })
    }

    fn axis(&self, point: &Point) -> &Issue {
        &self.scene.scenario.issues[point.issue]
    }

    fn issue(&self, point: &Point) -> String {
        issue_name(self.scene.scenario, self.axis(point))
    }

    fn mark(&self, point: &Point) -> String {
        let issue = self.axis(point);
        let voiced = point.voiced.unwrap_or_else(|| issue.status_quo.get());
        lower_first(self.scene.scenario, issue.nearest_mark(voiced))
    }
}
