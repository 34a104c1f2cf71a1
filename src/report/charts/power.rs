//! Voting power in the body as such: two indices, exact.

use crate::report::figure::{
    Anchor, Area, Canvas, Figure, Ink, Page, Setting, Shape, Table, Target, at,
};
use crate::vote::{Power, power};

use super::Chart;
use super::parts::{PLAIN, STRONG, exact, name, widest};
use super::subject::{Choice, Subject, Told};

const TOP: f32 = 30.0;

/// Lays out the figure.
pub(super) fn figure(
    subject: &Subject<'_>,
    choice: &Choice,
    page: Page<'_>,
) -> Result<Figure, &'static str> {
    let mut powers = power(subject.scenario());
    if powers.is_empty() {
        return Err("Nobody votes in this scenario.");
    }
    let seats = subject.scenario().seating();
    let seat = |it: &Power| seats.iter().position(|&who| who == it.member);
    powers.sort_by(|a, b| {
        b.shapley_shubik.total_cmp(&a.shapley_shubik).then_with(|| seat(a).cmp(&seat(b)))
    });
    let mut canvas = Canvas::new(page);
    let names = powers.iter().map(|it| subject.name(it.member));
    let left = widest(&canvas, names, 190.0) + 18.0;
    let row = ((page.height - TOP) / powers.len() as f32).clamp(18.0, 34.0);
    let half = (page.width - left - 24.0) / 2.0;
    let most = powers.iter().map(|it| it.shapley_shubik.max(it.banzhaf)).fold(1e-9, f64::max);
    let figure = canvas.width_of("00.00 %", Setting::Small) + 8.0;
    for (x, words) in [(left, "Shapley-Shubik"), (left + half + 24.0, "Banzhaf")] {
        canvas.words(at(x, 10.0), Anchor::Start, words, STRONG);
    }
    for (place, it) in powers.iter().enumerate() {
        let y = TOP + (place as f32 + 0.5) * row;
        let is_chosen = choice.selected == Some(it.member);
        let whole = Area::new(0.0, y - row / 2.0, page.width, row);
        if is_chosen {
            canvas.rect(whole, 6.0, Ink::Selection);
        }
        name(&mut canvas, (left - 12.0, y), subject.name(it.member), (left - 18.0, is_chosen));
        for (x, share) in [(left, it.shapley_shubik), (left + half + 24.0, it.banzhaf)] {
            let length = (half - figure) * (share / most) as f32;
            canvas.rect(Area::new(x, y - 5.0, length.max(1.0), 10.0), 2.0, Ink::Accent);
            let words = format!("{:.2} %", share * 100.0);
            canvas.words(at(x + length.max(1.0) + 7.0, y), Anchor::Start, &words, PLAIN);
        }
        canvas.draw(Shape::Touch(whole)).chooses(Target::Member(it.member));
    }
    let height = TOP + row * powers.len() as f32;
    let told = Told {
        title: "How much voting power does the rule give each member?".to_owned(),
        answers: "what seats and the rule of adoption are worth before anybody holds a view."
            .to_owned(),
        how_to_read: "the share of cases in which a member is the one whose vote turns losing \
                      into winning: over all orders of joining (Shapley-Shubik), and over all \
                      coalitions (Banzhaf), each set so that the members' shares add up to 100."
            .to_owned(),
        does_not_show: "influence, positions, or any willingness to use a veto.",
        summary: summary(subject, &powers),
    };
    let mut table = Table::new(&["Member", "Shapley-Shubik, %", "Banzhaf, %"]);
    for it in &powers {
        table.rows.push(vec![
            subject.name(it.member).to_owned(),
            exact(it.shapley_shubik),
            exact(it.banzhaf),
        ]);
    }
    Ok(subject.figure(Chart::Power, told, (canvas.marks, (page.width, height)), table))
}

fn summary(subject: &Subject<'_>, powers: &[Power]) -> String {
    let (first, last) = (&powers[0], &powers[powers.len() - 1]);
    let equal = (first.shapley_shubik - last.shapley_shubik).abs() < 1e-9;
    if equal {
        return format!(
            "All {} voting members have the same power, {:.1} % each.",
            powers.len(),
            first.shapley_shubik * 100.0
        );
    }
    let as_first = |it: &&Power| (it.shapley_shubik - first.shapley_shubik).abs() < 1e-9;
    let most = powers.iter().filter(as_first).count();
    let who =
        if most == 1 { subject.name(first.member).to_owned() } else { format!("{most} members") };
    format!(
        "By Shapley-Shubik {who} {} {:.1} % of the power{}; the least is {:.2} %.",
        if most == 1 { "has" } else { "have" },
        first.shapley_shubik * 100.0,
        if most == 1 { "" } else { " each" },
        last.shapley_shubik * 100.0
    )
}
