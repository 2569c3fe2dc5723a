//! The suite: the same program with every page, fetched when a view other than the list is first asked for.
//!
//! Blocked, cut off or refused: the error reaches the waiting page, which offers to try again.

use super::PlatformError;
use super::script::{module, unavailable};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// What `web/suite.mjs` exports.
    type Glue;
    #[wasm_bindgen(method, catch)]
    fn compile(this: &Glue, wasm: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn start(this: &Glue, compiled: &JsValue) -> Result<Promise, JsValue>;
}

/// The suite, fetched and compiled: it runs only once started.
pub struct Suite {
    glue: Glue,
    compiled: JsValue,
}

pub async fn fetch() -> Result<Suite, PlatformError> {
    let (glue, wasm) = module("xp-suite").await?;
    let glue: Glue = glue.unchecked_into();
    let compiled = glue.compile(&wasm).map_err(unavailable("suite"))?;
    let compiled = JsFuture::from(compiled).await.map_err(unavailable("suite"))?;
    Ok(Suite { glue, compiled })
}

impl Suite {
    /// Runs the suite, which puts its own page in the place of this one. No event comes in before this returns.
    pub async fn start(self) -> Result<(), PlatformError> {
        let started = self.glue.start(&self.compiled).map_err(unavailable("suite"))?;
        JsFuture::from(started).await.map_err(unavailable("suite"))?;
        Ok(())
    }
}
