//! Two branches beside each other, on the same luck: what ended differently, and turn by turn.

use std::sync::Arc;

use eframe::egui::{
    Align, CentralPanel, ComboBox, Frame, Label, Layout, Margin, Panel, Rect, Response, Role,
    ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::app::command::{BranchCommand, Command, Screen};
use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, radius, rich, space};
use crate::app::turn_words;
use crate::app::widgets::{described, focus_ring, heading, link, prose, ringed, section};
use crate::session::{Branch, BranchId, Compared, Likeness, Session, TurnPair};

const ROW: f32 = 64.0;
/// Between the two columns there is room for the sign.
const SIGN: f32 = 44.0;

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
        let frame = Frame::new().fill(ctx.tokens.panel).inner_margin(Margin::symmetric(24, 14));
        Panel::top("compared").frame(frame).show(ui, |ui| self.head(ctx, session, &compared, ui));
        let frame = Frame::new().fill(ctx.tokens.background).inner_margin(Margin::symmetric(24, 8));
        CentralPanel::default().frame(frame).show(ui, |ui| {
            self.turns(ctx, (a, b), &compared, ui);
        });
    }

    fn head(&mut self, ctx: ViewCtx<'_>, session: &Session, compared: &Arc<Compared>, ui: &mut Ui) {
        ui.horizontal(|ui| {
            heading(ui, ctx.tokens, "What is otherwise, and what follows from it?");
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if link(ui, ctx.tokens, "Back to the chamber").clicked() {
                    ctx.send(Command::Show(Screen::Chamber));
                }
            });
        });
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
            let combo = ComboBox::from_id_salt(name).selected_text(shown).width(320.0).truncate();
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
        let step = ROW + space::XS;
        let scroll = ScrollArea::vertical().auto_shrink([false, false]);
        scroll.show_rows(ui, step - ui.spacing().item_spacing.y, rows.len(), |ui, shown| {
            for pair in &rows[shown] {
                row(ctx, (a, b), **pair, ui);
            }
        });
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

/// The texts that end differently.
fn endings(ctx: ViewCtx<'_>, session: &Session, compared: &Compared, ui: &mut Ui) {
    let moved = compared.events.positions.len();
    if compared.outcomes.is_empty() {
        let words = match moved {
            0 => "Every text ends as in the other branch, and no position differs.".to_owned(),
            1 => "Every text ends as in the other branch; one position differs.".to_owned(),
            _ => format!("Every text ends as in the other branch; {moved} positions differ."),
        };
        ui.label(rich(words, Text::Body, ctx.tokens.text));
        return;
    }
    section(ui, ctx.tokens, "Texts that end differently", None);
    let scenario = session.scenario();
    ScrollArea::vertical().id_salt("endings").max_height(150.0).show(ui, |ui| {
        for change in &compared.outcomes {
            let title = &scenario.outcomes[change.outcome].title;
            let said = |ending: &crate::session::Ending| {
                format!("{} ({})", upper_first(&ending.result), ending.reason)
            };
            ui.columns(2, |columns| {
                let left = format!("{title}: {}", said(&change.first));
                columns[0].add(Label::new(rich(left, Text::Body, ctx.tokens.text)).wrap());
                let right = format!("{title}: {}", said(&change.second));
                columns[1].add(Label::new(rich(right, Text::BodyStrong, ctx.tokens.text)).wrap());
            });
        }
    });
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
    let (sign, _) = sign(pair.likeness);
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
    let response: Response = ui.interact(rect, id, Sense::click());
    let name = format!("Turn {}, {who}, {}: {what}", at + 1, sign(likeness).1);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    described(&response, branch.name());
    let fill = match (response.hovered(), likeness) {
        (true, _) => ctx.tokens.hover,
        (false, Likeness::Same) => ctx.tokens.background,
        (false, _) => ctx.tokens.panel,
    };
    ui.painter().rect_filled(rect, radius::M, fill);
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
