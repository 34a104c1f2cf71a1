//! What is known of a draft, and of a member before it, when the vote is called.

use crate::math;

use super::columns::{Features, Group, one};
use super::record::{Draft, VotingRecord};

/// A draft as it stood before the vote.
#[derive(Debug, Clone)]
pub(super) struct View<'a> {
    pub(super) draft: &'a Draft,
    /// Ideal points of the sponsors that have one.
    points: Vec<f64>,
    /// Whether the text follows another on the same item.
    follows: bool,
}

/// How near the number of an earlier text must be for this one to be taken as an answer to it.
const NUMBERS_BETWEEN_ANSWERS: u32 = 12;

impl<'a> View<'a> {
    /// Sees `draft` as it stood before the vote.
    pub(super) fn new(record: &VotingRecord, draft: &'a Draft) -> Self {
        let sponsors = draft.row.sponsors.iter();
        let points = sponsors.filter_map(|code| record.ideal_before(code, draft.row.year));
        Self { draft, points: points.collect(), follows: follows(record, draft) }
    }

    /// The mean ideal point of the sponsors, if any has one.
    pub(super) fn mean(&self) -> Option<f64> {
        let count = self.points.len();
        (count > 0).then(|| self.points.iter().sum::<f64>() / count as f64)
    }

    fn is_sponsor(&self, code: &str) -> bool {
        self.draft.row.sponsors.iter().any(|sponsor| sponsor == code)
    }

    fn point(&self, record: &VotingRecord, member: &str) -> Option<f64> {
        record.ideal_before(member, self.draft.row.year)
    }

    /// What tells kinds of drafts apart: sponsors, form, region and agenda item.
    pub(super) fn of_draft(&self, record: &VotingRecord) -> Features {
        let row = &self.draft.row;
        let mut features = vec![one(Group::Constant, "")];
        if !row.sponsors.is_empty() {
            self.add_sponsors(record, &mut features);
        }
        if row.symbol.to_lowercase().contains("amendment") {
            features.push(one(Group::Form, "amendment"));
        }
        if self.follows {
            features.push(one(Group::Form, "follows"));
        }
        features.push(one(Group::Region, &row.region));
        features.push(one(Group::Topic, &row.topic));
        features
    }

    fn add_sponsors(&self, record: &VotingRecord, features: &mut Features) {
        let votes = self.draft.votes.iter();
        let on_council = votes.filter(|(code, _)| self.is_sponsor(code)).count();
        let mut add = |name: &str, value| features.push((Group::Sponsors, name.to_owned(), value));
        add("known", 1.0);
        add("number", math::ln(1.0 + self.draft.row.sponsors.len() as f64));
        add("on the council", math::ln(1.0 + on_council as f64));
        if let Some(mean) = self.mean() {
            add("mean", mean);
            add("lowest", self.points.iter().copied().fold(f64::MAX, f64::min));
            add("highest", self.points.iter().copied().fold(f64::MIN, f64::max));
        }
        let permanent = record.permanent.iter().filter(|code| self.is_sponsor(code));
        let before = features.len();
        features.extend(permanent.map(|code| one(Group::PermanentSponsors, code)));
        if features.len() == before {
            features.push(one(Group::PermanentSponsors, "none"));
        }
    }

    /// What each kind of draft weighs in its own way: where the member stands, and which
    /// permanent member it is. A member without an ideal point stands at 0, the mean of all States.
    pub(super) fn of_member(&self, record: &VotingRecord, member: &str) -> Features {
        let x = self.point(record, member).unwrap_or(0.0);
        let mut features = vec![
            one(Group::Constant, ""),
            (Group::Ideal, "point".to_owned(), x),
            (Group::Ideal, "square".to_owned(), x * x),
        ];
        if record.is_permanent(member) {
            features.push(one(Group::Permanent, member));
        }
        features
    }

    /// What all kinds of drafts share: the member's habit; whether it is a sponsor, and where it
    /// stands beside the sponsors; the habits of permanent members on the item and with each other.
    pub(super) fn of_pair(&self, record: &VotingRecord, member: &str) -> Features {
        let mut features = vec![one(Group::Member, member)];
        self.add_distance(record, member, &mut features);
        if let (Some(mean), Some(x)) = (self.mean(), self.point(record, member)) {
            features.push((Group::Product, String::new(), x * mean));
        }
        if record.is_permanent(member) {
            let topic = &self.draft.row.topic;
            features.push(one(Group::TopicPermanent, &format!("{member} {topic}")));
            let permanent = record.permanent.iter().filter(|code| self.is_sponsor(code));
            let pairs =
                permanent.map(|code| one(Group::PermanentPair, &format!("{member} {code}")));
            features.extend(pairs);
        }
        features
    }

    fn add_distance(&self, record: &VotingRecord, member: &str, features: &mut Features) {
        if self.is_sponsor(member) {
            features.push(one(Group::Own, ""));
        }
        if let (Some(mean), Some(x)) = (self.mean(), self.point(record, member)) {
            features.push((Group::Distance, String::new(), (x - mean).abs()));
        }
    }

    /// The ideal point alone, for a baseline.
    pub(super) fn of_point(&self, record: &VotingRecord, member: &str) -> Features {
        let x = self.point(record, member).unwrap_or(0.0);
        vec![(Group::Ideal, "point".to_owned(), x)]
    }

    /// The ideal point, sponsorship and the distance to the sponsors, for a baseline.
    pub(super) fn of_point_and_sponsors(&self, record: &VotingRecord, member: &str) -> Features {
        let mut features = self.of_point(record, member);
        if !self.draft.row.sponsors.is_empty() {
            features.push(one(Group::Sponsors, "known"));
        }
        self.add_distance(record, member, &mut features);
        features
    }

    /// These, which permanent member it is, and the agenda item, also for permanent members apart:
    /// for a baseline.
    pub(super) fn of_item(&self, record: &VotingRecord, member: &str) -> Features {
        let mut features = self.of_point_and_sponsors(record, member);
        let topic = &self.draft.row.topic;
        features.push(one(Group::Topic, topic));
        if record.is_permanent(member) {
            features.push(one(Group::Permanent, member));
            features.push(one(Group::TopicMembership, topic));
        }
        features
    }
}

/// Whether another text on the same item, numbered shortly before this one, was there already.
fn follows(record: &VotingRecord, draft: &Draft) -> bool {
    let row = &draft.row;
    let Some((series, number)) = numbered(&row.symbol) else { return false };
    let comes_before = |other: &Draft| {
        let Some((its_series, its_number)) = numbered(&other.row.symbol) else { return false };
        let between = number.checked_sub(its_number);
        series == its_series
            && between.is_some_and(|gap| {
                gap <= NUMBERS_BETWEEN_ANSWERS && (gap > 0 || other.row.id < row.id)
            })
    };
    let same_item = |other: &&Draft| {
        other.row.id != row.id && other.row.year == row.year && other.row.topic == row.topic
    };
    record.drafts.iter().filter(same_item).any(comes_before)
}

/// Series and number of a symbol: S/2016/239 is number 239 of S/2016.
fn numbered(symbol: &str) -> Option<(String, u32)> {
    let (series, rest) = symbol.trim().rsplit_once('/')?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    Some((series.to_uppercase(), digits.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_has_a_series_and_a_number() {
        assert_eq!(numbered("S/2016/239 amendment"), Some(("S/2016".to_owned(), 239)));
        assert_eq!(numbered("s/2004/25"), Some(("S/2004".to_owned(), 25)));
        assert_eq!(numbered("para. 4 of the report"), None);
        assert_eq!(numbered(""), None);
    }
}
