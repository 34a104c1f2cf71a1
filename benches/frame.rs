//! What a frame of the window costs, without a display: `cargo bench --bench frame`.
//!
//! The real app is drawn sixty times a second of a simulated clock, while the debate plays at its
//! highest speed. The window itself draws far fewer frames: only when something changes.

#![expect(clippy::print_stdout, reason = "a benchmark tells what it measured")]

#[path = "debate/assembly.rs"]
mod assembly;

use std::path::Path;
use std::time::Duration;

use eframe::egui::{Context, Pos2, RawInput, Rect, Vec2, ViewportId, vec2};
use horseshoe::app::theme::Motion;
use horseshoe::app::{App, Command, PlaybackCommand, Screen, Source};

const SECONDS_PER_FRAME: f64 = 1.0 / 60.0;
const WARM_UP: usize = 600;
const FRAMES: usize = 4_000;
const SEEKS: usize = 300;
/// After so many frames everything has come to rest.
const TO_REST: usize = 300;
const SPEED: f64 = 20.0;
const SIZES: [Vec2; 2] = [vec2(1280.0, 800.0), vec2(1920.0, 1080.0)];

fn main() {
    let folder = std::env::temp_dir().join(format!("horseshoe-frames-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    let hall = folder.join("assembly.ron");
    std::fs::write(&hall, assembly::text()).expect("the file can be written");
    println!("milliseconds of CPU per frame        median    99 %     most  repaints at rest");
    for size in SIZES {
        measure("15 members", size, &Source::Bundled("unsc-cyber-2024"));
        measure("193 members", size, &Source::Path(hall.clone()));
    }
    tidy(&folder);
}

fn tidy(folder: &Path) {
    if let Err(fault) = std::fs::remove_dir_all(folder) {
        println!("{} stays: {fault}", folder.display());
    }
}

/// Plays, seeks and rests in one window.
fn measure(name: &str, size: Vec2, source: &Source) {
    let mut window = Window::new(size);
    window.open(source);
    window.play_on(WARM_UP);
    let played = window.play_on(FRAMES);
    let repaints = window.pause_and_rest();
    report(&format!("{name}, {}x{}, playing", size.x, size.y), played, Some(repaints));
    report(&format!("{name}, {}x{}, after a seek", size.x, size.y), window.seek_about(), None);
}

fn report(name: &str, mut costs: Vec<Duration>, repaints: Option<usize>) {
    costs.sort();
    let at = |share: f64| {
        let place = (share * (costs.len() - 1) as f64).round() as usize;
        costs[place].as_secs_f64() * 1e3
    };
    let repaints = repaints.map_or_else(String::new, |count| format!("{count:10}"));
    println!("{name:36}{:7.2} {:7.2}  {:7.2}  {repaints}", at(0.5), at(0.99), at(1.0));
}

/// The app and its toolkit, with a clock of their own.
struct Window {
    ctx: Context,
    app: App,
    size: Vec2,
    frames: usize,
    /// How soon the last frame asked for another.
    next: Duration,
}

impl Window {
    fn new(size: Vec2) -> Self {
        let ctx = Context::default();
        let app = App::new(&ctx, Motion::Full);
        Self { ctx, app, size, frames: 0, next: Duration::ZERO }
    }

    fn open(&mut self, source: &Source) {
        self.app.send(Command::Open(source.clone()));
        self.frame();
        let ctx = self.ctx.clone();
        self.app.wait(&ctx);
        self.app.send(Command::Show(Screen::Chamber));
        while self.app.session().is_none_or(|session| session.playback.speed() < SPEED) {
            self.app.send(Command::Playback(PlaybackCommand::NextSpeed));
            self.frame();
        }
    }

    /// Logic, layout and tessellation of one frame, and the time the CPU spent on them.
    fn frame(&mut self) -> Duration {
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            time: Some(self.frames as f64 * SECONDS_PER_FRAME),
            ..RawInput::default()
        };
        self.frames += 1;
        let ctx = self.ctx.clone();
        let begun = clock::spent();
        let app = &mut self.app;
        let mut output = ctx.run_ui(input, |ui| {
            let ctx = ui.ctx().clone();
            app.advance(&ctx);
            app.draw(ui);
        });
        let primitives = ctx.tessellate(std::mem::take(&mut output.shapes), 1.0);
        let spent = clock::spent().saturating_sub(begun);
        assert!(!primitives.is_empty());
        output.textures_delta.set.clear();
        output.textures_delta.free.clear();
        let root = output.viewport_output.get(&ViewportId::ROOT);
        self.next = root.map_or(Duration::MAX, |viewport| viewport.repaint_delay);
        spent
    }

    /// Plays for so many frames, from the start again after the end, and on after each pause.
    fn play_on(&mut self, frames: usize) -> Vec<Duration> {
        let mut costs = Vec::with_capacity(frames);
        while costs.len() < frames {
            if self.app.session().is_some_and(|session| !session.playback.is_playing()) {
                self.app.send(Command::Playback(PlaybackCommand::PlayOrPause));
            }
            costs.push(self.frame());
        }
        costs
    }

    /// How many frames are asked for once playing has stopped and all has come to rest.
    fn pause_and_rest(&mut self) -> usize {
        if self.app.session().is_some_and(|session| session.playback.is_playing()) {
            self.app.send(Command::Playback(PlaybackCommand::PlayOrPause));
        }
        for _ in 0..TO_REST {
            self.frame();
        }
        (0..TO_REST)
            .filter(|_| {
                self.frame();
                self.next < Duration::MAX
            })
            .count()
    }

    /// The frames that show another place of the debate, far from the one before.
    fn seek_about(&mut self) -> Vec<Duration> {
        let turns = self.app.session().map_or(0, |session| session.turns().len());
        let mut costs = Vec::with_capacity(SEEKS);
        for seek in 0..SEEKS {
            let turn = seek * 89 % (turns + 1);
            self.app.send(Command::Playback(PlaybackCommand::Seek(turn)));
            costs.push(self.frame());
            self.frame();
        }
        costs
    }
}

/// The time the CPU has spent on this thread: others on the same machine count for nothing.
#[cfg(unix)]
mod clock {
    use std::time::Duration;

    use rustix::time::{ClockId, clock_gettime};

    pub(crate) fn spent() -> Duration {
        let time = clock_gettime(ClockId::ThreadCPUTime);
        Duration::new(
            time.tv_sec.try_into().unwrap_or_default(),
            time.tv_nsec.try_into().unwrap_or_default(),
        )
    }
}

/// Where that is not known, time as it passes.
#[cfg(not(unix))]
mod clock {
    use std::sync::LazyLock;
    use std::time::{Duration, Instant};

    #[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
    static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);

    pub(crate) fn spent() -> Duration {
        BEGUN.elapsed()
    }
}
