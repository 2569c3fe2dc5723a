//! `.br` and `.gz` beside each compressible file, through Node's zlib: any static host can serve them.

use crate::process;
use crate::report::Result;
use crate::workspace::Workspace;
use std::path::Path;

/// Compresses every file of `folder` that gains from it.
pub fn folder(ws: &Workspace, folder: &Path) -> Result<()> {
    process::run(ws.command("node").arg("xtask/node/compress.mjs").arg(folder), "lire l'erreur de Node ci-dessus.")
}
