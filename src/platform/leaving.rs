//! Asking before the page goes while something would be lost. The browser words the question; some never ask.

use super::{Listeners, window};
use gloo::events::{EventListener, EventListenerOptions};

/// `losing` tells whether something would be lost now.
pub fn on_leave(losing: impl Fn() -> bool + 'static) -> Listeners {
    let options = EventListenerOptions::enable_prevent_default();
    let ask = move |event: &web_sys::Event| {
        if losing() {
            event.prevent_default();
        }
    };
    let listen = |window: web_sys::Window| EventListener::new_with_options(&window, "beforeunload", options, ask);
    window().ok().map(listen).into_iter().collect()
}
