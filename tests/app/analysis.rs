//! The analysis: figures by name and by key, what is chosen in them, their files, and many runs.

use std::fs;
use std::path::PathBuf;

use eframe::egui::{Key, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use horseshoe::app::{App, Command, PlaybackCommand, Screen};
use horseshoe::report::charts::Chart;
use horseshoe::scenario::library::BUNDLED;

use super::data::Data;
use super::layout::assert_legible;
use super::{chamber, click, press, says, session, settle, sized};

/// The analysis after so many turns.
fn analysis(turns: usize) -> Harness<'static, App> {
    let mut harness = chamber();
    show(&mut harness, turns);
    harness
}

fn show(harness: &mut Harness<'static, App>, turns: usize) {
    harness.state().send(Command::Playback(PlaybackCommand::Seek(turns)));
    harness.state().send(Command::Show(Screen::Analysis));
    harness.run();
}

/// The analysis in a window of a person with a folder.
fn analysis_of(data: &Data) -> Harness<'static, App> {
    let mut harness = data.window();
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::Enter);
    show(&mut harness, 12);
    harness
}

/// What was exported.
fn files(data: &Data) -> Vec<PathBuf> {
    let entries = fs::read_dir(data.0.join("exports")).expect("the folder was made");
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.expect("it can be read").path()).collect();
    files.sort();
    files
}

#[test]
fn each_figure_is_found_by_its_name_and_says_what_it_shows() {
    let mut harness = analysis(22);
    for chart in Chart::ALL {
        harness.get_by_role_and_label(Role::Tab, chart.name()).click();
        harness.run();
        harness.run();
        if chart.needs_ensemble() {
            assert!(says(&harness, "Nothing has been run yet"), "{chart:?}");
            continue;
        }
        let pictures = harness.query_all_by_role(Role::Image);
        let names: Vec<String> = pictures.filter_map(|it| it.accesskit_node().label()).collect();
        assert!(names.iter().any(|name| name.contains("? ")), "{chart:?}: {names:?}");
        for words in ["What it answers", "How to read it", "What it does not show"] {
            assert!(says(&harness, words), "{chart:?}: {words}");
        }
        assert!(says(&harness, "Simulated. A teaching model, not a prediction."), "{chart:?}");
    }
}

#[test]
fn figures_are_reached_by_the_keyboard_alone() {
    let mut harness = analysis(22);
    let chosen = |harness: &Harness<'static, App>| {
        let tab = harness.get_by_role_and_label(Role::Tab, Chart::Power.name());
        tab.accesskit_node().is_selected() == Some(true)
    };
    let focused = |harness: &Harness<'static, App>| {
        harness.get_by_role_and_label(Role::Tab, Chart::Power.name()).accesskit_node().is_focused()
    };
    for _ in 0..60 {
        if focused(&harness) {
            break;
        }
        press(&mut harness, Key::Tab);
    }
    assert!(focused(&harness));
    press(&mut harness, Key::Enter);
    assert!(chosen(&harness));
    assert!(says(&harness, "How much voting power"));
}

#[test]
fn every_figure_is_legible_at_the_sizes_people_have() {
    for size in [[1180.0, 760.0], [1280.0, 800.0], [1920.0, 1080.0]] {
        let mut harness = sized(size);
        press(&mut harness, Key::Enter);
        press(&mut harness, Key::Enter);
        for turns in [0, 22, usize::MAX] {
            show(&mut harness, turns);
            for chart in Chart::ALL {
                harness.state().send(Command::ShowFigure(chart));
                harness.run();
                harness.run();
                assert_legible(&harness, &format!("{chart:?}, turn {turns} at {size:?}"));
            }
        }
    }
}

#[test]
fn the_table_behind_a_figure_can_be_read() {
    let mut harness = analysis(22);
    click(&mut harness, "Table");
    harness.get_by_label("Position, 0 to 100");
    assert!(harness.query_all_by_label("Russian Federation").count() > 0);
    click(&mut harness, "Picture");
    assert!(harness.query_by_label("Position, 0 to 100").is_none());
}

#[test]
fn the_panel_tells_of_the_delegation_that_is_chosen() {
    let mut harness = analysis(22);
    let president = session(&harness).scenario().president;
    let name = session(&harness).scenario().members[president].name.short.clone();
    harness.get_by_label(&format!("Delegation: {name}")).click();
    harness.run();
    click(&mut harness, "Algeria");
    harness.get_by_label("Delegation: Algeria");
    for words in ["What moved it most", "What it would decide", "Where it stands"] {
        harness.get_by_label(words);
    }
}

#[test]
fn a_figure_is_saved_under_new_names_with_its_provenance() {
    let place = Data::new("files");
    let mut harness = analysis_of(&place);
    for kind in ["SVG", "CSV", "PNG", "SVG"] {
        click(&mut harness, kind);
        settle(&mut harness);
        assert!(says(&harness, "Saved as "), "{kind}");
    }
    let files = files(&place);
    let names: Vec<String> = files
        .iter()
        .map(|path| path.file_name().expect("it has a name").to_string_lossy().into_owned())
        .collect();
    let stem = format!("{}-members-seed-1-turn-12", BUNDLED[0].id);
    let wanted: Vec<String> =
        ["-2.svg", ".csv", ".png", ".svg"].map(|end| format!("{stem}{end}")).to_vec();
    assert_eq!(names, wanted);
    for path in files {
        let bytes = fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let digest = &session(&harness).scenario().digest[..12];
        for words in [digest, "Simulated. A teaching model, not a prediction."] {
            assert!(text.contains(words), "{}: {words}", path.display());
        }
    }
}

#[test]
fn many_runs_come_in_beside_the_window_and_belong_to_their_scenario() {
    let mut harness = analysis(22);
    harness.state().send(Command::ShowFigure(Chart::Ensemble));
    harness.run();
    click(&mut harness, "Run 1,000");
    settle(&mut harness);
    harness.run();
    assert!(says(&harness, "What becomes of each text over 1,000 runs?"));
    assert_eq!(harness.state().runs().map(horseshoe::app::Runs::done), Some(1_000));
    harness.state().send(Command::ShowFigure(Chart::Hangs));
    harness.run();
    harness.run();
    assert!(says(&harness, "On which uncertain position"));
    // Another scenario has no runs of its own yet.
    harness.state().send(Command::Open(horseshoe::app::Source::Bundled(BUNDLED[1].id)));
    harness.run();
    settle(&mut harness);
    assert!(harness.state().runs().is_none());
}

#[test]
fn many_runs_show_how_far_they_are_and_can_be_stopped() {
    let mut harness = analysis(0);
    harness.state().send(Command::ShowFigure(Chart::Ensemble));
    harness.state().send(Command::RunMany { runs: 10_000_000, varied: false });
    // What is under way asks for frames without end.
    harness.step();
    harness.step();
    harness.step();
    assert!(says(&harness, "of 10,000,000 runs"));
    harness.get_by_label("Cancel").click();
    harness.step();
    harness.step();
    settle(&mut harness);
    let runs = harness.state().runs().expect("they stay");
    assert!(runs.is_over() && runs.is_cancelled() && runs.done() < 10_000_000);
}
