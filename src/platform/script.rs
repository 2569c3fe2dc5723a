//! A module script beside the page, fetched when asked for. Refused or cut off: the caller shows what it has without it.

use super::{PlatformError, page};
use js_sys::Promise;
use std::cell::RefCell;
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

thread_local! {
    /// The modules that failed, once for each time.
    static FAILED: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
}

/// The module whose address `<meta name=…>` gives, and the address of its wasm. The browser keeps one copy of the module,
/// its failures included: after a failure, the next attempt asks for another.
pub(super) async fn module(name: &'static str) -> Result<(JsValue, String), PlatformError> {
    let missing = || PlatformError::Unavailable(name);
    let script = page::meta(name).ok_or_else(missing)?;
    let wasm = page::meta(&format!("{name}-wasm")).ok_or_else(missing)?;
    let failures = FAILED.with_borrow(|failed| failed.iter().filter(|one| **one == name).count());
    // A fragment makes another module of the same file.
    let script = if failures == 0 { script } else { format!("{script}#{failures}") };
    let module = JsFuture::from(load(&script).map_err(unavailable(name))?).await;
    let module = module.inspect_err(|_| FAILED.with_borrow_mut(|failed| failed.push(name)));
    Ok((module.map_err(unavailable(name))?, wasm))
}
