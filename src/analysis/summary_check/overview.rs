//! What the comparison of a summary with the record comes to, in a sentence or two.

use std::collections::BTreeSet;

use crate::council::DelegationId;
use crate::debate::Record;

use super::super::said::Said;
use super::{Finding, FindingKind};

/// The delegations that made a statement in the first `until` events of `record`, briefers left
/// out.
pub fn heard(record: &Record, until: usize) -> BTreeSet<DelegationId> {
    Said::up_to(record, until).speakers()
}

/// What `findings` on a summary of so many `entries` come to, where `spoke` delegations spoke: "11
/// of the 15 delegations that spoke are represented. 1 of 3 entries is right and whole; …".
pub fn overview(findings: &[Finding], (spoke, entries): (usize, usize)) -> String {
    let nowhere = findings.iter().filter(|it| it.claim.is_none()).count();
    let represented = match (spoke.saturating_sub(nowhere), spoke) {
        (_, 0) => "No delegation has spoken yet.".to_owned(),
        (0, 1) => "The one delegation that spoke is not represented.".to_owned(),
        (_, 1) => "The one delegation that spoke is represented.".to_owned(),
        (all, spoke) if all == spoke => {
            format!("All {spoke} delegations that spoke are represented.")
        }
        (0, spoke) => format!("None of the {spoke} delegations that spoke is represented."),
        (1, spoke) => format!("1 of the {spoke} delegations that spoke is represented."),
        (some, spoke) => {
            format!("{some} of the {spoke} delegations that spoke are represented.")
        }
    };
    match of_entries(findings, entries) {
        Some(words) => format!("{represented} {words}"),
        None => represented,
    }
}

/// "1 of 3 entries is right and whole; 1 says too much; 1 leaves somebody out."
fn of_entries(findings: &[Finding], entries: usize) -> Option<String> {
    if entries == 0 {
        return None;
    }
    let count = |wanted: &dyn Fn(FindingKind) -> bool| {
        let found = findings.iter().filter(|it| wanted(it.kind));
        found.filter_map(|it| it.claim).collect::<BTreeSet<usize>>().len()
    };
    let right = entries - count(&|kind| kind.is_fault());
    let whole = match (right, entries) {
        (1, 1) => "The entry is right and whole".to_owned(),
        (0, 1) => "The entry is not right or not whole".to_owned(),
        (all, entries) if all == entries => format!("All {entries} entries are right and whole"),
        (0, _) => "No entry is right and whole".to_owned(),
        (1, entries) => format!("1 of {entries} entries is right and whole"),
        (some, entries) => format!("{some} of {entries} entries are right and whole"),
    };
    let faults = [
        (count(&says_otherwise), "attributes what was not said", "attribute what was not said"),
        (count(&says_too_much), "says too much", "say too much"),
        (count(&says_too_little), "says too little", "say too little"),
        (count(&leaves_out), "leaves somebody out", "leave somebody out"),
        (count(&|kind| kind == FindingKind::Empty), "names nobody", "name nobody"),
    ];
    let told = faults.into_iter().filter(|(count, ..)| *count > 0);
    let told = told.map(|(count, one, several)| match (count, entries) {
        (1, 1) => format!("; it {one}"),
        (1, _) => format!("; 1 {one}"),
        _ => format!("; {count} {several}"),
    });
    Some(format!("{whole}{}.", told.collect::<String>()))
}

const fn says_otherwise(kind: FindingKind) -> bool {
    matches!(kind, FindingKind::Misattributed(_) | FindingKind::Silent(_))
}

const fn says_too_much(kind: FindingKind) -> bool {
    matches!(kind, FindingKind::Overstated(_))
}

const fn says_too_little(kind: FindingKind) -> bool {
    matches!(kind, FindingKind::Understated(_))
}

const fn leaves_out(kind: FindingKind) -> bool {
    matches!(kind, FindingKind::Omitted(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(claim: Option<usize>, kind: FindingKind) -> Finding {
        Finding { claim, kind, events: Vec::new(), text: String::new() }
    }

    #[test]
    fn the_count_is_in_words_and_each_kind_of_fault_is_named_once_for_each_entry() {
        assert_eq!(overview(&[], (0, 0)), "No delegation has spoken yet.");
        let counted = finding(Some(0), FindingKind::Counted(4));
        assert_eq!(
            overview(std::slice::from_ref(&counted), (15, 1)),
            "All 15 delegations that spoke are represented. The entry is right and whole."
        );
        let too_many = finding(Some(1), FindingKind::Overstated(4));
        let few = finding(Some(2), FindingKind::Overstated(2));
        assert_eq!(
            overview(&[counted.clone(), too_many, few], (15, 3)),
            "All 15 delegations that spoke are represented. 1 of 3 entries is right and whole; 2 \
             say too much."
        );
        let empty = finding(Some(1), FindingKind::Empty);
        assert_eq!(
            overview(&[counted, empty], (2, 2)),
            "All 2 delegations that spoke are represented. 1 of 2 entries is right and whole; 1 \
             names nobody."
        );
    }
}
