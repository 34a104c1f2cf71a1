//! Marks that go with simulated text wherever a part of it is copied to.

use eframe::egui::{Context, FullOutput, OutputCommand, Plugin, Ui};

/// The mark of simulated text that is nobody's statement.
pub(super) const SIMULATED_RECORD: &str = "Simulated record";

/// A line that is shorter is no quotation.
const QUOTED_FROM: usize = 12;

/// The texts on screen, each with its mark; watches what is copied.
#[derive(Debug, Default)]
pub(super) struct Marks {
    shown: Vec<(String, String)>,
}

impl Plugin for Marks {
    fn debug_name(&self) -> &'static str {
        "marks"
    }

    fn on_begin_pass(&mut self, _ui: &mut Ui) {
        self.shown.clear();
    }

    fn output_hook(&mut self, _ctx: &Context, output: &mut FullOutput) {
        for command in &mut output.platform_output.commands {
            if let OutputCommand::CopyText(copied) = command {
                for mark in missing(copied, &self.shown) {
                    copied.push_str("\n\n");
                    copied.push_str(&mark);
                }
            }
        }
    }
}

/// Tells that `text` is on screen in this frame: who copies of it copies the mark as well.
pub(super) fn shows(ctx: &Context, text: &str, mark: &str) {
    if let Some(marks) = ctx.plugin_opt::<Marks>() {
        marks.lock().shown.push((text.to_owned(), mark.to_owned()));
    }
}

/// The marks of the texts of which something was copied, but for those copied with it.
fn missing(copied: &str, shown: &[(String, String)]) -> Vec<String> {
    let mut marks: Vec<String> = Vec::new();
    for (text, mark) in shown {
        let quotes = copied.contains(text.as_str())
            || copied
                .lines()
                .map(str::trim)
                .any(|line| line.len() >= QUOTED_FROM && text.contains(line));
        if quotes && !copied.contains(mark.as_str()) && !marks.contains(mark) {
            marks.push(mark.clone());
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::missing;

    fn shown() -> Vec<(String, String)> {
        [
            ("We support regular briefings. We thank you.", "Not a statement by A"),
            ("The meeting was called to order.", "Simulated record"),
        ]
        .map(|(text, mark)| (text.to_owned(), mark.to_owned()))
        .to_vec()
    }

    #[test]
    fn a_quotation_takes_its_mark_along_once() {
        assert_eq!(missing("support regular briefings", &shown()), ["Not a statement by A"]);
        assert!(missing("ransomware", &shown()).is_empty());
        assert!(missing("a seed, not quoted 12345", &shown()).is_empty());
        let whole = "We support regular briefings. We thank you.\nNot a statement by A";
        assert!(missing(whole, &shown()).is_empty());
        let both = "thank you. We support\nWe support regular\nThe meeting was called";
        assert_eq!(missing(both, &shown()).len(), 2);
    }
}
