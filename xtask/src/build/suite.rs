//! The suite: the whole program as another wasm, loaded when a page other than the list is asked for.

use super::starter::Pair;
use super::wasm;
use crate::process;
use crate::report::Result;
use crate::workspace::Workspace;
use std::path::Path;

const BIN: &str = "suite";
const FEATURES: &str = "hydrate,pages";

/// Writes suite-<hash>.js and suite-<hash>.wasm.
pub fn bundle(ws: &Workspace, staging: &Path) -> Result<Pair> {
    let bound = wasm::bind(ws, BIN, FEATURES)?;
    let best = wasm::optimise(ws, &bound.join(format!("{BIN}_bg.wasm")))?;
    let wasm = wasm::publish(&best, staging, BIN, "wasm")?;

    let bundled = ws.cache().join("suite.js");
    process::run(
        ws.node_command("esbuild")
            .arg("web/suite.mjs")
            .args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning"])
            .arg(format!("--alias:xp-suite-glue={}", bound.join(format!("{BIN}.js")).display()))
            .arg(format!("--outfile={}", bundled.display())),
        "corriger web/suite.mjs.",
    )?;
    let script = wasm::publish(&bundled, staging, BIN, "js")?;
    Ok(Pair { script, wasm })
}
