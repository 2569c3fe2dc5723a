//! The strategy this build carries: the bytes `build.rs` made of `public/data/`, decoded once.
//!
//! The first program carries the corpus without the text of the measures, which the prerendered page shows already;
//! should the page be of another version, or changed by somebody (translated, say), the text is a file beside it. The
//! annex is another, fetched once the page answers. The paths are in the programs that ask for them, and in no other.

use crate::domain::annex::Annex;
use crate::domain::binary;
use crate::domain::corpus::Corpus;
use crate::domain::paths::Paths;

macro_rules! built {
    ($name:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $name))
    };
}

/// Name of the annex beside the page; it carries the content.
pub const ANNEX_NAME: &str = concat!("annexe-", env!("ANNEX_DIGEST"), ".bin");

/// Name of the text beside the page; it carries the content.
pub const TEXT_NAME: &str = concat!("texte-", env!("TEXT_DIGEST"), ".bin");

/// The annex itself, for the native tools that publish it.
#[cfg(not(target_arch = "wasm32"))]
pub static ANNEX: &[u8] = built!("annex.bin");

/// The text itself, likewise.
#[cfg(not(target_arch = "wasm32"))]
pub static TEXT: &[u8] = built!("text.bin");

/// Decodes the whole strategy; `None` means a corrupt binary: the bytes were written by the same build from data it had
/// checked.
pub fn corpus() -> Option<Corpus> {
    binary::from_bytes(built!("corpus.bin"))
}

/// Decodes the strategy with the text the page gives; `None` when that is not this build's, to the letter.
pub fn corpus_with(text: &[u8]) -> Option<Corpus> {
    const DIGEST: Result<u64, std::num::ParseIntError> = u64::from_str_radix(env!("TEXT_DIGEST"), 16);
    if DIGEST != Ok(binary::digest(text)) {
        return None;
    }
    binary::from_bytes(&[built!("corpus-head.bin"), text].concat())
}

/// Decodes a fetched annex; `None` when it is cut or of another version.
pub fn annex(bytes: &[u8]) -> Option<Annex> {
    binary::from_bytes(bytes)
}

/// Decodes the questions put to a visitor; `None` means a corrupt binary, as for the strategy. Whoever does not call this
/// does not carry them.
pub fn paths() -> Option<Paths> {
    binary::from_bytes(built!("paths.bin"))
}
