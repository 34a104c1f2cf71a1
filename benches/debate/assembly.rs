//! A scenario of a meeting of two hundred speakers.

use std::fmt::Write as _;

const MEMBERS: usize = 193;
/// Members and those invited.
pub(crate) const SPEAKERS: usize = 200;
const ISSUES: usize = 10;

/// 193 members and seven invited participants on ten issues, with a vote of two thirds, one by
/// weights, and a text that needs consensus.
pub(crate) fn text() -> String {
    let mut members = String::new();
    for i in 0..SPEAKERS {
        let seat = match i {
            0..5 => "Permanent",
            5..MEMBERS => "Elected",
            _ => "Rule37",
        };
        let mut stances = String::new();
        for k in 0..ISSUES {
            let position = (i * 37 + k * 53) % 101;
            write!(stances, "\"k{k}\": Stance(position: {position}, salience: 50),")
                .expect("writing to a string succeeds");
        }
        let heads = 1 + (i * 29) % 97;
        write!(
            members,
            "\"M{i:03}\": Member(name: \"State {i}\", seat: {seat}, stances: {{ {stances} }}, \
             weights: {{ \"heads\": {heads} }}),"
        )
        .expect("writing to a string succeeds");
    }
    let issue = |k| format!("\"k{k}\": Issue(name: \"Issue {k}\", low: \"Less\", high: \"More\"),");
    let issues: String = (0..ISSUES).map(issue).collect();
    format!(
        "Scenario(format: 1, title: \"Assembly\", date: \"2024-01-31\", body: \"An assembly\",
         issues: {{ {issues} }}, members: {{ {members} }}, president: \"M005\",
         outcomes: {{
            \"res\": Outcome(title: \"R\", form: Resolution, sponsors: [\"M005\"], aims: {{ \"k0\": Aim(position: 60), \"k1\": Aim(position: 55) }}, action: ToShowTheVote),
            \"proc\": Outcome(title: \"P\", form: ProceduralDecision, sponsors: [\"M006\"], aims: {{ \"k2\": Aim(position: 60) }}, action: ToShowTheVote),
            \"prst\": Outcome(title: \"S\", form: PresidentialStatement, sponsors: [\"M007\"], aims: {{ \"k3\": Aim(position: 50) }}),
         }},
         rules: Rules(forms: {{
            Resolution: Vote(threshold: AtLeast(2, 3), base: PresentAndVoting),
            ProceduralDecision: Weighted(tests: [WeightTest(weight: \"heads\", threshold: MoreThan(1, 2))]),
            PresidentialStatement: Consensus }}))"
    )
}
