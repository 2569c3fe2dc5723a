//! Content hashes: names of published files, and the stamp that tells whether inputs changed.
//!
//! FNV-1a, 64 bits: stable from one toolchain to the next, and nobody attacks a build's own files.

use crate::report::{Failure, Result};
use std::path::{Path, PathBuf};

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// An accumulating hash.
pub struct Digest(u64);

impl Default for Digest {
    fn default() -> Self {
        Self(OFFSET)
    }
}

impl Digest {
    /// Adds one field; its length is hashed too, so that fields cannot run into each other.
    #[must_use]
    pub fn with(mut self, bytes: &[u8]) -> Self {
        for byte in (bytes.len() as u64).to_le_bytes().iter().chain(bytes) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(PRIME);
        }
        self
    }

    /// Sixteen hexadecimal digits.
    pub fn hex(&self) -> String {
        format!("{:016x}", self.0)
    }
}

/// The hash of one file's content.
pub fn of_bytes(bytes: &[u8]) -> String {
    Digest::default().with(bytes).hex()
}

/// The hash of whole folders and files: relative names and contents. What does not exist counts as absent.
pub fn of_paths(root: &Path, paths: &[&str]) -> Result<String> {
    let mut digest = Digest::default();
    for path in paths {
        for file in files_under(&root.join(path))? {
            let bytes = std::fs::read(&file).map_err(|e| Failure::file("lire", &file, &e))?;
            let name = file.strip_prefix(root).unwrap_or(&file);
            digest = digest.with(name.to_string_lossy().as_bytes()).with(&bytes);
        }
    }
    Ok(digest.hex())
}

/// Every file under `path` (or `path` itself), in the order of names; nothing when it does not exist.
pub fn files_under(path: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut waiting = vec![path.to_owned()];
    while let Some(next) = waiting.pop() {
        if next.is_dir() {
            let entries = std::fs::read_dir(&next).map_err(|e| Failure::file("lire", &next, &e))?;
            for entry in entries {
                let entry = entry.map_err(|e| Failure::file("lire", &next, &e))?;
                waiting.push(entry.path());
            }
        } else if next.is_file() {
            found.push(next);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_do_not_run_into_each_other() {
        let ab_c = Digest::default().with(b"ab").with(b"c").hex();
        let a_bc = Digest::default().with(b"a").with(b"bc").hex();
        assert_ne!(ab_c, a_bc);
    }
}
