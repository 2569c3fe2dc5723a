//! What holds the documents to the schemas of Office Open XML: `openxml-audit`, which carries those that Microsoft
//! publishes with its own SDK. In an environment of its own, so that nothing of the machine's Python changes.

use super::announce;
use super::apt::{self, Missing};
use crate::process;
use crate::report::{Failure, Result};
use crate::workspace::Workspace;
use std::path::PathBuf;

const VERSION: &str = "0.8.0";

/// Python, with what makes environments: Debian keeps it in a package of its own.
const MISSING: Missing = Missing {
    what: "Python",
    how_long: "moins d'une minute",
    packages: &["python3", "python3-venv"],
    by_hand: "installer Python 3.10 ou plus récent, avec venv.",
};

/// The path of the program.
pub fn ensure(ws: &Workspace) -> Result<PathBuf> {
    let folder = ws.tools_root().join(format!("openxml-audit-{VERSION}"));
    let bin = folder.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let program = bin.join("openxml-audit");
    let answers = || process::first_line(ws.command(&program.to_string_lossy()).arg("--help")).is_some();
    if answers() {
        return Ok(program);
    }
    let makes = process::first_line(ws.command("python3").args(["-c", "import venv, ensurepip; print(1)"]));
    if makes.is_none() {
        apt::install(ws, &MISSING)?;
    }
    announce(&format!("openxml-audit {VERSION}"), "une seule fois, environ 20 secondes");
    process::run(ws.command("python3").args(["-m", "venv", "--clear"]).arg(&folder), MISSING.by_hand)?;
    let package = format!("openxml-audit=={VERSION}");
    process::run(
        ws.command(&bin.join("python").to_string_lossy())
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary=:all:"])
            .arg(package),
        "lire l'erreur de pip ci-dessus ; le réseau est nécessaire la première fois.",
    )?;
    if answers() { Ok(program) } else { Err(Failure::new("openxml-audit ne répond pas", MISSING.by_hand)) }
}
