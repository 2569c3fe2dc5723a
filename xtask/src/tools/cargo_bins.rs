//! trunk, wasm-bindgen-cli and cargo-deny, in the exact versions the build and the checks rely on.
//!
//! The user's own cargo folder is used, unless it holds another version: that one is left alone
//! and ours goes to `target/tools/bin`.

use super::announce;
use crate::process;
use crate::report::{Failure, Result};
use crate::workspace::Workspace;

const TRUNK: &str = "0.21.14";

const DENY: &str = "0.20.2";

const REMEDY: &str =
    "lire l'erreur de cargo ci-dessus ; le réseau et un compilateur C sont nécessaires la première fois.";

/// Installs whichever of the two is missing.
pub fn ensure(ws: &Workspace) -> Result<()> {
    Tool {
        program: "trunk",
        package: "trunk",
        version: TRUNK.to_owned(),
        locked: true,
        opt_level: "1",
        how_long: "une seule fois, 5 à 12 minutes",
    }
    .ensure(ws)?;
    Tool {
        program: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version: locked_version(ws, "wasm-bindgen")?,
        // Its own lock file asks for older crates than today's compiler likes.
        locked: false,
        opt_level: "2",
        how_long: "une seule fois, 2 à 5 minutes",
    }
    .ensure(ws)
}

/// What checks licences, sources and known flaws.
pub fn ensure_deny(ws: &Workspace) -> Result<()> {
    Tool {
        program: "cargo-deny",
        package: "cargo-deny",
        version: DENY.to_owned(),
        locked: true,
        opt_level: "1",
        how_long: "une seule fois, 2 à 5 minutes",
    }
    .ensure(ws)
}

struct Tool {
    program: &'static str,
    package: &'static str,
    version: String,
    locked: bool,
    opt_level: &'static str,
    how_long: &'static str,
}

impl Tool {
    fn ensure(&self, ws: &Workspace) -> Result<()> {
        let found = self.found(ws);
        if found.as_deref() == Some(self.version.as_str()) {
            return Ok(());
        }
        announce(&format!("{} {}", self.package, self.version), self.how_long);
        let mut cargo = ws.command("cargo");
        // Built aside: cargo cleans up after itself, and our own target folder stays ours.
        cargo
            .env_remove("CARGO_TARGET_DIR")
            // trunk asks for its own whole-program optimisation, minutes of it, and only waits for others.
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.opt_level)
            .args(["install", self.package, "--version"])
            .arg(format!("={}", self.version));
        if self.locked {
            cargo.arg("--locked");
        }
        if found.is_some() {
            cargo.arg("--root").arg(ws.tools_root());
        }
        process::run(&mut cargo, REMEDY)?;
        match self.found(ws) {
            Some(version) if version == self.version => Ok(()),
            other => Err(Failure::new(
                format!(
                    "{} {} est installé, mais le PATH donne {}",
                    self.program,
                    self.version,
                    other.unwrap_or_else(|| "rien".to_owned())
                ),
                "mettre le dossier bin de cargo (~/.cargo/bin) dans le PATH.",
            )),
        }
    }

    /// The version on the path, ours first. A tool answers `trunk 0.21.14`.
    fn found(&self, ws: &Workspace) -> Option<String> {
        // Trunk takes NO_COLOR for an option of its own and stops at the usual value, 1.
        let line = process::first_line(ws.command(self.program).arg("--version").env_remove("NO_COLOR"))?;
        line.split_whitespace().nth(1).map(str::to_owned)
    }
}

/// The version of `package` in Cargo.lock, which the tool must match exactly.
fn locked_version(ws: &Workspace, package: &str) -> Result<String> {
    let path = ws.root.join("Cargo.lock");
    let lock = std::fs::read_to_string(&path).map_err(|e| Failure::file("lire", &path, &e))?;
    version_in(&lock, package).ok_or_else(|| {
        Failure::new(
            format!("Cargo.lock ne contient pas {package}"),
            "rétablir Cargo.lock depuis le dépôt (git checkout Cargo.lock).",
        )
    })
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.next()?;
    let version = lines.next()?.strip_prefix("version = \"")?;
    version.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_gives_the_version_of_the_exact_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "absent"), None);
    }
}
