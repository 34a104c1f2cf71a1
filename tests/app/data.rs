//! A folder for the program's data that belongs to one test.

use std::fs;
use std::path::PathBuf;

use egui_kittest::Harness;
use horseshoe::app::App;
use horseshoe::app::theme::Motion;

use super::settle;

/// The folder, gone when the test ends.
pub(super) struct Data(pub(super) PathBuf);

impl Data {
    /// The folder of the test of this name, which nobody has made yet.
    pub(super) fn new(name: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("horseshoe-data-{name}-{}", std::process::id()));
        drop(fs::remove_dir_all(&folder));
        Self(folder)
    }

    /// The window of a person with this folder.
    pub(super) fn window(&self) -> Harness<'static, App> {
        window_with(self.0.clone())
    }
}

/// The window of a person whose data are in `folder`.
pub(super) fn window_with(folder: PathBuf) -> Harness<'static, App> {
    let mut harness =
        Harness::builder().with_size([1280.0, 800.0]).with_max_steps(24).build_eframe(|creation| {
            let ctx = &creation.egui_ctx;
            App::new(ctx, Motion::Reduced).with_folder(folder, ctx)
        });
    settle(&mut harness);
    harness
}

impl Drop for Data {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}
