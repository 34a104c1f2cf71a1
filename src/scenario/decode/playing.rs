//! What the class plays with: injects, seats with objectives, and questions.

use super::super::file::{Effect, Inject, Objective, Quiz, Seat, StageName, When};
use super::scalars::{scale, signed, text, whole, within};
use super::shapes::{choices, structures};
use super::words::{truth, word};
use super::{Decode, Decoder};

/// More statements than a meeting can have.
const MAX_STATEMENTS: u32 = 10_000;

structures! {
    Inject as "Inject" {
        title: needed(text),
        text: optional(text),
        when: needed(Decode::decode),
        probability: optional(scale),
        effects: listed(Decode::decode),
    }
    Seat as "Seat" { brief: optional(text), objectives: listed(Decode::decode) }
    Quiz as "Quiz" {
        text: needed(text),
        choices: needed(|decoder: &mut Decoder<'_>, node| decoder.list(node, text)),
        answer: needed(whole(0, u32::MAX)),
        because: optional(text),
    }
}

choices! {
    When {
        word ByHand;
        settings OnResult { outcome: needed(text), result: needed(word) };
        values AfterStatement(whole(1, MAX_STATEMENTS));
        values AtStage(word::<StageName>);
        values AtRandom(scale);
    }
    Effect {
        settings Salience { issue: needed(text), by: needed(signed) };
        settings Heat { issue: needed(text), by: needed(signed) };
        settings Position { member: needed(text), issue: needed(text), by: needed(signed) };
        settings Influence { member: needed(text), by: needed(signed) };
        settings PointOfOrder { member: needed(text), challenge: optional(truth) };
        settings ObjectionToAgenda { member: needed(text) };
    }
    Objective {
        settings Adopted { outcome: needed(text), points: needed(points) };
        settings NotAdopted { outcome: needed(text), points: needed(points) };
        settings Support {
            outcome: needed(text),
            at_least: needed(whole(0, 250)),
            points: needed(points),
        };
        settings KeepRedLines { points: needed(points) };
        settings Raise { issue: needed(text), points: needed(points) };
        settings NotIsolated { points: needed(points) };
    }
}

/// The points an objective is worth.
fn points(
    decoder: &mut Decoder<'_>,
    node: super::super::syntax::NodeId,
) -> super::super::file::Number {
    within(0.0, 1000.0)(decoder, node)
}
