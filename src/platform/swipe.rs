//! A finger drawn across the screen.

use super::{Listeners, document};
use gloo::events::EventListener;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Touch, TouchEvent};

/// Shortest way that is one, in CSS pixels, and how much longer across than down.
const ACROSS: i32 = 60;
const STEEP: i32 = 2;

/// Calls with whether the finger went to the left (what is next) or to the right.
pub fn on_swipe(call: impl Fn(bool) + 'static) -> Listeners {
    let Ok(document) = document() else { return Vec::new() };
    let from: Rc<Cell<Option<(i32, i32)>>> = Rc::default();
    let place = |touch: Option<Touch>| touch.map(|t| (t.client_x(), t.client_y()));
    let start = {
        let from = from.clone();
        EventListener::new(&document, "touchstart", move |event| {
            let touches = event.dyn_ref::<TouchEvent>().map(TouchEvent::touches);
            // Two fingers are a zoom.
            let one = touches.filter(|t| t.length() == 1);
            from.set(one.and_then(|t| place(t.get(0))));
        })
    };
    let end = EventListener::new(&document, "touchend", move |event| {
        let touches = event.dyn_ref::<TouchEvent>().map(TouchEvent::changed_touches);
        let (Some((x, y)), Some((to_x, to_y))) = (from.take(), touches.and_then(|t| place(t.get(0)))) else { return };
        let (across, down) = (to_x - x, to_y - y);
        if across.abs() >= ACROSS && across.abs() > STEEP * down.abs() {
            call(across < 0);
        }
    });
    vec![start, end]
}
