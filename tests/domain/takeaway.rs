//! Roadmaps taken away and put together: who does what, what differs, what documents and tables hold.

use super::roadmap::{of, subject};
use crate::support::CORPUS;
use explorateur_sress::contract::sheet::csv;
use explorateur_sress::domain::document::{Block, Cell};
use explorateur_sress::roadmap::due::Due;
use explorateur_sress::roadmap::edit::Edit;
use explorateur_sress::roadmap::merge::{Source, conflicts, lines, tallies};
use explorateur_sress::roadmap::terms::{Field, Status};
use explorateur_sress::roadmap::{Roadmap, Row, merged, takeaway};

fn source(file: &str, holder: &str, rows: &[(&str, Status, &str)]) -> Source {
    let mut roadmap = Roadmap { holder: holder.to_owned(), ..Roadmap::default() };
    let rows = rows.iter().map(|&(key, status, lead)| {
        let mut row = Row { status, ..Row::new(subject(key)) };
        row.texts[Field::Lead as usize] = lead.to_owned();
        row
    });
    Edit::Add(rows.collect()).apply(&mut roadmap);
    Source { file: file.to_owned(), roadmap }
}

#[test]
fn several_roadmaps_say_who_does_what_and_how_many() {
    let sources = [
        source("a.json", "CC du Val", &[("8", Status::Underway, "Ana"), ("1", Status::Done, "")]),
        source("b.json", "Ville de Blois", &[("8", Status::ToStudy, "Bob"), ("8.2", Status::ToStudy, "Bob")]),
    ];
    let told: Vec<_> = lines(&sources)
        .iter()
        .map(|l| (l.subject.key(), l.said.iter().map(|(at, row)| (*at, row.text(Field::Lead))).collect::<Vec<_>>()))
        .collect();
    assert_eq!(
        told,
        [
            ("1".to_owned(), vec![(0, "")]),
            ("8".to_owned(), vec![(0, "Ana"), (1, "Bob")]),
            ("8.2".to_owned(), vec![(1, "Bob")]),
        ]
    );
    let counted: Vec<_> = tallies(&sources).iter().map(|t| (t.measure, t.structures, t.lines)).collect();
    assert_eq!(counted, [(1, 1, [0, 0, 0, 1]), (8, 2, [2, 0, 1, 0])]);
    assert_eq!(conflicts(&sources), [], "two structures may do as each sees fit");
}

#[test]
fn two_files_of_one_structure_that_differ_are_shown_and_counted_once() {
    let sources = [
        source("a.json", "CC du Val", &[("8", Status::Underway, "Ana")]),
        source("b.json", "cc du VAL", &[("8", Status::Done, "Ana"), ("9", Status::ToStudy, "")]),
    ];
    let found: Vec<_> = conflicts(&sources).into_iter().map(|c| (c.subject.key(), c.field, c.said)).collect();
    let said = |a: &str, b: &str| [(0, a.to_owned()), (1, b.to_owned())];
    assert_eq!(
        found,
        [
            ("8".to_owned(), Some("Statut"), said("en cours", "fait")),
            ("9".to_owned(), None, said("la ligne n’y est pas", "la ligne y est")),
        ]
    );
    assert_eq!(tallies(&sources)[0].structures, 1);
    let workbook = merged::workbook(&CORPUS, &sources);
    let rows: Vec<_> = workbook.sheets.iter().map(|s| (s.name.as_str(), s.rows.len())).collect();
    assert_eq!(rows, [("Qui fait quoi", 3), ("Par mesure", 2), ("Différences", 2)]);
    for sheet in &workbook.sheets {
        assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()), "{}", sheet.name);
    }
}

#[test]
fn the_document_quotes_the_text_with_its_page_apart_from_what_is_planned() {
    let mut roadmap = of(&["8", "8.1", "99"]);
    roadmap.holder = "CC du Val".into();
    Edit::Text(subject("8.1"), Field::Notes, "nos mots".into()).apply(&mut roadmap);
    let document = takeaway::document(&CORPUS, &roadmap);
    assert_eq!(
        (document.title.as_str(), document.lines.as_slice()),
        ("Feuille de route", &["CC du Val".to_owned()][..])
    );
    let measure = CORPUS.measure(CORPUS.by_number(8).expect("8")).expect("8");
    let official: Vec<_> = document
        .blocks
        .iter()
        .filter_map(|b| match b {
            Block::Official { text, page } => Some((text.as_str(), *page)),
            Block::Heading(..) | Block::Text(_) | Block::List(_) | Block::Table(_) => None,
        })
        .collect();
    assert_eq!(official.len(), 2, "objective and action");
    assert!(official.iter().all(|(text, page)| *page == measure.page && !text.contains("nos mots")));
    let tables = document.blocks.iter().filter(|b| matches!(b, Block::Table(_))).count();
    assert_eq!(tables, 1 + 3, "all at a glance, then each; a measure that the text has not keeps its line");
    assert!(document.blocks.contains(&Block::Text(takeaway::UNKNOWN.to_owned())));
}

#[test]
fn a_cell_that_a_spreadsheet_would_run_is_text() {
    let mut roadmap = of(&["8"]);
    Edit::Text(subject("8"), Field::Lead, "=1+1".into()).apply(&mut roadmap);
    Edit::Due(subject("8"), Due::parse("2027-03-15")).apply(&mut roadmap);
    let workbook = takeaway::workbook(&CORPUS, &roadmap);
    let sheet = &workbook.sheets[0];
    assert!(sheet.rows[0].contains(&Cell::Date("2027-03-15".into())));
    let text = csv(sheet.lines()).expect("csv");
    assert!(text.contains(";'=1+1;") && text.contains(";2027-03-15;"), "{text}");
}
