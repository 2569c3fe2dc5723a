//! What the columns and keys of the published files mean, file by file, folded until asked for.

use super::published::download;
use crate::components::plain_table::plain_table;
use crate::components::prose::{fold, subtitle};
use crate::contract::index::{File, Index, SHEET};
use crate::domain::french::count;
use crate::kids;
use crate::view::node::{Element, Node, each, el};

/// Edited by hand: the typing errors of the official texts, among other oddities.
const SLIPS: &str = "signalements.json";

/// Every fold is printed open but these: sixteen sheets of keys that nobody asked for.
const PAPER: &str = "Sur papier, un fichier n’a ses colonnes ou ses clés que s’il est déplié à l’écran.";

pub fn meanings(index: &Index) -> Vec<Node> {
    let slips = index.files.iter().any(|file| file.path == SLIPS).then(|| {
        let told = "Les textes officiels sont repris mot pour mot, aux fautes de frappe corrigées près\u{a0}: elles sont listées, avec la forme du texte adopté, dans ";
        el("p", "xp-page__lead", kids![told, download(SLIPS), "."])
    });
    let described = || index.files.iter().filter(|file| !file.columns.is_empty());
    kids![
        subtitle("Ce que veulent dire les colonnes et les clés".to_owned()),
        slips,
        el("p", "xp-paper", kids![PAPER]),
        each(described().filter(|file| !file.notes.is_empty()).map(notes)),
        each(described().map(|file| fold(heading(file), kids![entries(file)]))),
    ]
}

/// What one must know to read a file: never folded, since it spoils what one does not read.
fn notes(file: &File) -> Element {
    let paragraphs = each(file.notes.iter().map(|note| el("p", "xp-page__lead", kids![note.clone()])));
    let title = el("h3", "xp-naming__title", kids![format!("Pour lire {}", file.path)]);
    el("section", "xp-page", kids![title, paragraphs])
}

fn heading(file: &File) -> String {
    let (one, many) = if file.path == SHEET { ("colonne", "colonnes") } else { ("clé", "clés") };
    format!("{}\u{a0}: {}", capital(&file.columns_of()), count(file.columns.len(), one, many))
}

fn entries(file: &File) -> Element {
    let head = if file.path == SHEET { "Colonne" } else { "Clé" };
    let rows = file.columns.iter().map(|entry| {
        let example = el("span", "xp-table__example", kids![entry.example.clone()]);
        vec![kids![entry.name.clone()], kids![entry.meaning.clone()], kids![example]]
    });
    plain_table("xp-table__entries", capital(&file.columns_of()), &[head, "Sens", "Exemple"], rows.collect())
}

/// « colonnes de… » at the start of a title.
fn capital(text: &str) -> String {
    let (first, rest) = text.split_at_checked(1).unwrap_or((text, ""));
    first.to_ascii_uppercase() + rest
}
