//! The projector view: public information only.

use eframe::egui::Key;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use horseshoe::app::{Command, Screen};

use super::{chamber, press, says, session};

#[test]
fn the_back_row_sees_who_speaks_and_what_was_declared_and_nothing_private() {
    let mut harness = chamber();
    harness.state().send(Command::Show(Screen::Projector));
    harness.run();
    assert!(says(&harness, "The meeting has not been opened"));
    let turns = session(&harness).turns().len();
    let mut in_favor = 0;
    for _ in 0..turns {
        press(&mut harness, Key::ArrowRight);
        for node in harness.query_all(By::new()) {
            let node = node.accesskit_node();
            let words = node.label().or(node.value()).unwrap_or_default();
            // Chances and risks come from private positions, and are written with a per cent sign.
            assert!(!words.contains('%') && !words.contains("hance of"), "{words}");
        }
        assert!(says(&harness, "Simulated. A teaching model"));
        in_favor += harness.query_all_by_label_contains(", in favour").count();
    }
    assert!(session(&harness).is_over());
    assert!(in_favor > 0, "what was declared is shown");
    press(&mut harness, Key::Escape);
    assert_eq!(harness.state().screen(), Screen::Chamber);
}
