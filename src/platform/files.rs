//! A file the visitor takes away. Refused in a frame without `allow-downloads`, which no browser tells: the caller keeps
//! the content in sight.

use super::{PlatformError, document, refused};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Offers bytes under a name, as the browser does with any download.
pub fn save(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), PlatformError> {
    let settings = BlobPropertyBag::new();
    settings.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &settings).map_err(refused("fichier"))?;
    let url = Url::create_object_url_with_blob(&blob).map_err(refused("fichier"))?;
    let link = document()?.create_element("a").map_err(refused("fichier"))?;
    let link: HtmlAnchorElement = link.dyn_into().map_err(|_| PlatformError::Refused("fichier"))?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    let _ = Url::revoke_object_url(&url);
    Ok(())
}
