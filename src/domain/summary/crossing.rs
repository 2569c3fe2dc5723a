//! Measures that bear two options at once, one of each of two facets.

use super::counting::{ROWS, counted, leader, leaf_facet, mark, seen};
use super::shape::{Grid, Mark, Shape};
use super::{Asked, Summary};
use crate::domain::chart::Crossing;
use crate::domain::corpus::{Corpus, OptionIdx};
use crate::domain::facet::Facet;
use crate::domain::french::{count, lower};
use crate::domain::order::by_key;
use std::cmp::Reverse;

/// Partners by section, until the visitor chooses.
pub fn default_crossing(corpus: &Corpus) -> Option<Crossing> {
    Some(Crossing { rows: Facet::Actor, columns: leaf_facet(corpus)? })
}

pub fn crossing(asked: &Asked) -> Option<Summary> {
    let corpus = asked.corpus;
    let Crossing { rows, columns } = asked.crossing.or_else(|| default_crossing(corpus))?;
    let seen = seen(asked, &[rows, columns]);
    let borne = |facet: Facet, option: OptionIdx| seen.iter().filter(|s| s.measure.bears(facet, option)).count();
    let present = |facet: Facet| -> Vec<OptionIdx> {
        let all = corpus.options(facet).into_iter().filter(|&o| borne(facet, o) > 0).collect::<Vec<_>>();
        // Levels keep the document's order, terms go by number of measures.
        if facet.is_tag() { by_key(&all, |&o| (Reverse(borne(facet, o)), o)) } else { all }
    };
    let both =
        |row, column| seen.iter().filter(|s| s.measure.bears(rows, row) && s.measure.bears(columns, column)).count();
    let (down, across) = (present(rows), present(columns));
    // As many columns as a screen holds; the others are a choice of dimensions away.
    let across: Vec<OptionIdx> = across.into_iter().take(ROWS).collect();
    let all = down.len();
    let chosen = |o: &OptionIdx| asked.query.choice(rows).contains(*o);
    let shown = if asked.whole { all } else { ROWS };
    let down: Vec<OptionIdx> =
        down.into_iter().enumerate().filter(|(rank, o)| *rank < shown || chosen(o)).map(|(_, o)| o).collect();
    let marks = |facet, options: &[OptionIdx]| options.iter().map(|&o| mark(asked, facet, o)).collect::<Vec<Mark>>();
    let cells: Vec<usize> =
        down.iter().flat_map(|&row| across.iter().map(move |&column| (row, column))).map(|(r, c)| both(r, c)).collect();
    let grid = Grid {
        rows: marks(rows, &down),
        columns: marks(columns, &across),
        cells,
        all: (down.len() < all).then_some(all),
    };
    let filled = grid.filled();
    let title = match leader(&filled, |cell| cell.2) {
        _ if filled.is_empty() => "Aucune mesure affichée ne réunit les deux".to_owned(),
        Some(&(row, column, most)) => format!(
            "{} et {} se rencontrent le plus souvent\u{a0}: {}",
            grid.rows[row].label,
            grid.columns[column].label,
            count(most, "mesure", "mesures")
        ),
        None => {
            let most = filled.iter().map(|cell| cell.2).max().unwrap_or(0);
            format!("{} au plus à chaque croisement", count(most, "mesure", "mesures"))
        }
    };
    Some(Summary {
        title,
        head: corpus.facet_label(rows).to_owned(),
        source: counted(&format!(
            "mesures, par {} et {}",
            lower(corpus.facet_label(rows)),
            lower(corpus.facet_label(columns))
        )),
        shape: Shape::Grid(grid),
    })
}
