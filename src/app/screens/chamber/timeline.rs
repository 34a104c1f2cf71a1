//! The debate as an axis; what is still to come shows no more than its stages.

use crate::app::views::PlaybackView;
use crate::app::widgets::{Marker, MarkerKind, Timeline, Transport};
use crate::council::StageName;
use crate::debate::{Event, EventKind};
use crate::session::{Session, Turn, TurnKind};

use super::branches;

/// Stages and markers.
#[derive(Debug)]
pub(super) struct Axis {
    stages: Vec<(usize, &'static str)>,
    markers: Vec<Marker>,
}

/// The axis of the debate.
pub(super) fn axis(session: &Session) -> Axis {
    let mut stages = Vec::new();
    let mut last: Option<StageName> = None;
    for (index, turn) in session.turns().iter().enumerate() {
        if last != Some(turn.stage) {
            // Before the first turn one already stands in the first stage.
            stages.push((if index == 0 { 0 } else { index + 1 }, turn.stage.label()));
            last = Some(turn.stage);
        }
    }
    let shown = session.turns().iter().take(session.cursor()).enumerate();
    let markers = shown.filter_map(|(index, turn)| {
        let kind = match turn.kind {
            TurnKind::Statement(_) => MarkerKind::Statement,
            TurnKind::Decision(_) | TurnKind::Signature(_) | TurnKind::Part(_) => MarkerKind::Vote,
            TurnKind::Ruling | TurnKind::Question(_) if is_voted_on(session, turn) => {
                MarkerKind::Vote
            }
            // Texts move in a round, as positions do in a statement.
            TurnKind::Round(_) | TurnKind::Silence(_) | TurnKind::Instructions(_) => {
                MarkerKind::Shift
            }
            TurnKind::Inject(_) => MarkerKind::Inject,
            TurnKind::Opening
            | TurnKind::Conclusion
            | TurnKind::Selection
            | TurnKind::Question(_)
            | TurnKind::Ruling
            | TurnKind::Closing
            | TurnKind::Exchange(..)
            | TurnKind::Pass(_) => return None,
        };
        Some(Marker { at: index + 1, kind })
    });
    let forks = branches::forks(session).into_iter();
    let forks = forks.map(|at| Marker { at, kind: MarkerKind::Fork });
    Axis { markers: markers.chain(forks).collect(), stages }
}

/// Whether a question of procedure was put to the vote at this turn.
fn is_voted_on(session: &Session, turn: &Turn) -> bool {
    let votes = |event: &Event| matches!(event.kind, EventKind::QuestionDecided { .. });
    session.events_of(turn).iter().any(votes)
}

impl Axis {
    /// The view of it.
    pub(super) fn view(&self, session: &Session) -> PlaybackView<'_> {
        PlaybackView {
            transport: Transport {
                playing: session.playback.is_playing(),
                can_go_back: session.cursor() > 0,
                can_go_on: !session.is_at_end(),
                speed: session.playback.speed() as f32,
            },
            timeline: Timeline {
                turns: session.turns().len(),
                position: session.cursor(),
                reached: session.cursor(),
                stages: &self.stages,
                markers: &self.markers,
            },
            seed: session.seed().0,
            is_watched: session.sees_all(),
            note: branches::stop_words(session),
        }
    }
}
