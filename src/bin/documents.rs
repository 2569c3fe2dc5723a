//! The documents' wasm, fetched when a file is first asked for: bytes of a request in, bytes of a file out. No page, no state.

use explorateur_sress::documents::request::Request;
use wasm_bindgen::prelude::wasm_bindgen;

/// The file; throws, in French, when the bytes come from another version of the page or no such file can hold them.
#[wasm_bindgen]
pub fn write(request: &[u8]) -> Result<Vec<u8>, String> {
    Request::file(request)
}

fn main() {}
