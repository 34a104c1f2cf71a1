//! How a seat fared, in words: nobody wins or loses.

use crate::ensemble::Share;
use crate::scenario::Scenario;
use crate::text::{grouped, list, upper_first};

use super::{Achieved, Deeds, SeatResult, Standing, Voiced, Worth};

/// What stands beside the points of a seat.
pub const NO_PRODUCT: &str = "Points say how far the instructions were carried out. For some \
                              seats no product is success, and points of different seats do not \
                              compare.";

impl Achieved {
    /// "Met", "Not met: 7 support it".
    pub fn words(&self) -> String {
        let met = if self.met { "Met" } else { "Not met" };
        match self.count {
            Some(0) => format!("{met}: nobody supports it"),
            Some(1) => format!("{met}: 1 supports it"),
            Some(count) => format!("{met}: {count} support it"),
            None => met.to_owned(),
        }
    }
}

impl SeatResult {
    /// "3 of 5 objectives met: 65 of 100 points."
    pub fn words(&self) -> String {
        let met = self.objectives.iter().filter(|it| it.met).count();
        let [points, possible] = [self.points(), self.possible()].map(tenths);
        let objectives = if self.objectives.len() == 1 { "objective" } else { "objectives" };
        format!(
            "{met} of {} {objectives} met: {points} of {possible} points.",
            self.objectives.len()
        )
    }
}

impl Deeds {
    /// "It spoke for itself 3 times, the model spoke for it once."
    pub fn words(&self) -> String {
        let mut told = match (self.by_person(), self.by_model()) {
            (0, 0) => "It did not speak.".to_owned(),
            (own, 0) => format!("It spoke for itself {}.", times(own)),
            (0, model) => format!("The model spoke for it {}.", times(model)),
            (own, model) => format!(
                "It spoke for itself {}, the model spoke for it {}.",
                times(own),
                times(model)
            ),
        };
        let mut more = Vec::new();
        if self.passed > 0 {
            more.push(format!("let the floor pass {}", times(self.passed)));
        }
        if self.soundings > 0 {
            more.push(format!("took {}", counted(self.soundings, "sounding")));
        }
        if self.offered > 0 {
            let taken = match self.taken {
                0 => "none of which was taken".to_owned(),
                1 => "of which 1 was taken".to_owned(),
                taken => format!("of which {taken} were taken"),
            };
            more.push(format!("offered {}, {taken}", counted(self.offered, "amendment")));
        }
        if !more.is_empty() {
            told = format!("{told} It {}.", list(&more));
        }
        if self.offered_by_model > 0 {
            let offered = counted(self.offered_by_model, "amendment");
            told = format!("{told} The model offered {offered} in its name.");
        }
        told
    }
}

impl Standing {
    /// "Better than 7 of 10 of 1,000 runs with the model in this seat; between 6.6 and 7.3 of 10
    /// by chance." None without runs.
    pub fn words(&self, points: f64) -> Option<String> {
        let median = self.median()?;
        let Share { share, low, high, .. } = self.better_than(points);
        let [share, low, high] = [share, low, high].map(|it| tenths(it * 10.0));
        let runs = grouped(self.points.len() as u64);
        Some(format!(
            "Better than {share} of 10 among {runs} runs with the model in this seat; between \
             {low} and {high} of 10 by chance. Runs with as many points count by half. The model \
             itself has {} points in the middle run.",
            tenths(median)
        ))
    }
}

impl Voiced {
    /// What was instructed, and what was voiced last, each in words.
    pub fn words(&self, scenario: &Scenario) -> [String; 2] {
        let issue = &scenario.issues[self.issue];
        let mark = |at: f64| format!("{} ({:.0})", issue.nearest_mark(at), at * 100.0);
        let voiced = match self.voiced {
            None => "not voiced".to_owned(),
            Some(at) if self.beyond_red_line => format!("{}, beyond the red line", mark(at)),
            Some(at) => mark(at),
        };
        [mark(self.instructed), voiced].map(|it| upper_first(&it))
    }
}

impl Worth {
    /// "83 %", "nothing is left", "worth nothing to it as tabled".
    pub fn words(&self) -> String {
        match self.kept() {
            None => "worth nothing to it as tabled".to_owned(),
            Some(kept) if kept <= 0.0 => "nothing is left".to_owned(),
            Some(kept) if kept > 1.005 => {
                format!("{:.0} %: it is worth more than as tabled", kept * 100.0)
            }
            Some(kept) => format!("{:.0} %", kept * 100.0),
        }
    }
}

/// A number with one decimal at most: "65", "6.6".
fn tenths(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        count => format!("{count} times"),
    }
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_spoke_is_told_in_times() {
        let said = |own: usize, model: usize| {
            let one = |by_person| super::super::Said { event: 1, by_person, own_words: false };
            let statements = (0..own).map(|_| one(true)).chain((0..model).map(|_| one(false)));
            Deeds { statements: statements.collect(), ..Deeds::default() }.words()
        };
        assert_eq!(said(0, 0), "It did not speak.");
        assert_eq!(said(3, 1), "It spoke for itself 3 times, the model spoke for it once.");
        assert_eq!(said(0, 2), "The model spoke for it twice.");
    }

    #[test]
    fn the_place_among_runs_is_told_with_its_interval() {
        let standing = Standing { points: (0..100).map(f64::from).collect() };
        let words = standing.words(70.0).unwrap();
        let begins = "Better than 7 of 10 among 100 runs with the model in this seat; between 6 \
                      and 7.8 of 10 by chance.";
        assert!(words.starts_with(begins), "{words}");
        assert_eq!(Standing { points: Vec::new() }.words(1.0), None);
    }
}
