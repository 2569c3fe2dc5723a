//! What is taken away as a file: a `Document` as Word or Markdown, a `Workbook` as a spreadsheet.
//!
//! The suite knows the formats, writes Markdown and makes the request; Word and spreadsheets are written by a wasm of their
//! own (feature `documents`), fetched when a file is asked for. The same input gives the same bytes: no clock, no name.

pub mod format;
pub mod markdown;
pub mod request;

mod legal;
#[cfg(feature = "documents")]
mod tabs;

#[cfg(feature = "documents")]
pub mod spreadsheet;
#[cfg(feature = "documents")]
pub mod word;
