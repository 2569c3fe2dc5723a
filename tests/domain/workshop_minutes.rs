//! The compte rendu: what was looked at, answered and noted, in a document and in tables.

use crate::random::workshop;
use crate::support::CORPUS;
use explorateur_sress::contract::sheet::csv;
use explorateur_sress::domain::document::{Block, Cell, Document};
use explorateur_sress::workshop::minutes::{WORTH, document};
use explorateur_sress::workshop::tables::workbook;
use explorateur_sress::workshop::{Workshop, file};
use proptest::prelude::*;

fn real() -> Workshop {
    file::read(include_bytes!("../golden/ateliers/v1.json")).expect("it opens")
}

/// Every word of a document, block by block.
fn words(document: &Document) -> Vec<String> {
    let blocks = document.blocks.iter().flat_map(|block| match block {
        Block::Heading(level, text) => vec![format!("{} {text}", "#".repeat((*level).into()))],
        Block::Official { text, .. } | Block::Text(text) => vec![text.clone()],
        Block::List(items) => items.clone(),
        Block::Table(table) => std::iter::once(&table.header).chain(&table.rows).map(|row| row.join(" | ")).collect(),
    });
    [vec![document.title.clone()], document.lines.clone(), blocks.collect()]
        .concat()
        .into_iter()
        .map(|t| t.replace(['\u{a0}', '\u{202f}'], " "))
        .collect()
}

#[test]
fn the_minutes_say_what_was_looked_at_answered_and_noted() {
    let title = |number| CORPUS.by_number(number).and_then(|at| CORPUS.measure(at)).map_or("", |m| m.title());
    let words = words(&document(&CORPUS, &real()));
    let (eight, one) = (title(8), title(1));
    let wanted = [
        "Atelier ESS".to_owned(),
        "Blois".into(),
        "Le 23 novembre 2026, de 14 h 00 à 15 h 30".into(),
        "Durée : 1 h 30 min".into(),
        "42 personnes présentes".into(),
        "# Ce qui a été regardé".into(),
        "Mesure | Titre officiel | Page | Montrée à".into(),
        format!("Mesure 8 | {eight} | 22 | 14 h 05"),
        "# Votes".into(),
        WORTH.replace('\u{a0}', " "),
        "## Vote 1. Par quoi commencer ?".into(),
        "Priorité, à main levée. Au plus 12 mains à la fois.".into(),
        "Mesure | Rang | Voix".into(),
        format!("Mesure 8. {eight} | 1 | 12"),
        format!("Mesure 1. {one} | 2 | 7"),
        "## Vote 2. Priorité".into(),
        "Priorité, avec 3 gommettes par personne. 2 personnes ont voté.".into(),
        "Mesure | Rang | Voix".into(),
        format!("Mesure 8. {eight} | 1 | 4"),
        "Mesure 99 | 2 | 1".into(),
        "## Vote 3. Impact et effort".into(),
        "Impact et effort, de 1 (faible) à 5 (fort). Au plus 1 bulletin par mesure.".into(),
        "Mesure | Impact | Effort | Bulletins".into(),
        format!("Mesure 8. {eight} | 4 | 2 | 1"),
        format!("Mesure 1. {one} | — | — | 0"),
        "## Vote 4. Et quoi d’autre ?".into(),
        "Idées, en texte libre. 2 contributions.".into(),
        "Idée | Fois".into(),
        "Un vélo | 2".into(),
        "# Notes".into(),
        "## Mesure 8, partie 2".into(),
        "À revoir.".into(),
        "Avec la Ville.".into(),
    ];
    assert_eq!(words.iter().map(|w| w.trim()).collect::<Vec<_>>(), wanted);
}

#[test]
fn an_empty_workshop_has_minutes_too() {
    let document = document(&CORPUS, &Workshop::default());
    assert_eq!(
        (document.title.as_str(), document.lines.len(), document.blocks.len()),
        ("Compte rendu d’atelier", 0, 0)
    );
    assert!(document.source.contains(&CORPUS.title));
}

#[test]
fn the_tables_hold_results_ballots_and_notes() {
    let workbook = workbook(&CORPUS, &real());
    let sheets: Vec<_> = workbook.sheets.iter().map(|s| (s.name.as_str(), s.rows.len())).collect();
    assert_eq!(sheets, [("Votes", 2 + 2 + 2 + 1), ("Bulletins", 2 + 3 + 1 + 2), ("Notes", 1)]);
    assert_eq!(workbook.title, "Atelier ESS — Blois — 23 novembre 2026");
    let first = &workbook.sheets[0].rows[0];
    assert_eq!((&first[5], &first[6], &first[8]), (&Cell::Number(1.0), &Cell::Number(8.0), &Cell::Number(12.0)));
    let text = csv(workbook.sheets[1].lines()).expect("csv");
    assert!(text.contains(";Un vélo") && text.contains(";un VÉLO !"), "{text}");
}

proptest! {
    /// Whatever was done: rows as long as their header, and no number that a result does not give.
    #[test]
    fn every_row_is_whole(workshop in workshop()) {
        for sheet in workbook(&CORPUS, &workshop).sheets {
            prop_assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()), "{}", sheet.name);
        }
        for block in document(&CORPUS, &workshop).blocks {
            if let Block::Table(table) = block {
                prop_assert!(table.rows.iter().all(|row| row.len() == table.header.len()));
            }
        }
    }
}
