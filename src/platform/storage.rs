//! What the visitor asked to keep on this device. Nothing is written before they ask; refused in private or sandboxed
//! contexts, where there is then nothing to erase either, and when there is no room left.

use super::{Listeners, PlatformError, refused, window};
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Storage, StorageEvent};

/// Every key of ours begins so: erasing takes ours and leaves the host's.
const PREFIX: &str = "explorateur-sress:";

fn storage() -> Result<Storage, PlatformError> {
    window()?.local_storage().map_err(refused("stockage"))?.ok_or(PlatformError::Refused("stockage"))
}

/// What is kept under a name, as it is now: another window may have written it since.
pub fn get(name: &str) -> Result<Option<String>, PlatformError> {
    storage()?.get_item(&format!("{PREFIX}{name}")).map_err(refused("stockage"))
}

/// Keeps a text under a name. On failure what was there stays.
pub fn put(name: &str, text: &str) -> Result<(), PlatformError> {
    storage()?.set_item(&format!("{PREFIX}{name}"), text).map_err(refused("stockage"))
}

pub fn remove(name: &str) -> Result<(), PlatformError> {
    storage()?.remove_item(&format!("{PREFIX}{name}")).map_err(refused("stockage"))
}

/// Keeps under another name what is kept under one, even where there is no room for both: should the second not be
/// written, the first is put back.
pub fn rename(from: &str, to: &str) -> Result<(), PlatformError> {
    let Some(text) = get(from)? else { return Ok(()) };
    remove(from)?;
    put(to, &text).inspect_err(|_| drop(put(from, &text)))
}

/// Calls when another window writes or erases something of ours.
pub fn on_change(call: impl Fn() + 'static) -> Listeners {
    let heard = move |event: &web_sys::Event| {
        // No key: everything was erased.
        let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
        if key.is_none_or(|key| key.starts_with(PREFIX)) {
            call();
        }
    };
    window().ok().map(|window| EventListener::new(&window, "storage", heard)).into_iter().collect()
}

/// Erases all that was kept; gives how many entries there were.
pub fn erase() -> Result<usize, PlatformError> {
    let stored = storage()?;
    let count = stored.length().map_err(refused("stockage"))?;
    let keys: Vec<String> =
        (0..count).filter_map(|i| stored.key(i).ok().flatten()).filter(|k| k.starts_with(PREFIX)).collect();
    for key in &keys {
        stored.remove_item(key).map_err(refused("stockage"))?;
    }
    Ok(keys.len())
}
