//! The clipboard. Refused outside secure contexts, in frames without permission, or by the visitor: the caller then
//! shows the text to be copied by hand.

use super::{PlatformError, refused, window};
use wasm_bindgen_futures::JsFuture;

pub async fn copy(text: &str) -> Result<(), PlatformError> {
    let navigator = window()?.navigator();
    // `navigator.clipboard` is undefined outside secure contexts, whatever its type says.
    let present = js_sys::Reflect::has(&navigator, &"clipboard".into()).unwrap_or(false);
    if !present || navigator.clipboard().is_undefined() {
        return Err(PlatformError::Refused("presse-papiers"));
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.map(drop).map_err(refused("presse-papiers"))
}
