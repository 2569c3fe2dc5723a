//! `.br` and `.gz` beside each compressible file, through Node's zlib: any static host can serve them.

use crate::process;
use crate::report::Result;
use crate::workspace::Workspace;
use std::path::Path;

/// Compresses a file, or every file of a folder, where it gains from it.
pub fn compress(ws: &Workspace, path: &Path) -> Result<()> {
    process::run(ws.command("node").arg("xtask/node/compress.mjs").arg(path), "lire l'erreur de Node ci-dessus.")
}
