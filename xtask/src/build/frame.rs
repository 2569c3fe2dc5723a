//! The small scripts: `cadre-<hash>.js` for a page in a frame, `embed.js` for the page around it, `secours-<hash>.js` for the
//! page that fails.

use super::wasm;
use crate::process;
use crate::report::{Failure, Result};
use crate::workspace::Workspace;
use std::path::Path;

/// Stable: host pages name it.
const EMBED: &str = "embed.js";

/// Writes both scripts; returns the name of the frame's own.
pub fn bundle(ws: &Workspace, staging: &Path) -> Result<String> {
    let script = minify(ws, "web/cadre.mjs", "esm")?;
    let name = wasm::publish(&script, staging, "cadre", "js")?;
    let embed = minify(ws, "web/embed.mjs", "iife")?;
    let target = staging.join(EMBED);
    std::fs::copy(&embed, &target).map_err(|e| Failure::file("copier", &embed, &e))?;
    Ok(name)
}

/// Writes what keeps the visitor's place when the program fails; returns its name.
pub fn rescue(ws: &Workspace, staging: &Path) -> Result<String> {
    let script = minify(ws, "web/secours.mjs", "esm")?;
    wasm::publish(&script, staging, "secours", "js")
}

/// A script of ours with what it imports, small.
pub fn minify(ws: &Workspace, source: &str, format: &str) -> Result<std::path::PathBuf> {
    let stem = Path::new(source).file_stem().unwrap_or_default();
    let target = ws.cache().join(stem).with_extension("js");
    process::run(
        ws.node_command("esbuild")
            .arg(source)
            .args(["--bundle", "--minify", "--target=es2022", "--log-level=warning"])
            .arg(format!("--format={format}"))
            .arg(format!("--outfile={}", target.display())),
        &format!("corriger {source}."),
    )?;
    Ok(target)
}
