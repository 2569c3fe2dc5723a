//! The system's packages, where there is apt and the right to use it.

use super::announce;
use crate::process;
use crate::report::{Failure, Result};
use crate::workspace::Workspace;
use std::env;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

/// What is missing, how long it takes to come, and what to do where it cannot be installed.
pub struct Missing {
    pub what: &'static str,
    pub how_long: &'static str,
    pub packages: &'static [&'static str],
    pub by_hand: &'static str,
}

/// Installs it, or fails with what to do by hand.
pub fn install(ws: &Workspace, missing: &Missing) -> Result<()> {
    let Some(elevation) = elevation(ws) else {
        let why = "est introuvable, et ne peut pas être installé ici (ni apt, ni droits d'administration)";
        return Err(Failure::new(format!("{} {why}", missing.what), missing.by_hand));
    };
    announce(&format!("{}, paquet du système", missing.what), missing.how_long);
    let apt = |words: &[&str]| {
        let all = [elevation, &["apt-get"], words].concat();
        let mut command = ws.command(all[0]);
        command.args(&all[1..]).env("DEBIAN_FRONTEND", "noninteractive");
        process::run(&mut command, missing.by_hand)
    };
    apt(&["update", "-q"])?;
    apt(&[&["install", "-y", "-q", "--no-install-recommends"], missing.packages].concat())
}

/// The first of these programs on the path.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|one| one.is_file())
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
