//! Something that comes near the window: work for what nobody sees yet can wait. Where browsers do not tell, everything is
//! near at once.

use std::any::Any;
use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// How far from the window is near.
const MARGIN: &str = "400px";

/// Watches until it is dropped.
pub struct Watch {
    observer: Option<IntersectionObserver>,
    _on_change: Option<Closure<dyn FnMut(js_sys::Array)>>,
}

/// Calls once when the element first comes near the window.
pub fn when_near(place: &dyn Any, call: impl FnOnce() + 'static) -> Watch {
    let mut call = Some(call);
    let mut now = move || {
        if let Some(call) = call.take() {
            call();
        }
    };
    let settings = IntersectionObserverInit::new();
    settings.set_root_margin(MARGIN);
    let Some(element) = place.downcast_ref::<Element>() else {
        now();
        return Watch { observer: None, _on_change: None };
    };
    // The observer calls once at first, near or not.
    let on_change = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        if entries.iter().any(|e| e.unchecked_into::<IntersectionObserverEntry>().is_intersecting()) {
            now();
        }
    });
    let observer = IntersectionObserver::new_with_options(on_change.as_ref().unchecked_ref(), &settings).ok();
    if let Some(observer) = &observer {
        observer.observe(element);
    }
    Watch { observer, _on_change: Some(on_change) }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
