//! The list of measures: grouped by section or flat, in the document's order or by relevance.

use super::pick::pick;
use crate::components::card::card;
use crate::components::official::Reading;
use crate::components::prose::ours;
use crate::components::segments::nowhere;
use crate::domain::address::{Order, View};
use crate::domain::answer::answer;
use crate::domain::binary::digest;
use crate::domain::corpus::{MeasureIdx, OptionIdx};
use crate::domain::french::count;
use crate::domain::label;
use crate::domain::search::by_relevance;
use crate::kids;
use crate::platform::tree::fill;
use crate::reactive::*;
use crate::store::Store;
use crate::view::node::{Element, Later, Node, each, el};
use std::sync::Arc;

/// Cards at the head of the list, shown at once; the others follow the frame.
const AHEAD: usize = 4;

/// Lines of a list that is shown whole; of a longer one those at its head are, and the rest comes in parts.
const LONG: usize = 60;
const HEAD: usize = 16;
const PART: usize = 5;

/// Headings of the list, from under the number of results.
const HEADINGS: [&str; 4] = ["h3", "h4", "h5", "h6"];

fn heading(depth: usize) -> &'static str {
    HEADINGS[depth.min(HEADINGS.len() - 1)]
}

/// One line of the list.
#[derive(Clone, Copy)]
enum Item {
    /// A section at a depth, with how many measures are shown in it.
    Heading(OptionIdx, usize, usize),
    /// What an outermost section is about.
    Gist(OptionIdx),
    /// A measure under a heading of a depth.
    Card(MeasureIdx, usize),
}

/// The list, and the rest of a long one.
pub fn results(store: Store) -> Vec<Node> {
    let (order, flat) = store.read(|a| (a.order, a.flat));
    let relevance = order == Order::Relevance && store.search(|s| !s.is_empty());
    let hits = store.selection(|s| s.hits.clone());
    let card = |at| Item::Card(at, 0);
    let items: Vec<Item> = if relevance {
        store.search(|s| by_relevance(store.corpus, s, &hits)).into_iter().map(card).collect()
    } else if flat {
        hits.into_iter().map(card).collect()
    } else {
        grouped(store, &hits)
    };
    let head = if items.len() > LONG { HEAD } else { items.len() };
    let mut cards = 0;
    let first = items[..head].iter().map(|&item| match item {
        Item::Card(at, depth) => {
            cards += 1;
            // A heading of another level is another element: the key says so too.
            let key = (depth as u64) << 32 | u64::from(at.0);
            let later = Later::stale("article", key, move || drawn(store, at, depth));
            if cards <= AHEAD { kids![later.now()] } else { kids![later] }
        }
        other => line(store, other),
    });
    let list = el("div", "xp-results", each(first)).keeping();
    kids![list, (head < items.len()).then(|| rest(store, items.into()))]
}

/// The rest of a long list, in parts that nothing will change: made after the head is shown, thrown away whole.
fn rest(store: Store, items: Arc<[Item]>) -> Later {
    let key = digest(store.link_to(|_| {}).as_bytes());
    Later::absent("div", key, move || {
        let parts = (HEAD..items.len()).step_by(PART).map(|start| {
            let items = items.clone();
            let inside = move || each(items[start..].iter().take(PART).map(|&item| line(store, item)));
            Later::absent("div", start as u64, move || part(inside.clone()))
        });
        el("div", "", each(parts))
    })
}

fn part(inside: impl Fn() -> Vec<Node> + Send + Sync + 'static) -> Element {
    let printed = if cfg!(target_arch = "wasm32") { kids![] } else { inside() };
    el("div", "xp-results__part", printed).hosted(Arc::new(move |place| {
        fill(place, &inside);
        Box::new(())
    }))
}

/// Under the headings of their sections, each said once.
fn grouped(store: Store, hits: &[MeasureIdx]) -> Vec<Item> {
    let corpus = store.corpus;
    let chain = |at: &MeasureIdx| corpus.measure(*at).map_or(Vec::new(), |m| corpus.ancestry(m.section));
    let chains: Vec<_> = hits.iter().map(chain).collect();
    let mut shown = vec![0; corpus.sections.len()];
    chains.iter().flatten().for_each(|section| shown[section.0 as usize] += 1);
    let mut list = Vec::with_capacity(2 * hits.len());
    let mut open: &[OptionIdx] = &[];
    for (&at, chain) in hits.iter().zip(&chains) {
        let same = open.iter().zip(chain).take_while(|(a, b)| a == b).count();
        for (depth, &section) in chain.iter().enumerate().skip(same) {
            list.push(Item::Heading(section, depth, shown[section.0 as usize]));
            if depth == 0 {
                list.push(Item::Gist(section));
            }
        }
        list.push(Item::Card(at, chain.len()));
        open = chain;
    }
    list
}

fn line(store: Store, item: Item) -> Vec<Node> {
    match item {
        Item::Heading(section, depth, shown) => kids![section_heading(store, section, depth, shown)],
        Item::Gist(section) => kids![gist(store, section)],
        Item::Card(at, depth) => kids![drawn(store, at, depth)],
    }
}

fn drawn(store: Store, at: MeasureIdx, depth: usize) -> Element {
    let measure = &store.corpus.measures[at.0 as usize];
    let href = store.link(View::Measure(at));
    store.query.with(|query| {
        store.search(|search| {
            let reading = Reading { query, search, leads: &nowhere };
            card(measure, heading(depth), href, reading, &answer(measure, query, search), pick(store, at, measure))
        })
    })
}

/// What the outermost sections are about, in our words.
fn gist(store: Store, at: OptionIdx) -> Option<Element> {
    let summary = store.corpus.section(at)?.summary.clone()?;
    Some(ours("En bref, selon nous", kids![summary]).key(2 << 40 | u64::from(at.0)))
}

fn section_heading(store: Store, at: OptionIdx, depth: usize, shown: usize) -> Option<Element> {
    let section = store.corpus.section(at)?;
    let inside = kids![
        el("span", "xp-section__label", kids![label::section(store.corpus, at)]),
        " ",
        el("span", "xp-section__title", kids![section.title.clone()]),
        " ",
        el("span", "xp-section__count", kids![count(shown, "mesure", "mesures")]),
    ];
    let key = 1 << 40 | u64::from(at.0);
    Some(el(heading(depth), "xp-section", inside).class_if("xp-section--outer", depth == 0).key(key))
}
