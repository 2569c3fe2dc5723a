//! The workshop as a workbook: results, then each thing that was entered, then the notes.

use super::count::{Results, results, unplaced, voters};
use super::minutes::{name, noted, slide};
use super::poll::{Entry, Method, Poll};
use super::session::Workshop;
use crate::domain::corpus::Corpus;
use crate::domain::document::{Cell, Column, Sheet, Workbook};
use crate::domain::french::typeset;

const VOTES: [(&str, &str, u16); 11] = [
    ("Vote", "Place du vote dans l’atelier, à partir de 1.", 7),
    ("Question", "Question posée à la salle.", 40),
    ("Type", "Priorité, impact et effort, ou idées.", 16),
    ("Méthode", "Mains levées, ou nombre de gommettes et pour qui ; vide pour les autres types.", 26),
    (
        "Votants",
        "Priorité : bulletins, ou le plus de mains levées pour une mesure. Matrice : le plus de bulletins pour une mesure. Idées : contributions.",
        9,
    ),
    ("Rang", "Rang de la mesure ; deux mesures à égalité ont le même. Vide hors des priorités.", 7),
    ("Mesure", "Numéro de la mesure dans le texte adopté ; vide pour une idée.", 9),
    ("Titre ou idée", "Titre officiel de la mesure, ou l’idée telle qu’elle a d’abord été écrite.", 50),
    ("Voix", "Mains, gommettes, bulletins qui placent la mesure, ou nombre de fois que l’idée a été dite.", 8),
    ("Impact", "Moyenne, de 1 (faible) à 5 (fort) ; vide hors de la matrice.", 9),
    ("Effort", "Moyenne, de 1 (faible) à 5 (fort) ; vide hors de la matrice.", 9),
];

const BALLOTS: [(&str, &str, u16); 9] = [
    ("Vote", "Place du vote dans l’atelier, à partir de 1.", 7),
    ("Bulletin", "Numéro du bulletin dans le vote. Un bulletin à plusieurs mesures a plusieurs lignes.", 10),
    ("Mesure", "Numéro de la mesure ; vide pour une idée ou un bulletin blanc.", 9),
    ("Titre", "Titre officiel de la mesure.", 50),
    ("Mains", "Mains comptées. La dernière ligne d’une mesure corrige les précédentes.", 8),
    ("Gommettes", "Gommettes de ce bulletin sur cette mesure ; 0 pour un bulletin blanc.", 11),
    ("Impact", "De 1 (faible) à 5 (fort).", 9),
    ("Effort", "De 1 (faible) à 5 (fort).", 9),
    ("Idée", "Telle qu’elle a été écrite.", 50),
];

const NOTES: [(&str, &str, u16); 5] = [
    ("Diapositive", "Ce qu’elle montre.", 50),
    ("Nom", "Nom de la diapositive dans l’adresse et dans le fichier.", 18),
    ("Montrée le", "Date et heure, la première fois ; vide si elle ne l’a pas été.", 20),
    ("Minutes prévues", "Vide si rien n’était prévu.", 12),
    ("Note", "Note de l’animateur.", 60),
];

pub fn workbook(corpus: &Corpus, workshop: &Workshop) -> Workbook {
    let polls = || workshop.polls.iter().enumerate();
    let votes = polls().flat_map(|(at, poll)| vote_rows(corpus, poll, at)).collect();
    let ballots = polls().flat_map(|(at, poll)| ballot_rows(corpus, poll, at)).collect();
    let sheets = vec![
        sheet("Votes", &VOTES, votes),
        sheet("Bulletins", &BALLOTS, ballots),
        sheet("Notes", &NOTES, note_rows(corpus, workshop)),
    ];
    Workbook { title: name(workshop), sheets }
}

fn sheet(name: &str, columns: &[(&str, &str, u16)], rows: Vec<Vec<Cell>>) -> Sheet {
    let column = |&(name, about, width): &(&str, &str, u16)| Column { name: name.into(), about: typeset(about), width };
    Sheet { name: name.to_owned(), columns: columns.iter().map(column).collect(), rows }
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn empty() -> Cell {
    text("")
}

fn number(value: impl Into<f64>) -> Cell {
    Cell::Number(value.into())
}

fn place(at: usize) -> Cell {
    number((at + 1) as u32)
}

/// Number and title.
fn measure(corpus: &Corpus, subject: u16) -> [Cell; 2] {
    let found = corpus.by_number(subject).and_then(|at| corpus.measure(at));
    [number(subject), text(found.map_or("", |m| m.title()))]
}

/// One row a measure or an idea; one for a poll that has neither, so that none is missing.
fn vote_rows(corpus: &Corpus, poll: &Poll, at: usize) -> Vec<Vec<Cell>> {
    let method = match (&results(poll), poll.method) {
        (Results::Ranking(_), Method::Hands) => "mains levées".to_owned(),
        (Results::Ranking(_), Method::Dots { each, by }) => format!("gommettes\u{a0}: {each} {}", by.label()),
        (Results::Matrix(_) | Results::Ideas(_), _) => String::new(),
    };
    let head = [place(at), text(&poll.question), text(poll.kind.label()), text(&method), number(voters(poll))];
    let row = |rank: Cell, [subject, title]: [Cell; 2], votes: Cell, impact: Cell, effort: Cell| {
        [head.to_vec(), vec![rank, subject, title, votes, impact, effort]].concat()
    };
    let rows: Vec<Vec<Cell>> = match results(poll) {
        Results::Ranking(scores) => scores
            .iter()
            .map(|s| {
                let rank = number(s.rank as u32);
                row(rank, measure(corpus, s.subject), number(s.votes), empty(), empty())
            })
            .collect(),
        Results::Matrix(spots) => {
            let placed = spots.iter().map(|s| {
                let mean = |mean: f64| number((mean * 100.0).round() / 100.0);
                let (impact, effort) = (mean(s.impact), mean(s.effort));
                row(empty(), measure(corpus, s.subject), number(s.ballots), impact, effort)
            });
            let absent = unplaced(poll).into_iter();
            let absent = absent.map(|s| row(empty(), measure(corpus, s), number(0), empty(), empty()));
            placed.chain(absent).collect()
        }
        Results::Ideas(ideas) => {
            let ideas = ideas.iter();
            ideas.map(|i| row(empty(), [empty(), text(&i.text)], number(i.times), empty(), empty())).collect()
        }
    };
    match rows.is_empty() {
        true => vec![row(empty(), [empty(), empty()], number(0), empty(), empty())],
        false => rows,
    }
}

fn ballot_rows(corpus: &Corpus, poll: &Poll, at: usize) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for ballot in &poll.ballots {
        let mut row = |[subject, title]: [Cell; 2], values: [Cell; 5]| {
            rows.push([vec![place(at), number(ballot.id), subject, title], values.to_vec()].concat());
        };
        let blank = || [empty(), empty()];
        match &ballot.entry {
            &Entry::Hands { subject, hands } => {
                row(measure(corpus, subject), [number(hands), empty(), empty(), empty(), empty()]);
            }
            Entry::Dots(dots) if dots.is_empty() => {
                row(blank(), [empty(), number(0), empty(), empty(), empty()]);
            }
            Entry::Dots(dots) => {
                for &(subject, dots) in dots {
                    row(measure(corpus, subject), [empty(), number(dots), empty(), empty(), empty()]);
                }
            }
            &Entry::Place { subject, impact, effort } => {
                row(measure(corpus, subject), [empty(), empty(), number(impact), number(effort), empty()]);
            }
            Entry::Idea(idea) => row(blank(), [empty(), empty(), empty(), empty(), text(idea)]),
        }
    }
    rows
}

fn note_rows(corpus: &Corpus, workshop: &Workshop) -> Vec<Vec<Cell>> {
    let row = |(key, note): (&str, &str)| {
        let shown = workshop.shown.iter().find(|(shown, _)| shown == key);
        let shown = shown.map_or_else(String::new, |(_, at)| at.label());
        let planned = workshop.agenda.get(key).map_or_else(empty, |&minutes| number(minutes));
        vec![text(&slide(corpus, workshop, key)), text(key), text(&shown), planned, text(note)]
    };
    noted(workshop).into_iter().map(row).collect()
}
