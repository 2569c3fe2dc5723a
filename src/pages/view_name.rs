//! What a view is called: for the title of the page, and for that of a frame.

use super::links::criterion_name;
use crate::domain::address::View;
use crate::domain::french::list;
use crate::domain::label;
use crate::domain::query::Query;
use crate::domain::stage::Scene;
use crate::domain::views::{Comparing, Layout};
use crate::reactive::*;
use crate::store::Store;

pub fn view_name(store: Store) -> String {
    let corpus = store.corpus;
    let measure = |at| format!("{}. {}", label::measure(corpus, at), corpus.measure(at).map_or("", |m| m.title()));
    match store.view() {
        View::Measure(at) => measure(at),
        View::Brief(at) => format!("Fiche\u{a0}: {}", measure(at)),
        View::Profile => "Ce qui me concerne".to_owned(),
        View::Selection => "Ma sélection".to_owned(),
        View::Roadmap(Layout::Table) => "Feuille de route".to_owned(),
        View::Roadmap(Layout::Board) => "Feuille de route par statut".to_owned(),
        View::Roadmap(Layout::Merged) => "Feuilles de route réunies".to_owned(),
        View::Chart(chart) => label::chart(corpus, chart),
        View::Term(facet, option) => label::option(corpus, facet, option),
        View::Terms(facet) => label::plural(corpus, facet).to_owned(),
        View::Charts => "Graphiques".to_owned(),
        View::Targets => "Objectifs mesurables".to_owned(),
        View::Compare(Comparing::Two(pair)) if !pair.same() => format!("Comparer {}", label::pair(corpus, pair)),
        View::Compare(_) => "Comparer".to_owned(),
        View::Data => "Données".to_owned(),
        View::About => "À propos".to_owned(),
        View::Plan => "Plan du site".to_owned(),
        View::Workshop(_, Scene::Prepare) => "Atelier".to_owned(),
        View::Workshop(_, Scene::Stage(_)) => "Atelier, scène".to_owned(),
        View::Workshop(_, Scene::Presenter(_)) => "Atelier, animateur".to_owned(),
        View::Workshop(_, Scene::Minutes) => "Compte rendu d’atelier".to_owned(),
        View::Measures if store.query.with(Query::is_empty) => "Toutes les mesures".to_owned(),
        View::Measures => {
            let criteria = store.query.with(|query| {
                query.criteria().into_iter().map(|c| criterion_name(corpus, query, c)).collect::<Vec<_>>()
            });
            format!("Mesures, {}", list(&criteria, "et"))
        }
    }
}
