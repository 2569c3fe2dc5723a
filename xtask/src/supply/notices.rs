//! LICENCES.txt: the notices that the licences ask to be given with each copy, each text once.

use super::shipped::Component;
use crate::digest::files_under;
use crate::report::{Failure, Result};
use crate::workspace::Workspace;
use std::path::{Path, PathBuf};

const HEAD: &str = "\
Explorateur SRESS : licences de ce qui est publié avec lui

Le code de l'explorateur est sous licence MIT ou Apache-2.0, au choix. Il contient les bibliothèques ci-dessous, chacune
sous sa licence, dont voici les textes. La même liste, pour des programmes : sbom.cdx.json.
";

/// How the files of licences start, whatever their case.
const NAMES: [&str; 6] = ["licen", "copying", "copyright", "notice", "unlicense", "ofl"];

/// The list, then each text with the names of those it is for.
pub fn print(ws: &Workspace, shipped: &[Component]) -> Result<String> {
    let path = ws.root.join("LICENSE-MIT");
    let own = std::fs::read_to_string(&path).map_err(|e| Failure::file("lire", &path, &e))?;
    let mut texts: Vec<(String, Vec<String>)> = Vec::new();
    for one in shipped {
        let title = format!("{} {} ({})", one.name, one.version, one.licence);
        for text in texts_of(one, &own)? {
            match texts.iter_mut().find(|(known, _)| *known == text) {
                Some((_, titles)) if titles.contains(&title) => {}
                Some((_, titles)) => titles.push(title.clone()),
                None => texts.push((text, vec![title.clone()])),
            }
        }
    }
    let parts = texts.into_iter().map(|(text, titles)| {
        let rule = "=".repeat(80);
        format!("\n{rule}\n{}\n{rule}\n\n{text}", titles.join("\n"))
    });
    Ok(HEAD.to_owned() + &parts.collect::<String>())
}

/// What a library asks to be given; where its package holds no text, the licence's own with the names of its authors.
fn texts_of(one: &Component, mit: &str) -> Result<Vec<String>> {
    let files = if one.folder.as_os_str().is_empty() { Vec::new() } else { files_of(&one.folder)? };
    let mut texts = Vec::new();
    for file in chosen(&files, &one.licence) {
        let bytes = std::fs::read(file).map_err(|e| Failure::file("lire", file, &e))?;
        texts.push(plain(&String::from_utf8_lossy(&bytes)));
    }
    if !texts.is_empty() {
        return Ok(texts);
    }
    if !one.licence.split(' ').any(|word| word == "MIT") {
        let remedy = "joindre son texte dans xtask/src/supply/notices.rs.";
        return Err(Failure::new(format!("{} ne joint pas sa licence ({})", one.name, one.licence), remedy));
    }
    // Without a folder: Rust's own library.
    let holder = match one.folder.as_os_str().is_empty() {
        true => "The Rust Project contributors".to_owned(),
        false => {
            let manifest = std::fs::read_to_string(one.folder.join("Cargo.toml")).unwrap_or_default();
            authors(&manifest).unwrap_or_else(|| format!("The authors of {}", one.name))
        }
    };
    let (_, body) = mit.split_once("\n\n").unwrap_or(("", mit));
    Ok(vec![plain(&format!("Copyright (c) {holder}\n\n{body}"))])
}

/// The files of licences at the root of a package, and in its folder of licences.
fn files_of(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).map_err(|e| Failure::file("lire", folder, &e))?;
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.map_err(|e| Failure::file("lire", folder, &e))?.path();
        if NAMES.iter().any(|start| name(&path).starts_with(start)) {
            found.extend(files_under(&path)?);
        }
    }
    found.sort();
    Ok(found)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().to_lowercase()
}

/// Where there is a choice, MIT is taken: the shortest. What is neither it nor what it replaces stays; so does all of it
/// where licences add up.
fn chosen<'a>(files: &'a [PathBuf], licence: &str) -> Vec<&'a PathBuf> {
    let choice = !licence.split(' ').any(|word| word == "AND");
    let mit = choice && files.iter().any(|file| name(file).contains("mit"));
    let replaced = ["apache", "unlicense", "copying", "boost", "zlib"];
    files.iter().filter(|file| !mit || !replaced.iter().any(|other| name(file).contains(other))).collect()
}

/// `authors = ["A", "B <b@c>"]`, which cargo writes on one line or on several.
fn authors(manifest: &str) -> Option<String> {
    let (_, rest) = manifest.split_once("\nauthors = [")?;
    let (list, _) = rest.split_once(']')?;
    let all: Vec<&str> = list.split('"').skip(1).step_by(2).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// Lines ended alike, no blank at their end nor around the text.
fn plain(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}').trim_matches('\n');
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned() + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_of_licences_is_made_and_what_comes_besides_is_kept() {
        let files = |names: &[&str]| names.iter().map(PathBuf::from).collect::<Vec<_>>();
        let found = |names: &[&str], licence: &str| -> Vec<String> {
            chosen(&files(names), licence).into_iter().map(|f| name(f)).collect()
        };
        let check = |names: &[&str], expected: &[&str]| assert_eq!(found(names, "MIT OR Apache-2.0"), expected);
        let both = found(&["LICENSE-APACHE", "LICENSE-MIT"], "(MIT OR ISC) AND Apache-2.0");
        assert_eq!(both, ["license-apache", "license-mit"]);
        check(&["LICENSE-APACHE", "LICENSE-MIT", "LICENSE-UNICODE"], &["license-mit", "license-unicode"]);
        check(&["COPYING", "LICENSE-MIT", "UNLICENSE"], &["license-mit"]);
        check(&["LICENSE", "NOTICE", "licenses/LICENSE-d3"], &["license", "notice", "license-d3"]);
        check(&["LICENSE-APACHE", "LICENSE-BOOST"], &["license-apache", "license-boost"]);
    }

    #[test]
    fn a_package_without_its_text_gives_its_authors_and_the_text_of_mit() {
        let one = |licence: &str, folder: &str| Component {
            name: "a".into(),
            version: "1".into(),
            licence: licence.into(),
            purl: String::new(),
            hash: None,
            programs: Vec::new(),
            folder: folder.into(),
        };
        let texts = |one: &Component| texts_of(one, "Copyright (c) nous\n\nPermission\n");
        let written = |holder: &str| vec![format!("Copyright (c) {holder}\n\nPermission\n")];
        assert_eq!(texts(&one("MIT OR Apache-2.0", "")).ok(), Some(written("The Rust Project contributors")));
        assert_eq!(texts(&one("MIT", "src/serve")).ok(), Some(written("The authors of a")));
        assert!(texts(&one("Zlib", "")).is_err());
        assert_eq!(authors("[package]\nauthors = [\n    \"A\",\n    \"B <b@c>\",\n]\n").as_deref(), Some("A, B <b@c>"));
        assert_eq!(authors("[package]\nname = \"a\"\n"), None);
    }

    #[test]
    fn a_text_is_the_same_whatever_the_machine_it_was_written_on() {
        assert_eq!(plain("\u{feff}\r\n a \r\nb\n\n"), " a\nb\n");
    }
}
