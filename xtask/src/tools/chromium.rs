//! The browser of the end-to-end tests: the one `CHROMIUM` names, the system's, or its package.

use super::announce;
use crate::process;
use crate::report::{Failure, Result};
use crate::workspace::Workspace;
use std::env;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

const BY_HAND: &str =
    "installer Chromium ou Chrome, ou donner son chemin : CHROMIUM=/chemin/vers/chromium cargo xtask test.";

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
    install(ws)?;
    find().ok_or_else(|| Failure::new("Chromium reste introuvable après son installation", BY_HAND))
}

fn find() -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    NAMES
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .chain(std::iter::once(PathBuf::from(MAC)))
        .find(|candidate| candidate.is_file())
}

fn install(ws: &Workspace) -> Result<()> {
    let Some(elevation) = elevation(ws) else {
        return Err(Failure::new(
            "Chromium est introuvable, et il ne peut pas être installé ici (ni apt, ni droits d'administration)",
            BY_HAND,
        ));
    };
    announce("Chromium, paquet du système", "1 à 3 minutes");
    let apt = |words: &[&str]| {
        let mut all: Vec<&str> = elevation.to_vec();
        all.push("apt-get");
        all.extend(words);
        let mut command = ws.command(all[0]);
        command.args(&all[1..]).env("DEBIAN_FRONTEND", "noninteractive");
        process::run(&mut command, BY_HAND)
    };
    apt(&["update", "-q"])?;
    // A font is needed too: without any, text has no width and layout tests mean nothing.
    apt(&["install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-liberation"])
}

/// The words to put before `apt-get`, or nothing where it cannot be used.
fn elevation(ws: &Workspace) -> Option<&'static [&'static str]> {
    if !Path::new("/usr/bin/apt-get").is_file() {
        return None;
    }
    if process::first_line(ws.command("id").arg("-u")).as_deref() == Some("0") {
        return Some(&[]);
    }
    let asks = std::io::stdin().is_terminal();
    let silent = process::first_line(ws.command("sudo").args(["-n", "id", "-u"]));
    match (silent.as_deref(), asks) {
        (Some("0"), _) => Some(&["sudo", "-n"]),
        (_, true) if Path::new("/usr/bin/sudo").is_file() => Some(&["sudo"]),
        _ => None,
    }
}
