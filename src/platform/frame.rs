//! The script of a frame, asked from this page for what it judges: so the page and the frame agree.

use super::PlatformError;
use super::script::{script, unavailable};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// What `web/cadre.mjs` exports.
    type Frame;
    #[wasm_bindgen(method, catch)]
    fn lowest(this: &Frame, accent: &str, mode: &str) -> Result<f64, JsValue>;
}

/// Lowest contrast of an accent (`#rrggbb`) with the grounds of a mode; 0 for what is no colour.
pub async fn lowest_contrast(accent: &str, mode: &str) -> Result<f64, PlatformError> {
    let frame: Frame = script("xp-cadre").await?.unchecked_into();
    frame.lowest(accent, mode).map_err(unavailable("cadre"))
}
