//! What the question leaves out: never hidden silently. How many, which, why; and what to drop when nothing is left.

use super::links::criterion_name;
use crate::domain::address::View;
use crate::domain::corpus::{Corpus, Measure, MeasureIdx, OptionIdx};
use crate::domain::facet::Facet;
use crate::domain::french::{count, list, quoted};
use crate::domain::label;
use crate::domain::order::by_key;
use crate::domain::query::{Criteria, Criterion, Query};
use crate::domain::select::Miss;
use crate::kids;
use crate::platform::page;
use crate::reactive::*;
use crate::store::{Step, Store};
use crate::view::node::{Element, Later, a, button, each, el};
use std::cmp::Reverse;

/// Id of the heading with the number of results: where the focus goes after an empty state.
pub const COUNT: &str = "resultats";

/// The measures left out, one click away.
pub fn misses(store: Store) -> Option<Element> {
    let misses = store.selection(|s| s.misses.clone());
    let number = misses.len();
    let shown = store.read(|a| a.misses_shown);
    let heading = format!("{} par vos critères", count(number, "mesure écartée", "mesures écartées"));
    let text = if shown { "Ne plus les montrer" } else { "Les voir, et pourquoi" };
    let toggle = button("xp-button", kids![text], move || store.edit(Step::Push, |a| a.misses_shown = !a.misses_shown))
        .attr("id", "voir-ecartees")
        .attr("aria-expanded", shown.to_string());
    let list = shown.then(|| el("ul", "xp-misses__list", each(misses.into_iter().map(|miss| line(store, miss)))));
    let inside = kids![el("h2", "xp-misses__title", kids![heading]).attr("id", "ecartees"), toggle, list];
    (number > 0).then(|| el("section", "xp-misses", inside).attr("aria-labelledby", "ecartees"))
}

fn line(store: Store, miss: Miss) -> Later {
    Later::stale("li", u64::from(miss.measure.0), move || reasons(store, &miss))
}

fn reasons(store: Store, miss: &Miss) -> Element {
    let measure = &store.corpus.measures[miss.measure.0 as usize];
    let reasons: Vec<String> =
        store.query.with(|q| miss.failed.iter().map(|c| reason(store.corpus, q, measure, c)).collect());
    let title = format!("Mesure\u{a0}{}. {}", measure.number, measure.title());
    let why = format!("Cette mesure {}.", list(&reasons, "et"));
    let inside = kids![
        a("", store.link(View::Measure(miss.measure)), kids![title]).attr("id", format!("e-{}", measure.number)),
        el("p", "xp-miss__why", kids![why]),
    ];
    el("li", "xp-miss", inside).attr("data-ecartee", measure.number.to_string())
}

/// « nomme CRESS mais pas France Active », « ne contient pas « foncier » ».
fn reason(corpus: &Corpus, query: &Query, measure: &Measure, criterion: Criterion) -> String {
    let facet = match criterion {
        Criterion::Text => return format!("ne contient pas {}", quoted(query.text.trim())),
        Criterion::Facet(facet) => facet,
    };
    let (borne, lacking): (Vec<OptionIdx>, Vec<OptionIdx>) =
        query.choice(facet).options().iter().partition(|&&o| measure.bears(facet, o));
    let names = |options: &[OptionIdx]| options.iter().map(|&o| label::option(corpus, facet, o)).collect::<Vec<_>>();
    let (verb, of) = match facet {
        Facet::Level(_) => ("relève", " de"),
        Facet::Audience => ("concerne", ""),
        Facet::Actor | Facet::Scheme | Facet::Place => ("nomme", ""),
        Facet::Kind => ("prévoit", ""),
    };
    match (borne.as_slice(), lacking.as_slice()) {
        ([], [one]) => format!("ne {verb} pas{of}\u{a0}: {}", label::option(corpus, facet, *one)),
        ([], _) => format!("ne {verb} ni{of} {}", names(&lacking).join(&format!(" ni{of} "))),
        _ => format!("{verb}{of} {}, mais pas {}", list(&names(&borne), "et"), list(&names(&lacking), "ni")),
    }
}

/// A way out of an empty list: what to drop, and what it brings back.
#[derive(Clone)]
struct Way {
    dropped: Criteria,
    back: Vec<MeasureIdx>,
}

/// Each criterion alone; when none alone brings anything back, everything that leaves each nearest measure out.
fn ways(store: Store) -> Vec<Way> {
    store.selection(|selection| {
        let criteria = store.query.with(|q| q.criteria());
        let alone = |c: &Criterion| Way { dropped: Criteria::only(*c), back: selection.left_out_by(*c).collect() };
        let mut ways: Vec<Way> = criteria.iter().map(alone).filter(|w| !w.back.is_empty()).collect();
        if ways.is_empty() {
            let fewest = selection.misses.iter().map(|m| m.failed.len()).min().unwrap_or(0);
            for miss in selection.misses.iter().filter(|m| m.failed.len() == fewest) {
                match ways.iter_mut().find(|w| w.dropped == miss.failed) {
                    Some(way) => way.back.push(miss.measure),
                    None => ways.push(Way { dropped: miss.failed, back: vec![miss.measure] }),
                }
            }
        }
        by_key(&ways, |w| Reverse(w.back.len()))
    })
}

/// The empty state.
pub fn nothing(store: Store) -> Element {
    let items = each(ways(store).into_iter().map(|way| {
        let names: Vec<String> =
            store.query.with(|q| way.dropped.iter().map(|c| criterion_name(store.corpus, q, c)).collect());
        let text = format!("Retirer {} → {}", list(&names, "et"), count(way.back.len(), "mesure", "mesures"));
        let drop = move || {
            store.edit(Step::Push, |a| way.dropped.iter().for_each(|c| a.query.clear(c)));
            page::after_paint(|| page::focus_without_scroll(COUNT));
        };
        el("li", "", kids![button("xp-button", kids![text], drop)])
    }));
    let others = each(store.suggestions().into_iter().map(|other| {
        let text = format!("Chercher plutôt {} → {}", quoted(&other.text), count(other.measures, "mesure", "mesures"));
        let ask = move || {
            store.edit(Step::Push, |a| a.query.text.clone_from(&other.text));
            page::after_paint(|| page::focus_without_scroll(COUNT));
        };
        el("li", "", kids![button("xp-button", kids![text], ask)])
    }));
    let text = el("p", "xp-empty__text", kids!["Aucune mesure ne réunit tous ces critères. Pour en retrouver\u{a0}:"]);
    el("div", "xp-empty", kids![text, el("ul", "xp-empty__ways", kids![others, items])])
}
