//! The roadmap as a document and as a workbook: the adopted text quoted with its pages, the visitor's notes apart.

use super::merge::values;
use super::row::{Roadmap, Row, Subject};
use super::terms::Field;
use crate::domain::corpus::{Corpus, Measure};
use crate::domain::document::{Block, Cell, Column, Document, Sheet, Table, Workbook};
use crate::domain::french::{date, list, lower, typeset};
use crate::domain::label;
use crate::domain::passage::Role;

/// Where the official words come from, at the foot of each page.
pub fn source(corpus: &Corpus) -> String {
    format!("Texte officiel\u{a0}: {}, {}. Données du {}.", corpus.title, corpus.author, date(&corpus.version))
}

const OURS: &str = "Document de travail. Les passages cités viennent du texte adopté, avec leur page\u{202f}; le reste est de la structure, à partir des partenaires et dispositifs que nomme le texte, et n’engage pas la Région.";

const UNTITLED: &str = "Feuille de route";

/// « Feuille de route » where no title is given.
pub fn title(roadmap: &Roadmap) -> String {
    let title = roadmap.title.trim();
    if title.is_empty() { UNTITLED.to_owned() } else { title.to_owned() }
}

pub fn document(corpus: &Corpus, roadmap: &Roadmap) -> Document {
    let holder = Some(roadmap.holder.trim()).filter(|h| !h.is_empty()).map(str::to_owned);
    let lines = holder.into_iter().chain(roadmap.date.map(|d| d.label())).collect();
    let mut blocks = vec![Block::Text(OURS.to_owned())];
    blocks.extend((!roadmap.rows.is_empty()).then(|| Block::Table(summary(roadmap))));
    for number in roadmap.measures() {
        let Some(measure) = corpus.by_number(number).and_then(|at| corpus.measure(at)) else {
            blocks.push(Block::Heading(1, format!("Mesure\u{a0}{number}")));
            blocks.push(Block::Text(UNKNOWN.to_owned()));
            blocks.extend(roadmap.of_measure(number).map(table));
            continue;
        };
        blocks.push(Block::Heading(1, format!("Mesure\u{a0}{number}. {}", measure.title())));
        blocks.push(Block::Text(trail(corpus, measure)));
        if let Some(objective) = measure.passage(Role::Objective) {
            blocks.push(Block::Official { text: objective.text().to_owned(), page: measure.page });
        }
        for row in roadmap.of_measure(number) {
            if let Some(text) = official(measure, row.subject) {
                blocks.push(Block::Heading(2, name(row.subject)));
                blocks.push(Block::Official { text, page: measure.page });
            }
            blocks.push(table(row));
        }
    }
    Document { title: title(roadmap), lines, blocks, source: source(corpus) }
}

/// Said of a measure that this version of the strategy has not.
pub const UNKNOWN: &str = "Cette mesure n’est pas dans la stratégie que contient cet explorateur.";

/// « Axe I, Orientation 2 ».
fn trail(corpus: &Corpus, measure: &Measure) -> String {
    let names: Vec<_> = corpus.ancestry(measure.section).into_iter().map(|s| label::section(corpus, s)).collect();
    names.join(", ")
}

/// « La mesure entière », « Action 8.2 ».
pub fn name(subject: Subject) -> String {
    match subject.action {
        None => "La mesure entière".to_owned(),
        Some(_) => format!("Action\u{a0}{}", subject.key()),
    }
}

/// The words of an action; none for the measure as a whole, nor for an action that the text has not.
pub fn official(measure: &Measure, subject: Subject) -> Option<String> {
    let passage = measure.passage(Role::Action(subject.action?))?;
    Some(passage.blocks.join("\n"))
}

/// Everything on one page: what a meeting looks at first.
fn summary(roadmap: &Roadmap) -> Table {
    let row = |row: &Row| {
        vec![
            format!("Mesure\u{a0}{}, {}", row.subject.measure, lower(&name(row.subject))),
            row.status.label().to_owned(),
            row.priority.map_or(String::new(), |p| p.label().to_owned()),
            row.due.map_or(String::new(), |d| d.label()),
            row.text(Field::Lead).to_owned(),
        ]
    };
    Table {
        caption: "Vue d’ensemble".to_owned(),
        header: ["Ligne", "Statut", "Priorité", "Échéance", "Pilote"].map(str::to_owned).to_vec(),
        rows: roadmap.rows.iter().map(row).collect(),
    }
}

fn table(row: &Row) -> Block {
    let rows = values(row).into_iter().map(|(name, value)| {
        // Left white, to be written in.
        vec![name.to_owned(), value]
    });
    Block::Table(Table {
        caption: format!("Ce que prévoit la structure\u{a0}: {}", lower(&name(row.subject))),
        header: vec!["Rubrique".to_owned(), "Ce qui est prévu".to_owned()],
        rows: rows.collect(),
    })
}

/// Columns of a line, after those that say whose it is.
const COLUMNS: [(&str, &str, u16); 5] = [
    ("Mesure", "Numéro de la mesure dans le texte adopté.", 9),
    ("Titre", "Titre officiel de la mesure.", 40),
    ("Ligne", "« La mesure entière », ou le numéro de l’action.", 18),
    ("Texte de l’action", "Texte officiel de l’action ; vide pour la mesure entière.", 50),
    ("Page", "Page du texte adopté.", 7),
];

const STATE: [(&str, &str, u16); 3] = [
    ("Statut", "À étudier, à lancer, en cours ou fait.", 12),
    ("Priorité", "Haute, moyenne ou basse ; vide quand elle n’est pas décidée.", 12),
    ("Échéance", "Un jour (date) ou un trimestre.", 18),
];

pub fn columns() -> Vec<Column> {
    let own = |&(name, about, width): &(&str, &str, u16)| Column { name: name.into(), about: typeset(about), width };
    let texts = Field::ALL.iter().map(|f| Column { name: f.label().into(), about: typeset(f.about()), width: 30 });
    COLUMNS.iter().chain(&STATE).map(own).chain(texts).collect()
}

pub fn cells(corpus: &Corpus, row: &Row) -> Vec<Cell> {
    let subject = row.subject;
    let measure = corpus.by_number(subject.measure).and_then(|at| corpus.measure(at));
    let text = |text: String| Cell::Text(text);
    let due = match row.due {
        Some(super::due::Due::Day(day)) => Cell::Date(day.to_string()),
        Some(quarter) => text(quarter.label()),
        None => text(String::new()),
    };
    let mut cells = vec![
        Cell::Number(f64::from(subject.measure)),
        text(measure.map_or(String::new(), |m| m.title().to_owned())),
        text(name(subject)),
        text(measure.and_then(|m| official(m, subject)).unwrap_or_default()),
        measure.map_or(text(String::new()), |m| Cell::Number(f64::from(m.page))),
        text(row.status.label().to_owned()),
        text(row.priority.map_or(String::new(), |p| p.label().to_owned())),
        due,
    ];
    cells.extend(Field::ALL.iter().map(|&field| text(row.text(field).to_owned())));
    cells
}

pub fn workbook(corpus: &Corpus, roadmap: &Roadmap) -> Workbook {
    let rows = roadmap.rows.iter().map(|row| cells(corpus, row)).collect();
    let named: Vec<String> =
        [title(roadmap), roadmap.holder.trim().to_owned()].into_iter().filter(|t| !t.is_empty()).collect();
    Workbook { title: list(&named, "—"), sheets: vec![Sheet { name: UNTITLED.to_owned(), columns: columns(), rows }] }
}
