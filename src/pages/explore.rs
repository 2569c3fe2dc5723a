//! The explorer: ask on the left, read on the right, nothing hidden without being said.

use super::beside::beside_list;
use super::filters::filters;
use super::links::{asked, asked_chips};
use super::local::Local;
use super::misses::{COUNT, misses, nothing};
use super::named::named;
use super::results::results;
use super::status::{sentence, status};
use super::tools::tools;
use crate::components::prose::{fold, title};
use crate::components::search_box::{FIELD, search_box};
use crate::components::target::target_item;
use crate::domain::corpus::OptionIdx;
use crate::domain::facet::Facet;
use crate::domain::french::{count, list, lower};
use crate::domain::label;
use crate::domain::query::Query;
use crate::kids;
use crate::platform::page;
use crate::reactive::*;
use crate::store::{Step, Store};
use crate::view::node::{Element, Later, each, el};

pub fn explore(store: Store, local: Local) -> Element {
    let (shown, total) = store.selection(|s| (s.hits.len(), s.total()));
    let text = store.query.with(|q| q.text.clone());
    let chosen = match store.query.with(|q| asked(store, q).len()) {
        0 => String::new(),
        n => format!(" ({n})"),
    };
    let head = el("summary", "xp-panel__head", kids![format!("Filtrer les mesures{chosen}")]);
    let clear = move || {
        store.edit(Step::Push, |a| a.query.text.clear());
        page::after_paint(|| page::focus_without_scroll(FIELD));
    };
    let ask = kids![
        search_box(text, COUNT, move |typed| type_text(store, typed), clear),
        el("details", "xp-panel", kids![head, filters(store, local)])
            .attr("id", "filtres")
            .flag("open", !local.read(|s| s.narrow)),
    ];
    let counted = el("h2", "xp-bar__count", kids![sentence(shown, total)]).attr("id", COUNT).attr("tabindex", "-1");
    let beside = store.read(|a| a.beside).and_then(|chart| beside_list(local, chart));
    let beside = beside.map(|figure| el("div", "xp-beside", kids![figure]));
    let answer = kids![
        asked_chips(store, COUNT),
        el("div", "xp-bar", kids![counted, tools(store, local)]),
        beside,
        (shown == 0).then(|| kids![named(store, local), nothing(store)]),
        results(store),
        (shown > 0).then(|| named(store, local)),
        misses(store),
        targets(store),
    ];
    let inside = kids![
        intro(store),
        status(store),
        el("div", "xp-explore__ask xp-needs-js", ask),
        el("div", "xp-explore__answer", answer),
    ];
    el("div", "xp-explore", inside)
}

/// A search that begins is a step one can go back from; its letters are not.
fn type_text(store: Store, typed: &str) {
    let step = if store.query.with_untracked(Query::has_text) { Step::Replace } else { Step::Push };
    store.edit(step, |a| a.query.text = typed.to_owned());
}

/// What this is, in two sentences.
fn intro(store: Store) -> Element {
    let corpus = store.corpus;
    let mut parts: Vec<String> = (0..)
        .zip(&corpus.levels)
        .map(|(depth, level)| {
            let number = corpus.options(Facet::Level(depth)).len();
            count(number, &lower(&level.name), &lower(&level.plural))
        })
        .collect();
    parts.push(count(corpus.measures.len(), "mesure", "mesures"));
    parts.push(count(corpus.action_count(), "action", "actions"));
    let text = format!(
        "{}\u{a0}: {}. Cherchez ce qui vous concerne par public, par partenaire, par mot.",
        corpus.author,
        list(&parts, "et"),
    );
    let subtitle = corpus.subtitle.clone().map(|s| el("p", "xp-intro__subtitle", kids![s]));
    let inside = kids![title(None, corpus.title.clone()), subtitle, el("p", "xp-intro__text", kids![text])];
    el("div", "xp-intro", inside)
}

/// The measurable targets, under the measures that serve them.
fn targets(store: Store) -> Option<Later> {
    let section = move || targets_section(store);
    (!store.corpus.targets.is_empty()).then(|| Later::stale("section", 0, section))
}

fn targets_section(store: Store) -> Element {
    let corpus = store.corpus;
    let of = |section: OptionIdx| {
        let items: Vec<_> = corpus.targets.iter().filter(|t| t.section == section).collect();
        let number = count(items.len(), "objectif mesurable", "objectifs mesurables");
        let name = format!("{}\u{a0}: {number}", label::section(corpus, section));
        let list = el("ul", "xp-targets", each(items.iter().map(|t| target_item(t, kids![]))));
        (!items.is_empty()).then(|| fold(name, kids![list]))
    };
    let all = each((0..corpus.sections.len() as u16).map(OptionIdx).map(of));
    let heading = el("h2", "xp-subtitle", kids!["Objectifs mesurables de la stratégie"]).attr("id", "objectifs");
    let aside = store.query.with(|q| !q.is_empty());
    el("section", "xp-explore__targets", kids![heading, all])
        .class_if("xp-explore__targets--aside", aside)
        .attr("aria-labelledby", "objectifs")
}
