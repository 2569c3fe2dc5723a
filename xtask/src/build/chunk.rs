//! The charts chunk: ECharts and another wasm of the same package, loaded by the first chart only.

use super::starter::Pair;
use super::wasm;
use crate::process;
use crate::report::Result;
use crate::workspace::Workspace;
use std::path::Path;

const BIN: &str = "charts";
const FEATURE: &str = "chunk";

/// Writes graphiques-<hash>.js and graphiques-<hash>.wasm; ECharts' licence is in LICENCES.txt, with the others.
pub fn bundle(ws: &Workspace, staging: &Path) -> Result<Pair> {
    let bound = wasm::bind(ws, BIN, FEATURE)?;
    let best = wasm::optimise(ws, &bound.join(format!("{BIN}_bg.wasm")))?;
    let wasm = wasm::publish(&best, staging, "graphiques", "wasm")?;

    let bundled = ws.cache().join("graphiques.js");
    process::run(
        ws.node_command("esbuild")
            .arg("web/echarts.mjs")
            .args(["--bundle", "--minify", "--format=esm", "--target=es2022"])
            .args(["--legal-comments=none", "--log-level=warning"])
            .arg("--banner:js=/* Apache ECharts, Apache-2.0 : voir LICENCES.txt */")
            .arg(format!("--alias:xp-charts-glue={}", bound.join(format!("{BIN}.js")).display()))
            .arg(format!("--outfile={}", bundled.display())),
        "corriger web/echarts.mjs.",
    )?;
    let script = wasm::publish(&bundled, staging, "graphiques", "js")?;
    Ok(Pair { script, wasm })
}
