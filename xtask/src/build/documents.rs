//! The writers of documents: another wasm of the same package, loaded when a visitor asks for a file, never before.

use super::starter::Pair;
use super::wasm;
use crate::process;
use crate::report::Result;
use crate::workspace::Workspace;
use std::path::Path;

/// The binary, its feature, and the start of its files' names.
const NAME: &str = "documents";

/// Writes documents-<hash>.js and documents-<hash>.wasm.
pub fn bundle(ws: &Workspace, staging: &Path) -> Result<Pair> {
    let bound = wasm::bind(ws, NAME, NAME)?;
    let best = wasm::optimise(ws, &bound.join(format!("{NAME}_bg.wasm")))?;
    let wasm = wasm::publish(&best, staging, NAME, "wasm")?;

    let bundled = ws.cache().join("documents.js");
    process::run(
        ws.node_command("esbuild")
            .arg("web/documents.mjs")
            .args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning"])
            .arg(format!("--alias:xp-documents-glue={}", bound.join(format!("{NAME}.js")).display()))
            .arg(format!("--outfile={}", bundled.display())),
        "corriger web/documents.mjs.",
    )?;
    let script = wasm::publish(&bundled, staging, NAME, "js")?;
    Ok(Pair { script, wasm })
}
