//! `hors-ligne.js`, the worker with the list of what its version is made of; `hors-ligne.json`, what it costs to take.
//!
//! Left out of the list: what only other pages, hosts or maintainers use, and the single file, which is the same thing again.

use super::{frame, kit, sha256};
use crate::digest::{Digest, files_under};
use crate::report::{Failure, Result};
use crate::workspace::Workspace;
use std::path::Path;

/// Stable: browsers come back to it for the next version.
const WORKER: &str = "hors-ligne.js";
/// Sizes, for the page that offers both.
const SIZES: &str = "hors-ligne.json";
pub const FILES: [&str; 2] = [WORKER, SIZES];

/// A file of a version.
struct Taken {
    /// From the site's folder; the page itself is the folder.
    path: String,
    integrity: String,
    /// As it travels, compressed where that helps.
    sent: u64,
    raw: u64,
}

/// Writes both, once every other file is there, compressed.
pub fn publish(ws: &Workspace, staging: &Path) -> Result<()> {
    let write = |name: &str, text: String| {
        let path = staging.join(name);
        std::fs::write(&path, text).map_err(|e| Failure::file("écrire", &path, &e))
    };
    let mut files = list(staging)?;
    let (raw, sent) = weight(&staging.join(kit::NAME))?;
    write(SIZES, sizes(&files, raw, sent))?;
    files.push(taken(staging, SIZES)?);
    let code = frame::minify(ws, "web/hors-ligne.mjs", "iife")?;
    let code = std::fs::read_to_string(&code).map_err(|e| Failure::file("lire", &code, &e))?;
    write(WORKER, worker(&files, &code))
}

fn list(staging: &Path) -> Result<Vec<Taken>> {
    let names = files_under(staging)?.into_iter().filter_map(|file| {
        let name = file.strip_prefix(staging).ok()?.to_string_lossy().replace('\\', "/");
        belongs(&name).then_some(name)
    });
    names.map(|name| taken(staging, &name)).collect()
}

/// Whether a page of the explorer may ask for this file.
fn belongs(name: &str) -> bool {
    let compressed = name.ends_with(".br") || name.ends_with(".gz");
    let apart = [WORKER, SIZES, kit::NAME, "embed.js", "sbom.cdx.json"].contains(&name);
    !compressed && !apart && !name.starts_with("demo-integration.") && !name.starts_with('.')
}

fn taken(staging: &Path, name: &str) -> Result<Taken> {
    let file = staging.join(name);
    let bytes = std::fs::read(&file).map_err(|e| Failure::file("lire", &file, &e))?;
    let (raw, sent) = weight(&file)?;
    // Some hosts answer `index.html` by another address, which a worker may not give for a page.
    let path = if name == "index.html" { "./" } else { name };
    Ok(Taken { path: path.to_owned(), integrity: sha256::integrity(&bytes), sent, raw })
}

/// Bytes of a file, and of what travels in its place.
fn weight(file: &Path) -> Result<(u64, u64)> {
    let length = |file: &Path| Ok(std::fs::metadata(file).map_err(|e| Failure::file("lire", file, &e))?.len());
    let mut compressed = file.as_os_str().to_owned();
    compressed.push(".br");
    let raw = length(file)?;
    let compressed = Path::new(&compressed);
    Ok((raw, if compressed.is_file() { length(compressed)? } else { raw }))
}

fn sizes(files: &[Taken], kit: u64, kit_sent: u64) -> String {
    let sum = |bytes: fn(&Taken) -> u64| files.iter().map(bytes).sum::<u64>();
    let (raw, sent) = (sum(|file| file.raw), sum(|file| file.sent));
    format!("{{\"octets\":{raw},\"transmis\":{sent},\"fichier\":{kit},\"fichier_transmis\":{kit_sent}}}\n")
}

/// The list on a line of its own, then the code. Names and hashes hold nothing that JSON would escape.
fn worker(files: &[Taken], code: &str) -> String {
    let pairs: Vec<String> = files.iter().map(|file| format!("\"{}\":\"{}\"", file.path, file.integrity)).collect();
    let pairs = pairs.join(",");
    // The code too: a worker that behaves otherwise is another version, with a cache of its own.
    let version = Digest::default().with(pairs.as_bytes()).with(code.as_bytes()).hex();
    format!("self.XP_HORS_LIGNE={{\"version\":\"{version}\",\"fichiers\":{{{pairs}}}}};\n{code}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, integrity: &str) -> Taken {
        Taken { path: path.into(), integrity: integrity.into(), sent: 1, raw: 10 }
    }

    fn version(text: &str) -> &str {
        let (_, rest) = text.split_once("\"version\":\"").expect("une version");
        &rest[..16]
    }

    #[test]
    fn the_list_holds_what_pages_ask_for_and_nothing_twice() {
        for name in [
            "index.html",
            "suite-0123456789abcdef.wasm",
            "data/mesures/01.json",
            "LICENCES.txt",
            "icone.svg",
            "manifest.webmanifest",
        ] {
            assert!(belongs(name), "{name}");
        }
        for name in [
            "index.html.br",
            "data/mesures.csv.gz",
            WORKER,
            SIZES,
            kit::NAME,
            "embed.js",
            "demo-integration.html",
            "sbom.cdx.json",
        ] {
            assert!(!belongs(name), "{name}");
        }
    }

    #[test]
    fn the_worker_begins_with_its_list_and_any_change_makes_another_version() {
        let one = worker(&[file("./", "sha256-a"), file("a.js", "sha256-b")], "code();");
        assert!(one.starts_with("self.XP_HORS_LIGNE={\"version\":\""), "{one}");
        assert!(one.ends_with("\"fichiers\":{\"./\":\"sha256-a\",\"a.js\":\"sha256-b\"}};\ncode();"), "{one}");
        for other in [
            worker(&[file("./", "sha256-c"), file("a.js", "sha256-b")], "code();"),
            worker(&[file("./", "sha256-a"), file("b.js", "sha256-b")], "code();"),
            worker(&[file("./", "sha256-a"), file("a.js", "sha256-b")], "other();"),
        ] {
            assert_ne!(version(&one), version(&other));
        }
        assert_eq!(version(&one), version(&worker(&[file("./", "sha256-a"), file("a.js", "sha256-b")], "code();")));
    }

    #[test]
    fn the_page_is_its_folder_and_the_sizes_are_sums() {
        let folder = std::env::temp_dir().join(format!("xtask-hors-ligne-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("data")).expect("dossier");
        for (name, text) in [("index.html", "page"), ("index.html.br", "p"), ("data/a.csv", "a;b"), ("embed.js", "x")] {
            std::fs::write(folder.join(name), text).expect("fichier");
        }
        let files = list(&folder).expect("liste");
        std::fs::remove_dir_all(&folder).expect("nettoyage");
        let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["data/a.csv", "./"]);
        assert_eq!(sizes(&files, 9, 8), "{\"octets\":7,\"transmis\":4,\"fichier\":9,\"fichier_transmis\":8}\n");
    }
}
