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
                    click = luck(ui, tokens, view.seed).or(click);
                    ui.add_space(space::S);
                    let button = Button::new(rich("What if…", Text::Body, tokens.text));
                    let tip = "Makes a branch in which one thing is otherwise from here on";
                    if ui.add(button).on_hover_text(tip).clicked() {
                        click = Some(PlaybackClick::WhatIf);
                    }
                    ui.add_space(space::S);
                    let mut turn = format!("{} of {}", view.timeline.position, view.timeline.turns);
                    if let Some(note) = view.note {
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
