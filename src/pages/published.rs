//! What is published under `data/`, as its index tells: files, columns, licence, citation, versions. The index is fetched
//! when the page of the data opens.

use super::citation::citation;
use super::described::read;
use super::local::{Local, Published};
use super::meanings::meanings;
use crate::components::plain_table::plain_table;
use crate::components::prose::{fold, subtitle};
use crate::contract::index::{ARCHIVE, Family, File, INDEX, Index, MEASURES, SHEET};
use crate::domain::address::View;
use crate::domain::french::{count, date, file_size};
use crate::kids;
use crate::platform::{Listeners, connection, fetch, page};
use crate::reactive::*;
use crate::store::Store;
use crate::view::node::{Element, Node, a, button, each, el};

const STABLE: &str =
    "Leurs clés et leurs colonnes ne changent pas d’une version à l’autre\u{a0}: d’autres programmes peuvent s’y fier.";

/// Fetches the index as soon as the page opens, and again when the network comes back.
pub fn watch(store: Store, local: Local) -> Listeners {
    Effect::new(move |_| {
        if store.view() == View::Data && local.published.get_untracked() == Published::Unasked {
            bring(local);
        }
    });
    connection::on_back(move || {
        if local.published.get_untracked() == Published::Missing {
            bring(local);
        }
    })
}

fn bring(local: Local) {
    if local.published.get_untracked() == Published::Coming {
        return;
    }
    local.published.set(Published::Coming);
    spawn_local(async move {
        let fetched = fetch::bytes(&address(INDEX)).await;
        let index = fetched.ok().and_then(|bytes| read(&bytes));
        local.published.try_set(match index {
            Some(index) => Published::Here(Box::leak(Box::new(index))),
            None => Published::Missing,
        });
    });
}

pub(super) fn address(path: &str) -> String {
    format!("data/{path}")
}

pub fn published(store: Store, local: Local) -> Element {
    let inside = match local.published.get() {
        Published::Unasked | Published::Coming => {
            let wait = el("p", "xp-page__lead", kids!["La liste des fichiers se charge…"]);
            kids![subtitle("Tous les fichiers".to_owned()), wait]
        }
        Published::Missing => missing(local),
        Published::Here(index) => described(store, local, index),
    };
    let waiting = matches!(local.published.get(), Published::Unasked | Published::Coming);
    el("div", "xp-page", inside).attr("aria-busy", waiting.to_string())
}

/// Without the index the files are still there: the most useful ones have known names.
fn missing(local: Local) -> Vec<Node> {
    let text = "La liste des fichiers n’a pas pu être chargée. Voici les principaux\u{202f}; ils demandent aussi une connexion.";
    let again = move || {
        bring(local);
        page::after_paint(|| page::focus_without_scroll("titre"));
    };
    let known = [ARCHIVE, SHEET, MEASURES].into_iter().map(|path| el("li", "", kids![download(path)]));
    kids![
        subtitle("Tous les fichiers".to_owned()),
        el("p", "xp-page__lead", kids![text]).attr("role", "alert"),
        el("ul", "xp-downloads__list", each(known)),
        el("p", "", kids![button("xp-button", kids!["Réessayer"], again).attr("id", "reessayer")]),
    ]
}

fn described(store: Store, local: Local, index: &'static Index) -> Vec<Node> {
    let paragraph = |text: &'static str| el("p", "xp-page__lead", kids![text]);
    let newer = "Les fichiers publiés sont d’une autre version que cette page\u{a0}: rechargez-la pour que votre sélection suive.";
    let number = |family| index.files.iter().filter(|f| f.family == family).count();
    let measures = format!("{}, un par mesure", count(number(Family::Measure), "fichier", "fichiers"));
    let schemas = count(number(Family::Schema), "schéma JSON", "schémas JSON");
    kids![
        (index.version != store.corpus.version).then(|| el("p", "xp-notice", kids![newer])),
        subtitle("Tous les fichiers".to_owned()),
        archive(index),
        el("h3", "xp-naming__title", kids!["Pour la réutilisation"]),
        paragraph(STABLE),
        files(index, Family::Published, "Fichiers pour la réutilisation"),
        el("h3", "xp-naming__title", kids!["Écrits à la main"]),
        paragraph("Les autres fichiers, et tout l’explorateur, en sont tirés."),
        files(index, Family::Edited, "Fichiers écrits à la main"),
        fold(measures, kids![files(index, Family::Measure, "Fichiers des mesures")]),
        fold(schemas, kids![files(index, Family::Schema, "Schémas")]),
        meanings(index),
        citation(store, local, index),
        subtitle(format!("Version du {}", date(&index.version))),
        versions(index),
    ]
}

fn archive(index: &Index) -> Option<Element> {
    let file = index.files.iter().find(|f| f.path == ARCHIVE)?;
    let text = format!("Tout télécharger (ZIP, {})", file_size(file.bytes?));
    let link = a("xp-button", address(ARCHIVE), kids![text]).attr("download", ARCHIVE).attr("id", "tout-telecharger");
    Some(el("p", "xp-downloads", kids![link]))
}

fn files(index: &Index, family: Family, caption: &str) -> Element {
    let row = |file: &File| {
        let schema = file.schema.as_ref().map(|path| download(path));
        let size = el("span", "xp-table__number", kids![file.bytes.map_or("—".to_owned(), file_size)]);
        vec![
            kids![download(&file.path)],
            kids![file.format.clone()],
            kids![size],
            kids![file.holds.clone()],
            kids![schema],
        ]
    };
    let rows: Vec<_> = index.files.iter().filter(|f| f.family == family).map(row).collect();
    let schemas = index.files.iter().any(|f| f.family == family && f.schema.is_some());
    let heads = ["Fichier", "Format", "Taille", "Contenu", "Schéma"];
    // A column with nothing in it tells nothing.
    let kept = if schemas { heads.len() } else { heads.len() - 1 };
    let rows = rows.into_iter().map(|row: Vec<Vec<Node>>| row.into_iter().take(kept).collect()).collect();
    plain_table("xp-table__files", caption.to_owned(), &heads[..kept], rows)
}

/// A link that keeps the file rather than leaving the page.
pub(super) fn download(path: &str) -> Element {
    let name = path.rsplit('/').next().unwrap_or_default().to_owned();
    a("", address(path), kids![name.clone()]).attr("download", name)
}

fn versions(index: &Index) -> Vec<Node> {
    each(index.versions.iter().map(|version| {
        let changes = each(version.changes.iter().map(|change| el("li", "", kids![change.clone()])));
        let inside =
            kids![el("h3", "xp-naming__title", kids![date(&version.date)]), el("ul", "xp-downloads__list", changes),];
        el("section", "xp-page__lead", inside)
    }))
}
