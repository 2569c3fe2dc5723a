//! Dragging an item of a list onto another: a convenience beside the buttons that do the same. Not on touch screens, whose
//! browsers do not drag.

use super::{Listeners, document};
use gloo::events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, Event};

/// Attribute of what can be dragged, and of what it can be dropped on: what it is, for the caller.
pub const DRAG: &str = "data-glisser";
pub const DROP: &str = "data-deposer";

/// While it is dragged; while something is above it.
const DRAGGED: &str = "data-glisse";
const OVER: &str = "data-survol";

/// Calls with what was dragged and what it was dropped on.
pub fn on_drop(call: impl Fn(&str, &str) + 'static) -> Listeners {
    let Ok(document) = document() else { return Vec::new() };
    let held: Rc<RefCell<Option<Element>>> = Rc::default();
    let over: Rc<RefCell<Option<Element>>> = Rc::default();
    let options = EventListenerOptions::enable_prevent_default;
    let listen = |name: &'static str, hear: Box<dyn Fn(&Event)>| {
        EventListener::new_with_options(&document, name, options(), move |event| hear(event))
    };
    let start = {
        let held = held.clone();
        listen(
            "dragstart",
            Box::new(move |event| {
                let Some(item) = closest(event, DRAG) else { return };
                // Without data some browsers do not drag.
                if let Some(data) = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer) {
                    let _ = data.set_data("text/plain", &item.text_content().unwrap_or_default());
                    data.set_effect_allowed("move");
                }
                let _ = item.set_attribute(DRAGGED, "");
                held.replace(Some(item));
            }),
        )
    };
    let above = {
        let (held, over) = (held.clone(), over.clone());
        listen(
            "dragover",
            Box::new(move |event| {
                let place = held.borrow().as_ref().and_then(|_| closest(event, DROP));
                if place.is_some() {
                    event.prevent_default();
                }
                let before = over.replace(place.clone());
                if before != place {
                    before.iter().for_each(|before| drop(before.remove_attribute(OVER)));
                    place.iter().for_each(|place| drop(place.set_attribute(OVER, "")));
                }
            }),
        )
    };
    let end = {
        let (held, over) = (held.clone(), over.clone());
        move || {
            let over = over.take();
            over.iter().for_each(|place| drop(place.remove_attribute(OVER)));
            let held = held.take();
            held.iter().for_each(|item| drop(item.remove_attribute(DRAGGED)));
            (held, over)
        }
    };
    let ended = end.clone();
    let dropped = listen(
        "drop",
        Box::new(move |event| {
            let (Some(item), Some(place)) = end() else { return };
            event.prevent_default();
            if let (Some(item), Some(place)) = (item.get_attribute(DRAG), place.get_attribute(DROP)) {
                call(&item, &place);
            }
        }),
    );
    let let_go = listen("dragend", Box::new(move |_| drop(ended())));
    vec![start, above, dropped, let_go]
}

fn closest(event: &Event, attribute: &str) -> Option<Element> {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    target.and_then(|t| t.closest(&format!("[{attribute}]")).ok()?)
}
