//! `horseshoe figure` keeps its contract.

use std::fs;
use std::path::PathBuf;

use horseshoe::cli::Status;
use horseshoe::report::charts::Chart;

use super::command_line::horseshoe;

/// A folder of one test, which is gone when the test ends.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("horseshoe-figure-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("the folder can be made");
        Self(folder)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

#[test]
fn every_figure_is_written_as_svg_and_as_csv_and_the_same_each_time() {
    let place = Place::new("all");
    for chart in Chart::ALL {
        for extension in ["svg", "csv"] {
            let [one, again] =
                ["one", "again"].map(|name| place.path(&format!("{name}.{extension}")));
            for path in [&one, &again] {
                let ran = horseshoe(&[
                    "figure",
                    "tutorial",
                    "--figure",
                    chart.key(),
                    "--runs",
                    "60",
                    "-o",
                    path,
                ]);
                assert_eq!(ran.status, Status::Done, "{}: {}", chart.key(), ran.err);
                assert!(ran.out.contains("Simulated. A teaching model"), "{}", ran.out);
            }
            let text = fs::read_to_string(&one).unwrap();
            assert!(text.contains("Simulated. A teaching model, not a prediction."));
            assert_eq!(text, fs::read_to_string(&again).unwrap(), "{}", chart.key());
        }
    }
}

#[test]
fn an_outcome_an_issue_or_a_turn_that_is_not_there_is_told_with_what_there_is() {
    let place = Place::new("wrong");
    let path = place.path("a.svg");
    for (option, value, said) in [
        ("--outcome", "nothing-like-it", "there is no outcome"),
        ("--issue", "nothing-like-it", "there is no issue"),
        ("--turn", "999", "turns"),
    ] {
        let ran = horseshoe(&["figure", "tutorial", "--figure", "map", option, value, "-o", &path]);
        assert_eq!(ran.status, Status::Failed);
        assert!(ran.err.contains(said), "{}", ran.err);
        assert!(!PathBuf::from(&path).exists());
    }
}
