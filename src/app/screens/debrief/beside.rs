//! A seat that was played beside many debates with the model in it.

use eframe::egui::{ProgressBar, Ui, vec2};

use crate::analysis::seat::{SeatResult, Standing};
use crate::app::command::Command;
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, rich, size, space};
use crate::app::widgets::{named, ringed, section};
use crate::app::{Beside, DEBATES};
use crate::ensemble::Share;
use crate::session::Session;
use crate::text::grouped;

use super::{body, weak};

/// How long one waits for the next look at how far they have come, in milliseconds.
const LOOK: u64 = 100;

/// Draws it.
pub(super) fn beside(ctx: ViewCtx<'_>, session: &Session, result: &SeatResult, ui: &mut Ui) {
    let debates = grouped(DEBATES);
    let name = format!("Beside {debates} debates with the model in this seat");
    section(ui, ctx.tokens, &name, None);
    if !session.has_ended() {
        return weak(ctx, "It can be compared when the debate is over.", ui);
    }
    let held = ctx.beside.iter().find(|it| it.is_of(session, result.who));
    let text = format!(
        "The {debates} debates differ by luck alone; how far this one stands out among them tells \
         what was done in the seat from what luck would have brought, though one debate proves \
         little."
    );
    match held.map(|it| (it, it.found())) {
        Some((it, None)) => progress(ctx, it, ui),
        Some((_, Some(found))) if !found.points.is_empty() => {
            told(ctx, result, &found, ui);
            weak(ctx, &text, ui);
            if (found.points.len() as u64) < DEBATES {
                let stopped = found.points.len() as u64;
                weak(ctx, &format!("Stopped after {} debates.", grouped(stopped)), ui);
                hold(ctx, (session, result), ui);
            }
        }
        _ => {
            weak(ctx, &text, ui);
            hold(ctx, (session, result), ui);
        }
    }
}

fn hold(ctx: ViewCtx<'_>, (session, result): (&Session, &SeatResult), ui: &mut Ui) {
    let words = format!("Hold {} debates", grouped(DEBATES));
    let button = ui.button(&words);
    let name = session.scenario().members[result.who].name.in_sentence();
    named(&button, &format!("{words} with the model in the seat of {name}"));
    if ringed(ui, ctx.tokens, button).clicked() {
        ctx.send(Command::HoldBeside(result.who));
    }
}

fn progress(ctx: ViewCtx<'_>, it: &Beside, ui: &mut Ui) {
    ui.request_repaint_after(std::time::Duration::from_millis(LOOK));
    ui.horizontal(|ui| {
        let words = format!("{} of {} debates", grouped(it.done()), grouped(DEBATES));
        ui.label(rich(words, Text::Body, ctx.tokens.text));
        let bar = ProgressBar::new(it.done() as f32 / DEBATES as f32)
            .desired_width(160.0)
            .desired_height(space::S)
            .fill(ctx.tokens.accent);
        named(&ui.add(bar), "Debates held");
        let cancel = eframe::egui::Button::new("Cancel").min_size(vec2(0.0, size::CONTROL));
        let cancel = ui.add(cancel);
        if ringed(ui, ctx.tokens, cancel).clicked() {
            ctx.send(Command::CancelBeside);
        }
    });
}

fn told(ctx: ViewCtx<'_>, result: &SeatResult, found: &Standing, ui: &mut Ui) {
    let share = found.better_than(result.points());
    ui.label(rich(better(share), Text::BodyStrong, ctx.tokens.text));
    let at = |share: f64| {
        let last = found.points.len() - 1;
        found.points[(share * last as f64).round() as usize]
    };
    let text = format!(
        "This debate brought {:.0} points. With the model in the seat, half of the debates \
         brought between {:.0} and {:.0}, the one in the middle {:.0}, the lowest {:.0} and the \
         highest {:.0}. Debates with as many points count by half.",
        result.points(),
        at(0.25),
        at(0.75),
        found.median().unwrap_or_default(),
        at(0.0),
        at(1.0)
    );
    body(ctx, &text, ui);
}

/// "Better than 7 of 10 (between 6.6 and 7.3)".
fn better(share: Share) -> String {
    let ten = |share: f64| share * 10.0;
    let between = format!("(between {:.1} and {:.1})", ten(share.low), ten(share.high));
    let (exact, whole) = (ten(share.share), ten(share.share).round());
    if exact < 0.5 {
        "Hardly any debate with the model in the seat did worse".to_owned()
    } else if exact >= 9.5 {
        "Nearly all debates with the model in the seat did worse".to_owned()
    } else if (ten(share.low)..=ten(share.high)).contains(&whole) {
        format!("Better than {whole:.0} of 10 {between}")
    } else {
        // A whole number outside its interval would look wrong.
        format!("Better than {exact:.1} of 10 {between}")
    }
}

#[cfg(test)]
mod tests {
    use super::better;
    use crate::ensemble::Share;

    #[test]
    fn a_share_is_told_in_tenths_with_its_interval() {
        assert_eq!(better(Share::of(700, 1000)), "Better than 7 of 10 (between 6.7 and 7.3)");
        assert_eq!(better(Share::of(250, 1000)), "Better than 2.5 of 10 (between 2.2 and 2.8)");
        assert!(better(Share::of(0, 1000)).starts_with("Hardly any debate"));
        assert!(better(Share::of(990, 1000)).starts_with("Nearly all debates"));
    }
}
