//! Every screen in both themes, as it looked when somebody last looked: half as large, in
//! `tests/snapshots`. `HORSESHOE_RENEW=1 cargo test --test app snapshots` draws them anew; look at
//! them before you commit them.

use std::cell::RefCell;
use std::fs::{self, File};
use std::io::BufReader;
use std::path::{Path, PathBuf};

use eframe::egui::{Theme, Ui, vec2};
use horseshoe::app::raster::render;
use horseshoe::app::theme::Motion;
use horseshoe::app::{App, BranchCommand, Command, PlaybackCommand, Screen, Source};
use horseshoe::report::charts::Chart;
use horseshoe::session::{Change, TurnKind};

const WIDTH: usize = 640;
const HEIGHT: usize = 400;
/// Fonts are drawn with the widest numbers a processor has, so that edges of letters may differ
/// from machine to machine by so much of 255,
const SLIGHT: u8 = 24;
/// and in so many pixels by more.
const PIXELS: usize = 128;

/// The lowest bits of a color fill files and tell nothing.
const COARSE: u8 = 0b1111_0000;

/// What one sees, and after how many turns.
#[derive(Clone, Copy, Debug)]
struct Sight {
    name: &'static str,
    screen: Screen,
    turns: usize,
}

const SIGHTS: [Sight; 7] = [
    Sight { name: "library", screen: Screen::Library, turns: 0 },
    Sight { name: "briefing", screen: Screen::Briefing, turns: 0 },
    Sight { name: "chamber", screen: Screen::Chamber, turns: 12 },
    Sight { name: "analysis", screen: Screen::Analysis, turns: 12 },
    Sight { name: "debrief", screen: Screen::Debrief, turns: usize::MAX },
    Sight { name: "compare", screen: Screen::Compare, turns: 14 },
    Sight { name: "projector", screen: Screen::Projector, turns: 12 },
];

impl Sight {
    /// Goes where it is seen; `pass` is how often the window has been drawn.
    fn go(self, app: &App, pass: usize) {
        match pass {
            0 if self.screen != Screen::Library => {
                app.send(Command::Open(Source::Bundled("unsc-cyber-2024")));
                app.send(Command::Playback(PlaybackCommand::Seek(self.turns)));
                app.send(Command::ShowFigure(Chart::Members));
                app.send(Command::Show(self.screen));
            }
            1 if self.screen == Screen::Compare => {
                let turn = app.session().and_then(|session| session.turn());
                let Some(TurnKind::Statement(by)) = turn.map(|turn| turn.kind) else {
                    panic!("nobody speaks at turn {}", self.turns)
                };
                app.send(Command::Branch(BranchCommand::Make(Change::NoStatement { by })));
                app.send(Command::Branch(BranchCommand::Compare));
            }
            _ => {}
        }
    }

    fn draw(self, theme: Theme) -> Vec<u8> {
        let app: RefCell<Option<App>> = RefCell::new(None);
        let mut passes = 0..;
        let image = render(
            |ctx| *app.borrow_mut() = Some(App::new(ctx, Motion::Reduced)),
            vec2(2.0 * WIDTH as f32, 2.0 * HEIGHT as f32),
            1.0,
            theme,
            |ui: &mut Ui| {
                if let Some(app) = app.borrow_mut().as_mut() {
                    self.go(app, passes.next().unwrap_or_default());
                    let ctx = ui.ctx().clone();
                    app.advance(&ctx);
                    app.wait(&ctx);
                    app.draw(ui);
                }
            },
        );
        let shown = app.borrow().as_ref().map(App::screen);
        assert_eq!(shown, Some(self.screen), "{}", self.name);
        halved(&image.rgba())
    }
}

/// Red, green and blue of the mean of each four pixels.
fn halved(rgba: &[u8]) -> Vec<u8> {
    let at = |x: usize, y: usize, c: usize| u16::from(rgba[(y * 2 * WIDTH + x) * 4 + c]);
    let mut small = Vec::with_capacity(WIDTH * HEIGHT * 3);
    for y in 0..HEIGHT {
        for x in 0..WIDTH {
            for c in 0..3 {
                let (x, y) = (2 * x, 2 * y);
                let sum = at(x, y, c) + at(x + 1, y, c) + at(x, y + 1, c) + at(x + 1, y + 1, c);
                let mean = u8::try_from((sum + 2) / 4).expect("no larger than its parts");
                small.push(mean & COARSE);
            }
        }
    }
    small
}

fn place(sight: Sight, theme: Theme) -> PathBuf {
    let theme = if theme == Theme::Dark { "dark" } else { "light" };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    folder.join(format!("{}-{theme}.png", sight.name))
}

fn write(path: &Path, rgb: &[u8]) {
    let file = File::create(path).expect("the file can be written");
    let size = |side: usize| u32::try_from(side).expect("it is small");
    let mut encoder = png::Encoder::new(file, size(WIDTH), size(HEIGHT));
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header().expect("the file can be written");
    writer.write_image_data(rgb).expect("the file can be written");
}

fn read(path: &Path) -> Vec<u8> {
    let file = File::open(path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
    let mut reader = png::Decoder::new(BufReader::new(file)).read_info().expect("it is a picture");
    let mut rgb = vec![0; reader.output_buffer_size().expect("it has a size")];
    reader.next_frame(&mut rgb).expect("it is whole");
    rgb
}

/// In how many pixels the pictures differ so that one might see it.
fn differing(a: &[u8], b: &[u8]) -> usize {
    let pixels = a.chunks_exact(3).zip(b.chunks_exact(3));
    pixels.filter(|(a, b)| a.iter().zip(*b).any(|(a, b)| a.abs_diff(*b) > SLIGHT)).count()
}

#[test]
fn every_screen_looks_as_it_did_in_both_themes() {
    let renew = std::env::var_os("HORSESHOE_RENEW").is_some();
    let mut found = Vec::new();
    for sight in SIGHTS {
        for theme in [Theme::Light, Theme::Dark] {
            let (path, drawn) = (place(sight, theme), sight.draw(theme));
            if renew {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                write(&path, &drawn);
                continue;
            }
            let kept = read(&path);
            assert_eq!(kept.len(), drawn.len(), "{}", path.display());
            let pixels = differing(&kept, &drawn);
            if pixels > PIXELS {
                let seen = std::env::temp_dir().join(path.file_name().unwrap());
                write(&seen, &drawn);
                found.push(format!(
                    "{pixels} pixels of {}: see {}",
                    path.display(),
                    seen.display()
                ));
            }
        }
    }
    let how = "if it looks right, HORSESHOE_RENEW=1 cargo test --test app snapshots";
    assert!(found.is_empty(), "{how}\n{}", found.join("\n"));
}
