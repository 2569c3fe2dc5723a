//! One actor, scheme, place or audience: where it is named, quote by quote; with whom; in which sections.

use super::compare::compare_link;
use super::links::term_link;
use super::local::Local;
use super::measure::proofs;
use super::named::missing;
use super::pick::pick_all;
use crate::components::prose::{ours, subtitle, title};
use crate::components::reports::kept_quote;
use crate::components::term_links::{TermLink, term_links};
use crate::domain::address::View;
use crate::domain::corpus::{Corpus, MeasureIdx, OptionIdx};
use crate::domain::facet::Facet;
use crate::domain::french::count;
use crate::domain::label;
use crate::domain::order::by_key;
use crate::domain::query::Query;
use crate::domain::sides::Thing;
use crate::domain::summary::leaf_facet;
use crate::kids;
use crate::reactive::With;
use crate::store::Store;
use crate::view::node::{Element, a, each, el};
use std::cmp::Reverse;

pub fn term_page(store: Store, local: Local, facet: Facet, option: OptionIdx) -> Option<Element> {
    let corpus = store.corpus;
    let term = corpus.term(facet, option)?;
    let annex = local.annex().annex();
    let line = annex.map(|annex| annex.line(facet, option)).filter(|line| !line.is_empty());
    let quotes = annex.map_or(&[][..], |annex| annex.elsewhere(facet, option));
    let bears = |m: &MeasureIdx| corpus.measure(*m).is_some_and(|m| m.bears(facet, option));
    let measures: Vec<MeasureIdx> = corpus.measure_indices().filter(bears).collect();
    let genre = term.genre.and_then(|g| corpus.genres.get(g as usize)).map(|g| format!(" · {}", g.name));
    let group = if term.generic { " · groupe, sans nom propre" } else { "" };
    let over = format!("{}{}{group}", corpus.facet_label(facet), genre.unwrap_or_default());
    let summary = match measures.len() {
        0 => "Aucune mesure ne le nomme.".to_owned(),
        n => format!("Nommé dans {} sur\u{a0}{}.", count(n, "mesure", "mesures"), corpus.measures.len()),
    };
    let href = store.link_to(|a| {
        a.view = View::Measures;
        a.query = Query::default();
        a.query.toggle(facet, option);
    });
    let filter = a("xp-button", href, kids!["Voir ces mesures dans la liste"]).attr("id", "filtrer");
    let back =
        a("xp-button", store.link(View::Terms(facet)), kids![format!("Liste\u{a0}: {}", label::plural(corpus, facet))]);
    let question = store.query.with(|q| !q.is_empty());
    let list = question
        .then(|| a("xp-button", store.link(View::Measures), kids!["Retour aux mesures"]).attr("id", "voir-liste"));
    let main = kids![
        named_in(store, facet, option, &measures),
        elsewhere(quotes.iter().map(kept_quote)),
        missing(local.annex(), "La présentation et les citations hors des mesures")
    ];
    let side = kids![company(store, facet, option, &measures), sections(corpus, &measures)];
    let inside = kids![
        el("nav", "xp-steps", kids![list, back.attr("id", "retour")]).attr("aria-label", "Retour"),
        title(Some(over), term.name.clone()),
        term.expansion.clone().map(|e| el("p", "xp-page__lead", kids![e])),
        line.map(|line| ours("Notre présentation", kids![line.to_owned()])),
        el("p", "xp-page__lead", kids![summary]),
        (!measures.is_empty()).then(|| {
            let compare = compare_link(store, Thing::Option(facet, option));
            el("p", "xp-ways", kids![filter, compare, pick_all(store, measures.iter().copied())])
        }),
        el("div", "xp-page__columns", kids![el("div", "xp-page__main", main), el("div", "xp-page__side", side)]),
    ];
    Some(el("article", "xp-page", inside).key((facet.slot() as u64) << 16 | u64::from(option.0)))
}

/// Measure by measure, the words that name it.
fn named_in(store: Store, facet: Facet, option: OptionIdx, measures: &[MeasureIdx]) -> Option<Element> {
    let items = measures.iter().filter_map(|&at| {
        let measure = store.corpus.measure(at)?;
        let name = format!("{}. {}", label::measure(store.corpus, at), measure.title());
        let link = a("", store.link(View::Measure(at)), kids![name]).attr("id", format!("m-{}", measure.number));
        let inside = kids![el("h3", "xp-naming__title", kids![link]), proofs(measure, facet, option)];
        Some(el("li", "", inside).attr("data-citee", measure.number.to_string()))
    });
    let list = el("ul", "xp-namings", each(items));
    let heading = "Où le texte des mesures le nomme";
    (!measures.is_empty()).then(|| el("section", "", kids![subtitle(heading.into()), list]))
}

/// Quotes of the adopted text outside the measures.
fn elsewhere(quotes: impl Iterator<Item = Element>) -> Option<Element> {
    let quotes = each(quotes);
    let heading = "Ailleurs dans le texte adopté";
    (!quotes.is_empty()).then(|| el("section", "", kids![subtitle(heading.into()), quotes]))
}

/// The actors named in the same measures, most often first.
fn company(store: Store, facet: Facet, option: OptionIdx, measures: &[MeasureIdx]) -> Option<Element> {
    let corpus = store.corpus;
    let shared = |o: OptionIdx| {
        let bears = |m: &&MeasureIdx| corpus.measure(**m).is_some_and(|m| m.bears(Facet::Actor, o));
        measures.iter().filter(bears).count()
    };
    let others = corpus.options(Facet::Actor).into_iter().filter(|&o| (Facet::Actor, o) != (facet, option));
    let others: Vec<(usize, OptionIdx)> = others.map(|o| (shared(o), o)).filter(|(n, _)| *n > 0).collect();
    let others = by_key(&others, |&(shared, o)| (Reverse(shared), o));
    let note = |n| Some(count(n, "mesure", "mesures"));
    let links: Vec<TermLink> = others.into_iter().map(|(n, o)| term_link(store, Facet::Actor, o, note(n))).collect();
    (!links.is_empty())
        .then(|| el("section", "xp-side", kids![subtitle("Dans les mêmes mesures".into()), term_links(links)]))
}

/// In which sections, with how many measures.
fn sections(corpus: &Corpus, measures: &[MeasureIdx]) -> Option<Element> {
    let facet = leaf_facet(corpus)?;
    let items = corpus.options(facet).into_iter().filter_map(|at| {
        let bears = |m: &&MeasureIdx| corpus.measure(**m).is_some_and(|m| m.bears(facet, at));
        let inside = measures.iter().filter(bears).count();
        let name = format!("{}\u{a0}: {}", label::section(corpus, at), count(inside, "mesure", "mesures"));
        let title = corpus.section(at)?.title.clone();
        let line = kids![el("strong", "", kids![name]), " ", el("span", "xp-trail__title", kids![title])];
        (inside > 0).then(|| el("li", "", line))
    });
    let list = el("ul", "xp-side__list", each(items));
    let heading = corpus.levels.last()?.plural.clone();
    (!measures.is_empty()).then(|| el("section", "xp-side", kids![subtitle(heading), list]))
}
