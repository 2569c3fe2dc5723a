//! The second click of a double one, when the first took away what it fell on: it would press what came in its place.

use super::{Listeners, document};
use gloo::events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{MouseEvent, Node};

/// Swallows such clicks before anybody hears them.
pub fn ignored() -> Listeners {
    let Ok(document) = document() else { return Vec::new() };
    let options = EventListenerOptions { phase: gloo::events::EventListenerPhase::Capture, passive: false };
    let last: RefCell<Option<Node>> = RefCell::new(None);
    let clicks = EventListener::new_with_options(&document, "click", options, move |event| {
        let target = event.target().and_then(|t| t.dyn_into::<Node>().ok());
        let again = event.dyn_ref::<MouseEvent>().is_some_and(|click| click.detail() > 1);
        let gone = last.replace(target).is_some_and(|before| !before.is_connected());
        if again && gone {
            event.prevent_default();
            event.stop_immediate_propagation();
        }
    });
    vec![clicks]
}
