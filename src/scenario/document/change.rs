//! A change of one value written on one line: PATH=VALUE.

use super::super::syntax::Tree;
use super::fault::EditFault;
use super::{Edit, Edits, value};

/// The text with the value at a path replaced. `change` is PATH=VALUE; the value is RON, and every
/// byte beside it stays.
///
/// # Errors
/// When it is not such a change, or nothing stands at the path.
pub fn change(tree: &Tree, change: &str) -> Result<String, EditFault> {
    let fault = || EditFault::NotAChange(change.to_owned());
    let (path, value) = change.split_once('=').ok_or_else(fault)?;
    let (path, value) = (path.trim(), value.trim());
    if path.is_empty() || value.is_empty() {
        return Err(fault());
    }
    Ok(replacement(tree, path, value)?.apply(tree.text()))
}

/// The edit that puts `value` in the place of what stands at `path`.
pub(super) fn replacement(tree: &Tree, path: &str, value: &str) -> Result<Edits, EditFault> {
    let node = tree.find(path).ok_or_else(|| EditFault::nothing_at(tree, path))?;
    let value = value::checked(value)?;
    Ok(Edits::new([Edit::replace(tree.span(node), value)]))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Scenario( // why\n members: { \"KOR\": Member(influence: 60 /* much */) })";

    #[test]
    fn only_the_value_changes() {
        let tree = Tree::parse(TEXT);
        for path in ["members[\"KOR\"].influence=61.5", "members.KOR.influence = 61.5"] {
            assert_eq!(change(&tree, path).unwrap(), TEXT.replace("60", "61.5"));
        }
    }

    #[test]
    fn a_path_that_leads_nowhere_is_told_what_is_there() {
        let tree = Tree::parse(TEXT);
        let said = |text: &str| change(&tree, text).unwrap_err().to_string();
        assert!(said("members.FRA.influence=1").contains("at `members` stand KOR"));
        assert!(said("members.KOR.style=1").contains("at `members.KOR` stand influence"));
        assert!(said("nonsense").contains("is no change"));
        assert!(said("members.KOR.influence=1, 2").contains("is no value in RON"));
    }
}
