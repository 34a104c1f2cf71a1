//! The steps of a lesson, from the programme of the meeting: what happens, and on which screen.

use crate::council::{AdoptionRule, Stage};
use crate::scenario::Scenario;

use super::parts::{counted, open};

/// A step, and how much of the time of the meeting it asks for beside others.
pub(super) struct Step {
    pub(super) weight: f64,
    pub(super) title: &'static str,
    /// What happens, once it is known how many minutes there are.
    pub(super) told: Told,
    /// On which screen of the program, by which keys.
    pub(super) screen: &'static str,
}

pub(super) enum Told {
    Plain(String),
    /// Statements by so many, whose time is shared out.
    Statements(usize),
}

/// What is done on the screen at a stage.
const fn on_screen(stage: Stage) -> &'static str {
    match stage {
        Stage::JointStatements => {
            "Chamber: End goes on to what waits. Each seat signs or not behind its curtain."
        }
        Stage::Opening => "Chamber: → shows turn after turn, Space plays, ← goes back.",
        Stage::Briefings | Stage::InvitedStatements => {
            "Chamber: → to each statement; the projector view shows who speaks."
        }
        Stage::MembersStatements { .. } => {
            "Chamber: → to each statement; the desk opens for a seat that is played. Ctrl+K, “note”: \
             one pupil marks what is heard."
        }
        Stage::FurtherStatements => {
            "Chamber: →. A seat that is played asks for the floor in the strip below the room."
        }
        Stage::Consultations { .. } => {
            "Chamber: the desk of each seat, round by round. Pass the laptop at each curtain; End goes on."
        }
        _ => {
            "Chamber: each seat locks its ballot behind its curtain; Shift+→ goes on to the next vote."
        }
    }
}

/// What comes before the meeting for seats that are played.
fn soundings() -> Step {
    Step {
        weight: 1.0,
        title: "Soundings",
        told: Told::Plain(
            "Seats that are played ask others how they lean. All others read the texts and look for \
             allies."
                .to_owned(),
        ),
        screen: "Chamber: key 3, End. The desk lists whom to ask; then pass the laptop at the curtain.",
    }
}

/// The steps of the meeting, in the order of its programme.
pub(super) fn steps(scenario: &Scenario) -> Vec<Step> {
    let steps = scenario.program.iter().filter_map(|&stage| {
        let (weight, title, told) = step(scenario, stage)?;
        Some(Step { weight, title, told, screen: on_screen(stage) })
    });
    std::iter::once(soundings()).chain(steps).collect()
}

/// How much time a stage asks for, what it is called and what happens; `None` where nothing does.
fn step(scenario: &Scenario, stage: Stage) -> Option<(f64, &'static str, Told)> {
    let voting = scenario.derived.voting.len();
    let briefers = scenario.briefers().count();
    let invited = scenario.invited().count() - briefers;
    let signed = count_of(scenario, &|rule| *rule == AdoptionRule::Signature);
    let decided = count_of(scenario, &AdoptionRule::is_decided_by_members);
    let plain = |told: &str| Told::Plain(told.to_owned());
    Some(match stage {
        Stage::JointStatements if signed > 0 => (
            1.5,
            "Joint statements",
            plain(
                "Sponsors say in a sentence what they ask others to sign. Slips are filled in, then \
                 shown.",
            ),
        ),
        Stage::Opening => (
            1.0,
            "Opening",
            plain(
                "The President calls the meeting to order, has the agenda adopted and names the \
                 participants invited.",
            ),
        ),
        Stage::Briefings if briefers > 0 => (
            0.5 + briefers as f64 / 2.0,
            "Briefings",
            plain("Briefers, or the teacher for them, say what is known."),
        ),
        Stage::MembersStatements { .. } => {
            (voting as f64, "Statements by members", Told::Statements(voting))
        }
        Stage::InvitedStatements if invited > 0 => (
            (invited as f64 / 3.0).max(1.0),
            "Statements by the invited",
            Told::Statements(invited),
        ),
        Stage::FurtherStatements => (
            1.5,
            "Further statements",
            plain(
                "Those who were answered or named may ask for the floor once more, for half a minute.",
            ),
        ),
        Stage::Consultations { rounds } if rounds > 0 => {
            (3.0 * f64::from((rounds).min(3)), "Consultations", Told::Plain(consultations(rounds)))
        }
        Stage::Action if decided > 0 => (
            (decided as f64 * 0.7).max(2.0),
            "Action",
            Told::Plain(action(scenario, decided, signed)),
        ),
        _ => return None,
    })
}

/// How many texts may be decided by such a rule.
fn count_of(scenario: &Scenario, is_such: &dyn Fn(&AdoptionRule) -> bool) -> usize {
    open(scenario).filter(|&id| is_such(scenario.rule(id))).count()
}

fn consultations(rounds: u32) -> String {
    format!(
        "Everybody stands up. Penholders sound out, offer amendments and count: {}, each ended by a \
         word of the President. A text by consensus goes under silence: who objects says so now.",
        counted(rounds.min(3) as usize, "round", "rounds")
    )
}

fn action(scenario: &Scenario, decided: usize, signed: usize) -> String {
    let alone = count_of(scenario, &|rule| *rule == AdoptionRule::Authority);
    let others =
        [(signed, "signed by those who join it"), (alone, "issued by the President alone")];
    let others: Vec<String> = others
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, how)| format!("{count} {how}"))
        .collect();
    let more = if others.is_empty() {
        String::new()
    } else {
        format!(" (besides: {})", others.join(", "))
    };
    format!(
        "Of {}{more} the penholders say which they put. Explanations before, slips, the count, \
         the result in the President's words, explanations after.",
        counted(decided, "text", "texts")
    )
}
