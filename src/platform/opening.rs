//! Files the visitor opens: read here, sent nowhere. A browser that cannot read one says so; the caller tells it by name.

use super::{Listeners, PlatformError, document, refused};
use gloo::events::EventListener;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, HtmlInputElement};

/// A file as it was chosen.
pub struct Opened {
    pub name: String,
    /// No more of it than was asked for, and a byte that says there is more.
    pub bytes: Result<Vec<u8>, PlatformError>,
}

/// Calls with the files chosen in a field, and the field's id; the field is emptied, so that the same file can be chosen
/// again. At most `limit` bytes of each are read, and one more.
pub fn on_open(limit: usize, call: impl Fn(String, Vec<Opened>) + Clone + 'static) -> Listeners {
    let Ok(document) = document() else { return Vec::new() };
    let chosen = EventListener::new(&document, "change", move |event| {
        let field = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
        let Some((field, files)) = field.and_then(|field| field.files().map(|files| (field, files))) else { return };
        let files: Vec<web_sys::File> = (0..files.length()).filter_map(|i| files.get(i)).collect();
        if files.is_empty() {
            return;
        }
        let (id, call) = (field.id(), call.clone());
        field.set_value("");
        spawn_local(async move {
            let mut opened = Vec::with_capacity(files.len());
            for file in files {
                opened.push(Opened { name: file.name(), bytes: read(&file, limit).await });
            }
            call(id, opened);
        });
    });
    vec![chosen]
}

async fn read(file: &Blob, limit: usize) -> Result<Vec<u8>, PlatformError> {
    let start = file.slice_with_f64_and_f64(0.0, limit as f64 + 1.0).map_err(refused("lecture du fichier"))?;
    let bytes = JsFuture::from(start.array_buffer()).await.map_err(refused("lecture du fichier"))?;
    Ok(Uint8Array::new(&bytes).to_vec())
}
