//! Files that are written from what is on screen, into a folder of a person's own.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::Context;

use crate::report::document::{Made, Standings, html, json, markdown, report};
use crate::report::figure::Figure;
use crate::report::{csv, svg};

use super::App;
use super::command::{Command, FileKind, ReportKind, Source};
use super::library::Library;
use super::picture::png;
use super::raster::render;
use super::shell::{Message, Severity};
use super::theme::{self, Motion};
use super::views::{sheet, sheet_size};

/// Beside so many debates with the model in it a seat stands in a report.
const RUNS_OF_A_SEAT: u64 = 1_000;
/// Pixels for each point of a picture that is saved.
const SHARPNESS: f32 = 2.0;

impl Library {
    /// The folder for exports, beside that of a person's scenarios.
    pub fn exports(&self) -> Option<PathBuf> {
        let scenarios = self.yours.as_ref()?.path.parent()?;
        Some(scenarios.join("exports"))
    }
}

impl App {
    /// Saves a figure under a new name, in the folder for exports.
    pub(super) fn save_figure(&mut self, figure: &Arc<Figure>, kind: FileKind, ctx: &Context) {
        let Some(folder) = self.library.exports() else {
            let text = "There is no folder to save in: name one in HORSESHOE_DATA.".to_owned();
            return self.shell.say(Severity::Warning, text);
        };
        let stem = self.stem(figure);
        let (figure, theme) = (Arc::clone(figure), ctx.theme());
        let extension = match kind {
            FileKind::Png => "png",
            FileKind::Svg => "svg",
            FileKind::Csv => "csv",
        };
        let make = move || match kind {
            FileKind::Svg => Ok(svg(&figure).into_bytes()),
            FileKind::Csv => Ok(csv(&figure)),
            FileKind::Png => {
                let image = render(
                    |ctx| theme::apply(ctx, Motion::Reduced),
                    sheet_size(&figure),
                    SHARPNESS,
                    theme,
                    |ui| sheet(ui, theme::tokens(ui), &figure),
                );
                png(&image, &figure.provenance.fields())
                    .map_err(|fault| format!("the picture cannot be encoded: {fault}"))
            }
        };
        self.jobs.save((folder, stem, extension), make, ctx);
    }

    /// Saves the report of the branch that is looked at, under a new name. Where people played, each
    /// seat stands beside many debates with the model in it.
    pub(super) fn save_report(&mut self, kind: ReportKind, ctx: &Context) {
        let Some(session) = self.session.as_ref().filter(|session| session.is_over()) else {
            let text = "The report is written when the debate is over.".to_owned();
            return self.shell.say(Severity::Warning, text);
        };
        let Some(folder) = self.library.exports() else {
            let text = "There is no folder to save in: name one in HORSESHOE_DATA.".to_owned();
            return self.shell.say(Severity::Warning, text);
        };
        let record = session.truth().clone();
        let open = self.library.open.as_ref().map(Source::short_name);
        let open = open.unwrap_or_else(|| "debate".to_owned());
        let stem = format!("{}-seed-{}-report", open.trim_end_matches(".ron"), record.seed.0);
        let extension = match kind {
            ReportKind::Html => "html",
            ReportKind::Markdown => "md",
            ReportKind::Json => "json",
        };
        let summary = session.papers().summary.clone();
        let make = move || {
            let standings = Standings::new(RUNS_OF_A_SEAT).of(&record);
            let made = Made { standings, summary, ..Made::default() };
            Ok(match kind {
                ReportKind::Html => html(&report(&record, &made)).into_bytes(),
                ReportKind::Markdown => markdown(&report(&record, &made)).into_bytes(),
                ReportKind::Json => json(&record, &made).to_string().into_bytes(),
            })
        };
        self.jobs.save((folder, stem, extension), make, ctx);
    }

    /// Saves the figure that is on screen.
    pub(super) fn save_shown(&mut self, kind: FileKind, ctx: &Context) {
        match self.screens.figure() {
            Some(figure) => self.save_figure(&figure, kind, ctx),
            None => self.shell.say(Severity::Warning, "There is no figure to save.".to_owned()),
        }
    }

    /// "unsc-cyber-2024-members-seed-1-turn-22".
    fn stem(&self, figure: &Figure) -> String {
        let open = self.library.open.as_ref().map_or_else(
            || "scenario".to_owned(),
            |source| {
                let name = source.short_name();
                name.strip_suffix(".ron").map_or(name.clone(), str::to_owned)
            },
        );
        let open: String = open
            .chars()
            .map(|it| if it.is_alphanumeric() || it == '-' { it } else { '-' })
            .collect();
        let turn =
            figure.provenance.turn.map_or(String::new(), |(turn, _)| format!("-turn-{turn}"));
        format!("{open}-{}-seed-{}{turn}", figure.key, figure.provenance.seed)
    }

    /// Tells where a file was saved.
    pub(super) fn saved(&mut self, saved: Result<PathBuf, String>) {
        match saved {
            Ok(path) => {
                self.shell.toasts.tell(Message {
                    severity: Severity::Done,
                    text: format!("Saved as {}", path.display()),
                    actions: vec![("Show the folder", Command::OpenExports)],
                });
            }
            Err(why) => self.shell.say(Severity::Warning, format!("Nothing was saved: {why}.")),
        }
    }

    /// Has the desktop show the folder for exports.
    pub(super) fn open_exports(&mut self, ctx: &Context) {
        if let Some(folder) = self.library.exports() {
            self.jobs.show_folder(folder, ctx);
        }
    }
}
