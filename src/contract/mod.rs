//! The published contract: the strategy as other programs and spreadsheets read it, and the files that go with it.
//!
//! Keys and headers are stable; the levels' keys come from the data. Everything is written to memory, never to a disk.
//! The suite writes the visitor's selection with the same code as `contrat` writes the whole; what only `contrat` writes
//! (targets, index, notice, archive) is not in any page.

pub mod cell;
pub mod file_name;
pub mod index;
pub mod measures;
pub mod sheet;

#[cfg(not(target_arch = "wasm32"))]
mod archive;
#[cfg(not(target_arch = "wasm32"))]
pub mod dictionary;
#[cfg(not(target_arch = "wasm32"))]
mod folder;
#[cfg(not(target_arch = "wasm32"))]
mod notice;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
#[cfg(not(target_arch = "wasm32"))]
pub mod targets;
