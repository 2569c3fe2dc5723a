//! The lists, the measures and the charts in one page, reached from the foot of each: the second way about, beside the menu
//! (RGAA 12.1). The pages of terms are counted, one click away.

use super::terms::LISTED;
use crate::components::prose::{subtitle, title};
use crate::domain::address::View;
use crate::domain::chart::Chart;
use crate::domain::corpus::{MeasureIdx, OptionIdx};
use crate::domain::french::count;
use crate::domain::label;
use crate::domain::views::{Comparing, Layout};
use crate::kids;
use crate::store::Store;
use crate::view::node::{Element, Node, a, each, el};

pub fn plan_page(store: Store) -> Element {
    let corpus = store.corpus;
    let inner: Vec<Vec<OptionIdx>> = corpus.measures.iter().map(|m| corpus.ancestry(m.section)).collect();
    let sections = (0..corpus.sections.len() as u16).map(OptionIdx).filter_map(|section| {
        let last = |at: &usize| inner[*at].last() == Some(&section);
        let measures: Vec<usize> = (0..inner.len()).filter(last).collect();
        let items = measures.into_iter().map(|at| {
            let at = MeasureIdx(at as u16);
            let title = corpus.measure(at).map_or("", |m| m.title());
            entry(store, View::Measure(at), format!("{}. {title}", label::measure(corpus, at)))
        });
        let list = el("ul", "", each(items));
        let name = format!("{}. {}", label::section(corpus, section), corpus.section(section)?.title);
        (!list.0.children.is_empty()).then(|| el("li", "", kids![name, list]))
    });
    let terms = LISTED.into_iter().filter(|&f| !corpus.terms(f).is_empty()).map(|facet| {
        let number = count(corpus.terms(facet).len(), "page", "pages");
        entry(store, View::Terms(facet), format!("{} ({number})", label::plural(corpus, facet)))
    });
    let charts = Chart::ALL.into_iter().map(|chart| entry(store, View::Chart(chart), label::chart(corpus, chart)));
    let others = [
        (View::Profile, "Ce qui me concerne, en trois questions"),
        (View::Selection, "Ma sélection de mesures"),
        (View::Roadmap(Layout::Table), "Feuille de route à compléter"),
        (View::Roadmap(Layout::Merged), "Réunir plusieurs feuilles de route"),
        (View::WORKSHOP, "Atelier\u{a0}: projeter, voter, rendre compte"),
        (View::Targets, "Objectifs mesurables"),
        (View::Compare(Comparing::Nothing), "Comparer deux à deux"),
        (View::Data, "Données à télécharger"),
        (View::About, "À propos, accessibilité, vie privée"),
    ];
    let others = each(others.into_iter().map(|(view, name)| entry(store, view, name.to_owned())));
    let all = |view, name: &str| entry(store, view, name.to_owned());
    let inside = kids![
        title(None, "Plan du site".to_owned()),
        group("Mesures", kids![all(View::Measures, "Toutes les mesures, à filtrer"), each(sections)]),
        group("Qui, avec quoi, où, pour qui", each(terms)),
        group("Graphiques", kids![all(View::Charts, "Tous les graphiques"), each(charts)]),
        group("Et aussi", others),
    ];
    el("div", "xp-page xp-prose", inside)
}

fn group(name: &str, entries: Vec<Node>) -> Element {
    el("section", "xp-group", kids![subtitle(name.to_owned()), el("ul", "", entries)])
}

fn entry(store: Store, view: View, name: String) -> Element {
    el("li", "", kids![a("", store.link(view), kids![name])])
}
