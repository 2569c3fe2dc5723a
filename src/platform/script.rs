//! A module script beside the page, fetched when asked for. Refused or cut off: the caller shows what it has without it.

use super::{PlatformError, page};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(inline_js = "export const load = (path) => import(new URL(path, document.baseURI).href);")]
extern "C" {
    #[wasm_bindgen(catch)]
    fn load(path: &str) -> Result<Promise, JsValue>;
}

pub(super) fn unavailable(what: &'static str) -> impl FnOnce(JsValue) -> PlatformError {
    move |_| PlatformError::Unavailable(what)
}

/// The module whose address `<meta name=…>` gives, and the address of its wasm. The browser keeps one copy of the
/// module, its failures included: `again` tells a new attempt from the one before.
pub(super) async fn module(name: &'static str, again: u32) -> Result<(JsValue, String), PlatformError> {
    let missing = || PlatformError::Unavailable(name);
    let script = page::meta(name).ok_or_else(missing)?;
    let wasm = page::meta(&format!("{name}-wasm")).ok_or_else(missing)?;
    // A fragment makes another module of the same file.
    let script = if again == 0 { script } else { format!("{script}#{again}") };
    let module = load(&script).map_err(unavailable(name))?;
    Ok((JsFuture::from(module).await.map_err(unavailable(name))?, wasm))
}
