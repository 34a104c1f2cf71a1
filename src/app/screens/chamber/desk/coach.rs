//! What the coach says of a statement that is being written, and what the meeting will take from
//! its words.

use eframe::egui::{Button, Ui};

use crate::app::context::ViewCtx;
use crate::app::theme::{Text, rich, space};
use crate::app::widgets::{described, prose, ringed, section};
use crate::debate::Intended;
use crate::session::Session;
use crate::text::coach::{Difference, Draft, Public, Remark, Severity, coach, differences};

/// What was worked out for one statement.
#[derive(Debug)]
pub(super) struct Judged {
    of: (Intended, String),
    remarks: Vec<Remark>,
    differences: Vec<Difference>,
}

impl Judged {
    /// What there is to say of `words` for what is intended. Worked out again where they are others.
    pub(super) fn look<'a>(
        judged: &'a mut Option<Self>,
        session: &Session,
        (intended, words): (&Intended, &str),
    ) -> &'a Self {
        let is_same = |it: &Self| it.of.0 == *intended && it.of.1 == words;
        let known = judged.take().filter(is_same);
        judged.insert(known.unwrap_or_else(|| Self::of(session, intended, words)))
    }

    fn of(session: &Session, intended: &Intended, words: &str) -> Self {
        let public = Public::of(session.state());
        let draft = Draft { scenario: session.scenario(), public, intended, words };
        let mut remarks = coach(draft);
        remarks.sort_by_key(|remark| std::cmp::Reverse(remark.severity));
        // Drafted words say what is intended by construction.
        let differences = if intended.words.is_some() { differences(draft) } else { Vec::new() };
        Self { of: (intended.clone(), words.to_owned()), remarks, differences }
    }

    /// Draws it. A mend that is asked for is made in `intended`.
    pub(super) fn ui(&self, ctx: ViewCtx<'_>, intended: &mut Intended, ui: &mut Ui) {
        if !self.differences.is_empty() {
            section(ui, ctx.tokens, "Words and choices", Some("nothing is changed by itself"));
        }
        for difference in &self.differences {
            prose(ui, &difference.text, (Text::Body, ctx.tokens.text), f32::INFINITY);
            let button = Button::new(rich("Make the choice agree", Text::Small, ctx.tokens.text));
            let button = ui.add(button);
            described(&button, &difference.text);
            if ringed(ui, ctx.tokens, button).clicked() {
                difference.mend.apply(intended);
            }
        }
        ui.add_space(space::XS);
        let count = self.remarks.iter().filter(|it| it.severity != Severity::Praise).count();
        let beside = match count {
            0 => "nothing to object to".to_owned(),
            1 => "1 remark".to_owned(),
            count => format!("{count} remarks"),
        };
        section(ui, ctx.tokens, "The coach", Some(&beside));
        for remark in &self.remarks {
            let (word, color) = match remark.severity {
                Severity::Praise => ("Good", ctx.tokens.in_favor),
                Severity::Note => ("Note", ctx.tokens.text_weak),
                Severity::Warning => ("Warning", ctx.tokens.warning),
            };
            ui.horizontal_top(|ui| {
                ui.spacing_mut().interact_size.y = 0.0;
                let word = ui.label(rich(word, Text::SmallStrong, color));
                word.on_hover_text(remark.rule.words());
                ui.vertical(|ui| {
                    prose(ui, &remark.text, (Text::Small, ctx.tokens.text), f32::INFINITY);
                });
            });
        }
    }
}
