//! The strategy this build carries: the bytes `build.rs` made of `public/data/`, decoded once.

use crate::domain::corpus::Corpus;

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.bin"));

/// Decodes the embedded corpus.
///
/// The bytes were written by the same build from data it had checked; a failure here means a corrupt binary.
pub fn corpus() -> Result<Corpus, postcard::Error> {
    postcard::from_bytes(BYTES)
}
