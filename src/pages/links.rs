//! Where things lead, from wherever one is: the question asked is kept along the way.

use crate::components::chips::{CHIPS, Chip, chips};
#[cfg(feature = "pages")]
use crate::components::term_links::TermLink;
use crate::domain::address::View;
use crate::domain::corpus::Corpus;
use crate::domain::corpus::OptionIdx;
use crate::domain::facet::Facet;
use crate::domain::french::{lower, quoted};
use crate::domain::label;
use crate::domain::query::{Criterion, Mode, Query};
use crate::platform::page;
use crate::reactive::*;
use crate::store::{Step, Store};
use crate::view::node::Element;

/// Fragment of a term's page; kinds of action and levels have none.
pub fn term_href(store: Store, facet: Facet, option: OptionIdx) -> Option<String> {
    matches!(facet, Facet::Actor | Facet::Scheme | Facet::Place | Facet::Audience)
        .then(|| store.link(View::Term(facet, option)))
}

#[cfg(feature = "pages")]
pub fn term_link(store: Store, facet: Facet, option: OptionIdx, note: Option<String>) -> TermLink {
    TermLink {
        name: label::option(store.corpus, facet, option),
        href: term_href(store, facet, option).unwrap_or_default(),
        note,
    }
}

/// One thing the visitor asked for, down to the option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Asked {
    Text,
    Option(Facet, OptionIdx),
}

/// Everything asked for, words first.
pub fn asked(store: Store, query: &Query) -> Vec<Chip<Asked>> {
    let Store { corpus, frame, .. } = store;
    let words = query.has_text().then(|| Chip {
        key: Asked::Text,
        rank: u64::MAX,
        fixed: false,
        kind: "Recherche".into(),
        label: quoted(query.text.trim()),
    });
    let options = query.active().flat_map(|facet| {
        let choice = query.choice(facet);
        let together = choice.mode() == Mode::All && choice.options().len() > 1;
        let kind = format!("{}{}", corpus.facet_label(facet), if together { ", tous ensemble" } else { "" });
        choice.options().iter().map(move |&option| Chip {
            key: Asked::Option(facet, option),
            rank: (facet.slot() as u64) << 16 | u64::from(option.0),
            fixed: frame.fixes(facet),
            kind: kind.clone(),
            label: option_name(corpus, facet, option),
        })
    });
    words.into_iter().chain(options).collect()
}

/// The chips of the question, each taking its choice back; the focus then goes to the chips, or to the heading `after`
/// once they are all gone.
pub fn asked_chips(store: Store, after: &'static str) -> Element {
    let list = store.query.with(|q| asked(store, q));
    let settle = move || {
        let place = if store.query.with_untracked(Query::is_empty) { after } else { CHIPS };
        page::after_paint(move || page::focus_without_scroll(place));
    };
    let remove = move |key| {
        store.edit(Step::Push, |a| take_back(&mut a.query, key));
        settle();
    };
    let clear = move || {
        store.edit(Step::Push, |a| a.query = Query::default());
        settle();
    };
    chips(list, remove, clear)
}

/// Without the level's name twice: « Axe : I ».
fn option_name(corpus: &Corpus, facet: Facet, option: OptionIdx) -> String {
    let name = label::option(corpus, facet, option);
    let kind = corpus.facet_label(facet);
    name.strip_prefix(kind).map_or(name.clone(), |rest| rest.trim_start().to_owned())
}

pub fn take_back(query: &mut Query, asked: Asked) {
    match asked {
        Asked::Text => query.clear(Criterion::Text),
        Asked::Option(facet, option) => query.toggle(facet, option),
    }
}

/// « Recherche « foncier » », « Public ».
pub fn criterion_name(corpus: &Corpus, query: &Query, criterion: Criterion) -> String {
    match criterion {
        Criterion::Text => format!("la recherche {}", quoted(query.text.trim())),
        Criterion::Facet(facet) => {
            let names: Vec<String> =
                query.choice(facet).options().iter().map(|&o| option_name(corpus, facet, o)).collect();
            format!("{}\u{a0}: {}", lower(corpus.facet_label(facet)), names.join(", "))
        }
    }
}
