//! The two binaries of the package that run here, not in the browser.
//!
//! Both in the development profile: it compiles several times faster, and each runs for milliseconds.

use crate::process;
use crate::report::{Failure, Result};
use crate::workspace::Workspace;
use std::path::Path;

/// Writes the published contract (DESIGN §4) under `folder`/data.
pub fn contract(ws: &Workspace, folder: &Path) -> Result<()> {
    process::run(
        ws.command("cargo").args(["run", "--quiet", "--bin", "contrat", "--no-default-features", "--"]).arg(folder),
        "corriger src/bin/contrat.rs, ou les données qu'il refuse.",
    )
}

/// The default view as HTML.
pub fn prerender(ws: &Workspace) -> Result<String> {
    let bytes = process::capture(
        ws.command("cargo").args([
            "run",
            "--quiet",
            "--bin",
            "prerender",
            "--no-default-features",
            "--features",
            "ssr",
        ]),
        "corriger src/bin/prerender.rs, ou la page qu'il rend.",
    )?;
    let html = String::from_utf8(bytes).unwrap_or_default();
    if html.trim().is_empty() {
        return Err(Failure::new(
            "le prérendu est vide",
            "src/bin/prerender.rs doit écrire la page par défaut sur sa sortie standard.",
        ));
    }
    Ok(html)
}
