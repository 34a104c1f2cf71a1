//! Who takes part: the members of the Council in a table that can be sorted, and those invited.

use std::cmp::Ordering;

use eframe::egui::{
    CursorIcon, Rect, Role, Sense, Ui, WidgetInfo, accesskit::SortDirection, pos2, vec2,
};

use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, radius, rich, space};
use crate::app::widgets::{Icon, columns, focus_ring, paint_icon};
use crate::council::{DelegationId, Membership, Style};
use crate::scenario::Scenario;

/// By which column the members are sorted, and in which direction.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sort {
    by: Column,
    is_descending: bool,
}

/// A column of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Column {
    #[default]
    Member,
    Seat,
    Groups,
    Influence,
    Speaker,
}

impl Column {
    const ALL: [Self; 5] = [Self::Member, Self::Seat, Self::Groups, Self::Influence, Self::Speaker];

    const fn title(self) -> &'static str {
        match self {
            Self::Member => "Member",
            Self::Seat => "Seat",
            Self::Groups => "Groups",
            Self::Influence => "Influence",
            Self::Speaker => "Speaker",
        }
    }

    /// Whether the highest comes first when a person first sorts by it.
    const fn begins_descending(self) -> bool {
        matches!(self, Self::Influence)
    }
}

/// The parts of the width that the columns take, where all of them have something to tell.
const PARTS: [f32; 5] = [0.22, 0.19, 0.22, 0.12, 0.25];

/// The share of the width that each column takes: nothing for one that is empty in every row.
fn widths(scenario: &Scenario, rows: &[DelegationId]) -> [f32; 5] {
    let mut parts = PARTS;
    let told = |of: fn(&Scenario, DelegationId) -> String| {
        rows.iter().any(|&id| !of(scenario, id).is_empty())
    };
    for (at, is_told) in [(2, told(groups)), (4, told(speaker))] {
        if !is_told {
            parts[at] = 0.0;
        }
    }
    let all: f32 = parts.iter().sum();
    parts.map(|part| part / all)
}

/// The members, as they sit unless a person sorts them otherwise.
pub(super) fn members(ctx: ViewCtx<'_>, scenario: &Scenario, sort: &mut Sort, ui: &mut Ui) {
    let mut rows = scenario.seating().to_vec();
    if rows.iter().any(|&id| style(scenario, id).is_some()) {
        let text = "Most speak in the usual tone; candid delegations say plainly what they want, \
                    guarded ones stay near agreed language.";
        super::sections::weak(ctx, text, ui);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let width = ui.available_width() - space::S;
    let widths = widths(scenario, &rows).map(|share| share * width);
    head(ctx, widths, sort, ui);
    // A stable sort: of equals, the order in which they sit.
    rows.sort_by(|&a, &b| {
        let order = compare(scenario, sort.by, (a, b));
        if sort.is_descending { order.reverse() } else { order }
    });
    let weak = |text: String| vec![rich(text, Text::Small, ctx.tokens.text_weak)];
    for id in rows {
        let member = &scenario.members[id];
        let mut about = seat(scenario, id);
        if let Some(style) = style(scenario, id) {
            about = format!("{about}, {style}");
        }
        let influence = format!("{:.0}", member.influence.get() * 100.0);
        let cells = [
            vec![rich(upper_first(&member.name.short), Text::Body, ctx.tokens.text)],
            weak(about),
            weak(groups(scenario, id)),
            weak(influence),
            weak(speaker(scenario, id)),
        ];
        columns(ui, ctx.tokens, widths, cells);
    }
    ui.add_space(space::XS);
    let text = "Influence is how much a statement of the delegation weighs with others, on a scale \
                of 0 to 100.";
    ui.label(rich(text, Text::Small, ctx.tokens.text_weak));
}

/// The names of the columns, each a button that sorts.
fn head(ctx: ViewCtx<'_>, widths: [f32; 5], sort: &mut Sort, ui: &mut Ui) {
    let start = ui.cursor().min;
    let height = 30.0;
    let mut left = start.x;
    for (column, width) in Column::ALL.into_iter().zip(widths).filter(|(_, width)| *width > 0.0) {
        let rect = Rect::from_min_size(pos2(left, start.y), vec2(width - space::XS, height));
        if header(ctx, (column, *sort), rect, ui) {
            let same = sort.by == column;
            sort.is_descending =
                if same { !sort.is_descending } else { column.begins_descending() };
            sort.by = column;
        }
        left += width;
    }
    let (rect, _) = ui.allocate_exact_size(vec2(left - start.x, height), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, ctx.tokens.line_strong));
}

/// Draws the head of a column; whether it was asked to sort by it.
fn header(ctx: ViewCtx<'_>, (column, sort): (Column, Sort), rect: Rect, ui: &Ui) -> bool {
    let tokens = ctx.tokens;
    let is_sorted = sort.by == column;
    let response = ui.interact(rect, ui.scope_id().with(("sort", column.title())), Sense::click());
    let state = match (is_sorted, sort.is_descending) {
        (false, _) => "not sorted",
        (true, false) => "sorted ascending",
        (true, true) => "sorted descending",
    };
    let name = format!("{}, {state}", column.title());
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, ui.is_enabled(), &name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        if is_sorted {
            let descending = sort.is_descending;
            node.set_sort_direction(if descending {
                SortDirection::Descending
            } else {
                SortDirection::Ascending
            });
        }
    });
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect.expand2(vec2(space::XS, -2.0)), radius::S, tokens.hover);
    }
    let color = if is_sorted { tokens.text } else { tokens.text_weak };
    let font = Text::SmallStrong.font();
    let galley = painter.layout_no_wrap(column.title().to_owned(), font, color);
    let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    let after = at.x + galley.size().x + space::XS + 6.0;
    painter.galley(at, galley, color);
    if is_sorted {
        let icon = if sort.is_descending { Icon::ChevronDown } else { Icon::ChevronUp };
        let square = Rect::from_center_size(pos2(after, rect.center().y), vec2(12.0, 12.0));
        paint_icon(painter, square, icon, color);
    }
    focus_ring(ui, tokens, &response, radius::S);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

fn compare(scenario: &Scenario, by: Column, (a, b): (DelegationId, DelegationId)) -> Ordering {
    let [first, second] = [a, b].map(|id| &scenario.members[id]);
    match by {
        Column::Member => first.name.short.cmp(&second.name.short),
        Column::Seat => first.membership.cmp(&second.membership),
        Column::Groups => after_nothing(groups(scenario, a), groups(scenario, b)),
        Column::Influence => first.influence.get().total_cmp(&second.influence.get()),
        Column::Speaker => after_nothing(speaker(scenario, a), speaker(scenario, b)),
    }
}

/// In alphabetical order, what is empty last.
fn after_nothing(a: String, b: String) -> Ordering {
    (a.is_empty(), a).cmp(&(b.is_empty(), b))
}

/// The invited participants, in the order of the file.
pub(super) fn invited(ctx: ViewCtx<'_>, scenario: &Scenario, ui: &mut Ui) {
    super::sections::weak(ctx, "They speak and do not vote.", ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let width = ui.available_width() - space::S;
    let widths = [0.36 * width, 0.24 * width, 0.40 * width];
    for id in scenario.invited() {
        let name = upper_first(&scenario.members[id].name.short);
        let cells = [
            vec![rich(name, Text::Body, ctx.tokens.text)],
            vec![rich(role(scenario, id), Text::Small, ctx.tokens.text_weak)],
            vec![rich(speaker(scenario, id), Text::Small, ctx.tokens.text_weak)],
        ];
        columns(ui, ctx.tokens, widths, cells);
    }
}

/// The groups to which a delegation belongs, as their members name them.
fn groups(scenario: &Scenario, id: DelegationId) -> String {
    let groups = scenario.groups.iter().filter(|group| group.members.contains(&id));
    let mut names: Vec<&str> = groups.map(|group| group.name.as_str()).collect();
    names.sort_unstable();
    names.join(", ")
}

fn speaker(scenario: &Scenario, id: DelegationId) -> String {
    scenario.members[id].speaker.as_ref().map_or_else(String::new, |speaker| {
        let title = speaker.title.as_deref().map_or_else(String::new, |it| format!(", {it}"));
        format!("{}{title}", speaker.name)
    })
}

fn seat(scenario: &Scenario, id: DelegationId) -> String {
    let seat = match scenario.members[id].membership {
        Membership::Permanent => "permanent member",
        _ => "elected member",
    };
    if id == scenario.president { format!("{seat}, President") } else { seat.to_owned() }
}

fn role(scenario: &Scenario, id: DelegationId) -> String {
    let member = &scenario.members[id];
    match member.membership {
        _ if member.is_briefer() => "briefer, rule 39".to_owned(),
        Membership::Rule39 => "rule 39".to_owned(),
        _ => "rule 37".to_owned(),
    }
}

fn style(scenario: &Scenario, id: DelegationId) -> Option<&'static str> {
    match scenario.members[id].style {
        Style::Candid => Some("candid"),
        Style::Measured => None,
        Style::Guarded => Some("guarded"),
    }
}
