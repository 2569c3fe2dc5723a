//! Word and spreadsheet files, written by a wasm of their own: fetched when a visitor asks for a file, never before.
//!
//! Blocked, half loaded or refused: the error reaches the button, which offers to try again, or Markdown and CSV, which the
//! suite writes itself.

use super::PlatformError;
use super::script::{module, spent, unavailable};
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// What `web/documents.mjs` exports.
    type Chunk;
    #[wasm_bindgen(method, catch)]
    fn ready(this: &Chunk, wasm: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn write(this: &Chunk, request: &Uint8Array) -> Result<Uint8Array, JsValue>;
}

/// The `<meta>` that gives its address.
const CHUNK: &str = "xp-documents";

/// The bytes of the file, from those of `documents::request::Request`. Once the browser has the program, a few
/// milliseconds, during which nothing else answers.
pub async fn write(request: &[u8]) -> Result<Vec<u8>, PlatformError> {
    let (chunk, wasm) = module(CHUNK).await?;
    let chunk: Chunk = chunk.unchecked_into();
    let started = chunk.ready(&wasm).map_err(unavailable("écriture des documents"))?;
    JsFuture::from(started).await.map_err(unavailable("écriture des documents"))?;
    let file = chunk.write(&Uint8Array::from(request));
    // It may have stopped in the middle, as a panic does.
    let file = file.inspect_err(|_| spent(CHUNK)).map_err(unavailable("fichier"))?;
    Ok(file.to_vec())
}
