//! Proposed outcomes, and what became of them in reality.

use super::super::file::{Aim, Happened, Outcome, Paragraph, Record};
use super::super::spanned::List;
use super::super::syntax::NodeId;
use super::scalars::{scale, text, whole};
use super::shapes::{choices, structures};
use super::words::word;
use super::{Decode, Decoder};

structures! {
    Outcome as "Outcome" {
        title: needed(text),
        form: needed(word),
        sponsors: listed(text),
        aims: mapped(Aim::decode),
        text: listed(Decode::decode),
        action: optional(word),
        parties: listed(text),
    }
    Aim as "Aim" { position: needed(scale), weight: optional(scale) }
    Record as "Record" {
        outcomes: mapped(Decode::decode),
        notes: optional(text),
        source: optional(text),
    }
}

choices! {
    Paragraph {
        settings Preambular { text: needed(text), issue: optional(text) };
        settings Operative { text: needed(text), issue: optional(text) };
    }
    Happened {
        word Agreed;
        word Issued;
        word NotProposed;
        word Unknown;
        settings Voted {
            in_favour: needed(names),
            against: needed(names),
            abstaining: needed(names),
            not_participating: listed(text),
        };
        // Other States that signed are counted only; the United Nations has under 200 members.
        settings Signed { by: needed(names), others: optional(whole(0, 250)) };
        settings Objected { by: needed(names) };
    }
}

fn names(decoder: &mut Decoder<'_>, node: NodeId) -> List<super::super::file::Name> {
    decoder.list(node, text)
}
