//! Moving along the timeline: by turn, statement, stage or vote.

use super::{Turn, TurnKind};

/// By what one moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// By one turn.
    Turn,
    /// To a statement.
    Statement,
    /// To the first turn of a stage.
    Stage,
    /// To a turn in which something is decided by a vote, by consensus or by signature.
    Vote,
}

/// Which way one moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Toward the beginning.
    Back,
    /// Toward the end.
    On,
}

impl Turn {
    /// Whether a delegation has its turn to speak.
    pub const fn is_statement(&self) -> bool {
        matches!(self.kind, TurnKind::Statement(_) | TurnKind::Pass(_))
    }

    /// Whether a text, or a part of it, is decided.
    pub const fn is_vote(&self) -> bool {
        matches!(self.kind, TurnKind::Decision(_) | TurnKind::Signature(_) | TurnKind::Part(_))
    }
}

/// The place of the cursor that a move from `cursor` leads to: `cursor` itself, where there is
/// nothing to move to.
pub(super) fn target(turns: &[Turn], cursor: usize, (by, way): (Move, Way)) -> usize {
    let is_wanted = |at: usize| match by {
        Move::Turn => true,
        Move::Statement => turns[at].is_statement(),
        Move::Stage => at == 0 || turns[at].stage != turns[at - 1].stage,
        Move::Vote => turns[at].is_vote(),
    };
    let found = match way {
        Way::On => (cursor..turns.len()).find(|&at| is_wanted(at)),
        Way::Back => (0..cursor.saturating_sub(1)).rev().find(|&at| is_wanted(at)),
    };
    match (found, way) {
        (Some(at), _) => at + 1,
        // Before the first turn there is the meeting that has not begun.
        (None, Way::Back) if matches!(by, Move::Turn | Move::Stage) => 0,
        (None, _) => cursor,
    }
}
