//! The window itself: its size, its name, and what is said where none can be opened.

use eframe::egui::{Ui, ViewportBuilder, ViewportCommand, ViewportId, vec2};

use super::command::LookCommand;
use super::context::ViewCtx;
use super::screens::Screens;
use super::settings::{Place, Settings};
use super::theme::Motion;
use super::{App, Command, Source, crash, shell, yours};

const TITLE: &str = "Horseshoe";
const APP_ID: &str = "horseshoe";
/// The size of the window at the first start, in points.
pub(super) const SIZE: [f32; 2] = [1440.0, 900.0];
/// In a smaller window the screens would hide too much of themselves.
const LEAST: [f32; 2] = [900.0, 600.0];
/// Names the folder for a person's own data, in the place of the platform's.
const DATA: &str = "HORSESHOE_DATA";

/// Opens the window, with the scenario of `file` if there is one; returns when it is closed.
///
/// # Errors
/// A sentence with the way out, when there is no display or it cannot be drawn on.
pub fn open_window(file: Option<&str>) -> Result<(), String> {
    if !has_display() {
        return Err(without_window("there is no display"));
    }
    let file = file.map(str::to_owned);
    let folder = yours::place(std::env::var_os(DATA), dirs::data_dir());
    let place = folder.as_deref().and_then(|folder| Settings::read(folder).0.place);
    crash::install(folder.clone());
    let options = eframe::NativeOptions {
        viewport: viewport(place),
        renderer: eframe::Renderer::Glow,
        ..eframe::NativeOptions::default()
    };
    let started = eframe::run_native(
        TITLE,
        options,
        Box::new(|creation| {
            let mut app = App::new(&creation.egui_ctx, Motion::Full);
            if let Some(folder) = folder {
                app = app.with_folder(folder, &creation.egui_ctx);
            }
            if let Some(file) = file {
                app.send(Command::Open(Source::Named(file)));
            }
            Ok(Box::new(app))
        }),
    );
    started.map_err(|fault| {
        // The toolkit puts its own source places first, and what is the matter last.
        let fault = fault.to_string();
        let matter = fault.rsplit(": ").next().unwrap_or(&fault);
        without_window(&format!("no window can be opened ({matter})"))
    })
}

/// The window as it was left, or as it first is.
fn viewport(place: Option<Place>) -> ViewportBuilder {
    let size = place.map_or(SIZE, |place| place.size);
    let mut viewport = ViewportBuilder::default()
        .with_title(TITLE)
        .with_app_id(APP_ID)
        .with_inner_size(size)
        .with_min_inner_size(LEAST)
        .with_drag_and_drop(true);
    if let Some(place) = place {
        viewport = viewport.with_maximized(place.maximized);
        // A place left of or above everything belongs to a screen that may be gone.
        if let Some(position) = place.position.filter(|at| at[0] >= 0.0 && at[1] >= 0.0) {
            viewport = viewport.with_position(position);
        }
    }
    viewport
}

/// The second window, for the back row: closing it closes it alone.
pub(super) fn second(ctx: ViewCtx<'_>, screens: &Screens, ui: &Ui) {
    let viewport = ViewportBuilder::default()
        .with_title("Horseshoe: projector view")
        .with_app_id(APP_ID)
        .with_inner_size(vec2(1280.0, 720.0));
    let id = ViewportId::from_hash_of("projector");
    ui.show_viewport_immediate(id, viewport, |ui, _class| {
        screens.projector(ctx, ui);
        for command in shell::keys(ui.ctx(), ctx.session) {
            match command {
                Command::Leave | Command::Projector => ctx.send(Command::Projector),
                Command::Look(LookCommand::FullScreen) => {
                    let full = ui.input(|input| input.viewport().fullscreen == Some(true));
                    ui.send_viewport_cmd(ViewportCommand::Fullscreen(!full));
                }
                // What lies over a screen belongs to the first window.
                Command::Overlay(_) => {}
                other => ctx.send(other),
            }
        }
        if ui.input(|input| input.viewport().close_requested()) {
            ctx.send(Command::Projector);
        }
    });
}

/// On most systems there is always a display; on Linux and its kin the session names it.
fn has_display() -> bool {
    let named = |variable: &str| std::env::var_os(variable).is_some_and(|value| !value.is_empty());
    cfg!(any(target_os = "macos", target_os = "windows"))
        || ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"].into_iter().any(named)
}

fn without_window(why: &str) -> String {
    format!(
        "{why}; the commands that need none are list, check, explain, run, forecast, ensemble, \
         picture and others (see `horseshoe --help`)"
    )
}
