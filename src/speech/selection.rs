//! Which issues a statement addresses, and with which argument (docs/model.md, section 3).

use crate::council::{ArgumentId, DelegationId, Direction, Id as _, IssueId, Point};
use crate::stream::{Purpose, StreamKey, each_gumbel};

use super::Floor;

/// Chooses the issues that `speaker` addresses, by Gumbel-top-m on attention.
pub(super) fn select(floor: Floor<'_>, speaker: DelegationId, points: &mut Vec<Point>) {
    let scenario = floor.room.scenario;
    let dynamics = &scenario.dynamics;
    let member = &scenario.members[speaker];
    let most = dynamics.points.of(member.style) as usize;
    let draws = floor.seed.draws(Purpose::Selection, floor.stage, member.key);
    let occasion = floor.spoken[speaker];
    let instructions = scenario.derived.instructions.row(speaker);
    let salience = floor.room.salience.row(speaker);
    let attended = scenario.issues.pairs().zip(salience).zip(instructions);
    let drawn = attended.filter(|((_, salience), it)| it.given && **salience > 0.0).map(
        |(((issue, of), salience), _)| {
            let prompt = if scenario.derived.prompted[issue] { dynamics.prompt } else { 0.0 };
            let attention = salience * (1.0 + prompt + dynamics.heat * floor.heat[issue]);
            (draws.stream(of.key, occasion), (issue, attention))
        },
    );
    each_gumbel(drawn, |(issue, attention), gumbel| {
        let luck = dynamics.spontaneity * gumbel;
        let is_ahead = |p: &Point| p.attention + p.luck >= attention + luck;
        // The list is short: from its end, where most newcomers stay.
        let place = points.iter().rposition(is_ahead).map_or(0, |at| at + 1);
        if place < most {
            points.truncate(most - 1);
            points.insert(place, Point { attention, luck, ..voice(floor, speaker, issue) });
        }
    });
    for point in points {
        let x = floor.room.positions[(speaker, point.issue)];
        point.argument = argument(floor, (speaker, point.issue), x);
    }
}

/// The point of `speaker` on one issue, with an argument.
pub(super) fn point(floor: Floor<'_>, speaker: DelegationId, issue: IssueId) -> Point {
    let x = floor.room.positions[(speaker, issue)];
    let argument = argument(floor, (speaker, issue), x);
    Point { argument, ..voice(floor, speaker, issue) }
}

/// The issues on which a briefer has something to say, in the order of its arguments.
pub(super) fn briefing(floor: Floor<'_>, speaker: DelegationId, points: &mut Vec<Point>) {
    let arguments = &floor.room.scenario.members[speaker].arguments;
    for (place, argument) in arguments.iter().enumerate() {
        points.push(Point {
            issue: argument.issue,
            voiced: None,
            toward: argument.toward,
            emphasis: 0.0,
            argument: Some(ArgumentId::at(place)),
            attention: 0.0,
            luck: 0.0,
        });
    }
}

/// The position voiced: the private one, moved toward agreed language by the style.
fn voice(floor: Floor<'_>, speaker: DelegationId, issue: IssueId) -> Point {
    let x = floor.room.positions[(speaker, issue)];
    let q = floor.room.scenario.derived.status_quo[issue];
    let agreed = floor.room.scenario.members[speaker].style.agreed_language();
    let toward = if x >= q { Direction::High } else { Direction::Low };
    let voiced = Some(x + agreed * (q - x));
    Point { issue, voiced, toward, emphasis: 1.0, argument: None, attention: 0.0, luck: 0.0 }
}

/// One of the arguments of `speaker` on `issue` that suit the position `x`, each as likely as
/// another. Between the status quo and the middle of the scale, both directions suit.
pub(crate) fn argument(
    floor: Floor<'_>,
    (speaker, issue): (DelegationId, IssueId),
    x: f64,
) -> Option<ArgumentId> {
    let scenario = floor.room.scenario;
    let q = scenario.derived.status_quo[issue];
    let fits = |place: &ArgumentId| match scenario.members[speaker].arguments[place.index()].toward
    {
        Direction::High => x >= q.min(0.5),
        Direction::Low => x <= q.max(0.5),
    };
    let fitting =
        || scenario.derived.arguments_on[(speaker, issue)].iter().copied().filter(|it| fits(it));
    let chosen = match fitting().count() {
        0 => return None,
        1 => 0,
        count => {
            let key = StreamKey {
                purpose: Purpose::Argument,
                stage: floor.stage,
                who: scenario.members[speaker].key,
                object: scenario.issues[issue].key,
                occasion: floor.spoken[speaker],
            };
            floor.seed.stream(key).below(count)
        }
    };
    fitting().nth(chosen)
}
