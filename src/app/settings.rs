//! What a person has set, and what the window remembers from one start to the next.

use std::path::{Path, PathBuf};

use eframe::egui::{Context, ThemePreference};
use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use crate::session::AutoPause;
use crate::store;

use super::command::Screen;
use super::theme::{self, Contrast, Motion};

/// The scales one can choose, in per cent.
const SCALES: [u16; 9] = [80, 90, 100, 110, 125, 140, 160, 180, 200];
const FILE: &str = "settings.ron";

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// As the desktop has it.
    #[default]
    System,
    Light,
    Dark,
}

/// At which turns playing pauses by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Pauses {
    pub votes: bool,
    pub injects: bool,
    pub swings: bool,
}

impl Default for Pauses {
    /// A vote is what one waits for; the rest would stop too often.
    fn default() -> Self {
        Self { votes: true, injects: false, swings: false }
    }
}

impl From<Pauses> for AutoPause {
    fn from(pauses: Pauses) -> Self {
        Self { votes: pauses.votes, injects: pauses.injects, swings: pauses.swings }
    }
}

/// Something that was open before, the latest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    pub path: PathBuf,
    pub title: String,
}

/// Size and place of the window, in points.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    pub size: [f32; 2],
    pub position: Option<[f32; 2]>,
    pub maximized: bool,
}

/// All of it. What a file leaves out is as usual, so that older and newer files can be read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub theme: ThemeChoice,
    pub strong_contrast: bool,
    pub reduced_motion: bool,
    /// In per cent.
    pub scale: u16,
    /// The speed of playing, as a multiple of the usual.
    pub speed: f64,
    pub pauses: Pauses,
    /// The minutes of a player's turn; none, and no clock runs.
    pub turn_minutes: Option<u8>,
    /// Whether first hints are given at all, and on which screens one has been read.
    pub hints: bool,
    pub hints_read: Vec<String>,
    pub recent: Vec<Kept>,
    pub place: Option<Place>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::System,
            strong_contrast: false,
            reduced_motion: false,
            scale: 100,
            speed: 1.0,
            pauses: Pauses::default(),
            turn_minutes: None,
            hints: true,
            hints_read: Vec::new(),
            recent: Vec::new(),
            place: None,
        }
    }
}

impl Settings {
    /// The usual settings without hints: for pictures and tests, which are nobody's first look.
    pub fn quiet() -> Self {
        Self { hints: false, ..Self::default() }
    }

    /// The scale one step larger or smaller.
    pub fn scale_beside(&self, larger: bool) -> u16 {
        let mut steps = SCALES.iter().copied();
        let found = if larger {
            steps.find(|&step| step > self.scale)
        } else {
            steps.rfind(|&step| step < self.scale)
        };
        found.unwrap_or(self.scale)
    }

    /// Whether the hint of `screen` is still to be read.
    pub fn has_hint(&self, screen: Screen) -> bool {
        self.hints && !self.hints_read.iter().any(|read| read == screen.title())
    }

    /// Puts the hint of `screen` away.
    pub fn read_hint(&mut self, screen: Screen) {
        if self.has_hint(screen) {
            self.hints_read.push(screen.title().to_owned());
        }
    }

    /// Gives the window this look.
    pub fn dress(&self, ctx: &Context) {
        ctx.set_theme(match self.theme {
            ThemeChoice::System => ThemePreference::System,
            ThemeChoice::Light => ThemePreference::Light,
            ThemeChoice::Dark => ThemePreference::Dark,
        });
        let motion = if self.reduced_motion { Motion::Reduced } else { Motion::Full };
        let contrast = if self.strong_contrast { Contrast::Strong } else { Contrast::Usual };
        theme::dress(ctx, motion, contrast);
        ctx.set_zoom_factor(f32::from(self.scale) / 100.0);
    }

    /// The settings of a file; as usual where there is none, and why not where it cannot be used.
    pub fn read(folder: &Path) -> (Self, Option<String>) {
        let path = folder.join(FILE);
        let Ok(text) = std::fs::read_to_string(&path) else { return (Self::default(), None) };
        match ron::from_str::<Self>(&text) {
            Ok(settings) => (settings.within_bounds(), None),
            Err(fault) => {
                let words = format!(
                    "The settings in {} cannot be read (line {}: {}); the usual ones are used.",
                    path.display(),
                    fault.span.start.line,
                    fault.code
                );
                (Self::default(), Some(words))
            }
        }
    }

    /// What a person wrote into the file by hand may lie anywhere.
    fn within_bounds(mut self) -> Self {
        self.scale = self.scale.clamp(SCALES[0], SCALES[SCALES.len() - 1]);
        if !self.speed.is_finite() {
            self.speed = 1.0;
        }
        self.turn_minutes = self.turn_minutes.filter(|minutes| *minutes > 0);
        let sound = |place: &Place| {
            let numbers = place.size.iter().chain(place.position.iter().flatten());
            numbers.into_iter().all(|number| number.is_finite())
        };
        self.place = self.place.filter(sound);
        self
    }

    /// Writes the settings.
    ///
    /// # Errors
    /// A sentence, when the file cannot be written.
    pub fn write(&self, folder: &Path) -> Result<(), String> {
        let text = ron::ser::to_string_pretty(self, PrettyConfig::default())
            .map_err(|fault| format!("the settings cannot be written: {fault}"))?;
        std::fs::create_dir_all(folder)
            .map_err(|fault| format!("`{}` cannot be made: {fault}", folder.display()))?;
        store::save(&folder.join(FILE), text.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        std::env::temp_dir().join(format!("horseshoe-settings-{}-{name}", std::process::id()))
    }

    #[test]
    fn settings_come_back_as_they_were_written() {
        let folder = folder("written");
        let mut settings = Settings { scale: 140, strong_contrast: true, ..Settings::default() };
        let path = PathBuf::from("/somewhere/debate.ron");
        settings.recent.push(Kept { path, title: "A debate".to_owned() });
        settings.read_hint(Screen::Chamber);
        settings.write(&folder).unwrap();
        assert_eq!(Settings::read(&folder), (settings, None));
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_spoilt_file_gives_the_usual_settings_and_says_where() {
        let folder = folder("spoilt");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(FILE), "(scale: 100,\n theme: Purple)").unwrap();
        let (settings, said) = Settings::read(&folder);
        assert_eq!(settings, Settings::default());
        assert!(said.unwrap().contains("line 2"));
        std::fs::write(folder.join(FILE), "(scale: 9000, speed: inf)").unwrap();
        let (settings, said) = Settings::read(&folder);
        assert_eq!((settings.scale, settings.speed, said), (200, 1.0, None));
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn the_scale_goes_in_steps_and_stops_at_the_ends() {
        let at = |scale| Settings { scale, ..Settings::default() };
        assert_eq!(at(100).scale_beside(true), 110);
        assert_eq!(at(100).scale_beside(false), 90);
        assert_eq!(at(200).scale_beside(true), 200);
        assert_eq!(at(80).scale_beside(false), 80);
    }
}
