//! What is saved of a debate: by keyboard from the Debrief, as the command line writes it, and only
//! what those who look may see.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser as _;
use eframe::egui::{Key, Modifiers};
use egui_kittest::{Harness, kittest::Queryable as _};
use horseshoe::app::{App, Command, Overlay, PlaybackCommand, Screen, SeatCommand};
use horseshoe::cli::{self, Console, Status};
use horseshoe::council::DelegationId;
use horseshoe::debate::EventKind;
use horseshoe::report::document::{Part, Written};
use horseshoe::session::Matter;

use super::data::Data;
use super::play::key_on;
use super::{press, says, session, settle, window};

fn send(harness: &mut Harness<'static, App>, command: Command) {
    harness.state().send(command);
    harness.run();
}

fn who(harness: &Harness<'static, App>, id: &str) -> DelegationId {
    session(harness).scenario().delegation(id).expect("it takes part")
}

/// The first bundled scenario, played in these seats until a matter of this kind waits, or to its
/// end.
fn played(data: &Data, seats: &[&str], wanted: fn(&Matter) -> bool) -> Harness<'static, App> {
    let mut harness = data.window();
    press(&mut harness, Key::Enter);
    let seats = seats.iter().map(|id| who(&harness, id)).collect();
    send(&mut harness, Command::Seat(SeatCommand::Sit { seats, presides: false }));
    loop {
        send(&mut harness, Command::Playback(PlaybackCommand::ToEnd));
        match session(&harness).due() {
            Some(due) if !wanted(&due.matter) => {
                send(&mut harness, Command::Seat(SeatCommand::Finish));
            }
            _ => return harness,
        }
    }
}

/// The files in the folder for exports with this ending.
fn exports(data: &Data, ending: &str) -> Vec<PathBuf> {
    let Ok(files) = fs::read_dir(data.0.join("exports")) else { return Vec::new() };
    let mut files: Vec<PathBuf> = files.map(|it| it.expect("a file").path()).collect();
    files.retain(|path| path.to_string_lossy().ends_with(ending));
    files.sort();
    files
}

/// What the command line writes of a record.
fn by_command_line(record: &Path, more: &[&str], extension: &str) -> String {
    let output = record.with_file_name(format!("by-command-line.{extension}"));
    let mut arguments = vec!["horseshoe", "report"];
    let (record, to) = (record.display().to_string(), output.display().to_string());
    arguments.push(&record);
    arguments.extend_from_slice(more);
    arguments.extend_from_slice(&["-o", &to]);
    let args = cli::args::Args::try_parse_from(arguments).expect("the arguments are right");
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut console = Console { out: &mut out, err: &mut err, color: false, watched: false };
    let command = args.command.expect("a command is named");
    assert_eq!(cli::run(&command, &mut console).expect("it writes to memory"), Status::Done);
    let text = fs::read_to_string(&output).expect("it was written");
    fs::remove_file(output).expect("it is there");
    text
}

/// Saves through the dialog, by keyboard.
fn save(harness: &mut Harness<'static, App>, what: &str, form: &str) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::R);
    harness.run();
    assert!(says(harness, "Save a report"));
    key_on(harness, what, Key::Space);
    key_on(harness, form, Key::Space);
    key_on(harness, "Save", Key::Enter);
    settle(harness);
    assert!(says(harness, "Saved as"), "{what}, {form}");
    assert!(says(harness, "Show the folder"));
}

#[test]
fn from_the_debrief_each_kind_of_file_is_saved_by_keyboard_as_the_command_line_writes_it() {
    let data = Data::new("reports");
    let mut harness = played(&data, &["SVN"], |_| false);
    press(&mut harness, Key::Num5);
    assert_eq!(harness.state().screen(), Screen::Debrief);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    settle(&mut harness);
    let record = exports(&data, ".record").remove(0);
    let report = "The report of the debate";
    let (sheet, meeting) = ("The sheet of a seat", "The simulated record");
    let seat: &[&str] = &["--seat", "SVN"];
    let part: &[&str] = &["--part", "record"];
    for (what, form, more, ending) in [
        (report, "Page (HTML)", &[] as &[&str], "-report.html"),
        (report, "Text (Markdown)", &[], "-report.md"),
        (report, "Data (JSON)", &[], "-report.json"),
        (report, "Table (CSV)", &[], "-table.csv"),
        (sheet, "Page (HTML)", seat, "-sheet-svn.html"),
        (sheet, "Text (Markdown)", seat, "-sheet-svn.md"),
        (meeting, "Page (HTML)", part, "-simulated-record.html"),
        (meeting, "Text (Markdown)", part, "-simulated-record.md"),
    ] {
        save(&mut harness, what, form);
        let saved = exports(&data, ending).remove(0);
        let text = fs::read_to_string(saved).expect("it is text");
        let extension = ending.rsplit('.').next().expect("it has one");
        let mut other = by_command_line(&record, more, extension);
        if extension == "csv" {
            // The command line names the file as it was given, the window without its folder.
            let folder = format!("{}/", record.parent().expect("a folder").display());
            other = other.replace(&folder, "");
        }
        assert!(text == other, "{what}, {form}");
    }
    save(&mut harness, meeting, "Text (Markdown)");
    assert_eq!(exports(&data, ".md").len(), 4, "nothing is overwritten");
    assert!(exports(&data, ".part").is_empty(), "nothing is half written");
}

#[test]
fn while_a_seat_is_played_only_what_it_knows_is_saved() {
    let data = Data::new("reports-played");
    let mut harness = played(&data, &["SVN"], |matter| *matter == Matter::Floor);
    let (own, other) = (who(&harness, "SVN"), who(&harness, "JPN"));
    for refused in [
        Written::Page(Part::Report),
        Written::Data,
        Written::Table,
        Written::Text(Part::Record),
        Written::Text(Part::Heard(vec![other])),
        Written::Text(Part::Seat(other)),
    ] {
        send(&mut harness, Command::SaveReport(refused.clone()));
        settle(&mut harness);
        let ending = format!(".{}", refused.extension());
        assert!(exports(&data, &ending).is_empty(), "{refused:?}");
    }
    send(&mut harness, Command::Overlay(Overlay::Report));
    assert!(says(&harness, "It can be saved when the debate is over."));
    press(&mut harness, Key::Escape);
    assert!(!says(&harness, "Save a report"), "Escape closes it");
    save(&mut harness, "The sheet of a seat", "Text (Markdown)");
    let sheet = fs::read_to_string(exports(&data, "-sheet-svn.md").remove(0)).expect("text");
    assert!(sheet.contains("# Seat sheet: Slovenia") && sheet.contains("was not over"));
    assert!(!sheet.contains("does not verify"), "{sheet}");
    save(&mut harness, "The simulated record", "Text (Markdown)");
    let told = fs::read_to_string(exports(&data, "-record.md").remove(0)).expect("text");
    let truth = session(&harness).truth();
    let asked = truth.events.iter().filter_map(|event| match &event.kind {
        EventKind::SoundingTaken(it) if it.by != own && it.of != own => Some(it),
        _ => None,
    });
    assert!(asked.count() > 0, "others sounded one another out");
    assert!(!told.contains("sounded out"), "{told}");
}

#[test]
fn of_several_seats_no_sheet_is_saved_before_one_takes_its_turn() {
    let data = Data::new("reports-several");
    let mut harness = played(&data, &["SVN", "MOZ"], |matter| *matter == Matter::Soundings);
    send(&mut harness, Command::Overlay(Overlay::Report));
    assert!(says(&harness, "It can be saved when it is the seat’s turn, or at the end."));
}

#[test]
fn without_a_debate_the_dialog_says_where_to_find_one() {
    let mut harness = window();
    send(&mut harness, Command::Overlay(Overlay::Report));
    assert!(says(&harness, "No debate is open."));
    key_on(&mut harness, "Close", Key::Enter);
    assert!(!says(&harness, "No debate is open."));
}

#[test]
fn without_a_folder_nothing_can_be_saved_and_the_way_out_is_named() {
    let mut harness = window();
    press(&mut harness, Key::Enter);
    send(&mut harness, Command::Overlay(Overlay::Report));
    assert!(says(&harness, "name one in HORSESHOE_DATA"));
    assert!(harness.query_by_label("Save").is_some());
}
