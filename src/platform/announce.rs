//! Status messages for screen readers: one message once the visitor pauses, not one a letter (RGAA 7.5).

use gloo::timers::callback::Timeout;
use std::any::Any;
use std::cell::RefCell;
use web_sys::Element;

/// Pause after which a change is told, in milliseconds.
const PAUSE: u32 = 350;

/// A live region of the page.
pub struct Region {
    element: Element,
    /// The message that waits; dropping it forgets it.
    pending: RefCell<Option<Timeout>>,
}

impl Region {
    /// Takes charge of the element a host was given.
    pub fn new(place: &dyn Any) -> Option<Region> {
        let element = place.downcast_ref::<Element>()?.clone();
        Some(Region { element, pending: RefCell::default() })
    }

    /// Tells `message` after a pause, instead of any that waits; at once when the region has just appeared.
    pub fn tell(&self, message: String, at_once: bool) {
        let element = self.element.clone();
        if at_once {
            if element.text_content().as_deref() != Some(&message) {
                element.set_text_content(Some(&message));
            }
            return;
        }
        let write = move || {
            // The same words again are a change all the same: a space that nobody hears makes them one.
            let again = element.text_content().as_deref() == Some(&message);
            element.set_text_content(Some(&(message + if again { "\u{a0}" } else { "" })));
        };
        self.pending.replace(Some(Timeout::new(PAUSE, write)));
    }
}
