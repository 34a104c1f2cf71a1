//! From keys to commands, by the one table.

use eframe::egui::{Context, Event, FocusDirection, Key, KeyboardShortcut};

use crate::app::command::{Command, Entry, Overlay, Screen, TABLE};
use crate::session::Session;

/// The commands whose keys were pressed on `screen`; their keys are taken out of the input.
pub(super) fn pressed(ctx: &Context, screen: Screen, session: Option<&Session>) -> Vec<Command> {
    let typing = ctx.text_edit_focused();
    let focused = ctx.memory(|memory| memory.focused().is_some());
    let works = |entry: &&Entry| {
        let Some(shortcut) = entry.keys_on(screen) else { return false };
        let key = shortcut.logical_key;
        let plain = shortcut.modifiers.is_none();
        // Who types means letters; a focused button is pressed by Enter and Space.
        let taken = (typing && plain && !matches!(key, Key::F1 | Key::F5 | Key::F11))
            || (focused && plain && matches!(key, Key::Enter | Key::Space));
        entry.on.contains(&screen) && !taken && entry.command.is_available(session)
    };
    let mut commands = Vec::new();
    for entry in TABLE.iter().filter(works) {
        let presses = entry.shortcut.map_or(0, |shortcut| take(ctx, shortcut));
        for _ in 0..presses {
            commands.push(entry.command.clone());
        }
    }
    if focused && !commands.is_empty() {
        // An arrow that was a command moves no focus.
        ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
    commands
}

/// While the help lies over the screen, keys only close it.
pub(super) fn closing(ctx: &Context) -> Vec<Command> {
    let keys = [Key::Escape, Key::F1, Key::Enter, Key::Space];
    let plain = |key| KeyboardShortcut::new(eframe::egui::Modifiers::NONE, key);
    let taken: usize = keys.into_iter().map(|key| take(ctx, plain(key))).sum();
    if taken > 0 { vec![Command::CloseOverlay] } else { Vec::new() }
}

/// While the palette lies over the screen, only the key that opened it is a command.
pub(super) fn palette(ctx: &Context) -> Vec<Command> {
    let open = Command::Overlay(Overlay::Palette);
    let presses = open.shortcut().map_or(0, |shortcut| take(ctx, shortcut));
    if presses > 0 { vec![Command::CloseOverlay] } else { Vec::new() }
}

/// Whether the key is a sign that stands elsewhere, and may need Shift, on other keyboards.
const fn is_sign(shortcut: KeyboardShortcut) -> bool {
    matches!(
        shortcut.logical_key,
        Key::Plus | Key::Minus | Key::Slash | Key::OpenBracket | Key::CloseBracket
    )
}

/// How often the keys were pressed in this frame. A key that is held counts for arrows and sizes
/// only: the Enter that opens a scenario must not start it as well.
fn take(ctx: &Context, shortcut: KeyboardShortcut) -> usize {
    let repeats = matches!(
        shortcut.logical_key,
        Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown | Key::Plus | Key::Minus
    );
    let mut count = 0;
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, pressed: true, modifiers, repeat, .. } = event else {
                return true;
            };
            // On many keyboards the plus is the shifted equals sign.
            let same = *key == shortcut.logical_key
                || (*key == Key::Equals && shortcut.logical_key == Key::Plus);
            // Where a sign is printed on a keyboard, Shift is only the way to it.
            let shifted = modifiers.shift == shortcut.modifiers.shift || is_sign(shortcut);
            let meant = same && shifted && modifiers.matches_logically(shortcut.modifiers);
            if meant && (repeats || !repeat) {
                count += 1;
            }
            !meant
        });
    });
    count
}
