//! What can be chosen in a figure: an outcome, issues, and whether to see it as a table.

use eframe::egui::{ComboBox, Role, Ui, WidgetInfo};

use crate::app::theme::{Text, Tokens, rich};
use crate::app::views::width_of;
use crate::app::widgets::small_tabs;
use crate::council::IssueId;
use crate::report::charts::{Asks, Chart};
use crate::report::figure::{Canvas, Page, Setting};
use crate::session::Session;
use crate::text::upper_first;

use super::{Analysis, Form};

const WIDE: f32 = 300.0;
const NARROW: f32 = 196.0;
/// Where many runs are begun in the same line.
const BESIDE_RUNS: f32 = 236.0;

impl Analysis {
    /// Draws the forms in which a figure can be seen.
    pub(super) fn forms(&mut self, tokens: &Tokens, forms: &[Form], ui: &mut Ui) {
        let titles: Vec<&str> = forms.iter().map(|form| form.title()).collect();
        let current = forms.iter().position(|&form| form == self.form).unwrap_or_default();
        if let Some(tab) = small_tabs(ui, tokens, &titles, current) {
            self.form = forms[tab];
        }
    }

    /// Draws the list of figures as one that opens.
    pub(super) fn figures(&mut self, tokens: &Tokens, ui: &mut Ui) {
        let names = Chart::ALL.map(Chart::name);
        let at = Chart::ALL.iter().position(|&it| it == self.chart).unwrap_or_default();
        if let Some(at) = pick(ui, tokens, ("Figure", NARROW), (&names, at)) {
            self.chart = Chart::ALL[at];
        }
    }

    /// Draws what can be chosen.
    pub(super) fn choices(&mut self, tokens: &Tokens, session: &Session, ui: &mut Ui) {
        match self.chart.asks() {
            Asks::Nothing => {}
            Asks::Outcome => self.outcome(tokens, session, ui),
            Asks::TwoIssues => self.issues(tokens, session, ui),
            Asks::OneIssueOrAll => self.issue(tokens, session, ui),
        }
    }

    fn outcome(&mut self, tokens: &Tokens, session: &Session, ui: &mut Ui) {
        let order = &session.scenario().order.outcomes;
        let Some(&first) = order.first() else { return };
        let titles: Vec<&str> =
            order.iter().map(|&id| session.scenario().outcomes[id].title.as_str()).collect();
        let current = self.choice.outcome.unwrap_or(first);
        let width = if self.chart.needs_ensemble() { BESIDE_RUNS } else { WIDE };
        let at = order.iter().position(|&id| id == current).unwrap_or(0);
        if let Some(at) = pick(ui, tokens, ("Outcome", width), (&titles, at)) {
            self.choice.outcome = Some(order[at]);
        }
    }

    fn issues(&mut self, tokens: &Tokens, session: &Session, ui: &mut Ui) {
        let (order, names) = issues(session);
        let [Some(&first), Some(&second)] = [order.first(), order.get(1)] else { return };
        let mut chosen = self.choice.issues.unwrap_or([first, second]);
        for (axis, words) in ["Across", "Upward"].into_iter().enumerate() {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let at = order.iter().position(|&id| id == chosen[axis]).unwrap_or(0);
            if let Some(at) = pick(ui, tokens, (words, NARROW), (&names, at)) {
                // Choosing the issue of the other axis turns the map round.
                if chosen[1 - axis] == order[at] {
                    chosen[1 - axis] = chosen[axis];
                }
                chosen[axis] = order[at];
                self.choice.issues = Some(chosen);
            }
        }
    }

    fn issue(&mut self, tokens: &Tokens, session: &Session, ui: &mut Ui) {
        let (order, names) = issues(session);
        let mut all = vec!["All issues"];
        all.extend(names.iter().map(String::as_str));
        let chosen = self.choice.issue.and_then(|it| order.iter().position(|&id| id == it));
        let at = chosen.map_or(0, |at| at + 1);
        if let Some(at) = pick(ui, tokens, ("Issue", NARROW), (&all, at)) {
            self.choice.issue = at.checked_sub(1).map(|at| order[at]);
        }
    }
}

fn issues(session: &Session) -> (&[IssueId], Vec<String>) {
    let scenario = session.scenario();
    let names = scenario.order.issues.iter().map(|&id| upper_first(&scenario.issues[id].name));
    (&scenario.order.issues, names.collect())
}

/// A list that opens, with its name before it; gives what was chosen anew.
pub(super) fn pick(
    ui: &mut Ui,
    tokens: &Tokens,
    (name, width): (&str, f32),
    (entries, current): (&[&str], usize),
) -> Option<usize> {
    ui.label(rich(name, Text::Small, tokens.text_weak));
    let shown = entries.get(current).copied().unwrap_or_default();
    let fitted = {
        let measure = |text: &str, it: Setting| width_of(ui, text, it);
        let page = Page { width, height: 0.0, measure: &measure };
        Canvas::new(page).fitted(shown, Setting::Body, width - 44.0)
    };
    let mut chosen = None;
    let list = ComboBox::from_id_salt(name).width(width).selected_text(fitted);
    let opened = list.show_ui(ui, |ui| {
        for (at, entry) in entries.iter().enumerate() {
            if ui.selectable_label(at == current, *entry).clicked() && at != current {
                chosen = Some(at);
            }
        }
    });
    let words = format!("{name}: {shown}");
    opened.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), &words));
    chosen
}
