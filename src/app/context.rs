//! What a view may look at, and where it sends what it wants done.

use std::sync::mpsc::Sender;

use eframe::egui::Context;

use crate::session::Session;

use super::beside::Beside;
use super::clock::TurnClock;
use super::command::Command;
use super::library::Library;
use super::runs::Runs;
use super::settings::Settings;
use super::theme::Tokens;

/// Shared borrows of the app for one frame.
#[derive(Clone, Copy, Debug)]
pub struct ViewCtx<'a> {
    pub session: Option<&'a Session>,
    pub library: &'a Library,
    pub settings: &'a Settings,
    /// How long the turn of a player has lasted.
    pub clock: &'a TurnClock,
    /// Many runs of the debate, under way or over.
    pub runs: Option<&'a Runs>,
    /// Many debates with the model in a seat that was played.
    pub beside: &'a [Beside],
    pub tokens: &'static Tokens,
    pub mailbox: &'a Mailbox,
}

impl ViewCtx<'_> {
    /// Asks for a change; it is carried out before the next frame.
    pub fn send(self, command: Command) {
        self.mailbox.send(command);
    }
}

/// Where commands are put.
#[derive(Clone, Debug)]
pub struct Mailbox {
    sender: Sender<Command>,
    ctx: Context,
}

impl Mailbox {
    /// The entrance of a queue; `ctx` is told that there is something to do.
    pub(super) const fn new(sender: Sender<Command>, ctx: Context) -> Self {
        Self { sender, ctx }
    }

    /// Puts a command into the queue.
    pub fn send(&self, command: Command) {
        // The queue lives as long as the app: without it there is nobody to tell.
        drop(self.sender.send(command));
        self.ctx.request_repaint();
    }
}
