//! Whether `dist/` still is what its inputs make of it. By content, both sides: an input touched
//! without a change costs nothing, and a file lost from `dist/` is rebuilt.

use crate::digest::{self, Digest};
use crate::process;
use crate::report::{Failure, Result};
use crate::workspace::Workspace;
use std::path::PathBuf;

const INPUTS: [&str; 15] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-MIT",
    "Trunk.toml",
    "build.rs",
    "docs/rgaa.md",
    "index.html",
    "package-lock.json",
    "public",
    "rust-toolchain.toml",
    "src",
    "web",
    "xtask/node",
    "xtask/src",
];

/// The hash of everything that decides what `dist/` holds.
pub fn inputs(ws: &Workspace) -> Result<String> {
    let compiler = process::first_line(ws.command("rustc").arg("--version")).unwrap_or_default();
    let flags = std::env::var("RUSTFLAGS").unwrap_or_default();
    Ok(Digest::default()
        .with(digest::of_paths(&ws.root, &INPUTS)?.as_bytes())
        .with(compiler.as_bytes())
        .with(flags.as_bytes())
        .hex())
}

/// Whether the last successful build had these inputs and its output is untouched.
pub fn is_current(ws: &Workspace, inputs: &str) -> Result<bool> {
    match std::fs::read_to_string(path(ws)) {
        Ok(saved) => Ok(saved == pair(ws, inputs)?),
        Err(_) => Ok(false),
    }
}

/// Remembers a successful build.
pub fn save(ws: &Workspace, inputs: &str) -> Result<()> {
    let path = path(ws);
    std::fs::write(&path, pair(ws, inputs)?).map_err(|e| Failure::file("écrire", &path, &e))
}

fn path(ws: &Workspace) -> PathBuf {
    ws.cache().join("empreinte")
}

fn pair(ws: &Workspace, inputs: &str) -> Result<String> {
    Ok(format!("{inputs} {}", digest::of_paths(&ws.root, &["dist"])?))
}
