//! Red lines: their order, and positions outside them.

use super::super::codes::Code;
use super::super::diagnostic::Diagnostics;
use super::super::nearest::shown;
use super::Context;

pub(super) fn check(context: &Context<'_>, problems: &mut Diagnostics) {
    for member in &context.file.members {
        for stance in &member.value.stances {
            let Some(line) = &stance.value.red_line else {
                continue;
            };
            let (Some(low), Some(high)) = (line.low.sound(), line.high.sound()) else {
                continue;
            };
            if low > high {
                let span = line.low.span.to(line.high.span);
                let message = format!("the red line runs from {low} down to {high}");
                let hint = format!("write the lower end first: ({high}, {low})");
                problems.report(Code::RedLineUpsideDown, span, message, hint);
                continue;
            }
            let position = &stance.value.position;
            if position.sound().is_some_and(|at| at < low || at > high) {
                let message = format!(
                    "`{}` stands at {} on `{}`, outside what it accepts, {low} to {high}",
                    shown(&member.key.value),
                    position.value,
                    shown(&stance.key.value),
                );
                let hint = "move the position inside the red line, or the red line around it";
                problems.report(Code::PositionOutsideRedLine, position.span, message, hint);
            }
        }
    }
}
