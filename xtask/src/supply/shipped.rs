//! What others wrote that reaches the visitor: the crates of each program, and the npm packages of the charts' script.

use super::npm;
use crate::process;
use crate::report::{Failure, Result};
use crate::tools::WASM_TARGET;
use crate::workspace::Workspace;
use std::path::PathBuf;

/// One library, as the inventory and the notices tell it.
pub struct Component {
    pub name: String,
    pub version: String,
    /// SPDX expression.
    pub licence: String,
    /// Package URL: kind, name and version in one address.
    pub purl: String,
    /// Of the archive that the registry gives.
    pub hash: Option<Hash>,
    /// Files of `dist/` that hold some of it, by the start of their names.
    pub programs: Vec<&'static str>,
    /// Its source on this machine: never told.
    pub folder: PathBuf,
}

pub struct Hash {
    pub algorithm: &'static str,
    pub hex: String,
}

impl Hash {
    /// `sha512-<base64>`, as npm writes it.
    pub fn of_npm(integrity: &str) -> Option<Hash> {
        let encoded = integrity.strip_prefix("sha512-")?;
        Some(Hash { algorithm: "SHA-512", hex: hex(&base64(encoded)?) })
    }
}

/// The programs, by the start of their files' names, and the features each is compiled with.
const PROGRAMS: [(&str, &str); 4] =
    [("explorateur", "hydrate"), ("suite", "hydrate,pages"), ("graphiques", "chunk"), ("documents", "documents")];

/// Everything, crates first, in the order of names.
pub fn components(ws: &Workspace) -> Result<Vec<Component>> {
    let path = ws.root.join("Cargo.lock");
    let lock = std::fs::read_to_string(&path).map_err(|e| Failure::file("lire", &path, &e))?;
    let places = metadata(ws)?;
    let mut found: Vec<Component> = Vec::new();
    for (program, features) in PROGRAMS {
        for (name, version, licence) in tree(ws, features)? {
            if let Some(known) = found.iter_mut().find(|c| c.name == name && c.version == version) {
                known.programs.push(program);
                continue;
            }
            let of = |what: &str| {
                Failure::new(format!("{name} {version} : {what}"), "rétablir Cargo.lock (git checkout Cargo.lock).")
            };
            let checksum = checksum(&lock, &name, &version).ok_or_else(|| of("sans empreinte dans Cargo.lock"))?;
            found.push(Component {
                purl: format!("pkg:cargo/{name}@{}", version.replace('+', "%2B")),
                hash: Some(Hash { algorithm: "SHA-256", hex: checksum.to_owned() }),
                licence: licence.replace('/', " OR "),
                programs: vec![program],
                folder: folder(&places, &name, &version).ok_or_else(|| of("sources introuvables"))?,
                name,
                version,
            });
        }
    }
    found.push(standard(ws)?);
    found.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    let mut packages = npm::packages(ws)?;
    packages.sort_by(|a, b| a.name.cmp(&b.name));
    found.extend(packages);
    Ok(found)
}

/// The version of the explorer, from Cargo.toml.
pub fn own_version(ws: &Workspace) -> Result<String> {
    let path = ws.root.join("Cargo.toml");
    let text = std::fs::read_to_string(&path).map_err(|e| Failure::file("lire", &path, &e))?;
    let version = text.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.map(str::to_owned).ok_or_else(|| Failure::new("Cargo.toml ne dit pas sa version", "l'y écrire."))
}

/// Rust's own library, of the compiler at hand, is in each program.
fn standard(ws: &Workspace) -> Result<Component> {
    let line = process::first_line(ws.command("rustc").arg("--version")).unwrap_or_default();
    let version = line.split_whitespace().nth(1).map(str::to_owned);
    let version = version.ok_or_else(|| Failure::new("rustc ne dit pas sa version", "installer Rust par rustup."))?;
    Ok(Component {
        name: "rust-std".to_owned(),
        purl: format!("pkg:generic/rust-std@{version}"),
        version,
        licence: "MIT OR Apache-2.0".to_owned(),
        hash: None,
        programs: PROGRAMS.map(|(program, _)| program).to_vec(),
        folder: PathBuf::new(),
    })
}

/// Crates compiled for the browser with these features: neither macros nor build scripts, which stay here.
fn tree(ws: &Workspace, features: &str) -> Result<Vec<(String, String, String)>> {
    let bytes = process::capture(
        ws.command("cargo")
            .args(["tree", "--locked", "--package", "explorateur-sress", "--edges", "normal,no-proc-macro"])
            .args(["--target", WASM_TARGET, "--no-default-features", "--features", features])
            .args(["--prefix", "none", "--no-dedupe", "--format", "{p}|{l}"]),
        "lire l'erreur de cargo ci-dessus.",
    )?;
    Ok(crates(&String::from_utf8_lossy(&bytes)))
}

/// `serde v1.0.229|MIT OR Apache-2.0`, once each; what bears a path is our own.
fn crates(tree: &str) -> Vec<(String, String, String)> {
    let one = |line: &str| {
        let (package, licence) = line.split_once('|')?;
        let (name, version) = package.split_once(" v")?;
        (!version.contains(' ')).then(|| (name.to_owned(), version.to_owned(), licence.to_owned()))
    };
    let mut found: Vec<_> = tree.lines().filter_map(one).collect();
    found.sort();
    found.dedup();
    found
}

fn metadata(ws: &Workspace) -> Result<String> {
    let mut cargo = ws.command("cargo");
    cargo.args(["metadata", "--locked", "--format-version", "1", "--all-features", "--filter-platform"]);
    cargo.arg(WASM_TARGET);
    let bytes = process::capture(&mut cargo, "lire l'erreur de cargo ci-dessus.")?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Where cargo unpacked a crate, from the path of its manifest in `cargo metadata`.
fn folder(metadata: &str, name: &str, version: &str) -> Option<PathBuf> {
    let places = metadata.split("\"manifest_path\":\"").skip(1).filter_map(|rest| rest.split('"').next());
    let wanted = format!("{name}-{version}");
    let mut folders = places
        .map(|place| PathBuf::from(place.replace("\\\\", "\\")))
        .filter_map(|mut path| path.pop().then_some(path));
    folders.find(|folder| folder.file_name().is_some_and(|last| last.to_string_lossy() == wanted))
}

/// SHA-256 of a crate's archive, as Cargo.lock holds it.
fn checksum<'a>(lock: &'a str, name: &str, version: &str) -> Option<&'a str> {
    let head = format!("name = \"{name}\"\nversion = \"{version}\"\n");
    let entry = lock.split("[[package]]\n").find(|entry| entry.starts_with(&head))?;
    entry.lines().find_map(|line| line.strip_prefix("checksum = \"")?.strip_suffix('"'))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn base64(text: &str) -> Option<Vec<u8>> {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::new();
    let (mut held, mut bits) = (0_u32, 0);
    for sign in text.trim_end_matches('=').bytes() {
        held = held << 6 | SIGNS.iter().position(|&s| s == sign)? as u32;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
            held &= (1 << bits) - 1;
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_crates_of_a_program_are_told_once_without_our_own() {
        let tree = "explorateur v0.1.0 (/quelque/part)|MIT\nserde v1.0.2|MIT OR Apache-2.0\na v1.0.0+x|Zlib\nserde v1.0.2|MIT OR Apache-2.0\n";
        let found: Vec<String> = crates(tree).into_iter().map(|(n, v, l)| format!("{n} {v} {l}")).collect();
        assert_eq!(found, ["a 1.0.0+x Zlib", "serde 1.0.2 MIT OR Apache-2.0"]);
    }

    #[test]
    fn a_crate_is_found_by_its_name_and_version_together() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"1.0.0\"\nchecksum = \"ab\"\n\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"cd\"\n";
        assert_eq!(checksum(lock, "a", "1.0.0"), Some("cd"));
        assert_eq!(checksum(lock, "a", "2.0.0"), None);
        let places =
            "\"manifest_path\":\"/r/a-b-1.0.0/Cargo.toml\",\"manifest_path\":\"C:\\\\r\\\\a-1.0.0/Cargo.toml\"";
        assert_eq!(folder(places, "a-b", "1.0.0"), Some("/r/a-b-1.0.0".into()));
        assert_eq!(folder(places, "b", "1.0.0"), None);
    }

    #[test]
    fn a_hash_is_told_in_hexadecimal() {
        assert_eq!(base64("SGVsbG8h").as_deref(), Some(b"Hello!".as_slice()));
        assert_eq!(base64("SGVsbG8=").as_deref(), Some(b"Hello".as_slice()));
        assert_eq!(Hash::of_npm("sha512-/+8=").map(|h| h.hex).as_deref(), Some("ffef"));
        assert!(Hash::of_npm("sha1-AA==").is_none() && base64("é").is_none());
    }
}
