//! A screen as a picture, without a display.

use std::cell::RefCell;
use std::path::Path;
use std::sync::Arc;

use eframe::egui::{Context, Theme, Vec2};

use crate::report::charts::Chart;
use crate::scenario::{Naming, Scenario};
use crate::session::Eyes;
use crate::store;
use crate::stream::Seed;

use super::raster::{Image, render};
use super::theme::Motion;
use super::{App, ClassPart, Command, PlaybackCommand, Screen, SeatCommand, Source};

/// What to draw.
#[derive(Clone, Debug)]
pub struct Picture {
    pub scenario: Arc<Scenario>,
    /// The name under which the scenario was opened.
    pub name: String,
    pub screen: Screen,
    /// The figure of the analysis.
    pub figure: Option<Chart>,
    /// The part of the Class screen.
    pub part: ClassPart,
    /// The delegations that are played, by identifier; `chair` presides.
    pub seats: Vec<String>,
    /// How States are named.
    pub naming: Naming,
    /// How many turns to show; all, if left out.
    pub turn: Option<usize>,
    pub seed: Seed,
    /// In points, each one pixel.
    pub size: Vec2,
    pub theme: Theme,
}

/// What stands for the President among the seats.
const CHAIR: &str = "chair";
/// How many runs a picture of many runs shows.
const RUNS: u64 = 1_000;

/// Draws the picture and writes it as a PNG file.
///
/// # Errors
/// A sentence with the way out, when the turn does not exist or the file cannot be written.
pub fn picture(it: &Picture, output: &Path) -> Result<(), String> {
    let image = draw(it)?;
    let bytes =
        png(&image, &[]).map_err(|fault| format!("the picture cannot be encoded: {fault}"))?;
    store::save(output, &bytes)
}

fn draw(it: &Picture) -> Result<Image, String> {
    let names = it.seats.iter().filter(|name| *name != CHAIR);
    let mut unknown = names.filter(|name| it.scenario.delegation(name).is_none());
    if let Some(name) = unknown.next() {
        return Err(format!("there is no member `{name}` in this scenario"));
    }
    // The context is made first, and lent to each of the two steps.
    let app: RefCell<Option<App>> = RefCell::new(None);
    let image = render(
        |ctx| *app.borrow_mut() = Some(App::pictured(ctx, it)),
        it.size,
        1.0,
        it.theme,
        |ui| {
            if let Some(app) = app.borrow_mut().as_mut() {
                let ctx = ui.ctx().clone();
                app.advance(&ctx);
                app.wait(&ctx);
                app.draw(ui);
            }
        },
    );
    let app = app.into_inner();
    let turns = app.as_ref().and_then(App::session).map_or(0, |session| session.turns().len());
    if it.turn.is_some_and(|turn| turn > turns) {
        return Err(format!("this debate has {turns} turns; name one from 0 to {turns}"));
    }
    Ok(image)
}

impl App {
    /// The app as it stands in the picture.
    fn pictured(ctx: &Context, it: &Picture) -> Self {
        let mut app = Self::new(ctx, Motion::Reduced);
        app.seed = it.seed;
        app.open(Source::Named(it.name.clone()), Arc::clone(&it.scenario));
        app.seat(SeatCommand::NameBy(it.naming));
        // Of the debate the end is shown; before it, it has not begun.
        let before = matches!(it.screen, Screen::Library | Screen::Briefing | Screen::About);
        let whole = if before { 0 } else { usize::MAX };
        let turns = it.turn.unwrap_or(whole);
        app.play_until(it, turns);
        app.send(Command::Playback(PlaybackCommand::Seek(turns)));
        app.send(Command::ShowClass(it.part));
        app.send(Command::Show(it.screen));
        if let Some(chart) = it.figure {
            app.send(Command::ShowFigure(chart));
            if chart.needs_ensemble() {
                app.send(Command::RunMany { runs: RUNS, varied: true });
            }
        }
        app
    }
}

impl App {
    /// Takes the seats of the picture, and leaves to the model what waits before so many turns.
    fn play_until(&mut self, it: &Picture, turns: usize) {
        if it.seats.is_empty() {
            return;
        }
        let seats = it.seats.iter().filter_map(|name| it.scenario.delegation(name)).collect();
        let presides = it.seats.iter().any(|name| name == CHAIR);
        self.seat(SeatCommand::Sit { seats, presides });
        let Some(session) = &mut self.session else { return };
        session.seek(turns);
        while session.cursor() < turns && session.due().is_some() {
            session.finish_matter();
            session.seek(turns);
        }
        if let Some(due) = session.due().cloned() {
            session.look_through(Eyes::Seat(due.who));
        }
    }
}

/// The bytes of a PNG file, in which these names and values are written as text.
pub(super) fn png(image: &Image, text: &[(&'static str, String)]) -> Result<Vec<u8>, String> {
    let side = |pixels: usize| u32::try_from(pixels).map_err(|fault| fault.to_string());
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, side(image.width)?, side(image.height)?);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    for (name, value) in text {
        let added = encoder.add_itxt_chunk((*name).to_owned(), value.clone());
        added.map_err(|fault| fault.to_string())?;
    }
    let mut writer = encoder.write_header().map_err(|fault| fault.to_string())?;
    writer.write_image_data(&image.rgba()).map_err(|fault| fault.to_string())?;
    writer.finish().map_err(|fault| fault.to_string())?;
    Ok(bytes)
}
