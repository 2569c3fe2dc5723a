//! What the visitor asked to keep on this device. Nothing is written before they ask; refused in private or sandboxed
//! contexts, where there is then nothing to erase either.

use super::{PlatformError, refused, window};

/// Every key of ours begins so: erasing takes ours and leaves the host's.
const PREFIX: &str = "explorateur-sress:";

/// Erases all that was kept; gives how many entries there were.
pub fn erase() -> Result<usize, PlatformError> {
    let stored = window()?.local_storage().map_err(refused("stockage"))?.ok_or(PlatformError::Refused("stockage"))?;
    let count = stored.length().map_err(refused("stockage"))?;
    let keys: Vec<String> =
        (0..count).filter_map(|i| stored.key(i).ok().flatten()).filter(|k| k.starts_with(PREFIX)).collect();
    for key in &keys {
        stored.remove_item(key).map_err(refused("stockage"))?;
    }
    Ok(keys.len())
}
