//! The browser's own reader of JSON. serde_json's would bring its tables for decimal numbers: 35 kB of the suite.

use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A value read; what is absent or of another kind is `None`, never a failure.
pub struct Json(JsValue);

impl Json {
    /// `None` where the text is not JSON.
    pub fn parse(text: &str) -> Option<Json> {
        JSON::parse(text).ok().map(Json)
    }

    pub fn at(&self, key: &str) -> Option<Json> {
        Reflect::get(&self.0, &key.into()).ok().filter(|value| !value.is_undefined() && !value.is_null()).map(Json)
    }

    pub fn text(&self) -> Option<String> {
        self.0.as_string()
    }

    /// A whole number that a double holds exactly.
    pub fn integer(&self) -> Option<u64> {
        self.0.as_f64().filter(|n| *n >= 0.0 && n.fract() == 0.0).map(|n| n as u64)
    }

    /// The items of a list, each read; `None` as soon as one cannot be.
    pub fn list<T>(&self, read: impl Fn(&Json) -> Option<T>) -> Option<Vec<T>> {
        self.0.dyn_ref::<Array>()?.iter().map(|item| read(&Json(item))).collect()
    }
}
