//! The panel of facets: most useful first, options by how many measures bear them.

use super::local::{Local, Session, Sought};
use crate::components::facet_group::{Deeds, Group, OptionRow, facet_group};
use crate::domain::corpus::{Corpus, OptionIdx};
use crate::domain::facet::{Facet, MAX_LEVELS};
use crate::domain::label;
use crate::domain::markup::borne_by;
use crate::domain::order::by_key;
use crate::domain::text::fold;
use crate::kids;
use crate::reactive::*;
use crate::store::{Step, Store};
use crate::view::node::{Element, Later, each, el};
use std::cmp::Reverse;

/// Facets in order of usefulness to who looks for « ce qui me concerne ».
fn ordered(corpus: &Corpus) -> Vec<Facet> {
    let levels = (0..MAX_LEVELS as u8).map(Facet::Level);
    let last = [Facet::Kind, Facet::Scheme, Facet::Place];
    let wanted = [Facet::Audience, Facet::Actor].into_iter().chain(levels).chain(last);
    wanted.filter(|&f| corpus.facets().any(|g| g == f)).collect()
}

/// A facet and its options in their order, whatever is asked: made once.
pub struct Offered {
    facet: Facet,
    rows: Vec<OptionRow>,
}

pub fn offered(corpus: &Corpus) -> Vec<Offered> {
    ordered(corpus).into_iter().map(|facet| Offered { facet, rows: rows(corpus, facet) }).collect()
}

pub fn filters(store: Store, local: Local) -> Later {
    // Read now: the program hears of a change by what drawing the page reads.
    let session = local.read(Session::clone);
    let panel = move || {
        // The prerendered page has them all.
        let shown = |offered: &&Offered| !session.settled || store.frame.offers(offered.facet);
        let groups = local.offered.iter().filter(shown);
        let groups =
            each(groups.map(|offered| group(store, local, offered, session.sought(offered.facet), session.settled)));
        let help = "À côté de chaque choix\u{a0}: le nombre de mesures affichées si vous l’ajoutez.";
        el("div", "xp-filters", kids![el("p", "xp-search__help", kids![help]), groups])
    };
    Later::stale("div", 0, panel)
}

fn group(store: Store, local: Local, offered: &'static Offered, sought: &Sought, settled: bool) -> Element {
    let (corpus, facet) = (store.corpus, offered.facet);
    let deeds = Deeds {
        toggle: move |option| {
            local.edit(|session| session.sought_mut(facet).keep(option));
            store.edit(Step::Push, |a| a.query.toggle(facet, option));
        },
        mode: move |mode| store.edit(Step::Push, |a| a.query.set_mode(facet, mode)),
        find: move |text: &str| local.edit(|session| session.sought_mut(facet).text = text.to_owned()),
        unfold: move || {
            local.edit(|session| {
                let sought = session.sought_mut(facet);
                sought.unfolded ^= true;
                sought.kept.clear();
            });
        },
    };
    store.query.with(|query| {
        store.selection(|selection| {
            let group = Group {
                facet,
                key: corpus.facet_key(facet),
                label: corpus.facet_label(facet),
                rows: &offered.rows,
                count: &|option| selection.count(facet, option),
                open: matches!(facet, Facet::Audience | Facet::Actor),
                choice: query.choice(facet),
                wanted: sought.text.clone(),
                unfolded: sought.unfolded,
                kept: &sought.kept,
                settled,
            };
            facet_group(group, deeds)
        })
    })
}

/// The options some measure bears; levels keep the document's order, terms go by number of measures.
fn rows(corpus: &Corpus, facet: Facet) -> Vec<OptionRow> {
    let borne = borne_by(corpus, facet);
    let mut options: Vec<_> = corpus.options(facet).into_iter().filter(|o| borne[o.0 as usize] > 0).collect();
    if facet.is_tag() {
        let generic = |o: &OptionIdx| corpus.term(facet, *o).is_some_and(|t| t.generic);
        let rank = |o: &OptionIdx| (generic(o), Reverse(borne[o.0 as usize]), fold(&label::option(corpus, facet, *o)));
        options = by_key(&options, rank);
    }
    let row = |option| {
        let term = corpus.term(facet, option);
        let title = corpus.section(option).filter(|_| !facet.is_tag()).map(|s| s.title.clone());
        let (key, label) = (corpus.option_key(facet, option), label::option(corpus, facet, option));
        let detail = title.or_else(|| term.and_then(|t| t.expansion.clone()));
        OptionRow {
            option,
            id: format!("f-{}-{key}", corpus.facet_key(facet)),
            folded: fold(&format!("{label} {}", detail.as_deref().unwrap_or_default())),
            key,
            label,
            detail,
            generic: term.is_some_and(|t| t.generic),
        }
    };
    options.into_iter().map(row).collect()
}
