//! What the visitor's system asks of the screen: dark colours, less motion. Always answered; no answer means no.

use super::window;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;

const DARK: &str = "(prefers-color-scheme: dark)";

fn matches(query: &str) -> bool {
    window().ok().and_then(|w| w.match_media(query).ok().flatten()).is_some_and(|m| m.matches())
}

pub fn dark() -> bool {
    matches(DARK)
}

/// Whether filters and results cannot stand side by side: the width of `layout.css`.
pub fn narrow() -> bool {
    matches("(max-width: 61.99rem)")
}

pub fn reduced_motion() -> bool {
    matches("(prefers-reduced-motion: reduce)")
}

/// Calls back when the system changes between light and dark, until the listener is dropped.
pub fn on_dark_change(call: impl Fn() + 'static) -> Option<EventListener> {
    let list = window().ok()?.match_media(DARK).ok().flatten()?;
    Some(EventListener::new(list.unchecked_ref(), "change", move |_| call()))
}
