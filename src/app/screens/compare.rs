//! Two branches beside each other, on the same luck: what ended differently, and turn by turn.

use std::sync::Arc;

use eframe::egui::{
    Align, CentralPanel, ComboBox, Frame, Label, Layout, Margin, Panel, Rect, Role, ScrollArea,
    Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::app::command::{BranchCommand, Command, Screen};
use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, radius, rich, space};
use crate::app::turn_words;
use crate::app::widgets::{described, focus_ring, heading, link, prose, ringed, section};
use crate::session::{Branch, BranchId, Compared, Likeness, OutcomeChange, Session, TurnPair};

const ROW: f32 = 64.0;
/// Between the two columns there is room for the sign.
const SIGN: f32 = 60.0;

/// In a lower window the head would leave too little room for the turns.
const ROOM_FOR_HEAD: f32 = 640.0;

/// In a narrower one the way back stands below the question.
const ROOM_FOR_LINK: f32 = 640.0;
/// The list of the branches.
const LIST: f32 = 320.0;

/// Which two, and what of them is shown.
#[derive(Debug)]
pub(super) struct Compare {
    pair: (BranchId, BranchId),
    /// Whether turns that are alike are shown as well.
    all: bool,
}

impl Default for Compare {
    fn default() -> Self {
        Self { pair: (BranchId::FIRST, BranchId::FIRST), all: false }
    }
}

impl Compare {
    /// Sets two branches beside each other.
    pub(super) const fn set(&mut self, pair: (BranchId, BranchId)) {
        self.pair = pair;
    }

    /// Draws the screen.
    pub(super) fn ui(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        // A branch may have been taken back since.
        let known = |id| session.branch(id).map_or(BranchId::FIRST, Branch::id);
        self.pair = (known(self.pair.0), known(self.pair.1));
        let (first, second) = self.pair;
        let (Some(a), Some(b)) = (session.branch(first), session.branch(second)) else { return };
        let Some(compared) = session.compare(first, second) else { return };
        let height = ui.ctx().content_rect().height();
        if height < ROOM_FOR_HEAD {
            // The head goes out of view with the turns.
            let frame =
                Frame::new().fill(ctx.tokens.background).inner_margin(Margin::symmetric(16, 8));
            CentralPanel::default().frame(frame).show(ui, |ui| {
                ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                    self.head(ctx, session, &compared, ui);
                    ui.add_space(space::S);
                    self.turns(ctx, (a, b), &compared, ui);
                });
            });
            return;
        }
        let frame = Frame::new().fill(ctx.tokens.panel).inner_margin(Margin::symmetric(24, 14));
        Panel::top("compared").frame(frame).show(ui, |ui| self.head(ctx, session, &compared, ui));
        let frame = Frame::new().fill(ctx.tokens.background).inner_margin(Margin::symmetric(24, 8));
        CentralPanel::default().frame(frame).show(ui, |ui| {
            self.turns(ctx, (a, b), &compared, ui);
        });
    }

    fn head(&mut self, ctx: ViewCtx<'_>, session: &Session, compared: &Arc<Compared>, ui: &mut Ui) {
        let question = "What changed, and what follows from it?";
        if ui.available_width() < ROOM_FOR_LINK {
            heading(ui, ctx.tokens, question);
            back(ctx, ui);
        } else {
            ui.horizontal(|ui| {
                heading(ui, ctx.tokens, question);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| back(ctx, ui));
            });
        }
        let seed = session.seed().0;
        let text = format!(
            "Both are simulated and meet the same luck (seed {seed}): what differs is an effect of \
             the change. Counterfactual; not a statement of what would have happened."
        );
        prose(ui, &text, (Text::Small, ctx.tokens.text_weak), 900.0);
        ui.add_space(space::S);
        let pick = |ui: &mut Ui, name: &str, chosen: &mut BranchId| {
            let label = ui.label(rich(name, Text::SmallStrong, ctx.tokens.text_weak));
            let shown = session.branch(*chosen).map_or("", Branch::name);
            let combo = ComboBox::from_id_salt(name)
                .selected_text(shown)
                .width(LIST.min(ui.available_width() - 64.0))
                .truncate();
            let combo = combo.show_ui(ui, |ui| {
                for branch in session.branches() {
                    ui.selectable_value(chosen, branch.id(), lineage(session, branch));
                }
            });
            combo.response.labelled_by(label.id);
        };
        ui.horizontal_wrapped(|ui| {
            pick(ui, "Left", &mut self.pair.0);
            ui.add_space(space::L);
            pick(ui, "Right", &mut self.pair.1);
            ui.add_space(space::L);
            let all = ui.checkbox(&mut self.all, "Show turns that are alike");
            ringed(ui, ctx.tokens, all);
        });
        ui.add_space(space::S);
        endings(ctx, session, compared, ui);
    }

    fn turns(
        &self,
        ctx: ViewCtx<'_>,
        (a, b): (&Branch, &Branch),
        compared: &Compared,
        ui: &mut Ui,
    ) {
        let wanted = |pair: &&TurnPair| self.all || pair.likeness != Likeness::Same;
        let rows: Vec<&TurnPair> = compared.turns.iter().filter(wanted).collect();
        let alike = compared.turns.len()
            - compared.turns.iter().filter(|it| it.likeness != Likeness::Same).count();
        let words = match rows.len() {
            0 => "No turn differs.".to_owned(),
            _ if self.all => format!("{} turns", rows.len()),
            count => format!("{count} turns differ; {alike} are alike and left out."),
        };
        section(ui, ctx.tokens, "Turn by turn", Some(&words));
        ui.spacing_mut().item_spacing.y = space::XS;
        if ui.ctx().content_rect().height() < ROOM_FOR_HEAD {
            for pair in rows {
                row(ctx, (a, b), *pair, ui);
            }
            return;
        }
        let step = ROW + space::XS;
        let scroll = ScrollArea::vertical().auto_shrink([false, false]);
        scroll.show_rows(ui, step - ui.spacing().item_spacing.y, rows.len(), |ui, shown| {
            for pair in &rows[shown] {
                row(ctx, (a, b), **pair, ui);
            }
        });
    }
}

fn back(ctx: ViewCtx<'_>, ui: &mut Ui) {
    if link(ui, ctx.tokens, "Back to the chamber").clicked() {
        ctx.send(Command::Show(Screen::Chamber));
    }
}

/// The name of a branch, indented below the one that it left.
fn lineage(session: &Session, branch: &Branch) -> String {
    let mut depth = 0;
    let mut at = branch;
    while let Some(parent) = at.fork().and_then(|fork| session.branch(fork.parent)) {
        depth += 1;
        at = parent;
    }
    format!("{}{}", "    ".repeat(depth), branch.name())
}

/// The texts that end differently; where none does, what differs all the same.
fn endings(ctx: ViewCtx<'_>, session: &Session, compared: &Compared, ui: &mut Ui) {
    let ends: Vec<&OutcomeChange> =
        compared.outcomes.iter().filter(|it| it.first.result != it.second.result).collect();
    if ends.is_empty() {
        let words = alike_words(compared.outcomes.len(), compared.events.positions.len());
        ui.label(rich(words, Text::Body, ctx.tokens.text));
        return;
    }
    section(ui, ctx.tokens, "Texts that end differently", None);
    let scenario = session.scenario();
    ScrollArea::vertical().id_salt("endings").max_height(168.0).show(ui, |ui| {
        for change in ends {
            let title = &scenario.outcomes[change.outcome].title;
            ui.columns(2, |columns| {
                for (column, ending) in columns.iter_mut().zip([&change.first, &change.second]) {
                    column.with_layout(Layout::top_down(Align::Min), |ui| {
                        ui.spacing_mut().item_spacing.y = 1.0;
                        let result = format!("{title}: {}", ending.result);
                        ui.add(Label::new(rich(result, Text::BodyStrong, ctx.tokens.text)).wrap());
                        let reason = upper_first(&ending.reason);
                        let reason = rich(reason, Text::Small, ctx.tokens.text_weak);
                        ui.add(Label::new(reason).wrap());
                    });
                }
            });
        }
    });
}

/// "Every text ends alike. Declared support differs on 3 texts, and 12 positions differ."
fn alike_words(texts: usize, positions: usize) -> String {
    let support = match texts {
        0 => "declared support is the same".to_owned(),
        1 => "declared support differs on one text".to_owned(),
        _ => format!("declared support differs on {texts} texts"),
    };
    let moved = match positions {
        0 => "no position differs at the end".to_owned(),
        1 => "one position differs at the end".to_owned(),
        _ => format!("{positions} positions differ at the end"),
    };
    format!("Every text ends alike in both; {support}, and {moved}.")
}

/// How alike two turns are, as a sign and as a word.
const fn sign(likeness: Likeness) -> (&'static str, &'static str) {
    match likeness {
        Likeness::Same => ("=", "alike"),
        Likeness::Differs => ("≠", "differs"),
        Likeness::OnlyFirst => ("–", "only on the left"),
        Likeness::OnlySecond => ("+", "only on the right"),
    }
}

fn row(ctx: ViewCtx<'_>, (a, b): (&Branch, &Branch), pair: TurnPair, ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let half = (rect.width() - SIGN) / 2.0;
    let left = Rect::from_min_size(rect.min, vec2(half, ROW));
    let right = Rect::from_min_size(pos2(rect.right() - half, rect.top()), vec2(half, ROW));
    cell(ctx, (a, pair.first, pair.likeness), left, ui);
    cell(ctx, (b, pair.second, pair.likeness), right, ui);
    let told = |branch: &Branch, at: Option<usize>| {
        at.map(|at| turn_words::what(branch, &branch.turns()[at]))
    };
    let (mut sign, _) = sign(pair.likeness);
    let below = pair.likeness == Likeness::Differs && told(a, pair.first) == told(b, pair.second);
    if below {
        sign = "≈";
        let at = pos2(rect.center().x, rect.center().y + 12.0);
        let (align, weak) = (eframe::egui::Align2::CENTER_CENTER, ctx.tokens.text_weak);
        ui.painter().text(at, align, "details", Text::Small.font(), weak);
    }
    let middle = pos2(rect.center().x, rect.center().y);
    let color =
        if pair.likeness == Likeness::Same { ctx.tokens.text_weak } else { ctx.tokens.accent };
    let align = eframe::egui::Align2::CENTER_CENTER;
    ui.painter().text(middle, align, sign, Text::BodyStrong.font(), color);
}

/// A turn of one branch; a click looks at it in the chamber.
fn cell(
    ctx: ViewCtx<'_>,
    (branch, turn, likeness): (&Branch, Option<usize>, Likeness),
    rect: Rect,
    ui: &mut Ui,
) {
    let Some(at) = turn else {
        ui.painter().rect_stroke(
            rect,
            radius::M,
            (1.0, ctx.tokens.line),
            eframe::egui::StrokeKind::Inside,
        );
        return;
    };
    let turn = &branch.turns()[at];
    let (who, what) = (turn_words::who(branch, turn), turn_words::what(branch, turn));
    let id = ui.make_persistent_id(("turn", branch.id().number(), at));
    let response = ui.interact(rect, id, Sense::click());
    let name = format!("Turn {}, {who}, {}: {what}", at + 1, sign(likeness).1);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    described(&response, branch.name());
    let fill = match (response.hovered(), likeness) {
        (true, _) => ctx.tokens.hover,
        (false, Likeness::Same) => ctx.tokens.background,
        (false, _) => ctx.tokens.panel,
    };
    let edge = eframe::egui::StrokeKind::Inside;
    ui.painter().rect(rect, radius::M, fill, (1.0, ctx.tokens.line), edge);
    let inner = rect.shrink2(vec2(space::M, 6.0));
    let layout = Layout::top_down(Align::Min);
    ui.scope_builder(UiBuilder::new().max_rect(inner).layout(layout), |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.style_mut().interaction.selectable_labels = false;
        ui.set_clip_rect(inner.intersect(ui.clip_rect()));
        let title = format!("{}  {who}", at + 1);
        ui.add(Label::new(rich(title, Text::SmallStrong, ctx.tokens.text)).truncate());
        let job = crate::app::theme::paragraph(
            &what,
            Text::Small,
            ctx.tokens.text_weak,
            (inner.width(), 2),
        );
        ui.add(Label::new(job));
    });
    focus_ring(ui, ctx.tokens, &response, radius::M);
    if response.clicked() {
        ctx.send(Command::Branch(BranchCommand::LookAt(branch.id(), at + 1)));
    }
}
