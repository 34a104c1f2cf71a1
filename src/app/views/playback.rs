//! The bottom of the chamber: move through the debate, see where it stands, and try other luck.

use eframe::egui::{Align, Button, Layout, Margin, Ui};

use crate::app::{
    theme::{Text, Tokens, rich, space},
    widgets::{Icon, Timeline, Transport, TransportClick, icon_button, timeline, transport},
};

/// Buttons, axis and seed.
#[derive(Clone, Copy, Debug)]
pub struct PlaybackView<'a> {
    pub transport: Transport,
    pub timeline: Timeline<'a>,
    pub seed: u64,
    /// Whether the debate can be held otherwise, or on other luck: not while it is played.
    pub is_watched: bool,
    /// Why playing stopped by itself.
    pub note: Option<&'a str>,
}

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PlaybackClick {
    Transport(TransportClick),
    Seek(usize),
    CopySeed,
    NewLuck,
    WhatIf,
}

/// With less room beside the buttons, the axis and the turn are all there is: what else stands in
/// the row is among the commands as well.
const ROOM_FOR_ALL: f32 = 600.0;
/// Why playing stopped needs more.
const ROOM_FOR_NOTE: f32 = 720.0;

/// Draws the row.
pub fn playback(ui: &mut Ui, tokens: &Tokens, view: &PlaybackView<'_>) -> Option<PlaybackClick> {
    let mut click = None;
    eframe::egui::Frame::new()
        .inner_margin(Margin { left: 12, right: 16, top: 8, bottom: 6 })
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                if let Some(asked) = transport(ui, tokens, &view.transport) {
                    click = Some(PlaybackClick::Transport(asked));
                }
                ui.add_space(space::S);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let room = ui.available_width();
                    let has_room = room >= ROOM_FOR_ALL && view.is_watched;
                    if has_room {
                        click = luck(ui, tokens, view.seed).or(click);
                        ui.add_space(space::S);
                        click = what_if(ui, tokens).or(click);
                        ui.add_space(space::S);
                    }
                    // How many there will be is not known while the debate is played.
                    let mut turn = if view.is_watched {
                        format!("{} of {}", view.timeline.position, view.timeline.turns)
                    } else {
                        format!("turn {}", view.timeline.position)
                    };
                    if let Some(note) = view.note.filter(|_| room >= ROOM_FOR_NOTE) {
                        turn = format!("{note} · {turn}");
                    }
                    ui.label(rich(turn, Text::Small, tokens.text_weak)).on_hover_text("Turn");
                    ui.add_space(space::XS);
                    let (_, seek) = timeline(ui, tokens, &view.timeline);
                    click = seek.map(PlaybackClick::Seek).or(click);
                });
            });
        });
    click
}

fn what_if(ui: &mut Ui, tokens: &Tokens) -> Option<PlaybackClick> {
    let button = Button::new(rich("What if…", Text::Body, tokens.text));
    let tip = "Makes a branch in which one thing is otherwise from here on";
    ui.add(button).on_hover_text(tip).clicked().then_some(PlaybackClick::WhatIf)
}

/// The seed, which names the luck of this debate, from right to left.
fn luck(ui: &mut Ui, tokens: &Tokens, seed: u64) -> Option<PlaybackClick> {
    let mut click = None;
    let button = Button::new(rich("New luck", Text::Body, tokens.text));
    let tip = "The same debate with the next seed, from the start";
    if ui.add(button).on_hover_text(tip).clicked() {
        click = Some(PlaybackClick::NewLuck);
    }
    ui.spacing_mut().item_spacing.x = space::XS;
    if icon_button(ui, tokens, Icon::Copy, "Copy the seed").clicked() {
        click = Some(PlaybackClick::CopySeed);
    }
    let tip = "The same scenario and seed give the same debate";
    ui.label(rich(format!("Seed {seed}"), Text::Small, tokens.text_weak)).on_hover_text(tip);
    click
}
