//! Opens a file that a visitor chose: JSON that says its format and its version. Total: a file that cannot be taken is a
//! `Refusal` that says where; nothing is guessed or left out.

use super::refusal::{LARGEST, Refusal};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A kind of file.
pub struct Format {
    /// What the file says it is.
    pub name: &'static str,
    /// The latest that this code knows, from 1.
    pub version: u32,
    /// In the words of a refusal: « une feuille de route ».
    pub label: &'static str,
}

#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

/// Bytes, since one may choose any file.
pub fn open<T: DeserializeOwned>(bytes: &[u8], format: &Format) -> Result<T, Refusal> {
    if bytes.len() > LARGEST {
        return Err(Refusal::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::NotText)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let other = Refusal::OtherFormat { expected: format.label };
    let head: Head = match serde_json::from_str(text) {
        Ok(head) => head,
        Err(error) if error.is_data() => return Err(other),
        Err(error) => return Err(Refusal::of(String::new(), &error)),
    };
    if head.format != format.name {
        return Err(other);
    }
    if head.version > format.version {
        return Err(Refusal::Newer);
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    serde_path_to_error::deserialize(&mut reader).map_err(|error| Refusal::of(error.path().to_string(), error.inner()))
}
