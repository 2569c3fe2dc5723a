//! A file beside the page. Unavailable offline, on a disk (`file://`) or after an upgrade took it away: the caller shows
//! what it has without it.

use super::{PlatformError, window};
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The bytes of a file, by its address relative to the page.
pub async fn bytes(address: &str) -> Result<Vec<u8>, PlatformError> {
    let failed = |_| PlatformError::Unavailable("fichier");
    let answer = JsFuture::from(window()?.fetch_with_str(address)).await.map_err(failed)?;
    let answer: Response = answer.dyn_into().map_err(failed)?;
    if !answer.ok() {
        return Err(PlatformError::Unavailable("fichier"));
    }
    let buffer = JsFuture::from(answer.array_buffer().map_err(failed)?).await.map_err(failed)?;
    let buffer: ArrayBuffer = buffer.dyn_into().map_err(failed)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
