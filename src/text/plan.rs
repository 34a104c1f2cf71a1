//! The document plan of a statement in the debate: which passages, in which order.

use crate::council::{
    Capacity, Commendation, Criticism, Declaration, Declared, DelegationId, Effect, GroupId,
    Id as _, InjectId, IssueId, OutcomeId, Point, Statement,
};
use crate::debate::State;
use crate::scenario::Scenario;
use crate::vote::Ballot;

use super::happened::Happened;

/// A passage of a statement.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Passage {
    /// Thanks to the presidency and the briefers.
    Thanks,
    /// The group for which the delegation speaks.
    OnBehalf(GroupId),
    /// The group with whose statement, made by another, it aligns itself.
    Aligns(GroupId, DelegationId),
    /// What intervened during the meeting.
    Reacts(InjectId),
    /// A briefer that spoke to an issue of this statement.
    Heard(DelegationId, IssueId),
    /// A sentence that leads to the substance.
    Framing,
    /// A claim, with its reason, an argument, and how it stands to present practice.
    Claim(Claim),
    /// Answer to an earlier speaker that is commended.
    Commends(Commendation),
    /// Answer to a position that is criticized.
    Criticizes(Criticism),
    /// What follows on proposals stands apart from any claim.
    Texts,
    /// What it declares on outcomes, in favour and against.
    Declares(Vec<Declaration>),
    /// Texts that it has submitted.
    Submitted(Vec<OutcomeId>),
    /// Texts on which the Council has voted, and how it voted.
    Voted(Ballot, Vec<OutcomeId>),
    /// The close.
    Closing,
}

/// A claim and its place in the statement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Claim {
    /// What is claimed.
    pub(super) point: Point,
    /// Its place among the claims, from 0.
    pub(super) place: usize,
    /// How many claims the statement makes.
    pub(super) of: usize,
    /// Whether nothing on other matters follows.
    pub(super) is_last: bool,
    /// The guiding question that it answers, from 0; each is answered once.
    pub(super) answers: Option<usize>,
}

/// The plan of a statement by a delegation that is no briefer.
pub(super) fn plan(
    scenario: &Scenario,
    state: &State,
    so_far: &Happened,
    statement: &Statement,
) -> Vec<Passage> {
    let mut passages = vec![Passage::Thanks];
    if let Capacity::OnBehalfOf(group) = statement.capacity {
        passages.push(Passage::OnBehalf(group));
    }
    let raises = |issue: IssueId| statement.points.iter().any(|point| point.issue == issue);
    let news = so_far.injects.iter().rev().copied().find(|&inject| {
        let effects = &scenario.injects[inject].effects;
        effects.iter().any(|effect| touched(effect).is_some_and(raises))
    });
    // The first speakers take it up, and then one in a few: not everybody says the same.
    let takes_up =
        so_far.reactions < FIRST_REACTIONS || so_far.speakers.is_multiple_of(ONE_REACTION_IN);
    passages.extend(news.filter(|_| takes_up).map(Passage::Reacts));
    passages.extend(heard(so_far, statement));
    passages.push(Passage::Framing);
    substance(scenario, state, statement, &mut passages);
    passages.push(Passage::Closing);
    passages
}

/// The group whose speaker has spoken for this delegation too. Those for whom another speaks do not
/// take part in the debate, and say so when they speak around it.
pub(super) fn alignment(
    scenario: &Scenario,
    so_far: &Happened,
    speaker: DelegationId,
) -> Option<Passage> {
    let of = so_far.groups.iter();
    let found = of.copied().find(|(group, _)| scenario.groups[*group].members.contains(&speaker));
    found.filter(|(_, by)| *by != speaker).map(|(group, by)| Passage::Aligns(group, by))
}

/// The issue that an effect touches.
const fn touched(effect: &Effect) -> Option<IssueId> {
    match effect {
        Effect::Salience { issue, .. }
        | Effect::Heat { issue, .. }
        | Effect::Position { issue, .. } => Some(*issue),
        _ => None,
    }
}

/// A briefer that spoke to one of the issues, but for the first, which is named next; not the same
/// one for every speaker.
fn heard(so_far: &Happened, statement: &Statement) -> Option<Passage> {
    let matching: Vec<Passage> = statement
        .points
        .iter()
        .skip(1)
        .flat_map(|point| {
            let briefings = so_far.briefings.iter();
            briefings
                .filter(|(_, issues)| issues.contains(&point.issue))
                .map(|(briefer, _)| Passage::Heard(*briefer, point.issue))
        })
        .collect();
    let turn = so_far.speakers;
    matching.get(turn % matching.len().max(1)).cloned()
}

/// Where a statement speaks of the proposals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Arrangement {
    /// With the claim to which each belongs.
    WithClaims,
    /// With the first claim, and the others at the end.
    FirstThenRest,
    /// All at the end.
    AtTheEnd,
}

/// Claims, each followed by the answers to others, and the proposals in one of three arrangements.
fn substance(
    scenario: &Scenario,
    state: &State,
    statement: &Statement,
    passages: &mut Vec<Passage>,
) {
    let of = statement.points.len();
    let mut answered: Vec<usize> = Vec::new();
    let mut belongs: Vec<Vec<Declaration>> = vec![Vec::new(); of + 1];
    let arrangement = match statement.speaker.index() % 3 {
        0 => Arrangement::WithClaims,
        1 => Arrangement::FirstThenRest,
        _ => Arrangement::AtTheEnd,
    };
    for declaration in &statement.declarations {
        let place = place(state, statement, declaration);
        belongs[match arrangement {
            Arrangement::WithClaims => place,
            Arrangement::FirstThenRest if place == 0 => place,
            Arrangement::FirstThenRest | Arrangement::AtTheEnd => of,
        }]
        .push(*declaration);
    }
    let criticizes =
        statement.criticizes.filter(|it| !is_supported(scenario, state, (statement, it)));
    for (place, point) in statement.points.iter().enumerate() {
        // A second one for some delegations only: else statements would read like forms.
        let another = (statement.speaker.index() + place).is_multiple_of(2);
        let most = if another { MOST_ANSWERS } else { 1 };
        // Questions are answered in their order.
        let answers = asked(scenario, point.issue)
            .filter(|asked| answered.len() < most && answered.iter().all(|before| before < asked));
        answered.extend(answers);
        let is_last = place + 1 == of && belongs[of].is_empty();
        passages.push(Passage::Claim(Claim { point: *point, place, of, is_last, answers }));
        let here = |issue| issue == point.issue;
        passages.extend(statement.commends.filter(|it| here(it.issue)).map(Passage::Commends));
        passages.extend(criticizes.filter(|it| here(it.issue)).map(Passage::Criticizes));
        proposals(scenario, state, (statement.speaker, &belongs[place]), passages);
    }
    let raised = |issue| statement.points.iter().any(|point| point.issue == issue);
    passages.extend(statement.commends.filter(|it| !raised(it.issue)).map(Passage::Commends));
    passages.extend(criticizes.filter(|it| !raised(it.issue)).map(Passage::Criticizes));
    passages.push(Passage::Texts);
    proposals(scenario, state, (statement.speaker, &belongs[of]), passages);
}

/// Whether a text that the statement supports says, in words, what it would criticize.
fn is_supported(
    scenario: &Scenario,
    state: &State,
    (statement, criticism): (&Statement, &Criticism),
) -> bool {
    let issue = &scenario.issues[criticism.issue];
    let criticized = issue.nearest_mark(criticism.voiced);
    let supported = statement.declarations.iter().filter(|it| it.stance == Declared::InFavour);
    supported.flat_map(|it| &state.texts[it.outcome].aims).any(|aim| {
        aim.issue == criticism.issue && issue.nearest_mark(aim.position.get()) == criticized
    })
}

/// The claim to which a declaration belongs: the one on the issue that is most of its text.
fn place(state: &State, statement: &Statement, declaration: &Declaration) -> usize {
    statement
        .points
        .iter()
        .enumerate()
        .filter_map(|(place, point)| Some((place, weight(state, declaration, point)?)))
        .max_by(|(p, a), (q, b)| a.total_cmp(b).then(q.cmp(p)))
        .map_or(statement.points.len(), |(place, _)| place)
}

/// What is said on proposals: of those that came to a vote before, how one voted; of one's own, that
/// they are; of others, what one declares.
fn proposals(
    scenario: &Scenario,
    state: &State,
    (speaker, declarations): (DelegationId, &[Declaration]),
    passages: &mut Vec<Passage>,
) {
    let (mut open, mut own) = (Vec::new(), Vec::new());
    let mut voted: [(Ballot, Vec<OutcomeId>); 3] =
        [Ballot::InFavour, Ballot::Against, Ballot::Abstaining].map(|ballot| (ballot, Vec::new()));
    for declaration in declarations {
        let outcome = declaration.outcome;
        let ballot = state.ballots[(speaker, outcome)];
        let group = voted.iter_mut().find(|(it, _)| Some(*it) == ballot);
        if let Some((_, group)) = group {
            group.push(outcome);
        } else if declaration.stance == Declared::InFavour
            && scenario.outcomes[outcome].sponsors.contains(&speaker)
        {
            own.push(outcome);
        } else {
            open.push(*declaration);
        }
    }
    for (ballot, group) in voted {
        let chunks = group.chunks(TITLES_IN_A_SENTENCE);
        passages.extend(chunks.map(|chunk| Passage::Voted(ballot, chunk.to_vec())));
    }
    let chunks = own.chunks(TITLES_IN_A_SENTENCE);
    passages.extend(chunks.map(|chunk| Passage::Submitted(chunk.to_vec())));
    declares(&open, passages);
}

/// How much of a text the issue of a point is.
fn weight(state: &State, declaration: &Declaration, point: &Point) -> Option<f64> {
    let aims = &state.texts[declaration.outcome].aims;
    aims.iter().find(|aim| aim.issue == point.issue).map(|aim| aim.weight.get())
}

/// The first guiding question that raises an issue, from 0.
fn asked(scenario: &Scenario, issue: IssueId) -> Option<usize> {
    let note = scenario.concept_note.as_ref()?;
    note.guiding_questions.iter().position(|question| question.issues.contains(&issue))
}

/// How many speakers take up the news before only one in a few does.
const FIRST_REACTIONS: usize = 2;
const ONE_REACTION_IN: usize = 4;
/// How many claims are put as answers to guiding questions; more would read like a form.
const MOST_ANSWERS: usize = 2;
/// How many titles one sentence names that tells apart what is supported and what is not.
const TITLES_TOGETHER: usize = 4;
/// How many titles one sentence names.
pub(super) const TITLES_IN_A_SENTENCE: usize = 8;

/// Declarations that belong together: one passage where one sentence can hold them.
fn declares(declarations: &[Declaration], passages: &mut Vec<Passage>) {
    let of = |stance| declared(declarations, stance);
    let (favour, opposed) = (of(Declared::InFavour), of(Declared::Opposed));
    let together = !favour.is_empty()
        && !opposed.is_empty()
        && favour.len() + opposed.len() <= TITLES_TOGETHER;
    let groups = if together {
        vec![[favour, opposed].concat(), of(Declared::Reservations)]
    } else {
        vec![favour, of(Declared::Reservations), opposed]
    };
    for group in groups {
        let chunks = group.chunks(TITLES_IN_A_SENTENCE);
        passages.extend(chunks.map(|chunk| Passage::Declares(chunk.to_vec())));
    }
}

/// The declarations of this stance.
pub(super) fn declared(declarations: &[Declaration], stance: Declared) -> Vec<Declaration> {
    declarations.iter().copied().filter(|d| d.stance == stance).collect()
}

/// The points of a briefing, those on one issue together.
pub(super) fn briefing(statement: &Statement) -> Vec<Vec<Point>> {
    let mut groups: Vec<Vec<Point>> = Vec::new();
    for &point in &statement.points {
        match groups.iter_mut().find(|group| group[0].issue == point.issue) {
            Some(group) => group.push(point),
            None => groups.push(vec![point]),
        }
    }
    groups
}
