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
    part("Colonnes de mesures.csv", format!("{SHEET}\n\n{}", lines(index.columns.iter(), entry)));
    part("Clés de mesures.json", lines(index.keys.iter(), entry));
    let licence = &index.licence;
    part("Licence", format!("{} ({}) : {}", licence.name, licence.spdx, licence.address));
    part("Comment citer", index.citation.clone());
    let changes = index.versions.iter().map(|version| {
        let changes = lines(version.changes.iter(), |change| format!("- {change}"));
        format!("{} :\n{changes}", date(&version.date))
    });
    part("Versions", changes.collect::<Vec<_>>().join("\n"));
    text.trim_end().to_owned() + "\n"
}

const SHEET: &str =
    "Une ligne par action. Séparateur : point-virgule ; encodage : UTF-8 avec BOM ; dans une cellule, « | » sépare
les éléments d'une liste. Une cellule qu'un tableur exécuterait comme une formule (elle commence par =, +, -, @, une
tabulation ou un retour à la ligne) est précédée d'une apostrophe ; un nombre reste un nombre.";

fn file(file: &File) -> String {
    format!("- {} : {}", file.path, file.holds)
}

fn entry(entry: &Entry) -> String {
    format!("- {} : {}", entry.name, entry.meaning)
}

fn lines<T>(items: impl Iterator<Item = T>, line: impl Fn(T) -> String) -> String {
    items.map(line).collect::<Vec<_>>().join("\n")
}
