//! How `dist/` is made: Trunk compiles and binds the first wasm, then calls `hook`, which does the rest.
//!
//! The whole pipeline hangs on `trunk build --release`, so that Trunk's own commands keep their meaning;
//! this module adds what surrounds it: tools, the stamp that skips it, the budgets that judge it.

mod base64;
pub mod budget;
mod chunk;
mod compress;
mod documents;
mod frame;
pub mod hook;
pub mod kit;
mod native;
mod offline;
mod page;
mod sha256;
mod stamp;
mod starter;
mod styles;
mod suite;
mod wasm;

use crate::process;
use crate::report::{self, Failure, Result};
use crate::tools;
use crate::workspace::Workspace;
use std::path::Path;

/// What to do with a site that is too heavy.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum OverBudget {
    Fail,
    /// While developing: the table says it, the page can still be looked at.
    Warn,
}

/// Leaves an up-to-date `dist/`, and prints what it weighs.
pub fn run(ws: &Workspace, over: OverBudget) -> Result<()> {
    tools::ensure_build(ws)?;
    let inputs = stamp::inputs(ws)?;
    if stamp::is_current(ws, &inputs)? {
        report::heading("Construction : dist/ est à jour, rien à refaire");
    } else {
        report::heading("Construction du site (première fois : 3 à 6 minutes)");
        report::timed("construit en", || trunk(ws, &ws.dist, None))?;
        stamp::save(ws, &inputs)?;
    }
    budget::check(&ws.dist, over)
}

/// Makes a site of another strategy (`domain::binary`), in a folder of its own; judges nothing.
pub fn elsewhere(ws: &Workspace, site: &Path, strategy: &Path) -> Result<()> {
    tools::ensure_build(ws)?;
    report::timed("construit en", || trunk(ws, site, Some(strategy)))
}

fn trunk(ws: &Workspace, site: &Path, strategy: Option<&Path>) -> Result<()> {
    let source = ws.root.join("index.html");
    page::check_source(&std::fs::read_to_string(&source).map_err(|e| Failure::file("lire", &source, &e))?)?;
    let built = process::run(
        ws.command("trunk")
            .args(["build", "--release", "--log", "warn", "--dist"])
            .arg(site)
            .envs(strategy.map(|path| ("SRESS_CORPUS", path)))
            // Trunk takes NO_COLOR for an option of its own and stops at the usual value, 1.
            .env_remove("NO_COLOR")
            // The hook has already said in French what failed: Trunk's own stack adds nothing.
            .env("RUST_BACKTRACE", "0")
            .env("TRUNK_SKIP_VERSION_CHECK", "true"),
        "lire l'erreur ci-dessus ; le site déjà construit, s'il y en a un, est resté tel quel.",
    );
    if built.is_err() {
        // Trunk leaves its unfinished work inside dist/, where it could be deployed.
        let _ = std::fs::remove_dir_all(site.join(".stage"));
    }
    built
}
