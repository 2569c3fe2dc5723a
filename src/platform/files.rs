//! A file made here and handed to the visitor, who keeps it where they want. Refused where the browser makes no address for
//! it; a frame without `allow-downloads` refuses without a word: the caller offers the text to copy in both cases.

use super::{PlatformError, document, refused};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the file can be read after the click, in milliseconds: a browser that asks where to keep it reads it late.
const KEPT: u32 = 60_000;

/// Proposes to keep `bytes` under this name.
pub fn save(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), PlatformError> {
    let document = document()?;
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).map_err(refused("fichier"))?;
    let address = Url::create_object_url_with_blob(&blob).map_err(refused("adresse du fichier"))?;
    let clicked = click(&document, &address, name);
    gloo::timers::callback::Timeout::new(KEPT, move || drop(Url::revoke_object_url(&address))).forget();
    clicked
}

/// Clicks a link that nobody sees: the only way to name a file one saves.
fn click(document: &web_sys::Document, address: &str, name: &str) -> Result<(), PlatformError> {
    let link = document.create_element("a").map_err(refused("téléchargement"))?;
    let link: HtmlAnchorElement = link.dyn_into().map_err(|_| PlatformError::Refused("téléchargement"))?;
    link.set_href(address);
    link.set_download(name);
    link.set_hidden(true);
    let body = document.body().ok_or(PlatformError::NoPage)?;
    body.append_child(&link).map_err(refused("téléchargement"))?;
    link.click();
    link.remove();
    Ok(())
}
