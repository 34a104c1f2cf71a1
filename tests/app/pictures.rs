//! Pictures of screens, without a display.

use eframe::egui::{Theme, vec2};
use horseshoe::Seed;
use horseshoe::app::{ClassPart, Picture, Screen, picture};
use horseshoe::scenario::{self, Naming, library::BUNDLED};

fn wanted(screen: Screen, turn: Option<usize>) -> Picture {
    let bundled = BUNDLED[0];
    Picture {
        scenario: scenario::load(bundled.id, bundled.text.as_bytes())
            .scenario
            .expect("it has no errors"),
        name: bundled.id.to_owned(),
        screen,
        naming: Naming::Names,
        seats: Vec::new(),
        figure: None,
        part: ClassPart::Questions,
        turn,
        seed: Seed(1),
        size: vec2(1280.0, 800.0),
        theme: Theme::Light,
    }
}

#[test]
fn a_picture_has_the_size_asked_for_and_is_the_same_each_time() {
    let folder = std::env::temp_dir().join(format!("horseshoe-pictures-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let shoot = |screen: Screen, name: &str| {
        let path = folder.join(name);
        picture(&wanted(screen, Some(4)), &path).unwrap();
        std::fs::read(path).unwrap()
    };
    let chamber = shoot(Screen::Chamber, "chamber.png");
    assert_eq!(chamber[16..24], [0, 0, 5, 0, 0, 0, 3, 32]);
    assert_eq!(chamber, shoot(Screen::Chamber, "again.png"));
    assert_ne!(chamber, shoot(Screen::Briefing, "briefing.png"));
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_turn_that_the_debate_does_not_have_is_refused() {
    let path = std::env::temp_dir().join("horseshoe-no-such-turn.png");
    let said = picture(&wanted(Screen::Chamber, Some(9999)), &path).unwrap_err();
    assert!(said.contains("turns; name one from 0 to"), "{said}");
    assert!(!path.exists());
}
