//! What one does with the list: order it, group it, see it as a chart, share it.

use super::local::{Copied, Local};
use crate::domain::address::{Order, View};
use crate::domain::chart::Chart;
use crate::domain::french::{list, lower};
use crate::domain::label;
use crate::domain::query::Query;
use crate::kids;
use crate::platform::{clipboard, history};
use crate::reactive::*;
use crate::store::{Step, Store};
use crate::view::node::{Element, a, button, each, el};

pub fn tools(store: Store, local: Local) -> Element {
    let (order, flat) = store.read(|a| (a.order, a.flat));
    let asked = store.query.with(Query::has_text);
    let chart = a("xp-button", store.link(View::Charts), kids!["Voir en graphique"]).attr("id", "voir-graphique");
    let inside = kids![
        beside_choice(store),
        asked.then(|| sort(store, order)),
        (!asked || order == Order::Document).then(|| grouping(store, flat)),
        chart,
        copy_link(store, local),
    ];
    el("div", "xp-bar__tools xp-needs-js", inside)
}

fn sort(store: Store, order: Order) -> Element {
    let option = |value: &'static str, text: &'static str, on: bool| {
        el("option", "", kids![text]).attr("value", value).flag("selected", on)
    };
    let choose = move |value: &str| {
        let order = if value == "pertinence" { Order::Relevance } else { Order::Document };
        store.edit(Step::Push, |a| a.order = order);
    };
    let options = kids![
        option("document", "ordre du texte", order == Order::Document),
        option("pertinence", "pertinence", order == Order::Relevance),
    ];
    let select = el("select", "xp-select", options).attr("id", "tri").on("change", choose);
    el("span", "xp-tool", kids![el("label", "", kids!["Trier par"]).attr("for", "tri"), " ", select]).key(1)
}

/// Which chart stands beside the list.
fn beside_choice(store: Store) -> Element {
    let now = store.read(|a| a.beside);
    let option = |chart: Option<Chart>, text: String| {
        let key = chart.map_or("", Chart::key);
        el("option", "", kids![text]).attr("value", key).flag("selected", chart == now)
    };
    let options = Chart::FOLLOWING.into_iter().map(|chart| option(Some(chart), label::chart(store.corpus, chart)));
    let options = kids![option(None, "aucun".to_owned()), each(options)];
    let choose = move |key: &str| store.edit(Step::Push, |a| a.beside = Chart::by_key(key));
    let select = el("select", "xp-select", options).attr("id", "graphique").on("change", choose);
    let label = el("label", "", kids!["Graphique à côté"]).attr("for", "graphique");
    el("span", "xp-tool", kids![label, " ", select]).key(3)
}

fn grouping(store: Store, flat: bool) -> Element {
    let levels: Vec<String> = store.corpus.levels.iter().map(|l| lower(&l.name)).collect();
    let input = el("input", "", kids![])
        .attr("id", "groupes")
        .attr("type", "checkbox")
        .flag("checked", !flat)
        .on("change", move |_| store.edit(Step::Push, |a| a.flat = !a.flat));
    let label = el("label", "", kids![format!("grouper par {}", list(&levels, "et"))]).attr("for", "groupes");
    el("span", "xp-tool", kids![input, " ", label]).key(2)
}

/// Copies the address of this view; shows it when the clipboard is refused.
fn copy_link(store: Store, local: Local) -> Element {
    let copy = move || {
        // Built from the state, not from the bar: a frame may have refused to write there.
        let fragment = store.fragment_untracked();
        // Taken away first, so that a second copy is told too.
        local.edit(|session| session.copied = None);
        spawn_local(async move {
            let refused = clipboard::copy(&history::href_with(&fragment)).await.is_err();
            local.edit(|session| session.copied = Some(Copied { fragment, refused }));
        });
    };
    // What was told of another view is no longer true of this one.
    let here = store.link_to(|_| {});
    let told = match local.read(|s| s.copied.clone()).filter(|copied| copied.fragment == here) {
        None => kids![],
        Some(Copied { refused: false, .. }) => kids![copied()],
        Some(Copied { fragment, .. }) => {
            let address = history::href_with(&fragment);
            let label = "Copie refusée par le navigateur. Lien à copier\u{a0}:";
            let field = el("input", "xp-copy__field", kids![]).attr("id", "lien").attr("type", "text");
            let field = field.flag("readonly", true).typed(address);
            kids![el("label", "", kids![label]).attr("for", "lien"), field]
        }
    };
    let inside = kids![
        button("xp-button", kids!["Copier le lien"], copy).attr("id", "copier"),
        el("span", "xp-copy__told", told).told(),
    ];
    el("span", "xp-copy", inside)
}

/// An address of the single file leads nowhere else.
fn copied() -> &'static str {
    #[cfg(feature = "pages")]
    if crate::platform::offline::kit() {
        return "Lien copié\u{a0}: il ne s’ouvre que sur cet appareil. Pour l’envoyer, ouvrez cette vue sur le site.";
    }
    "Lien copié"
}
