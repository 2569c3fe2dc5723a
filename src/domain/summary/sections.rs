//! Measures and actions of each section of the innermost level.

use super::counting::{counted, leader, leaf_facet, mark, seen};
use super::shape::{BarRow, Bars, Series, Shape, Value};
use super::{Asked, Summary};
use crate::domain::french::{count, lower};
use crate::domain::label;

pub fn sections(asked: &Asked) -> Option<Summary> {
    let corpus = asked.corpus;
    let facet = leaf_facet(corpus)?;
    let seen = seen(asked, &[facet]);
    let rows: Vec<(BarRow, usize, usize)> = corpus
        .options(facet)
        .into_iter()
        .map(|option| {
            let mut mark = mark(asked, facet, option);
            let parent = corpus.section(option).and_then(|s| s.parent);
            let over = parent.map(|p| format!(" ({})", label::section(corpus, p))).unwrap_or_default();
            mark.label += &over;
            let inside: Vec<_> = seen.iter().filter(|s| s.measure.bears(facet, option)).collect();
            let all: Vec<_> = corpus.measures.iter().filter(|m| m.bears(facet, option)).collect();
            let actions: usize = inside.iter().map(|s| s.actions.len()).sum();
            let actions_total: usize = all.iter().map(|m| m.actions().count()).sum();
            let value = |n: usize, one, many| Some(Value { number: n as f64, text: count(n, one, many) });
            let values = vec![value(inside.len(), "mesure", "mesures"), value(actions, "action", "actions")];
            let extras = vec![all.len().to_string(), actions_total.to_string()];
            (BarRow { mark, values, full: None, total: String::new(), extras }, inside.len(), actions)
        })
        .collect();
    let kept: Vec<&(BarRow, usize, usize)> =
        rows.iter().filter(|(row, measures, _)| row.mark.kept && *measures > 0).collect();
    let measures: usize = kept.iter().map(|(_, measures, _)| measures).sum();
    let actions: usize = kept.iter().map(|(_, _, actions)| actions).sum();
    let level = corpus.levels.last()?;
    let places = count(kept.len(), &lower(&level.name), &lower(&level.plural));
    let all =
        format!("{} et {} dans {places}", count(measures, "mesure", "mesures"), count(actions, "action", "actions"));
    let title = match (kept.len(), leader(&kept, |row| row.2)) {
        (0, _) => "Aucune mesure ne répond aux critères choisis".to_owned(),
        (1, _) | (_, None) => all,
        (_, Some((row, _, most))) => {
            format!("{all}\u{a0}: {} en porte le plus ({})", row.mark.label, count(*most, "action", "actions"))
        }
    };
    let series = ["Mesures", "Actions"].map(|name| Series { name: name.to_owned(), group: None });
    let extras = vec!["Mesures en tout".to_owned(), "Actions en tout".to_owned()];
    let rows = rows.into_iter().map(|(row, ..)| row).collect();
    let bars = Bars { series: series.to_vec(), ordered: true, extras, rows, ..Bars::default() };
    let note = " Une action compte quand elle répond à elle seule à tous les critères.";
    Some(Summary {
        title,
        head: level.name.clone(),
        source: counted("mesures et d’actions") + note,
        shape: Shape::Bars(bars),
    })
}
