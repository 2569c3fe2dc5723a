//! The charts chunk: ECharts and another wasm of the same package, loaded by the first chart only.

use super::starter::Pair;
use super::wasm;
use crate::process;
use crate::report::{Failure, Result};
use crate::workspace::Workspace;
use std::path::Path;

const BIN: &str = "charts";
const FEATURE: &str = "chunk";

/// Writes graphiques-<hash>.js and graphiques-<hash>.wasm, and ECharts' licence.
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
            .arg("--banner:js=/* Apache ECharts, Apache-2.0 : voir licences/ */")
            .arg(format!("--alias:xp-charts-glue={}", bound.join(format!("{BIN}.js")).display()))
            .arg(format!("--outfile={}", bundled.display())),
        "corriger web/echarts.mjs.",
    )?;
    let script = wasm::publish(&bundled, staging, "graphiques", "js")?;
    licences(ws, staging)?;
    Ok(Pair { script, wasm })
}

/// Apache-2.0 asks that its text and notice go with the copies.
fn licences(ws: &Workspace, staging: &Path) -> Result<()> {
    let folder = staging.join("licences");
    std::fs::create_dir_all(&folder).map_err(|e| Failure::file("créer", &folder, &e))?;
    for (package, file) in [("echarts", "LICENSE"), ("echarts", "NOTICE"), ("zrender", "LICENSE")] {
        let from = ws.root.join("node_modules").join(package).join(file);
        let to = folder.join(format!("{package}-{file}.txt"));
        std::fs::copy(&from, &to).map_err(|e| Failure::file("copier", &from, &e))?;
    }
    Ok(())
}
