//! The charts of the current selection: a click on a mark, or the button of its row, changes the question.

use super::links::asked_chips;
use super::local::Local;
use super::status::{sentence, status};
use crate::components::figure::{Figure, figure};
use crate::components::prose::{subtitle, title};
use crate::domain::address::View;
use crate::domain::chart::Chart;
use crate::domain::french::lower;
use crate::domain::summary::leaf_facet;
use crate::kids;
use crate::reactive::*;
use crate::store::{Step, Store};
use crate::view::node::{Element, a, el};

pub fn charts_page(store: Store, local: Local) -> Option<Element> {
    let facet = leaf_facet(store.corpus)?;
    let (shown, total) = store.selection.with(|s| (s.hits.len(), s.total()));
    let list = a("", store.link(View::Measures), kids!["Voir la liste"]).attr("id", "voir-liste");
    let level = lower(&store.corpus.levels.last()?.name);
    let source = "Source\u{a0}: décompte des mesures et des actions du texte adopté. Une action compte quand elle répond à elle seule à tous les critères.";
    let chosen = |option| store.query.with(|q| q.choice(facet).contains(option));
    let choose = move |option| store.edit(Step::Push, |a| a.query.toggle(facet, option));
    let chart = Figure { chart: Chart::Sections, summary: store.summary, state: local.chart };
    let inside = kids![
        title(None, "Graphiques".to_owned()),
        status(store),
        el("p", "xp-page__lead", kids![sentence(shown, total), ". ", list]),
        asked_chips(store, "titre"),
        subtitle(format!("Mesures et actions par {level}")),
        figure(chart, &chosen, choose),
        el("p", "xp-page__source", kids![source]),
    ];
    Some(el("div", "xp-page", inside))
}
