//! Keys, for a page that is led by them. Never those of a field one types in, nor those meant for the browser.

use super::{Listeners, document};
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Where one types or chooses: every key is the field's.
const FIELDS: &str = "input, textarea, select, [contenteditable]";

/// What answers to space and Enter itself.
const CONTROLS: &str = "a[href], button, summary, label";

/// A field that says where Enter leads.
const NEXT: &str = "data-ensuite";

/// Enter in a field that names another goes there: what was typed is entered on the way.
pub fn on_enter() -> Listeners {
    let Ok(document) = document() else { return Vec::new() };
    let pressed = EventListener::new(&document, "keydown", |event| {
        let enter =
            event.dyn_ref::<KeyboardEvent>().is_some_and(|press| press.key() == "Enter" && !press.is_composing());
        let field = event.target().and_then(|t| t.dyn_into::<Element>().ok()).filter(|_| enter);
        if let Some(next) = field.and_then(|field| field.get_attribute(NEXT)) {
            super::page::focus_without_scroll(&next);
        }
    });
    vec![pressed]
}

/// Calls with the name of each key that is nobody else's, and whether one was typing (Escape alone is heard there); the
/// browser does nothing more with those that were taken.
pub fn on_key(take: impl Fn(&str, bool) -> bool + 'static) -> Listeners {
    let Ok(document) = document() else { return Vec::new() };
    let options = EventListenerOptions::enable_prevent_default();
    let pressed = EventListener::new_with_options(&document, "keydown", options, move |event| {
        let Some(press) = event.dyn_ref::<KeyboardEvent>() else { return };
        let others = press.ctrl_key() || press.meta_key() || press.alt_key() || press.is_composing();
        if others || press.default_prevented() {
            return;
        }
        let key = press.key();
        let within = |selector| {
            let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
            target.is_some_and(|t| t.closest(selector).ok().flatten().is_some())
        };
        let held = match key.as_str() {
            "Escape" => false,
            " " | "Enter" => within(FIELDS) || within(CONTROLS),
            _ => within(FIELDS),
        };
        // A key held down is pressed once: a room is not led by a stuck clicker.
        if !held && (!press.repeat() || key.starts_with("Arrow")) && take(&key, within(FIELDS)) {
            event.prevent_default();
        }
    });
    vec![pressed]
}
