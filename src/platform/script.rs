//! A module script beside the page, fetched when asked for. Refused or cut off: the caller shows what it has without it.

use super::{PlatformError, page};
use js_sys::Promise;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

// An upgrade may have taken it away: `web/secours.mjs` then starts the page anew, and does not come back.
#[wasm_bindgen(
    inline_js = "export const load = (path) => import(new URL(path, document.baseURI).href).catch(async (cause) => { await window.xpRenouveler?.(); throw cause; });"
)]
extern "C" {
    #[wasm_bindgen(catch)]
    fn load(path: &str) -> Result<Promise, JsValue>;
}

pub(super) fn unavailable(what: &'static str) -> impl FnOnce(JsValue) -> PlatformError {
    move |_| PlatformError::Unavailable(what)
}

thread_local! {
    /// The modules that failed, once for each time.
    static FAILED: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
}

/// The module whose address `<meta name=…>` gives, and the address of its wasm.
pub(super) async fn module(name: &'static str) -> Result<(JsValue, String), PlatformError> {
    let wasm = page::meta(&format!("{name}-wasm")).ok_or(PlatformError::Unavailable(name))?;
    Ok((script(name).await?, wasm))
}

/// The module whose address `<meta name=…>` gives. The browser keeps one copy of it, its failures included: after a
/// failure, the next attempt asks for another.
pub(super) async fn script(name: &'static str) -> Result<JsValue, PlatformError> {
    let path = page::meta(name).ok_or(PlatformError::Unavailable(name))?;
    let failures = FAILED.with_borrow(|failed| failed.iter().filter(|one| **one == name).count());
    // A fragment makes another module of the same file.
    let path = if failures == 0 { path } else { format!("{path}#{failures}") };
    let module = JsFuture::from(load(&path).map_err(unavailable(name))?).await;
    module.inspect_err(|_| spent(name)).map_err(unavailable(name))
}

/// Never to be used again: it did not come, or what it holds was left half done. The next attempt gets a new one.
pub(super) fn spent(name: &'static str) {
    FAILED.with_borrow_mut(|failed| failed.push(name));
}
