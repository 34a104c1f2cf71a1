//! A step of the meeting as the President would announce it to itself.

use crate::council::{AdoptionRule, OutcomeId, Stage, StageName};
use crate::debate::{Action, Motion, State};
use crate::scenario::Scenario;

use super::quoted;

/// What `action` does, as an instruction: "Give the floor to the representative of Malta."
pub fn step_words(scenario: &Scenario, state: &State, action: &Action) -> String {
    let name = |who| scenario.members[who].name.in_sentence();
    let title = |outcome: OutcomeId| quoted(&scenario.outcomes[outcome]);
    match action {
        Action::OpenNextStage => next_stage(scenario, state),
        Action::Deliver(who) | Action::Say(crate::debate::Intended { speaker: who, .. }) => {
            format!("Give the floor to the representative of {}.", name(*who))
        }
        Action::Pass(who) => {
            format!("Pass over {}, which does not take the floor.", name(*who))
        }
        Action::Decide(outcome) => {
            let rule = state.room(scenario).rule(*outcome);
            let title = title(*outcome);
            match rule {
                AdoptionRule::Consensus => format!("Ask whether anybody objects to {title}."),
                AdoptionRule::Authority => format!("Issue {title}, on your own responsibility."),
                AdoptionRule::Signature => format!("Close the signatures under {title}."),
                _ => format!("Put {title} to the vote."),
            }
        }
        Action::Rule { upheld: true } => "Uphold the point of order.".to_owned(),
        Action::Rule { upheld: false } => "Rule that the point of order is not upheld.".to_owned(),
        Action::DecideMotion => "Put the motion that has precedence to the vote.".to_owned(),
        Action::OpenRound => "Open a round of consultations.".to_owned(),
        Action::CloseRound => "Close the round of consultations.".to_owned(),
        Action::CedeChair => "Cede the chair to the next member.".to_owned(),
        Action::Move { motion: Motion::Suspend, .. } => {
            "Propose to suspend the meeting.".to_owned()
        }
        Action::Move { motion: Motion::Adjourn, .. } => {
            "Propose to adjourn the meeting.".to_owned()
        }
        _ => "Go on.".to_owned(),
    }
}

fn next_stage(scenario: &Scenario, state: &State) -> String {
    let name = state.next_stage(scenario).map(Stage::name);
    let words = match name {
        Some(StageName::JointStatements) => "Let joint statements be signed.",
        Some(StageName::Opening) => "Call the meeting to order, and have the agenda adopted.",
        Some(StageName::Briefings) => "Turn to the briefings.",
        Some(StageName::MembersStatements) => "Turn to the statements of the members.",
        Some(StageName::InvitedStatements) => "Turn to the statements of those invited.",
        Some(StageName::FurtherStatements) => "Ask who wishes to make a further statement.",
        Some(StageName::Closing) => "Close the debate: the list of speakers is exhausted.",
        Some(StageName::Consultations) => "Convene informal consultations.",
        Some(StageName::Action) => "Turn to the texts before the Council.",
        None => "The meeting is over.",
    };
    words.to_owned()
}
