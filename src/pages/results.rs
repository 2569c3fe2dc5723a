//! The list of measures: grouped by section or flat, in the document's order or by relevance.

use crate::components::card::card;
use crate::components::official::Reading;
use crate::components::prose::ours;
use crate::components::segments::nowhere;
use crate::domain::address::{Order, View};
use crate::domain::answer::answer;
use crate::domain::corpus::{MeasureIdx, OptionIdx};
use crate::domain::french::count;
use crate::domain::label;
use crate::domain::search::by_relevance;
use crate::kids;
use crate::reactive::*;
use crate::store::Store;
use crate::view::node::{Element, el};

/// Headings of the list, from under the number of results.
const HEADINGS: [&str; 4] = ["h3", "h4", "h5", "h6"];

fn heading(depth: usize) -> &'static str {
    HEADINGS[depth.min(HEADINGS.len() - 1)]
}

pub fn results(store: Store) -> Element {
    let (order, flat) = store.read(|a| (a.order, a.flat));
    let relevance = order == Order::Relevance && store.search(|s| !s.is_empty());
    let hits = store.selection(|s| s.hits.clone());
    let mut list = Vec::with_capacity(2 * hits.len());
    if relevance {
        let ranked = store.search(|s| by_relevance(store.corpus, s, &hits));
        list.extend(ranked.into_iter().filter_map(|at| measure(store, at, 0)));
    } else if flat {
        list.extend(hits.into_iter().filter_map(|at| measure(store, at, 0)));
    } else {
        grouped(store, &hits, &mut list);
    }
    el("div", "xp-results", kids![list]).keeping()
}

/// Under the headings of their sections, each said once, with how many are shown in it.
fn grouped(store: Store, hits: &[MeasureIdx], list: &mut Vec<Element>) {
    let corpus = store.corpus;
    let chain = |at: MeasureIdx| corpus.measure(at).map_or(Vec::new(), |m| corpus.ancestry(m.section));
    let mut open: Vec<OptionIdx> = Vec::new();
    for &at in hits {
        let sections = chain(at);
        let same = open.iter().zip(&sections).take_while(|(a, b)| a == b).count();
        for (depth, &section) in sections.iter().enumerate().skip(same) {
            let shown = hits.iter().filter(|&&m| chain(m).contains(&section)).count();
            list.extend(section_heading(store, section, depth, shown));
            list.extend(gist(store, section, depth));
        }
        list.extend(measure(store, at, sections.len()));
        open = sections;
    }
}

fn measure(store: Store, at: MeasureIdx, depth: usize) -> Option<Element> {
    let measure = store.corpus.measure(at)?;
    let href = store.link(View::Measure(at));
    let card = store.query.with(|query| {
        store.search(|search| {
            let reading = Reading { query, search, leads: &nowhere };
            card(measure, heading(depth), href, reading, &answer(measure, query, search))
        })
    });
    // A heading of another level is another element: the key says so too.
    Some(card.key((depth as u64) << 32 | u64::from(at.0)))
}

/// What the outermost sections are about, in our words.
fn gist(store: Store, at: OptionIdx, depth: usize) -> Option<Element> {
    let summary = store.corpus.section(at)?.summary.clone().filter(|_| depth == 0)?;
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
