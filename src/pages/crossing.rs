//! Which two facets the crossing counts by: two lists, in the address.

use crate::domain::chart::Crossing;
use crate::domain::corpus::Corpus;
use crate::domain::facet::Facet;
use crate::domain::summary::default_crossing;
use crate::kids;
use crate::store::{Step, Store};
use crate::view::node::{Element, each, el};

pub fn dimensions(store: Store) -> Option<Element> {
    let corpus = store.corpus;
    let now = store.read(|a| a.crossing).or_else(|| default_crossing(corpus))?;
    let rows =
        list(corpus, "lignes", "Lignes", now.rows, move |facet| choose(store, Crossing { rows: facet, ..now }, now));
    let columns = list(corpus, "colonnes", "Colonnes", now.columns, move |facet| {
        choose(store, Crossing { columns: facet, ..now }, now)
    });
    Some(el("p", "xp-figure__tools xp-needs-js", kids![rows, " ", columns]))
}

/// The same facet twice crosses nothing: the other takes its former place.
fn choose(store: Store, mut wanted: Crossing, before: Crossing) {
    if wanted.rows == wanted.columns {
        wanted = Crossing { rows: before.columns, columns: before.rows };
    }
    store.edit(Step::Push, |a| a.crossing = Some(wanted));
}

fn list(
    corpus: &'static Corpus,
    id: &'static str,
    name: &'static str,
    now: Facet,
    choose: impl Fn(Facet) + Send + Sync + 'static,
) -> Element {
    let options = each(corpus.facets().map(|facet| {
        let option = el("option", "", kids![corpus.facet_label(facet).to_owned()]);
        option.attr("value", corpus.facet_key(facet).to_owned()).flag("selected", facet == now)
    }));
    let pick = move |key: &str| {
        if let Some(facet) = corpus.facets().find(|&f| corpus.facet_key(f) == key) {
            choose(facet);
        }
    };
    let select = el("select", "xp-select", options).attr("id", id).on("change", pick);
    el("span", "xp-tool", kids![el("label", "", kids![name]).attr("for", id), " ", select])
}
