//! Measures that bear two options at once, one of each of two facets.

use super::counting::{counted, leader, leaf_facet, mark, seen, shown};
use super::shape::{Grid, Mark, Shape};
use super::{Asked, Summary};
use crate::domain::chart::Crossing;
use crate::domain::corpus::{Corpus, OptionIdx};
use crate::domain::facet::Facet;
use crate::domain::french::{count, lower};
use crate::domain::label;
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
    let (all_down, all_across) = (present(rows), present(columns));
    let met: Vec<(OptionIdx, OptionIdx, usize)> = all_down
        .iter()
        .flat_map(|&row| all_across.iter().map(move |&column| (row, column)))
        .map(|(row, column)| (row, column, both(row, column)))
        .collect();
    let title = match leader(&met, |cell| cell.2) {
        _ if met.iter().all(|cell| cell.2 == 0) => "Aucune mesure affichée ne réunit les deux".to_owned(),
        Some(&(row, column, most)) => format!(
            "{} et {} se rencontrent le plus souvent\u{a0}: {}",
            label::option(corpus, rows, row),
            label::option(corpus, columns, column),
            count(most, "mesure", "mesures")
        ),
        None => {
            let most = met.iter().map(|cell| cell.2).max().unwrap_or(0);
            format!("{} au plus à chaque croisement", count(most, "mesure", "mesures"))
        }
    };
    let all = (all_down.len(), all_across.len());
    let chosen = |facet| move |&option: &OptionIdx| asked.query.choice(facet).contains(option);
    let (down, across) = (shown(asked, all_down, chosen(rows)), shown(asked, all_across, chosen(columns)));
    let marks = |facet, options: &[OptionIdx]| options.iter().map(|&o| mark(asked, facet, o)).collect::<Vec<Mark>>();
    let kept = met.into_iter().filter(|(row, column, _)| down.contains(row) && across.contains(column));
    let grid = Grid {
        rows: marks(rows, &down),
        columns: marks(columns, &across),
        cells: kept.map(|cell| cell.2).collect(),
        all: ((down.len(), across.len()) != all).then_some(all),
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
