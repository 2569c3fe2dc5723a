//! Something that comes near the window: work for what nobody sees yet can wait. Where browsers do not tell, everything is
//! near at once.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// How far from the window is near.
const MARGIN: &str = "400px";

/// Watches until it is dropped.
pub struct Watch {
    observer: Option<IntersectionObserver>,
    _on_change: Closure<dyn FnMut(js_sys::Array, IntersectionObserver)>,
}

/// Calls once when the element first comes near the window.
pub fn when_near(place: &dyn Any, call: impl FnOnce() + 'static) -> Option<Watch> {
    let mut call = Some(call);
    let call = Rc::new(RefCell::new(move || {
        if let Some(call) = call.take() {
            call();
        }
    }));
    let now = call.clone();
    // The observer calls once at first, near or not.
    let on_change = Closure::<dyn FnMut(_, _)>::new(move |entries: js_sys::Array, observer: IntersectionObserver| {
        if entries.iter().any(|e| e.unchecked_into::<IntersectionObserverEntry>().is_intersecting()) {
            observer.disconnect();
            now.borrow_mut()();
        }
    });
    let settings = IntersectionObserverInit::new();
    settings.set_root_margin(MARGIN);
    let element = place.downcast_ref::<Element>()?;
    let observer = IntersectionObserver::new_with_options(on_change.as_ref().unchecked_ref(), &settings).ok();
    match &observer {
        Some(observer) => observer.observe(element),
        None => call.borrow_mut()(),
    }
    Some(Watch { observer, _on_change: on_change })
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
