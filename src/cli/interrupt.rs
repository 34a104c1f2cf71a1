//! The first Ctrl+C ends long work and shows what there is; the second ends the program.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

static INTERRUPTED: AtomicBool = AtomicBool::new(false);
static HANDLED: OnceLock<()> = OnceLock::new();

/// The flag that the first Ctrl+C sets.
pub(super) fn flag() -> &'static AtomicBool {
    HANDLED.get_or_init(|| {
        // Where signals cannot be handled, Ctrl+C ends the program at once, as it always did.
        drop(ctrlc::set_handler(|| {
            if INTERRUPTED.swap(true, Ordering::Relaxed) {
                std::process::abort();
            }
        }));
    });
    &INTERRUPTED
}
