//! What the visitor's system asks of the screen: dark colours, less motion. Always answered; no answer means no.

use super::{Listeners, page, window};
use gloo::events::EventListener;
use wasm_bindgen::JsCast;

const DARK: &str = "(prefers-color-scheme: dark)";
const PRINT: &str = "print";

fn matches(query: &str) -> bool {
    window().ok().and_then(|w| w.match_media(query).ok().flatten()).is_some_and(|m| m.matches())
}

/// What the host of a frame asked for comes first.
pub fn dark() -> bool {
    match page::theme().as_deref() {
        Some("sombre") => true,
        Some("clair") => false,
        _ => matches(DARK),
    }
}

/// Whether filters and results cannot stand side by side: the width of `layout.css`.
pub fn narrow() -> bool {
    matches("(max-width: 61.99rem)")
}

pub fn reduced_motion() -> bool {
    matches("(prefers-reduced-motion: reduce)")
}

/// Whether the page is being laid out for paper.
pub fn print() -> bool {
    matches(PRINT)
}

/// Calls back when the system changes between light and dark, or between screen and paper, until the listeners are
/// dropped.
pub fn on_change(call: impl Fn() + Clone + 'static) -> Listeners {
    let listen = |query| {
        let list = window().ok()?.match_media(query).ok().flatten()?;
        let call = call.clone();
        Some(EventListener::new(list.unchecked_ref(), "change", move |_| call()))
    };
    [DARK, PRINT].into_iter().filter_map(listen).collect()
}

/// Calls back before the page is laid out for a printer, and once it no longer is.
pub fn on_print(before: impl Fn() + 'static, after: impl Fn() + 'static) -> Listeners {
    let Ok(window) = window() else { return Listeners::default() };
    let before = EventListener::new(&window, "beforeprint", move |_| before());
    let after = EventListener::new(&window, "afterprint", move |_| after());
    [before, after].into_iter().collect()
}
