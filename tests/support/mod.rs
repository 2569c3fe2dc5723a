//! What several test binaries share: the data of the project, read once, and the adopted text.

#![allow(dead_code, reason = "each test binary uses its own part")]

pub mod adopted;
pub mod synthetic;

use explorateur_sress::domain::assemble;
use explorateur_sress::domain::corpus::Corpus;
use explorateur_sress::domain::files::Files;
use explorateur_sress::domain::paths::Paths;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Folder of the project: the one cargo runs in, so that a copy tests its own files.
pub fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from)
}

/// The text of a file of the project.
#[track_caller]
pub fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path} : {error}"))
}

/// The JSON files of a folder of data as `(name, text)`, measures included.
pub fn sources(folder: &Path) -> Vec<(String, String)> {
    let mut sources = Vec::new();
    for (prefix, path) in [("", folder.to_path_buf()), ("mesures/", folder.join("mesures"))] {
        for entry in fs::read_dir(&path).unwrap_or_else(|error| panic!("{} : {error}", path.display())) {
            let path = entry.expect("a readable folder").path();
            if path.extension().is_some_and(|e| e == "json") {
                let name = path.file_name().expect("a file name").to_string_lossy().into_owned();
                sources.push((format!("{prefix}{name}"), fs::read_to_string(&path).expect("a UTF-8 file")));
            }
        }
    }
    sources.sort();
    sources
}

pub static FILES: LazyLock<Files> = LazyLock::new(|| {
    let sources = sources(&root().join("public/data"));
    Files::parse(&sources).unwrap_or_else(|errors| panic!("{}", lines(&errors)))
});

pub static CORPUS: LazyLock<Corpus> = LazyLock::new(|| {
    Corpus::from_json(&sources(&root().join("public/data"))).unwrap_or_else(|errors| panic!("{}", lines(&errors)))
});

/// The questions put to a visitor of the real strategy.
pub static PATHS: LazyLock<Paths> = LazyLock::new(|| {
    let read = assemble::read(&sources(&root().join("public/data")));
    read.unwrap_or_else(|errors| panic!("{}", lines(&errors))).1
});

/// One item a line: a test that finds many faults shows them all.
pub fn lines<T: ToString>(items: &[T]) -> String {
    items.iter().map(|i| format!("\n  {}", i.to_string())).collect()
}

/// Fails with every fault found, not the first.
#[track_caller]
pub fn no_fault(faults: &[String]) {
    assert!(faults.is_empty(), "{} faute(s) :{}", faults.len(), lines(faults));
}

/// The places of `needle` in `text` that are neither preceded nor followed by a letter or a digit.
pub fn whole_words<'a>(text: &'a str, needle: &'a str) -> impl Iterator<Item = usize> + 'a {
    let free = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    let whole = move |at: usize| free(text[..at].chars().next_back()) && free(text[at + needle.len()..].chars().next());
    // Two whole occurrences never overlap on a letter, so that the plain search misses none.
    text.match_indices(needle).map(|(at, _)| at).filter(move |&at| !needle.is_empty() && whole(at))
}
