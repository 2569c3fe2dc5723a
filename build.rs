//! Validates `public/data/` and embeds it: a wrong id or a missing quote stops the build, in French, naming file and field.

#[allow(dead_code, unused_imports)]
#[path = "src/domain/mod.rs"]
mod domain;

use domain::{assemble, binary};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

const DATA: &str = "public/data";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={DATA}");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let sources = read_sources(&root.join(DATA))?;
    let (corpus, paths) = match assemble::read(&sources) {
        Ok(read) => read,
        Err(errors) => {
            for error in &errors {
                println!("cargo::error={DATA}/{error}");
            }
            println!("cargo::error=Les données ne sont pas valides : {} erreur(s) ci-dessus.", errors.len());
            std::process::exit(1);
        }
    };
    let (corpus, annex) = corpus.split();
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    // A strategy of another size, bred for the bench.
    println!("cargo::rerun-if-env-changed=SRESS_CORPUS");
    let whole = match env::var_os("SRESS_CORPUS") {
        Some(path) => fs::read(path)?,
        None => binary::to_bytes(&corpus),
    };
    let (head, text) = binary::cut_printed(&whole).unwrap_or((&whole, &[]));
    let annex = binary::to_bytes(&annex);
    // Names and digests carry the content: a page never reads the text or the annex of another version.
    println!("cargo::rustc-env=TEXT_DIGEST={:016x}", binary::digest(text));
    println!("cargo::rustc-env=ANNEX_DIGEST={:016x}", binary::digest(&annex));
    fs::write(out.join("paths.bin"), binary::to_bytes(&paths))?;
    fs::write(out.join("corpus-head.bin"), head)?;
    fs::write(out.join("text.bin"), text)?;
    fs::write(out.join("corpus.bin"), &whole)?;
    fs::write(out.join("annex.bin"), &annex)
}

/// The files of the strategy as `(name, JSON)`: those at the top, and one a measure.
fn read_sources(folder: &Path) -> io::Result<Vec<(String, String)>> {
    let mut sources = Vec::new();
    for (prefix, path) in [("", folder.to_path_buf()), ("mesures/", folder.join("mesures"))] {
        for entry in fs::read_dir(path)? {
            let path = entry?.path();
            if path.extension().is_some_and(|e| e == "json") {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                sources.push((format!("{prefix}{name}"), fs::read_to_string(&path)?));
            }
        }
    }
    sources.sort();
    Ok(sources)
}
