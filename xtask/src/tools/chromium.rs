//! The browser of the end-to-end tests: the one `CHROMIUM` names, the system's, or its package.

use super::apt::{self, Missing};
use crate::report::{Failure, Result};
use crate::workspace::Workspace;
use std::env;
use std::path::PathBuf;

const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

const MISSING: Missing = Missing {
    what: "Chromium",
    how_long: "1 à 3 minutes",
    // A font is needed too: without any, text has no width and layout tests mean nothing.
    packages: &["chromium", "fonts-liberation"],
    by_hand: "installer Chromium ou Chrome, ou donner son chemin : CHROMIUM=/chemin/vers/chromium cargo xtask test.",
};

/// The path of a Chromium, installed from the system's packages if there is none.
pub fn ensure(ws: &Workspace) -> Result<PathBuf> {
    if let Some(given) = env::var_os("CHROMIUM").filter(|v| !v.is_empty()) {
        let path = PathBuf::from(given);
        return path.is_file().then_some(path.clone()).ok_or_else(|| {
            Failure::new(
                format!("CHROMIUM désigne {}, qui n'existe pas", path.display()),
                "corriger cette variable, ou la retirer pour chercher le navigateur du système.",
            )
        });
    }
    if let Some(path) = find() {
        return Ok(path);
    }
    apt::install(ws, &MISSING)?;
    find().ok_or_else(|| Failure::new("Chromium reste introuvable après son installation", MISSING.by_hand))
}

fn find() -> Option<PathBuf> {
    apt::find(&NAMES).or_else(|| Some(PathBuf::from(MAC)).filter(|path| path.is_file()))
}
