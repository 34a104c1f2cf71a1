//! The panel below the table: this turn, the record, what happened outside, the results.

use eframe::egui::{Align, Frame, Layout, Margin, Ui};

use crate::app::context::ViewCtx;
use crate::app::theme::space;
use crate::app::widgets::{Icon, icon_button, small_tabs};
use crate::session::Session;

use super::turn::TurnClick;
use super::{Chamber, FRAMES_TO_FOLLOW, parts, record, results, turn};

/// What the panel shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tab {
    #[default]
    Turn,
    Record,
    Outside,
    Results,
}

impl Tab {
    const ALL: [Self; 4] = [Self::Turn, Self::Record, Self::Outside, Self::Results];

    const fn title(self) -> &'static str {
        match self {
            Self::Turn => "This turn",
            Self::Record => "Record",
            Self::Outside => "Outside the chamber",
            Self::Results => "Results",
        }
    }
}

impl Chamber {
    /// Draws the panel.
    pub(super) fn bottom(
        &mut self,
        ctx: ViewCtx<'_>,
        session: &Session,
        turned: bool,
        ui: &mut Ui,
    ) {
        let tabs = Margin { left: 12, right: 20, top: 0, bottom: 4 };
        ui.spacing_mut().item_spacing.y = 0.0;
        Frame::new().inner_margin(tabs).show(ui, |ui| self.tabs(ctx, session, ui));
        let margin = Margin { left: 24, right: 20, top: 0, bottom: 8 };
        Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            match self.tab {
                Tab::Turn => {
                    let focus = self.focus(session);
                    let scene = turn::Scene { session, focus, expanded: self.expanded };
                    let click = turn::turn(ctx, scene, ui);
                    self.clicked(session, click);
                }
                Tab::Record => {
                    record::record(ctx, session, &mut self.reading, turned, ui);
                }
                Tab::Outside => record::outside(ctx, session, ui),
                Tab::Results => {
                    let focus = results::results(ctx, session, ui);
                    self.clicked(session, focus.map(TurnClick::Focus));
                }
            }
        });
    }

    fn clicked(&mut self, session: &Session, click: Option<TurnClick>) {
        match click {
            Some(TurnClick::Toggle) => self.expanded = !self.expanded,
            Some(TurnClick::Focus(outcome)) => self.chosen = Some((outcome, session.cursor())),
            Some(TurnClick::Results) => self.tab = Tab::Results,
            Some(TurnClick::Why(why, focus)) => {
                if let Some(outcome) = focus {
                    self.chosen = Some((outcome, session.cursor()));
                }
                // Reasons are private while a seat is played.
                self.why = Some(why).filter(|_| session.sees_all());
            }
            None => {}
        }
    }

    fn tabs(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        ui.horizontal(|ui| {
            let current = Tab::ALL.iter().position(|&tab| tab == self.tab).unwrap_or_default();
            let asked = small_tabs(ui, ctx.tokens, &Tab::ALL.map(Tab::title), current);
            if let Some(asked) = asked {
                self.tab = Tab::ALL[asked];
                // What was not on screen has not followed the debate.
                self.following = FRAMES_TO_FOLLOW;
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if parts::is_small(ui) {
                    // The panel has all the room there is, and the stage stands above it.
                    return;
                }
                let (icon, name) = if self.expanded {
                    (Icon::ChevronDown, "Smaller panel")
                } else {
                    (Icon::ChevronUp, "Larger panel")
                };
                if icon_button(ui, ctx.tokens, icon, name).clicked() {
                    self.expanded = !self.expanded;
                }
                let stage = session.turn().map_or("", |turn| turn.stage.label());
                parts::beside(ctx, stage, ui);
            });
        });
    }
}
