//! Terms whose name holds every word asked: their pages may answer where no measure does.

use super::links::term_href;
use super::local::{Fetched, Local};
use crate::components::reports::kept_quote;
use crate::domain::corpus::OptionIdx;
use crate::domain::facet::Facet;
use crate::domain::french::count;
use crate::domain::markup::borne_by;
use crate::kids;
use crate::store::Store;
use crate::view::node::{Element, a, each, el};

/// Most terms shown: a question that names more is a general one.
const MOST: usize = 3;

/// The terms to show.
pub fn shown_terms(store: Store) -> Vec<(Facet, OptionIdx)> {
    let terms = store.named();
    if terms.len() > MOST { Vec::new() } else { terms }
}

pub fn named(store: Store, local: Local) -> Option<Element> {
    let terms = shown_terms(store);
    let items = each(terms.iter().map(|&(facet, option)| item(store, local, facet, option)));
    (!terms.is_empty()).then(|| el("div", "xp-named", items))
}

/// Said of what an annex not yet there, or missing, would show.
pub fn missing(fetched: Fetched, what: &str) -> Option<Element> {
    let text = match fetched {
        Fetched::Here(_) => return None,
        Fetched::Waiting => format!("{what}\u{a0}: chargement…"),
        Fetched::Missing => format!("{what}\u{a0}: le chargement a échoué. Rechargez la page pour réessayer."),
    };
    Some(el("p", "xp-page__source", kids![text]))
}

fn item(store: Store, local: Local, facet: Facet, option: OptionIdx) -> Option<Element> {
    let term = store.corpus.term(facet, option)?;
    let borne = borne_by(store.corpus, facet)[option.0 as usize];
    let text = match borne {
        0 => "Aucune mesure ne le nomme. Le texte adopté en parle ailleurs\u{a0}:".to_owned(),
        n => format!("Nommé dans {}.", count(n, "mesure", "mesures")),
    };
    let head =
        kids![el("strong", "", kids![term.name.clone()]), format!(" · {}. {text}", store.corpus.facet_label(facet)),];
    let fetched = local.annex();
    let quotes = fetched.annex().map_or(&[][..], |annex| annex.elsewhere(facet, option));
    let quotes = (borne == 0).then(|| kids![each(quotes.iter().map(kept_quote)), missing(fetched, "Les citations")]);
    let link = a("", term_href(store, facet, option)?, kids![format!("Tout sur {}", term.name)]);
    Some(el("section", "xp-named__item", kids![el("p", "", head), quotes, el("p", "", kids![link])]))
}
