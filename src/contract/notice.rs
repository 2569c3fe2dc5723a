//! `LISEZ-MOI.txt`: what the archive holds, for whoever opens it away from the page.

use super::index::{Entry, Family, File, Index};
use crate::domain::french::date;
use std::fmt::Write;

pub fn notice(index: &Index) -> String {
    let mut text = String::new();
    let mut part = |title: &str, body: String| {
        let line = "-".repeat(title.chars().count());
        // Writing to a string never fails.
        let _ = write!(text, "{title}\n{line}\n{body}\n\n");
    };
    part(&index.title, format!("Données ouvertes, version du {}.\nSource : {}", date(&index.version), index.source));
    for (family, title) in [
        (Family::Published, "Fichiers pour la réutilisation (clés et colonnes stables)"),
        (Family::Edited, "Fichiers écrits à la main, dont les autres sont tirés"),
        (Family::Measure, "Une mesure par fichier"),
        (Family::Schema, "Schémas JSON"),
    ] {
        part(title, lines(index.files.iter().filter(|f| f.family == family), file));
    }
    for file in index.files.iter().filter(|f| !f.columns.is_empty()) {
        let notes: String = file.notes.iter().map(|note| format!("{note}\n\n")).collect();
        part(&format!("Sens des {}", file.columns_of()), notes + &lines(file.columns.iter(), entry));
    }
    let licence = &index.licence;
    part("Licence", format!("{} ({}) : {}\n{}", licence.name, licence.spdx, licence.address, licence.allows));
    part("Comment citer", index.citation.clone());
    let changes = index.versions.iter().map(|version| {
        let changes = lines(version.changes.iter(), |change| format!("- {change}"));
        format!("{} :\n{changes}", date(&version.date))
    });
    part("Versions", changes.collect::<Vec<_>>().join("\n"));
    text.trim_end().to_owned() + "\n"
}

fn file(file: &File) -> String {
    format!("- {} : {}", file.path, file.holds)
}

fn entry(entry: &Entry) -> String {
    format!("- {} : {}", entry.name, entry.meaning)
}

fn lines<T>(items: impl Iterator<Item = T>, line: impl Fn(T) -> String) -> String {
    items.map(line).collect::<Vec<_>>().join("\n")
}
