//! Several roadmaps as a workbook: every line with whose it is, counts for each measure, what differs.

use super::merge::{Source, conflicts, tallies};
use super::takeaway::{cells, columns, name};
use super::terms::Status;
use crate::domain::corpus::Corpus;
use crate::domain::document::{Cell, Column, Sheet, Workbook};
use crate::domain::french::typeset;

pub fn workbook(corpus: &Corpus, sources: &[Source]) -> Workbook {
    let sheets = vec![everything(corpus, sources), counts(corpus, sources), differences(sources)];
    Workbook { title: "Feuilles de route réunies".to_owned(), sheets }
}

fn column(name: &str, about: &str, width: u16) -> Column {
    Column { name: name.to_owned(), about: typeset(about), width }
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

/// Every line of every file.
pub fn everything(corpus: &Corpus, sources: &[Source]) -> Sheet {
    let whose = [
        column("Structure", "Structure dont c’est la feuille de route.", 30),
        column("Fichier", "Fichier d’où vient la ligne.", 30),
    ];
    let of = |source: &Source| {
        let whose = [text(source.name()), text(&source.file)];
        let rows = source.roadmap.rows.iter();
        rows.map(|row| whose.iter().cloned().chain(cells(corpus, row)).collect()).collect::<Vec<_>>()
    };
    Sheet {
        name: "Qui fait quoi".to_owned(),
        columns: whose.into_iter().chain(columns()).collect(),
        rows: sources.iter().flat_map(of).collect(),
    }
}

fn counts(corpus: &Corpus, sources: &[Source]) -> Sheet {
    let fixed = [
        column("Mesure", "Numéro de la mesure dans le texte adopté.", 9),
        column("Titre", "Titre officiel de la mesure.", 50),
        column("Structures", "Structures qui ont au moins une ligne de cette mesure.", 12),
    ];
    let states = Status::ALL.iter().map(|s| column(s.label(), "Lignes de ce statut, toutes structures réunies.", 12));
    let rows = tallies(sources).into_iter().map(|tally| {
        let measure = corpus.by_number(tally.measure).and_then(|at| corpus.measure(at));
        let counted = tally.lines.iter().map(|&n| Cell::Number(n as f64));
        let start = [
            Cell::Number(f64::from(tally.measure)),
            text(measure.map_or("", |m| m.title())),
            Cell::Number(tally.structures as f64),
        ];
        start.into_iter().chain(counted).collect()
    });
    Sheet { name: "Par mesure".to_owned(), columns: fixed.into_iter().chain(states).collect(), rows: rows.collect() }
}

fn differences(sources: &[Source]) -> Sheet {
    let columns = vec![
        column("Structure", "Structure dont deux fichiers diffèrent.", 30),
        column("Mesure", "Numéro de la mesure dans le texte adopté.", 9),
        column("Ligne", "« La mesure entière », ou le numéro de l’action.", 18),
        column("Rubrique", "Ce qui diffère ; vide quand un seul fichier a la ligne.", 20),
        column("Premier fichier", "Nom du premier fichier.", 25),
        column("Dans le premier", "Ce qu’il dit.", 40),
        column("Second fichier", "Nom du second fichier.", 25),
        column("Dans le second", "Ce qu’il dit.", 40),
    ];
    let source = |at: usize| sources.get(at);
    let rows = conflicts(sources).into_iter().map(|conflict| {
        let [(one, first), (other, second)] = &conflict.said;
        let file = |at: usize| text(source(at).map_or("", |s| &s.file));
        vec![
            text(source(*one).map_or("", |s| s.name())),
            Cell::Number(f64::from(conflict.subject.measure)),
            text(&name(conflict.subject)),
            text(conflict.field.unwrap_or_default()),
            file(*one),
            text(first),
            file(*other),
            text(second),
        ]
    });
    Sheet { name: "Différences".to_owned(), columns, rows: rows.collect() }
}
