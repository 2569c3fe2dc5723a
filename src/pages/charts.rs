//! The charts of the current selection: a click on a mark, or the button of its row, changes the question.

use super::charted::{Charted, figures_of};
use super::crossing::dimensions;
use super::links::asked_chips;
use super::local::Local;
use super::named::missing;
use super::pick::pick_all;
use super::status::{sentence, status};
use crate::components::plain_table::plain_table;
use crate::components::prose::{fold, subtitle, title};
use crate::domain::address::View;
use crate::domain::annex::Annex;
use crate::domain::chart::Chart;
use crate::domain::facts::Figure;
use crate::domain::french::{count, quantity};
use crate::domain::label;
use crate::domain::schema_terms::FigureGroup;
use crate::kids;
use crate::store::Store;
use crate::view::node::{Element, Node, a, each, el};

/// The charts by what they are about.
const PARTS: [(&str, &[Chart]); 4] = [
    ("La stratégie", &[Chart::Sections, Chart::Structure]),
    ("Avec qui, pour qui", &[Chart::Partners, Chart::Crossing, Chart::Together, Chart::Flow]),
    ("Objectifs et calendrier", &[Chart::Targets, Chart::Timeline]),
    ("Le contexte", &[Chart::Panorama, Chart::Record, Chart::Vote]),
];

/// All of them, or the one asked for.
pub fn charts_page(store: Store, local: Local, only: Option<Chart>) -> Element {
    let (shown, total) = store.selection(|s| (s.hits.len(), s.total()));
    let list = a("", store.link(View::Measures), kids!["Voir la liste"]).attr("id", "voir-liste");
    let parts = PARTS.into_iter().filter_map(|(heading, charts)| {
        let wanted: Vec<Chart> = charts.iter().copied().filter(|c| only.is_none_or(|one| one == *c)).collect();
        let figures = each(wanted.iter().map(|&chart| one(store, local, chart, only.is_none())));
        let heading = only.is_none().then(|| subtitle(heading.to_owned()));
        let section = || el("section", "xp-charts", kids![heading, figures]).class_if("xp-charts--all", only.is_none());
        (!wanted.is_empty()).then(section)
    });
    let heading = only.map_or_else(|| "Graphiques".to_owned(), |chart| label::chart(store.corpus, chart));
    let all = only.map(|_| a("xp-button", store.link(View::Charts), kids!["Tous les graphiques"]).attr("id", "retour"));
    let show = only.map(|chart| {
        let workshop = store.link_to(|a| (a.view, a.beside) = (View::WORKSHOP, Some(chart)));
        a("xp-button", workshop, kids!["Projeter en atelier"]).attr("id", "vers-atelier")
    });
    let steps = all.map(|all| el("nav", "xp-steps", kids![all, " ", show]).attr("aria-label", "Retour"));
    let inside = kids![
        steps,
        title(None, heading),
        status(store),
        el("p", "xp-page__lead", kids![sentence(shown, total), ". ", list]),
        asked_chips(store, "titre"),
        pick_all(store, store.selection(|s| s.hits.clone())).map(|all| el("p", "xp-ways", kids![all])),
        only.is_none().then(|| contents(store)),
        each(parts),
    ];
    el("div", "xp-page", inside)
}

/// The names of all, each leading to its own page.
fn contents(store: Store) -> Element {
    let items = Chart::ALL.into_iter().map(|chart| {
        let link = a("xp-tag", store.link(View::Chart(chart)), kids![label::chart(store.corpus, chart)]);
        el("li", "", kids![link.attr("id", format!("vers-{}", chart.key()))])
    });
    el("nav", "xp-contents", kids![el("ul", "xp-tags", each(items))]).attr("aria-label", "Graphiques")
}

fn one(store: Store, local: Local, chart: Chart, named: bool) -> Vec<Node> {
    let charted: Option<&Charted> = local.charts.iter().find(|c| c.chart == chart);
    let figure = charted.and_then(|c| c.figure());
    let absent = || {
        let fetched = local.annex();
        let nothing = || el("p", "xp-page__lead", kids!["Ces données n’ont rien à montrer dans ce graphique."]);
        fetched.annex().map_or_else(|| missing(fetched, "Les chiffres de ce graphique"), |_| Some(nothing()))
    };
    let absent = figure.is_none().then(absent).flatten();
    let chooser = (chart == Chart::Crossing).then(|| dimensions(store)).flatten();
    let heading = named.then(|| el("h3", "xp-charts__name", kids![label::chart(store.corpus, chart)]));
    let figures = local.annex().annex().and_then(|annex| key_figures(annex, chart));
    kids![el("section", "", kids![heading, chooser, figure, figures, absent]).key(chart as u64)]
}

/// The other figures of the part a chart is about, each with its page and its words.
fn key_figures(annex: &Annex, chart: Chart) -> Option<Element> {
    let group = figures_of(chart)?;
    let name = match group {
        FigureGroup::Panorama => "du panorama",
        FigureGroup::Bilan => "du bilan",
        FigureGroup::Mesures => "cités dans les mesures",
    };
    let row = |figure: &Figure| {
        let year = figure.year.map(|year| year.to_string()).unwrap_or_default();
        let value = quantity(figure.value, &figure.unit);
        let cells = [figure.label.clone(), value, year, figure.page.to_string(), figure.quote.clone()];
        cells.map(|cell| kids![cell]).into_iter().collect::<Vec<_>>()
    };
    let rows: Vec<Vec<Vec<Node>>> = annex.facts.of(group).map(row).collect();
    let caption = format!("{} {name}", count(rows.len(), "chiffre", "chiffres"));
    let heads = ["Chiffre", "Valeur", "Année", "Page", "Texte adopté"];
    let table = plain_table("xp-table__figures", caption.clone(), &heads, rows);
    Some(fold(format!("Voir les {caption}, avec leur page"), kids![table]))
}
