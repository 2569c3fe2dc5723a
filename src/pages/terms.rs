//! Every term of a facet, by kind, with the number of measures that name each; those no measure names are said so.

use super::links::term_link;
use crate::components::prose::{subtitle, title};
use crate::components::term_links::{TermLink, term_links};
use crate::domain::address::View;
use crate::domain::corpus::OptionIdx;
use crate::domain::facet::Facet;
use crate::domain::french::count;
use crate::domain::label;
use crate::domain::markup::borne_by;
use crate::domain::order::by_key;
use crate::domain::text::fold;
use crate::kids;
use crate::store::Store;
use crate::view::node::{Element, a, each, el};
use std::cmp::Reverse;

/// The lists one goes between.
pub const LISTED: [Facet; 4] = [Facet::Actor, Facet::Scheme, Facet::Place, Facet::Audience];

pub fn terms_page(store: Store, facet: Facet) -> Element {
    let corpus = store.corpus;
    let borne = borne_by(corpus, facet);
    let tabs = LISTED.into_iter().filter(|&f| !corpus.terms(f).is_empty()).map(|other| {
        let link = a("xp-tab", store.link(View::Terms(other)), kids![label::plural(corpus, other).to_owned()]);
        let link = if other == facet { link.attr("aria-current", "page") } else { link };
        el("li", "", kids![link.attr("id", format!("liste-{}", other.slot()))])
    });
    let genres = (0..corpus.genres.len() as u16).map(Some).chain([None]);
    let note = match borne.iter().filter(|&&n| n == 0).count() {
        0 => String::new(),
        n => format!(", dont {n} que seules d’autres parties du texte nomment"),
    };
    let total = count(borne.len(), "entrée", "entrées");
    let lead = format!("{total}{note}. À côté de chaque nom, le nombre de mesures qui le nomment.");
    let inside = kids![
        title(None, label::plural(corpus, facet).to_owned()),
        el("nav", "", kids![el("ul", "xp-tabs", each(tabs))]).attr("aria-label", "Autres listes"),
        el("p", "xp-page__lead", kids![lead]),
        each(genres.map(|genre| group(store, facet, genre, &borne))),
    ];
    el("div", "xp-page", inside)
}

fn group(store: Store, facet: Facet, genre: Option<u16>, borne: &[usize]) -> Option<Element> {
    let corpus = store.corpus;
    let of_genre = |o: &OptionIdx| corpus.term(facet, *o).is_some_and(|t| t.genre == genre);
    let options: Vec<OptionIdx> = corpus.options(facet).into_iter().filter(of_genre).collect();
    let times = |o: &OptionIdx| borne[o.0 as usize];
    let options = by_key(&options, |o| (Reverse(times(o)), corpus.term(facet, *o).map(|t| fold(&t.name))));
    let note = |o: &OptionIdx| match times(o) {
        0 => "cité ailleurs dans le texte".to_owned(),
        n => count(n, "mesure", "mesures"),
    };
    let links: Vec<TermLink> = options.iter().map(|o| term_link(store, facet, *o, Some(note(o)))).collect();
    let name = genre.and_then(|g| corpus.genres.get(g as usize)).map(|g| subtitle(g.name.clone()));
    (!links.is_empty()).then(|| el("section", "xp-group", kids![name, term_links(links)]))
}
