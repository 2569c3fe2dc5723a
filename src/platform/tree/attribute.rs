//! Attributes on the page: written, and compared with what was printed.

use crate::view::node::Attr;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::Node as Dom;

#[wasm_bindgen]
extern "C" {
    /// A field, a box or a choice: what a visitor changes is a property of its own.
    type Field;
    #[wasm_bindgen(method, getter, structural)]
    fn value(this: &Field) -> String;
    #[wasm_bindgen(method, setter, structural)]
    fn set_value(this: &Field, text: &str);
    #[wasm_bindgen(method, getter, structural)]
    fn checked(this: &Field) -> bool;
    #[wasm_bindgen(method, setter, structural)]
    fn set_checked(this: &Field, on: bool);
    #[wasm_bindgen(method, getter, structural)]
    fn selected(this: &Field) -> bool;
    #[wasm_bindgen(method, setter, structural)]
    fn set_selected(this: &Field, on: bool);
}

/// Whether a visitor changes it by using the field: then it is compared with what the field holds.
pub fn held(name: &str, value: &Attr) -> bool {
    matches!(value, Attr::Typed(_)) || ["checked", "selected"].contains(&name)
}

/// Whether an attribute was printed as wanted. What is there or not (`open`, `hidden`) belongs to whoever used the page
/// before the program came.
pub fn printed(dom: &Dom, name: &str, value: &Attr) -> bool {
    let (Attr::Text(wanted), Some(element)) = (value, dom.dyn_ref::<web_sys::Element>()) else { return true };
    let same = element.get_attribute(name).is_some_and(|found| found == *wanted);
    if !same {
        differs(name);
    }
    same
}

pub fn set(dom: &Dom, name: &str, value: &Attr) {
    let (element, field): (&web_sys::Element, &Field) = (dom.unchecked_ref(), dom.unchecked_ref());
    match value {
        Attr::Typed(text) => {
            if field.value() != *text {
                field.set_value(text);
            }
        }
        Attr::Flag(on) if name == "checked" => {
            if field.checked() != *on {
                field.set_checked(*on);
            }
        }
        Attr::Flag(on) if name == "selected" => {
            if field.selected() != *on {
                field.set_selected(*on);
            }
        }
        Attr::Text(text) => {
            // The attribute alone would not show over what was typed.
            if name == "value" {
                field.set_value(text);
            }
            drop(element.set_attribute(name, text));
        }
        Attr::Flag(true) => drop(element.set_attribute(name, "")),
        Attr::Flag(false) => drop(element.remove_attribute(name)),
    }
}

/// Says that what was printed is not what the program would print.
pub fn differs(what: &str) {
    web_sys::console::warn_1(&format!("hydratation : le texte préparé diffère ({what})").into());
}
