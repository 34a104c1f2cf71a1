//! From a plan to sentences.

mod around;

use crate::council::{
    Capacity, Criticism, Declared, DelegationId, Id as _, OutcomeId, Point, Statement,
    StatementPurpose,
};
use crate::debate::State;
use crate::scenario::Scenario;
use crate::stream::Seed;

use super::grammar::{issue_name, list, lower_first};
use super::headline::headline;
use super::length::{
    ARGUMENT, CLOSING, COMMENDATION, CRITICISM, DEBATE, FRAMING, REASON, STANDS_BY, Sentence,
    THANKS, fit,
};
use super::phrasebook::{Chooser, Phrasebook, fill, quoted};
use super::plan::{self, Passage};

/// Salience from which a claim is made strongly, and in the middle way.
const STRONG_FROM: f64 = 0.7;
const MEDIUM_FROM: f64 = 0.45;
/// A position nearer to the status quo than this is close to present practice.
const LIKE_TODAY: f64 = 0.12;

/// Where and when a statement is spoken.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The seed of the debate.
    pub seed: Seed,
    /// Where the debate stands before the statement.
    pub state: &'a State,
    /// How many statements to the same end were made before in the meeting.
    pub nth: usize,
}

/// A statement in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// One sentence of at most 25 words, in the manner of press coverage.
    pub headline: String,
    /// The whole text, one paragraph.
    pub text: String,
    /// The plan from which the text was made, a word or two for each passage.
    pub plan: Vec<String>,
    /// What must stand beside the text wherever it goes: that it is simulated, and its sources.
    pub marks: Vec<String>,
}

/// The words of `statement`.
pub fn speak(scene: Scene<'_>, statement: &Statement) -> Spoken {
    let voice = Voice::new(scene, statement);
    let sentences = match (statement.purpose, statement.capacity) {
        (StatementPurpose::Debate, Capacity::Briefer) => voice.briefing(statement),
        (StatementPurpose::Debate, _) => voice.statement(statement),
        (StatementPurpose::Further, _) => voice.further(statement),
        (StatementPurpose::ExplanationBefore(outcome), _) => {
            voice.explanation_before(statement, outcome)
        }
        (StatementPurpose::ExplanationAfter(outcome), _) => {
            voice.explanation_after(statement, outcome)
        }
        (StatementPurpose::Dissociation(outcome), _) => voice.dissociation(statement, outcome),
    };
    let text = sentences.join(" ");
    let marks = marks(scene.scenario, statement, &text);
    let plan = plan::outline(scene.scenario, statement);
    Spoken { headline: headline(scene, statement), text, plan, marks }
}

/// The place of a delegation among those that use the same openings, by identifier.
fn rank(scenario: &Scenario, speaker: DelegationId) -> usize {
    let briefs = scenario.members[speaker].is_briefer();
    let before = scenario.members.ids().take_while(|&id| id != speaker);
    before.filter(|&id| scenario.members[id].is_briefer() == briefs).count()
}

/// The marks of a statement: whose it is not, and the sources of the arguments that `text` uses.
fn marks(scenario: &Scenario, statement: &Statement, text: &str) -> Vec<String> {
    let speaker = &scenario.members[statement.speaker];
    let mut marks = vec![format!("Simulated; not a statement by {}", speaker.name.in_sentence())];
    for point in &statement.points {
        let source = point
            .argument
            .map(|argument| &speaker.arguments[argument.index()])
            .filter(|argument| text.contains(&argument.text))
            .and_then(|argument| argument.source)
            .map(|source| &scenario.sources[source]);
        if let Some(source) = source {
            let mark = match &source.date {
                Some(date) => format!("Source: {} ({date})", source.title),
                None => format!("Source: {}", source.title),
            };
            if !marks.contains(&mark) {
                marks.push(mark);
            }
        }
    }
    marks
}

/// One speaker's voice in one statement.
struct Voice<'a> {
    scenario: &'a Scenario,
    state: &'a State,
    book: &'static Phrasebook,
    choose: Chooser<'a>,
    speaker: DelegationId,
    /// The place among the briefers, or among the others, by identifier.
    rank: usize,
    /// Whether it convened the meeting and does not thank itself.
    convened: bool,
    /// How many statements to the same end were made before in the meeting.
    nth: usize,
}

impl<'a> Voice<'a> {
    fn new(scene: Scene<'a>, statement: &Statement) -> Self {
        let Scene { scenario, seed, state, nth } = scene;
        Self {
            scenario,
            state,
            book: Phrasebook::english(),
            choose: Chooser {
                seed,
                stage: state.stage_key(scenario),
                speaker: &scenario.members[statement.speaker],
                occasion: state.spoken[statement.speaker],
            },
            speaker: statement.speaker,
            rank: rank(scenario, statement.speaker),
            convened: statement.speaker == scenario.president,
            nth,
        }
    }

    fn statement(&self, statement: &Statement) -> Vec<String> {
        let passages = plan::plan(statement);
        let mut sentences = Vec::new();
        for (place, passage) in passages.iter().enumerate() {
            self.passage(passage, place, &mut sentences);
        }
        fit(sentences, DEBATE)
    }

    fn passage(&self, passage: &Passage, place: usize, out: &mut Vec<Sentence>) {
        match passage {
            Passage::Thanks => {
                let president = self.scenario.members[self.scenario.president].name.in_sentence();
                let slots = [("presidency", president.as_str())];
                // Who presides does not thank itself, however short of words it is.
                let short = if self.convened {
                    &self.book.thanks_president_short
                } else {
                    &self.book.thanks_short
                };
                let shorter = fill(short, &slots);
                out.push(Sentence { text: self.thanks(), shorter, gives_way: THANKS });
            }
            Passage::OnBehalf(group) => {
                let phrase = self.choose.pick("on behalf", &self.book.on_behalf);
                let name = &self.scenario.groups[*group].name;
                out.push(Sentence::kept(fill(phrase, &[("group", name)])));
            }
            Passage::Framing => {
                let phrase = self.own("framing", &self.book.framing);
                out.push(Sentence { gives_way: FRAMING, ..Sentence::kept(phrase.to_owned()) });
            }
            Passage::Claim(point) => self.claim(point, place, out),
            Passage::Commends(commendation) => {
                let phrase = self.own("commends", &self.book.commends);
                let who = self.scenario.members[commendation.to].name.in_sentence();
                let issue = issue_name(self.scenario, &self.scenario.issues[commendation.issue]);
                let text = fill(phrase, &[("who", &who), ("issue", &issue)]);
                out.push(Sentence { gives_way: COMMENDATION, ..Sentence::kept(text) });
            }
            Passage::Criticizes(criticism) => {
                let text = self.criticism(*criticism);
                out.push(Sentence { gives_way: CRITICISM, ..Sentence::kept(text) });
            }
            Passage::Declares(stance, outcomes) => {
                out.push(Sentence::kept(self.declaration(*stance, outcomes, place)));
            }
            Passage::Closing => {
                let text = self.own("closing", &self.book.closing).to_owned();
                let shorter = self.book.closing_short.clone();
                out.push(Sentence { text, shorter, gives_way: CLOSING });
            }
        }
    }

    /// A phrase that no other speaker of the meeting uses.
    fn own(&self, subject: &str, phrases: &'static [String]) -> &'static str {
        self.choose.pick_own(subject, phrases, self.rank)
    }

    fn thanks(&self) -> String {
        if self.convened {
            return self.choose.pick("thanks", &self.book.thanks_president).to_owned();
        }
        let president = self.scenario.members[self.scenario.president].name.in_sentence();
        let format = self.scenario.meeting.name();
        let phrase = self.own("thanks", &self.book.thanks);
        fill(phrase, &[("presidency", &president), ("format", format)])
    }

    /// A claim with its reason, then the delegation's own argument; a comparison with present
    /// practice stands by for statements that would be short.
    fn claim(&self, point: &Point, place: usize, out: &mut Vec<Sentence>) {
        let issue = &self.scenario.issues[point.issue];
        let stance = self.scenario.stances[(self.speaker, point.issue)].as_ref();
        let voiced = point.voiced.unwrap_or_else(|| issue.status_quo.get());
        let mark = lower_first(self.scenario, issue.nearest_mark(voiced));
        let name = issue_name(self.scenario, issue);
        let because = stance.and_then(|s| s.because.as_deref());
        let salience = stance.map_or(0.0, |s| s.salience.get());
        let slots = [("issue", name.as_str()), ("mark", &mark)];
        // The later a point, the sooner its reason gives way, then its argument.
        let late = u8::try_from(place.min(6)).unwrap_or(6) / 2;
        let plain = fill(self.nth("plain", &self.book.claim_plain, place), &slots);
        out.push(match because {
            None => Sentence::kept(plain),
            Some(because) => {
                let phrase = self.nth("claim", self.claims(salience), place);
                let full = fill(&fill(phrase, &slots), &[("because", because)]);
                Sentence { text: full, shorter: plain, gives_way: REASON + late }
            }
        });
        if let Some(argument) = point.argument {
            let argument = &self.scenario.members[self.speaker].arguments[argument.index()];
            out.push(Sentence {
                gives_way: ARGUMENT + late,
                ..Sentence::kept(argument.text.clone())
            });
        }
        let practice = self.present_practice(point, voiced, place);
        out.push(Sentence { gives_way: STANDS_BY, ..Sentence::kept(practice) });
    }

    /// The claims of a delegation to which the issue matters this much.
    fn claims(&self, salience: f64) -> &'static [String] {
        if salience >= STRONG_FROM {
            &self.book.claim_strong
        } else if salience >= MEDIUM_FROM {
            &self.book.claim_medium
        } else {
            &self.book.claim_light
        }
    }

    fn present_practice(&self, point: &Point, voiced: f64, place: usize) -> String {
        let issue = &self.scenario.issues[point.issue];
        let q = issue.status_quo.get();
        if (voiced - q).abs() < LIKE_TODAY {
            return self.nth("like today", &self.book.like_today, place).to_owned();
        }
        let today = lower_first(self.scenario, issue.nearest_mark(q));
        fill(self.nth("beyond today", &self.book.beyond_today, place), &[("today", &today)])
    }

    /// The phrase for passage number `place`: neighbours never use the same.
    fn nth(&self, subject: &str, phrases: &'static [String], place: usize) -> &'static str {
        let start = self.choose.start(subject, phrases.len());
        phrases.get((start + place) % phrases.len().max(1)).map_or("", String::as_str)
    }

    fn criticism(&self, criticism: Criticism) -> String {
        let issue = &self.scenario.issues[criticism.issue];
        // The position is told, not who voiced it: a State is named only by a sourced argument.
        let mark = lower_first(self.scenario, issue.nearest_mark(criticism.voiced));
        let name = issue_name(self.scenario, issue);
        let phrase = self.own("criticizes", &self.book.criticizes);
        fill(phrase, &[("mark", &mark), ("issue", &name)])
    }

    fn declaration(&self, stance: Declared, outcomes: &[OutcomeId], place: usize) -> String {
        let book = self.book;
        let phrases = match (stance, outcomes.len()) {
            (Declared::InFavour, 1) => &book.in_favour,
            (Declared::InFavour, _) => &book.in_favour_many,
            (Declared::Opposed, 1) => &book.opposed,
            (Declared::Opposed, _) => &book.opposed_many,
            (_, 1) => &book.reservations,
            (_, _) => &book.reservations_many,
        };
        let titles: Vec<String> =
            outcomes.iter().map(|&id| quoted(&self.scenario.outcomes[id])).collect();
        fill(self.nth("declares", phrases, place), &[("titles", &list(&titles))])
    }

    fn briefing(&self, statement: &Statement) -> Vec<String> {
        let format = self.scenario.meeting.name();
        let opening = self.own("briefer opening", &self.book.briefer_opening);
        let mut sentences = vec![fill(opening, &[("format", format)])];
        let issues = plan::briefing(statement);
        let last = issues.len().saturating_sub(1);
        let leads = &self.book.briefer_lead;
        for (place, points) in issues.iter().enumerate() {
            let lead = match place {
                0 => leads.first(),
                place if place == last => leads.last(),
                place => leads.get(1 + (place - 1) % leads.len().saturating_sub(2).max(1)),
            };
            let issue = issue_name(self.scenario, &self.scenario.issues[points[0].issue]);
            sentences.extend(lead.map(|lead| fill(lead, &[("issue", &issue)])));
            let arguments = &self.scenario.members[self.speaker].arguments;
            let said = points.iter().filter_map(|point| point.argument);
            sentences.extend(said.map(|argument| arguments[argument.index()].text.clone()));
            if place % 2 == 0 {
                let link = self.nth("briefer link", &self.book.briefer_link, place / 2);
                sentences.push(link.to_owned());
            }
        }
        let closing = self.own("briefer closing", &self.book.briefer_closing);
        sentences.push(closing.to_owned());
        sentences
    }
}
