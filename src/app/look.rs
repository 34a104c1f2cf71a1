//! How the window looks, and what of it is remembered.

use eframe::egui::{Context, Rect, Theme, ViewportCommand};

use super::App;
use super::command::{HintCommand, LookCommand};
use super::settings::{Place, Settings, ThemeChoice};

impl App {
    /// Changes the look.
    pub(super) fn change_look(&mut self, command: LookCommand, ctx: &Context) {
        let settings = &mut self.settings;
        match command {
            LookCommand::SwitchTheme => {
                settings.theme = match ctx.theme() {
                    Theme::Dark => ThemeChoice::Light,
                    Theme::Light => ThemeChoice::Dark,
                };
            }
            LookCommand::FollowDesktop => settings.theme = ThemeChoice::System,
            LookCommand::SwitchContrast => settings.strong_contrast = !settings.strong_contrast,
            LookCommand::SwitchMotion => settings.reduced_motion = !settings.reduced_motion,
            LookCommand::Larger => settings.scale = settings.scale_beside(true),
            LookCommand::Smaller => settings.scale = settings.scale_beside(false),
            LookCommand::UsualSize => settings.scale = 100,
            LookCommand::FullScreen => {
                let full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
                return ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!full));
            }
        }
        self.settings.dress(ctx);
    }

    /// What becomes of first hints.
    pub(super) fn hint(&mut self, command: HintCommand) {
        match command {
            HintCommand::Read => self.settings.read_hint(self.screens.current()),
            HintCommand::Off => self.settings.hints = false,
            HintCommand::Again => {
                self.settings.hints = true;
                self.settings.hints_read.clear();
            }
        }
    }

    /// Writes the settings, if they have changed and are not being written.
    pub(super) fn remember(&mut self, ctx: &Context) {
        if let Some(place) = place(ctx) {
            self.settings.place = Some(Place {
                // What a full window covers is not the size to come back to.
                size: if place.maximized { self.usual_size() } else { place.size },
                ..place
            });
        }
        self.settings.recent = self.library.kept();
        let Some(folder) = &self.folder else { return };
        if self.settings != self.written && !self.jobs.is_running(super::jobs::Lane::Settings) {
            self.written = self.settings.clone();
            self.jobs.write(self.settings.clone(), folder.clone(), ctx);
        }
    }

    fn usual_size(&self) -> [f32; 2] {
        self.settings.place.map_or(super::window::SIZE, |place| place.size)
    }

    /// Writes the settings at once: the window is closing.
    pub(super) fn remember_now(&self) {
        let changed = self.settings != self.written;
        if let Some(folder) = self.folder.as_ref().filter(|_| changed)
            && let Err(fault) = self.settings.write(folder)
        {
            // There is no window left to tell it.
            drop(std::io::Write::write_fmt(
                &mut std::io::stderr(),
                format_args!("warning: {fault}\n"),
            ));
        }
    }

    /// The app with what was set before, read from `folder`.
    pub(super) fn with_settings(&mut self, settings: Settings, ctx: &Context) {
        self.written = settings.clone();
        let calm = self.settings.reduced_motion;
        self.settings = Settings { reduced_motion: calm || settings.reduced_motion, ..settings };
        self.settings.dress(ctx);
    }
}

/// Where the window is, as far as the desktop tells.
fn place(ctx: &Context) -> Option<Place> {
    let zoom = ctx.zoom_factor();
    ctx.input(|input| {
        let viewport = input.viewport();
        if viewport.minimized == Some(true) || viewport.fullscreen == Some(true) {
            return None;
        }
        let inner: Rect = viewport.inner_rect?;
        let outer = viewport.outer_rect.map(|rect| [rect.min.x * zoom, rect.min.y * zoom]);
        Some(Place {
            size: [inner.width() * zoom, inner.height() * zoom],
            position: outer,
            maximized: viewport.maximized == Some(true),
        })
    })
}
