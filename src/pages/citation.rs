//! Under which licence the data are, and a sentence to cite them, with the address of the page.

use super::local::Local;
use crate::components::prose::subtitle;
use crate::contract::index::Index;
use crate::domain::address::{Address, View};
use crate::kids;
use crate::platform::{clipboard, history};
use crate::reactive::*;
use crate::store::Store;
use crate::view::node::{Element, Node, a, button, el};

const ALLOWED: &str = "Elle permet de réutiliser les données librement, même à des fins commerciales, à condition d’en citer la source et la date de version.";

pub fn citation(store: Store, local: Local, index: &'static Index) -> Vec<Node> {
    let licence = a("", index.licence.address.clone(), kids![index.licence.name.clone()]).attr("id", "licence");
    // Of the page alone: a citation does not carry the question one was asking.
    let page = history::href_with(&Address::default().at(View::Data).fragment(store.corpus));
    let text = format!("{} {page}", index.citation);
    let copied = text.clone();
    let copy = move || {
        let text = copied.clone();
        // Taken away first, so that a second copy is told too.
        local.cited.set(None);
        spawn_local(async move {
            let done = clipboard::copy(&text).await.is_ok();
            local.cited.try_set(Some(done));
        });
    };
    let told = local.cited.get().map(|done| match done {
        true => "Citation copiée",
        false => "Copie refusée par le navigateur\u{a0}: sélectionnez le texte ci-dessus.",
    });
    kids![
        subtitle("Licence et citation".to_owned()),
        el("p", "xp-page__lead", kids!["Les données sont sous ", licence, ". ", ALLOWED]),
        el("p", "xp-page__lead", kids!["Source\u{a0}: ", index.source.clone()]),
        el("p", "xp-page__lead", kids!["Pour citer ces données\u{a0}:"]),
        quoted(text),
        el(
            "p",
            "xp-downloads",
            kids![
                button("xp-button", kids!["Copier la citation"], copy).attr("id", "copier-citation"),
                el("span", "xp-copy__told", kids![told]).attr("aria-live", "polite"),
            ],
        ),
    ]
}

fn quoted(text: String) -> Element {
    el("blockquote", "xp-downloads__cited", kids![text]).attr("id", "citation")
}
