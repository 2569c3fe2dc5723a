//! One event of one element.

use crate::view::node::Handler;
use gloo::events::EventListener;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::Node as Dom;

/// One listener for the life of the element; its handler changes with each update.
pub struct Listener {
    pub event: &'static str,
    pub handler: Rc<RefCell<Handler>>,
    _held: EventListener,
}

impl Listener {
    pub fn new(dom: &Dom, event: &'static str, handler: Handler) -> Self {
        let handler = Rc::new(RefCell::new(handler));
        let current = handler.clone();
        let held = EventListener::new(dom, event, move |event| {
            let field = event.target().map(JsValue::from).unwrap_or_default();
            let value = js_sys::Reflect::get(&field, &"value".into()).ok().and_then(|v| v.as_string());
            // Taken out first: the handler may update this very listener.
            let call = current.borrow().clone();
            call(value.as_deref().unwrap_or_default());
        });
        Listener { event, handler, _held: held }
    }
}
