//! Outside the chamber: soundings, rounds of consultations, what is settled, what intervenes.

use crate::council::{InjectId, IssueId, OutcomeId};
use crate::debate::{Answer, Event, EventKind, Offer, Promise, Sounding};

use super::super::grammar::{in_words, list, names_by_alphabet, ordinal, upper_first};
use super::Verbatim;

/// How many delegations are named in one sentence before they are only counted.
const MOST_NAMED: usize = 5;

impl Verbatim<'_> {
    /// Tells what happens where no record is kept.
    pub(super) fn tell_outside(&mut self, event: &Event) {
        match &event.kind {
            EventKind::InjectFired { inject } => self.inject(event, *inject),
            EventKind::InstructionsGiven { to, issue, position } => {
                let (who, about) = (self.name_first(*to), self.issue(*issue));
                let mark = self.mark(*issue, *position);
                let text = format!("{who} received other instructions on {about}: {mark}.");
                self.proceedings(event, text);
            }
            EventKind::SoundingTaken(sounding) => self.sounding(event, sounding),
            EventKind::RoundOpened { round } => {
                self.memory.outside_heading = None;
                let text = format!("Consultations, {} round", ordinal(*round));
                self.heading(event, text);
            }
            EventKind::AmendmentsWeighed { outcome, offers } => {
                let text = self.weighed(*outcome, offers);
                self.proceedings(event, text);
            }
            EventKind::AmendmentOffered { outcome, by, issue, to, words } => {
                let stands = self.stands(*outcome, *issue);
                let change = self.amendment((*outcome, *issue), (stands, *to));
                let (who, title) = (self.name_first(*by), self.title(*outcome));
                let text = format!("{who} offered an amendment to {title}: {change}.");
                let read = read_words(words.as_deref(), "should read");
                self.proceedings(event, format!("{text}{read}"));
            }
            EventKind::TextAmended { outcome, issue, from, to, by, version, words } => {
                let text = format!(
                    "{} was amended at the request of {}: {} (version {version}).",
                    self.title(*outcome),
                    self.name(*by),
                    self.amendment((*outcome, *issue), (*from, *to))
                );
                let read = read_words(words.as_deref(), "now reads");
                self.proceedings(event, format!("{text}{read}"));
            }
            EventKind::TextsSelected { rows } => {
                self.selections(event, rows);
                self.show_put(event, rows);
            }
            _ => self.tell_silence(event),
        }
    }

    /// A heading over what follows outside the chamber, once in a stage.
    pub(super) fn under(&mut self, event: &Event, heading: &'static str) {
        let place = Some((event.stage, heading));
        if self.memory.outside_heading != place {
            self.memory.outside_heading = place;
            self.heading(event, heading);
        }
    }

    fn inject(&mut self, event: &Event, inject: InjectId) {
        if self.state.stage(self.scenario).is_some() {
            self.memory.so_far.injects.push(inject);
        }
        let inject = &self.scenario.injects[inject];
        let title = upper_first(inject.title.trim_end_matches('.'));
        let text = inject.text.trim();
        let text = if text.is_empty() { format!("{title}.") } else { format!("{title}: {text}") };
        self.proceedings(event, text);
    }

    fn sounding(&mut self, event: &Event, sounding: &Sounding) {
        if self.state.stage(self.scenario).is_none() {
            self.under(event, "Soundings before the meeting");
        }
        let (by, of) = (self.name(sounding.by), self.name(sounding.of));
        let answer = sounding_words(sounding.in_favour);
        let asks = Some((sounding.by, sounding.outcome));
        let text = if self.memory.sounded == asks {
            format!("On the same text, {by} sounded out {of}, which {answer}.")
        } else {
            let by = upper_first(&by);
            format!("{by} sounded out {of} on {}: {of} {answer}.", self.title(sounding.outcome))
        };
        self.memory.sounded = asks;
        self.proceedings(event, text);
    }

    /// What was offered, and what the penholder made of it.
    fn weighed(&self, outcome: OutcomeId, offers: &[Offer]) -> String {
        let after_a_break =
            self.state.bargaining.silence[outcome] == crate::debate::Silence::BrokenOnce;
        let title = self.title(outcome);
        if offers.is_empty() {
            return if self.hides_estimate(outcome) {
                // What others offered is told to the penholder alone.
                format!("{title} was not amended.")
            } else if after_a_break {
                format!("No change within reach would have restored silence on {title}.")
            } else {
                format!("No amendment to {title} was offered.")
            };
        }
        let asked = offers.iter().any(|offer| offer.promise == Promise::Silence);
        if asked {
            return self.prices(outcome, offers);
        }
        let offered = self.offered(outcome, offers);
        let (taken, others): (Vec<&Offer>, Vec<&Offer>) =
            offers.iter().partition(|offer| offer.answer == Answer::Taken);
        let pen = self.pen(outcome).unwrap_or_else(|| "the penholder".to_owned());
        let pen = upper_first(&pen);
        match (taken.first(), others.is_empty()) {
            (Some(_), true) => format!("{offered} {pen} accepted it."),
            (Some(offer), false) => {
                // Where one delegation offered them all, nobody asks whose it was.
                let several = others.iter().any(|other| other.by != offer.by);
                let by =
                    if several { format!(", by {}", self.name(offer.by)) } else { String::new() };
                format!("{offered} {pen} accepted one{by}; {}.", refusals(&others, true))
            }
            (None, _) => {
                let none = if others.len() == 1 { "did not accept it" } else { "accepted none" };
                format!("{offered} {pen} {none}: {}.", refusals(&others, false))
            }
        }
    }

    /// "Three members offered five amendments to …, on …"
    fn offered(&self, outcome: OutcomeId, offers: &[Offer]) -> String {
        let mut by: Vec<_> = Vec::new();
        for offer in offers {
            if !by.contains(&offer.by) {
                by.push(offer.by);
            }
        }
        let amendments = match offers.len() {
            1 => "an amendment".to_owned(),
            several => format!("{} amendments", in_words(several)),
        };
        let mut issues: Vec<IssueId> = Vec::new();
        for offer in offers {
            if !issues.contains(&offer.issue) {
                issues.push(offer.issue);
            }
        }
        let issues: Vec<String> = issues.into_iter().map(|issue| self.issue(issue)).collect();
        let (title, issues) = (self.title(outcome), list(&issues));
        if by.len() > MOST_NAMED {
            let count = in_words(by.len());
            format!("To {title}, {count} delegations offered {amendments}, on {issues}.")
        } else {
            let who = upper_first(&names_by_alphabet(self.scenario, &by));
            format!("{who} offered {amendments} to {title}, on {issues}.")
        }
    }

    /// What those that broke silence asked for, and what the penholder answered.
    fn prices(&self, outcome: OutcomeId, offers: &[Offer]) -> String {
        let by: Vec<_> = offers.iter().map(|offer| offer.by).collect();
        let who = upper_first(&names_by_alphabet(self.scenario, &by));
        let pen = self.pen(outcome).unwrap_or_else(|| "the penholder".to_owned());
        let said = format!("{who} said what would restore silence on {}", self.title(outcome));
        match offers[0].answer {
            Answer::Taken => format!("{said}, and {pen} agreed."),
            Answer::WorthLess => {
                format!("{said}; {pen} preferred the present situation to a text so amended.")
            }
            Answer::UnderTheFloor => {
                format!("{said}; too little of the first draft would have been left for {pen}.")
            }
            Answer::RedLine => format!("{said}; its sponsors could not go so far."),
            Answer::AnotherWasBetter | Answer::WouldNotHelp => {
                format!("{said}; together these changes would not have satisfied all.")
            }
        }
    }
}

/// The answer in a sounding, P(in favour) in 0..1, as it was given to understand: in words alone.
pub const fn sounding_words(in_favour: f64) -> &'static str {
    match in_favour {
        p if p >= 0.85 => "would support it",
        p if p >= 0.6 => "leaned in favour",
        p if p >= 0.4 => "was undecided",
        p if p >= 0.15 => "had doubts",
        _ => "was not prepared to support it",
    }
}

/// Why offers were refused, by reason: "two would not have helped and one went …". `others` says
/// that one beside them was taken.
fn refusals(offers: &[&Offer], others: bool) -> String {
    let reasons = [
        (Answer::AnotherWasBetter, "would have gained less support"),
        (Answer::WouldNotHelp, "would not have helped adoption"),
        (Answer::WorthLess, "would in its view have been worse than the present situation"),
        (Answer::UnderTheFloor, "departed too far from the first draft"),
        (Answer::RedLine, "went beyond what the sponsors could accept"),
    ];
    let refused: Vec<(usize, &str)> = reasons
        .into_iter()
        .map(|(answer, words)| (offers.iter().filter(|o| o.answer == answer).count(), words))
        .filter(|(count, _)| *count > 0)
        .collect();
    match (&refused[..], others) {
        ([(1, words)], true) => format!("the other {words}"),
        ([(_, words)], true) => format!("the others {words}"),
        ([(1, words)], false) => format!("it {words}"),
        ([(_, words)], false) => format!("they {words}"),
        (several, _) => {
            let parts: Vec<String> = several
                .iter()
                .map(|(count, words)| format!("{} {words}", in_words(*count)))
                .collect();
            let lead = if others { "of the others, " } else { "" };
            format!("{lead}{}", list(&parts))
        }
    }
}

/// " The paragraph should read: “…”", where a person gave it words.
fn read_words(words: Option<&str>, verb: &str) -> String {
    words.map_or_else(String::new, |words| {
        format!(" The paragraph {verb}: “{}”.", words.trim().trim_end_matches(['.', ';', ',']))
    })
}
