//! Arrows between modules point downward only (ARCHITECTURE.md, "Layers").

use std::fs;
use std::path::{Path, PathBuf};

/// Modules by layer, lowest first. A module may use those on lower lines, none on its own line
/// or above.
const LAYERS: [&[&str]; 11] = [
    &["digest", "math", "unit"],
    &["stream"],
    &["council"],
    &["scenario"],
    &["speech", "opinion", "opinions", "vote"],
    &["debate"],
    &["ensemble", "text"],
    &["analysis"],
    &["report", "session"],
    &["store"],
    &["cli", "app"],
];

/// Uses within a layer or upward that ARCHITECTURE.md explains.
const EXPLAINED: [(&str, &str); 1] = [("speech", "vote")];

/// Words that no code of the engine may contain: members of an organ are content.
const CONTENT: [&str; 9] = [
    "Russia",
    "China",
    "France",
    "Korea",
    "Japan",
    "United Kingdom",
    "United States",
    "Malta",
    "Slovenia",
];

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|modules| modules.contains(&module))
}

/// All Rust files under `src`, with the module of the crate's root to which each belongs.
fn files() -> Vec<(String, PathBuf)> {
    fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
        let mut entries: Vec<PathBuf> = fs::read_dir(folder)
            .expect("the folder is there")
            .map(|entry| entry.expect("the entry can be read").path())
            .collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                walk(&path, files);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    walk(&src, &mut found);
    found
        .into_iter()
        .map(|path| {
            let inside = path.strip_prefix(&src).expect("it is under src");
            let first = inside.iter().next().expect("it has a name").to_string_lossy();
            (first.trim_end_matches(".rs").to_owned(), path)
        })
        .collect()
}

/// The lines of code of a file: no comments, and nothing after its test module begins.
fn code(path: &Path) -> Vec<String> {
    if path.file_name().is_some_and(|name| name == "tests.rs") {
        return Vec::new();
    }
    let text = fs::read_to_string(path).expect("the file can be read");
    text.lines()
        .take_while(|line| !line.contains("#[cfg(test)]"))
        .filter(|line| !line.trim_start().starts_with("//"))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_module_has_a_layer() {
    for (module, path) in files() {
        let known = layer(&module).is_some() || ["lib", "main"].contains(&module.as_str());
        assert!(known, "{} belongs to no layer", path.display());
    }
}

#[test]
fn arrows_point_downward() {
    for (module, path) in files() {
        let Some(own) = layer(&module) else { continue };
        for line in code(&path) {
            for used in line.split("crate::").skip(1) {
                let used: String =
                    used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let Some(other) = layer(&used) else { continue };
                let explained = EXPLAINED.contains(&(module.as_str(), used.as_str()));
                let allowed = used == module || other < own || explained;
                assert!(allowed, "`{module}` must not use `{used}`: {}", path.display());
            }
        }
    }
}

#[test]
fn only_the_app_knows_the_toolkit() {
    for (module, path) in files() {
        if module == "app" || module == "main" {
            continue;
        }
        for line in code(&path) {
            assert!(!line.contains("egui") && !line.contains("eframe"), "{}", path.display());
        }
    }
}

#[test]
fn the_engine_names_no_state() {
    for (_, path) in files() {
        for line in code(&path) {
            for name in CONTENT {
                assert!(!line.contains(name), "{name} in {}: {line}", path.display());
            }
        }
    }
}

#[test]
fn the_engine_reads_no_file_and_no_clock() {
    for (module, path) in files() {
        if ["app", "cli", "main", "store"].contains(&module.as_str()) {
            continue;
        }
        for line in code(&path) {
            for forbidden in ["std::fs", "std::time", "std::thread", "std::env", "println!"] {
                assert!(!line.contains(forbidden), "{forbidden} in {}", path.display());
            }
        }
    }
}

/// Constructors of colors are lints (`clippy.toml`); its constants are looked for here.
#[test]
fn only_the_theme_names_a_color() {
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app/theme");
    let painted =
        files().into_iter().filter(|(module, path)| module == "app" && !path.starts_with(&theme));
    for (_, path) in painted {
        for line in code(&path) {
            for named in line.split("Color32::").skip(1) {
                let name: String =
                    named.chars().take_while(|c| c.is_ascii_uppercase() || *c == '_').collect();
                let is_color = name.len() > 1 && !["PLACEHOLDER", "TRANSPARENT"].contains(&&*name);
                assert!(!is_color, "the color {name} in {}: {line}", path.display());
            }
        }
    }
}

#[test]
fn every_file_opens_with_a_sentence() {
    for (_, path) in files() {
        let text = fs::read_to_string(&path).expect("the file can be read");
        assert!(text.starts_with("//! "), "{}", path.display());
    }
}
