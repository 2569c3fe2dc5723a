//! Validates `public/data/` and embeds it: a wrong id or a missing quote stops the build, in French, naming file and field.

#[allow(dead_code)]
#[path = "src/domain/mod.rs"]
mod domain;

use domain::corpus::Corpus;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

const DATA: &str = "public/data";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={DATA}");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let sources = read_sources(&root.join(DATA))?;
    let corpus = match Corpus::from_json(&sources) {
        Ok(corpus) => corpus,
        Err(errors) => {
            for error in &errors {
                println!("cargo::error={DATA}/{error}");
            }
            println!("cargo::error=Les données ne sont pas valides : {} erreur(s) ci-dessus.", errors.len());
            std::process::exit(1);
        }
    };
    let bytes = postcard::to_allocvec(&corpus).map_err(io::Error::other)?;
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("corpus.bin"), bytes)
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
