//! The strategy this build carries: the bytes `build.rs` made of `public/data/`, decoded once.
//!
//! The corpus is in the program; its annex is a file beside the page, fetched once the page answers.

use crate::domain::annex::Annex;
use crate::domain::binary;
use crate::domain::corpus::Corpus;

static CORPUS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.bin"));

/// Name of the annex beside the page; it carries the content.
pub const ANNEX_NAME: &str = env!("ANNEX_NAME");

/// The annex itself, for the native tools that publish it.
#[cfg(not(target_arch = "wasm32"))]
pub static ANNEX: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/annex.bin"));

/// Decodes the embedded corpus.
///
/// The bytes were written by the same build from data it had checked; a failure here means a corrupt binary.
pub fn corpus() -> Result<Corpus, &'static str> {
    binary::from_bytes(CORPUS).ok_or("stratégie embarquée illisible")
}

/// Decodes a fetched annex; `None` when it is cut or of another version.
pub fn annex(bytes: &[u8]) -> Option<Annex> {
    binary::from_bytes(bytes)
}
