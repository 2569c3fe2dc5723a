//! Under which licence the data are, and a sentence to cite them: the whole, or the selection on the page.

use super::local::{Local, Published};
use crate::components::prose::subtitle;
use crate::contract::index::Index;
use crate::domain::address::{Address, View};
use crate::domain::french::count;
use crate::domain::query::Query;
use crate::kids;
use crate::platform::{clipboard, history, page};
use crate::reactive::*;
use crate::store::Store;
use crate::view::node::{Element, Node, a, button, el};

pub fn citation(store: Store, local: Local, index: &'static Index) -> Vec<Node> {
    let licence = a("", index.licence.address.clone(), kids![index.licence.name.clone()]).attr("id", "licence");
    // Of the page alone: a citation does not carry the question one was asking.
    let address = history::href_with(&Address::default().at(View::Data).fragment(store.corpus));
    let text = format!("{} {address}", index.citation);
    let copied = text.clone();
    let copy = move || {
        let text = copied.clone();
        // Taken away first, so that a second copy is told too.
        local.cited.set(None);
        spawn_local(async move {
            let done = clipboard::copy(&text).await.is_ok();
            page::after_paint(move || {
                local.cited.try_set(Some(done));
            });
        });
    };
    let told = local.cited.get().map(|done| match done {
        true => "Citation copiée",
        false => "Copie refusée par le navigateur\u{a0}: sélectionnez le texte ci-dessus.",
    });
    kids![
        subtitle("Licence et citation".to_owned()),
        el("p", "xp-page__lead", kids!["Les données sont sous ", licence, ". ", index.licence.allows.clone()]),
        el("p", "xp-page__lead", kids!["Source\u{a0}: ", index.source.clone()]),
        el("p", "xp-page__lead", kids!["Pour citer ces données\u{a0}:"]),
        quoted("citation", text),
        el(
            "p",
            "xp-downloads",
            kids![
                button("xp-button", kids!["Copier la citation"], copy).attr("id", "copier-citation"),
                el("span", "xp-copy__told", kids![told]).told(),
            ],
        ),
    ]
}

/// How to cite what is asked for here, and nothing else of the view; without any criterion it is the whole, cited below.
/// Before the index has come, the address alone finds it again.
pub fn citation_of_selection(store: Store, local: Local) -> Vec<Node> {
    if store.query.with(Query::is_empty) {
        return Vec::new();
    }
    let query = store.query.get();
    let address = Address { view: View::Data, query, ..Address::default() };
    let address = history::href_with(&address.fragment(store.corpus));
    let (shown, total) = store.selection(|s| (s.hits.len(), s.total()));
    let part = format!("Sélection\u{a0}: {} sur {total}, {address}", count(shown, "mesure", "mesures"));
    let text = match local.published.get() {
        Published::Here(index) => format!("{} {part}", index.citation),
        Published::Unasked | Published::Coming | Published::Missing => part,
    };
    kids![el("p", "xp-page__lead", kids!["Pour citer cette sélection\u{a0}:"]), quoted("citation-selection", text)]
}

fn quoted(id: &'static str, text: String) -> Element {
    el("blockquote", "xp-downloads__cited", kids![text]).attr("id", id)
}
