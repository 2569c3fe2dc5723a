//! The toolchain's parts: the WebAssembly target, rustfmt, clippy.

use super::announce;
use crate::process;
use crate::report::Result;
use crate::workspace::Workspace;
use std::path::Path;

/// The target of everything that runs in the browser.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

const RUSTUP: &str = "installer Rust avec rustup, ou ajouter cette partie avec le gestionnaire de paquets du système.";

/// Adds the target, unless the compiler in use already has its standard library.
pub fn ensure_wasm_target(ws: &Workspace) -> Result<()> {
    let sysroot = process::first_line(ws.command("rustc").args(["--print", "sysroot"]));
    let present =
        sysroot.is_some_and(|root| Path::new(&root).join("lib/rustlib").join(WASM_TARGET).join("lib").is_dir());
    if present {
        return Ok(());
    }
    announce(&format!("cible {WASM_TARGET}"), "environ 30 secondes");
    process::run(ws.command("rustup").args(["target", "add", WASM_TARGET]), RUSTUP)
}

/// Adds rustfmt and clippy where the toolchain lacks them.
pub fn ensure_components(ws: &Workspace) -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if process::first_line(ws.command("cargo").args([subcommand, "--version"])).is_none() {
            announce(component, "quelques secondes");
            process::run(ws.command("rustup").args(["component", "add", component]), RUSTUP)?;
        }
    }
    Ok(())
}
