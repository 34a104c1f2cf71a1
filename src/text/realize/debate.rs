//! Statements in the debate.

use crate::council::{
    Commendation, Criticism, DelegationId, GroupId, InjectId, IssueId, Point, Statement,
};

use super::super::grammar::{as_object, in_words, ordinal, possessive, says_the_same};
use super::super::happened::REACTS;
use super::super::length::{
    ALIGNMENT, ARGUMENT, CLOSING, COMMENDATION, CRITICISM, DEBATE, FRAMING, HEARD, Length, NEWS,
    REASON, STANDS_BY, Sentence, THANKS,
};
use super::super::phrasebook::{Fact, Line, Set, Slot, Subject, When, Words};
use super::super::plan::{Claim, Passage, plan};
use super::Voice;

/// A position nearer to the status quo than this is close to present practice.
const LIKE_TODAY: f64 = 0.12;
/// Up to this turn a delegation is one of the first to speak, and from this one of the last.
const EARLY: usize = 2;
const LATE: usize = 12;

impl Voice<'_> {
    pub(super) fn statement(&mut self, statement: &Statement) -> Length {
        for passage in plan(self.scenario, self.state, self.so_far, statement) {
            self.passage(&passage, statement.points.len());
        }
        let total: usize = self.sentences.iter().map(|it| it.line.words).sum();
        if DEBATE.is_short(total) {
            for point in &statement.points {
                self.practice(point);
            }
        }
        DEBATE
    }

    pub(super) fn passage(&mut self, passage: &Passage, points: usize) {
        match passage {
            Passage::Thanks => self.thanks(),
            Passage::OnBehalf(group) => {
                let group = &self.scenario.groups[*group];
                let words = Words::default().with(Slot::Group, group.name.as_str());
                let tells = ["on behalf: ", &group.identifier].concat();
                self.say(&tells, Subject::OnBehalf, (&words, When::default()));
            }
            Passage::Aligns(group, by) => self.aligns(*group, *by),
            Passage::Reacts(inject) => self.reacts(*inject),
            Passage::Heard(briefer, issue) => self.heard(*briefer, *issue),
            Passage::Framing => self.framing(points),
            Passage::Claim(claim) => self.claim(claim),
            Passage::Commends(commendation) => self.commends(commendation),
            Passage::Criticizes(criticism) => self.criticizes(criticism),
            // From here on proposals are spoken of apart from any claim.
            Passage::Texts => self.claimed = None,
            Passage::Declares(declarations) => self.declares(declarations),
            Passage::Submitted(outcomes) => self.submitted(outcomes),
            Passage::Voted(ballot, outcomes) => self.voted(*ballot, outcomes),
            Passage::Closing => self.closing(),
        }
    }

    /// Who presides does not thank itself, however short of words it is.
    fn thanks(&mut self) {
        let presidency = self.name(self.scenario.president);
        let president = &self.scenario.members[self.scenario.president].name;
        let briefers = match self.so_far.briefings.len() {
            0 => None,
            1 => Some("the briefer"),
            _ => Some("the briefers"),
        };
        let note = self.scenario.concept_note.as_ref().map(|_| "the concept note");
        let words = Words::default()
            .with(Slot::Format, self.scenario.meeting.name())
            .with_some(Slot::Briefers, briefers)
            .with_some(Slot::Note, note);
        if self.speaker == self.scenario.president {
            self.may_say("thanks", Subject::ThanksPresident, (&words, When::default()), CLOSING);
            return;
        }
        let presiding = president.adjective.as_deref().map_or_else(
            || format!("the presidency of {presidency}"),
            |adjective| format!("the {adjective} presidency"),
        );
        let words = words
            .naming(Slot::Whose, possessive(&presidency))
            .naming(Slot::Presidency, presidency)
            .naming(Slot::Presiding, presiding);
        let turn = When::in_turn(self.rank);
        let text = self.choose.say(Subject::Thanks, &words, turn.holding(self.time()));
        let shorter = self.choose.say(Subject::ThanksShort, &words, turn).unwrap_or_default();
        let text = text.unwrap_or_else(|| shorter.clone());
        self.sentences.push(Sentence::kept("thanks", text).or(shorter, THANKS));
    }

    /// Whether the speaker is one of the first or one of the last.
    fn time(&self) -> Set {
        match self.so_far.speakers {
            0..EARLY => Fact::Early.set(),
            EARLY..LATE => Set::NONE,
            _ => Fact::Late.set(),
        }
    }

    fn aligns(&mut self, group: GroupId, by: DelegationId) {
        let group = &self.scenario.groups[group];
        let words = Words::default()
            .with(Slot::Group, group.name.as_str())
            .naming(Slot::Who, self.name(by));
        let tells = ["aligns: ", &group.identifier].concat();
        self.may_say(&tells, Subject::Aligns, (&words, When::default()), ALIGNMENT);
    }

    fn reacts(&mut self, inject: InjectId) {
        let title = self.scenario.injects[inject].title.trim_end_matches('.');
        let words = Words::default().with(Slot::Event, format!("“{title}”"));
        let tells = [REACTS, title].concat();
        let turn = When::in_turn(self.rank);
        self.may_say(&tells, Subject::Reacts, (&words, turn), NEWS);
    }

    fn heard(&mut self, briefer: DelegationId, issue: IssueId) {
        let words = Words::default()
            .naming(Slot::Who, self.name(briefer))
            .with(Slot::Issue, self.issue(issue));
        let tells = [
            "heard: ",
            &self.scenario.members[briefer].identifier,
            " on ",
            &self.axis(issue).identifier,
        ]
        .concat();
        let turn = When::in_turn(self.rank);
        self.may_say(&tells, Subject::Heard, (&words, turn), HEARD);
    }

    /// A sentence that leads to so many points.
    fn framing(&mut self, points: usize) {
        let note = self.scenario.concept_note.as_ref().map(|_| "the concept note");
        let count = (points > 1).then(|| in_words(points));
        let words = Words::default().with_some(Slot::Note, note).with_some(Slot::Count, count);
        let turn = When::in_turn(self.rank).holding(self.time());
        self.may_say("framing", Subject::Framing, (&words, turn), FRAMING);
    }

    /// A claim with its reason, then the delegation's own argument.
    fn claim(&mut self, claim: &Claim) {
        let Claim { point, place, of, answers, is_last } = *claim;
        let rung = self.book.ladders().for_position(self.intensity(&point), self.style());
        let mark = self.own_mark(&point);
        // A reason that says what the argument says, or the mark, is left out.
        let because = self.because(&point).filter(|because| {
            let argument = self.argument_of(&point);
            argument.is_none_or(|argument| !says_the_same(because, argument))
                && !says_the_same(because, &mark)
        });
        self.claimed = Some((point.issue, mark.clone()));
        let words = Words::default()
            .with(Slot::Issue, self.issue(point.issue))
            .with(Slot::Mark, as_object(mark))
            .with(Slot::Approve, rung.we.as_str())
            .with(Slot::Approves, rung.it.as_str())
            .with_some(Slot::Because, because)
            .with_some(Slot::Asked, answers.map(|question| self.question(question)));
        let facts = match place {
            0 if of > 1 => Fact::First.set(),
            0 => Set::NONE,
            _ if is_last && of > 2 => Fact::Later.set().and(Fact::Last.set()),
            _ => Fact::Later.set(),
        };
        let when = When::default().holding(facts);
        let (asked, reason) = (Slot::Asked.set(), Slot::Because.set());
        let asked = if answers.is_some() { asked } else { Set::NONE };
        let full = because.and_then(|_| {
            let both = when.with(asked.and(reason));
            let full = self.choose.say(Subject::Claim, &words, both);
            full.or_else(|| self.choose.say(Subject::Claim, &words, when.with(reason)))
        });
        let tells = self.claims(point.issue);
        // Without the reason, in case that it has to give way.
        let words = words.without(Slot::Because);
        let plain = self.plain_claim(&words, when.with(asked), full.is_none());
        // The later a point, the sooner its argument gives way, then its reason.
        let late = u8::try_from(place.min(6)).unwrap_or(6);
        self.sentences.push(match full {
            Some(full) => Sentence::kept(tells.as_str(), full).or(plain, REASON + 2 * late),
            None => Sentence::kept(tells.as_str(), plain),
        });
        self.argument(&tells, &point, ARGUMENT + 4 * late);
    }

    /// A claim that names no reason: it must be made, unless it only stands for one that does.
    fn plain_claim(&mut self, words: &Words<'_>, when: When, must: bool) -> Line {
        let anyhow = when.with(Set::NONE);
        let text = self.choose.say(Subject::Claim, words, when);
        let text = text.or_else(|| self.choose.say(Subject::Claim, words, anyhow));
        match text {
            None if must => self.must_say(Subject::Claim, words, anyhow),
            text => text.unwrap_or_default(),
        }
    }

    /// "the second guiding question"
    fn question(&self, place: usize) -> String {
        let note = self.scenario.concept_note.as_ref();
        match note.map_or(0, |note| note.guiding_questions.len()) {
            0 | 1 => "the guiding question".to_owned(),
            _ => format!("the {} guiding question", ordinal(place as u32 + 1)),
        }
    }

    /// How a claim stands to present practice: behind what else is said of it, for a statement that
    /// would be short.
    fn practice(&mut self, point: &Point) {
        let tells = self.claims(point.issue);
        let Some(claim) = self.sentences.iter().rposition(|it| it.tells == tells) else { return };
        let q = self.axis(point.issue).status_quo.get();
        let words = Words::default().with(Slot::Today, self.mark(point.issue, q));
        let near = (self.voiced(point) - q).abs() < LIKE_TODAY;
        let subject = if near { Subject::LikeToday } else { Subject::BeyondToday };
        if let Some(text) = self.choose.say(subject, &words, When::in_turn(self.rank)) {
            let sentence = Sentence::kept(tells, text).or(Line::default(), STANDS_BY);
            self.sentences.insert(claim + 1, sentence);
        }
    }

    fn commends(&mut self, commendation: &Commendation) {
        let Commendation { to, issue, .. } = *commendation;
        let words =
            Words::default().naming(Slot::Who, self.name(to)).with(Slot::Issue, self.issue(issue));
        let who = &self.scenario.members[to].identifier;
        let tells = ["commends: ", who, " on ", &self.axis(issue).identifier].concat();
        let voiced = self.state.voiced[(to, issue)];
        let same = voiced.map(|voiced| self.mark(issue, voiced));
        let same = self.claimed.as_ref().is_some_and(|(claimed, mark)| {
            *claimed == issue && same.as_ref().is_some_and(|same| same == mark)
        });
        let facts = if same { Fact::Same.set() } else { Set::NONE };
        let (words, turn) = self.answering(issue, words);
        let turn = turn.holding(facts);
        self.may_say(&tells, Subject::Commends, (&words, turn), COMMENDATION);
    }

    /// How an answer on an issue is given: it names the issue, unless the speaker just did.
    fn answering<'w>(&self, issue: IssueId, words: Words<'w>) -> (Words<'w>, When) {
        let turn = When::in_turn(self.rank);
        if self.claimed.as_ref().is_some_and(|(claimed, _)| *claimed == issue) {
            (words.without(Slot::Issue), turn)
        } else {
            (words, turn.with(Slot::Issue.set()))
        }
    }

    /// The position is told, not who voiced it: a State is named only by a sourced argument.
    fn criticizes(&mut self, criticism: &Criticism) {
        let Criticism { issue, voiced, distance, .. } = *criticism;
        let intensity = distance * self.state.salience[(self.speaker, issue)];
        let rung = self.book.ladders().for_criticism(intensity, self.style());
        let words = Words::default()
            .with(Slot::Mark, as_object(self.mark(issue, voiced)))
            .with(Slot::Issue, self.issue(issue))
            .with(Slot::Mind, rung.we.as_str())
            .with(Slot::Minds, rung.it.as_str());
        let tells = ["criticizes: a position on ", &self.axis(issue).identifier].concat();
        let (words, turn) = self.answering(issue, words);
        self.may_say(&tells, Subject::Criticizes, (&words, turn), CRITICISM);
    }

    fn closing(&mut self) {
        let (words, turn) = (Words::default(), When::in_turn(self.rank));
        let text = self.choose.say(Subject::Closing, &words, turn);
        let shorter = self.choose.say(Subject::ClosingShort, &words, turn).unwrap_or_default();
        let text = text.unwrap_or_else(|| shorter.clone());
        self.sentences.push(Sentence::kept("close", text).or(shorter, CLOSING));
    }
}
