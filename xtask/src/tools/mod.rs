//! What the tasks need of the machine, installed when missing, said before it is done.
//!
//! Nothing is ever fetched from a code host's release page: only the registries of rustup, cargo,
//! npm and the system's packages.

mod apt;
mod cargo_bins;
mod chromium;
mod node;
mod office;
mod openxml;
mod rust;

pub use rust::WASM_TARGET;

use crate::report::{self, Result};
use crate::workspace::Workspace;
use std::path::PathBuf;

/// What `cargo fmt` and `cargo clippy` need.
pub fn ensure_native(ws: &Workspace) -> Result<()> {
    rust::ensure_components(ws)
}

/// What a build of the site needs.
pub fn ensure_build(ws: &Workspace) -> Result<()> {
    node::ensure(ws)?;
    rust::ensure_wasm_target(ws)?;
    cargo_bins::ensure(ws)
}

/// What checks the dependencies.
pub fn ensure_supply(ws: &Workspace) -> Result<()> {
    cargo_bins::ensure_deny(ws)
}

/// The browser of the end-to-end tests.
pub fn ensure_browser(ws: &Workspace) -> Result<PathBuf> {
    chromium::ensure(ws)
}

/// What opens the documents that visitors take away; gives the program that holds them to their schemas.
pub fn ensure_office(ws: &Workspace) -> Result<PathBuf> {
    office::ensure(ws)?;
    openxml::ensure(ws)
}

/// Says what is about to be installed, and how long it may take.
fn announce(what: &str, how_long: &str) {
    report::heading(&format!("Installation : {what} ({how_long})"));
}
