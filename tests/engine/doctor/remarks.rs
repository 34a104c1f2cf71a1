//! Each remark: a scenario that shows it, and one close by that does not.

use horseshoe::scenario::Code;

use super::{SOUND, changed, places, remarks};

const NEAR: (&str, &str) = ("\"law\": Aim(position: 68)", "\"law\": Aim(position: 44)");
const FAR: (&str, &str) = ("\"law\": Aim(position: 68)", "\"law\": Aim(position: 100)");

#[test]
fn a_foregone_conclusion_is_remarked_on_unless_it_is_one_by_form() {
    assert_eq!(places(&changed(&[NEAR]), Code::ForegoneConclusion), ["\"code\""]);
    let joint = changed(&[(
        "form: Resolution, sponsors: [\"A\"]",
        "form: JointStatement, sponsors: [\"A\"]",
    )]);
    assert_eq!(remarks(&joint).len(), 0);
    let summary =
        changed(&[NEAR, ("form: Resolution, sponsors: [\"A\"]", "form: PresidentsSummary")]);
    assert!(places(&summary, Code::ForegoneConclusion).is_empty());
}

#[test]
fn an_outcome_out_of_reach_is_told_how_its_runs_end() {
    let found = remarks(&changed(&[FAR]));
    let remark = found.iter().find(|remark| remark.code == Code::OutcomeOutOfReach);
    let message = &remark.expect("nobody wants it").message;
    assert!(message.contains("none of 400 runs") && message.contains("short of votes in 400"));
    let tallied = changed(&[
        FAR,
        ("position: 100) }, action: ToShowTheVote", "position: 100) }, action: TalliedOnly"),
    ]);
    assert!(places(&tallied, Code::OutcomeOutOfReach).is_empty());
}

#[test]
fn a_member_without_weight_never_matters_and_settled_texts_are_said_once() {
    let weighted = "Weighted(tests: [WeightTest(weight: \"shares\", threshold: AtLeast(3, 5))])";
    let of = |share: u32| {
        changed(&[
            ("Vote(threshold: Count(3))", weighted),
            (
                "name: \"Epsilon\", seat: Elected",
                &format!("name: \"Epsilon\", seat: Elected, weights: {{ \"shares\": {share} }}"),
            ),
            (
                "name: \"Alpha\", seat: Elected",
                "name: \"Alpha\", seat: Elected, weights: { \"shares\": 1 }",
            ),
            (
                "name: \"Beta\", seat: Elected",
                "name: \"Beta\", seat: Elected, weights: { \"shares\": 1 }",
            ),
            (
                "name: \"Gamma\", seat: Elected",
                "name: \"Gamma\", seat: Elected, weights: { \"shares\": 1 }",
            ),
            (
                "name: \"Delta\", seat: Elected",
                "name: \"Delta\", seat: Elected, weights: { \"shares\": 1 }",
            ),
        ])
    };
    assert_eq!(places(&of(0), Code::IdleMember), ["\"E\""]);
    assert!(places(&of(1), Code::IdleMember).is_empty());
    let settled = changed(&[
        NEAR,
        ("\"aid\": Aim(position: 66)", "\"aid\": Aim(position: 41)"),
        ("program: [", "dynamics: Dynamics(noise: 0), program: ["),
    ]);
    assert_eq!(places(&settled, Code::IdleMember), ["members"]);
}

#[test]
fn stances_that_only_tallied_or_weightless_aims_touch_are_counted() {
    for change in [
        (
            "\"aid\": Aim(position: 66) }, action: ToShowTheVote",
            "\"aid\": Aim(position: 66) }, action: TalliedOnly",
        ),
        ("\"aid\": Aim(position: 66)", "\"aid\": Aim(position: 66, weight: 0)"),
    ] {
        let found = remarks(&changed(&[change]));
        let remark = found.iter().find(|remark| remark.code == Code::UntouchedStances);
        assert!(remark.is_some_and(|remark| remark.message.contains("5 stances on `aid`")));
    }
    // That nothing aims at it at all is a warning, and said once.
    let unused = changed(&[("\"aid\": Aim(position: 66)", "")]);
    assert!(places(&unused, Code::UntouchedStances).is_empty());
}

#[test]
fn a_question_that_nobody_takes_up_is_remarked_on() {
    let sea =
        "\"sea\": Issue(name: \"The sea\", low: \"Less sea\", high: \"More sea\"), \"aid\": Issue(";
    let asked = changed(&[("\"aid\": Issue(", sea), ("[\"law\"])]", "[\"sea\"])]")]);
    let found = remarks(&asked);
    let remark = found.iter().find(|remark| remark.code == Code::UnansweredQuestion);
    let remark = remark.expect("nobody has a stance on it");
    assert!(remark.message.starts_with("0.00 statements") && remark.message.contains("nobody"));
    assert_eq!(remark.span.of(&asked), "\"What about the law?\"");
}

#[test]
fn an_issue_without_difference_is_remarked_on_with_its_range() {
    let alike = changed(&[
        ("\"law\": Stance(position: 70", "\"law\": Stance(position: 50"),
        ("\"law\": Stance(position: 30", "\"law\": Stance(position: 48"),
    ]);
    let found = remarks(&alike);
    let remark = found.iter().find(|remark| remark.code == Code::AgreedIssue);
    assert!(remark.is_some_and(|remark| remark.message.contains("from 46 to 50")), "{found:#?}");
}

#[test]
fn a_third_of_stances_without_a_source_is_remarked_on() {
    let judged = |count| {
        let text =
            changed(&[("sources: {", "sources: { \"authors\": Source(title: \"Judgement\"),")]);
        let (from, to) =
            ("source: \"notes\", confidence: Medium", "source: \"authors\", confidence: Low");
        text.replacen(from, to, count)
    };
    assert_eq!(places(&judged(4), Code::ThinEvidence), ["members"]);
    assert!(places(&judged(3), Code::ThinEvidence).is_empty());
    let bare = SOUND.replacen(", source: \"notes\", confidence: Medium", "", 4);
    let found = remarks(&bare);
    assert!(found[0].message.starts_with("of 10 stances 0 rest on the authors"));
}

#[test]
fn a_text_that_its_sponsor_comes_to_withdraw_is_remarked_on() {
    let line = ("position: 75, salience: 80,", "position: 50, salience: 0, red_line: (0, 60),");
    let inject = "program: [Opening,";
    let fired = "injects: [Inject(title: \"News\", when: AfterStatement(1), \
                 effects: [Salience(issue: \"aid\", by: 50)])],\n program: [Opening,";
    assert_eq!(places(&changed(&[line, (inject, fired)]), Code::WithdrawnBySponsor), ["\"B\""]);
    assert!(places(&changed(&[line]), Code::WithdrawnBySponsor).is_empty());
    // What crosses the red line as it is tabled is a warning, and said once.
    let tabled = ("position: 75, salience: 80,", "position: 50, salience: 9, red_line: (0, 60),");
    assert!(places(&changed(&[tabled, (inject, fired)]), Code::WithdrawnBySponsor).is_empty());
}

#[test]
fn a_sponsor_without_gain_is_remarked_on_unless_all_are_indifferent() {
    let other = ("sponsors: [\"A\"]", "sponsors: [\"C\", \"A\"]");
    assert_eq!(places(&changed(&[other]), Code::SponsorWithoutGain), ["\"C\""]);
    let indifferent = changed(&[other, ("\"law\": Aim(position: 68)", "")]);
    assert!(places(&indifferent, Code::SponsorWithoutGain).is_empty());
}

#[test]
fn a_voice_without_a_source_is_remarked_on() {
    let of = |fields: &str| changed(&[("name: \"Alpha\", seat: Elected,", fields)]);
    let bare = of("name: \"Alpha\", seat: Elected, style: Candid, influence: 60,");
    assert_eq!(places(&bare, Code::UnsourcedVoice), ["Candid", "60"]);
    for sourced in [
        "name: \"Alpha\", seat: Elected, style: Candid, // after \"notes\", p. 3\n",
        "// influence after notes\n name: \"Alpha\", seat: Elected,\n influence: 60,\n",
        "name: \"Alpha\", seat: Elected, style: Measured, influence: 50,",
    ] {
        assert!(places(&of(sourced), Code::UnsourcedVoice).is_empty(), "{sourced}");
    }
    let of_other_things =
        of("// its stances after notes\n name: \"Alpha\", seat: Elected,\n style: Guarded,\n");
    assert_eq!(places(&of_other_things, Code::UnsourcedVoice), ["Guarded"]);
}

#[test]
fn a_convention_for_all_permanent_members_is_remarked_on_once() {
    let permanent = |second: u32| {
        changed(&[
            ("name: \"Delta\", seat: Elected", "name: \"Delta\", seat: Permanent, influence: 90"),
            (
                "name: \"Epsilon\", seat: Elected",
                &format!("name: \"Epsilon\", seat: Permanent, influence: {second}"),
            ),
        ])
    };
    assert_eq!(places(&permanent(90), Code::UnsourcedVoice), ["90"]);
    assert_eq!(places(&permanent(70), Code::UnsourcedVoice), ["90", "70"]);
}

#[test]
fn one_stance_on_which_all_hangs_is_named() {
    let form =
        ("form: Resolution, sponsors: [\"A\"]", "form: PresidentialStatement, sponsors: [\"A\"]");
    let others = ["46, salience: 50", "48, salience: 50", "47, salience: 60"];
    let mut changes = vec![
        form,
        (
            "\"law\": Stance(position: 30, salience: 50",
            "\"law\": Stance(position: 48, salience: 95",
        ),
    ];
    let spread = changed(&changes);
    changes.extend(others.map(|other| (other, "52, salience: 9")));
    let hinge = changed(&changes);
    let found = remarks(&hinge);
    let remark = found.iter().find(|remark| remark.code == Code::SingleHinge).expect("C decides");
    assert!(remark.message.contains("where `C` stands on `law`"), "{}", remark.message);
    assert_eq!(remark.span.of(&hinge), "\"law\"");
    assert!(places(&spread, Code::SingleHinge).is_empty());
}

#[test]
fn loaded_words_are_found_in_every_text_and_terms_pass() {
    let of = |text: &str| {
        let title = changed(&[("title: \"A code\"", &format!("title: \"{text}\""))]);
        places(&title, Code::LoadedWord)
    };
    assert_eq!(of("The Regime that blocked it"), ["Regime", "blocked"]);
    assert_eq!(of("States of\\nthe  West, and like-minded ones"), ["the  West", "like-minded"]);
    assert!(of("The sanctions regime, regimented, the West Bank").is_empty());
    // The title of a source is quoted as its publisher wrote it.
    assert!(of("See Notes of the regime of seals").is_empty());
    for (from, to) in [
        ("title: \"Two issues", "teaching_note: \"A rogue\", title: \"Two issues"),
        ("low: \"Less law\"", "marks: [Mark(20, \"A rogue\")], low: \"Less law\""),
        ("title: \"A fund\"", "text: [Operative(text: \"A rogue\")], title: \"A fund\""),
        ("\"law\": Stance(position: 70,", "\"law\": Stance(because: \"a rogue\", position: 70,"),
    ] {
        assert_eq!(places(&changed(&[(from, to)]), Code::LoadedWord), ["rogue"], "{to}");
    }
}

#[test]
fn texts_of_the_template_are_found_until_they_are_written() {
    let small = horseshoe::scenario::library::SMALL_TEMPLATE;
    let found = remarks(small);
    let remark = found.iter().find(|remark| remark.code == Code::TemplateText).expect("all are");
    assert_eq!(remark.span.of(small), "\"A title for the library\"");
    assert!(remark.message.starts_with("17 texts are still"), "{}", remark.message);
    assert!(places(&changed(&[]), Code::TemplateText).is_empty());
    let one = changed(&[("low: \"Less law\"", "low: \"What somebody at 0 wants\"")]);
    assert_eq!(places(&one, Code::TemplateText), ["\"What somebody at 0 wants\""]);
}
