//! Rules of adoption, the program of the meeting, and the parameters of the model.

use super::super::file::{AdoptionRule, Dynamics, Points, Rules, Stage, Threshold, WeightTest};
use super::super::spanned::Spanned;
use super::super::syntax::NodeId;
use super::scalars::{above, scale, text, whole, within};
use super::shapes::{choices, structures};
use super::words::{truth, word};
use super::{Decode, Decoder};

/// A factor on salience; five times as much attention is beyond any debate.
const MAX_FACTOR: f64 = 500.0;
/// Statements until heat has halved; more than any meeting has.
const MAX_HALF_LIFE: f64 = 1000.0;

structures! {
    WeightTest as "WeightTest" { weight: needed(text), threshold: needed(Decode::decode) }
    Dynamics as "Dynamics" {
        noise: optional(scale),
        threshold_yes: optional(within(-100.0, 100.0)),
        threshold_no: optional(within(-100.0, 100.0)),
        threshold_object: optional(within(-100.0, 100.0)),
        threshold_sign: optional(within(-100.0, 100.0)),
        bandwagon: optional(scale),
        consistency: optional(scale),
        sponsor_effect: optional(scale),
        persuasion: optional(scale),
        flexibility: optional(scale),
        flexibility_permanent: optional(scale),
        prompt: optional(within(0.0, MAX_FACTOR)),
        heat: optional(within(0.0, MAX_FACTOR)),
        heat_half_life: optional(above(0.0, MAX_HALF_LIFE)),
        spontaneity: optional(within(0.0, MAX_FACTOR)),
        backlash: optional(scale),
        confidence_bound: optional(scale),
        floor: optional(scale),
        points: optional(Points::decode),
    }
    Points as "Points" {
        candid: optional(whole(1, 20)),
        measured: optional(whole(1, 20)),
        guarded: optional(whole(1, 20)),
    }
}

choices! {
    Rules {
        word SecurityCouncil;
        settings Rules {
            forms: needed(|decoder: &mut Decoder<'_>, node| {
                decoder.entries(node, None, word, Decode::decode)
            }),
        };
    }
    AdoptionRule {
        word Consensus;
        word Signature;
        word Authority;
        settings Vote {
            threshold: needed(Decode::decode),
            base: optional(word),
            veto: optional(truth),
        };
        settings Weighted {
            tests: needed(|decoder: &mut Decoder<'_>, node| {
                decoder.list(node, WeightTest::decode)
            }),
            blocking_minority: optional(whole(0, 250)),
        };
    }
    Threshold {
        values Count(anything);
        values AtLeast(anything, anything);
        values MoreThan(anything, anything);
    }
    Stage {
        word JointStatements;
        word Opening;
        word Briefings;
        word InvitedStatements;
        word FurtherStatements;
        word Closing;
        word Action;
        settings MembersStatements { order: optional(word), president: optional(word) };
        settings Consultations { rounds: optional(whole(0, 50)) };
    }
}

/// A number of votes, or half of a fraction; which of them make sense is for a check to say.
fn anything(decoder: &mut Decoder<'_>, node: NodeId) -> Spanned<u32> {
    whole(0, u32::MAX)(decoder, node)
}
