//! The network coming back: a page that could not be fetched can be tried again. Browsers that never tell leave the
//! visitor's own button.

use super::{Listeners, window};
use gloo::events::EventListener;
use wasm_bindgen::JsCast;

/// Calls back each time the browser finds the network again.
pub fn on_back(call: impl Fn() + 'static) -> Listeners {
    window().ok().map(|w| EventListener::new(w.unchecked_ref(), "online", move |_| call())).into_iter().collect()
}
