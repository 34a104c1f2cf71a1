//! Toasts: what has just been done and how to undo it, in a corner, for a while.

use eframe::egui::{Align2, Area, Context, Id, Order, Vec2, vec2};

use crate::app::command::Command;
use crate::app::context::ViewCtx;
use crate::app::theme::space;
use crate::app::widgets::{Notice, NoticeClick, Severity, notice};

/// How long information stays, in seconds: long enough to read it twice and reach its button.
const INFORMATION_SECS: f64 = 12.0;
/// Older ones go when there are more.
const MOST: usize = 4;
const WIDTH: f32 = 520.0;
/// Room for what stands at the foot of the chamber: timeline and branches.
const FOOT: f32 = 116.0;

/// Something to tell.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::app) struct Message {
    pub(in crate::app) severity: Severity,
    pub(in crate::app) text: String,
    /// What can be done about it.
    pub(in crate::app) actions: Vec<(&'static str, Command)>,
}

#[derive(Debug)]
struct Toast {
    number: u64,
    message: Message,
    /// Seconds of the window's clock at which it was first shown.
    since: Option<f64>,
}

impl Toast {
    /// When it goes; a warning stays until it is put away.
    fn until(&self) -> Option<f64> {
        let passes = self.message.severity != Severity::Warning;
        self.since.filter(|_| passes).map(|since| since + INFORMATION_SECS)
    }
}

/// The toasts on screen, the newest last.
#[derive(Debug, Default)]
pub(in crate::app) struct Toasts {
    shown: Vec<Toast>,
    told: u64,
}

impl Toasts {
    /// Tells something.
    pub(in crate::app) fn tell(&mut self, message: Message) {
        // Said once more, it is the newest; two sessions of one title are two.
        self.shown.retain(|toast| toast.message != message);
        self.told += 1;
        self.shown.push(Toast { number: self.told, message, since: None });
        if self.shown.len() > MOST {
            self.shown.remove(0);
        }
    }

    /// Puts one away.
    pub(in crate::app) fn dismiss(&mut self, number: u64) {
        self.shown.retain(|toast| toast.number != number);
    }

    /// Takes away what was only for information; a warning stays until it is put away.
    pub(in crate::app) fn forget_information(&mut self) {
        self.shown.retain(|toast| toast.message.severity == Severity::Warning);
    }

    /// Takes away all of them.
    pub(in crate::app) fn clear(&mut self) {
        self.shown.clear();
    }

    /// Lets time pass, and asks for a frame when the next one goes.
    pub(in crate::app) fn advance(&mut self, ctx: &Context) {
        let now = ctx.input(|input| input.time);
        for toast in &mut self.shown {
            toast.since.get_or_insert(now);
        }
        self.shown.retain(|toast| toast.until().is_none_or(|until| until > now));
        let next = self.shown.iter().filter_map(Toast::until).min_by(f64::total_cmp);
        if let Some(until) = next {
            ctx.request_repaint_after_secs((until - now) as f32);
        }
    }

    /// Draws them in the corner below the right.
    pub(in crate::app) fn draw(&self, ctx: ViewCtx<'_>, window: &Context) {
        let mut offset = Vec2::new(-space::L, -FOOT);
        for toast in self.shown.iter().rev() {
            let area = Area::new(Id::unique(("toast", toast.number)))
                .order(Order::Foreground)
                .anchor(Align2::RIGHT_BOTTOM, offset)
                .show(window, |ui| {
                    let width = WIDTH.min(ui.ctx().content_rect().width() - 2.0 * space::L);
                    ui.set_width(width);
                    let message = &toast.message;
                    let actions: Vec<&str> = message.actions.iter().map(|it| it.0).collect();
                    let it = Notice {
                        severity: message.severity,
                        text: &message.text,
                        actions: &actions,
                        closes: true,
                    };
                    notice(ui, ctx.tokens, &it)
                });
            offset -= vec2(0.0, area.response.rect.height() + space::S);
            if area.inner.is_some() {
                ctx.send(Command::Dismiss(toast.number));
            }
            if let Some(NoticeClick::Action(at)) = area.inner {
                ctx.send(toast.message.actions[at].1.clone());
            }
        }
    }
}
