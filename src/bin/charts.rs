//! The second wasm, fetched with the first chart: bytes of a request in, ECharts option out. No page, no state.

use explorateur_sress::charts::request::Request;
use wasm_bindgen::prelude::wasm_bindgen;

/// The option as JSON text; throws when the bytes come from another version of the page.
#[wasm_bindgen]
pub fn option(request: &[u8]) -> Result<String, String> {
    Request::option(request).ok_or_else(|| "requête de graphique illisible".to_owned())
}

fn main() {}
