//! The window itself: its size, its name, and what is said where none can be opened.

use eframe::egui::{ViewportBuilder, vec2};

use super::theme::Motion;
use super::{App, Command, Source, yours};

const TITLE: &str = "Horseshoe";
const APP_ID: &str = "horseshoe";
/// The size of the window at the first start, in points.
pub(super) const SIZE: [f32; 2] = [1440.0, 900.0];
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
    let viewport = ViewportBuilder::default()
        .with_title(TITLE)
        .with_app_id(APP_ID)
        .with_inner_size(SIZE)
        .with_min_inner_size(vec2(1180.0, 760.0))
        .with_drag_and_drop(true);
    let options = eframe::NativeOptions {
        viewport,
        renderer: eframe::Renderer::Glow,
        ..eframe::NativeOptions::default()
    };
    let started = eframe::run_native(
        TITLE,
        options,
        Box::new(|creation| {
            let mut app = App::new(&creation.egui_ctx, Motion::Full);
            if let Some(folder) = yours::place(std::env::var_os(DATA), dirs::data_dir()) {
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
