//! Node and the npm packages of package-lock.json (ECharts, esbuild, wasm-opt, Playwright, axe).

use super::announce;
use crate::digest;
use crate::process;
use crate::report::{Failure, Result};
use crate::workspace::Workspace;

const OLDEST: u32 = 20;

/// Checks Node, then installs the packages when the lock file is not the one they came from.
pub fn ensure(ws: &Workspace) -> Result<()> {
    check_version(process::first_line(ws.command("node").arg("--version")).as_deref())?;
    let lock = ws.root.join("package-lock.json");
    let bytes = std::fs::read(&lock).map_err(|e| Failure::file("lire", &lock, &e))?;
    let wanted = digest::of_bytes(&bytes);
    // By content, not by date: a fresh clone or a checkout dates every file anew.
    let mark = ws.root.join("node_modules/.xtask");
    if std::fs::read_to_string(&mark).is_ok_and(|seen| seen == wanted) {
        return Ok(());
    }
    announce("paquets npm de package-lock.json", "environ 20 secondes, 200 Mo");
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    // No package of ours needs its install script: none is run.
    process::run(
        ws.command(npm).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]),
        "lire l'erreur de npm ci-dessus ; le réseau est nécessaire la première fois.",
    )?;
    std::fs::write(&mark, wanted).map_err(|e| Failure::file("écrire", &mark, &e))
}

fn check_version(line: Option<&str>) -> Result<()> {
    let remedy = format!("installer Node {OLDEST} ou plus récent (avec npm), puis recommencer.");
    let Some(line) = line else {
        return Err(Failure::new("Node est introuvable", remedy));
    };
    let major = line.trim_start_matches('v').split('.').next();
    match major.and_then(|m| m.parse::<u32>().ok()) {
        Some(major) if major >= OLDEST => Ok(()),
        _ => Err(Failure::new(format!("Node {line} est trop ancien"), remedy)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_or_absent_node_is_refused() {
        assert!(check_version(Some("v20.20.2")).is_ok());
        assert!(check_version(Some("v100.0.0")).is_ok());
        assert!(check_version(Some("v18.19.0")).is_err());
        assert!(check_version(None).is_err());
    }
}
