//! The files of the project, and what each Rust one must be: short, and introduced.

use crate::support::{no_fault, read, root};
use std::path::Path;

/// Paths under a folder, from the project's root, with `/`; built and installed folders left out.
pub fn under(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    found.sort();
    found
}

fn walk(path: &Path, found: &mut Vec<String>) {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let built = ["target", "dist", "node_modules", ".git", "test-results", "playwright-report", "blob-report"];
    if path.is_dir() && !built.contains(&name.as_str()) {
        let entries = std::fs::read_dir(path).expect("a readable folder");
        entries.for_each(|entry| walk(&entry.expect("an entry").path(), found));
    } else if path.is_file() {
        let path = path.strip_prefix(root()).expect("under the root");
        found.push(path.to_string_lossy().replace('\\', "/"));
    }
}

/// Rust files as `(path, text)`.
pub fn rust(folder: &str) -> Vec<(String, String)> {
    let paths = under(folder).into_iter().filter(|p| p.ends_with(".rs"));
    paths.map(|p| (p.clone(), read(&p))).collect()
}

/// The code without its comments: what it does, not what it says.
pub fn code(text: &str) -> String {
    text.lines().filter(|l| !l.trim_start().starts_with("//")).map(|l| l.to_owned() + "\n").collect()
}

#[test]
fn each_rust_file_says_first_what_it_is_for() {
    let all = [rust("src"), rust("xtask"), rust("tests")].concat();
    let mute =
        all.iter().filter(|(_, text)| !text.starts_with("//! ")).map(|(path, _)| format!("{path} : pas de « //! »"));
    no_fault(&mute.collect::<Vec<_>>());
}

#[test]
fn rust_files_are_short() {
    let lengths = |folder| rust(folder).into_iter().map(|(path, text)| (path, text.lines().count()));
    let all: Vec<(String, usize)> = lengths("src").chain(lengths("xtask")).chain(lengths("tests")).collect();
    let long = all.iter().filter(|(_, n)| *n > 300).map(|(path, n)| format!("{path} : {n} lignes, au plus 300"));
    no_fault(&long.collect::<Vec<_>>());
    for folder in ["src", "xtask"] {
        let mut sizes: Vec<usize> = lengths(folder).map(|(_, n)| n).collect();
        sizes.sort_unstable();
        let median = sizes[sizes.len() / 2];
        assert!(median <= 120, "{folder} : {median} lignes en médiane, au plus 120");
    }
}

#[test]
fn style_sheets_are_short() {
    let sheets: Vec<String> = under("src/styles").into_iter().filter(|p| p.ends_with(".css")).collect();
    assert!(sheets.len() > 6, "{sheets:?}");
    let lengths = sheets.into_iter().map(|path| (read(&path).lines().count(), path));
    let long = lengths.filter(|(n, _)| *n > 300).map(|(n, path)| format!("{path} : {n} lignes, au plus 300"));
    no_fault(&long.collect::<Vec<_>>());
}

/// The first line that is not two spaces further in than what holds it; brackets open at the end of a line and close at
/// the start of another.
fn misplaced(json: &str) -> Option<usize> {
    let mut depth = 0_usize;
    json.lines().position(|line| {
        let words = line.trim_start();
        depth = depth.saturating_sub(usize::from(words.starts_with(['}', ']'])));
        let wanted = 2 * depth;
        depth += usize::from(words.ends_with(['{', '[']));
        words.is_empty() || line.len() - words.len() != wanted || !line.starts_with(&" ".repeat(wanted))
    })
}

#[test]
fn each_json_file_of_data_is_indented_by_two_and_ends_with_a_newline() {
    let paths = under("public/data").into_iter().filter(|p| p.ends_with(".json"));
    let faults = paths.filter_map(|p| {
        let text = read(&p);
        let odd = !text.ends_with('\n') || text.contains('\r') || text.contains('\t') || text.starts_with('\u{feff}');
        let line = misplaced(&text).map(|at| format!("{p}, ligne {} : retrait", at + 1));
        line.or(odd.then(|| format!("{p} : fin de ligne, tabulation ou marque d’ordre")))
    });
    no_fault(&faults.collect::<Vec<_>>());
}

#[test]
fn an_indentation_of_another_depth_is_found() {
    assert_eq!(misplaced("{\n  \"a\": [\n    1,\n    {}\n  ]\n}\n"), None);
    assert_eq!(misplaced("{\n  \"a\": [\n  1\n  ]\n}\n"), Some(2));
    assert_eq!(misplaced("{\n    \"a\": 1\n}\n"), Some(1));
    assert_eq!(misplaced("{\n  \"a\": 1\n  }\n"), Some(2));
    assert_eq!(misplaced("{\n\n}\n"), Some(1));
}
