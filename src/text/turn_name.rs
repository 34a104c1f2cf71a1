//! What a turn is called in a sentence.

use crate::council::DelegationId;
use crate::debate::{Turn, TurnKind};
use crate::scenario::Scenario;

use super::quoted;

/// What the turn at this place among all `turns` is called: "statement 12, the representative of
/// Malta (simulated)".
pub fn turn_name(scenario: &Scenario, turns: &[Turn], at: usize) -> String {
    let Some(turn) = turns.get(at) else { return String::new() };
    let title = |outcome| quoted(&scenario.outcomes[outcome]);
    let name = |who: DelegationId| scenario.members[who].name.in_sentence();
    match turn.kind {
        TurnKind::Opening => "the meeting is opened".to_owned(),
        TurnKind::Statement(who) => {
            format!("statement {}, {}", statement_number(turns, at), speaker_words(scenario, who))
        }
        TurnKind::Signature(outcome) => format!("the signing of {}", title(outcome)),
        TurnKind::Selection => "it is settled which texts are put".to_owned(),
        TurnKind::Decision(outcome) => format!("the decision on {}", title(outcome)),
        TurnKind::Closing => "the meeting is adjourned".to_owned(),
        TurnKind::Pass(who) => format!("{} lets the floor pass", speaker_words(scenario, who)),
        TurnKind::Inject(inject) => {
            format!("news from outside, “{}”", scenario.injects[inject].title)
        }
        TurnKind::Round(round) => format!("consultations, round {round}"),
        TurnKind::Conclusion => "the end of the consultations".to_owned(),
        TurnKind::Silence(outcome) => format!("the silence procedure on {}", title(outcome)),
        TurnKind::Question(who) => {
            format!("{} raises a question of procedure", speaker_words(scenario, who))
        }
        TurnKind::Exchange(first, second) => {
            format!("{} and {} exchange places", name(first), name(second))
        }
        TurnKind::Instructions(who) => format!("other instructions for {}", name(who)),
        TurnKind::Ruling => "a question of procedure is decided".to_owned(),
        TurnKind::Part(outcome) => format!("the vote on a part of {}", title(outcome)),
    }
}

/// "the representative of Malta (simulated)"; of a briefer, its name alone.
pub fn speaker_words(scenario: &Scenario, who: DelegationId) -> String {
    let member = &scenario.members[who];
    let name = member.name.in_sentence();
    if member.is_briefer() {
        format!("{name} (simulated)")
    } else {
        format!("the representative of {name} (simulated)")
    }
}

/// The number of a statement among all statements.
fn statement_number(turns: &[Turn], at: usize) -> usize {
    let until = turns.iter().take(at + 1);
    until.filter(|turn| matches!(turn.kind, TurnKind::Statement(_))).count()
}
