//! The first script: our starter and wasm-bindgen's glue in one external file, and the wasm beside it.

use super::wasm;
use crate::process;
use crate::report::{Failure, Result};
use crate::workspace::Workspace;
use std::path::Path;

/// The names, inside `dist/`, of a script and of the wasm it loads.
pub struct Pair {
    pub script: String,
    pub wasm: String,
}

/// What Trunk leaves in its staging folder (`filehash = false`).
const GLUE: &str = "explorateur-sress.js";
const WASM: &str = "explorateur-sress_bg.wasm";

/// Replaces Trunk's two files with hashed ones.
pub fn bundle(ws: &Workspace, staging: &Path, release: bool) -> Result<Pair> {
    let glue = staging.join(GLUE);
    let raw = staging.join(WASM);
    if !glue.is_file() || !raw.is_file() {
        return Err(Failure::new(
            format!("Trunk n'a pas produit {GLUE} et {WASM}"),
            "index.html doit contenir <link data-trunk rel=\"rust\" data-bin=\"explorateur-sress\" data-wasm-opt=\"0\">.",
        ));
    }
    let best = if release { wasm::optimise(ws, &raw)? } else { raw.clone() };
    let wasm = wasm::publish(&best, staging, "explorateur", "wasm")?;

    let bundled = ws.cache().join("demarrage.js");
    process::run(
        ws.node_command("esbuild")
            .arg("web/demarrage.mjs")
            .args(["--bundle", "--minify", "--format=iife", "--target=es2022"])
            // The glue's own guess of the wasm's address, which we never rely on.
            .args(["--define:import.meta.url=document.baseURI", "--log-level=warning"])
            .arg(format!("--define:XP_WASM=\"./{wasm}\""))
            .arg(format!("--alias:xp-main-glue={}", glue.display()))
            .arg(format!("--outfile={}", bundled.display())),
        "corriger web/demarrage.mjs.",
    )?;
    let script = wasm::publish(&bundled, staging, "demarrage", "js")?;

    for spent in [glue, raw] {
        std::fs::remove_file(&spent).map_err(|e| Failure::file("retirer", &spent, &e))?;
    }
    // Trunk's copies of `inline_js` snippets: now inside the bundle.
    let snippets = staging.join("snippets");
    if snippets.is_dir() {
        std::fs::remove_dir_all(&snippets).map_err(|e| Failure::file("retirer", &snippets, &e))?;
    }
    Ok(Pair { script, wasm })
}
