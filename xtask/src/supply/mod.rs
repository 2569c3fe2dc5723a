//! What the explorer is made of that others wrote: checked before a change lands, listed beside what is published.
//!
//! Two graphs: what is compiled for the browser, and all that builds and tests it. Known flaws are another command, for
//! their lists come from the network: what could not be asked is a failure, never a pass.

mod notices;
mod npm;
mod sbom;
mod shipped;

use crate::process;
use crate::report::{self, Failure, Result};
use crate::tools;
use crate::workspace::Workspace;
use std::path::Path;

/// Where the licences that are allowed are listed.
const RULES: &str = "deny.toml";

const SHIPPED: [&str; 6] = [
    "--target",
    tools::WASM_TARGET,
    "--exclude-dev",
    "--no-default-features",
    "--features",
    "hydrate,pages,chunk,documents",
];
const WHOLE: [&str; 2] = ["--workspace", "--all-features"];

/// Licences, sources and duplicates.
pub fn check(ws: &Workspace) -> Result<()> {
    // Those of every system, also the ones this machine does not build for: the check itself then needs no network.
    process::run(
        ws.command("cargo").args(["fetch", "--quiet", "--locked"]),
        "les bibliothèques manquantes viennent du réseau : recommencer quand il répond.",
    )?;
    let remedy = "retirer la dépendance en cause, ou la permettre dans deny.toml en disant pourquoi.";
    for (title, graph) in [("ce qui est publié", &SHIPPED[..]), ("ce qui construit et éprouve", &WHOLE[..])] {
        report::line(title);
        let mut deny = deny(ws);
        // Said as a warning, not a page of graph for each.
        deny.args(["--offline", "--locked"]).args(graph).args(["check", "--hide-inclusion-graph"]);
        process::run(deny.args(["licenses", "bans", "sources"]), remedy)?;
    }
    let rules = ws.root.join(RULES);
    let rules = std::fs::read_to_string(&rules).map_err(|e| Failure::file("lire", &rules, &e))?;
    let refused = npm::refused(&npm::packages(ws)?, &allowed(&rules));
    if refused.is_empty() { Ok(()) } else { Err(Failure::new(refused.join(" ; "), remedy)) }
}

/// Known flaws: asks the network, and fails where it does not answer; one that is silent keeps none from being asked.
pub fn audit(ws: &Workspace) -> Result<()> {
    tools::ensure_supply(ws)?;
    report::heading("Failles connues des bibliothèques Rust");
    let crates = audit_crates(ws);
    report::heading("Failles connues des paquets npm publiés");
    let packages = npm::audit(ws);
    // The one is given back, to be said last; the other is said here.
    if let (Err(failure), Err(_)) = (&crates, &packages) {
        report::failure(failure);
    }
    packages.and(crates)
}

fn audit_crates(ws: &Workspace) -> Result<()> {
    process::run(
        deny(ws).args(["fetch", "db"]),
        "la base RustSec n'a pas répondu, rien n'a été vérifié : recommencer avec le réseau.",
    )?;
    let remedy = "mettre à jour ce qui est signalé ci-dessus (cargo update), ou s'en passer.";
    process::run(deny(ws).args(["--locked"]).args(WHOLE).args(["check", "advisories"]), remedy)
}

/// What is published beside the site: the list of what it is made of, and the licences these ask to be given with it.
pub fn publish(ws: &Workspace, folder: &Path) -> Result<()> {
    let shipped = shipped::components(ws)?;
    let put = |name: &str, text: String| {
        let path = folder.join(name);
        std::fs::write(&path, text).map_err(|e| Failure::file("écrire", &path, &e))
    };
    put("sbom.cdx.json", sbom::print(&shipped, &shipped::own_version(ws)?))?;
    put("LICENCES.txt", notices::print(ws, &shipped)?)
}

fn deny(ws: &Workspace) -> std::process::Command {
    ws.command("cargo-deny")
}

/// The licences of `allow = […]`, so that npm's obey the same list.
fn allowed(rules: &str) -> Vec<&str> {
    let list = rules.split_once("\nallow = [").and_then(|(_, rest)| rest.split_once(']')).map_or("", |(list, _)| list);
    list.split(',').map(|item| item.trim().trim_matches('"')).filter(|item| !item.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_licences_allowed_are_those_of_the_one_list() {
        let list = "[licenses]\n# ce qu'on permet\nallow = [\n    \"MIT\",\n    \"0BSD\",\n]\nother = [\"GPL-3.0\"]\n";
        assert_eq!(allowed(list), ["MIT", "0BSD"]);
        assert!(allowed(&std::fs::read_to_string("../deny.toml").expect("deny.toml")).contains(&"Apache-2.0"));
        assert!(allowed("").is_empty());
    }
}
