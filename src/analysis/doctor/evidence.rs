//! S207: how many stances have no source, or rest on the authors' judgement.

use crate::scenario::Code;

use super::{Context, Remarks};

/// The identifier under which a scenario's authors answer for a stance themselves.
const AUTHORS: &str = "authors";

pub(super) fn check(context: &Context<'_>, remarks: &mut Remarks<'_>) {
    let stances = || context.file.members.iter().flat_map(|entry| &entry.value.stances);
    let all = stances().count();
    let unsourced = stances().filter(|stance| stance.value.source.is_none()).count();
    let judged = stances().filter(|stance| {
        stance.value.source.as_ref().is_some_and(|source| source.value == AUTHORS)
    });
    let judged = judged.count();
    // From a third on.
    if all == 0 || 3 * (unsourced + judged) < all {
        return;
    }
    let message = format!(
        "of {all} stances {judged} rest on the authors' judgement and {unsourced} have no source"
    );
    let hint = "look for what the members have said, or say in a comment why that cannot be had: \
                `// doctor: S207: …`";
    remarks.add(Code::ThinEvidence, context.all_members(), message, hint);
}
