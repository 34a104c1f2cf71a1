//! About: what the model is and is not, and on whose work the program stands.

use eframe::egui::{CentralPanel, Frame, Ui};

use crate::app::context::ViewCtx;
use crate::app::theme::{Text, rich, size, space};
use crate::app::widgets::{heading, markdown, page, reading_width};

const MODEL: &str = "\
# A teaching model, not a prediction
Horseshoe shows how positions, procedure and rules of adoption together make an outcome. It does not say what a State will do. \
Everything said in the chamber is simulated: no sentence is a quotation, and none is attributed to a person.

# Where the numbers come from
Positions, salience and red lines are estimates by the authors of a scenario, from public sources of before the meeting; the \
Briefing lists the sources, and says where nothing public speaks to a point. Trust between delegations is, as a rule, how alike they voted in the General \
Assembly the year before. Another author would write other numbers, and the debate would take another course.

# How a debate runs
- Each issue is a scale. A delegation has a **position** on it, cares more or less (**salience**), and may have a **red line** that no text may cross.
- On its turn it speaks on what is most pressing to it, prompted by the guiding questions and by what was said before.
- A statement moves its listeners a little: more when they **trust** the speaker, when the speaker has **influence**, and when their instructions leave room.
- What a delegation declares on a text binds it in part; a text gains when friends table it.
- Votes fall by how much better a text is than today's situation, with some **chance**. The seed names the luck: the same scenario and seed give the same debate.

# How a text passes
- A **resolution** needs nine of fifteen votes, and no negative vote of a permanent member.
- A **procedural decision** needs nine, and knows no veto.
- A **presidential** or **press statement** needs that nobody objects.
- A **joint statement** is its signatories' own; a **summary** is the President's own.

Two texts at most are put to a decision in one meeting on the estimate of their penholders; the others stay expressions of support.

# What the model leaves out
Bargains between files, money, friendship between persons, instructions that change overnight, and almost everything that happens in corridors. \
Use it to ask better questions of the real meeting, and compare.";

const LICENCES: &str = "\
# Licences
The program: MIT or Apache 2.0, at your choice. The fonts Inter Regular and Inter SemiBold, by The Inter Project Authors: SIL Open Font License 1.1. \
For signs that Inter lacks: Ubuntu Light (Ubuntu Font Licence 1.0), Hack (MIT), Noto Emoji (SIL Open Font License 1.1), emoji-icon-font (MIT). \
The window is drawn by egui (MIT or Apache 2.0).

Horseshoe is not a product of the United Nations, and is endorsed by no delegation.";

/// Draws the screen, which keeps nothing.
pub(super) fn about(ctx: ViewCtx<'_>, ui: &mut Ui) {
    CentralPanel::default().frame(Frame::new()).show(ui, |ui| {
        page(ui, ctx.tokens, "about", |ui| {
            reading_width(ui, size::MEASURE, |ui| {
                heading(ui, ctx.tokens, "What does Horseshoe show, and what not?");
                let version = format!("Version {}", env!("CARGO_PKG_VERSION"));
                ui.label(rich(version, Text::Small, ctx.tokens.text_weak));
                ui.add_space(space::L);
                markdown(ui, ctx.tokens, MODEL);
                ui.add_space(space::L);
                markdown(ui, ctx.tokens, LICENCES);
            });
        });
    });
}
