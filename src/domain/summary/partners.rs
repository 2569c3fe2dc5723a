//! How many measures and actions name each partner, by outermost section.

use super::counting::{counted, group, leader, mark, seen, shown};
use super::shape::{BarRow, Bars, Series, Shape, Value};
use super::{Asked, Summary};
use crate::domain::facet::Facet;
use crate::domain::french::{count, lower};
use crate::domain::label;
use crate::domain::order::by_key;
use crate::domain::text::fold;
use std::cmp::Reverse;

pub fn partners(asked: &Asked) -> Option<Summary> {
    let corpus = asked.corpus;
    let outer = corpus.options(Facet::Level(0));
    let seen = seen(asked, &[Facet::Actor]);
    let mut counted_rows: Vec<Counted> = Vec::new();
    for option in corpus.options(Facet::Actor) {
        let inside: Vec<_> = seen.iter().filter(|s| s.measure.bears(Facet::Actor, option)).collect();
        if inside.is_empty() {
            continue;
        }
        let actions =
            inside.iter().flat_map(|s| &s.actions).filter(|p| p.mention(Facet::Actor, option).is_some()).count();
        let mut groups = vec![0; outer.len()];
        inside.iter().for_each(|s| groups[group(corpus, s.measure.section)] += 1);
        let value = |&n: &usize| (n > 0).then(|| Value { number: n as f64, text: n.to_string() });
        let mut mark = mark(asked, Facet::Actor, option);
        let generic = corpus.term(Facet::Actor, option).is_some_and(|t| t.generic);
        if generic {
            mark.detail = "groupe, sans nom propre".to_owned();
        }
        let total = format!("{}, {}", count(inside.len(), "mesure", "mesures"), count(actions, "action", "actions"));
        let extras = vec![inside.len().to_string(), actions.to_string()];
        let row = BarRow { mark, values: groups.iter().map(value).collect(), full: None, total, extras };
        counted_rows.push(Counted { row, generic, measures: inside.len(), actions });
    }
    let all = counted_rows.len();
    let named: Vec<&Counted> = counted_rows.iter().filter(|c| !c.generic).collect();
    let title = match leader(&named, |c| c.measures) {
        _ if all == 0 => "Aucun partenaire n’est nommé dans les mesures affichées".to_owned(),
        None => format!(
            "{} dans {}",
            count(all, "partenaire nommé", "partenaires nommés"),
            count(seen.len(), "mesure", "mesures")
        ),
        Some(first) => {
            // A group may stand above it in the drawing.
            let above = counted_rows.iter().any(|c| c.generic && c.measures >= first.measures);
            let aside = if above { " (hors groupes)" } else { "" };
            let measures = count(first.measures, "mesure", "mesures");
            let name = &first.row.mark.label;
            format!(
                "{name}\u{a0}: l’organisation la plus souvent nommée{aside}, dans {measures} sur\u{a0}{}",
                seen.len()
            )
        }
    };
    let sorted = by_key(&counted_rows, |c| (Reverse(c.measures), Reverse(c.actions), fold(&c.row.mark.label)));
    let chosen = |c: &Counted| !asked.query.choice(Facet::Actor).is_empty() && c.row.mark.kept;
    let rows: Vec<BarRow> = shown(asked, sorted, chosen).into_iter().map(|c| c.row).collect();
    let series =
        outer.iter().enumerate().map(|(group, &o)| Series { name: label::section(corpus, o), group: Some(group) });
    let bars = Bars {
        series: series.collect(),
        stacked: true,
        ordered: false,
        extras: vec!["Mesures".to_owned(), "Actions".to_owned()],
        all: (rows.len() < all).then_some(all),
        rows,
    };
    let levels = corpus.levels.first().map(|l| lower(&l.name)).unwrap_or_default();
    Some(Summary {
        title,
        head: "Partenaire".to_owned(),
        source: counted(&format!("mesures et d’actions qui nomment chaque partenaire, par {levels}")),
        shape: Shape::Bars(bars),
    })
}

#[derive(Clone)]
struct Counted {
    row: BarRow,
    generic: bool,
    measures: usize,
    actions: usize,
}
